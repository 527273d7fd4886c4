/*
 * Match: how well a text answers what a person typed.
 */
#ifndef TUI_MATCH_H
#define TUI_MATCH_H

#include <stdbool.h>

/* Both texts are folded (text_fold). Every word of `typed` must be in the text, in any
 * order: at the start of a word counts most, then anywhere; with `is_loose` also its
 * letters in their order from the start of a word on, with others between them. Returns
 * 0 when a word is not there, else a number that is greater the better it fits; 1 for
 * nothing typed. */
int match_score(const char *text, const char *typed, bool is_loose);

#endif
