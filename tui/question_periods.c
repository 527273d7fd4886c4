/*
 * The question which periods are to be seen of a file that has several kinds, months
 * and years for instance. It is never open: the finer ones are taken, and said.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/app.h"

#include <stdio.h>

bool question_has_periods(const struct app *app)
{
    for (int i = 0; app->has_dataset && i < FREQUENCY_COUNT; i++)
        if (app->loaded.rows_of[i])
            return true;
    return false;
}

void question_say_periods(struct app *app)
{
    const struct load_answers *answers = question_answers(app);
    char key[INPUT_NAME_MAX];

    if (!question_has_periods(app) || (answers && answers->has_periods))
        return;
    snprintf(app->message, sizeof(app->message),
             _("the file has other periods than %s too: %s shows those instead"),
             frequency_words(app->loaded.periods[0].frequency, 2),
             keymap_first(&app->keys, key, COMMAND_ANSWER));
}

static bool is_open(const struct load_open *open)
{
    (void)open;
    return false;
}

static const char *rows_words(size_t count, struct arena *arena)
{
    char shown[NUMBER_SHOWN_MAX];

    number_show(shown, (double)count, (struct number_style){.is_grouped = true});
    return arena_printf(arena, P_("%s observation", "%s observations", count), shown);
}

static void list(struct app *app, struct arena *arena)
{
    struct question_state *state = &app->question;
    const struct dataset *dataset = &app->loaded;

    state->rows = ARENA_ARRAY(arena, struct question_row, FREQUENCY_COUNT);
    for (int i = 0; i < FREQUENCY_COUNT; i++) {
        enum frequency frequency = (enum frequency)i;
        size_t count = dataset->rows_of[i];
        if (!count)
            continue;
        if (dataset->period_count && dataset->periods[0].frequency == frequency)
            state->chosen = state->count;
        state->rows[state->count++] = (struct question_row){
            .text = frequency_words(frequency, 2),
            .detail = rows_words(count, arena),
            .number = (size_t)i,
        };
    }
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    const struct question_state *state = &app->question;

    (void)arena;
    draft->has_periods = true;
    draft->periods = (enum frequency)state->rows[state->chosen].number;
}

static const char *explain(const struct app *app, struct arena *arena)
{
    (void)app;
    (void)arena;
    return _("The others are left out, so that nothing is counted twice.");
}

const struct question_ops question_periods = {
    .title = N_("The file has several kinds of periods: which are to be seen?"),
    .hint = "",
    .is_open = is_open,
    .list = list,
    .answer = answer,
    .explain = explain,
};
