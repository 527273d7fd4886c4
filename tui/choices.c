#include "tui/choices.h"

#include "core/base/translate.h"
#include "core/query/convert.h"
#include "tui/copy.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/picker.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* The letter that a person would press for the column. */
static char letter_of(const struct frame *frame, const struct frame_column *column)
{
    switch (column->spec.indicator) {
    case INDICATOR_FIGURE:
        if (column->spec.measure == frame->exports)
            return 'x';
        return column->spec.measure == frame->imports ? 'm' : '\0';
    case INDICATOR_GROWTH:
        return column->spec.measure == frame->exports ? 'g' : 'G';
    case INDICATOR_BALANCE:
        return 'b';
    case INDICATOR_COVER:
        return 'r';
    case INDICATOR_TOTAL:
        return 't';
    case INDICATOR_SHARE:
        return '%';
    default:
        return '\0';
    }
}

static const char *short_title(const struct frame *frame,
                               const struct frame_column *column)
{
    switch (column->spec.indicator) {
    case INDICATOR_GROWTH:
        if (!frame->has_imports)
            return _("growth");
        return column->spec.measure == frame->exports ? _("export growth")
                                                      : _("import growth");
    case INDICATOR_SHARE:
        return _("share");
    case INDICATOR_COVER:
        return C_("head", "X/M");
    case INDICATOR_TOTAL:
        return _("total");
    case INDICATOR_BALANCE:
        return _("balance");
    default:
        return column->title;
    }
}

static bool is_key(const struct app *app, struct column_spec spec)
{
    const struct query *query = &app->lens.query;
    const struct sort_key key = {SORT_COLUMN, spec, false};
    bool is_found = sort_key_equal(query->sort, key);

    for (size_t i = 0; i < query->then_count && !is_found; i++)
        is_found = sort_key_equal(query->then[i], key);
    return is_found;
}

static size_t list_sorts(const struct app *app, struct choice choices[CHOICE_MAX])
{
    static const char spare[] = "123456789";
    const struct frame *frame = app->frame;
    size_t count = 0;
    size_t spare_used = 0;

    for (size_t i = 0; i < frame->column_count && count + 4 < CHOICE_MAX; i++) {
        const struct frame_column *column = &frame->columns[i];
        char letter = letter_of(frame, column);
        if (!letter && spare_used + 1 < sizeof(spare))
            letter = spare[spare_used++];
        if (letter)
            choices[count++] = (struct choice){
                .letter = letter,
                .title = short_title(frame, column),
                .is_on = is_key(app, column->spec),
                .sort = {SORT_COLUMN, column->spec, true},
            };
    }
    choices[count++] =
        (struct choice){.letter = 'a', .title = C_("sort", "all"), .is_all = true};
    choices[count++] =
        (struct choice){'n', C_("sort", "name"), .sort = {.kind = SORT_NAME}};
    choices[count++] =
        (struct choice){'c', C_("sort", "code"), .sort = {.kind = SORT_CODE}};
    choices[count++] =
        (struct choice){'f', C_("sort", "file"), .sort = {.kind = SORT_FILE}};
    return count;
}

static bool is_taken(const struct choice *choices, size_t count, char letter)
{
    for (size_t i = 0; i < count; i++)
        if (choices[i].letter == letter)
            return true;
    return false;
}

static const struct choice scales[] = {
    {'a', N_("automatic"), .has_scale = false},
    {'k', N_("thousand"), .has_scale = true, .scale = 3},
    {'m', N_("mn"), .has_scale = true, .scale = 6},
    {'b', N_("bn"), .has_scale = true, .scale = 9},
    {'t', N_("tn"), .has_scale = true, .scale = 12},
    {'w', N_("10 thousand (wan)"), .has_scale = true, .scale = 4},
    {'y', N_("100 mn (yi)"), .has_scale = true, .scale = 8},
};

