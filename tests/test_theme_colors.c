#include "tests/color_math.h"
#include "tui/theme.h"

#include <criterion/criterion.h>

static const int depths[] = {8, 16, 256};
enum { DEPTHS = sizeof(depths) / sizeof(depths[0]), BLACK = 16, WHITE = 231 };

/* Every theme with colours, on every ground that it may be on, at every depth. */
struct use {
    struct look look;
    bool is_light;
};

static size_t list_uses(struct use *uses)
{
    size_t count = 0;

    for (size_t t = 0; t < THEME_COUNT; t++) {
        for (int light = 0; light < 2; light++) {
            const bool is_fixed = themes[t].ground != GROUND_OF_TERMINAL;

            if (themes[t].colors < 8 ||
                (is_fixed && light != (themes[t].ground == GROUND_LIGHT)))
                continue;
            for (size_t d = 0; d < DEPTHS; d++)
                uses[count++] = (struct use){{.colors = depths[d],
                                              .background = (enum background)light,
                                              .theme = &themes[t]},
                                             light};
        }
    }
    return count;
}

enum { USES_MAX = THEME_COUNT * 2 * DEPTHS };

/* Known values, so that the arithmetic itself is right. */
Test(colors, agree_with_published_values)
{
    double lab[3];

    color_lab((struct light){{1, 0, 0}}, lab);
    cr_expect_float_eq(lab[0], 53.24, 0.01);
    cr_expect_float_eq(lab[1], 80.09, 0.01);
    cr_expect_float_eq(lab[2], 67.20, 0.01);
    cr_expect_float_eq(color_contrast(BLACK, WHITE), 21, 1e-9);
    /* #777777 on white is the usual example of what just fails: 4.48. */
    cr_expect_float_eq(color_contrast(243, WHITE), 4.54, 0.1);
    for (int vision = 0; vision < VISION_COUNT; vision++) {
        struct light white = color_seen((struct light){{1, 1, 1}}, (enum vision)vision);

        for (int i = 0; i < 3; i++)
            cr_expect_float_eq(white.part[i], 1, 1e-4);
    }
}

/* What is avoided: the same arithmetic shows why. */
Test(colors, red_against_green_fails_for_deutans)
{
    cr_expect_gt(color_distance(1, 2, VISION_NORMAL), 140);
    cr_expect_lt(color_distance(1, 2, VISION_DEUTAN), 25);
}

static short ink(const struct use *use, enum style style)
{
    return theme_appearance(&use->look, style).foreground;
}

/* A distance of 2.3 is just seen; 50 is a quarter of that between blue and yellow. The
 * 8 and 16 colours have no dark orange: what stands in for it is nearer. */
Test(colors, exports_and_imports_differ_for_every_kind_of_vision)
{
    static const enum style pairs[][2] = {{STYLE_EXPORTS, STYLE_IMPORTS},
                                          {STYLE_SURPLUS, STYLE_DEFICIT}};
    struct use uses[USES_MAX];
    const size_t count = list_uses(uses);

    for (size_t u = 0; u < count; u++) {
        const struct theme *theme = uses[u].look.theme;
        const int colors =
            uses[u].look.colors < theme->colors ? uses[u].look.colors : theme->colors;
        const double least = uses[u].is_light && colors < 256 ? 33 : 50;

        for (size_t p = 0; p < 2; p++)
            for (int vision = 0; vision < VISION_COUNT; vision++) {
                const double distance =
                    color_distance(ink(&uses[u], pairs[p][0]),
                                   ink(&uses[u], pairs[p][1]), (enum vision)vision);

                cr_expect_geq(distance, least, "%s, light %d, %d colours: %.0f",
                              theme->name, uses[u].is_light, colors, distance);
            }
    }
}

Test(colors, of_the_usual_themes_are_far_apart)
{
    static const double least[2][VISION_COUNT] = {{128, 116, 129, 80},
                                                  {107, 96, 110, 77}};

    for (int light = 0; light < 2; light++) {
        const struct use use = {{.colors = 256, .background = (enum background)light},
                                light};

        for (int vision = 0; vision < VISION_COUNT; vision++)
            cr_expect_geq(color_distance(ink(&use, STYLE_EXPORTS),
                                         ink(&use, STYLE_IMPORTS), (enum vision)vision),
                          least[light][vision]);
    }
}

static double contrast_of(const struct use *use, enum style style)
{
    const struct appearance a = theme_appearance(&use->look, style);
    const int own_ink = use->is_light ? BLACK : WHITE;
    const int own_paper = use->is_light ? WHITE : BLACK;

    return color_contrast(a.foreground < 0 ? own_ink : a.foreground,
                          a.background < 0 ? own_paper : a.background);
}

/* WCAG: 4.5 for text, 3 for what carries meaning without being text. A grid may be
 * faint: every figure stands elsewhere too. With 8 colours there is one red only; it is
 * bold, and the word stands beside it. */
static double least_contrast(const struct use *use, enum style style)
{
    if (style == STYLE_GRID)
        return 1.2;
    if (style == STYLE_FRAME)
        return 3;
    if (style == STYLE_ERROR && use->look.colors == 8)
        return 3.5;
    return 4.5;
}

