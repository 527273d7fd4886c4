/*
 * Growth, indices and averages of sums: of those that all periods have.
 */
#include "core/query/coarsen.h"
#include "core/query/indicator_spec.h"
#include "core/query/path.h"
#include "core/query/spans.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const enum indicator wanted[] = {
    INDICATOR_INDEX, INDICATOR_GROWTH_AVERAGE, INDICATOR_GROWTH_TREND,
    INDICATOR_GROWTH_PREVIOUS, INDICATOR_CONTRIBUTION};
enum { WANTED = sizeof(wanted) / sizeof(wanted[0]) };

struct asked {
    struct dataset dataset;
    struct dataset coarse;
    struct arena arena;
    struct frame *frame;
};

static void ask_of(struct asked *asked, const struct dataset *dataset, size_t rows)
{
    struct column_spec extras[2 * WANTED];
    struct query query = query_new(dataset);

    for (size_t i = 0; i < WANTED; i++) {
        extras[i] = (struct column_spec){wanted[i], 0};
        extras[WANTED + i] = (struct column_spec){wanted[i], 1};
    }
    query.extras = extras;
    query.extra_count = 2 * WANTED;
    query.rows = rows;
    query.level = 0;
    if (rows == ROWS_PERIOD) {
        query.level = LEVEL_FINEST;
        query.sort = (struct sort_key){.kind = SORT_FILE};
        query.period = dataset->periods[0];
        query.last_period = dataset->periods[dataset->period_count - 1];
    }
    asked->frame = frame_new(dataset, &query, &asked->arena);
}

static void load(struct asked *asked, const char *dimensions, const char *columns,
                 const char *rows)
{
    char text[9000];

    snprintf(
        text, sizeof(text),
        "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
        "dimensions:\n%scolumns: [period, %s, exports, imports]\nobservations:\n%s",
        dimensions, columns, rows);
    sample_load(&asked->dataset, text);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    spans_close(&asked->coarse);
    dataset_close(&asked->dataset);
}

static struct value of(const struct asked *asked, const char *code, const char *column)
{
    const struct frame_row *row =
        code ? sample_row(asked->frame, code) : &asked->frame->total;

    return sample_value(asked->frame, row, column);
}

static void expect(const struct asked *asked, const char *code, const char *column,
                   double number, unsigned compared)
{
    struct value value = of(asked, code, column);

    cr_expect(value_is_number(value) && fabs(value.number - number) < 1e-9,
              "%s of %s: %.12g (%s), expected %.12g", column, code ? code : "the total",
              value.number, absence_words(value.absence), number);
    cr_expect_eq(value_compared(value), compared, "%s of %s: compares %u, not %u",
                 column, code ? code : "the total", value_compared(value), compared);
}

/* C does not report 2024 yet; A and B grow by a tenth a year. */
static const char reporters[] =
    "  reporter: {members: [{code: A}, {code: B}, {code: C}]}\n";
static const char late[] = "  - [2022, A, 100, 90]\n  - [2022, B, 50, 40]\n"
                           "  - [2022, C, 200, 210]\n"
                           "  - [2023, A, 110, 99]\n  - [2023, B, 55, 44]\n"
                           "  - [2023, C, 220, 231]\n"
                           "  - [2024, A, 121, 108.9]\n  - [2024, B, 60.5, 48.4]\n";

Test(alike, the_growth_of_a_total_is_that_of_the_reporters_of_both_years)
{
    struct asked asked = {0};

    load(&asked, reporters, "reporter", late);
    ask_of(&asked, &asked.dataset, 0);
    cr_expect_eq(of(&asked, NULL, "exports").number, 181.5);
    expect(&asked, NULL, "exports-growth", 10, 2);
    expect(&asked, NULL, "imports-growth", 10, 2);
    expect(&asked, NULL, "exports-index", 121, 2);
    expect(&asked, NULL, "exports-average-growth", 10, 2);
    expect(&asked, NULL, "exports-trend-growth", 10, 2);
    expect(&asked, NULL, "exports-growth-previous", 10, 2);
    expect(&asked, "A", "exports-growth", 10, 0);
    /* (181.5 - 165) / (165 + 143) */
    expect(&asked, NULL, "exports-contribution", 100 * 16.5 / 308, 2);
    done(&asked);
}

