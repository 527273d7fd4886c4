/*
 * The heads of tables: which row is the head, or which two, and what layout it is of.
 */
#include "core/base/text.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* "OBS_VALUE: Observation value" is the code OBS_VALUE with its label. */
static size_t without_label(const char *text, size_t length)
{
    size_t code = 0;

    while (code < length && (isupper((unsigned char)text[code]) || text[code] == '_' ||
                             isdigit((unsigned char)text[code])))
        code++;
    return code && code + 1 < length && text[code] == ':' && text[code + 1] == ' '
               ? code
               : length;
}

/* Latin letters with accents, two bytes each, lose them: "Année" is "annee". Others
 * stay, and what would take more room. */
static void fold_accents(char *text, struct arena *arena)
{
    char *out = text;

    while (*text) {
        unsigned char byte = (unsigned char)text[0];
        char letter[3] = {text[0], byte >= 0xc3 && byte <= 0xcd ? text[1] : '\0', '\0'};
        const char *folded =
            byte >= 0xc3 && byte <= 0xcd ? text_fold(arena, letter) : letter;
        size_t length = strlen(letter);
        if (strlen(folded) > length)
            folded = letter;
        memcpy(out, folded, strlen(folded));
        out += strlen(folded);
        text += length;
    }
    *out = '\0';
}

/* Letters and digits alone, lower case and without accents. */
static char *fold_heading(const char *text, size_t length, struct arena *arena)
{
    char *folded = arena_copy(arena, text, length);
    size_t used = 0;

    length = without_label(text, length);

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte >= 0x80 || isalnum(byte))
            folded[used++] = (char)tolower(byte);
    }
    /* What pandas calls an index that has no name. */
    if (strncmp(folded, "unnamed", 7) == 0 &&
        strspn(folded + 7, "0123456789") == used - 7)
        used = 0;
    folded[used] = '\0';
    fold_accents(folded, arena);
    return folded;
}

static const char *fold_without_unit(const char *text, struct arena *arena)
{
    const char *without = layout_without_unit(text, arena);

    return fold_heading(without, strlen(without), arena);
}

/* A byte order mark belongs to no heading. */
struct builder_text table_without_mark(struct builder_text text)
{
    if (text.length >= 3 && memcmp(text.text, "\xef\xbb\xbf", 3) == 0) {
        text.text += 3;
        text.length -= 3;
    }
    if (text.length >= 2 && text.text[0] == '"' && text.text[text.length - 1] == '"') {
        text.text++;
        text.length -= 2;
    }
    return text;
}

struct headings table_headings(const struct table_row *row, struct arena *arena)
{
    struct builder_text *text = ARENA_ARRAY(arena, struct builder_text, row->count);
    const char **folded = ARENA_ARRAY(arena, const char *, row->count);
    const char **bare = ARENA_ARRAY(arena, const char *, row->count);
    size_t count = row->count;

    for (size_t i = 0; i < row->count; i++) {
        text[i] = table_without_mark(row->fields[i]);
        text[i].text = arena_copy(arena, text[i].text, text[i].length);
        folded[i] = fold_heading(text[i].text, text[i].length, arena);
        bare[i] = fold_without_unit(text[i].text, arena);
    }
    while (count && !*folded[count - 1])
        count--;
    return (struct headings){
        .text = text, .folded = folded, .bare = bare, .count = count};
}

/* Whether the row has every column that was named in answer, and one at least. */
static bool has_mapped(const struct headings *headings,
                       const struct load_answers *answers)
{
    size_t had = 0;

    for (size_t i = 0; i < answers->map_count; i++) {
        if (table_is_stated(headings, &answers->map[i]))
            continue;
        if (table_mapped_column(headings, &answers->map[i]) != COLUMN_NONE)
            had++;
        else if (!answers->map[i].is_own)
            return false;
    }
    return had > 0;
}

