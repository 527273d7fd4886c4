#include "core/base/translate.h"
#include "core/model/aggregates.h"

#include <string.h>

bool dimension_is_of_places(const struct dimension *dimension)
{
    static const char *const ids[] = {"partner", "reporter",    "region",
                                      "origin",  "destination", "country"};

    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
        if (strncmp(dimension->id, ids[i], strlen(ids[i])) == 0)
            return true;
    return false;
}

static const char *how(const struct member *member)
{
    return member->is_taken_by_name ? C_("of a member", "name")
                                    : C_("of a member", "code");
}

static const char *name_of(const struct dimension *dimension, uint32_t member,
                           const char *language)
{
    return member == MEMBER_NONE ? "" : member_name(dimension, member, language);
}

/* Of members whose names say what they are to others. */
static const char *subtotal_sentence(const struct dimension *dimension, uint32_t member,
                                     const char *language, struct arena *arena)
{
    const struct member *of = &dimension->members[member];
    const char *name = member_name(dimension, member, language);
    const char *beside = name_of(dimension, of->taken_beside, language);

    if (of->taken == TAKEN_AS_SUBTOTAL && !of->is_taken_by_name)
        return arena_printf(arena,
                            _("'%s' is taken for the sum from '%s' to '%s', by its "
                              "figures and the total's; it enters no sum, share or "
                              "rank"),
                            name, beside, name_of(dimension, of->taken_last, language));
    if (of->taken == TAKEN_AS_SUBTOTAL)
        return arena_printf(arena,
                            _("'%s' is taken for the sum from '%s' to '%s', by its "
                              "name and figures; it enters no sum, share or rank"),
                            name, beside, name_of(dimension, of->taken_last, language));
    if (of->taken == TAKEN_AS_WITHIN && *beside)
        return arena_printf(arena,
                            _("'%s' is taken for a part of '%s', by its name; it "
                              "enters no sum, share or rank"),
                            name, beside);
    if (of->taken == TAKEN_AS_WITHIN)
        return arena_printf(arena,
                            _("'%s' is taken for a part of another member, by its "
                              "name; it enters no sum, share or rank"),
                            name);
    if (of->taken == TAKEN_AS_TOP)
        return arena_printf(arena,
                            _("'%s' is taken for the sum of the largest, by its name; "
                              "it enters no sum, share or rank"),
                            name);
    return arena_printf(arena,
                        _("'%s' has the name of a subtotal, but no members next to it "
                          "add up to it; it enters no sum, share or rank"),
                        name);
}

static const char *group_sentence(const struct dimension *dimension, uint32_t member,
                                  const char *language, struct arena *arena)
{
    const struct member *of = &dimension->members[member];
    const char *name = member_name(dimension, member, language);
    const char *beside = name_of(dimension, of->taken_beside, language);

    if (of->taken == TAKEN_AS_PARENT)
        return arena_printf(arena,
                            _("'%s' is taken for the whole of '%s' and others that "
                              "belong to it (%s), by its %s; what they lack of it is "
                              "not allocated"),
                            name, beside, _(of->taken_for), how(of));
    if (of->is_taken_short)
        return arena_printf(arena,
                            _("'%s' is taken for a group (%s), by its %s, since '%s' "
                              "stands beside it; it enters no sum, share or rank, and "
                              "the sum lacks what stands for none of its members"),
                            name, _(of->taken_for), how(of), beside);
    return arena_printf(arena,
                        _("'%s' is taken for a group (%s), by its %s, since '%s' "
                          "stands beside it; it enters no sum, share or rank"),
                        name, _(of->taken_for), how(of), beside);
}

const char *aggregate_words(const struct dimension *dimension, uint32_t member,
                            const char *language, struct arena *arena)
{
    const struct member *of = &dimension->members[member];
    const char *name = member_name(dimension, member, language);

    switch (of->taken) {
    case TAKEN_AS_SAID:
        break;
    case TAKEN_AS_TOTAL:
        return arena_printf(
            arena,
            _("'%s' is taken for the total of all others, by its %s; it "
              "is no part of a sum, share or rank"),
            name, how(of));
    case TAKEN_AS_GROUP:
    case TAKEN_AS_PARENT:
        return group_sentence(dimension, member, language, arena);
    case TAKEN_AS_SUBTOTAL:
    case TAKEN_AS_WITHIN:
    case TAKEN_AS_TOP:
    case TAKEN_ASIDE:
        return subtotal_sentence(dimension, member, language, arena);
    case TAKEN_NOT:
        return arena_printf(
            arena,
            _("'%s' has the %s of an aggregate (%s), but is smaller than "
              "what it should hold; it is a part like the others"),
            name, how(of), _(of->taken_for));
    }
    return NULL;
}

const char *aggregate_advice(const struct dimension *dimension, uint32_t member,
                             struct arena *arena)
{
    const struct member *of = &dimension->members[member];

    if (of->taken == TAKEN_AS_SAID)
        return NULL;
    if (of->taken != TAKEN_NOT)
        return arena_printf(arena,
                            _("if it is a part: dimensions: {%s: {parts: [\"%s\"]}}"),
                            dimension->id, of->code);
    if (strcmp(of->taken_for, "World") == 0 || strcmp(of->taken_for, "the total") == 0)
        return arena_printf(arena,
                            _("if it is the total: dimensions: {%s: {total: \"%s\"}}"),
                            dimension->id, of->code);
    return arena_printf(
        arena, _("if it is a group: dimensions: {%s: {groups: [{code: \"%s\"}]}}"),
        dimension->id, of->code);
}
