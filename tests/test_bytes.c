#include "core/load/bytes.h"
#include "core/load/load.h"
#include "tests/files.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* A folder of this test's own. */
static const char *folder(struct arena *arena)
{
    char *name = arena_printf(arena, "/tmp/entrepot-test-XXXXXX");

    cr_assert_not_null(mkdtemp(name));
    return name;
}

static void expect_result(struct arena *arena, const char *path,
                          enum load_result result, const char *message)
{
    struct diag_list diags = {.arena = arena};
    struct dataset dataset = {0};

    cr_expect_eq(load_file(path, &load_limits_default, &dataset, &diags), result);
    cr_assert_not_null(diags.first, "%s", path);
    cr_expect_str_eq(diags.first->message, message);
    cr_expect_str_eq(diags.first->at.file, path);
    cr_expect_eq(diags.first->at.line, 0);
}

static void expect_refused(struct arena *arena, const char *path, const char *message)
{
    expect_result(arena, path, LOAD_UNREADABLE, message);
}

Test(bytes, what_is_no_file_is_refused_by_name)
{
    struct arena arena = {0};
    const char *in = folder(&arena);
    const char *fifo = arena_printf(&arena, "%s/fifo", in);
    const char *sparse = arena_printf(&arena, "%s/sparse", in);

    cr_assert_eq(mkfifo(fifo, 0600), 0);
    expect_refused(
        &arena, fifo,
        "cannot read: it is a FIFO; read it through standard input: entrepot "
        "- < FIFO");
    expect_result(&arena, in, LOAD_BAD_DATA, "nothing in it is data that can be read");
    expect_refused(&arena, "/dev/zero", "cannot read: it is a device");
    expect_refused(&arena, "/nonexistent/file",
                   "cannot open: No such file or directory");

    int fd = open(sparse, O_CREAT | O_WRONLY, 0600);
    cr_assert_eq(ftruncate(fd, (off_t)20 * 1024 * 1024 * 1024), 0);
    close(fd);
    expect_refused(&arena, sparse, "cannot read: it is larger than 1024 MiB");
    unlink(fifo);
    unlink(sparse);
    rmdir(in);
    arena_clear(&arena);
}

Test(bytes, a_socket_is_refused_by_name)
{
    struct arena arena = {0};
    const char *in = folder(&arena);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket", in);
    cr_assert_eq(bind(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
    expect_refused(&arena, address.sun_path, "cannot read: it is a socket");
    close(fd);
    unlink(address.sun_path);
    rmdir(in);
    arena_clear(&arena);
}

/* Makes `fd`'s other end give these bytes as standard input. */
static void pipe_in(const char *text, size_t size)
{
    int ends[2];

    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], text, size), (ssize_t)size);
    close(ends[1]);
    cr_assert_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
}

Test(bytes, standard_input_may_be_a_pipe)
{
    static const char text[] = "title: T\nnotes: x\ncolour: red\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    pipe_in(text, sizeof(text) - 1);
    cr_expect_eq(load_file("-", &load_limits_default, &dataset, &diags), LOAD_BAD_DATA);
    cr_assert_not_null(diags.first);
    cr_expect_str_eq(diags.first->at.file, "standard input");
    cr_expect_eq(diags.first->at.line, 3);
    arena_clear(&arena);
}

Test(bytes, a_pipe_has_a_budget)
{
    static const char text[5000] = "title";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct bytes bytes;
    char out[512];
    size_t total = 0;
    size_t size;

    pipe_in(text, sizeof(text));
    cr_assert(bytes_open(&bytes, "-", "standard input", 4500, &diags));
    while ((size = bytes_read(&bytes, out, sizeof(out))))
        total += size;
    cr_expect(bytes.has_failed);
    cr_expect_leq(total, 4500);
    cr_expect_str_eq(diags.first->message, "cannot read: it is larger than 4500 bytes");
    bytes_close(&bytes);
    arena_clear(&arena);
}

Test(bytes, peeking_takes_nothing_away)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct bytes bytes;
    char *text = arena_alloc(&arena, 10000);
    char *copy = arena_alloc(&arena, 10000);
    const char *head;
    size_t count = 0;
    size_t size;

    for (size_t i = 0; i < 10000; i++)
        text[i] = (char)(i % 251);
    bytes_open_memory(&bytes, "memory", text, 10000, 10000, &diags);
    cr_expect_eq(bytes_peek(&bytes, &head), BYTES_HEAD_MAX);
    cr_expect_eq(bytes_peek(&bytes, &head), BYTES_HEAD_MAX);
    cr_expect_arr_eq(head, text, BYTES_HEAD_MAX);
    while (
        (size = bytes_read(&bytes, copy + count, 1000 < 10000 - count ? 1000 : 10000)))
        count += size;
    cr_expect_eq(count, 10000);
    cr_expect_arr_eq(copy, text, 10000);
    cr_expect_not(bytes.has_failed);
    bytes_close(&bytes);
    arena_clear(&arena);
}

Test(bytes, rows_ahead_are_guessed_by_the_bytes_of_those_before)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct bytes bytes;

    bytes_open_memory(&bytes, "memory", "x", 100000, 100000, &diags);
    /* 8,000 of ten bytes each, and two in a hundred to spare. */
    cr_expect_eq(bytes_rows_ahead(&bytes, 20000, 2000), 8160);
    cr_expect_eq(bytes_rows_ahead(&bytes, 100000, 2000), 0);
    cr_expect_eq(bytes_rows_ahead(&bytes, 0, 0), 0);
    bytes.size = 0;
    cr_expect_eq(bytes_rows_ahead(&bytes, 20000, 2000), 0);
    bytes_close(&bytes);
    arena_clear(&arena);
}

/* Room for the whole would be touched for nothing. */
Test(bytes, no_rows_are_ahead_of_where_a_load_stops)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct load_progress progress = {.wake_fd = -1, .head = 30000, .text = 25000};
    struct bytes bytes;

    bytes_open_memory(&bytes, "memory", "x", 100000, 100000, &diags);
    bytes.progress = &progress;
    bytes.is_text = true;
    bytes.offset = 25000;
    /* 5,000 bytes more are given: 1,000 rows of ten bytes behind the first 20,000. */
    cr_expect_eq(bytes_rows_ahead(&bytes, 20000, 2000), 1020);
    /* 40,000 before this file were given already: 5,000 of it are all. */
    progress = (struct load_progress){.wake_fd = -1, .head = 45000, .text = 42000};
    bytes.offset = 2000;
    cr_expect_eq(bytes_rows_ahead(&bytes, 1000, 100), 408);
    progress.head = 0;
    bytes.offset = 25000;
    cr_expect_eq(bytes_rows_ahead(&bytes, 20000, 2000), 8160);
    bytes_close(&bytes);
    arena_clear(&arena);
}

Test(bytes, a_file_is_read_by_path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    const char *path = files_path(&arena, "datasets/ciie.yaml");

    cr_expect_eq(load_file(path, &load_limits_default, &dataset, &diags), LOAD_OK);
    cr_expect_str_eq(dataset.path, path);
    dataset_close(&dataset);
    arena_clear(&arena);
}
