/*
 * Tables of other publishers: headings, flows, units, numbers, members.
 */
#include "core/base/arena.h"
#include "core/load/layout.h"
#include "core/load/load.h"

#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Test(layout, headings_tell_the_unit)
{
    static const struct {
        const char *heading;
        const char *code;
        int scale;
    } cases[] = {
        {"Exports (million USD)", "USD", 6},
        {"exports_musd", "USD", 6},
        {"Value, 1000 US$", "USD", 3},
        {"出口（亿元）", "CNY", 8},
        {"进口（万美元）", "USD", 4},
        {"imports_cny_100m", "CNY", 8},
        {"Imports, EUR", "EUR", 0},
        {"exports, thousand yen", "JPY", 3},
        {"Exports, RMB 100 million", "CNY", 8},
        {"exports_kusd", "USD", 3},
        {"Exports (PLN mn)", "PLN", 6},
        {"imports_sek", "SEK", 0},
        {"Wert in CZK, 1000", "CZK", 3},
    };
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct unit unit = {0};
        cr_expect(layout_unit(cases[i].heading, &unit, &arena), "%s", cases[i].heading);
        cr_expect_str_eq(unit.code, cases[i].code, "%s", cases[i].heading);
        cr_expect_eq(unit.scale, cases[i].scale, "%s", cases[i].heading);
    }
    arena_clear(&arena);
}

/* Codes of currencies that are words besides are words. */
Test(layout, words_of_headings_are_no_units)
{
    static const char *const headings[] = {"Exports, all", "top exports", "Exports",
                                           "Wholesale", "Import index"};
    struct arena arena = {0};
    struct unit unit = {0};

    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
        cr_expect_not(layout_unit(headings[i], &unit, &arena), "%s", headings[i]);
    arena_clear(&arena);
}

static enum load_result load(const char *text, struct dataset *dataset,
                             struct diag_list *diags)
{
    enum load_result result =
        load_bytes("t.csv", text, strlen(text), &load_limits_default, dataset, diags);

    if (result == LOAD_OK)
        expect_round_trip(dataset, text);
    return result;
}

static const char comtrade[] =
    "\"TypeCode\",\"RefPeriodId\",\"Period\",\"ReporterISO\",\"ReporterDesc\","
    "\"FlowCode\",\"PartnerISO\",\"PartnerDesc\",\"CmdCode\",\"CmdDesc\","
    "\"PrimaryValue\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"M\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"51584018551\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"X\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"11475200000.5\",\r\n"
    "\"C\",\"20220101\",\"202201\",\"USA\",\"USA\",\"M\",\"W00\",\"World\","
    "\"TOTAL\",\"All\",\"99999999999\",\r\n"
    "\"C\",\"20220201\",\"202202\",\"USA\",\"USA\",\"RX\",\"CHN\",\"China\","
    "\"TOTAL\",\"All\",\"7\",\r\n";

/* Exports and imports of one key are one observation; the world is above its partners;
 * a single reporter and a single product are no dimensions. */
