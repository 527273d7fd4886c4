/*
 * Comparisons of a filter: which column is meant, and which number.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_spec.h"

#include <string.h>

/* The columns that a word may mean. */
struct candidates {
    struct column_spec spec[AVAILABLE_MAX];
    const char *id[AVAILABLE_MAX];
    size_t count;
};

static void add_ids(const struct filter_reading *reading, struct candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++)
        candidates->id[i] =
            column_spec_id(reading->dataset, candidates->spec[i], reading->arena);
}

/* A letter stands for what people ask for most. */
static bool read_letter(const struct filter_reading *reading, const char *word,
                        struct column_spec *spec)
{
    static const char letters[] = "xmbt";
    const char *letter = strchr(letters, *word);
    struct frame flows = {.dataset = reading->dataset};

    if (!letter || word[1])
        return false;
    frame_find_flows(&flows);
    *spec =
        (const struct column_spec[]){{INDICATOR_FIGURE, flows.exports},
                                     {INDICATOR_FIGURE, flows.imports},
                                     {INDICATOR_BALANCE, MEASURE_NONE},
                                     {INDICATOR_TOTAL, MEASURE_NONE}}[letter - letters];
    return column_spec_is_available(reading->dataset, *spec);
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool ends(const char *text, const char *with)
{
    size_t length = strlen(text);
    size_t tail = strlen(with);

    return length > tail && text[length - tail - 1] == '-' &&
           strcmp(text + length - tail, with) == 0;
}

/* The candidate that fits; of several the one that all others go on from, as "exports"
 * of "exports" and "exports-growth". SIZE_MAX: none; `rival` is another that fits as
 * well, SIZE_MAX when it is clear. */
static size_t pick(const struct candidates *candidates, const char *word,
                   bool (*fits)(const char *, const char *), size_t *rival)
{
    size_t found = SIZE_MAX;

    *rival = SIZE_MAX;
    for (size_t i = 0; i < candidates->count; i++)
        if (fits(candidates->id[i], word) &&
            (found == SIZE_MAX ||
             strlen(candidates->id[i]) < strlen(candidates->id[found])))
            found = i;
    for (size_t i = 0; i < candidates->count && found != SIZE_MAX; i++)
        if (fits(candidates->id[i], word) &&
            !begins(candidates->id[i], candidates->id[found]))
            *rival = i;
    return found;
}

static bool fail_unknown(const struct filter_reading *reading,
                         const struct candidates *all, const char *word,
                         struct filter_test *test)
{
    const char *closest = text_closest(word, all->id, all->count);
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = frame_column_specs(reading->dataset, specs, AVAILABLE_MAX);
    const char *list = "";

    if (closest) {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("unknown column '%s'; did you mean '%s'?"), word, closest);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        list = arena_printf(reading->arena, "%s%s%s", list, i ? ", " : "",
                            column_spec_id(reading->dataset, specs[i], reading->arena));
    filter_test_fail(reading, test, FILTER_MISTAKEN,
                     _("unknown column '%s'; there are %s, ..."), word, list);
    return false;
}

static bool take(const struct filter_reading *reading,
                 const struct candidates *candidates, size_t found, size_t rival,
                 struct filter_test *test)
{
    if (rival != SIZE_MAX) {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("that may be '%s' or '%s': write more of it"),
                         candidates->id[found], candidates->id[rival]);
        return false;
    }
    test->column = candidates->spec[found];
    return true;
}

/* What every table shows goes before what can be asked for. */
bool filter_read_column(const struct filter_reading *reading, const char *word,
                        struct filter_test *test)
{
    static bool (*const ways[])(const char *, const char *) = {begins, ends};
    struct candidates usual;
    struct candidates all;
    const struct candidates *const sets[] = {&usual, &all};
    const char *folded = text_fold(reading->arena, word);

    usual.count = frame_column_specs(reading->dataset, usual.spec, AVAILABLE_MAX);
    all.count = frame_available_specs(reading->dataset, all.spec, AVAILABLE_MAX);
    add_ids(reading, &usual);
    add_ids(reading, &all);
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.id[i], folded) == 0)
            return take(reading, &all, i, SIZE_MAX, test);
    if (read_letter(reading, folded, &test->column))
        return true;
    for (size_t w = 0; w < 2; w++)
        for (size_t s = 0; s < 2; s++) {
            size_t rival;
            size_t found = pick(sets[s], folded, ways[w], &rival);
            if (found != SIZE_MAX)
                return take(reading, sets[s], found, rival, test);
        }
    return fail_unknown(reading, &all, word, test);
}

bool filter_may_begin(const struct dataset *dataset, size_t rows, const char *word,
                      struct arena *arena)
{
    const char *words[FILTER_FIELD_MAX];
    struct candidates all;
    struct filter_reading reading = {.dataset = dataset, .arena = arena};
    size_t count =
        filter_fields(rows == ROWS_PERIOD ? NULL : &dataset->dimension[rows], words);

    all.count = frame_available_specs(dataset, all.spec, AVAILABLE_MAX);
    add_ids(&reading, &all);
    for (size_t i = 0; i < all.count; i++)
        if (begins(all.id[i], word) || ends(all.id[i], word))
            return true;
    for (size_t i = 0; i < count; i++)
        if (begins(words[i], word))
            return true;
    return false;
}

static const struct {
    const char *word;
    int exponent;
} suffixes[] = {{"k", 3},   {"thousand", 3}, {"mn", 6}, {"bn", 9},
                {"tn", 12}, {"万", 4},       {"亿", 8}, {"万亿", 12}};

