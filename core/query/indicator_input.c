#include "core/query/indicator_input.h"

#include "core/base/stop.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"
#include "core/query/indicator_lazy.h"
#include "core/query/indicator_whole.h"

#include <string.h>

struct making_lazy *making_lazy_new(struct arena *arena)
{
    struct making_lazy *lazy = ARENA_NEW(arena, struct making_lazy);

    lazy->arena = arena;
    return lazy;
}

struct making_children children_new(const struct dimension *dimension,
                                    struct arena *arena)
{
    const uint32_t count = dimension->member_count;
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, count + 1);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, count);

    for (uint32_t i = 0; i <= count; i++)
        first[i] = MEMBER_NONE;
    for (uint32_t i = count; i-- > 0;) {
        const struct member *member = &dimension->members[i];
        uint32_t parent = member->parent == MEMBER_NONE ? count : member->parent;
        if (member->is_group)
            continue;
        next[i] = first[parent];
        first[parent] = i;
    }
    return (struct making_children){first, next};
}

const struct making_children *making_children(const struct making *making)
{
    struct making_lazy *lazy = making->lazy;

    if (!lazy->children.first)
        lazy->children = children_new(making->rows, lazy->arena);
    return &lazy->children;
}

const struct value *lazy_whole_series(const struct making *making, size_t measure)
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

struct value lazy_whole_at(const struct making *making, size_t measure, uint32_t period)
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
        return lazy_whole_series(making, measure);
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
    const struct value *whole = lazy_whole_series(making, measure);
    const struct period *periods = making->dataset->periods;
    const struct query *query = making->query;

    for (uint32_t p = from; p <= to; p++) {
        bool is_asked =
            (making->rows || period_compare(periods[p], query->period) >= 0) &&
            (!query->has_base || period_compare(periods[p], query->base) >= 0);
        if (is_asked && value_is_number(whole[p]))
            return p;
    }
    return UINT32_MAX;
}

static void fill_series(const struct making *making, const struct row_source *row,
                        const struct column_spec *spec, struct indicator_input *input)
{
    const size_t measure = spec->measure;

    input->series = row_series(making, row, measure);
    breaks_around(making->dataset, measure, making_parts(making, row), input);
    input->base = UINT32_MAX;
    if (indicator_ops(spec->indicator)->needs & NEEDS_BASE)
        input->base = find_base(making, measure, input->first, input->period);
    input_alike_series(making, row, spec, input);
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

    input->compared = input->listed = 0;
    if (ops->is_per_measure)
        fill_measure(making, row, spec, input);
    if (ops->needs & NEEDS_BEFORE)
        input_before(making, row, spec, input);
    if ((ops->needs & NEEDS_BEFORE) && !(ops->needs & NEEDS_WHOLE_BEFORE))
        making_like(making, row, spec->measure, input);
    if (ops->needs & NEEDS_STATED)
        input->stated = making_stated(making, row, spec->measure);
    if (ops->needs & NEEDS_SERIES)
        fill_series(making, row, spec, input);
    if (ops->needs & NEEDS_REFERENCE)
        input_reference(making, row, &input->reference);
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
