/*
 * The sentence: a row of figures in words, the line that a screen reader reads.
 */
#ifndef TUI_SENTENCE_H
#define TUI_SENTENCE_H

#include "core/query/frame.h"
#include "tui/show.h"

/* "United States  surplus 2,569.7 CNY bn; exports 3,733.7 (+6.1 %), ...": whole parts,
 * as many as fit into `cols`; in the arena of `show`. */
const char *sentence_of_row(const struct frame *frame, const struct frame_row *row,
                            int cols, const struct show *show);

#endif
