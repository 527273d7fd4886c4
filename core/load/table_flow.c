/*
 * Which flow the figures of a file are of, where none of its columns says it: the
 * answer (--map=flow==exports), a title before the head, or the file's name.
 *
 * A name is believed where the publisher's files are called so. Elsewhere "export.csv"
 * may be anything that was exported from somewhere: names count only where one of
 * several files says exports and another imports.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* Without accents. Short ones are for names alone. */
static const struct {
    const char *word;
    const char *flow;
    bool is_short;
} words[] = {
    {"exp", "exports", true},           {"export", "exports", true},
    {"exports", "exports", false},      {"ausfuhr", "exports", false},
    {"ausfuhren", "exports", false},    {"exporte", "exports", false},
    {"exportations", "exports", false}, {"exportaciones", "exports", false},
    {"exportacoes", "exports", false},  {"exportacao", "exports", false},
    {"imp", "imports", true},           {"import", "imports", true},
    {"imports", "imports", false},      {"einfuhr", "imports", false},
    {"einfuhren", "imports", false},    {"importe", "imports", true},
    {"importations", "imports", false}, {"importaciones", "imports", false},
    {"importacoes", "imports", false},  {"importacao", "imports", false},
};

/* Words that are written together with others; one is of both flows. */
static const struct {
    const char *word;
    const char *flow;
} signs[] = {{"进出口", "both"}, {"出口", "exports"}, {"进口", "imports"}};

static const char *flow_of_word(const char *word, size_t length, bool is_name)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strlen(words[i].word) == length &&
            memcmp(words[i].word, word, length) == 0 && (is_name || !words[i].is_short))
            return words[i].flow;
    return NULL;
}

/* The only flow that the text names; NULL: none, both, or one that goes the way back.
 */
static const char *flow_of_text(const char *text, bool is_name)
{
    struct arena scratch = {0};
    const char *folded = text_fold(&scratch, text);
    const char *found = NULL;
    bool is_open = strstr(folded, "转口") || strstr(folded, "复出口");
    size_t length;

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strstr(folded, signs[i].word)) {
            is_open = is_open || found;
            found = signs[i].flow;
        }
    for (; *folded; folded += length) {
        const char *flow;
        for (length = 0; isalpha((unsigned char)folded[length]);)
            length++;
        flow = flow_of_word(folded, length, is_name);
        is_open = is_open || (found && flow && strcmp(found, flow) != 0) ||
                  (length == 2 && memcmp(folded, "re", 2) == 0);
        found = flow ? flow : found;
        length += !length;
    }
    arena_clear(&scratch);
    return is_open ? NULL : found;
}

static const char *flow_of_name(const char *path)
{
    return flow_of_text(text_file_name(path), true);
}

/* The answer; false after reporting that it is no flow. */
static bool take_answer(struct table_reader *reader, const struct load_map *map)
{
    struct source_pos at = {reader->name, reader->heading_line, 1};
    const char *word = arena_copy(reader->arena, map->column + 1, map->length - 1);
    const char *flow = flow_of_text(word, true);

    if (!flow)
        return diag_error(reader->diags, at,
                          "'%s' is no flow; --map=flow==exports and "
                          "--map=flow==imports say what all values are",
                          word);
    reader->flow = flow;
    return true;
}

static bool say_needless(struct table_reader *reader, const struct load_map *map)
{
    return diag_error(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("the table tells its flows by itself; --map=flow=%.*s is for one "
           "that does not"),
        (int)map->length, map->column);
}

static void take_title(struct table_reader *reader, const char *flow)
{
    reader->flow = flow;
    diag_note(reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
              strcmp(flow, "exports") == 0
                  ? N_("the lines before the head say that its values are exports; "
                       "--map=flow==imports says otherwise")
                  : N_("the lines before the head say that its values are imports; "
                       "--map=flow==exports says otherwise"));
}

static void say_named(struct table_reader *reader, struct source_pos at,
                      const char *flow)
{
    diag_note(reader->diags, at,
              strcmp(flow, "exports") == 0
                  ? N_("its values are exports by the file's name")
                  : N_("its values are imports by the file's name"));
}

static void take_name(struct table_reader *reader, const char *flow)
{
    reader->flow = flow;
    say_named(reader, (struct source_pos){reader->name, reader->heading_line, 1}, flow);
}

/* What the files before this one have is of one flow by all their names. */
static void rename_first(struct table_reader *reader)
{
    struct dataset *dataset = reader->dataset;
    size_t value = dataset_measure(dataset, "value");

    if (value == SIZE_MAX || dataset_measure(dataset, reader->named_flow) != SIZE_MAX)
        return;
    dataset->measure[value].id = reader->named_flow;
    table_say_renamed(reader, reader->named_flow);
    say_named(reader, (struct source_pos){.file = reader->first_name},
              reader->named_flow);
}

/* Names say it where they tell two flows apart. */
static bool take_names(struct table_reader *reader, const char *flow)
{
    if (reader->is_first) {
        reader->named_flow = flow;
        return true;
    }
    if (reader->has_named_flows) {
        if (!flow)
            return diag_error(
                reader->diags,
                (struct source_pos){reader->name, reader->heading_line, 1},
                N_("nothing says whether its values are exports or imports, as the "
                   "names of the other files do"));
        take_name(reader, flow);
        return true;
    }
    if (!flow || !reader->named_flow) {
        reader->named_flow = NULL;
        return true;
    }
    if (strcmp(flow, reader->named_flow) == 0)
        return true;
    rename_first(reader);
    reader->has_named_flows = true;
    take_name(reader, flow);
    return true;
}

const char *table_flow_of_title(const char *preamble)
{
    return preamble ? flow_of_text(preamble, false) : NULL;
}

/* Whether there are values, and no column tells which. */
static bool is_open(const struct table_reader *reader)
{
    return reader->flow_column == COLUMN_NONE &&
           (reader->value_column != COLUMN_NONE ||
            (reader->layout == &layout_wide && reader->wide_count));
}

bool table_settle_flow(struct table_reader *reader)
{
    const struct load_map *stated = table_find_stated(reader, ROLE_FLOW);
    const char *title = table_flow_of_title(reader->headings.preamble);
    const char *name = flow_of_name(reader->name);
    struct source_pos at = {reader->name, reader->heading_line, 1};

    reader->flow = reader->layout->prefix_flow ? reader->layout->prefix_flow : "value";
    if (!is_open(reader))
        return !stated || say_needless(reader, stated);
    if (stated)
        return take_answer(reader, stated);
    if (title)
        take_title(reader, title);
    else if (name && reader->layout->names_tell_flow)
        take_name(reader, name);
    else if (!reader->layout->names_tell_flow)
        return take_names(reader, name);
    else
        diag_warning(reader->diags, at,
                     "nothing says whether its values are exports or imports, neither "
                     "a column nor the file's name; --map=flow==exports says it");
    return true;
}
