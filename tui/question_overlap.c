/*
 * The question which of two files counts that have other figures for the same.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/paths.h"
#include "tui/app.h"
#include "tui/opening.h"

static bool is_open(const struct load_open *open)
{
    return open->overlap;
}

static void list(struct app *app, struct arena *arena)
{
    struct question_state *state = &app->question;
    struct paths paths = paths_of(app->file, arena);

    state->rows = ARENA_ARRAY(arena, struct question_row, 1);
    state->count = 1;
    state->rows[0] = (struct question_row){
        .text = _("the later file's"),
        .detail = arena_printf(arena, _("the figures of %s revise those before"),
                               text_file_name(paths.path[paths.count - 1])),
    };
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    (void)app;
    (void)arena;
    draft->revises = true;
}

static const char *explain(const struct app *app, struct arena *arena)
{
    return arena_printf(arena,
                        _("%s. What is revised stays beside the newer figure; V lists "
                          "it. Esc opens each "
                          "file by itself."),
                        opening_mistake(app, arena));
}

static void leave(struct app *app)
{
    opening_apart(app, app->file);
}

const struct question_ops question_overlap = {
    .title = N_("Files overlap: whose figures count?"),
    .hint = "",
    .is_open = is_open,
    .list = list,
    .answer = answer,
    .explain = explain,
    .leave = leave,
};
