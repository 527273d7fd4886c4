/*
 * Names that a publisher keeps in files of their own, beside the figures: lists of
 * codes that are met among the files of an archive or folder, or lie beside the table.
 */
#include "core/base/text.h"
#include "core/load/code_lists.h"
#include "core/load/paths.h"
#include "core/load/source.h"
#include "core/load/table_reader.h"

#include <string.h>

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

/* Into the lists, those that the layout has beside its tables. */
static void look_beside(struct table_reader *reader)
{
    const char *const *begins = reader->layout->lists;
    struct load_limits limits = {.file_bytes = NAMES_BYTES_MAX};
    struct arena arena = {.on_failure = reader->arena->on_failure};
    struct diag_list unheard = {.arena = &arena};

    for (; begins && *begins; begins++) {
        const char *path = file_beside(reader, *begins, &arena);
        struct source *source;
        struct bytes *bytes;
        if (!path)
            continue;
        source = source_open(&path, 1, &limits, &arena, &unheard);
        bytes = source_next(source);
        if (bytes)
            code_lists_read(reader->lists, bytes, reader->arena);
        source_close(source);
    }
    arena_clear(&arena);
}

static void name_members(struct table_reader *reader, size_t number)
{
    const struct dimension *dimension = &reader->dataset->dimension[number];
    struct table_names *names = &reader->dimension[number].names;
    struct code_list *list = code_lists_for(reader->lists, dimension);

    for (uint32_t i = 0; list && i < dimension->member_count; i++) {
        const char *code = dimension->members[i].code;
        const char *name = code_list_name(list, code);
        const char *before = table_name_of(names, i);
        /* What stands in one column is its code and its name. */
        if (!name || (before && strcmp(before, code) != 0))
            continue;
        if (before)
            names->text[i] = NULL;
        table_keep_name(reader, names, i,
                        (struct builder_text){name, strlen(name), {0}});
        list->is_used = true;
    }
}

static bool has_used(const struct code_lists *lists, const char *file)
{
    for (size_t i = 0; i < lists->count; i++)
        if (lists->list[i].is_used && strcmp(lists->list[i].file, file) == 0)
            return true;
    return false;
}

/* Lists that somebody has put among the files, and that were of no use. */
static void say_unused(const struct table_reader *reader)
{
    const struct code_lists *lists = reader->lists;

    for (size_t i = 0; i < lists->count; i++) {
        const char *file = lists->list[i].file;
        bool was_said = i && strcmp(lists->list[i - 1].file, file) == 0;
        if (!was_said && !has_used(lists, file))
            diag_note(reader->diags, (struct source_pos){.file = file},
                      "this list of codes names none that lacks a name");
    }
}

void table_take_names(struct table_reader *reader)
{
    if (!reader->lists)
        return;
    if (!reader->lists->count)
        look_beside(reader);
    for (size_t d = reader->declared_count; d < reader->dataset->dimension_count; d++)
        name_members(reader, d);
    say_unused(reader);
}