Test(alike, what_compares_has_words)
{
    struct asked asked = {0};

    load(&asked, reporters, "reporter", late);
    ask_of(&asked, &asked.dataset, 0);
    cr_expect_str_eq(frame_compared_words(
                         asked.frame, of(&asked, NULL, "exports-growth"), &asked.arena),
                     "the same 2 reporters");
    done(&asked);
}

Test(alike, contributions_add_up_to_the_growth_of_what_compares)
{
    struct asked asked = {0};
    double sum;

    load(&asked, reporters, "reporter", late);
    ask_of(&asked, &asked.dataset, 0);
    sum = of(&asked, "A", "exports-contribution").number +
          of(&asked, "B", "exports-contribution").number;
    cr_expect_float_eq(sum, of(&asked, NULL, "exports-contribution").number, 1e-9);
    done(&asked);
}

Test(alike, years_of_all_reporters_grow_by_those_of_both)
{
    struct asked asked = {0};

    load(&asked, reporters, "reporter", late);
    ask_of(&asked, &asked.dataset, ROWS_PERIOD);
    expect(&asked, "2023", "exports-growth", 10, 0);
    expect(&asked, "2024", "exports-growth", 10, 2);
    expect(&asked, "2024", "imports-index", 121, 2);
    expect(&asked, "2024", "imports-trend-growth", 10, 2);
    done(&asked);
}

static const char products[] = "  product: {members: [{code: P}, {code: Q}]}\n"
                               "  reporter: {members: [{code: A}, {code: B}]}\n";

/* B reports 2023 alone, and P alone; A has Q from 2024 on. */
Test(alike, products_of_reporters_that_come_and_go)
{
    struct asked asked = {0};

    load(&asked, products, "product, reporter",
         "  - [2023, P, A, 100, 10]\n  - [2023, P, B, 900, 90]\n"
         "  - [2023, Q, A, 50, 5]\n  - [2024, P, A, 130, 13]\n"
         "  - [2024, Q, A, 60, 6]\n");
    ask_of(&asked, &asked.dataset, 0);
    expect(&asked, "P", "exports-growth", 30, 1);
    expect(&asked, "P", "exports-index", 130, 1);
    expect(&asked, "Q", "exports-growth", 20, 0);
    expect(&asked, NULL, "exports-growth", 100 * 40 / 150.0, 1);
    ask_of(&asked, &asked.dataset, ROWS_PERIOD);
    expect(&asked, "2024", "exports-growth", 100 * 40 / 150.0, 1);
    done(&asked);
}

/* What a reporter does not list it does not trade. */
Test(alike, products_that_come_and_go_are_trade)
{
    struct asked asked = {0};

    load(&asked, products, "product, reporter",
         "  - [2023, P, A, 100, 10]\n  - [2024, P, A, 100, 10]\n"
         "  - [2024, Q, A, 60, 6]\n");
    ask_of(&asked, &asked.dataset, 0);
    expect(&asked, NULL, "exports-growth", 60, 0);
    ask_of(&asked, &asked.dataset, 1);
    expect(&asked, "A", "exports-growth", 60, 0);
    done(&asked);
}

Test(alike, a_published_total_grows_as_it_is)
{
    struct asked asked = {0};

    load(&asked,
         "  partner:\n    levels: [world, country]\n    members:\n"
         "      - {code: W, level: world}\n      - {code: A, level: country, parent: "
         "W}\n"
         "      - {code: B, level: country, parent: W}\n",
         "partner",
         "  - [2023, W, 100, 10]\n  - [2023, A, 60, 6]\n  - [2023, B, 30, 3]\n"
         "  - [2024, W, 150, 20]\n  - [2024, A, 66, 7]\n");
    ask_of(&asked, &asked.dataset, 0);
    expect(&asked, NULL, "exports-growth", 50, 0);
    done(&asked);
}

static const char continents[] =
    "  partner:\n    levels: [world, continent, country]\n    members:\n"
    "      - {code: W, level: world}\n"
    "      - {code: E, level: continent, parent: W}\n"
    "      - {code: F, level: continent, parent: W}\n"
    "      - {code: A, level: country, parent: E}\n"
    "      - {code: B, level: country, parent: E}\n"
    "      - {code: C, level: country, parent: F}\n";

