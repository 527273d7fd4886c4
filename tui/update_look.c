#include "tui/update.h"

#include "core/base/translate.h"
#include "tui/theme.h"

#include <stdio.h>

/* The one after that which is used now; it takes effect at once and is no change of the
 * lens, so undo leaves it alone. */
static void next_theme(struct app *app)
{
    const struct theme *now = theme_of(&app->look);
    size_t next = 0;

    for (size_t i = 0; i < app->theme_count; i++)
        if (&app->themes[i] == now || app->themes[i].name == now->name)
            next = (i + 1) % app->theme_count;
    app->look.theme = &app->themes[next];
    snprintf(app->message, sizeof(app->message), _("theme %s: %s"),
             app->look.theme->name,
             app->look.colors ? _(app->look.theme->help) : _("colours are off here"));
}

static void turn_mouse(struct app *app)
{
    app->has_mouse = !app->has_mouse;
    snprintf(app->message, sizeof(app->message), "%s",
             app->has_mouse ? _("mouse on: click and wheel; with Shift the terminal "
                                "selects text")
                            : _("mouse off: the terminal selects text"));
}

bool look_command(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_THEME:
        next_theme(app);
        return true;
    case COMMAND_MOUSE:
        turn_mouse(app);
        return true;
    default:
        return false;
    }
}
