#include "core/base/translate.h"
#include "core/query/frame_internal.h"
#include "core/query/record.h"

#include <string.h>

struct operands {
    struct operand *items;
    size_t count;
    const struct frame *frame;
    struct arena *arena;
};

static void add(struct operands *operands, const char *name, struct value value)
{
    if (operands->count < OPERAND_MAX && value.absence != ABSENCE_NO_ROW)
        operands->items[operands->count++] = (struct operand){name, value};
}

static const char *period_name(const struct operands *operands, uint32_t period)
{
    char name[PERIOD_SHOWN_MAX];

    return arena_printf(operands->arena, "%s",
                        period_words(name, operands->frame->dataset->periods[period]));
}

/* The row as the frame found it; false for rows that are sums of others. */
static bool source_of(const struct frame *frame, const struct frame_row *row,
                      struct row_source *source)
{
    bool is_total = row == &frame->total;

    *source = (struct row_source){row->member, row->period, NULL};
    if (row->kind != ROW_UNALLOCATED)
        return row != &frame->shown;
    source->figures = frame->making->whole_figures;
    return is_total && source->figures;
}

/* "x", or what it is of where that is not all. */
static const char *figure_words(const struct operands *operands,
                                const struct indicator_input *input)
{
    const struct dataset *dataset = operands->frame->dataset;
    const char *language = operands->frame->query.language;

    if (!input->compared)
        return "x";
    return arena_printf(
        operands->arena, _("x of what all periods have: %zu of %zu (%s)"),
        input->compared, input->listed,
        dimension_word(&dataset->dimension[input->dimension], language));
}

/* What the figure of the year before is of, where that is not the same as the row's. */
static const char *before_words(const struct operands *operands,
                                const struct indicator_input *input, const char *name)
{
    struct arena *arena = operands->arena;

    if (input->is_of_parts || input->compared)
        return arena_printf(
            arena, _("x of the year before, %s, the sum of the same rows"), name);
    if (input->figure.basis > input->figure_before.basis)
        return arena_printf(
            arena, _("x of the year before, %s, published and not this sum"), name);
    if (input->figure.basis < input->figure_before.basis)
        return arena_printf(
            arena, _("x of the year before, %s, a sum and not published"), name);
    return arena_printf(arena, _("x of the year before, %s"), name);
}

static void add_before(struct operands *operands, const struct indicator_input *input,
                       unsigned needs)
{
    struct period before;
    char name[PERIOD_SHOWN_MAX];

    if (!period_year_before(input->periods[input->period], &before))
        return;
    period_words(name, before);
    add(operands, before_words(operands, input, name), input->figure_before);
    if (!(needs & NEEDS_WHOLE_BEFORE))
        return;
    add(operands, arena_printf(operands->arena, _("exports of the whole, %s"), name),
        input->exports_whole_before);
    add(operands, arena_printf(operands->arena, _("imports of the whole, %s"), name),
        input->imports_whole_before);
}

/* How many figures before the row's own an indicator adds up or compares with. */
static uint32_t figures_before(const struct indicator_input *input,
                               enum indicator indicator)
{
    struct period period = input->periods[input->period];
    struct period before = {period.frequency, period.index - 1, 0};
    struct period year;
    uint32_t count = 0;

    if (indicator == INDICATOR_GROWTH_PREVIOUS)
        return 1;
    if (indicator == INDICATOR_ROLLING && period_year_before(period, &year))
        return (uint32_t)(period.index - year.index - 1);
    for (; indicator == INDICATOR_YEAR_TO_DATE &&
           period_year(before) == period_year(period);
         before.index--)
        count++;
    return count;
}

static void add_series(struct operands *operands, const struct indicator_input *input,
                       struct column_spec spec)
{
    uint32_t count = figures_before(input, spec.indicator);
    bool has_base = indicator_ops(spec.indicator)->needs & NEEDS_BASE;
    uint32_t first = input->period > count ? input->period - count : 0;

    if (!input->series)
        return;
    if (has_base && input->base < input->period)
        add(operands,
            arena_printf(operands->arena, _("x of %s, the base"),
                         period_name(operands, input->base)),
            input->series[input->base]);
    for (uint32_t p = first > input->first ? first : input->first; p < input->period;
         p++)
        add(operands,
            arena_printf(operands->arena, _("x of %s"), period_name(operands, p)),
            input->series[p]);
}

static void add_reference(struct operands *operands,
                          const struct indicator_reference *reference)
{
    if (!reference->exists)
        return;
    add(operands, _("exports of this row"), reference->part);
    add(operands, _("exports of all rows"), reference->whole);
    add(operands, _("the world's exports of this row"), reference->world_part);
    add(operands, _("the world's exports of all rows"), reference->world_whole);
}

size_t record_operands(const struct frame *frame, const struct frame_row *row,
                       struct column_spec spec, struct operand out[OPERAND_MAX],
                       struct arena *arena)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);
    struct operands operands = {.items = out, .frame = frame, .arena = arena};
    struct making making = *frame->making;
    struct indicator_input input;
    struct row_source source;

    if (spec.indicator == INDICATOR_FIGURE || !source_of(frame, row, &source))
        return 0;
    making.arena = arena;
    making.lazy = making_lazy_new(arena);
    input = making_input(&making, &source);
    making_input_column(&making, &source, &spec, &input);
    if (ops->is_per_measure)
        add(&operands, figure_words(&operands, &input), input.figure);
    if (ops->is_per_measure && (ops->needs & NEEDS_WHOLE))
        add(&operands, _("x of the total"), input.figure_whole);
    if (ops->needs & NEEDS_BEFORE)
        add_before(&operands, &input, ops->needs);
    if (ops->needs & NEEDS_SERIES)
        add_series(&operands, &input, spec);
    if (ops->needs & NEEDS_REFERENCE)
        add_reference(&operands, &input.reference);
    if (ops->needs & NEEDS_MIRROR)
        add(&operands, _("as the partner reports it"), input.mirror);
    if (ops->needs & NEEDS_PRICES) {
        add(&operands, _("price of exports"), input.export_price);
        add(&operands, _("price of imports"), input.import_price);
    }
    return operands.count;
}
