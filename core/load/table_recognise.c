/*
 * Whether the beginning of a file is a table, and what it has alike with others.
 */
#include "core/load/table_reader.h"

#include <string.h>

/* A data file of ours says so at the beginning of a line; its rows look like a table.
 */
static bool is_ours(const char *head, size_t size)
{
    static const char word[] = "entrepot:";

    for (size_t at = 0; at + sizeof(word) <= size; at++) {
        const char *end;
        if (memcmp(head + at, word, sizeof(word) - 1) == 0)
            return true;
        end = memchr(head + at, '\n', size - at);
        if (!end)
            return false;
        at = (size_t)(end - head);
    }
    return false;
}

/* YAML has keys, lists, comments and directives where a table has its first heading. */
static bool may_be_yaml(struct builder_text heading)
{
    const char *colon;

    if (!heading.length)
        return false;
    colon = memchr(heading.text, ':', heading.length);
    return (colon && (colon + 1 == heading.text + heading.length || colon[1] == ' ')) ||
           strchr("-[{#%&*!|>?", *heading.text);
}

/* Whether the lines are parted alike, but for titles of which some may be the first, so
 * that they are a table whatever it means. */
static bool is_even(const char *head, size_t size, size_t titles, struct arena *arena)
{
    struct diag_list unheard = {.arena = arena};
    struct bytes bytes;
    char separator = table_separator(head, size);
    struct table *table;
    struct table_row row;
    size_t count = 0;
    bool is_good = true;

    /* The last line may be cut. */
    while (size && head[size - 1] != '\n')
        size--;
    bytes_open_memory(&bytes, "", head, size, size, &unheard);
    table = table_open(&bytes, separator, size + 1, arena, &unheard);
    while (is_good && table_next(table, &row)) {
        if (titles && row.count == 1 && titles--)
            continue;
        titles = 0;
        is_good = row.count > 1 && (!count || row.count == count) &&
                  (count || !may_be_yaml(table_without_mark(row.fields[0])));
        count = row.count;
    }
    table_close(table);
    bytes_close(&bytes);
    return is_good && count;
}

/* The head that some layout knows, among the first bytes of a file. */
static const struct layout_ops *look_at(const char *head, size_t size,
                                        struct headings *headings, struct arena *arena)
{
    struct diag_list unheard = {.arena = arena};
    struct bytes bytes;
    char separator = table_separator(head, size);
    const struct layout_ops *layout;
    struct table *table;
    size_t line;

    if (!separator || is_ours(head, size))
        return NULL;
    bytes_open_memory(&bytes, "", head, size, size, &unheard);
    table = table_open(&bytes, separator, size, arena, &unheard);
    layout = table_find_head(table, headings, &line, NULL, arena);
    if (layout == &layout_bare &&
        !(is_even(head, size, headings->preamble ? TABLE_PREAMBLE_MAX : 0, arena) &&
          table_bare_fits(headings, table, arena)))
        layout = NULL;
    table_close(table);
    bytes_close(&bytes);
    return layout;
}

bool table_is_certain(const char *head, size_t size)
{
    struct arena arena = {0};
    struct headings headings;
    bool is_known = look_at(head, size, &headings, &arena) != NULL;

    arena_clear(&arena);
    return is_known;
}

const char *table_key(const char *head, size_t size, struct arena *arena)
{
    struct headings headings;
    const struct layout_ops *layout = look_at(head, size, &headings, arena);

    return layout ? table_key_of(layout, &headings, arena) : NULL;
}

bool table_recognises(const char *head, size_t size)
{
    struct arena arena = {0};
    char separator = table_separator(head, size);
    bool is_table = separator && !is_ours(head, size) &&
                    (table_is_certain(head, size) || is_even(head, size, 0, &arena));

    arena_clear(&arena);
    return is_table;
}
