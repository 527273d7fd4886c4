/*
 * Demo: pictures that both the program in the pseudo terminal (screen_demo.c) and the
 * test that watches it can draw.
 */
#ifndef TESTS_DEMO_H
#define TESTS_DEMO_H

#include "tui/cells.h"

/* A list of countries with one of them selected. */
enum { DEMO_COUNTRIES = 12 };
void demo_list(struct cells *cells, int selected);

/* Random text, glyphs, wide and combining characters in every style; the same seed
 * gives the same picture. */
void demo_random(struct cells *cells, unsigned seed);

#endif
