#include "core/query/indicator_input.h"

#include "core/base/stop.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"
#include "core/query/indicator_whole.h"

#include <math.h>
#include <string.h>

/* Sums of the same figures in another order or unit differ by less of it. */
static const double SAME = 1e-12;

struct totals {
    bool is_found;
    struct value own;
    struct value world;
};

/* The whole in one period. */
struct whole {
    bool is_found;
    uint32_t period;
    struct value value;
};

struct making_lazy {
    struct arena *arena;
    const struct value *whole[MEASURE_MAX]; /* by period */
    struct whole whole_at[MEASURE_MAX];     /* the last that was asked for */
    /* The last that was asked for: rows mostly have one period. */
    bool has_before;
    uint32_t period;
    uint32_t before;
    /* For RCA: of the exports, with every other dimension whole. */
    enum { NARROWED_UNKNOWN, NARROWED_NOT, NARROWED } narrowed; /* see is_narrowed() */
    bool has_world;
    struct cube world;
    struct totals *totals; /* by period */
    struct making_children children;
};

struct making_lazy *making_lazy_new(struct arena *arena)
{
    struct making_lazy *lazy = ARENA_NEW(arena, struct making_lazy);

    lazy->arena = arena;
    return lazy;
}

const struct making_children *making_children(const struct making *making)
{
    struct making_children *children = &making->lazy->children;
    const uint32_t count = making->rows->member_count;
    uint32_t *first;
    uint32_t *next;

    if (children->first)
        return children;
    first = ARENA_ARRAY(making->lazy->arena, uint32_t, count + 1);
    next = ARENA_ARRAY(making->lazy->arena, uint32_t, count);
    for (uint32_t i = 0; i <= count; i++)
        first[i] = MEMBER_NONE;
    for (uint32_t i = count; i-- > 0;) {
        const struct member *member = &making->rows->members[i];
        uint32_t parent = member->parent == MEMBER_NONE ? count : member->parent;
        if (member->is_group)
            continue;
        next[i] = first[parent];
        first[parent] = i;
    }
    *children = (struct making_children){first, next};
    return children;
}

/* The whole in all periods; what a row of periods is narrowed to is its own whole. */
static const struct value *whole_series(const struct making *making, size_t measure)
{
    struct source source = {making, measure, NULL, NULL};
    uint32_t count = making->dataset->period_count;
    struct value *values;

    if (making->lazy->whole[measure])
        return making->lazy->whole[measure];
    values = ARENA_ARRAY(making->lazy->arena, struct value, count);
    for (uint32_t p = 0; p < count; p++)
        values[p] = whole_value(&source, making->whole, p);
    if (!stop_is_wanted(making->query->stop))
        making->lazy->whole[measure] = values;
    return values;
}

/* The same in one alone: of 100,000 members that is a sum, all periods are many. */
static struct value whole_at(const struct making *making, size_t measure,
                             uint32_t period)
{
    struct source source = {making, measure, NULL, NULL};
    struct whole *whole = &making->lazy->whole_at[measure];
    struct value value;

    if (making->lazy->whole[measure])
        return making->lazy->whole[measure][period];
    if (whole->is_found && whole->period == period)
        return whole->value;
    value = whole_value(&source, making->whole, period);
    *whole = (struct whole){!stop_is_wanted(making->query->stop), period, value};
    return value;
}

bool making_is_whole(const struct making *making, const struct row_source *row)
{
    return row->figures ? row->figures == making->whole_figures
                        : !making->rows || row->member == making->whole;
}

static const struct value *row_series(const struct making *making,
                                      const struct row_source *row, size_t measure)
{
    uint32_t count = making->dataset->period_count;
    struct value *values;

    if (making_is_whole(making, row))
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
    uint64_t parts = making->parts;
    bool is_part =
        making->rows && !making_is_whole(making, row) && row->member != making->top;

    for (size_t d = 0; is_part && d < dataset->dimension_count; d++)
        if (making->rows == &dataset->dimension[d])
            parts |= (uint64_t)1 << d;
    return parts;
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
    breaks_around(making->dataset, measure, making_parts(making, row), input);
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

uint32_t making_year_before(const struct making *making, uint32_t period)
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

    input->exports_whole_before = whole_at(making, frame->exports, before);
    if (frame->has_imports)
        input->imports_whole_before = whole_at(making, frame->imports, before);
}

