#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <string.h>

/* Exports and imports where there are both, else the first measure that is no growth.
 */
static void find_flows(struct frame *frame)
{
    const struct dataset *dataset = frame->dataset;
    size_t exports = dataset_measure(dataset, "exports");
    size_t imports = dataset_measure(dataset, "imports");

    frame->has_imports = exports != SIZE_MAX && imports != SIZE_MAX;
    frame->exports = exports;
    frame->imports = frame->has_imports ? imports : MEASURE_NONE;
    if (!frame->has_imports && exports == SIZE_MAX)
        frame->exports = imports;
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (frame->exports == SIZE_MAX && dataset->measure[m].growth_of == MEASURE_NONE)
            frame->exports = m;
}

static size_t spec_add(struct column_spec *specs, size_t count, size_t limit,
                       enum indicator indicator, size_t measure)
{
    if (count < limit)
        specs[count++] = (struct column_spec){indicator, measure};
    return count;
}

/* Figure and growth of each flow, then what joins the two, then other measures. */
static size_t list_specs(const struct frame *frame, struct column_spec *specs,
                         size_t limit)
{
    const struct dataset *dataset = frame->dataset;
    size_t count = 0;

    if (frame->exports == MEASURE_NONE)
        return 0;
    count = spec_add(specs, count, limit, INDICATOR_FIGURE, frame->exports);
    count = spec_add(specs, count, limit, INDICATOR_GROWTH, frame->exports);
    if (frame->has_imports) {
        count = spec_add(specs, count, limit, INDICATOR_FIGURE, frame->imports);
        count = spec_add(specs, count, limit, INDICATOR_GROWTH, frame->imports);
    }
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        const struct indicator_ops *ops = indicator_ops((enum indicator)i);
        if (!ops->is_per_measure && (frame->has_imports || !ops->needs_imports))
            count = spec_add(specs, count, limit, (enum indicator)i, MEASURE_NONE);
    }
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (m != frame->exports && m != frame->imports &&
            dataset->measure[m].growth_of == MEASURE_NONE)
            count = spec_add(specs, count, limit, INDICATOR_FIGURE, m);
    return count;
}

size_t frame_column_specs(const struct dataset *dataset, struct column_spec *specs,
                          size_t limit)
{
    struct frame frame = {.dataset = dataset};

    find_flows(&frame);
    return list_specs(&frame, specs, limit);
}

static const char *measure_title(const struct dataset *dataset, size_t measure,
                                 const char *language)
{
    const struct measure *m = &dataset->measure[measure];
    const char *title = label_pick(&m->title, language);

    if (title)
        return title;
    if (strcmp(m->id, "exports") == 0)
        return "Exports";
    if (strcmp(m->id, "imports") == 0)
        return "Imports";
    return m->id;
}

static struct frame_column column_new(const struct making *making,
                                      struct column_spec spec)
{
    const struct frame *frame = making->frame;
    const struct indicator_ops *ops = indicator_ops(spec.indicator);
    size_t measure = ops->is_per_measure ? spec.measure : frame->exports;
    const struct measure *of = &making->dataset->measure[measure];
    struct frame_column column = {
        .spec = spec,
        .id = ops->id,
        .title = ops->title,
        .head = ops->head,
        .unit = of->unit,
        .is_signed = ops->is_signed,
    };

    if (ops->unit == INDICATOR_IN_PERCENT)
        column.unit = (struct unit){.kind = UNIT_PERCENT};
    if (column.unit.kind == UNIT_CURRENCY &&
        is_foreign(making->dataset, making->query->currency))
        column.unit.code = making->query->currency;
    column.is_percent = column.unit.kind == UNIT_PERCENT;
    if (!ops->is_per_measure)
        return column;
    column.title = measure_title(making->dataset, measure, making->query->language);
    column.id = of->id;
    if (spec.indicator == INDICATOR_FIGURE) {
        column.head = column.title;
        return column;
    }
    column.title = arena_printf(making->arena, "%s, %s", column.title, ops->title);
    if (of->unit.kind == UNIT_CURRENCY && spec.indicator == INDICATOR_GROWTH)
        column.title = arena_printf(making->arena, "%s, in %s", column.title,
                                    is_foreign(making->dataset, making->query->currency)
                                        ? making->query->currency
                                        : of->unit.code);
    column.id = arena_printf(making->arena, "%s-%s", of->id, ops->id);
    return column;
}

