#include "tui/hints.h"

#include "core/base/text.h"
#include "tui/hints_overlay.h"
#include "tui/input.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

enum { GREETING_WIDE = 60 };

static const enum command gallery_hints[] = {COMMAND_UP, COMMAND_OPEN, COMMAND_QUIT,
                                             COMMAND_NONE};
static const enum command error_hints[] = {COMMAND_UP, COMMAND_RELOAD, COMMAND_GALLERY,
                                           COMMAND_QUIT, COMMAND_NONE};

const char *hint_keys(enum command command, const struct glyphs *glyphs,
                      char out[KEYS_SHOWN_MAX])
{
    switch (command) {
    case COMMAND_UP:
        return glyphs->arrows_vertical;
    case COMMAND_LEFT:
        return glyphs->arrows_horizontal;
    case COMMAND_OPEN:
        return glyphs->enter;
    case COMMAND_BACK:
        return glyphs->backspace;
    case COMMAND_PERIOD_PREVIOUS:
        return "[ ]";
    case COMMAND_VIEW_OVERVIEW:
        return "1-9";
    default:
        keymap_keys(out, command);
        out[strcspn(out, " ")] = '\0';
        return out;
    }
}

static const enum command audit_hints[] = {COMMAND_UP, COMMAND_CANCEL, COMMAND_QUIT,
                                           COMMAND_NONE};
static const enum command revision_hints[] = {COMMAND_UP, COMMAND_BACK, COMMAND_QUIT,
                                              COMMAND_NONE};

static const enum command empty_hints[] = {COMMAND_OPEN,         COMMAND_FILTER_DROP,
                                           COMMAND_FILTER_CLEAR, COMMAND_UNDO,
                                           COMMAND_FILTER,       COMMAND_NONE};

/* Whether a filter leaves nothing to look at. */
static bool is_emptied(const struct app *app)
{
    return app->page == PAGE_DATA && app->frame->filter.holding &&
           !app->frame->row_count;
}

static const char *hint_word(const struct app *app, enum command command)
{
    const char *sideways = view_ops(app->view)->sideways;

    if (command == COMMAND_OPEN && is_emptied(app))
        return "relax";
    if (command == COMMAND_LEFT && sideways)
        return sideways;
    return command == COMMAND_VIEW_OVERVIEW ? "view" : command_info(command)->hint;
}

static int hint_draw(const struct app *app, struct cells *cells, struct rect area,
                     int col, enum command command)
{
    char keys[KEYS_SHOWN_MAX];

    col = cells_text(cells, area, 0, col, STYLE_KEY,
                     hint_keys(command, cells->glyphs, keys));
    col = cells_text(cells, area, 0, col + 1, STYLE_MUTED, hint_word(app, command));
    return col + 2;
}

static int hint_cols(const struct app *app, enum command command,
                     const struct glyphs *glyphs)
{
    char keys[KEYS_SHOWN_MAX];

    return text_width(hint_keys(command, glyphs, keys)) + 1 +
           text_width(hint_word(app, command)) + 2;
}

static const enum command *hints_of(const struct app *app)
{
    if (app->page == PAGE_GALLERY)
        return gallery_hints;
    if (app->page == PAGE_ERRORS)
        return error_hints;
    if (app->page == PAGE_AUDIT)
        return audit_hints;
    if (app->page == PAGE_REVISIONS)
        return revision_hints;
    return is_emptied(app) ? empty_hints : view_ops(app->view)->hints;
}

/* Whether the key would do anything now. */
static bool is_useful(const struct app *app, enum command command)
{
    if (app->page != PAGE_DATA)
        return true;
    switch (command) {
    case COMMAND_PERIOD_PREVIOUS:
        return app->dataset.period_count > 1;
    case COMMAND_LEVEL:
        return app->lens.query.rows != ROWS_PERIOD;
    case COMMAND_ROWS:
        return app->dataset.dimension_count > 0;
    case COMMAND_UNDO:
        return app->undo != NULL;
    case COMMAND_OPEN:
        return app->lens.query.rows != ROWS_PERIOD || is_emptied(app);
    default:
        return true;
    }
}

void hints_draw(const struct app *app, struct cells *cells, struct rect area)
{
    const enum command *hints = hints_of(app);
    bool has_views = app->page == PAGE_DATA;
    int kept = hint_cols(app, COMMAND_HELP, cells->glyphs) +
               (has_views ? hint_cols(app, COMMAND_VIEW_OVERVIEW, cells->glyphs) : 0);
    const struct overlay_hint *over = overlay_hints(app);
    int col = 1;

    if (over) {
        overlay_hints_draw(over, cells, area);
        return;
    }
    for (; *hints != COMMAND_NONE; hints++) {
        if (!is_useful(app, *hints))
            continue;
        if (*hints == COMMAND_FILTER && app->lens.filter[0] && !is_emptied(app) &&
            col + hint_cols(app, COMMAND_FILTER_CLEAR, cells->glyphs) + kept <=
                area.cols)
            col = hint_draw(app, cells, area, col, COMMAND_FILTER_CLEAR);
        if (col + hint_cols(app, *hints, cells->glyphs) + kept > area.cols)
            break;
        col = hint_draw(app, cells, area, col, *hints);
    }
    if (has_views && col + kept <= area.cols)
        col = hint_draw(app, cells, area, col, COMMAND_VIEW_OVERVIEW);
    col = hint_draw(app, cells, area, col, COMMAND_HELP);
    if (has_views && col + hint_cols(app, COMMAND_QUIT, cells->glyphs) <= area.cols)
        col = hint_draw(app, cells, area, col, COMMAND_QUIT);
    if (has_views && col + hint_cols(app, COMMAND_PALETTE, cells->glyphs) <= area.cols)
        hint_draw(app, cells, area, col, COMMAND_PALETTE);
}

int greeting_draw(const struct app *app, struct cells *cells, struct rect area)
{
    static const char text[] = "press ? for help, : for any action";
    int cols = text_width(text) + 2;

    /* On a narrow screen the sentence needs the line, and the hints end in "? help". */
    if (!app->is_new || app->message[0] || area.cols < GREETING_WIDE)
        return 0;
    cells_text(cells, area, 0, area.cols - cols + 1, STYLE_KEY, text);
    return cols;
}
