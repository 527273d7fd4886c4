#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/model/aggregates.h"
#include "core/query/concentration.h"
#include "core/query/convert.h"
#include "tui/record_writer.h"
#include "tui/show.h"
#include "tui/unreadable.h"
#include "tui/views/view.h"

#include <stdio.h>
#include <string.h>

enum { CURRENCY_SHOWN_MAX = 16 };

static void write_heading(struct record_writer *writer, const char *text)
{
    if (writer->line)
        record_blank(writer);
    record_write(writer, 1, STYLE_TITLE, text);
}

static const char *pick(const struct record_writer *writer, const struct label *label)
{
    const char *text = label_pick(label, writer->app->language);

    return text ? text : "";
}

static void write_pair(struct record_writer *writer, const char *name, const char *text)
{
    if (!*text)
        return;
    if (writer->area.cols < 50) {
        record_write(writer, 1, STYLE_PLAIN,
                     arena_printf(writer->arena, "%s: %s", name, text));
        return;
    }
    record_write(
        writer, 3, STYLE_PLAIN,
        arena_printf(writer->arena, "%s %s", text_pad(writer->arena, name, 12), text));
}

static const char *valuations(const struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    const char *text = "";

    for (size_t m = 0; m < dataset->measure_count; m++) {
        const struct measure *measure = &dataset->measure[m];
        if (measure->valuation != VALUATION_NONE)
            text = arena_printf(writer->arena, "%s%s%s %s", text, *text ? _(", ") : "",
                                measure_word(measure, writer->app->language),
                                _(valuation_word(measure->valuation)));
    }
    return text;
}

/* The currencies beside the file's own, with what their rates are. */
static void write_rates(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    const char *codes[CURRENCY_SHOWN_MAX];
    size_t count = currencies_of(dataset, codes, CURRENCY_SHOWN_MAX);

    for (size_t i = 1; i < count; i++)
        write_pair(writer, arena_printf(writer->arena, _("Rates, %s"), codes[i]),
                   rates_words(dataset, codes[i], writer->arena));
}

static const char *periods_words(const struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    period_words(first, dataset->periods[0]);
    if (dataset->periods[0].frequency == FREQUENCY_UNDATED)
        return arena_printf(writer->arena, "%s", first);
    if (dataset->period_count == 1)
        return arena_printf(writer->arena, _("%s, %s"), first,
                            frequency_adjective(dataset->periods[0].frequency));
    return arena_printf(writer->arena, _("%s to %s, %s"), first,
                        period_words(last, dataset->periods[dataset->period_count - 1]),
                        frequency_adjective(dataset->periods[0].frequency));
}

static void write_source(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    char unit[UNIT_SHOWN_MAX];

    write_heading(writer, pick(writer, &dataset->title));
    write_pair(writer, _("Publisher"), pick(writer, &dataset->publisher));
    write_pair(writer, _("Reporter"), pick(writer, &dataset->reporter));
    write_pair(writer, _("Source"), pick(writer, &dataset->source));
    write_pair(writer, _("Retrieved"), dataset->retrieved ? dataset->retrieved : "");
    if (dataset->unit.kind != UNIT_NONE)
        write_pair(writer, _("Unit of file"),
                   unit_show(unit, dataset->unit, dataset->unit.scale));
    write_pair(writer, _("Valuation"), valuations(writer));
    write_rates(writer);
    if (dataset->period_count)
        write_pair(writer, _("Periods"), periods_words(writer));
    write_pair(writer, _("Rows"),
               arena_printf(writer->arena,
                            P_("%zu observation", "%zu observations",
                               dataset->observation_count),
                            dataset->observation_count));
    write_pair(writer, _("Not read"), unreadable_words(dataset, writer->arena));
    write_pair(writer, _("File"), dataset->path ? dataset->path : "");
    write_pair(writer, _("Read as"), dataset->format ? dataset->format : "");
}

