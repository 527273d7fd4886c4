#include "core/query/indicator_input.h"

#include "core/base/sum.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"

#include <string.h>

struct making_lazy {
    const struct value *whole[MEASURE_MAX]; /* by period */
    /* The last that was asked for: rows mostly have one period. */
    bool has_before;
    uint32_t period;
    uint32_t before;
    /* For RCA: of the exports, with every other dimension whole. */
    bool has_world;
    struct cube world;
    bool has_totals;
    uint32_t totals_period;
    struct value own_total;
    struct value world_total;
};

struct making_lazy *making_lazy_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct making_lazy);
}

/* One measure as the screen shows it, or as it stands in a cube. */
struct source {
    const struct making *making;
    size_t measure;
    const struct cube *cube; /* NULL: as shown */
};

static struct value source_value(const struct source *source, uint32_t member,
                                 uint32_t period)
{
    return source->cube
               ? cube_value(source->cube, period, member)
               : making_figure(source->making, source->measure, member, period);
}

/* The sum of the members that have no parent; one that is missing spreads. */
static struct value roots_sum(const struct source *source, uint32_t period)
{
    const struct dimension *rows = source->making->rows;
    struct value total = value_missing(ABSENCE_NO_ROW);
    struct sum sum = {0};

    for (uint32_t i = 0; i < rows->member_count; i++) {
        struct value value;
        if (rows->members[i].is_group || rows->members[i].parent != MEMBER_NONE)
            continue;
        value = value_term(source_value(source, i, period));
        if (value_is_number(value)) {
            sum_add(&sum, value.number);
            total.absence = ABSENCE_NONE;
        } else if (value.absence != ABSENCE_NO_ROW &&
                   value.absence != ABSENCE_NOT_APPLICABLE) {
            return value_missing(value.absence);
        }
    }
    total.number = sum_value(sum);
    total.origin = ORIGIN_SUMMED;
    return total;
}

static struct value whole_value(const struct source *source, uint32_t whole,
                                uint32_t period)
{
    if (whole == MEMBER_NONE && source->making->rows && source->making->rows->is_apart)
        return value_missing(ABSENCE_NO_ROW);
    if (whole == MEMBER_NONE && source->making->rows)
        return roots_sum(source, period);
    return source_value(source, whole, period);
}

/* The whole in all periods; what a row of periods is narrowed to is its own whole. */
static const struct value *whole_series(const struct making *making, size_t measure)
{
    struct source source = {making, measure, NULL};
    uint32_t count = making->dataset->period_count;
    struct value *values;

    if (making->lazy->whole[measure])
        return making->lazy->whole[measure];
    values = ARENA_ARRAY(making->arena, struct value, count);
    for (uint32_t p = 0; p < count; p++)
        values[p] = whole_value(&source, making->whole, p);
    making->lazy->whole[measure] = values;
    return values;
}

/* Whether the figures of this row are those of the whole. */
static bool is_whole(const struct making *making, const struct row_source *row)
{
    return row->figures ? row->figures == making->whole_figures
                        : !making->rows || row->member == making->whole;
}

static const struct value *row_series(const struct making *making,
                                      const struct row_source *row, size_t measure)
{
    uint32_t count = making->dataset->period_count;
    struct value *values;

    if (is_whole(making, row))
        return whole_series(making, measure);
    if (row->figures)
        return NULL;
    values = ARENA_ARRAY(making->arena, struct value, count);
    for (uint32_t p = 0; p < count; p++)
        values[p] = making_figure(making, measure, row->member, p);
    return values;
}

uint64_t making_parts(const struct making *making, const struct row_source *row)
{
    const struct dataset *dataset = making->dataset;
    uint64_t parts = query_parts(making->query, dataset);
    bool is_part = making->rows && !is_whole(making, row) &&
                   row->member != dimension_whole(making->rows);

    for (size_t d = 0; is_part && d < dataset->dimension_count; d++)
        if (making->rows == &dataset->dimension[d])
            parts |= (uint64_t)1 << d;
    return parts;
}

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

static uint32_t find_base(const struct making *making, size_t measure, uint32_t from,
                          uint32_t to)
{
    const struct value *whole = whole_series(making, measure);
    const struct period *periods = making->dataset->periods;

    for (uint32_t p = from; p <= to; p++) {
        bool is_asked =
            making->rows || period_compare(periods[p], making->query->period) >= 0;
        if (is_asked && value_is_number(whole[p]))
            return p;
    }
    return UINT32_MAX;
}

