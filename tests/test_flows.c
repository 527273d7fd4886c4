/*
 * Exports and imports of a period in which the publisher changes the currency: those
 * are its flows, in their own unit, and no other period's.
 */
#include "core/query/frame.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char text[] =
    "year,month,unit,order,level,continent,partner_en,partner_zh,exports_month,"
    "exports_ytd,imports_month,imports_ytd,total_month,total_ytd\n"
    "2024,8,cny_10000,1,total,,Total value,总值,30,300,15,150,45,450\n"
    "2024,8,cny_10000,4,partner,,Vietnam,越南,20,290,10,100,30,390\n"
    "2024,8,cny_10000,4,partner,,Laos,老挝,10,290,5,100,15,390\n"
    "2024,9,usd_1000,1,total,,Total value,总值,40,340,20,170,60,510\n"
    "2024,9,usd_1000,4,partner,,Vietnam,越南,15,330,16,120,31,450\n"
    "2024,9,usd_1000,4,partner,,Laos,老挝,25,330,4,120,29,450\n";

/* Partners in a month. */
static struct frame *frame_of(const struct loaded *loaded, const char *month,
                              struct arena *arena)
{
    struct query query = query_new(&loaded->dataset);
    struct diag_list diags = {.arena = arena};

    cr_assert(query_read_level(&query, &loaded->dataset, "finest", &diags));
    cr_assert(query_read_period(&query, &loaded->dataset, month, &diags));
    return frame_new(&loaded->dataset, &query, arena);
}

static const struct frame_row *row_of(const struct frame *frame, const char *code)
{
    for (size_t i = 0; i < frame->row_count; i++)
        if (strcmp(frame->rows[i].code, code) == 0)
            return &frame->rows[i];
    cr_assert_fail("no row %s", code);
    abort();
}

Test(flows, of_a_period_in_another_currency_are_in_that)
{
    struct arena arena = {0};
    struct loaded loaded;
    struct frame *frame;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    frame = frame_of(&loaded, "2024-09", &arena);
    cr_expect_str_eq(frame_unit(frame).code, "USD");
    cr_expect_eq(frame_exports(frame, row_of(frame, "Laos")).number, 25000);
    cr_expect_eq(frame_imports(frame, row_of(frame, "Laos")).number, 4000);
    cr_expect_eq(frame_balance(frame, row_of(frame, "Laos")).number, 21000);
    /* By total trade: 31 and 29 thousand. */
    cr_expect_str_eq(frame->rows[0].code, "Vietnam");
    cr_expect_eq(frame_exports(frame, &frame->total).number, 40000);
    cr_expect_str_eq(frame->columns[0].title, "Exports");
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(flows, of_other_periods_stay_in_the_usual_one)
{
    struct arena arena = {0};
    struct loaded loaded;
    struct frame *frame;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    frame = frame_of(&loaded, "2024-08", &arena);
    cr_expect_str_eq(frame_unit(frame).code, "CNY");
    cr_expect_eq(frame_exports(frame, row_of(frame, "Laos")).number, 100000);
    cr_expect_eq(frame_exports(frame, &frame->total).number, 300000);
    loaded_close(&loaded);
    arena_clear(&arena);
}

/* A month in dollars is no month of less trade, nor does it grow on one in yuan. */
Test(flows, over_time_mix_no_currencies)
{
    struct arena arena = {0};
    struct loaded loaded;
    struct frame *frame;
    struct query query;

    loaded_bytes(&loaded, "t.csv", text, strlen(text), &load_limits_default);
    query = query_new(&loaded.dataset);
    query.rows = ROWS_PERIOD;
    query.period = loaded.dataset.periods[0];
    query.sort = (struct sort_key){.kind = SORT_FILE};
    frame = frame_new(&loaded.dataset, &query, &arena);
    cr_assert_eq(frame->row_count, 2);
    cr_expect_str_eq(frame_unit(frame).code, "CNY");
    cr_expect_eq(frame_exports(frame, &frame->rows[0]).number, 300000);
    cr_expect_eq(frame_exports(frame, &frame->rows[1]).absence, ABSENCE_NO_ROW);
    loaded_close(&loaded);
    arena_clear(&arena);
}
