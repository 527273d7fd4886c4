/*
 * The hints of what lies over the screen: lists, the columns, the record, the help.
 */
#ifndef TUI_HINTS_OVERLAY_H
#define TUI_HINTS_OVERLAY_H

#include "tui/app.h"

/* What a key does in an overlay; keys NULL: the arrows up and down. */
struct overlay_hint {
    const char *keys;
    const char *word;
};

/* The hints of the overlay that takes the keys now, ended by an empty word; NULL: none
 * is open. */
const struct overlay_hint *overlay_hints(const struct app *app);

/* Draws them, cut at whole hints; the one of closing is the last to go. */
void overlay_hints_draw(const struct overlay_hint *hints, struct cells *cells,
                        struct rect area);

#endif