void making_columns(struct making *making)
{
    struct column_spec specs[MEASURE_MAX + INDICATOR_COUNT + 2];
    struct frame *frame = making->frame;
    size_t count;

    find_flows(frame);
    count = list_specs(frame, specs, sizeof(specs) / sizeof(specs[0]));
    frame->columns = ARENA_ARRAY(making->arena, struct frame_column, count);
    for (size_t i = 0; i < count; i++) {
        bool is_share = specs[i].indicator == INDICATOR_SHARE;
        if (is_share && !making->rows)
            continue; /* periods are no parts of a whole */
        frame->columns[frame->column_count++] = column_new(making, specs[i]);
    }
}

/* Whether the series of the measure breaks after `before` and up to `now`. */
static bool breaks_between(const struct dataset *dataset, size_t measure,
                           struct period before, struct period now)
{
    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct event *event = &dataset->events[i];
        if (event->is_break && (event->breaks >> measure & 1) &&
            period_begins_after(event->period, before) &&
            (period_compare(event->period, now) <= 0 ||
             period_is_in(event->period, now, now)))
            return true;
    }
    return false;
}

static struct value before_of(const struct making *making, size_t measure,
                              uint32_t member, uint32_t period, bool *is_broken)
{
    struct period now = making->dataset->periods[period];
    struct period before;
    uint32_t index;

    *is_broken = false;
    if (!period_year_before(now, &before))
        return value_missing(ABSENCE_NO_ROW);
    index = period_index(making->dataset, before);
    if (index == UINT32_MAX)
        return value_missing(ABSENCE_NO_ROW);
    *is_broken = breaks_between(making->dataset, measure, before, now);
    return making_figure(making, measure, member, index);
}

static struct value published_growth(const struct making *making, size_t measure,
                                     uint32_t member, uint32_t period)
{
    for (size_t m = 0; m < making->dataset->measure_count; m++)
        if (making->dataset->measure[m].growth_of == measure)
            return making_figure(making, m, member, period);
    return value_missing(ABSENCE_NO_ROW);
}

/* What the columns of one row start from. */
static struct indicator_input input_new(const struct making *making, uint32_t member,
                                        uint32_t period, const struct value *figures)
{
    const struct frame *frame = making->frame;
    struct indicator_input input = {
        .has_imports = frame->has_imports,
        .imports = value_missing(ABSENCE_NO_ROW),
        .exports_whole = value_missing(ABSENCE_NO_ROW),
        .imports_whole = value_missing(ABSENCE_NO_ROW),
    };

    input.exports = figures ? figures[frame->exports]
                            : making_figure(making, frame->exports, member, period);
    if (frame->has_imports)
        input.imports = figures ? figures[frame->imports]
                                : making_figure(making, frame->imports, member, period);
    if (making->whole_figures) {
        input.exports_whole = making->whole_figures[frame->exports];
        if (frame->has_imports)
            input.imports_whole = making->whole_figures[frame->imports];
    }
    return input;
}

struct value *making_values(const struct making *making, uint32_t member,
                            uint32_t period, const struct value *figures)
{
    const struct frame *frame = making->frame;
    struct value *values =
        ARENA_ARRAY(making->arena, struct value, frame->column_count);
    struct indicator_input input;

    if (!frame->column_count)
        return values;
    input = input_new(making, member, period, figures);
    for (size_t i = 0; i < frame->column_count; i++) {
        const struct column_spec *spec = &frame->columns[i].spec;
        const struct indicator_ops *ops = indicator_ops(spec->indicator);
        if (ops->is_per_measure) {
            size_t m = spec->measure;
            input.figure =
                figures ? figures[m] : making_figure(making, m, member, period);
            input.figure_before = value_missing(ABSENCE_NO_ROW);
            input.published_growth = value_missing(ABSENCE_NO_ROW);
            input.is_broken = false;
            if (!figures && spec->indicator == INDICATOR_GROWTH) {
                input.figure_before =
                    before_of(making, m, member, period, &input.is_broken);
                input.published_growth = published_growth(making, m, member, period);
            }
        }
        values[i] = ops->compute(&input);
    }
    return values;
}
