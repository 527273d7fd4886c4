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

    for (size_t i = 0; i < shape->count; i++) {
        const struct straight_field *field = &shape->field[i];
        periods += field->kind == STRAIGHT_PERIOD;
        count += field->kind == STRAIGHT_CODE || field->kind == STRAIGHT_FIGURE;
        if ((field->kind == STRAIGHT_CODE && !is_bit_new(&dimensions, field->number)) ||
            (field->kind == STRAIGHT_FIGURE && !is_bit_new(&measures, field->number)))
            return false;
    }
    return periods == 1 && dataset->measure_count &&
           count == dataset->dimension_count + dataset->measure_count;
}
