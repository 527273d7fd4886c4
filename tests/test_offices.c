/*
 * Tables of statistical offices and of collections that many work with: whose columns
 * are what, which rows are left out, and what is never added up. All figures are made
 * up.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include "core/query/frame.h"

#include <criterion/criterion.h>
#include <string.h>

static void load(struct loaded *loaded, const char *text)
{
    loaded_bytes(loaded, "t", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
    expect_round_trip(&loaded->dataset, text);
}

static const struct member *member_of(const struct dataset *dataset, const char *id,
                                      const char *code)
{
    size_t d = dataset_dimension(dataset, id);
    const struct dimension *dimension;
    uint32_t number;

    cr_assert_neq(d, SIZE_MAX, "no dimension %s", id);
    dimension = &dataset->dimension[d];
    number = dict_find(&dimension->codes, code, strlen(code));
    cr_assert_neq(number, DICT_NONE, "no %s", code);
    return &dimension->members[number];
}

/* The dimension has this member, with this name. */
static void expect_name(const struct dataset *dataset, const char *id, const char *code,
                        const char *name)
{
    cr_expect_str_eq(label_pick(&member_of(dataset, id, code)->name, "en"), name);
}

/* "UN Comtrade" by UNdata: flows in words, the whole as TOTAL, chapters by digits. */
Test(offices, undata)
{
    struct loaded loaded;

    load(&loaded,
         "Country or Area,Year,Comm. Code,Commodity,Flow,Trade (USD),Weight (kg)\n"
         "Albania,2016,TOTAL,ALL COMMODITIES,Import,94,\n"
         "Albania,2016,010290,\"Bovine animals, live\",Import,24,11\n"
         "Albania,2016,010290,\"Bovine animals, live\",Export,3,1\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "010290", "2016").number,
                 24);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "010290", "2016").number, 3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "TOTAL", "2016").number, 94);
    cr_expect_str_eq(loaded.dataset.unit.code, "USD");
    cr_expect_str_eq(label_pick(&loaded.dataset.reporter, "en"), "Albania");
    expect_name(&loaded.dataset, "product", "010290", "Bovine animals, live");
    loaded_close(&loaded);
}

/* Africa stands beside Algeria and is a group; the world is the whole. */
Test(offices, unctad)
{
    struct loaded loaded;

    load(&loaded, "Year,Economy,Economy Label,Partner,Partner Label,Flow,Flow Label,US "
                  "dollars at "
                  "current prices in millions,Percentage of total world\n"
                  "2022,156,China,0000,World,01,Imports,27,10\n"
                  "2022,156,China,0000,World,02,Exports,36,11\n"
                  "2022,156,China,5100,Africa,02,Exports,5,1\n"
                  "2022,156,China,012,Algeria,02,Exports,2,1\n"
                  "2022,156,China,012,Algeria,03,Balance,1,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "0000", "2022").number,
                 36e6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "0000", "2022").number,
                 27e6);
    cr_expect(member_of(&loaded.dataset, "partner", "5100")->is_group);
    cr_expect_not(member_of(&loaded.dataset, "partner", "012")->is_group);
    cr_expect_not(member_of(&loaded.dataset, "partner", "0000")->is_group);
    loaded_close(&loaded);
}

