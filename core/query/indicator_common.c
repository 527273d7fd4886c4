#include "core/query/indicator_common.h"

#include "core/base/sum.h"

struct value value_growth(struct value now, struct value before)
{
    struct value missing;

    if (!values_compare(now, before, &missing))
        return missing;
    if (before.number <= 0 || now.number < 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(now.number - before.number, before.number);
}

int32_t periods_per_year(enum frequency frequency)
{
    static const int32_t counts[FREQUENCY_COUNT] = {
        [FREQUENCY_YEAR] = 1,
        [FREQUENCY_HALF] = 2,
        [FREQUENCY_QUARTER] = 4,
        [FREQUENCY_MONTH] = 12,
    };

    return counts[frequency];
}

int32_t period_part(struct period period)
{
    int32_t parts = periods_per_year(period.frequency);

    return parts ? period.index % parts : 0;
}

bool period_follows(struct period period, struct period before)
{
    return period.index == before.index + before.more + 1;
}

/* Goes back over periods without a gap until they are `count`, joined ones counting for
 * as many as they are. */
static bool window_first(const struct period *periods, uint32_t last, int32_t count,
                         uint32_t *first)
{
    int32_t covered = periods[last].more + 1;

    for (*first = last; covered < count; --*first) {
        if (!*first || !period_follows(periods[*first], periods[*first - 1]))
            return false;
        covered += periods[*first - 1].more + 1;
    }
    return covered == count;
}

struct value window_sum(const struct indicator_input *input, uint32_t last,
                        int32_t count)
{
    struct sum sum = {0};
    uint32_t first;

    if (!input->series || !window_first(input->periods, last, count, &first))
        return value_missing(ABSENCE_NO_ROW);
    if (first < input->first || last > input->last)
        return value_missing(ABSENCE_UNDEFINED);
    for (uint32_t p = first; p <= last; p++) {
        struct value term = value_term(input->series[p]);
        if (!value_is_number(term))
            return value_missing(term.absence);
        if (term.covered)
            return value_missing(ABSENCE_UNDEFINED);
        sum_add(&sum, term.number);
    }
    return value_derived(sum_value(sum));
}

bool average_span(const struct indicator_input *input, uint32_t *start, int32_t *years)
{
    const struct period *periods = input->periods;
    int32_t parts;

    if (!input->series || input->base == UINT32_MAX)
        return false;
    parts = periods_per_year(periods[input->period].frequency);
    for (uint32_t p = input->base; parts && p < input->period; p++) {
        int32_t distance = periods[input->period].index - periods[p].index;
        if (distance % parts || periods[p].more != periods[input->period].more)
            continue;
        *start = p;
        *years = distance / parts;
        return true;
    }
    return false;
}

struct value reference_ratio(const struct indicator_reference *reference)
{
    struct value part = value_term(reference->part);
    struct value world_part = value_term(reference->world_part);
    struct value missing;
    double bottom;

    if (!reference->exists)
        return value_missing(ABSENCE_UNDEFINED);
    if (!values_are_numbers(part, reference->whole, &missing) ||
        !values_are_numbers(world_part, reference->world_whole, &missing))
        return missing;
    if (reference->whole.number <= 0 || world_part.number <= 0 ||
        reference->world_whole.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    bottom = world_part.number / reference->world_whole.number;
    return value_derived(part.number / reference->whole.number / bottom);
}
