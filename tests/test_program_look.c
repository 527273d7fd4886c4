#include "tests/vt.h"
#include "tui/theme.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* How the program looks in a terminal: themes. */

enum { ROWS = 24, COLS = 80 };

static struct vt *open_with(const char *option, const char *shown)
{
    const char *program = getenv("ENTREPOT");
    const char *top = getenv("top_srcdir");
    char path[512];
    const char *argv[] = {program ? program : "./entrepot", path, option, NULL};

    snprintf(path, sizeof(path), "%s/datasets/china-partners-2024.yaml",
             top ? top : ".");

    struct vt *vt = vt_open(&(struct vt_start){.rows = ROWS, .cols = COLS}, argv);

    cr_assert(vt_wait_text(vt, shown), "%s", vt_text(vt));
    return vt;
}

/* Every cell of the screen, blank ones too. */
static bool has_papers(struct vt *vt, void *data)
{
    const int paper = *(const int *)data;

    for (int row = 0; row < ROWS; row++)
        for (int col = 0; col < COLS; col++)
            if (vt_cell_at(vt, row, col).paper != paper)
                return false;
    return true;
}

/* The colours of all cells that have one. */
static bool has_inks_below(struct vt *vt, void *data)
{
    const int limit = *(const int *)data;

    for (int row = 0; row < ROWS; row++)
        for (int col = 0; col < COLS; col++) {
            const struct vt_cell cell = vt_cell_at(vt, row, col);

            if (cell.ink >= limit || cell.paper >= limit)
                return false;
        }
    return true;
}

Test(looks, go_through_the_themes_at_once)
{
    struct vt *vt = open_with(NULL, "United States");
    int paper = THEME_OWN;
    int limit = 16;

    cr_expect(has_papers(vt, &paper));
    vt_send(vt, "T");
    cr_assert(vt_wait_text(vt, "theme light"), "%s", vt_text(vt));
    vt_send(vt, "T");
    cr_assert(vt_wait_text(vt, "theme contrast"));
    paper = 16;
    cr_expect(vt_wait(vt, has_papers, &paper));
    vt_send(vt, "5"); /* another picture has the ground everywhere as well */
    cr_assert(vt_wait_text(vt, "[5 Surplus]"));
    cr_expect(vt_wait(vt, has_papers, &paper));
    vt_send(vt, "T");
    cr_assert(vt_wait_text(vt, "theme mono"));
    limit = 0;
    cr_expect(vt_wait(vt, has_inks_below, &limit));
    vt_send(vt, "T");
    cr_assert(vt_wait_text(vt, "theme sixteen"));
    limit = 16;
    cr_expect(vt_wait(vt, has_inks_below, &limit));
    vt_send(vt, "T");
    cr_assert(vt_wait_text(vt, "theme dark"));
    vt_send(vt, "u"); /* a theme is no change of what is looked at */
    cr_assert(vt_wait_text(vt, "nothing to undo"));
    vt_close(vt);
}

Test(looks, start_with_the_theme_that_is_asked_for)
{
    struct vt *vt = open_with("--theme=contrast", "United States");
    int paper = 16;

    cr_expect(vt_wait(vt, has_papers, &paper));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    cr_expect(vt_has_modes_of_before(vt));
    vt_close(vt);
}

/* Writes a configuration and opens the program with it. */
static struct vt *open_configured(const char *yaml, const char *shown)
{
    char path[] = "/tmp/entrepot-config-XXXXXX";
    char option[64];
    const int file = mkstemp(path);
    struct vt *vt;

    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, yaml, strlen(yaml)), (ssize_t)strlen(yaml));
    close(file);
    snprintf(option, sizeof(option), "--config=%s", path);
    vt = open_with(option, shown);
    unlink(path);
    return vt;
}

