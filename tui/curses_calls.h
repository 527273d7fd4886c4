/*
 * Curses calls: libncursesw, loaded when the first picture needs it (late.h).
 */
#ifndef TUI_CURSES_CALLS_H
#define TUI_CURSES_CALLS_H

#define NCURSES_NOMACROS 1 /* names that are taken as macros too */
#include <curses.h>

#define CURSES_CALLS(X)   \
    X(newterm)            \
    X(raw)                \
    X(noecho)             \
    X(nonl)               \
    X(typeahead)          \
    X(keypad)             \
    X(idcok)              \
    X(idlok)              \
    X(def_prog_mode)      \
    X(endwin)             \
    X(delscreen)          \
    X(resize_term)        \
    X(start_color)        \
    X(use_default_colors) \
    X(init_pair)          \
    X(setcchar)           \
    X(wadd_wchnstr)       \
    X(wbkgrndset)         \
    X(werase)             \
    X(wmove)              \
    X(getcury)            \
    X(getcurx)            \
    X(clearok)            \
    X(copywin)            \
    X(wnoutrefresh)       \
    X(doupdate)           \
    X(mvcur)

/* Its windows: what we write to, what the terminal shows, what it is to show. */
#define CURSES_WINDOWS(X) \
    X(stdscr)             \
    X(curscr)             \
    X(newscr)

struct curses_calls {
#define X(name) __typeof__(name) *name;
    CURSES_CALLS(X)
#undef X
#define X(name) WINDOW **name##_at;
    CURSES_WINDOWS(X)
#undef X
};

/* NULL, or the name of what cannot be loaded. */
const char *curses_calls_load(struct curses_calls *calls);

#endif
