/*
 * Theme: what each style looks like at 0, 8, 16 and 256 colours, dark and light.
 *
 * The usual themes keep the terminal's own background. Surplus and exports are blue (75
 * dark, 25 light, cyan in 16 colours), deficit and imports orange (214, 130, yellow);
 * red is for errors only. Without colour, meaning stays in bold, reverse, underline,
 * texture and sign.
 *
 * One line of THEMES each. A theme of the user's own is one of these with some paints
 * changed (theme_custom.c).
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "core/base/translate.h"
#include "tui/look.h"
#include "tui/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct appearance {
    short foreground; /* colour number, -1 the terminal's own */
    short background;
    bool is_bold;
    bool is_dim;
    bool is_underlined;
    bool is_reversed;
};

/* The terminal's own colour. */
#define THEME_OWN (-1)

enum { THEME_BOLD = 1, THEME_DIM = 2, THEME_UNDERLINE = 4, THEME_REVERSE = 8 };

/* Which column of a table of paints is used: 8, 16 or 256 colours. */
enum theme_depth { DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_COUNT };

/* What one style is painted with, on a dark ground [0] and on a light one [1]. */
struct paint {
    short ink[2][DEPTH_COUNT];
    short paper[2][DEPTH_COUNT];
    uint8_t colored; /* attributes besides colour */
    uint8_t mono;    /* attributes instead of colour */
};

/* GROUND_OF_TERMINAL: as COLORFGBG says, dark when it says nothing. */
enum theme_ground { GROUND_DARK, GROUND_LIGHT, GROUND_OF_TERMINAL };

struct theme {
    const char *name;
    const char *help;
    const struct paint *paints; /* STYLE_COUNT of them */
    enum theme_ground ground;
    int colors; /* at most so many are used */
};

/* constant, name, paints, ground, colours at most, help */
#define THEMES(X)                                                      \
    X(DARK, "dark", usual, DARK, 256, N_("for a dark background"))     \
    X(LIGHT, "light", usual, LIGHT, 256, N_("for a light background")) \
    X(CONTRAST, "contrast", strong, OF_TERMINAL, 256,                  \
      N_("black and white, on its own ground"))                        \
    X(MONO, "mono", usual, OF_TERMINAL, 0, N_("no colour at all"))     \
    X(SIXTEEN, "sixteen", usual, OF_TERMINAL, 16, N_("the terminal's 16 colours alone"))

enum theme_number {
#define X(constant, name, paints, ground, colors, help) THEME_##constant,
    THEMES(X)
#undef X
        THEME_COUNT
};

/* The built-in ones, THEME_COUNT of them. */
extern const struct theme themes[];

/* The one that is used: that of the look, else the usual one for its background. */
const struct theme *theme_of(const struct look *look);

/* Among `count` themes, by name; NULL for none. */
const struct theme *theme_find(const struct theme *list, size_t count,
                               const char *name);

struct appearance theme_appearance(const struct look *look, enum style style);

#endif
