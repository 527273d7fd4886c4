#include "core/base/column.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define FIRST_CAPACITY ((size_t)64)

enum { PAGE = 4096, LARGE = 4 << 20 };

/* Room for `needed` elements at least, growing by half so that the memory that
 * lies idle is never more than a third. */
static size_t larger(const struct arena *arena, size_t capacity, size_t needed,
                     size_t size)
{
    size_t wanted = capacity < FIRST_CAPACITY ? FIRST_CAPACITY : capacity;

    while (wanted < needed && wanted <= PTRDIFF_MAX / 2)
        wanted += wanted / 2;
    if (wanted < needed || wanted > PTRDIFF_MAX / size)
        arena_fail(arena, SIZE_MAX);
    return wanted;
}

/* As realloc(). The first touch of a page takes longer than what is written to it, so
 * large columns are of large pages where there are such. */
static void *pages_grow(void *memory, size_t size, const struct arena *arena)
{
    void *grown = realloc(memory, size);

    if (!grown)
        arena_fail(arena, size);
#ifdef MADV_HUGEPAGE
    if (size >= LARGE) {
        uintptr_t first = ((uintptr_t)grown + PAGE - 1) / PAGE * PAGE;
        /* A wish: nothing depends on it. */
        (void)madvise((void *)first, (uintptr_t)grown + size - first, MADV_HUGEPAGE);
    }
#endif
    return grown;
}

static uint8_t width_for(uint32_t code)
{
    if (code <= UINT8_MAX)
        return 1;
    return code <= UINT16_MAX ? 2 : 4;
}

static uint32_t get(const void *data, uint8_t width, size_t index)
{
    uint16_t two;
    uint32_t four;

    switch (width) {
    case 1:
        return ((const uint8_t *)data)[index];
    case 2:
        memcpy(&two, (const char *)data + index * sizeof(two), sizeof(two));
        return two;
    default:
        memcpy(&four, (const char *)data + index * sizeof(four), sizeof(four));
        return four;
    }
}

static void put(void *data, uint8_t width, size_t index, uint32_t code)
{
    uint16_t two = (uint16_t)code;

    switch (width) {
    case 1:
        ((uint8_t *)data)[index] = (uint8_t)code;
        break;
    case 2:
        memcpy((char *)data + index * sizeof(two), &two, sizeof(two));
        break;
    default:
        memcpy((char *)data + index * sizeof(code), &code, sizeof(code));
    }
}

/* Makes room for `count` codes of `width` bytes each, moving what is there. */
static void reserve(struct codes *codes, const struct arena *arena, size_t count,
                    uint8_t width)
{
    size_t capacity = codes->capacity;

    if (count <= capacity && width <= codes->width)
        return;
    if (width < codes->width)
        width = codes->width;
    if (count > capacity)
        capacity = larger(arena, capacity + capacity / 2, count, width);
    if (capacity > PTRDIFF_MAX / width)
        arena_fail(arena, SIZE_MAX);

    arena_charge(arena, capacity * width - codes->capacity * codes->width);
    void *data = pages_grow(codes->data, capacity * width, arena);
    /* From the end: a code moves to where those before it do not lie. */
    if (width != codes->width)
        for (size_t i = codes->count; i-- > 0;)
            put(data, width, i, get(data, codes->width, i));
    codes->data = data;
    codes->capacity = capacity;
    codes->width = width;
}

void codes_add(struct codes *codes, const struct arena *arena, uint32_t code)
{
    reserve(codes, arena, codes->count + 1, width_for(code));
    put(codes->data, codes->width, codes->count, code);
    codes->count++;
}

void codes_add_all(struct codes *codes, const struct arena *arena, const uint32_t *code,
                   size_t count)
{
    uint32_t all = 0;

    if (!count)
        return;
    /* All bits of them together are as wide as the largest of them. */
    for (size_t i = 0; i < count; i++)
        all |= code[i];
    reserve(codes, arena, codes->count + count, width_for(all));
    if (codes->width == sizeof(*code))
        memcpy((char *)codes->data + codes->count * sizeof(*code), code,
               count * sizeof(*code));
    else
        for (size_t i = 0; i < count; i++)
            put(codes->data, codes->width, codes->count + i, code[i]);
    codes->count += count;
}

