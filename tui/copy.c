#include "tui/copy.h"

#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/export/export.h"
#include "tui/clipboard.h"
#include "tui/command_line.h"
#include "tui/crossing.h"
#include "tui/keep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_MAX = 200 };

static const struct choice things[] = {
    {.letter = 'c', .title = N_("figure")},
    {.letter = 'r', .title = N_("row")},
    {.letter = 'v', .title = N_("view")},
    {.letter = 'd', .title = N_("data as CSV")},
    {.letter = 'l', .title = N_("command")},
};

size_t copy_choices(struct choice choices[CHOICE_MAX])
{
    size_t count = sizeof(things) / sizeof(things[0]);

    for (size_t i = 0; i < count; i++) {
        choices[i] = things[i];
        choices[i].title = _(things[i].title);
    }
    return count;
}

/* Hands the text on; false, and why, when it cannot be. */
static bool give(struct app *app, const char *text, size_t size)
{
    if (!app->has_terminal) {
        snprintf(app->message, sizeof(app->message),
                 _("there is no terminal to copy to"));
        return false;
    }
    if (size > CLIPBOARD_MAX) {
        snprintf(
            app->message, sizeof(app->message),
            _("not copied: %zu bytes, and a terminal takes %d; e writes to a file"),
            size, CLIPBOARD_MAX);
        return false;
    }
    arena_clear(&app->copy_arena);
    app->copy = arena_copy(&app->copy_arena, text, size);
    app->copy_size = size;
    return true;
}

static size_t figures_of(const struct sheet *sheet)
{
    struct arena scratch = {0};
    size_t count = 0;

    for (size_t i = 0; i < sheet->row_count; i++) {
        const struct field *fields = sheet_row(sheet, i, &scratch);
        for (size_t f = 0; f < sheet->field_count; f++)
            count += sheet_is_figure(sheet, f) && fields[f].is_number;
        arena_clear(&scratch);
    }
    return count;
}

/* That of the cursor in the table; else what the charts show, the column that the rows
 * are sorted by, or the first. */
static size_t column_of(const struct app *app, const struct frame *frame)
{
    const struct sort_key *sort = &frame->query.sort;
    size_t column = SIZE_MAX;

    if (app->view == VIEW_TABLE && app->column && app->column <= frame->shown_count)
        return app->column - 1;
    if (app->lens.has_measure)
        column = frame_column(frame, app->lens.measure);
    if (column == SIZE_MAX && sort->kind == SORT_COLUMN)
        column = frame_column(frame, sort->column);
    return column == SIZE_MAX ? 0 : column;
}

/* Of the row under the cursor; in a cross table the figure there. */
static void copy_figure(struct app *app)
{
    const struct frame *frame = keep_frame(app);
    const struct frame_row *row = keep_row(app);
    const struct frame_column *column;
    char figure[NUMBER_SHOWN_MAX];
    struct value value;

    if (!row || !frame->column_count) {
        snprintf(app->message, sizeof(app->message), _("there is no figure here"));
        return;
    }
    column = app->cross ? &app->cross->column : &frame->columns[column_of(app, frame)];
    value = app->cross ? cross_value(app->cross, app->selected, crossing_period(app))
                       : frame_value(frame, row, column->spec);
    if (!value_is_number(value)) {
        snprintf(app->message, sizeof(app->message), _("%.60s of %.80s is %s"),
                 column->title, row->name, _(absence_words(value.absence)));
        return;
    }
    number_print(figure, value.number);
    if (give(app, figure, strlen(figure)))
        snprintf(app->message, sizeof(app->message), _("copied %.60s of %.80s: %s"),
                 column->title, row->name, figure);
}

static void copy_sheet(struct app *app, const struct sheet *sheet,
                       const struct export_ops *ops, const char *what)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    bool is_written = out && ops->write(sheet, out);

    if (out)
        fclose(out);
    if (is_written && give(app, text, size))
        snprintf(app->message, sizeof(app->message),
                 _("copied %.80s as %s: %zu figures, %zu bytes"), what, ops->name,
                 figures_of(sheet), size);
    free(text);
}

static void copy_row(struct app *app)
{
    struct sheet sheet = keep_sheet(app);
    const struct frame_row *row = keep_row(app);

    if (!row) {
        snprintf(app->message, sizeof(app->message), _("there is no row here"));
        return;
    }
    sheet.first_row =
        app->cross ? app->selected : (size_t)(row - keep_frame(app)->rows);
    sheet.row_count = 1;
    copy_sheet(app, &sheet, &export_tsv, row->name);
}

static void copy_data(struct app *app)
{
    struct sheet sheet = keep_sheet(app);

    copy_sheet(app, &sheet, &export_csv, _("the data"));
}

static void copy_view(struct app *app)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    bool is_written = out && keep_write_screen(app, out);

    if (out)
        fclose(out);
    if (is_written && give(app, text, size))
        snprintf(app->message, sizeof(app->message),
                 _("copied the view as text: %d lines, %zu bytes"), app->rows - 1,
                 size);
    free(text);
}

void copy_letter(struct app *app, char letter)
{
    switch (letter) {
    case 'c':
        copy_figure(app);
        break;
    case 'r':
        copy_row(app);
        break;
    case 'v':
        copy_view(app);
        break;
    case 'd':
        copy_data(app);
        break;
    default:
        copy_command_line(app);
    }
}

void copy_command_line(struct app *app)
{
    struct arena scratch = {0};
    const char *line = command_line_of(app, &scratch);

    if (give(app, line, strlen(line)))
        snprintf(app->message, sizeof(app->message), _("copied: %.*s"), SHOWN_MAX,
                 line);
    arena_clear(&scratch);
}