/* Trade with the EU and with others are flows of their own. */
Test(offices, hmrc)
{
    struct loaded loaded;

    load(&loaded, "MonthId,FlowTypeId,FlowTypeDescription,Cn8Code,CountryCodeAlpha,"
                  "CountryName,Value,NetMass,SuppUnit\n"
                  "202402,1,EU Imports,01012100,DE,Germany,5,1,\n"
                  "202402,2,EU Exports,01012100,DE,Germany,6,1,\n"
                  "202402,3,Non-EU Imports,01012100,US,United States,7,1,\n"
                  "202402,4,Non-EU Exports,01012100,US,United States,8,1,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "DE", "2024-02").number, 5);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "DE", "2024-02").number, 6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "US", "2024-02").number, 7);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "US", "2024-02").number, 8);
    cr_expect_str_eq(loaded.dataset.unit.code, "GBP");
    loaded_close(&loaded);
}

/* What is adjusted and what is not is never added, an index is no amount, and the
 * power of ten is that of the row. */
Test(offices, statistics_canada)
{
    static const char text[] =
        "\"REF_DATE\",\"GEO\",\"Trade\",\"Seasonal adjustment\",\"Principal trading "
        "partners\",\"UOM\",\"SCALAR_FACTOR\",\"VECTOR\",\"VALUE\",\"STATUS\"\n"
        "2024-01,Canada,Import,Unadjusted,All countries,Dollars,millions,v1,9.5,\n"
        "2024-01,Canada,Import,Unadjusted,China,Dollars,thousands,v2,2500,\n"
        "2024-01,Canada,Import,Unadjusted,Peru,Dollars,millions,v3,,x\n"
        "2024-01,Canada,Export,Unadjusted,China,Dollars,units,v4,7,\n"
        "2024-01,Canada,Trade Balance,Unadjusted,China,Dollars,millions,v5,1,\n"
        "2024-01,Canada,Import,Seasonally adjusted,China,Dollars,millions,v6,3,\n"
        "2024-01,Canada,Import,Unadjusted,China,\"Index, 2017=100\",units,v7,101,\n";
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    double sum = 0;

    load(&loaded, text);
    cr_expect(
        dataset->dimension[dataset_dimension(dataset, "seasonal_adjustment")].is_apart);
    cr_expect_str_eq(dataset->unit.code, "CAD");
    cr_expect_eq(dataset->fates.used, 5);
    cr_expect_eq(dataset->fates.other, 2);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct value value =
            dataset_value(dataset, dataset_measure(dataset, "imports"), i);
        if (value.absence == ABSENCE_NONE)
            sum += value.number;
    }
    cr_expect_eq(sum, 9.5e6 + 2.5e6 + 3e6);
    cr_expect_str_eq(member_of(dataset, "partner", "China")->code, "China");
    loaded_close(&loaded);
}

/* Quantities have units of their own, and China is beside its parts no part. */
Test(offices, faostat)
{
    static const char head[] = "Reporter Country Code (M49),Reporter Countries,Partner "
                               "Country Code (M49),Partner Countries,Item Code,Item,"
                               "Element,Year,Unit,Value,Flag\n";
    static const char rows[] =
        "'076,Brazil,'156,China,236,Soya beans,Export value,2022,1000 USD,40,A\n"
        "'076,Brazil,'156,China,236,Soya beans,Export quantity,2022,t,99,A\n"
        "'076,Brazil,'392,Japan,236,Soya beans,Export value,2022,1000 US$,5,A\n";
    static const char mainland[] = "'076,Brazil,'159,\"China, mainland\",236,Soya "
                                   "beans,Export value,2022,1000 USD,38,A\n";
    char text[2000];
    struct loaded loaded;

    snprintf(text, sizeof(text), "%s%s", head, rows);
    load(&loaded, text);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2022").number,
                 40e3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "Japan", "2022").number,
                 5e3);
    cr_expect_not(member_of(&loaded.dataset, "partner", "China")->is_group);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    loaded_close(&loaded);
    snprintf(text, sizeof(text), "%s%s%s", head, rows, mainland);
    load(&loaded, text);
    cr_expect(member_of(&loaded.dataset, "partner", "China")->is_group);
    loaded_close(&loaded);
}

