#include "core/query/scan_pick.h"

#include <string.h>

/* Rows whose code in a byte is `one`: where there is none among eight, they are passed
 * together. */
static void pick_one(struct scan_picked *picked, const uint8_t *code, uint8_t one,
                     size_t count)
{
    const uint64_t ones = 0x0101010101010101u;
    size_t kept = 0;
    size_t i = 0;

    while (i < count) {
        size_t end = i + sizeof(uint64_t) < count ? i + sizeof(uint64_t) : count;
        uint64_t word = 0;
        if (end - i == sizeof(word)) {
            memcpy(&word, code + i, sizeof(word));
            word ^= one * ones;
            /* A byte that is zero, or a higher one behind it, borrows. */
            if (!((word - ones) & ~word & (ones << 7))) {
                i = end;
                continue;
            }
        }
        for (; i < end; i++) {
            picked->row[kept] = (uint32_t)i;
            kept += code[i] == one;
        }
    }
    picked->count = kept;
}

/* The rows of a block that the first filter lets through. */
static void pick(struct scan_picked *picked, const struct scan_filter *filter,
                 size_t from, size_t count)
{
    const uint8_t *narrow = (const uint8_t *)filter->codes->data + from;
    size_t kept = 0;

    if (filter->is_one && filter->codes->width == 1) {
        pick_one(picked, narrow, (uint8_t)filter->one, count);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        picked->row[kept] = i;
        kept +=
            filter
                ->is_in[filter->codes->width == 1 ? narrow[i]
                                                  : codes_get(filter->codes, from + i)];
    }
    picked->count = kept;
}

/* Those of them that another lets through. */
static void pick_again(struct scan_picked *picked, const struct scan_filter *filter,
                       size_t from)
{
    size_t kept = 0;

    for (size_t i = 0; i < picked->count; i++) {
        uint32_t row = picked->row[i];
        picked->row[kept] = row;
        kept += filter->is_in[codes_get(filter->codes, from + row)];
    }
    picked->count = kept;
}

void scan_pick(struct scan_picked *picked, const struct scan *scan, size_t from,
               size_t count)
{
    pick(picked, &scan->filter[0], from, count);
    for (size_t k = 1; k < scan->filter_count; k++)
        pick_again(picked, &scan->filter[k], from);
}
