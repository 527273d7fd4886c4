/*
 * Dates apart by slashes: the order of day and month is shown by the column, or asked.
 */
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define HEAD "date,country,exports (USD)\n"

static struct load_open open;

static void load(struct loaded *loaded, const char *text, enum date_order order)
{
    struct load_answers answers = {.dates = order};
    struct load_limits limits = load_limits_default;

    open = (struct load_open){0};
    limits.open = &open;
    limits.answers = &answers;
    loaded_bytes(loaded, "t.csv", text, strlen(text), &limits);
}

static void expect_dates(const char *text, enum date_order order,
                         const char *const *periods, size_t count)
{
    struct loaded loaded;

    load(&loaded, text, order);
    cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", text, loaded_message(&loaded));
    cr_assert_eq(loaded.dataset.observation_count, count, "%s", text);
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, periods[i]).number,
                     (double)i + 1, "%s: %s", text, periods[i]);
    loaded_close(&loaded);
}

Test(dates, the_column_shows_the_order)
{
    expect_dates(HEAD "13/01/2023,CN,1\n2/1/2023,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2023-01-13", "2023-01-02"}, 2);
    expect_dates(HEAD "1/31/2023,CN,1\n2/1/2023,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2023-01-31", "2023-02-01"}, 2);
    expect_dates(HEAD "2/1/2023,CN,1\n1/2/2023,CN,2\n3/3/2023,CN,3\n4/30/2023,CN,4\n"
                      "2/9/2023,CN,5\n9/2/2023,CN,6\n",
                 DATES_OPEN,
                 (const char *const[]){"2023-02-01", "2023-01-02", "2023-03-03",
                                       "2023-04-30", "2023-02-09", "2023-09-02"},
                 6);
    expect_dates(HEAD "1/2/2023 0:00:00,CN,1\n13/2/2023 12:30,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2023-02-01", "2023-02-13"}, 2);
    expect_dates(HEAD "2023/1/2,CN,1\n2023/1/31,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2023-01-02", "2023-01-31"}, 2);
    expect_dates(HEAD "29-02-2024,CN,1\n01-03-2024,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2024-02-29", "2024-03-01"}, 2);
    expect_dates(HEAD "2/2/2023,CN,1\n3/3/2023,CN,2\n", DATES_OPEN,
                 (const char *const[]){"2023-02-02", "2023-03-03"}, 2);
    expect_dates(HEAD "1/1/2023,CN,1\n2/1/2023,CN,2\n3/1/2023,CN,3\n",
                 DATES_MONTH_FIRST,
                 (const char *const[]){"2023-01", "2023-02", "2023-03"}, 3);
}

Test(dates, an_order_that_nothing_shows_is_asked)
{
    static const char text[] = HEAD "1/2/2023,CN,1\n2/3/2023,CN,2\n";
    struct loaded loaded;

    load(&loaded, text, DATES_OPEN);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(open.dates);
    cr_expect(strstr(loaded_error(&loaded), "--dates=dmy or --dates=mdy says it"), "%s",
              loaded_error(&loaded));
    cr_expect_eq(loaded.diags.first->at.line, 2);
    loaded_close(&loaded);
    expect_dates(text, DATES_DAY_FIRST,
                 (const char *const[]){"2023-02-01", "2023-03-02"}, 2);
    expect_dates(text, DATES_MONTH_FIRST,
                 (const char *const[]){"2023-01-02", "2023-02-03"}, 2);
}

Test(dates, dates_of_both_orders_are_refused)
{
    struct loaded loaded;

    load(&loaded, HEAD "13/1/2023,CN,1\n1/31/2023,CN,2\n", DATES_OPEN);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(strstr(loaded_error(&loaded), "does not go with other dates"), "%s",
              loaded_error(&loaded));
    loaded_close(&loaded);
    load(&loaded, HEAD "13/1/2023,CN,1\n1/31/2023,CN,2\n5/1/2023,CN,7\n",
         DATES_DAY_FIRST);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_eq(loaded.dataset.fates.refused, 1);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2023-01-05").number,
                 7);
    loaded_close(&loaded);
    load(&loaded, HEAD "2023-02-01,CN,1\n3/4/2023,CN,2\n1/31/2023,CN,2\n", DATES_OPEN);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    loaded_close(&loaded);
}

/* Many rows, of which one late one shows the order; as threads read them. */
Test(dates, the_order_may_be_shown_late)
{
    static char text[1 << 20] = HEAD;
    size_t used = strlen(text);
    struct loaded loaded;

    for (int i = 0; i < 20000; i++)
        used += (size_t)snprintf(text + used, sizeof(text) - used, "%d/%d/%d,C%d,%d\n",
                                 1 + i % 12, 1 + i / 12 % 12, 2000 + i / 144, i % 7, i);
    snprintf(text + used, sizeof(text) - used, "5/31/1999,C0,1\n");
    load(&loaded, text, DATES_OPEN);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 20001);
    for (int i = 0; i < 20000; i += 977) {
        char period[PERIOD_SHOWN_MAX];
        snprintf(period, sizeof(period), "%d-%02d-%02d", 2000 + i / 144, 1 + i % 12,
                 1 + i / 12 % 12);
        cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, period).number, i);
    }
    loaded_close(&loaded);
}
