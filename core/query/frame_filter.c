/*
 * The filter at work: which rows satisfy its terms, and which term is in the way.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_spec.h"

#include <math.h>
#include <string.h>

static const char *id_of(const struct making *making, struct column_spec spec)
{
    return column_spec_id(making->dataset, spec, making->arena);
}

/* Whether the frame has the column now; else the test says why not. */
static bool add_column(struct making *making, struct column_spec spec,
                       struct filter_test *test)
{
    making_add_column(making, spec);
    if (frame_column(making->frame, spec) != SIZE_MAX)
        return true;
    test->state = FILTER_MISTAKEN;
    test->mistake =
        arena_printf(making->arena, _("no column '%s' here: it %s"),
                     id_of(making, spec), _(indicator_ops(spec.indicator)->lacks));
    return false;
}

static bool is_same_unit(const struct frame *frame, const struct filter_test *test)
{
    const struct frame_column *a = &frame->columns[frame_column(frame, test->column)];
    const struct frame_column *b = &frame->columns[frame_column(frame, test->other)];

    if (a->is_plain || b->is_plain)
        return a->is_plain == b->is_plain &&
               indicator_ops(test->column.indicator)->unit ==
                   indicator_ops(test->other.indicator)->unit;
    return a->unit.kind == b->unit.kind &&
           (!a->unit.code || !b->unit.code ? a->unit.code == b->unit.code
                                           : strcmp(a->unit.code, b->unit.code) == 0);
}

static void add_columns(struct making *making, struct filter_test *test)
{
    if (test->kind != FILTER_COMPARISON || test->state != FILTER_HOLDS ||
        !add_column(making, test->column, test))
        return;
    if (!test->has_other || !add_column(making, test->other, test) ||
        is_same_unit(making->frame, test))
        return;
    test->state = FILTER_MISTAKEN;
    test->mistake =
        arena_printf(making->arena, _("'%s' and '%s' are not in one unit"),
                     id_of(making, test->column), id_of(making, test->other));
}

/* After a change of its tests. */
static void settle(struct filter *filter, struct filter_term *term)
{
    filter->holding -= term->state == FILTER_HOLDS;
    filter_term_settle(term);
    filter->holding += term->state == FILTER_HOLDS;
}

void making_filter_columns(struct making *making)
{
    struct filter *filter = &making->frame->filter;

    for (size_t i = 0; i < filter->count; i++) {
        for (struct filter_test *test = filter->terms[i].tests; test; test = test->next)
            add_columns(making, test);
        settle(filter, &filter->terms[i]);
    }
}

static bool is_in_names(const char *const *names, const char *word, bool is_anywhere)
{
    for (; *names; names++)
        if (filter_has(*names, word, is_anywhere))
            return true;
    return false;
}

bool member_has_word(struct folded *folded, uint32_t member, const char *word,
                     bool is_anywhere)
{
    const char *code = folded_code(folded, member);

    return (is_anywhere ? strncmp(code, word, strlen(word)) == 0
                        : strcmp(code, word) == 0) ||
           is_in_names(folded_names(folded, member), word, is_anywhere);
}

/* Own names match anywhere; those of ancestors and groups at the start of a word, so
 * that "asia" means the continent. The whole is no ancestor worth naming. */
static bool has_word(const struct making *making, uint32_t member, const char *word)
{
    const struct dimension *rows = making->rows;
    uint32_t whole = making->top;

    if (member_has_word(making->folded, member, word, true))
        return true;
    for (uint32_t up = rows->members[member].parent; up != MEMBER_NONE && up != whole;
         up = rows->members[up].parent)
        if (member_has_word(making->folded, up, word, false))
            return true;
    for (size_t i = 0; i < rows->members[member].group_count; i++)
        if (member_has_word(making->folded, rows->members[member].groups[i], word,
                            false))
            return true;
    return false;
}

static bool compare(enum filter_op op, double value, double number, bool is_equal)
{
    switch (op) {
    case OP_LESS:
        return value < number;
    case OP_AT_MOST:
        return value <= number;
    case OP_MORE:
        return value > number;
    case OP_AT_LEAST:
        return value >= number;
    case OP_EQUAL:
        return is_equal;
    case OP_OTHER:
        return !is_equal;
    }
    return false;
}

/* = and != look at as many decimals as were written: what is shown as 3,733.7 is
 * 3733.7.
 */
static bool compare_number(const struct filter_test *test, double value, int scale)
{
    bool is_equal = round(number_scale(value, test->decimals - scale)) ==
                    round(number_scale(test->number, test->decimals));

    return compare(test->op, value, number_scale(test->number, scale), is_equal);
}

