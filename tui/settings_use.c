#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/settings.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The file to read; NULL: none. */
static const char *path_of(const struct options *options, struct arena *arena)
{
    const char *path;

    if (options->text[OPTION_CONFIG])
        return options->text[OPTION_CONFIG];
    if (options->text[OPTION_NO_CONFIG])
        return NULL;
    path = settings_path(arena);
    return path && access(path, F_OK) == 0 ? path : NULL;
}

bool settings_find(struct settings *settings, const struct options *options,
                   struct arena *arena, struct diag_list *diags)
{
    const char *path = path_of(options, arena);

    settings_open(settings);
    if (!path)
        return true;
    return settings_load(settings, path, arena, diags) != LOAD_UNREADABLE ||
           !options->text[OPTION_CONFIG];
}

int settings_check(const struct options *options)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct settings *settings = ARENA_NEW(&arena, struct settings);
    const char *path = path_of(options, &arena);
    const char *usual = settings_path(&arena);
    int status = EXIT_FINE;

    if (!settings_find(settings, options, &arena, &diags))
        status = EXIT_IO;
    else if (diag_has_errors(&diags))
        status = EXIT_BAD_DATA;
    diag_print(&diags, stdout);
    if (path && status == EXIT_FINE)
        printf(_("%s: good\n"), text_clean(&arena, path, strlen(path)));
    else if (!path)
        printf(usual ? _("there is no configuration at %s; the usual settings hold\n")
                     : _("there is no configuration%s; the usual settings hold\n"),
               usual ? text_clean(&arena, usual, strlen(usual)) : "");
    arena_clear(&arena);
    return status;
}

const char *settings_note(const struct diag_list *diags, struct arena *arena)
{
    const struct diag *diag = diags->first;
    const char *name;

    while (diag && diag->severity != SEVERITY_ERROR)
        diag = diag->next;
    if (!diag)
        return "";
    name = strrchr(diag->at.file, '/');
    return arena_printf(arena, _("%s:%zu:%zu: %s; entrepot --check-config shows all"),
                        name ? name + 1 : diag->at.file, diag->at.line, diag->at.column,
                        diag->message);
}

static bool refuse_theme(const struct settings *settings, const char *name,
                         struct diag_list *diags)
{
    const char *list = "";

    for (size_t i = 0; i < settings->theme_count; i++)
        list = arena_printf(diags->arena, "%s%s %s", list, i ? "," : "",
                            settings->themes[i].name);
    return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                      _("unknown theme '%s'; there are%s"), name, list);
}

bool settings_use(const struct settings *settings, const struct options *options,
                  struct app *app, struct diag_list *diags)
{
    const char *name = options->text[OPTION_THEME];

    app->keys = settings->keys;
    app->themes = settings->themes;
    app->theme_count = settings->theme_count;
    app->has_mouse = settings->has_mouse || options->text[OPTION_MOUSE];
    if (!name)
        name = settings->theme;
    if (!name)
        return true;
    app->look.theme = theme_find(app->themes, app->theme_count, name);
    return app->look.theme || refuse_theme(settings, name, diags);
}