/* Nobody knows which items are groups of others: none is added to another. */
Test(offices, faostat_without_partners)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded,
         "Area Code,Area Code (M49),Area,Item Code,Item Code "
         "(CPC),Item,Element,Year,Unit,Value,Flag,Note\n"
         "21,'076,Brazil,1944,'F1944,Cereals,Export value,2022,1000 USD,40,A,\n"
         "21,'076,Brazil,15,'0111,Wheat,Export value,2022,1000 USD,30,A,\n"
         "21,'076,Brazil,15,'0111,Wheat,Import quantity,2022,t,30,A,\n");
    cr_expect(dataset->dimension[dataset_dimension(dataset, "item")].is_apart);
    cr_expect_eq(loaded_figure(dataset, "exports", "Wheat", "2022").number, 30e3);
    loaded_close(&loaded);
}

/* Shares and counts stand in the same column as amounts. */
Test(offices, wits_summary)
{
    struct loaded loaded;

    load(&loaded,
         "Reporter,Partner,Product categories,Indicator Type,Indicator,2021,2022\n"
         "China,United States,All Products,Export,Trade (US$ Mil)-Top 5 Export "
         "Partner,577,582.5\n"
         "China,United States,All Products,Export,Partner share(%)-Top 5 Export "
         "Partner,17,16\n"
         "China,United States,All Products,Import,Trade (US$ Mil)-Top 5 Import "
         "Partner,,177\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2021").number, 577e6);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    cr_expect_str_eq(loaded.dataset.unit.code, "USD");
    loaded_close(&loaded);
}

/* Lines of statuses have the same codes as their figures. */
Test(offices, imf_by_period)
{
    struct loaded loaded;

    load(&loaded,
         "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country "
         "Name,Counterpart Country Code,Attribute,2021,2022,\n"
         "China,924,Exports,TXG_FOB_USD,Japan,158,Value,165,172,\n"
         "China,924,Exports,TXG_FOB_USD,Japan,158,Status,,E,\n"
         "China,924,Imports,TMG_CIF_USD,Japan,158,Value,205,184,\n"
         "China,924,Imports,TMG_CIF_USD,World,001,Value,2684,2707,\n"
         "China,924,Balance,TBG_USD,Japan,158,Value,-40,-12,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "158", "2022").number, 172);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "158", "2021").number, 205);
    cr_expect_eq(loaded.dataset.fates.other, 2);
    expect_name(&loaded.dataset, "partner", "158", "Japan");
    loaded_close(&loaded);
}

Test(offices, imf_by_indicator)
{
    struct loaded loaded;

    load(
        &loaded,
        "Country Name,Country Code,Counterpart Country Name,Counterpart Country "
        "Code,Time Period,\"Goods, Value of Exports, Free on board (FOB), US Dollars "
        "(TXG_FOB_USD)\",\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US "
        "Dollars (TMG_CIF_USD)\"\n"
        "China,924,Japan,158,2022M01,14,15\n"
        "China,924,World,001,2022M01,327,242\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "158", "2022-01").number,
                 14);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "158", "2022-01").number,
                 15);
    loaded_close(&loaded);
}

static size_t members(const struct dataset *dataset, const char *dimension)
{
    size_t d = dataset_dimension(dataset, dimension);

    return d == SIZE_MAX ? 0 : dataset->dimension[d].member_count;
}

