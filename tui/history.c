#include "tui/history.h"

#include "tui/app.h"

#include <stdio.h>
#include <string.h>

/* Which list belongs to the prompt that is open. */
static struct history_list *list_of(const struct app *app)
{
    if (!app->history.list)
        return NULL;
    switch (app->prompt) {
    case PROMPT_SEARCH:
        return &app->history.list[0];
    case PROMPT_FILTER:
        return &app->history.list[1];
    case PROMPT_EXPORT:
        return &app->history.list[2];
    default:
        return &app->history.list[3];
    }
}

void history_keep(struct app *app, const char *text)
{
    struct history_list *list;

    if (!app->history.list)
        app->history.list =
            ARENA_ARRAY(&app->program_arena, struct history_list, HISTORY_KINDS);
    list = list_of(app);
    app->history.place = 0;
    if (!*text || (list->count && strcmp(list->text[list->count - 1], text) == 0))
        return;
    if (list->count == HISTORY_MAX)
        memmove(list->text[0], list->text[1],
                (size_t)(--list->count) * sizeof(list->text[0]));
    snprintf(list->text[list->count++], HISTORY_TEXT_MAX, "%s", text);
}

bool history_step(struct app *app, int step, char *text, size_t size)
{
    const struct history_list *list = list_of(app);
    size_t *place = &app->history.place;

    if (!list || (step < 0 ? *place < 2 : *place >= list->count))
        return false;
    *place = step < 0 ? *place - 1 : *place + 1;
    snprintf(text, size, "%s", list->text[list->count - *place]);
    return true;
}