static const struct layout_ops *layout_with(const struct headings *headings,
                                            const struct load_answers *answers)
{
    const struct layout_ops *layout = layout_of(headings);

    if ((layout && layout != &layout_bare && layout != &layout_series) || !answers ||
        !has_mapped(headings, answers))
        return layout;
    return layout_is_wide(headings) ? &layout_wide : &layout_plain;
}

int table_mapped_column(const struct headings *headings, const struct load_map *map)
{
    for (size_t i = 0; i < headings->count; i++)
        if (headings->text[i].length == map->length &&
            memcmp(headings->text[i].text, map->column, map->length) == 0)
            return (int)i;
    return COLUMN_NONE;
}

/* The row as a line of the preamble. */
static const char *add_line(const char *before, const struct table_row *row,
                            struct arena *arena)
{
    const char *line = before ? before : "";

    for (size_t i = 0; i < row->count; i++)
        line = arena_printf(arena, "%s%.*s ", line, (int)row->fields[i].length,
                            row->fields[i].text);
    return arena_printf(arena, "%s\n", line);
}

/* The row's only field, where it has words and is no unit; NULL. */
static const char *title_of(const struct table_row *row, struct arena *arena)
{
    enum { TITLE_MAX = 200 };
    struct builder_text only = {0};
    struct unit unit;
    const char *text;

    for (size_t i = 0; i < row->count; i++) {
        struct builder_text field = table_without_mark(row->fields[i]);
        if (field.length && only.length)
            return NULL;
        only = field.length ? field : only;
    }
    if (only.length < 4 || only.length > TITLE_MAX)
        return NULL;
    text = text_clean(arena, only.text, only.length);
    for (const char *at = text; *at; at++)
        if (isalpha((unsigned char)*at) || (unsigned char)*at >= 0x80)
            return layout_is_unit(text, &unit, arena) ? NULL : text;
    return NULL;
}

/* A head of two rows: what stands above several columns goes before each of theirs. */
static struct headings join(const struct headings *above, const struct headings *below,
                            struct arena *arena)
{
    size_t count = below->count;
    struct builder_text *text = ARENA_ARRAY(arena, struct builder_text, count + 1);
    const char **folded = ARENA_ARRAY(arena, const char *, count + 1);
    const char **bare = ARENA_ARRAY(arena, const char *, count + 1);
    size_t over = SIZE_MAX;

    for (size_t i = 0; i < count; i++) {
        bool is_over = i < above->count && above->text[i].length;
        over = is_over ? i : over;
        text[i] = below->text[i];
        folded[i] = below->folded[i];
        bare[i] = below->bare[i];
        if (over == SIZE_MAX || (!text[i].length && !is_over))
            continue;
        text[i].text = arena_printf(arena, "%.*s%s%.*s", (int)above->text[over].length,
                                    above->text[over].text, text[i].length ? " " : "",
                                    (int)text[i].length, text[i].text);
        text[i].length = strlen(text[i].text);
        folded[i] = fold_heading(text[i].text, text[i].length, arena);
        bare[i] = fold_without_unit(text[i].text, arena);
    }
    if (count && !*folded[0]) /* what the first column has nobody says */
        text[0].text = folded[0] = bare[0] = "item", text[0].length = strlen("item");
    return (struct headings){text, folded, bare, count, above->preamble, above->title};
}

/* A row that alone is a table of series, or of periods, may have flows above it. */
static bool may_lack_flows(const struct layout_ops *layout)
{
    return !layout || layout == &layout_bare || layout == &layout_series ||
           layout == &layout_wide;
}

/* The layout of the row, or of it and the row before it, whose headings *here are. */
static const struct layout_ops *layout_here(struct headings *here,
                                            const struct headings *above,
                                            const struct load_answers *answers,
                                            struct arena *arena)
{
    const struct layout_ops *layout = layout_with(here, answers);
    const struct layout_ops *of_both;
    struct headings both;

    if (!may_lack_flows(layout) || above->count < 2)
        return layout;
    both = join(above, here, arena);
    of_both = layout_with(&both, answers);
    if (!of_both || (layout && of_both == &layout_bare) ||
        (layout && layout != &layout_bare && of_both != &layout_flow_periods))
        return layout;
    *here = both;
    return of_both;
}

