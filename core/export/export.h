/*
 * Exports: a frame or a cross table as a file, one format each.
 *
 * Figures are written in full precision and base units (yuan, not 10^4 yuan), with '.'
 * as the decimal point in every locale and no grouping. Text passes the sanitiser, and
 * what a spreadsheet would take for a formula gets a leading apostrophe.
 */
#ifndef CORE_EXPORT_EXPORT_H
#define CORE_EXPORT_EXPORT_H

#include "core/export/sheet.h"

#include <stdbool.h>
#include <stdio.h>

/* name of the ops table export_NAME */
#define EXPORTS(X) X(csv) X(tsv) X(json) X(md)

struct export_ops {
    const char *name; /* "csv" */
    const char *help;
    /* Writes the rows, not their total; returns whether all was written. */
    bool (*write)(const struct sheet *sheet, FILE *out);
};

#define X(name) extern const struct export_ops export_##name;
EXPORTS(X)
#undef X

/* The format of this name, or NULL. */
const struct export_ops *export_find(const char *name);

#endif
