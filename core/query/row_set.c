/*
 * Which rows a query has, before anything is filtered.
 */
#include "core/base/stop.h"
#include "core/base/translate.h"
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
        .is_over_time = query->is_over_time,
        .language = arena_printf(arena, "%s", query->language),
        .currency = query->currency ? arena_printf(arena, "%s", query->currency) : NULL,
    };
    memcpy(set->query.within, query->within, sizeof(query->within));
    set->words = _("Total");
}

static bool has_any_figure(const struct making *making, uint32_t member,
                           uint32_t period)
{
    for (size_t m = 0; m < making->dataset->measure_count; m++)
        if (making_figure(making, m, member, period).absence != ABSENCE_NO_ROW)
            return true;
    return false;
}

/* In the period, or with a query over time in any. */
static bool has_figures(const struct making *making, uint32_t member, uint32_t period)
{
    if (!making->query->is_over_time)
        return has_any_figure(making, member, period);
    for (uint32_t p = 0; p < making->dataset->period_count; p++)
        if (has_any_figure(making, member, p))
            return true;
    return false;
}

/* Whether something stands below each member: for all at once, since asking one by one
 * goes over all of them each time. */
static bool *find_parents(const struct making *making)
{
    const struct dimension *rows = making->rows;
    bool *has_children = ARENA_ARRAY(making->arena, bool, rows->member_count);

    for (uint32_t i = 0; i < rows->member_count; i++)
        if (rows->members[i].parent != MEMBER_NONE)
            has_children[rows->members[i].parent] = true;
    return has_children;
}

/* Whether the query wants this member as a row. */
static bool is_row(const struct making *making, uint32_t number)
{
    const struct query *query = making->query;
    const struct member *member = &making->rows->members[number];
    uint32_t within = query->within[query->rows];

    if (member->is_group != (query->level == LEVEL_GROUPS))
        return false;
    if (query->level < LEVEL_GROUPS && member->level != query->level)
        return false;
    if (query->level == LEVEL_FINEST && making->set->has_children[number])
        return false;
    return within == MEMBER_NONE || member_is_within(making->rows, number, within);
}

static enum row_kind kind_of(const struct making *making, const struct member *member)
{
    const char *reporter = making->dataset->reporter_code;

    if (member->is_group || making->rows->is_apart)
        return ROW_GROUP;
    if (member->is_residual)
        return ROW_RESIDUAL;
    if (reporter && *reporter && strcmp(reporter, member->code) == 0)
        return ROW_REPORTER;
    return ROW_MEMBER;
}

bool making_is_ranked(const struct making *making, uint32_t member)
{
    enum row_kind kind;

    if (!is_row(making, member))
        return false;
    kind = kind_of(making, &making->rows->members[member]);
    return kind == ROW_MEMBER || kind == ROW_GROUP;
}

void making_history(const struct making *making, struct frame_row *row)
{
    if (making->frame->exports == MEASURE_NONE || !making->rows)
        return;
    row->history_count =
        row->period + 1 > HISTORY_MAX ? HISTORY_MAX : (uint16_t)(row->period + 1);
}

static struct frame_row *row_add(struct row_set *set, uint32_t thing)
{
    struct frame_row *row = &set->rows[set->count++];

    row->number = (uint32_t)set->count;
    set->number[thing] = row->number;
    return row;
}

static void add_members(const struct making *making, uint32_t period)
{
    const struct dimension *rows = making->rows;
    struct row_set *set = making->set;

    for (uint32_t i = 0; i < rows->member_count && !stop_is_wanted(making->query->stop);
         i++) {
        struct frame_row *row;
        if (!is_row(making, i) || !has_figures(making, i, period))
            continue;
        row = row_add(set, i);
        row->kind = kind_of(making, &rows->members[i]);
        row->member = i;
        row->period = period;
        row->code = rows->members[i].code;
        row->name = member_name(rows, i, making->query->language);
        making_history(making, row);
    }
}

static void add_periods(const struct making *making)
{
    const struct dataset *dataset = making->dataset;

    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct frame_row *row;
        char *code;
        char name[PERIOD_SHOWN_MAX];
        if (period_compare(dataset->periods[p], making->query->period) < 0 ||
            period_compare(dataset->periods[p], making->query->last_period) > 0 ||
            !has_any_figure(making, 0, p))
            continue;
        row = row_add(making->set, p);
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

static void find_rows(struct making *making)
{
    const struct dataset *dataset = making->dataset;
    struct row_set *set = making->set;

    set->things = making->rows ? making->rows->member_count : dataset->period_count;
    set->rows = ARENA_ARRAY(set->arena, struct frame_row, set->things);
    set->number = ARENA_ARRAY(set->arena, uint32_t, set->things);
    if (!making->rows) {
        add_periods(making);
        return;
    }
    if (making->query->level == LEVEL_FINEST)
        set->has_children = find_parents(making);
    making_whole(making, making_period(making));
    set->whole = making->whole;
    set->whole_figures = making->whole_figures;
    add_members(making, making_period(making));
}

struct row_set *row_set_new(const struct making *of, struct arena *arena)
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
        find_rows(&making);
    return set;
}

uint32_t row_set_find(const struct row_set *set, uint32_t thing)
{
    return thing < set->things ? set->number[thing] : 0;
}
