#include "tui/carry.h"

#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/indicator_spec.h"
#include "core/query/spans.h"
#include "tui/timing.h"

#include <stdio.h>
#include <string.h>

enum { CURRENCY_MAX = 64 };

/* The two datasets as one lens sees them. */
struct sides {
    struct carry *carry;
    const struct dataset *from;
    const struct dataset *to;
};

static void miss(struct carry *carry, const char *name)
{
    if (!carry->gone[0])
        snprintf(carry->gone, sizeof(carry->gone), "%s", name);
}

/* Both datasets in the periods of the lens, kept for the next lens. */
static void make_timed(struct carry *carry, struct timing timing)
{
    if (carry->has_timing && timing_equal(carry->timing, timing))
        return;
    spans_close(&carry->timed_from);
    spans_close(&carry->timed_to);
    timing_make(carry->from, timing, &carry->timed_from, NULL);
    timing_make(carry->to, timing, &carry->timed_to, NULL);
    carry->timing = timing;
    carry->has_timing = true;
}

static struct sides sides_of(struct carry *carry, struct lens *lens)
{
    struct sides sides = {carry, carry->from, carry->to};
    bool is_own = !lens->timing.is_coarse && !lens->timing.is_range;

    make_timed(carry, lens->timing);
    if (carry->timed_from.period_count)
        sides.from = &carry->timed_from;
    if (!is_own && !carry->timed_to.period_count) {
        lens->timing = (struct timing){0};
        miss(carry, _("these periods"));
        make_timed(carry, lens->timing);
        sides.from = carry->from;
    }
    if (carry->timed_to.period_count)
        sides.to = &carry->timed_to;
    return sides;
}

static size_t dimension_of(const struct sides *sides, size_t number)
{
    return number < sides->from->dimension_count
               ? dataset_dimension(sides->to, sides->from->dimension[number].id)
               : SIZE_MAX;
}

/* MEMBER_NONE when the dimension or the member is gone. */
static uint32_t member_of(const struct sides *sides, size_t number, uint32_t member)
{
    size_t dimension = dimension_of(sides, number);
    const char *code;
    uint32_t found;

    if (dimension == SIZE_MAX || member == MEMBER_NONE)
        return MEMBER_NONE;
    code = sides->from->dimension[number].members[member].code;
    found = dict_find(&sides->to->dimension[dimension].codes, code, strlen(code));
    return found == DICT_NONE ? MEMBER_NONE : found;
}

static uint32_t period_of(const struct sides *sides, uint32_t number)
{
    if (number >= sides->from->period_count)
        return UINT32_MAX;
    for (uint32_t i = 0; i < sides->to->period_count; i++)
        if (period_equal(sides->to->periods[i], sides->from->periods[number]))
            return i;
    return UINT32_MAX;
}

static void carry_row(const struct sides *sides, size_t rows, struct row_id *row)
{
    uint32_t period = period_of(sides, row->period);
    uint32_t member = MEMBER_NONE;

    if (!row->is_set)
        return;
    if (rows != ROWS_PERIOD && row->member != MEMBER_NONE) {
        member = member_of(sides, rows, row->member);
        if (member == MEMBER_NONE) {
            miss(sides->carry,
                 member_name(&sides->from->dimension[rows], row->member, "en"));
            period = UINT32_MAX; /* so that no other row is taken for it */
        }
    }
    row->member = member;
    row->period = period;
}

static bool carry_spec(const struct sides *sides, struct column_spec *spec)
{
    const struct indicator_ops *ops = indicator_ops(spec->indicator);
    size_t measure;

    if (ops->is_per_measure && spec->measure < sides->from->measure_count) {
        const char *id = sides->from->measure[spec->measure].id;
        measure = dataset_measure(sides->to, id);
        if (measure == SIZE_MAX) {
            miss(sides->carry, id);
            return false;
        }
        spec->measure = measure;
    }
    if (column_spec_is_available(sides->to, *spec))
        return true;
    miss(sides->carry, ops->id);
    return false;
}

static void carry_columns(const struct sides *sides, struct lens *lens)
{
    size_t kept = 0;

    for (size_t i = 0; i < lens->column_count; i++) {
        struct column_spec spec = lens->columns[i];
        if (carry_spec(sides, &spec))
            lens->columns[kept++] = spec;
    }
    lens->column_count = kept;
    lens->has_measure = lens->has_measure && carry_spec(sides, &lens->measure);
    kept = 0;
    for (size_t i = 0; i < lens->width_count; i++) {
        struct column_width width = lens->widths[i];
        if (carry_spec(sides, &width.spec))
            lens->widths[kept++] = width;
    }
    lens->width_count = kept;
}

/* What is gone is marked no more. */
static void carry_marks(const struct sides *sides, struct lens *lens)
{
    size_t kept = 0;

    for (size_t i = 0; i < lens->mark_count; i++) {
        struct mark mark = lens->marks[i];
        bool is_there = true;
        if (mark.rows != ROWS_PERIOD) {
            mark.member = member_of(sides, mark.rows, mark.member);
            mark.rows = dimension_of(sides, mark.rows);
            is_there = mark.rows != SIZE_MAX && mark.member != MEMBER_NONE;
        }
        if (is_there)
            lens->marks[kept++] = mark;
    }
    lens->mark_count = kept;
}

static void carry_sort(const struct sides *sides, struct sort_key *sort)
{
    if (sort->kind == SORT_COLUMN && !carry_spec(sides, &sort->column))
        *sort = query_new(sides->to).sort;
}

