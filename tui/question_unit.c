/*
 * Questions of single answers: the unit, what commas mean, the encoding.
 */
#include "core/load/encoding.h"
#include "core/model/currency.h"
#include "tui/app.h"

#include <string.h>

/* Powers of ten that tables are in, with their words. */
static const struct {
    int scale;
    const char *word;
} scales[] = {
    {0, "units"},   {3, "thousand"},    {4, "10 thousand"},
    {6, "million"}, {8, "100 million"}, {9, "billion"},
};
enum { SCALES = sizeof(scales) / sizeof(scales[0]) };

static void add(struct app *app, const char *text, const char *detail, size_t number)
{
    app->question.rows[app->question.count++] =
        (struct question_row){text, detail, number};
}

static void make_room(struct app *app, size_t count, struct arena *arena)
{
    app->question.rows = ARENA_ARRAY(arena, struct question_row, count);
}

static bool unit_is_open(const struct load_open *open)
{
    return open->unit;
}

/* What holds now is chosen: the answer that was given, or the file's own. */
static struct unit unit_now(const struct app *app)
{
    const struct load_answers *answers = question_answers(app);

    if (answers && answers->unit.kind == UNIT_CURRENCY)
        return answers->unit;
    return app->has_dataset ? app->loaded.unit : (struct unit){0};
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

static const char *unit_choice(const struct app *app)
{
    return scales[app->question.scale].word;
}

const struct question_ops question_unit = {
    .title = "What are the figures in?",
    .hint = "scale",
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
    add(app, "a point", "1,187 is one thousand one hundred and eighty-seven", '.');
    add(app, "a comma", "1,187 is one and 187 thousandths", ',');
    app->question.chosen = answers && answers->decimal == ',';
}

static void decimal_answer(const struct app *app, struct load_answers *draft,
                           struct arena *arena)
{
    (void)arena;
    draft->decimal = (char)app->question.rows[app->question.chosen].number;
}

const struct question_ops question_decimal = {
    .title = "What is the decimal sign?",
    .hint = "",
    .is_open = decimal_is_open,
    .list = decimal_list,
    .answer = decimal_answer,
};

static bool encoding_is_open(const struct load_open *open)
{
    return open->encoding;
}

static void encoding_list(struct app *app, struct arena *arena)
{
    static const struct {
        const char *name;
        const char *what;
    } encodings[] = {
        {"GB18030", "Chinese, simplified"},
        {"BIG5", "Chinese, traditional"},
        {"CP932", "Japanese, Shift-JIS"},
        {"EUC-JP", "Japanese, EUC"},
        {"CP949", "Korean"},
        {"CP1252", "Western Europe, Windows"},
        {"ISO-8859-15", "Western Europe, Latin-9"},
        {"CP1250", "Central Europe, Windows"},
        {"ISO-8859-2", "Central Europe, Latin-2"},
        {"CP1251", "Cyrillic, Windows"},
        {"KOI8-R", "Cyrillic, KOI8"},
        {"CP1254", "Turkish"},
        {"CP1253", "Greek"},
        {"CP1255", "Hebrew"},
        {"CP1256", "Arabic"},
        {"CP874", "Thai"},
        {"UTF-16LE", "Unicode, two bytes each"},
        {"UTF-16BE", "Unicode, two bytes each, turned round"},
    };
    const struct load_answers *answers = question_answers(app);

    make_room(app, sizeof(encodings) / sizeof(encodings[0]), arena);
    for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++) {
        if (!encoding_is_known(encodings[i].name))
            continue;
        if (answers && answers->encoding &&
            strcmp(answers->encoding, encodings[i].name) == 0)
            app->question.chosen = app->question.count;
        add(app, encodings[i].name, encodings[i].what, i);
    }
}

static void encoding_answer(const struct app *app, struct load_answers *draft,
                            struct arena *arena)
{
    (void)arena;
    draft->encoding = app->question.rows[app->question.chosen].text;
}

const struct question_ops question_encoding = {
    .title = "What is the text written in?",
    .hint = "",
    .is_open = encoding_is_open,
    .list = encoding_list,
    .answer = encoding_answer,
};
