#include "tui/prompt.h"

#include "core/base/translate.h"
#include "tui/choices.h"
#include "tui/edit.h"
#include "tui/input.h"
#include "tui/keep.h"
#include "tui/lens.h"

#include <stdio.h>
#include <string.h>

void prompt_open(struct app *app, enum prompt prompt)
{
    app->prompt = prompt;
    app->history.place = 0;
    app->before_prompt = app->lens;
    snprintf(app->input, sizeof(app->input), "%s",
             prompt == PROMPT_FILTER ? app->lens.filter : "");
    /* What is typed is another term; Backspace goes back into the last one. */
    if (prompt == PROMPT_FILTER && lens_has_filter(app) &&
        strlen(app->input) + 1 < sizeof(app->input))
        app->input[strlen(app->input)] = ' ';
}

void prompt_not_found(struct app *app, const char *text)
{
    snprintf(app->message, sizeof(app->message), _("no row has '%.200s'%s"), text,
             app->frame->filter.holding ? _(" within the filter") : "");
}

/* Blanks at the end are of the typing, not of the filter. What was selected before the
 * typing is selected again as soon as it is among the rows. */
static void filter_with(struct app *app)
{
    char *filter = app->lens.filter;
    size_t length = strlen(app->input);

    while (length && app->input[length - 1] == ' ')
        length--;
    memcpy(filter, app->input, length);
    filter[length] = '\0';
    app->lens.selected = app->before_prompt.selected;
    app_refresh_soon(app);
}

/* From the row that was selected before the typing: what was typed wrongly and taken
 * back leaves no trace. */
static size_t search_start(const struct app *app)
{
    size_t start = lens_find_row(app->frame, app->before_prompt.selected);

    return start < app->frame->row_count ? start : app->selected;
}

/* Every key acts at once: the filter narrows, the search moves. */
static void act(struct app *app)
{
    struct arena scratch = {0};
    size_t found;

    if (app->prompt == PROMPT_FILTER) {
        filter_with(app);
    } else if (app->prompt == PROMPT_SEARCH && app->frame->row_count) {
        found = frame_search(app->frame, app->input, search_start(app), 1, &scratch);
        if (found != SIZE_MAX)
            lens_select(app, found);
        else if (app->input[0])
            prompt_not_found(app, app->input);
    }
    arena_clear(&scratch);
}

static void cancel(struct app *app)
{
    app->lens = app->before_prompt;
    app->prompt = PROMPT_NONE;
    app_refresh(app);
}

/* The whole prompt is one step of the history, however many keys it took. */
static void accept(struct app *app)
{
    struct lens now = app->lens;

    if (app->prompt == PROMPT_FILTER &&
        strcmp(app->before_prompt.filter, now.filter) != 0) {
        app->lens = app->before_prompt;
        app_remember(app);
        app->lens = now;
    }
    if (app->prompt == PROMPT_SEARCH)
        snprintf(app->search, sizeof(app->search), "%s", app->input);
    history_keep(app, app->input);
    app->prompt = PROMPT_NONE;
}

/* Through what was typed before; where there is none, through the rows. */
static void go_through(struct app *app, int key)
{
    if (history_step(app, key == INPUT_UP ? 1 : -1, app->input, sizeof(app->input)))
        act(app);
    else
        accept(app), app_key(app, key);
}

bool prompt_needs_no_rows(const struct app *app, int key)
{
    return app->prompt == PROMPT_FILTER &&
           (key == INPUT_ESCAPE || (key == INPUT_BACKSPACE && app->input[0]) ||
            (key >= ' ' && key < INPUT_FIRST && key != INPUT_BACKSPACE));
}

void prompt_key(struct app *app, int key)
{
    if (choices_are_open(app))
        choices_key(app, key);
    else if (keep_is_open(app))
        keep_key(app, key);
    else if (key == INPUT_ESCAPE)
        cancel(app);
    else if (key == INPUT_ENTER)
        accept(app);
    else if (key == INPUT_DOWN || key == INPUT_UP)
        go_through(app, key);
    else if (key == INPUT_BACKSPACE && !app->input[0])
        app->prompt = PROMPT_NONE;
    else if (edit_key(app->input, sizeof(app->input), key))
        act(app);
}
