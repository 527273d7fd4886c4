#include "tests/vt.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How the screen ends and in which terminals it begins, seen with screen_demo.c. */

enum { SIGNALLED_IN = 5000 }; /* milliseconds; it is far less where there is time */

static const char *demo_path(void)
{
    const char *path = getenv("SCREEN_DEMO");

    return path ? path : "tests/screen_demo";
}

static struct vt *open_demo(struct vt_start start)
{
    const char *argv[] = {demo_path(), NULL};

    start.rows = 24;
    start.cols = 80;
    return vt_open(&start, argv);
}

/* The demo as $0 of a shell command. */
static struct vt *open_shell(const char *command)
{
    const char *argv[] = {"sh", "-c", command, demo_path(), NULL};

    return vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
}

static bool has_bytes(struct vt *vt, const char *bytes)
{
    size_t count;

    return strstr(vt_bytes(vt, &count), bytes) != NULL;
}

static bool has_bytes_last(struct vt *vt, const char *bytes)
{
    size_t count;
    const char *all = vt_bytes(vt, &count);
    const char *found = strstr(all + (count > 40 ? count - 40 : 0), bytes);

    return found != NULL;
}

/* As the shell wants to find it. Nothing is sent once the alternate screen is left but
 * the keypad's mode, which curses resets last. */
static void expect_restored(struct vt *vt)
{
    static const char leave[] = "\033[?1049l\033[23;0;0t";
    static const char enter[] = "\033[?1049h";
    size_t count;
    const char *last = NULL;

    for (const char *at = vt_bytes(vt, &count); (at = strstr(at, leave)) != NULL;)
        last = at += sizeof(leave) - 1;
    cr_assert(last != NULL, "rmcup");
    cr_expect(strstr(last, enter) == NULL);
    cr_expect(strncmp(last, "\r\033[?1l\033>", 8) == 0 || !strchr(last, '\033') ||
              strstr(last, "Sanitizer"));
    cr_expect(vt_has_modes_of_before(vt), "modes");
    cr_expect_not(vt_is_alternate(vt), "alternate screen");
    cr_expect(vt_is_cursor_shown(vt), "cursor");
}

/* A sanitizer that was told of a crash by signal ends the program in its own way. */
static bool ended_by(const struct vt *vt, int signal_number)
{
    return vt_exit_signal(vt) == signal_number ||
           (VT_IS_SANITIZED && vt_exit_status(vt) > 0);
}

static int signals[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGABRT, SIGSEGV,
                        SIGBUS,  SIGFPE,  SIGILL,  SIGALRM, SIGUSR1, SIGUSR2,
                        SIGPIPE, SIGXCPU, SIGTRAP, SIGSYS};

ParameterizedTestParameters(ends, by_signal)
{
    return cr_make_param_array(int, signals, sizeof(signals) / sizeof(signals[0]));
}

ParameterizedTest(int *signal_number, ends, by_signal)
{
    struct vt *vt = open_demo((struct vt_start){0});

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_signal(vt, *signal_number);
    cr_assert(vt_wait_end(vt));
    cr_expect(ended_by(vt, *signal_number), "signal %d, status %d", vt_exit_signal(vt),
              vt_exit_status(vt));
    expect_restored(vt);
    vt_close(vt);
}

struct key_end {
    char key[2];
    int signal_number;
    int status;
};

ParameterizedTestParameters(ends, by_key)
{
    static struct key_end cases[] = {
        {"q", 0, 0},           {"\x03", SIGINT, -1},
        {"\x1c", SIGQUIT, -1}, {"S", SIGSEGV, -1}, /* a crash */
        {"O", SIGSEGV, -1},                        /* no stack left */
        {"A", SIGABRT, -1},    {"E", 0, 7},        /* exit() with the screen open */
    };

    return cr_make_param_array(struct key_end, cases, sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct key_end *c, ends, by_key)
{
    struct vt *vt = open_demo((struct vt_start){0});

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, c->key);
    cr_assert(vt_wait_end(vt));
    if (c->signal_number)
        cr_expect(ended_by(vt, c->signal_number), "signal %d, status %d",
                  vt_exit_signal(vt), vt_exit_status(vt));
    else
        cr_expect_eq(vt_exit_status(vt), c->status);
    expect_restored(vt);
    vt_close(vt);
}

