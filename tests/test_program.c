#include "tests/vt.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The program itself, opened on bundled data as a person opens it. */

enum { GONE_IN = 5000 }; /* milliseconds; asked for is one second, with time to run */

static const char *program_path(void)
{
    const char *path = getenv("ENTREPOT");

    return path ? path : "./entrepot";
}

static const char *data_path(char out[512], const char *name)
{
    const char *top = getenv("top_srcdir");

    snprintf(out, 512, "%s/datasets/%s", top ? top : ".", name);
    return out;
}

/* Opens a file and waits until its first screen is there. */
static struct vt *open_file(struct vt_start start, const char *name, const char *shown)
{
    char path[512];
    const char *argv[] = {program_path(), data_path(path, name), NULL};

    start.rows = start.rows ? start.rows : 24;
    start.cols = start.cols ? start.cols : 80;

    struct vt *vt = vt_open(&start, argv);

    cr_assert(vt_wait_text(vt, shown), "%s", vt_text(vt));
    return vt;
}

static struct vt *open_partners(struct vt_start start)
{
    return open_file(start, "china-partners-2024.yaml", "United States");
}

static void expect_restored(struct vt *vt)
{
    cr_expect(vt_has_modes_of_before(vt), "modes");
    cr_expect_not(vt_is_alternate(vt), "alternate screen");
    cr_expect(vt_is_cursor_shown(vt), "cursor");
}

/* Keys and what is on the screen after them. */
static void press(struct vt *vt, const char *keys, const char *shown)
{
    vt_send(vt, keys);
    cr_assert(vt_wait_text(vt, shown), "no '%s' after '%s':\n%s", shown, keys,
              vt_text(vt));
}

Test(program, opens_shows_and_leaves)
{
    struct vt *vt = open_partners((struct vt_start){0});

    cr_expect(vt_is_alternate(vt));
    press(vt, "q", "");
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    expect_restored(vt);
    vt_close(vt);
}

Test(program, shows_every_view_by_its_number)
{
    struct vt *vt = open_partners((struct vt_start){.rows = 35, .cols = 120});

    press(vt, "2", "[2 Table]");
    press(vt, "3", "[3 Bars]");
    press(vt, "4", "[4 Trend]");
    press(vt, "5", "[5 Surplus]");
    press(vt, "6", "[6 Notes]");
    press(vt, "1", "[1 Overview]");
    press(vt, "?", "paired bars");
    vt_send(vt, "\x1b");
    cr_expect(vt_wait_no_text(vt, "paired bars"));
    vt_close(vt);
}

Test(program, moves_finds_filters_and_sorts)
{
    struct vt *vt = open_partners((struct vt_start){.rows = 35, .cols = 120});

    press(vt, "2", "[2 Table]");
    press(vt, "j", "▸  2 South Korea");
    press(vt, "\x1b[B", "▸  3 Hong Kong");
    press(vt, "\x1bOA", "▸  2 South Korea");
    press(vt, "k", "▸  1 United States");
    press(vt, "/turk\r", "Türkiye  surplus");
    press(vt, "fviet\r", "▸  1 Vietnam");
    press(vt, "u", "of 252");
    press(vt, "G", "of 252");
    press(vt, "g", "▸  1 United States");
    vt_close(vt);
}

/* Both borders of the table are where they should be in each of ten rows. */
static bool has_aligned_borders(struct vt *vt, void *data)
{
    (void)data;
    for (int row = 3; row < 13; row++)
        if (vt_cell_at(vt, row, 0).codepoint != 0x2503 ||
            vt_cell_at(vt, row, 119).codepoint != 0x2503)
            return false;
    return true;
}

Test(program, keeps_columns_beside_chinese_names_aligned)
{
    struct vt *vt = open_partners((struct vt_start){.rows = 35, .cols = 120});

    press(vt, "2", "[2 Table]");
    press(vt, "", "中国台湾          535.0");
    cr_expect(vt_wait(vt, has_aligned_borders, NULL));
    vt_close(vt);
}

static int signals[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGABRT,
                        SIGSEGV, SIGBUS,  SIGFPE, SIGALRM, SIGUSR1};

ParameterizedTestParameters(program, signals)
{
    return cr_make_param_array(int, signals, sizeof(signals) / sizeof(signals[0]));
}