Test(alike, a_continent_is_its_countries_of_both_years)
{
    struct asked asked = {0};
    struct query query;

    load(&asked, continents, "partner",
         "  - [2023, A, 60, 6]\n  - [2023, C, 10, 1]\n"
         "  - [2024, A, 66, 9]\n  - [2024, B, 500, 50]\n  - [2024, C, 12, 2]\n");
    query = query_new(&asked.dataset);
    query.level = 1;
    asked.frame = frame_new(&asked.dataset, &query, &asked.arena);
    expect(&asked, "E", "exports-growth", 10, 1);
    expect(&asked, "F", "exports-growth", 20, 0);
    expect(&asked, NULL, "exports-growth", 100 * 8 / 70.0, 2);
    done(&asked);
}

/* The world is published once; what compares is the sum of A. */
Test(alike, a_sum_after_a_published_total_is_of_the_rows_of_both)
{
    struct asked asked = {0};

    load(&asked, continents, "partner",
         "  - [2023, W, 900, 90]\n  - [2023, A, 60, 6]\n"
         "  - [2024, A, 66, 9]\n  - [2024, B, 500, 50]\n");
    ask_of(&asked, &asked.dataset, 0);
    expect(&asked, NULL, "exports-growth", 10, 1);
    done(&asked);
}

Test(alike, an_empty_figure_is_no_partner_that_went)
{
    struct asked asked = {0};

    load(&asked, reporters, "reporter",
         "  - [2023, A, 60, 6]\n  - [2023, B, ~, 3]\n"
         "  - [2024, A, 66, 7]\n  - [2024, B, 33, 4]\n");
    ask_of(&asked, &asked.dataset, 0);
    cr_expect_eq(of(&asked, NULL, "exports-growth").absence, ABSENCE_NOT_AVAILABLE);
    done(&asked);
}

/* Two months of each year; C has none of the later ones. */
Test(alike, a_part_of_the_year_is_that_of_the_same_reporters)
{
    struct asked asked = {0};

    load(&asked, reporters, "reporter",
         "  - [2023-01, A, 60, 6]\n  - [2023-02, A, 40, 6]\n  - [2023-01, C, 70, 6]\n"
         "  - [2023-02, C, 70, 6]\n  - [2023-03, A, 90, 6]\n"
         "  - [2024-01, A, 66, 7]\n  - [2024-02, A, 44, 7]\n");
    cr_assert(coarsen(&asked.dataset, FREQUENCY_YEAR, &asked.coarse, NULL));
    ask_of(&asked, &asked.coarse, 0);
    expect(&asked, NULL, "exports-growth", 10, 1);
    cr_expect_eq(of(&asked, NULL, "exports-growth").covered, 2);
    ask_of(&asked, &asked.coarse, ROWS_PERIOD);
    expect(&asked, "2024", "exports-growth", 10, 1);
    done(&asked);
}

/* Twelve months of two years each; C has none of the later ones. */
static void add_months(char *rows, size_t size)
{
    size_t used = 0;

    for (int month = 0; month < 24; month++)
        used += (size_t)snprintf(rows + used, size - used,
                                 "  - [%d-%02d, A, %d, 90]\n%s%d-%02d, C, 300, 10]\n",
                                 2022 + month / 12, month % 12 + 1, 100 + month / 12,
                                 month < 12 ? "  - [" : "#", 2022 + month / 12,
                                 month % 12 + 1);
}

Test(alike, a_path_of_months_does_not_start_with_a_fall_of_the_list)
{
    struct asked asked = {0};
    struct path_start start;
    char rows[3000];

    add_months(rows, sizeof(rows));
    load(&asked, reporters, "reporter", rows);
    ask_of(&asked, &asked.dataset, ROWS_PERIOD);
    start = path_start_new(asked.frame, asked.dataset.periods[23], 0);
    cr_expect_eq(start.exports, 12 * 101);
    cr_expect_eq(start.exports_growth.absence, ABSENCE_UNDEFINED);
    done(&asked);
}
