/*
 * The path to balance as lines of text, for --path. Figures are in ASCII, to be read by
 * other programs too.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/path_plan.h"

#include <string.h>

enum { PRINT_RATES = 9, CELL_COLS = 9 };

struct printer {
    const struct path_plan *plan;
    const struct glyphs *glyphs;
    struct arena *arena;
    FILE *out;
};

/* A text of the file, fit for the terminal. */
static const char *clean(const struct printer *printer, const char *text)
{
    return printer->glyphs->is_ascii ? text_ascii(printer->arena, text, strlen(text))
                                     : text_clean(printer->arena, text, strlen(text));
}

static void print_title(const struct printer *printer, const struct app *app)
{
    const char *title = label_pick(&app->dataset.title, app->language);
    const char *path = lens_path(app, printer->glyphs->path_separator, printer->arena);

    fprintf(printer->out, "%s%s\n", clean(printer, title ? title : app->dataset.path),
            clean(printer, path));
}

static const char *figure(const struct printer *printer, double figure, bool is_signed)
{
    const struct show *show = &printer->plan->show;

    return arena_printf(printer->arena, "%s %s",
                        show_figure(show, value_derived(figure), is_signed),
                        clean(printer, show->unit));
}

static const char *percent(const struct printer *printer, double number)
{
    return arena_printf(printer->arena, "%s %%",
                        show_percent(&printer->plan->show, value_derived(number)));
}

static void print_growth(const struct printer *printer, enum path_parameter parameter)
{
    const struct path_plan *plan = printer->plan;
    double rate = parameter == PATH_PARAMETER_EXPORTS ? plan->path.exports_growth
                                                      : plan->path.imports_growth;
    double own = path_own_tenths(&plan->start, parameter) / 10.0;
    const char *origin = path_is_known(&plan->start, parameter)
                             ? path_origin(plan, parameter)
                             : _("not known, taken as 0");

    fprintf(printer->out,
            parameter == PATH_PARAMETER_EXPORTS ? _("export growth: %s a year (%s)\n")
                                                : _("import growth: %s a year (%s)\n"),
            path_rate(plan, value_derived(rate)),
            rate == own ? origin
                        : arena_printf(printer->arena, _("chosen; %s: %s"), origin,
                                       path_rate(plan, value_derived(own))));
}

static void print_start(const struct printer *printer)
{
    const struct path_plan *plan = printer->plan;
    const struct path_start *start = &plan->start;
    const struct path_point now = path_at(&plan->path, 0);

    fprintf(printer->out, _("start: %d"), start->year);
    if (start->periods > 1)
        fprintf(printer->out, _(", the sum of %zu %s"), start->periods, plan->noun);
    fprintf(printer->out, _("\nexports: %s\n"), figure(printer, start->exports, false));
    fprintf(printer->out, _("imports: %s\n"), figure(printer, start->imports, false));
    fprintf(printer->out, _("balance: %s\n"), figure(printer, now.balance, true));
    fprintf(printer->out, _("gap: %s of trade\n"), percent(printer, now.gap));
    print_growth(printer, PATH_PARAMETER_EXPORTS);
    print_growth(printer, PATH_PARAMETER_IMPORTS);
}

static void print_outcome(const struct printer *printer)
{
    const struct path_plan *plan = printer->plan;
    struct path_outcome outcome = plan->outcome;
    int peak;

    fprintf(printer->out, _("outcome: %s\n"), path_verdict(plan, false));
    if (outcome.kind == PATH_MEETS || outcome.kind == PATH_WIDENS)
        fprintf(printer->out, _("years to balance: %.4f\n"), outcome.years);
    else
        fprintf(printer->out, _("years to balance: %s\n"), path_years(plan, outcome));
    peak = outcome.kind == PATH_MEETS ? path_peak(&plan->path, plan->horizon) : 0;
    if (peak && peak < outcome.years)
        fprintf(printer->out, _("farthest from balance before that: %s in %d\n"),
                figure(printer, path_at(&plan->path, peak).balance, true),
                plan->start.year + peak);
    fputs(_("note: arithmetic, not a forecast\n"), printer->out);
}

