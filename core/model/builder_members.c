#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <string.h>

/* How far a member's level is settled. */
enum progress { PROGRESS_NONE, PROGRESS_STARTED, PROGRESS_DONE };

/* One dimension while its members are put in order. */
struct resolver {
    struct builder *builder;
    struct dimension *dimension;
    struct pending_member *pending;
    uint8_t *progress; /* enum progress, by member */
    uint32_t *path;    /* members from one up to its first ancestor that is settled */
    bool has_levels;   /* the file names them */
    bool has_total;    /* a level was put on top for the total */
    size_t deepest;
};

static uint32_t find(struct resolver *resolver, struct builder_text code,
                     const char *what, bool wants_group)
{
    const struct dimension *dimension = resolver->dimension;
    struct builder *builder = resolver->builder;
    uint32_t found = dict_find(&dimension->codes, code.text, code.length);

    if (found == DICT_NONE) {
        diag_error_span(builder->diags, code.at, builder_span(code),
                        "%s '%s' is not declared%s", translate(what),
                        builder_quote(builder, code),
                        builder_suggest(builder, code, dimension->codes.text,
                                        dimension->codes.count));
        return MEMBER_NONE;
    }
    if (dimension->members[found].is_group == wants_group)
        return found;
    if (wants_group)
        diag_error_span(builder->diags, code.at, builder_span(code),
                        "'%s' is a member, not a group: declare it under 'groups'",
                        builder_quote(builder, code));
    else
        diag_error_span(builder->diags, code.at, builder_span(code),
                        "'%s' is a group and cannot be a parent: say groups: [%s]",
                        builder_quote(builder, code), builder_quote(builder, code));
    return MEMBER_NONE;
}

static void resolve_groups(struct resolver *resolver, uint32_t number)
{
    struct member *member = &resolver->dimension->members[number];
    const struct pending_member *pending = &resolver->pending[number];
    uint32_t *groups =
        ARENA_ARRAY(&resolver->builder->dataset->arena, uint32_t, pending->group_count);

    for (size_t i = 0; i < pending->group_count; i++) {
        uint32_t group = find(resolver, pending->groups[i], N_("group"), true);

        if (group != MEMBER_NONE)
            groups[member->group_count++] = group;
    }
    member->groups = groups;
}

static void report_cycle(struct resolver *resolver, uint32_t number)
{
    struct builder *builder = resolver->builder;
    struct member *member = &resolver->dimension->members[number];
    struct builder_text parent = resolver->pending[number].parent;

    diag_error_span(builder->diags, parent.at, builder_span(parent),
                    "'%s' is its own ancestor through its parent '%s'",
                    builder_quote(builder,
                                  (struct builder_text){
                                      .text = member->code,
                                      .length = strlen(member->code),
                                  }),
                    builder_quote(builder, parent));
    member->parent = MEMBER_NONE;
}

/* The level that the file gives to the member, SIZE_MAX for none. */
static size_t stated_level(struct resolver *resolver, uint32_t number)
{
    struct builder *builder = resolver->builder;
    struct dimension *dimension = resolver->dimension;
    struct builder_text level = resolver->pending[number].level;

    if (!level.text)
        return SIZE_MAX;
    for (size_t i = 0; i < dimension->level_count; i++)
        if (strlen(dimension->level[i]) == level.length &&
            memcmp(dimension->level[i], level.text, level.length) == 0)
            return i;
    diag_error_span(
        builder->diags, level.at, builder_span(level),
        "level '%s' is not among the levels of '%s'%s", builder_quote(builder, level),
        dimension->id,
        builder_suggest(builder, level, dimension->level, dimension->level_count));
    return SIZE_MAX;
}

