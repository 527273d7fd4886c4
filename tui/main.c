#include "core/base/pages.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/workspace.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/environment.h"
#include "tui/language.h"
#include "tui/needless.h"
#include "tui/opening.h"
#include "tui/options.h"
#include "tui/printing.h"
#include "tui/screen.h"
#include "tui/session.h"
#include "tui/settings.h"
#include "tui/words.h"
#include "tui/workspace.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --lang, the settings, else the language of the locale. */
static const char *language_of(const struct options *options,
                               const struct settings *settings, const struct look *look)
{
    if (options->text[OPTION_LANG])
        return options->text[OPTION_LANG];
    return settings->language ? settings->language : language_of_locale(look->is_ascii);
}

/* What was begun before there was a screen. A tab whose files turn out to be no one
 * dataset makes others behind itself. */
static void await_tabs(struct app *app)
{
    for (size_t i = 0; i < tabs_count(app); i++) {
        tabs_go(app, i);
        loading_await(app);
    }
    app->startup = NULL;
    tabs_go(app, 0);
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
        is_good = app->loading.wanted || batch_apply(app, &others, diags);
    }
    tabs_go(app, 0);
    if (app->has_pressed_keys)
        options = &others;
    return is_good && (app->loading.wanted || batch_apply(app, options, diags));
}

/* What the file leaves open, as soon as all of it is read. */
static void ask(struct app *app)
{
    if (app->loading.is_running)
        app->loading.asks = true;
    else
        question_ask(app);
}

/* What is looked at first. */
struct beginning {
    const struct options *options;
    const char *problem; /* to be said first, or "" */
    struct diag_list diags;
};

static bool begin(struct app *app, void *state)
{
    struct beginning *beginning = state;
    const struct options *options = beginning->options;

    await_tabs(app);
    app->has_terminal = true;
    if (!apply_to_tabs(app, options, &beginning->diags))
        return false;
    needless_say(app, options, &beginning->diags);
    if (beginning->diags.first)
        snprintf(app->message, sizeof(app->message), "%s",
                 beginning->diags.first->message);
    if (*beginning->problem)
        snprintf(app->message, sizeof(app->message), "%s", beginning->problem);
    if (!options->text[OPTION_KEYS])
        ask(app);
    return true;
}

/* Nothing but the rows of one file, or the list of datasets. */
static bool is_plain(const struct app *app)
{
    return tabs_count(app) == 1 && !app->loading.wanted && !app->loading.words;
}

/* `problem`: to be said first, or "". */
static int interactive(struct app *app, const struct options *options,
                       const char *problem)
{
    struct arena arena = {0};
    char note[256] = "";
    struct beginning beginning = {options, problem, {.arena = &arena}};
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
    if (!*problem)
        beginning.problem = note;
    session_run(app, &(struct session_start){begin, &beginning, is_plain(app)});
    screen_close();
    if (diag_has_errors(&beginning.diags))
        status = options_usage_error(&beginning.diags);
    else if (app->page == PAGE_ERRORS && !app->has_dataset)
        status = EXIT_BAD_DATA;
    arena_clear(&arena);
    return status;
}

static bool wants_text(const struct options *options)
{
    return options->text[OPTION_PRINT] || options->text[OPTION_PATH] ||
           options->text[OPTION_OUTPUT] || options->text[OPTION_PRINT_COMMAND] ||
           options->text[OPTION_PLAIN] || !isatty(STDOUT_FILENO) ||
           strcmp(environment("TERM"), "dumb") == 0;
}

/* One is one tab; what has mistakes too, with its mistakes. They are read while the
 * screen is set up. Keys are for the first tab. */
static void open_files(struct app *app, const struct options *options,
                       struct arena *program, struct diag_list *diags)
{
    struct arena arena = {0};
    struct paths paths = opening_of(options, &arena, diags);
    struct options *others = ARENA_NEW(program, struct options);
    bool is_good;

    app->loads_behind = true;
    *others = *options;
    others->text[OPTION_KEYS] = NULL;
    for (size_t i = 0; i < paths.count; i++) {
        if (words_are_given(options->text) || options->text[OPTION_KEYS] ||
            options->text[OPTION_COMPARE])
            app->startup = i ? others : options;
        is_good = workspace_open_file(app, paths.path[i]) == LOAD_OK;
        if (!is_good && paths_are_several(paths.path[i]))
            is_good = opening_apart(app, paths.path[i]);
    }
    arena_clear(&arena);
}

/* What is wrong with the settings does not keep anybody from starting. */
static int show_or_print(struct app *app, const struct options *options,
                         const struct diag_list *problems)
{
    struct diag_list diags = {.arena = problems->arena};
    const char *note;

    if (wants_text(options)) {
        if (diag_has_errors(problems))
            diag_print(problems, stderr);
        return printing_all(app, options);
    }
    open_files(app, options, problems->arena, &diags);
    note = settings_note(problems, problems->arena);
    if (diags.first && !*note)
        note = diags.first->message;
    return interactive(app, options, note);
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
    struct app *app;
    int status;

    translate_use(look.is_ascii ? NULL : language);
    if (options->file_count && options->text[OPTION_LIST])
        catalog =
            catalog_of_files(arena, options->files, options->file_count, language);
    else if (!options->file_count || options->text[OPTION_LIST])
        catalog = catalog_of_folder(arena, catalog_folder(arena), language);
    app = app_new(arena, &catalog, &look, language);
    app->limits = options->limits;
    app->rates_path = options->text[OPTION_RATES];
    app->is_watching = options->text[OPTION_WATCH] != NULL;
    if (!settings_use(settings, options, app, &diags))
        status = options_usage_error(&diags);
    else if (options->text[OPTION_LIST])
        status = batch_list(&catalog);
    else
        status = show_or_print(app, options, problems);
    app_close(app);
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

/* What is piped in is the file where none is named, but not for those options that need
 * none. */
static void take_input(struct options *options)
{
    static const char *const input[] = {"-"};
    static const enum option_number without_file[] = {
        OPTION_LIST, OPTION_HELP, OPTION_VERSION, OPTION_CHECK_CONFIG};

    if (options->file_count || options->wants_manual || !environment_has_input())
        return;
    for (size_t i = 0; i < sizeof(without_file) / sizeof(without_file[0]); i++)
        if (options->text[without_file[i]])
            return;
    options->files = input;
    options->file_count = 1;
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct options options;
    int status = EXIT_FINE;
    bool is_good;

    pages_settle();
    /* Figures are read and written the same everywhere: only characters are local. */
    setlocale(LC_CTYPE, "");
    translate_use(language_of_locale(!environment_is_utf8()));
    is_good = options_read(&options, argc, argv, &diags);
    take_input(&options);
    if (!is_good || !needless_check(&options, &diags))
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
