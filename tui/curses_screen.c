#include "tui/curses_screen.h"

#include "tui/curses_row.h"
#include "tui/newterm.h"
#include "tui/picture.h"

#include <curses.h>
#include <stdio.h>

struct screen *curses_screen_start(const struct tty *tty, const char *type, int rows,
                                   int cols)
{
    struct screen *curses = newterm_of_size(type, rows, cols);

    if (!curses)
        return NULL;
    raw();
    noecho();
    nonl();
    typeahead(-1);
    keypad(stdscr, TRUE);
    idcok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    tcsetattr(tty->out, TCSADRAIN, &tty->during);
    def_prog_mode();
    return curses;
}

void curses_screen_end(struct screen *curses)
{
    endwin();
    delscreen(curses);
}

void curses_screen_resize(int rows, int cols)
{
    resize_term(rows, cols);
}

/* Curses takes what it was given to be shown. */
static void settle(const struct curses_picture *picture)
{
    wnoutrefresh(stdscr);
    copywin(newscr, curscr, 0, 0, 0, 0, picture->rows - 1, picture->cols - 1, FALSE);
    clearok(newscr, FALSE);
    clearok(curscr, FALSE);
}

/* What is blank has the theme's ground as well. */
void curses_screen_erase(const struct curses_picture *picture, bool was_sent)
{
    cchar_t blank;

    setcchar(&blank, L" ", 0, picture->styles->pair[STYLE_PLAIN], NULL);
    bkgrndset(&blank);
    erase();
    if (was_sent) {
        settle(picture);
        return;
    }
    clearok(curscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
}

static struct curses_row row_at(const struct curses_picture *picture, int row)
{
    return (struct curses_row){picture->styles, row, picture->cols};
}

static struct cell *shown_row(const struct curses_picture *picture, int row)
{
    return picture->shown + (size_t)row * (size_t)picture->cols;
}

bool curses_screen_is_at(int row, int col)
{
    return getcury(curscr) == row && getcurx(curscr) == col;
}

void curses_screen_come_back(const struct curses_picture *picture, bool is_away)
{
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
        mvcur(-1, -1, getcury(curscr), getcurx(curscr));
    fflush(stdout);
}

void curses_screen_show(const struct curses_picture *picture, const struct cells *cells,
                        int rows, int cols)
{
    for (int row = 0; row < rows; row++) {
        const struct curses_row at = row_at(picture, row);

        curses_row_show(&at, cells->cell + (size_t)row * (size_t)cells->cols,
                        shown_row(picture, row), cols);
    }
    if (picture_has_cursor(cells, rows, cols))
        move(cells->cursor_row, cells->cursor_col);
    wnoutrefresh(stdscr);
    doupdate();
}
