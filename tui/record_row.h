/*
 * The record of a row of figures: what was published, with file and line; what was
 * summed, and of what; formulas with the numbers put in.
 */
#ifndef TUI_RECORD_ROW_H
#define TUI_RECORD_ROW_H

#include "tui/record_writer.h"

/* Writes of every column on screen, and of the measure that charts show, where the
 * row's figure comes from; the row has figures, and is the frame's. */
void record_row_write(struct record_writer *writer, const struct frame *frame,
                      const struct frame_row *row);

#endif
