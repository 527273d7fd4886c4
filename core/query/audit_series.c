/*
 * A figure against its neighbours in time.
 *
 * A jump is a figure of more than five times, or less than a fifth, of the one before
 * and, where there is one, of the same period of the year before, so that seasons are
 * none. Only what matters is looked at: both figures have three digits, and the larger
 * is at least a hundredth of the largest of its period. A stated break is no jump.
 */
#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>

#define JUMP 5.0
#define MATTERS 0.01
enum { DIGITS_MIN = 100 };
/* So many steps within years, all upwards, make figures look cumulated. */
enum { STEPS_MIN = 20 };

enum { JUMP_FOUND, HOLE, FALL, CUMULATED };

static const struct audit_check checks[] = {
    [JUMP_FOUND] =
        {"jump", SEVERITY_WARNING, N_("jumps of more than five times"),
         N_("look whether the unit, the coverage or a digit changed; if the "
            "figures do not compare, say so with an event and 'break: true'")},
    [HOLE] =
        {"zero-hole", SEVERITY_WARNING, N_("zeros between large figures"),
         N_("a zero counts in sums and growth: write ~ when nothing was reported")},
    [FALL] =
        {"ytd-falls", SEVERITY_WARNING, N_("year-to-date figures that fall"),
         N_("a cumulated figure falls only when earlier months were revised or the "
            "unit changed: compare with the source")},
    [CUMULATED] = {"looks-ytd", SEVERITY_WARNING,
                   N_("figures that look cumulated without 'kind: ytd'"),
                   N_("if the figures are year-to-date, say 'kind: ytd': as it stands "
                      "they are taken for figures of single periods")},
};

/* The jumps of one period, for one measure. */
struct jumps {
    uint32_t count;
    uint32_t observation; /* of the largest */
};

struct series {
    struct audit *audit;
    const struct measure *measure;
    size_t number;   /* of the measure */
    double digits;   /* what is too small to mean anything */
    int32_t *year;   /* of each period */
    double *largest; /* figure of each period */
    struct jumps *jumps;
    bool *is_broken; /* by period: it does not compare with the one before */
    size_t steps;    /* within years */
    size_t rises;    /* of these */
    size_t starts;   /* from one year to the next */
    size_t drops;    /* of these, to less than half */
    uint32_t first_drop;
};

static double figure(const struct series *series, uint32_t observation)
{
    return observation == OBSERVATION_NONE ? NAN
                                           : series->measure->column.data[observation];
}

static uint32_t period_of(const struct series *series, size_t observation)
{
    return codes_get(&series->audit->dataset->period, observation);
}

static bool is_same_year(const struct series *series, size_t a, size_t b)
{
    return series->year[period_of(series, a)] == series->year[period_of(series, b)];
}

static bool matters(const struct series *series, uint32_t observation)
{
    double number = figure(series, observation);

    return number >= series->digits &&
           number >= MATTERS * series->largest[period_of(series, observation)];
}

/* The first period at or after each break, and the one that contains it. */
static void mark_breaks(struct series *series)
{
    const struct dataset *dataset = series->audit->dataset;

    for (size_t e = 0; e < dataset->event_count; e++) {
        const struct event *event = &dataset->events[e];
        uint32_t p = audit_period_from(series->audit, event->period);
        if (!event->is_break || !(event->breaks >> series->number & 1))
            continue;
        if (p < dataset->period_count)
            series->is_broken[p] = true;
        if (p > 0 && period_is_in(event->period, dataset->periods[p - 1],
                                  dataset->periods[p - 1]))
            series->is_broken[p - 1] = true;
    }
}

/* Above 0 for up, below for down, 0 for no jump. */
static int jump_between(double before, double now)
{
    if (before <= 0 || now <= 0)
        return 0;
    return now > JUMP * before ? 1 : before > JUMP * now ? -1 : 0;
}

static void look_for_jump(struct series *series, uint32_t observation, uint32_t before)
{
    double now = figure(series, observation);
    double then = figure(series, before);
    int jump = jump_between(then, now);
    struct jumps *jumps;
    double year_before;

    if (!jump || fmin(now, then) < series->digits ||
        !matters(series, jump > 0 ? observation : before))
        return;
    year_before = figure(series, audit_year_before(series->audit, observation));
    if (!isnan(year_before) && jump_between(year_before, now) != jump)
        return;
    if (series->is_broken[period_of(series, observation)])
        return;
    jumps = &series->jumps[period_of(series, observation)];
    if (!jumps->count++ || now > figure(series, jumps->observation))
        jumps->observation = observation;
}

static void look_for_hole(struct series *series, uint32_t observation, uint32_t before)
{
    uint32_t earlier;

    if (figure(series, before) != 0 || !matters(series, observation))
        return;
    earlier = audit_before(series->audit, before);
    if (earlier != OBSERVATION_NONE && matters(series, earlier) &&
        !audit_count_only(series->audit, HOLE))
        audit_find(
            series->audit, HOLE, before, "%s, %s: 0 between %s and %s %s",
            audit_measure(series->audit, series->measure),
            audit_what(series->audit, before),
            audit_figure(series->audit, series->measure, figure(series, earlier)),
            audit_figure(series->audit, series->measure, figure(series, observation)),
            audit_unit(series->audit, series->measure));
}

