/* Sums by cell are those of a second computation in whole numbers, whatever the order
 * of the rows, the sets they are narrowed to and the number of threads. */
#include "core/query/scan.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

enum {
    MEASURES = 4,
    FACTOR = 2,
    ROWS = 20000,
    PERIODS = 7,
    MEMBERS = 5000,
    PRODUCTS = 9
};

struct scan_case {
    char order[8]; /* which code changes slowest: p(eriod), m(ember), c(hapter); '?' any
                    */
    uint32_t members; /* more than 256 take two bytes */
    uint64_t largest;
    bool has_absences;
    bool knows_largest;
    bool is_filtered;
    size_t threads;
    bool is_filtered_to_one;
};

ParameterizedTestParameters(scan, sums)
{
    static struct scan_case cases[] = {
        {"pmc", 200, 1000000, false, true, false, 1, false},
        {"pmc", 200, 1000000, false, true, false, 3, false},
        {"pcm", 200, 1000000, false, true, false, 1, false},
        {"pcm", 300, 1000000, false, true, false, 2, false},
        {"mcp", 200, 1000000, false, true, false, 2, false},
        {"???", 300, 1000000, false, true, false, 2, false},
        {"pmc", 200, 1000000, true, true, false, 3, false},
        {"pcm", 200, 1000000, true, true, false, 2, false},
        {"???", 200, 1000000, true, false, false, 1, false},
        {"pmc", 200, 1000000, false, true, true, 1, false},
        {"pcm", 200, 1000000, true, true, true, 3, false},
        {"cpm", 300, 1000000, false, true, true, 2, false},
        {"???", 200, 1000000, true, true, true, 2, false},
        {"pmc", 200, 2251799813685247, false, true, false, 1, false},
        {"pmc", 200, 2251799813685247, true, true, false, 3, false},
        {"pcm", 200, 2251799813685247, false, true, false, 2, false},
        {"???", 200, 2251799813685247, true, true, true, 2, false},
        {"pmc", 200, 1000000, true, false, true, 2, false},
        {"p??", 200, 1000000, false, true, false, 1, false},
        {"p??", 300, 1000000, false, true, false, 3, false},
        {"p??", 1000, 1000000, false, true, false, 1, false},
        {"p??", 1000, 1000000, true, true, false, 2, false},
        {"p??", 300, 1000000, true, true, false, 2, false},
        {"p??", 5000, 1000000, false, true, false, 2, false},
        {"???", 5000, 1000000, false, true, false, 2, false},
        {"???", 20, 1000000, false, true, false, 2, false},
        {"pcm", 200, 1000000, false, true, true, 2, true},
        {"???", 200, 1000000, true, true, true, 1, true},
    };

    return cr_make_param_array(struct scan_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 11;
}

/* The code of a dimension in row i, when the letters say which is slowest. */
static uint32_t code_at(const char *order, char letter, uint32_t count, size_t i,
                        uint64_t *state)
{
    const char *at = strchr(order, letter);

    if (!at)
        return (uint32_t)(random_next(state) % count);
    if (at == order)
        return (uint32_t)(i * count / ROWS);
    return (uint32_t)(at == order + 1 ? i / 13 % count : i % count);
}

struct made {
    struct arena arena;
    struct dataset dataset;
    struct codes product;
    int64_t number[ROWS]; /* INT64_MIN: there is none */
};

static void make(struct made *made, const struct scan_case *c)
{
    struct dataset *dataset = &made->dataset;
    struct measure *measure;
    uint64_t state = 7;

    dataset->measure = ARENA_ARRAY(&made->arena, struct measure, MEASURES);
    measure = &dataset->measure[0];
    dataset->period_count = PERIODS;
    dataset->observation_count = ROWS;
    measure->is_scaled = true;
    measure->largest = c->knows_largest ? (double)c->largest : 0;
    for (size_t i = 0; i < ROWS; i++) {
        bool is_absent = c->has_absences && random_next(&state) % 50 == 0;
        int64_t number =
            (int64_t)(random_next(&state) % (2 * c->largest + 1)) - (int64_t)c->largest;
        codes_add(&dataset->period, &made->arena,
                  code_at(c->order, 'p', PERIODS, i, &state));
        codes_add(&dataset->dimension[0].column, &made->arena,
                  code_at(c->order, 'm', c->members, i, &state));
        codes_add(&made->product, &made->arena,
                  code_at(c->order, 'c', PRODUCTS, i, &state));
        numbers_add(&measure->column, &made->arena, is_absent ? NAN : (double)number);
        made->number[i] = is_absent ? INT64_MIN : number;
        if (is_absent)
            codes_add_sparse(&measure->absence, &made->arena, i,
                             random_next(&state) % 2 ? ABSENCE_ROUNDED
                                                     : ABSENCE_CONFIDENTIAL);
    }
}

/* The measures beside the first. What lacks in it is zero in those between. */
static void make_twins(struct made *made)
{
    const struct measure *first = &made->dataset.measure[0];

    for (size_t m = 1; m < MEASURES; m++) {
        struct measure *measure = &made->dataset.measure[m];
        bool is_last = m + 1 == MEASURES;
        measure->is_scaled = true;
        measure->largest = first->largest * FACTOR;
        for (size_t i = 0; i < ROWS; i++) {
            double number = first->column.data[i];
            numbers_add(&measure->column, &made->arena,
                        is_last         ? number
                        : isnan(number) ? 0
                                        : number * FACTOR);
            if (is_last)
                codes_add_sparse(&measure->absence, &made->arena, i,
                                 codes_get_sparse(&first->absence, i));
        }
    }
}

static void drop(struct made *made)
{
    for (size_t m = 1; m < MEASURES; m++) {
        codes_close(&made->dataset.measure[m].absence);
        numbers_close(&made->dataset.measure[m].column);
    }
    codes_close(&made->dataset.period);
    codes_close(&made->dataset.dimension[0].column);
    codes_close(&made->product);
    codes_close(&made->dataset.measure[0].absence);
    numbers_close(&made->dataset.measure[0].column);
    arena_clear(&made->arena);
}

/* The last measure is the first, and those between are the same but for a factor and
 * for what lacks. */
static void check_twins(const struct scan_cells *all, size_t cell)
{
    double sum = sum_value(all[0].sum[cell]);

    cr_expect_eq(sum_value(all[MEASURES - 1].sum[cell]), sum);
    cr_expect_eq(all[MEASURES - 1].has_number[cell], all[0].has_number[cell]);
    cr_expect_eq(all[MEASURES - 1].absence[cell], all[0].absence[cell]);
    for (size_t m = 1; m + 1 < MEASURES; m++)
        cr_expect_eq(sum_value(all[m].sum[cell]), sum * FACTOR, "measure %zu", m);
}

ParameterizedTest(struct scan_case *c, scan, sums)
{
    static struct made made;
    static int64_t sums[PERIODS * MEMBERS]; /* at most 20,000 x 2^51 in one: 2^66, */
    static int64_t tops[PERIODS * MEMBERS]; /* so by halves of 32 bits */
    static bool has_number[PERIODS * MEMBERS];
    static enum absence absence[PERIODS * MEMBERS];
    const bool is_in[PRODUCTS] = {[2] = !c->is_filtered_to_one, [5] = true};
    struct scan scan = {.dataset = &made.dataset,
                        .member = &made.dataset.dimension[0].column,
                        .member_count = c->members,
                        .threads = c->threads};
    struct scan_cells all[MEASURES];
    struct scan_cells cells;

    make(&made, c);
    make_twins(&made);
    if (c->is_filtered)
        scan.filter[scan.filter_count++] =
            (struct scan_filter){&made.product, is_in, c->is_filtered_to_one, 5};
    for (size_t i = 0; i < PERIODS * MEMBERS; i++)
        absence[i] = ABSENCE_NO_ROW;
    for (size_t i = 0; i < ROWS; i++) {
        size_t cell = codes_get(&made.dataset.period, i) * (size_t)c->members +
                      codes_get(scan.member, i);
        if (c->is_filtered && !is_in[codes_get(&made.product, i)])
            continue;
        if (made.number[i] == INT64_MIN) {
            enum absence added =
                (enum absence)codes_get_sparse(&made.dataset.measure[0].absence, i);
            absence[cell] =
                absence[cell] == ABSENCE_CONFIDENTIAL ? absence[cell] : added;
            continue;
        }
        has_number[cell] = true;
        sums[cell] += made.number[i] % 4294967296;
        tops[cell] += made.number[i] / 4294967296;
    }
    for (size_t m = 0; m < MEASURES; m++)
        all[m].measure = &made.dataset.measure[m];
    scan_run(&scan, all, MEASURES, &made.arena);
    cells = all[0];
    for (size_t i = 0; i < (size_t)PERIODS * c->members; i++) {
        struct sum expected = {0};
        sum_add(&expected, (double)tops[i] * 4294967296);
        sum_add(&expected, (double)sums[i]);
        cr_expect_eq(sum_value(cells.sum[i]), sum_value(expected), "cell %zu", i);
        cr_expect_eq(cells.has_number[i], has_number[i], "cell %zu", i);
        cr_expect_eq(cells.absence[i], absence[i], "cell %zu", i);
        check_twins(all, i);
    }
    drop(&made);
}
