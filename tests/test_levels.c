/*
 * Reading begins on a level whose figures are, together, all of the total.
 */
#include "tests/asked.h"

#include <criterion/criterion.h>
#include <string.h>

#define COMTRADE                                                                  \
    "typeCode,refPeriodId,period,reporterCode,reporterISO,reporterDesc,flowCode," \
    "partnerCode,partnerISO,partnerDesc,cmdCode,cmdDesc,classificationCode,"      \
    "primaryValue\n"
#define PRODUCT(code, value) \
    "C,20230101,2023,156,CHN,China,X,0,W00,World," code ",Goods " code ",H6," value "\n"

/* 400 + 600 are all; headings are 400 + 200, subheadings 250 + 50. */
Test(levels, reading_begins_where_the_figures_are_complete)
{
    struct asked asked;

    asked_open(&asked, COMTRADE PRODUCT("TOTAL", "1000") PRODUCT("01", "400")
                           PRODUCT("02", "600") PRODUCT("0101", "250")
                               PRODUCT("0102", "150") PRODUCT("0201", "200")
                                   PRODUCT("010121", "250") PRODUCT("020110", "50"));
    cr_expect_eq(asked.frame->row_count, 2);
    cr_expect_str_eq(asked.frame->rows[0].code, "02");
    cr_expect_eq(asked_total(&asked), 1000);
    asked_close(&asked);
    /* Where each level is, with the finest, as ever. */
    asked_open(&asked, COMTRADE PRODUCT("TOTAL", "1000") PRODUCT("01", "400") PRODUCT(
                           "02", "600") PRODUCT("0101", "400") PRODUCT("0201", "599"));
    cr_expect_str_eq(asked.frame->rows[0].code, "0201");
    asked_close(&asked);
}
