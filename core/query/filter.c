#include "core/query/filter.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/query.h"

#include <stdarg.h>
#include <string.h>

/* Spelling, operator; the longer of two that begin alike comes first. */
static const struct {
    const char *word;
    enum filter_op op;
} ops[] = {
    {"<=", OP_AT_MOST}, {"<>", OP_OTHER},   {"<", OP_LESS},   {">=", OP_AT_LEAST},
    {">", OP_MORE},     {"!=", OP_OTHER},   {"==", OP_EQUAL}, {"=", OP_EQUAL},
    {"≤", OP_AT_MOST},  {"≥", OP_AT_LEAST}, {"≠", OP_OTHER},
};

const char *filter_op_word(enum filter_op op)
{
    static const char *const words[] = {
        [OP_LESS] = "<",      [OP_AT_MOST] = "<=", [OP_MORE] = ">",
        [OP_AT_LEAST] = ">=", [OP_EQUAL] = "=",    [OP_OTHER] = "!=",
    };

    return words[op];
}

void filter_test_fail(const struct filter_reading *reading, struct filter_test *test,
                      enum filter_state state, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    test->mistake = arena_vprintf(reading->arena, format, args);
    va_end(args);
    test->state = state;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The length without blanks at its end. */
static size_t trimmed(const char *text, size_t length)
{
    while (length && is_blank(text[length - 1]))
        length--;
    return length;
}

static void skip_blanks(struct filter_reading *reading)
{
    while (is_blank(reading->text[reading->at]))
        reading->at++;
}

/* The bytes of the operator at that place, 0 when there is none. */
static size_t op_at(const char *text, enum filter_op *op)
{
    for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
        size_t length = strlen(ops[i].word);
        if (strncmp(text, ops[i].word, length) == 0) {
            *op = ops[i].op;
            return length;
        }
    }
    return 0;
}

/* Whether a bare word ends here: at a blank, or before what is enough instead. */
static bool is_end(char c)
{
    return is_blank(c) || c == '|' || c == '\0';
}

static size_t word_length(const char *text)
{
    size_t length = 0;

    while (!is_end(text[length]))
        length++;
    return length;
}

/* Up to a blank; within quotes up to the next one, or to the end while it is typed. */
static const char *read_value(struct filter_reading *reading)
{
    const char *from = reading->text + reading->at;
    bool is_quoted = *from == '"';
    size_t length = is_quoted ? strcspn(++from, "\"") : word_length(from);

    reading->at = (size_t)(from - reading->text) + length;
    if (is_quoted && reading->text[reading->at])
        reading->at++;
    return text_fold(reading->arena, arena_copy(reading->arena, from, length));
}

/* What may be a column or a field: up to a blank, a colon or an operator. */
static const char *read_key(struct filter_reading *reading)
{
    const char *from = reading->text + reading->at;
    size_t length = 0;
    enum filter_op op;

    while (!is_end(from[length]) && from[length] != ':' && !op_at(from + length, &op))
        length++;
    reading->at += length;
    return arena_copy(reading->arena, from, length);
}

static void read_comparison(struct filter_reading *reading, const char *key,
                            struct filter_test *test)
{
    test->kind = FILTER_COMPARISON;
    reading->at += op_at(reading->text + reading->at, &test->op);
    skip_blanks(reading);
    if (*key && filter_read_column(reading, key, test)) {
        filter_read_number(reading, key, test);
        return;
    }
    reading->at += word_length(reading->text + reading->at);
    if (!*key)
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("'%s' needs a column before it: exports %s 100"),
                         filter_op_word(test->op), filter_op_word(test->op));
}

static void read_field(struct filter_reading *reading, const char *key,
                       struct filter_test *test)
{
    test->kind = FILTER_FIELD;
    reading->at++;
    test->text = read_value(reading);
    if (!filter_read_field(reading, key, test))
        return;
    if (!*test->text)
        filter_test_fail(reading, test, FILTER_UNFINISHED, _("'%s:' lacks a value"),
                         key);
    else
        filter_find_exact(reading, test);
}

static void read_word(struct filter_reading *reading, size_t from,
                      struct filter_test *test)
{
    test->kind = FILTER_WORD;
    reading->at = from;
    test->text = read_value(reading);
    if (!*test->text)
        filter_test_fail(reading, test, FILTER_UNFINISHED,
                         _("a word is still to come"));
}

