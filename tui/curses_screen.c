#include "tui/curses_screen.h"

#include "core/base/arena.h"
#include "tui/curses_calls.h"
#include "tui/curses_row.h"
#include "tui/newterm.h"
#include "tui/picture.h"

#include <stdio.h>

struct curses_screen {
    struct arena arena; /* that this lies in */
    struct curses_calls call;
    struct screen *curses;
};

static void set_modes(const struct curses_calls *call, const struct tty *tty)
{
    call->raw();
    call->noecho();
    call->nonl();
    call->typeahead(-1);
    call->keypad(*call->stdscr_at, TRUE);
    call->idcok(*call->stdscr_at, FALSE);
    call->idlok(*call->stdscr_at, TRUE);
    tcsetattr(tty->out, TCSADRAIN, &tty->during);
    call->def_prog_mode();
}

struct curses_screen *curses_screen_start(const struct tty *tty, const char *type,
                                          int rows, int cols, const char **absent)
{
    struct arena arena = {0};
    struct curses_screen *screen = ARENA_NEW(&arena, struct curses_screen);

    *absent = curses_calls_load(&screen->call);
    if (!*absent)
        screen->curses = newterm_of_size(&screen->call, type, rows, cols);
    if (!screen->curses) {
        arena_clear(&arena);
        return NULL;
    }
    set_modes(&screen->call, tty);
    screen->arena = arena; /* from here on the only one */
    return screen;
}

void curses_screen_end(struct curses_screen *screen)
{
    struct arena arena = screen->arena;

    screen->call.endwin();
    screen->call.delscreen(screen->curses);
    arena_clear(&arena);
}

void curses_screen_resize(const struct curses_screen *screen, int rows, int cols)
{
    screen->call.resize_term(rows, cols);
}

const struct curses_calls *curses_screen_calls(const struct curses_screen *screen)
{
    return &screen->call;
}

/* Curses takes what it was given to be shown. */
static void settle(const struct curses_picture *picture)
{
    const struct curses_calls *call = &picture->screen->call;

    call->wnoutrefresh(*call->stdscr_at);
    call->copywin(*call->newscr_at, *call->curscr_at, 0, 0, 0, 0, picture->rows - 1,
                  picture->cols - 1, FALSE);
    call->clearok(*call->newscr_at, FALSE);
    call->clearok(*call->curscr_at, FALSE);
}

/* What is blank has the theme's ground as well. */
void curses_screen_erase(const struct curses_picture *picture, bool was_sent)
{
    const struct curses_calls *call = &picture->screen->call;
    cchar_t blank;

    call->setcchar(&blank, L" ", 0, picture->styles->pair[STYLE_PLAIN], NULL);
    call->wbkgrndset(*call->stdscr_at, &blank);
    call->werase(*call->stdscr_at);
    if (was_sent) {
        settle(picture);
        return;
    }
    call->clearok(*call->curscr_at, TRUE);
    call->wnoutrefresh(*call->stdscr_at);
    call->doupdate();
}

static struct curses_row row_at(const struct curses_picture *picture, int row)
{
    return (struct curses_row){&picture->screen->call, picture->styles, row,
                               picture->cols};
}

static struct cell *shown_row(const struct curses_picture *picture, int row)
{
    return picture->shown + (size_t)row * (size_t)picture->cols;
}

bool curses_screen_is_at(const struct curses_screen *screen, int row, int col)
{
    const WINDOW *shown = *screen->call.curscr_at;

    return screen->call.getcury(shown) == row && screen->call.getcurx(shown) == col;
}

void curses_screen_come_back(const struct curses_picture *picture, bool is_away)
{
    const struct curses_calls *call = &picture->screen->call;
    const WINDOW *shown = *call->curscr_at;
    bool was_behind = false;

    for (int row = 0; row < picture->rows; row++) {
        const struct curses_row at = row_at(picture, row);

        if (picture->is_behind[row])
            curses_row_tell(&at, shown_row(picture, row));
        was_behind = was_behind || picture->is_behind[row];
        picture->is_behind[row] = false;
    }
    if (was_behind)
        settle(picture);
    if (is_away)
        call->mvcur(-1, -1, call->getcury(shown), call->getcurx(shown));
    fflush(stdout);
}

void curses_screen_show(const struct curses_picture *picture, const struct cells *cells,
                        int rows, int cols)
{
    const struct curses_calls *call = &picture->screen->call;

    for (int row = 0; row < rows; row++) {
        const struct curses_row at = row_at(picture, row);

        curses_row_show(&at, cells->cell + (size_t)row * (size_t)cells->cols,
                        shown_row(picture, row), cols);
    }
    if (picture_has_cursor(cells, rows, cols))
        call->wmove(*call->stdscr_at, cells->cursor_row, cells->cursor_col);
    call->wnoutrefresh(*call->stdscr_at);
    call->doupdate();
}
