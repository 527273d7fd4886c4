/*
 * The records of what is computed from a whole table, of stated facts, of the path to
 * balance and of the dataset itself.
 */
#include "core/base/translate.h"
#include "core/query/concentration.h"
#include "tui/path_plan.h"
#include "tui/record_writer.h"
#include "tui/unreadable.h"

static bool has_data(const struct app *app)
{
    return app->page == PAGE_DATA && app->frame;
}

static bool sets_are_there(const struct app *app)
{
    const struct frame *frame = app->frame;

    return has_data(app) && frame->query.rows != ROWS_PERIOD && !frame->rows_overlap &&
           frame->row_count > 1 && frame->exports != MEASURE_NONE;
}

static const char *sets_title(const struct record_writer *writer)
{
    return arena_printf(writer->arena, _("concentration over %zu %s"),
                        frame_counted(writer->app->frame), writer->app->frame->noun);
}

static const char *set_number(const struct record_writer *writer,
                              const struct set_indicator_ops *ops, struct value value)
{
    return value_is_number(value) ? record_number(writer, value.number, ops->decimals)
                                  : "n/a";
}

static void write_set(struct record_writer *writer, const struct set_indicator_ops *ops,
                      const struct figure_set *flows, const struct pair_set *pairs)
{
    const struct frame *frame = writer->app->frame;
    struct value value;
    const char *text;

    if (ops->compute_pairs && !frame->has_imports)
        return;
    value = ops->compute_pairs ? ops->compute_pairs(pairs) : ops->compute(&flows[0]);
    text = set_number(writer, ops, value);
    if (!ops->compute_pairs && frame->has_imports)
        text = arena_printf(writer->arena, _("exports %s, imports %s"), text,
                            set_number(writer, ops, ops->compute(&flows[1])));
    record_write(writer, 1, STYLE_TITLE,
                 arena_printf(writer->arena, _("%s: %s"), _(ops->title), text));
    record_write(writer, 3, STYLE_MUTED, _(ops->formula));
    if (!value_is_number(value))
        record_write(writer, 3, STYLE_WARNING, ops->lacks ? _(ops->lacks) : "");
    record_write(
        writer, 3, STYLE_MUTED,
        arena_printf(writer->arena, _("range: %s; %s"), _(ops->range), _(ops->source)));
}

/* The numbers put in: how many rows, what they add up to, what was left out. */
static void write_input(struct record_writer *writer, const char *name,
                        const struct figure_set *set)
{
    record_write(writer, 1, STYLE_PLAIN,
                 arena_printf(writer->arena,
                              _("%s: n = %zu rows with figures that add up to %s; left "
                                "out: %zu without a figure, %zu not allocated, %zu "
                                "groups, %zu hidden by the filter"),
                              name, set->nonzero,
                              record_in_full(writer, value_derived(set->sum)),
                              set->left_out.missing, set->left_out.unallocated,
                              set->left_out.groups, set->left_out.hidden));
}

static void sets_write(struct record_writer *writer)
{
    const struct frame *frame = writer->app->frame;
    struct figure_set flows[2] = {figure_set_new(frame, frame->exports, writer->arena)};
    struct pair_set pairs = {0};

    write_input(writer, frame->has_imports ? _("exports") : frame->columns[0].title,
                &flows[0]);
    if (frame->has_imports) {
        flows[1] = figure_set_new(frame, frame->imports, writer->arena);
        pairs = pair_set_new(frame, writer->arena);
        write_input(writer, _("imports"), &flows[1]);
    }
    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++)
        write_set(writer, set_indicator_ops((enum set_indicator)i), flows, &pairs);
}

const struct record_source record_sets = {sets_are_there, sets_title, sets_write,
                                          VIEW_NOTES};

static bool facts_are_there(const struct app *app)
{
    return has_data(app) && app->dataset.fact_count > 0;
}

static const char *facts_title(const struct record_writer *writer)
{
    return arena_printf(writer->arena,
                        P_("%zu fact", "%zu facts", writer->app->dataset.fact_count),
                        writer->app->dataset.fact_count);
}

static void facts_write(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    char unit[UNIT_SHOWN_MAX];

    for (size_t i = 0; i < dataset->fact_count; i++) {
        const struct fact *fact = &dataset->facts[i];
        const char *label = label_pick(&fact->label, writer->app->language);
        const char *note = label_pick(&fact->note, writer->app->language);
        if (fact->has_value)
            label = arena_printf(writer->arena, "%s: %s%s%s %s", label, fact->qualifier,
                                 *fact->qualifier ? " " : "",
                                 record_number(writer, fact->value, fact->decimals),
                                 unit_show(unit, fact->unit, fact->unit.scale));
        record_write(writer, 1, STYLE_TITLE, label);
        if (*fact->period)
            record_write(writer, 3, STYLE_MUTED, fact->period);
        if (note)
            record_write(writer, 3, STYLE_MUTED, note);
        record_write(writer, 3, STYLE_MUTED,
                     arena_printf(writer->arena, _("stated by the publisher, %s"),
                                  record_place(writer, dataset, fact->at.line)));
    }
}

const struct record_source record_facts = {facts_are_there, facts_title, facts_write,
                                           VIEW_NOTES};

static bool path_is_there(const struct app *app)
{
    return has_data(app) && app->view == VIEW_PATH;
}

static const char *path_title(const struct record_writer *writer)
{
    (void)writer;
    return _("the path to balance");
}

