/*
 * Where a series breaks: at an event of the file, and where what was published stands
 * beside what was added up.
 */
#include "core/query/frame_internal.h"

bool breaks_within(const struct dataset *dataset, size_t measure, uint64_t parts,
                   struct period from, struct period to)
{
    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct event *event = &dataset->events[i];
        if (event_breaks(dataset, event, measure, parts) &&
            period_begins_after(event->period, from) &&
            (period_compare(event->period, to) <= 0 ||
             period_is_in(event->period, to, to)))
            return true;
    }
    return false;
}

/* Whether the series of the measure breaks after `before` and up to `now`. */
static bool breaks_between(const struct dataset *dataset, size_t measure,
                           uint64_t parts, uint32_t before, uint32_t now)
{
    return breaks_within(dataset, measure, parts, dataset->periods[before],
                         dataset->periods[now]);
}

/* The periods around the row's that no break parts from it. */
static void find_unbroken(const struct dataset *dataset, size_t measure, uint64_t parts,
                          struct indicator_input *input)
{
    uint32_t low = 0;
    uint32_t high = input->period;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (breaks_between(dataset, measure, parts, middle, input->period))
            low = middle + 1;
        else
            high = middle;
    }
    input->first = low;
    low = input->period;
    high = dataset->period_count - 1;
    while (low < high) {
        uint32_t middle = high - (high - low) / 2;
        if (breaks_between(dataset, measure, parts, input->period, middle))
            high = middle - 1;
        else
            low = middle;
    }
    input->last = low;
}

/* Sums and published figures are two series. */
static void find_unmixed(struct indicator_input *input)
{
    const struct value *series = input->series;
    uint16_t basis;

    if (!series || !value_is_number(series[input->period]))
        return;
    basis = series[input->period].basis;
    for (uint32_t p = input->period; p-- > input->first;)
        if (value_is_number(series[p]) && series[p].basis != basis)
            input->first = p + 1;
    for (uint32_t p = input->period + 1; p <= input->last; p++)
        if (value_is_number(series[p]) && series[p].basis != basis)
            input->last = p - 1;
}

void breaks_around(const struct dataset *dataset, size_t measure, uint64_t parts,
                   struct indicator_input *input)
{
    find_unbroken(dataset, measure, parts, input);
    find_unmixed(input);
}