ParameterizedTest(int *signal_number, program, signals)
{
    struct vt *vt = open_partners((struct vt_start){0});

    press(vt, "/unit", "unit");
    vt_signal(vt, *signal_number);
    cr_assert(vt_wait_end(vt));
    cr_expect(vt_exit_signal(vt) == *signal_number ||
                  (VT_IS_SANITIZED && vt_exit_status(vt) > 0),
              "signal %d, status %d", vt_exit_signal(vt), vt_exit_status(vt));
    expect_restored(vt);
    vt_close(vt);
}

static void expect_gone(bool ignores_hangup)
{
    struct vt *vt = open_partners((struct vt_start){.ignores_hangup = ignores_hangup});
    const long start = vt_now();

    vt_hang_up(vt);
    cr_assert(vt_wait_end(vt));
    cr_expect_lt(vt_now() - start, GONE_IN);
    vt_close(vt);
}

Test(program, is_gone_when_the_line_drops)
{
    expect_gone(false);
    expect_gone(true);
}

Test(program, sends_nothing_while_nothing_changes)
{
    struct vt *vt = open_partners((struct vt_start){0});
    size_t before;
    size_t after;

    vt_wait_quiet(vt, 1000);
    vt_bytes(vt, &before);
    vt_wait_quiet(vt, 1500);
    vt_bytes(vt, &after);
    cr_expect_eq(before, after, "%zu bytes", after - before);
    vt_close(vt);
}

/* Every size there is room for, while keys arrive. */
Test(program, lives_through_a_storm_of_sizes)
{
    struct vt *vt = open_partners((struct vt_start){.rows = 35, .cols = 120});
    static const char keys[] = "123456jkGg[]sv";
    unsigned seed = 3;

    vt_deafen(vt, true);
    for (int i = 0; i < 300; i++) {
        char key[2] = {keys[(size_t)i % (sizeof(keys) - 1)], '\0'};

        seed = seed * 1103515245u + 12345u;
        vt_resize(vt, (int)(seed >> 16 & 0x7f) % (i % 2 ? 12 : 100),
                  (int)(seed >> 23) % (i % 2 ? 30 : 300));
        vt_send(vt, key);
        vt_wait_quiet(vt, 0);
    }
    vt_resize(vt, 60000, 60000);
    vt_wait_quiet(vt, 500);
    vt_send(vt, "\x1b");
    vt_wait_quiet(vt, 200);
    vt_deafen(vt, false);
    vt_resize(vt, 35, 120);
    vt_send(vt, "\x0c");
    press(vt, "2", "[2 Table]");
    vt_resize(vt, 24, 80);
    press(vt, "?", "close: Esc");
    cr_expect(VT_IS_SANITIZED || vt_peak_kilobytes(vt) < 256 * 1024, "%ld KB",
              vt_peak_kilobytes(vt));
    vt_close(vt);
}

Test(program, suspends_and_comes_back)
{
    char path[512];
    const char *argv[] = {"sh",
                          "-c",
                          "set -m; \"$0\" \"$1\"; echo in the shell; read line; fg",
                          program_path(),
                          data_path(path, "china-partners-2024.yaml"),
                          NULL};
    struct vt *vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);

    cr_assert(vt_wait_text(vt, "United States"));
    press(vt, "\x1a", "in the shell");
    expect_restored(vt);
    vt_resize(vt, 35, 120);
    press(vt, "\n", "[1 Overview]");
    cr_expect(vt_is_alternate(vt));
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    expect_restored(vt);
    vt_close(vt);
}

Test(program, reads_data_from_standard_input_and_keys_from_the_terminal)
{
    char path[512];
    const char *argv[] = {program_path(), "-", NULL};
    struct vt *vt = vt_open(
        &(struct vt_start){
            .rows = 24,
            .cols = 80,
            .input_file = data_path(path, "china-partners-2024.yaml"),
        },
        argv);

    cr_assert(vt_wait_text(vt, "United States"), "%s", vt_text(vt));
    press(vt, "?", "close: Esc");
    vt_send(vt, "\x1b");
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    expect_restored(vt);
    vt_close(vt);
}

Test(program, says_that_it_does_not_know_the_terminal)
{
    struct vt *vt = open_partners((struct vt_start){.term = "no-such-terminal"});

    cr_expect(vt_wait_text(vt, "unknown terminal 'no-such-terminal'"), "%s",
              vt_text(vt));
    vt_close(vt);
}

