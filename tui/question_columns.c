/*
 * The question what each column of a table is.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/look.h"
#include "core/load/roles.h"
#include "core/load/table.h"
#include "tui/app.h"

#include <string.h>

enum { NO_ROLE = 0 }; /* else the number of the role's word, from 1 */

/* The rows of the table before the one with most fields are no head. */
enum { LINES_LOOKED_AT = 12 };

static bool is_open(const struct load_open *open)
{
    return open->columns;
}

static const char *cell(const struct table_row *row, size_t column, struct arena *arena)
{
    return column < row->count
               ? text_clean(arena, row->fields[column].text, row->fields[column].length)
               : "";
}

static size_t role_now(const struct app *app, const char *heading)
{
    const struct load_answers *answers = question_answers(app);

    for (size_t i = 0; answers && i < answers->map_count; i++)
        if (strlen(heading) == answers->map[i].length &&
            memcmp(heading, answers->map[i].column, answers->map[i].length) == 0)
            return (size_t)(answers->map[i].role - role_words) + 1;
    return NO_ROLE;
}

/* What the file on the screen has it for. */
static const char *found_now(const struct app *app, const char *heading)
{
    const struct dataset *dataset = &app->loaded;

    for (size_t i = 0; app->has_dataset && i < dataset->understood_count; i++)
        if (strcmp(dataset->understood[i].heading, heading) == 0)
            return dataset->understood[i].meaning;
    return NULL;
}

static void take_head(struct app *app, const struct table_row *row, struct arena *arena)
{
    struct question_state *state = &app->question;

    state->rows = ARENA_ARRAY(arena, struct question_row, row->count);
    state->count = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *heading = cell(row, i, arena);
        if (*heading)
            state->rows[state->count++] =
                (struct question_row){.text = heading,
                                      .detail = "",
                                      .found = found_now(app, heading),
                                      .number = role_now(app, heading)};
    }
}

/* What the first row behind the head has there. */
static void take_samples(struct app *app, const struct table_row *row,
                         struct arena *arena)
{
    for (size_t i = 0, at = 0; i < row->count && at < app->question.count; i++, at++)
        app->question.rows[at].detail = cell(row, i, arena);
}

static size_t role_number(const char *word)
{
    return (size_t)(role_find(word, strlen(word)) - role_words) + 1;
}

static bool has_role(const struct question_state *state, const char *word)
{
    for (size_t i = 0; i < state->count; i++)
        if (state->rows[i].number == role_number(word))
            return true;
    return false;
}

static bool is_number(const char *text)
{
    return *text && !text[strspn(text, "0123456789.,-+ '")];
}

/* What the first row's text can only be, for whoever is asked to say otherwise: a
 * period, and names of what trade is with and of. Figures are not guessed. */
static const char *guess_of(const struct question_state *state, const char *text)
{
    struct period period;

    if (!*text)
        return NULL;
    if (!has_role(state, "period") && period_read(text, strlen(text), &period))
        return "period";
    if (is_number(text))
        return NULL;
    return !has_role(state, "partner")   ? "partner"
           : !has_role(state, "product") ? "product"
                                         : NULL;
}

static void suggest(struct question_state *state)
{
    for (size_t i = 0; i < state->count; i++) {
        struct question_row *row = &state->rows[i];
        const char *word = row->number ? NULL : guess_of(state, row->detail);
        if (word)
            row->number = role_number(word);
    }
}

/* The first column of which nothing is known. */
static void choose_unknown(struct question_state *state)
{
    for (size_t i = 0; i < state->count; i++)
        if (!state->rows[i].number && !state->rows[i].found) {
            state->chosen = i;
            return;
        }
}

static void list(struct app *app, struct arena *arena)
{
    struct load_limits limits = app->limits;
    struct diag_list unheard = {.arena = arena};
    struct bytes bytes;
    struct table *table;
    struct table_row row;
    const char *head;
    size_t most = 1;
    bool is_behind = false;

    limits.answers = question_answers(app);
    head = load_head(app->file, &limits, arena);
    bytes_open_memory(&bytes, "", head, strlen(head), strlen(head), &unheard);
    table = table_open(&bytes, table_separator(head, strlen(head)), strlen(head) + 1,
                       arena, &unheard);
    for (int i = 0; i < LINES_LOOKED_AT && table_next(table, &row); i++) {
        if (row.count > most)
            take_head(app, &row, arena);
        else if (is_behind && row.count == most)
            take_samples(app, &row, arena);
        is_behind = row.count > most;
        most = row.count > most ? row.count : most;
    }
    table_close(table);
    bytes_close(&bytes);
    if (app->question.open.columns)
        suggest(&app->question);
    choose_unknown(&app->question);
}

