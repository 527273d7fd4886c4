/*
 * Frame text: everything of a frame as text, and of the same rows in the order of a
 * ranking, so that two frames can be compared.
 */
#ifndef TESTS_FRAME_TEXT_H
#define TESTS_FRAME_TEXT_H

#include "core/query/frame.h"

/* To be freed. */
char *frame_text(const struct frame *frame);

#endif
