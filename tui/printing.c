#include "tui/printing.h"

#include "core/base/translate.h"
#include "core/export/convert.h"
#include "core/load/workspace.h"
#include "tui/batch.h"
#include "tui/needless.h"
#include "tui/opening.h"
#include "tui/screen.h"
#include "tui/workspace.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* REVISION_FRAME: rows round the list of revisions, which is printed whole. */
enum { PRINT_COLS = 80, PRINT_ROWS = 24, REVISION_FRAME = 6 };

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
        status = options_usage_error(&diags);
    } else {
        needless_say(app, options, &diags);
        diag_print_from(&app->diags, SEVERITY_WARNING, stderr);
        diag_print_from(&diags, SEVERITY_WARNING, stderr);
        if (app->page == PAGE_REVISIONS && !options->rows)
            app_resize(
                app,
                (int)(app->revisions.count < 100000 ? app->revisions.count : 100000) +
                    REVISION_FRAME,
                cols);
        status = batch_print(app, options, &app->look);
        if (status == EXIT_FINE && app->loaded.is_cut)
            status = EXIT_BAD_DATA;
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
                     : options_usage_error(&diags);
    }
    arena_clear(&arena);
    return status;
}

/* Tables that look as if they were one dataset, and are not: each by itself. */
static int print_apart(struct app *app, const struct options *options, const char *text)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    int worst = EXIT_FINE;

    for (size_t i = 0; i < paths.count; i++) {
        int status = print_one(app, options, paths.path[i]);
        worst = status > worst ? status : worst;
    }
    arena_clear(&arena);
    return worst;
}

static int print_path(struct app *app, const struct options *options, const char *path)
{
    int status = workspace_is(path) ? print_workspace(app, options, path)
                                    : print_one(app, options, path);

    if (status == EXIT_BAD_DATA && paths_are_several(path)) {
        fputs(_("entrepot: they are not one dataset; each by itself:\n"), stderr);
        status = print_apart(app, options, path);
    }
    return status;
}

int printing_all(struct app *app, const struct options *options)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct paths paths = opening_of(options, &arena, &diags);
    int worst = EXIT_FINE;

    diag_print(&diags, stderr);
    if (!paths.count)
        worst = print_one(app, options, NULL);
    for (size_t i = 0; i < paths.count; i++) {
        int status;
        if (i && options->text[OPTION_PATH])
            putchar('\n');
        status = print_path(app, options, paths.path[i]);
        worst = status > worst ? status : worst;
    }
    arena_clear(&arena);
    return worst;
}

/* A new file would be whole. */
static bool refuse_cut(const struct dataset *dataset, struct diag_list *diags)
{
    return !dataset->is_cut ||
           diag_error(diags, (struct source_pos){.file = dataset->path},
                      "cannot convert what is damaged or cut short; --head=%zu takes "
                      "what came out of it",
                      dataset->text_bytes);
}

static bool write_converted(const struct options *options,
                            const struct dataset *dataset, const char *given,
                            struct diag_list *diags)
{
    if (options->text[OPTION_CONVERT])
        return convert_dataset(dataset, options->text[OPTION_CONVERT],
                               CONVERT_INLINE_MAX, diags);
    return convert_answers(dataset, &options->answers, given,
                           options->text[OPTION_SAVE_AS], diags);
}

int printing_convert(const struct options *options)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const char *given = NULL;
    enum load_result result;
    int status;

    if (!options->file_count) {
        fputs(_("entrepot: there is no FILE to convert\n"), stderr);
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < options->file_count; i++)
        given = paths_add(given, options->files[i], &arena);
    result = load_file(given, &options->limits, &dataset, &diags);
    status = batch_status(result);
    if (result == LOAD_OK && !refuse_cut(&dataset, &diags))
        status = EXIT_BAD_DATA;
    else if (result == LOAD_OK && !write_converted(options, &dataset, given, &diags))
        status = EXIT_IO;
    diag_print(&diags, stderr);
    dataset_close(&dataset);
    arena_clear(&arena);
    return status;
}
