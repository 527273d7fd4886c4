#include "core/query/scan_buckets.h"

void buckets_new(struct buckets *buckets, size_t count, struct arena *arena)
{
    size_t pairs = (buckets->whole_count + 1) / 2;

    buckets->count = count;
    buckets->sum = ARENA_ARRAY(arena, bucket_sums, pairs * count);
    buckets->has_rows = ARENA_ARRAY(arena, uint8_t, count);
}

void buckets_empty(struct buckets *buckets)
{
    for (size_t i = 0; i < buckets->count; i++) {
        if (!buckets->has_rows[i])
            continue;
        buckets->has_rows[i] = 0;
        for (size_t w = 0; w < buckets->whole_count; w++) {
            struct scan_cells *cells = &buckets->cells[buckets->whole[w]];
            bucket_sums *sum = &buckets->sum[w / 2 * buckets->count + i];
            cells->sum[buckets->base + i].high += (*sum)[w % 2];
            cells->has_number[buckets->base + i] = 1;
            (*sum)[w % 2] = 0;
        }
    }
}

/* Rows of a block, by buckets of so many bytes each. */
struct rows {
    const void *bucket;
    size_t from;
    size_t count;
};

static inline size_t bucket_of(const struct rows *rows, uint8_t width, size_t i)
{
    switch (width) {
    case 1:
        return ((const uint8_t *)rows->bucket)[i];
    case 2:
        return ((const uint16_t *)rows->bucket)[i];
    default:
        return ((const uint32_t *)rows->bucket)[i];
    }
}

/* A loop of its own for each width. */
static inline void add(const struct buckets *buckets, struct rows rows, uint8_t width)
{
    uint8_t *has_rows = buckets->has_rows;

    for (size_t w = 0; w < buckets->whole_count; w += 2) {
        bucket_sums *sum = buckets->sum + w / 2 * buckets->count;
        size_t other = w + 1 < buckets->whole_count ? w + 1 : w;
        const double *first =
            buckets->cells[buckets->whole[w]].measure->column.data + rows.from;
        const double *second =
            buckets->cells[buckets->whole[other]].measure->column.data + rows.from;
        for (size_t i = 0; i < rows.count; i++) {
            size_t at = bucket_of(&rows, width, i);
            sum[at] += (bucket_sums){first[i], second[i]};
            has_rows[at] = 1;
        }
    }
}

static void add_rows(struct buckets *buckets, size_t base, struct rows rows,
                     uint8_t width)
{
    if (base != buckets->base)
        buckets_empty(buckets);
    buckets->base = base;
    if (width == 1)
        add(buckets, rows, 1);
    else if (width == 2)
        add(buckets, rows, 2);
    else
        add(buckets, rows, 4);
}

void buckets_add_codes(struct buckets *buckets, size_t base, const struct codes *codes,
                       size_t from, size_t count)
{
    struct rows rows = {(const char *)codes->data + from * codes->width, from, count};

    add_rows(buckets, base, rows, codes->width);
}

void buckets_add_cells(struct buckets *buckets, const uint32_t *cell, size_t from,
                       size_t count)
{
    struct rows rows = {cell, from, count};

    add_rows(buckets, 0, rows, sizeof(*cell));
}
