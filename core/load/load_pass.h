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
    const struct load_limits *limits;
    struct dataset *dataset;
    struct diag_list *diags;
    struct builder *builder;
    const struct format_ops *format;
    void *state; /* the format's */
    size_t errors_before;
    struct diag_list diags_before;
    struct arena_budget budget;
    struct load_progress unseen; /* when nobody looks */
    struct load_limits own_limits;
    size_t skipped; /* files of archives that are no data */
    const char *skipped_names;
    const char *list_names; /* of lists of codes among the files */
    struct converted converted;
};

/* The dataset is closed when it is not good. */
enum load_result load_pass(struct load *load);

#endif
