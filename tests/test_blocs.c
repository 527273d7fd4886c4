/*
 * Blocs among countries, and among each other: what is in another row is not added to
 * it, and what no row holds is not lost.
 */
#include "core/model/aggregates.h"
#include "tests/asked.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static double sum_of_rows(const struct asked *asked)
{
    double sum = 0;

    for (size_t i = 0; i < asked->frame->row_count; i++)
        if (asked->frame->rows[i].kind != ROW_GROUP)
            sum += frame_exports(asked->frame, &asked->frame->rows[i]).number;
    return sum;
}

#define PARTNERS "year,partner,exports (USD)\n"

/* 150 + 100 + 40 + 90 + 20 = 400; ASEAN is in Asia, the Union in Europe but for Cyprus,
 * which some have in Asia. */
Test(blocs, continents_are_the_parts_and_what_is_in_them_is_not)
{
    struct asked asked;

    asked_open(&asked, PARTNERS
               "2023,Asia,150\n2023,Europe,100\n2023,Africa,40\n2023,Americas,90\n"
               "2023,Oceania,20\n2023,ASEAN,60\n2023,EU-27,80\n2023,Euro area,70\n");
    cr_expect_eq(asked_total(&asked), 400);
    cr_expect_eq(sum_of_rows(&asked), 400);
    cr_expect_eq(asked_member(&asked, "ASEAN")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_member(&asked, "EU-27")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_member(&asked, "Euro area")->taken, TAKEN_AS_GROUP);
    cr_expect_not_null(strstr(
        aggregate_words(&asked.loaded.dataset.dimension[0], 6, "en", &asked.arena),
        "since 'Europe' stands beside it"));
    asked_close(&asked);
}

/* Regions of the World Bank are all there is; its income groups are the same once more.
 */
Test(blocs, of_two_ways_to_part_the_world_the_finer_one_counts)
{
    struct asked asked;

    asked_open(&asked, PARTNERS
               "2023,East Asia & Pacific,100\n2023,Europe & Central Asia,110\n"
               "2023,Latin America & Caribbean,30\n2023,Middle East & North Africa,20\n"
               "2023,North America,60\n2023,South Asia,15\n2023,Sub-Saharan Africa,15\n"
               "2023,High income,230\n2023,Upper middle income,90\n"
               "2023,Lower middle income,25\n2023,Low income,5\n");
    cr_expect_eq(asked_total(&asked), 350);
    cr_expect_eq(asked.frame->row_count, 7);
    cr_expect_eq(asked_member(&asked, "High income")->taken, TAKEN_AS_GROUP);
    asked_close(&asked);
}

/* OPEC and BRICS share Iran and the Emirates, ASEAN and BRICS Indonesia: 180 + 100 + 60
 * are more than 180 + 120. */
Test(blocs, of_blocs_that_overlap_those_that_hold_most_are_parts)
{
    struct asked asked;

    asked_open(&asked,
               PARTNERS "2023,World,400\n2023,OPEC,100\n2023,ASEAN,60\n2023,G7,180\n"
                        "2023,BRICS,120\n");
    cr_expect_eq(asked_total(&asked), 400);
    cr_expect_eq(sum_of_rows(&asked), 400); /* with 60 not allocated */
    cr_expect_eq(asked_member(&asked, "BRICS")->taken, TAKEN_AS_GROUP);
    asked_close(&asked);
}

/* 100 + 50 + 70, of which Germany is 40. */
Test(blocs, of_a_bloc_without_all_its_countries_nothing_is_lost)
{
    struct asked asked;

    asked_open(&asked,
               PARTNERS "2023,EU,100\n2023,Germany,40\n2023,USA,50\n2023,China,70\n");
    cr_expect_eq(asked_member(&asked, "EU")->taken, TAKEN_AS_PARENT);
    cr_expect_eq(asked_total(&asked), 220);
    cr_expect_eq(sum_of_rows(&asked), 220);
    cr_expect_eq(asked.frame->row_count, 3); /* begins with EU, China, USA */
    cr_expect_str_eq(asked.frame->noun, "partners");
    asked_close(&asked);
    /* With all of them it is a group beside them. */
    asked_open(&asked,
               PARTNERS "2023,EU,100\n2023,Germany,60\n2023,France,40\n2023,USA,50\n");
    cr_expect_eq(asked_member(&asked, "EU")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_total(&asked), 150);
    asked_close(&asked);
}

/* What left a bloc may be in it or not, and blocs that overlap cannot both be parents:
 * the sum says that it lacks some. */
