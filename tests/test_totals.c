/*
 * Totals of random tables beside those of plain loops (totals.h): every member of two
 * dimensions, every period, months and years, with published totals for some cells
 * only, with figures that are not available and with rows that do not exist.
 */
#include "core/query/coarsen.h"
#include "tests/sample.h"
#include "tests/totals.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SEEDS = 1000 };

static void expect_figure(struct value value, struct result expected, const char *what)
{
    if (expected.state == NUMBER)
        cr_expect(value_is_number(value) && fabs(value.number - expected.number) < 1e-9,
                  "%s: %g (%s), expected %g", what, value.number,
                  absence_words(value.absence), expected.number);
    else
        cr_expect_eq(value.absence,
                     expected.state == LACKS ? ABSENCE_NOT_AVAILABLE : ABSENCE_NO_ROW,
                     "%s: %g (%s), expected %s", what, value.number,
                     absence_words(value.absence),
                     expected.state == LACKS ? "not available" : "no row");
}

/* Between two published figures it is theirs; between a published one and a sum there
 * is none, or that of the sums. */
static void expect_growth(struct value growth, struct result now, struct result before,
                          struct result now_parts, struct result before_parts,
                          const char *what)
{
    double ratio = before.number > 0 ? 100 * (now.number / before.number - 1) : NAN;

    if (now.state != NUMBER || before.state != NUMBER || before.number <= 0) {
        cr_expect(!value_is_number(growth), "%s: growth %g of nothing", what,
                  growth.number);
    } else if (now.is_partial || before.is_partial) {
        return; /* of the same months: tests of its own */
    } else if (now.is_published && before.is_published) {
        cr_expect(value_is_number(growth) && fabs(growth.number - ratio) < 1e-9,
                  "%s: growth %g, expected %g", what, growth.number, ratio);
    } else if (value_compared(growth)) {
        return; /* of partners of both periods: test_alike.c */
    } else if (now.is_published != before.is_published && value_is_number(growth)) {
        double of_parts = 100 * (now_parts.number / before_parts.number - 1);
        cr_expect(!now.is_published && fabs(growth.number - of_parts) < 1e-9,
                  "%s: growth %g of a sum and a published figure", what, growth.number);
    }
}

static double share_of(struct result exports, struct result imports,
                       struct result all_exports, struct result all_imports)
{
    if (exports.state != NUMBER || imports.state != NUMBER ||
        all_exports.state != NUMBER || all_imports.state != NUMBER)
        return NAN;
    if (exports.is_published != imports.is_published ||
        all_exports.is_published != all_imports.is_published)
        return NAN; /* of two wholes */
    return 100 * (exports.number + imports.number) /
           (all_exports.number + all_imports.number);
}

/* One frame: rows along one dimension, narrowed to a member of the other or to none. */
struct view {
    const struct table *table;
    const struct frame *frame;
    int along;
    int period;
    int within; /* of the other dimension; -1: what stands for all */
};

static struct result view_total(const struct view *view, int measure, int period,
                                int member)
{
    struct slice slice = totals_slice(view->table, measure, period);

    return view->along ? totals_figure(&slice, view->within, member)
                       : totals_figure(&slice, member, view->within);
}

static struct result view_parts(const struct view *view, int measure, int period,
                                int member)
{
    struct slice slice = totals_slice(view->table, measure, period);

    return view->along ? totals_parts(&slice, 1, view->within, member)
                       : totals_parts(&slice, 0, member, view->within);
}

/* Whether both flows of the member, or both of the whole, are sums. */
static bool has_sums(const struct view *view, int member, int whole)
{
    const int members[] = {member, whole};

    for (size_t i = 0; i < 2; i++)
        if (!view_total(view, 0, view->period, members[i]).is_published &&
            !view_total(view, 1, view->period, members[i]).is_published)
            return true;
    return false;
}

static void check_row(const struct view *view, const struct frame_row *row, int member,
                      const char *what, bool is_monthly)
{
    static const char *const figures[] = {"exports", "imports"};
    static const char *const growths[] = {"exports-growth", "imports-growth"};
    int back = is_monthly ? 12 : 1;
    int whole = totals_whole(view->table->side[view->along]);
    struct value share = sample_value(view->frame, row, "share");
    double expected = share_of(view_total(view, 0, view->period, member),
                               view_total(view, 1, view->period, member),
                               view_total(view, 0, view->period, whole),
                               view_total(view, 1, view->period, whole));

    for (int m = 0; m < 2; m++) {
        struct result now = view_total(view, m, view->period, member);
        expect_figure(sample_value(view->frame, row, figures[m]), now, what);
        if (view->period >= back)
            expect_growth(sample_value(view->frame, row, growths[m]), now,
                          view_total(view, m, view->period - back, member),
                          view_parts(view, m, view->period, member),
                          view_parts(view, m, view->period - back, member), what);
    }
    if (!value_is_number(share) && has_sums(view, member, whole))
        return; /* added up in two ways: they do not compare */
    cr_expect(isnan(expected)
                  ? !value_is_number(share)
                  : value_is_number(share) && fabs(share.number - expected) < 1e-9,
              "%s: share %g, expected %g", what, share.number, expected);
}

