#include "tui/screen.h"

#include "core/base/translate.h"
#include "tui/clipboard.h"
#include "tui/curses_row.h"
#include "tui/input.h"
#include "tui/newterm.h"
#include "tui/paint.h"
#include "tui/picture.h"
#include "tui/restore.h"
#include "tui/screen_styles.h"
#include "tui/terminfo.h"
#include "tui/theme.h"
#include "tui/tty.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The cursor's shape: what curses takes it for is not so; nobody has said anything. */
enum { SHAPE_UNKNOWN = -1, SHAPE_UNSAID = -2 };

/* A picture goes in one write, as a rule. */
enum { OUTPUT_BYTES = 16 * 1024 };

/* curses has one terminal for the whole program, so there is one struct. */
static struct {
    bool is_open;
    SCREEN *curses;
    struct tty tty;
    struct restore_plan plan;
    struct decode_sequence sequences[TERMINFO_KEYS];
    struct look look;
    struct screen_styles styles;
    bool is_away; /* the terminal's cursor is not where curses takes it to be, but */
    int away_row; /* here */
    int away_col;
    int rows;
    int cols;
    struct arena arena; /* of `shown` */
    struct cell *shown; /* what the terminal shows, row by row */
    bool *is_behind;    /* by row: it was painted, and curses was not told yet */
    bool is_forgotten;  /* nobody knows what the terminal shows */
    int cursor_shape;   /* 0 hidden, 1 shown, or one of those below */
    char output[OUTPUT_BYTES];
} state;

/* Curses takes what it was given to be shown. */
static void settle_curses(void)
{
    wnoutrefresh(stdscr);
    copywin(newscr, curscr, 0, 0, 0, 0, state.rows - 1, state.cols - 1, FALSE);
    clearok(newscr, FALSE);
    clearok(curscr, FALSE);
}

/* What is blank has the theme's ground as well. Where that is the terminal's own, the
 * blanks go with the picture that follows, in one write. */
static void erase_picture(void)
{
    const struct brushes *brushes = &state.styles.brushes;
    cchar_t blank;

    setcchar(&blank, L" ", 0, state.styles.pair[STYLE_PLAIN], NULL);
    bkgrndset(&blank);
    erase();
    state.is_away =
        state.styles.can_paint && *brushes->clear && brushes->has_ground[STYLE_PLAIN];
    if (state.is_away) {
        state.away_row = state.away_col = 0;
        fprintf(stdout, "\033[m%s", brushes->clear);
        settle_curses();
    } else {
        clearok(curscr, TRUE);
        wnoutrefresh(stdscr);
        doupdate();
    }
    picture_blank(state.shown, (size_t)state.rows * (size_t)state.cols);
    memset(state.is_behind, 0, (size_t)state.rows * sizeof(*state.is_behind));
    state.is_forgotten = false;
}

void screen_use_theme(const struct theme *theme)
{
    if (!state.is_open || state.look.theme == theme)
        return;
    state.look.theme = theme;
    screen_styles_use(&state.styles, &state.look);
    screen_forget();
}

/* Everything is to be sent again, and the old picture has another size. */
static void start_picture(void)
{
    const size_t count = (size_t)state.rows * (size_t)state.cols;

    arena_clear(&state.arena);
    state.shown = ARENA_ARRAY(&state.arena, struct cell, count);
    state.is_behind = ARENA_ARRAY(&state.arena, bool, (size_t)state.rows);
    screen_forget();
}

static void set_up_curses(void)
{
    raw();
    noecho();
    nonl();
    typeahead(-1);
    keypad(stdscr, TRUE);
    idcok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    tcsetattr(state.tty.out, TCSADRAIN, &state.tty.during);
    def_prog_mode();
}

