/*
 * What a heading, a line above a table or a cell says of the unit: the currency and the
 * power of ten, or nothing where it can be read in two ways.
 */
#include "core/base/arena.h"
#include "core/load/layout.h"
#include "core/load/load.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct said {
    const char *text;
    const char *code;
    int scale;
};

static void expect_said(const struct said *cases, size_t count)
{
    struct arena arena = {0};

    for (size_t i = 0; i < count; i++) {
        struct unit unit = {0};
        cr_expect(layout_unit(cases[i].text, &unit, &arena), "%s", cases[i].text);
        if (unit.kind == UNIT_NONE)
            continue;
        cr_expect_str_eq(unit.code, cases[i].code, "%s: %s", cases[i].text, unit.code);
        cr_expect_eq(unit.scale, cases[i].scale, "%s: %d", cases[i].text, unit.scale);
    }
    arena_clear(&arena);
}

#define EXPECT_SAID(cases) expect_said((cases), sizeof(cases) / sizeof((cases)[0]))

static void expect_nothing(const char *const *texts, size_t count)
{
    struct arena arena = {0};

    for (size_t i = 0; i < count; i++) {
        struct unit unit = {0};
        cr_expect_not(layout_unit(texts[i], &unit, &arena), "%s: %s, 10^%d", texts[i],
                      unit.code, unit.scale);
    }
    arena_clear(&arena);
}

#define EXPECT_NOTHING(texts) \
    expect_nothing((texts), sizeof(texts) / sizeof((texts)[0]))

Test(layout_unit, zeros_are_thousands)
{
    static const struct said cases[] = {
        {"Exports (US$'000)", "USD", 3},      {"Exports ('000 US$)", "USD", 3},
        {"Exports (US$ 000s)", "USD", 3},     {"Exports (€ 000)", "EUR", 3},
        {"Exports (EUR '000 000)", "EUR", 6}, {"Exports £000", "GBP", 3},
        {"Value [USD 000,000]", "USD", 6},
    };

    EXPECT_SAID(cases);
}

Test(layout_unit, letters_beside_the_currency_are_powers)
{
    static const struct said cases[] = {
        {"Exports ($m)", "USD", 6},  {"Exports (US$ m)", "USD", 6},
        {"EUR m", "EUR", 6},         {"M EUR", "EUR", 6},
        {"M US$", "USD", 6},         {"MM USD", "USD", 6},
        {"exports_mmusd", "USD", 6}, {"US$ MM", "USD", 6},
        {"K USD", "USD", 3},         {"US$B", "USD", 9},
        {"US$ bil.", "USD", 9},      {"exports_usd_m", "USD", 6},
        {"exports_usdm", "USD", 6},  {"Exports (A$m)", "AUD", 6},
        {"TEUR", "EUR", 3},          {"Exports (mrd €)", "EUR", 9},
        {"€bn", "EUR", 9},           {"MIO_EUR", "EUR", 6},
        {"THS_EUR", "EUR", 3},       {"exports_musd", "USD", 6},
    };

    EXPECT_SAID(cases);
}

Test(layout_unit, numbers_are_powers_of_ten_and_multiply)
{
    static const struct said cases[] = {
        {"USD 1,000,000", "USD", 6},
        {"Exports (1000000 USD)", "USD", 6},
        {"Exports (100,000 USD)", "USD", 5},
        {"Exports (1 000 EUR)", "EUR", 3},
        {"Exports (1.000 EUR)", "EUR", 3},
        {"USD x 1,000", "USD", 3},
        {"Exports (10^6 USD)", "USD", 6},
        {"Unit: 10 thousand yuan", "CNY", 4},
        {"Unit: 10,000 yuan", "CNY", 4},
        {"Unit: US$1,000", "USD", 3},
        {"100 million yuan", "CNY", 8},
        {"hundred thousand USD", "USD", 5},
        {"thousand million pesetas or EUR", "EUR", 9},
        {"miles de millones de dólares", "USD", 9},
        {"mil millones USD", "USD", 9},
        {"Exports (INR crore)", "INR", 7},
        {"Exports (lakh INR)", "INR", 5},
        {"单位：百万美元", "USD", 6},
        {"出口（千万元）", "CNY", 7},
        {"单位：10万元", "CNY", 5},
        {"万亿元", "CNY", 12},
        {"Exports (constant 2015 US$)", "USD", 0},
        {"Exports, HS 10 digits, USD", "USD", 0},
    };

    EXPECT_SAID(cases);
}

