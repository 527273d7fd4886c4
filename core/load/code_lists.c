#include "core/load/code_lists.h"

#include "core/base/text.h"
#include "core/load/code_list_kinds.h"
#include "core/load/format.h"
#include "core/load/json_records.h"
#include "core/load/table_reader.h"

#include <string.h>

enum { ROW_MAX = 8192 };

/* A table over the bytes, and what it is of. */
struct opened {
    struct table *table;
    struct json_records *records;
    struct headings headings;
    const struct code_list_kind *kind; /* NULL: it is no list */
};

static void open_list(struct opened *opened, struct bytes *bytes,
                      const struct load_limits *limits, struct arena *arena,
                      struct diag_list *unheard)
{
    const char *head;
    size_t size = bytes_peek(bytes, &head);
    char separator = table_separator(head, size);
    struct table_row row;

    *opened = (struct opened){0};
    if (format_json.recognises(head, size)) {
        opened->records = json_records_open(bytes, limits, arena, unheard);
        opened->table = table_over(json_records_source(opened->records), arena);
    } else if (separator) {
        opened->table = table_open(bytes, separator, ROW_MAX, arena, unheard);
    }
    if (!opened->table || !table_next(opened->table, &row))
        return;
    opened->headings = table_headings(&row, arena);
    opened->kind = code_list_kind_of(&opened->headings);
}

static void close_list(struct opened *opened)
{
    if (opened->table)
        table_close(opened->table);
    if (opened->records)
        json_records_close(opened->records);
}

bool code_list_recognises(const char *head, size_t size)
{
    struct arena arena = {0};
    struct diag_list unheard = {.arena = &arena};
    struct opened opened;
    struct bytes bytes;
    bool is_one;

    bytes_open_memory(&bytes, "", head, size, size, &unheard);
    open_list(&opened, &bytes, &load_limits_default, &arena, &unheard);
    is_one = opened.kind != NULL;
    close_list(&opened);
    bytes_close(&bytes);
    arena_clear(&arena);
    return is_one;
}

/* The list of the file with that id, made when there is none; NULL: too many. */
static struct code_list *list_of(struct code_lists *lists, size_t first,
                                 const char *file, struct builder_text id,
                                 struct arena *arena)
{
    struct code_list *list;

    for (size_t i = first; i < lists->count; i++)
        if (strlen(lists->list[i].id) == id.length &&
            memcmp(lists->list[i].id, id.text, id.length) == 0)
            return &lists->list[i];
    if (lists->count == CODE_LIST_MAX)
        return NULL;
    list = &lists->list[lists->count++];
    *list = (struct code_list){.file = arena_copy(arena, file, strlen(file)),
                               .id = arena_copy(arena, id.text, id.length)};
    return list;
}

/* "0101 - Horses" names 0101: the code is no part of it. */
static struct builder_text without_code(struct builder_text name,
                                        struct builder_text code)
{
    size_t at = code.length;

    if (name.length <= at || memcmp(name.text, code.text, at) != 0)
        return name;
    while (at < name.length && strchr(" -:", name.text[at]))
        at++;
    if (at == code.length || at == name.length)
        return name;
    name.text += at;
    name.length -= at;
    return name;
}

static void add(struct code_list *list, struct builder_text code,
                struct builder_text name, struct arena *arena)
{
    uint32_t number;

    name = without_code(name, code);
    if (!code.length || !name.length ||
        dict_find(&list->codes, code.text, code.length) != DICT_NONE)
        return;
    number = dict_add(&list->codes, arena, code.text, code.length);
    if (number == list->capacity) {
        uint32_t capacity = number ? 2 * number : 256;
        const char **grown = ARENA_ARRAY(arena, const char *, capacity);
        if (number)
            memcpy(grown, list->names, number * sizeof(*grown));
        list->names = grown;
        list->capacity = capacity;
    }
    list->names[number] = text_clean(arena, name.text, name.length);
}

/* Blanks around it are no part of a text; lists in JSON have them. */
static struct builder_text field(const struct table_row *row, size_t column)
{
    struct builder_text text = {"", 0, {0}};