/* Takes over the device and starts curses on it; false with a note. */
static bool start(char *note, size_t note_size)
{
    const char *type = terminfo_choose(state.tty.out, note, note_size);

    if (!type)
        return false;
    tty_size(&state.tty, &state.rows, &state.cols);
    state.plan.fd = state.tty.out;
    state.plan.before = state.tty.before;
    state.plan.during = state.tty.during;
    terminfo_plan(&state.plan, state.rows);
    terminfo_forget();
    /* Handlers come before curses, which then leaves these signals alone. */
    if (restore_arm(&state.plan))
        state.curses = newterm_of_size(type, state.rows, state.cols);
    if (!state.curses) {
        snprintf(note, note_size, _("cannot set up a terminal of type '%s'"), type);
        restore_disarm();
    }
    return state.curses != NULL;
}

bool screen_open(struct look *look, char *note, size_t note_size)
{
    const char *problem = tty_open(&state.tty);

    setvbuf(stdout, state.output, _IOFBF, sizeof(state.output));
    if (problem || !start(note, note_size)) {
        if (problem)
            snprintf(note, note_size, "%s", problem);
        tty_close(&state.tty);
        return false;
    }
    state.is_open = true;
    state.cursor_shape = SHAPE_UNSAID;
    set_up_curses();
    state.tty.decoder.sequences = state.sequences;
    state.tty.decoder.sequence_count = terminfo_keys(state.sequences);
    screen_styles_open(&state.styles, look);
    state.look = *look;
    start_picture();
    return true;
}

void screen_close(void)
{
    if (!state.is_open)
        return;
    screen_use_mouse(false);
    state.is_open = false;
    endwin();
    restore_disarm();
    delscreen(state.curses);
    state.curses = NULL;
    state.shown = NULL;
    arena_clear(&state.arena);
    tty_close(&state.tty);
}

void screen_size(int *rows, int *cols)
{
    *rows = state.rows;
    *cols = state.cols;
}

static struct curses_row row_at(int row)
{
    return (struct curses_row){&state.styles, row, state.cols};
}

static struct cell *shown_row(int row)
{
    return state.shown + (size_t)row * (size_t)state.cols;
}

/* Whether the terminal's cursor is there. */
static bool is_at(int row, int col)
{
    return state.is_away ? state.away_row == row && state.away_col == col
                         : getcury(curscr) == row && getcurx(curscr) == col;
}

static bool has_cursor(const struct cells *cells, int rows, int cols)
{
    return cells->cursor_row >= 0 && cells->cursor_row < rows &&
           cells->cursor_col >= 0 && cells->cursor_col < cols;
}

static void show_shape(bool is_shown)
{
    const int shape = is_shown;

    if (state.cursor_shape == SHAPE_UNKNOWN)
        curs_set(!shape);
    if (state.cursor_shape != shape)
        curs_set(shape);
    state.cursor_shape = shape;
}

/* Curses learns what the terminal shows without sending it. */
static void tell_curses(void)
{
    bool was_behind = false;

    for (int row = 0; row < state.rows; row++) {
        const struct curses_row at = row_at(row);

        if (state.is_behind[row])
            curses_row_tell(&at, shown_row(row));
        was_behind = was_behind || state.is_behind[row];
        state.is_behind[row] = false;
    }
    if (was_behind)
        settle_curses();
}

/* What was painted is shown. */
static void keep_picture(const struct cells *cells, int rows, int cols)
{
    for (int row = 0; row < rows; row++) {
        const struct cell *wanted = cells->cell + (size_t)row * (size_t)cells->cols;
        struct cell *shown = shown_row(row);
        const size_t size = (size_t)cols * sizeof(*shown);

        if (memcmp(shown, wanted, size) == 0)
            continue;
        memcpy(shown, wanted, size);
        state.is_behind[row] = true;
    }
}

/* Sends the changes past curses, in one write; false when they are better left to it:
 * rows have moved, or widths are not certain. */
