/*
 * Rows whose names say that they hold others, or are held by one, are never added to
 * them; what is only called like one is.
 */
#include "core/model/aggregates.h"
#include "core/model/subtotal_words.h"
#include "tests/asked.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

struct word_case {
    char name[48];
    enum subtotal_kind kind;
    char rest[32];
};

ParameterizedTestParameters(subtotals, words)
{
    static struct word_case cases[] = {
        {"Sub-total", SUBTOTAL_SURE, ""},
        {"SUBTOTAL ASIA", SUBTOTAL_SURE, "ASIA"},
        {"Asia, subtotal", SUBTOTAL_SURE, "Asia"},
        {"Sous-total", SUBTOTAL_SURE, ""},
        {"Zwischensumme", SUBTOTAL_SURE, ""},
        {"亚洲小计", SUBTOTAL_SURE, "亚洲"},
        {"Total Asia", SUBTOTAL_MAYBE, "Asia"},
        {"Total of the EU", SUBTOTAL_MAYBE, "EU"},
        {"TOTAL: Asia", SUBTOTAL_MAYBE, "Asia"},
        {"Asia - Total", SUBTOTAL_MAYBE, "Asia"},
        {"欧洲合计", SUBTOTAL_MAYBE, "欧洲"},
        {"of which: Germany", SUBTOTAL_OF_WHICH, "Germany"},
        {"- of which Germany", SUBTOTAL_OF_WHICH, "Germany"},
        {"其中：德国", SUBTOTAL_OF_WHICH, "德国"},
        {"dont: Allemagne", SUBTOTAL_OF_WHICH, "Allemagne"},
        {"darunter Polen", SUBTOTAL_OF_WHICH, "Polen"},
        {"Memo: EU", SUBTOTAL_OF_WHICH, "EU"},
        {"Top 10", SUBTOTAL_TOP, ""},
        {"Top-10 partners", SUBTOTAL_TOP, "partners"},
        {"前10位", SUBTOTAL_TOP, "位"},
        {"前十", SUBTOTAL_TOP, "十"},
        {"TotalEnergies", SUBTOTAL_NONE, ""},
        {"Totalité", SUBTOTAL_NONE, ""},
        {"Tops and lids", SUBTOTAL_NONE, ""},
        {"Top 1", SUBTOTAL_NONE, ""},
        {"Dontsk", SUBTOTAL_NONE, ""},
        {"前苏联", SUBTOTAL_NONE, ""},
        {"Rest of world", SUBTOTAL_NONE, ""},
        {"All others", SUBTOTAL_NONE, ""},
        {"Teetotal", SUBTOTAL_NONE, ""},
        {"", SUBTOTAL_NONE, ""},
    };

    return cr_make_param_array(struct word_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct word_case *c, subtotals, words)
{
    struct subtotal subtotal = subtotal_read(c->name);

    cr_expect_eq(subtotal.kind, c->kind, "%s: %d", c->name, (int)subtotal.kind);
    if (subtotal.kind == SUBTOTAL_TOP)
        cr_expect_eq(subtotal.top, 10, "%s", c->name);
    else if (subtotal.kind != SUBTOTAL_NONE)
        cr_expect(subtotal.length == strlen(c->rest) &&
                      memcmp(subtotal.rest, c->rest, subtotal.length) == 0,
                  "%s: '%.*s'", c->name, (int)subtotal.length, subtotal.rest);
}

/* In millions. */
static double total(const struct asked *asked)
{
    return asked_total(asked) / 1e6;
}

/* What a reader adds up: the rows of the first picture with what is not allocated. */
static double sum_of_rows(const struct asked *asked)
{
    double sum = 0;

    for (size_t i = 0; i < asked->frame->row_count; i++)
        if (asked->frame->rows[i].kind != ROW_GROUP)
            sum += frame_exports(asked->frame, &asked->frame->rows[i]).number / 1e6;
    return sum;
}

#define PARTNERS "year,partner,exports (USD million)\n"
#define PRODUCTS "year,product,exports (USD million)\n"

/* 100 + 50 + 60 + 30 + 60 = 300. */
Test(subtotals, sums_of_the_rows_before_them_are_no_parts)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,China,100\n2023,Japan,50\n2023,Sub-total 1,150\n"
                                "2023,Germany,60\n2023,France,30\n2023,Total EU,90\n"
                                "2023,All others,60\n2023,World,300\n");
    cr_expect_eq(asked_member(&asked, "Sub-total 1")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(asked_member(&asked, "Total EU")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(asked_member(&asked, "All others")->taken, TAKEN_AS_SAID);
    cr_expect_eq(total(&asked), 300);
    cr_expect_eq(sum_of_rows(&asked), 300);
    cr_expect_eq(asked.frame->row_count, 5);
    cr_expect_str_eq(
        aggregate_words(&asked.loaded.dataset.dimension[0], 5, "en", &asked.arena),
        "'Total EU' is taken for the sum from 'Germany' to 'France', by its name and "
        "figures; it enters no sum, share or rank");
    asked_close(&asked);
}

/* Each of 6,000 lists is 1 + 2, and its subtotal 3: memory and time must not grow with
 * the square of them. 6,000 * 3 = 18,000. */
Test(subtotals, of_thousands_of_lists_all_are_found, .timeout = 60)
{
    enum { LISTS = 6000, LINE = 80 };
    static char text[sizeof(PARTNERS) + (size_t)LISTS * LINE] = PARTNERS;
    size_t length = strlen(text);
    size_t found = 0;
    struct loaded loaded;

    for (int i = 0; i < LISTS; i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "2023,Area %da,1\n2023,Area %db,2\n"
                                   "2023,Sub-total %d,3\n",
                                   i, i, i);
    loaded_open(&loaded);
    loaded_bytes(&loaded, "lists.csv", text, length, &load_limits_default);
    for (uint32_t i = 0; i < loaded.dataset.dimension[0].member_count; i++)
        found += loaded.dataset.dimension[0].members[i].taken == TAKEN_AS_SUBTOTAL;
    cr_expect_eq(found, LISTS);
    loaded_close(&loaded);
}

/* 10 + 20 + 40 + 5 = 75. */
Test(subtotals, of_products_they_are_none_either)
{
    struct asked asked;

    asked_open(&asked,
               PRODUCTS "2023,Wheat,10\n2023,Rice,20\n2023,Total agriculture,30\n"
                        "2023,Manufactures total,45\n2023,Cars,40\n2023,Ships,5\n"
                        "2023,Total exports,75\n");
    cr_expect_eq(asked_member(&asked, "Total agriculture")->taken, TAKEN_AS_SUBTOTAL);
    /* It stands before its parts. */
    cr_expect_eq(asked_member(&asked, "Manufactures total")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(asked_member(&asked, "Total exports")->taken, TAKEN_AS_TOTAL);
    cr_expect_eq(total(&asked), 75);
    cr_expect_eq(sum_of_rows(&asked), 75);
    asked_close(&asked);
}

/* 60 + 40 + 90 + 60 + 50 = 300: the indents are lost, the figures tell them. */
Test(subtotals, headings_that_make_more_than_the_total_are_found_by_figures)
{
    struct asked asked;

    asked_open(&asked,
               PRODUCTS "2023,Total,300\n2023,Section A,100\n2023,Wheat,60\n"
                        "2023,Rice,40\n2023,Section B,200\n2023,Cars,150\n"
                        "2023,Small cars,90\n2023,Big cars,60\n2023,Ships,50\n");
    cr_expect_eq(asked_member(&asked, "Section B")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(asked_member(&asked, "Cars")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(sum_of_rows(&asked), 300);
    cr_expect_eq(asked.frame->row_count, 5);
    asked_close(&asked);
    /* Headings behind what they hold. */
    asked_open(&asked, PRODUCTS "2023,Wheat,60\n2023,Rice,40\n2023,Food,100\n"
                                "2023,Small cars,90\n2023,Big cars,60\n2023,Cars,150\n"
                                "2023,Total,250\n");
    cr_expect_eq(asked_member(&asked, "Food")->taken, TAKEN_AS_SUBTOTAL);
    cr_expect_eq(sum_of_rows(&asked), 250);
    asked_close(&asked);
}

/* 100 is 60 + 40 by chance: with all four rows the list is the total. */
Test(subtotals, figures_alone_prove_nothing_where_the_list_is_the_total)
{
    struct asked asked;

    asked_open(&asked, PRODUCTS "2023,Total,250\n2023,Toys,100\n2023,Wheat,60\n"
                                "2023,Rice,40\n2023,Cars,50\n");
    cr_expect_eq(asked_member(&asked, "Toys")->taken, TAKEN_AS_SAID);
    cr_expect_eq(asked.frame->row_count, 4);
    asked_close(&asked);
    /* Nor where without it the list is less than the total. */
    asked_open(&asked, PRODUCTS "2023,Total,200\n2023,Toys,100\n2023,Wheat,60\n"
                                "2023,Rice,40\n2023,Cars,50\n");
    cr_expect_eq(asked_member(&asked, "Toys")->taken, TAKEN_AS_SAID);
    asked_close(&asked);
}

Test(subtotals, a_list_of_totals_is_a_list_of_parts)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,Total Asia,150\n2023,Total Europe,100\n"
                                "2023,Total Africa,40\n");
    cr_expect_eq(total(&asked), 290);
    cr_expect_eq(asked.frame->row_count, 3);
    asked_close(&asked);
}

/* 100 + 50 + 60 = 210, which is the total: the 60 belong to it. */
Test(subtotals, what_the_total_needs_is_a_part)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,China,100\n2023,Japan,50\n2023,Total others,60\n"
                                "2023,World,210\n");
    cr_expect_eq(asked_member(&asked, "Total others")->taken, TAKEN_AS_SAID);
    cr_expect_eq(sum_of_rows(&asked), 210);
    cr_expect_eq(asked.frame->row_count, 3);
    asked_close(&asked);
}

