#include "tui/hints.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/hints_overlay.h"
#include "tui/input.h"
#include "tui/targets.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

enum { GREETING_WIDE = 60 };

static const enum command gallery_hints[] = {COMMAND_UP, COMMAND_OPEN, COMMAND_QUIT,
                                             COMMAND_NONE};
static const enum command loading_hints[] = {COMMAND_CANCEL, COMMAND_GALLERY,
                                             COMMAND_QUIT, COMMAND_NONE};
static const enum command error_hints[] = {COMMAND_UP, COMMAND_RELOAD, COMMAND_GALLERY,
                                           COMMAND_QUIT, COMMAND_NONE};
/* Of a file whose mistakes an answer can mend. */
static const enum command answer_hints[] = {COMMAND_UP,     COMMAND_ANSWER,
                                            COMMAND_RELOAD, COMMAND_GALLERY,
                                            COMMAND_QUIT,   COMMAND_NONE};

/* One hint for two commands that go together. */
static const struct {
    enum command command;
    enum command other;
    int key; /* that both have as a rule: then `glyphs` says it shorter */
    int other_key;
} couples[] = {
    {COMMAND_UP, COMMAND_DOWN, INPUT_UP, INPUT_DOWN},
    {COMMAND_LEFT, COMMAND_RIGHT, INPUT_LEFT, INPUT_RIGHT},
    {COMMAND_PERIOD_PREVIOUS, COMMAND_PERIOD_NEXT, INPUT_NONE, INPUT_NONE},
    {COMMAND_ZOOM_FROM, COMMAND_ZOOM_TO, INPUT_NONE, INPUT_NONE},
};

/* The usual key of a command has a sign of its own. */
static const char *sign_of(const struct keymap *map, enum command command,
                           const struct glyphs *glyphs)
{
    for (size_t i = 0; i < 2; i++)
        if (couples[i].command == command &&
            keymap_lookup(map, couples[i].key) == command &&
            keymap_lookup(map, couples[i].other_key) == couples[i].other)
            return i ? glyphs->arrows_horizontal : glyphs->arrows_vertical;
    if (command == COMMAND_OPEN && keymap_lookup(map, INPUT_ENTER) == command)
        return glyphs->enter;
    if (command == COMMAND_BACK && keymap_lookup(map, INPUT_BACKSPACE) == command)
        return glyphs->backspace;
    return NULL;
}

/* "0-9" as long as the digits lead to views, else the key of the next view. */
static const char *view_keys(const struct keymap *map, char out[KEYS_SHOWN_MAX])
{
    char name[INPUT_NAME_MAX];

    for (int digit = '0'; digit <= '9'; digit++) {
        enum command command = keymap_lookup(map, digit);
        if (command >= COMMAND_VIEW_OVERVIEW && command < COMMAND_VIEW_NEXT)
            continue;
        snprintf(out, KEYS_SHOWN_MAX, "%s", keymap_first(map, name, COMMAND_VIEW_NEXT));
        return out;
    }
    snprintf(out, KEYS_SHOWN_MAX, "0-9");
    return out;
}

const char *hint_keys(const struct app *app, enum command command,
                      const struct glyphs *glyphs, char out[KEYS_SHOWN_MAX])
{
    const struct keymap *map = &app->keys;
    const char *sign = sign_of(map, command, glyphs);
    char name[INPUT_NAME_MAX];
    size_t used;

    if (sign)
        return sign;
    if (command == COMMAND_VIEW_OVERVIEW)
        return view_keys(map, out);
    used =
        (size_t)snprintf(out, KEYS_SHOWN_MAX, "%s", keymap_first(map, name, command));
    for (size_t i = 0; i < sizeof(couples) / sizeof(couples[0]); i++)
        if (couples[i].command == command)
            snprintf(out + used, KEYS_SHOWN_MAX - used, " %s",
                     keymap_first(map, name, couples[i].other));
    return out;
}

const char *hint_tab_key(const struct app *app, enum view view,
                         char out[INPUT_NAME_MAX])
{
    keymap_first(&app->keys, out, (enum command)(COMMAND_VIEW_OVERVIEW + (int)view));
    return text_width(out) == 1 ? out : " ";
}

static const enum command audit_hints[] = {COMMAND_UP, COMMAND_CANCEL, COMMAND_QUIT,
                                           COMMAND_NONE};
