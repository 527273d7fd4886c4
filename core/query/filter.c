#include "core/query/filter.h"

#include "core/base/text.h"
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

void filter_term_fail(const struct filter_reading *reading, struct filter_term *term,
                      enum filter_state state, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    term->mistake = arena_vprintf(reading->arena, format, args);
    va_end(args);
    term->state = state;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
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

/* Up to a blank; within quotes up to the next one, or to the end while it is typed. */
static const char *read_value(struct filter_reading *reading)
{
    const char *from = reading->text + reading->at;
    bool is_quoted = *from == '"';
    size_t length = is_quoted ? strcspn(++from, "\"") : strcspn(from, " \t");

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

    while (from[length] && !is_blank(from[length]) && from[length] != ':' &&
           !op_at(from + length, &op))
        length++;
    reading->at += length;
    return arena_copy(reading->arena, from, length);
}

static void read_comparison(struct filter_reading *reading, const char *key,
                            struct filter_term *term)
{
    term->kind = FILTER_COMPARISON;
    reading->at += op_at(reading->text + reading->at, &term->op);
    skip_blanks(reading);
    if (*key && filter_read_column(reading, key, term)) {
        filter_read_number(reading, key, term);
        return;
    }
    reading->at += strcspn(reading->text + reading->at, " \t");
    if (!*key)
        filter_term_fail(reading, term, FILTER_MISTAKEN,
                         "'%s' needs a column before it: exports %s 100",
                         filter_op_word(term->op), filter_op_word(term->op));
}

static void read_field(struct filter_reading *reading, const char *key,
                       struct filter_term *term)
{
    term->kind = FILTER_FIELD;
    reading->at++;
    term->text = read_value(reading);
    if (!filter_read_field(reading, key, term))
        return;
    if (!*term->text)
        filter_term_fail(reading, term, FILTER_UNFINISHED, "'%s:' lacks a value", key);
    else
        filter_find_exact(reading, term);
}

static void read_word(struct filter_reading *reading, size_t from,
                      struct filter_term *term)
{
    term->kind = FILTER_WORD;
    reading->at = from;
    term->text = read_value(reading);
    if (!*term->text)
        filter_term_fail(reading, term, FILTER_UNFINISHED, "a word is still to come");
}

static void read_term(struct filter_reading *reading, struct filter_term *term)
{
    const char *text = reading->text;
    size_t from;
    size_t after;
    enum filter_op op;
    const char *key;

    term->start = reading->at;
    term->is_negated = text[reading->at] == '-';
    reading->at += term->is_negated;
    from = reading->at;
    key = text[from] == '"' ? NULL : read_key(reading);
    after = reading->at;
    skip_blanks(reading);
    if (key && op_at(text + reading->at, &op) && (*key || reading->at == from))
        read_comparison(reading, key, term);
    else if (key && *key && text[after] == ':')
        reading->at = after, read_field(reading, key, term);
    else
        read_word(reading, from, term);
    term->length = reading->at - term->start;
    while (term->length && is_blank(text[term->start + term->length - 1]))
        term->length--;
    if (!term->shown)
        term->shown = arena_copy(reading->arena, text + term->start, term->length);
    else if (term->is_negated)
        term->shown = arena_printf(reading->arena, "-%s", term->shown);
}

struct filter filter_read(const struct dataset *dataset, size_t rows, const char *text,
                          struct arena *arena)
{
    struct filter filter = {.text = text ? text : ""};
    struct filter_reading reading = {
        .dataset = dataset,
        .rows = rows,
        .dimension = rows == ROWS_PERIOD ? NULL : &dataset->dimension[rows],
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

const struct filter_term *filter_problem(const struct filter *filter)
{
    const struct filter_term *unfinished = NULL;

    for (size_t i = 0; i < filter->count; i++) {
        if (filter->terms[i].state == FILTER_MISTAKEN)
            return &filter->terms[i];
        if (filter->terms[i].state == FILTER_UNFINISHED && !unfinished)
            unfinished = &filter->terms[i];
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
    return arena_printf(arena, strpbrk(word, " \t") ? "\"%s\"" : "%s", word);
}
