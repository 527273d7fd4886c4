#include "core/model/period.h"

#include "core/base/translate.h"
#include "core/model/period_internal.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1000, YEAR_MAX = 2999 };

/* Periods in a year, for those frequencies that divide it evenly. */
static const int per_year[FREQUENCY_COUNT] = {
    [FREQUENCY_YEAR] = 1,
    [FREQUENCY_HALF] = 2,
    [FREQUENCY_QUARTER] = 4,
    [FREQUENCY_MONTH] = 12,
};

static int floor_div(int a, int b)
{
    return a / b - (a % b < 0);
}

/* Days since 1970-01-01 in the Gregorian calendar. Years begin in March here, so
 * that the leap day is the last of its year. */
static int32_t day_index(int year, int month, int day)
{
    int y = month > 2 ? year : year - 1;
    int era = floor_div(y, 400);
    int of_era = y - era * 400;
    int of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void day_date(int32_t index, int *year, int *month, int *day)
{
    int from = index + 719468;
    int era = floor_div(from, 146097);
    int of_era = from - era * 146097;
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;

    *day = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2);
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

/* The index of the year's first ISO week, the one that has 4 January. */
static int32_t first_week(int year)
{
    return floor_div(day_index(year, 1, 4) + 3, 7);
}

bool period_make(struct period *period, enum frequency frequency, int year, int part)
{
    int parts = per_year[frequency];

    if (frequency == FREQUENCY_WEEK)
        parts = first_week(year + 1) - first_week(year);
    if (year < YEAR_MIN || year > YEAR_MAX || part < 1 || part > parts)
        return false;
    *period = (struct period){.frequency = frequency};
    period->index = frequency == FREQUENCY_WEEK ? first_week(year) + part - 1
                                                : year * parts + part - 1;
    return true;
}

bool period_make_day(struct period *period, int year, int month, int day)
{
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 ||
        day > month_days(year, month))
        return false;
    *period = (struct period){FREQUENCY_DAY, day_index(year, month, day), 0};
    return true;
}

/* The first day of a period. A week's index counts from Monday, 29 December 1969. */
static int32_t start(struct period period)
{
    int parts = per_year[period.frequency];

    /* Before every day there is, and none of it. */
    if (period.frequency == FREQUENCY_UNDATED)
        return INT32_MIN / 2 + period.index;
    if (period.frequency == FREQUENCY_DAY)
        return period.index;
    if (period.frequency == FREQUENCY_WEEK)
        return period.index * 7 - 3;

    int year = floor_div(period.index, parts);
    return day_index(year, (period.index - year * parts) * (12 / parts) + 1, 1);
}

int period_year(struct period period)
{
    int year;
    int month;
    int day;

    if (period.frequency == FREQUENCY_UNDATED)
        return 0;
    if (period.frequency < FREQUENCY_WEEK)
        return floor_div(period.index, per_year[period.frequency]);
    /* A week belongs to the year of its Thursday. */
    day_date(period.frequency == FREQUENCY_WEEK ? period.index * 7 : period.index,
             &year, &month, &day);
    return year;
}

struct period_parts period_parts(struct period period)
{
    struct period_parts parts = {.year = period_year(period)};

    if (period.frequency == FREQUENCY_DAY)
        day_date(period.index, &parts.year, &parts.part, &parts.day);
    else if (period.frequency == FREQUENCY_WEEK)
        parts.part = period.index - first_week(parts.year) + 1;
    else
        parts.part = period.index - parts.year * per_year[period.frequency] + 1;
    return parts;
}

static char *show_single(char out[PERIOD_SHOWN_MAX], struct period period)
{
    struct period_parts parts = period_parts(period);

    switch (period.frequency) {
    case FREQUENCY_HALF:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d-H%d", parts.year, parts.part);
        break;
    case FREQUENCY_QUARTER:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d-Q%d", parts.year, parts.part);
        break;
    case FREQUENCY_MONTH:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d-%02d", parts.year, parts.part);
        break;
    case FREQUENCY_WEEK:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d-W%02d", parts.year, parts.part);
        break;
    case FREQUENCY_DAY:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d-%02d-%02d", parts.year, parts.part,
                 parts.day);
        break;
    case FREQUENCY_UNDATED:
        snprintf(out, PERIOD_SHOWN_MAX, "%s", PERIOD_UNDATED);
        break;
    default:
        snprintf(out, PERIOD_SHOWN_MAX, "%04d", parts.year);
    }
    return out;
}

