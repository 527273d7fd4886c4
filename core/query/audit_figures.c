/*
 * The figures themselves: below zero where trade cannot be, nothing but zeros, and how
 * many are confidential or missing.
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <string.h>

/* A series of so many zeros is a series that was not filled in. */
enum { ZEROS_MIN = 3 };
/* Above this part of a measure, what is missing is said. */
#define MISSING_SHARE 0.25

enum { NEGATIVE, ZEROS, CONFIDENTIAL, MISSING };

static const struct audit_check checks[] = {
    [NEGATIVE] =
        {"negative", SEVERITY_WARNING, N_("trade below zero"),
         N_("trade is never negative: a balance may stand in the wrong column, or "
            "a correction among the figures")},
    [ZEROS] = {"all-zero", SEVERITY_WARNING, N_("measures and series of zeros only"),
               N_("write ~ when nothing was reported, and drop what is never traded")},
    [CONFIDENTIAL] =
        {"confidential", SEVERITY_NOTE, N_("figures that are confidential"),
         N_("sums that need them are shown as confidential; the publisher's "
            "own totals contain them")},
    [MISSING] =
        {"missing-share", SEVERITY_NOTE,
         N_("measures of which more than a quarter is missing"),
         N_("shares, ranks and growth cover only what is there: say so where they "
            "are quoted")},
};

/* Figures that count goods: a balance or a change may be negative. */
static bool is_flow(const struct measure *measure)
{
    static const char *const ids[] = {"exports", "imports",    "total",    "re-",
                                      "weight",  "net_weight", "quantity", "trade"};

    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
        if (audit_is_amount(measure) && !strstr(measure->id, "balance") &&
            strncmp(measure->id, ids[i], strlen(ids[i])) == 0)
            return true;
    return false;
}

struct counts {
    size_t numbers;
    size_t zeros;
    size_t negatives;
    size_t confidential;
    size_t missing;
    uint32_t first_negative;
    uint32_t first_confidential;
};

static struct counts count(const struct audit *audit, const struct measure *measure)
{
    const struct dataset *dataset = audit->dataset;
    struct counts counts = {0};

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        double number = measure->column.data[i];
        enum absence absence = (enum absence)codes_get_sparse(&measure->absence, i);

        counts.numbers += isnan(number) ? 0 : 1;
        counts.zeros += number == 0;
        if (number < 0 && !counts.negatives++)
            counts.first_negative = (uint32_t)i;
        if (absence == ABSENCE_CONFIDENTIAL && !counts.confidential++)
            counts.first_confidential = (uint32_t)i;
        counts.missing +=
            absence == ABSENCE_NOT_AVAILABLE || absence == ABSENCE_UNREADABLE;
    }
    return counts;
}

static void say_counts(struct audit *audit, const struct measure *measure,
                       const struct counts *counts)
{
    size_t all = audit->dataset->observation_count;
    const char *id = audit_measure(audit, measure);

    if (counts->negatives && is_flow(measure))
        audit_find(
            audit, NEGATIVE, counts->first_negative, "%s, %s: %s %s%s", id,
            audit_what(audit, counts->first_negative),
            audit_figure(audit, measure, measure->column.data[counts->first_negative]),
            audit_unit(audit, measure), audit_more(audit, counts->negatives - 1));
    if (counts->numbers >= ZEROS_MIN && counts->zeros == counts->numbers)
        audit_find(audit, ZEROS, OBSERVATION_NONE, "%s: all %zu figures are 0", id,
                   counts->numbers);
    if (counts->confidential)
        audit_find(audit, CONFIDENTIAL, counts->first_confidential,
                   "%s: %zu of %zu figures confidential (%s)", id, counts->confidential,
                   all,
                   audit_percent(audit, (double)counts->confidential, (double)all));
    if (counts->numbers && (double)counts->missing > MISSING_SHARE * (double)all)
        audit_find(audit, MISSING, OBSERVATION_NONE,
                   "%s: %zu of %zu figures not available (%s)", id, counts->missing,
                   all, audit_percent(audit, (double)counts->missing, (double)all));
}

/* The figures of one member over all periods and measures. */
struct series {
    uint32_t zeros;
    bool has_figure; /* other than 0 */
    uint32_t observation;
};

static void check_series(struct audit *audit, size_t d)
{
    const struct dataset *dataset = audit->dataset;
    const struct dimension *dimension = &dataset->dimension[d];
    struct series *series =
        ARENA_ARRAY(audit->scratch, struct series, dimension->member_count);

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct series *of = &series[audit_member(audit, d, i)];
        bool has_zero = false;
        for (size_t m = 0; m < dataset->measure_count; m++) {
            double number = dataset->measure[m].column.data[i];
            has_zero = has_zero || number == 0;
            of->has_figure = of->has_figure || (!isnan(number) && number != 0);
        }
        of->zeros += has_zero;
        of->observation = (uint32_t)i;
    }
    for (uint32_t m = 0; m < dimension->member_count; m++)
        if (series[m].zeros >= ZEROS_MIN && !series[m].has_figure &&
            !audit_count_only(audit, ZEROS))
            audit_find(audit, ZEROS, series[m].observation,
                       "%s '%s' has nothing but 0 in %u observations",
                       audit_dimension(audit, d), audit_member_words(audit, d, m),
                       series[m].zeros);
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct counts counts = count(audit, &dataset->measure[m]);
        say_counts(audit, &dataset->measure[m], &counts);
    }
    for (size_t d = 0; d < dataset->dimension_count; d++)
        check_series(audit, d);
}

const struct audit_ops audit_figures = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
