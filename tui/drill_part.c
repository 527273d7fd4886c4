#include "tui/drill_part.h"

#include "core/base/text.h"
#include "core/query/indicator_spec.h"

#include <math.h>
#include <string.h>

/* Entries that are copied whatever is wanted: less is not worth a choice. */
enum { KEPT_LEAST = 1024 };

/* Whether a figure between two others can be no wider than both: all have one sign and
 * stand between the same powers of two. */
static bool is_between(double from, double middle, double to)
{
    int first;
    int last;

    frexp(from, &first);
    frexp(to, &last);
    return first == last && (from < 0) == (middle < 0) && (middle < 0) == (to < 0);
}

static void add_record(struct drill_extent *extent, struct value value)
{
    struct value *record = extent->record;
    size_t count = extent->record_count;

    if (count == DRILL_RECORDS_MAX ||
        (count >= 2 &&
         is_between(record[count - 2].number, record[count - 1].number, value.number)))
        count--;
    record[count] = value;
    extent->record_count = count + 1;
}

/* A text is at most as wide as it is long. */
static void measure_name(struct drill_extent *extent, const char *name)
{
    if (strlen(name) > (size_t)extent->name_cols &&
        text_width(name) > extent->name_cols)
        extent->name_cols = text_width(name);
}

static struct drill_extent extent_of(const struct frame *frame, struct column_spec spec)
{
    struct drill_extent extent = {0};
    size_t column = frame_column(frame, spec);

    for (size_t i = 0; i < frame->row_count; i++) {
        struct value value = frame_cell(frame, &frame->rows[i], column);
        measure_name(&extent, frame->rows[i].name);
        if (!value_is_number(value) || fabs(value.number) <= extent.largest)
            continue;
        extent.largest = fabs(value.number);
        add_record(&extent, value);
    }
    return extent;
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

/* Filter and marks are the lens', which changes. */
static void own_query(struct query *query, struct arena *arena)
{
    struct mark *marks = ARENA_ARRAY(arena, struct mark, query->mark_count);

    if (query->mark_count)
        memcpy(marks, query->marks, query->mark_count * sizeof(*marks));
    query->marks = marks;
    query->filter = copy(arena, query->filter);
    query->columns = NULL;
    query->measure = NULL;
    query->cubes = NULL;
    query->folded = NULL;
    query->stop = NULL;
}

/* Makes what the part points to the arena's. */
static void own_all(struct drill_part *part, struct arena *arena)
{
    struct frame_column *info = &part->info;

    own_query(&part->query, arena);
    part->noun = copy(arena, part->noun);
    part->total_name = copy(arena, part->total_name);
    info->id = copy(arena, info->id);
    info->title = copy(arena, info->title);
    info->head = copy(arena, info->head);
    info->values = NULL;
}

struct drill_part *drill_part_of(const struct frame *frame,
                                 const struct drill_figures *figures,
                                 struct arena *arena)
{
    struct drill_part *part = ARENA_NEW(arena, struct drill_part);
    size_t column = frame_column(frame, figures->spec);

    *part = (struct drill_part){
        .query = frame->query,
        .figures = *figures,
        .frame = frame,
        .count = frame->row_count,
        .counted = frame_counted(frame),
        .noun = frame->noun,
        .imports = frame->imports,
        .extent = extent_of(frame, figures->spec),
        .sum = frame_sum(frame, figures->spec, arena),
        .total = frame->has_total ? frame_value(frame, &frame->total, figures->spec)
                                  : value_missing(ABSENCE_NO_ROW),
        .total_name = frame->total.name,
    };
    if (column != SIZE_MAX)
        part->info = frame->columns[column];
    own_all(part, arena);
    return part;
}

struct drill_part *drill_part_again(const struct drill_part *part,
                                    const struct frame *frame, struct arena *arena)
{
    struct drill_part *again = ARENA_NEW(arena, struct drill_part);

    *again = *part;
    again->query = frame->query;
    again->frame = frame;
    again->entries = NULL;
    own_all(again, arena);
    return again;
}

/* A period has its growth, where what is shown is an amount or the frame knows it. */
static struct value beside_of(const struct drill_part *part,
                              const struct frame_row *row, struct arena *arena)
{
    const struct drill_figures *figures = &part->figures;
    size_t measure = figures->spec.measure;

    if (row->kind == ROW_PERIOD_KIND)
        return figures->spec.indicator == INDICATOR_FIGURE
                   ? frame_value_now(part->frame, row,
                                     (struct column_spec){INDICATOR_GROWTH, measure},
                                     arena)
                   : frame_growth(part->frame, row, measure);
    if (figures->has_share && row->kind != ROW_GROUP)
        return frame_value_now(part->frame, row, figures->share, arena);
    return value_missing(ABSENCE_NO_ROW);
}

static struct drill_entry entry_of(const struct drill_part *part, size_t number,
                                   struct arena *arena)
{
    const struct frame_row *row = &part->frame->rows[number];