Test(layout, comtrade_is_read_as_it_comes)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(comtrade, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.dimension_count, 1);
    cr_expect_str_eq(dataset.dimension[0].id, "partner");
    cr_expect_str_eq(dataset.reporter_code, "USA");
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&dataset, "imports", "CHN", "2022-01").number,
                 51584018551.0);
    cr_expect_eq(loaded_figure(&dataset, "exports", "CHN", "2022-01").number,
                 11475200000.5);
    cr_expect_eq(loaded_figure(&dataset, "exports", "W00", "2022-01").absence,
                 ABSENCE_NO_ROW);
    cr_expect_eq(loaded_figure(&dataset, "re_exports", "CHN", "2022-02").number, 7);
    cr_expect_eq(dataset.measure[dataset_measure(&dataset, "imports")].valuation,
                 VALUATION_CIF);
    for (uint32_t i = 0; i < dataset.dimension[0].member_count; i++) {
        const struct member *member = &dataset.dimension[0].members[i];
        bool is_world = strcmp(member->code, "W00") == 0;
        cr_expect_eq(member->level, is_world ? 0 : 1);
        cr_expect_eq(member->parent == MEMBER_NONE, is_world);
    }
    cr_expect_str_eq(label_pick(&dataset.dimension[0].members[0].name, "en"), "China");
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* 010121 stands below 01, since 0101 is not in the file; codes keep their zeros. */
Test(layout, digits_of_product_codes_are_the_hierarchy)
{
    static const char text[] = "period,hs,exports_usd\n"
                               "2024,01,5\n2024,010121,2\n2024,0102,3\n2024,02,7\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const struct dimension *products;

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    products = &dataset.dimension[0];
    cr_expect_str_eq(products->members[0].code, "01");
    cr_expect_eq(products->members[1].parent, 0);
    cr_expect_eq(products->members[2].parent, 0);
    cr_expect_eq(products->members[3].parent, MEMBER_NONE);
    cr_expect_str_eq(products->level[products->members[1].level], "subheading");
    cr_expect_str_eq(products->level[products->members[3].level], "chapter");
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(layout, chinese_headings_and_long_tables_are_understood)
{
    static const char wide[] = "年份,国家,出口（亿元）,进口（亿元）\n"
                               "2023,日本,12.5,~\n2024,日本,13,9\n2024,法国,1,2\n";
    static const char longer[] = "Date;Country;Flow;Value (thousand EUR)\n"
                                 "2001.01;FRA;Export;1\n2001.01;FRA;Import;2\n"
                                 "2001.02;FRA;Export;3\n2001.01;DEU;Export;4\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(wide, &dataset, &diags), LOAD_OK);
    cr_expect_eq(loaded_figure(&dataset, "exports", "日本", "2023").number, 12.5e8);
    cr_expect_eq(loaded_figure(&dataset, "imports", "日本", "2023").absence,
                 ABSENCE_NOT_AVAILABLE);
    dataset_close(&dataset);
    cr_assert_eq(load(longer, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&dataset, "imports", "FRA", "2001-01").number, 2000);
    cr_expect_eq(loaded_figure(&dataset, "imports", "DEU", "2001-01").absence,
                 ABSENCE_NO_ROW);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* "exports_ytd" and "exports_growth" are not the exports. */
Test(layout, headings_that_go_on_are_something_else)
{
    static const char text[] = "year,month,exports_ytd,exports_month_usd,imports_usd\n"
                               "2024,2,30,20,5\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024-02").number, 20);
    dataset_close(&dataset);
    arena_clear(&arena);
}

