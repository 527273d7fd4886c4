/*
 * Tables of customs and statistical offices whose quirks are in their rows: units that
 * the file does not say, continents among the partners, heads of two lines, remarks
 * behind the figures. Their figures are made up; what must come of them is by hand.
 */
#include "core/load/roles.h"
#include "core/query/query.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct member *partner(const struct dataset *dataset, const char *code)
{
    size_t number = dataset_dimension(dataset, "partner");
    const struct dimension *dimension;
    uint32_t member;

    cr_assert_neq(number, SIZE_MAX);
    dimension = &dataset->dimension[number];
    member = dict_find(&dimension->codes, code, strlen(code));
    cr_assert_neq(member, DICT_NONE, "%s", code);
    return &dimension->members[member];
}

static void expect_parent(const struct dataset *dataset, const char *code,
                          const char *parent)
{
    const struct dimension *dimension =
        &dataset->dimension[dataset_dimension(dataset, "partner")];
    const struct member *member = partner(dataset, code);

    cr_expect_str_eq(
        member->parent == MEMBER_NONE ? "" : dimension->members[member->parent].code,
        parent, "%s", code);
}

static double figure(const struct dataset *dataset, const char *measure,
                     const char *code, const char *period)
{
    return loaded_figure(dataset, measure, code, period).number;
}

Test(customs, china_has_levels_and_a_unit_by_row)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    const struct member *unknown;

    load_and_back(
        &loaded,
        "year,month,unit,order,level,continent,partner_en,partner_zh,exports_month,"
        "exports_ytd,imports_month,imports_ytd,total_month,total_ytd\n"
        "2024,8,cny_10000,1,total,,Total value,总值,30,300,15,150,45,450\n"
        "2024,8,cny_10000,2,continent,Asia,Asia,亚洲,30,300,13,130,43,430\n"
        "2024,8,cny_10000,3,partner,Asia,China,中国,,,3,30,3,30\n"
        "2024,8,cny_10000,4,partner,Asia,Vietnam,越南,29,290,10,100,39,390\n"
        "2024,8,cny_10000,5,residual,Asia,Other Asian countries,亚洲其他国家,1,10,0,0,"
        "1,10\n"
        "2024,8,cny_10000,6,residual,,Country unknown,国家不明,,,2,20,2,20\n"
        "2024,8,cny_10000,7,bloc,,ASEAN,东盟,29,290,10,100,39,390\n"
        "2024,9,usd_1000,1,total,,Total value,总值,40,340,20,170,60,510\n"
        "2024,9,usd_1000,2,continent,Asia,Asia,亚洲,40,340,20,150,60,490\n"
        "2024,9,usd_1000,4,partner,Asia,Vietnam,越南,40,330,20,120,60,450\n");
    cr_expect_str_eq(dataset->format, "China Customs");
    cr_expect_eq(figure(dataset, "exports", "Total value", "2024-08"), 300000);
    cr_expect_eq(figure(dataset, "exports_usd", "Total value", "2024-09"), 40000);
    cr_expect(strstr(loaded_message(&loaded), "some rows are in USD, not in CNY"));
    expect_parent(dataset, "Total value", "");
    expect_parent(dataset, "Asia", "Total value");
    expect_parent(dataset, "China", "Asia");
    expect_parent(dataset, "Other Asian countries", "Asia");
    cr_expect(partner(dataset, "Other Asian countries")->is_residual);
    unknown = partner(dataset, "Country unknown");
    cr_expect(unknown->is_residual);
    expect_parent(dataset, "Country unknown", "Total value");
    cr_expect(partner(dataset, "ASEAN")->is_group);
    cr_expect_str_eq(label_pick(&partner(dataset, "Vietnam")->name, "zh"), "越南");
    cr_expect_str_eq(label_pick(&partner(dataset, "Vietnam")->name, "en"), "Vietnam");
    loaded_close(&loaded);
}

