#include "core/query/record.h"

#include "core/query/spans.h"

/* The member that an observation must have in a dimension that is not the rows'. */
static uint32_t narrowed(const struct frame *frame, size_t dimension)
{
    return query_member(frame->dataset, &frame->query, dimension);
}

/* Whether observation `i` of the dataset is of the members that the row is of. */
static bool is_of_members(const struct frame *frame, const struct frame_row *row,
                          const struct dataset *dataset, size_t i)
{
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        uint32_t wanted = d == frame->query.rows ? row->member : narrowed(frame, d);
        if (codes_get(&dataset->dimension[d].column, i) != wanted)
            return false;
    }
    return true;
}

static bool is_of_row(const struct frame *frame, const struct frame_row *row, size_t i)
{
    return codes_get(&frame->dataset->period, i) == row->period &&
           is_of_members(frame, row, frame->dataset, i);
}

/* The children of the row's member, or the members of its group, that have rows. */
static void find_parts(const struct frame *frame, const struct frame_row *row,
                       struct record *record, struct arena *arena)
{
    const struct dimension *dimension = &frame->dataset->dimension[frame->query.rows];
    bool is_group = dimension->members[row->member].is_group;
    uint32_t *parts = ARENA_ARRAY(arena, uint32_t, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        if (!member->is_group &&
            (is_group ? member_is_within(dimension, i, row->member) && member->has_rows
                      : member->parent == row->member))
            parts[record->part_count++] = i;
    }
    record->parts = parts;
}

static size_t observation_of(const struct frame *frame, const struct frame_row *row)
{
    for (size_t i = 0; i < frame->dataset->observation_count; i++)
        if (is_of_row(frame, row, i))
            return i;
    return SIZE_MAX;
}

size_t record_find_row(const struct frame *frame, const struct frame_row *row)
{
    return observation_of(frame, row);
}

struct record record_find(const struct frame *frame, const struct frame_row *row,
                          size_t measure, struct arena *arena)
{
    struct record record = {.observation = SIZE_MAX};
    bool is_published =
        frame_value(frame, row, (struct column_spec){INDICATOR_FIGURE, measure})
            .origin == ORIGIN_PUBLISHED;

    if (is_published)
        record.observation = observation_of(frame, row);
    if (record.observation != SIZE_MAX)
        return record;
    if (frame->query.rows != ROWS_PERIOD && row->member != MEMBER_NONE)
        find_parts(frame, row, &record, arena);
    return record;
}

struct record_difference record_difference_find(const struct frame *frame,
                                                const struct frame_row *row)
{
    struct record_difference found = {SIZE_MAX, SIZE_MAX};
    const struct dataset *fine = frame->dataset->fine;
    struct period span = frame->dataset->like[row->period];
    struct period part = span_in(span, fine->periods[0].frequency);

    for (size_t i = 0; i < fine->observation_count; i++) {
        int32_t index = fine->periods[codes_get(&fine->period, i)].index;
        if (!is_of_members(frame, row, fine, i))
            continue;
        if (index == period_last(part).index)
            found.now = i;
        if (index == part.index - 1)
            found.before = i;
    }
    return found;
}
