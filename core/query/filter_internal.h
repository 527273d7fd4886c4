/*
 * What the files of the filter share while a text is read.
 */
#ifndef CORE_QUERY_FILTER_INTERNAL_H
#define CORE_QUERY_FILTER_INTERNAL_H

#include "core/query/filter.h"
#include "core/query/folded.h"

struct filter_reading {
    const struct dataset *dataset;
    size_t rows;
    const struct dimension *dimension; /* of the rows; NULL: periods */
    struct folded *folded;             /* of these */
    const char *text;
    size_t at;
    struct arena *arena;
};

/* Leaves the test with this state and these words (a format). */
void filter_test_fail(const struct filter_reading *reading, struct filter_test *test,
                      enum filter_state state, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The column that a word names: by its id, a letter (x, m, b, t), the beginning of its
 * id or its end ("growth"). False, and the test says why, when there is none or several
 * (filter_column.c). */
bool filter_read_column(const struct filter_reading *reading, const char *word,
                        struct filter_test *test);
/* Whether the word, a slip of the finger apart, is one that filter_read_column() knows
 * (filter_column.c). */
bool filter_names_column(const struct filter_reading *reading, const char *word);
/* The number of a comparison and its suffix, or the column instead, from reading->at
 * on; what it is counts in the test. `column` is the id for messages (filter_number.c).
 */
void filter_read_number(struct filter_reading *reading, const char *column,
                        struct filter_test *test);

/* The field that a word names, and whether its value is the whole name of something
 * (filter_field.c). */
bool filter_read_field(const struct filter_reading *reading, const char *word,
                       struct filter_test *test);
void filter_find_exact(const struct filter_reading *reading, struct filter_test *test);

/* Whether a code or a name of the member fits the test's text. */
bool filter_fits(struct folded *folded, uint32_t member,
                 const struct filter_test *test);

/* What is asked of all members. */
struct filter_asked {
    const struct dimension *dimension;
    struct folded *folded;
    const struct filter_test *test;
    uint8_t *known; /* by member, zeroed: what each has answered for itself */
};

/* Whether the test's words hold for a member of the dimension (filter_field.c). */
bool filter_holds(const struct filter_asked *asked, uint32_t member);

/* Whether a column or a field of these rows begins with the word, folded
 * (filter_column.c). */
bool filter_may_begin(const struct dataset *dataset, size_t rows, const char *word,
                      struct arena *arena);
/* The words of all fields of these rows; returns how many (filter_field.c). */
enum { FILTER_FIELD_MAX = LEVEL_MAX + 8 };
size_t filter_fields(const struct dimension *dimension,
                     const char *words[FILTER_FIELD_MAX]);

/* Whether `text` has `word`: anywhere, or at the start of a word; both folded. */
bool filter_has(const char *text, const char *word, bool is_anywhere);

#endif