static void carry_then(const struct sides *sides, struct sort_key *then, size_t *count)
{
    size_t kept = 0;

    for (size_t i = 0; i < *count; i++) {
        struct sort_key key = then[i];
        if (key.kind != SORT_COLUMN || carry_spec(sides, &key.column))
            then[kept++] = key;
    }
    *count = kept;
}

static size_t level_of(const struct sides *sides, size_t rows, size_t level)
{
    size_t dimension = dimension_of(sides, rows);
    const struct dimension *from;
    size_t found;

    if (dimension == SIZE_MAX || level == LEVEL_FINEST || level == LEVEL_GROUPS)
        return level;
    from = &sides->from->dimension[rows];
    if (level >= from->level_count)
        return LEVEL_FINEST;
    found = dimension_level(&sides->to->dimension[dimension], from->level[level]);
    if (found != SIZE_MAX)
        return found;
    miss(sides->carry, from->level[level]);
    return LEVEL_FINEST;
}

/* What is narrowed to something that is gone is narrowed to what it stood below. */
static uint32_t within_of(const struct sides *sides, size_t number, uint32_t member)
{
    const struct dimension *dimension = &sides->from->dimension[number];
    uint32_t found = member_of(sides, number, member);

    if (member != MEMBER_NONE && found == MEMBER_NONE)
        miss(sides->carry, member_name(dimension, member, "en"));
    while (member != MEMBER_NONE && found == MEMBER_NONE) {
        member = dimension->members[member].parent;
        found = member_of(sides, number, member);
    }
    return found;
}

static void carry_within(const struct sides *sides, struct query *query)
{
    uint32_t within[DIMENSION_MAX];

    for (size_t d = 0; d < DIMENSION_MAX; d++)
        within[d] = MEMBER_NONE;
    for (size_t d = 0; d < sides->from->dimension_count; d++) {
        size_t dimension = dimension_of(sides, d);
        if (dimension != SIZE_MAX)
            within[dimension] = within_of(sides, d, query->within[d]);
    }
    memcpy(query->within, within, sizeof(within));
}

static bool is_present(const struct dataset *dataset, struct period period)
{
    for (uint32_t i = 0; i < dataset->period_count; i++)
        if (period_equal(dataset->periods[i], period))
            return true;
    return false;
}

/* A range that was of everything is of everything again. */
static void carry_periods(const struct sides *sides, struct query *query)
{
    const struct dataset *from = sides->from;
    const struct dataset *to = sides->to;
    bool is_range = query->rows == ROWS_PERIOD;
    char shown[PERIOD_SHOWN_MAX];

    if (!to->period_count || !from->period_count)
        return;
    if (!is_present(to, query->last_period) ||
        period_equal(query->last_period, from->periods[from->period_count - 1]))
        query->last_period = to->periods[to->period_count - 1];
    if (is_range && period_equal(query->period, from->periods[0])) {
        query->period = to->periods[0];
    } else if (!is_present(to, query->period)) {
        miss(sides->carry, period_words(shown, query->period));
        query->period = to->periods[is_range ? 0 : to->period_count - 1];
    }
}

static void carry_currency(const struct sides *sides, struct query *query)
{
    const char *codes[CURRENCY_MAX];
    size_t count = currencies_of(sides->to, codes, CURRENCY_MAX);
    const char *wanted = query->currency;

    query->currency = NULL;
    if (!wanted || !*wanted)
        return;
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i], wanted) == 0)
            query->currency = codes[i];
    if (!query->currency)
        miss(sides->carry, wanted);
}

/* The steps back; from the first one on that is gone there is no way. */
static void carry_trail(const struct sides *sides, struct lens *lens)
{
    size_t kept = 0;

    while (kept < lens->trail_count) {
        struct trail_step *step = &lens->trail[kept];
        size_t rows = dimension_of(sides, step->rows);
        if (rows == SIZE_MAX)
            break;
        carry_row(sides, step->rows, &step->selected);
        step->within = within_of(sides, step->rows, step->within);
        step->level = level_of(sides, step->rows, step->level);
        carry_sort(sides, &step->sort);
        carry_then(sides, step->then, &step->then_count);
        if (!is_present(sides->to, step->period) && sides->to->period_count)
            step->period = sides->to->periods[sides->to->period_count - 1];
        step->rows = rows;
        kept++;
    }
    lens->trail_count = kept;
}

static void carry_rows(const struct sides *sides, struct query *query)
{
    const size_t before = query->rows;
    struct query fresh = query_new(sides->to);

    if (before == ROWS_PERIOD)
        return;
    query->level = level_of(sides, before, query->level);
    query->rows = dimension_of(sides, before);
    if (query->rows != SIZE_MAX)
        return;
    miss(sides->carry, sides->from->dimension[before].id);
    query->rows = fresh.rows;
    query->level = fresh.level;
}

void carry_lens(struct carry *carry, struct lens *lens)
{
    struct sides sides = sides_of(carry, lens);

    carry_row(&sides, lens->query.rows, &lens->selected);
    carry_row(&sides, lens->query.rows, &lens->left);
    carry_trail(&sides, lens);
    carry_columns(&sides, lens);
    carry_sort(&sides, &lens->query.sort);
    carry_then(&sides, lens->query.then, &lens->query.then_count);
    carry_marks(&sides, lens);
    carry_within(&sides, &lens->query);
    carry_rows(&sides, &lens->query);
    carry_periods(&sides, &lens->query);
    carry_currency(&sides, &lens->query);
}

void carry_close(struct carry *carry)
{
    spans_close(&carry->timed_from);
    spans_close(&carry->timed_to);
}