Test(blocs, where_nobody_knows_what_is_in_it_it_is_a_group_and_told)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2018,EU,100\n2018,Germany,40\n2018,United Kingdom,30\n"
                                "2018,USA,50\n");
    cr_expect_eq(asked_total(&asked), 120);
    cr_expect_not_null(strstr(
        aggregate_words(&asked.loaded.dataset.dimension[0], 0, "en", &asked.arena),
        "the sum lacks"));
    asked_close(&asked);
    asked_open(&asked, PARTNERS
               "2023,APEC,300\n2023,ASEAN,90\n2023,Viet Nam,40\n2023,USA,50\n");
    cr_expect_eq(asked_total(&asked), 90);
    cr_expect_eq(asked_member(&asked, "APEC")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_member(&asked, "ASEAN")->taken, TAKEN_AS_GROUP);
    asked_close(&asked);
}

#define COMTRADE                                                                  \
    "typeCode,refPeriodId,period,reporterCode,reporterISO,reporterDesc,flowCode," \
    "partnerCode,partnerISO,partnerDesc,cmdCode,cmdDesc,classificationCode,"      \
    "primaryValue\n"
#define PARTNER(code, iso, name, value) \
    "C,20230101,2023,156,CHN,China,X," code "," iso "," name ",TOTAL,All,H6," value "\n"
#define REPORTER(code, iso, name, value) \
    "C,20230101,2023," code "," iso "," name ",X,0,W00,World,TOTAL,All,H6," value "\n"
