/*
 * Reading begins on a level whose figures are, together, all of the total.
 */
#include "core/query/frame.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

struct asked {
    struct loaded loaded;
    struct arena arena;
    struct frame *frame;
};

static void ask(struct asked *asked, const char *text)
{
    struct query query;

    *asked = (struct asked){.frame = NULL};
    loaded_bytes(&asked->loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(asked->loaded.result, LOAD_OK);
    query = query_new(&asked->loaded.dataset);
    asked->frame = frame_new(&asked->loaded.dataset, &query, &asked->arena);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    loaded_close(&asked->loaded);
}

static double total(const struct asked *asked)
{
    return frame_exports(asked->frame, &asked->frame->total).number;
}

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

    ask(&asked,
        COMTRADE PRODUCT("TOTAL", "1000") PRODUCT("01", "400") PRODUCT("02", "600")
            PRODUCT("0101", "250") PRODUCT("0102", "150") PRODUCT("0201", "200")
                PRODUCT("010121", "250") PRODUCT("020110", "50"));
    cr_expect_eq(asked.frame->row_count, 2);
    cr_expect_str_eq(asked.frame->rows[0].code, "02");
    cr_expect_eq(total(&asked), 1000);
    done(&asked);
    /* Where each level is, with the finest, as ever. */
    ask(&asked, COMTRADE PRODUCT("TOTAL", "1000") PRODUCT("01", "400")
                    PRODUCT("02", "600") PRODUCT("0101", "400") PRODUCT("0201", "599"));
    cr_expect_str_eq(asked.frame->rows[0].code, "0201");
    done(&asked);
}
