/*
 * Files that are there whole or not at all.
 */
#include "core/base/save.h"
#include "tests/files.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of the test's own to work in; it is left as the present one. */
static void enter(char *folder)
{
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

/* How many files are here, whatever their names. */
static int count_files(void)
{
    DIR *here = opendir(".");
    int count = 0;

    for (const struct dirent *entry = readdir(here); entry; entry = readdir(here))
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(here);
    return count;
}

static bool save_text(const char *path, enum save_mode mode, const char *text,
                      struct diag_list *diags)
{
    struct save save;

    return save_open(&save, path, mode, diags) &&
           save_commit(&save, fputs(text, save.out) >= 0, diags);
}

static void expect_content(const char *path, const char *text)
{
    struct arena arena = {0};
    size_t size;

    cr_expect_str_eq(files_read(&arena, path, &size), text);
    arena_clear(&arena);
}

Test(save, writes_a_new_file_with_the_permissions_that_the_umask_leaves)
{
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct stat status;

    enter(folder);
    umask(027);
    cr_expect(save_text("a.csv", SAVE_NEW, "one\n", &diags));
    expect_content("a.csv", "one\n");
    cr_assert_eq(stat("a.csv", &status), 0);
    cr_expect_eq(status.st_mode & 0777, 0640);
    cr_expect_eq(status.st_nlink, 1);
    cr_expect_eq(count_files(), 1);
    arena_clear(&arena);
}

Test(save, a_new_file_takes_no_name_that_is_taken)
{
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct save save;

    enter(folder);
    files_write("a.csv", "old", 3);
    cr_expect_not(save_text("a.csv", SAVE_NEW, "new", &diags));
    cr_expect(strstr(diags.first->message, "there is a file of this name") != NULL);
    /* Somebody else takes the name while we write. */
    cr_assert(save_open(&save, "b.csv", SAVE_NEW, &diags));
    files_write("b.csv", "theirs", 6);
    fputs("ours", save.out);
    cr_expect_not(save_commit(&save, true, &diags));
    expect_content("a.csv", "old");
    expect_content("b.csv", "theirs");
    cr_expect_eq(count_files(), 2);
    arena_clear(&arena);
}

Test(save, replaces_what_a_link_points_to_and_keeps_its_permissions)
{
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct stat status;

    enter(folder);
    files_write("real.csv", "old", 3);
    cr_assert_eq(chmod("real.csv", 0604), 0);
    cr_assert_eq(symlink("real.csv", "link.csv"), 0);
    cr_expect(save_text("link.csv", SAVE_REPLACE, "new", &diags));
    expect_content("real.csv", "new");
    cr_assert_eq(lstat("link.csv", &status), 0);
    cr_expect(S_ISLNK(status.st_mode));
    cr_assert_eq(stat("real.csv", &status), 0);
    cr_expect_eq(status.st_mode & 0777, 0604);
    cr_expect_eq(count_files(), 2);
    arena_clear(&arena);
}

/* RLIMIT_FSIZE is a disk that is full after so many bytes. */
Test(save, a_full_disk_leaves_the_old_file_and_is_said)
{
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct rlimit limit = {1000, 1000};
    char *text = arena_alloc(&arena, 20001);

    enter(folder);
    files_write("a.csv", "old", 3);
    memset(text, 'x', 20000);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    cr_expect_not(save_text("a.csv", SAVE_REPLACE, text, &diags));
    cr_expect(strstr(diags.first->message, "File too large") != NULL, "%s",
              diags.first->message);
    expect_content("a.csv", "old");
    cr_expect_eq(count_files(), 1);
    arena_clear(&arena);
}

Test(save, what_is_no_file_and_what_is_not_there_is_refused)
{
    static const char *const cases[][2] = {
        {"/dev/null", "it is not a regular file"},
        {".", "it is a folder"},
        {"nowhere/a.csv", "No such file or directory"},
        {"", "No such file or directory"},
    };
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};

    enter(folder);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct diag_list diags = {.arena = &arena};
        cr_expect_not(save_text(cases[i][0], SAVE_REPLACE, "x", &diags));
        cr_expect(strstr(diags.first->message, cases[i][1]) != NULL, "%s: %s",
                  cases[i][0], diags.first->message);
    }
    cr_expect_eq(count_files(), 0);
    arena_clear(&arena);
}

Test(save, a_folder_without_permission_is_said)
{
    char folder[] = "/tmp/entrepot-save-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    enter(folder);
    cr_assert_eq(mkdir("closed", 0555), 0);
    /* For root every folder is open. */
    if (geteuid() == 0 && (setegid(65534) != 0 || seteuid(65534) != 0))
        cr_skip("nobody else to be");
    cr_expect_not(save_text("closed/a.csv", SAVE_NEW, "x", &diags));
    cr_expect(strstr(diags.first->message, "Permission denied") != NULL);
    arena_clear(&arena);
}
