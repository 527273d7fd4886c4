/*
 * Code lists: files that name codes and have no figures, met among the files that are
 * opened together: UN Comtrade's lists of partners, reporters and products (CSV or
 * JSON), those of SDMX, CEPII BACI's, and any with a code and a name.
 *
 * They are told by their headings, and may come before the figures or behind them.
 */
#ifndef CORE_LOAD_CODE_LISTS_H
#define CORE_LOAD_CODE_LISTS_H

#include "core/base/dict.h"
#include "core/load/bytes.h"
#include "core/load/layout.h"

enum { CODE_LIST_MAX = 256, CODE_LIST_OF = 3 };

struct code_list {
    const char *file;
    const char *id;        /* of one of several in a file: "CL_FREQ"; "" */
    const char *const *of; /* CODE_LIST_OF dimensions, NULL: no more */
    struct dict codes;     /* code -> number of its name */
    const char **names;    /* by number */
    uint32_t capacity;     /* of `names` */
    bool is_used;
};

struct code_lists {
    struct code_list list[CODE_LIST_MAX];
    size_t count;
};

/* What such a list is called, for a message; NULL: the headings are of none. */
const char *code_list_words(const struct headings *headings);

/* Whether the first bytes are those of such a list, and not of figures. */
bool code_list_recognises(const char *head, size_t size);

/* Reads the file into the lists, for good in the arena; false when it is none, and then
 * nothing was read of it. What is wrong with a row is not said. */
bool code_lists_read(struct code_lists *lists, struct bytes *bytes,
                     struct arena *arena);

/* The list that names the members of the dimension best: one that is made for it, else
 * one that knows most of its codes; NULL: none does. */
struct code_list *code_lists_for(struct code_lists *lists,
                                 const struct dimension *dimension);
/* NULL: it has no name for it. */
const char *code_list_name(const struct code_list *list, const char *code);

/* Frees what is outside the arena. */
void code_lists_close(struct code_lists *lists);

#endif
