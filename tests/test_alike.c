/*
 * Growth, indices and averages of sums: of those that all periods have.
 */
#include "core/base/text.h"
#include "core/query/coarsen.h"
#include "core/query/indicator_spec.h"
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

/*
 * The same as plain loops: rows of three reporters and four partners at random.
 */
enum { REPORTERS = 3, PARTNERS = 4, YEARS = 4, SEEDS = 60 };

struct table {
    double figure[YEARS][REPORTERS][PARTNERS]; /* 0: no row */
    unsigned state;
};

static unsigned roll(struct table *table, unsigned below)
{
    table->state = table->state * 1103515245 + 12345;
    return (table->state >> 16) % below;
}

static bool is_listed(const struct table *table, int year, int reporter, int partner)
{
    for (int r = 0; r < REPORTERS; r++)
        for (int p = 0; p < PARTNERS; p++)
            if ((reporter < 0 || r == reporter) && (partner < 0 || p == partner) &&
                table->figure[year][r][p] > 0)
                return true;
    return false;
}

/* The sum in a year of the reporters that are in another too; -1: of all members. */
static double sum_of(const struct table *table, int year, int other, int reporter,
                     int partner)
{
    double sum = 0;

    for (int r = 0; r < REPORTERS; r++)
        for (int p = 0; p < PARTNERS; p++)
            if ((reporter < 0 ? is_listed(table, other, r, -1) : r == reporter) &&
                (partner < 0 || p == partner))
                sum += table->figure[year][r][p];
    return sum;
}

static void fill(struct table *table, struct asked *asked)
{
    char rows[8000];
    size_t used = 0;

    *rows = '\0';
    for (int y = 0; y < YEARS; y++)
        for (int r = 0; r < REPORTERS; r++) {
            bool reports = roll(table, 5) > 0;
            for (int p = 0; p < PARTNERS; p++) {
                double figure = reports && roll(table, 4) ? 1 + roll(table, 900) : 0;
                table->figure[y][r][p] = figure;
                if (figure > 0)
                    used += (size_t)snprintf(rows + used, sizeof(rows) - used,
                                             "  - [%d, R%d, P%d, %g, 1]\n", 2020 + y, r,
                                             p, figure);
            }
        }
    load(asked,
         "  reporter: {members: [{code: R0}, {code: R1}, {code: R2}]}\n"
         "  partner: {members: [{code: P0}, {code: P1}, {code: P2}, {code: P3}]}\n",
         "reporter, partner", used ? rows : "  - [2020, R0, P0, 1, 1]\n");
}

static void check(const struct asked *asked, const struct table *table, int along,
                  int member, int year, const char *what)
{
    char code[8];
    int reporter = along == 0 ? member : -1;
    int partner = along == 1 ? member : -1;
    double now = sum_of(table, year, year - 1, reporter, partner);
    double before = sum_of(table, year - 1, year, reporter, partner);
    struct value growth;

    snprintf(code, sizeof(code), "%c%d", along ? 'P' : 'R', member);
    if (member >= 0 && (!is_listed(table, year, reporter, partner) ||
                        !is_listed(table, year - 1, reporter, partner)))
        return;
    growth = of(asked, member < 0 ? NULL : code, "exports-growth");
    if (before <= 0 || now <= 0) /* no row of any that compare */
        cr_expect(!value_is_number(growth), "%s: %s grows on nothing", what, code);
    else
        cr_expect(value_is_number(growth) &&
                      fabs(growth.number - 100 * (now / before - 1)) < 1e-9,
                  "%s, %s in %d: %.9g, expected %.9g", what, code, 2020 + year,
                  growth.number, 100 * (now / before - 1));
}

/* Rows of years are of all reporters and all partners. */
static void check_years(struct asked *asked, const struct table *table,
                        const char *what)
{
    ask_of(asked, &asked->dataset, ROWS_PERIOD);
    for (int year = 1; year < YEARS; year++) {
        double now = sum_of(table, year, year - 1, -1, -1);
        double before = sum_of(table, year - 1, year, -1, -1);
        char code[8];
        struct value growth;
        if (!is_listed(table, year, -1, -1) || now <= 0 || before <= 0)
            continue;
        snprintf(code, sizeof(code), "%d", 2020 + year);
        growth = of(asked, code, "exports-growth");
        cr_expect(fabs(growth.number - 100 * (now / before - 1)) < 1e-9,
                  "%s, %s: %.9g, expected %.9g", what, code, growth.number,
                  100 * (now / before - 1));
    }
}

Test(alike, growth_is_that_of_plain_loops)
{
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        struct table table = {.state = seed};
        struct asked asked = {0};
        char what[40];
        fill(&table, &asked);
        snprintf(what, sizeof(what), "seed %u", seed);
        check_years(&asked, &table, what);
        for (int year = 1; year < YEARS; year++) {
            struct query query = query_new(&asked.dataset);
            struct period period = {FREQUENCY_YEAR, 2020 + year, 0};
            if (!is_listed(&table, year, -1, -1) ||
                !is_listed(&table, year - 1, -1, -1))
                continue;
            for (int along = 0; along < 2; along++) {
                query.rows = (size_t)along;
                query.level = LEVEL_FINEST;
                query.period = period;
                asked.frame = frame_new(&asked.dataset, &query, &asked.arena);
                for (int m = -1; m < (along ? PARTNERS : REPORTERS); m++)
                    check(&asked, &table, along, m, year, what);
            }
        }
        done(&asked);
    }
}