/* A country beside a partner is the reporter, unless each is the other's name. */
Test(offices, a_country_beside_a_partner)
{
    static const struct {
        const char *text;
        size_t reporters; /* 0: no dimension */
        const char *name; /* of the partner DEU; NULL: none */
    } cases[] = {
        {"Country,Partner,Year,Exports (USD),Imports (USD)\n"
         "FRA,DEU,2022,100,90\nFRA,ITA,2022,80,70\nESP,DEU,2022,88,104\n",
         2, NULL},
        {"Country Code,Country,Partner Code,Partner,Year,Exports (USD)\n"
         "FRA,France,DEU,Germany,2022,100\nESP,Spain,DEU,Germany,2022,90\n"
         "ESP,Spain,ITA,Italy,2022,90\n",
         2, "Germany"},
        {"Partner,Country,Year,Exports (USD)\n"
         "DEU,Germany,2021,100\nITA,Italy,2021,70\nDEU,Germany,2022,100\n",
         0, "Germany"},
        {"Country,Partner,Year,Exports (USD)\n"
         "Germany,DEU,2022,100\nItaly,ITA,2022,70\n",
         0, "Germany"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        const char *name;
        load(&loaded, cases[i].text);
        cr_expect_eq(members(&loaded.dataset, "reporter"), cases[i].reporters, "%s",
                     cases[i].text);
        name =
            dataset_dimension(&loaded.dataset, "partner") == SIZE_MAX
                ? NULL
                : label_pick(&member_of(&loaded.dataset, "partner", "DEU")->name, "en");
        cr_expect(cases[i].name ? name && strcmp(name, cases[i].name) == 0
                                : !name || strcmp(name, "DEU") == 0,
                  "%s: %s", cases[i].text, name ? name : "none");
        loaded_close(&loaded);
    }
}

/* The code of a product and what it is called, not two things. */
Test(offices, a_commodity_beside_its_code)
{
    struct loaded loaded;

    load(&loaded, "HSCode,Commodity,value (USD),country,year\n"
                  "02,Meat,5,AFGHANISTAN,2018\n"
                  "03,Fish,6,AFGHANISTAN,2018\n");
    expect_name(&loaded.dataset, "product", "02", "Meat");
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    loaded_close(&loaded);
}

/* A quarter beside a year is a part of the period, and nothing is added up twice. */
Test(offices, quarters_in_a_column_of_their_own)
{
    static const char *const texts[] = {
        "Year,Quarter,Exports (USD),Imports (USD)\n2022,Q1,5,6\n2022,Q2,7,8\n",
        "Year,Quarter,Exports (USD),Imports (USD)\n2022,1,5,6\n2022,2,7,8\n",
        ("Jahr;Quartal;Ausfuhr (USD);Einfuhr (USD)\n2022;1. Quartal;5;6\n"
         "2022;2. Quartal;7;8\n"),
        "Year,Quarter,Exports (USD),Imports (USD)\n2022,2022Q1,5,6\n2022,2022Q2,7,8\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.dimension_count, 0, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022-Q1").number,
                     5, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2022-Q2").number,
                     8, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

/* Beside months it says nothing more. */
Test(offices, quarters_beside_months)
{
    struct loaded loaded;

    load(&loaded, "Year,Quarter,Month,Exports (USD)\n2022,Q1,1,5\n2022,Q1,2,7\n");
    cr_expect_eq(loaded.dataset.dimension_count, 0);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022-02").number, 7);
    loaded_close(&loaded);
}

/* Names of rows say the flow, and what is no flow is left out. */
Test(offices, a_row_for_each_series)
{
    static const char *const texts[] = {
        ",2021,2022\nExports (USD bn),3362,3544\nImports (USD bn),2684,2707\n"
        "Balance (USD bn),678,837\n",
        "USD bn,2021,2022\nTotal exports,3362,3544\nGoods imports,2684,2707\n"
        "Balance,678,837\n",
        "Unit: USD bn\nIndicator;2021;2022\nExports of goods;3362;3544\n"
        "Imports of goods;2684;2707\nExports, % of GDP;20;21\n",
        "\xe6\x8c\x87\xe6\xa0\x87,2021,2022\n"
        "\xe5\x87\xba\xe5\x8f\xa3\xe9\xa2\x9d(USD bn),3362,3544\n"
        "\xe8\xbf\x9b\xe5\x8f\xa3\xe9\xa2\x9d(USD bn),2684,2707\n"
        "\xe5\xb7\xae\xe9\xa2\x9d(USD bn),678,837\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load(&loaded, texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022").number,
                     3544e9, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2021").number,
                     2684e9, "%s", texts[i]);
        cr_expect_eq(loaded.dataset.measure_count, 2);
        cr_expect_eq(loaded.dataset.fates.other, 1, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

/* Re-exports and exports of services are other flows; a part is no whole. */
Test(offices, series_of_parts_are_left_out)
{
    struct loaded loaded;

    load(&loaded, "Series,2021,2022\nExports (USD),10,20\nDomestic exports (USD),6,12\n"
                  "Re-exports (USD),4,8\nExports of services (USD),1,2\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022").number, 20);
    cr_expect_eq(loaded.dataset.fates.other, 3);
    loaded_close(&loaded);
}

/* Headings say the flow; whose they are by the other end of the trade. */
Test(offices, trade_map)
{
    struct loaded loaded;

    load(&loaded, "Importers,Exported value in 2022,Exported value in 2023,\n"
                  "World,100,120,\nUnited States of America,60,70,\n\"Hong Kong, "
                  "China\",40,50,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "World", "2023").number,
                 120e3);
    cr_expect_eq(dataset_dimension(&loaded.dataset, "partner"), 0);
    cr_expect_eq(dataset_measure(&loaded.dataset, "imports"), SIZE_MAX);
    loaded_close(&loaded);
    load(&loaded, "Importers\tImported value in 2024-M03\tImported value in 2024-M04\n"
                  "World\t100\t120\nGermany\t60\t70\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "Germany", "2024-04").number,
                 70e3);
    cr_expect_eq(dataset_dimension(&loaded.dataset, "reporter"), 0);
    loaded_close(&loaded);
    load(&loaded, "Product code,Product label,Exported value in 2022,Exported value in "
                  "2023\n'TOTAL,All products,100,120\n'01,Live animals,60,70\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "01", "2023").number, 70e3);
    expect_name(&loaded.dataset, "product", "01", "Live animals");
    loaded_close(&loaded);
}

/* What a person looks for is a name, so what has none but its code has that. */
Test(offices, a_code_without_a_name_is_its_own)
{
    static const char *const texts[] = {
        "period,partner,exports (USD)\n2022,Alpha one,1\n2022,Beta,2\n",
        "period,country,exports (USD)\n2022,Alpha one,1\n2022,Beta,2\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load(&loaded, texts[i]);
        expect_name(&loaded.dataset, "partner", "Alpha one", "Alpha one");
        loaded_close(&loaded);
    }
}

/* A flow and a period in one heading, or in two rows of headings. */
Test(offices, headings_of_a_flow_and_a_period)
{
    static const char *const texts[] = {
        ("Country,Exports 2022 (USD),Imports 2022 (USD),Exports 2023 (USD),Imports "
         "2023 "
         "(USD)\nChina,1,2,3,4\nJapan,5,6,7,8\n"),
        (",2022,,2023,\nCountry,Exports (USD),Imports (USD),Exports (USD),Imports "
         "(USD)\n"
         "China,1,2,3,4\nJapan,5,6,7,8\n"),
        ("Country,2022 exports (USD),2023 exports (USD),2022 imports (USD),2023 "
         "imports "
         "(USD)\nChina,1,3,2,4\nJapan,5,7,6,8\n"),
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        const struct dataset *dataset = &loaded.dataset;
        load(&loaded, texts[i]);
        cr_expect_eq(loaded_figure(dataset, "exports", "China", "2022").number, 1);
        cr_expect_eq(loaded_figure(dataset, "imports", "China", "2022").number, 2);
        cr_expect_eq(loaded_figure(dataset, "exports", "Japan", "2023").number, 7);
        cr_expect_eq(loaded_figure(dataset, "imports", "Japan", "2023").number, 8);
        cr_expect_eq(dataset->observation_count, 4);
        cr_expect_str_eq(dataset->unit.code, "USD");
        loaded_close(&loaded);
    }
}

/* A share has no flow of its own, and two periods in a heading are a change. */
Test(offices, headings_of_other_things_than_flows_are_not_read)
{
    struct loaded loaded;

    load(&loaded,
         "Country,Exports 2022 (USD),Exports 2023 (USD),Exports 2023 (% of "
         "GDP),Exports 2022 to 2023 (USD)\nChina,1,3,20,99\nJapan,5,7,30,99\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2023").number, 3);
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    loaded_close(&loaded);
}

/* What a code is called does not take its place, and its digits tell what it holds; of
 * another system than the Harmonized one, that nothing is added. */
Test(offices, codes_beside_names_tell_what_is_a_part)
{
    static const char *const texts[] = {
        "Product code,Product,Year,Exports "
        "(USD)\n01,Animals,2022,10\n0101,Horses,2022,6\n"
        "0102,Bovine,2022,4\n",
        "NACE,Description,Year,Exports (USD)\nA,Agriculture,2022,10\nA01,Crops,2022,6\n"
        "A02,Forestry,2022,4\n",
        "HS,Product,Year,Exports (USD)\n1,Animals,2022,10\n101,Horses,2022,6\n"
        "102,Bovine,2022,4\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        const struct dimension *dimension;
        load(&loaded, texts[i]);
        dimension = &loaded.dataset.dimension[0];
        cr_assert_eq(loaded.dataset.dimension_count, 1, "%s", texts[i]);
        cr_expect(dimension->is_apart || (dimension->members[1].parent == 0 &&
                                          dimension->members[2].parent == 0),
                  "%s", texts[i]);
        cr_expect_eq(dimension->is_apart, i == 1, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

/* As months they would leave gaps; they are years, and that is said. */
Test(offices, fiscal_years)
{
    static const char *const texts[] = {
        "Year,Exports (USD),Imports (USD)\n2008-09,1,2\n2009-10,3,4\n2012-13,5,6\n",
        "Year,Exports (USD),Imports (USD)\n2008/09,1,2\n2009/10,3,4\n2012/13,5,6\n",
        ("Year,Exports (USD),Imports "
         "(USD)\n2008-2009,1,2\n2009-2010,3,4\n2012-2013,5,6\n"),
    };
    struct loaded loaded;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        load(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_YEAR);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2009").number, 3);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2012").number, 6);
        cr_expect_eq(loaded.dataset.note_count, 1);
        loaded_close(&loaded);
    }
    load(&loaded, "Country,flow,2009-10,2010-11,2011-12\nChina,exports,1,2,3\n"
                  "China,imports,4,5,6\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2010").number, 5);
    loaded_close(&loaded);
}

/* Other marks than letters are remarks, and no mistake. */
Test(offices, a_status_of_dots_is_no_mistake)
{
    struct loaded loaded;

    load(&loaded, "Period,Partner,Exports (USD),Flag\n2022,China,5,..\n2022,Peru,6,p\n"
                  "2022,Chad,,0s\n");
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2022").number, 5);
    loaded_close(&loaded);
}

/* Nothing is computed of two currencies, and each is said. */
Test(offices, two_currencies_have_no_balance)
{
    struct loaded loaded;
    struct arena arena = {0};
    struct query query;
    const struct frame *frame;

    load(&loaded, "Partner,Year,Exports (EUR mn),Imports (USD mn)\nUganda,2022,10,5\n"
                  "Chad,2022,3,4\n");
    query = query_new(&loaded.dataset);
    frame = frame_new(&loaded.dataset, &query, &arena);
    cr_expect_not(frame->has_imports);
    for (size_t i = 0; i < frame->column_count; i++)
        cr_expect_neq(frame->columns[i].spec.indicator, INDICATOR_BALANCE);
    arena_clear(&arena);
    loaded_close(&loaded);
}

/* One of them alone is a month like those around it. */
Test(offices, months_under_a_year_stay_months)
{
    static const char *const texts[] = {
        "Year,Exports (USD)\n2001-01,1\n2001-02,2\n2001-03,3\n",
        "Year,Exports (USD)\n2001-02,2\n2001-01,1\n2001-03,3\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.observation_count, 3, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2001-02").number,
                     2);
        loaded_close(&loaded);
    }
}