Test(layout_unit, powers_are_words_and_no_parts_of_words)
{
    static const struct said cases[] = {
        {"Exports to Vietnam (USD)", "USD", 0},
        {"Value with partner, EUR", "EUR", 0},
        {"Exports of autumn fruit (USD)", "USD", 0},
        {"Exports (millions EUR)", "EUR", 6},
        {"Exportations (millions d'euros)", "EUR", 6},
        {"in thousands of US dollars", "USD", 3},
        {"US dollars, billions", "USD", 9},
        {"Ausfuhr in Millionen Euro", "EUR", 6},
        {"Exportações (milhões de reais)", "BRL", 6},
        {"Mrd. Euro", "EUR", 9},
        {"milliards d'euros", "EUR", 9},
        {"Billionen Euro", "EUR", 12},
        {"million USD (mn)", "USD", 6},
    };

    EXPECT_SAID(cases);
}

/* A dollar of another country, yuan that are something else, a part of a name. */
Test(layout_unit, currencies_are_those_that_are_meant)
{
    static const struct said cases[] = {
        {"million Canadian dollars", "CAD", 6},
        {"Australian dollars, millions", "AUD", 6},
        {"Hong Kong dollar (thousand)", "HKD", 3},
        {"New Zealand dollars", "NZD", 0},
        {"current U.S. dollars", "USD", 0},
        {"HK$ million", "HKD", 6},
        {"S$ million", "SGD", 6},
        {"U.S.$ million", "USD", 6},
        {"出口（万欧元）", "EUR", 4},
        {"进口（亿港元）", "HKD", 8},
        {"亿美元", "USD", 8},
        {"百万日元", "JPY", 6},
        {"人民币 亿元", "CNY", 8},
        {"Exports to Europe (USD mn)", "USD", 6},
        {"Exports to Hong Kong SAR (USD mn)", "USD", 6},
        {"Exports to Saudi Arabia, EUR", "EUR", 0},
    };

    EXPECT_SAID(cases);
}

Test(layout_unit, what_can_be_read_in_two_ways_says_nothing)
{
    static const char *const texts[] = {
        "US$ mil",
        "USD mil.",
        "Exports (¥ million)",
        "Exports to Europe",
        "Saudi riyal",
        "Fijian dollars",
        "B$ million",
        "million USD or 1000 USD",
        "韩国单元",
        "USD or EUR",
        "Egyptian pounds",
    };

    EXPECT_NOTHING(texts);
}

/* What the unit of a heading is written as takes nothing from what the column is. */
Test(layout_unit, a_heading_with_its_unit_is_a_column_of_figures)
{
    static const struct said cases[] = {
        {"Exports (millions EUR)", "EUR", 6},
        {"Exportations (millions d'euros)", "EUR", 6},
        {"Exports US$ thousands", "USD", 3},
        {"Exports (US dollars, in thousands)", "USD", 3},
        {"Exports (US$ 000s)", "USD", 3},
        {"Exports, A$m", "AUD", 6},
        {"Exports (USD x 1000)", "USD", 3},
        {"Exports £000", "GBP", 3},
        {"Exports (10^6 USD)", "USD", 6},
        {"Exports (INR crore)", "INR", 7},
        {"Exports (million Canadian dollars)", "CAD", 6},
        {"exports_usd_m", "USD", 6},
        {"Ausfuhr (TEUR)", "EUR", 3},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};
        struct dataset dataset = {0};
        struct diag_list diags = {.arena = &arena};
        char text[128];
        snprintf(text, sizeof(text), "Year;%s\n2023;12\n2024;13\n", cases[i].text);
        cr_expect_eq(load_bytes("t.csv", text, strlen(text), &load_limits_default,
                                &dataset, &diags),
                     LOAD_OK, "%s", cases[i].text);
        cr_assert_eq(dataset.measure_count, 1, "%s", cases[i].text);
        cr_expect_str_eq(dataset.measure[0].id, "exports", "%s", cases[i].text);
        cr_expect_str_eq(dataset.measure[0].unit.code, cases[i].code, "%s",
                         cases[i].text);
        cr_expect_eq(dataset.measure[0].unit.scale, cases[i].scale, "%s",
                     cases[i].text);
        dataset_close(&dataset);
        arena_clear(&arena);
    }
}
