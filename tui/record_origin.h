/*
 * Where a figure of another period than the file's own comes from, in words.
 */
#ifndef TUI_RECORD_ORIGIN_H
#define TUI_RECORD_ORIGIN_H

#include "core/query/frame.h"
#include "tui/record_writer.h"

/* "the sum of ...", or the two figures of the year to date that it is the difference
 * of; NULL for what stands in the file. */
const char *record_origin_words(const struct frame *frame, const struct frame_row *row,
                                size_t measure, struct arena *arena);

/* Whether the figures of the file are those of the year to date. */
bool record_is_stated_to_date(const struct dataset *dataset);

/* Writes what this figure revises in older ones of the dataset's files. */
void record_write_revised(struct record_writer *writer, const struct dataset *dataset,
                          size_t measure, size_t observation);

#endif
