#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"
#include "core/query/indicator_spec.h"
#include "core/query/mirror.h"

#include <string.h>

/* The head of a share names what it is of when that has at most so many columns. */
enum { SHARE_BASE_COLS = 12 };

static size_t spec_add(struct column_spec *specs, size_t count, size_t limit,
                       enum indicator indicator, size_t measure)
{
    if (count < limit)
        specs[count++] = (struct column_spec){indicator, measure};
    return count;
}

/* Where the file has what the partners report, how far it is from the reporter's. */
static size_t add_mirror(const struct frame *frame, struct column_spec *specs,
                         size_t count, size_t limit)
{
    const struct dataset *dataset = frame->dataset;

    for (size_t flow = 0; flow < MIRROR_FLOW_COUNT; flow++) {
        size_t own = dataset_measure(dataset, flow ? "imports" : "exports");
        if (own == SIZE_MAX ||
            mirror_measure(dataset, (enum mirror_flow)flow) == SIZE_MAX)
            continue;
        count = spec_add(specs, count, limit, INDICATOR_MIRROR_RATIO, own);
        count = spec_add(specs, count, limit, INDICATOR_MIRROR_DIFFERENCE, own);
    }
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
        if (ops->is_default && !ops->is_per_measure &&
            (frame->has_imports || !(ops->needs & NEEDS_IMPORTS)))
            count = spec_add(specs, count, limit, (enum indicator)i, MEASURE_NONE);
    }
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (m != frame->exports && m != frame->imports &&
            dataset->measure[m].growth_of == MEASURE_NONE)
            count = spec_add(specs, count, limit, INDICATOR_FIGURE, m);
    return add_mirror(frame, specs, count, limit);
}

size_t frame_column_specs(const struct dataset *dataset, struct column_spec *specs,
                          size_t limit)
{
    struct frame frame = {.dataset = dataset};

    frame_find_flows(&frame);
    return list_specs(&frame, specs, limit);
}

/* "* index" is "X index", "M index", or of another measure "tonnes index". */
static const char *column_head(const struct making *making, const char *head,
                               size_t measure)
{
    const char *id = making->dataset->measure[measure].id;

    if (*head != '*')
        return head;
    if (strcmp(id, "exports") == 0)
        id = C_("head", "X");
    else if (strcmp(id, "imports") == 0)
        id = C_("head", "M");
    return arena_printf(making->arena, "%s%s", id, head + 1);
}

/* Where a person said at which period indices and averages begin, their heads say it.
 */
static const char *head_from_base(const struct making *making,
                                  const struct indicator_ops *ops, const char *head)
{
    const struct query *query = making->query;
    char from[PERIOD_SHOWN_MAX];

    if (!(ops->needs & NEEDS_BASE) || !query->has_base || !making->rows)
        return head;
    return arena_printf(making->arena, _("%s from %s"), head,
                        period_words(from, query->base));
}

static void set_unit(const struct making *making, const struct indicator_ops *ops,
                     struct frame_column *column)
{
    bool is_ratio = ops->unit == INDICATOR_AS_RATIO;

    if (ops->unit == INDICATOR_IN_PERCENT || ops->unit == INDICATOR_IN_POINTS)
        column->unit = (struct unit){.kind = UNIT_PERCENT};
    if (is_ratio || ops->unit == INDICATOR_AS_INDEX || ops->unit == INDICATOR_AS_RANK) {
        column->unit = (struct unit){.kind = UNIT_NONE};
        column->is_plain = true;
        column->decimals = is_ratio ? 3 : ops->unit == INDICATOR_AS_INDEX;
    }
    if (column->unit.kind == UNIT_CURRENCY &&
        is_foreign(making->dataset, making->query->currency))
        column->unit.code = making->query->currency;
    column->is_percent = column->unit.kind == UNIT_PERCENT;
}