Test(looks, follow_the_configuration)
{
    struct vt *vt = open_configured("theme: contrast\nkeys: {quit: Ctrl-Q, down: J}\n",
                                    "United States");
    int paper = 16;

    cr_expect(vt_wait(vt, has_papers, &paper));
    vt_send(vt, "J");
    cr_assert(vt_wait_text(vt, "▸  2"), "%s", vt_text(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_text(vt, "no such key here; ? shows them"));
    vt_send(vt, "\x11");
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    vt_close(vt);
}

Test(looks, a_bad_configuration_is_said_and_does_not_keep_from_starting)
{
    struct vt *vt = open_configured("keys: {srot: s}\ntheme: mono\n", "unknown action");
    int limit = 0;

    cr_expect(strstr(vt_text(vt), ":1:8: unknown action 'srot'"));
    cr_expect(vt_wait(vt, has_inks_below, &limit));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    vt_close(vt);
}

#define MOUSE_ON "\033[?1000h\033[?1006h"

/* Where the text was sent last, or NULL. */
static const char *last_sent(struct vt *vt, const char *text)
{
    size_t count;
    const char *last = NULL;

    for (const char *at = vt_bytes(vt, &count); (at = strstr(at, text)) != NULL; at++)
        last = at;
    return last;
}

static void expect_mouse_off(struct vt *vt)
{
    const char *on = last_sent(vt, "\033[?1000h");

    cr_assert(on != NULL);
    cr_expect(strstr(on, "\033[?1000l") != NULL);
    cr_expect(strstr(on, "\033[?1006l") != NULL);
    cr_expect(last_sent(vt, "\033[?1006h") < last_sent(vt, "\033[?1006l"));
}

Test(looks, leave_the_mouse_to_the_terminal)
{
    struct vt *vt = open_with(NULL, "United States");

    vt_send(vt, "2");
    cr_assert(vt_wait_text(vt, "[2 Table]"));
    cr_expect_null(last_sent(vt, "\033[?1000h"));
    vt_send(vt, "\033[<0;10;6M"); /* what an earlier program may have left on */
    vt_send(vt, "j");
    cr_assert(vt_wait_text(vt, "▸  2"), "%s", vt_text(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    vt_close(vt);
}

Test(looks, take_clicks_and_the_wheel_when_asked)
{
    struct vt *vt = open_with("--mouse", "United States");

    cr_expect_not_null(last_sent(vt, MOUSE_ON));
    cr_expect_null(last_sent(vt, "\033[?1002h"));
    cr_expect_null(last_sent(vt, "\033[?1003h"));
    vt_send(vt, "2");
    cr_assert(vt_wait_text(vt, "[2 Table]"));
    /* The rows begin below the header, the border and the heads. */
    vt_send(vt, "\033[<0;10;8M\033[<0;10;8m");
    cr_assert(vt_wait_text(vt, "▸  5"), "%s", vt_text(vt));
    vt_send(vt, "\033[<64;10;8M");
    cr_assert(vt_wait_text(vt, "▸  2"), "%s", vt_text(vt));
    vt_send(vt, "M");
    cr_assert(vt_wait_text(vt, "mouse off"));
    vt_wait_quiet(vt, 100);
    expect_mouse_off(vt);
    vt_send(vt, "M");
    cr_assert(vt_wait_text(vt, "mouse on"));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    expect_mouse_off(vt);
    cr_expect(vt_has_modes_of_before(vt));
    vt_close(vt);
}

Test(looks, let_go_of_the_mouse_at_a_signal)
{
    struct vt *vt = open_with("--mouse", "United States");

    vt_signal(vt, SIGTERM);
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_signal(vt), SIGTERM);
    expect_mouse_off(vt);
    vt_close(vt);
}

/* Stopped, it leaves the mouse to the shell; continued, it takes it again. */
Test(looks, let_go_of_the_mouse_while_suspended)
{
    static const char script[] =
        "set -m; \"$0\" --mouse \"$1\"; echo in the shell; read line; fg; echo out";
    const char *program = getenv("ENTREPOT");
    const char *top = getenv("top_srcdir");
    char path[512];
    const char *argv[] = {"sh", "-c", script, program ? program : "./entrepot",
                          path, NULL};

    snprintf(path, sizeof(path), "%s/datasets/china-partners-2024.yaml",
             top ? top : ".");

    struct vt *vt = vt_open(&(struct vt_start){.rows = ROWS, .cols = COLS}, argv);

    cr_assert(vt_wait_text(vt, "United States"), "%s", vt_text(vt));
    vt_send(vt, "\x1a");
    cr_assert(vt_wait_text(vt, "in the shell"));
    expect_mouse_off(vt);
    vt_send(vt, "\n");
    cr_assert(vt_wait_text(vt, "United States"));
    cr_expect(last_sent(vt, "\033[?1000h") > last_sent(vt, "\033[?1000l"));
    vt_send(vt, "q");
    cr_assert(vt_wait_text(vt, "out"));
    cr_assert(vt_wait_end(vt));
    expect_mouse_off(vt);
    vt_close(vt);
}

/* Forty partners, and one below them with a name of unsure width. */
static void write_unsure(char *path)
{
    int file = mkstemps(path, 4);
    FILE *out = fdopen(file, "w");

    fputs("period,partner,exports,imports\n", out);
    for (int i = 0; i < 40; i++)
        fprintf(out, "2024,P%02d,%d,%d\n", i, 1000 - i, 900 - i);
    fputs("2024,\u0e44\u0e17\u0e22,1,1\n", out);
    fclose(out);
}

/* Such a name is left to curses, which enters the screen as if nobody had: the shell
 * finds its cursor where it was all the same. */
Test(looks, keep_the_cursor_of_the_shell_when_curses_comes_late)
{
    char path[] = "/tmp/entrepot-XXXXXX.csv";
    const char *program = getenv("ENTREPOT");
    const char *argv[] = {program ? program : "./entrepot", "--unit=USD:0",
                          "--view=table", path, NULL};
    int row;
    int col;

    write_unsure(path);

    struct vt *vt = vt_open(&(struct vt_start){.rows = ROWS, .cols = COLS}, argv);

    cr_assert(vt_wait_text(vt, "P00"), "%s", vt_text(vt));
    vt_send(vt, "G");
    cr_assert(vt_wait_text(vt, "\u0e44\u0e17\u0e22"), "%s", vt_text(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    cr_expect(vt_has_modes_of_before(vt));
    cr_expect_not(vt_is_alternate(vt));
    cr_expect(vt_is_cursor_shown(vt));
    vt_cursor(vt, &row, &col);
    cr_expect(row == 0 && col == 0, "%d, %d", row, col);
    remove(path);
    vt_close(vt);
}

/* Terminals that people use; those the machine describes are gone through. A line in
 * Unicode is never sent as one of the terminal's second character set: that is where
 * rows of q come from. */
static const char *const types[] = {
    "xterm",          "xterm-256color", "putty",
    "putty-256color", "putty-vt100",    "tmux",
    "tmux-256color",  "screen",         "screen-256color",
    "linux",          "linux-16color",  "vt100",
    "vt220",          "vt320",          "rxvt",
    "rxvt-unicode",   "konsole",        "konsole-256color",
    "gnome",          "st-256color",    "alacritty",
    "foot",           "xterm-kitty",    "cygwin",
    "ansi",           "Eterm",          "mlterm",
    "mintty",         "xterm-direct",
};

/* Whether it came up as that type. */
static bool comes_up(const char *type)
{
    const char *program = getenv("ENTREPOT");
    const char *top = getenv("top_srcdir");
    char path[512];
    const char *argv[] = {program ? program : "./entrepot", path, NULL};
    bool is_known;
    size_t count;

    snprintf(path, sizeof(path), "%s/datasets/china-partners-2024.yaml",
             top ? top : ".");

    struct vt *vt =
        vt_open(&(struct vt_start){.rows = ROWS, .cols = COLS, .term = type}, argv);

    cr_assert(vt_wait_text(vt, "[1 Overview]"), "%s: %s", type, vt_text(vt));
    cr_expect(vt_wait_text(vt, "━ Partners, CNY bn"), "%s", type);
    is_known = last_sent(vt, "unknown terminal") == NULL;
    vt_send(vt, "5");
    cr_expect(vt_wait_text(vt, "[5 Surplus]"), "%s", type);
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt), "%s", type);
    cr_expect_eq(vt_exit_status(vt), 0, "%s", type);
    vt_bytes(vt, &count);
    cr_expect_null(memchr(vt_bytes(vt, &count), '\x0e', count), "%s: q-lines", type);
    cr_expect_null(last_sent(vt, "\033(0"), "%s: q-lines", type);
    cr_expect(vt_has_modes_of_before(vt), "%s: modes", type);
    cr_expect_not(vt_is_alternate(vt), "%s: alternate screen", type);
    cr_expect(vt_is_cursor_shown(vt), "%s: cursor", type);
    vt_close(vt);
    return is_known;
}

Test(looks, hold_on_every_terminal_that_is_described_here)
{
    size_t known = 0;

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        known += comes_up(types[i]);
    cr_expect_geq(known, 2); /* xterm and vt100 are described anywhere */
}
