/*
 * A published total against the sum of its parts, at every level, for every measure and
 * period. The parts of a figure are the observations whose nearest ancestor with a
 * figure it is, so a level that is not published is passed over. With figures rounded
 * to a last digit, n parts and a total may differ by half of it for each.
 */
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <string.h>

/* Beyond this part of the total, parts that add up to more are no slip of a digit. */
#define EXCESS 0.01
/* Below this part of the total a gap matters to nobody, whatever made it. */
#define TRIFLING 1e-7
#define RESIDUAL_SHARE 0.1
/* Relative; of sums of figures that are not exact (struct measure). */
#define INEXACT 1e-12

enum { GAP, EXCEED, TRIFLE, ROUNDING, RESIDUAL };

/* Checks that are said of the worst case of each member. */
enum { WORST_COUNT = TRIFLE + 1 };

static const struct audit_check checks[] = {
    [GAP] =
        {"parts-gap", SEVERITY_WARNING, N_("totals against the sum of their parts"),
         N_("compare the total and its parts with the source: a part may be missing, "
            "revised or mistyped; keep the published figures, the difference is shown "
            "as 'not allocated'")},
    [EXCEED] =
        {"parts-exceed", SEVERITY_WARNING,
         N_("levels that add up to more than their total"),
         N_("look for a member that is itself a sum of others (a region, a bloc, a "
            "chapter among its headings) and give it a level, a parent or a place "
            "under 'groups'")},
    [TRIFLE] =
        {"parts-trifle", SEVERITY_NOTE,
         N_("gaps beyond rounding, but below a ten-millionth of the total"),
         N_("nothing, as a rule: the figures were added up before they were rounded, "
            "or revised one by one")},
    [ROUNDING] = {"parts-rounding", SEVERITY_NOTE,
                  N_("totals that rounding sets apart from their parts"),
                  N_("nothing: the published totals are shown as they are")},
    [RESIDUAL] =
        {"residual-large", SEVERITY_WARNING,
         N_("residuals above a tenth of their total"),
         N_("shares and ranks of the other members leave out much: say so where "
            "they are quoted, or find a finer source")},
};

struct part_sum {
    uint32_t total; /* the observation */
    uint32_t below; /* observations directly below it, with a figure or without */
    uint32_t parts;
    bool is_incomplete; /* a part is not reported */
    struct sum sum;
    uint32_t culprit; /* the part that is as large as the excess, or none */
};

/* The largest case of one member and how many there are. `sum` is the number of a
 * part_sum, or of an observation for residuals. */
struct worst {
    double size;
    uint32_t sum;
    uint32_t count;
};

struct parts {
    struct audit *audit;
    size_t dimension;
    const struct measure *measure;
    const uint32_t *up;
    uint32_t *slot; /* of an observation that has parts, from 1 */
    struct part_sum *sums;
    uint32_t sum_count;
    struct worst *worst[WORST_COUNT]; /* by member */
    uint32_t rounded;                 /* totals of all measures */
};

/* The nearest observation above that has a figure. */
static uint32_t total_of(const struct parts *parts, size_t observation)
{
    uint32_t total = parts->up[observation];

    while (total != OBSERVATION_NONE && isnan(parts->measure->column.data[total]))
        total = parts->up[total];
    return total;
}

static void number_sums(struct parts *parts)
{
    size_t count = parts->audit->dataset->observation_count;

    for (size_t i = 0; i < count; i++)
        if (parts->up[i] != OBSERVATION_NONE && !parts->slot[parts->up[i]])
            parts->slot[parts->up[i]] = ++parts->sum_count;
    parts->sums = ARENA_ARRAY(parts->audit->scratch, struct part_sum, parts->sum_count);
    for (size_t i = 0; i < count; i++)
        if (parts->up[i] != OBSERVATION_NONE)
            parts->sums[parts->slot[parts->up[i]] - 1].below++;
}

static void clear_sums(struct parts *parts)
{
    const struct dataset *dataset = parts->audit->dataset;
    uint32_t members = dataset->dimension[parts->dimension].member_count;

    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct part_sum *sum;
        if (!parts->slot[i])
            continue;
        sum = &parts->sums[parts->slot[i] - 1];
        *sum = (struct part_sum){
            .total = (uint32_t)i, .below = sum->below, .culprit = OBSERVATION_NONE};
    }
    for (size_t check = 0; check < WORST_COUNT; check++)
        memset(parts->worst[check], 0, members * sizeof(struct worst));
}