static void expect_gone(bool ignores_hangup)
{
    struct vt *vt = open_demo((struct vt_start){.ignores_hangup = ignores_hangup});

    cr_assert(vt_wait_text(vt, "80x24"));

    const long start = vt_now();

    vt_hang_up(vt);
    cr_assert(vt_wait_end(vt));
    cr_expect_lt(vt_now() - start, SIGNALLED_IN);
    if (ignores_hangup)
        cr_expect_eq(vt_exit_status(vt), 0);
    else
        cr_expect_eq(vt_exit_signal(vt), SIGHUP);
    vt_close(vt);
}

Test(ends, when_the_line_drops)
{
    expect_gone(false);
}

Test(ends, when_the_line_drops_and_nobody_may_say_so)
{
    expect_gone(true);
}

/* The shell gets its terminal, and the screen comes back at the size of then. */
static void expect_suspends(const char *key)
{
    struct vt *vt =
        open_shell("set -m; \"$0\"; echo in the shell; read line; fg; echo out");

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, key);
    cr_assert(vt_wait_text(vt, "in the shell"));
    expect_restored(vt);
    vt_resize(vt, 30, 100);
    vt_send(vt, "\n");
    cr_assert(vt_wait_text(vt, "100x30"), "%s", vt_text(vt));
    cr_expect(strstr(vt_text(vt), "┃  Hong Kong, China 中国香港") != NULL);
    cr_expect(vt_is_alternate(vt));
    cr_expect_not(vt_has_modes_of_before(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_text(vt, "out"));
    cr_assert(vt_wait_end(vt));
    expect_restored(vt);
    vt_close(vt);
}

Test(ends, for_a_while_by_the_stop_key)
{
    expect_suspends("\x1a");
}

Test(ends, for_a_while_by_itself)
{
    expect_suspends("s");
}

