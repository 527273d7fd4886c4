/*
 * Mark: what stands behind a number or a period and is no part of it: "(p)" for a
 * provisional one, "*" or "¹" for a footnote.
 */
#ifndef CORE_LOAD_MARK_H
#define CORE_LOAD_MARK_H

#include "core/model/builder.h"

/* Flags of figures: letters in brackets, behind a colon, and p and r where a number
 * ends; or signs of footnotes. False when none is behind it. */
bool mark_cut(struct builder_text *text, struct builder_text *mark);

/* The same where what is left is a period, and the whole is none; the mark is empty
 * where there is none. */
void mark_cut_period(struct builder_text *text, struct builder_text *mark);

/* Whether letters are flags of figures, and neither a unit nor a multiple of one. */
bool mark_is_flag(const char *text, size_t length);

/* A status as letters where it is a word that offices write out, "provisional"; final
 * figures have none. */
struct builder_text mark_in_letters(struct builder_text text);

#endif
