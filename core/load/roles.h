/*
 * Roles by their words: what a person may say that a column is.
 */
#ifndef CORE_LOAD_ROLES_H
#define CORE_LOAD_ROLES_H

#include "core/load/layout.h"

/* word, role, dimension or measure that it is of, what it is */
#define ROLE_WORDS(X)                                                        \
    X("period", ROLE_PERIOD, NULL, "2024, 2024-Q3, 2024-07, Jul-2024, ...")  \
    X("year", ROLE_YEAR, NULL, "the year, with a month beside it")           \
    X("month", ROLE_MONTH, NULL, "1 to 12, or its name")                     \
    X("quarter", ROLE_QUARTER, NULL, "1 to 4, or Q1 to Q4")                  \
    X("reporter", ROLE_REPORTER, NULL, "whose trade it is: a code or name")  \
    X("reporter-name", ROLE_REPORTER_NAME, NULL, "its name, beside a code")  \
    X("partner", ROLE_CODE, "partner", "whom it is with: a code or name")    \
    X("partner-name", ROLE_NAME, "partner", "its name, beside a code")       \
    X("product", ROLE_CODE, "product", "what is traded: a code or name")     \
    X("product-name", ROLE_NAME, "product", "its name, beside a code")       \
    X("exports", ROLE_FIGURE, "exports", "figures of exports")               \
    X("imports", ROLE_FIGURE, "imports", "figures of imports")               \
    X("re-exports", ROLE_FIGURE, "re_exports", "figures of re-exports")      \
    X("flow", ROLE_FLOW, NULL, "whether value is exports or imports")        \
    X("value", ROLE_VALUE, NULL, "figures of the flow beside them")          \
    X("unit", ROLE_UNIT, NULL, "the currency of each row, and its scale")    \
    X("scale", ROLE_SCALE, NULL, "the power of ten of each row")             \
    X("flag", ROLE_FLAG, NULL, "status: p, e, c, ...")                       \
    X("note", ROLE_REMARK, NULL, "a remark on the row")                      \
    X("vintage", ROLE_VINTAGE, NULL, "release or classification of the row") \
    X("skip", ROLE_SKIP, NULL, "not read")

struct role_word {
    const char *word;
    enum role role;
    const char *of; /* NULL for roles of no dimension or measure */
    const char *help;
};

extern const struct role_word role_words[];
extern const size_t role_word_count;

/* The role of this word, or NULL. */
const struct role_word *role_find(const char *word, size_t length);

#endif
