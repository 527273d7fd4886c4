#include "tui/needless.h"

#include "core/base/translate.h"
#include "core/export/export.h"
#include "tui/views/view.h"

#include <string.h>

static const struct source_pos here = {"entrepot", 0, 0};

/* The export that --print asks for; NULL: text, or nothing is asked for. */
static const struct export_ops *format_of(const struct options *options)
{
    const char *format = options->text[OPTION_PRINT];

    return format ? export_find(format) : NULL;
}

bool needless_check(const struct options *options, struct diag_list *diags)
{
    const struct export_ops *format = format_of(options);
    bool is_good = true;

    if (format && options->text[OPTION_PLAIN])
        is_good = diag_error(diags, here,
                             "--plain and --print=%s are two forms of one thing: say "
                             "which",
                             format->name);
    if (options->text[OPTION_COMPARE] && !options->file_count)
        is_good = diag_error(diags, here,
                             "--compare=%s needs a FILE too, the newer release: "
                             "--compare=OLD NEW",
                             options->text[OPTION_COMPARE]);
    return is_good;
}

/* "zh" of zh_CN: texts are of languages, not of countries. */
static bool is_language(const char *language, const char *of)
{
    size_t length = strcspn(language, "_-.@");

    return strncmp(of, language, length) == 0 && strchr("_-", of[length]);
}

static bool label_has(const struct label *label, const char *language)
{
    for (const struct label_text *text = label->first; text; text = text->next)
        if (is_language(language, text->language))
            return true;
    return false;
}

static bool dimension_has(const struct dimension *dimension, const char *language)
{
    bool has = label_has(&dimension->title, language);

    for (uint32_t i = 0; i < dimension->member_count && !has; i++)
        has = label_has(&dimension->members[i].name, language);
    return has;
}

static bool dataset_has(const struct dataset *dataset, const char *language)
{
    bool has = label_has(&dataset->title, language);

    for (size_t i = 0; i < dataset->note_count; i++)
        has = has || label_has(&dataset->notes[i], language);
    for (size_t i = 0; i < dataset->measure_count; i++)
        has = has || label_has(&dataset->measure[i].title, language);
    for (size_t i = 0; i < dataset->dimension_count && !has; i++)
        has = dimension_has(&dataset->dimension[i], language);
    return has;
}

/* The program itself is in English and in what it has catalogues for. */
static bool program_has(const char *language)
{
    bool has = is_language(language, "en");

    for (const struct catalogue *one = catalogues; one->language; one++)
        has = has || is_language(language, one->language);
    return has;
}

static void say_language(const struct dataset *dataset, const char *language,
                         struct diag_list *diags)
{
    if (language && !program_has(language) && !dataset_has(dataset, language))
        diag_warning(diags, here,
                     "--lang=%s changes nothing: neither the program nor this file has "
                     "a text in it",
                     language);
}

static void say_months(const struct app *app, struct diag_list *diags)
{
    bool has_years =
        app->loaded.period_count && app->loaded.periods[0].frequency == FREQUENCY_YEAR;

    if (has_years || !app->lens.timing.is_range)
        diag_warning(diags, here,
                     has_years
                         ? N_("--same-months changes nothing: this file has years, "
                              "and no months")
                         : N_("--same-months changes nothing: this period is in "
                              "one year of the file alone"));
}

/* Views of text and of two rows have no rows that could be written. */
static void say_rows(const struct app *app, const struct export_ops *format,
                     struct diag_list *diags)
{
    enum view view = app->view;

    if (format && (view == VIEW_NOTES || view == VIEW_PATH || view == VIEW_COMPARE))
        diag_warning(diags, here,
                     "--print=%s: view '%s' has no rows of its own; these are those of "
                     "the table",
                     format->name, view_ops(view)->name);
}

void needless_say_answers(const struct dataset *dataset, const struct options *options,
                          struct diag_list *diags)
{
    if (options->text[OPTION_UNIT] && !dataset->format)
        diag_warning(diags, here,
                     "--unit=%s changes nothing: this file states its units",
                     options->text[OPTION_UNIT]);
}

void needless_say(const struct app *app, const struct options *options,
                  struct diag_list *diags)
{
    if (!app->has_dataset)
        return;
    needless_say_answers(&app->loaded, options, diags);
    say_language(&app->loaded, options->text[OPTION_LANG], diags);
    if (options->text[OPTION_SAME_MONTHS])
        say_months(app, diags);
    say_rows(app, format_of(options), diags);
}
