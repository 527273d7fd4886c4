/*
 * Questions of single answers: the unit, what commas mean.
 */
#include "core/base/translate.h"
#include "core/model/currency.h"
#include "tui/app.h"

#include <string.h>

/* Powers of ten that tables are in, with their words. */
static const struct {
    int scale;
    const char *word;
} scales[] = {
    {0, N_("units")},   {3, N_("thousand")},    {4, N_("10 thousand")},
    {6, N_("million")}, {8, N_("100 million")}, {9, N_("billion")},
};
enum { SCALES = sizeof(scales) / sizeof(scales[0]) };

static void add(struct app *app, const char *text, const char *detail, size_t number)
{
    app->question.rows[app->question.count++] =
        (struct question_row){.text = text, .detail = detail, .number = number};
}

static void make_room(struct app *app, size_t count, struct arena *arena)
{
    app->question.rows = ARENA_ARRAY(arena, struct question_row, count);
}

static bool unit_is_open(const struct load_open *open)
{
    return open->unit;
}

/* What holds now is chosen: the answer that was given, or the file's own, of all of it
 * or of its first figures in a currency. */
static struct unit unit_now(const struct app *app)
{
    const struct load_answers *answers = question_answers(app);
    const struct dataset *dataset = &app->loaded;

    if (answers && answers->unit.kind == UNIT_CURRENCY)
        return answers->unit;
    if (!app->has_dataset)
        return (struct unit){0};
    if (dataset->unit.kind == UNIT_CURRENCY)
        return dataset->unit;
    for (size_t i = 0; i < dataset->measure_count; i++)
        if (dataset->measure[i].unit.kind == UNIT_CURRENCY)
            return dataset->measure[i].unit;
    return (struct unit){0};
}

static void unit_list(struct app *app, struct arena *arena)
{
    struct unit now = unit_now(app);

    make_room(app, currency_count, arena);
    app->question.scale = 0;
    for (size_t i = 0; i < currency_count; i++) {
        add(app, currency_codes[i], "", i);
        if (now.kind == UNIT_CURRENCY && strcmp(now.code, currency_codes[i]) == 0)
            app->question.chosen = i;
    }
    for (size_t i = 0; i < SCALES; i++)
        if (now.kind == UNIT_CURRENCY && scales[i].scale == now.scale)
            app->question.scale = i;
}

static void unit_turn(struct app *app, int step)
{
    size_t scale = app->question.scale;

    if (step > 0 && scale + 1 < SCALES)
        app->question.scale++;
    else if (step < 0 && scale > 0)
        app->question.scale--;
}

static void unit_answer(const struct app *app, struct load_answers *draft,
                        struct arena *arena)
{
    (void)arena;
    draft->unit =
        (struct unit){UNIT_CURRENCY, app->question.rows[app->question.chosen].text,
                      scales[app->question.scale].scale};
}

static const char *unit_choice(const struct app *app, size_t row, struct arena *arena)
{
    (void)arena;
    return row == app->question.chosen ? _(scales[app->question.scale].word) : "";
}

const struct question_ops question_unit = {
    .title = N_("What are the figures in?"),
    .hint = N_("scale"),
    .is_open = unit_is_open,
    .list = unit_list,
    .turn = unit_turn,
    .answer = unit_answer,
    .choice = unit_choice,
};

static bool decimal_is_open(const struct load_open *open)
{
    return open->decimal;
}

static void decimal_list(struct app *app, struct arena *arena)
{
    const struct load_answers *answers = question_answers(app);

    make_room(app, 2, arena);
    add(app, _("a point"), _("1,187 is more than a thousand, 1.187 more than one"),
        '.');
    add(app, _("a comma"), _("1,187 is more than one, 1.187 more than a thousand"),
        ',');
    app->question.chosen = answers && answers->decimal == ',';
}

static void decimal_answer(const struct app *app, struct load_answers *draft,
                           struct arena *arena)
{
    (void)arena;
    draft->decimal = (char)app->question.rows[app->question.chosen].number;
}

const struct question_ops question_decimal = {
    .title = N_("What is the decimal sign?"),
    .hint = "",
    .is_open = decimal_is_open,
    .list = decimal_list,
    .answer = decimal_answer,
};
