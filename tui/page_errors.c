#include "tui/pages.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/source.h"
#include "tui/targets.h"

#include <string.h>

enum { CONTEXT_LINES = 3, NUMBER_COLS = 8 };

static const struct diag *nth(const struct diag_list *diags, size_t number)
{
    const struct diag *diag = diags->first;

    while (diag && number--)
        diag = diag->next;
    return diag;
}

static void draw_caret(struct cells *cells, struct rect area, int row,
                       const struct diag *diag, const char *line)
{
    int col = NUMBER_COLS + 2;
    size_t length = strlen(line);
    size_t at = 0;
    size_t count = diag->length ? diag->length : 1;

    for (size_t c = 1; c < diag->at.column && at < length; c++) {
        struct glyph glyph;
        at += text_next(line + at, length - at, &glyph);
        col += glyph.width;
    }
    cells_run(cells, area, row, col, (int)(count < 200 ? count : 200), STYLE_ERROR,
              '^');
}

/* The line of the mistake between its neighbours. Returns the rows used. */
static int draw_excerpt(const struct app *app, const struct diag *diag,
                        struct cells *cells, struct rect area, struct arena *arena)
{
    size_t from = diag->at.line > CONTEXT_LINES ? diag->at.line - CONTEXT_LINES : 1;
    int row = 0;

    if (!diag->at.line || !app->source)
        return 0;
    for (size_t n = from; n <= diag->at.line + 1; n++) {
        const char *line = source_line(app->source, app->source_size, n, arena);
        bool is_it = n == diag->at.line;
        if (!line)
            break;
        cells_fit(cells, area, row, 0, NUMBER_COLS - 1, STYLE_MUTED, ALIGN_RIGHT,
                  arena_printf(arena, "%zu", n));
        cells_put(cells, area, row, NUMBER_COLS, is_it ? STYLE_ERROR : STYLE_FRAME,
                  is_it ? cells->glyphs->cursor : cells->glyphs->vertical);
        cells_fit(cells, area, row++, NUMBER_COLS + 2, area.cols - NUMBER_COLS - 3,
                  is_it ? STYLE_TITLE : STYLE_PLAIN, ALIGN_LEFT, line);
        if (is_it && diag->at.column)
            draw_caret(cells, area, row++, diag, line);
    }
    return row;
}

/* A message over as many rows as it needs; returns them. */
static int draw_wrapped(struct cells *cells, struct rect area, int row, int col,
                        enum style style, const char *text, struct arena *arena)
{
    int cols = area.cols - col - 1;
    int first = row;

    while (*text && row < area.rows && cols > 0) {
        size_t bytes = text_break(text, cols);
        cells_text(cells, area, row++, col, style, arena_copy(arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
    return row - first;
}

static void draw_list(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    size_t first = 0;

    if (app->problem >= (size_t)area.rows && area.rows > 0)
        first = app->problem - (size_t)area.rows + 1;
    for (int row = 0; row < area.rows; row++) {
        size_t number = first + (size_t)row;
        const struct diag *diag = nth(&app->diags, number);
        enum style style = number == app->problem ? STYLE_SELECTED : STYLE_PLAIN;
        if (!diag)
            break;
        targets_add_rows(cells, area, row, 1, TARGET_PROBLEM, number);
        cells_fit(cells, area, row, 0, area.cols, style, ALIGN_LEFT,
                  diag->at.line
                      ? arena_printf(arena, _(" line %-6zu %s: %s"), diag->at.line,
                                     _(severity_word(diag->severity)), diag->message)
                      : arena_printf(arena, _(" %s: %s"),
                                     _(severity_word(diag->severity)), diag->message));
        if (number == app->problem) {
            cells->cursor_row = area.row + row;
            cells->cursor_col = area.col;
            cells->cursor_is_shown = true;
        }
    }
}

void page_errors_draw(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    const struct diag *diag = nth(&app->diags, app->problem);
    size_t errors = app->diags.count[SEVERITY_ERROR];
    struct rect inner =
        cells_frame(cells, area, true, app->failed_path,
                    arena_printf(arena, P_("%zu error", "%zu errors", errors), errors));
    struct rect top = inner;
    int row;

    if (!diag)
        return;
    row = draw_excerpt(app, diag, cells, top, arena);
    row += row > 0;
    cells_text(cells, top, row, 1, STYLE_ERROR, _(severity_word(diag->severity)));
    row += draw_wrapped(cells, top, row, 9, STYLE_PLAIN, diag->message, arena) + 1;
    rect_cut_top(&inner, row);
    if (inner.rows > 3)
        cells_fit(cells, rect_cut_bottom(&inner, 1), 0, 1, inner.cols - 2, STYLE_MUTED,
                  ALIGN_LEFT,
                  arena_printf(arena, _("In a script: entrepot --check %s"),
                               app->failed_path));
    cells_run(cells, inner, 0, 0, inner.cols, STYLE_FRAME, cells->glyphs->horizontal);
    rect_cut_top(&inner, 1);
    draw_list(app, cells, inner, arena);
}
