/*
 * What an indicator may look at: one row in one period.
 *
 * All figures are in base units. What an indicator does not ask for (enum
 * indicator_need) is not filled in, so asking for little costs little.
 */
#ifndef CORE_QUERY_INDICATOR_INPUT_H
#define CORE_QUERY_INDICATOR_INPUT_H

#include "core/model/period.h"
#include "core/model/value.h"

#include <stdbool.h>
#include <stdint.h>

/* What must be there; also what is computed for the indicator. */
enum indicator_need {
    NEEDS_IMPORTS = 1 << 0, /* exports and imports */
    NEEDS_EXPORTS = 1 << 1, /* exports, or a measure that may be taken for them */
    NEEDS_FLOW = 1 << 2,    /* the measure is exports or imports, or the only one */
    NEEDS_AMOUNT = 1 << 3,  /* a measure that adds up: no price, no percentage */
    NEEDS_WHOLE = 1 << 4,   /* rows that are parts of a whole, i.e. no periods */
    NEEDS_BEFORE = 1 << 5,  /* the year before */
    NEEDS_WHOLE_BEFORE = 1 << 6, /* the whole in it */
    NEEDS_SERIES = 1 << 7,       /* the row in all periods */
    NEEDS_BASE = 1 << 8,         /* the first period that has a figure */
    NEEDS_CALENDAR = 1 << 9,     /* years, halves, quarters or months */
    NEEDS_PARTS = 1 << 10,       /* periods that are parts of a year, of that kind */
    NEEDS_REFERENCE = 1 << 11,   /* a second dimension, narrowed to one member */
    NEEDS_PARTNERS = 1 << 12,    /* a dimension of partners */
    NEEDS_MIRROR = 1 << 13,      /* a measure mirror_exports or mirror_imports */
    NEEDS_PRICES = 1 << 14,      /* measures export_price and import_price */
    NEEDS_MIRRORS = 1 << 15,     /* measures mirror_exports and mirror_imports */
    NEEDS_RANK = 1 << 16,        /* the other members of the level */
    NEEDS_STATED = 1 << 17 /* figures of the year to date, where the file has them */
};

/* NEEDS_REFERENCE: exports of the row beside those of the world, which is the same row
 * with every other dimension widened to its whole. */
struct indicator_reference {
    bool exists; /* some other dimension is narrowed, so the two differ */
    bool is_of_partners;
    struct value part;        /* x_ij */
    struct value whole;       /* X_it: over the whole dimension of the rows */
    struct value world_part;  /* x_wj */
    struct value world_whole; /* X_wt */
};

struct indicator_input {
    bool has_imports;     /* whether there are two flows at all */
    struct value exports; /* of this row and period; or the only measure */
    struct value imports;
    struct value exports_whole; /* of all rows together, as published or summed */
    struct value imports_whole;
    struct value exports_whole_before; /* NEEDS_WHOLE_BEFORE: a year before */
    struct value imports_whole_before;

    /* Of the measure that the column names: */
    struct value figure;
    struct value figure_whole;
    struct value figure_before;    /* NEEDS_BEFORE: a year before */
    struct value published_growth; /* NEEDS_BEFORE: where the file has it */
    /* Of an incomplete period both are of the same part of the year, so many periods
     * of the file long; 0: of all of it. */
    uint16_t like_covered;
    bool is_broken;   /* the two do not compare: the series breaks between */
    bool is_of_parts; /* the figure before is the sum of the same rows, not what was
                         published */
    /* Where the figures that are compared are sums of the members that all of them have
     * (alike.h): how many, of how many that one has, in which dimension. 0: they are
     * as they stand. */
    size_t compared;
    size_t listed;
    size_t dimension;
    struct value mirror; /* NEEDS_MIRROR: as the partner reports it */

    /* NEEDS_SERIES, of that measure. Periods are numbers into `periods`, which are
     * sorted but may have gaps; between `first` and `last` the series does not break.
     */
    const struct period *periods;
    const struct value *series; /* by period; NULL for a row that is a sum */
    uint32_t period;            /* the row's */
    uint32_t first;
    uint32_t last;
    /* NEEDS_STATED: the figure of the year up to the row's period as the file states it
     */
    struct value stated;
    uint32_t base; /* the first that the whole has a figure of; UINT32_MAX: none */

    struct indicator_reference reference;
    bool is_imports;             /* NEEDS_MIRROR: the measure is the imports */
    struct value mirror_exports; /* NEEDS_MIRRORS */
    struct value mirror_imports;
    size_t rank;               /* NEEDS_RANK: from 1; 0: this row has none */
    struct value export_price; /* NEEDS_PRICES */
    struct value import_price;
};

#endif
