/*
 * Dates: those that stand for longer periods, as a table of months, quarters or years
 * may have the first day of each; and those of which nobody knows whether they begin
 * with the day or the month, 1/2/2023, until some other date of the column shows it.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum edge { EDGE_NONE, EDGE_FIRST, EDGE_LAST };

/* What the day is in its month, which is then in *month. */
static enum edge edge_of(struct period period, int *month)
{
    struct period next = {period.frequency, period.index + 1, 0};
    char text[PERIOD_SHOWN_MAX];
    char after[PERIOD_SHOWN_MAX];

    period_show(text, period);
    period_show(after, next);
    *month = 10 * (text[5] - '0') + (text[6] - '0');
    if (strcmp(text + 8, "01") == 0)
        return EDGE_FIRST;
    return strcmp(after + 8, "01") == 0 ? EDGE_LAST : EDGE_NONE;
}

static bool use(struct dataset *dataset, enum frequency frequency)
{
    static const char parts[][4] = {"", "-Q1", "-Q2", "-Q3", "-Q4"};

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        char text[PERIOD_SHOWN_MAX];
        int month;
        edge_of(dataset->periods[i], &month);
        period_show(text, dataset->periods[i]);
        text[frequency == FREQUENCY_MONTH ? 7 : 4] = '\0';
        if (frequency == FREQUENCY_QUARTER)
            memcpy(text + 4, parts[(month + 2) / 3], sizeof(parts[0]));
        if (!period_read(text, strlen(text), &dataset->periods[i]))
            return false;
    }
    return true;
}

static bool settle_order(struct table_reader *reader)
{
    const struct table_dates *dates = &reader->dates;

    if (dates->is_contradicted || !dates->open || dates->order != DATES_OPEN)
        return true;
    reader->open->dates = true;
    return diag_error(reader->diags, dates->where,
                      "'%s' begins with the day or with the month, and no other date "
                      "shows which: --dates=dmy or --dates=mdy says it",
                      dates->open);
}

/* The months, as bits, when every date is at that edge of one; 0: some is not. */
static unsigned months_of(const struct dataset *dataset, enum edge edge)
{
    unsigned months = 0;

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        int month;
        if (dataset->periods[i].frequency != FREQUENCY_DAY ||
            edge_of(dataset->periods[i], &month) != edge)
            return 0;
        months |= 1u << month;
    }
    return months;
}

/* Of dates at one edge of periods: the longest that they can all be of. */
static void settle_edge(struct table_reader *reader, enum edge edge)
{
    static const struct {
        unsigned year;
        unsigned quarters;
        const char *notes[3]; /* of years, quarters and months */
    } edges[] = {
        [EDGE_FIRST] =
            {1u << 1,
             1u << 1 | 1u << 4 | 1u << 7 | 1u << 10,
             {N_("every date is the first of a year: they are read as years"),
              N_("every date is the first of a quarter: they are read as "
                 "quarters"),
              N_("every date is the first of a month: they are read as "
                 "months")}},
        [EDGE_LAST] = {1u << 12,
                       1u << 3 | 1u << 6 | 1u << 9 | 1u << 12,
                       {N_("every date is the last of a year: they are read as years"),
                        N_("every date is the last of a quarter: they are read as "
                           "quarters"),
                        N_("every date is the last of a month: they are read as "
                           "months")}},
    };
    static const enum frequency frequencies[] = {FREQUENCY_YEAR, FREQUENCY_QUARTER,
                                                 FREQUENCY_MONTH};
    struct dataset *dataset = reader->dataset;
    unsigned months = months_of(dataset, edge);
    size_t number = 2;

    if (!months || dataset->period_count < 2)
        return;
    if (months == edges[edge].year)
        number = 0;
    else if (!(months & ~edges[edge].quarters) && dataset->period_count > 2)
        number = 1;
    use(dataset, frequencies[number]);
    diag_note(reader->diags, (struct source_pos){.file = reader->name}, "%s",
              _(edges[edge].notes[number]));
}

bool table_settle_dates(struct table_reader *reader)
{
    if (!settle_order(reader))
        return false;
    settle_edge(reader, EDGE_FIRST);
    settle_edge(reader, EDGE_LAST);
    return true;
}

