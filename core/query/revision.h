/*
 * Revisions: what changed between two releases of one dataset.
 *
 * Observations are matched by period and the codes of all dimensions, measures by id;
 * figures are compared in base units, so that a change of scale is no revision.
 */
#ifndef CORE_QUERY_REVISION_H
#define CORE_QUERY_REVISION_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

enum revision_kind {
    REVISION_CHANGED, /* both releases have it, with other figures */
    REVISION_NEW,     /* only the newer one has it */
    REVISION_GONE     /* only the older one had it */
};

struct revision {
    enum revision_kind kind;
    struct period period;
    const char *name; /* the members' names, "" for a dataset without dimensions */
    size_t measure;   /* of the newer dataset; of the older one when gone */
    struct value before;
    struct value after;
    double difference; /* after - before, 0 unless both are numbers */
    uint32_t line;     /* in the newer file; in the older one when gone */
};

struct revisions {
    struct revision *items; /* largest difference first, then new, then gone */
    size_t count;
    size_t counts[3]; /* by kind */
    size_t unchanged; /* figures that are the same in both */
};

/* Compares two datasets; `language` is that of the names. False, with the reason in
 * diags, when they cannot be compared: other dimensions, another currency. */
bool revisions_find(const struct dataset *older, const struct dataset *newer,
                    const char *language, struct arena *arena,
                    struct revisions *revisions, struct diag_list *diags);

/* What newer ones of a dataset's own files revise in older ones; nothing when they do
 * not overlap. */
void revisions_within(const struct dataset *dataset, const char *language,
                      struct arena *arena, struct revisions *revisions);

/* "revised", "new", "gone". */
const char *revision_word(enum revision_kind kind);

#endif