/* The last of several leaves out what it shares with the first: 2024-01..02. */
char *period_show(char out[PERIOD_SHOWN_MAX], struct period period)
{
    char last[PERIOD_SHOWN_MAX];
    const char *rest = last;
    const char *cut;
    size_t length;

    show_single(out, period);
    if (!period.more)
        return out;
    length = strlen(out);
    show_single(last, period_last(period));
    cut = strrchr(last, '-');
    if (cut && strncmp(out, last, (size_t)(cut - last) + 1) == 0)
        rest = cut + 1;
    snprintf(out + length, PERIOD_SHOWN_MAX - length, "..%s", rest);
    return out;
}

struct period period_join(struct period first, struct period last)
{
    return (struct period){first.frequency, first.index,
                           last.index + last.more - first.index};
}

struct period period_last(struct period period)
{
    return (struct period){period.frequency, period.index + period.more, 0};
}

static bool single_year_before(struct period period, struct period *before)
{
    int year = period_year(period);
    int month;
    int day;

    if (period.frequency == FREQUENCY_UNDATED)
        return false;
    if (period.frequency == FREQUENCY_WEEK)
        return period_make(before, FREQUENCY_WEEK, year - 1,
                           period.index - first_week(year) + 1);
    if (period.frequency == FREQUENCY_DAY) {
        day_date(period.index, &year, &month, &day);
        return period_make_day(before, year - 1, month, day);
    }
    *before = period;
    before->index -= per_year[period.frequency];
    return true;
}

bool period_year_before(struct period period, struct period *before)
{
    struct period first = {period.frequency, period.index, 0};
    struct period last;

    if (!single_year_before(first, &first) ||
        !single_year_before(period_last(period), &last))
        return false;
    *before = period_join(first, last);
    return true;
}

/* The first day after a period. */
static int32_t end(struct period period)
{
    return start((struct period){period.frequency, period.index + period.more + 1, 0});
}

bool period_is_in(struct period period, struct period first, struct period last)
{
    return start(period) >= start(first) && start(period) < end(last);
}

bool period_contains(struct period outer, struct period inner)
{
    return start(inner) >= start(outer) && end(inner) <= end(outer);
}

bool period_begins_after(struct period period, struct period other)
{
    return start(period) > start(other);
}

int period_compare(struct period a, struct period b)
{
    int32_t a_start = start(a);
    int32_t b_start = start(b);

    if (a_start != b_start)
        return a_start < b_start ? -1 : 1;
    if (a.frequency != b.frequency)
        return a.frequency > b.frequency ? 1 : -1;
    return (a.more < b.more) - (a.more > b.more);
}

bool period_equal(struct period a, struct period b)
{
    return a.frequency == b.frequency && a.index == b.index && a.more == b.more;
}

const char *frequency_adjective(enum frequency frequency)
{
    static const char *const words[FREQUENCY_COUNT] = {
        N_("annual"), N_("half-yearly"), N_("quarterly"), N_("monthly"),
        N_("weekly"), N_("daily"),       N_("undated"),
    };

    return _(words[frequency]);
}

const char *frequency_noun(enum frequency frequency)
{
    static const char *const words[FREQUENCY_COUNT] = {
        NC_("period", "year"),   NC_("period", "half-year"), NC_("period", "quarter"),
        NC_("period", "month"),  NC_("period", "week"),      NC_("period", "day"),
        NC_("period", "period"),
    };

    return words[frequency];
}

const char *frequency_words(enum frequency frequency, unsigned long count)
{
    switch (frequency) {
    case FREQUENCY_YEAR:
        return P_("year", "years", count);
    case FREQUENCY_HALF:
        return P_("half-year", "half-years", count);
    case FREQUENCY_QUARTER:
        return P_("quarter", "quarters", count);
    case FREQUENCY_MONTH:
        return P_("month", "months", count);
    case FREQUENCY_WEEK:
        return P_("week", "weeks", count);
    case FREQUENCY_UNDATED:
        return P_("undated period", "undated periods", count);
    default:
        return P_("day", "days", count);
    }
}
