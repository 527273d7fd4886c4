#include "tui/curses_row.h"

#include "tui/curses_calls.h"
#include "tui/picture.h"

#include <stdio.h>
#include <wchar.h>

static void put_wide(const struct curses_row *at, int col, const wchar_t *text,
                     enum style style)
{
    cchar_t character;

    at->call->setcchar(&character, text, at->styles->attributes[style],
                       at->styles->pair[style], NULL);
    at->call->wmove(*at->call->stdscr_at, at->row, col);
    at->call->wadd_wchnstr(*at->call->stdscr_at, &character, 1);
}

/* Where curses and we differ in the width, a question mark stands. */
static void put_cell(const struct curses_row *at, int col, const struct cell *cell)
{
    const enum style style = (enum style)cell->style;
    wchar_t text[TEXT_MARKS + 2];

    if (picture_text(cell, col + cell->width == at->screen_cols, text)) {
        put_wide(at, col, text, style);
        return;
    }
    put_wide(at, col, L"?", style);
    if (cell->width == 2)
        put_wide(at, col + 1, L" ", style);
}

/* Sends what there is so far and says in so many words where the next cell goes. */
static void settle(const struct curses_row *at, int col)
{
    if (col >= at->screen_cols)
        col = at->screen_cols - 1;
    at->call->wmove(*at->call->stdscr_at, at->row, col);
    at->call->wnoutrefresh(*at->call->stdscr_at);
    at->call->doupdate();
    at->call->mvcur(-1, -1, at->row, col);
    fflush(stdout); /* mvcur() writes there, doupdate() past it */
}

void curses_row_show(const struct curses_row *at, const struct cell *wanted,
                     struct cell *shown, int cols)
{
    bool is_certain_so_far = true;

    for (int col = 0; col < cols; col++) {
        if (picture_is_same(&wanted[col], &shown[col]))
            continue;
        shown[col] = wanted[col];
        if (wanted[col].width == 0 || col + wanted[col].width > at->screen_cols)
            continue;
        if (picture_is_certain(&wanted[col])) {
            if (!is_certain_so_far)
                settle(at, col);
            is_certain_so_far = true;
        } else {
            is_certain_so_far = false;
        }
        put_cell(at, col, &wanted[col]);
    }
    if (!is_certain_so_far)
        settle(at, cols);
}

void curses_row_tell(const struct curses_row *at, const struct cell *shown)
{
    for (int col = 0; col < at->screen_cols; col++)
        if (shown[col].width != 0)
            put_cell(at, col, &shown[col]);
}
