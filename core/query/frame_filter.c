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

/* That a row fails more terms than one is all there is to know. */
enum { MANY = 2 };

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

/* What a test needs of all rows. */
struct sieve {
    const struct making *making;
    const struct filter_test *test;
    bool *holds; /* by row: whether the term does, so far */
    struct arena *scratch;
};

/* Whether a word begins in a name of the member or of what is above it; each is asked
 * once. The whole is no ancestor worth naming. */
static bool is_below(const struct sieve *sieve, uint32_t member, uint8_t *known)
{
    enum { UNKNOWN, NOT, IS };
    const struct making *making = sieve->making;

    if (member == MEMBER_NONE || member == making->top)
        return false;
    if (known[member] == UNKNOWN) {
        bool has = member_has_word(making->folded, member, sieve->test->text, false) ||
                   is_below(sieve, making->rows->members[member].parent, known);
        known[member] = has ? IS : NOT;
    }
    return known[member] == IS;
}

/* Groups have no ancestors. */
static bool is_in_group(const struct sieve *sieve, const struct member *member,
                        uint8_t *known)
{
    enum { UNKNOWN, NOT, IS };

    for (size_t i = 0; i < member->group_count; i++) {
        uint32_t group = member->groups[i];
        if (known[group] == UNKNOWN)
            known[group] =
                member_has_word(sieve->making->folded, group, sieve->test->text, false)
                    ? IS
                    : NOT;
        if (known[group] == IS)
            return true;
    }
    return false;
}

/* Own names match anywhere; those of ancestors and groups at the start of a word, so
 * that "asia" means the continent. */
