/*
 * Table: the rows and fields of delimited text, as RFC 4180 has them.
 *
 * Fields are quoted or not; a quoted one may hold the separator, line breaks and
 * doubled quotes. Lines end in LF, CRLF or CR; the last one need not end. Only a window
 * of the file is in memory: fields are valid until the next row.
 */
#ifndef CORE_LOAD_TABLE_H
#define CORE_LOAD_TABLE_H

#include "core/load/bytes.h"
#include "core/model/builder.h"

#include <stdbool.h>
#include <stddef.h>

enum { TABLE_FIELD_MAX = 16384 };

struct table_row {
    const struct builder_text *fields; /* unquoted; `at` is where each begins */
    size_t count;
    size_t line; /* that it begins at, from 1 */
};

struct table; /* made by table_open() or table_over() */

/* Rows that come from something else than delimited text. */
struct table_source {
    bool (*next)(void *state, struct table_row *row); /* as table_next() */
    bool (*is_whole)(const void *state);
    void *state; /* of whoever made it */
};

/* Memory is the arena's, the window malloc's: close it. A row of more than `row_bytes`
 * is a mistake that ends the table. */
struct table *table_open(struct bytes *bytes, char separator, size_t row_bytes,
                         struct arena *arena, struct diag_list *diags);
/* A table of those rows; it has no window. */
struct table *table_over(struct table_source source, struct arena *arena);
void table_close(struct table *table);

/* The next row that is not blank; false at the end and after a mistake that is
 * reported: a quote that is never closed, a NUL, bytes that are not UTF-8, a row that
 * is too long or has too many fields. */
bool table_next(struct table *table, struct table_row *row);

/* The lines that are in memory and whole, read if there are none: how many bytes they
 * are from *text on, the last of them '\n'; 0 when the next row must be read by
 * table_next(). At least 64 bytes behind them can be read. */
size_t table_lines(struct table *table, const char **text);
/* Goes past lines that were read from there. */
void table_skip(struct table *table, size_t size, size_t lines);

/* How many bytes the rows were that were read or skipped. */
size_t table_taken(const struct table *table);
/* How many are likely to follow so many; 0: nobody knows. */
size_t table_rows_ahead(const struct table *table, size_t rows);
char table_separator_of(const struct table *table);
/* The number of the next line, from 1. */
size_t table_line(const struct table *table);

/* Whether the end was reached without such a mistake. */
bool table_is_whole(const struct table *table);

/* Whether the last line of delimited text has no end; asked behind the last row. */
bool table_ends_open(const struct table *table);

/* Whether that mistake was bytes that are no UTF-8. */
bool table_has_bad_text(const struct table *table);

/* The separator that parts the first lines most evenly, one of , ; TAB and |, or '\0'
 * when none does: `head` is the beginning of a file. */
char table_separator(const char *head, size_t size);

#endif