static const char *fact_value(const struct record_writer *writer,
                              const struct fact *fact)
{
    char number[NUMBER_SHOWN_MAX];
    char unit[UNIT_SHOWN_MAX];
    struct number_style style = {
        .decimals = fact->decimals,
        .is_ascii = writer->app->look.is_ascii,
        .is_grouped = true,
    };

    if (!fact->has_value)
        return "";
    return arena_printf(writer->arena, "%s%s%s %s",
                        fact->qualifier ? fact->qualifier : "",
                        fact->qualifier && *fact->qualifier ? " " : "",
                        number_show(number, fact->value, style),
                        unit_show(unit, fact->unit, fact->unit.scale));
}

static void write_fact(struct record_writer *writer, const struct fact *fact)
{
    const char *label = pick(writer, &fact->label);
    const char *value = fact_value(writer, fact);
    const char *period = fact->period && *fact->period
                             ? arena_printf(writer->arena, "  (%s)", fact->period)
                             : "";
    int label_cols = writer->area.cols > 90 ? 52 : 40;

    if (writer->area.cols < 60 || text_width(label) > label_cols ||
        label_cols + text_width(value) + text_width(period) + 6 > writer->area.cols)
        record_write(writer, 3, STYLE_PLAIN,
                     arena_printf(writer->arena, "%s: %s%s", label, value, period));
    else
        record_write(writer, 3, STYLE_PLAIN,
                     arena_printf(writer->arena, "%s%*s  %s%s", label,
                                  label_cols - text_width(label), "", value, period));
    if (!label_is_empty(&fact->note))
        record_write(writer, 5, STYLE_MUTED, pick(writer, &fact->note));
}

static void write_facts(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;

    if (dataset->fact_count)
        write_heading(writer, _("Facts"));
    for (size_t i = 0; i < dataset->fact_count; i++)
        write_fact(writer, &dataset->facts[i]);
}

static void write_notes(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;

    if (dataset->note_count)
        write_heading(writer, _("Notes"));
    for (size_t i = 0; i < dataset->note_count; i++)
        record_write(
            writer, 3, STYLE_PLAIN,
            arena_printf(writer->arena, "- %s", pick(writer, &dataset->notes[i])));
}

/* What the loader took for a total or a group (aggregates.h). */
static void write_taken(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    bool has_heading = false;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        for (uint32_t m = 0; dimension->has_taken && m < dimension->member_count; m++) {
            if (dimension->members[m].taken == TAKEN_AS_SAID)
                continue;
            if (!has_heading)
                write_heading(writer, _("Totals and groups the file does not declare"));
            has_heading = true;
            record_write(
                writer, 3, STYLE_PLAIN,
                aggregate_words(dimension, m, writer->app->language, writer->arena));
            record_write(writer, 5, STYLE_MUTED,
                         aggregate_advice(dimension, m, writer->arena));
        }
    }
}

static void write_events(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    char period[PERIOD_SHOWN_MAX];

    if (dataset->event_count)
        write_heading(writer, _("Events"));
    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct event *event = &dataset->events[i];
        record_write(
            writer, 3, event->is_break ? STYLE_WARNING : STYLE_PLAIN,
            arena_printf(
                writer->arena, "%s  %s%s", period_words(period, event->period),
                pick(writer, &event->title),
                event->is_break ? _(" (break: no growth is computed across it)") : ""));
        if (!label_is_empty(&event->note))
            record_write(writer, 5, STYLE_MUTED, pick(writer, &event->note));
    }
}

static const char *set_value(const struct record_writer *writer,
                             const struct set_indicator_ops *ops, struct value value)
{
    char number[NUMBER_SHOWN_MAX];
    struct number_style style = {
        .decimals = ops->decimals,
        .is_ascii = writer->app->look.is_ascii,
        .is_grouped = true,
    };

    if (!value_is_number(value))
        return "n/a";
    return arena_printf(writer->arena, "%s", number_show(number, value.number, style));
}