enum { SUFFIXES = sizeof(suffixes) / sizeof(suffixes[0]) };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether a comma there parts groups of three digits, as the screen writes them. */
static bool is_grouping(const char *text, size_t at)
{
    return at > 0 && is_digit(text[at - 1]) && is_digit(text[at + 1]) &&
           is_digit(text[at + 2]) && is_digit(text[at + 3]) && !is_digit(text[at + 4]);
}

/* As files have numbers: "−1,014.7" is "-1014.7", "+5" is "5". */
static const char *plain_number(const char *text, struct arena *arena)
{
    static const char minus[] = "−";
    char *out = ARENA_ARRAY(arena, char, strlen(text) + 2);
    size_t used = 0;
    size_t at = 0;

    if (begins(text, minus))
        out[used++] = '-', at = strlen(minus);
    else if (*text == '+')
        at = 1;
    for (; text[at]; at++)
        if (text[at] != ',' || !is_grouping(text, at))
            out[used++] = text[at];
    return out;
}

static bool is_percent(const struct filter_reading *reading, struct column_spec spec)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);

    return ops->unit == INDICATOR_IN_PERCENT || ops->unit == INDICATOR_IN_POINTS ||
           (ops->unit == INDICATOR_IN_CURRENCY && ops->is_per_measure &&
            reading->dataset->measure[spec.measure].unit.kind == UNIT_PERCENT);
}

static bool has_scale(const struct filter_reading *reading, struct column_spec spec)
{
    return indicator_ops(spec.indicator)->unit == INDICATOR_IN_CURRENCY &&
           !is_percent(reading, spec);
}

/* Whether `suffix` is one, or begins one (`is_begun`). */
static bool read_suffix(const char *suffix, struct filter_test *test, bool *is_begun)
{
    *is_begun = false;
    for (size_t i = 0; i < SUFFIXES; i++) {
        *is_begun = *is_begun || begins(suffixes[i].word, suffix);
        if (strcmp(suffixes[i].word, suffix) != 0)
            continue;
        test->has_suffix = true;
        test->exponent = suffixes[i].exponent;
        return true;
    }
    return false;
}

static void set_suffix(const struct filter_reading *reading, const char *suffix,
                       struct filter_test *test)
{
    bool is_begun;

    if (strcmp(suffix, "%") == 0) {
        if (!is_percent(reading, test->column))
            filter_test_fail(reading, test, FILTER_MISTAKEN,
                             _("this column is no percentage"));
        return;
    }
    if (read_suffix(suffix, test, &is_begun)) {
        if (!has_scale(reading, test->column))
            filter_test_fail(reading, test, FILTER_MISTAKEN,
                             _("this column counts no '%s': write the number alone"),
                             suffix);
    } else if (is_begun) {
        filter_test_fail(reading, test, FILTER_UNFINISHED, _("'%s' is not finished"),
                         suffix);
    } else {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("unknown suffix '%s'; say k, mn, bn, tn, %s or %%"), suffix,
                         "万, 亿");
    }
}

/* "exports > 2 bn": the suffix may stand apart. */
static const char *apart_suffix(struct filter_reading *reading)
{
    const char *rest = reading->text + reading->at;
    size_t blanks = strspn(rest, " \t");
    size_t length = strcspn(rest + blanks, " \t");
    const char *word =
        text_fold(reading->arena, arena_copy(reading->arena, rest + blanks, length));
    struct filter_test ignored;
    bool is_begun;

    if (!length || (!read_suffix(word, &ignored, &is_begun) && strcmp(word, "%") != 0))
        return "";
    reading->at += blanks + length;
    return word;
}

/* The number as typed, whose end may be still to come: "", "-", "1.", "1e". */
static void read_digits(const struct filter_reading *reading, const char *column,
                        const char *digits, struct filter_test *test)
{
    struct number number;
    const char *longer = arena_printf(reading->arena, "%s0", digits);

    if (number_read(digits, strlen(digits), &number)) {
        test->number = number.value;
        test->decimals = number.decimals;
    } else if (number_read(longer, strlen(longer), &number)) {
        filter_test_fail(reading, test, FILTER_UNFINISHED, _("'%s %s' lacks a number"),
                         column, filter_op_word(test->op));
    } else {
        filter_test_fail(reading, test, FILTER_MISTAKEN, "%s",
                         number_hint(digits, strlen(digits)));
    }
}

void filter_read_number(struct filter_reading *reading, const char *column,
                        struct filter_test *test)
{
    const char *from = reading->text + reading->at;
    size_t length = strcspn(from, " \t");
    const char *token =
        plain_number(arena_copy(reading->arena, from, length), reading->arena);
    size_t digits = strspn(token, "0123456789.,+-eE");
    const char *suffix = text_fold(reading->arena, token + digits);
    const char *number = arena_copy(reading->arena, token, digits);

    reading->at += length;
    if (length && !digits) {
        filter_test_fail(reading, test, FILTER_MISTAKEN, _("'%.*s' is no number"),
                         (int)length, from);
        return;
    }
    read_digits(reading, column, number, test);
    if (!*suffix && test->state == FILTER_HOLDS)
        suffix = apart_suffix(reading);
    if (*suffix && test->state == FILTER_HOLDS)
        set_suffix(reading, suffix, test);
    if (test->state == FILTER_HOLDS)
        test->shown =
            arena_printf(reading->arena, "%s %s %s%s%s",
                         column_spec_id(reading->dataset, test->column, reading->arena),
                         filter_op_word(test->op), number,
                         *suffix && *suffix != '%' ? " " : "", suffix);
}
