#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/workspace.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/environment.h"
#include "tui/input.h"
#include "tui/language.h"
#include "tui/opening.h"
#include "tui/options.h"
#include "tui/printing.h"
#include "tui/screen.h"
#include "tui/settings.h"
#include "tui/workspace.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --lang, the settings, else the language of the locale. */
static const char *language_of(const struct options *options,
                               const struct settings *settings, const struct look *look)
{
    if (options->text[OPTION_LANG])
        return options->text[OPTION_LANG];
    return settings->language ? settings->language : language_of_locale(look->is_ascii);
}

/* Milliseconds of a clock that only goes forward. */
static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void take(struct app *app, int key)
{
    if (key == INPUT_MOUSE) {
        const struct mouse mouse = screen_mouse();
        app_mouse(app, &mouse);
    } else if (key != INPUT_NONE && key != INPUT_RESIZE && key != INPUT_RESUME) {
        app_key(app, key);
    }
}

static void show(struct app *app)
{
    struct arena arena = {0};
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
    struct cells *cells;
    int rows;
    int cols;

    screen_size(&rows, &cols);
    if (rows != app->rows || cols != app->cols)
        app_resize(app, rows, cols);
    cells = cells_new(&arena, rows, cols, glyphs);
    app_draw(app, cells, &arena);
    if (app->wants_redraw)
        screen_forget();
    app->wants_redraw = false;
    screen_use_theme(app->look.theme);
    screen_use_mouse(app->has_mouse);
    screen_show(cells);
    arena_clear(&arena);
}

/* The next key; looks at the file while none comes. INPUT_NONE: it has changed. */
static int next_key(struct app *app)
{
    int key;

    do
        key = screen_key(follow_wait(app));
    while (key == INPUT_NONE && !follow_look(app, now()));
    return key;
}

/* Takes keys until the end; the screen is open. */
static void run(struct app *app)
{
    while (!app->has_quit) {
        int key;

        show(app);
        key = next_key(app);
        if (key == INPUT_CLOSED)
            break;
        take(app, key);
        follow_look(app, now());
        if (app->copy)
            screen_copy(app->copy, app->copy_size);
        app->copy = NULL;
        if (app->wants_suspend) {
            app->wants_suspend = false;
            screen_suspend();
        }
    }
}

/* The options are of every tab, the keys of the first one. */
static bool apply_to_tabs(struct app *app, const struct options *options,
                          struct diag_list *diags)
{
    struct options others = *options;
    bool is_good = true;

    others.text[OPTION_KEYS] = NULL;
    for (size_t i = tabs_count(app); i-- > 1 && is_good;) {
        tabs_go(app, i);
        is_good = batch_apply(app, &others, diags);
    }
    tabs_go(app, 0);
    return is_good && batch_apply(app, options, diags);
}

/* `problem`: to be said first, or "". */
static int interactive(struct app *app, const struct options *options,
                       const char *problem)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    char note[256] = "";
    int rows;
    int cols;
    int status = EXIT_FINE;

    if (!screen_open(&app->look, note, sizeof(note))) {
        fprintf(stderr, "entrepot: %s\n", note);
        return EXIT_NO_TERMINAL;
    }
    app->has_terminal = true;
    screen_size(&rows, &cols);
    app_resize(app, rows, cols);
    app->is_new = true;
    if (apply_to_tabs(app, options, &diags)) {
        if (*problem || *note)
            snprintf(app->message, sizeof(app->message), "%s",
                     *problem ? problem : note);
        if (!options->text[OPTION_KEYS])
            question_ask(app);
        run(app);
    }
    screen_close();
    if (diag_has_errors(&diags))
        status = options_usage_error(&diags);
    else if (app->page == PAGE_ERRORS && !app->has_dataset)
        status = EXIT_BAD_DATA;
    arena_clear(&arena);
    return status;
}

static bool wants_text(const struct options *options)
{
    return options->text[OPTION_PRINT] || options->text[OPTION_PATH] ||
           options->text[OPTION_PRINT_COMMAND] || options->text[OPTION_PLAIN] ||
           !isatty(STDOUT_FILENO) || strcmp(environment("TERM"), "dumb") == 0;
}

/* Tables that look as if they were one dataset, and are not: each in its tab, the first
 * of which has the mistakes of all by now. */