/* Up to `max` digits; 0: there are none. */
static size_t digits_at(struct builder_text text, size_t at, size_t max, int *number)
{
    size_t count = 0;

    *number = 0;
    while (at + count < text.length && count < max &&
           isdigit((unsigned char)text.text[at + count]))
        *number = 10 * *number + (text.text[at + count++] - '0');
    return count;
}

/* The length without a time of day: "1/31/2023 0:00:00", "2023-01-31T00:00". */
static size_t without_time(struct builder_text text)
{
    for (size_t i = 1; i + 1 < text.length; i++)
        if ((text.text[i] == ' ' || text.text[i] == 'T') &&
            isdigit((unsigned char)text.text[i + 1]) &&
            memchr(text.text + i, ':', text.length - i))
            return i;
    return text.length;
}

/* Three numbers apart by one of the signs; how many digits the first has. */
static size_t numbers_of(struct builder_text text, int number[3])
{
    size_t first = digits_at(text, 0, 4, &number[0]);
    char sign = first < text.length ? text.text[first] : '\0';
    size_t at = first + 1;
    size_t count = digits_at(text, at, 2, &number[1]);

    if (!first || !count || (sign != '/' && sign != '-'))
        return 0;
    at += count;
    if (at >= text.length || text.text[at] != sign)
        return 0;
    count = digits_at(text, at + 1, 4, &number[2]);
    if (at + 1 + count != text.length || (first == 4 ? count > 2 : count != 4))
        return 0;
    return count ? first : 0;
}

static bool make(struct period *period, int year, int month, int day)
{
    char text[32];

    snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
    return strlen(text) == 10 && period_read(text, 10, period);
}

static bool say_contradiction(struct table_reader *reader, struct builder_text text)
{
    struct table_dates *dates = &reader->dates;

    if (!dates->is_answered && !dates->is_contradicted)
        diag_error(reader->diags, text.at,
                   "'%.*s' does not go with other dates, as '%s': one begins with the "
                   "day, one with the month; --dates=dmy or --dates=mdy leaves out "
                   "those that do not fit",
                   (int)text.length, text.text,
                   dates->shown ? dates->shown : "2024-01-31");
    dates->is_contradicted = true;
    return false;
}

/* The order is shown by a date that is none in the other. */
static bool show_order(struct table_reader *reader, struct builder_text text,
                       enum date_order order)
{
    struct table_dates *dates = &reader->dates;

    if (dates->order == order)
        return true;
    if (dates->order != DATES_OPEN)
        return say_contradiction(reader, text);
    if (dates->open && order == DATES_MONTH_FIRST) {
        if (dates->has_others)
            return say_contradiction(reader, text);
        builder_swap_days(reader->builder);
    }
    dates->order = order;
    dates->shown = arena_copy(reader->arena, text.text, text.length);
    return true;
}

bool table_read_date(struct table_reader *reader, struct builder_text text,
                     struct period *period)
{
    struct table_dates *dates = &reader->dates;
    struct builder_text date = {text.text, without_time(text), text.at};
    struct period month_first;
    int number[3];
    size_t digits = numbers_of(date, number);
    bool is_day_first;
    bool is_month_first;

    if (digits == 4)
        return make(period, number[0], number[1], number[2]);
    if (digits < 1 || digits > 2)
        return false;
    is_day_first = make(period, number[2], number[1], number[0]);
    is_month_first = make(&month_first, number[2], number[0], number[1]);
    if (!is_day_first && !is_month_first)
        return false;
    if (is_day_first != is_month_first &&
        !show_order(reader, date, is_day_first ? DATES_DAY_FIRST : DATES_MONTH_FIRST))
        return false;
    if (is_day_first && is_month_first && number[0] != number[1] && !dates->open) {
        dates->open = arena_copy(reader->arena, date.text, date.length);
        dates->where = (struct source_pos){reader->name, text.at.line, text.at.column};
    }
    if (dates->order == DATES_MONTH_FIRST)
        *period = month_first;
    return true;
}