static void read_test(struct filter_reading *reading, struct filter_test *test)
{
    const char *text = reading->text;
    size_t start = reading->at;
    size_t from;
    size_t after;
    enum filter_op op;
    const char *key;

    test->is_negated = text[reading->at] == '-';
    reading->at += test->is_negated;
    from = reading->at;
    key = text[from] == '"' ? NULL : read_key(reading);
    after = reading->at;
    skip_blanks(reading);
    if (key && op_at(text + reading->at, &op) && (*key || reading->at == from))
        read_comparison(reading, key, test);
    else if (key && *key && text[after] == ':')
        reading->at = after, read_field(reading, key, test);
    else
        read_word(reading, from, test);
    if (!test->shown)
        test->shown = arena_copy(reading->arena, text + start,
                                 trimmed(text + start, reading->at - start));
    else if (test->is_negated)
        test->shown = arena_printf(reading->arena, "-%s", test->shown);
}

/* Whether a bar follows; then the place is behind it and its blanks. */
static bool read_bar(struct filter_reading *reading)
{
    size_t at = reading->at;

    skip_blanks(reading);
    if (reading->text[reading->at] != '|') {
        reading->at = at;
        return false;
    }
    reading->at++;
    skip_blanks(reading);
    return true;
}

void filter_term_settle(struct filter_term *term)
{
    term->state = FILTER_MISTAKEN;
    for (const struct filter_test *test = term->tests; test; test = test->next)
        if (test->state < term->state)
            term->state = test->state;
}

static void read_term(struct filter_reading *reading, struct filter_term *term)
{
    struct filter_test **end = &term->tests;

    term->start = reading->at;
    term->shown = "";
    do {
        struct filter_test *test = ARENA_NEW(reading->arena, struct filter_test);
        read_test(reading, test);
        term->shown = end == &term->tests ? test->shown
                                          : arena_printf(reading->arena, "%s | %s",
                                                         term->shown, test->shown);
        *end = test;
        end = &test->next;
    } while (read_bar(reading));
    term->length = trimmed(reading->text + term->start, reading->at - term->start);
    filter_term_settle(term);
}

struct filter filter_read(const struct dataset *dataset, size_t rows, const char *text,
                          struct arena *arena)
{
    struct folded *folded =
        rows == ROWS_PERIOD ? NULL : folded_new(&dataset->dimension[rows], arena);

    return filter_read_with(dataset, rows, text, folded, arena);
}

struct filter filter_read_with(const struct dataset *dataset, size_t rows,
                               const char *text, struct folded *folded,
                               struct arena *arena)
{
    struct filter filter = {.text = text ? text : ""};
    struct filter_reading reading = {
        .dataset = dataset,
        .rows = rows,
        .dimension = rows == ROWS_PERIOD ? NULL : &dataset->dimension[rows],
        .folded = folded,
        .text = filter.text,
        .arena = arena,
    };

    /* Every term takes at least one byte of the text. */
    filter.terms = ARENA_ARRAY(arena, struct filter_term, strlen(filter.text) + 1);
    for (skip_blanks(&reading); reading.text[reading.at]; skip_blanks(&reading)) {
        struct filter_term *term = &filter.terms[filter.count++];
        read_term(&reading, term);
        filter.holding += term->state == FILTER_HOLDS;
    }
    return filter;
}

const struct filter_test *filter_problem(const struct filter *filter)
{
    const struct filter_test *unfinished = NULL;

    for (size_t i = 0; i < filter->count; i++)
        for (const struct filter_test *test = filter->terms[i].tests; test;
             test = test->next) {
            if (test->state == FILTER_MISTAKEN)
                return test;
            if (test->state == FILTER_UNFINISHED && !unfinished)
                unfinished = test;
        }
    return unfinished;
}

const char *filter_without(const struct filter *filter, size_t term,
                           struct arena *arena)
{
    size_t start = filter->terms[term].start;
    const char *rest = filter->text + start + filter->terms[term].length;

    while (start && is_blank(filter->text[start - 1]))
        start--;
    rest += strspn(rest, " \t");
    return arena_printf(arena, "%.*s%s%s", (int)start, filter->text,
                        start && *rest ? " " : "", rest);
}

const char *filter_quoted(const char *word, struct arena *arena)
{
    if (strchr(word, '"'))
        return NULL;
    return arena_printf(arena, strpbrk(word, " \t|") ? "\"%s\"" : "%s", word);
}