Test(subtotals, what_nothing_adds_up_to_is_left_aside_and_told)
{
    struct asked asked;

    asked_open(&asked, PRODUCTS "2023,Wheat,10\n2023,Rice,20\n2023,Total food,50\n"
                                "2023,Cars,40\n");
    cr_expect_eq(asked_member(&asked, "Total food")->taken, TAKEN_ASIDE);
    cr_expect_eq(total(&asked), 70);
    cr_expect_not_null(strstr(
        aggregate_words(&asked.loaded.dataset.dimension[0], 2, "en", &asked.arena),
        "no members next to it add up to it"));
    asked_close(&asked);
}

Test(subtotals, the_largest_ten_are_not_added_to_themselves)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,China,100\n2023,Japan,50\n2023,Germany,60\n"
                                "2023,Top 3,210\n2023,All others,60\n2023,Total,270\n");
    cr_expect_eq(asked_member(&asked, "Top 3")->taken, TAKEN_AS_TOP);
    cr_expect_eq(sum_of_rows(&asked), 270);
    asked_close(&asked);
    /* Without them they are a part. */
    asked_open(&asked, PARTNERS "2023,Top 10,150\n2023,All others,50\n");
    cr_expect_eq(total(&asked), 200);
    asked_close(&asked);
}

/* 100 + 50 + 30; Germany and France are of the 100. */
Test(subtotals, of_which_is_part_of_the_row_before)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,EU,100\n2023,of which: Germany,40\n"
                                "2023,of which: France,20\n2023,ASEAN,50\n"
                                "2023,Rest of world,30\n");
    cr_expect_eq(total(&asked), 180);
    cr_expect_eq(sum_of_rows(&asked), 180);
    asked_close(&asked);
    asked_open(&asked, PRODUCTS "2023,Machinery,100\n2023,of which: phones,40\n"
                                "2023,Food,30\n");
    cr_expect_eq(asked_member(&asked, "of which: phones")->taken, TAKEN_AS_WITHIN);
    cr_expect_eq(total(&asked), 130);
    asked_close(&asked);
}

/* As China's customs publish them: 40 + 30 + 50 + 80 + 30 of 300. */
Test(subtotals, the_flash_table_of_china)
{
    struct asked asked;

    asked_open(&asked, "年份,国家,出口（百万美元）\n2023,东盟,100\n2023,其中：越南,40\n"
                       "2023,泰国,30\n2023,欧盟,90\n2023,其中：德国,50\n2023,美国,80\n"
                       "2023,其他国家,30\n2023,合计,300\n");
    cr_expect_eq(asked_member(&asked, "东盟")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_member(&asked, "欧盟")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(total(&asked), 300);
    cr_expect_eq(sum_of_rows(&asked), 300);
    cr_expect_eq(frame_exports(asked.frame, &asked.frame->rows[0]).number, 80e6);
    asked_close(&asked);
}
