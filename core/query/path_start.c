/*
 * The whole year that a path to balance starts from, among the rows of a frame.
 */
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/indicator_common.h"
#include "core/query/path.h"

#include <math.h>

enum flow { FLOW_EXPORTS, FLOW_IMPORTS, FLOW_COUNT };

/* The rows of one year, which follow each other. */
struct year {
    int year;
    size_t first;
    size_t count;
};

static struct period period_of(const struct frame *frame, size_t row)
{
    return frame->dataset->periods[frame->rows[row].period];
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* How many periods fill the year; 0 when they do not fill years evenly. */
static size_t periods_in(int year, enum frequency frequency)
{
    switch (frequency) {
    case FREQUENCY_YEAR:
        return 1;
    case FREQUENCY_HALF:
        return 2;
    case FREQUENCY_QUARTER:
        return 4;
    case FREQUENCY_MONTH:
        return 12;
    case FREQUENCY_DAY:
        return is_leap(year) ? 366 : 365;
    default:
        return 0;
    }
}

static struct value flow_of(const struct frame *frame, size_t row, enum flow flow)
{
    const struct frame_row *of = &frame->rows[row];

    return flow == FLOW_EXPORTS ? frame_exports(frame, of) : frame_imports(frame, of);
}

static size_t measure_of(const struct frame *frame, enum flow flow)
{
    return flow == FLOW_EXPORTS ? frame->exports : frame->imports;
}

/* The figure of the year to date that is stated for the year's end. */
static bool find_stated(const struct frame *frame, const struct year *year,
                        enum flow flow, double *figure)
{
    size_t row = year->first + year->count - 1;
    struct period end = period_last(period_of(frame, row));
    const struct value *stated = frame->rows[row].stated;

    end.index++;
    if (!stated || period_year(end) == year->year ||
        !value_is_number(stated[measure_of(frame, flow)]))
        return false;
    *figure = stated[measure_of(frame, flow)].number;
    return true;
}

/* How many periods the rows of the year are, joined ones being several. */
static size_t length_of(const struct frame *frame, const struct year *year)
{
    size_t length = 0;

    for (size_t i = year->first; i < year->first + year->count; i++)
        length += (size_t)period_of(frame, i).more + 1;
    return length;
}

/* What is stated for the year, else the sum of its figures when all of them are there.
 */
static bool add_up(const struct frame *frame, const struct year *year, enum flow flow,
                   double *figure)
{
    struct sum sum = {0};

    if (find_stated(frame, year, flow, figure))
        return true;
    if (length_of(frame, year) !=
        periods_in(year->year, period_of(frame, year->first).frequency))
        return false;
    for (size_t i = year->first; i < year->first + year->count; i++) {
        struct value value = flow_of(frame, i, flow);
        bool is_nothing = value.absence == ABSENCE_ROUNDED && year->count > 1;
        if ((!value_is_number(value) && !is_nothing) || value.covered)
            return false;
        sum_add(&sum, is_nothing ? 0 : value.number);
    }
    *figure = sum_value(sum);
    return true;
}

/* The year that ends before row `end`. */
static struct year year_before_row(const struct frame *frame, size_t end)
{
    struct year year = {period_year(period_of(frame, end - 1)), end - 1, 1};

    while (year.first && period_year(period_of(frame, year.first - 1)) == year.year) {
        year.first--;
        year.count++;
    }
    return year;
}

/* Whether the measure breaks after the first period of the year before `year`. */
static bool is_broken(const struct frame *frame, const struct year *year,
                      const struct year *before, size_t measure)
{
    const struct dataset *dataset = frame->dataset;

    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct event *event = &dataset->events[i];
        if (event_breaks(dataset, event, measure,
                         query_parts(&frame->query, dataset)) &&
            period_begins_after(event->period, period_of(frame, before->first)) &&
            period_year(event->period) <= year->year)
            return true;
    }
    return false;
}

/* Whether members of the sums come or go, so that a year compares only with a part of
 * the one before. */
