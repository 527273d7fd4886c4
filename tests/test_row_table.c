/*
 * The table of first rows by key, against plain loops: with a place for each possible
 * key, with keys of one number, and with keys too many for that.
 */
#include "core/model/row_table.h"

#include <criterion/criterion.h>

enum {
    ROWS = 3000,
    DIMENSIONS = 3,
    USED = 12 /* members and periods that rows have */
};

static uint32_t code_at(size_t row, size_t column)
{
    uint64_t state = (row + 1) * 6364136223846793005u + column * 1442695040888963407u;

    state ^= state >> 31;
    return (uint32_t)(state * 0x9E3779B97F4A7C15u >> 40) % USED;
}

/* So many members of each dimension are possible. */
static void make(struct dataset *dataset, uint32_t members)
{
    *dataset = (struct dataset){
        .observation_count = ROWS, .period_count = USED, .dimension_count = DIMENSIONS};
    for (size_t i = 0; i < ROWS; i++)
        codes_add(&dataset->period, &dataset->arena, code_at(i, 9));
    for (size_t d = 0; d < DIMENSIONS; d++) {
        dataset->dimension[d].member_count = members;
        for (size_t i = 0; i < ROWS; i++)
            codes_add(&dataset->dimension[d].column, &dataset->arena,
                      members - 1 - code_at(i, d));
    }
}

static void unmake(struct dataset *dataset)
{
    codes_close(&dataset->period);
    for (size_t d = 0; d < DIMENSIONS; d++)
        codes_close(&dataset->dimension[d].column);
    arena_clear(&dataset->arena);
}

static bool are_same(size_t a, size_t b)
{
    bool is_same = code_at(a, 9) == code_at(b, 9);

    for (size_t d = 0; d < DIMENSIONS; d++)
        is_same = is_same && code_at(a, d) == code_at(b, d);
    return is_same;
}

static size_t first_like(size_t row)
{
    size_t first = 0;

    while (!are_same(first, row))
        first++;
    return first;
}

static void check(uint32_t members, bool is_direct, bool has_keys)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct row_table *table;
    uint32_t nowhere[DIMENSIONS] = {0};

    make(&dataset, members);
    table = row_table_new(&dataset, &arena);
    cr_assert_eq(table->is_direct, is_direct);
    cr_assert_eq(table->key != NULL, has_keys);
    for (size_t i = 0; i < ROWS; i++)
        cr_assert_eq(row_table_add(table, i), first_like(i), "row %zu", i);
    for (size_t i = 0; i < ROWS; i += 7) {
        uint32_t code[DIMENSIONS];
        for (size_t d = 0; d < DIMENSIONS; d++)
            code[d] = members - 1 - code_at(i, d);
        cr_assert_eq(row_table_find(table, code_at(i, 9), code), first_like(i));
    }
    if (members > USED)
        cr_assert_eq(row_table_find(table, 0, nowhere), SIZE_MAX);
    arena_clear(&arena);
    unmake(&dataset);
}

Test(row_table, finds_the_first_row_of_each_key)
{
    cr_assert(ROWS * 4 < USED * USED * USED * USED, "these are too few keys");
    check(USED, false, true);
    check(1u << 20, false, true);
    check(1u << 22, false, false);
}

Test(row_table, has_a_place_for_each_key_where_they_are_few)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct row_table *table;

    make(&dataset, USED);
    dataset.dimension_count = 2;
    table = row_table_new(&dataset, &arena);
    cr_assert(table->is_direct);
    for (size_t i = 0; i < ROWS; i++) {
        size_t first = 0;
        while (code_at(first, 9) != code_at(i, 9) ||
               code_at(first, 0) != code_at(i, 0) || code_at(first, 1) != code_at(i, 1))
            first++;
        cr_assert_eq(row_table_add(table, i), first);
    }
    arena_clear(&arena);
    unmake(&dataset);
}
