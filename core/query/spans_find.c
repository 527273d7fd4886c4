#include "core/query/spans.h"
#include "core/query/spans_internal.h"

#include <stdlib.h>

bool is_first_of_year(struct period period)
{
    struct period before = {period.frequency, period.index - 1, 0};

    return period_year(before) != period_year(period);
}

/* The part of the span, from `first` on, that is in the year of `first`. */
static struct period segment_from(struct period span, struct period first)
{
    struct period last = first;

    while (last.index < period_last(span).index) {
        struct period next = {last.frequency, last.index + 1, 0};
        if (is_first_of_year(next))
            break;
        last = next;
    }
    return period_join(first, last);
}

static void find_segments(struct span *span, struct arena *arena)
{
    struct period fine = span->fine;
    struct period first = {fine.frequency, fine.index, 0};
    size_t years = (size_t)(period_year(period_last(fine)) - period_year(fine) + 1);

    span->segments = ARENA_ARRAY(arena, struct period, years);
    while (first.index <= period_last(fine).index) {
        struct period segment = segment_from(fine, first);
        span->segments[span->segment_count++] = segment;
        first.index = period_last(segment).index + 1;
    }
}

struct span *spans_find(const struct dataset *dataset, const struct period *periods,
                        uint32_t count, struct arena *arena)
{
    struct span *spans = ARENA_ARRAY(arena, struct span, count);

    for (uint32_t p = 0; p < count; p++) {
        spans[p].fine = span_in(periods[p], dataset->periods[0].frequency);
        if (dataset->is_ytd)
            find_segments(&spans[p], arena);
    }
    return spans;
}

/* The number of the dataset's first period at or after an index. */
static uint32_t first_from(const struct dataset *dataset, int32_t index)
{
    uint32_t low = 0;
    uint32_t high = dataset->period_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dataset->periods[middle].index < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Figures of the year to date have the whole of what comes before the last of them. */
static struct period like_of(const struct dataset *dataset, struct period period)
{
    struct period fine = span_in(period, dataset->periods[0].frequency);
    uint32_t first = first_from(dataset, fine.index);
    uint32_t end = first_from(dataset, period_last(fine).index + 1);
    struct period part;

    if (first == end)
        return period;
    part = period_join(dataset->periods[first], dataset->periods[end - 1]);
    if (dataset->is_ytd)
        part = period_join((struct period){fine.frequency, fine.index, 0},
                           dataset->periods[end - 1]);
    else if ((uint32_t)part.more != end - 1 - first)
        return period;
    return period_equal(part, fine) ? period : part;
}

const struct period *spans_like(const struct dataset *dataset,
                                const struct period *periods, uint32_t count,
                                struct arena *arena)
{
    struct period *like = ARENA_ARRAY(arena, struct period, count);

    for (uint32_t p = 0; p < count; p++)
        like[p] = like_of(dataset, periods[p]);
    return like;
}

static int compare(const void *a, const void *b)
{
    return period_compare(*(const struct period *)a, *(const struct period *)b);
}

static bool is_period(const struct dataset *dataset, struct period period)
{
    return dataset->period_count &&
           bsearch(&period, dataset->periods, dataset->period_count, sizeof(period),
                   compare);
}

/* Whether the file has a period within the span. */
static bool has_any(const struct dataset *dataset, struct period span)
{
    struct period fine = span_in(span, dataset->periods[0].frequency);
    uint32_t first = first_from(dataset, fine.index);

    return first < dataset->period_count &&
           dataset->periods[first].index <= period_last(fine).index;
}

struct period *spans_wanted(const struct dataset *dataset, const struct dataset *out,
                            struct arena *arena, uint32_t *count)
{
    struct period *wanted = ARENA_ARRAY(arena, struct period, 2 * out->period_count);
    uint32_t found = 0;

    *count = 0;
    for (uint32_t p = 0; p < out->period_count; p++) {
        struct period now = out->like[p];
        struct period before;
        bool is_whole = period_equal(now, out->periods[p]);
        if (!period_year_before(now, &before) || !has_any(dataset, before) ||
            (is_whole && is_period(out, before)))
            continue;
        wanted[found++] = before;
        if (!is_whole)
            wanted[found++] = now;
    }
    if (!found)
        return wanted;
    qsort(wanted, found, sizeof(*wanted), compare);
    for (uint32_t i = 0; i < found; i++)
        if (!i || !period_equal(wanted[i], wanted[*count - 1]))
            wanted[(*count)++] = wanted[i];
    return wanted;
}