/* Where the row is a sum of parts and the figure of the year before was published, what
 * compares is the sum of the same parts. */
static void compare_parts(const struct making *making, const struct row_source *row,
                          size_t measure, uint32_t before,
                          struct indicator_input *input)
{
    const struct source source = {making, measure, NULL, NULL};
    struct value now;
    struct value then;

    if (!making->rows || row->figures || row->member == MEMBER_NONE ||
        input->figure.basis <= input->figure_before.basis)
        return;
    now = parts_sum(&source, row->member, row->period);
    then = parts_sum(&source, row->member, before);
    if (!value_is_number(now) || now.basis != then.basis ||
        fabs(now.number - input->figure.number) > fabs(now.number) * SAME)
        return;
    then.basis = input->figure.basis;
    input->figure_before = then;
    input->is_of_parts = true;
}

static bool have_two_bases(const struct indicator_input *input)
{
    return value_is_number(input->figure) && value_is_number(input->figure_before) &&
           input->figure.basis != input->figure_before.basis;
}

static void fill_before(const struct making *making, const struct row_source *row,
                        const struct column_spec *spec, struct indicator_input *input)
{
    const struct value none = value_missing(ABSENCE_NO_ROW);
    bool needs_whole = indicator_ops(spec->indicator)->needs & NEEDS_WHOLE_BEFORE;
    bool is_whole = making_is_whole(making, row);
    uint32_t before = making_year_before(making, row->period);

    input->is_broken = input->is_of_parts = false;
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
    if (is_whole)
        input->figure_before = whole_at(making, spec->measure, before);
    else if (!row->figures)
        input->figure_before =
            making_figure(making, spec->measure, row->member, before);
    if (have_two_bases(input))
        compare_parts(making, row, spec->measure, before, input);
    input->is_broken = breaks_within(
        making->dataset, spec->measure, making_parts(making, row),
        making->dataset->periods[before], making->dataset->periods[row->period]);
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
static bool find_narrowed(const struct making *making)
{
    const struct query *query = making->query;

    for (size_t d = 0; d < making->dataset->dimension_count; d++)
        if (d != query->rows && query->within[d] != MEMBER_NONE &&
            !making->dataset->dimension[d].is_apart &&
            query->within[d] != dimension_whole(&making->dataset->dimension[d]))
            return true;
    return false;
}

static bool is_narrowed(const struct making *making)
{
    struct making_lazy *lazy = making->lazy;

    if (lazy->narrowed == NARROWED_UNKNOWN)
        lazy->narrowed = find_narrowed(making) ? NARROWED : NARROWED_NOT;
    return lazy->narrowed == NARROWED;
}

static void find_totals(const struct making *making, uint32_t period)
{
    struct making_lazy *lazy = making->lazy;
    size_t exports = making->frame->exports;
    uint32_t whole = making->top;
    struct source own = {making, exports, &making->cubes[exports], NULL};
    struct source world = {making, exports, &lazy->world, NULL};

    if (!lazy->has_world) {
        struct query query = *making->query;
        for (size_t d = 0; d < making->dataset->dimension_count; d++)
            if (!making->dataset->dimension[d].is_apart)
                query.within[d] = MEMBER_NONE;
        lazy->world = cube_new(making->dataset, &query, exports, lazy->arena);
        lazy->totals =
            ARENA_ARRAY(lazy->arena, struct totals, making->dataset->period_count);
        lazy->has_world = !stop_is_wanted(making->query->stop);
    }
    lazy->totals[period] = (struct totals){true, whole_value(&own, whole, period),
                                           whole_value(&world, whole, period)};
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
    if (!lazy->has_world || !lazy->totals[row->period].is_found)
        find_totals(making, row->period);
    reference->part = reference->world_part = value_missing(ABSENCE_NO_ROW);
    reference->whole = lazy->totals[row->period].own;
    reference->world_whole = lazy->totals[row->period].world;
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
