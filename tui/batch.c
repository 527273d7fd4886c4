#include "tui/batch.h"

#include "core/base/save.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/export/export.h"
#include "core/query/indicator_spec.h"
#include "tui/columns.h"
#include "tui/command_line.h"
#include "tui/keep.h"
#include "tui/path_plan.h"
#include "tui/plain.h"
#include "tui/print.h"
#include "tui/timing.h"
#include "tui/views/view.h"
#include "tui/words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

int batch_status(enum load_result result)
{
    switch (result) {
    case LOAD_OK:
        return EXIT_FINE;
    case LOAD_BAD_DATA:
        return EXIT_BAD_DATA;
    case LOAD_UNREADABLE:
        break;
    }
    return EXIT_IO;
}

static bool apply_query(struct query *query, const struct dataset *dataset,
                        const struct options *options, bool has_range,
                        struct diag_list *diags)
{
    const char *const *text = options->text;
    bool is_good = true;

    if (text[OPTION_LEVEL])
        is_good =
            query_read_level(query, dataset, text[OPTION_LEVEL], diags) && is_good;
    if (text[OPTION_PERIOD] && !has_range)
        is_good =
            query_read_period(query, dataset, text[OPTION_PERIOD], diags) && is_good;
    if (text[OPTION_SORT])
        is_good = query_read_sort(query, dataset, text[OPTION_SORT], diags) && is_good;
    if (text[OPTION_CURRENCY])
        is_good = query_read_currency(query, dataset, text[OPTION_CURRENCY], diags) &&
                  is_good;
    if (text[OPTION_SCALE])
        is_good = query_read_scale(query, text[OPTION_SCALE], diags) && is_good;
    query->limit = options->top;
    return is_good;
}

/* --period as one, beside the same of other years: when it asks for several of them or
 * --same-months does. */
static bool apply_range(struct app *app, const struct options *options)
{
    const char *word = options->text[OPTION_PERIOD];
    bool is_wanted = options->text[OPTION_SAME_MONTHS] != NULL;
    struct period first = timing_chosen(app);
    struct period last = first;

    if (word && !period_read_range(word, strlen(word), &first, &last))
        return false;
    if (!is_wanted &&
        (app->lens.query.rows == ROWS_PERIOD || period_equal(first, last)))
        return false;
    return app_set_range(app, period_join(first, last));
}

/* --frequency, or a --period that is coarser than the file's: a year of months. */
static bool apply_frequency(struct app *app, const struct options *options,
                            struct diag_list *diags)
{
    const char *word = options->text[OPTION_FREQUENCY];
    const char *range = options->text[OPTION_PERIOD];
    struct period first;
    struct period last;

    for (int f = 0; word && f < FREQUENCY_COUNT; f++) {
        enum frequency frequency = (enum frequency)f;
        if (strncmp(word, frequency_noun(frequency), strlen(word)) == 0 && *word &&
            app_set_frequency(app, &frequency))
            return true;
    }
    if (word)
        return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                          _("the periods of this file do not add up to '%s'"), word);
    if (range && app->lens.query.rows != ROWS_PERIOD &&
        period_read_range(range, strlen(range), &first, &last))
        app_set_frequency(app, &last.frequency);
    return true;
}

/* --measure: what the charts show. */
static bool apply_measure(struct app *app, const char *id, struct diag_list *diags)
{
    if (!id)
        return true;
    app->lens.has_measure = true;
    return column_spec_read(&app->dataset, id, &app->lens.measure, diags);
}

/* --filter: what is unfinished here is a mistake, too. */
static bool apply_filter(struct app *app, const char *text, struct diag_list *diags)
{
    struct source_pos at = {"entrepot", 0, 0};
    const struct filter_test *problem;

    if (strlen(text) >= sizeof(app->lens.filter))
        return diag_error(diags, at, _("--filter has more than %d bytes"),
                          FILTER_MAX - 1);
    snprintf(app->lens.filter, sizeof(app->lens.filter), "%s", text);
    app_refresh(app);
    problem = filter_problem(&app->frame->filter);
    return !problem || diag_error(diags, at, _("--filter: %s"), problem->mistake);
}

/* The frames hold names. */
static void apply_language(struct app *app, const char *language)
{
    if (!language || strcmp(language, app->language) == 0)
        return;
    app_speak(app, arena_printf(&app->program_arena, "%s", language));
    app_refresh(app);
}

bool batch_apply(struct app *app, const struct options *options,
                 struct diag_list *diags)
{
    bool is_good = true;

