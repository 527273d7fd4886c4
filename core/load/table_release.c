/*
 * When a table was released, where the file or its name says it: which of two files
 * that overlap is the newer one.
 *
 * Names: UN Comtrade's bulk files have the date in brackets, its downloads the time
 * they were made ("TradeData_4_16_2023_14_22_28"), BACI's a month ("V202501").
 */
#include "core/base/text.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { RELEASE_MAX = 40 };

/* "2023-03-01" and what follows it of a time. */
static bool read_iso(const char *text, char *out)
{
    int year;
    int month;
    int day;
    int end = 0;
    size_t length;

    if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end < 8)
        return false;
    length = strspn(text + end, "T:0123456789");
    if (length > 12)
        length = 12;
    snprintf(out, RELEASE_MAX, "%04d-%02d-%02d%.*s", year, month, day, (int)length,
             text + end);
    return year > 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Eurostat's "06/05/21 23:00:00", with the day first, and the World Bank's
 * "01/30/2024", with the month first. */
static bool read_slashes(const char *text, bool is_month_first, char *out)
{
    int first;
    int second;
    int year;
    int end = 0;
    char time[9] = "";

    if (sscanf(text, "%2d/%2d/%4d%n", &first, &second, &year, &end) != 3)
        return false;
    if (year < 100)
        year += 2000;
    if (sscanf(text + end, " %8[0-9:]", time) != 1)
        time[0] = '\0';
    snprintf(out, RELEASE_MAX, "%04d-%02d-%02d%s%s", year,
             is_month_first ? first : second, is_month_first ? second : first,
             *time ? "T" : "", time);
    return first >= 1 && second >= 1 && first <= 31 && second <= 31;
}

static bool read_name(const char *name, char *out)
{
    const char *bracket = strchr(name, '[');
    const char *version = strstr(name, "_V");
    int t[6];

    if (bracket && read_iso(bracket + 1, out))
        return true;
    if (sscanf(name, "TradeData_%2d_%2d_%4d_%2d_%2d_%2d", &t[0], &t[1], &t[2], &t[3],
               &t[4], &t[5]) == 6) {
        snprintf(out, RELEASE_MAX, "%04d-%02d-%02dT%02d:%02d:%02d", t[2], t[0], t[1],
                 t[3], t[4], t[5]);
        return true;
    }
    if (version && strspn(version + 2, "0123456789") == 6) {
        snprintf(out, RELEASE_MAX, "%.4s-%.2s", version + 2, version + 6);
        return true;
    }
    return false;
}

/* The first row under this heading, ended by a NUL. */
static const char *sample_under(const struct table_reader *reader, const char *folded)
{
    size_t column = headings_find(&reader->headings, folded);
    struct builder_text text;

    if (column == SIZE_MAX || column >= reader->sample_count)
        return "";
    text = reader->sample[column];
    return arena_copy(reader->arena, text.text, text.length);
}

static const char *behind(const char *text, const char *words)
{
    const char *found = text ? strstr(text, words) : NULL;

    if (!found)
        return "";
    found += strlen(words);
    return found + strcspn(found, "0123456789\n");
}

void table_take_release(struct table_reader *reader)
{
    char out[RELEASE_MAX];

    if (read_iso(behind(reader->headings.preamble, "Last Updated"), out) ||
        read_slashes(sample_under(reader, "lastupdate"), false, out) ||
        read_iso(sample_under(reader, "lastupdate"), out) ||
        read_iso(sample_under(reader, "updated"), out) ||
        read_name(text_file_name(reader->name), out))
        builder_release(reader->builder, out);
}

void table_take_release_of(struct table_reader *reader, const char *footer)
{
    char out[RELEASE_MAX];
    const char *date = behind(footer, "Last Updated");

    if (read_slashes(date, true, out) || read_iso(date, out))
        builder_release(reader->builder, out);
}
