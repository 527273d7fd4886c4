/*
 * Which rows a query has, before anything is filtered.
 */
#include "core/base/stop.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <string.h>

/* At most so many figures of history go with a row. */
enum { HISTORY_MAX = 60 };

static bool is_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

bool row_set_fits(const struct row_set *set, const struct making *making)
{
    const struct query *own = &set->query;
    const struct query *asked = making->query;
    bool is_of_periods = own->rows == ROWS_PERIOD;

    return own->rows == asked->rows && own->level == asked->level &&
           own->is_over_time == asked->is_over_time &&
           period_equal(own->period, asked->period) &&
           own->has_base == asked->has_base &&
           (!own->has_base || period_equal(own->base, asked->base)) &&
           (is_of_periods ? period_equal(own->last_period, asked->last_period)
                          : own->within[own->rows] == asked->within[own->rows]) &&
           is_text(own->language, asked->language) &&
           is_text(own->currency, asked->currency) && set->words == _("Total");
}

/* What row_set_fits() looks at. */
static void note_query(struct row_set *set, const struct making *making)
{
    const struct query *query = making->query;
    struct arena *arena = set->arena;

    set->query = (struct query){
        .rows = query->rows,
        .level = query->level,
        .period = query->period,
        .last_period = query->last_period,
        .has_base = query->has_base,
        .base = query->base,
        .is_over_time = query->is_over_time,
        .language = arena_printf(arena, "%s", query->language),
        .currency = query->currency ? arena_printf(arena, "%s", query->currency) : NULL,
    };
    memcpy(set->query.within, query->within, sizeof(query->within));
    set->words = _("Total");
}

/* Where nothing is converted, the cubes say it by themselves. */
static bool has_any_figure(const struct making *making, uint32_t member,
                           uint32_t period, bool has_rates)
{
    for (size_t m = 0; m < making->dataset->measure_count; m++) {
        struct value value = has_rates ? making_figure(making, m, member, period)
                                       : cube_value(&making->cubes[m], period, member);
        if (value.absence != ABSENCE_NO_ROW)
            return true;
    }
    return false;
}

/* In the period, or with a query over time in any: most members have figures in it. */
static bool has_figures(const struct making *making, uint32_t member, uint32_t period,
                        bool has_rates)
{
    bool has_any = has_any_figure(making, member, period, has_rates);

    if (!making->query->is_over_time)
        return has_any;
    for (uint32_t p = 0; p < making->dataset->period_count && !has_any; p++)
        has_any = has_any_figure(making, member, p, has_rates);
    return has_any;
}

void making_history(const struct making *making, struct frame_row *row)
{
    if (making->frame->exports == MEASURE_NONE || !making->rows)
        return;
    row->history_count =
        row->period + 1 > HISTORY_MAX ? HISTORY_MAX : (uint16_t)(row->period + 1);
}

static struct frame_row *row_add(struct row_set *set, uint32_t thing,
                                 const struct frame_row *like)
{
    struct frame_row *row = &set->rows[set->count++];

    *row = *like;
    row->number = (uint32_t)set->count;
    set->number[thing] = row->number;
    return row;
}

static void add_members(const struct making *making, const struct row_list *list)
{
    const uint32_t period = making_period(making);
    const bool has_rates = is_foreign(making->dataset, making->query->currency);
    struct row_set *set = making->set;

    for (size_t i = 0; i < list->count && !stop_is_wanted(making->query->stop); i++) {
        const struct frame_row *of = &list->rows[i];
        struct frame_row *row;
        if (!has_figures(making, of->member, period, has_rates))
            continue;
        row = row_add(set, of->member, of);
        row->period = period;
        making_history(making, row);
    }
}

static void add_periods(const struct making *making)
{
    static const struct frame_row none;
    const struct dataset *dataset = making->dataset;
    const bool has_rates = is_foreign(dataset, making->query->currency);

    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct frame_row *row;
        char *code;
        char name[PERIOD_SHOWN_MAX];
        if (period_compare(dataset->periods[p], making->query->period) < 0 ||
            period_compare(dataset->periods[p], making->query->last_period) > 0 ||
            !has_any_figure(making, 0, p, has_rates))
            continue;
        row = row_add(making->set, p, &none);
        code = ARENA_ARRAY(making->arena, char, PERIOD_SHOWN_MAX);
        row->kind = ROW_PERIOD_KIND;
        row->member = MEMBER_NONE;
        row->period = p;
        row->code = period_show(code, dataset->periods[p]);
        row->stated = making_stated_all(making, p);
        row->name =
            making_period_name(making, p, period_words(name, dataset->periods[p]));
        row->axis = making_period_name(making, p, row->code);
    }
}

static void find_rows(struct making *making, const struct row_list *list)
{
    const struct dataset *dataset = making->dataset;
    struct row_set *set = making->set;

    set->things = making->rows ? making->rows->member_count : dataset->period_count;
    set->rows = ARENA_ROOM(set->arena, struct frame_row,
                           list ? list->count : dataset->period_count);
    set->number = ARENA_ARRAY(set->arena, uint32_t, set->things);
    if (!making->rows) {
        add_periods(making);
        return;
    }
    making_whole(making, making_period(making));
    set->whole = making->whole;
    set->whole_figures = making->whole_figures;
    add_members(making, list);
}

struct row_set *row_set_new(const struct making *of, const struct row_list *list,
                            struct arena *arena)
{
    struct making making = *of;
    struct row_set *set = ARENA_NEW(arena, struct row_set);

    making.set = set;
    making.arena = set->arena = arena;
    note_query(set, &making);
    set->whole = MEMBER_NONE;
    set->lazy = making.lazy = making_lazy_new(arena);
    set->spans = making.spans = making_spans_new(arena);
    set->ranks = making.ranks = making_ranks_new(&making);
    if (making.dataset->period_count)
        find_rows(&making, list);
    return set;
}

uint32_t row_set_find(const struct row_set *set, uint32_t thing)
{
    return thing < set->things ? set->number[thing] : 0;
}