Test(customs, china_as_published_has_a_head_of_two_lines)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded,
                  "（2）2024年12月进出口商品国别（地区）总值表（人民币值）,,,,,,\n"
                  ",,,,,,单位：万元人民币\n"
                  "进口原产国（地区）出口最终目的国（地区）,进出口,,出口,,进口,\n"
                  ",当月,1至当月累计,当月,1至当月累计,当月,1至当月累计\n"
                  "总值,300,3000,200,2000,100,1000\n亚洲,200,2000,130,1300,70,700\n"
                  "中国,20,200,-,-,20,200\n越南,180,1800,130,1300,50,500\n"
                  "欧洲,90,900,65,650,25,250\n德国,90,900,65,650,25,250\n"
                  "国别（地区）不详,10,100,5,50,5,50\n"
                  "东南亚国家联盟,180,1800,130,1300,50,500\n"
                  "注：东盟包括越南,,,,,,\n");
    cr_expect_eq(figure(dataset, "exports", "越南", "2024-12"), 1300000);
    cr_expect_eq(loaded_figure(dataset, "exports", "中国", "2024-12").absence,
                 ABSENCE_NOT_APPLICABLE);
    expect_parent(dataset, "中国", "亚洲");
    expect_parent(dataset, "德国", "欧洲");
    expect_parent(dataset, "国别（地区）不详", "总值");
    cr_expect(partner(dataset, "东南亚国家联盟")->is_group);
    cr_expect_eq(dataset->observation_count, 8);
    cr_expect_eq(dataset->note_count, 1);
    loaded_close(&loaded);
}

Test(customs, china_year_to_date_alone_is_known_as_that)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded, "\"Imports and Exports by Country, March 2024\",,\n"
                           "\"Unit: US$1,000\",,\n国家（地区）,出口累计,进口累计\n"
                           "总值,20,10\n越南,20,10\n");
    cr_expect(dataset->is_ytd);
    cr_expect_eq(figure(dataset, "exports", "总值", "2024-03"), 20000);
    cr_expect_str_eq(dataset->measure[0].unit.code, "USD");
    loaded_close(&loaded);
}

/* Who else has figures of the year to date is not China. */
Test(customs, months_and_years_to_date_of_others_are_not_those_of_china)
{
    struct loaded loaded;

    load_and_back(&loaded, "year,month,exports,exports_ytd,imports,imports_ytd\n"
                           "2024,1,5,5,4,4\n2024,2,6,11,5,9\n");
    cr_expect_str_eq(loaded.dataset.format, "table");
    loaded_close(&loaded);
}

/* Headings that any table has: the months and figures say whose it is, and that the
 * unit was taken from there is said. */
Test(customs, a_unit_that_goes_without_saying_is_told)
{
    static const struct {
        const char *text;
        const char *format;
        const char *code; /* of the partner, NULL for none */
        const char *currency;
        double exports;
    } cases[] = {
        {"\"Country\",\"Date\",Exports,Imports\n"
         "\"China, peoples' republic of\",\"2001.01\",1234,2345\n"
         "\"Japan\",\"2001.01\",5,6\n",
         "KOSIS", "Japan", "USD", 5000},
        {"Date;Exports;Imports\r\n2001/01;3456;2345\r\n2001/02;3400;2300",
         "Trade Statistics of Japan", NULL, "JPY", 3456000},
        {"Month;Exports;Imports;Balance\r\nJanuary 2001;1,187.5;8,427.5;-7,240.0",
         "US Census Bureau, web table", NULL, "USD", 1187500000},
    };
    struct loaded loaded;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct dataset *dataset = &loaded.dataset;
        load_and_back(&loaded, cases[i].text);
        cr_expect_str_eq(dataset->format, cases[i].format);
        cr_expect_str_eq(dataset->measure[0].unit.code, cases[i].currency);
        cr_expect_eq(figure(dataset, "exports", cases[i].code, "2001-01"),
                     cases[i].exports, "%s", cases[i].format);
        cr_expect(strstr(loaded_message(&loaded), "does not say its unit"), "%s",
                  loaded_message(&loaded));
        loaded_close(&loaded);
    }
}

Test(customs, the_same_headings_with_other_months_are_any_table)
{
    static const char *const texts[] = {
        "Country,Date,Exports,Imports\nJapan,2001-01,5,6\n",
        "Date;Exports;Imports\n2001-01;5;6\n",
        "Month;Exports;Imports;Balance\n2001-01;5.5;6.5;-1.0\n",
        "Month;Exports;Imports;Balance\nJanuary 2001;55;65;-10\n",
    };
    struct loaded loaded;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        load_and_back(&loaded, texts[i]);
        cr_expect_str_eq(loaded.dataset.format, "table", "%s", texts[i]);
        cr_expect_neq(loaded.dataset.measure[0].unit.kind, UNIT_CURRENCY);
        loaded_close(&loaded);
    }
}

