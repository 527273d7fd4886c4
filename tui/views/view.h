/*
 * Views: ways of looking at the lens, one file and one line in VIEWS (app.h) each.
 *
 * A view draws the app's frames into an area. It changes nothing but its own scroll
 * place through `command`, and says how many rows it shows so that the selection can be
 * kept on screen.
 */
#ifndef TUI_VIEWS_VIEW_H
#define TUI_VIEWS_VIEW_H

#include "tui/app.h"

struct view_ops {
    const char *name;  /* "overview": for --view */
    const char *title; /* "Overview": on the tab */
    const char *help;
    void (*draw)(const struct app *app, struct cells *cells, struct rect area,
                 struct arena *arena);
    /* How many rows of the frame are on screen at once; NULL: the view does not scroll.
     */
    size_t (*capacity)(const struct app *app, struct rect area);
    /* Scrolls by whole screens: its rows take many bytes to draw again. */
    bool is_paged;
    /* Keys that mean something else here; NULL: none. Returns whether it did something.
     */
    bool (*command)(struct app *app, enum command command);
    /* Whether it draws members over periods: the frame has those of all periods, and
     * app->cross is there. */
    bool is_over_time;
    /* What it says of its selection in one sentence; NULL: what the row says. */
    const char *(*sentence)(const struct app *app, int cols,
                            const struct glyphs *glyphs, struct arena *arena);
    const char *sideways; /* what left and right go through, for the hint; or NULL */
    /* Commands that the hint line names, ended by COMMAND_NONE. */
    const enum command *hints;
};

#define X(constant, name) extern const struct view_ops view_##name;
VIEWS(X)
#undef X

const struct view_ops *view_ops(enum view view);

/* The view of this name, or VIEW_COUNT. */
enum view view_find(const char *name);

#endif