/* Of what a share is, where the rows are narrowed: "Asia"; NULL for the whole. */
static const char *share_base(const struct making *making, struct column_spec spec)
{
    const struct query *query = making->query;
    uint32_t within = making->rows ? query->within[query->rows] : MEMBER_NONE;

    if ((spec.indicator != INDICATOR_SHARE && spec.indicator != INDICATOR_FLOW_SHARE) ||
        within == MEMBER_NONE || within == making->top)
        return NULL;
    return member_name(making->rows, within, query->language);
}

/* "Share of total trade of Asia", "Exports, share of the total of Asia". */
static void say_share_base(const struct making *making, struct frame_column *column)
{
    const char *base = share_base(making, column->spec);

    if (!base)
        return;
    column->title = arena_printf(making->arena, _("%s of %s"), column->title, base);
    if (column->spec.indicator == INDICATOR_SHARE &&
        text_width(base) <= SHARE_BASE_COLS)
        column->head = arena_printf(making->arena, _("of %s %%"), base);
}

/* Whether the measure is in another currency than the screen. */
static bool is_of_other_currency(const struct making *making, size_t measure)
{
    const struct unit *unit = &making->dataset->measure[measure].unit;
    const struct unit *own = &making->dataset->measure[making->frame->exports].unit;

    return unit->kind == UNIT_CURRENCY && own->kind == UNIT_CURRENCY &&
           !making->query->currency && strcmp(unit->code, own->code) != 0;
}

/* What the measure is called. Where the period's flows are in another currency, that is
 * the unit of the screen, and the usual ones say theirs. */
static const char *title_of(const struct making *making, size_t measure)
{
    const struct frame *frame = making->frame;
    const struct measure *of = &making->dataset->measure[measure];
    const char *title = measure_title(of, making->query->language);
    bool is_other = frame->exports != dataset_measure(making->dataset, "exports") &&
                    frame->imports != dataset_measure(making->dataset, "imports");

    if (!frame->has_imports && is_of_other_currency(making, measure))
        return arena_printf(making->arena, _("%s, %s"), title, of->unit.code);
    if (!is_other || !frame->has_imports)
        return title;
    if (measure == frame->exports)
        return _("Exports");
    if (measure == frame->imports)
        return _("Imports");
    return strcmp(of->id, "exports") == 0 || strcmp(of->id, "imports") == 0
               ? arena_printf(making->arena, _("%s, %s"), title, of->unit.code)
               : title;
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
        .title = _(ops->title),
        .head = _(ops->head),
        .unit = of->unit,
        .is_signed = ops->is_signed,
        .base = UINT32_MAX,
    };

    set_unit(making, ops, &column);
    if (!ops->is_per_measure)
        return column;
    column.title = title_of(making, measure);
    column.id = column_spec_id(making->dataset, spec, making->arena);
    column.head =
        head_from_base(making, ops, column_head(making, column.head, measure));
    if (spec.indicator == INDICATOR_FIGURE) {
        column.head = column.title;
        return column;
    }
    column.title =
        arena_printf(making->arena, _("%s, %s"), column.title, _(ops->title));
    if (of->unit.kind == UNIT_CURRENCY && spec.indicator == INDICATOR_GROWTH)
        column.title = arena_printf(making->arena, _("%s, in %s"), column.title,
                                    is_foreign(making->dataset, making->query->currency)
                                        ? making->query->currency
                                        : of->unit.code);
    return column;
}

void making_add_column(struct making *making, struct column_spec spec)
{
    struct frame *frame = making->frame;

    if (frame->column_count == FRAME_COLUMN_MAX ||
        frame_column(frame, spec) != SIZE_MAX ||
        ((indicator_ops(spec.indicator)->needs & NEEDS_WHOLE) && !making->rows) ||
        !column_spec_is_available(making->dataset, spec))
        return;
    frame->columns[frame->column_count] = column_new(making, spec);
    say_share_base(making, &frame->columns[frame->column_count++]);
}