Test(customs, atlas_of_economic_complexity_with_an_index_of_pandas)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded, ",year,location_code,hs_product_code,export_value\n"
                           "0,1995,aut,0101,43653866.43\n1,1995,bel,0101,100\n"
                           "2,1995,aut,0102,7\n");
    cr_expect_str_eq(dataset->format, "Atlas of Economic Complexity");
    cr_expect_eq(dataset->measure_count, 1);
    cr_expect_eq(figure(dataset, "exports", "bel", "1995"), 100);
    cr_expect_eq(dataset->dimension_count, 2);
    loaded_close(&loaded);
    load_and_back(&loaded, "Unnamed: 0,t,i,j,k,v,q\n0,2022,156,842,010121,5,1\n"
                           "1,2022,156,124,010121,6,NA\n");
    cr_expect_str_eq(dataset->format, "CEPII BACI");
    cr_expect_eq(figure(dataset, "exports", "124", "2022"), 6000);
    loaded_close(&loaded);
}

static bool is_noted(const struct dataset *dataset, const char *words)
{
    for (size_t i = 0; i < dataset->note_count; i++)
        if (strstr(label_pick(&dataset->notes[i], "en"), words))
            return true;
    return false;
}

/* 156 buys 7 of 842 and 4 of 392; 842 buys 5 of 156. */
Test(customs, baci_shows_the_importers_side_where_that_is_mapped)
{
    static const char text[] = "t,i,j,k,v,q\n2022,156,842,010121,5,1\n"
                               "2022,842,156,010121,7,1\n2022,392,156,010121,4,1\n";
    struct load_answers answers = {
        .map = {{role_find("reporter", 8), "j", 1, false},
                {role_find("partner", 7), "i", 1, false},
                {role_find("imports", 7), "v", 1, false}},
        .map_count = 3,
    };
    struct load_limits limits = load_limits_default;
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    double sum = 0;

    load_and_back(&loaded, text);
    cr_expect(is_noted(dataset, "--map=reporter=j,partner=i,imports=v"));
    loaded_close(&loaded);

    limits.answers = &answers;
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_not(is_noted(dataset, "--map"));
    cr_expect_eq(dataset->measure[0].valuation, VALUATION_FOB);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        size_t reporter = dataset_dimension(dataset, "reporter");
        uint32_t member = codes_get(&dataset->dimension[reporter].column, i);
        if (strcmp(dataset->dimension[reporter].members[member].code, "156") == 0)
            sum +=
                dataset_value(dataset, dataset_measure(dataset, "imports"), i).number;
    }
    cr_expect_eq(sum, 11000);
    loaded_close(&loaded);
}

Test(customs, world_bank_databank_both_ways)
{
    static const char *const texts[] = {
        "Series Name,Series Code,Country Name,Country Code,2010 [YR2010],2011 "
        "[YR2011]\n"
        "Exports,TX.VAL.MRCH.CD.WT,China,CHN,1577754000000,..\n"
        "GDP growth,NY.GDP.MKTP.KD.ZG,China,CHN,10.6,9.6\n"
        "Imports,TM.VAL.MRCH.CD.WT,China,CHN,1396247000000,1743484000000\n,,,,,\n"
        "Data from database: World Development Indicators,,,,,\n"
        "Last Updated: 01/30/2024,,,,,\n",
        "Time,Time Code,Country Name,Country Code,Exports [TX.VAL.MRCH.CD.WT],"
        "GDP growth [NY.GDP.MKTP.KD.ZG],Imports [TM.VAL.MRCH.CD.WT]\n"
        "2010,YR2010,China,CHN,1577754000000,10.6,1396247000000\n"
        "2011,YR2011,China,CHN,..,9.6,1743484000000\n\n\n"
        "Data from database: World Development Indicators\nLast Updated: 01/30/2024\n",
    };
    struct loaded loaded;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const struct dataset *dataset = &loaded.dataset;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(figure(dataset, "exports", NULL, "2010"), 1577754000000);
        cr_expect_eq(loaded_figure(dataset, "exports", NULL, "2011").absence,
                     ABSENCE_NOT_AVAILABLE);
        cr_expect_eq(figure(dataset, "imports", NULL, "2011"), 1743484000000);
        cr_expect_eq(dataset->measure_count, 2);
        cr_expect_eq(dataset->note_count, 2);
        cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], i == 0 ? 1 : 0);
        loaded_close(&loaded);
    }
}

static const char beside[] =
    "year,month,exports_month,imports_month,total_month,exports_ytd,imports_ytd,"
    "total_ytd\n"
    "2023,12,9,5,14,90,50,140\n"
    "2024,1,10,6,16,10,6,16\n2024,2,20,7,27,30,13,43\n2024,3,30,8,38,61,21,82\n";

