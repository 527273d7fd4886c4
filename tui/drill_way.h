/*
 * Drill way: which columns the lens has in drill, and what is chosen in each.
 */
#ifndef TUI_DRILL_WAY_H
#define TUI_DRILL_WAY_H

#include "tui/app.h"
#include "tui/drill.h"

/* Goes the way from the whole to what Enter would open; parts are asked of
 * drilling_part(). */
void drill_way(struct app *app, struct drill *drill);

/* What a member is part of, without the whole; MEMBER_NONE at the top. */
uint32_t drill_parent(const struct dimension *dimension, uint32_t member);

#endif