/* One measure of the whole table: for each flow, or for the two together. */
static void write_set(struct record_writer *writer, enum set_indicator number,
                      const struct set_values *values, bool has_imports)
{
    const struct set_indicator_ops *ops = set_indicator_ops(number);
    const char *text;

    if (ops->compute_pairs && !has_imports)
        return;
    if (ops->compute_pairs)
        text = set_value(writer, ops, values->pairs[number]);
    else
        text = arena_printf(writer->arena, _("exports %s"),
                            set_value(writer, ops, values->exports[number]));
    if (!ops->compute_pairs && has_imports)
        text = arena_printf(writer->arena, _("%s, imports %s"), text,
                            set_value(writer, ops, values->imports[number]));
    record_write(writer, 3, STYLE_PLAIN,
                 arena_printf(writer->arena, _("%s: %s"), _(ops->title), text));
    record_write(writer, 5, STYLE_MUTED, _(ops->formula));
}

static const char *left_out_words(const struct record_writer *writer,
                                  const struct set_values *values)
{
    return arena_printf(
        writer->arena,
        _("n = %zu with exports; left out: %zu without a figure, %zu not "
          "allocated, %zu groups, %zu hidden by the filter"),
        values->nonzero, values->left_out.missing, values->left_out.unallocated,
        values->left_out.groups, values->left_out.hidden);
}

/* How concentrated the trade is over the rows that the lens shows. */
static void write_sets(struct record_writer *writer)
{
    const struct app *app = writer->app;
    const struct frame *frame = app->frame;
    const struct set_values *values = app->charting.sets;

    if (!values)
        return;
    write_heading(writer, arena_printf(writer->arena, _("Concentration over %zu %s"),
                                       frame_counted(frame), frame->noun));
    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++)
        write_set(writer, (enum set_indicator)i, values, frame->has_imports);
    record_write(writer, 3, STYLE_MUTED, left_out_words(writer, values));
}

static void write_all(struct record_writer *writer)
{
    write_source(writer);
    write_facts(writer);
    write_notes(writer);
    write_taken(writer);
    write_events(writer);
    write_sets(writer);
    record_write_remarks(writer);
}

static void notes_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    struct record_writer writer = {
        .app = app,
        .cells = cells,
        .area = rect_inset(area, 1, 1),
        .glyphs = cells->glyphs,
        .first = app->notes_first,
        .arena = arena,
    };
    const char *range;

    write_all(&writer);
    range = writer.line > (size_t)writer.area.rows
                ? arena_printf(arena, _("line %zu of %zu"), app->notes_first + 1,
                               writer.line)
                : NULL;
    cells_frame(cells, area, true, _("Notes and source"), range);
}

/* The list of lines scrolls as one. */
static bool notes_command(struct app *app, enum command command)
{
    struct arena arena = {0};
    struct record_writer writer = {
        .app = app, .area = {0, 0, app->rows - 5, app->cols - 2}, .arena = &arena};
    size_t page = app->rows > 8 ? (size_t)app->rows - 6 : 1;
    size_t most;

    write_all(&writer);
    arena_clear(&arena);
    most = writer.line > page + 1 ? writer.line - page - 1 : 0;
    if (command == COMMAND_UP)
        app->notes_first -= app->notes_first > 0;
    else if (command == COMMAND_DOWN)
        app->notes_first++;
    else if (command == COMMAND_PAGE_UP)
        app->notes_first -= app->notes_first < page ? app->notes_first : page;
    else if (command == COMMAND_PAGE_DOWN)
        app->notes_first += page;
    else if (command == COMMAND_HOME)
        app->notes_first = 0;
    else if (command == COMMAND_END)
        app->notes_first = most;
    else
        return false;
    if (app->notes_first > most)
        app->notes_first = most;
    return true;
}

static const enum command hints[] = {
    COMMAND_UP, COMMAND_LANGUAGE, COMMAND_GALLERY, COMMAND_BACK, COMMAND_NONE,
};

const struct view_ops view_notes = {
    .name = "notes",
    .title = N_("Notes"),
    .help = N_("publisher, unit, facts, events and remarks"),
    .draw = notes_draw,
    .command = notes_command,
    .hints = hints,
};
