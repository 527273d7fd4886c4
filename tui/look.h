/*
 * Look: what the terminal at hand can show.
 */
#ifndef TUI_LOOK_H
#define TUI_LOOK_H

#include <stdbool.h>

struct theme;

enum background { BACKGROUND_DARK, BACKGROUND_LIGHT };

struct look {
    bool is_ascii;
    int colors;                 /* 0, 8, 16 or 256 */
    enum background background; /* of the terminal, as far as it is known */
    const struct theme *theme;  /* NULL: the usual one for this background (theme.h) */
};

#endif
