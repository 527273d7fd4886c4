/*
 * What the loader took for a total or a bloc by its code or name (aggregates.h), and
 * what has such a name without the figures for it; and dimensions whose members it adds
 * up in no sum.
 */
#include "core/base/translate.h"
#include "core/model/aggregates.h"
#include "core/query/audit_internal.h"

enum { TAKEN, NOT_TAKEN, UNCLEAR, SHORT, APART };

/* How many members a finding names. */
enum { NAMED_MAX = 3 };

static const struct audit_check checks[] = {
    [TAKEN] =
        {"aggregate-taken", SEVERITY_NOTE,
         N_("totals and blocs that the file does not declare"),
         N_("nothing where it is right; else say in the file which members are parts: "
            "dimensions: {partner: {parts: [CODE]}}")},
    [NOT_TAKEN] =
        {"aggregate-smaller", SEVERITY_WARNING,
         N_("totals and blocs that are smaller than what they should hold"),
         N_("compare the figures with the source; if it is an aggregate, declare "
            "it: dimensions: {partner: {total: CODE}}, or a code under groups")},
    [UNCLEAR] = {"subtotal-unclear", SEVERITY_WARNING,
                 N_("names of subtotals that no members next to them add up to"),
                 N_("look which rows it is of; if it is a part, say so in the file: "
                    "dimensions: {partner: {parts: [CODE]}}")},
    [SHORT] = {"group-short", SEVERITY_WARNING,
               N_("groups that hold more than what stands for them in a sum"),
               N_("do not take the sum for a total: the file has none; a row for the "
                  "rest of the group would complete it")},
    [APART] = {"never-added", SEVERITY_NOTE,
               N_("dimensions whose members are not taken for parts of a whole"),
               N_("nothing where they are alternatives; else say that they are parts: "
                  "--map=product=COLUMN, or in a file of ours dimensions: {ID: {adds: "
                  "true}}")},
};

/* "direct, mirror" */
static const char *named(struct audit *audit, size_t d)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    const char *list = "";

    for (uint32_t m = 0; m < dimension->member_count && m < NAMED_MAX; m++)
        list = arena_printf(audit->arena, "%s%s%s", list, m ? _(", ") : "",
                            audit_member_words(audit, d, m));
    return dimension->member_count <= NAMED_MAX
               ? list
               : arena_printf(audit->arena, _("%s and %u more"), list,
                              dimension->member_count - NAMED_MAX);
}

static void find_apart(struct audit *audit, size_t d)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];

    if (!dimension->is_apart || !dimension->member_count ||
        audit_count_only(audit, APART))
        return;
    audit_find_at(audit, APART, dimension->members[0].at,
                  dimension->is_taken_apart
                      ? _("%s: nothing says that %s are parts of a whole, so they are "
                          "never added; '%s' is shown until another is chosen")
                      : _("%s: the file denies that %s are parts of a whole, so they "
                          "are never added; '%s' is shown until another is chosen"),
                  audit_dimension(audit, d), named(audit, d),
                  audit_member_words(audit, d, dimension_standing(dimension)));
}

static size_t check_of(const struct member *member)
{
    if (member->taken == TAKEN_NOT)
        return NOT_TAKEN;
    if (member->taken == TAKEN_ASIDE)
        return UNCLEAR;
    return member->is_taken_short ? SHORT : TAKEN;
}

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++) {
        const struct dimension *dimension = &audit->dataset->dimension[d];
        find_apart(audit, d);
        for (uint32_t m = 0; m < dimension->member_count; m++) {
            const struct member *member = &dimension->members[m];
            size_t check = check_of(member);
            if (member->taken == TAKEN_AS_SAID || audit_count_only(audit, check))
                continue;
            audit_find_at(audit, check, member->at, "%s: %s; %s",
                          audit_dimension(audit, d),
                          aggregate_words(dimension, m, audit->language, audit->arena),
                          aggregate_advice(dimension, m, audit->arena));
        }
    }
}

const struct audit_ops audit_taken = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