    return (struct drill_entry){
        .name = row->name,
        .kind = row->kind,
        .is_marked = row->is_marked,
        .member = row->member,
        .period = row->period,
        .figure = frame_value(part->frame, row, part->figures.spec),
        .beside = beside_of(part, row, arena),
    };
}

bool drill_part_keeps(const struct drill_part *part, size_t entry)
{
    return part->frame || (entry >= part->first && entry - part->first < part->kept);
}

struct drill_entry drill_part_entry(const struct drill_part *part, size_t entry,
                                    struct arena *arena)
{
    return part->frame ? entry_of(part, entry, arena)
                       : part->entries[entry - part->first];
}

static bool has_all(const struct drill_part *part)
{
    return part->frame || part->kept == part->count;
}

size_t drill_part_find(const struct drill_part *part, uint32_t member)
{
    if (part->frame)
        return frame_find(part->frame, member, 0);
    for (size_t i = 0; i < part->kept; i++)
        if (part->entries[i].member == member &&
            part->entries[i].kind != ROW_UNALLOCATED)
            return part->first + i;
    return SIZE_MAX;
}

/* The entry that others are wanted around; SIZE_MAX: it is not kept. */
static size_t middle_of(const struct drill_part *part,
                        const struct drill_around *around)
{
    if (around->is_end)
        return part->count ? part->count - 1 : 0;
    return around->member == MEMBER_NONE ? 0 : drill_part_find(part, around->member);
}

static void find_range(struct drill_part *part, const struct drill_around *around)
{
    size_t at = middle_of(part, around);

    part->kept = part->count;
    if (around->has_all || part->count <= KEPT_LEAST)
        return;
    at = at == SIZE_MAX ? 0 : at;
    part->first = at > around->rows ? at - around->rows : 0;
    part->kept = part->count - part->first;
    if (part->kept > 2 * around->rows + 1)
        part->kept = 2 * around->rows + 1;
}

/* Names of periods are the frame's. */
static void copy_entries(struct drill_part *part, struct arena *arena)
{
    struct drill_entry *entries = ARENA_ARRAY(arena, struct drill_entry, part->kept);
    struct arena scratch = {0};

    for (size_t i = 0; i < part->kept; i++) {
        entries[i] = entry_of(part, part->first + i, &scratch);
        if (entries[i].kind == ROW_PERIOD_KIND)
            entries[i].name = copy(arena, entries[i].name);
    }
    part->entries = entries;
    arena_clear(&scratch);
}

struct drill_part *drill_part_copy(const struct drill_part *part,
                                   const struct drill_around *around,
                                   struct arena *arena)
{
    struct drill_part *other = ARENA_NEW(arena, struct drill_part);

    *other = *part;
    find_range(other, around);
    copy_entries(other, arena);
    other->frame = NULL;
    own_all(other, arena);
    return other;
}

struct drill_part *drill_part_new(const struct dataset *dataset,
                                  const struct query *query,
                                  const struct drill_figures *figures,
                                  const struct drill_around *around,
                                  struct arena *arena)
{
    struct arena scratch = {0};
    const struct frame *frame = frame_new(dataset, query, &scratch);
    const struct drill_part *of = drill_part_of(frame, figures, &scratch);
    struct drill_part *part = drill_part_copy(of, around, arena);

    arena_clear(&scratch);
    return part;
}

static bool same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_key(struct sort_key a, struct sort_key b)
{
    return sort_key_equal(a, b) && a.is_descending == b.is_descending;
}

static bool same_sort(const struct query *a, const struct query *b)
{
    bool is_same = same_key(a->sort, b->sort) && a->then_count == b->then_count;

    for (size_t i = 0; is_same && i < a->then_count; i++)
        is_same = same_key(a->then[i], b->then[i]);
    return is_same;
}

static bool same_marks(const struct query *a, const struct query *b)
{
    bool is_same = a->mark_count == b->mark_count;

    for (size_t i = 0; is_same && a->marks != b->marks && i < a->mark_count; i++)
        is_same = a->marks[i].rows == b->marks[i].rows &&
                  a->marks[i].member == b->marks[i].member &&
                  period_equal(a->marks[i].period, b->marks[i].period);
    return is_same;
}

static bool same_narrowing(const struct dataset *dataset, const struct query *a,
                           const struct query *b)
{
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (a->within[d] != b->within[d])
            return false;
    return true;
}

static bool same_periods(const struct query *a, const struct query *b)
{
    return period_equal(a->period, b->period) &&
           (a->rows != ROWS_PERIOD || period_equal(a->last_period, b->last_period));
}

bool drill_same_rows(const struct dataset *dataset, const struct query *a,
                     const struct query *b)
{
    return a->rows == b->rows && a->level == b->level && a->limit == b->limit &&
           a->is_over_time == b->is_over_time && a->has_scale == b->has_scale &&
           (!a->has_scale || a->scale == b->scale) && same_narrowing(dataset, a, b) &&
           same_periods(a, b) && same_sort(a, b) && same_marks(a, b) &&
           same_text(a->filter, b->filter) && same_text(a->language, b->language) &&
           same_text(a->scale_language, b->scale_language) &&
           same_text(a->currency, b->currency);
}

bool drill_same_figures(const struct drill_figures *a, const struct drill_figures *b)
{
    return column_spec_equal(a->spec, b->spec) && a->has_share == b->has_share &&
           (!a->has_share || column_spec_equal(a->share, b->share));
}

/* Whether so many entries before and after this one are kept, as far as there are. */
static bool covers(const struct drill_part *part, size_t entry, size_t rows)
{
    return (part->first == 0 || entry >= part->first + rows) &&
           (part->first + part->kept == part->count ||
            entry + rows < part->first + part->kept);
}

bool drill_part_covers(const struct drill_part *part, const struct drill_around *around)
{
    size_t entry = middle_of(part, around);

    return has_all(part) ||
           (!around->has_all && entry != SIZE_MAX && covers(part, entry, around->rows));
}
