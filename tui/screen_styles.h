/*
 * Screen styles: how the terminal shows each style, for curses and for painting.
 */
#ifndef TUI_SCREEN_STYLES_H
#define TUI_SCREEN_STYLES_H

#include "tui/description.h"
#include "tui/look.h"
#include "tui/paint.h"

#include <stdbool.h>

struct curses_calls;

struct screen_styles {
    const struct description *terminal;
    const struct curses_calls
        *curses;         /* which has pairs of colours; NULL: not started */
    bool has_own_colors; /* besides those of its palette */
    unsigned attributes[STYLE_COUNT]; /* of curses */
    short pair[STYLE_COUNT];
    struct brushes brushes;
    bool can_paint; /* past curses, in fewer bytes */
};

/* Lowers `look` to what the terminal can do, and uses it. */
void screen_styles_open(struct screen_styles *styles,
                        const struct description *terminal, struct look *look);
/* Curses has started. */
void screen_styles_start(struct screen_styles *styles,
                         const struct curses_calls *curses, const struct look *look);
/* Another theme. */
void screen_styles_use(struct screen_styles *styles, const struct look *look);

#endif
