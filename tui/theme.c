#include "tui/theme.h"

#include <string.h>

#define OWN THEME_OWN

#define OWN_INK           \
    {                     \
        {OWN, OWN, OWN},  \
        {                 \
            OWN, OWN, OWN \
        }                 \
    }
#define OWN_PAPER OWN_INK

/* Shades of the heat table: ink and ground, for the 256 colours; with fewer, the ink
 * is that of exports and imports, and a mark beside the figure says the shade. On a
 * dark ground the largest is the lightest, on a light one the darkest. */
#define SHADE(dark_ink, light_ink, dark, light, few_dark, few_light, strong) \
    {                                                                        \
        {{few_dark, few_dark, dark_ink}, {few_light, few_light, light_ink}}, \
            {{OWN, OWN, dark}, {OWN, OWN, light}}, strong, strong            \
    }
#define SHADES_OF_HEAT                                            \
    [STYLE_BLUE_1] = SHADE(231, 16, 17, 159, 6, 4, 0),            \
    [STYLE_BLUE_2] = SHADE(231, 16, 24, 117, 6, 4, 0),            \
    [STYLE_BLUE_3] = SHADE(16, 16, 38, 75, 6, 4, 0),              \
    [STYLE_BLUE_4] = SHADE(16, 231, 117, 24, 6, 4, THEME_BOLD),   \
    [STYLE_BLUE_5] = SHADE(16, 231, 159, 18, 6, 4, THEME_BOLD),   \
    [STYLE_ORANGE_1] = SHADE(231, 16, 58, 229, 3, 5, 0),          \
    [STYLE_ORANGE_2] = SHADE(16, 16, 172, 222, 3, 5, 0),          \
    [STYLE_ORANGE_3] = SHADE(16, 16, 214, 215, 3, 5, 0),          \
    [STYLE_ORANGE_4] = SHADE(16, 16, 222, 172, 3, 5, THEME_BOLD), \
    [STYLE_ORANGE_5] = SHADE(16, 231, 228, 94, 3, 5, THEME_BOLD)

/* ink on dark, ink on light, paper, attributes with colour and without.
 *
 * On a light ground the 8 colours have no orange that can be read: yellow has a
 * contrast of 1.7 on white. Magenta stands in for it there. Nor have the 16 a grey that
 * is dark enough for text. */
static const struct paint usual[STYLE_COUNT] = {
    [STYLE_PLAIN] = {OWN_INK, OWN_PAPER, 0, 0},
    [STYLE_TITLE] = {OWN_INK, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_MUTED] = {{{OWN, 7, 247}, {OWN, OWN, 242}}, OWN_PAPER, 0, 0},
    [STYLE_FRAME] = {{{OWN, 8, 242}, {OWN, 8, 245}}, OWN_PAPER, 0, 0},
    [STYLE_FOCUS] = {OWN_INK, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_HEAD] = {{{OWN, 7, 250}, {OWN, OWN, 240}},
                    OWN_PAPER,
                    THEME_BOLD,
                    THEME_UNDERLINE},
    [STYLE_EXPORTS] = {{{6, 6, 75}, {4, 4, 25}}, OWN_PAPER, 0, 0},
    [STYLE_IMPORTS] = {{{3, 3, 214}, {5, 5, 130}}, OWN_PAPER, 0, 0},
    [STYLE_SURPLUS] = {{{6, 6, 75}, {4, 4, 25}}, OWN_PAPER, 0, 0},
    [STYLE_DEFICIT] = {{{3, 3, 214}, {5, 5, 130}}, OWN_PAPER, 0, 0},
    [STYLE_DEFICIT_FLIP] = {{{3, 3, 214}, {5, 5, 130}},
                            OWN_PAPER,
                            THEME_REVERSE,
                            THEME_REVERSE},
    [STYLE_SELECTED] = {OWN_INK, OWN_PAPER, THEME_REVERSE, THEME_REVERSE},
    [STYLE_TOTAL] = {OWN_INK, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_KEY] = {OWN_INK, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_TAB] = {OWN_INK, OWN_PAPER, THEME_BOLD | THEME_REVERSE,
                   THEME_BOLD | THEME_REVERSE},
    [STYLE_MATCH] = {{{0, 0, 16}, {0, 0, 16}},
                     {{3, 3, 220}, {3, 3, 222}},
                     0,
                     THEME_BOLD | THEME_UNDERLINE},
    [STYLE_GRID] = {{{4, 8, 239}, {7, 7, 250}}, OWN_PAPER, 0, 0},
    [STYLE_AXIS] = {{{OWN, 7, 250}, {OWN, OWN, 240}}, OWN_PAPER, 0, 0},
    [STYLE_PROMPT] = {OWN_INK, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_WARNING] = {{{3, 11, 228}, {5, 5, 94}}, OWN_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_ERROR] = {{{1, 9, 203}, {1, 1, 160}},
                     OWN_PAPER,
                     THEME_BOLD,
                     THEME_BOLD | THEME_REVERSE},
    SHADES_OF_HEAT,
};

