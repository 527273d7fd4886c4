#include "core/base/number.h"
#include "core/base/stop.h"
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <string.h>

/* At most so many figures of history go with a row. */
enum { HISTORY_MAX = 60 };

struct value making_figure(const struct making *making, size_t measure, uint32_t member,
                           uint32_t period)
{
    struct value value =
        cube_value(&making->cubes[measure], period, making->rows ? member : 0);

    value = making_converted(making, measure, value, making->dataset->periods[period]);
    if (value.absence == ABSENCE_NO_RATE && making->dataset->fine)
        return making_converted_parts(making, measure, making->rows ? member : 0,
                                      period);
    return value;
}

uint32_t period_index(const struct dataset *dataset, struct period period)
{
    for (uint32_t low = 0, high = dataset->period_count; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        int order = period_compare(dataset->periods[middle], period);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return UINT32_MAX;
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

static bool has_children(const struct dimension *dimension, uint32_t member)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].parent == member)
            return true;
    return false;
}

/* Whether the query wants this member as a row. */
static bool is_row(const struct making *making, uint32_t number)
{
    const struct query *query = making->query;
    const struct member *member = &making->rows->members[number];
    uint32_t within = query->within[query->rows];

    if (member->is_group != (query->level == LEVEL_GROUPS))
        return false;
    if (within != MEMBER_NONE && !member_is_within(making->rows, number, within))
        return false;
    if (query->level == LEVEL_GROUPS)
        return true;
    if (query->level == LEVEL_FINEST)
        return !has_children(making->rows, number);
    return member->level == query->level;
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

static void add_history(const struct making *making, struct frame_row *row)
{
    if (making->frame->exports == MEASURE_NONE || !making->rows)
        return;
    row->history_count = row->period + 1 > HISTORY_MAX ? HISTORY_MAX : row->period + 1;
}

static void add_members(struct making *making, uint32_t period)
{
    struct frame *frame = making->frame;
    const struct dimension *rows = making->rows;

    frame->rows = ARENA_ARRAY(making->arena, struct frame_row, rows->member_count + 1);
    for (uint32_t i = 0; i < rows->member_count && !stop_is_wanted(making->query->stop);
         i++) {
        struct frame_row *row = &frame->rows[frame->row_count];
        if (!is_row(making, i) || !has_figures(making, i, period))
            continue;
        frame->row_count++;
        row->kind = kind_of(making, &rows->members[i]);
        row->member = i;
        row->period = period;
        row->code = rows->members[i].code;
        row->name = member_name(rows, i, making->query->language);
        row->values = making_values(making, i, period, NULL);
        add_history(making, row);
    }
}

static void add_periods(struct making *making)
{
    struct frame *frame = making->frame;
    const struct dataset *dataset = making->dataset;

    frame->rows = ARENA_ARRAY(making->arena, struct frame_row, dataset->period_count);
    for (uint32_t p = 0; p < dataset->period_count; p++) {
        struct frame_row *row = &frame->rows[frame->row_count];
        char *code;
        char name[PERIOD_SHOWN_MAX];
        if (period_compare(dataset->periods[p], making->query->period) < 0 ||
            period_compare(dataset->periods[p], making->query->last_period) > 0 ||
            !has_any_figure(making, 0, p))
            continue;
        frame->row_count++;
        code = ARENA_ARRAY(making->arena, char, PERIOD_SHOWN_MAX);
        row->kind = ROW_PERIOD_KIND;
        row->member = MEMBER_NONE;
        row->period = p;
        row->code = period_show(code, dataset->periods[p]);
        row->values = making_values(making, 0, p, NULL);
        row->stated = making_stated_all(making, p);
        row->name =
            making_period_name(making, p, period_words(name, dataset->periods[p]));
        row->axis = making_period_name(making, p, row->code);
    }
}

/* Members that are never added have no whole. */
static bool has_whole(const struct making *making)
{
    return making->whole != MEMBER_NONE || !making->rows->is_apart;
}

static void add_total(struct making *making, uint32_t period)
{
    struct frame *frame = making->frame;
    bool is_member = making->whole != MEMBER_NONE;
    bool is_own = is_member && !making->dataset->is_unread;

    frame->has_total = frame->column_count > 0 && has_whole(making);
    frame->total = (struct frame_row){
        .kind = is_member ? ROW_MEMBER : ROW_UNALLOCATED,
        .member = making->whole,
        .period = period,
        .code = is_member ? making->rows->members[making->whole].code : "",
        .name = is_member
                    ? member_name(making->rows, making->whole, making->query->language)
                    : _("Total"),
    };
    frame->total.values = making_values(making, making->whole, period,
                                        is_own ? NULL : making->whole_figures);
    if (is_own)
        add_history(making, &frame->total);
}

static bool is_one_sided(const struct making *making, const struct frame_row *row)
{
    const struct frame *frame = making->frame;
    struct value exports =
        making_figure(making, frame->exports, row->member, row->period);
    struct value imports =
        making_figure(making, frame->imports, row->member, row->period);

    return row->kind != ROW_GROUP &&
           ((value_is_number(exports) && imports.absence == ABSENCE_NO_ROW) ||
            (value_is_number(imports) && exports.absence == ABSENCE_NO_ROW));
}

/* Before the filter drops any row. */
static void count_one_sided(struct making *making)
{
    struct frame *frame = making->frame;

    if (!frame->has_total || !frame->has_imports ||
        frame_exports(frame, &frame->total).origin != ORIGIN_SUMMED)
        return;
    for (size_t i = 0; i < frame->row_count; i++)
        frame->one_sided += is_one_sided(making, &frame->rows[i]);
}

static void add_unallocated(struct making *making, uint32_t period)
{
    struct frame *frame = making->frame;
    struct value *figures =
        ARENA_ARRAY(making->arena, struct value, making->dataset->measure_count);
    struct frame_row *row = &frame->rows[frame->row_count];

    if (frame->rows_overlap || !frame->row_count ||
        (!making_leftover(making, period, figures) && !making_has_leftover(making)))
        return;
    frame->row_count++;
    row->kind = ROW_UNALLOCATED;
    row->member = MEMBER_NONE;
    row->period = period;
    row->code = "";
    row->name = _("Not allocated");
    row->values = making_values(making, MEMBER_NONE, period, figures);
}

void making_shown(struct making *making, uint32_t period)
{
    struct frame *frame = making->frame;

    frame->has_shown = frame->row_count > 0 && !frame->rows_overlap;
    frame->shown = (struct frame_row){
        .kind = ROW_UNALLOCATED,
        .member = MEMBER_NONE,
        .period = period,
        .code = "",
        .name = _("Sum of the rows"),
        .values = making_values(making, MEMBER_NONE, period,
                                making->dataset->is_unread
                                    ? making->whole_figures
                                    : making_sum(making, period, true)),
    };
}

void making_rows(struct making *making)
{
    struct frame *frame = making->frame;
    uint32_t period = period_index(making->dataset, making->query->period);

    if (!making->dataset->period_count)
        return;
    if (period == UINT32_MAX)
        period = making->dataset->period_count - 1;
    if (making->rows) {
        making_whole(making, period);
        add_members(making, period);
        add_total(making, period);
        count_one_sided(making);
    } else {
        add_periods(making);
    }
    frame->member_count = frame->row_count;
    making_largest(making);
    making_marks(making);
    if (frame->filter.holding)
        making_filter(making);
    if (making->rows && frame->filter.holding)
        making_shown(making, period);
    else if (making->rows)
        add_unallocated(making, period);
}
