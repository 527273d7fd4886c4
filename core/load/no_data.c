#include "core/load/no_data.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/yaml_reader.h"

#include <stdbool.h>
#include <string.h>

enum { FEW_BYTES = 16 };

static bool is_control(char c)
{
    return c == 0x7F || (c >= 0 && c < 0x20 && (!c || !strchr("\t\n\r\f", c)));
}

/* Of programs, pictures and the like more than one byte of sixteen means nothing in a
 * text. */
static bool is_text(const char *head, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += is_control(head[i]);
    return size < FEW_BYTES || count * FEW_BYTES < size;
}

static bool ends_in(const char *name, const char *one, const char *other)
{
    const char *ending = strrchr(name, '.');

    return ending && (strcmp(ending, one) == 0 || strcmp(ending, other) == 0);
}

/* Whether it is written as YAML, well or not: it says so by its name or a bracket, or
 * some line begins with a key of ours. */
static bool is_meant_as_yaml(const char *name, const char *head, size_t size)
{
    size_t blanks = 0;

    while (blanks < size && strchr(" \t\r\n", head[blanks]) && head[blanks])
        blanks++;
    return blanks == size || head[blanks] == '{' || head[blanks] == '[' ||
           ends_in(name, ".yaml", ".yml") || yaml_has_own_key(head, size);
}

/* What is downloaded instead of a table, by its first bytes in whatever case they are.
 */
static const struct {
    const char *begin;
    const char *reason;
} kinds[] = {
    {"%pdf-", N_("this is a PDF document; a table in it has to be copied out")},
    {"\xD0\xCF\x11\xE0",
     N_("this is a workbook of a spreadsheet program or another document of its kind; "
        "save its sheet as CSV")},
    {"<!doctype html",
     N_("this is a web page, whatever its name says: an answer of the "
        "site instead of the data, or a table that a spreadsheet "
        "program opens and saves as CSV")},
    {"<html", N_("this is a web page, whatever its name says: an answer of the "
                 "site instead of the data, or a table that a spreadsheet "
                 "program opens and saves as CSV")},
    {"<?xml", N_("this is XML; where the publisher has SDMX-CSV or CSV, take that")},
    {"par1", N_("this is a Parquet file; write it as CSV")},
    {"<stata_dta", N_("this is a file of Stata; write it as CSV")},
};

static bool begins_with(const char *head, size_t size, const char *begin)
{
    for (; *begin; begin++, head++, size--) {
        char c = size ? *head : '\0';
        if (c != *begin && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == *begin))
            return false;
    }
    return true;
}

/* NULL when it begins like nothing that is known. */
static const char *kind_of(const char *head, size_t size)
{
    while (size && (strchr(" \t\r\n\xEF\xBB\xBF", *head) && *head)) {
        head++;
        size--;
    }
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (begins_with(head, size, kinds[i].begin))
            return _(kinds[i].reason);
    return NULL;
}

/* "class": "dataset", with any blanks. */
static bool is_json_stat(const char *head, size_t size)
{
    static const char words[] = "\"class\":\"dataset\"";
    size_t at = 0;

    for (size_t i = 0; i < size && words[at]; i++) {
        if (strchr(" \t\r\n", head[i]))
            continue;
        at = head[i] == words[at] ? at + 1 : head[i] == words[0];
    }
    return !words[at];
}

const char *no_data_json_reason(const char *head, size_t size)
{
    return is_json_stat(head, size) ? _("this is JSON-stat; where the publisher has "
                                        "SDMX-CSV or CSV, take that")
                                    : NULL;
}

/* Behind the key and its colon, at the quote of a text; NULL: it is not there. */
static const char *text_of_key(const char *head, const char *key)
{
    const char *at = strstr(head, key);

    if (!at)
        return NULL;
    at += strlen(key);
    at += strspn(at, " \t\r\n");
    if (*at++ != ':')
        return NULL;
    at += strspn(at, " \t\r\n");
    return *at == '"' ? at + 1 : NULL;
}

/* Up to the closing quote, as a line of text. */
static const char *text_in_json(const char *from, struct arena *arena)
{
    enum { SHOWN_BYTES = 200 };
    char *out = arena_copy(arena, from, strlen(from));
    size_t used = 0;

    for (; *from && *from != '"' && used < SHOWN_BYTES; from++) {
        bool is_escaped = *from == '\\' && from[1] && from[1] != 'u';
        from += is_escaped;
        out[used++] = is_escaped && strchr("nrtbf", *from) ? ' ' : *from;
    }
    if (((unsigned char)*from & 0xc0) == 0x80) { /* not within a character */
        while (used && ((unsigned char)out[used - 1] & 0xc0) == 0x80)
            used--;
        used -= used > 0;
    }
    out[used] = '\0';
    return text_clean(arena, out, used);
}

const char *no_data_json_message(const char *head, size_t size, struct arena *arena)
{
    static const char *const keys[] = {"\"message\"",       "\"errorMessage\"",
                                       "\"error_message\"", "\"error\"",
                                       "\"detail\"",        "\"title\""};
    enum { ANSWER_MAX = 4096 };
    const char *text;

    if (size > ANSWER_MAX || memchr(head, '[', size) || !text_is_valid(head, size))
        return NULL;
    text = arena_copy(arena, head, size);
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        const char *found = text_of_key(text, keys[i]);
        if (found && *found && *found != '"')
            return text_in_json(found, arena);
    }
    return NULL;
}

const char *no_data_reason(const char *name, const char *head, size_t size)
{
    const char *kind = kind_of(head, size);

    if (kind)
        return kind;
    if (!is_text(head, size))
        return _("cannot read: this is no text; a program or a picture?");
    if (ends_in(name, ".csv", ".tsv") && size && !memchr(head, ':', size))
        return _("taken for a table by its name, but it has none: a table needs a line "
                 "of headings, one for the period and one for figures, with commas or "
                 "tabs between them");
    if (!is_meant_as_yaml(name, head, size))
        return _(
            "this is text, and not a dataset; what is read are tables (CSV, TSV or "
            "JSON) with a line of headings, and YAML with title: and observations:");
    return NULL;
}