#define WHITE_INK      \
    {                  \
        {7, 15, 231},  \
        {              \
            OWN, 0, 16 \
        }              \
    }
#define BLACK_PAPER      \
    {                    \
        {0, 0, 16},      \
        {                \
            OWN, 15, 231 \
        }                \
    }

/* The same columns, on a ground of its own; only 8 colours have no white, so that a
 * light ground is the terminal's there. Everything is at its strongest: nothing is
 * grey, and what is less important is so by its place. */
static const struct paint strong[STYLE_COUNT] = {
    [STYLE_PLAIN] = {WHITE_INK, BLACK_PAPER, 0, 0},
    [STYLE_TITLE] = {WHITE_INK, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_MUTED] = {WHITE_INK, BLACK_PAPER, 0, 0},
    [STYLE_FRAME] = {WHITE_INK, BLACK_PAPER, 0, 0},
    [STYLE_FOCUS] = {WHITE_INK, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_HEAD] = {WHITE_INK, BLACK_PAPER, THEME_BOLD | THEME_UNDERLINE,
                    THEME_UNDERLINE},
    [STYLE_EXPORTS] = {{{6, 14, 51}, {4, 4, 18}}, BLACK_PAPER, 0, 0},
    [STYLE_IMPORTS] = {{{3, 11, 220}, {5, 5, 94}}, BLACK_PAPER, 0, 0},
    [STYLE_SURPLUS] = {{{6, 14, 51}, {4, 4, 18}}, BLACK_PAPER, THEME_BOLD, 0},
    [STYLE_DEFICIT] = {{{3, 11, 220}, {5, 5, 94}}, BLACK_PAPER, THEME_BOLD, 0},
    [STYLE_DEFICIT_FLIP] = {{{3, 11, 220}, {5, 5, 94}},
                            BLACK_PAPER,
                            THEME_BOLD | THEME_REVERSE,
                            THEME_REVERSE},
    [STYLE_SELECTED] = {WHITE_INK, BLACK_PAPER, THEME_REVERSE, THEME_REVERSE},
    [STYLE_TOTAL] = {WHITE_INK, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_KEY] = {WHITE_INK, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_TAB] = {WHITE_INK, BLACK_PAPER, THEME_BOLD | THEME_REVERSE,
                   THEME_BOLD | THEME_REVERSE},
    [STYLE_MATCH] = {{{0, 0, 16}, {0, 0, 16}},
                     {{3, 11, 226}, {3, 11, 226}},
                     THEME_BOLD,
                     THEME_BOLD | THEME_UNDERLINE},
    [STYLE_GRID] = {{{7, 7, 250}, {OWN, 8, 240}}, BLACK_PAPER, 0, 0},
    [STYLE_AXIS] = {WHITE_INK, BLACK_PAPER, 0, 0},
    [STYLE_PROMPT] = {WHITE_INK, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_WARNING] = {{{3, 11, 228}, {5, 5, 53}}, BLACK_PAPER, THEME_BOLD, THEME_BOLD},
    [STYLE_ERROR] = {{{7, 9, 217}, {1, 1, 88}},
                     BLACK_PAPER,
                     THEME_BOLD | THEME_UNDERLINE,
                     THEME_BOLD | THEME_REVERSE},
    SHADES_OF_HEAT,
};

const struct theme themes[] = {
#define X(constant, name, paints, ground, colors, help) \
    {name, help, paints, GROUND_##ground, colors},
    THEMES(X)
#undef X
};

const struct theme *theme_of(const struct look *look)
{
    if (look->theme)
        return look->theme;
    return &themes[look->background == BACKGROUND_LIGHT ? THEME_LIGHT : THEME_DARK];
}

const struct theme *theme_find(const struct theme *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return &list[i];
    return NULL;
}

static size_t ground_of(const struct look *look, const struct theme *theme)
{
    if (theme->ground == GROUND_OF_TERMINAL)
        return look->background == BACKGROUND_LIGHT;
    return theme->ground == GROUND_LIGHT;
}

struct appearance theme_appearance(const struct look *look, enum style style)
{
    const struct theme *theme = theme_of(look);
    const struct paint *paint =
        &theme->paints[(unsigned)style < STYLE_COUNT ? style : 0];
    const size_t ground = ground_of(look, theme);
    const int colors = look->colors < theme->colors ? look->colors : theme->colors;
    const uint8_t attributes = colors >= 8 ? paint->colored : paint->mono;
    struct appearance appearance = {
        .foreground = OWN,
        .background = OWN,
        .is_bold = attributes & THEME_BOLD,
        .is_dim = attributes & THEME_DIM,
        .is_underlined = attributes & THEME_UNDERLINE,
        .is_reversed = attributes & THEME_REVERSE,
    };

    if (colors >= 8) {
        enum theme_depth depth = colors >= 256  ? DEPTH_256
                                 : colors >= 16 ? DEPTH_16
                                                : DEPTH_8;

        appearance.foreground = paint->ink[ground][depth];
        appearance.background = paint->paper[ground][depth];
    }
    return appearance;
}
