#include "tui/question.h"

#include "core/base/translate.h"
#include "tui/answers.h"
#include "tui/app.h"
#include "tui/reload.h"
#include "tui/update.h"

#include <stdio.h>
#include <string.h>

static const struct question_ops *const all[] = {
#define X(constant, name) &question_##name,
    QUESTIONS(X)
#undef X
};

const struct question_ops *question_ops(enum question_kind kind)
{
    return all[kind];
}

const struct load_answers *question_answers(const struct app *app)
{
    return app->answers ? app->answers : app->limits.answers;
}

const char *question_sentence(const struct app *app, struct arena *arena)
{
    const struct question_state *state = &app->question;
    const struct question_ops *ops = all[state->kind];

    if (!state->count)
        return _("there is nothing to choose here");
    return arena_printf(arena, "%s  %s%s%s", _(ops->title),
                        state->rows[state->chosen].text, ops->choice ? _(": ") : "",
                        ops->choice ? ops->choice(app, state->chosen, arena) : "");
}

static void open_kind(struct app *app, enum question_kind kind)
{
    struct question_state *state = &app->question;

    arena_clear(&state->arena);
    state->kind = kind;
    state->chosen = 0;
    state->rows = NULL;
    state->count = 0;
    all[kind]->list(app, &state->arena);
    app->page = PAGE_QUESTION;
    question_look(app);
}

/* What is read but once cannot be read with an answer. */
static bool can_ask(const struct app *app)
{
    return app->file && strcmp(app->file, "-") != 0;
}

bool question_is_open(const struct app *app)
{
    for (size_t kind = 0; kind < QUESTION_COUNT; kind++)
        if (can_ask(app) && all[kind]->is_open(&app->question.open))
            return true;
    return false;
}

bool question_ask(struct app *app)
{
    if (!can_ask(app))
        return false;
    for (size_t kind = 0; kind < QUESTION_COUNT; kind++)
        if (all[kind]->is_open(&app->question.open)) {
            open_kind(app, (enum question_kind)kind);
            return true;
        }
    return false;
}

bool question_open(struct app *app)
{
    if (question_ask(app))
        return true;
    if (!app->has_dataset || !can_ask(app))
        return false;
    if (question_has_periods(app))
        open_kind(app, QUESTION_PERIODS);
    else if (app->loaded.format)
        open_kind(app, QUESTION_UNIT);
    else
        return false;
    return true;
}

void question_close(struct app *app)
{
    arena_clear(&app->question.arena);
    arena_clear(&app->question.preview_arena);
}

static void leave(struct app *app)
{
    const struct question_ops *ops = all[app->question.kind];

    app->page = app->has_dataset ? PAGE_DATA : PAGE_ERRORS;
    if (ops->leave && ops->is_open(&app->question.open))
        ops->leave(app);
}

/* Reads the file with what is chosen, and goes on with what is still open. */
static void answer(struct app *app)
{
    const struct question_ops *ops = all[app->question.kind];
    struct load_answers *draft = ARENA_NEW(&app->program_arena, struct load_answers);
    const struct load_answers *before = question_answers(app);
    enum load_result result;

    if (ops->lacks && ops->lacks(app, &app->question.preview_arena)) {
        snprintf(app->message, sizeof(app->message), "%s",
                 ops->lacks(app, &app->question.preview_arena));
        return;
    }
    if (before)
        *draft = *before;
    ops->answer(app, draft, &app->program_arena);
    app->answers = answers_copy(draft, &app->program_arena);
    result = app->has_dataset ? app_reload(app) : app_load(app, app->file);
    if (app->loading.is_running) {
        app->loading.asks = true;
        app->page = app->has_dataset ? PAGE_DATA : PAGE_LOADING;
        return;
    }
    if (question_ask(app))
        return;
    app->page = result == LOAD_OK ? PAGE_DATA : PAGE_ERRORS;
    if (result == LOAD_OK)
        snprintf(app->message, sizeof(app->message),
                 _("read with that answer; w keeps it in a workspace, W as a dataset"));
}

/* Some ask only where there is something to ask about; others may be answered anew. */
static bool may_ask(const struct app *app, size_t kind)
{
    if (kind == QUESTION_PERIODS)
        return question_has_periods(app);
    if (kind == QUESTION_ENCODING && app->has_dataset && app->loaded.encoding)
        return true;
    return (kind != QUESTION_OVERLAP && kind != QUESTION_ENCODING) ||
           all[kind]->is_open(&app->question.open);
}

static void ask_next(struct app *app, size_t step)
{
    size_t kind = app->question.kind;

    do
        kind = (kind + step) % QUESTION_COUNT;
    while (!may_ask(app, kind));
    open_kind(app, (enum question_kind)kind);
}

static void choose(struct app *app, size_t chosen)
{
    app->question.chosen = chosen;
    question_look(app);
}

bool question_command(struct app *app, enum command command)
{
    struct question_state *state = &app->question;
    long step = list_step(command, 8, state->count);
    int turn = command == COMMAND_RIGHT ? 1 : command == COMMAND_LEFT ? -1 : 0;

    if (step) {
        choose(app, list_moved(state->chosen, step, state->count));
    } else if (turn && all[state->kind]->turn) {
        all[state->kind]->turn(app, turn);
        question_look(app);
    } else if (command == COMMAND_PANE_NEXT || command == COMMAND_PANE_PREVIOUS) {
        ask_next(app, command == COMMAND_PANE_NEXT ? 1 : QUESTION_COUNT - 1);
    } else if (command == COMMAND_OPEN) {
        answer(app);
    } else if (command == COMMAND_CANCEL || command == COMMAND_BACK) {
        leave(app);
    } else {
        return false;
    }
    return true;
}
