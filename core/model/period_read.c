#include "core/model/period_internal.h"

#include <string.h>

/* The longest spelling that has a meaning: "15-September-2024". */
enum { SPELLING_MAX = 24 };

/* What is left to read. */
struct scan {
    const char *at;
    const char *end;
};

static bool scan_end(const struct scan *scan)
{
    return scan->at == scan->end;
}

/* Reads from `min` to `max` digits. */
static bool scan_digits(struct scan *scan, int min, int max, int *number)
{
    int count = 0;

    *number = 0;
    while (count < max && !scan_end(scan) && *scan->at >= '0' && *scan->at <= '9') {
        *number = *number * 10 + (*scan->at++ - '0');
        count++;
    }
    return count >= min;
}

static bool scan_any(struct scan *scan, const char *set)
{
    if (scan_end(scan) || !*scan->at || !strchr(set, *scan->at))
        return false;
    scan->at++;
    return true;
}

static bool scan_text(struct scan *scan, const char *text)
{
    size_t length = strlen(text);

    if ((size_t)(scan->end - scan->at) < length || memcmp(scan->at, text, length) != 0)
        return false;
    scan->at += length;
    return true;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* H1, S2, Q3, T3 of a trimester, M07, W27 after the year. */
static bool read_lettered(struct scan scan, int year, struct period *period)
{
    static const struct {
        char letter;
        enum frequency frequency;
        int digits_max;
    } letters[] = {
        {'h', FREQUENCY_HALF, 1},    {'s', FREQUENCY_HALF, 1},
        {'q', FREQUENCY_QUARTER, 1}, {'t', FREQUENCY_QUARTER, 1},
        {'m', FREQUENCY_MONTH, 2},   {'w', FREQUENCY_WEEK, 2},
    };
    char letter = lower(*scan.at++);
    int part;

    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
        if (letters[i].letter == letter)
            return scan_digits(&scan, 1, letters[i].digits_max, &part) &&
                   scan_end(&scan) &&
                   period_make(period, letters[i].frequency, year, part);
    return false;
}

/* "Jan" behind the year. */
static bool read_named(struct scan scan, int year, struct period *period)
{
    int month;

    scan.at += period_month_name(scan.at, scan.end, &month);
    return month && scan_end(&scan) &&
           period_make(period, FREQUENCY_MONTH, year, month);
}

/* What stands behind "2024年": nothing, "7月" or "第3季度". */
static bool read_chinese(struct scan scan, int year, struct period *period)
{
    enum frequency frequency = FREQUENCY_MONTH;
    int part;

    if (scan_end(&scan))
        return period_make(period, FREQUENCY_YEAR, year, 1);
    scan_text(&scan, "第");
    if (!scan_digits(&scan, 1, 2, &part))
        return false;
    if (scan_text(&scan, "季度"))
        frequency = FREQUENCY_QUARTER;
    else if (!scan_text(&scan, "月"))
        return false;
    return scan_end(&scan) && period_make(period, frequency, year, part);
}

/* 2024 and all that begins with a year. */
static bool read_year_first(struct scan scan, struct period *period)
{
    const char *before;
    int year;
    int month;
    int day;

    if (!scan_digits(&scan, 4, 4, &year))
        return false;
    if (scan_end(&scan))
        return period_make(period, FREQUENCY_YEAR, year, 1);

    if (scan.end - scan.at == 2 && scan_text(&scan, ".0"))
        return period_make(period, FREQUENCY_YEAR, year, 1);
    if (scan_text(&scan, "年"))
        return read_chinese(scan, year, period);

    bool is_dashed = *scan.at == '-' || *scan.at == ' ';
    bool is_single = *scan.at == '-' || *scan.at == '/';
    bool is_slash = *scan.at == '/';
    bool is_apart = scan_any(&scan, "-./ ");
    if (scan_end(&scan))
        return false;
    if (lower(*scan.at) >= 'a')
        return ((is_dashed || is_slash || !is_apart) &&
                read_lettered(scan, year, period)) ||
               ((is_dashed || !is_apart) && read_named(scan, year, period));
    before = scan.at;
    if (!scan_digits(&scan, 1, 2, &month) ||
        (scan.at - before == 1 && !(is_single && scan_end(&scan))))
        return false;
    if (scan_end(&scan))
        return period_make(period, FREQUENCY_MONTH, year, month);
    if (is_apart && (!is_dashed || !scan_any(&scan, "-")))
        return false; /* no dots or slashes between year, month and day */
    return scan_digits(&scan, 2, 2, &day) && scan_end(&scan) &&
           period_make_day(period, year, month, day);
}

/* "Jul-2024", "July 2024", "janv. 2024", "enero de 2024": the month by its name, and
 * the year behind it. */
static bool scan_month_and_year(struct scan *scan, int *month, int *year)
{
    scan->at += period_month_name(scan->at, scan->end, month);
    return *month && (scan_text(scan, " de ") || scan_any(scan, "- /")) &&
           scan_digits(scan, 4, 4, year) && scan_end(scan);
}

/* "24", as spreadsheets write it: of this century up to 69. */
static bool scan_short_year(struct scan *scan, int *year)
{
    enum { CENTURY_ENDS = 70 };

    if (!scan_digits(scan, 2, 2, year) || !scan_end(scan))
        return false;
    *year += *year < CENTURY_ENDS ? 2000 : 1900;
    return true;
}

/* "Jul-24", "janv.-24", "jan/24". */
static bool read_short_year(struct scan scan, struct period *period)
{
    int month;
    int year;

    scan.at += period_month_name(scan.at, scan.end, &month);
    return month && scan_any(&scan, "-'/") && scan_short_year(&scan, &year) &&
           period_make(period, FREQUENCY_MONTH, year, month);
}

/* Any year behind a part of it. */
static bool scan_year(struct scan *scan, int *year)
{
    return scan->end - scan->at == 2 ? scan_short_year(scan, year)
                                     : scan_digits(scan, 4, 4, year) && scan_end(scan);
}

/* "Q3 2024", "H1-2024", "Q3/24". */
static bool read_part_first(struct scan scan, struct period *period)
{
    struct scan part = {scan.at, scan.at};
    bool is_apart;
    int year;

    if (scan.end - scan.at < 5 || !strchr("hsqtHSQT", *scan.at))
        return false;
    part.end = scan.at + 2;
    scan.at += 2;
    is_apart = scan_any(&scan, "- /'");
    return (is_apart || scan.end - scan.at == 4) && scan_year(&scan, &year) &&
           read_lettered(part, year, period);
}

/* "3Q2024", "1H 2024". */
static bool read_number_first(struct scan scan, struct period *period)
{
    char part[2];
    int year;

    if (scan.end - scan.at < 4 || !scan.at[1] || !strchr("hsqtHSQT", scan.at[1]))
        return false;
    part[0] = scan.at[1];
    part[1] = scan.at[0];
    scan.at += 2;
    if (scan.end - scan.at == 5)
        scan_text(&scan, " ");
    return scan_year(&scan, &year) &&
           read_lettered((struct scan){part, part + 2}, year, period);
}

/* "07/2024", and "15.07.2024", which nobody writes with the month first. */
static bool read_numbers(struct scan scan, struct period *period)
{
    int day;
    int month;
    int year;

    if (!scan_digits(&scan, 1, 2, &day))
        return false;
    if (scan_any(&scan, "/-"))
        return scan_digits(&scan, 4, 4, &year) && scan_end(&scan) &&
               period_make(period, FREQUENCY_MONTH, year, day);
    return scan_any(&scan, ".") && scan_digits(&scan, 1, 2, &month) &&
           scan_any(&scan, ".") && scan_digits(&scan, 4, 4, &year) && scan_end(&scan) &&
           period_make_day(period, year, month, day);
}

static bool read_month_first(struct scan scan, struct period *period)
{
    int month;
    int year;

    return scan_month_and_year(&scan, &month, &year) &&
           period_make(period, FREQUENCY_MONTH, year, month);
}

/* 15-Jul-2024, 5 July 2024. With numbers alone nobody knows which is the month. */
static bool read_day_first(struct scan scan, struct period *period)
{
    int day;
    int month;
    int year;

    return scan_digits(&scan, 1, 2, &day) && scan_any(&scan, "- ") &&
           scan_month_and_year(&scan, &month, &year) &&
           period_make_day(period, year, month, day);
}

bool period_read(const char *text, size_t length, struct period *period)
{
    struct scan scan = {text, text + length};

    if (length == 0 || length > SPELLING_MAX)
        return false;
    if (length == strlen(PERIOD_UNDATED) && memcmp(text, PERIOD_UNDATED, length) == 0) {
        *period = (struct period){.frequency = FREQUENCY_UNDATED};
        return true;
    }
    return read_year_first(scan, period) || read_month_first(scan, period) ||
           read_day_first(scan, period) || read_short_year(scan, period) ||
           read_part_first(scan, period) || read_number_first(scan, period) ||
           read_numbers(scan, period);
}

/* The end of a range: in full, or shortened by what it shares with the first. */
static bool read_last(const char *first, size_t first_length, const char *last,
                      size_t last_length, struct period *period)
{
    char full[SPELLING_MAX];

    if (period_read(last, last_length, period))
        return true;
    if (last_length == 0 || last_length >= first_length || first_length > sizeof(full))
        return false;
    memcpy(full, first, first_length - last_length);
    memcpy(full + first_length - last_length, last, last_length);
    return period_read(full, first_length, period);
}

bool period_read_range(const char *text, size_t length, struct period *first,
                       struct period *last)
{
    for (size_t i = 0; i + 1 < length && i <= SPELLING_MAX; i++) {
        if (text[i] != '.' || text[i + 1] != '.')
            continue;
        return period_read(text, i, first) &&
               read_last(text, i, text + i + 2, length - i - 2, last) &&
               first->frequency == last->frequency && first->index <= last->index;
    }
    if (!period_read(text, length, first))
        return false;
    *last = *first;
    return true;
}

bool period_read_joined(const char *text, struct period *period)
{
    struct period last;

    if (!period_read_range(text, strlen(text), period, &last))
        return false;
    *period = period_join(*period, last);
    return true;
}
