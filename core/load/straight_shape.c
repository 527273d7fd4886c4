#include "core/load/straight.h"

#include <string.h>

static bool is_bit_new(uint64_t *bits, size_t number)
{
    uint64_t bit = (uint64_t)1 << number;
    bool is_new = !(*bits & bit);

    *bits |= bit;
    return is_new;
}

bool straight_is_same(const struct straight_shape *a, const struct straight_shape *b)
{
    if (a->count != b->count || a->after_length != b->after_length ||
        memcmp(a->after, b->after, a->after_length) != 0)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->field[i].kind != b->field[i].kind ||
            a->field[i].number != b->field[i].number ||
            a->field[i].before_length != b->field[i].before_length ||
            memcmp(a->field[i].before, b->field[i].before, a->field[i].before_length))
            return false;
    return true;
}

bool straight_is_complete(const struct straight_shape *shape,
                          const struct dataset *dataset)
{
    uint64_t dimensions = 0;
    uint64_t measures = 0;
    size_t periods = 0;
    size_t count = 0;
    size_t flows = 0;
    size_t values = 0;
    size_t wanted;

    for (size_t i = 0; i < shape->count; i++) {
        const struct straight_field *field = &shape->field[i];
        periods += field->kind == STRAIGHT_PERIOD;
        flows += field->kind == STRAIGHT_FLOW;
        values += field->kind == STRAIGHT_VALUE;
        count += field->kind == STRAIGHT_CODE || field->kind == STRAIGHT_FIGURE;
        if ((field->kind == STRAIGHT_CODE && !is_bit_new(&dimensions, field->number)) ||
            (field->kind == STRAIGHT_FIGURE && !is_bit_new(&measures, field->number)))
            return false;
    }
    wanted = dataset->dimension_count + (flows ? 0 : dataset->measure_count);
    return periods == 1 && dataset->measure_count && count == wanted &&
           !(flows && measures) && flows == values && flows <= 1;
}

struct builder_block_form straight_form(const struct straight_shape *shape)
{
    struct builder_block_form form = {0};

    for (size_t i = 0; i < shape->count; i++) {
        const struct straight_field *field = &shape->field[i];
        form.has_flows = form.has_flows || field->kind == STRAIGHT_FLOW;
        if (field->kind == STRAIGHT_ATTRIBUTE)
            form.has_attribute[field->number] = true;
    }
    return form;
}
