/*
 * Columns of figures.
 */
#include "core/base/column.h"
#include "core/base/column_internal.h"
#include "core/base/pages.h"

#include <string.h>

static void reserve_numbers(struct numbers *numbers, const struct arena *arena,
                            size_t count)
{
    size_t capacity = column_larger(arena, numbers->capacity + numbers->capacity / 2,
                                    count, sizeof(*numbers->data));
    double *data;

    arena_charge(arena, (capacity - numbers->capacity) * sizeof(*data));
    data = (double *)pages_grow(numbers->data, numbers->capacity * sizeof(*data),
                                capacity * sizeof(*data), arena);
    numbers->data = data;
    numbers->capacity = capacity;
}

void numbers_expect(struct numbers *numbers, const struct arena *arena, size_t count)
{
    void *data = numbers->data;

    numbers->capacity =
        column_expect(&data, arena, numbers->capacity, count, sizeof(*numbers->data));
    numbers->data = (double *)data;
}

void numbers_add(struct numbers *numbers, const struct arena *arena, double value)
{
    if (numbers->count == numbers->capacity)
        reserve_numbers(numbers, arena, numbers->count + 1);
    numbers->data[numbers->count++] = value;
}

void numbers_extend(struct numbers *numbers, const struct arena *arena, size_t count)
{
    if (numbers->capacity - numbers->count < count)
        reserve_numbers(numbers, arena, numbers->count + count);
    numbers->count += count;
}

void numbers_fill(const struct numbers *numbers, size_t index, const double *value,
                  size_t count)
{
    const size_t width = sizeof(*value);

    if (!count)
        return;
    pages_touch(numbers->data,
                (struct pages_range){index * width, (index + count) * width,
                                     numbers->capacity * width});
    memcpy(numbers->data + index, value, count * width);
}

void numbers_add_all(struct numbers *numbers, const struct arena *arena,
                     const double *value, size_t count)
{
    size_t index = numbers->count;

    numbers_extend(numbers, arena, count);
    numbers_fill(numbers, index, value, count);
}

void numbers_close(struct numbers *numbers)
{
    pages_free(numbers->data, numbers->capacity * sizeof(*numbers->data));
    *numbers = (struct numbers){0};
}
