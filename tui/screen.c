#include "tui/screen.h"

#include "core/base/translate.h"
#include "tui/clipboard.h"
#include "tui/curses_screen.h"
#include "tui/input.h"
#include "tui/paint.h"
#include "tui/picture.h"
#include "tui/restore.h"
#include "tui/screen_styles.h"
#include "tui/terminfo.h"
#include "tui/theme.h"
#include "tui/tty.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of the cursor. */
enum { SHAPE_UNKNOWN = -1 };

/* A picture goes in one write, as a rule. */
enum { OUTPUT_BYTES = 16 * 1024 };

/* There is one terminal for the whole program, so there is one struct. */
static struct {
    bool is_open;
    const char *type; /* of the terminal */
    struct description terminal;
    struct curses_screen *curses; /* NULL: it was not needed so far */
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
    int cursor_shape;   /* 0 hidden, 1 shown, SHAPE_UNKNOWN */
    char output[OUTPUT_BYTES];
} state;

static struct curses_picture picture_shown(void)
{
    return (struct curses_picture){state.curses,    &state.styles, state.shown,
                                   state.is_behind, state.rows,    state.cols};
}

/* Whether painting blanks the screen: where the ground is the terminal's own, blanks go
 * with the picture that follows, in one write. */
static bool paints_blanks(void)
{
    const struct brushes *brushes = &state.styles.brushes;

    return state.styles.can_paint && *brushes->clear &&
           brushes->has_ground[STYLE_PLAIN];
}

/* Keys, by the description that is open. */
static void use_keys(void)
{
    state.tty.decoder.sequences = state.sequences;
    state.tty.decoder.sequence_count = terminfo_keys(&state.terminal, state.sequences);
}

/* There is no way to go on, and the screen has been left. */
static _Noreturn void give_up(const char *absent)
{
    if (!absent)
        arena_fail(NULL, (size_t)state.rows * (size_t)state.cols);
    fprintf(stderr, "entrepot: ");
    fprintf(stderr, _("'%s' of %s cannot be loaded; is it installed?"), absent,
            "ncurses");
    fputc('\n', stderr);
    abort();
}

/* The screen is entered by curses, which does not know that we are on it: so it is left
 * before. */
static void start_curses(void)
{
    const char *absent;

    fputs(state.plan.leave, stdout);
    fflush(stdout);
    state.curses =
        curses_screen_start(&state.tty, state.type, state.rows, state.cols, &absent);
    if (!state.curses)
        give_up(absent);
    screen_styles_start(&state.styles, curses_screen_calls(state.curses), &state.look);
    if (state.plan.has_mouse)
        terminfo_send_mouse(&state.terminal, true);
    state.cursor_shape = SHAPE_UNKNOWN;
    screen_forget();
}