static void look_for_fall(struct series *series, uint32_t observation, uint32_t before)
{
    struct audit *audit = series->audit;
    double now = figure(series, observation);
    double then = figure(series, before);

    if (now < then && !audit_count_only(audit, FALL))
        audit_find(
            audit, FALL, observation,
            "%s, %s: %s in the year so far, less than %s of the period before, "
            "by %s %s (%s)",
            audit_measure(audit, series->measure), audit_what(audit, observation),
            audit_figure(audit, series->measure, now),
            audit_figure(audit, series->measure, then),
            audit_figure(audit, series->measure, then - now),
            audit_unit(audit, series->measure), audit_percent(audit, then - now, then));
}

static void count_step(struct series *series, uint32_t observation, uint32_t before)
{
    double now = figure(series, observation);
    double then = figure(series, before);

    if (then <= 0)
        return;
    if (is_same_year(series, observation, before)) {
        series->steps++;
        series->rises += now > then;
        return;
    }
    series->starts++;
    if (now < then / 2 && !series->drops++)
        series->first_drop = observation;
}

static void look_at(struct series *series, uint32_t observation)
{
    const struct dataset *dataset = series->audit->dataset;
    uint32_t before = audit_before(series->audit, observation);

    if (isnan(figure(series, observation)) || isnan(figure(series, before)))
        return;
    if (dataset->is_ytd && !is_same_year(series, observation, before))
        return;
    look_for_jump(series, observation, before);
    look_for_hole(series, observation, before);
    if (dataset->is_ytd)
        look_for_fall(series, observation, before);
    else
        count_step(series, observation, before);
}

static const char *ratio_words(const struct series *series, double before, double now)
{
    struct arena *arena = series->audit->arena;
    double ratio = now > before ? now / before : before / now;
    int power = (int)lround(log10(ratio));
    bool is_unit = power >= 2 && ratio > 0.5 * number_pow10(power) &&
                   ratio < 2 * number_pow10(power);
    const char *hint =
        is_unit ? arena_printf(arena, _(", as if the unit had changed by 10^%d"), power)
                : "";

    return arena_printf(arena,
                        now > before ? _("%.0f times as much%s") : _("1/%.0f of it%s"),
                        ratio, hint);
}

static void say_jumps(struct series *series)
{
    struct audit *audit = series->audit;

    for (uint32_t p = 0; p < audit->dataset->period_count; p++) {
        const struct jumps *jumps = &series->jumps[p];
        uint32_t before;
        if (!jumps->count || audit_count_only(audit, JUMP_FOUND))
            continue;
        before = audit_before(audit, jumps->observation);
        audit_find(
            audit, JUMP_FOUND, jumps->observation, "%s, %s: %s after %s %s: %s%s",
            audit_measure(audit, series->measure),
            audit_what(audit, jumps->observation),
            audit_figure(audit, series->measure, figure(series, jumps->observation)),
            audit_figure(audit, series->measure, figure(series, before)),
            audit_unit(audit, series->measure),
            ratio_words(series, figure(series, before),
                        figure(series, jumps->observation)),
            audit_more(audit, jumps->count - 1));
    }
}

static void check_measure(struct audit *audit, size_t number)
{
    const struct dataset *dataset = audit->dataset;
    struct series series = {
        .audit = audit,
        .measure = &dataset->measure[number],
        .number = number,
        .digits = DIGITS_MIN * audit_last_digit(&dataset->measure[number]),
        .year = ARENA_ARRAY(audit->scratch, int32_t, dataset->period_count),
        .largest = ARENA_ARRAY(audit->scratch, double, dataset->period_count),
        .jumps = ARENA_ARRAY(audit->scratch, struct jumps, dataset->period_count),
        .is_broken = ARENA_ARRAY(audit->scratch, bool, dataset->period_count),
    };
    const double *column = series.measure->column.data;

    for (uint32_t p = 0; p < dataset->period_count; p++)
        series.year[p] = period_year(dataset->periods[p]);
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        double *largest = &series.largest[period_of(&series, i)];
        *largest = fmax(*largest, column[i]);
    }
    mark_breaks(&series);
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++)
        look_at(&series, (uint32_t)i);
    say_jumps(&series);
    if (series.steps >= STEPS_MIN && series.rises == series.steps && series.starts &&
        series.drops == series.starts)
        audit_find(audit, CUMULATED, series.first_drop,
                   "%s: every figure is larger than the one before within a year, and "
                   "each year starts below half of the last figure (%zu and %zu times)",
                   audit_measure(audit, series.measure), series.steps, series.starts);
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;

    for (size_t m = 0; m < dataset->measure_count && dataset->period_count > 1; m++)
        if (audit_is_amount(&dataset->measure[m]))
            check_measure(audit, m);
}

const struct audit_ops audit_series = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
