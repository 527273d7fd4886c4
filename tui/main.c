#include "core/base/text.h"
#include "core/load/workspace.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/environment.h"
#include "tui/input.h"
#include "tui/language.h"
#include "tui/options.h"
#include "tui/screen.h"
#include "tui/settings.h"
#include "tui/workspace.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* REVISION_FRAME: rows round the list of revisions, which is printed whole. */
enum { PRINT_COLS = 80, PRINT_ROWS = 24, REVISION_FRAME = 6 };

/* --lang, the settings, else the language of the locale. */
static const char *language_of(const struct options *options,
                               const struct settings *settings, const struct look *look)
{
    if (options->text[OPTION_LANG])
        return options->text[OPTION_LANG];
    return settings->language ? settings->language : language_of_locale(look->is_ascii);
}

static int usage_error(struct diag_list *diags)
{
    diag_print(diags, stderr);
    fputs("Try 'entrepot --help' for more information.\n", stderr);
    return EXIT_USAGE;
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
        run(app);
    }
    screen_close();
    if (diag_has_errors(&diags))
        status = usage_error(&diags);
    else if (app->page == PAGE_ERRORS && !app->has_dataset)
        status = EXIT_BAD_DATA;
    arena_clear(&arena);
    return status;
}

/* The terminal's size when there is one, else 80x24; --size wins. */
static void print_size(const struct options *options, int *rows, int *cols)
{
    struct winsize size = {0};

    *rows = PRINT_ROWS;
    *cols = PRINT_COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
        *rows = size.ws_row > SCREEN_ROWS_MAX ? SCREEN_ROWS_MAX : size.ws_row;
        *cols = size.ws_col > SCREEN_COLS_MAX ? SCREEN_COLS_MAX : size.ws_col;
    }
    if (options->cols) {
        *rows = options->rows;
        *cols = options->cols;
    }
}

/* Prints what one start of the program would show; `path` NULL: the gallery. */
static int print_one(struct app *app, const struct options *options, const char *path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    enum load_result result = path ? app_load(app, path) : LOAD_OK;
    int rows;
    int cols;
    int status;

    print_size(options, &rows, &cols);
    app_resize(app, rows, cols);
    if (result == LOAD_OK && path && options->text[OPTION_COMPARE])
        result = app_compare(app, options->text[OPTION_COMPARE]);
    if (result != LOAD_OK) {
        diag_print(&app->diags, stderr);
        status = batch_status(result);
    } else if (!batch_apply(app, options, &diags)) {
        status = usage_error(&diags);
    } else {
        if (app->page == PAGE_REVISIONS && !options->rows)
            app_resize(
                app,
                (int)(app->revisions.count < 100000 ? app->revisions.count : 100000) +
                    REVISION_FRAME,
                cols);
        status = batch_print(app, options, &app->look);
    }
    arena_clear(&arena);
    return status;
}

/* Every dataset that a workspace names, one after the other. */
static int print_workspace(struct app *app, const struct options *options,
                           const char *path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    int status = batch_status(workspace_open_file(app, path));
    int rows;
    int cols;

    print_size(options, &rows, &cols);
    diag_print(&app->diags, stderr);
    for (size_t i = 0; i < tabs_count(app) && status == EXIT_FINE; i++) {
        tabs_go(app, i);
        app_resize(app, rows, cols);
        status = batch_apply(app, options, &diags)
                     ? batch_print(app, options, &app->look)
                     : usage_error(&diags);
    }
    arena_clear(&arena);
    return status;
}

static int print_all(struct app *app, const struct options *options)
{
    int worst = EXIT_FINE;

    if (!options->file_count)
        return print_one(app, options, NULL);
    for (size_t i = 0; i < options->file_count; i++) {
        int status;
        if (i && options->text[OPTION_PATH])
            putchar('\n');
        status = workspace_is(options->files[i])
                     ? print_workspace(app, options, options->files[i])
                     : print_one(app, options, options->files[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

static bool wants_text(const struct options *options)
{
    return options->text[OPTION_PRINT] || options->text[OPTION_PATH] ||
           options->text[OPTION_PRINT_COMMAND] || options->text[OPTION_PLAIN] ||
           !isatty(STDOUT_FILENO) || strcmp(environment("TERM"), "dumb") == 0;
}

/* One is one tab; what has mistakes too, with its mistakes. */
static void open_files(struct app *app, const struct options *options)
{
    bool is_good = false;

    for (size_t i = 0; i < options->file_count; i++)
        is_good = workspace_open_file(app, options->files[i]) == LOAD_OK;
    if (is_good && options->text[OPTION_COMPARE])
        app_compare(app, options->text[OPTION_COMPARE]);
    tabs_go(app, 0);
}

/* What is wrong with the settings does not keep anybody from starting. */
static int show_or_print(struct app *app, const struct options *options,
                         const struct diag_list *problems)
{
    if (wants_text(options)) {
        if (diag_has_errors(problems))
            diag_print(problems, stderr);
        return print_all(app, options);
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
        status = usage_error(&diags);
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
    if (!options_read(&options, argc, argv, &diags))
        status = usage_error(&diags);
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
    else
        status = start_with_settings(&options);
    arena_clear(&arena);
    return status;
}
