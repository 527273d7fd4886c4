#include "tui/prompt.h"

#include "core/base/text.h"
#include "tui/input.h"
#include "tui/lens.h"

#include <stdio.h>
#include <string.h>

void prompt_open(struct app *app, enum prompt prompt)
{
    app->prompt = prompt;
    app->before_prompt = app->lens;
    snprintf(app->input, sizeof(app->input), "%s",
             prompt == PROMPT_FILTER ? app->lens.filter : "");
}

/* Every key acts at once: the filter narrows, the search moves. */
static void act(struct app *app)
{
    struct arena scratch = {0};
    size_t found;

    if (app->prompt == PROMPT_FILTER) {
        snprintf(app->lens.filter, sizeof(app->lens.filter), "%s", app->input);
        app_refresh(app);
    } else if (app->prompt == PROMPT_SEARCH && app->frame->row_count) {
        found = frame_search(app->frame, app->input, app->selected, 1, &scratch);
        if (found != SIZE_MAX)
            lens_select(app, found);
        else if (app->input[0])
            snprintf(app->message, sizeof(app->message), "no row has '%s'", app->input);
    }
    arena_clear(&scratch);
}

static void add_character(struct app *app, int key)
{
    char bytes[4];
    size_t length = strlen(app->input);
    size_t size = text_encode((uint32_t)key, bytes);

    if (length + size >= sizeof(app->input))
        return;
    memcpy(app->input + length, bytes, size);
    app->input[length + size] = '\0';
    act(app);
}

/* Takes the last character away, all its bytes; an empty prompt closes. */
static void erase_character(struct app *app)
{
    size_t length = strlen(app->input);

    if (!length) {
        app->prompt = PROMPT_NONE;
        return;
    }
    do
        length--;
    while (length && ((unsigned char)app->input[length] & 0xC0) == 0x80);
    app->input[length] = '\0';
    act(app);
}

static void cancel(struct app *app)
{
    app->lens = app->before_prompt;
    app->prompt = PROMPT_NONE;
    app_refresh(app);
}

/* The whole prompt is one step of the history, however many keys it took. */
static void accept(struct app *app)
{
    struct lens now = app->lens;

    if (app->prompt == PROMPT_FILTER &&
        strcmp(app->before_prompt.filter, now.filter) != 0) {
        app->lens = app->before_prompt;
        app_remember(app);
        app->lens = now;
    }
    if (app->prompt == PROMPT_SEARCH)
        snprintf(app->search, sizeof(app->search), "%s", app->input);
    app->prompt = PROMPT_NONE;
}

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
    case INDICATOR_COUNT:
        break;
    }
    return '\0';
}

static const char *short_title(const struct frame_column *column)
{
    switch (column->spec.indicator) {
    case INDICATOR_GROWTH:
        return "growth";
    case INDICATOR_SHARE:
        return "share";
    case INDICATOR_COVER:
        return "X/M ratio";
    default:
        return column->title;
    }
}

size_t prompt_sort_choices(const struct app *app,
                           struct sort_choice choices[SORT_CHOICE_MAX])
{
    static const char spare[] = "123456789";
    const struct frame *frame = app->frame;
    size_t count = 0;
    size_t spare_used = 0;

    for (size_t i = 0; i < frame->column_count && count + 3 < SORT_CHOICE_MAX; i++) {
        const struct frame_column *column = &frame->columns[i];
        char letter = letter_of(frame, column);
        if (!letter && spare_used + 1 < sizeof(spare))
            letter = spare[spare_used++];
        if (letter)
            choices[count++] = (struct sort_choice){
                letter, short_title(column), {SORT_COLUMN, column->spec, true}};
    }
    choices[count++] = (struct sort_choice){'n', "name", {.kind = SORT_NAME}};
    choices[count++] = (struct sort_choice){'c', "code", {.kind = SORT_CODE}};
    choices[count++] = (struct sort_choice){'f', "as in the file", {.kind = SORT_FILE}};
    return count;
}

static void choose_sort(struct app *app, int key)
{
    struct sort_choice choices[SORT_CHOICE_MAX];
    size_t count = prompt_sort_choices(app, choices);

    app->prompt = PROMPT_NONE;
    for (size_t i = 0; i < count; i++) {
        if (choices[i].letter == key) {
            lens_sort(app, choices[i].key);
            return;
        }
    }
    if (key != INPUT_ESCAPE && key != INPUT_BACKSPACE && key != INPUT_ENTER)
        snprintf(app->message, sizeof(app->message), "no column has this letter");
}

void prompt_key(struct app *app, int key)
{
    if (app->prompt == PROMPT_SORT)
        choose_sort(app, key);
    else if (key == INPUT_ESCAPE)
        cancel(app);
    else if (key == INPUT_ENTER)
        accept(app);
    else if (key == INPUT_BACKSPACE)
        erase_character(app);
    else if (key == INPUT_CTRL('U'))
        app->input[0] = '\0', act(app);
    else if (key == INPUT_DOWN || key == INPUT_UP)
        accept(app), app_key(app, key);
    else if (key >= ' ' && key < INPUT_FIRST && key != INPUT_BACKSPACE)
        add_character(app, key);
}
