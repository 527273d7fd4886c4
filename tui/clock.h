/*
 * Clock: the time that only goes forward.
 */
#ifndef TUI_CLOCK_H
#define TUI_CLOCK_H

/* Milliseconds since some moment before the start. */
long clock_now(void);

#endif
