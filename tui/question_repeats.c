/*
 * The question what rows of one key in one table are: the same said again, or parts of
 * a whole. Where some have other figures, only the second can be.
 */
#include "core/base/translate.h"
#include "tui/app.h"
#include "tui/opening.h"

static bool is_open(const struct load_open *open)
{
    return open->repeats != REPEATS_OPEN;
}

static void list(struct app *app, struct arena *arena)
{
    struct question_state *state = &app->question;
    bool are_alike = state->open.repeats == REPEATS_ONCE;

    state->rows = ARENA_ARRAY(arena, struct question_row, 2);
    if (are_alike)
        state->rows[state->count++] =
            (struct question_row){.text = _("the same, said again"),
                                  .detail = _("rows that are alike count once"),
                                  .number = REPEATS_ONCE};
    state->rows[state->count++] =
        (struct question_row){.text = _("parts of a whole"),
                              .detail = _("figures of one key are added up"),
                              .number = REPEATS_ADD};
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    const struct question_state *state = &app->question;

    (void)arena;
    draft->repeats = (enum repeats)state->rows[state->chosen].number;
}

static const char *explain(const struct app *app, struct arena *arena)
{
    return arena_printf(arena, "%s.", opening_mistake(app, arena));
}

const struct question_ops question_repeats = {
    .title = N_("Rows have the same key: what are they?"),
    .hint = "",
    .is_open = is_open,
    .list = list,
    .answer = answer,
    .explain = explain,
};