    if (column >= row->count)
        return text;
    text = row->fields[column];
    while (text.length && strchr(" \t", *text.text)) {
        text.text++;
        text.length--;
    }
    while (text.length && strchr(" \t", text.text[text.length - 1]))
        text.length--;
    return text;
}

static size_t column_of(const struct headings *headings, const char *heading)
{
    return heading ? headings_find(headings, heading) : SIZE_MAX;
}

static void read_rows(struct code_lists *lists, const struct opened *opened,
                      const char *file, struct arena *arena)
{
    const struct code_list_kind *kind = opened->kind;
    size_t code = column_of(&opened->headings, kind->code);
    size_t other = column_of(&opened->headings, kind->other_code);
    size_t name = column_of(&opened->headings, kind->name);
    size_t id = column_of(&opened->headings, kind->id);
    size_t first = lists->count;
    struct table_row row;

    while (table_next(opened->table, &row)) {
        struct code_list *list = list_of(lists, first, file, field(&row, id), arena);
        if (!list)
            return;
        list->of = kind->of;
        add(list, field(&row, code), field(&row, name), arena);
        add(list, field(&row, other), field(&row, name), arena);
    }
}

bool code_lists_read(struct code_lists *lists, struct bytes *bytes, struct arena *arena)
{
    struct load_limits limits = load_limits_default;
    struct arena scratch = {.on_failure = arena->on_failure};
    struct diag_list unheard = {.arena = &scratch};
    struct opened opened;
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    if (!code_list_recognises(head, size))
        return false;
    open_list(&opened, bytes, &limits, &scratch, &unheard);
    if (opened.kind)
        read_rows(lists, &opened, bytes->name, arena);
    close_list(&opened);
    arena_clear(&scratch);
    return true;
}

/* Whether the list is made for it: 2 by its subject, 1 by its id, "CL_REF_AREA" of
 * ref_area. */
static int affinity(const struct code_list *list, const char *dimension)
{
    char id[48];
    size_t used = 0;

    for (size_t i = 0; i < CODE_LIST_OF && list->of[i]; i++)
        if (strcmp(list->of[i], dimension) == 0)
            return 2;
    for (; list->id[used] && used + 1 < sizeof(id); used++)
        id[used] = list->id[used] >= 'A' && list->id[used] <= 'Z'
                       ? (char)(list->id[used] | 0x20)
                       : list->id[used];
    id[used] = '\0';
    return strncmp(id, "cl_", 3) == 0 && strcmp(id + 3, dimension) == 0;
}

static uint32_t known_count(const struct code_list *list,
                            const struct dimension *dimension)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++)
        count += code_list_name(list, dimension->members[i].code) != NULL;
    return count;
}

/* A list of anything must know three of four codes, and no other as many by other
 * names: A is annual in one list and normal in another. */
struct code_list *code_lists_for(struct code_lists *lists,
                                 const struct dimension *dimension)
{
    struct code_list *best = NULL;
    uint32_t most = 0;
    int nearest = 0;
    bool is_open = false;

    for (size_t i = lists->count; i-- > 0;) {
        struct code_list *list = &lists->list[i];
        uint32_t known = known_count(list, dimension);
        int near = affinity(list, dimension->id);
        bool is_enough =
            near == 2 ? known > 0 : 4 * known >= 3 * dimension->member_count;
        if (!is_enough || !known || near < nearest || (list->of[0] && near < 2))
            continue;
        if (near == nearest && known <= most) {
            is_open = is_open || (known == most && near < 2);
            continue;
        }
        best = list;
        most = known;
        nearest = near;
        is_open = false;
    }
    return is_open ? NULL : best;
}

const char *code_list_name(const struct code_list *list, const char *code)
{
    uint32_t number = dict_find(&list->codes, code, strlen(code));

    return number == DICT_NONE ? NULL : list->names[number];
}

void code_lists_close(struct code_lists *lists)
{
    for (size_t i = 0; i < lists->count; i++)
        dict_close(&lists->list[i].codes);
    lists->count = 0;
}
