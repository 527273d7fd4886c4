/*
 * Kept cubes: frames made from them are those that are made anew.
 */
#include "core/query/cube_store.h"
#include "core/query/frame.h"
#include "tests/sample.h"

#include <criterion/criterion.h>

static void expect_same(const struct frame *kept, const struct frame *fresh)
{
    cr_assert_eq(kept->row_count, fresh->row_count);
    for (size_t i = 0; i < kept->row_count; i++) {
        cr_expect_str_eq(kept->rows[i].code, fresh->rows[i].code);
        for (size_t c = 0; c < kept->column_count; c++)
            cr_expect(frame_cell(kept, &kept->rows[i], c).absence ==
                          frame_cell(fresh, &fresh->rows[i], c).absence &&
                      frame_cell(kept, &kept->rows[i], c).number ==
                          frame_cell(fresh, &fresh->rows[i], c).number);
    }
}

Test(cube_store, gives_what_would_be_made_anew)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct cube_store store = {0};
    struct query query;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    query = query_new(&dataset);
    /* More than can be kept, twice over. */
    for (uint32_t i = 0; i < 4 * CUBES_KEPT; i++) {
        struct query asked = query;
        asked.rows = i % 3 == 2 ? ROWS_PERIOD : query.rows;
        asked.within[0] = i % (2 * CUBES_KEPT);
        const struct frame *fresh = frame_new(&dataset, &asked, &arena);
        asked.cubes = &store;
        const struct frame *kept = frame_new(&dataset, &asked, &arena);
        expect_same(kept, fresh);
        cr_expect_null(kept->query.cubes);
    }
    cube_store_clear(&store);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(cube_store, keeps_what_was_asked_for_last)
{
    struct dataset dataset;
    struct cube_store store = {0};
    struct query query;
    const struct cube *first;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    query = query_new(&dataset);
    first = cube_store_get(&store, &dataset, &query);
    query.rows = ROWS_PERIOD;
    for (uint32_t i = 0; i + 1 < CUBES_KEPT; i++) {
        query.within[0] = i;
        cube_store_get(&store, &dataset, &query);
    }
    query = query_new(&dataset);
    /* The rows' own narrowing is no matter. */
    query.within[query.rows] = 1;
    cr_expect_eq(cube_store_get(&store, &dataset, &query), first);
    cube_store_clear(&store);
    dataset_close(&dataset);
}
