/*
 * Jumps: straight to a member or a period, with the least change of the lens that
 * brings it on screen.
 */
#ifndef TUI_LENS_JUMP_H
#define TUI_LENS_JUMP_H

#include "tui/app.h"

/* A member of the dimension that the rows are of is selected; when it is no row yet,
 * the filter, the narrowing and the level give way. A member of another dimension
 * narrows the rows to it; the whole, or MEMBER_NONE, widens them again. */
void lens_jump_member(struct app *app, size_t dimension, uint32_t member);

/* The period's row, or the rows of the period. */
void lens_jump_period(struct app *app, uint32_t period);

#endif
