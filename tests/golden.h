/*
 * Golden screens: what was drawn, compared with tests/screens/NAME.txt.
 *
 * A golden screen has the characters of each row, a line of dashes, and then one style
 * letter per cell. UPDATE_GOLDEN=1 in the environment rewrites the files.
 */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include "tui/cells.h"

/* Whether the screen is the golden one; says on stderr what differs. */
bool golden_check(const struct cells *cells, const char *name);

/* The screen as a golden screen is written; free() it. */
char *golden_text(const struct cells *cells);

#endif