static bool paint_picture(const struct cells *cells, int rows, int cols)
{
    const struct paint_job job = {cells, state.shown, rows, cols, state.cols};
    struct arena arena = {0};
    const char *bytes = NULL;
    size_t size = 0;

    if (state.styles.can_paint && has_cursor(cells, rows, cols))
        bytes = paint_bytes(&state.styles.brushes, &job, &arena, &size);
    if (!bytes) {
        arena_clear(&arena);
        return false;
    }
    fwrite(bytes, 1, size, stdout);
    if (size || !is_at(cells->cursor_row, cells->cursor_col))
        mvcur(-1, -1, cells->cursor_row, cells->cursor_col);
    state.away_row = cells->cursor_row;
    state.away_col = cells->cursor_col;
    state.is_away = true;
    fflush(stdout);
    show_shape(cells->cursor_is_shown);
    keep_picture(cells, rows, cols);
    arena_clear(&arena);
    return true;
}

/* Back to what curses takes to be shown, and to where it takes the cursor to be. */
static void come_back(void)
{
    tell_curses();
    if (state.is_away)
        mvcur(-1, -1, getcury(curscr), getcurx(curscr));
    fflush(stdout);
    state.is_away = false;
}

void screen_show(const struct cells *cells)
{
    if (!state.is_open)
        return;

    const int rows = cells->rows < state.rows ? cells->rows : state.rows;
    const int cols = cells->cols < state.cols ? cells->cols : state.cols;

    if (state.is_forgotten)
        erase_picture();
    if (paint_picture(cells, rows, cols))
        return;
    come_back();
    for (int row = 0; row < rows; row++) {
        const struct curses_row at = row_at(row);

        curses_row_show(&at, cells->cell + (size_t)row * (size_t)cells->cols,
                        shown_row(row), cols);
    }
    if (has_cursor(cells, rows, cols))
        move(cells->cursor_row, cells->cursor_col);
    show_shape(cells->cursor_is_shown && has_cursor(cells, rows, cols));
    wnoutrefresh(stdscr);
    doupdate();
}

/* Past curses, which has nothing waiting between two pictures. */
void screen_copy(const char *text, size_t size)
{
    struct arena arena = {0};
    const char *sequence = clipboard_sequence(text, size, clipboard_wrap(), &arena);

    if (state.is_open) {
        fputs(sequence, stdout);
        fflush(stdout);
    }
    arena_clear(&arena);
}

void screen_forget(void)
{
    state.is_forgotten = true;
}

/* The window may have another size: curses and the plan follow it. */
static void fit_window(void)
{
    tty_size(&state.tty, &state.rows, &state.cols);
    resize_term(state.rows, state.cols);
    terminfo_plan(&state.plan, state.rows);
    restore_update(&state.plan);
    terminfo_send_region(state.rows);
    start_picture();
}

static int screen_event(void)
{
    const int events = restore_events();

    if (events == 0)
        return INPUT_NONE;
    fit_window();
    if (events & RESTORE_RESUMED)
        state.cursor_shape = SHAPE_UNKNOWN;
    return events & RESTORE_RESUMED ? INPUT_RESUME : INPUT_RESIZE;
}

/* As soon as it is off in the plan, no signal turns it on again. */
void screen_use_mouse(bool is_on)
{
    if (!state.is_open || state.tty.decoder.has_mouse == is_on)
        return;
    state.tty.decoder.has_mouse = is_on;
    state.plan.has_mouse = is_on;
    terminfo_plan(&state.plan, state.rows);
    restore_update(&state.plan);
    terminfo_send_mouse(is_on);
}

struct mouse screen_mouse(void)
{
    return state.tty.decoder.mouse;
}

int screen_key(int milliseconds, int watched)
{
    int key = TTY_WOKEN;

    state.tty.watched = watched;
    if (!state.is_open)
        return INPUT_CLOSED;
    while (key == TTY_WOKEN) {
        key = tty_key(&state.tty, restore_wake_fd(), milliseconds);
        if (key == TTY_WOKEN) {
            int event = screen_event();

            if (event != INPUT_NONE)
                return event;
        }
    }
    return key;
}

/* The whole foreground job stops, as with ^Z: a program that feeds us as well. */
void screen_suspend(void)
{
    if (state.is_open)
        kill(0, SIGTSTP);
}