static void fill_series(const struct making *making, const struct row_source *row,
                        size_t measure, struct indicator_input *input, unsigned needs)
{
    input->series = row_series(making, row, measure);
    find_unbroken(making->dataset, measure, making_parts(making, row), input);
    input->base = UINT32_MAX;
    if (needs & NEEDS_BASE)
        input->base = find_base(making, measure, input->first, input->period);
}

static struct value published_growth(const struct making *making, size_t measure,
                                     uint32_t member, uint32_t period)
{
    for (size_t m = 0; m < making->dataset->measure_count; m++)
        if (making->dataset->measure[m].growth_of == measure)
            return making_figure(making, m, member, period);
    return value_missing(ABSENCE_NO_ROW);
}

/* The period a year before, as a number; UINT32_MAX where the file has none. */
static uint32_t year_before(const struct making *making, uint32_t period)
{
    const struct dataset *dataset = making->dataset;
    struct making_lazy *lazy = making->lazy;
    struct period before;

    if (lazy->has_before && lazy->period == period)
        return lazy->before;
    lazy->has_before = true;
    lazy->period = period;
    lazy->before = period_year_before(dataset->periods[period], &before)
                       ? period_index(dataset, before)
                       : UINT32_MAX;
    return lazy->before;
}

static void fill_whole_before(const struct making *making, uint32_t before,
                              struct indicator_input *input)
{
    const struct frame *frame = making->frame;

    input->exports_whole_before = whole_series(making, frame->exports)[before];
    if (frame->has_imports)
        input->imports_whole_before = whole_series(making, frame->imports)[before];
}

static void fill_before(const struct making *making, const struct row_source *row,
                        const struct column_spec *spec, struct indicator_input *input)
{
    const struct dataset *dataset = making->dataset;
    const struct value none = value_missing(ABSENCE_NO_ROW);
    bool needs_whole = indicator_ops(spec->indicator)->needs & NEEDS_WHOLE_BEFORE;
    uint32_t before = year_before(making, row->period);

    input->is_broken = false;
    input->like_covered = 0;
    input->figure_before = none;
    input->published_growth = none;
    input->exports_whole_before = none;
    input->imports_whole_before = none;
    if (!row->figures)
        input->published_growth =
            published_growth(making, spec->measure, row->member, row->period);
    if (before == UINT32_MAX)
        return;
    if (needs_whole)
        fill_whole_before(making, before, input);
    if (needs_whole && is_whole(making, row))
        input->figure_before = whole_series(making, spec->measure)[before];
    else if (!row->figures)
        input->figure_before =
            making_figure(making, spec->measure, row->member, before);
    if (!row->figures || needs_whole)
        input->is_broken = breaks_between(
            dataset, spec->measure, making_parts(making, row), before, row->period);
}

/* The figure of the row in a measure with this id. */
static struct value named_figure(const struct making *making,
                                 const struct row_source *row, const char *id)
{
    size_t measure = dataset_measure(making->dataset, id);

    if (measure == SIZE_MAX)
        return value_missing(ABSENCE_NO_ROW);
    return row->figures ? row->figures[measure]
                        : making_figure(making, measure, row->member, row->period);
}

/* Whether another dimension than the rows' is narrowed, so that there is a world
 * around. */
static bool is_narrowed(const struct making *making)
{
    const struct query *query = making->query;

    for (size_t d = 0; d < making->dataset->dimension_count; d++)
        if (d != query->rows && query->within[d] != MEMBER_NONE &&
            !making->dataset->dimension[d].is_apart &&
            query->within[d] != dimension_whole(&making->dataset->dimension[d]))
            return true;
    return false;
}

static void find_totals(const struct making *making, uint32_t period)
{
    struct making_lazy *lazy = making->lazy;
    size_t exports = making->frame->exports;
    uint32_t whole = dimension_whole(making->rows);
    struct source own = {making, exports, &making->cubes[exports]};
    struct source world = {making, exports, &lazy->world};

    if (!lazy->has_world) {
        struct query query = *making->query;
        for (size_t d = 0; d < making->dataset->dimension_count; d++)
            if (!making->dataset->dimension[d].is_apart)
                query.within[d] = MEMBER_NONE;
        lazy->world = cube_new(making->dataset, &query, exports, making->arena);
        lazy->has_world = true;
    }
    lazy->own_total = whole_value(&own, whole, period);
    lazy->world_total = whole_value(&world, whole, period);
    lazy->totals_period = period;
    lazy->has_totals = true;
}

