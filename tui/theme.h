/*
 * Theme: what each style looks like at 0, 8, 16 and 256 colours, dark and light.
 *
 * The terminal's own background is kept. Surplus and exports are blue (75 dark, 25
 * light, cyan in 16 colours), deficit and imports orange (214, 130, yellow); red is
 * for errors only. Without colour, meaning stays in bold, reverse, underline, texture
 * and sign.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "tui/look.h"
#include "tui/style.h"

#include <stdbool.h>

struct appearance {
    short foreground; /* colour number, -1 the terminal's own */
    short background;
    bool is_bold;
    bool is_dim;
    bool is_underlined;
    bool is_reversed;
};

struct appearance theme_appearance(const struct look *look, enum style style);

#endif
