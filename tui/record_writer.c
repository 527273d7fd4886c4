#include "tui/record_writer.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"

#include <string.h>

enum { WRITE_COLS_MIN = 10, NAME_COLS = 14 };

static void write_line(struct record_writer *writer, int col, enum style style,
                       const char *text)
{
    long row = (long)writer->line++ - (long)writer->first;

    if (writer->cells && row >= 0 && row < writer->area.rows)
        cells_text(writer->cells, writer->area, (int)row, col, style, text);
}

void record_write(struct record_writer *writer, int col, enum style style,
                  const char *text)
{
    int cols = writer->area.cols - col - 1;

    while (*text) {
        size_t bytes = text_break(text, cols < WRITE_COLS_MIN ? WRITE_COLS_MIN : cols);
        write_line(writer, col, style, arena_copy(writer->arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
}

void record_pair(struct record_writer *writer, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    record_write(writer, 1, STYLE_PLAIN,
                 arena_printf(writer->arena, "%s %s",
                              text_pad(writer->arena, name, NAME_COLS), value));
}

void record_blank(struct record_writer *writer)
{
    writer->line++;
}

const char *record_number(const struct record_writer *writer, double number,
                          int decimals)
{
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {
        .decimals = decimals,
        .is_ascii = writer->glyphs->is_ascii,
        .is_grouped = true,
    };

    return arena_printf(writer->arena, "%s", number_show(text, number, style));
}

const char *record_in_full(const struct record_writer *writer, struct value value)
{
    double whole = value.number < 0 ? -value.number : value.number;
    bool is_whole = whole < 1e15 && whole == (double)(long long)whole;

    if (!value_is_number(value))
        return _(absence_words(value.absence));
    return record_number(writer, value.number, is_whole ? 0 : 4);
}

const char *record_place(const struct record_writer *writer,
                         const struct dataset *dataset, size_t line)
{
    return arena_printf(writer->arena, "%s:%zu", text_file_name(dataset->path), line);
}
