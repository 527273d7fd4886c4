#include "tui/screen.h"

#include "tui/clipboard.h"
#include "tui/input.h"
#include "tui/picture.h"
#include "tui/restore.h"
#include "tui/terminfo.h"
#include "tui/theme.h"
#include "tui/tty.h"

#include <curses.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { SIZE_DIGITS = 8 };

/* curses has one terminal for the whole program, so there is one struct. */
static struct {
    bool is_open;
    SCREEN *curses;
    struct tty tty;
    struct restore_plan plan;
    struct decode_sequence sequences[TERMINFO_KEYS];
    struct look look;
    bool has_own_colors; /* besides those of its palette */
    attr_t attributes[STYLE_COUNT];
    short pair[STYLE_COUNT];
    int rows;
    int cols;
    struct arena arena; /* of `shown` */
    struct cell *shown; /* what the terminal shows, row by row */
    bool is_forgotten;  /* nobody knows what the terminal shows */
    int cursor_shape;   /* 0 hidden, 1 shown, -1 not known */
} state;

/* A terminal of direct colours takes numbers from 8 on as red, green and blue. */
static int offered_colors(void)
{
    if (!has_colors() || start_color() != OK || COLOR_PAIRS <= STYLE_COUNT)
        return 0;
    if (terminfo_has_direct_colors())
        return 8;
    return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

static void set_up_style(enum style style)
{
    const bool has_own = state.has_own_colors;
    const struct appearance a = theme_appearance(&state.look, style);

    state.attributes[style] = (a.is_bold ? A_BOLD : 0) | (a.is_dim ? A_DIM : 0) |
                              (a.is_underlined ? A_UNDERLINE : 0) |
                              (a.is_reversed ? A_REVERSE : 0);
    state.pair[style] = 0;
    if (state.look.colors == 0 || (a.foreground < 0 && a.background < 0))
        return;
    state.pair[style] = (short)(style + 1);
    init_pair(state.pair[style],
              a.foreground < 0 && !has_own ? COLOR_WHITE : a.foreground,
              a.background < 0 && !has_own ? COLOR_BLACK : a.background);
}

static void set_up_styles(struct look *look)
{
    state.has_own_colors = false;
    if (look->colors > 0) {
        const int offered = offered_colors();

        if (look->colors > offered)
            look->colors = offered;
        state.has_own_colors = offered > 0 && use_default_colors() == OK;
    }
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        look->is_ascii = true;
    state.look = *look;
    for (int style = 0; style < STYLE_COUNT; style++)
        set_up_style((enum style)style);
}

/* What is blank has the theme's ground as well. */
static void erase_picture(void)
{
    cchar_t blank;

    setcchar(&blank, L" ", 0, state.pair[STYLE_PLAIN], NULL);
    bkgrndset(&blank);
    erase();
    clearok(curscr, TRUE);
}

void screen_use_theme(const struct theme *theme)
{
    if (!state.is_open || state.look.theme == theme)
        return;
    state.look.theme = theme;
    for (int style = 0; style < STYLE_COUNT; style++)
        set_up_style((enum style)style);
    screen_forget();
}

/* Everything is to be sent again, and the old picture has another size. */
static void start_picture(void)
{
    const size_t count = (size_t)state.rows * (size_t)state.cols;

    arena_clear(&state.arena);
    state.shown = ARENA_ARRAY(&state.arena, struct cell, count);
    screen_forget();
}

/* newterm() takes the size from the environment first: it must not see a window of any
 * size that a client claims. */
static SCREEN *open_curses(const char *type)
{
    static const char *const names[] = {"LINES", "COLUMNS"};
    const int size[] = {state.rows, state.cols};
    struct arena arena = {0};
    const char *before[2];

    for (int i = 0; i < 2; i++) {
        const char *value = getenv(names[i]);
        char digits[SIZE_DIGITS];

        before[i] = value ? arena_copy(&arena, value, strlen(value)) : NULL;
        snprintf(digits, sizeof(digits), "%d", size[i]);
        setenv(names[i], digits, 1);
    }

    SCREEN *curses = newterm(type, stdout, stdin);

    for (int i = 0; i < 2; i++) {
        if (before[i])
            setenv(names[i], before[i], 1);
        else
            unsetenv(names[i]);
    }
    arena_clear(&arena);
    return curses;
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
        state.curses = open_curses(type);
    if (!state.curses) {
        snprintf(note, note_size, "cannot set up a terminal of type '%s'", type);
        restore_disarm();
    }
    return state.curses != NULL;
}

bool screen_open(struct look *look, char *note, size_t note_size)
{
    const char *problem = tty_open(&state.tty);

    if (problem || !start(note, note_size)) {
        if (problem)
            snprintf(note, note_size, "%s", problem);
        tty_close(&state.tty);
        return false;
    }
    state.is_open = true;
    state.cursor_shape = -1;
    set_up_curses();
    state.tty.decoder.sequences = state.sequences;
    state.tty.decoder.sequence_count = terminfo_keys(state.sequences);
    set_up_styles(look);
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

static void put_wide(int row, int col, const wchar_t *text, enum style style)
{
    cchar_t character;

    setcchar(&character, text, state.attributes[style], state.pair[style], NULL);
    mvadd_wchnstr(row, col, &character, 1);
}

/* Where curses and we differ in the width, a question mark stands. */
static void put_cell(int row, int col, const struct cell *cell)
{
    const enum style style = (enum style)cell->style;
    wchar_t text[TEXT_MARKS + 2];

    if (picture_text(cell, col + cell->width == state.cols, text)) {
        put_wide(row, col, text, style);
        return;
    }
    put_wide(row, col, L"?", style);
    if (cell->width == 2)
        put_wide(row, col + 1, L" ", style);
}

/* Sends what there is so far and says in so many words where the next cell goes. */
static void settle(int row, int col)
{
    if (col >= state.cols)
        col = state.cols - 1;
    move(row, col);
    wnoutrefresh(stdscr);
    doupdate();
    mvcur(-1, -1, row, col);
    fflush(stdout); /* mvcur() writes there, doupdate() past it */
}

static void show_row(const struct cells *cells, int row, int cols)
{
    const struct cell *wanted = cells->cell + (size_t)row * (size_t)cells->cols;
    struct cell *shown = state.shown + (size_t)row * (size_t)state.cols;
    bool is_certain_so_far = true;

    for (int col = 0; col < cols; col++) {
        if (picture_is_same(&wanted[col], &shown[col]))
            continue;
        shown[col] = wanted[col];
        if (wanted[col].width == 0 || col + wanted[col].width > state.cols)
            continue;
        if (picture_is_certain(&wanted[col])) {
            if (!is_certain_so_far)
                settle(row, col);
            is_certain_so_far = true;
        } else {
            is_certain_so_far = false;
        }
        put_cell(row, col, &wanted[col]);
    }
    if (!is_certain_so_far)
        settle(row, cols);
}

static void show_cursor(const struct cells *cells, int rows, int cols)
{
    const bool is_inside = cells->cursor_row >= 0 && cells->cursor_row < rows &&
                           cells->cursor_col >= 0 && cells->cursor_col < cols;
    const int shape = cells->cursor_is_shown && is_inside;

    if (is_inside)
        move(cells->cursor_row, cells->cursor_col);
    if (state.cursor_shape < 0)
        curs_set(!shape);
    if (state.cursor_shape != shape)
        curs_set(shape);
    state.cursor_shape = shape;
}

void screen_show(const struct cells *cells)
{
    if (!state.is_open)
        return;

    const int rows = cells->rows < state.rows ? cells->rows : state.rows;
    const int cols = cells->cols < state.cols ? cells->cols : state.cols;

    if (state.is_forgotten) {
        erase_picture();
        picture_blank(state.shown, (size_t)state.rows * (size_t)state.cols);
    }
    state.is_forgotten = false;
    for (int row = 0; row < rows; row++)
        show_row(cells, row, cols);
    show_cursor(cells, rows, cols);
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
        state.cursor_shape = -1;
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
