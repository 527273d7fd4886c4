/*
 * Sums of a frame's rows, what they are parts of, and what they leave of it.
 */
#include "core/base/number.h"
#include "core/base/sum.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <math.h>

/* Differences smaller than this part of the total are the last bits of a double. */
static const double NOTHING = 1e-12;

/* Figures go into sums as the whole numbers that the column holds (dataset.h), so that
 * the total is exact; sum_to_figure() is the way back. */
static double figure_to_term(const struct making *making, const struct measure *measure,
                             double figure)
{
    if (!measure->is_scaled || is_foreign(making->dataset, making->query->currency))
        return figure;
    return nearbyint(number_scale(figure, measure->decimals - measure->unit.scale));
}

static double sum_to_figure(const struct making *making, const struct measure *measure,
                            struct sum sum)
{
    if (!measure->is_scaled || is_foreign(making->dataset, making->query->currency))
        return sum_value(sum);
    return number_scale(sum_value(sum), measure->unit.scale - measure->decimals);
}

/* The sum of the rows' figures, by measure; groups overlap and stay out. When
 * `spreads`, one that is missing makes the sum missing; else it is the sum of what is
 * known. */
struct value *making_sum(const struct making *making, uint32_t period, bool spreads)
{
    const struct frame *frame = making->frame;
    size_t count = making->dataset->measure_count;
    struct value *figures = ARENA_ARRAY(making->arena, struct value, count);

    for (size_t m = 0; m < count; m++) {
        const struct measure *measure = &making->dataset->measure[m];
        struct sum sum = {0};
        enum absence absence = ABSENCE_NO_ROW;
        uint16_t covered = 0;
        uint16_t basis = 0;
        for (size_t i = 0; i < frame->row_count; i++) {
            const struct frame_row *row = &frame->rows[i];
            uint32_t at = making->rows ? period : row->period;
            struct value value = making_figure(making, m, row->member, at);
            if (row->kind == ROW_GROUP)
                continue;
            if (value.covered && (!covered || value.covered < covered))
                covered = value.covered;
            if (value.basis > basis)
                basis = value.basis;
            if (value_is_number(value)) {
                sum_add(&sum, figure_to_term(making, measure, value.number));
                absence = absence == ABSENCE_NO_ROW ? ABSENCE_NONE : absence;
            } else if (spreads && (absence_spreads(value.absence) ||
                                   value.absence == ABSENCE_NO_RATE)) {
                absence = value.absence;
            }
        }
        figures[m] = value_missing(absence);
        if (absence == ABSENCE_NONE)
            figures[m] = (struct value){.number = sum_to_figure(making, measure, sum),
                                        .origin = ORIGIN_SUMMED,
                                        .covered = covered,
                                        .basis = basis};
        if (measure->unit.kind == UNIT_PERCENT)
            figures[m] = value_missing(ABSENCE_NO_ROW);
    }
    return figures;
}

/* Finds what the total is of, and its figures: the published ones of the member that
 * the rows are narrowed to, else the sum of the rows. */
static void find_whole(struct making *making, uint32_t period)
{
    const struct query *query = making->query;
    uint32_t within = query->within[query->rows];
    size_t count = making->dataset->measure_count;
    struct value *figures = ARENA_ARRAY(making->arena, struct value, count);
    bool has_any = false;

    making->whole = within != MEMBER_NONE ? within : dimension_whole(making->rows);
    making->whole_figures = NULL;
    for (size_t m = 0; m < count && making->whole != MEMBER_NONE; m++) {
        figures[m] = making_figure(making, m, making->whole, period);
        has_any = has_any || figures[m].absence != ABSENCE_NO_ROW;
    }
    if (has_any || within != MEMBER_NONE)
        making->whole_figures = figures;
}

