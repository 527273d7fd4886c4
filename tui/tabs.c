#include "tui/tabs.h"

#include "core/base/translate.h"
#include "tui/app.h"
#include "tui/stopping.h"

#include <stdio.h>
#include <string.h>

/* What belongs to the program and not to one dataset. */
static void tabs_share(struct app *to, const struct app *from)
{
    to->program_arena = from->program_arena;
    to->look = from->look;
    to->themes = from->themes;
    to->theme_count = from->theme_count;
    to->keys = from->keys;
    to->has_mouse = from->has_mouse;
    to->rows = from->rows;
    to->cols = from->cols;
    to->catalog = from->catalog;
    to->chosen = from->chosen;
    to->gallery_first = from->gallery_first;
    to->is_watching = from->is_watching;
    to->limits = from->limits;
    to->loads_behind = from->loads_behind;
    to->startup = from->startup;
    to->words = from->words;
    to->is_new = from->is_new;
    to->rates_path = from->rates_path;
    to->language = from->language;
    to->tabs = from->tabs;
    to->history = from->history;
    to->has_terminal = from->has_terminal;
    to->copy_arena = from->copy_arena;
    to->copy = from->copy;
    to->copy_size = from->copy_size;
    to->wants_redraw = from->wants_redraw;
    to->wants_suspend = from->wants_suspend;
    to->has_more_keys = from->has_more_keys;
    to->has_quit = from->has_quit;
    memcpy(to->message, from->message, sizeof(to->message));
}

size_t tabs_count(const struct app *app)
{
    return app->tabs.more + 1;
}

const char *tabs_place(const struct app *app, struct arena *arena)
{
    return tabs_count(app) < 2 ? ""
                               : arena_printf(arena, "%zu/%zu ", app->tabs.current + 1,
                                              tabs_count(app));
}

/* Puts what is on the screen away; the list of datasets is left. */
static void park(struct app *app)
{
    struct tabs *tabs = &app->tabs;

    stopping_never(app);
    arena_clear(&app->spare_arena);
    if (app->page == PAGE_GALLERY)
        app->page = app->has_dataset   ? PAGE_DATA
                    : app->loading.job ? PAGE_LOADING
                                       : PAGE_ERRORS;
    if (!tabs->parked[tabs->current])
        tabs->parked[tabs->current] = ARENA_NEW(&app->program_arena, struct app);
    *tabs->parked[tabs->current] = *app;
}

/* Fills struct app, whose shared part is `shared`, with a parked tab. */
static void unpark(struct app *app, size_t number)
{
    struct app *next = app->tabs.parked[number];

    tabs_share(next, app);
    *app = *next;
    app->tabs.current = number;
    app->follow.has_looked = false;
    loading_look(app);
    /* The language of names may be another than when it was put away. */
    app_refresh(app);
    app_settle(app);
}

void tabs_go(struct app *app, size_t number)
{
    if (number == app->tabs.current || number >= tabs_count(app))
        return;
    park(app);
    unpark(app, number);
}

bool tabs_step(struct app *app, long step)
{
    size_t count = tabs_count(app);

    if (count < 2)
        return false;
    tabs_go(app, (app->tabs.current + count + (size_t)step) % count);
    return true;
}

static size_t find_file(const struct app *app, const char *path)
{
    for (size_t i = 0; i < tabs_count(app); i++) {
        const char *file =
            i == app->tabs.current ? app->file : app->tabs.parked[i]->file;
        if (file && catalog_is_same_file(file, path))
            return i;
    }
    return SIZE_MAX;
}

/* An empty tab behind the others. */
static bool add_tab(struct app *app)
{
    struct app *fresh;
    size_t number = tabs_count(app);

    if (number == TAB_MAX) {
        snprintf(app->message, sizeof(app->message), _("at most %d datasets at once"),
                 TAB_MAX);
        return false;
    }
    park(app);
    if (!app->tabs.parked[number])
        app->tabs.parked[number] = ARENA_NEW(&app->program_arena, struct app);
    fresh = app->tabs.parked[number];
    *fresh = (struct app){0};
    app->tabs.more++;
    unpark(app, number);
    return true;
}

bool tabs_open_answered(struct app *app, const char *path,
                        const struct load_answers *answers)
{
    size_t number = find_file(app, path);

    if (number != SIZE_MAX && (number != app->tabs.current || app->has_dataset)) {
        tabs_go(app, number);
        app->page = app->has_dataset ? PAGE_DATA : app->page;
        return app->has_dataset;
    }
    if (app->file && number == SIZE_MAX && !add_tab(app))
        return false;
    app->answers = answers;
    return app_load(app, path) == LOAD_OK;
}

bool tabs_open(struct app *app, const char *path)
{
    return tabs_open_answered(app, path, NULL);
}

bool tabs_close(struct app *app)
{
    struct tabs *tabs = &app->tabs;
    size_t closed = tabs->current;
    struct app *unused;

    if (!tabs->more)
        return false;
    park(app);
    app_close_dataset(app);
    unused = tabs->parked[closed];
    memmove(&tabs->parked[closed], &tabs->parked[closed + 1],
            (tabs->more - closed) * sizeof(tabs->parked[0]));
    tabs->parked[tabs->more--] = unused;
    unpark(app, closed > tabs->more ? tabs->more : closed);
    return true;
}

void tabs_end(struct app *app)
{
    for (size_t i = 0; i < tabs_count(app); i++)
        if (i != app->tabs.current)
            app_close_dataset(app->tabs.parked[i]);
}

void tabs_forget_audits(struct app *app)
{
    for (size_t i = 0; i < tabs_count(app); i++)
        if (i != app->tabs.current)
            auditing_close(app->tabs.parked[i]);
}
