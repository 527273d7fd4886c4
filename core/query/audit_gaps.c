/*
 * Totals that the file has for some cells and not for others: there the sum of the
 * parts stands in (gaps.h).
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

enum { TOTAL_GAP };

static const struct audit_check checks[] = {
    [TOTAL_GAP] = {"total-gap", SEVERITY_NOTE, N_("totals that some cells lack"),
                   N_("nothing where the parts are complete; else ask the source for "
                      "the total of these cells too")},
};

/* How often each member lacks figures, and in which of the sums first. */
struct lack {
    uint32_t count;
    uint32_t first;
};

static bool *find_totals(const struct audit *audit, const struct dimension *dimension)
{
    bool *is_total = ARENA_ARRAY(audit->scratch, bool, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        if (parent != MEMBER_NONE)
            is_total[parent] = dimension->members[parent].has_rows;
    }
    return is_total;
}

/* "B, 2024": where it lacks, in the other dimensions and the period. */
static const char *place_words(struct audit *audit, size_t dimension, uint32_t gap)
{
    const struct dataset *gaps = audit->dataset->gaps;
    const char *words = "";

    for (size_t d = 0; d < gaps->dimension_count; d++)
        if (d != dimension)
            words =
                arena_printf(audit->arena, "%s%s, ", words,
                             audit_member_words(
                                 audit, d, codes_get(&gaps->dimension[d].column, gap)));
    return arena_printf(audit->arena, "%s%s", words,
                        audit_period(audit, codes_get(&gaps->period, gap)));
}

static void check_dimension(struct audit *audit, size_t d)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    const struct dataset *gaps = audit->dataset->gaps;
    const bool *is_total = find_totals(audit, dimension);
    struct lack *lacks =
        ARENA_ARRAY(audit->scratch, struct lack, dimension->member_count);

    for (size_t i = 0; i < gaps->observation_count && !audit_stops(audit); i++) {
        struct lack *lack = &lacks[codes_get(&gaps->dimension[d].column, i)];
        if (!lack->count++)
            lack->first = (uint32_t)i;
    }
    for (uint32_t m = 0; m < dimension->member_count; m++)
        if (is_total[m] && lacks[m].count && !audit_count_only(audit, TOTAL_GAP))
            audit_find_at(audit, TOTAL_GAP, dimension->members[m].at,
                          "%s '%s' has no figure for %s (%u in all), where its parts "
                          "have some; their sum stands in",
                          audit_dimension(audit, d), audit_member_words(audit, d, m),
                          place_words(audit, d, lacks[m].first), lacks[m].count);
}

static void run(struct audit *audit)
{
    for (size_t d = 0; audit->dataset->gaps && d < audit->dataset->dimension_count; d++)
        check_dimension(audit, d);
}

const struct audit_ops audit_gaps = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
