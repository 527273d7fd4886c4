#include "core/query/indicator_whole.h"

#include "core/base/sum.h"
#include "core/query/indicator_common.h"

static struct value source_value(const struct source *source, uint32_t member,
                                 uint32_t period)
{
    if (source->cube)
        return cube_value(source->cube, period, member);
    return source->figure
               ? source->figure(source->making, source->measure, member, period)
               : making_figure(source->making, source->measure, member, period);
}

/* The sum of the members with this parent. A member without a row adds nothing. */
static struct value children_sum(const struct source *source, uint32_t parent,
                                 uint32_t period)
{
    const struct making_children *children = making_children(source->making);
    uint32_t list = parent == MEMBER_NONE ? source->making->rows->member_count : parent;
    struct value total = value_missing(ABSENCE_NO_ROW);
    struct sum sum = {0};

    for (uint32_t i = children->first[list]; i != MEMBER_NONE; i = children->next[i]) {
        struct value value = value_term(source_value(source, i, period));
        if (value_is_number(value)) {
            sum_add(&sum, value.number);
            total.absence = ABSENCE_NONE;
        } else if (value.absence != ABSENCE_NO_ROW &&
                   value.absence != ABSENCE_NOT_APPLICABLE) {
            return value_missing(value.absence);
        }
        if (value.covered && (!total.covered || value.covered < total.covered))
            total.covered = value.covered;
        if (value.basis > total.basis)
            total.basis = value.basis;
    }
    total.number = sum_value(sum);
    total.origin = ORIGIN_SUMMED;
    return total;
}

struct value whole_value(const struct source *source, uint32_t whole, uint32_t period)
{
    const struct dimension *rows = source->making->rows;

    if (whole != MEMBER_NONE || !rows)
        return source_value(source, whole, period);
    if (rows->is_apart)
        return value_missing(ABSENCE_NO_ROW);
    return children_sum(source, MEMBER_NONE, period);
}

struct value parts_sum(const struct source *source, uint32_t member, uint32_t period)
{
    return children_sum(source, member, period);
}
