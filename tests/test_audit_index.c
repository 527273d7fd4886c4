/*
 * The index of the audits (core/query/audit_index.c) finds what a search of all rows
 * finds, whatever the order of the rows, and whatever lacks among them.
 */
#include "core/load/load.h"
#include "core/query/audit_internal.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MONTHS = 30,
    PARTNERS = 7,
    PRODUCTS = 5,
    ROWS_MAX = MONTHS * PARTNERS * PRODUCTS
};

static uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
    struct audit audit;
};

static void shuffle(int *row, size_t count, uint64_t *state)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = random_next(state) % i;
        int kept = row[i - 1];
        row[i - 1] = row[other];
        row[other] = kept;
    }
}

/* A row of the cube by its number, in one of three orders. */
static void row_of(int number, int order, int *month, int *partner, int *product)
{
    if (order == 1) { /* by partner first */
        *month = number % MONTHS;
        *product = number / MONTHS % PRODUCTS;
        *partner = number / MONTHS / PRODUCTS;
        return;
    }
    *product = number % PRODUCTS;
    *partner = number / PRODUCTS % PARTNERS;
    *month = number / PRODUCTS / PARTNERS;
}

/* Figures in which `lacking` of a hundred rows lack; few of many members make keys that
 * are not numbered. */
static void load_rows(struct loaded *loaded, int order, unsigned lacking, bool has_many,
                      uint64_t seed)
{
    static char text[ROWS_MAX * 40];
    static int rows[ROWS_MAX];
    size_t count = 0;
    size_t used =
        (size_t)snprintf(text, sizeof(text), "period,partner,product,exports\n");

    for (int i = 0; i < ROWS_MAX; i++)
        if (random_next(&seed) % 100 >= lacking)
            rows[count++] = i;
    if (order == 2)
        shuffle(rows, count, &seed);
    for (size_t i = 0; i < count; i++) {
        int month;
        int partner;
        int product;
        row_of(rows[i], order, &month, &partner, &product);
        used += (size_t)snprintf(text + used, sizeof(text) - used,
                                 "%d-%02d,P%d,%d,%d\n", 2000 + month / 12,
                                 month % 12 + 1, partner, product, rows[i]);
    }
    /* Members that are met once each. */
    for (int i = 0; has_many && i < 60; i++)
        used += (size_t)snprintf(text + used, sizeof(text) - used,
                                 "2000-01,Q%d,R%d,1\n", i, i);
    *loaded = (struct loaded){.diags = {.arena = &loaded->arena}};
    cr_assert_eq(load_bytes("t.csv", text, used, &load_limits_default, &loaded->dataset,
                            &loaded->diags),
                 LOAD_OK);
    loaded->audit = (struct audit){.dataset = &loaded->dataset,
                                   .arena = &loaded->arena,
                                   .scratch = &loaded->arena};
    audit_index(&loaded->audit, &loaded->arena);
}

/* The row whose members are those of another, in a period of so many months before. */
static uint32_t search(const struct dataset *dataset, size_t row, int months)
{
    struct period wanted = dataset->periods[codes_get(&dataset->period, row)];

    wanted.index -= months;
    for (size_t i = 0; i < dataset->observation_count; i++) {
        bool is_so =
            period_equal(dataset->periods[codes_get(&dataset->period, i)], wanted);
        for (size_t d = 0; d < dataset->dimension_count; d++)
            is_so = is_so && codes_get(&dataset->dimension[d].column, i) ==
                                 codes_get(&dataset->dimension[d].column, row);
        if (is_so)
            return (uint32_t)i;
    }
    return OBSERVATION_NONE;
}

static void check_neighbours(const struct loaded *loaded)
{
    for (size_t i = 0; i < loaded->dataset.observation_count; i++) {
        cr_assert_eq(audit_before(&loaded->audit, i), search(&loaded->dataset, i, 1));
        if (i % 3)
            cr_assert_eq(audit_year_before(&loaded->audit, i),
                         search(&loaded->dataset, i, 12));
    }
}

/* Rows that differ in one dimension alone are found by each other's member. */
static void check_pairs(const struct loaded *loaded, size_t dimension)
{
    const struct dataset *dataset = &loaded->dataset;
    const struct codes *column = &dataset->dimension[dimension].column;
    uint32_t *group = ARENA_ARRAY(loaded->audit.scratch, uint32_t, ROWS_MAX + 60);
    uint32_t count = audit_groups(&loaded->audit, dimension, group);

    for (size_t i = 0; i < dataset->observation_count; i += 7) {
        cr_assert_lt(group[i], count);
        for (size_t k = 0; k < dataset->observation_count; k++) {
            bool is_pair =
                codes_get(&dataset->period, i) == codes_get(&dataset->period, k);
            for (size_t d = 0; d < dataset->dimension_count; d++)
                is_pair = is_pair && (d == dimension ||
                                      codes_get(&dataset->dimension[d].column, i) ==
                                          codes_get(&dataset->dimension[d].column, k));
            cr_assert_eq(group[i] == group[k], is_pair);
            if (is_pair)
                cr_assert_eq(
                    audit_lookup(&loaded->audit, i, dimension, codes_get(column, k)),
                    k);
        }
    }
}

Test(audit_index, finds_what_a_search_of_all_rows_finds)
{
    static const unsigned lacking[] = {0, 2, 40};

    for (int order = 0; order < 3; order++)
        for (size_t l = 0; l < 3; l++)
            for (int many = 0; many < 2; many++) {
                struct loaded loaded;
                load_rows(&loaded, order, lacking[l], many, l + 1);
                check_neighbours(&loaded);
                for (size_t d = 0; d < loaded.dataset.dimension_count; d++)
                    check_pairs(&loaded, d);
                dataset_close(&loaded.dataset);
                arena_clear(&loaded.arena);
            }
}
