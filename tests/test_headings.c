/*
 * Columns that are no amounts: percentages, indices, what others give, remarks.
 */
#include "core/load/layout.h"

#include "tests/loaded.h"
#include "tests/program.h"
#include "tests/round_trip.h"
#include "tests/sample.h"
#include "tui/lens.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(headings, say_what_stands_below_them)
{
    static const struct {
        const char *heading;
        enum heading_kind kind;
    } cases[] = {
        {"Exports of goods and services (% of GDP)", HEADING_PERCENT},
        {"Exports y/y", HEADING_PERCENT},
        {"Share", HEADING_PERCENT},
        {"Exports, growth", HEADING_PERCENT},
        {"进口同比", HEADING_PERCENT},
        {"Anteil in Prozent", HEADING_PERCENT},
        {"Veränderungsrate", HEADING_PERCENT},
        {"Croissance annuelle", HEADING_PERCENT},
        {"Participación", HEADING_PERCENT},
        {"Export price index", HEADING_INDEX},
        {"Cover ratio", HEADING_INDEX},
        {"GDP per capita (US$)", HEADING_INDEX},
        {"人均", HEADING_INDEX},
        {"Balance", HEADING_COMPUTED},
        {"Trade balance (USD mn)", HEADING_COMPUTED},
        {"Total trade", HEADING_COMPUTED},
        {"贸易差额", HEADING_COMPUTED},
        {"进出口总额", HEADING_COMPUTED},
        {"Saldo", HEADING_COMPUTED},
        {"Solde commercial", HEADING_COMPUTED},
        {"Handelsbilanz", HEADING_COMPUTED},
        {"Comment", HEADING_REMARK},
        {"备注", HEADING_REMARK},
        {"Observações", HEADING_REMARK},
        {"Exports", HEADING_AMOUNT},
        {"Exports (US$, annual rate)", HEADING_AMOUNT},
        {"Exports of goods (constant 2015 US$)", HEADING_AMOUNT},
        {"Shareholder", HEADING_AMOUNT},
        {"Transport mode", HEADING_AMOUNT},
        {"Partner", HEADING_AMOUNT},
        {"出口额", HEADING_AMOUNT},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct builder_text text = {cases[i].heading, strlen(cases[i].heading), {0}};
        cr_expect_eq(heading_kind(text), cases[i].kind, "%s", cases[i].heading);
    }
}

/* Accountants write 50 below zero as (50): a balance tells no rows apart. */
Test(headings, a_balance_is_no_dimension)
{
    static const char *const headings[] = {"Balance", "贸易差额", "Saldo", "Solde",
                                           "Net of both"};

    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
        struct loaded loaded;
        char text[300];
        snprintf(text, sizeof(text),
                 "Year,Partner,Exports,Imports,%s\n2023,China,100,150,(50)\n"
                 "2023,Japan,90,80,10\n2024,China,100,50,50\n",
                 headings[i]);
        load_and_back(&loaded, text);
        cr_expect_eq(loaded.dataset.dimension_count, 1, "%s", headings[i]);
        cr_expect_eq(loaded.dataset.observation_count, 3, "%s", headings[i]);
        cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "China", "2023").number,
                     150);
        loaded_close(&loaded);
    }
}

/* Every row is there, those with an empty comment too, and a comment is a note of its
 * figure. */
Test(headings, shares_growth_and_comments_refuse_no_row)
{
    static const char text[] =
        "Year,Partner,Exports,Exports y/y,Imports,Share,Comment\n"
        "2023,China,100,+3.1%,150,12.5%,good\n"
        "2023,Japan,90,-2.0%,80,8.1%,\n"
        "2024,China,110,+10.0%,50,13.5%,revised\n"
        "2024,Japan,300,n/a,280,20%,\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "Japan", "2024").number,
                 300);
    cr_expect_str_eq(
        loaded.dataset.texts[ATTRIBUTE_REMARK]
            .text[codes_get(&loaded.dataset.attribute[ATTRIBUTE_REMARK], 0)],
        "good");
    loaded_close(&loaded);
}

/* What tells rows apart does so where it is empty too. */
Test(headings, an_empty_field_of_an_unknown_column_refuses_no_row)
{
    static const char text[] = "Year,Partner,Office,Exports\n"
                               "2024,China,North,100\n2024,China,,20\n"
                               "2024,Japan,North,7\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    cr_expect_eq(loaded.dataset.observation_count, 3);
    loaded_close(&loaded);
}

