#include "core/query/coarsen.h"

static int32_t floor_div(int32_t a, int32_t b)
{
    return a / b - (a % b < 0);
}

static enum frequency frequency_of(const struct dataset *dataset)
{
    return dataset->periods[0].frequency;
}

bool coarsen(const struct dataset *dataset, enum frequency frequency,
             struct dataset *out, const struct stop *stop)
{
    struct arena scratch = {0};
    struct period *spans;
    uint32_t count = 0;
    int32_t parts;

    if (!dataset->period_count || !frequency_nests(frequency_of(dataset), frequency))
        return false;
    parts = span_in((struct period){frequency, 1, 0}, frequency_of(dataset)).index;
    spans = ARENA_ARRAY(&scratch, struct period, dataset->period_count);
    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct period span = {frequency, floor_div(dataset->periods[p].index, parts),
                              0};
        if (!count || !period_equal(spans[count - 1], span))
            spans[count++] = span;
    }
    spans_new(dataset, spans, count, out, stop);
    arena_clear(&scratch);
    return true;
}

/* The first period that the figure at `p` adds to the one before it in its year. */
static struct period first_added(const struct dataset *dataset, uint32_t p)
{
    struct period first = dataset->periods[p];
    int32_t known = p ? dataset->periods[p - 1].index : INT32_MIN;

    for (;;) {
        struct period before = {first.frequency, first.index - 1, 0};
        if (before.index == known || period_year(before) != period_year(first))
            return first;
        first = before;
    }
}

bool coarsen_to_single(const struct dataset *dataset, struct dataset *out,
                       const struct stop *stop)
{
    struct arena scratch = {0};
    struct period *spans;

    if (!dataset->is_ytd || !dataset->period_count)
        return false;
    spans = ARENA_ARRAY(&scratch, struct period, dataset->period_count);
    for (uint32_t p = 0; p < dataset->period_count; p++)
        spans[p] = period_join(first_added(dataset, p), dataset->periods[p]);
    spans_new(dataset, spans, dataset->period_count, out, stop);
    arena_clear(&scratch);
    return true;
}

/* Whether the file has a period within the span; or, when `whole`, reaches from its
 * first to its last. */
static bool file_has(const struct dataset *dataset, struct period span, bool whole)
{
    struct period fine = span_in(span, frequency_of(dataset));
    int32_t last = dataset->periods[dataset->period_count - 1].index;

    if (whole)
        return dataset->periods[0].index <= fine.index &&
               period_last(fine).index <= last;
    for (uint32_t p = 0; p < dataset->period_count; p++)
        if (period_contains(fine, dataset->periods[p]))
            return true;
    return false;
}

static bool year_after(struct period span, struct period *after)
{
    struct period back;

    *after = span;
    for (int32_t step = 1; step <= 366; step++) {
        after->index = span.index + step;
        if (period_year_before(*after, &back) && back.index == span.index &&
            back.more == span.more)
            return true;
    }
    return false;
}

/* Goes back to the first year that the file reaches, then up to the last. A range of
 * more than a year overlaps with the next, which must be there to its end. */
static uint32_t find_ranges(const struct dataset *dataset, struct period range,
                            struct period *spans)
{
    struct period first = range;
    struct period other;
    uint32_t count = 0;

    while (period_year_before(first, &other) && file_has(dataset, other, false))
        first = other;
    for (;;) {
        bool overlaps =
            year_after(first, &other) && other.index <= period_last(first).index;
        if (file_has(dataset, first, overlaps && !period_equal(first, range)))
            spans[count++] = first;
        if (!year_after(first, &other) || !file_has(dataset, other, false))
            return count;
        first = other;
    }
}

bool range_fits(const struct dataset *dataset, struct period range)
{
    return dataset->period_count &&
           (range.frequency == frequency_of(dataset) ||
            frequency_nests(frequency_of(dataset), range.frequency)) &&
           file_has(dataset, range, false);
}

bool coarsen_to_range(const struct dataset *dataset, struct period range,
                      struct dataset *out, const struct stop *stop)
{
    struct arena scratch = {0};
    struct period *spans;
    struct period next;
    uint32_t count;

    if (!range_fits(dataset, range))
        return false;
    spans = ARENA_ARRAY(&scratch, struct period,
                        (size_t)dataset->period_count + (size_t)range.more + 2);
    count = find_ranges(dataset, range, spans);
    spans_new(dataset, spans, count, out, stop);
    out->step = year_after(range, &next) ? next.index - range.index : 0;
    arena_clear(&scratch);
    return true;
}
