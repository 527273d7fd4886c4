/*
 * What could not be read when the file was: figures, and whole rows.
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

enum { UNREADABLE };

static const struct audit_check checks[] = {
    [UNREADABLE] =
        {"not-read", SEVERITY_WARNING, N_("figures and rows that could not be read"),
         N_("mend them in the file: sums that need such a figure are missing, "
            "and rows that were left out are in no sum")},
};

/* A file of ours that was written from such a table knows where, and not what. */
static void find_written(struct audit *audit, const struct measure *measure)
{
    const struct dataset *dataset = audit->dataset;
    size_t count = 0;
    size_t first = OBSERVATION_NONE;

    for (size_t i = 0; i < measure->absence.count && !audit_stops(audit); i++) {
        if (codes_get_sparse(&measure->absence, i) != ABSENCE_UNREADABLE)
            continue;
        first = count ? first : i;
        count++;
    }
    if (count)
        audit_find(audit, UNREADABLE, first,
                   "%s: %zu of %zu figures could not be read where they are from",
                   audit_measure(audit, measure), count, dataset->observation_count);
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    size_t all = dataset->fates.figures + dataset->fates.refused;
    size_t told = dataset->unreadable_count;

    for (size_t i = 0; i < told; i++)
        audit_find_at(audit, UNREADABLE, dataset->unreadable[i].at, "%s",
                      dataset->unreadable[i].message);
    for (; told < all; told++)
        audit_count_only(audit, UNREADABLE);
    for (size_t m = 0; m < dataset->measure_count && !all; m++)
        find_written(audit, &dataset->measure[m]);
}

const struct audit_ops audit_unreadable = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