void codes_add_run(struct codes *codes, const struct arena *arena, struct codes_run run)
{
    if (!run.count)
        return;
    reserve(codes, arena, codes->count + run.count,
            width_for(run.first + run.step * (uint32_t)(run.count - 1)));
    for (size_t i = 0; i < run.count; i++)
        put(codes->data, codes->width, codes->count + i,
            run.first + run.step * (uint32_t)i);
    codes->count += run.count;
}

uint32_t codes_get(const struct codes *codes, size_t index)
{
    return get(codes->data, codes->width, index);
}

void codes_unpack(const struct codes *codes, size_t index, size_t count, uint32_t *out)
{
    /* A loop of its own for each width, so that none asks for it at every code. */
    switch (codes->width) {
    case 1:
        for (size_t i = 0; i < count; i++)
            out[i] = get(codes->data, 1, index + i);
        break;
    case 2:
        for (size_t i = 0; i < count; i++)
            out[i] = get(codes->data, 2, index + i);
        break;
    default:
        if (count)
            memcpy(out, (const char *)codes->data + index * sizeof(*out),
                   count * sizeof(*out));
    }
}

void codes_remap(struct codes *codes, const struct arena *arena, const uint32_t *map)
{
    uint32_t largest = 0;

    for (size_t i = 0; i < codes->count; i++) {
        uint32_t code = map[codes_get(codes, i)];
        largest = code > largest ? code : largest;
    }
    if (codes->count)
        reserve(codes, arena, codes->count, width_for(largest));
    for (size_t i = 0; i < codes->count; i++)
        put(codes->data, codes->width, i, map[codes_get(codes, i)]);
}

void codes_close(struct codes *codes)
{
    free(codes->data);
    *codes = (struct codes){0};
}

static void reserve_numbers(struct numbers *numbers, const struct arena *arena,
                            size_t count)
{
    size_t capacity = larger(arena, numbers->capacity + numbers->capacity / 2, count,
                             sizeof(*numbers->data));
    double *data;

    arena_charge(arena, (capacity - numbers->capacity) * sizeof(*data));
    data = pages_grow(numbers->data, capacity * sizeof(*data), arena);
    numbers->data = data;
    numbers->capacity = capacity;
}

void numbers_add(struct numbers *numbers, const struct arena *arena, double value)
{
    if (numbers->count == numbers->capacity)
        reserve_numbers(numbers, arena, numbers->count + 1);
    numbers->data[numbers->count++] = value;
}

void numbers_add_all(struct numbers *numbers, const struct arena *arena,
                     const double *value, size_t count)
{
    if (!count)
        return;
    if (numbers->capacity - numbers->count < count)
        reserve_numbers(numbers, arena, numbers->count + count);
    memcpy(numbers->data + numbers->count, value, count * sizeof(*value));
    numbers->count += count;
}

void numbers_close(struct numbers *numbers)
{
    free(numbers->data);
    *numbers = (struct numbers){0};
}

void codes_add_sparse(struct codes *codes, const struct arena *arena, size_t index,
                      uint32_t code)
{
    if (index >= codes->count) {
        if (code == 0)
            return;
        if (index == SIZE_MAX)
            arena_fail(arena, SIZE_MAX);
        reserve(codes, arena, index + 1, width_for(code));
        memset((char *)codes->data + codes->count * codes->width, 0,
               (index + 1 - codes->count) * codes->width);
        codes->count = index + 1;
    }
    reserve(codes, arena, codes->count, width_for(code));
    put(codes->data, codes->width, index, code);
}

uint32_t codes_get_sparse(const struct codes *codes, size_t index)
{
    return index < codes->count ? codes_get(codes, index) : 0;
}
