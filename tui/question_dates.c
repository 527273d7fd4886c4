/*
 * The question whether dates such as 1/2/2023 begin with the day or the month.
 */
#include "core/base/translate.h"
#include "tui/app.h"

static bool is_open(const struct load_open *open)
{
    return open->dates;
}

static void list(struct app *app, struct arena *arena)
{
    struct question_state *state = &app->question;

    state->rows = ARENA_ARRAY(arena, struct question_row, 2);
    state->count = 2;
    state->rows[0] = (struct question_row){.text = _("the day"),
                                           .detail = _("1/2/2023 is 1 February 2023"),
                                           .number = DATES_DAY_FIRST};
    state->rows[1] = (struct question_row){.text = _("the month"),
                                           .detail = _("1/2/2023 is 2 January 2023"),
                                           .number = DATES_MONTH_FIRST};
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    const struct question_state *state = &app->question;

    (void)arena;
    draft->dates = (enum date_order)state->rows[state->chosen].number;
}

const struct question_ops question_dates = {
    .title = N_("What do dates begin with?"),
    .hint = "",
    .is_open = is_open,
    .list = list,
    .answer = answer,
};