static void check_view(struct view *view, const struct dataset *dataset,
                       struct query *query, const char *what, bool is_monthly)
{
    const struct side *side = view->table->side[view->along];
    struct arena arena = {0};

    for (int level = 0; level < totals_levels(side); level++) {
        query->level = (size_t)level;
        view->frame = frame_new(dataset, query, &arena);
        for (int i = 0; i < side->count; i++) {
            size_t number = frame_find(view->frame, (uint32_t)i, 0);
            if (totals_level(side, i) == level && number != SIZE_MAX)
                check_row(view, &view->frame->rows[number], i,
                          arena_printf(&arena, "%s, by %s: %s", what, side->id,
                                       side->code[i]),
                          is_monthly);
            else if (totals_level(side, i) == level)
                cr_expect_eq(view_total(view, 0, view->period, i).state, NOTHING,
                             "%s: no row %s", what, side->code[i]);
        }
        check_row(view, &view->frame->total, totals_whole(side),
                  arena_printf(&arena, "%s, by %s: total", what, side->id), is_monthly);
    }
    arena_clear(&arena);
}

static void check_table(const struct table *table, const struct dataset *dataset,
                        const char *what, bool is_monthly)
{
    struct query query = query_new(dataset);
    char where[100];

    for (int along = 0; along < 2; along++)
        for (int p = 0; p < table->period_count; p++)
            for (int w = -1; w < table->side[!along]->count; w++) {
                struct view view = {table, NULL, along, p, w};
                char code[20];
                struct period period;
                snprintf(code, sizeof(code), is_monthly ? "%d-%02d" : "%d",
                         2020 + (is_monthly ? p / 12 : p), p % 12 + 1);
                cr_assert(period_read(code, strlen(code), &period));
                if (w < 0)
                    view.within = totals_whole(table->side[!along]);
                query.rows = (size_t)along;
                query.within[0] = query.within[1] = MEMBER_NONE;
                if (w >= 0)
                    query.within[!along] = (uint32_t)w;
                query.period = period;
                snprintf(where, sizeof(where), "%s, %s in %s", what, code,
                         w < 0 ? "all" : table->side[!along]->code[w]);
                check_view(&view, dataset, &query, where, is_monthly);
            }
}

static bool has_all_periods(const struct dataset *dataset, const struct table *table)
{
    return dataset->period_count == (uint32_t)table->period_count;
}

Test(totals, are_those_of_plain_loops)
{
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        struct table table = totals_table(seed);
        struct dataset dataset = {0};
        char what[40];
        table.period_count = 2;
        totals_fill(&table, 5 + totals_roll(&table, 6), totals_roll(&table, 11),
                    totals_roll(&table, 3));
        snprintf(what, sizeof(what), "seed %u", seed);
        totals_load(&table, false, &dataset);
        if (has_all_periods(&dataset, &table))
            check_table(&table, &dataset, what, false);
        dataset_close(&dataset);
    }
}

Test(totals, of_years_are_those_of_their_months)
{
    static struct table months;
    static struct table years;

    for (unsigned seed = 1; seed <= SEEDS / 10; seed++) {
        struct dataset dataset = {0};
        struct dataset coarse = {0};
        char what[40];
        months = totals_table(seed);
        months.period_count = TOTALS_PERIODS;
        totals_fill(&months, 7 + totals_roll(&months, 4), totals_roll(&months, 11),
                    totals_roll(&months, 2));
        snprintf(what, sizeof(what), "months, seed %u", seed);
        totals_load(&months, true, &dataset);
        cr_assert(coarsen(&dataset, FREQUENCY_YEAR, &coarse, NULL));
        totals_add_up_years(&months, &years);
        if (has_all_periods(&dataset, &months))
            check_table(&years, &coarse, what, false);
        spans_close(&coarse);
        dataset_close(&dataset);
    }
}

struct asked {
    struct dataset dataset;
    struct dataset coarse;
    struct arena arena;
    struct frame *frame;
};

static void ask_of(struct asked *asked, const struct dataset *dataset, size_t rows)
{
    struct query query = query_new(dataset);

    query.rows = rows;
    if (rows == ROWS_PERIOD) {
        query.period = dataset->periods[0];
        query.last_period = dataset->periods[dataset->period_count - 1];
    }
    asked->frame = frame_new(dataset, &query, &asked->arena);
}

/* The table's rows after "period, partner, exports, imports". */
static void ask(struct asked *asked, const char *rows, size_t by)
{
    char text[2000];

    snprintf(text, sizeof(text),
             "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
             "dimensions:\n  partner:\n    levels: [world, country]\n    members:\n"
             "      - {code: W, level: world}\n"
             "      - {code: A, level: country, parent: W}\n"
             "      - {code: B, level: country, parent: W}\n"
             "      - {code: C, level: country, parent: W}\n"
             "columns: [period, partner, exports, imports]\nobservations:\n%s",
             rows);
    sample_load(&asked->dataset, text);
    ask_of(asked, &asked->dataset, by);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    spans_close(&asked->coarse);
    dataset_close(&asked->dataset);
}