    if (options->text[OPTION_VIEW])
        app->view = view_find(options->text[OPTION_VIEW]);
    app_settle(app);
    apply_language(app, options->text[OPTION_LANG]);
    if (app->page == PAGE_DATA && app->has_dataset && words_are_given(options->text)) {
        if (options->text[OPTION_BY])
            is_good = query_read_rows(&app->lens.query, &app->dataset,
                                      options->text[OPTION_BY], diags);
        is_good = words_read_within(app, options->text[OPTION_WITHIN],
                                    options->text[OPTION_BY] != NULL, diags) &&
                  is_good;
        if (options->text[OPTION_COLUMNS])
            is_good =
                columns_read(app, options->text[OPTION_COLUMNS], diags) && is_good;
        if (options->text[OPTION_FREEZE])
            is_good = columns_read_frozen(app, options->text[OPTION_FREEZE], diags) &&
                      is_good;
        is_good = is_good && apply_measure(app, options->text[OPTION_MEASURE], diags) &&
                  words_read_trend(app, options->text, diags);
        is_good = is_good &&
                  (apply_range(app, options) || apply_frequency(app, options, diags)) &&
                  apply_query(&app->lens.query, &app->dataset, options,
                              app->lens.timing.is_range, diags);
        app->lens.has_one_scale = options->text[OPTION_ONE_SCALE] != NULL;
        app->lens.has_row_scale = options->text[OPTION_ROW_SCALE] != NULL;
        if (is_good) {
            /* Reading starts at the first row, whatever was first before. */
            app->lens.selected = (struct row_id){0};
            app_refresh(app);
        }
        if (is_good && options->text[OPTION_FILTER])
            is_good = apply_filter(app, options->text[OPTION_FILTER], diags);
        if (is_good)
            is_good = words_read_places(app, options->text, diags);
    }
    if (is_good && options->text[OPTION_KEYS])
        is_good = app_keys(app, options->text[OPTION_KEYS], diags);
    return is_good;
}

int batch_could_not_write(void)
{
    fprintf(stderr, _("entrepot: cannot write to standard output: %s\n"),
            errno ? strerror(errno) : _("write error"));
    return EXIT_IO;
}

static bool print_text(struct app *app, const struct look *look, FILE *out)
{
    struct arena arena = {0};
    struct glyphs glyphs = look->is_ascii ? glyphs_ascii : glyphs_unicode;
    struct cells *cells = cells_new(&arena, app->rows, app->cols, &glyphs);
    bool is_written;

    /* Without attributes, ink and paper cannot change places. */
    glyphs.has_flip = glyphs.has_flip && look->colors > 0;
    app_draw(app, cells, &arena);
    is_written = print_cells(cells, look, out);
    arena_clear(&arena);
    return is_written;
}

static bool print_command(const struct app *app, FILE *out)
{
    struct arena arena = {0};
    bool is_written =
        fprintf(out, "%s\n", command_line_of(app, &arena)) > 0 && fflush(out) == 0;

    arena_clear(&arena);
    return is_written;
}

/* What does not go together; EXIT_FINE when it does. */
static int check_print(const struct app *app, const struct options *options,
                       const struct export_ops *ops)
{
    if (options->text[OPTION_PATH] && !app->has_dataset)
        fputs(_("entrepot: --path needs a FILE\n"), stderr);
    else if (ops && app->page != PAGE_DATA)
        fprintf(stderr, _("entrepot: only a dataset can be printed as %s\n"),
                ops->name);
    else
        return EXIT_FINE;
    return EXIT_USAGE;
}

/* The format of rows: what --print says, else what the ending of --output's name does;
 * NULL: text. */
static const struct export_ops *format_of(const struct options *options)
{
    const char *format = options->text[OPTION_PRINT];
    const char *output = options->text[OPTION_OUTPUT];
    const char *dot = output ? strrchr(text_file_name(output), '.') : NULL;

    if (format && *format)
        return export_find(format);
    return dot ? export_find(dot + 1) : NULL;
}

static bool print_to(struct app *app, const struct options *options,
                     const struct look *look, FILE *out)
{
    const struct export_ops *ops = format_of(options);
    struct sheet sheet;

    if (options->text[OPTION_PRINT_COMMAND])
        return print_command(app, out);
    if (options->text[OPTION_PLAIN])
        return options->text[OPTION_PATH] ? path_print_facts(app, out)
                                          : plain_print(app, out);
    if (options->text[OPTION_PATH])
        return path_print(app, out);
    if (!ops)
        return print_text(app, look, out);
    sheet = keep_sheet(app);
    return ops->write(&sheet, out);
}

/* --output: the file is replaced when all is written. */
static int print_to_file(struct app *app, const struct options *options,
                         const struct look *look)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct save save;
    bool is_good =
        save_open(&save, options->text[OPTION_OUTPUT], SAVE_REPLACE, &diags) &&
        save_commit(&save, print_to(app, options, look, save.out), &diags);

    diag_print(&diags, stderr);
    arena_clear(&arena);
    return is_good ? EXIT_FINE : EXIT_IO;
}

int batch_print(struct app *app, const struct options *options, const struct look *look)
{
    int status = check_print(app, options, format_of(options));

    errno = 0;
    if (status != EXIT_FINE)
        return status;
    if (options->text[OPTION_OUTPUT])
        return print_to_file(app, options, look);
    return print_to(app, options, look, stdout) ? EXIT_FINE : batch_could_not_write();
}

int batch_list(const struct catalog *catalog)
{
    struct arena arena = {0};

    for (size_t i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        const char *title = entry->problem ? entry->problem : entry->title;
        printf("%-32s %-18s %s\n", text_clean(&arena, entry->name, strlen(entry->name)),
               text_clean(&arena, entry->periods, strlen(entry->periods)),
               text_clean(&arena, title, strlen(title)));
    }
    arena_clear(&arena);
    errno = 0;
    return fflush(stdout) == 0 ? EXIT_FINE : batch_could_not_write();
}
