/*
 * Tables that people make by themselves: what a heading is beside another, years and
 * quarters, flows in rows and in headings, codes with names. All figures are made up.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include "core/query/frame.h"

#include <criterion/criterion.h>
#include <string.h>

/* The dimension has this member, with this name. */
static void expect_name(const struct dataset *dataset, const char *id, const char *code,
                        const char *name)
{
    cr_expect_str_eq(label_pick(&loaded_member(dataset, id, code)->name, "en"), name);
}

static size_t members(const struct dataset *dataset, const char *dimension)
{
    size_t d = dataset_dimension(dataset, dimension);

    return d == SIZE_MAX ? 0 : dataset->dimension[d].member_count;
}

/* A country beside a partner is the reporter, unless each is the other's name. */
Test(hand_made, a_country_beside_a_partner)
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
        load_and_back(&loaded, cases[i].text);
        cr_expect_eq(members(&loaded.dataset, "reporter"), cases[i].reporters, "%s",
                     cases[i].text);
        name = dataset_dimension(&loaded.dataset, "partner") == SIZE_MAX
                   ? NULL
                   : label_pick(&loaded_member(&loaded.dataset, "partner", "DEU")->name,
                                "en");
        cr_expect(cases[i].name ? name && strcmp(name, cases[i].name) == 0
                                : !name || strcmp(name, "DEU") == 0,
                  "%s: %s", cases[i].text, name ? name : "none");
        loaded_close(&loaded);
    }
}

/* The code of a product and what it is called, not two things. */
Test(hand_made, a_commodity_beside_its_code)
{
    struct loaded loaded;

    load_and_back(&loaded, "HSCode,Commodity,value (USD),country,year\n"
                           "02,Meat,5,AFGHANISTAN,2018\n"
                           "03,Fish,6,AFGHANISTAN,2018\n");
    expect_name(&loaded.dataset, "product", "02", "Meat");
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    loaded_close(&loaded);
}

/* A quarter beside a year is a part of the period, and nothing is added up twice. */
Test(hand_made, quarters_in_a_column_of_their_own)
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
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.dimension_count, 0, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022-Q1").number,
                     5, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2022-Q2").number,
                     8, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

/* Beside months it says nothing more. */
Test(hand_made, quarters_beside_months)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Year,Quarter,Month,Exports (USD)\n2022,Q1,1,5\n2022,Q1,2,7\n");
    cr_expect_eq(loaded.dataset.dimension_count, 0);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022-02").number, 7);
    loaded_close(&loaded);
}

/* Names of rows say the flow, and what is no flow is left out. */
Test(hand_made, a_row_for_each_series)
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
        load_and_back(&loaded, texts[i]);
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
Test(hand_made, series_of_parts_are_left_out)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Series,2021,2022\nExports (USD),10,20\nDomestic exports (USD),6,12\n"
                  "Re-exports (USD),4,8\nExports of services (USD),1,2\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2022").number, 20);
    cr_expect_eq(loaded.dataset.fates.other, 3);
    loaded_close(&loaded);
}

/* What a person looks for is a name, so what has none but its code has that. */
Test(hand_made, a_code_without_a_name_is_its_own)
{
    static const char *const texts[] = {
        "period,partner,exports (USD)\n2022,Alpha one,1\n2022,Beta,2\n",
        "period,country,exports (USD)\n2022,Alpha one,1\n2022,Beta,2\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        expect_name(&loaded.dataset, "partner", "Alpha one", "Alpha one");
        loaded_close(&loaded);
    }
}

/* A flow and a period in one heading, or in two rows of headings. */
Test(hand_made, headings_of_a_flow_and_a_period)
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
        load_and_back(&loaded, texts[i]);
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
Test(hand_made, headings_of_other_things_than_flows_are_not_read)
{
    struct loaded loaded;

    load_and_back(
        &loaded, "Country,Exports 2022 (USD),Exports 2023 (USD),Exports 2023 (% of "
                 "GDP),Exports 2022 to 2023 (USD)\nChina,1,3,20,99\nJapan,5,7,30,99\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2023").number, 3);
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    loaded_close(&loaded);
}

/* What a code is called does not take its place, and its digits tell what it holds; of
 * another system than the Harmonized one, that nothing is added. */
Test(hand_made, codes_beside_names_tell_what_is_a_part)
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
        load_and_back(&loaded, texts[i]);
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
Test(hand_made, fiscal_years)
{
    static const char *const texts[] = {
        "Year,Exports (USD),Imports (USD)\n2008-09,1,2\n2009-10,3,4\n2012-13,5,6\n",
        "Year,Exports (USD),Imports (USD)\n2008/09,1,2\n2009/10,3,4\n2012/13,5,6\n",
        ("Year,Exports (USD),Imports "
         "(USD)\n2008-2009,1,2\n2009-2010,3,4\n2012-2013,5,6\n"),
    };
    struct loaded loaded;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.periods[0].frequency, FREQUENCY_YEAR);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2009").number, 3);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2012").number, 6);
        cr_expect_eq(loaded.dataset.note_count, 1);
        loaded_close(&loaded);
    }
    load_and_back(&loaded, "Country,flow,2009-10,2010-11,2011-12\nChina,exports,1,2,3\n"
                           "China,imports,4,5,6\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2010").number, 5);
    loaded_close(&loaded);
}

/* Other marks than letters are remarks, and no mistake. */
Test(hand_made, a_status_of_dots_is_no_mistake)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Period,Partner,Exports (USD),Flag\n2022,China,5,..\n2022,Peru,6,p\n"
                  "2022,Chad,,0s\n");
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2022").number, 5);
    loaded_close(&loaded);
}

/* Nothing is computed of two currencies, and each is said. */
Test(hand_made, two_currencies_have_no_balance)
{
    struct loaded loaded;
    struct arena arena = {0};
    struct query query;
    const struct frame *frame;

    load_and_back(&loaded,
                  "Partner,Year,Exports (EUR mn),Imports (USD mn)\nUganda,2022,10,5\n"
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
Test(hand_made, months_under_a_year_stay_months)
{
    static const char *const texts[] = {
        "Year,Exports (USD)\n2001-01,1\n2001-02,2\n2001-03,3\n",
        "Year,Exports (USD)\n2001-02,2\n2001-01,1\n2001-03,3\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.observation_count, 3, "%s", texts[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2001-02").number,
                     2);
        loaded_close(&loaded);
    }
}

/* What --print=csv writes of partners: the code, then the name. */
Test(hand_made, our_own_rows_have_their_names_again)
{
    static const char text[] =
        "partner,name,kind,period,unit,exports,exports_growth,imports,status\n"
        "USA,United States,member,2024,CNY,3733722280000,6.1,1164060880000,\n"
        "KOR,South Korea,member,2024,CNY,1041469440000,-0.5,1293094640000,\n";
    struct loaded loaded;

    loaded_bytes(&loaded, "rows.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_eq(dataset_dimension(&loaded.dataset, "name"), SIZE_MAX);
    expect_name(&loaded.dataset, "partner", "KOR", "South Korea");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "USA", "2024").number,
                 3733722280000);
    loaded_close(&loaded);
}
