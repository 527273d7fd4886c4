/*
 * Column specs by name: which columns a dataset could have, and how they are called.
 *
 *     struct column_spec spec;
 *     if (column_spec_read(dataset, "exports-rolling", &spec, diags))
 *         query.columns = &spec, query.column_count = 1;
 */
#ifndef CORE_QUERY_INDICATOR_SPEC_H
#define CORE_QUERY_INDICATOR_SPEC_H

#include "core/base/diag.h"
#include "core/model/dataset.h"
#include "core/query/indicator.h"

#include <stdbool.h>
#include <stddef.h>

/* "cover", "exports", "exports-growth". */
const char *column_spec_id(const struct dataset *dataset, struct column_spec spec,
                           struct arena *arena);

/* Whether the dataset has what the indicator needs. A column may still be empty: RCA
 * needs a query that is narrowed, too. */
bool column_spec_is_available(const struct dataset *dataset, struct column_spec spec);

/* Says in `diags` what is meant or what lacks when there is no such column. */
bool column_spec_read(const struct dataset *dataset, const char *id,
                      struct column_spec *spec, struct diag_list *diags);

#endif
