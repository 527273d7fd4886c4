#include "tui/app.h"

#include "core/base/text.h"
#include "tui/chrome.h"
#include "tui/columns.h"
#include "tui/layout.h"
#include "tui/overlay.h"
#include "tui/pages.h"
#include "tui/picker.h"
#include "tui/progress.h"
#include "tui/record.h"
#include "tui/views/view.h"

#include <string.h>

/* Too small for anything else: the sentence, over as many rows as there are. */
static void draw_tiny(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    const char *text =
        chrome_sentence(app, area.cols * area.rows, cells->glyphs, arena);

    for (int row = 0; text && *text && row < area.rows && area.cols > 0; row++) {
        size_t bytes = text_break(text, area.cols);
        cells_text(cells, area, row, 0, row ? STYLE_PLAIN : STYLE_TITLE,
                   arena_copy(arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
}

static void draw_page(const struct app *app, struct cells *cells, struct rect body,
                      struct arena *arena)
{
    switch (app->page) {
    case PAGE_GALLERY:
        page_gallery_draw(app, cells, body, arena);
        break;
    case PAGE_ERRORS:
        page_errors_draw(app, cells, body, arena);
        break;
    case PAGE_AUDIT:
        page_audit_draw(app, cells, body, arena);
        break;
    case PAGE_REVISIONS:
        page_revisions_draw(app, cells, body, arena);
        break;
    case PAGE_QUESTION:
        page_question_draw(app, cells, body, arena);
        break;
    case PAGE_LOADING:
        page_loading_draw(app, cells, body, arena);
        break;
    case PAGE_DATA:
        view_ops(app->view)->draw(app, cells, body, arena);
        break;
    }
}

static void draw_all(const struct app *app, const struct layout *layout,
                     struct cells *cells, struct arena *arena)
{
    draw_page(app, cells, layout->body, arena);
    chrome_draw(app, layout, cells, arena);
    if (layout->progress.rows)
        progress_draw(app, cells, layout->progress, arena);
    if (app->columns_are_open && app->page == PAGE_DATA)
        columns_draw(app, cells, arena);
    if (app->record_is_open)
        record_draw(app, cells, arena);
    if (app->help_is_open)
        overlay_help_draw(app, cells, arena);
    if (app->picker.ops)
        picker_draw(app, cells, arena);
}

/* Screen readers follow the terminal's own cursor: where nothing else has it, it is at
 * the sentence, and in the notes, which nothing is selected of, at their first line. */
static void place_cursor(const struct app *app, const struct layout *layout,
                         struct cells *cells)
{
    const bool is_text = app->page == PAGE_DATA && app->view == VIEW_NOTES;
    struct rect place = layout->sentence;

    if (layout->is_tiny)
        place = layout->body;
    else
        place = rect_inset(is_text ? layout->body : place, is_text, 1);
    if (cells->cursor_is_shown || !place.rows || !place.cols)
        return;
    cells->cursor_row = place.row;
    cells->cursor_col = place.col;
    cells->cursor_is_shown = true;
}

void app_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct layout layout = layout_new(app);

    if (layout.is_tiny)
        draw_tiny(app, cells, layout.body, arena);
    else
        draw_all(app, &layout, cells, arena);
    place_cursor(app, &layout, cells);
}