/* What has no figure but parts of its own is judged by those. */
static void add_part(struct parts *parts, struct part_sum *sum, size_t observation)
{
    double number = parts->measure->column.data[observation];
    enum absence absence =
        (enum absence)codes_get_sparse(&parts->measure->absence, observation);

    if (!isnan(number)) {
        sum_add(&sum->sum, number);
        sum->parts++;
    } else if (absence == ABSENCE_ROUNDED) {
        sum->parts++;
    } else if (absence != ABSENCE_NOT_APPLICABLE && !parts->slot[observation]) {
        sum->is_incomplete = true;
    }
}

static double gap_of(const struct parts *parts, const struct part_sum *sum)
{
    struct sum gap = sum->sum;

    sum_add(&gap, -parts->measure->column.data[sum->total]);
    return -sum_value(gap);
}

static double tolerance(const struct parts *parts, const struct part_sum *sum)
{
    double total = fabs(parts->measure->column.data[sum->total]);

    return 0.5 * audit_last_digit(parts->measure) * (sum->parts + 1) +
           (parts->measure->is_scaled ? 0 : INEXACT * total * (sum->parts + 1));
}

/* Of a gap that rounding does not explain. */
static size_t kind_of(double gap, double total)
{
    if (fabs(gap) < TRIFLING * fabs(total))
        return TRIFLE;
    return -gap > EXCESS * fabs(total) ? EXCEED : GAP;
}

static void judge(struct parts *parts, uint32_t number)
{
    const struct part_sum *sum = &parts->sums[number];
    double total = parts->measure->column.data[sum->total];
    double gap;
    struct worst *worst;

    if (isnan(total) || !sum->parts)
        return;
    gap = gap_of(parts, sum);
    if (fabs(gap) <= tolerance(parts, sum)) {
        parts->rounded += gap != 0;
        return;
    }
    /* What is not reported may be the gap. */
    if (sum->is_incomplete && (gap > 0 || total < 0))
        return;
    worst = &parts->worst[kind_of(gap, total)]
                         [audit_member(parts->audit, parts->dimension, sum->total)];
    if (!worst->count++ || fabs(gap) > worst->size) {
        worst->size = fabs(gap);
        worst->sum = number;
    }
}

static void find_culprits(struct parts *parts)
{
    for (size_t i = 0; i < parts->audit->dataset->observation_count; i++) {
        uint32_t total = total_of(parts, i);
        double number = parts->measure->column.data[i];
        struct part_sum *sum;

        if (total == OBSERVATION_NONE || isnan(number) || number <= 0)
            continue;
        sum = &parts->sums[parts->slot[total] - 1];
        if (fabs(number + gap_of(parts, sum)) <= tolerance(parts, sum))
            sum->culprit = (uint32_t)i;
    }
}

static const char *culprit_words(const struct parts *parts, const struct part_sum *sum)
{
    struct audit *audit = parts->audit;

    if (sum->culprit == OBSERVATION_NONE)
        return "";
    return arena_printf(
        audit->arena, _("; the part '%s' alone is as large as that"),
        audit_member_words(audit, parts->dimension,
                           audit_member(audit, parts->dimension, sum->culprit)));
}

static void say_gap(const struct parts *parts, size_t check, const struct worst *worst)
{
    struct audit *audit = parts->audit;
    const struct measure *measure = parts->measure;
    const struct part_sum *sum = &parts->sums[worst->sum];
    double gap = gap_of(parts, sum);
    double total = measure->column.data[sum->total];

    if (audit_count_only(audit, check))
        return;
    audit_find(audit, check, sum->total,
               gap > 0 ? P_("%s, %s: the %u part adds up to %s, the total is %s: short "
                            "by %s %s (%s), where rounding explains %s at most%s%s",
                            "%s, %s: the %u parts add up to %s, the total is %s: short "
                            "by %s %s (%s), where rounding explains %s at most%s%s",
                            sum->parts)
                       : P_("%s, %s: the %u part adds up to %s, the total is %s: over "
                            "by %s %s (%s), where rounding explains %s at most%s%s",
                            "%s, %s: the %u parts add up to %s, the total is %s: over "
                            "by %s %s (%s), where rounding explains %s at most%s%s",
                            sum->parts),
               audit_measure(audit, measure), audit_what(audit, sum->total), sum->parts,
               audit_figure(audit, measure, sum_value(sum->sum)),
               audit_figure(audit, measure, total),
               audit_figure(audit, measure, fabs(gap)), audit_unit(audit, measure),
               audit_percent(audit, gap, total),
               audit_figure(audit, measure, floor(tolerance(parts, sum))),
               culprit_words(parts, sum), audit_more(audit, worst->count - 1));
}