static void expect_plain(struct vt_start start)
{
    struct vt *vt = open_partners(start);
    size_t count;

    press(vt, "3", "Bars");
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));

    const char *bytes = vt_bytes(vt, &count);

    for (size_t i = 0; i < count; i++)
        cr_assert((unsigned char)bytes[i] < 0x7f && bytes[i], "byte %02x at %zu",
                  (unsigned char)bytes[i], i);
    cr_expect(strstr(bytes, "\033[38;") == NULL);
    cr_expect(vt_has_modes_of_before(vt));
    vt_close(vt);
}

Test(program, is_plain_ascii_in_the_c_locale)
{
    expect_plain((struct vt_start){.locale = "C", .variable = "NO_COLOR=1"});
    expect_plain((struct vt_start){.locale = "C", .term = "vt100"});
}

/* Escape sequences, bidirectional marks and invisible characters in a file's names. */
Test(program, sends_no_control_character_of_the_data)
{
    static const char *const raw[] = {"\033]0;",      "\033]52;",     "\xc2\x9b",
                                      "\xe2\x80\xae", "\xe2\x80\x8b", "\007"};
    char path[] = "/tmp/entrepot-XXXXXX";
    int file = mkstemp(path);
    FILE *out = fdopen(file, "w");
    const char *argv[] = {program_path(), path, NULL};
    size_t count;

    fputs("entrepot: 1\n"
          "title: \"evil \\e]0;owned\\a \\e]52;c;AAAA\\a \\x9b2J\"\n"
          "publisher: \"\\u202Eesrever\\u200B\\e[2J\"\n"
          "reporter: CHN\n"
          "unit: {currency: USD, scale: 9}\n"
          "columns: [period, exports, imports]\n"
          "observations:\n  - [2023, 2, 1]\n  - [2024, 3, 4]\n",
          out);
    fclose(out);

    struct vt *vt = vt_open(&(struct vt_start){.rows = 35, .cols = 120}, argv);

    cr_assert(vt_wait_text(vt, "evil"), "%s", vt_text(vt));
    for (const char *key = "23456?"; *key; key++) {
        vt_send(vt, (char[]){*key, '\0'});
        vt_wait_quiet(vt, 100);
    }
    vt_send(vt, "\x1b");
    vt_wait_quiet(vt, 100);
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));

    const char *bytes = vt_bytes(vt, &count);

    for (size_t i = 0; i < sizeof(raw) / sizeof(raw[0]); i++)
        cr_expect(strstr(bytes, raw[i]) == NULL, "sequence %zu", i);
    remove(path);
    vt_close(vt);
}

Test(program, prints_where_there_is_no_terminal)
{
    char path[512];
    const char *argv[] = {"sh",
                          "-c",
                          "\"$0\" \"$1\" | cat; TERM=dumb \"$0\" \"$1\"",
                          program_path(),
                          data_path(path, "china-partners-2024.yaml"),
                          NULL};
    struct vt *vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
    size_t count;

    cr_assert(vt_wait_end(vt));
    cr_expect(strstr(vt_bytes(vt, &count), "United States") != NULL);
    cr_expect(strchr(vt_bytes(vt, &count), '\033') == NULL);
    cr_expect_eq(vt_exit_status(vt), 0);
    vt_close(vt);
}

struct list_case {
    char view[2];
};

ParameterizedTestParameters(program, few_bytes)
{
    static struct list_case cases[] = {{"1"}, {"2"}, {"3"}, {"5"}};

    return cr_make_param_array(struct list_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

/* On a line of 9600 bit/s, 400 bytes are 0.4 s: sixty moves through a list, scrolling
 * among them, send no more than that on average, and nothing while nothing happens. */
ParameterizedTest(struct list_case *c, program, few_bytes)
{
    enum { MOVES = 60, BYTES_MOST = 400, QUIET = 60, IDLE = 1500 };
    struct vt *vt = open_partners((struct vt_start){.rows = 35, .cols = 120});
    size_t before;
    size_t after;

    vt_send(vt, c->view);
    vt_wait_quiet(vt, 4 * QUIET);
    vt_bytes(vt, &before);
    for (int i = 0; i < MOVES; i++) {
        vt_send(vt, "j");
        vt_wait_quiet(vt, QUIET);
    }
    vt_bytes(vt, &after);
    cr_expect_gt(after, before + MOVES);
    cr_expect_lt((after - before) / MOVES, BYTES_MOST, "view %s", c->view);
    vt_wait_quiet(vt, IDLE);
    vt_bytes(vt, &before);
    cr_expect_eq(before, after, "it sends while nothing happens");
    vt_close(vt);
}
