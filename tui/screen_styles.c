#include "tui/screen_styles.h"

#include "tui/curses_calls.h"
#include "tui/terminfo.h"
#include "tui/theme.h"

#include <langinfo.h>
#include <string.h>

/* The style as the terminal can show it. */
static struct appearance appearance_of(const struct look *look, enum style style,
                                       bool has_own)
{
    struct appearance a = theme_appearance(look, style);

    if (look->colors == 0 || (a.foreground < 0 && a.background < 0)) {
        a.foreground = a.background = -1;
    } else if (!has_own) {
        a.foreground = a.foreground < 0 ? COLOR_WHITE : a.foreground;
        a.background = a.background < 0 ? COLOR_BLACK : a.background;
    }
    return a;
}

static void set_up_style(struct screen_styles *styles, const struct look *look,
                         enum style style)
{
    const struct appearance a = appearance_of(look, style, styles->has_own_colors);

    styles->attributes[style] = (a.is_bold ? A_BOLD : 0) | (a.is_dim ? A_DIM : 0) |
                                (a.is_underlined ? A_UNDERLINE : 0) |
                                (a.is_reversed ? A_REVERSE : 0);
    styles->pair[style] = 0;
    /* A pair of the terminal's own colours, where there may be one: from any other to
     * pair 0 curses sends twice as much. */
    if (look->colors == 0 ||
        (a.foreground < 0 && a.background < 0 && !styles->has_own_colors))
        return;
    styles->pair[style] = (short)(style + 1);
    if (styles->curses)
        styles->curses->init_pair(styles->pair[style], a.foreground, a.background);
}

void screen_styles_use(struct screen_styles *styles, const struct look *look)
{
    struct appearance looks[STYLE_COUNT];

    for (int style = 0; style < STYLE_COUNT; style++) {
        set_up_style(styles, look, (enum style)style);
        looks[style] = appearance_of(look, (enum style)style, styles->has_own_colors);
    }
    styles->can_paint = terminfo_paint(styles->terminal, &styles->brushes, looks);
}

void screen_styles_open(struct screen_styles *styles,
                        const struct description *terminal, struct look *look)
{
    const struct terminfo_colors offered = terminfo_colors(terminal);

    if (look->colors > offered.count)
        look->colors = offered.count;
    styles->terminal = terminal;
    styles->curses = NULL;
    styles->has_own_colors = look->colors > 0 && offered.has_own;
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        look->is_ascii = true;
    screen_styles_use(styles, look);
}

void screen_styles_start(struct screen_styles *styles,
                         const struct curses_calls *curses, const struct look *look)
{
    styles->curses = curses;
    if (look->colors > 0)
        curses->start_color();
    if (styles->has_own_colors)
        curses->use_default_colors();
    screen_styles_use(styles, look);
}
