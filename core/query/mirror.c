#include "core/query/mirror.h"

#include "core/query/indicator_common.h"

size_t mirror_measure(const struct dataset *dataset, enum mirror_flow flow)
{
    return dataset_measure(dataset, flow == MIRROR_EXPORTS ? "mirror_exports"
                                                           : "mirror_imports");
}

bool dataset_has_mirror(const struct dataset *dataset)
{
    return (mirror_measure(dataset, MIRROR_EXPORTS) != SIZE_MAX &&
            dataset_measure(dataset, "exports") != SIZE_MAX) ||
           (mirror_measure(dataset, MIRROR_IMPORTS) != SIZE_MAX &&
            dataset_measure(dataset, "imports") != SIZE_MAX);
}

struct value mirror_ratio(struct value own, struct value other, enum mirror_flow flow)
{
    struct value missing;

    if (!values_are_numbers(own, other, &missing))
        return missing;
    if (own.number <= 0 || other.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(flow == MIRROR_EXPORTS ? other.number / own.number
                                                : own.number / other.number);
}

struct value mirror_difference(struct value own, struct value other)
{
    struct value missing;

    if (!values_add_up(&own, &other, &missing))
        return missing;
    return value_derived(other.number - own.number);
}

struct value mirror_asymmetry(struct value own, struct value other)
{
    struct value missing;

    if (!values_are_numbers(other, own, &missing))
        return missing;
    if (own.number <= 0 || other.number < 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(other.number - own.number, own.number);
}

bool mirror_sign_differs(struct value balance, struct value other_balance)
{
    return value_is_number(balance) && value_is_number(other_balance) &&
           ((balance.number < 0 && other_balance.number > 0) ||
            (balance.number > 0 && other_balance.number < 0));
}

static struct value figure(const struct frame *frame, const struct frame_row *row,
                           size_t measure)
{
    return measure == SIZE_MAX
               ? value_missing(ABSENCE_NO_ROW)
               : frame_value(frame, row,
                             (struct column_spec){INDICATOR_FIGURE, measure});
}

struct mirror mirror_of(const struct frame *frame, const struct frame_row *row)
{
    const struct dataset *dataset = frame->dataset;
    struct mirror mirror = {
        .own = {figure(frame, row, dataset_measure(dataset, "exports")),
                figure(frame, row, dataset_measure(dataset, "imports"))},
        .other = {figure(frame, row, mirror_measure(dataset, MIRROR_EXPORTS)),
                  figure(frame, row, mirror_measure(dataset, MIRROR_IMPORTS))},
    };

    mirror.balance =
        mirror_difference(mirror.own[MIRROR_IMPORTS], mirror.own[MIRROR_EXPORTS]);
    mirror.other_balance =
        mirror_difference(mirror.other[MIRROR_IMPORTS], mirror.other[MIRROR_EXPORTS]);
    mirror.sign_differs = mirror_sign_differs(mirror.balance, mirror.other_balance);
    return mirror;
}