static struct value of_total(const struct asked *asked, const char *column)
{
    return sample_value(asked->frame, &asked->frame->total, column);
}

static const char world_ends[] = "  - [2022, W, 1000, 900]\n"
                                 "  - [2022, A, 100, 90]\n"
                                 "  - [2022, B, 50, 60]\n"
                                 "  - [2023, A, 110, 95]\n"
                                 "  - [2023, B, 55, 66]\n";

Test(totals, a_sum_grows_on_the_sum_of_the_same_rows)
{
    struct asked asked = {0};

    ask(&asked, world_ends, 0);
    cr_expect_eq(of_total(&asked, "exports").number, 165);
    cr_expect_float_eq(of_total(&asked, "exports-growth").number, 10, 1e-9);
    cr_expect_float_eq(of_total(&asked, "imports-growth").number, 100 * 11 / 150.0,
                       1e-9);
    done(&asked);
}

Test(totals, a_sum_and_a_published_total_are_two_series)
{
    struct asked asked = {0};
    const struct frame_row *row;

    ask(&asked, world_ends, ROWS_PERIOD);
    row = sample_row(asked.frame, "2023");
    cr_expect_eq(sample_value(asked.frame, row, "exports").number, 165);
    cr_expect_eq(sample_value(asked.frame, row, "exports-growth").absence,
                 ABSENCE_UNDEFINED);
    done(&asked);
}

Test(totals, a_total_that_is_a_sum_grows_on_that_of_the_year_before)
{
    struct asked asked = {0};

    ask(&asked,
        "  - [2023, A, 20, 10]\n  - [2023, B, 40, 16]\n"
        "  - [2024, A, 24, 12]\n  - [2024, B, 44, 18]\n",
        0);
    cr_expect_float_eq(of_total(&asked, "exports-growth").number, 100 * 8 / 60.0, 1e-9);
    done(&asked);
}

Test(totals, without_a_whole_grow_too_unless_a_part_lacks)
{
    static const char head[] =
        "entrepot: 1\ntitle: T\n"
        "unit: {currency: EUR, scale: 0}\n"
        "dimensions: {partner: {members: [{code: A}, {code: B}]}}\n"
        "columns: [period, partner, exports, imports]\n"
        "observations:\n"
        "  - [2023, A, 20, 10]\n  - [2023, B, 40, ~]\n"
        "  - [2024, A, 24, 12]\n  - [2024, B, 44, 18]\n";
    struct asked asked = {0};

    sample_load(&asked.dataset, head);
    ask_of(&asked, &asked.dataset, 0);
    cr_expect_float_eq(of_total(&asked, "exports-growth").number, 100 * 8 / 60.0, 1e-9);
    cr_expect_eq(of_total(&asked, "imports-growth").absence, ABSENCE_NOT_AVAILABLE);
    done(&asked);
}

/* A month without a row of one measure takes nothing from the year of the other. */
Test(totals, a_year_of_some_months_is_the_sum_of_them)
{
    struct asked asked = {0};
    const struct frame_row *row;

    ask(&asked,
        "  - {period: 2024-01, partner: A, exports: 10, imports: 1}\n"
        "  - {period: 2024-02, partner: A, imports: 2}\n"
        "  - {period: 2024-03, partner: A, exports: 30, imports: 4}\n"
        "  - {period: 2024-12, partner: B, exports: 5, imports: 5}\n",
        0);
    cr_assert(coarsen(&asked.dataset, FREQUENCY_YEAR, &asked.coarse, NULL));
    ask_of(&asked, &asked.coarse, 0);
    row = sample_row(asked.frame, "A");
    cr_expect_eq(sample_value(asked.frame, row, "exports").number, 40);
    cr_expect_eq(sample_value(asked.frame, row, "exports").covered, 2);
    cr_expect_eq(sample_value(asked.frame, row, "imports").covered, 3);
    cr_expect_eq(of_total(&asked, "exports").number, 45);
    cr_expect_eq(of_total(&asked, "exports").covered, 1);
    done(&asked);
}

Test(totals, rows_of_one_flow_are_counted)
{
    struct asked asked = {0};

    ask(&asked,
        "  - {period: 2024, partner: A, exports: 10, imports: 5}\n"
        "  - {period: 2024, partner: B, exports: 20}\n"
        "  - {period: 2024, partner: C, imports: 7}\n",
        0);
    cr_expect_eq(of_total(&asked, "balance").number, 18);
    cr_expect_eq(asked.frame->one_sided, 2);
    done(&asked);
}

Test(totals, empty_figures_are_no_rows_of_one_flow)
{
    struct asked asked = {0};

    ask(&asked, "  - [2024, A, 10, 5]\n  - [2024, B, 20, ~]\n", 0);
    cr_expect_eq(of_total(&asked, "imports").absence, ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(asked.frame->one_sided, 0);
    done(&asked);
}
