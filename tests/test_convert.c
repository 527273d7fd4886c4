/*
 * Currencies: only with stated rates. Expected figures are by hand: 25454.5 / 7.12.
 */
#include "core/model/rates.h"
#include "core/query/coarsen.h"
#include "core/query/convert.h"
#include "tests/sample.h"

#include <criterion/criterion.h>

static const char yuan[] = "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 9}\n"
                           "rates: {USD: {2023: 7.05, 2024: 7.12}}\n"
                           "measures:\n"
                           "  g: {unit: percent, growth: exports}\n"
                           "columns: [period, exports, imports, g]\n"
                           "observations:\n"
                           "  - [2022, 23970, 18100, 10]\n"
                           "  - [2023, 23765.6, 17985.4, ~]\n"
                           "  - [2024, 25454.5, 18392.3, 7.1]\n";

static struct frame *ask(struct dataset *dataset, struct arena *arena,
                         const char *currency)
{
    struct query query = query_new(dataset);

    query.currency = currency;
    return frame_new(dataset, &query, arena);
}

Test(convert, figures_are_divided_by_the_rate_of_their_period)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_load(&dataset, yuan);
    frame = ask(&dataset, &arena, "USD");
    cr_expect_float_eq(sample_value(frame, sample_row(frame, "2024"), "exports").number,
                       25454.5e9 / 7.12, 1);
    cr_expect_float_eq(sample_value(frame, sample_row(frame, "2023"), "imports").number,
                       17985.4e9 / 7.05, 1);
    cr_expect_str_eq(frame->columns[0].unit.code, "USD");
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(convert, without_a_rate_there_is_no_figure)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_load(&dataset, yuan);
    frame = ask(&dataset, &arena, "USD");
    cr_expect_eq(sample_value(frame, sample_row(frame, "2022"), "exports").absence,
                 ABSENCE_NO_RATE);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2022"), "balance").absence,
                 ABSENCE_NO_RATE);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(convert, growth_is_of_the_converted_figures_not_the_published_one)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;
    double before = 23765.6 / 7.05;
    double now = 25454.5 / 7.12;

    sample_load(&dataset, yuan);
    frame = ask(&dataset, &arena, NULL);
    cr_expect_eq(
        sample_value(frame, sample_row(frame, "2024"), "exports-growth").number, 7.1);
    frame = ask(&dataset, &arena, "USD");
    cr_expect_float_eq(
        sample_value(frame, sample_row(frame, "2024"), "exports-growth").number,
        100 * (now / before - 1), 1e-9);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(convert, a_rate_serves_the_periods_within_its_own)
{
    struct dataset dataset;
    struct period month;
    double units;

    sample_load(&dataset, yuan);
    cr_assert(period_read("2024-07", 7, &month));
    cr_assert(rate_find(&dataset, "USD", month, &units));
    cr_expect_eq(units, 7.12);
    cr_assert(period_read("2021-07", 7, &month));
    cr_expect_not(rate_find(&dataset, "USD", month, &units));
    cr_expect_not(rate_find(&dataset, "EUR", month, &units));
    dataset_close(&dataset);
}

Test(convert, rates_of_another_file_must_be_in_the_same_currency)
{
    static const char euro[] =
        "entrepot: 1\ntitle: R\nunit: {currency: EUR, scale: 0}\n"
        "rates: {USD: {2024: 1.08}}\n";
    static const char more[] =
        "entrepot: 1\ntitle: R\nunit: {currency: CNY, scale: 0}\n"
        "rates: {USD: {2022: 6.73, 2024: 9}, EUR: {2024: 7.7}}\n";
    struct dataset dataset;
    struct dataset rates;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct period year;
    double units;

    sample_load(&dataset, yuan);
    sample_load(&rates, euro);
    cr_expect_not(dataset_add_rates(&dataset, &rates, &diags));
    dataset_close(&rates);
    sample_load(&rates, more);
    cr_assert(dataset_add_rates(&dataset, &rates, &diags));
    dataset_close(&rates);
    cr_assert(period_read("2022", 4, &year));
    cr_expect(rate_find(&dataset, "USD", year, &units) && units == 6.73);
    cr_assert(period_read("2024", 4, &year));
    cr_expect(rate_find(&dataset, "USD", year, &units) && units == 7.12);
    cr_expect(rate_find(&dataset, "EUR", year, &units) && units == 7.7);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(convert, rates_the_other_way_round_multiply)
{
    static const char inverse[] =
        "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 9}\n"
        "rates: {USD: {2024: 0.1404, inverse: true, kind: end}, EUR: {2024: 7.7}}\n"
        "columns: [period, exports, imports]\n"
        "observations:\n"
        "  - [2024, 25454.5, 18392.3]\n";
    struct dataset dataset;
    struct arena arena = {0};
    struct period year;
    struct frame *frame;

    sample_load(&dataset, inverse);
    frame = ask(&dataset, &arena, "USD");
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024"), "exports").number,
                 25454.5e9 * 0.1404);
    cr_assert(period_read("2024", 4, &year));
    cr_expect_str_eq(rate_words(&dataset, rate_of(&dataset, "USD", year), &arena),
                     "0.1404 USD for one CNY, at the end of 2024");
    cr_expect_str_eq(rate_words(&dataset, rate_of(&dataset, "EUR", year), &arena),
                     "7.7 CNY for one EUR, for 2024");
    cr_expect_str_eq(rates_kind(&dataset, "USD"), "end of period");
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(convert, quarters_of_months_take_the_rate_of_each_month)
{
    static const char months[] =
        "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 0}\n"
        "rates: {USD: {2024-01: 7, 2024-02: 7.1, 2024-03: 7.2, 2024-04: 7.2}}\n"
        "columns: [period, exports]\nobservations:\n"
        "  - [2024-01, 70]\n  - [2024-02, 71]\n  - [2024-03, 144]\n"
        "  - [2024-04, 72]\n  - [2024-05, 72]\n  - [2024-06, 72]\n";
    struct dataset dataset;
    struct dataset quarters = {0};
    struct arena arena = {0};
    struct frame *frame;

    sample_load(&dataset, months);
    cr_assert(coarsen(&dataset, FREQUENCY_QUARTER, &quarters, NULL));
    frame = ask(&quarters, &arena, "USD");
    cr_expect_float_eq(
        sample_value(frame, sample_row(frame, "2024-Q1"), "exports").number, 40, 1e-9);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-Q2"), "exports").absence,
                 ABSENCE_NO_RATE);
    arena_clear(&arena);
    spans_close(&quarters);
    dataset_close(&dataset);
}
