/*
 * Kinds of lists of codes, by their headings. For code_lists.c only.
 */
#ifndef CORE_LOAD_CODE_LIST_KINDS_H
#define CORE_LOAD_CODE_LIST_KINDS_H

#include "core/load/layout.h"

enum { CODE_LIST_HEADINGS = 3 };

/* By headings that it has: what it is called, and which columns have codes, of two
 * kinds perhaps, and names. */
struct code_list_kind {
    const char *headings[CODE_LIST_HEADINGS]; /* folded; NULL: no more */
    const char *words;
    const char *code;
    const char *other_code; /* NULL: none */
    const char *name;       /* NULL: it names no codes */
    const char *const *of;
    const char *id; /* the column that says which list a row is of; NULL */
};

/* NULL: these are no headings of a list of codes. */
const struct code_list_kind *code_list_kind_of(const struct headings *headings);

#endif