/* France is in the Union: 1,000 less 100 and 300 is not allocated. */
Test(blocs, in_a_layout_with_a_total_they_are_groups_too)
{
    struct asked asked;

    asked_open(&asked, COMTRADE PARTNER("0", "W00", "World", "1000")
                           PARTNER("251", "FRA", "France", "100")
                               PARTNER("842", "USA", "USA", "300")
                                   PARTNER("97", "EUR", "European Union", "400"));
    cr_expect_eq(asked_member(&asked, "EUR")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(sum_of_rows(&asked), 1000);
    cr_expect_eq(asked.frame->row_count, 3);
    asked_close(&asked);
}

/* The Union reports its trade with others alone: less than Germany's with all. */
Test(blocs, a_union_as_reporter_is_no_reporter_like_its_members)
{
    struct asked asked;

    asked_open(&asked, COMTRADE REPORTER("251", "FRA", "France", "500")
                           REPORTER("276", "DEU", "Germany", "1500")
                               REPORTER("97", "EUR", "European Union", "1400")
                                   REPORTER("842", "USA", "USA", "2000"));
    cr_expect_eq(asked_member(&asked, "EUR")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(asked_total(&asked), 4000);
    asked_close(&asked);
}

/* W is the world of OECD, but for a file whose others are no countries. */
Test(blocs, the_letter_of_the_world_needs_countries_beside_it)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,W,90\n2023,DEU,40\n2023,JPN,30\n2023,A5M,50\n");
    cr_expect_eq(asked_total(&asked), 90);
    cr_expect_eq(sum_of_rows(&asked), 90);
    asked_close(&asked);
    asked_open(&asked, PARTNERS "2023,W,90\n2023,N,40\n2023,S,30\n2023,E,20\n");
    cr_expect_eq(asked_total(&asked), 180);
    asked_close(&asked);
}

#define WTO                                                                        \
    "\"Indicator Category\",\"Indicator Code\",\"Indicator\",\"Reporting Economy " \
    "Code\",\"Reporting Economy\",\"Partner Economy Code\",\"Partner Economy\","   \
    "\"Product/Sector Code\",\"Product/Sector\",\"Unit\",\"Year\",\"Value Flag "   \
    "Code\",\"Value\"\n"
#define SECTOR(code, name, value)                                   \
    "Trade,ITS_MTV_AX,Exports,276,Germany,000,World," code "," name \
    ",Million US dollar,2023,," value "\n"

/* 30 + 50 + 120 are the total; food, fuels and machinery are in them. */
Test(blocs, product_groups_of_the_wto_stand_below_one_another)
{
    struct asked asked;

    asked_open(&asked,
               WTO SECTOR("TO", "Total merchandise", "200") SECTOR(
                   "AG", "Agricultural products", "30") SECTOR("AGFO", "Food", "25")
                   SECTOR("MI", "Fuels and mining products", "50")
                       SECTOR("MIFU", "Fuels", "40") SECTOR("MA", "Manufactures", "120")
                           SECTOR("MAMT", "Machinery and transport", "60")
                               SECTOR("MAMTTE", "Transport equipment", "20"));
    cr_expect_eq(asked_total(&asked), 200e6);
    cr_expect_eq(sum_of_rows(&asked), 200e6);
    cr_expect_eq(asked.frame->row_count, 3);
    asked_close(&asked);
}

#define CENSUS "CTY_CODE,CTY_NAME,GEN_VAL_MO,GEN_VAL_YR,time\n"

/* 40 + 30 + 20 + 10 of 100, whatever blocs are beside them. */
Test(blocs, codes_below_1000_are_blocs_of_the_census)
{
    struct asked asked;
    const struct frame *frame;
    double sum = 0;

    asked_open(&asked,
               CENSUS "-,TOTAL FOR ALL COUNTRIES,100,100,2023-01\n"
                      "0003,EUROPEAN UNION,40,40,2023-01\n0023,NATO,60,60,2023-01\n"
                      "0029,SOMETHING NEW,70,70,2023-01\n4XXX,EUROPE,40,40,2023-01\n"
                      "5XXX,ASIA,30,30,2023-01\n4280,GERMANY,40,40,2023-01\n"
                      "5880,JAPAN,30,30,2023-01\n1220,CANADA,20,20,2023-01\n"
                      "2010,MEXICO,10,10,2023-01\n");
    frame = asked.frame;
    for (size_t i = 0; i < frame->row_count; i++)
        sum += frame_cell(frame, &frame->rows[i], 0).number;
    cr_expect_eq(frame->row_count, 4);
    cr_expect_eq(sum, 100);
    asked_close(&asked);
}

/* 30 is Brazil's and not Africa's; 100 - 18 - 7 - 50 - 25 is not allocated. */
Test(blocs, a_country_behind_another_continents_is_not_its_own)
{
    struct asked asked;

    asked_open(&asked, "国别（地区）,时间,出口当月（千美元）,出口累计（千美元）,"
                       "进口当月（千美元）,进口累计（千美元）\n"
                       "总值,2023-12,200,900,100,500\n拉丁美洲,2023-12,70,300,40,200\n"
                       "其中：巴西,2023-12,18,90,20,100\n非洲,2023-12,50,200,30,100\n"
                       "其中：南非,2023-12,7,30,5,20\n日本,2023-12,50,200,20,90\n"
                       "印度,2023-12,25,100,10,50\n");
    cr_expect_eq(sum_of_rows(&asked), 200e3);
    cr_expect_str_eq(
        asked.loaded.dataset.dimension[0]
            .members[loaded_member(&asked.loaded.dataset, "partner", "日本")->parent]
            .code,
        "总值");
    asked_close(&asked);
}

/* 100 less China's 60 is what others of Asia have: 60 + 40 + 70. */
Test(blocs, what_is_left_of_a_bloc_belongs_to_it)
{
    struct asked asked;

    asked_open(&asked, PARTNERS "2023,Asia,100\n2023,China,60\n2023,Other Asia,40\n"
                                "2023,USA,70\n");
    cr_expect_eq(asked_total(&asked), 170);
    asked_close(&asked);
    asked_open(&asked, PARTNERS "2023,Asia,100\n2023,China,60\n2023,USA,70\n"
                                "2023,Other Asia,40\n");
    cr_expect_eq(asked_total(&asked), 170);
    asked_close(&asked);
    /* The Union and the rest of Europe are Europe. */
    asked_open(&asked, PARTNERS "2023,Europe,50\n2023,EU,45\n2023,Rest of Europe,5\n"
                                "2023,USA,70\n2023,Total,120\n");
    cr_expect_eq(sum_of_rows(&asked), 120);
    cr_expect_eq(asked.frame->row_count, 3);
    asked_close(&asked);
}

#define WITS                                                              \
    "ReporterName,ReporterISO3,PartnerName,PartnerISO3,ProductCode,Year," \
    "TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\n"
#define GOODS(code, value) "Kenya,KEN,World,WLD," code ",2023,Export,6," value "\n"

/* Sections, stages of processing and groups of the SITC are all goods, three times. */
Test(blocs, lists_of_goods_of_wits_are_one_of_them_parts)
{
    struct asked asked;

    asked_open(&asked, WITS GOODS("Total", "100") GOODS("01-05_Animal", "40")
                           GOODS("06-15_Vegetable", "60") GOODS("UNCTAD-SoP1", "70")
                               GOODS("UNCTAD-SoP2", "30") GOODS("manuf", "30"));
    cr_expect_eq(sum_of_rows(&asked), 100e3);
    cr_expect_eq(asked.frame->row_count, 2);
    asked_close(&asked);
    asked_open(&asked, WITS GOODS("Total", "100") GOODS("UNCTAD-SoP1", "70")
                           GOODS("UNCTAD-SoP2", "30"));
    cr_expect_eq(asked.frame->row_count, 2);
    asked_close(&asked);
}