/* The parent, if there is one, is settled. */
static void settle_level(struct resolver *resolver, uint32_t number)
{
    struct builder *builder = resolver->builder;
    struct dimension *dimension = resolver->dimension;
    struct member *member = &dimension->members[number];
    struct builder_text name = {member->code, strlen(member->code), member->at};
    size_t level = stated_level(resolver, number);
    size_t lowest = 0;

    if (member->parent != MEMBER_NONE)
        lowest = (size_t)dimension->members[member->parent].level + 1;
    if (level != SIZE_MAX && level < lowest)
        diag_error_span(builder->diags, resolver->pending[number].level.at,
                        builder_span(resolver->pending[number].level),
                        "'%s' has level '%s', which is not below its parent's, '%s'",
                        builder_quote(builder, name), dimension->level[level],
                        dimension->level[lowest - 1]);
    if (level == SIZE_MAX)
        level = lowest;

    size_t level_max = resolver->has_levels ? dimension->level_count : LEVEL_MAX;
    if (level >= level_max) {
        diag_error_span(builder->diags, name.at, builder_span(name),
                        resolver->has_levels
                            ? N_("'%s' is %zu levels deep, but '%s' has %zu")
                            : N_("'%s' is %zu levels deep, but '%s' has at most %zu"),
                        builder_quote(builder, name), level + 1, dimension->id,
                        level_max);
        level = level_max - 1;
    }
    member->level = (uint8_t)level;
    if (level > resolver->deepest)
        resolver->deepest = level;
}

/* Walks up until an ancestor is settled, then settles downwards. */
static void settle(struct resolver *resolver, uint32_t number)
{
    struct member *members = resolver->dimension->members;
    size_t length = 0;

    while (number != MEMBER_NONE && resolver->progress[number] == PROGRESS_NONE) {
        resolver->progress[number] = PROGRESS_STARTED;
        resolver->path[length++] = number;

        uint32_t parent = members[number].parent;
        if (parent != MEMBER_NONE && resolver->progress[parent] == PROGRESS_STARTED)
            report_cycle(resolver, number);
        number = members[number].parent;
    }
    while (length > 0) {
        number = resolver->path[--length];
        settle_level(resolver, number);
        resolver->progress[number] = PROGRESS_DONE;
    }
}

static void find_parents(struct resolver *resolver)
{
    struct dimension *dimension = resolver->dimension;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        struct member *member = &dimension->members[i];
        const struct pending_member *pending = &resolver->pending[i];

        resolve_groups(resolver, i);
        if (pending->parent.text)
            member->parent = find(resolver, pending->parent, N_("parent"), false);
    }
}

/* Groups stand outside the levels. */
static void settle_groups(struct resolver *resolver)
{
    struct dimension *dimension = resolver->dimension;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        if (!dimension->members[i].is_group)
            continue;
        dimension->members[i].level = LEVEL_NONE;
        resolver->progress[i] = PROGRESS_DONE;
    }
}

/* Levels that the file does not name are numbered. */
static void name_levels(struct resolver *resolver)
{
    struct dimension *dimension = resolver->dimension;

    if (resolver->has_levels)
        return;
    for (size_t i = 0; i <= resolver->deepest; i++)
        dimension->level[i] = resolver->has_total && i == 0
                                  ? "total"
                                  : arena_printf(&resolver->builder->dataset->arena,
                                                 "%zu", i + !resolver->has_total);
    dimension->level_count = resolver->deepest + 1;
}

/* A total among the members, or one member alone, says that they are parts of it. */
static void settle_apart(struct dimension *dimension)
{
    if (!dimension->is_taken_apart)
        return;
    dimension->is_taken_apart = dimension_whole(dimension) == MEMBER_NONE;
    dimension->is_apart = dimension->is_taken_apart;
}

void builder_finish_members(struct builder *builder)
{
    for (size_t i = 0; i < builder->dataset->dimension_count; i++) {
        struct dimension *dimension = &builder->dataset->dimension[i];
        struct resolver resolver = {
            .builder = builder,
            .dimension = dimension,
            .pending = builder->dimension[i].members,
            .progress =
                ARENA_ARRAY(&builder->scratch, uint8_t, dimension->member_count),
            .path = ARENA_ARRAY(&builder->scratch, uint32_t, dimension->member_count),
            .has_levels = dimension->level_count > 0,
        };

        find_parents(&resolver);
        resolver.has_total = builder_take_aggregates(builder, i);
        settle_groups(&resolver);
        for (uint32_t member = 0; member < dimension->member_count; member++)
            settle(&resolver, member);
        name_levels(&resolver);
        settle_apart(dimension);
        dimension_settle(dimension);
    }
}
