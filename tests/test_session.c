/*
 * While work is going on the screen is served: seen with session_demo.c, whose first
 * work is over when a file is there.
 */
#include "tests/files.h"
#include "tests/vt.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct session_test {
    struct arena arena;
    char folder[32];
    const char *signal; /* the file that ends the work */
    struct vt *vt;
};

static void start(struct session_test *test, const char *mode)
{
    const char *path = getenv("SESSION_DEMO");
    const char *argv[] = {path ? path : "tests/session_demo", NULL, NULL, mode, NULL};

    snprintf(test->folder, sizeof(test->folder), "/tmp/entrepot-session-XXXXXX");
    cr_assert_not_null(mkdtemp(test->folder));
    test->signal = arena_printf(&test->arena, "%s/go", test->folder);
    argv[1] = files_path(&test->arena, "datasets/china-partners-2024.yaml");
    argv[2] = test->signal;
    test->vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
}

static void go(struct session_test *test)
{
    files_write(test->signal, "", 0);
}

static void end(struct session_test *test)
{
    vt_close(test->vt);
    unlink(test->signal);
    rmdir(test->folder);
    arena_clear(&test->arena);
}

Test(session, says_that_it_works_and_takes_keys_for_later)
{
    struct session_test test = {0};

    start(&test, NULL);
    cr_assert(vt_wait_text(test.vt, "working"), "%s", vt_text(test.vt));
    cr_expect_null(strstr(vt_text(test.vt), "stops it"), "what no key began");
    vt_send(test.vt, "2fchina");
    vt_wait_quiet(test.vt, 20);
    cr_expect_null(strstr(vt_text(test.vt), "china"));
    go(&test);
    cr_assert(vt_wait_text(test.vt, "china"), "%s", vt_text(test.vt));
    cr_expect_not_null(strstr(vt_text(test.vt), "[2 Table]"));
    cr_expect_not_null(strstr(vt_text(test.vt), "Hong Kong, China"));
    cr_expect_null(strstr(vt_text(test.vt), "working"));
    vt_send(test.vt, "\x1bq");
    cr_assert(vt_wait_end(test.vt));
    cr_expect_eq(vt_exit_status(test.vt), 0);
    end(&test);
}

Test(session, follows_the_window_while_it_works)
{
    struct session_test test = {0};

    start(&test, NULL);
    cr_assert(vt_wait_text(test.vt, "working"));
    vt_resize(test.vt, 12, 60);
    cr_assert(vt_wait_text(test.vt, "working"));
    go(&test);
    cr_assert(vt_wait_no_text(test.vt, "working"), "%s", vt_text(test.vt));
    cr_assert(vt_wait_text(test.vt, "United States"), "%s", vt_text(test.vt));
    end(&test);
}

Test(session, ends_with_its_terminal_while_it_works)
{
    struct session_test test = {0};

    start(&test, NULL);
    cr_assert(vt_wait_text(test.vt, "working"));
    vt_signal(test.vt, SIGTERM);
    cr_assert(vt_wait_end(test.vt));
    cr_expect_eq(vt_exit_signal(test.vt), SIGTERM);
    cr_expect(vt_has_modes_of_before(test.vt));
    cr_expect_not(vt_is_alternate(test.vt));
    end(&test);
}

Test(session, leaves_the_terminal_as_it_was_when_the_work_crashes)
{
    struct session_test test = {0};

    start(&test, "overflow");
    cr_assert(vt_wait_text(test.vt, "working"));
    go(&test);
    cr_assert(vt_wait_end(test.vt));
    cr_expect(vt_has_modes_of_before(test.vt));
    cr_expect_not(vt_is_alternate(test.vt));
    end(&test);
}