/* What columns mostly are comes first; 0 is "as found". */
static const char *const order[] = {
    "period",   "exports",      "imports",      "partner",       "product",
    "flow",     "value",        "year",         "month",         "unit",
    "reporter", "partner-name", "product-name", "re-exports",    "scale",
    "flag",     "note",         "vintage",      "reporter-name", "skip",
};
enum { ORDERED = sizeof(order) / sizeof(order[0]) };

static size_t role_after(size_t role, int step)
{
    size_t place = 0;
    const struct role_word *next;

    for (size_t i = 0; role && i < ORDERED; i++)
        if (strcmp(order[i], role_words[role - 1].word) == 0)
            place = i + 1;
    place = (place + ORDERED + 1 + (size_t)step) % (ORDERED + 1);
    next = place ? role_find(order[place - 1], strlen(order[place - 1])) : NULL;
    return next ? (size_t)(next - role_words) + 1 : NO_ROLE;
}

/* Several columns may be skipped; any other role is of one. */
static bool is_taken(const struct question_state *state, size_t role)
{
    if (!role || role_words[role - 1].role == ROLE_SKIP)
        return false;
    for (size_t i = 0; i < state->count; i++)
        if (i != state->chosen && state->rows[i].number == role)
            return true;
    return false;
}

static void turn(struct app *app, int step)
{
    struct question_state *state = &app->question;
    size_t role;

    if (!state->count)
        return;
    role = state->rows[state->chosen].number;
    do
        role = role_after(role, step);
    while (is_taken(state, role));
    state->rows[state->chosen].number = role;
}

/* "period==2024" is of no column, and stays. */
static void keep_said(struct load_answers *draft)
{
    size_t kept = 0;

    for (size_t i = 0; i < draft->map_count; i++)
        if (draft->map[i].length && *draft->map[i].column == '=')
            draft->map[kept++] = draft->map[i];
    draft->map_count = kept;
}

static void answer(const struct app *app, struct load_answers *draft,
                   struct arena *arena)
{
    const struct question_state *state = &app->question;

    keep_said(draft);
    for (size_t i = 0; i < state->count && draft->map_count < LOAD_MAP_MAX; i++) {
        const char *text = state->rows[i].text;
        if (!state->rows[i].number)
            continue;
        draft->map[draft->map_count++] =
            (struct load_map){.role = &role_words[state->rows[i].number - 1],
                              .column = arena_copy(arena, text, strlen(text)),
                              .length = strlen(text)};
    }
}

static const char *choice(const struct app *app, size_t row, struct arena *arena)
{
    const struct question_row *column = &app->question.rows[row];

    if (column->number)
        return role_words[column->number - 1].word;
    return column->found ? arena_printf(arena, _("found: %s"), column->found)
                         : _("not known");
}

/* The roles that make a table readable; what the file tells by itself is not asked. */
static const char *lacks(const struct app *app, struct arena *arena)
{
    const struct question_state *state = &app->question;
    bool has_period = has_role(state, "period") || has_role(state, "year");
    bool has_flows = has_role(state, "exports") || has_role(state, "imports") ||
                     has_role(state, "value");

    if (!app->question.open.columns || !app->question.problem)
        return NULL;
    if (has_period && has_flows)
        return NULL;
    return arena_printf(
        arena,
        _("Not known yet: %s. Choose its column, and say what it is with %s and %s."),
        has_flows ? _("the period")
        : has_period
            ? _("exports and imports, or a flow and its value")
            : _("the period, and exports and imports, or a flow and its value"),
        app->look.is_ascii ? "<-" : "←", app->look.is_ascii ? "->" : "→");
}

const struct question_ops question_columns = {
    .title = N_("What is each column?"),
    .hint = N_("what it is"),
    .is_open = is_open,
    .list = list,
    .turn = turn,
    .answer = answer,
    .choice = choice,
    .lacks = lacks,
};