Test(colors, every_style_can_be_read_on_its_ground)
{
    struct use uses[USES_MAX];
    const size_t count = list_uses(uses);

    for (size_t u = 0; u < count; u++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            const double contrast = contrast_of(&uses[u], (enum style)style);

            cr_expect_geq(contrast, least_contrast(&uses[u], (enum style)style),
                          "%s, light %d, %d colours: %s has %.1f",
                          uses[u].look.theme->name, uses[u].is_light,
                          uses[u].look.colors, style_name((enum style)style), contrast);
        }
}

/* AAA for what has no colour of its own; no dark orange of the 256 reaches it, as ink
 * or as a ground. */
Test(colors, of_high_contrast_are_stronger)
{
    for (int light = 0; light < 2; light++) {
        const struct use use = {{.colors = 256,
                                 .background = (enum background)light,
                                 .theme = &themes[THEME_CONTRAST]},
                                light};

        for (int style = 0; style < STYLE_COUNT; style++) {
            const bool is_orange = style == STYLE_IMPORTS || style == STYLE_DEFICIT ||
                                   style == STYLE_DEFICIT_FLIP;
            const bool is_shade = style == STYLE_ORANGE_1 || style == STYLE_ORANGE_5;
            const double least = (light && is_orange) || is_shade ? 5.5 : 7;

            cr_expect_geq(contrast_of(&use, (enum style)style), least, "light %d: %s",
                          light, style_name((enum style)style));
        }
        cr_expect_geq(theme_appearance(&use.look, STYLE_PLAIN).background, 0);
    }
}

static short paper(const struct use *use, int style)
{
    return theme_appearance(&use->look, (enum style)style).background;
}

static double lightness(short color)
{
    double lab[3];

    color_lab(color_light(color), lab);
    return lab[0];
}

/* A shade is told from the next one and from the same one of the other colour, whatever
 * kind of vision; from faint to strong each goes on in one direction of lightness, away
 * from the ground, so that a grey copy has the same order. */
Test(colors, shades_of_the_heat_table_are_steps_for_every_kind_of_vision)
{
    struct use uses[USES_MAX];
    const size_t count = list_uses(uses);

    for (size_t u = 0; u < count; u++) {
        if (uses[u].look.colors < 256 || uses[u].look.theme->colors < 256)
            continue;
        for (int shade = 0; shade < 5; shade++)
            for (int vision = 0; vision < VISION_COUNT; vision++) {
                const short blue = paper(&uses[u], STYLE_BLUE_1 + shade);
                const short orange = paper(&uses[u], STYLE_ORANGE_1 + shade);
                const double away = uses[u].is_light ? -1 : 1;

                cr_expect_geq(color_distance(blue, orange, (enum vision)vision), 30);
                if (!shade)
                    continue;
                for (int hue = STYLE_BLUE_1; hue <= STYLE_ORANGE_1;
                     hue += STYLE_ORANGE_1 - STYLE_BLUE_1) {
                    const short now = paper(&uses[u], hue + shade);
                    const short before = paper(&uses[u], hue + shade - 1);

                    cr_expect_geq(color_distance(now, before, (enum vision)vision), 10);
                    cr_expect_gt(away * (lightness(now) - lightness(before)), 3);
                }
            }
    }
}

/* Red means an error, in every theme and at every depth. */
Test(colors, red_is_for_errors_only)
{
    static const int reds[] = {1, 9, 52, 88, 124, 160, 196, 203, 210, 217};
    struct use uses[USES_MAX];
    const size_t count = list_uses(uses);

    for (size_t u = 0; u < count; u++)
        for (int style = 0; style < STYLE_COUNT; style++)
            for (size_t r = 0; r < sizeof(reds) / sizeof(reds[0]); r++)
                if (style != STYLE_ERROR) {
                    struct appearance a =
                        theme_appearance(&uses[u].look, (enum style)style);

                    cr_expect(a.foreground != reds[r] && a.background != reds[r]);
                }
}

/* Only the theme that asks for it has a ground of its own. */
Test(colors, leave_the_terminals_background_alone)
{
    struct use uses[USES_MAX];
    const size_t count = list_uses(uses);

    for (size_t u = 0; u < count; u++)
        if (uses[u].look.theme != &themes[THEME_CONTRAST])
            cr_expect_eq(theme_appearance(&uses[u].look, STYLE_PLAIN).background,
                         THEME_OWN);
}

Test(colors, sixteen_are_enough_for_the_theme_of_that_name)
{
    const struct look look = {.colors = 256, .theme = &themes[THEME_SIXTEEN]};

    for (int style = 0; style < STYLE_COUNT; style++) {
        struct appearance a = theme_appearance(&look, (enum style)style);

        cr_expect(a.foreground < 16 && a.background < 16);
    }
}

Test(colors, of_mono_are_none)
{
    const struct look look = {.colors = 256, .theme = &themes[THEME_MONO]};

    for (int style = 0; style < STYLE_COUNT; style++) {
        struct appearance a = theme_appearance(&look, (enum style)style);

        cr_expect(a.foreground == THEME_OWN && a.background == THEME_OWN);
    }
}