static bool open_apart(struct app *app, const char *text)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    char why[160];
    bool is_good = false;

    snprintf(why, sizeof(why), "not one dataset: %.130s",
             app->diags.first ? app->diags.first->message : "");
    app->file = NULL;
    for (size_t i = 0; i < paths.count; i++)
        is_good = workspace_open_file(app, paths.path[i]) == LOAD_OK;
    snprintf(app->message, sizeof(app->message), "%s", why);
    arena_clear(&arena);
    return is_good;
}

/* One is one tab; what has mistakes too, with its mistakes. */
static void open_files(struct app *app, const struct options *options)
{
    struct arena arena = {0};
    struct paths paths = opening_of(options, &arena);
    bool is_good = false;

    for (size_t i = 0; i < paths.count; i++) {
        is_good = workspace_open_file(app, paths.path[i]) == LOAD_OK;
        if (!is_good && paths_are_several(paths.path[i]))
            is_good = open_apart(app, paths.path[i]);
    }
    if (is_good && options->text[OPTION_COMPARE])
        app_compare(app, options->text[OPTION_COMPARE]);
    tabs_go(app, 0);
    arena_clear(&arena);
}

/* What is wrong with the settings does not keep anybody from starting. */
static int show_or_print(struct app *app, const struct options *options,
                         const struct diag_list *problems)
{
    if (wants_text(options)) {
        if (diag_has_errors(problems))
            diag_print(problems, stderr);
        return printing_all(app, options);
    }
    open_files(app, options);
    return interactive(app, options, settings_note(problems, problems->arena));
}

static int start(const struct options *options, const struct settings *settings,
                 struct diag_list *problems)
{
    struct arena *arena = problems->arena;
    struct diag_list diags = {.arena = arena};
    bool is_text = wants_text(options);
    struct look look =
        environment_look(options, settings, isatty(STDOUT_FILENO) && !is_text);
    const char *language = language_of(options, settings, &look);
    struct catalog catalog = {0};
    struct app app;
    int status;

    translate_use(look.is_ascii ? NULL : language);
    if (options->file_count && options->text[OPTION_LIST])
        catalog =
            catalog_of_files(arena, options->files, options->file_count, language);
    else if (!options->file_count || options->text[OPTION_LIST])
        catalog = catalog_of_folder(arena, catalog_folder(arena), language);
    app_open(&app, &catalog, &look, language);
    app.limits = options->limits;
    app.rates_path = options->text[OPTION_RATES];
    app.is_watching = options->text[OPTION_WATCH] != NULL;
    if (!settings_use(settings, options, &app, &diags))
        status = options_usage_error(&diags);
    else if (options->text[OPTION_LIST])
        status = batch_list(&catalog);
    else
        status = show_or_print(&app, options, problems);
    app_close(&app);
    return status;
}

/* A file that --config names must be there; the usual one need not. */
static int start_with_settings(const struct options *options)
{
    struct arena arena = {0};
    struct diag_list problems = {.arena = &arena};
    struct settings *settings = ARENA_NEW(&arena, struct settings);
    int status = EXIT_IO;

    if (settings_find(settings, options, &arena, &problems))
        status = start(options, settings, &problems);
    else
        diag_print(&problems, stderr);
    arena_clear(&arena);
    return status;
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct options options;
    int status = EXIT_FINE;

    /* Figures are read and written the same everywhere: only characters are local. */
    setlocale(LC_CTYPE, "");
    translate_use(language_of_locale(!environment_is_utf8()));
    if (!options_read(&options, argc, argv, &diags))
        status = options_usage_error(&diags);
    else if (options.text[OPTION_HELP])
        options_print_help(stdout);
    else if (options.text[OPTION_VERSION])
        options_print_version(stdout);
    else if (options.wants_manual)
        options_print_manual(stdout);
    else if (options.text[OPTION_CHECK_CONFIG])
        status = settings_check(&options);
    else if (options.text[OPTION_CHECK])
        status = batch_check(&options);
    else if (options.text[OPTION_CONVERT] || options.text[OPTION_SAVE_AS])
        status = printing_convert(&options);
    else
        status = start_with_settings(&options);
    arena_clear(&arena);
    return status;
}