static bool compare_columns(const struct filter_test *test, double value, double other)
{
    return compare(test->op, value, other, value == other);
}

/* A figure that is missing satisfies nothing, not even a negation. */
static bool satisfies(const struct frame *frame, const struct frame_row *row,
                      const struct filter_test *test)
{
    size_t c = frame_column(frame, test->column);
    const struct frame_column *column = &frame->columns[c];
    struct value value = frame_cell(frame, row, c);
    int scale = column->is_percent || column->is_plain ? 0 : frame->filter_scale;

    struct value other = test->has_other
                             ? frame_cell(frame, row, frame_column(frame, test->other))
                             : value;

    if (!value_is_number(value) || !value_is_number(other))
        return false;
    if (test->has_other)
        return compare_columns(test, value.number, other.number) != test->is_negated;
    return compare_number(test, value.number,
                          test->has_suffix ? test->exponent : scale) !=
           test->is_negated;
}

static bool has_text(const struct making *making, const struct frame_row *row,
                     const struct filter_test *test)
{
    if (!making->rows)
        return filter_has(row->code, test->text, true) ||
               filter_has(text_fold(making->arena, row->name), test->text, true);
    if (row->member == MEMBER_NONE)
        return false;
    if (test->kind == FILTER_WORD)
        return has_word(making, row->member, test->text);
    return filter_holds(making->rows, making->folded, row->member, test);
}

/* A term none of whose tests holds asks for nothing. */
static bool is_satisfied(const struct making *making, const struct frame_row *row,
                         const struct filter_term *term)
{
    if (term->state != FILTER_HOLDS)
        return true;
    for (const struct filter_test *test = term->tests; test; test = test->next)
        if (test->state == FILTER_HOLDS &&
            (test->kind == FILTER_COMPARISON
                 ? satisfies(making->frame, row, test)
                 : has_text(making, row, test) != test->is_negated))
            return true;
    return false;
}

/* How many terms the row fails, at most two; the first of them. */
static size_t failures(const struct making *making, const struct frame_row *row,
                       struct filter_term **first)
{
    const struct filter *filter = &making->frame->filter;
    size_t count = 0;

    for (size_t i = 0; i < filter->count && count < 2; i++) {
        struct filter_term *term = &filter->terms[i];
        if (!is_satisfied(making, row, term) && !count++)
            *first = term;
    }
    return count;
}

/* A word that begins a column or a field, "expo", and fits nothing that is left: more
 * of it is still to come, so that the screen does not empty while somebody types. */
static bool is_begun(const struct making *making, const struct filter_test *test)
{
    return test->kind == FILTER_WORD && test->state == FILTER_HOLDS &&
           !test->is_negated && test->shown[0] != '"' &&
           filter_may_begin(making->dataset, making->query->rows, test->text,
                            making->arena);
}

static bool set_begun_aside(struct making *making)
{
    struct filter *filter = &making->frame->filter;
    struct filter_term *term = &filter->terms[filter->count - 1];
    struct filter_test *last = term->tests;

    while (last->next)
        last = last->next;
    if (!is_begun(making, last))
        return false;
    last->state = FILTER_UNFINISHED;
    last->mistake = arena_printf(making->arena,
                                 _("'%s' fits no row; a column needs a comparison, a "
                                   "field a colon"),
                                 last->shown);
    settle(filter, term);
    for (size_t i = 0; i < filter->count; i++)
        filter->terms[i].regained = 0;
    return true;
}

/* Finds what satisfies every term. */
static void find_hits(struct making *making)
{
    const struct row_set *set = making->set;
    uint8_t *fails = ARENA_ARRAY(making->arena, uint8_t, set->count);
    uint32_t *hits = ARENA_ARRAY(making->arena, uint32_t, set->count);

    making->hit_count = 0;
    for (size_t i = 0; i < set->count; i++) {
        struct filter_term *term = NULL;
        fails[i] = (uint8_t)failures(making, &set->rows[i], &term);
        if (!fails[i])
            hits[making->hit_count++] = (uint32_t)i;
        if (fails[i] == 1 && !term->regained++)
            term->regained_name = set->rows[i].name;
    }
    making->fails = fails;
    making->hits = hits;
    making->frame->row_count = making->hit_count;
}

void making_filter(struct making *making)
{
    find_hits(making);
    if (!making->hit_count && set_begun_aside(making))
        find_hits(making);
}