static void expect_number(const char *cells, const char *decimal, double expected)
{
    struct load_answers answers = {.decimal = *decimal};
    struct load_limits limits = load_limits_default;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    struct value figure = value_missing(ABSENCE_UNREADABLE);
    const char *text =
        arena_printf(&arena, "year;exports_usd;imports_usd\n2024;%s;1\n", cells);

    limits.answers = &answers;
    if (load_bytes("t", text, strlen(text), &limits, &dataset, &diags) == LOAD_OK)
        figure = loaded_figure(&dataset, "exports", NULL, "2024");
    if (expected != expected)
        cr_expect_eq(figure.absence, ABSENCE_UNREADABLE, "%s", cells);
    else
        cr_expect_float_eq(figure.number, expected, 1e-9, "%s", cells);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* One comma before three digits may be either: only an answer settles it. */
Test(layout, commas_in_numbers_are_read_only_when_they_are_certain)
{
    double refused = strtod("nan", NULL);

    expect_number("1187.5", "", 1187.5);
    expect_number("1,187.5", "", 1187.5);
    expect_number("1,187,500", "", 1187500);
    expect_number("-1,187,500", "", -1187500);
    expect_number("4,51,070", "", 451070);
    expect_number("-12,31,608.75", "", -1231608.75);
    expect_number("1,00,00,000.5", "", 10000000.5);
    expect_number("12,4", "", 12.4);
    expect_number("1234,567", "", 1234.567);
    expect_number("1,187", "", refused);
    expect_number("1,187", ",", 1.187);
    expect_number("1,187", ".", 1187);
    expect_number("1,18,7", "", refused);
    expect_number("twelve", "", refused);
}

/* Used, refused and why; the rest of the table stands. */
Test(layout, rows_that_cannot_be_read_are_left_out_and_said)
{
    static const char text[] = "period,exports_usd\n2024-01,1\n2024-02\n2024-13,3\n"
                               "2024-03,x,\n2024-04,4,\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    char *printed = NULL;
    size_t size = 0;
    FILE *out;

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    out = open_memstream(&printed, &size);
    cr_expect_eq(dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024-03").absence,
                 ABSENCE_CONFIDENTIAL);
    diag_print(&diags, out);
    fclose(out);
    cr_expect_str_eq(
        printed, "t.csv: warning: 2 of 5 rows were left out\n"
                 "t.csv:3:1: warning: row left out: it has 1 fields, the head has 2\n"
                 "t.csv:4:1: warning: row left out: no period: '2024-13'\n");
    free(printed);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(layout, a_unit_that_is_not_said_is_not_guessed)
{
    static const char text[] = "period,exports\n2024,1\n";
    struct load_answers answers = {.unit = {UNIT_CURRENCY, "NZD", 6}};
    struct load_limits limits = load_limits_default;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect(strstr(diags.first->message, "--unit=USD:6"));
    cr_expect_eq(dataset.measure[0].unit.kind, UNIT_QUANTITY);
    dataset_close(&dataset);
    limits.answers = &answers;
    cr_assert_eq(load_bytes("t", text, strlen(text), &limits, &dataset, &diags),
                 LOAD_OK);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024").number, 1e6);
    cr_expect_str_eq(dataset.measure[0].unit.code, "NZD");
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* The same key twice with the same measure is a mistake, not a sum. */
Test(layout, a_key_given_twice_is_reported)
{
    static const char text[] = "period,flow,value_usd\n2024,X,1\n2024,M,2\n2024,X,3\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_BAD_DATA);
    cr_expect(
        strstr(diags.first->message, "at line 2; --repeats=add adds such rows up"),
        "%s", diags.first->message);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* World Bank, 2024: 3,576,765 and 2,587,234 million US dollars. */
Test(layout, years_may_be_columns_behind_a_preamble)
{
    static const char text[] =
        "\xef\xbb\xbf\"Data Source\",\"World Development Indicators\",\n\n"
        "\"Last Updated Date\",\"2023-03-01\",\n\n"
        "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\","
        "\"2023\",\"2024\",\n"
        "\"China\",\"CHN\",\"Exports\",\"TX.VAL.MRCH.CD.WT\",\"\","
        "\"3576765000000\",\n"
        "\"China\",\"CHN\",\"Imports\",\"TM.VAL.MRCH.CD.WT\",\"1\","
        "\"2587234000000\",\n"
        "\"China\",\"CHN\",\"People\",\"SP.POP.TOTL\",\"1\",\"2\",\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_str_eq(dataset.reporter_code, "CHN");
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024").number, 3576765e6);
    cr_expect_eq(loaded_figure(&dataset, "imports", NULL, "2024").number, 2587234e6);
    cr_expect_eq(loaded_figure(&dataset, "imports", NULL, "2023").number, 1);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2023").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(dataset.measure_count, 2);
    cr_expect(strstr(diags.first->message, "2 figures of other flows or indicators"));
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* UNIT_MULT is the power of ten of its row; labels are parted from codes; rows of D
 * delete and say nothing. */
Test(layout, sdmx_is_read_with_labels_and_multipliers)
{
    static const char text[] =
        "STRUCTURE;STRUCTURE_ID;ACTION;REPORTER: Reporter;PARTNER: Partner;"
        "FLOW: Flow;TIME_PERIOD: Time;OBS_VALUE: Value;UNIT_MULT: Multiplier;"
        "UNIT_MEASURE: Unit;OBS_STATUS: Status\n"
        "dataflow;A:B(1.0);I;DE: Germany;FR: France;2: Export;2024: 2024;12,4;6: "
        "Millions;EUR: Euro;P: Provisional\n"
        "dataflow;A:B(1.0);I;DE: Germany;FR: France;1: Import;2024: 2024;7;9: "
        "Billions;EUR: Euro;\n"
        "dataflow;A:B(1.0);D;DE: Germany;FR: France;1: Import;2023: 2023;-;;;\n"
        "dataflow;A:B(1.0);I;DE: Germany;IT: Italy;1: Import;2024: 2024;;0: "
        "Units;EUR: Euro;M\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.dimension_count, 1);
    cr_expect_str_eq(label_pick(&dataset.reporter, "en"), "Germany");
    cr_expect_float_eq(loaded_figure(&dataset, "exports", "FR", "2024").number, 12.4e6,
                       1e-3);
    cr_expect_eq(loaded_figure(&dataset, "imports", "FR", "2024").number, 7e9);
    /* M: data cannot exist. */
    cr_expect_eq(loaded_figure(&dataset, "imports", "IT", "2024").absence,
                 ABSENCE_NOT_APPLICABLE);
    cr_expect_str_eq(dataset.texts[ATTRIBUTE_FLAG]
                         .text[loaded_figure(&dataset, "exports", "FR", "2024").flag],
                     "P");
    cr_expect_eq(dataset.observation_count, 2);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* A column of text that makes keys double is a dimension; one that follows from another
 * is none. */
Test(layout, hidden_dimensions_are_found)
{
    static const char text[] = "year,partner_code,partner,exports_usd,basis,continent\n"
                               "2024,24,Angola,5,direct,Africa\n"
                               "2024,24,Angola,6,mirror,Africa\n"
                               "2024,76,Brazil,7,direct,America\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset.dimension_count, 2);
    cr_expect_neq(dataset_dimension(&dataset, "basis"), SIZE_MAX);
    cr_expect_eq(dataset_dimension(&dataset, "continent"), SIZE_MAX);
    cr_expect_str_eq(label_pick(&dataset.dimension[0].members[0].name, "en"), "Angola");
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* A month that another currency counts is a measure of its own, never added. */
Test(layout, a_row_may_tell_its_unit)
{
    static const char text[] = "period,unit,exports\n2024-08,cny_10000,5\n"
                               "2024-09,usd_1000,7\n2024-10,CNY million,1\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load(text, &dataset, &diags), LOAD_OK);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024-08").number, 50000);
    cr_expect_eq(loaded_figure(&dataset, "exports_usd", NULL, "2024-09").number, 7000);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024-10").number, 1e6);
    cr_expect_eq(loaded_figure(&dataset, "exports", NULL, "2024-09").absence,
                 ABSENCE_NO_ROW);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* One head and one row of each publisher, as their guides describe them. */
Test(layout, publishers_are_told_by_their_headings)
{
    static const struct {
        const char *text;
        const char *measure;
        const char *period;
        double number;
    } cases[] = {
        {"t,i,j,k,v,q\n2022,156,842,010121,7.5,1\n2022,156,36,010121,2,\n", "exports",
         "2022", 7500},
        {"REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR\n"
         "AT,AD,E,35069190,2,1,202402,65\nAT,FR,E,35069190,2,1,202402,5\n",
         "exports", "2024-02", 65},
        {"DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,"
         "STAT_REGIME,PERIOD,VALUE_IN_EUROS\n001,FR,0003,NL,I,99RRR100,1,1,200101,"
         "2580\n"
         "001,FR,0004,DE,I,99RRR100,1,1,200101,1\n",
         "imports", "2001-01", 2580},
        {"\"Indicator Category\",\"Indicator Code\",\"Reporting Economy Code\","
         "\"Partner Economy Code\",\"Unit\",\"Year\",\"Value Flag Code\",\"Value\"\n"
         "a,ITS_MTV_AX,156,840,Million US dollar,2020,E,12.5\n"
         "a,ITS_MTV_AX,156,000,Million US dollar,2020,,99\n",
         "exports", "2020", 12.5e6},
        {"ReporterISO3,PartnerISO3,ProductCode,Year,TradeFlowName,TradeValue in 1000 "
         "USD\n"
         "CHN,USA,Total,2020,Export,3\nCHN,FRA,Total,2020,Export,4\n",
         "exports", "2020", 3000},
        {"Entity,Code,Year,Exports of goods (US$)\nChina,CHN,2020,12\n"
         "France,FRA,2020,13\n",
         "exports_of_goods_us", "2020", 12},
        {"Classification,Year,Period,Trade Flow,Reporter ISO,Partner ISO,Commodity "
         "Code,Trade Value (US$)\nH4,2015,2015,Export,CHN,WLD,TOTAL,22\n"
         "H4,2015,2015,Export,CHN,FRA,TOTAL,2\n",
         "exports", "2015", 22},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct dataset dataset = {0};
        cr_assert_eq(load(cases[i].text, &dataset, &diags), LOAD_OK, "%s: %s",
                     cases[i].text, diags.first ? diags.first->message : "");
        cr_expect_eq(
            loaded_figure(&dataset, cases[i].measure, NULL, cases[i].period).number,
            cases[i].number, "%s", cases[i].text);
        dataset_close(&dataset);
        arena_clear(&arena);
    }
}
