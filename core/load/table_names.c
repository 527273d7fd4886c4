/*
 * Names that a publisher keeps in files of their own, beside the figures: lists of
 * codes that are met among the files of an archive or folder, or lie beside the table.
 */
#include "core/base/text.h"
#include "core/load/paths.h"
#include "core/load/source.h"
#include "core/load/table_reader.h"

#include <string.h>

enum { ROW_MAX = 8192 };

void table_keep_name(struct table_reader *reader, struct table_names *names,
                     uint32_t member, struct builder_text name)
{
    if (member >= names->capacity) {
        uint32_t capacity = names->capacity ? names->capacity * 2 : 256;
        const char **grown;
        while (capacity <= member)
            capacity *= 2;
        grown = ARENA_ARRAY(reader->arena, const char *, capacity);
        if (names->capacity)
            memcpy(grown, names->text, names->capacity * sizeof(*grown));
        names->text = grown;
        names->capacity = capacity;
    }
    if (!names->text[member])
        names->text[member] = text_clean(reader->arena, name.text, name.length);
}

const char *table_name_of(const struct table_names *names, uint32_t member)
{
    return member < names->capacity ? names->text[member] : NULL;
}

/* The name for the code in each of the dimensions that the list is for. */
static void name_members(struct table_reader *reader, const struct layout_names *names,
                         struct builder_text code, struct builder_text name)
{
    for (size_t i = 0; i < LAYOUT_NAMES_OF && names->of[i]; i++) {
        size_t dimension = dataset_dimension(reader->dataset, names->of[i]);
        uint32_t member;
        if (dimension == SIZE_MAX || !name.length)
            continue;
        member = dict_find(&reader->dataset->dimension[dimension].codes, code.text,
                           code.length);
        if (member != DICT_NONE)
            table_keep_name(reader, &reader->dimension[dimension].names, member, name);
    }
}

static void read_rows(struct table_reader *reader, struct table *table,
                      const struct layout_names *names, const struct headings *headings)
{
    size_t code = headings_find(headings, names->code);
    size_t name = headings_find(headings, names->name);
    struct table_row row;

    while (table_next(table, &row))
        if (row.count > code && row.count > name)
            name_members(reader, names, row.fields[code], row.fields[name]);
}

bool table_read_names(struct table_reader *reader, struct bytes *bytes)
{
    struct arena arena = {.on_failure = reader->arena->on_failure};
    struct diag_list unheard = {.arena = &arena};
    const char *head;
    size_t size = bytes_peek(bytes, &head);
    struct table *table =
        table_open(bytes, table_separator(head, size), ROW_MAX, &arena, &unheard);
    const struct layout_names *names = reader->layout->names;
    struct headings headings;
    struct table_row row;
    bool is_one = false;

    if (names && table_next(table, &row)) {
        headings = table_headings(&row, &arena);
        for (; names->file && !is_one; names++) {
            is_one = headings_have(&headings, names->code) &&
                     headings_have(&headings, names->name);
            if (is_one)
                read_rows(reader, table, names, &headings);
        }
    }
    table_close(table);
    arena_clear(&arena);
    return is_one;
}

/* The newest file in the folder whose name begins so: they are versions of one list. */
static const char *file_beside(const struct table_reader *reader, const char *begins,
                               struct arena *arena)
{
    const char *folder = path_folder(reader->first_name, arena);
    struct paths paths = paths_in_folder(*folder ? folder : ".", arena);
    const char *found = NULL;

    for (size_t i = 0; i < paths.count; i++)
        if (strncmp(text_file_name(paths.path[i]), begins, strlen(begins)) == 0)
            found = paths.path[i];
    return found;
}

void table_look_for_names(struct table_reader *reader)
{
    const struct layout_names *names = reader->layout->names;
    struct load_limits limits = {.file_bytes = NAMES_BYTES_MAX};
    struct arena arena = {.on_failure = reader->arena->on_failure};
    struct diag_list unheard = {.arena = &arena};

    for (; names && names->file; names++) {
        const char *path = file_beside(reader, names->file, &arena);
        struct source *source;
        struct bytes *bytes;
        if (!path)
            continue;
        source = source_open(&path, 1, &limits, &arena, &unheard);
        bytes = source_next(source);
        if (bytes)
            table_read_names(reader, bytes);
        source_close(source);
    }
    arena_clear(&arena);
}
