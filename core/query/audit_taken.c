/*
 * What the loader took for a total or a bloc by its code or name (aggregates.h), and
 * what has such a name without the figures for it.
 */
#include "core/model/aggregates.h"
#include "core/query/audit_internal.h"

enum { TAKEN, NOT_TAKEN };

static const struct audit_check checks[] = {
    [TAKEN] =
        {"aggregate-taken", SEVERITY_NOTE,
         "totals and blocs that the file does not declare",
         "nothing where it is right; else say in the file which members are parts: "
         "dimensions: {partner: {parts: [CODE]}}"},
    [NOT_TAKEN] =
        {"aggregate-smaller", SEVERITY_WARNING,
         "totals and blocs that are smaller than what they should hold",
         "compare the figures with the source; if it is an aggregate, declare "
         "it: dimensions: {partner: {total: CODE}}, or a code under groups"},
};

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++) {
        const struct dimension *dimension = &audit->dataset->dimension[d];
        for (uint32_t m = 0; m < dimension->member_count; m++) {
            const struct member *member = &dimension->members[m];
            size_t check = member->taken == TAKEN_NOT ? NOT_TAKEN : TAKEN;
            if (member->taken == TAKEN_AS_SAID || audit_count_only(audit, check))
                continue;
            audit_find_at(audit, check, member->at, "%s: %s; %s",
                          audit_text(audit, dimension->id),
                          aggregate_words(dimension, m, "en", audit->arena),
                          aggregate_advice(dimension, m, audit->arena));
        }
    }
}

const struct audit_ops audit_taken = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
