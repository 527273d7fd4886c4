/*
 * Which members a query may have as rows, whatever figures they have.
 */
#include "core/query/row_list.h"

#include "core/query/frame_internal.h"

#include <string.h>

/* Whether something stands below each member: for all at once, since asking one by one
 * goes over all of them each time. */
static bool *find_parents(const struct dimension *rows, struct arena *arena)
{
    bool *has_children = ARENA_ARRAY(arena, bool, rows->member_count);

    for (uint32_t i = 0; i < rows->member_count; i++)
        if (rows->members[i].parent != MEMBER_NONE)
            has_children[rows->members[i].parent] = true;
    return has_children;
}

/* Whether the query wants this member as a row; `has_children` with LEVEL_FINEST. */
static bool is_row(const struct making *making, uint32_t number,
                   const bool *has_children)
{
    const struct query *query = making->query;
    const struct member *member = &making->rows->members[number];
    uint32_t within = query->within[query->rows];

    if (member->is_group != (query->level == LEVEL_GROUPS))
        return false;
    if (query->level < LEVEL_GROUPS && member->level != query->level)
        return false;
    if (query->level == LEVEL_FINEST && has_children[number])
        return false;
    return within == MEMBER_NONE || member_is_within(making->rows, number, within);
}

static enum row_kind kind_of(const struct making *making, const struct member *member)
{
    const char *reporter = making->dataset->reporter_code;

    if (member->is_group || making->rows->is_apart)
        return ROW_GROUP;
    if (member->is_residual)
        return ROW_RESIDUAL;
    if (reporter && *reporter && strcmp(reporter, member->code) == 0)
        return ROW_REPORTER;
    return ROW_MEMBER;
}

bool making_is_ranked(const struct making *making, uint32_t member)
{
    struct row_set *set = making->set;
    enum row_kind kind;

    if (making->query->level == LEVEL_FINEST && !set->has_children)
        set->has_children = find_parents(making->rows, set->arena);
    if (!is_row(making, member, set->has_children))
        return false;
    kind = kind_of(making, &making->rows->members[member]);
    return kind == ROW_MEMBER || kind == ROW_GROUP;
}

bool row_list_fits(const struct row_list *list, const struct making *making)
{
    const struct query *query = making->query;

    return list->level == query->level && list->within == query->within[query->rows] &&
           strcmp(list->language, query->language) == 0;
}

struct row_list *row_list_new(const struct making *making, struct arena *arena)
{
    const struct query *query = making->query;
    const struct dimension *rows = making->rows;
    struct row_list *list = ARENA_NEW(arena, struct row_list);
    const bool *has_children =
        query->level == LEVEL_FINEST ? find_parents(rows, arena) : NULL;

    list->level = query->level;
    list->within = query->within[query->rows];
    list->language = arena_printf(arena, "%s", query->language);
    list->rows = ARENA_ARRAY(arena, struct frame_row, rows->member_count);
    for (uint32_t i = 0; i < rows->member_count; i++) {
        struct frame_row *row = &list->rows[list->count];
        size_t length;
        if (!is_row(making, i, has_children))
            continue;
        list->count++;
        row->kind = kind_of(making, &rows->members[i]);
        row->member = i;
        row->code = rows->members[i].code;
        row->name = member_name(rows, i, query->language);
        length = strlen(row->name);
        row->name_bytes = length < UINT8_MAX ? (uint8_t)length : UINT8_MAX;
    }
    return list;
}
