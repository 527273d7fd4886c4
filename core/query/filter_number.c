/*
 * Comparisons of a filter: which number is meant.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_spec.h"

#include <string.h>

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
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

/* Whether a blank and three digits that belong to the number before begin there. */
static bool is_group(const char *text)
{
    return text[0] == ' ' && is_digit(text[1]) && is_digit(text[2]) &&
           is_digit(text[3]) && !is_digit(text[4]) && text[4] != ',';
}

/* The bytes of a number with its suffix: up to a blank that parts no group of three
 * digits from others, "1 000.5bn". */
static size_t number_length(const char *text)
{
    static const char minus[] = "−";
    size_t at = begins(text, minus) ? strlen(minus) : strspn(text, "+-");
    size_t digits = strspn(text + at, "0123456789");

    at += digits;
    while (digits && digits <= 3 && is_group(text + at))
        at += 4;
    return at + strcspn(text + at, " \t|");
}

/* As files have numbers: "−1,014.7" and "−1 014.7" are "-1014.7", "+5" is "5". */
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
        if (text[at] != ' ' && (text[at] != ',' || !is_grouping(text, at)))
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
    size_t length = strcspn(rest + blanks, " \t|");
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

/* "exports > imports": a letter where no number begins with one. */
static void read_other(struct filter_reading *reading, size_t length,
                       struct filter_test *test)
{
    struct filter_test other = {.op = test->op};
    const char *word = arena_copy(reading->arena, reading->text + reading->at, length);

    reading->at += length;
    test->has_other = filter_read_column(reading, word, &other);
    test->other = other.column;
    if (!test->has_other) {
        test->mistake = other.mistake;
        test->state = other.state;
    } else if (column_spec_equal(test->column, test->other)) {
        filter_test_fail(reading, test, FILTER_UNFINISHED,
                         _("'%s' is compared with itself"), word);
    } else {
        test->shown =
            arena_printf(reading->arena, "%s %s %s",
                         column_spec_id(reading->dataset, test->column, reading->arena),
                         filter_op_word(test->op),
                         column_spec_id(reading->dataset, test->other, reading->arena));
    }
}

void filter_read_number(struct filter_reading *reading, const char *column,
                        struct filter_test *test)
{
    const char *from = reading->text + reading->at;
    size_t length = number_length(from);
    const char *token =
        plain_number(arena_copy(reading->arena, from, length), reading->arena);
    size_t digits = strchr("eE", *token) ? 0 : strspn(token, "0123456789.,+-eE");
    const char *suffix = text_fold(reading->arena, token + digits);
    const char *number = arena_copy(reading->arena, token, digits);

    if (!digits && filter_names_column(reading, token)) {
        read_other(reading, length, test);
        return;
    }
    reading->at += length;
    if (length && !digits) {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("'%.*s' is neither a number nor a column"), (int)length,
                         from);
        return;
    }
    read_digits(reading, column, number, test);
    if (!*suffix && test->state == FILTER_HOLDS)
        suffix = apart_suffix(reading);
    if (*suffix && test->state == FILTER_HOLDS)
        set_suffix(reading, suffix, test);
    if (test->state == FILTER_HOLDS && !*suffix && has_scale(reading, test->column)) {
        test->number_at = reading->at - length;
        test->number_length = length;
    }
    if (test->state == FILTER_HOLDS)
        test->shown =
            arena_printf(reading->arena, "%s %s %s%s%s",
                         column_spec_id(reading->dataset, test->column, reading->arena),
                         filter_op_word(test->op), number,
                         *suffix && *suffix != '%' ? " " : "", suffix);
}

/* The largest suffix whose power of ten is at most the scale's, by its place. */
static size_t suffix_for(int scale)
{
    size_t found = 0;

    for (size_t i = 1; i < SUFFIXES; i++)
        if (suffixes[i].exponent <= scale &&
            suffixes[i].exponent > suffixes[found].exponent)
            found = i;
    return found;
}

/* "500 bn"; "0.005 k" of 5 where no suffix is as small. */
static const char *amount_text(const struct filter *filter,
                               const struct filter_test *test, int scale,
                               struct arena *arena)
{
    size_t suffix = suffix_for(scale);
    int shift = scale - suffixes[suffix].exponent;
    int decimals = test->decimals > shift ? test->decimals - shift : 0;

    if (!shift)
        return arena_printf(arena, "%.*s %s", (int)test->number_length,
                            filter->text + test->number_at, suffixes[suffix].word);
    return arena_printf(arena, "%.*f %s", decimals, number_scale(test->number, shift),
                        suffixes[suffix].word);
}

const char *filter_fixed(const struct filter *filter, int scale, struct arena *arena)
{
    const char *text = "";
    size_t from = 0;

    for (size_t i = 0; i < filter->count; i++)
        for (const struct filter_test *test = filter->terms[i].tests; test;
             test = test->next) {
            if (!test->number_length)
                continue;
            text = arena_printf(arena, "%s%.*s%s", text, (int)(test->number_at - from),
                                filter->text + from,
                                amount_text(filter, test, scale, arena));
            from = test->number_at + test->number_length;
        }
    return arena_printf(arena, "%s%s", text, filter->text + from);
}
