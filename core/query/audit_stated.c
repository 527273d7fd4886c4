/*
 * What a fact states for a measure and a stretch of time ("exports of 2024") against
 * the sum of the observations in it: months against the year. Only a fact that names
 * its measure is compared, and only where the file has every period of the stretch.
 */
#include "core/base/number.h"
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <string.h>

enum { GAP, ROUNDING };

static const struct audit_check checks[] = {
    [GAP] = {"stated-gap", SEVERITY_WARNING, N_("periods against a stated figure"),
             N_("compare both with the source: a period may be revised, missing or in "
                "another unit")},
    [ROUNDING] = {"stated-rounding", SEVERITY_NOTE,
                  N_("stated figures that rounding sets apart from their periods"),
                  N_("nothing: quote the stated figure for the whole")},
};

/* So many facts are compared at most: nobody states more. */
enum { STATED_MAX = 200 };

/* The periods of the file that make up a stretch, from `begin` to before `end`. */
struct stretch {
    uint32_t begin;
    uint32_t end;
};

/* For each period the observation of the whole in every dimension, or none. */
static uint32_t *find_wholes(const struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t *of = ARENA_ARRAY(audit->scratch, uint32_t, dataset->period_count);
    uint32_t whole[DIMENSION_MAX];

    for (size_t d = 0; d < dataset->dimension_count; d++)
        whole[d] = dimension_whole(&dataset->dimension[d]);
    for (uint32_t p = 0; p < dataset->period_count; p++)
        of[p] = OBSERVATION_NONE;
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        bool is_whole = true;
        for (size_t d = 0; d < dataset->dimension_count; d++)
            is_whole = is_whole && audit_member(audit, d, i) == whole[d];
        if (is_whole)
            of[codes_get(&dataset->period, i)] = (uint32_t)i;
    }
    return of;
}

/* Whether the file has every period from first to last. Weeks do not add up to months
 * or years. */
static bool find_stretch(const struct audit *audit, struct period first,
                         struct period last, struct stretch *stretch)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t begin = audit_period_from(audit, first);
    uint32_t end = begin;
    struct period edge;

    while (end < dataset->period_count &&
           period_is_in(dataset->periods[end], first, last))
        end++;
    *stretch = (struct stretch){begin, end};
    if (begin == end || first.frequency > dataset->periods[begin].frequency ||
        (dataset->periods[begin].frequency == FREQUENCY_WEEK &&
         first.frequency != FREQUENCY_WEEK))
        return false;
    edge = dataset->periods[begin];
    if (dataset->periods[end - 1].index - edge.index != (int32_t)(end - begin) - 1)
        return false;
    edge.index--;
    if (period_is_in(edge, first, last))
        return false;
    edge.index = dataset->periods[end - 1].index + 1;
    return !period_is_in(edge, first, last);
}

/* The sum of the stretch; of year-to-date figures it is the last. NaN where a period
 * has no figure. */
static double add_up(const struct audit *audit, const struct measure *measure,
                     const uint32_t *wholes, struct stretch stretch)
{
    struct sum sum = {0};

    if (audit->dataset->is_ytd)
        stretch.begin = stretch.end - 1;
    for (uint32_t p = stretch.begin; p < stretch.end; p++) {
        if (wholes[p] == OBSERVATION_NONE)
            return NAN;
        sum_add(&sum, measure->column.data[wholes[p]]);
    }
    return sum_value(sum);
}

static bool is_same_unit(struct unit a, struct unit b)
{
    return a.kind == b.kind && a.code && b.code && strcmp(a.code, b.code) == 0;
}

static void compare(struct audit *audit, const struct fact *fact,
                    const struct measure *measure, double sum, uint32_t parts)
{
    int shift = fact->unit.scale - audit_exponent(measure);
    double stated = number_scale(fact->value, shift);
    double gap = sum - stated;
    double room = 0.5 * number_scale(1, shift - fact->decimals) +
                  0.5 * audit_last_digit(measure) * parts;
    bool is_rounding = fabs(gap) <= room * (1 + 1e-12);

    if (isnan(gap) || fabs(gap) < 1e-9 * room)
        return;
    audit_find_at(
        audit, is_rounding ? ROUNDING : GAP, fact->at,
        gap < 0
            ? P_("%s, %s: %u %s adds up to %s, the stated figure is %s: short by %s %s "
                 "(%s)%s",
                 "%s, %s: %u %s add up to %s, the stated figure is %s: short by %s %s "
                 "(%s)%s",
                 parts)
            : P_("%s, %s: %u %s adds up to %s, the stated figure is %s: over by %s %s "
                 "(%s)%s",
                 "%s, %s: %u %s add up to %s, the stated figure is %s: over by %s %s "
                 "(%s)%s",
                 parts),
        audit_measure(audit, measure), audit_text(audit, fact->period), parts,
        frequency_words(audit->dataset->periods[0].frequency, parts),
        audit_figure(audit, measure, sum), audit_figure(audit, measure, stated),
        audit_figure(audit, measure, fabs(gap)), audit_unit(audit, measure),
        audit_percent(audit, gap, stated), is_rounding ? _("; that is rounding") : "");
}

/* Whether the fact is a plain figure of an amount: "about 25" and "more than 7" state
 * nothing to compare with. */
static const struct measure *measure_of(const struct audit *audit,
                                        const struct fact *fact)
{
    const struct dataset *dataset = audit->dataset;
    size_t number = fact->measure ? dataset_measure(dataset, fact->measure) : SIZE_MAX;

    if (number == SIZE_MAX || !fact->has_value || *fact->qualifier ||
        !audit_is_amount(&dataset->measure[number]) ||
        !is_same_unit(fact->unit, dataset->measure[number].unit))
        return NULL;
    return &dataset->measure[number];
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    const uint32_t *wholes = find_wholes(audit);
    size_t compared = 0;

    for (size_t f = 0; f < dataset->fact_count && compared < STATED_MAX; f++) {
        const struct fact *fact = &dataset->facts[f];
        const struct measure *measure = measure_of(audit, fact);
        struct stretch stretch;
        struct period first;
        struct period last;

        if (!measure ||
            !period_read_range(fact->period, strlen(fact->period), &first, &last) ||
            !find_stretch(audit, first, last, &stretch))
            continue;
        compared++;
        compare(audit, fact, measure, add_up(audit, measure, wholes, stretch),
                dataset->is_ytd ? 1 : stretch.end - stretch.begin);
    }
}

const struct audit_ops audit_stated = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