static const enum command question_hints[] = {COMMAND_UP, COMMAND_OPEN, COMMAND_CANCEL,
                                              COMMAND_PANE_NEXT, COMMAND_NONE};
static const enum command turned_hints[] = {COMMAND_UP,        COMMAND_LEFT,
                                            COMMAND_OPEN,      COMMAND_CANCEL,
                                            COMMAND_PANE_NEXT, COMMAND_NONE};
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

static const char *question_hint(const struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_OPEN:
        return _("answer");
    case COMMAND_CANCEL:
        return _("leave open");
    case COMMAND_PANE_NEXT:
        return _("other question");
    case COMMAND_LEFT:
        return _(question_ops(app->question.kind)->hint);
    default:
        return _(command_info(command)->hint);
    }
}

static const char *hint_word(const struct app *app, enum command command)
{
    const char *sideways = view_ops(app->view)->sideways;

    if (app->page == PAGE_QUESTION)
        return question_hint(app, command);
    if (command == COMMAND_OPEN && is_emptied(app))
        return _("relax");
    if (command == COMMAND_CANCEL && app->page == PAGE_LOADING)
        return _("stop");
    if (command == COMMAND_LEFT && sideways)
        return _(sideways);
    return command == COMMAND_VIEW_OVERVIEW ? _("view")
                                            : _(command_info(command)->hint);
}

static int hint_draw(const struct app *app, struct cells *cells, struct rect area,
                     int col, enum command command)
{
    char keys[KEYS_SHOWN_MAX];
    const int first = col;

    col = cells_text(cells, area, 0, col, STYLE_KEY,
                     hint_keys(app, command, cells->glyphs, keys));
    col = cells_text(cells, area, 0, col + 1, STYLE_MUTED, hint_word(app, command));
    targets_add(cells, area, (struct rect){0, first, 1, col - first}, TARGET_COMMAND,
                (size_t)command);
    return col + 2;
}

static int hint_cols(const struct app *app, enum command command,
                     const struct glyphs *glyphs)
{
    char keys[KEYS_SHOWN_MAX];

    return text_width(hint_keys(app, command, glyphs, keys)) + 1 +
           text_width(hint_word(app, command)) + 2;
}

static const enum command *hints_of(const struct app *app)
{
    if (app->page == PAGE_GALLERY)
        return gallery_hints;
    if (app->page == PAGE_LOADING)
        return loading_hints;
    if (app->page == PAGE_ERRORS)
        return question_is_open(app) ? answer_hints : error_hints;
    if (app->page == PAGE_AUDIT)
        return audit_hints;
    if (app->page == PAGE_REVISIONS)
        return revision_hints;
    if (app->page == PAGE_QUESTION)
        return question_ops(app->question.kind)->turn ? turned_hints : question_hints;
    return is_emptied(app) ? empty_hints : view_ops(app->view)->hints;
}

/* Whether the key would do anything now. */
static bool is_useful(const struct app *app, enum command command)
{
    char name[INPUT_NAME_MAX];

    if (!*keymap_first(&app->keys, name, command))
        return false;
    if (command == COMMAND_LANGUAGE)
        return !app->look.is_ascii;
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
    const char *text = _("press ? for help, : for any action");
    int cols = text_width(text) + 2;

    /* On a narrow screen the sentence needs the line, and the hints end in "? help". */
    if (!app->is_new || app->message[0] || area.cols < GREETING_WIDE)
        return 0;
    cells_text(cells, area, 0, area.cols - cols + 1, STYLE_KEY, text);
    return cols;
}

void hints_add_period_targets(const struct app *app, struct cells *cells,
                              struct rect area, int col, int cols)
{
    char period[PERIOD_SHOWN_MAX];
    int width;

    if (!app->dataset.period_count || app->lens.query.rows == ROWS_PERIOD)
        return;
    width = text_width(period_words(period, app->lens.query.period));
    targets_add(cells, area, (struct rect){0, col, 1, cols}, TARGET_COMMAND,
                COMMAND_UNIT);
    targets_add(cells, area, (struct rect){0, col, 1, 2 + width / 2}, TARGET_COMMAND,
                COMMAND_PERIOD_PREVIOUS);
    targets_add(cells, area,
                (struct rect){0, col + 2 + width / 2, 1, width - width / 2 + 2},
                TARGET_COMMAND, COMMAND_PERIOD_NEXT);
}
