#include "core/base/stop.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

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
        making_history(making, &frame->total);
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

/* Of all rows. */
static void count_one_sided(struct making *making)
{
    struct frame *frame = making->frame;
    struct row_set *set = making->set;

    if (!frame->has_total || !frame->has_imports ||
        frame_exports(frame, &frame->total).origin != ORIGIN_SUMMED)
        return;
    for (size_t i = 0; i < set->count && !set->has_one_sided; i++)
        set->one_sided += is_one_sided(making, &set->rows[i]);
    set->has_one_sided = true;
    frame->one_sided = set->one_sided;
}

/* What all rows leave of the whole; found once. */
static const struct row_rest *rest_of(struct making *making, uint32_t period)
{
    struct row_rest *rest = &making->set->rest;
    struct making again = *making;
    struct value *figures;

    if (rest->is_found)
        return rest;
    again.arena = making->set->arena;
    figures = ARENA_ARRAY(again.arena, struct value, making->dataset->measure_count);
    rest->is_left = making_leftover(&again, period, figures);
    rest->is_left = rest->is_left || making_has_leftover(&again);
    rest->figures = figures;
    rest->is_found = !stop_is_wanted(making->query->stop);
    return rest;
}

/* The last row, which no order moves: the frame has room for it. */
static void add_unallocated(struct making *making, uint32_t period)
{
    struct frame *frame = making->frame;
    const struct row_rest *rest;
    struct frame_row *row;

    if (frame->rows_overlap || !frame->row_count)
        return;
    rest = rest_of(making, period);
    if (!rest->is_left)
        return;
    making->rest = row = ARENA_NEW(making->arena, struct frame_row);
    row->kind = ROW_UNALLOCATED;
    row->member = MEMBER_NONE;
    row->period = period;
    row->code = "";
    row->name = _("Not allocated");
    row->values = making_values(making, MEMBER_NONE, period, rest->figures);
}

void making_shown(struct making *making, uint32_t period, const struct value *figures)
{
    struct frame *frame = making->frame;

    frame->has_shown = frame->row_count > 0 && !frame->rows_overlap;
    frame->shown = (struct frame_row){
        .kind = ROW_UNALLOCATED,
        .member = MEMBER_NONE,
        .period = period,
        .code = "",
        .name = _("Sum of the rows"),
        .values =
            making_values(making, MEMBER_NONE, period,
                          making->dataset->is_unread ? making->whole_figures : figures),
    };
}

uint32_t making_period(const struct making *making)
{
    uint32_t period = period_index(making->dataset, making->query->period);

    return period == UINT32_MAX ? making->dataset->period_count - 1 : period;
}

/* Until they are in order, the frame's rows are all of the set. */
void making_rows(struct making *making)
{
    struct frame *frame = making->frame;
    struct row_set *set = making->set;
    uint32_t period;

    if (!making->dataset->period_count)
        return;
    period = making_period(making);
    frame->rows = set->rows;
    frame->row_count = frame->member_count = set->count;
    if (making->rows) {
        add_total(making, period);
        count_one_sided(making);
    }
    making_largest(making);
    making_marks(making);
    if (frame->filter.holding)
        making_filter(making);
    if (making->rows && frame->filter.holding)
        making_shown(making, period, making_sum_of_hits(making, period, true));
    else if (making->rows)
        add_unallocated(making, period);
}