static void sift_words(const struct sieve *sieve)
{
    const struct making *making = sieve->making;
    const struct dimension *rows = making->rows;
    const char *word = sieve->test->text;
    const size_t length = strlen(word);
    bool *has = ARENA_ARRAY(sieve->scratch, bool, rows->member_count);
    uint8_t *above = ARENA_ARRAY(sieve->scratch, uint8_t, rows->member_count);
    uint8_t *groups = ARENA_ARRAY(sieve->scratch, uint8_t, rows->member_count);

    folded_mark(making->folded, word, has);
    for (size_t i = 0; i < making->set->count; i++) {
        uint32_t member = making->set->rows[i].member;
        const struct member *of = &rows->members[member];
        bool has_word =
            has[member] ||
            strncmp(folded_code(making->folded, member), word, length) == 0 ||
            is_below(sieve, of->parent, above) || is_in_group(sieve, of, groups);
        sieve->holds[i] |= has_word != sieve->test->is_negated;
    }
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
 * 3733.7. */
static bool is_written_so(const struct filter_test *test, double value, int scale)
{
    return (test->op == OP_EQUAL || test->op == OP_OTHER) &&
           round(number_scale(value, test->decimals - scale)) ==
               round(number_scale(test->number, test->decimals));
}

static const struct value *values_of(const struct sieve *sieve, struct column_spec spec)
{
    const struct frame *frame = sieve->making->frame;

    return frame->columns[frame_column(frame, spec)].values;
}

/* A figure that is missing satisfies nothing, not even a negation. */
static void sift_by_other(const struct sieve *sieve)
{
    const struct filter_test *test = sieve->test;
    const struct value *values = values_of(sieve, test->column);
    const struct value *others = values_of(sieve, test->other);

    for (size_t i = 0; i < sieve->making->set->count; i++)
        if (value_is_number(values[i]) && value_is_number(others[i]))
            sieve->holds[i] |=
                compare(test->op, values[i].number, others[i].number,
                        values[i].number == others[i].number) != test->is_negated;
}

static void sift_by_number(const struct sieve *sieve)
{
    const struct filter_test *test = sieve->test;
    const struct frame *frame = sieve->making->frame;
    const struct frame_column *column =
        &frame->columns[frame_column(frame, test->column)];
    const int scale = test->has_suffix                         ? test->exponent
                      : column->is_percent || column->is_plain ? 0
                                                               : frame->filter_scale;
    const double number = number_scale(test->number, scale);

    for (size_t i = 0; i < sieve->making->set->count; i++) {
        const struct value *value = &column->values[i];
        if (value_is_number(*value))
            sieve->holds[i] |=
                compare(test->op, value->number, number,
                        is_written_so(test, value->number, scale)) != test->is_negated;
    }
}

static void sift_fields(const struct sieve *sieve)
{
    const struct making *making = sieve->making;
    struct filter_asked asked = {
        making->rows, making->folded, sieve->test,
        ARENA_ARRAY(sieve->scratch, uint8_t, making->rows->member_count)};

    for (size_t i = 0; i < making->set->count; i++)
        sieve->holds[i] |= filter_holds(&asked, making->set->rows[i].member) !=
                           sieve->test->is_negated;
}

static void sift_periods(const struct sieve *sieve)
{
    const char *text = sieve->test->text;

    for (size_t i = 0; i < sieve->making->set->count; i++) {
        const struct frame_row *row = &sieve->making->set->rows[i];
        bool has_text = filter_has(row->code, text, true) ||
                        filter_has(text_fold(sieve->scratch, row->name), text, true);
        sieve->holds[i] |= has_text != sieve->test->is_negated;
    }
}

static void sift(const struct sieve *sieve)
{
    const struct filter_test *test = sieve->test;

    if (test->state != FILTER_HOLDS)
        return;
    if (test->kind == FILTER_COMPARISON && test->has_other)
        sift_by_other(sieve);
    else if (test->kind == FILTER_COMPARISON)
        sift_by_number(sieve);
    else if (!sieve->making->rows)
        sift_periods(sieve);
    else if (test->kind == FILTER_WORD)
        sift_words(sieve);
    else
        sift_fields(sieve);
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

/* How many terms each row fails, and the first of them. A term none of whose tests
 * holds asks for nothing. */
static uint32_t *find_fails(const struct making *making, uint8_t *fails,
                            struct arena *scratch)
{
    const struct filter *filter = &making->frame->filter;
    const size_t count = making->set->count;
    uint32_t *first = ARENA_ARRAY(scratch, uint32_t, count);
    bool *holds = ARENA_ROOM(scratch, bool, count);

    for (size_t t = 0; t < filter->count; t++) {
        struct sieve sieve = {making, NULL, holds, scratch};
        if (filter->terms[t].state != FILTER_HOLDS)
            continue;
        memset(holds, 0, count * sizeof(*holds));
        for (sieve.test = filter->terms[t].tests; sieve.test;
             sieve.test = sieve.test->next)
            sift(&sieve);
        for (size_t i = 0; i < count; i++)
            if (!holds[i] && fails[i] < MANY && !fails[i]++)
                first[i] = (uint32_t)t;
    }
    return first;
}

/* Finds what satisfies every term. */
static void find_hits(struct making *making)
{
    const struct row_set *set = making->set;
    struct arena scratch = {0};
    uint8_t *fails = ARENA_ARRAY(making->arena, uint8_t, set->count);
    uint32_t *hits = ARENA_ROOM(making->arena, uint32_t, set->count);
    const uint32_t *first = set->count ? find_fails(making, fails, &scratch) : NULL;

    making->hit_count = 0;
    for (size_t i = 0; i < set->count; i++) {
        struct filter_term *term = &making->frame->filter.terms[first[i]];
        if (!fails[i])
            hits[making->hit_count++] = (uint32_t)i;
        if (fails[i] == 1 && !term->regained++)
            term->regained_name = set->rows[i].name;
    }
    making->fails = fails;
    making->hits = hits;
    making->frame->row_count = making->hit_count;
    arena_clear(&scratch);
}

void making_filter(struct making *making)
{
    find_hits(making);
    if (!making->hit_count && set_begun_aside(making))
        find_hits(making);
}
