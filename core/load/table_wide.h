/*
 * Rows with a column for each period (table_wide.c).
 *
 * An empty cell is a figure that lacks, as in a table with a row for each period. But a
 * column without any figure is a period that has not come, and a row without any is no
 * series: these say nothing.
 */
#ifndef CORE_LOAD_TABLE_WIDE_H
#define CORE_LOAD_TABLE_WIDE_H

#include "core/load/table.h"

struct table_reader;

/* Rows that wait until it is known whether their columns have figures. */
struct table_wide {
    struct waiting {
        struct table_row row;
        size_t number; /* of the row among all */
    } * row;
    size_t count;
    size_t room;
    char period[32]; /* a year and a part of it */
};

/* Gives the builder an observation for each cell of the row that says something. */
void table_wide_row(struct table_reader *reader, const struct table_row *row);
/* The same of cells of rows that wait. */
void table_wide_end(struct table_reader *reader);

/* Gives the builder the row in a period (table_rows.c); of a wide row, its cell. */
void table_give_row(struct table_reader *reader, const struct table_row *row,
                    struct builder_text period, size_t wide);

#endif