static void erase_picture(void)
{
    const bool is_painted = paints_blanks();
    struct curses_picture picture;

    if (!is_painted && !state.curses)
        start_curses();
    picture = picture_shown();
    state.is_away = is_painted;
    if (is_painted) {
        state.away_row = state.away_col = 0;
        fprintf(stdout, "\033[m%s", state.styles.brushes.clear);
    }
    if (state.curses)
        curses_screen_erase(&picture, is_painted);
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

static bool note_failure(char *note, size_t note_size)
{
    snprintf(note, note_size, _("cannot set up a terminal of type '%s'"), state.type);
    return false;
}

/* Takes over the device; false with a note. Handlers come before anything is sent, and
 * before curses, which then leaves these signals alone. */
static bool start(char *note, size_t note_size)
{
    state.type = terminfo_choose(&state.terminal, state.tty.out, note, note_size);
    if (!state.type)
        return false;
    tty_size(&state.tty, &state.rows, &state.cols);
    state.plan.fd = state.tty.out;
    state.plan.before = state.tty.before;
    state.plan.during = state.tty.during;
    terminfo_plan(&state.terminal, &state.plan, state.rows);
    return restore_arm(&state.plan) || note_failure(note, note_size);
}

static bool enter_by_curses(char *note, size_t note_size)
{
    const char *absent;

    state.curses =
        curses_screen_start(&state.tty, state.type, state.rows, state.cols, &absent);
    if (!state.curses) {
        if (absent)
            snprintf(note, note_size,
                     _("'%s' of %s cannot be loaded; is it installed?"), absent,
                     "ncurses");
        return !absent && note_failure(note, note_size);
    }
    screen_styles_start(&state.styles, curses_screen_calls(state.curses), &state.look);
    return true;
}

/* What can be painted needs no curses, whose start takes longer than all the rest. */
static bool enter(char *note, size_t note_size)
{
    if (!paints_blanks() || !state.styles.brushes.can_scroll)
        return enter_by_curses(note, note_size);
    tcsetattr(state.tty.out, TCSADRAIN, &state.tty.during);
    fputs(state.plan.enter, stdout);
    fflush(stdout);
    return true;
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
    screen_styles_open(&state.styles, &state.terminal, look);
    state.look = *look;
    if (!enter(note, note_size)) {
        restore_disarm();
        tty_close(&state.tty);
        return false;
    }
    use_keys();
    state.is_open = true;
    state.cursor_shape = SHAPE_UNKNOWN;
    start_picture();
    return true;
}

void screen_close(void)
{
    if (!state.is_open)
        return;
    screen_use_mouse(false);
    state.is_open = false;
    if (state.curses) {
        terminfo_send_cursor(&state.terminal, true);
        fflush(stdout);
        curses_screen_end(state.curses);
        terminfo_send_below(&state.terminal);
        fflush(stdout);
    } else {
        fputs(state.plan.leave, stdout);
        fflush(stdout);
    }
    restore_disarm();
    state.curses = NULL;
    state.shown = NULL;
    arena_clear(&state.arena);
    description_close(&state.terminal);
    tty_close(&state.tty);
}

void screen_size(int *rows, int *cols)
{
    *rows = state.rows;
    *cols = state.cols;
}

static struct cell *shown_row(int row)
{
    return state.shown + (size_t)row * (size_t)state.cols;
}

/* Whether the terminal's cursor is there. */
static bool is_at(int row, int col)
{
    return state.is_away ? state.away_row == row && state.away_col == col
                         : curses_screen_is_at(state.curses, row, col);
}

static void show_shape(bool is_shown)
{
    if (state.cursor_shape != is_shown)
        terminfo_send_cursor(&state.terminal, is_shown);
    state.cursor_shape = is_shown;
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
    const struct paint_place cursor = {state.is_away ? state.away_row : -1,
                                       state.away_col};
    const struct paint_job job = {cells, state.shown, rows, cols, state.cols, cursor};
    struct arena arena = {0};
    const char *bytes = NULL;
    size_t size = 0;

    if (state.styles.can_paint && picture_has_cursor(cells, rows, cols))
        bytes = paint_bytes(&state.styles.brushes, &job, &arena, &size);
    if (!bytes) {
        arena_clear(&arena);
        return false;
    }
    fwrite(bytes, 1, size, stdout);
    if (!size && !is_at(cells->cursor_row, cells->cursor_col))
        fprintf(stdout, "\033[%d;%dH", cells->cursor_row + 1, cells->cursor_col + 1);
    state.away_row = cells->cursor_row;
    state.away_col = cells->cursor_col;
    state.is_away = true;
    show_shape(cells->cursor_is_shown);
    fflush(stdout);
    keep_picture(cells, rows, cols);
    arena_clear(&arena);
    return true;
}

void screen_show(const struct cells *cells)
{
    if (!state.is_open)
        return;

    const int rows = cells->rows < state.rows ? cells->rows : state.rows;
    const int cols = cells->cols < state.cols ? cells->cols : state.cols;
    struct curses_picture picture;

    if (state.is_forgotten)
        erase_picture();
    if (paint_picture(cells, rows, cols))
        return;
    if (!state.curses) {
        start_curses();
        erase_picture();
    }
    picture = picture_shown();
    curses_screen_come_back(&picture, state.is_away);
    state.is_away = false;
    show_shape(cells->cursor_is_shown && picture_has_cursor(cells, rows, cols));
    fflush(stdout);
    curses_screen_show(&picture, cells, rows, cols);
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
    if (state.curses)
        curses_screen_resize(state.curses, state.rows, state.cols);
    terminfo_plan(&state.terminal, &state.plan, state.rows);
    restore_update(&state.plan);
    terminfo_send_region(&state.terminal, state.rows);
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
    terminfo_plan(&state.terminal, &state.plan, state.rows);
    restore_update(&state.plan);
    terminfo_send_mouse(&state.terminal, is_on);
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
