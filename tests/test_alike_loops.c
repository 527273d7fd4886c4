/*
 * Growth of sums as plain loops: rows of three reporters and four partners at random.
 */
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct frame *frame;
};

static void load(struct asked *asked, const char *dimensions, const char *rows)
{
    char text[9000];

    snprintf(
        text, sizeof(text),
        "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\ndimensions:\n%s"
        "columns: [period, reporter, partner, exports, imports]\nobservations:\n%s",
        dimensions, rows);
    sample_load(&asked->dataset, text);
}

static struct value of(const struct asked *asked, const char *code, const char *column)
{
    const struct frame_row *row =
        code ? sample_row(asked->frame, code) : &asked->frame->total;

    return sample_value(asked->frame, row, column);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    dataset_close(&asked->dataset);
}

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
         used ? rows : "  - [2020, R0, P0, 1, 1]\n");
}

static void check(const struct asked *asked, const struct table *table, int along,
                  int member, int year, const char *what)
{
    char code[16];
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
    struct query query = query_new(&asked->dataset);

    query.rows = ROWS_PERIOD;
    query.level = LEVEL_FINEST;
    query.sort = (struct sort_key){.kind = SORT_FILE};
    query.period = asked->dataset.periods[0];
    query.last_period = asked->dataset.periods[asked->dataset.period_count - 1];
    asked->frame = frame_new(&asked->dataset, &query, &asked->arena);
    for (int year = 1; year < YEARS; year++) {
        double now = sum_of(table, year, year - 1, -1, -1);
        double before = sum_of(table, year - 1, year, -1, -1);
        char code[16];
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

Test(alike_loops, growth_is_that_of_plain_loops)
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