Test(customs, what_china_states_of_the_year_to_date_is_a_fact_beside_the_months)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    const struct fact *fact;

    load_and_back(&loaded, beside);
    cr_assert_eq(dataset->observation_count, 4);
    cr_expect_not(dataset->is_ytd);
    cr_expect_eq(dataset_value(dataset, 0, 3).number, 30);
    /* Exports and imports of both years, up to the last month. */
    cr_assert_eq(dataset->fact_count, 4);
    fact = &dataset->facts[2];
    cr_expect_str_eq(fact->measure, "exports");
    cr_expect_str_eq(fact->period, "2024-01..03");
    cr_expect_eq(fact->value, 61);
    cr_expect_eq(dataset->facts[3].value, 21);
    cr_expect_str_eq(dataset->facts[0].period, "2023-01..12");
    loaded_close(&loaded);
}

Test(customs, only_the_whole_states_the_year_to_date)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded,
                  "year,month,unit,partner_en,partner_zh,exports_month,exports_ytd,"
                  "imports_month,imports_ytd\n"
                  "2024,8,usd_1000,Total value,总值,30,300,15,150\n"
                  "2024,8,usd_1000,Asia,亚洲,30,300,15,150\n"
                  "2024,8,usd_1000,Vietnam,越南,30,300,15,150\n");
    cr_assert_eq(dataset->fact_count, 2);
    cr_expect_eq(dataset->facts[0].value, 300);
    cr_expect_str_eq(dataset->facts[0].unit.code, "USD");
    cr_expect_eq(dataset->facts[0].unit.scale, 3);
    cr_expect_str_eq(dataset->facts[0].period, "2024-01..08");
    loaded_close(&loaded);
}

Test(customs, a_first_row_without_its_month_keeps_what_it_states)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded,
                  "year,month,unit,partner_en,partner_zh,exports_month,exports_ytd,"
                  "imports_month,imports_ytd\n"
                  "2024,2,usd_1000,Total value,总值,-,300,-,150\n"
                  "2024,2,usd_1000,Vietnam,越南,-,290,-,100\n"
                  "2024,2,usd_1000,Japan,日本,-,10,-,50\n"
                  "2024,3,usd_1000,Total value,总值,100,400,50,200\n"
                  "2024,3,usd_1000,Vietnam,越南,90,380,40,140\n"
                  "2024,3,usd_1000,Japan,日本,10,20,10,60\n");
    cr_expect(dataset->is_ytd);
    cr_expect_eq(figure(dataset, "exports", "Total value", "2024-02"), 300000);
    cr_expect_eq(figure(dataset, "imports", "Japan", "2024-02"), 50000);
    /* No level of continents, which would be empty, between the total and them. */
    cr_assert_eq(dataset->dimension[0].level_count, 2);
    cr_expect_str_eq(dataset->dimension[0].level[1], "country");
    loaded_close(&loaded);
}

/* Statistical packages write a point for what is missing. */
Test(customs, a_point_alone_is_a_figure_that_is_missing)
{
    struct loaded loaded;

    load_and_back(&loaded, "year,partner,exports (USD),imports (USD)\n"
                           "2022,CN,.,5\n2022,US,3,.\n2023,CN,4,6\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CN", "2022").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(figure(&loaded.dataset, "imports", "CN", "2023"), 6);
    cr_expect_eq(loaded.dataset.fates.figures, 0);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                 loaded_message(&loaded));
    loaded_close(&loaded);
}

/* 2023 is still to come. */
Test(customs, a_last_period_without_figures_is_not_what_opens)
{
    static const char text[] = "Partner,Flow,2021,2022,2023\n"
                               "CN,Exports,1,2,n/a\nUS,Exports,1,2,n/a\n";
    struct load_answers answers = {.unit = {UNIT_CURRENCY, "USD", 6}};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    limits.answers = &answers;
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.period_count, 3);
    cr_expect_eq(loaded.dataset.empty_count, 1);
    cr_expect_eq(period_year(query_new(&loaded.dataset).period), 2022);
    loaded_close(&loaded);
}

Test(customs, a_unit_alone_above_the_table_is_its_unit)
{
    struct loaded loaded;

    load_and_back(&loaded, "(US$ million)\nyear,partner,exports,imports\n"
                           "2022,CN,1,5\n2023,CN,4,6\n");
    cr_expect_str_eq(loaded.dataset.unit.kind ? loaded.dataset.unit.code
                                              : loaded.dataset.measure[0].unit.code,
                     "USD");
    cr_expect_eq(loaded.dataset.measure[0].unit.scale, 6);
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 1).number, 4e6);
    loaded_close(&loaded);
    load_and_back(&loaded,
                  "(US$ million)\n(US$ thousand)\nyear,partner,exports,imports\n"
                  "2022,CN,1,5\n2023,CN,4,6\n");
    cr_expect(strstr(loaded_message(&loaded), "does not say its unit"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}
