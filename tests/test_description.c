/*
 * Descriptions of terminals beside what curses' library says of them.
 */
#include "tests/files.h"
#include "tui/description.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* Apart: its macros take too many names. */
#include <curses.h>
#include <term.h>

static const char *const types[] = {"xterm-256color",
                                    "xterm",
                                    "xterm-direct",
                                    "screen",
                                    "screen-256color",
                                    "tmux-256color",
                                    "linux",
                                    "vt100",
                                    "vt220",
                                    "ansi",
                                    "rxvt-unicode-256color",
                                    "putty",
                                    "konsole",
                                    "foot",
                                    "alacritty",
                                    "st-256color",
                                    "wsvt25",
                                    "cygwin",
                                    "sun",
                                    "Eterm",
                                    "hurd",
                                    "pcansi",
                                    "mach-color",
                                    "dumb"};
enum { TYPE_COUNT = sizeof(types) / sizeof(types[0]) };

static const char *const folders[] = {"/etc/terminfo", "/lib/terminfo",
                                      "/usr/share/terminfo"};

/* NULL when there is none. */
static const char *path_of(const char *type, struct arena *arena)
{
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
        const char *path = arena_printf(arena, "%s/%c/%s", folders[i], *type, type);
        if (access(path, R_OK) == 0)
            return path;
    }
    return NULL;
}

static void expect_same(const struct description *file,
                        const struct description *library, const char *type)
{
    for (size_t i = 0; i < CAP_COUNT; i++)
        cr_expect_str_eq(file->text[i], library->text[i], "%s: capability %zu", type,
                         i);
#define X(name, number)                           \
    cr_expect_eq(file->name > 0 ? file->name : 0, \
                 library->name > 0 ? library->name : 0);
    CAPABILITY_NUMBERS(X)
#undef X
    cr_expect_eq(file->xenl, library->xenl, "%s", type);
    cr_expect_eq(file->has_rgb, library->has_rgb, "%s", type);
}

Test(description, of_a_file_says_what_curses_says)
{
    struct arena arena = {0};
    size_t seen = 0;

    unsetenv("TERMINFO");
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        struct description file = {0};
        struct description library = {0};
        const char *path = path_of(types[i], &arena);
        bool is_known = description_of_library(&library, types[i], STDOUT_FILENO);

        if (path) {
            cr_expect_eq(description_of_file(&file, path, types[i]), is_known, "%s",
                         types[i]);
            seen += is_known;
        }
        if (path && is_known)
            expect_same(&file, &library, types[i]);
        description_close(&file);
        description_close(&library);
    }
    cr_expect(seen > 0 || !path_of("xterm", &arena));
    arena_clear(&arena);
}

Test(description, that_lies_elsewhere_is_asked_of_curses)
{
    struct description found = {0};

    unsetenv("TERMINFO");
    setenv("TERMINFO_DIRS", "/etc/terminfo:/lib/terminfo:/usr/share/terminfo", 1);
    if (description_read(&found, "xterm", STDOUT_FILENO))
        cr_expect_str_eq(found.text[CAP_cup], "\033[%i%p1%d;%p2%dH");
    cr_expect_not(description_read(&found, "no-such-terminal", STDOUT_FILENO));
    unsetenv("TERMINFO_DIRS");
    cr_expect_not(description_read(&found, "no-such-terminal", STDOUT_FILENO));
    cr_expect_not(description_read(&found, "../x/xterm", STDOUT_FILENO));
    description_close(&found);
}

/* What is cut, or has a byte that is another, is refused or read, and nothing worse. */
Test(description, that_is_broken_does_no_harm)
{
    struct arena arena = {0};
    const char *path = path_of("xterm-256color", &arena);
    char name[] = "/tmp/descriptionXXXXXX";
    size_t size;
    char *bytes;

    if (!path || mkstemp(name) < 0)
        cr_skip();
    bytes = files_read(&arena, path, &size);
    for (size_t i = 0; i < size; i += i < 64 ? 1 : 61) {
        struct description broken = {0};
        char kept = bytes[i];

        files_write(name, bytes, i);
        cr_expect_not(description_of_file(&broken, name, "xterm-256color") && i < 64);
        bytes[i] = '\xff';
        files_write(name, bytes, size);
        description_of_file(&broken, name, "xterm-256color");
        bytes[i] = kept;
        description_close(&broken);
    }
    unlink(name);
    arena_clear(&arena);
}

static void expect_expanded(const char *text, int one, int two)
{
    char expanded[256];

    cr_expect(description_expand(expanded, sizeof(expanded), text, one, two), "%s",
              text);
    cr_expect_str_eq(expanded, tiparm(text, one, two), "%s", text);
}

Test(description, is_expanded_as_curses_expands_it)
{
    static const enum capability names[] = {CAP_cup, CAP_csr,   CAP_vpa,  CAP_cuf,
                                            CAP_ech, CAP_setaf, CAP_setab};

    for (size_t i = 0; i < TYPE_COUNT; i++) {
        struct description found = {0};
        int error;

        if (!description_of_library(&found, types[i], STDOUT_FILENO) ||
            setupterm(types[i], STDOUT_FILENO, &error) != OK)
            continue;
        for (size_t n = 0; n < sizeof(names) / sizeof(names[0]); n++)
            for (int number = 0; number < 256; number++)
                if (*found.text[names[n]])
                    expect_expanded(found.text[names[n]], number, 255 - number);
        del_curterm(cur_term);
        description_close(&found);
    }
}

Test(description, that_cannot_be_expanded_is_refused)
{
    char text[8];

    cr_expect(description_expand(text, sizeof(text), "%%a%p1%c", 'b', 0));
    cr_expect_str_eq(text, "%ab");
    cr_expect(description_expand(text, sizeof(text), "%?%p1%t1%e2%;3", 0, 0));
    cr_expect_str_eq(text, "23");
    cr_expect(description_expand(text, sizeof(text), "%'0'%p1%+%c", 7, 0));
    cr_expect_str_eq(text, "7");
    cr_expect(description_expand(text, sizeof(text), "%p1%{0}%/%d", 7, 0));
    cr_expect_str_eq(text, "0");
    cr_expect_not(description_expand(text, sizeof(text), "%p0", 1, 1));
    cr_expect_not(description_expand(text, sizeof(text), "%s", 1, 1));
    cr_expect_not(description_expand(text, sizeof(text), "%{12", 1, 1));
    cr_expect_not(description_expand(text, sizeof(text), "too long", 1, 1));
    cr_expect_not(description_expand(text, sizeof(text), "%", 1, 1));
}
