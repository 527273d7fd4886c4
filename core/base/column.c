#include "core/base/column.h"

#include "core/base/column_internal.h"
#include "core/base/pages.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)64)

/* Numbers that loops take at once: so many that the compiler takes them together. */
enum { STEP = 16, BUFFER = 1024 };

size_t column_larger(const struct arena *arena, size_t capacity, size_t needed,
                     size_t size)
{
    size_t wanted = capacity < FIRST_CAPACITY ? FIRST_CAPACITY : capacity;

    while (wanted < needed && wanted <= PTRDIFF_MAX / 2)
        wanted += wanted / 2;
    if (wanted < needed || wanted > PTRDIFF_MAX / size)
        arena_fail(arena, SIZE_MAX);
    return wanted;
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
        capacity = column_larger(arena, capacity + capacity / 2, count, width);
    if (capacity > PTRDIFF_MAX / width)
        arena_fail(arena, SIZE_MAX);

    arena_charge(arena, capacity * width - codes->capacity * codes->width);
    void *data = pages_grow(codes->data, codes->capacity * codes->width,
                            capacity * width, arena);
    /* From the end: a code moves to where those before it do not lie. */
    if (width != codes->width)
        for (size_t i = codes->count; i-- > 0;)
            put(data, width, i, get(data, codes->width, i));
    codes->data = data;
    codes->capacity = capacity;
    codes->width = width;
}

size_t column_expect(void **data, const struct arena *arena, size_t capacity,
                     size_t count, size_t size)
{
    void *made;

    if (count <= capacity || count > PTRDIFF_MAX / 2 / size ||
        !arena_affords(arena, 2 * count * size))
        return capacity;
    made = pages_try(*data, capacity * size, count * size);
    if (!made)
        return capacity;
    arena_charge(arena, (count - capacity) * size);
    *data = made;
    return count;
}

void codes_expect(struct codes *codes, const struct arena *arena, size_t count)
{
    if (codes->width)
        codes->capacity =
            column_expect(&codes->data, arena, codes->capacity, count, codes->width);
}

void codes_add(struct codes *codes, const struct arena *arena, uint32_t code)
{
    if (codes->count == codes->capacity || width_for(code) > codes->width)
        reserve(codes, arena, codes->count + 1, width_for(code));
    put(codes->data, codes->width, codes->count, code);
    codes->count++;
}

uint32_t codes_bits(const uint32_t *code, size_t count)
{
    uint32_t all[STEP] = {0};
    uint32_t bits = 0;
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++)
            all[k] |= code[i + k];
    for (; i < count; i++)
        bits |= code[i];
    for (size_t k = 0; k < STEP; k++)
        bits |= all[k];
    return bits;
}

static void narrow_to_1(uint8_t *to, const uint32_t *code, size_t count)
{
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++)
            to[i + k] = (uint8_t)code[i + k];
    for (; i < count; i++)
        to[i] = (uint8_t)code[i];
}

static void narrow_to_2(uint16_t *to, const uint32_t *code, size_t count)
{
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++)
            to[i + k] = (uint16_t)code[i + k];
    for (; i < count; i++)
        to[i] = (uint16_t)code[i];
}

static void put_all(void *data, uint8_t width, const uint32_t *code, size_t count)
{
    if (width == 1)
        narrow_to_1((uint8_t *)data, code, count);
    else if (width == 2)
        narrow_to_2((uint16_t *)data, code, count);
    else
        memcpy(data, code, count * sizeof(*code));
}

void codes_extend(struct codes *codes, const struct arena *arena, size_t count,
                  uint32_t bits)
{
    if (!count)
        return;
    reserve(codes, arena, codes->count + count, width_for(bits));
    codes->count += count;
}

void codes_fill(const struct codes *codes, size_t index, const uint32_t *code,
                size_t count)
{
    size_t width = codes->width;

    if (!count)
        return;
    pages_touch(codes->data,
                (struct pages_range){index * width, (index + count) * width,
                                     codes->capacity * width});
    put_all((char *)codes->data + index * width, codes->width, code, count);
}

