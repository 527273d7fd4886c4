/*
 * Lines below the figures: their source, the date, a rule. They have one field that
 * says something, and no row behind them; within the figures such a line is a row that
 * lacks its figures, and is told of.
 */
#include "core/base/text.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

static void keep_note(struct table_reader *reader, const char *text)
{
    struct label note = {0};

    label_add(&note, reader->arena, "", text_clean(reader->arena, text, strlen(text)));
    builder_note(reader->builder, note);
}

static bool is_text(struct builder_text text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.text, word, text.length) == 0;
}

/* Rows of a number and a note, behind a head of their own. */
static bool is_note(struct table_reader *reader, const struct table_row *row)
{
    const struct builder_text *field = row->fields;
    const char *head = reader->layout->notes_head;

    if (head && is_text(field[0], head)) {
        reader->is_at_notes = true;
        return true;
    }
    if (!reader->is_at_notes || row->count != 2)
        return false;
    keep_note(reader, arena_printf(reader->arena, "%.*s: %.*s", (int)field[0].length,
                                   field[0].text, (int)field[1].length, field[1].text));
    return true;
}

/* Remarks behind the figures, which the dataset keeps. */
bool table_is_footer(struct table_reader *reader, const struct table_row *row)
{
    const char *const *footers = reader->layout->footers;
    struct builder_text text = row->fields[0];
    const char *copy;

    for (size_t i = 1; i < row->count; i++)
        if (row->fields[i].length)
            return is_note(reader, row);
    for (; footers && *footers; footers++)
        if (text.length >= strlen(*footers) &&
            memcmp(text.text, *footers, strlen(*footers)) == 0)
            break;
    if (!footers || !*footers)
        return false;
    copy = text_clean(reader->arena, text.text, text.length);
    keep_note(reader, copy);
    table_take_release_of(reader, copy);
    return true;
}

/* How many fields are not empty; *only is the last of them, else empty. */
static size_t filled(const struct table_row *row, struct builder_text *only)
{
    size_t count = 0;

    *only = (struct builder_text){"", 0, {0}};
    for (size_t i = 0; i < row->count; i++) {
        if (!row->fields[i].length)
            continue;
        *only = row->fields[i];
        count++;
    }
    return count;
}

static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* Words, or a rule of signs; a number or a single word may be of a row that is cut. */
static bool is_remark(struct builder_text text)
{
    size_t letters = 0;
    size_t rules = 0;

    for (size_t i = 0; i < text.length; i++) {
        letters += is_letter(text.text[i]);
        rules += text.text[i] && strchr("_-=*", text.text[i]);
    }
    if (!letters)
        return text.length > 2 && rules == text.length;
    return memchr(text.text, ' ', text.length) || memchr(text.text, ':', text.length);
}

static bool lacks_period(const struct table_reader *reader, const struct table_row *row)
{
    int column = reader->period_column != COLUMN_NONE ? reader->period_column
                                                      : reader->year_column;

    return column != COLUMN_NONE && !table_field(row, column).length;
}

bool table_foot_waits(struct table_reader *reader, const struct table_row *row)
{
    struct table_foot *foot = &reader->foot;
    struct builder_text only;
    size_t count;

    if (!reader->layout->finds_dimensions || foot->count == FOOT_LINES_MAX ||
        (row->count == reader->column_count && !lacks_period(reader, row)))
        return false;
    count = filled(row, &only);
    if (count > 1 || (count && !is_remark(only)))
        return false;
    foot->line[foot->count++] = table_keep_row(row, reader->arena);
    return true;
}

void table_foot_end(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->foot.count; i++) {
        struct builder_text only;
        filled(&reader->foot.line[i], &only);
        if (is_letter(*only.text) || memchr(only.text, ' ', only.length))
            keep_note(reader, arena_copy(reader->arena, only.text, only.length));
    }
    reader->foot.count = 0;
}
