#include "core/query/concentration.h"

#include "core/base/sum.h"
#include "core/query/indicator_common.h"

#include <assert.h>

static const struct set_indicator_ops *const set_indicators[] = {
#define X(constant, name) &set_indicator_##name,
    SET_INDICATORS(X)
#undef X
};

const struct set_indicator_ops *set_indicator_ops(enum set_indicator indicator)
{
    assert(indicator < SET_INDICATOR_COUNT);
    return set_indicators[indicator];
}

/* Whether the row is a part of the level; if not, says so in `left_out`. */
static bool is_part(const struct frame_row *row, struct left_out *left_out)
{
    switch (row->kind) {
    case ROW_MEMBER:
    case ROW_RESIDUAL:
    case ROW_REPORTER:
        return true;
    case ROW_GROUP:
        left_out->groups++;
        return false;
    case ROW_UNALLOCATED:
        left_out->unallocated++;
        return false;
    case ROW_PERIOD_KIND:
        break;
    }
    return false;
}

/* Rows that the filter or the limit took away; the part that is not allocated is no
 * member. */
static size_t hidden_rows(const struct frame *frame)
{
    size_t members = 0;

    for (size_t i = 0; i < frame->row_count; i++)
        members += frame->rows[i].kind != ROW_UNALLOCATED;
    return frame->member_count > members ? frame->member_count - members : 0;
}

static size_t column_of(const struct frame *frame, size_t measure)
{
    return frame_column(frame, (struct column_spec){INDICATOR_FIGURE, measure});
}

struct figure_set figure_set_new(const struct frame *frame, size_t measure,
                                 struct arena *arena)
{
    double *figures = ARENA_ARRAY(arena, double, frame->row_count);
    struct figure_set set = {.figures = figures};
    struct sum sum = {0};
    size_t column = column_of(frame, measure);

    set.left_out.hidden = hidden_rows(frame);
    for (size_t i = 0; i < frame->row_count; i++) {
        struct value value = value_term(frame_cell(frame, &frame->rows[i], column));
        if (!is_part(&frame->rows[i], &set.left_out))
            continue;
        if (!value_is_number(value)) {
            set.left_out.missing++;
            continue;
        }
        figures[set.count++] = value.number;
        set.nonzero += value.number != 0;
        set.has_negative = set.has_negative || value.number < 0;
        sum_add(&sum, value.number);
    }
    set.sum = sum_value(sum);
    return set;
}

struct pair_set pair_set_new(const struct frame *frame, struct arena *arena)
{
    double *exports = ARENA_ARRAY(arena, double, frame->row_count);
    double *imports = ARENA_ARRAY(arena, double, frame->row_count);
    struct pair_set set = {.exports = exports, .imports = imports};
    struct sum exports_sum = {0};
    struct sum imports_sum = {0};
    size_t exports_column = column_of(frame, frame->exports);
    size_t imports_column = column_of(frame, frame->imports);

    set.left_out.hidden = hidden_rows(frame);
    for (size_t i = 0; i < frame->row_count; i++) {
        const struct frame_row *row = &frame->rows[i];
        struct value x = value_term(frame_cell(frame, row, exports_column));
        struct value m = value_term(frame_cell(frame, row, imports_column));
        if (!is_part(&frame->rows[i], &set.left_out))
            continue;
        if (!value_is_number(x) || !value_is_number(m) || !flows_are_alike(x, m)) {
            set.left_out.missing++;
            continue;
        }
        exports[set.count] = x.number;
        imports[set.count++] = m.number;
        set.has_negative = set.has_negative || x.number < 0 || m.number < 0;
        sum_add(&exports_sum, x.number);
        sum_add(&imports_sum, m.number);
    }
    set.exports_sum = sum_value(exports_sum);
    set.imports_sum = sum_value(imports_sum);
    return set;
}

struct set_values set_values_new(const struct frame *frame)
{
    struct arena scratch = {0};
    struct set_values values = {0};
    struct figure_set exports = figure_set_new(frame, frame->exports, &scratch);
    struct figure_set imports = figure_set_new(frame, frame->imports, &scratch);
    struct pair_set pairs = pair_set_new(frame, &scratch);

    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++) {
        const struct set_indicator_ops *ops = set_indicators[i];
        if (ops->compute_pairs) {
            values.pairs[i] = ops->compute_pairs(&pairs);
            continue;
        }
        values.exports[i] = ops->compute(&exports);
        values.imports[i] = ops->compute(&imports);
    }
    values.nonzero = exports.nonzero;
    values.left_out = exports.left_out;
    arena_clear(&scratch);
    return values;
}
