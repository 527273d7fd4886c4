#include "core/query/comparison.h"

static struct value difference(struct value left, struct value right)
{
    if (!value_is_number(left))
        return value_missing(left.absence);
    if (!value_is_number(right))
        return value_missing(right.absence);
    return value_derived(left.number - right.number);
}

/* How often the right goes into the left; only where both are above zero. */
static struct value times(struct value left, struct value right)
{
    if (!value_is_number(left))
        return value_missing(left.absence);
    if (!value_is_number(right))
        return value_missing(right.absence);
    if (left.number < 0 || right.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(left.number / right.number);
}

struct comparison comparison_new(const struct frame *frame,
                                 const struct frame_row *left,
                                 const struct frame_row *right)
{
    struct column_spec total = {INDICATOR_TOTAL, 0};

    return (struct comparison){
        .left = left,
        .right = right,
        .exports = difference(frame_exports(frame, left), frame_exports(frame, right)),
        .imports = difference(frame_imports(frame, left), frame_imports(frame, right)),
        .total = difference(frame_value(frame, left, total),
                            frame_value(frame, right, total)),
        .balance = difference(frame_balance(frame, left), frame_balance(frame, right)),
        .exports_gap = difference(frame_growth(frame, left, frame->exports),
                                  frame_growth(frame, right, frame->exports)),
        .imports_gap = difference(frame_growth(frame, left, frame->imports),
                                  frame_growth(frame, right, frame->imports)),
        .exports_times = times(frame_exports(frame, left), frame_exports(frame, right)),
        .imports_times = times(frame_imports(frame, left), frame_imports(frame, right)),
    };
}

struct value comparison_two_way(const struct frame *frame, const struct frame_row *row)
{
    struct indicator_input input = {
        .has_imports = frame->has_imports,
        .exports = frame_exports(frame, row),
        .imports = frame_imports(frame, row),
    };

    return indicator_grubel_lloyd.compute(&input);
}
