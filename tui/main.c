#include "core/base/text.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/input.h"
#include "tui/options.h"
#include "tui/screen.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* REVISION_FRAME: rows round the list of revisions, which is printed whole. */
enum { PRINT_COLS = 80, PRINT_ROWS = 24, REVISION_FRAME = 6 };

static const char *environment(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* --color, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR; empty means unset. */
static int wished_colors(const struct options *options, bool is_terminal)
{
    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS ? 256 : 0;
    if (*environment("NO_COLOR"))
        return 0;
    if (*environment("CLICOLOR_FORCE") &&
        strcmp(environment("CLICOLOR_FORCE"), "0") != 0)
        return 256;
    if (strcmp(environment("CLICOLOR"), "0") == 0 || !is_terminal)
        return 0;
    return 256;
}

/* COLORFGBG is "foreground;background" in the 16 colours: 7 and 15 are light. */
static enum background find_background(void)
{
    const char *last = strrchr(environment("COLORFGBG"), ';');

    return last && (strcmp(last, ";15") == 0 || strcmp(last, ";7") == 0)
               ? BACKGROUND_LIGHT
               : BACKGROUND_DARK;
}

static struct look look_new(const struct options *options, bool is_terminal)
{
    return (struct look){
        .is_ascii = options->text[OPTION_ASCII] != NULL || !is_utf8(),
        .colors = wished_colors(options, is_terminal),
        .background = find_background(),
    };
}

/* --lang, else the language of the locale; names in Chinese need more than ASCII. */
static const char *language_of(const struct options *options, const struct look *look)
{
    const char *locale = environment("LC_ALL");

    if (options->text[OPTION_LANG])
        return options->text[OPTION_LANG];
    if (!*locale)
        locale = environment("LC_MESSAGES");
    if (!*locale)
        locale = environment("LANG");
    return strncmp(locale, "zh", 2) == 0 && !look->is_ascii ? "zh" : "en";
}

static int usage_error(struct diag_list *diags)
{
    diag_print(diags, stderr);
    fputs("Try 'entrepot --help' for more information.\n", stderr);
    return EXIT_USAGE;
}

/* Takes keys until the end; the screen is open. */
static void run(struct app *app)
{
    struct arena arena = {0};
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;

    while (!app->has_quit) {
        int rows;
        int cols;
        int key;
        struct cells *cells;

        screen_size(&rows, &cols);
        if (rows != app->rows || cols != app->cols)
            app_resize(app, rows, cols);
        cells = cells_new(&arena, rows, cols, glyphs);
        app_draw(app, cells, &arena);
        if (app->wants_redraw)
            screen_forget();
        app->wants_redraw = false;
        screen_show(cells);
        arena_clear(&arena);
        key = screen_key(-1);
        if (key == INPUT_CLOSED)
            break;
        if (key != INPUT_NONE && key != INPUT_RESIZE && key != INPUT_RESUME)
            app_key(app, key);
        if (app->wants_suspend) {
            app->wants_suspend = false;
            screen_suspend();
        }
    }
    arena_clear(&arena);
}

static int interactive(struct app *app, const struct options *options)
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
    screen_size(&rows, &cols);
    app_resize(app, rows, cols);
    app->is_new = true;
    if (batch_apply(app, options, &diags)) {
        if (*note)
            snprintf(app->message, sizeof(app->message), "%s", note);
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

static int print_all(struct app *app, const struct options *options)
{
    int worst = EXIT_FINE;

    if (!options->file_count)
        return print_one(app, options, NULL);
    for (size_t i = 0; i < options->file_count; i++) {
        int status;
        if (i && options->text[OPTION_PATH])
            putchar('\n');
        status = print_one(app, options, options->files[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

static bool wants_text(const struct options *options)
{
    return options->text[OPTION_PRINT] || options->text[OPTION_PATH] ||
           !isatty(STDOUT_FILENO) || strcmp(environment("TERM"), "dumb") == 0;
}

static int start(const struct options *options)
{
    struct arena arena = {0};
    bool is_text = wants_text(options);
    struct look look = look_new(options, isatty(STDOUT_FILENO) && !is_text);
    const char *language = language_of(options, &look);
    struct catalog catalog = {0};
    struct app app;
    int status;

    if (options->file_count > 1)
        catalog =
            catalog_of_files(&arena, options->files, options->file_count, language);
    else if (!options->file_count || options->text[OPTION_LIST])
        catalog = catalog_of_folder(&arena, catalog_folder(&arena), language);
    app_open(&app, &catalog, &look, language);
    app.limits = options->limits;
    app.rates_path = options->text[OPTION_RATES];
    if (options->text[OPTION_LIST]) {
        status = batch_list(&catalog);
    } else if (is_text) {
        status = print_all(&app, options);
    } else {
        if (options->file_count == 1 && app_load(&app, options->files[0]) == LOAD_OK &&
            options->text[OPTION_COMPARE])
            app_compare(&app, options->text[OPTION_COMPARE]);
        status = interactive(&app, options);
    }
    app_close(&app);
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
    else if (options.text[OPTION_CHECK])
        status = batch_check(&options);
    else
        status = start(&options);
    arena_clear(&arena);
    return status;
}