static bool is_of_others(const struct frame *frame, const struct year *year,
                         enum flow flow)
{
    for (size_t i = year->first; i < year->first + year->count; i++)
        if (value_compared(
                frame_growth(frame, &frame->rows[i], measure_of(frame, flow))))
            return true;
    return false;
}

/* Of a sum of finer periods on the same sum a year before. */
static struct value growth_of_sum(const struct frame *frame, const struct year *year,
                                  enum flow flow, double figure)
{
    struct year before;
    double base;

    if (!year->first)
        return value_missing(ABSENCE_NO_ROW);
    before = year_before_row(frame, year->first);
    if (before.year != year->year - 1 || !add_up(frame, &before, flow, &base))
        return value_missing(ABSENCE_NO_ROW);
    if (base <= 0 || is_of_others(frame, year, flow) ||
        is_broken(frame, year, &before, measure_of(frame, flow)))
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(100 * (figure / base - 1));
}

static struct value growth_of(const struct frame *frame, const struct year *year,
                              enum flow flow, double figure)
{
    if (year->count > 1)
        return growth_of_sum(frame, year, flow, figure);
    return frame_growth(frame, &frame->rows[year->first], measure_of(frame, flow));
}

/* Whether all of its exports and imports are of one whole. */
static bool is_of_one(const struct frame *frame, const struct year *year)
{
    for (size_t i = year->first; i < year->first + year->count; i++)
        if (!flows_are_alike(flow_of(frame, i, FLOW_EXPORTS),
                             flow_of(frame, i, FLOW_IMPORTS)))
            return false;
    return true;
}

/* Whether the year is whole, and what it starts a path with. */
static bool start_at(const struct frame *frame, const struct year *year,
                     struct path_start *start)
{
    double figure;

    if (!is_of_one(frame, year) ||
        !add_up(frame, year, FLOW_EXPORTS, &start->exports) ||
        !add_up(frame, year, FLOW_IMPORTS, &start->imports))
        return false;
    start->reason = NULL;
    start->year = year->year;
    start->periods = length_of(frame, year);
    if (find_stated(frame, year, FLOW_EXPORTS, &figure))
        start->periods = 1;
    start->exports_growth = growth_of(frame, year, FLOW_EXPORTS, start->exports);
    start->imports_growth = growth_of(frame, year, FLOW_IMPORTS, start->imports);
    return true;
}

static const char *reason_without(const struct frame *frame)
{
    if (!frame->column_count)
        return _("there are no figures over time");
    if (!frame->has_imports)
        return _("a path needs exports and imports, and there is one measure only");
    if (!frame->row_count)
        return _("there are no figures here");
    if (period_of(frame, 0).frequency == FREQUENCY_UNDATED)
        return _("the file does not say its period");
    if (!periods_in(2000, period_of(frame, 0).frequency))
        return _("weeks do not fill calendar years");
    if (frame_exports(frame, &frame->rows[frame->row_count - 1]).absence ==
        ABSENCE_NO_RATE)
        return _("there is no rate for the currency that is shown");
    if (frame_unlike_words(frame, &frame->rows[frame->row_count - 1]))
        return frame_unlike_words(frame, &frame->rows[frame->row_count - 1]);
    return period_of(frame, 0).frequency == FREQUENCY_YEAR
               ? _("no year has both exports and imports")
               : _("no calendar year has all its exports and imports");
}

/* How many rows are not after `last`. */
static size_t rows_until(const struct frame *frame, struct period last)
{
    size_t count = frame->row_count;

    while (count && period_begins_after(period_of(frame, count - 1), last))
        count--;
    return count;
}

struct path_start path_start_new(const struct frame *periods, struct period last,
                                 int back)
{
    struct path_start start = {.reason = reason_without(periods)};
    struct path_start found;

    if (!periods->has_imports)
        return start;
    for (size_t end = rows_until(periods, last); end;) {
        struct year year = year_before_row(periods, end);
        end = year.first;
        if (!start_at(periods, &year, &found))
            continue;
        start = found;
        if (back-- <= 0)
            break;
    }
    return start;
}
