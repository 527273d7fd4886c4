#include "tui/theme.h"

#include <stddef.h>
#include <stdint.h>

enum { BOLD = 1, DIM = 2, UNDERLINE = 4, REVERSE = 8 };

/* The terminal's own colour. */
#define OWN (-1)

/* Which column of the tables below is used. */
enum depth { DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_COUNT };

struct paint {
    short ink[2][DEPTH_COUNT]; /* dark, light; 8, 16 and 256 colours */
    short paper[2][DEPTH_COUNT];
    uint8_t colored; /* attributes besides colour */
    uint8_t mono;    /* attributes instead of colour */
};

#define OWN_INK           \
    {                     \
        {OWN, OWN, OWN},  \
        {                 \
            OWN, OWN, OWN \
        }                 \
    }
#define OWN_PAPER OWN_INK

/* ink on dark, ink on light, paper, attributes with colour and without.
 *
 * On a light ground the 8 colours have no orange that can be read: yellow has a
 * contrast of 1.7 on white. Magenta stands in for it there. */
static const struct paint paints[STYLE_COUNT] = {
    [STYLE_PLAIN] = {OWN_INK, OWN_PAPER, 0, 0},
    [STYLE_TITLE] = {OWN_INK, OWN_PAPER, BOLD, BOLD},
    [STYLE_MUTED] = {{{OWN, 7, 247}, {OWN, 8, 242}}, OWN_PAPER, 0, 0},
    [STYLE_FRAME] = {{{OWN, 8, 242}, {OWN, 8, 245}}, OWN_PAPER, 0, 0},
    [STYLE_FOCUS] = {OWN_INK, OWN_PAPER, BOLD, BOLD},
    [STYLE_HEAD] = {{{OWN, 7, 250}, {OWN, 8, 240}}, OWN_PAPER, BOLD, UNDERLINE},
    [STYLE_EXPORTS] = {{{6, 6, 75}, {4, 4, 25}}, OWN_PAPER, 0, 0},
    [STYLE_IMPORTS] = {{{3, 3, 214}, {5, 5, 130}}, OWN_PAPER, 0, 0},
    [STYLE_SURPLUS] = {{{6, 6, 75}, {4, 4, 25}}, OWN_PAPER, 0, 0},
    [STYLE_DEFICIT] = {{{3, 3, 214}, {5, 5, 130}}, OWN_PAPER, 0, 0},
    [STYLE_DEFICIT_FLIP] = {{{3, 3, 214}, {5, 5, 130}}, OWN_PAPER, REVERSE, REVERSE},
    [STYLE_SELECTED] = {OWN_INK, OWN_PAPER, REVERSE, REVERSE},
    [STYLE_TOTAL] = {OWN_INK, OWN_PAPER, BOLD, BOLD},
    [STYLE_KEY] = {OWN_INK, OWN_PAPER, BOLD, BOLD},
    [STYLE_TAB] = {OWN_INK, OWN_PAPER, BOLD | REVERSE, BOLD | REVERSE},
    [STYLE_MATCH] = {{{0, 0, 16}, {0, 0, 16}},
                     {{3, 3, 220}, {3, 3, 222}},
                     0,
                     BOLD | UNDERLINE},
    [STYLE_GRID] = {{{4, 8, 239}, {7, 7, 250}}, OWN_PAPER, 0, 0},
    [STYLE_AXIS] = {{{OWN, 7, 250}, {OWN, 8, 240}}, OWN_PAPER, 0, 0},
    [STYLE_PROMPT] = {OWN_INK, OWN_PAPER, BOLD, BOLD},
    [STYLE_WARNING] = {{{3, 11, 228}, {5, 5, 94}}, OWN_PAPER, BOLD, BOLD},
    [STYLE_ERROR] = {{{1, 9, 203}, {1, 1, 160}}, OWN_PAPER, BOLD, BOLD | REVERSE},
};

struct appearance theme_appearance(const struct look *look, enum style style)
{
    const struct paint *paint = &paints[(unsigned)style < STYLE_COUNT ? style : 0];
    const size_t ground = look->background == BACKGROUND_LIGHT;
    const bool has_colors = look->colors >= 8;
    const uint8_t attributes = has_colors ? paint->colored : paint->mono;
    struct appearance appearance = {
        .foreground = OWN,
        .background = OWN,
        .is_bold = attributes & BOLD,
        .is_dim = attributes & DIM,
        .is_underlined = attributes & UNDERLINE,
        .is_reversed = attributes & REVERSE,
    };

    if (has_colors) {
        enum depth depth = look->colors >= 256  ? DEPTH_256
                           : look->colors >= 16 ? DEPTH_16
                                                : DEPTH_8;

        appearance.foreground = paint->ink[ground][depth];
        appearance.background = paint->paper[ground][depth];
    }
    return appearance;
}
