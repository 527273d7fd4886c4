#include "core/load/no_data.h"

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

const char *no_data_reason(const char *name, const char *head, size_t size)
{
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
