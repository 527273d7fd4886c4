/*
 * Lists that have lost their indents: a heading, then what it is made of, or the other
 * way round, and nothing but the figures says so.
 *
 * They are looked for where the members add up to more than the published total, so
 * that some must be in others. Headings are members that the next ones add up to; they
 * are taken for subtotals only where without all of them the list is the total.
 */
#include "core/model/aggregates_internal.h"

#include <math.h>

enum { CELLS_MAX = 8, LIST_MAX = 4000 };

struct list {
    uint32_t total;
    uint32_t *members; /* the plain ones, in order */
    uint32_t *ends;    /* by place in the list: behind the last that is in it */
    uint32_t count;
    size_t cells[CELLS_MAX]; /* rows of the total */
    size_t cell_count;
    double *figures; /* by cell and member, of the first measure */
};

static double *figures_at(const struct taker *taker, const struct list *list,
                          size_t cell)
{
    return list->figures + cell * taker->dimension->member_count;
}

/* The first rows of the total that have a figure. */
static void choose_cells(const struct taker *taker, struct list *list)
{
    const struct dataset *dataset = taker->builder->dataset;
    const double *column = dataset->measure[taker->measures[0]].column.data;

    for (size_t i = 0; i < dataset->observation_count; i++)
        if (list->cell_count < CELLS_MAX && taker_member(taker, i) == list->total &&
            column[i] > 0)
            list->cells[list->cell_count++] = i;
    list->figures = ARENA_ARRAY(&taker->builder->scratch, double,
                                CELLS_MAX *(size_t)taker->dimension->member_count);
    for (size_t i = 0; i < dataset->observation_count; i++)
        for (size_t cell = 0; cell < list->cell_count; cell++)
            if (!isnan(column[i]) && taker_is_same_cell(taker, i, list->cells[cell]))
                figures_at(taker, list, cell)[taker_member(taker, i)] += column[i];
}

/* Whether sums are what one member has, in every cell where it has something. One part
 * alone must be the same. */
static bool is_sum(const struct taker *taker, const struct list *list,
                   const double sums[CELLS_MAX], uint32_t member, size_t parts)
{
    size_t same = 0;

    for (size_t cell = 0; cell < list->cell_count; cell++) {
        double own = figures_at(taker, list, cell)[member];
        enum sums compared = taker_compare(own, sums[cell]);
        if (compared == SUMS_UNKNOWN && fabs(sums[cell]) <= 0)
            continue;
        if (compared != SUMS_EQUAL || (parts == 1 && fabs(own - sums[cell]) > 0))
            return false;
        same++;
    }
    return same > 0;
}

static void add(const struct taker *taker, const struct list *list,
                double sums[CELLS_MAX], uint32_t member)
{
    for (size_t cell = 0; cell < list->cell_count; cell++)
        sums[cell] += figures_at(taker, list, cell)[member];
}

static bool is_more(const struct taker *taker, const struct list *list,
                    const double sums[CELLS_MAX], uint32_t member)
{
    for (size_t cell = 0; cell < list->cell_count; cell++)
        if (taker_compare(figures_at(taker, list, cell)[member], sums[cell]) ==
            SUMS_MORE)
            return true;
    return false;
}

/* Whether a member can be the sum of anything: one of zeros is not. */
static bool may_be_heading(const struct taker *taker, const struct list *list,
                           uint32_t member)
{
    bool has_any = false;

    for (size_t cell = 0; cell < list->cell_count; cell++)
        has_any = has_any || fabs(figures_at(taker, list, cell)[member]) > 0;
    return has_any && taker->is_free[member] &&
           taker->places[member].kind != PLACE_COUNTRY;
}

/* From the end on, so that what is in the next ones is known. */
static void find_ends(const struct taker *taker, struct list *list)
{
    for (uint32_t i = list->count; i-- > 0;) {
        double sums[CELLS_MAX] = {0};
        size_t parts = 0;
        list->ends[i] = i + 1;
        if (!may_be_heading(taker, list, list->members[i]))
            continue;
        for (uint32_t at = i + 1; at < list->count; at = list->ends[at]) {
            add(taker, list, sums, list->members[at]);
            if (is_more(taker, list, sums, list->members[i]))
                break;
            if (is_sum(taker, list, sums, list->members[i], ++parts)) {
                list->ends[i] = list->ends[at];
                break;
            }
        }
    }
}

/* Whether the list without what stands in others is the total. */
static bool is_whole(const struct taker *taker, const struct list *list)
{
    double sums[CELLS_MAX] = {0};

    for (uint32_t at = 0; at < list->count; at = list->ends[at])
        add(taker, list, sums, list->members[at]);
    return is_sum(taker, list, sums, list->total, 2);
}

static void turn(struct list *list)
{
    for (uint32_t i = 0; i < list->count / 2; i++) {
        uint32_t other = list->members[i];
        list->members[i] = list->members[list->count - 1 - i];
        list->members[list->count - 1 - i] = other;
    }
}

static void take_headings(struct taker *taker, const struct list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const uint32_t number = list->members[i];
        struct run run;
        if (list->ends[i] == i + 1)
            continue;
        run = (struct run){list->members[i + 1], list->members[list->ends[i] - 1]};
        if (run.first > run.last)
            run = (struct run){run.last, run.first};
        taker_take_run(taker, number, run);
        taker->dimension->members[number].is_taken_by_name = false;
    }
}

/* The others, as long as all of them are free. */
static bool list_fill(const struct taker *taker, struct list *list)
{
    for (uint32_t i = 0; i < taker->dimension->member_count; i++) {
        if (!taker->is_other[i])
            continue;
        if (!taker->is_free[i] && !taker->dimension->members[i].is_residual)
            return false;
        list->members[list->count++] = i;
    }
    return true;
}

void taker_take_nested(struct taker *taker, uint32_t total)
{
    uint32_t count = taker->dimension->member_count;
    struct list list = {.total = total};

    if (!taker->measure_count || count > LIST_MAX)
        return;
    list.members = ARENA_ARRAY(&taker->builder->scratch, uint32_t, count);
    list.ends = ARENA_ARRAY(&taker->builder->scratch, uint32_t, count);
    if (!list_fill(taker, &list))
        return;
    choose_cells(taker, &list);
    for (int way = 0; way < 2; way++) {
        find_ends(taker, &list);
        if (list.cell_count && is_whole(taker, &list)) {
            take_headings(taker, &list);
            return;
        }
        turn(&list);
    }
}
