/*
 * Loaded: a dataset that a test reads, with what was said of it.
 */
#ifndef TESTS_LOADED_H
#define TESTS_LOADED_H

#include "core/load/load.h"

struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
    enum load_result result;
};

/* Empty, with its list of messages ready for use. */
void loaded_open(struct loaded *loaded);
/* Opens it and reads these bytes, as a file of that name. */
void loaded_bytes(struct loaded *loaded, const char *name, const char *bytes,
                  size_t size, const struct load_limits *limits);
void loaded_close(struct loaded *loaded);

/* The first message, "" when there is none. */
const char *loaded_message(const struct loaded *loaded);
/* The first of a mistake. */
const char *loaded_error(const struct loaded *loaded);

/* The figure of a measure for the member of the first dimension, of any for NULL, in
 * base units; fails the test when there is no such row. */
struct value loaded_figure(const struct dataset *dataset, const char *measure,
                           const char *code, const char *period);

/* The member of this code; fails the test when there is none. */
const struct member *loaded_member(const struct dataset *dataset, const char *dimension,
                                   const char *code);

#endif