static void write_growth(struct record_writer *writer, const struct path_plan *plan,
                         const char *name, enum path_parameter parameter)
{
    double rate = parameter == PATH_PARAMETER_EXPORTS ? plan->path.exports_growth
                                                      : plan->path.imports_growth;

    record_pair(
        writer, name,
        arena_printf(
            writer->arena, _("%s %% a year; the data: %s, %s"),
            record_number(writer, rate, 1),
            path_is_known(&plan->start, parameter)
                ? record_number(writer, path_own_tenths(&plan->start, parameter) / 10.0,
                                1)
                : _("not known"),
            path_origin(plan, parameter)));
}

static void path_write(struct record_writer *writer)
{
    struct path_plan plan = path_plan_new(writer->app, writer->glyphs, writer->arena);
    struct value needed;

    if (plan.reason) {
        record_write(writer, 1, STYLE_WARNING, plan.reason);
        return;
    }
    record_write(writer, 1, STYLE_TITLE, path_verdict(&plan, false));
    record_pair(writer, _("from"), path_from(&plan, 200));
    record_pair(writer, _("X, exports"),
                record_in_full(writer, value_derived(plan.path.exports)));
    record_pair(writer, _("M, imports"),
                record_in_full(writer, value_derived(plan.path.imports)));
    write_growth(writer, &plan, _("gx, exports"), PATH_PARAMETER_EXPORTS);
    write_growth(writer, &plan, _("gm, imports"), PATH_PARAMETER_IMPORTS);
    record_write(writer, 1, STYLE_PLAIN,
                 _("equal after t years, where X (1 + gx)^t = M (1 + gm)^t:"));
    record_write(
        writer, 3, STYLE_MUTED,
        arena_printf(writer->arena, _("t = ln(X / M) / ln((1 + gm) / (1 + gx)) = %s"),
                     plan.outcome.kind == PATH_MEETS || plan.outcome.kind == PATH_WIDENS
                         ? record_number(writer, plan.outcome.years, 4)
                         : path_years(&plan, plan.outcome)));
    needed = path_needed(&plan.path, plan.target - plan.start.year);
    record_write(
        writer, 3, STYLE_MUTED,
        arena_printf(writer->arena,
                     _("gm = (1 + gx) (X / M)^(1 / N) - 1 to be equal in %d: %s %%"),
                     plan.target,
                     value_is_number(needed) ? record_number(writer, needed.number, 4)
                                             : "n/a"));
    record_write(writer, 1, STYLE_MUTED, _("This is arithmetic, not a forecast."));
}

const struct record_source record_path = {path_is_there, path_title, path_write,
                                          VIEW_PATH};

static bool dataset_is_there(const struct app *app)
{
    return app->has_dataset && app->page != PAGE_GALLERY && app->page != PAGE_ERRORS;
}

static const char *dataset_title(const struct record_writer *writer)
{
    (void)writer;
    return _("the dataset");
}

static const char *span_of(const struct record_writer *writer,
                           const struct dataset *dataset)
{
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    if (!dataset->period_count)
        return _("none");
    return arena_printf(
        writer->arena, _("%u, %s to %s"), dataset->period_count,
        period_words(first, dataset->periods[0]),
        period_words(last, dataset->periods[dataset->period_count - 1]));
}

static void write_measures(struct record_writer *writer, const struct dataset *dataset)
{
    char unit[UNIT_SHOWN_MAX];

    for (size_t m = 0; m < dataset->measure_count; m++) {
        const struct measure *measure = &dataset->measure[m];
        const char *valuation = valuation_word(measure->valuation);
        record_pair(writer, _("measure"),
                    arena_printf(writer->arena, _("%s, in %s%s%s"),
                                 measure_title(measure, writer->app->language),
                                 unit_show(unit, measure->unit, measure->unit.scale),
                                 *valuation ? _(", ") : "", _(valuation)));
    }
}

static void dataset_write(struct record_writer *writer)
{
    const struct app *app = writer->app;
    const struct dataset *dataset = &app->loaded;

    record_pair(writer, _("title"), label_pick(&dataset->title, app->language));
    record_pair(writer, _("publisher"), label_pick(&dataset->publisher, app->language));
    record_pair(writer, _("source"), label_pick(&dataset->source, app->language));
    record_pair(writer, _("retrieved"), dataset->retrieved);
    record_pair(writer, _("reporter"), label_pick(&dataset->reporter, app->language));
    record_pair(writer, _("file"), dataset->path);
    record_pair(writer, _("encoding"), dataset->encoding);
    record_pair(writer, _("read as"), dataset->format);
    record_pair(writer, _("observations"),
                record_number(writer, (double)dataset->observation_count, 0));
    record_pair(writer, _("periods"), span_of(writer, dataset));
    for (size_t d = 0; d < dataset->dimension_count; d++)
        record_pair(writer, _("dimension"),
                    arena_printf(writer->arena, _("%s, %u members"),
                                 dataset->dimension[d].id,
                                 dataset->dimension[d].member_count));
    write_measures(writer, dataset);
    for (size_t i = 0; i < dataset->understood_count; i++)
        if (dataset->understood[i].meaning)
            record_pair(writer, _("column"),
                        arena_printf(writer->arena, "%s: %s",
                                     dataset->understood[i].heading,
                                     dataset->understood[i].meaning));
    record_pair(writer, _("not read"), understood_unread(dataset, writer->arena));
    record_pair(writer, _("left out"), unreadable_words(dataset, writer->arena));
}

const struct record_source record_dataset = {dataset_is_there, dataset_title,
                                             dataset_write, VIEW_COUNT};
