/*
 * Program: the app in the test process, with a bundled dataset open.
 */
#ifndef TESTS_PROGRAM_H
#define TESTS_PROGRAM_H

#include "tui/app.h"

/* Opens datasets/NAME in 256 colours, 120 columns by 35 rows, or fails the test. */
void program_start(struct app *app, const char *name, bool is_ascii);

/* Presses the keys of a --keys text, or fails the test. */
void program_press(struct app *app, const char *keys);

/* The app at that size, drawn as its look says; memory is the arena's. */
struct cells *program_draw(struct app *app, struct arena *arena, int rows, int cols);

/* The row of the screen, at the size that the app has, with the text; "" for none. */
const char *program_line(const struct app *app, const char *text, struct arena *arena);
bool program_shows(const struct app *app, const char *text);

#endif
