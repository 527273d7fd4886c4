/*
 * Files that are read behind the screen, in a pseudo terminal: a FIFO gives no more
 * than a test wants to be read so far.
 */
#include "tests/files.h"
#include "tests/vt.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Standard input that comes slowly, and who reads it. */
struct slow {
    char fifo[64]; /* tests run side by side */
    int end;       /* to write to */
    struct vt *vt;
};

static struct slow open_slow(const char *option)
{
    const char *program = getenv("ENTREPOT");
    const char *argv[] = {program ? program : "./entrepot", option, "-", NULL};
    struct slow slow;

    snprintf(slow.fifo, sizeof(slow.fifo), "loading-%ld.fifo", (long)getpid());
    unlink(slow.fifo);
    cr_assert_eq(mkfifo(slow.fifo, 0600), 0);
    /* For both: opening one end alone would wait for the other. */
    slow.end = open(slow.fifo, O_RDWR | O_CLOEXEC);
    cr_assert(slow.end >= 0);
    slow.vt = vt_open(
        &(struct vt_start){.rows = 24, .cols = 80, .input_file = slow.fifo}, argv);
    return slow;
}

static void give(const struct slow *slow, const char *bytes)
{
    cr_assert_eq(write(slow->end, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
}

/* Rows of years from `from` on, long enough that the program has seen those before. */
static void give_rows(const struct slow *slow, int from, int count)
{
    for (int i = 0; i < count; i++) {
        char row[128];
        snprintf(row, sizeof(row), "%d,Country number %d,%d,%d\n", from + i / 10,
                 i % 10 + 1, 1000 + i, 2000 - i);
        give(slow, row);
    }
}

static void give_head(const struct slow *slow)
{
    give(slow, "year,partner,exports (million USD),imports (million USD)\n");
}

static void end_input(struct slow *slow)
{
    close(slow->end);
    slow->end = -1;
}

static void close_slow(struct slow *slow)
{
    if (slow->end >= 0)
        close(slow->end);
    vt_close(slow->vt);
    unlink(slow->fifo);
}

static void quit(struct slow *slow)
{
    vt_send(slow->vt, "q");
    cr_expect(vt_wait_end(slow->vt));
    cr_expect_eq(vt_exit_status(slow->vt), 0);
    cr_expect(vt_has_modes_of_before(slow->vt));
    cr_expect_not(vt_is_alternate(slow->vt));
}

Test(loading, first_rows_come_before_the_end_and_keys_are_answered)
{
    struct slow slow = open_slow("--ascii");

    cr_expect(vt_wait_text(slow.vt, "standard input"));
    give_head(&slow);
    give_rows(&slow, 2001, 200);
    cr_expect(vt_wait_text(slow.vt, "reading: standard input"), "%s", vt_text(slow.vt));
    cr_expect(vt_wait_text(slow.vt, "so far: Country number"), "%s", vt_text(slow.vt));
    cr_expect(vt_wait_text(slow.vt, "rows so far; totals wait for the end"));
    cr_expect(vt_wait_text(slow.vt, "Esc stops and keeps what is read"));
    vt_send(slow.vt, "2");
    cr_expect(vt_wait_text(slow.vt, "[2 Table]"), "%s", vt_text(slow.vt));
    vt_send(slow.vt, "/number 7\r");
    cr_expect(vt_wait_text(slow.vt, "so far: Country number 7"), "%s",
              vt_text(slow.vt));
    /* No total is there yet. */
    cr_expect(strstr(vt_text(slow.vt), "Total, sum"), "%s", vt_text(slow.vt));
    cr_expect_not(strstr(vt_text(slow.vt), "100.0"), "%s", vt_text(slow.vt));
    give_rows(&slow, 2021, 200);
    end_input(&slow);
    cr_expect(vt_wait_no_text(slow.vt, "reading:"), "%s", vt_text(slow.vt));
    cr_expect(vt_wait_text(slow.vt, "100.0"), "%s", vt_text(slow.vt));
    /* What was looked at stays: the view, and the row with the cursor. */
    cr_expect(strstr(vt_text(slow.vt), "[2 Table]"), "%s", vt_text(slow.vt));
    cr_expect(strstr(vt_text(slow.vt), " Country number 7  "), "%s", vt_text(slow.vt));
    cr_expect(strstr(vt_text(slow.vt), "2040"), "%s", vt_text(slow.vt));
    quit(&slow);
    close_slow(&slow);
}

Test(loading, esc_keeps_what_is_read_and_says_so)
{
    struct slow slow = open_slow("--ascii");

    give_head(&slow);
    give_rows(&slow, 2001, 200);
    cr_expect(vt_wait_text(slow.vt, "reading: standard input"));
    give(&slow, "2021,Country number 1,77");
    vt_send(slow.vt, "\033");
    cr_expect(vt_wait_text(slow.vt, "stopped: 200 rows are here"), "%s",
              vt_text(slow.vt));
    cr_expect(strstr(vt_text(slow.vt), "partial: standard input"), "%s",
              vt_text(slow.vt));
    vt_send(slow.vt, "2");
    cr_expect(vt_wait_text(slow.vt, "partial: Country number"), "%s", vt_text(slow.vt));
    /* The totals of what is read. */
    cr_expect(vt_wait_text(slow.vt, "100.0"), "%s", vt_text(slow.vt));
    quit(&slow);
    close_slow(&slow);
}

Test(loading, esc_before_the_first_row_leaves_nothing)
{
    struct slow slow = open_slow("--ascii");

    cr_expect(vt_wait_text(slow.vt, "stops and keeps what is read"));
    vt_send(slow.vt, "\033");
    cr_expect(vt_wait_text(slow.vt, "stopped before there was a row"), "%s",
              vt_text(slow.vt));
    vt_send(slow.vt, "q");
    cr_expect(vt_wait_end(slow.vt));
    cr_expect(vt_has_modes_of_before(slow.vt));
    close_slow(&slow);
}

Test(loading, quitting_leaves_the_terminal_clean)
{
    struct slow slow = open_slow("--ascii");

    cr_expect(vt_wait_text(slow.vt, "standard input"));
    quit(&slow);
    close_slow(&slow);

    slow = open_slow("--ascii");
    give_head(&slow);
    give_rows(&slow, 2001, 200);
    cr_expect(vt_wait_text(slow.vt, "reading: standard input"));
    quit(&slow);
    close_slow(&slow);
}

Test(loading, mistakes_late_in_a_file_take_its_rows_away)
{
    struct slow slow = open_slow("--ascii");

    give(&slow, "entrepot: 1\ntitle: Late\nunit: {currency: USD, scale: 6}\n"
                "columns: [period, partner, exports]\nobservations:\n");
    for (int i = 0; i < 200; i++) {
        char row[128];
        snprintf(row, sizeof(row), "  - [%d, \"Country number %d\", %d]\n",
                 2001 + i / 10, i % 10 + 1, 1000 + i);
        give(&slow, row);
    }
    cr_expect(vt_wait_text(slow.vt, "reading: Late"), "%s", vt_text(slow.vt));
    give(&slow, "  - [2031, \"Country number 1\", many]\n");
    end_input(&slow);
    cr_expect(vt_wait_text(slow.vt, "the file was not loaded"), "%s", vt_text(slow.vt));
    cr_expect(strstr(vt_text(slow.vt), "'many' is not a number"), "%s",
              vt_text(slow.vt));
    cr_expect_not(strstr(vt_text(slow.vt), "reading"), "%s", vt_text(slow.vt));
    vt_send(slow.vt, "q");
    cr_expect(vt_wait_end(slow.vt));
    cr_expect_eq(vt_exit_status(slow.vt), 1);
    close_slow(&slow);
}

Test(loading, options_wait_for_the_whole)
{
    struct slow slow = open_slow("--filter=exports>1395");

    give_head(&slow);
    give_rows(&slow, 2001, 200);
    cr_expect(vt_wait_text(slow.vt, "stops and keeps what is read"));
    give_rows(&slow, 2021, 200);
    end_input(&slow);
    cr_expect(vt_wait_text(slow.vt, "2040"), "%s", vt_text(slow.vt));
    close_slow(&slow);
}

/* One in four of the places has exports of 3,000, in each of twelve months. */
static void write_places(const char *path, int places)
{
    FILE *out = fopen(path, "w");

    cr_assert_not_null(out);
    fputs("period,partner,exports_usd,imports_usd\n", out);
    for (int month = 1; month <= 12; month++)
        for (int i = 0; i < places; i++)
            fprintf(out, "2024-%02d,P%d,%d,%d\n", month, i, (i % 4 + 1) * 1000, 1);
    cr_assert_eq(fclose(out), 0);
}

/* The words of a workspace are of all rows of a file, however long it takes to read. */
static void check_words(int places, const char *found)
{
    const char *program = getenv("ENTREPOT");
    struct arena arena = {0};
    const char *table = arena_printf(&arena, "words-%ld.csv", (long)getpid());
    const char *workspace = arena_printf(&arena, "words-%ld.work", (long)getpid());
    const char *argv[] = {program ? program : "./entrepot", workspace, NULL};
    const char *text = arena_printf(&arena,
                                    "entrepot-workspace: 1\ndatasets:\n"
                                    "  - file: %s\n    view: table\n"
                                    "    filter: exports=3k\n    sort: name\n",
                                    table);
    struct vt *vt;

    write_places(table, places);
    files_write(workspace, text, strlen(text));
    vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
    cr_expect(vt_wait_text(vt, found), "%s", vt_text(vt));
    cr_expect(vt_wait_text(vt, "by name"), "%s", vt_text(vt));
    cr_expect(vt_wait_text(vt, "[2 Table]"), "%s", vt_text(vt));
    vt_close(vt);
    unlink(table);
    unlink(workspace);
    arena_clear(&arena);
}

Test(loading, words_of_a_workspace_are_heard)
{
    check_words(4, " 1 of 4 partners");
    check_words(40000, " 10000 of 40000 partners");
}

Test(loading, keys_of_the_command_line_are_pressed_once)
{
    const char *program = getenv("ENTREPOT");
    struct arena arena = {0};
    const char *argv[] = {program ? program : "./entrepot",
                          "--view=table",
                          "--keys=jj",
                          files_path(&arena, "datasets/china-partners-2024.yaml"),
                          files_path(&arena, "datasets/china-annual-usd.yaml"),
                          NULL};
    struct vt *vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);

    cr_expect(vt_wait_text(vt, "▸  3 Hong Kong"), "%s", vt_text(vt));
    vt_close(vt);
    arena_clear(&arena);
}