static void print_steps(const struct printer *printer)
{
    const struct path_plan *plan = printer->plan;
    int years[PATH_STEPS_MAX];
    size_t count = path_plan_steps(plan, years);

    for (size_t i = 0; i < count; i++) {
        struct value needed = path_needed(&plan->path, years[i]);
        fprintf(printer->out,
                _("import growth needed to balance in %d years, by %d: %s a year\n"),
                years[i], plan->start.year + years[i],
                value_is_number(needed)
                    ? arena_printf(printer->arena, "%+.3f %%", needed.number)
                    : "n/a");
    }
    for (size_t i = 0; i < count; i++) {
        struct path_point point = path_at(&plan->path, years[i]);
        fprintf(printer->out,
                _("projection for %d: exports %s, imports %s, balance %s, gap %s of "
                  "trade\n"),
                plan->start.year + years[i], figure(printer, point.exports, false),
                figure(printer, point.imports, false),
                figure(printer, point.balance, true), percent(printer, point.gap));
    }
}

static void print_cell(const struct printer *printer, int cols, const char *text)
{
    fprintf(printer->out, "%*s%s",
            cols > text_width(text) ? cols - text_width(text) : 0, "", text);
}

static void print_grid(const struct printer *printer)
{
    const struct path_plan *plan = printer->plan;
    struct path_grid grid = path_grid_new(&plan->path, PRINT_RATES, PRINT_RATES);

    /* xgettext:no-c-format */
    fputs(_("grid: years to balance; export growth down, import growth across, % a "
            "year\n"),
          printer->out);
    print_cell(printer, CELL_COLS, "");
    for (size_t col = 0; col < grid.imports.count; col++)
        print_cell(printer, CELL_COLS,
                   path_rate(plan, value_derived(grid.imports.rate[col])));
    fputc('\n', printer->out);
    for (size_t row = 0; row < grid.exports.count; row++) {
        print_cell(printer, CELL_COLS,
                   path_rate(plan, value_derived(grid.exports.rate[row])));
        for (size_t col = 0; col < grid.imports.count; col++)
            print_cell(
                printer, CELL_COLS,
                path_years(plan, path_grid_outcome(&plan->path, &grid, row, col)));
        fputc('\n', printer->out);
    }
}

/* The same grid, each of its cells a line. */
static void print_grid_facts(const struct printer *printer)
{
    const struct path_plan *plan = printer->plan;
    struct path_grid grid = path_grid_new(&plan->path, PRINT_RATES, PRINT_RATES);

    for (size_t row = 0; row < grid.exports.count; row++)
        for (size_t col = 0; col < grid.imports.count; col++)
            fprintf(
                printer->out,
                _("years to balance at export growth %s and import growth %s: %s\n"),
                path_rate(plan, value_derived(grid.exports.rate[row])),
                path_rate(plan, value_derived(grid.imports.rate[col])),
                path_years(plan, path_grid_outcome(&plan->path, &grid, row, col)));
}

static bool print_path(const struct app *app, FILE *out,
                       void (*put_grid)(const struct printer *printer))
{
    struct arena arena = {0};
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
    struct path_plan plan = path_plan_new(app, &glyphs_ascii, &arena);
    struct printer printer = {&plan, glyphs, &arena, out};

    print_title(&printer, app);
    if (plan.reason) {
        fprintf(out, _("outcome: %s\n"), path_verdict(&plan, false));
    } else {
        print_start(&printer);
        print_outcome(&printer);
        print_steps(&printer);
        put_grid(&printer);
    }
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}

bool path_print(const struct app *app, FILE *out)
{
    return print_path(app, out, print_grid);
}

bool path_print_facts(const struct app *app, FILE *out)
{
    return print_path(app, out, print_grid_facts);
}
