/*
 * Convert: a dataset as a file of ours (datasets/README.md), which gives the same
 * dataset when it is read.
 *
 * A few rows stand in the YAML itself; many go to a CSV file beside it that `data:`
 * names. What the program has found out about totals, blocs and levels is written down,
 * so that nothing is found out twice.
 */
#ifndef CORE_EXPORT_CONVERT_H
#define CORE_EXPORT_CONVERT_H

#include "core/load/load.h"
#include "core/model/dataset.h"

/* So many observations stand in the YAML itself at most. */
enum { CONVERT_INLINE_MAX = 2000 };

/* Writes `path`, and for more observations than `inline_max` the file of the same name
 * that ends in .csv; both are new, and there whole or not at all. False after reporting
 * why not. */
bool convert_dataset(const struct dataset *dataset, const char *path, size_t inline_max,
                     struct diag_list *diags);

/* Writes a dataset that only names the tables it is made of, `given` (paths.h), and
 * what was answered about them. They must lie in the folder of `path`, a new file. */
bool convert_answers(const struct dataset *dataset, const struct load_answers *answers,
                     const char *given, const char *path, struct diag_list *diags);

#endif
