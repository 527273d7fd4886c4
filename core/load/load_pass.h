/*
 * One pass over what is loaded, from its first file to the dataset. For load.c only.
 */
#ifndef CORE_LOAD_LOAD_PASS_H
#define CORE_LOAD_LOAD_PASS_H

#include "core/load/converted.h"
#include "core/load/load.h"

/* It is in memory that a longjmp() does not touch. */
struct load {
    struct source *source;
    const char *name; /* of the first file */
    const char *const *paths;
    size_t path_count;
    const void *memory; /* instead of what is at the path; NULL: none */
    size_t memory_size;
    const struct load_limits *limits; /* with a progress */
    struct dataset *dataset;
    struct diag_list *diags; /* of this pass, empty at first */
    struct builder *builder;
    const struct format_ops *format;
    void *state; /* the format's */
    struct arena_budget budget;
    struct load_limits own_limits;
    size_t skipped; /* files of archives that are no data */
    const char *skipped_names;
    const char *list_names; /* of lists of codes among the files */
    struct converted converted;
    struct decimal_signs *signs; /* of this pass and those before */
};

/* The dataset is closed when it is not good. */
enum load_result load_pass(struct load *load);

#endif
