/*
 * Folded: codes and names of the members of a dimension as what is typed is compared
 * with them (text_fold()), and the order that they stand in.
 *
 * Each is folded when somebody asks for it first, and kept: a filter that is typed asks
 * for all of them at every key.
 */
#ifndef CORE_QUERY_FOLDED_H
#define CORE_QUERY_FOLDED_H

#include "core/model/dataset.h"

struct folded; /* made by folded_new() */

/* The dimension lives as long as the arena, which has all the memory. */
struct folded *folded_new(const struct dimension *dimension, struct arena *arena);

const char *folded_code(struct folded *folded, uint32_t member);
/* The names in all languages; NULL after the last. */
const char *const *folded_names(struct folded *folded, uint32_t member);

/* Sets has[member] of all members of which a name has the word in it, folded, anywhere:
 * all names are gone over as one text. */
void folded_mark(struct folded *folded, const char *word, bool *has);

/* The place of each member by its name in that language, or by its code as it is
 * written; equal ones share a place. */
const uint32_t *folded_name_places(struct folded *folded, const char *language);
const uint32_t *folded_code_places(struct folded *folded);

/* What is kept of a dataset from one frame to the next. Zeroed, it is ready, for one
 * dataset in whatever periods. */
struct folded_store {
    struct arena arena;
    struct folded *of[DIMENSION_MAX]; /* NULL: nobody asked */
};

struct folded *folded_get(struct folded_store *store, const struct dataset *dataset,
                          size_t dimension);
void folded_clear(struct folded_store *store);

#endif
