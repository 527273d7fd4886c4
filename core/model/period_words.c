/* Periods as a person reads them, in the language in force. In English they are what
 * period_show() writes. */
#include "core/base/translate.h"
#include "core/model/period_internal.h"

#include <stdio.h>
#include <string.h>

/* What follows the year, "Q3", "07" or "W27"; of a day, "15". */
static char *rest_words(char out[PERIOD_SHOWN_MAX], struct period period)
{
    static const char halves[][3] = {NC_("part of a year", "H1"),
                                     NC_("part of a year", "H2")};
    static const char quarters[][3] = {
        NC_("part of a year", "Q1"), NC_("part of a year", "Q2"),
        NC_("part of a year", "Q3"), NC_("part of a year", "Q4")};
    struct period_parts parts = period_parts(period);

    switch (period.frequency) {
    case FREQUENCY_HALF:
        snprintf(out, PERIOD_SHOWN_MAX, "%s",
                 C_("part of a year", halves[parts.part - 1]));
        break;
    case FREQUENCY_QUARTER:
        snprintf(out, PERIOD_SHOWN_MAX, "%s",
                 C_("part of a year", quarters[parts.part - 1]));
        break;
    case FREQUENCY_WEEK:
        snprintf(out, PERIOD_SHOWN_MAX, C_("week of a year", "W%02d"), parts.part);
        break;
    case FREQUENCY_DAY:
        snprintf(out, PERIOD_SHOWN_MAX, C_("day of a month", "%02d"), parts.day);
        break;
    default:
        snprintf(out, PERIOD_SHOWN_MAX, C_("month of a year", "%02d"), parts.part);
    }
    return out;
}

static void single_words(char out[PERIOD_SHOWN_MAX], struct period period)
{
    struct period_parts parts = period_parts(period);
    char rest[PERIOD_SHOWN_MAX];

    if (period.frequency == FREQUENCY_UNDATED)
        snprintf(out, PERIOD_SHOWN_MAX, "%s", _("period not said"));
    else if (period.frequency == FREQUENCY_YEAR)
        snprintf(out, PERIOD_SHOWN_MAX, C_("year", "%04d"), parts.year);
    else if (period.frequency == FREQUENCY_DAY)
        snprintf(out, PERIOD_SHOWN_MAX, C_("year, month and day", "%04d-%02d-%02d"),
                 parts.year, parts.part, parts.day);
    else
        snprintf(out, PERIOD_SHOWN_MAX, C_("year and a part of it", "%04d-%s"),
                 parts.year, rest_words(rest, period));
}

/* Whether the second of two needs its last part only: 2024-01..02. */
static bool shares_beginning(struct period first, struct period last)
{
    struct period_parts a = period_parts(first);
    struct period_parts b = period_parts(last);

    return first.frequency != FREQUENCY_YEAR && a.year == b.year &&
           (first.frequency != FREQUENCY_DAY || a.part == b.part);
}

/* One text from two; what does not fit is left out of the second. */
static void join(char out[PERIOD_SHOWN_MAX], const char *last, bool is_of_parts)
{
    char first[PERIOD_SHOWN_MAX];

    snprintf(first, sizeof(first), "%s", out);
    snprintf(out, PERIOD_SHOWN_MAX,
             is_of_parts ? C_("range of parts of a year", "%s-%s")
                         : C_("range of periods", "%s..%s"),
             first, last);
}

char *period_words(char out[PERIOD_SHOWN_MAX], struct period period)
{
    char last[PERIOD_SHOWN_MAX];

    single_words(out, period);
    if (!period.more)
        return out;
    if (shares_beginning(period, period_last(period)))
        rest_words(last, period_last(period));
    else
        single_words(last, period_last(period));
    join(out, last, false);
    return out;
}

/* "Jan", "Q3", "H1". */
static void part_words(char out[PERIOD_SHOWN_MAX], struct period period)
{
    static const char months[][4] = {
        NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"),
        NC_("month", "Apr"), NC_("month", "May"), NC_("month", "Jun"),
        NC_("month", "Jul"), NC_("month", "Aug"), NC_("month", "Sep"),
        NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec")};

    if (period.frequency == FREQUENCY_MONTH)
        snprintf(out, PERIOD_SHOWN_MAX, "%s",
                 C_("month", months[period_parts(period).part - 1]));
    else
        rest_words(out, period);
}

char *period_part_words(char out[PERIOD_SHOWN_MAX], struct period period)
{
    char last[PERIOD_SHOWN_MAX];

    if (period.frequency == FREQUENCY_YEAR || period.frequency >= FREQUENCY_WEEK)
        return period_words(out, period);
    part_words(out, period);
    if (!period.more)
        return out;
    part_words(last, period_last(period));
    join(out, last, true);
    return out;
}
