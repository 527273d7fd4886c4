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

/* Adds a part behind the separator when the sentence stays within `cols`. */
const char *sentence_join(const char *sentence, const char *separator, const char *part,
                          int cols, struct arena *arena);

/* What a share is of where the file has one flow alone: "exports"; NULL where it has
 * both, and shares are of trade. */
const char *sentence_flow(const struct frame *frame, const struct show *show);

/* "surplus 195.7 USD bn", "no balance". */
const char *sentence_balance(const struct show *show, struct value balance);

#endif
