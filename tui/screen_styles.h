/*
 * Screen styles: how the terminal shows each style, for curses and for painting.
 */
#ifndef TUI_SCREEN_STYLES_H
#define TUI_SCREEN_STYLES_H

#include "tui/look.h"
#include "tui/paint.h"

#include <stdbool.h>

struct screen_styles {
    bool has_own_colors;              /* besides those of its palette */
    bool has_curses;                  /* which has pairs of colours */
    unsigned attributes[STYLE_COUNT]; /* of curses */
    short pair[STYLE_COUNT];
    struct brushes brushes;
    bool can_paint; /* past curses, in fewer bytes */
};

/* Lowers `look` to what the terminal can do, and uses it. */
void screen_styles_open(struct screen_styles *styles, struct look *look);
/* Curses has started. */
void screen_styles_start(struct screen_styles *styles, const struct look *look);
/* Another theme. */
void screen_styles_use(struct screen_styles *styles, const struct look *look);

#endif
