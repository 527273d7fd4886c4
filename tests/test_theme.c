#include "tui/options.h"
#include "tui/theme.h"

#include <criterion/criterion.h>
#include <string.h>

static const int depths[] = {0, 8, 16, 256};

static bool is_same(struct appearance a, struct appearance b)
{
    return a.foreground == b.foreground && a.background == b.background &&
           a.is_bold == b.is_bold && a.is_dim == b.is_dim &&
           a.is_underlined == b.is_underlined && a.is_reversed == b.is_reversed;
}

Test(theme, uses_only_colors_that_there_are)
{
    for (int light = 0; light < 2; light++) {
        for (size_t i = 0; i < sizeof(depths) / sizeof(depths[0]); i++) {
            const struct look look = {.colors = depths[i],
                                      .background = (enum background)light};

            for (int style = 0; style < STYLE_COUNT; style++) {
                struct appearance a = theme_appearance(&look, (enum style)style);

                cr_expect(a.foreground >= -1 && a.foreground < depths[i] + !depths[i]);
                cr_expect(a.background >= -1 && a.background < depths[i] + !depths[i]);
                if (depths[i] == 0)
                    cr_expect(a.foreground == -1 && a.background == -1 && !a.is_dim);
            }
        }
    }
}

/* What must be told apart without a word beside it. */
Test(theme, tells_styles_apart_at_every_depth)
{
    static const enum style pairs[][2] = {
        {STYLE_SELECTED, STYLE_PLAIN}, {STYLE_FOCUS, STYLE_FRAME},
        {STYLE_TITLE, STYLE_PLAIN},    {STYLE_MATCH, STYLE_PLAIN},
        {STYLE_MATCH, STYLE_SELECTED}, {STYLE_ERROR, STYLE_PLAIN},
        {STYLE_TAB, STYLE_PLAIN},      {STYLE_DEFICIT, STYLE_DEFICIT_FLIP},
    };

    for (size_t i = 0; i < sizeof(depths) / sizeof(depths[0]); i++) {
        const struct look look = {.colors = depths[i]};

        for (size_t p = 0; p < sizeof(pairs) / sizeof(pairs[0]); p++)
            cr_expect_not(is_same(theme_appearance(&look, pairs[p][0]),
                                  theme_appearance(&look, pairs[p][1])),
                          "%d colours, pair %zu", depths[i], p);
    }
}

Test(theme, keeps_the_ground_and_flips_deficits_only)
{
    for (size_t i = 0; i < sizeof(depths) / sizeof(depths[0]); i++) {
        const struct look look = {.colors = depths[i]};
        struct appearance deficit = theme_appearance(&look, STYLE_DEFICIT);
        struct appearance flip = theme_appearance(&look, STYLE_DEFICIT_FLIP);

        cr_expect(flip.is_reversed && !deficit.is_reversed);
        flip.is_reversed = false;
        cr_expect(is_same(flip, deficit));
        cr_expect_eq(theme_appearance(&look, STYLE_PLAIN).background, -1);
    }
}

Test(theme, has_the_colors_that_were_measured)
{
    struct look look = {.colors = 256};

    cr_expect_eq(theme_appearance(&look, STYLE_EXPORTS).foreground, 75);
    cr_expect_eq(theme_appearance(&look, STYLE_IMPORTS).foreground, 214);
    look.background = BACKGROUND_LIGHT;
    cr_expect_eq(theme_appearance(&look, STYLE_SURPLUS).foreground, 25);
    cr_expect_eq(theme_appearance(&look, STYLE_DEFICIT).foreground, 130);
    look = (struct look){.colors = 16};
    cr_expect_eq(theme_appearance(&look, STYLE_EXPORTS).foreground, 6);
    cr_expect_eq(theme_appearance(&look, STYLE_IMPORTS).foreground, 3);
}

/* What a person chooses holds against what the terminal says of itself. */
Test(theme, that_was_chosen_wins)
{
    struct look look = {.colors = 256, .background = BACKGROUND_LIGHT};

    cr_expect_eq(theme_of(&look), &themes[THEME_LIGHT]);
    look.theme = &themes[THEME_DARK];
    cr_expect_eq(theme_appearance(&look, STYLE_EXPORTS).foreground, 75);
    look.theme = theme_find(themes, THEME_COUNT, "sixteen");
    cr_expect_eq(theme_appearance(&look, STYLE_EXPORTS).foreground, 4);
    look.background = BACKGROUND_DARK;
    cr_expect_eq(theme_appearance(&look, STYLE_EXPORTS).foreground, 6);
    cr_expect_null(theme_find(themes, THEME_COUNT, "Dark"));
}

Test(theme, every_one_is_named_in_the_help)
{
    for (size_t i = 0; i < THEME_COUNT; i++)
        cr_expect(strstr(option_info(OPTION_THEME)->help, themes[i].name) != NULL, "%s",
                  themes[i].name);
}
