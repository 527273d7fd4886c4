/*
 * Units that stand beside the figures, in a column of currencies, one of powers of ten,
 * or in the title above the head.
 */
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct measure *measure_of(const struct loaded *loaded, const char *id)
{
    size_t number = dataset_measure(&loaded->dataset, id);

    cr_assert_neq(number, SIZE_MAX, "no %s", id);
    return &loaded->dataset.measure[number];
}

/* Exports of A in 2022, in whole units of the currency. */
static void expect_exports(const char *text, const char *code, double figure)
{
    struct loaded loaded;
    struct value value;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s%s", text,
                 loaded_message(&loaded));
    cr_expect_eq(measure_of(&loaded, "exports")->unit.kind, UNIT_CURRENCY, "%s", text);
    cr_expect_str_eq(measure_of(&loaded, "exports")->unit.code, code, "%s", text);
    value = loaded_figure(&loaded.dataset, "exports", NULL, "2022");
    cr_expect_float_eq(value.number, figure, figure * 1e-9, "%s: %g", text,
                       value.number);
    loaded_close(&loaded);
}

static void expect_no_unit(const char *text)
{
    struct loaded loaded;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded.result, LOAD_OK, "%s%s", text, loaded_message(&loaded));
    cr_expect_neq(measure_of(&loaded, "exports")->unit.kind, UNIT_CURRENCY, "%s", text);
    loaded_close(&loaded);
}

/* No sum is of two currencies: each has columns of its own. */
Test(row_units, a_column_of_currencies_tells_them)
{
    struct loaded loaded;

    load_and_back(&loaded, "Year,Partner,Currency,Exports,Imports\n"
                           "2022,A,USD,10,5\n2022,B,EUR,20,6\n"
                           "2023,A,USD,11,5\n2023,B,EUR,21,6\n");
    cr_expect_eq(dataset_dimension(&loaded.dataset, "currency"), SIZE_MAX);
    cr_expect_str_eq(measure_of(&loaded, "exports")->unit.code, "USD");
    cr_expect_str_eq(measure_of(&loaded, "exports_eur")->unit.code, "EUR");
    cr_expect_str_eq(measure_of(&loaded, "imports_eur")->unit.code, "EUR");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "A", "2023").number, 11);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports_eur", "B", "2023").number, 21);
    cr_expect_neq(loaded_figure(&loaded.dataset, "exports", "B", "2023").absence,
                  ABSENCE_NONE);
    loaded_close(&loaded);
}

Test(row_units, the_power_of_ten_may_stand_in_another_column)
{
    expect_exports("Year,Partner,Exports,Currency\n2022,A,10,USD\n2022,B,7,USD\n",
                   "USD", 10);
    expect_exports("Year,Partner,Exports,Unit,Currency\n2022,A,10,Millions,USD\n"
                   "2022,B,7,Millions,USD\n",
                   "USD", 10e6);
    expect_exports(
        "Year,Partner,Flow,Value,Unit,Currency\n"
        "2022,A,Exports,10,thousands,Euro\n2022,B,Imports,7,thousands,Euro\n",
        "EUR", 10e3);
    expect_exports("Year,Partner,Exports,Currency,Multiplier\n2022,A,10,USD,6\n"
                   "2022,B,7,USD,6\n",
                   "USD", 10e6);
    expect_exports("Year,Partner,Exports,Unit,Scale\n2022,A,10,USD,Millions\n"
                   "2022,B,7,USD,Billions\n",
                   "USD", 10e6);
    expect_exports("Year,Partner,Exports,Unit,Scale\n2022,A,10,USD million,Millions\n"
                   "2022,B,7,USD million,Millions\n",
                   "USD", 10e6);
    expect_exports("Year,Partner,Exports (USD),Scale\n2022,A,10,Millions\n"
                   "2022,B,7,Millions\n",
                   "USD", 10e6);
}

Test(row_units, or_in_the_heading)
{
    expect_exports("Year,Partner,Exports (million),Currency\n2022,A,10,USD\n"
                   "2022,B,7,USD\n",
                   "USD", 10e6);
    expect_exports("Year,Partner,Exports (USD million),Unit\n2022,A,10,USD\n"
                   "2022,B,7,USD\n",
                   "USD", 10e6);
    expect_exports("Year,Partner,Currency,Exports (million)\n2022,A,USD million,10\n"
                   "2022,B,USD million,7\n",
                   "USD", 10e6);
}

/* Trade by the currency of its invoices, in the one of the heading. */
Test(row_units, a_currency_beside_a_stated_one_tells_rows_apart)
{
    struct loaded loaded;

    load_and_back(&loaded, "Year,Partner,Currency,Exports (USD million)\n"
                           "2022,A,USD,10\n2022,A,EUR,20\n");
    cr_expect_neq(dataset_dimension(&loaded.dataset, "currency"), SIZE_MAX);
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_str_eq(measure_of(&loaded, "exports")->unit.code, "USD");
    loaded_close(&loaded);
}

/* Nor is a row without a currency of that of the others. */
Test(row_units, a_row_without_one_is_left_out_unless_it_is_answered)
{
    static const char text[] =
        "Year,Partner,Currency,Exports\n2022,A,USD,10\n2022,B,,20\n2022,C,EUR,7\n";
    struct load_answers answers = {.unit = {UNIT_CURRENCY, "EUR", 3}};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_expect_eq(loaded.dataset.fates.refused, 1);
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
    limits.answers = &answers;
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports_eur", "B", "2022").number,
                 20000);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports_eur", "C", "2022").number, 7);
    loaded_close(&loaded);
}

Test(row_units, a_title_may_tell_the_unit_of_all)
{
    static const char *const titles[] = {
        "Trade of China (USD million)",      "Trade of China in million US dollars",
        "\"Trade of China, US$ million\"",   "Trade of China: million USD",
        "Exports and imports [million USD]", "\"Trade of China, 2022 - USD million\"",
        "中国对外贸易（百万美元）",
    };

    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
        struct arena arena = {0};
        expect_exports(arena_printf(&arena,
                                    "%s\nYear,Partner,Exports,Imports\n2022,A,10,5\n"
                                    "2022,B,7,4\n",
                                    titles[i]),
                       "USD", 10e6);
        arena_clear(&arena);
    }
}

Test(row_units, a_title_that_can_be_read_otherwise_tells_none)
{
    static const char *const titles[] = {
        "Trade of China",
        "Trade of countries that use the euro",
        "The dollar and the trade of China",
        "Exchange rate (CNY per USD)",
        "Trade of China (USD million or EUR million)",
        "Trade of China (USD million)\nGDP of China (EUR billion)",
        "Trade of China (million)",
        "Source: Euro",
    };

    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
        struct arena arena = {0};
        expect_no_unit(arena_printf(
            &arena, "%s\nYear,Partner,Exports,Imports\n2022,A,10,5\n2022,B,7,4\n",
            titles[i]));
        arena_clear(&arena);
    }
}