Test(ends, not_when_there_is_no_shell_to_stop_for)
{
    struct vt *vt = open_demo((struct vt_start){0});

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, "\x1a");
    vt_send(vt, "x");
    cr_expect(vt_wait_text(vt, "1 x"));
    cr_expect(vt_is_alternate(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    expect_restored(vt);
    vt_close(vt);
}

Test(ends, not_when_stopped_from_outside)
{
    struct vt *vt = open_demo((struct vt_start){0});
    size_t before;
    size_t after;

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_signal(vt, SIGSTOP);
    vt_wait_quiet(vt, 300);
    vt_bytes(vt, &before);
    vt_signal(vt, SIGCONT);
    vt_send(vt, "x");
    cr_expect(vt_wait_text(vt, "1 x"));
    vt_wait_quiet(vt, 200);
    vt_bytes(vt, &after);
    cr_expect_gt(after - before, 800, "everything is drawn anew");
    vt_close(vt);
}

struct term_case {
    char term[64];
    char note[80];
    bool has_alternate;
};

ParameterizedTestParameters(terminals, by_type)
{
    static struct term_case cases[] = {
        {"xterm-256color", "", true},
        {"xterm", "", true},
        {"screen-256color", "", true},
        {"tmux-256color", "", true},
        {"linux", "", false},
        {"vt100", "", false},
        {"ansi", "", false},
        {"", "TERM is not set, using xterm-256color", true},
        {"no-such-terminal", "unknown terminal 'no-such-terminal', using xterm-", true},
        {"unknown", "unknown terminal 'unknown', using xterm-256color", true},
        {"../../etc/passwd", "unknown terminal '../../etc/passwd', using", true},
        {"\033]0;x\007", "unknown terminal '?]0;x?', using", true},
    };

    return cr_make_param_array(struct term_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct term_case *c, terminals, by_type)
{
    struct vt *vt = open_demo((struct vt_start){.term = c->term});

    cr_assert(vt_wait_text(vt, "80x24"));
    cr_expect(strstr(vt_text(vt), "┃  Hong Kong, China 中国香港          3000") !=
              NULL);
    vt_send(vt, "\x1b[B\x1bOB");
    cr_expect(vt_wait_text(vt, "▸ Hong Kong"));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    /* The prompt is on a line of its own. */
    cr_expect(c->has_alternate || has_bytes_last(vt, "\r\n"), "%s", c->term);
    cr_expect(vt_has_modes_of_before(vt));
    cr_expect(vt_is_cursor_shown(vt));
    cr_expect_eq(has_bytes(vt, "\033[?1049l"), c->has_alternate);
    cr_expect(has_bytes(vt, c->note), "%s", vt_text(vt));
    cr_expect_not(has_bytes(vt, "\033]0;"));
    vt_close(vt);
}

Test(terminals, a_name_of_any_length_is_only_a_name)
{
    char name[5001];
    struct vt *vt;

    memset(name, 'x', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    vt = open_demo((struct vt_start){.term = name});
    cr_assert(vt_wait_text(vt, "80x24"));
    vt_close(vt);
}

Test(terminals, a_dumb_one_is_refused_in_words)
{
    struct vt *vt = open_demo((struct vt_start){.term = "dumb"});

    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 3);
    cr_expect(has_bytes(vt, "a terminal of type 'dumb' has no screen"));
    cr_expect_not(has_bytes(vt, "\033"));
    vt_close(vt);
}

Test(terminals, in_the_c_locale_get_ascii_only)
{
    struct vt *vt = open_demo((struct vt_start){.locale = "C", .term = "vt100"});
    size_t count;

    cr_assert(vt_wait_text(vt, "80x24"));
    cr_expect(strstr(vt_text(vt), "|  Turkiye ???") != NULL);
    cr_expect(strstr(vt_text(vt), "+= Partners ===") != NULL);
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));

    const char *bytes = vt_bytes(vt, &count);

    for (size_t i = 0; i < count; i++)
        cr_assert((unsigned char)bytes[i] < 0x7f && bytes[i] != '\x0e' && bytes[i],
                  "byte %02x", (unsigned char)bytes[i]);
    vt_close(vt);
}

Test(terminals, without_colors_get_none)
{
    struct vt *vt = open_demo((struct vt_start){.variable = "NO_COLOR=1"});

    cr_assert(vt_wait_text(vt, "80x24"));
    cr_expect_eq(vt_cell_at(vt, 1, 55).ink, -1);
    cr_expect_not(has_bytes(vt, "\033[38;"));
    vt_close(vt);
}

Test(terminals, give_the_keys_when_standard_input_is_data)
{
    struct vt *vt = open_demo((struct vt_start){.input_file = "/dev/null"});

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, "é");
    cr_expect(vt_wait_text(vt, "1 é"));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    expect_restored(vt);
    vt_close(vt);
}

static void expect_refused(const char *command, const char *reason)
{
    struct vt *vt = open_shell(command);

    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 3);
    cr_expect(has_bytes(vt, reason), "%s", vt_text(vt));
    cr_expect_not(has_bytes(vt, "\033"));
    vt_close(vt);
}

Test(terminals, are_refused_where_there_is_none)
{
    expect_refused("\"$0\" >/dev/null", "standard output is not a terminal");
    expect_refused("\"$0\" >/dev/full", "standard output is not a terminal");
    expect_refused("\"$0\" >&-", "standard output is not a terminal");
    expect_refused("setsid -w \"$0\" </dev/null", "no terminal to read keys from");
}
