/*
 * Mirror: one flow as both of its ends report it.
 *
 * In a file of reporter R, `mirror_exports` is what each partner reports as its imports
 * from R (mostly CIF), `mirror_imports` what it reports as its exports to R (mostly
 * FOB). The two reports of one flow differ by freight and insurance, by goods that
 * travel through third countries, and by time of recording.
 */
#ifndef CORE_QUERY_MIRROR_H
#define CORE_QUERY_MIRROR_H

#include "core/query/frame.h"

enum mirror_flow { MIRROR_EXPORTS, MIRROR_IMPORTS, MIRROR_FLOW_COUNT };

/* One row of a frame, base units. */
struct mirror {
    struct value own[MIRROR_FLOW_COUNT];   /* as the reporter says */
    struct value other[MIRROR_FLOW_COUNT]; /* the same flow as the partner says */
    struct value balance;                  /* by the reporter's figures */
    struct value other_balance; /* the reporter's, by the partner's figures */
    bool sign_differs;          /* one is a surplus, the other a deficit */
};

/* The measure mirror_exports or mirror_imports, SIZE_MAX without it. */
size_t mirror_measure(const struct dataset *dataset, enum mirror_flow flow);
/* Whether the dataset has one of the two beside the flow itself. */
bool dataset_has_mirror(const struct dataset *dataset);

struct mirror mirror_of(const struct frame *frame, const struct frame_row *row);

/* What the importer reports over what the exporter reports: above 1 for freight and
 * insurance alone. Undefined unless both are above zero. */
struct value mirror_ratio(struct value own, struct value other, enum mirror_flow flow);
/* What the partner reports less what the reporter does. */
struct value mirror_difference(struct value own, struct value other);
/* The difference in percent of the reporter's figure; undefined unless that is above
 * zero and the other is not below. */
struct value mirror_asymmetry(struct value own, struct value other);
bool mirror_sign_differs(struct value balance, struct value other_balance);

#endif
