/*
 * The periods of rows: in one column, or years that are written with something else, a
 * month or a quarter beside them, or the year that they end in, "2008-09".
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* A year and a quarter beside it, "Q1" or "1"; what has the year too is the period. */
static struct builder_text year_and_quarter(struct table_reader *reader,
                                            struct builder_text year,
                                            struct builder_text quarter)
{
    size_t digits = 0;
    char digit = 0;

    for (size_t i = 0; i < quarter.length; i++)
        if (isdigit((unsigned char)quarter.text[i])) {
            digit = quarter.text[i];
            digits++;
        }
    if (!quarter.length)
        return year;
    if (digits != 1 || year.length > 8)
        return quarter;
    snprintf(reader->scratch, sizeof(reader->scratch), "%.*s-Q%c", (int)year.length,
             year.text, digit);
    year.length = strlen(reader->scratch);
    year.text = reader->scratch;
    return year;
}

bool table_is_fiscal(struct builder_text text)
{
    int first = 0;
    int second = 0;

    if ((text.length != 7 && text.length != 9) ||
        (text.text[4] != '-' && text.text[4] != '/'))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        int *of = i < 4 ? &first : &second;
        if (i == 4)
            continue;
        if (!isdigit((unsigned char)text.text[i]))
            return false;
        *of = *of * 10 + (text.text[i] - '0');
    }
    return text.length == 9 ? second == first + 1 : second == (first + 1) % 100;
}

bool table_has_fiscal_years(const struct table_reader *reader)
{
    bool is_so = reader->year_column != COLUMN_NONE &&
                 reader->month_column == COLUMN_NONE && reader->samples.count;

    for (size_t i = 0; is_so && i < reader->samples.count; i++) {
        struct builder_text year =
            table_field(&reader->samples.rows[i], reader->year_column);
        is_so = !year.length || table_is_fiscal(year);
    }
    return is_so;
}

bool table_years_are_doubtful(const struct table_reader *reader)
{
    const struct table_row *row = reader->samples.rows;

    for (size_t i = 0; reader->samples.count && i < row->count; i++)
        if (table_is_fiscal(row->fields[i]))
            return true;
    return false;
}

/* Once: what is shown for such a year. */
void table_note_fiscal(struct table_reader *reader, struct builder_text year)
{
    struct label note = {0};

    if (reader->has_fiscal)
        return;
    reader->has_fiscal = true;
    label_add(&note, reader->arena, "",
              arena_printf(reader->arena,
                           "Years are shown by the one that they begin in: %.*s as "
                           "%.4s.",
                           (int)year.length, year.text, year.text));
    builder_note(reader->builder, note);
    diag_note(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("'%.*s' under a year is one that ends in the next: it is shown as %.4s"),
        (int)year.length, year.text, year.text);
}

bool table_has_fiscal_headings(const struct headings *headings)
{
    size_t count = 0;

    for (size_t i = 0; i < headings->count; i++) {
        struct period period;
        if (table_is_fiscal(headings->text[i]))
            count++;
        else if (period_read(headings->text[i].text, headings->text[i].length, &period))
            return false;
    }
    return count > 1;
}

/* A year and a month beside it; month 52, or none, is the whole year. */
static struct builder_text year_and_month(struct table_reader *reader,
                                          const struct table_row *row)
{
    struct builder_text year =
        table_marked_period(table_field(row, reader->year_column), &reader->mark);
    struct builder_text month = table_field(row, reader->month_column);
    long number = 0;

    if (reader->month_column != COLUMN_NONE &&
        reader->uses[reader->month_column].role == ROLE_QUARTER)
        return year_and_quarter(reader, year, month);
    if (reader->is_fiscal && table_is_fiscal(year)) {
        table_note_fiscal(reader, year);
        year.length = 4;
        return year;
    }
    for (size_t i = 0; i < month.length && isdigit((unsigned char)month.text[i]); i++)
        number = number * 10 + (month.text[i] - '0');
    if (!month.length || month.length > 12 || number > 12 || year.length > 8)
        return year;
    if (number)
        snprintf(reader->scratch, sizeof(reader->scratch), "%.*s-%02ld",
                 (int)year.length, year.text, number);
    else
        snprintf(reader->scratch, sizeof(reader->scratch), "%.*s %.*s",
                 (int)month.length, month.text, (int)year.length, year.text);
    year.length = strlen(reader->scratch);
    year.text = reader->scratch;
    return year;
}

/* "200152": publishers call the whole year month 52. */
static bool is_whole_year(struct builder_text period)
{
    if (period.length != 6 || memcmp(period.text + 4, "52", 2) != 0)
        return false;
    for (size_t i = 0; i < 4; i++)
        if (!isdigit((unsigned char)period.text[i]))
            return false;
    return true;
}

struct builder_text table_row_period(struct table_reader *reader,
                                     const struct table_row *row)
{
    struct builder_text period;

    reader->mark.length = 0;
    if (reader->stated_period.length)
        return reader->stated_period;
    if (reader->period_column == COLUMN_NONE)
        return year_and_month(reader, row);
    period = table_marked_period(
        table_label_code(reader, table_field(row, reader->period_column)),
        &reader->mark);
    if (is_whole_year(period))
        period.length = 4;
    return period;
}