/* Whether something stands above several columns: over empty ones, or over and over. */
static bool may_span(const struct headings *headings)
{
    bool has_text = false;

    for (size_t i = 0; i < headings->count; i++) {
        const char *folded = headings->folded[i];
        if (has_text && (!*folded || strcmp(folded, headings->folded[i - 1]) == 0))
            return true;
        has_text = has_text || *folded;
    }
    return false;
}

/* The row behind, which stays to be read. */
bool table_peek(struct table *table, struct headings *next, struct arena *arena)
{
    enum { PEEK_MAX = 64 * 1024 };
    struct diag_list unheard = {.arena = arena};
    const char *text;
    size_t size = table_lines(table, &text);
    struct bytes bytes;
    struct table *lines;
    struct table_row row;
    bool is_there;

    if (!size)
        return false;
    size = size < PEEK_MAX ? size : PEEK_MAX;
    bytes_open_memory(&bytes, "", text, size, size, &unheard);
    lines = table_open(&bytes, table_separator_of(table), size, arena, &unheard);
    is_there = table_next(lines, &row);
    if (is_there)
        *next = table_headings(&row, arena);
    table_close(lines);
    bytes_close(&bytes);
    return is_there;
}

static bool has_numbers(const struct headings *headings)
{
    for (size_t i = 0; i < headings->count; i++)
        if (headings->text[i].length &&
            strspn(headings->text[i].text, "0123456789.,- ") ==
                headings->text[i].length)
            return true;
    return false;
}

/* Whether two rows are the head, of which the first looks like one by itself. */
static bool are_head(const struct layout_ops *of_both, const struct headings *below)
{
    if (of_both == &layout_plain)
        return !below->text[0].length && !has_numbers(below);
    return of_both == &layout_flow_periods || of_both == &layout_gacc ||
           of_both == &layout_gacc_ytd || of_both == &layout_trademap_bilateral;
}

/* The head of this row and the next one, if they are one; the next one is read then. */
static bool join_next(struct table *table, struct headings *here,
                      const struct layout_ops **layout,
                      const struct load_answers *answers, struct arena *arena)
{
    const struct layout_ops *of_both;
    struct headings below;
    struct headings both;
    struct table_row row;

    if (here->count < 2 || !may_span(here) || !table_peek(table, &below, arena) ||
        below.count < here->count)
        return false;
    both = join(here, &below, arena);
    of_both = layout_with(&both, answers);
    if (!are_head(of_both, &below) || !table_next(table, &row))
        return false;
    *here = both;
    *layout = of_both;
    return true;
}

const struct layout_ops *table_find_head(struct table *table, struct headings *headings,
                                         size_t *line,
                                         const struct load_answers *answers,
                                         struct arena *arena)
{
    struct headings above = {0};
    const char *preamble = NULL;
    const char *title = NULL;
    struct table_row row;

    *headings = (struct headings){0};
    for (int i = 0; i < TABLE_PREAMBLE_MAX && table_next(table, &row); i++) {
        struct headings here = table_headings(&row, arena);
        const struct layout_ops *layout = layout_here(&here, &above, answers, arena);
        bool is_joined = join_next(table, &here, &layout, answers, arena);
        /* What says little says it at once, or has a title that tells its flow: more
         * is a list in something else. */
        if (layout == &layout_bare && i && !is_joined && !table_flow_of_title(preamble))
            layout = NULL;
        above = here;
        here.preamble = preamble;
        here.title = title;
        preamble = add_line(preamble, &row, arena);
        if (!title && !layout)
            title = title_of(&row, arena);
        if (!layout && here.count <= headings->count)
            continue;
        *headings = here;
        *line = row.line + is_joined;
        if (layout) {
            table_take_unit_row(table, layout, headings, arena);
            return layout;
        }
    }
    return NULL;
}
