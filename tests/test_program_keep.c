/*
 * What leaves the program through the terminal, and the file that it follows, in a
 * pseudo terminal.
 */
#include "tests/files.h"
#include "tests/vt.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct vt *open_program(struct vt_start start, const char *option,
                               const char *file)
{
    const char *program = getenv("ENTREPOT");
    const char *argv[] = {program ? program : "./entrepot", option, file, NULL};
    struct vt *vt;

    start.rows = 24;
    start.cols = 80;
    vt = vt_open(&start, argv);
    cr_assert(vt_wait_text(vt, "? help"), "%s", vt_text(vt));
    return vt;
}

static bool has_sent(struct vt *vt, void *bytes)
{
    size_t count;

    return strstr(vt_bytes(vt, &count), bytes) != NULL;
}

static void expect_copied(struct vt_start start, char *wanted)
{
    struct arena arena = {0};
    struct vt *vt =
        open_program(start, "--sort=exports",
                     files_path(&arena, "datasets/china-partners-2024.yaml"));

    /* The first picture may come before the rows. */
    cr_expect(vt_wait_text(vt, "United States"), "%s", vt_text(vt));
    vt_send(vt, "yc");
    cr_expect(vt_wait(vt, has_sent, wanted));
    cr_expect(vt_wait_text(vt, "copied Exports of United States: 3733722280000"));
    vt_send(vt, "q");
    cr_expect(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    vt_close(vt);
    arena_clear(&arena);
}

Test(program_keep, copies_by_osc_52)
{
    char wanted[] = "\033]52;c;MzczMzcyMjI4MDAwMA==\a";

    expect_copied((struct vt_start){0}, wanted);
}

Test(program_keep, copies_through_tmux)
{
    char wanted[] = "\033Ptmux;\033\033]52;c;MzczMzcyMjI4MDAwMA==\a\033\\";

    expect_copied((struct vt_start){.variable = "TMUX=/tmp/tmux-0/default,1,0"},
                  wanted);
}

static const char data[] = "entrepot: 1\ntitle: Ruritania\n"
                           "unit: {currency: USD, scale: 6}\nobservations:\n"
                           "  - {period: 2023, exports: 120.5, imports: 98.1}\n";

static void follow(const char *option, const char *shown, const char *keys,
                   const char *shown_then)
{
    char path[] = "/tmp/entrepot-follow-XXXXXX";
    struct arena arena = {0};
    const char *more;
    struct vt *vt;

    close(mkstemp(path));
    files_write(path, data, strlen(data));
    vt = open_program((struct vt_start){0}, option, path);
    more = arena_printf(&arena, "%s  - {period: 2024, exports: 131, imports: 97.4}\n",
                        data);
    files_write(path, more, strlen(more));
    cr_expect(vt_wait_text(vt, shown), "%s", vt_text(vt));
    vt_send(vt, keys);
    cr_expect(vt_wait_text(vt, shown_then), "%s", vt_text(vt));
    vt_close(vt);
    unlink(path);
    arena_clear(&arena);
}

Test(program_keep, says_that_the_file_has_changed_and_reads_it_again)
{
    follow("--view=table", "has changed; r reads it again", "r", "131.0");
}

Test(program_keep, watching_needs_no_key)
{
    follow("--watch", "131.0", "2", "[2 Table]");
}