/* Ratios of four figures of one period: in the file's currency whatever the screen's.
 */
static void fill_reference(const struct making *making, const struct row_source *row,
                           struct indicator_reference *reference)
{
    struct making_lazy *lazy = making->lazy;

    *reference = (struct indicator_reference){0};
    if (!making->rows || !is_narrowed(making))
        return;
    reference->exists = true;
    reference->is_of_partners = strcmp(making->rows->id, "partner") == 0;
    if (!lazy->has_totals || lazy->totals_period != row->period)
        find_totals(making, row->period);
    reference->part = reference->world_part = value_missing(ABSENCE_NO_ROW);
    reference->whole = lazy->own_total;
    reference->world_whole = lazy->world_total;
    if (row->member == MEMBER_NONE)
        return;
    reference->part =
        cube_value(&making->cubes[making->frame->exports], row->period, row->member);
    reference->world_part = cube_value(&lazy->world, row->period, row->member);
}

static void fill_measure(const struct making *making, const struct row_source *row,
                         const struct column_spec *spec, struct indicator_input *input)
{
    size_t m = spec->measure;

    input->figure = row->figures ? row->figures[m]
                                 : making_figure(making, m, row->member, row->period);
    input->figure_whole = making->whole_figures ? making->whole_figures[m]
                                                : value_missing(ABSENCE_NO_ROW);
}

struct indicator_input making_input(const struct making *making,
                                    const struct row_source *row)
{
    const struct frame *frame = making->frame;
    struct indicator_input input = {
        .has_imports = frame->has_imports,
        .imports = value_missing(ABSENCE_NO_ROW),
        .exports_whole = value_missing(ABSENCE_NO_ROW),
        .imports_whole = value_missing(ABSENCE_NO_ROW),
        .periods = making->dataset->periods,
        .period = row->period,
    };

    input.exports =
        row->figures ? row->figures[frame->exports]
                     : making_figure(making, frame->exports, row->member, row->period);
    if (frame->has_imports)
        input.imports = row->figures ? row->figures[frame->imports]
                                     : making_figure(making, frame->imports,
                                                     row->member, row->period);
    if (making->whole_figures) {
        input.exports_whole = making->whole_figures[frame->exports];
        if (frame->has_imports)
            input.imports_whole = making->whole_figures[frame->imports];
    }
    return input;
}

void making_input_column(const struct making *making, const struct row_source *row,
                         const struct column_spec *spec, struct indicator_input *input)
{
    const struct indicator_ops *ops = indicator_ops(spec->indicator);

    if (ops->is_per_measure)
        fill_measure(making, row, spec, input);
    if (ops->needs & NEEDS_BEFORE)
        fill_before(making, row, spec, input);
    if ((ops->needs & NEEDS_BEFORE) && !(ops->needs & NEEDS_WHOLE_BEFORE))
        making_like(making, row, spec->measure, input);
    if (ops->needs & NEEDS_STATED)
        input->stated = making_stated(making, row, spec->measure);
    if (ops->needs & NEEDS_SERIES)
        fill_series(making, row, spec->measure, input, ops->needs);
    if (ops->needs & NEEDS_REFERENCE)
        fill_reference(making, row, &input->reference);
    if (ops->needs & NEEDS_RANK)
        input->rank =
            row->figures || row->member == MEMBER_NONE
                ? 0
                : making_rank(making, spec->measure, row->member, row->period);
    if (ops->needs & NEEDS_MIRROR) {
        const char *id = making->dataset->measure[spec->measure].id;
        input->is_imports = strcmp(id, "imports") == 0;
        input->mirror =
            named_figure(making, row, arena_printf(making->arena, "mirror_%s", id));
    }
    if (ops->needs & NEEDS_MIRRORS) {
        input->mirror_exports = named_figure(making, row, "mirror_exports");
        input->mirror_imports = named_figure(making, row, "mirror_imports");
    }
    if (ops->needs & NEEDS_PRICES) {
        input->export_price = named_figure(making, row, "export_price");
        input->import_price = named_figure(making, row, "import_price");
    }
}
