/*
 * Sums of a frame's rows, what they are parts of, and what they leave of it.
 */
#include "core/base/number.h"
#include "core/base/stop.h"
#include "core/base/sum.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_spec.h"

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

/* What is added up: rows of a frame, or members alone. */
struct addends {
    const struct frame_row *rows; /* NULL: members */
    const uint32_t *members;
    size_t count;
    const uint32_t *at; /* which of the rows; NULL: all */
};

/* So many sums go on at once, where the order is no matter: each waits for its own last
 * term. */
enum { LANES = 4 };

/* The sum of one measure in the making. */
struct adding {
    const struct making *making;
    const struct measure *measure;
    size_t number;             /* of the measure */
    const struct value *cells; /* by member; NULL: figures have to be found */
    size_t cell_count;
    size_t lanes;
    bool spreads;
    struct sum sum[LANES];
    enum absence absence;
    uint16_t covered;
    uint16_t basis;
};

/* Figures of members in the dataset's own currency stand in the cube as they are. */
static struct adding adding_new(const struct making *making, size_t m, uint32_t period,
                                bool spreads)
{
    const struct cube *cube = &making->cubes[m];
    bool is_own = !is_foreign(making->dataset, making->query->currency);
    struct adding adding = {.making = making,
                            .measure = &making->dataset->measure[m],
                            .number = m,
                            .lanes = 1,
                            .spreads = spreads,
                            .absence = ABSENCE_NO_ROW};

    if (is_own && adding.measure->is_scaled)
        adding.lanes = LANES;
    if (is_own && making->rows && period < cube->period_count) {
        adding.cells = &cube->cell[(size_t)period * cube->member_count];
        adding.cell_count = cube->member_count;
    }
    return adding;
}

static void add_value(struct adding *adding, const struct value *value, size_t lane)
{
    if (value->covered && (!adding->covered || value->covered < adding->covered))
        adding->covered = value->covered;
    if (value->basis > adding->basis)
        adding->basis = value->basis;
    if (value_is_number(*value)) {
        sum_add(&adding->sum[lane],
                figure_to_term(adding->making, adding->measure, value->number));
        if (adding->absence == ABSENCE_NO_ROW)
            adding->absence = ABSENCE_NONE;
    } else if (adding->spreads &&
               (absence_spreads(value->absence) || value->absence == ABSENCE_NO_RATE)) {
        adding->absence = value->absence;
    }
}

static void add_all(struct adding *adding, const struct addends *addends,
                    uint32_t period)
{
    for (size_t i = 0; i < addends->count; i++) {
        size_t number = addends->at ? addends->at[i] : i;
        const struct frame_row *row = addends->rows ? &addends->rows[number] : NULL;
        uint32_t member = row ? row->member : addends->members[i];
        uint32_t at = row && !adding->making->rows ? row->period : period;
        struct value found;
        if (row && row->kind == ROW_GROUP)
            continue;
        if (adding->cells && member < adding->cell_count) {
            add_value(adding, &adding->cells[member], i % adding->lanes);
            continue;
        }
        found = making_figure(adding->making, adding->number, member, at);
        add_value(adding, &found, i % adding->lanes);
    }
}

static struct value added(const struct adding *adding)
{
    struct sum sum = adding->sum[0];

    if (adding->measure->unit.kind == UNIT_PERCENT)
        return value_missing(ABSENCE_NO_ROW);
    if (adding->absence != ABSENCE_NONE)
        return value_missing(adding->absence);
    for (size_t lane = 1; lane < adding->lanes; lane++) {
        sum_add(&sum, adding->sum[lane].high);
        sum_add(&sum, adding->sum[lane].low);
    }
    return (struct value){.number = sum_to_figure(adding->making, adding->measure, sum),
                          .origin = ORIGIN_SUMMED,
                          .covered = adding->covered,
                          .basis = adding->basis};
}

/* The sum of the figures, by measure; groups overlap and stay out. When `spreads`, one
 * that is missing makes the sum missing; else it is the sum of what is known. */
static struct value *sum_of(const struct making *making, const struct addends *addends,
                            uint32_t period, bool spreads)
{
    size_t count = making->dataset->measure_count;
    struct value *figures = ARENA_ARRAY(making->arena, struct value, count);

    for (size_t m = 0; m < count; m++) {
        struct adding adding = adding_new(making, m, period, spreads);
        add_all(&adding, addends, period);
        figures[m] = added(&adding);
    }
    return figures;
}

struct value *making_sum(const struct making *making, uint32_t period, bool spreads)
{
    const struct frame *frame = making->frame;

    return sum_of(making, &(struct addends){frame->rows, NULL, frame->row_count, NULL},
                  period, spreads);
}

struct value *making_sum_of_hits(const struct making *making, uint32_t period,
                                 bool spreads)
{
    const struct addends hits = {making->set->rows, NULL, making->hit_count,
                                 making->hits};

    return sum_of(making, &hits, period, spreads);
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

    making->whole = within != MEMBER_NONE ? within : making->top;
    making->whole_figures = NULL;
    for (size_t m = 0; m < count && making->whole != MEMBER_NONE; m++) {
        figures[m] = making_figure(making, m, making->whole, period);
        has_any = has_any || figures[m].absence != ABSENCE_NO_ROW;
    }
    if (has_any || within != MEMBER_NONE)
        making->whole_figures = figures;
}

static void find_roots(struct making *making)
{
    uint32_t count = making->rows->member_count;
    uint32_t *roots = ARENA_ARRAY(making->arena, uint32_t, count);

    for (uint32_t i = 0; i < count; i++)
        if (!making->rows->members[i].is_group &&
            making->rows->members[i].parent == MEMBER_NONE)
            roots[making->root_count++] = i;
    making->roots = roots;
}

/* A whole that no member stands for: the sum of the members without a parent. */
static void sum_whole(struct making *making, uint32_t period)
{
    if (making->whole_figures)
        return;
    if (!making->roots)
        find_roots(making);
    making->whole_figures =
        sum_of(making, &(struct addends){NULL, making->roots, making->root_count, NULL},
               period, true);
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
        if (rest == 0 && whole.origin == ORIGIN_SUMMED)
            continue;
        figures[m] = value_derived(rest);
        figures[m].basis = whole.basis;
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
        if (stop_is_wanted(making->query->stop))
            return false;
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

/* The figures of a row that is a sum of others, by measure. */
static const struct value *figures_of(const struct frame *frame,
                                      const struct frame_row *row, struct arena *arena)
{
    size_t count = frame->dataset->measure_count;
    struct value *figures = ARENA_ARRAY(arena, struct value, count);

    for (size_t m = 0; m < count; m++)
        figures[m] = frame_value(frame, row, (struct column_spec){INDICATOR_FIGURE, m});
    return figures;
}

struct value frame_value_now(const struct frame *frame, const struct frame_row *row,
                             struct column_spec spec, struct arena *arena)
{
    struct making making = making_again(frame, arena);
    struct row_source source = {row->member, row->period, NULL};

    if (frame_column(frame, spec) != SIZE_MAX)
        return frame_value(frame, row, spec);
    if (((indicator_ops(spec.indicator)->needs & NEEDS_WHOLE) && !making.rows) ||
        !column_spec_is_available(frame->dataset, spec))
        return value_missing(ABSENCE_NO_ROW);
    if (row->kind == ROW_UNALLOCATED)
        source.figures = figures_of(frame, row, arena);
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
