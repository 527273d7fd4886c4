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

const char *aggregate_words(const struct dimension *dimension, uint32_t member,
                            const char *language, struct arena *arena)
{
    const struct member *of = &dimension->members[member];
    const char *name = member_name(dimension, member, language);
    const char *beside = of->taken_beside == MEMBER_NONE
                             ? ""
                             : member_name(dimension, of->taken_beside, language);

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
        return arena_printf(arena,
                            _("'%s' is taken for a group (%s), by its %s, since '%s' "
                              "stands beside it; it enters no sum, share or rank"),
                            name, _(of->taken_for), how(of), beside);
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

    switch (of->taken) {
    case TAKEN_AS_SAID:
        break;
    case TAKEN_AS_TOTAL:
    case TAKEN_AS_GROUP:
        return arena_printf(arena,
                            _("if it is a part: dimensions: {%s: {parts: [\"%s\"]}}"),
                            dimension->id, of->code);
    case TAKEN_NOT:
        if (strcmp(of->taken_for, "World") == 0 ||
            strcmp(of->taken_for, "the total") == 0)
            return arena_printf(
                arena, _("if it is the total: dimensions: {%s: {total: \"%s\"}}"),
                dimension->id, of->code);
        return arena_printf(
            arena, _("if it is a group: dimensions: {%s: {groups: [{code: \"%s\"}]}}"),
            dimension->id, of->code);
    }
    return NULL;
}