/* A whole that no member stands for: the sum of the members without a parent. */
static void sum_whole(struct making *making, uint32_t period)
{
    struct frame roots = {.dataset = making->dataset};
    struct frame *frame = making->frame;

    if (making->whole_figures)
        return;
    roots.rows =
        ARENA_ARRAY(making->arena, struct frame_row, making->rows->member_count);
    for (uint32_t i = 0; i < making->rows->member_count; i++)
        if (!making->rows->members[i].is_group &&
            making->rows->members[i].parent == MEMBER_NONE)
            roots.rows[roots.row_count++] = (struct frame_row){.member = i};
    making->frame = &roots;
    making->whole_figures = making_sum(making, period, true);
    making->frame = frame;
}

/* The whole has no figures: members that are never added have none, and what adds up
 * all rows waits for all of them. */
static void miss_whole(struct making *making, enum absence absence)
{
    size_t count = making->dataset->measure_count;
    struct value *figures = ARENA_ARRAY(making->arena, struct value, count);

    for (size_t m = 0; m < count; m++)
        figures[m] = value_missing(absence);
    making->whole_figures = figures;
}

void making_whole(struct making *making, uint32_t period)
{
    find_whole(making, period);
    if (making->dataset->is_unread)
        miss_whole(making, ABSENCE_UNREAD);
    else if (making->whole == MEMBER_NONE && making->rows->is_apart)
        miss_whole(making, ABSENCE_NO_ROW);
    else
        sum_whole(making, period);
}

bool making_leftover(const struct making *making, uint32_t period,
                     struct value *figures)
{
    const struct value *rows = making_sum(making, period, false);
    bool has_any = false;

    for (size_t m = 0; m < making->dataset->measure_count; m++) {
        struct value whole = making->whole_figures[m];
        double rest = whole.number - (value_is_number(rows[m]) ? rows[m].number : 0);
        figures[m] = value_missing(ABSENCE_NO_ROW);
        if (!value_is_number(whole) || rows[m].absence == ABSENCE_NO_ROW)
            continue;
        if (fabs(rest) <= fabs(whole.number) * NOTHING)
            rest = 0;
        figures[m] = value_derived(rest);
        has_any = has_any || rest != 0;
    }
    return has_any;
}

bool making_has_leftover(const struct making *making)
{
    struct making other = *making;
    struct value *figures =
        ARENA_ARRAY(making->arena, struct value, making->dataset->measure_count);

    for (uint32_t p = 0;
         making->query->is_over_time && p < making->dataset->period_count; p++) {
        making_whole(&other, p);
        if (making_leftover(&other, p, figures))
            return true;
    }
    return false;
}

/* For what is asked of a frame later: nothing of it is kept. */
static struct making making_again(const struct frame *frame, struct arena *arena)
{
    struct making making = *frame->making;

    making.arena = arena;
    making.lazy = making_lazy_new(arena);
    making.spans = making_spans_new(arena);
    return making;
}

struct value frame_sum(const struct frame *frame, struct column_spec spec,
                       struct arena *arena)
{
    struct making making = making_again(frame, arena);
    struct row_source source = {MEMBER_NONE, 0, NULL};

    if (!frame->row_count)
        return value_missing(ABSENCE_NO_ROW);
    source.period = frame->rows[0].period;
    source.figures = making_sum(&making, source.period, true);
    return making_value(&making, &source, spec);
}

struct value *frame_history(const struct frame *frame, const struct frame_row *row,
                            size_t measure, struct arena *arena)
{
    struct making making = making_again(frame, arena);
    size_t count = row->history_count;
    uint32_t first = row->period + 1 - (uint32_t)count;
    struct value *history;

    if (!count)
        return NULL;
    history = ARENA_ARRAY(arena, struct value, count);
    for (size_t i = 0; i < count; i++)
        history[i] = making_figure(&making, measure, row->member, first + (uint32_t)i);
    for (size_t i = 0; i + 1 < count; i++)
        if (value_is_number(history[count - 1]) && value_is_number(history[i]) &&
            history[i].basis != history[count - 1].basis)
            history[i] = value_missing(ABSENCE_UNDEFINED);
    return history;
}
