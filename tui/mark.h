/*
 * What the marked rows add up to, in words.
 */
#ifndef TUI_MARK_H
#define TUI_MARK_H

#include "core/query/frame.h"
#include "tui/show.h"

/* "2 marked: exports 1,421.2, imports 354.9, balance +1,066.2 CNY bn; 4.1 % of trade;
 * average exports 710.6, imports 177.4", as much of it as fits `cols`; "nothing is
 * marked" without any. In the arena of `show`. */
const char *mark_words(const struct frame *frame, const struct show *show, int cols);

#endif
