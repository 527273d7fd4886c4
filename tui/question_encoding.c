/*
 * The question what a file is written in. What its first bytes look like decides which
 * encodings are listed first, so that few keys lead to the right one.
 */
#include "core/base/translate.h"
#include "core/load/encoding.h"
#include "core/load/look.h"
#include "tui/app.h"

#include <string.h>

enum script { SCRIPT_LATIN, SCRIPT_OTHER };

static const struct {
    const char *name;
    const char *what;
    enum script script;
} encodings[] = {
    {"GB18030", N_("Chinese, simplified"), SCRIPT_OTHER},
    {"BIG5", N_("Chinese, traditional"), SCRIPT_OTHER},
    {"CP932", N_("Japanese, Shift-JIS"), SCRIPT_OTHER},
    {"EUC-JP", N_("Japanese, EUC"), SCRIPT_OTHER},
    {"CP949", N_("Korean"), SCRIPT_OTHER},
    {"CP1252", N_("Western Europe, Windows"), SCRIPT_LATIN},
    {"ISO-8859-15", N_("Western Europe, Latin-9"), SCRIPT_LATIN},
    {"CP1250", N_("Central Europe, Windows"), SCRIPT_LATIN},
    {"ISO-8859-2", N_("Central Europe, Latin-2"), SCRIPT_LATIN},
    {"CP1254", N_("Turkish"), SCRIPT_LATIN},
    {"CP1251", N_("Cyrillic, Windows"), SCRIPT_OTHER},
    {"KOI8-R", N_("Cyrillic, KOI8"), SCRIPT_OTHER},
    {"CP1253", N_("Greek"), SCRIPT_OTHER},
    {"CP1255", N_("Hebrew"), SCRIPT_OTHER},
    {"CP1256", N_("Arabic"), SCRIPT_OTHER},
    {"CP874", N_("Thai"), SCRIPT_OTHER},
    {"UTF-16LE", N_("Unicode, two bytes each"), SCRIPT_OTHER},
    {"UTF-16BE", N_("Unicode, two bytes each, turned round"), SCRIPT_OTHER},
};
enum { ENCODINGS = sizeof(encodings) / sizeof(encodings[0]) };

static bool is_open(const struct load_open *open)
{
    return open->encoding;
}

/* Letters with marks stand alone or in twos among those of ASCII; words of another
 * script are longer. What the file begins with says it of most files. */
static enum script script_of(const struct app *app, struct arena *arena)
{
    enum { LATIN_RUN = 2 };
    struct load_limits limits = app->limits;
    const char *head;
    size_t run = 0;

    limits.answers = NULL;
    limits.open = NULL;
    head = load_head(app->file, &limits, arena);
    for (; *head; head++) {
        run = (unsigned char)*head >= 0x80 ? run + 1 : 0;
        if (run > LATIN_RUN)
            return SCRIPT_OTHER;
    }
    return SCRIPT_LATIN;
}

static void add_of(struct app *app, enum script script)
{
    struct question_state *state = &app->question;
    const struct load_answers *answers = question_answers(app);

    for (size_t i = 0; i < ENCODINGS; i++) {
        if (encodings[i].script != script || !encoding_is_known(encodings[i].name))
            continue;
        if (answers && answers->encoding &&
            strcmp(answers->encoding, encodings[i].name) == 0)
            state->chosen = state->count;
        state->rows[state->count++] = (struct question_row){
            .text = encodings[i].name, .detail = _(encodings[i].what), .number = i};
    }
}

static void list(struct app *app, struct arena *arena)
{
    enum script first = script_of(app, arena);

    app->question.rows = ARENA_ARRAY(arena, struct question_row, ENCODINGS);
    add_of(app, first);
    add_of(app, first == SCRIPT_LATIN ? SCRIPT_OTHER : SCRIPT_LATIN);
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    (void)arena;
    draft->encoding = app->question.rows[app->question.chosen].text;
}

const struct question_ops question_encoding = {
    .title = N_("What is the text written in?"),
    .hint = "",
    .is_open = is_open,
    .list = list,
    .answer = answer,
};