void making_columns(struct making *making)
{
    struct column_spec specs[FRAME_COLUMN_MAX];
    struct frame *frame = making->frame;
    const struct query *query = making->query;
    size_t count;

    frame->columns = ARENA_ARRAY(making->arena, struct frame_column, FRAME_COLUMN_MAX);
    for (size_t i = 0; query->columns && i < query->column_count; i++)
        making_add_column(making, query->columns[i]);
    frame->shown_count = frame->column_count;
    count = list_specs(frame, specs, FRAME_COLUMN_MAX);
    for (size_t i = 0; i < count; i++)
        making_add_column(making, specs[i]);
    if (!query->columns)
        frame->shown_count = frame->column_count;
    if (query->sort.kind == SORT_COLUMN)
        making_add_column(making, query->sort.column);
    for (size_t i = 0; i < query->then_count; i++)
        if (query->then[i].kind == SORT_COLUMN)
            making_add_column(making, query->then[i].column);
    if (query->measure)
        making_add_column(making, *query->measure);
    for (size_t i = 0; i < query->extra_count; i++)
        making_add_column(making, query->extras[i]);
    making->scaled_columns = frame->column_count;
    making_filter_columns(making);
}

void making_column_values(struct making *making)
{
    struct frame *frame = making->frame;

    for (size_t c = 0; c < frame->column_count; c++) {
        struct frame_column *column = &frame->columns[c];
        const struct row_column *of_rows = row_set_column(making, column);
        column->values = of_rows->values;
        column->base = of_rows->base;
        if (of_rows->title)
            column->title = of_rows->title;
    }
}

/* What an index is 100 at, or the years that an average growth is over. */
static const char *base_words(const struct making *making,
                              const struct indicator_input *input, bool is_index)
{
    const struct period *periods = making->dataset->periods;
    char from[PERIOD_SHOWN_MAX];
    char to[PERIOD_SHOWN_MAX];
    uint32_t start;
    int32_t years;

    period_words(from, periods[input->base]);
    if (is_index)
        return arena_printf(making->arena, _(" (%s = 100)"), from);
    if (!making->rows || !average_span(input, &start, &years))
        return arena_printf(making->arena, _(", from %s"), from);
    period_words(from, periods[start]);
    period_words(to, periods[input->period]);
    return arena_printf(making->arena, _(", %s to %s, n = %d"), from, to, (int)years);
}

/* The title says the base once it is known; rows that a break parts have several. */
void making_note_base(const struct making *making, struct frame_column *column,
                      const struct indicator_input *input)
{
    const struct indicator_ops *ops = indicator_ops(column->spec.indicator);
    bool is_index = ops->unit == INDICATOR_AS_INDEX;

    if (!input->series || input->base == UINT32_MAX || input->base == column->base)
        return;
    if (column->base == UINT32_MAX)
        column->title = arena_printf(making->arena, "%s%s", column->title,
                                     base_words(making, input, is_index));
    else
        column->title =
            arena_printf(making->arena, _("%s, %s, anew from each break"),
                         measure_title(&making->dataset->measure[column->spec.measure],
                                       making->query->language),
                         _(ops->title));
    column->base = input->base;
}

struct value *making_values(const struct making *making, uint32_t member,
                            uint32_t period, const struct value *figures)
{
    const struct frame *frame = making->frame;
    const struct row_source row = {member, period, figures};
    struct value *values =
        ARENA_ARRAY(making->arena, struct value, frame->column_count);
    struct indicator_input input;

    if (!frame->column_count)
        return values;
    input = making_input(making, &row);
    for (size_t i = 0; i < frame->column_count; i++) {
        struct frame_column *column = &frame->columns[i];
        const struct indicator_ops *ops = indicator_ops(column->spec.indicator);
        making_input_column(making, &row, &column->spec, &input);
        if (ops->needs & NEEDS_BASE)
            making_note_base(making, column, &input);
        values[i] = indicator_value(ops, &input);
    }
    return values;
}

struct value making_value(const struct making *making, const struct row_source *row,
                          struct column_spec spec)
{
    struct indicator_input input = making_input(making, row);

    making_input_column(making, row, &spec, &input);
    return indicator_value(indicator_ops(spec.indicator), &input);
}
