#include "tui/stopping.h"

#include "core/base/stop.h"
#include "core/base/translate.h"

#include <stdio.h>
#include <string.h>

static void remember(const struct app *app, struct moment *moment)
{
    *moment = (struct moment){
        .lens = app->lens,
        .undo = app->undo,
        .redo = app->redo,
        .view = app->view,
        .page = app->page,
        .selected = app->selected,
        .ranked = app->ranked,
        .trended = app->trended,
        .first = app->first,
        .first_column = app->first_column,
        .column = app->column,
        .pane = app->pane,
        .prompt = app->prompt,
    };
    memcpy(moment->input, app->input, sizeof(moment->input));
}

static void bring_back(struct app *app, const struct moment *moment)
{
    app->lens = moment->lens;
    app->undo = moment->undo;
    app->redo = moment->redo;
    app->view = moment->view;
    app->page = moment->page;
    app->selected = moment->selected;
    app->ranked = moment->ranked;
    app->trended = moment->trended;
    app->first = moment->first;
    app->first_column = moment->first_column;
    app->column = moment->column;
    app->pane = moment->pane;
    app->prompt = moment->prompt;
    memcpy(app->input, moment->input, sizeof(app->input));
}

void stopping_begin(struct app *app, struct moment *moment, const struct stop *stop)
{
    remember(app, moment);
    app->moment = moment;
    app->stop = stop;
    app->was_stopped = false;
}

bool stopping_end(struct app *app)
{
    stopping_never(app);
    if (app->was_stopped)
        snprintf(app->message, sizeof(app->message), "%s",
                 _("stopped: everything is as before"));
    return app->was_stopped;
}

void stopping_never(struct app *app)
{
    app->moment = NULL;
    app->stop = NULL;
}

bool stopping_takes_back(struct app *app)
{
    if (!app->moment || !stop_is_wanted(app->stop))
        return false;
    bring_back(app, app->moment);
    app->was_stopped = true;
    return true;
}