void codes_add_all(struct codes *codes, const struct arena *arena, const uint32_t *code,
                   size_t count)
{
    size_t index = codes->count;

    codes_extend(codes, arena, count, codes_bits(code, count));
    codes_fill(codes, index, code, count);
}

void codes_add_run(struct codes *codes, const struct arena *arena, struct codes_run run)
{
    uint32_t bits = 0;

    if (!run.count)
        return;
    for (size_t i = 0; i < run.count; i++)
        bits |= run.first + run.step * (uint32_t)i;
    reserve(codes, arena, codes->count + run.count, width_for(bits));
    for (size_t i = 0; i < run.count; i++)
        put(codes->data, codes->width, codes->count + i,
            run.first + run.step * (uint32_t)i);
    codes->count += run.count;
}

uint32_t codes_get(const struct codes *codes, size_t index)
{
    return get(codes->data, codes->width, index);
}

size_t codes_same(const struct codes *codes, size_t index, size_t other, size_t count)
{
    const unsigned char *here =
        (const unsigned char *)codes->data + index * codes->width;
    const unsigned char *there =
        (const unsigned char *)codes->data + other * codes->width;
    size_t size = count * codes->width;
    size_t at = 0;
    uint64_t a;
    uint64_t b;

    for (; at + sizeof(a) <= size; at += sizeof(a)) {
        memcpy(&a, here + at, sizeof(a));
        memcpy(&b, there + at, sizeof(b));
        if (a != b)
            break;
    }
    while (at < size && here[at] == there[at])
        at++;
    return at / codes->width;
}

static void widen_1(uint32_t *to, const uint8_t *code, size_t count)
{
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++)
            to[i + k] = code[i + k];
    for (; i < count; i++)
        to[i] = code[i];
}

static void widen_2(uint32_t *to, const uint16_t *code, size_t count)
{
    size_t i = 0;

    for (; i + STEP <= count; i += STEP)
        for (size_t k = 0; k < STEP; k++)
            to[i + k] = code[i + k];
    for (; i < count; i++)
        to[i] = code[i];
}

void codes_unpack(const struct codes *codes, size_t index, size_t count, uint32_t *out)
{
    const void *from;

    if (!count)
        return;
    from = (const char *)codes->data + index * codes->width;
    if (codes->width == 1)
        widen_1(out, (const uint8_t *)from, count);
    else if (codes->width == 2)
        widen_2(out, (const uint16_t *)from, count);
    else
        memcpy(out, from, count * sizeof(*out));
}

/* Maps some codes from `index` on into `out`; returns how many they are. */
static size_t map_some(const struct codes *codes, size_t index, const uint32_t *map,
                       uint32_t *out)
{
    size_t left = codes->count - index;
    size_t count = left < BUFFER ? left : BUFFER;

    codes_unpack(codes, index, count, out);
    for (size_t i = 0; i < count; i++)
        out[i] = map[out[i]];
    return count;
}

void codes_remap(struct codes *codes, const struct arena *arena, const uint32_t *map)
{
    uint32_t mapped[BUFFER];
    uint32_t bits = 0;
    size_t count;

    for (size_t i = 0; i < codes->count; i += count) {
        count = map_some(codes, i, map, mapped);
        bits |= codes_bits(mapped, count);
    }
    if (codes->count)
        reserve(codes, arena, codes->count, width_for(bits));
    for (size_t i = 0; i < codes->count; i += count) {
        count = map_some(codes, i, map, mapped);
        put_all((char *)codes->data + i * codes->width, codes->width, mapped, count);
    }
}

void codes_close(struct codes *codes)
{
    pages_free(codes->data, codes->capacity * codes->width);
    *codes = (struct codes){0};
}

void codes_add_sparse(struct codes *codes, const struct arena *arena, size_t index,
                      uint32_t code)
{
    if (!codes->count && !code)
        return;
    if (index < codes->count && width_for(code) <= codes->width) {
        put(codes->data, codes->width, index, code);
        return;
    }
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