static void say_rounding(const struct parts *parts)
{
    struct audit *audit = parts->audit;

    audit_find(audit, ROUNDING, OBSERVATION_NONE,
               P_("%s: %u total differs from the sum of the parts by no more than the "
                  "rounding of the figures",
                  "%s: %u totals differ from the sum of the parts by no more than the "
                  "rounding of the figures",
                  parts->rounded),
               audit_dimension(audit, parts->dimension), parts->rounded);
}

static void check_sums(struct parts *parts)
{
    const struct dataset *dataset = parts->audit->dataset;
    uint32_t members = dataset->dimension[parts->dimension].member_count;
    bool has_excess = false;

    clear_sums(parts);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t total = total_of(parts, i);
        if (total != OBSERVATION_NONE)
            add_part(parts, &parts->sums[parts->slot[total] - 1], i);
    }
    for (uint32_t i = 0; i < parts->sum_count; i++)
        judge(parts, i);
    for (uint32_t m = 0; m < members; m++)
        has_excess = has_excess || parts->worst[EXCEED][m].count;
    if (has_excess)
        find_culprits(parts);
    for (size_t check = 0; check < WORST_COUNT; check++)
        for (uint32_t m = 0; m < members; m++)
            if (parts->worst[check][m].count)
                say_gap(parts, check, &parts->worst[check][m]);
}

static void say_residual(const struct parts *parts, const struct worst *worst)
{
    struct audit *audit = parts->audit;
    uint32_t total = total_of(parts, worst->sum);

    if (audit_count_only(audit, RESIDUAL))
        return;
    audit_find(audit, RESIDUAL, worst->sum, "%s, %s: this residual is %s of %s%s",
               audit_measure(audit, parts->measure), audit_what(audit, worst->sum),
               audit_percent(audit, worst->size, 1),
               audit_member_words(audit, parts->dimension,
                                  audit_member(audit, parts->dimension, total)),
               audit_more(audit, worst->count - 1));
}

static void check_residuals(struct parts *parts)
{
    struct audit *audit = parts->audit;
    const struct dimension *dimension = &audit->dataset->dimension[parts->dimension];
    const double *column = parts->measure->column.data;
    struct worst *worst = parts->worst[GAP];

    memset(worst, 0, dimension->member_count * sizeof(*worst));
    for (size_t i = 0; i < audit->dataset->observation_count; i++) {
        uint32_t member = audit_member(audit, parts->dimension, i);
        uint32_t total;
        double share;

        if (!dimension->members[member].is_residual || isnan(column[i]))
            continue;
        total = total_of(parts, i);
        if (total == OBSERVATION_NONE || column[total] <= 0)
            continue;
        share = column[i] / column[total];
        if (share <= RESIDUAL_SHARE)
            continue;
        if (!worst[member].count++ || share > worst[member].size) {
            worst[member].size = share;
            worst[member].sum = (uint32_t)i;
        }
    }
    for (uint32_t m = 0; m < dimension->member_count; m++)
        if (worst[m].count)
            say_residual(parts, &worst[m]);
}

static void check_dimension(struct audit *audit, size_t d)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t members = dataset->dimension[d].member_count;
    uint32_t *up = ARENA_ARRAY(audit->scratch, uint32_t, dataset->observation_count);
    struct parts parts = {.audit = audit, .dimension = d, .up = up};

    audit_parents(audit, d, up);
    if (audit_stops(audit))
        return;
    parts.slot = ARENA_ARRAY(audit->scratch, uint32_t, dataset->observation_count);
    number_sums(&parts);
    if (!parts.sum_count)
        return;
    for (size_t check = 0; check < WORST_COUNT; check++)
        parts.worst[check] = ARENA_ARRAY(audit->scratch, struct worst, members);
    for (size_t m = 0; m < dataset->measure_count && !audit_stops(audit); m++) {
        parts.measure = &dataset->measure[m];
        if (!audit_is_amount(parts.measure))
            continue;
        check_sums(&parts);
        check_residuals(&parts);
    }
    if (parts.rounded)
        say_rounding(&parts);
}

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++)
        check_dimension(audit, d);
}

const struct audit_ops audit_parts = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