/* Percentages have no currency, no total and no shares, whatever the layout. */
Test(headings, percentages_are_never_added)
{
    static const char *const texts[] = {
        ("Entity,Code,Year,Exports of goods and services (% of GDP)\n"
         "China,CHN,2023,19.7\nGermany,DEU,2023,47.1\n"),
        "Entity,Code,Year,Exports share\nChina,CHN,2023,19.7\nGermany,DEU,2023,47.1\n",
        "Year,Country,Exports (% of GDP)\n2023,China,19.7\n2023,Germany,47.1\n"};

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct arena arena = {0};
        struct loaded loaded;
        struct query query;
        struct frame *frame;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.measure[0].unit.kind, UNIT_PERCENT, "%s", texts[i]);
        cr_expect_not(strstr(loaded_message(&loaded), "does not say its unit"), "%s",
                      texts[i]);
        query = query_new(&loaded.dataset);
        query.rows = 0;
        frame = frame_new(&loaded.dataset, &query, &arena);
        cr_expect(!value_is_number(frame_exports(frame, &frame->total)), "%s",
                  texts[i]);
        arena_clear(&arena);
        loaded_close(&loaded);
    }
}

/* Indices beside amounts are left; alone, one member stands for all. */
Test(headings, indices_are_never_added)
{
    static const char alone[] = "Entity,Code,Year,Export volume index\n"
                                "China,CHN,2023,120.5\nGermany,DEU,2023,101\n";
    static const char beside[] = "Entity,Code,Year,Exports (US$),Export volume index\n"
                                 "China,CHN,2023,9,120.5\nGermany,DEU,2023,8,101\n";
    struct loaded loaded;

    load_and_back(&loaded, alone);
    cr_expect(loaded.dataset.dimension[0].is_apart);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "index");
    loaded_close(&loaded);
    load_and_back(&loaded, beside);
    cr_expect_not(loaded.dataset.dimension[0].is_apart);
    cr_expect_eq(loaded.dataset.measure_count, 1);
    loaded_close(&loaded);
}

static bool asks_whether_whole(const char *text)
{
    struct loaded loaded;
    bool is_asked = false;

    load_and_back(&loaded, text);
    for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
        is_asked = is_asked || strstr(diag->message, "is the file whole?");
    loaded_close(&loaded);
    return is_asked;
}

/* 1950 was cut to 19. Most files without a last line's end are whole. */
Test(headings, a_number_that_was_cut_is_asked_about)
{
    static const char head[] = "Year,Partner,Exports,Imports\n2023,A,1000,900\n"
                               "2023,B,2000,1900\n2024,A,1100,950\n2024,B,2100,";
    struct arena arena = {0};

    cr_expect(asks_whether_whole(arena_printf(&arena, "%s19", head)));
    cr_expect_not(asks_whether_whole(arena_printf(&arena, "%s1950", head)));
    cr_expect_not(asks_whether_whole(arena_printf(&arena, "%s19\n", head)));
    cr_expect_not(asks_whether_whole(arena_printf(&arena, "%s", head)));
    arena_clear(&arena);
}

Test(headings, re_exports_are_a_flow)
{
    static const char text[] = "Year,Partner,Flow,Value\n2024,A,Export,10\n"
                               "2024,A,Re-export,4\n2024,B,Import,7\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded_figure(&loaded.dataset, "re_exports", "A", "2024").number, 4);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    loaded_close(&loaded);
}

/* Who sells and who buys are no figures; what is sold is a value of that pair. */
Test(headings, exporter_and_importer_are_the_ends_of_trade)
{
    static const char text[] = "year,exporter,importer,value_usd\n"
                               "2022,France,Germany,100\n2022,Germany,France,150\n"
                               "2022,France,Spain,50\n2022,Spain,Germany,20\n";
    struct loaded loaded;

    loaded_open(&loaded);
    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert_eq(loaded.dataset.dimension_count, 2);
    cr_expect_str_eq(loaded.dataset.dimension[0].id, "reporter");
    cr_expect_str_eq(loaded.dataset.dimension[1].id, "partner");
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "USD");
    loaded_close(&loaded);
}

/* The codes are the members, of the finest of several columns, and what stands beside
 * them their names. */
Test(headings, codes_of_goods_have_names_beside_them)
{
    static const char *const heads[] = {"hs2,description", "hs,desc", "hs6,description",
                                        "hs4,hs2"};

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        struct loaded loaded;
        const struct member *member;
        char text[128];
        snprintf(text, sizeof(text),
                 "year,%s,exports_usd\n2022,01,%s,1\n2022,02,%s,2\n", heads[i],
                 i == 3 ? "1" : "Animals", i == 3 ? "1" : "Meat");
        loaded_open(&loaded);
        loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
        cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", heads[i],
                     loaded_message(&loaded));
        cr_assert_eq(loaded.dataset.dimension_count, 1, "%s", heads[i]);
        cr_expect_str_eq(loaded.dataset.dimension[0].id, "product", "%s", heads[i]);
        member = &loaded.dataset.dimension[0].members[0];
        cr_expect_str_eq(member->code, "01", "%s", heads[i]);
        if (i != 3)
            cr_expect_str_eq(label_pick(&member->name, "en"), "Animals", "%s",
                             heads[i]);
        loaded_close(&loaded);
    }
}
