/*
 * Parts: the straight lines of a table (straight.h), read by several threads at once.
 *
 * The lines that are in memory are shared out, and each thread reads its part of them.
 * What a part has read counts once all before it has come to its beginning: it may
 * begin in the middle of a quoted field, whose lines only look like rows.
 *
 * A line with a text that is not known yet is left to table_next(), by which the text
 * becomes known, and the thread goes on behind it. So what table_next() makes of that
 * line decides what counts.
 */
#ifndef CORE_LOAD_TABLE_PARTS_H
#define CORE_LOAD_TABLE_PARTS_H

#include "core/base/threads.h"
#include "core/load/straight.h"
#include "core/load/table_reader.h"

enum { PARTS_ROWS = THREADS_MAX * 32 * 1024 /* at most, that are read at once */ };

/* The shape is the caller's. */
struct table_parts *table_parts_open(struct table_reader *reader,
                                     const struct straight_shape *shape);
/* The shape is another one from now on. */
void table_parts_forget(struct table_parts *parts);

/* Whether something was read that is behind the row of table_next() that was the last.
 */
bool table_parts_are_ahead(const struct table_parts *parts);

/* Adds rows until one is for table_next(), or there are no more lines. False when there
 * was none, nor is anything read behind that line. */
bool table_parts_read(struct table_parts *parts);

/* Fills in what was added; due before the dataset is looked at. */
void table_parts_settle(struct table_parts *parts);

#endif
