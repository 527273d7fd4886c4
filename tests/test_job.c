/*
 * A load in a thread of its own: what a long table gives before all of it is read, and
 * that a short one gives nothing but the whole.
 */
#include "core/load/job.h"
#include "tests/files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MEBIBYTE = 1024 * 1024, ROW_BYTES = 64, WAIT = 20 };

/* A table in a file, and the job that has read it. */
struct read_table {
    char path[64]; /* tests run side by side */
    struct arena arena;
    struct job *job;
    struct dataset part;
    bool has_part;
    struct dataset whole;
};

/* Row i is of another partner than those near it, and exports i. */
static size_t write_table(struct read_table *table, size_t rows)
{
    static const char head[] = "year,partner,exports (million USD)\n";
    char *text = arena_alloc(&table->arena, sizeof(head) + rows * ROW_BYTES);
    size_t used = strlen(head);

    memcpy(text, head, used);
    for (size_t i = 0; i < rows; i++)
        used += (size_t)snprintf(text + used, ROW_BYTES, "%zu,Country %zu,%zu\n",
                                 1900 + i / 999, i % 999, i);
    snprintf(table->path, sizeof(table->path), "job-%ld.csv", (long)getpid());
    files_write(table->path, text, used);
    return used;
}

/* Parts wait until they are taken, so that one can be looked at when all is done. */
static size_t read_table(struct read_table *table, size_t rows)
{
    struct diag_list diags = {0};
    struct arena said = {0};
    size_t bytes = write_table(table, rows);
    struct job_order order = {
        .path = table->path, .limits = &load_limits_default, .wants_parts = true};

    table->job = job_start(&order);
    cr_assert(table->job);
    while (!job_is_done(table->job)) {
        job_wait(table->job, WAIT);
        job_hear(table->job);
    }
    table->has_part = job_take_part(table->job, &table->part);
    cr_assert_eq(job_take(table->job, &table->whole, &diags, &said), LOAD_OK);
    arena_clear(&said);
    return bytes;
}

static void close_table(struct read_table *table)
{
    dataset_close(&table->part);
    dataset_close(&table->whole);
    job_close(table->job);
    arena_clear(&table->arena);
    unlink(table->path);
}

Test(job, a_table_of_more_than_a_mebibyte_gives_its_first_rows_early)
{
    const size_t rows = 60000;
    struct read_table table = {0};

    cr_assert_gt(read_table(&table, rows), MEBIBYTE);
    cr_assert(table.has_part);
    cr_expect_gt(table.part.observation_count, 100);
    cr_expect_lt(table.part.observation_count, rows / 8);
    for (size_t i = 0; i < table.part.observation_count; i++)
        cr_assert_eq(dataset_value(&table.part, 0, i).number, (double)i * 1e6);
    cr_expect_eq(table.whole.observation_count, rows);
    close_table(&table);
}

/* It would be a picture that the whole replaces before anybody has looked at it. */
Test(job, a_shorter_table_comes_as_a_whole)
{
    const size_t rows = 30000;
    struct read_table table = {0};

    cr_assert_lt(read_table(&table, rows), MEBIBYTE);
    cr_expect_not(table.has_part);
    cr_expect_eq(table.whole.observation_count, rows);
    close_table(&table);
}

/* As by a key that was pressed before there was a picture: they are on the screen. */
Test(job, that_is_stopped_as_soon_as_it_gives_rows_has_these)
{
    const size_t rows = 60000;
    struct read_table table = {0};
    struct diag_list diags = {0};
    struct arena said = {0};
    struct job_order order = {
        .path = table.path, .limits = &load_limits_default, .wants_parts = true};

    write_table(&table, rows);
    table.job = job_start(&order);
    cr_assert(table.job);
    while (!table.has_part) {
        cr_assert_not(job_is_done(table.job));
        job_wait(table.job, WAIT);
        job_hear(table.job);
        table.has_part = job_take_part(table.job, &table.part);
    }
    job_stop(table.job);
    while (!job_is_done(table.job))
        job_wait(table.job, WAIT);
    cr_assert_eq(job_take(table.job, &table.whole, &diags, &said), LOAD_OK);
    cr_expect(table.whole.is_partial);
    cr_expect_geq(table.whole.observation_count, table.part.observation_count);
    cr_expect_lt(table.whole.observation_count, rows);
    arena_clear(&said);
    close_table(&table);
}