static size_t list_units(const struct app *app, struct choice choices[CHOICE_MAX])
{
    enum { SCALES = sizeof(scales) / sizeof(scales[0]) };
    const struct query *query = &app->lens.query;
    const char *codes[CHOICE_MAX - SCALES];
    size_t currencies = currencies_of(&app->dataset, codes, CHOICE_MAX - SCALES);
    size_t count = 0;
    char spare = '1';

    for (size_t i = 0; i < SCALES; i++) {
        choices[count] = scales[i];
        choices[count].title = _(scales[i].title);
        choices[count++].is_on = query->has_scale == scales[i].has_scale &&
                                 (!query->has_scale || query->scale == scales[i].scale);
    }
    for (size_t i = 0; i < currencies; i++) {
        char letter = (char)tolower((unsigned char)codes[i][0]);
        if (is_taken(choices, count, letter))
            letter = spare++;
        choices[count++] = (struct choice){
            .letter = letter,
            .title = codes[i],
            .note = _(rates_kind(&app->dataset, codes[i])),
            .currency = codes[i],
            .is_on = query->currency ? strcmp(query->currency, codes[i]) == 0 : i == 0,
        };
    }
    return count;
}

bool choices_are_open(const struct app *app)
{
    return app->prompt == PROMPT_SORT || app->prompt == PROMPT_UNIT ||
           app->prompt == PROMPT_SORT_THEN || app->prompt == PROMPT_COPY;
}

const char *choices_question(const struct app *app)
{
    if (app->prompt == PROMPT_SORT_THEN)
        return _("then by ");
    if (app->prompt == PROMPT_COPY)
        return _("copy ");
    return app->prompt == PROMPT_SORT ? _("sort by ") : _("unit ");
}

/* What is asked for most comes first: a narrow line cuts the end. */
static void order_choices(struct choice *choices, size_t count)
{
    static const char order[] = "xmbt%garncG";
    size_t placed = 0;

    for (const char *letter = order; *letter; letter++)
        for (size_t i = placed; i < count; i++) {
            struct choice found = choices[i];
            if (found.letter != *letter)
                continue;
            memmove(&choices[placed + 1], &choices[placed],
                    (i - placed) * sizeof(*choices));
            choices[placed++] = found;
            break;
        }
}

size_t choices_list(const struct app *app, struct choice choices[CHOICE_MAX])
{
    size_t count;

    if (app->prompt == PROMPT_COPY)
        return copy_choices(choices);
    if (app->prompt == PROMPT_UNIT)
        return list_units(app, choices);
    count = list_sorts(app, choices);
    order_choices(choices, count);
    return count;
}

static void choose_unit(struct app *app, const struct choice *choice)
{
    struct query *query = &app->lens.query;

    if (!lens_filter_fix(app))
        return;
    if (choice->currency) {
        query->currency = choice->currency;
    } else {
        query->has_scale = choice->has_scale;
        query->scale = choice->scale;
    }
    app_refresh(app);
}

void choices_key(struct app *app, int key)
{
    struct choice choices[CHOICE_MAX];
    size_t count = choices_list(app, choices);
    enum prompt prompt = app->prompt;

    app->prompt = PROMPT_NONE;
    for (size_t i = 0; i < count; i++) {
        if (choices[i].letter != key)
            continue;
        if (choices[i].is_all)
            picker_open(app, prompt == PROMPT_SORT ? &picker_sort : &picker_then);
        else if (prompt == PROMPT_SORT_THEN)
            lens_sort_then(app, choices[i].sort);
        else if (prompt == PROMPT_COPY)
            copy_letter(app, choices[i].letter);
        else if (prompt == PROMPT_SORT)
            lens_sort(app, choices[i].sort);
        else
            choose_unit(app, &choices[i]);
        return;
    }
    if (key == INPUT_ESCAPE || key == INPUT_BACKSPACE || key == INPUT_ENTER)
        return;
    if (prompt == PROMPT_UNIT && app->dataset.rate_count == 0)
        snprintf(app->message, sizeof(app->message),
                 _("no rates in this file: other currencies need --rates=FILE"));
    else
        snprintf(app->message, sizeof(app->message), _("nothing here has this letter"));
}
