/*
 * A file that comes period after period and is read in part: the period that reading
 * was in is not shown as if it were whole.
 */
#include "core/load/begun.h"
#include "core/load/load.h"
#include "core/query/query.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD "year,partner,exports (million USD),imports (million USD)\n"

/* Of three years, of which the last one stands alone in its rows. */
static const char forwards[] = HEAD "2001,A,1,2\n2001,B,3,4\n"
                                    "2002,A,5,6\n2002,B,7,8\n"
                                    "2003,A,9,10\n";
static const char backwards[] = HEAD "2003,A,1,2\n2003,B,3,4\n"
                                     "2002,A,5,6\n2002,B,7,8\n"
                                     "2001,A,9,10\n";
static const char by_partner[] = HEAD "2001,A,1,2\n2002,A,3,4\n2003,A,5,6\n"
                                      "2001,B,7,8\n2002,B,9,10\n";
static const char one_year[] = HEAD "2001,A,1,2\n2001,B,3,4\n";

/* The first bytes of a file that goes on. */
static struct loaded read_part(const char *text)
{
    struct arena arena = {0};
    const char *longer = arena_printf(&arena, "%s2009,Z,11,12\n", text);
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    limits.head_bytes = strlen(text);
    loaded_bytes(&loaded, "t.csv", longer, strlen(longer), &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert(loaded.dataset.is_partial);
    arena_clear(&arena);
    return loaded;
}

static double figure(const struct dataset *dataset, size_t observation)
{
    return dataset_value(dataset, 0, observation).number;
}

static int year(const struct dataset *dataset, size_t observation)
{
    return period_year(dataset->periods[codes_get(&dataset->period, observation)]);
}

Test(begun, the_last_period_of_rows_in_their_order_is_left_out)
{
    struct loaded part = read_part(forwards);

    cr_assert_eq(part.dataset.period_count, 3);
    begun_leave_out(&part.dataset);
    cr_assert_eq(part.dataset.period_count, 2);
    cr_assert_eq(part.dataset.observation_count, 4);
    cr_expect_eq(period_year(part.dataset.periods[1]), 2002);
    cr_expect_eq(year(&part.dataset, 3), 2002);
    cr_expect_eq(figure(&part.dataset, 3), 7e6);
    loaded_close(&part);
}

Test(begun, of_the_newest_first_it_is_the_oldest)
{
    struct loaded part = read_part(backwards);

    begun_leave_out(&part.dataset);
    cr_assert_eq(part.dataset.period_count, 2);
    cr_assert_eq(part.dataset.observation_count, 4);
    cr_expect_eq(period_year(part.dataset.periods[0]), 2002);
    cr_expect_eq(year(&part.dataset, 0), 2003);
    cr_expect_eq(year(&part.dataset, 3), 2002);
    cr_expect_eq(figure(&part.dataset, 3), 7e6);
    loaded_close(&part);
}

Test(begun, where_nothing_tells_what_is_whole_all_stays)
{
    const char *texts[] = {by_partner, one_year};
    const size_t rows[] = {5, 2};

    for (int i = 0; i < 2; i++) {
        struct loaded part = read_part(texts[i]);
        cr_expect_eq(begun_period(&part.dataset), UINT32_MAX);
        begun_leave_out(&part.dataset);
        cr_expect_eq(part.dataset.observation_count, rows[i]);
        loaded_close(&part);
    }
}

/* Whoever stopped it has all rows, and looks at the latest period that is whole. */
Test(begun, a_stopped_file_opens_with_a_whole_period)
{
    struct loaded part = read_part(forwards);

    cr_expect_eq(part.dataset.observation_count, 5);
    cr_expect_eq(period_year(query_new(&part.dataset).period), 2002);
    begun_leave_out(&part.dataset);
    cr_expect_eq(period_year(query_new(&part.dataset).period), 2002);
    loaded_close(&part);
}

Test(begun, a_whole_file_opens_with_its_latest_period)
{
    struct loaded whole;

    loaded_bytes(&whole, "t.csv", forwards, strlen(forwards), &load_limits_default);
    cr_expect_eq(period_year(query_new(&whole.dataset).period), 2003);
    loaded_close(&whole);
}
