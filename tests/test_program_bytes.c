/*
 * What a cursor key sends in every list view of 120 columns by 35 rows: on a slow line
 * each byte is waited for. A page that is turned is dearer and comes once in a page: it
 * counts in the average of many keys, not in the middle one of a few.
 */
#include "tests/vt.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    KEYS = 9,
    MANY_KEYS = 60,
    MANY_QUIET = 60,
    AVERAGE_MOST = 400,
    QUIET = 120,
    PATH_MAX_HERE = 512,
    IDLE = 1500
};

struct list_case {
    char file[40];
    char setup[8];
    char shown[24]; /* when the view is there */
    char key[8];
    size_t most; /* bytes */
};

ParameterizedTestParameters(bytes, of_a_cursor_key)
{
    static struct list_case cases[] = {
        {"china-partners-2024.yaml", "1", "[1 Overview]", "j", 260},
        {"china-partners-2024.yaml", "2", "[2 Table]", "j", 180},
        {"china-partners-2024.yaml", "3", "[3 Bars]", "j", 210},
        {"china-partners-2024.yaml", "5", "[5 Surplus]", "j", 180},
        {"china-partners-2024.yaml", "6", "[6 Notes]", "j", 150},
        {"china-partners-2024.yaml", "8", "[8 Compare]", "j", 400},
        {"china-partners-2024.yaml", "d", "doubtful", "j", 400},
        {"china-partners-2024.yaml", "o", "choose a dataset", "j", 400},
        {"china-partners-2024.yaml", ":", "overview", "\x1b[B", 300},
        {"china-partners-2024.yaml", "C", "Columns", "\x1b[B", 200},
        {"china-annual-usd.yaml", "1", "[1 Overview]", "j", 400},
        {"china-annual-usd.yaml", "2", "[2 Table]", "j", 230},
        {"china-annual-usd.yaml", "4", "[4 Trend]", "h", 300},
        {"china-annual-usd.yaml", "8", "[8 Compare]", "j", 400},
        {"../tests/questions/partners.yaml", "0", "[0 Drill]", "j", 400},
        {"../tests/questions/partners.yaml", "P", "[P Periods]", "j", 400},
        {"../tests/questions/partners.yaml", "P", "[P Periods]", "h", 400},
        {"../tests/questions/partners.yaml", "R", "[R Ranking]", "j", 400},
        {"../tests/questions/partners.yaml", "R", "[R Ranking]", "h", 400},
        {"china-brazil-mirror.yaml", "9", "[9 Mirror]", "j", 330},
    };

    return cr_make_param_array(struct list_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static size_t sent(struct vt *vt)
{
    size_t count;

    vt_bytes(vt, &count);
    return count;
}

static struct vt *open_list(const struct list_case *c)
{
    const char *program = getenv("ENTREPOT");
    const char *top = getenv("top_srcdir");
    char path[PATH_MAX_HERE];
    const char *argv[] = {program ? program : "./entrepot", path, NULL};
    struct vt_start start = {.rows = 35, .cols = 120};

    snprintf(path, sizeof(path), "%s/datasets/%s", top ? top : ".", c->file);

    struct vt *vt = vt_open(&start, argv);

    cr_assert(vt_wait_text(vt, "[1 Overview]"));
    vt_send(vt, c->setup);
    cr_assert(vt_wait_text(vt, c->shown), "%s", vt_text(vt));
    vt_wait_quiet(vt, QUIET);
    return vt;
}

static int compare_sizes(const void *left, const void *right)
{
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;

    return (a > b) - (a < b);
}

ParameterizedTest(struct list_case *c, bytes, of_a_cursor_key)
{
    struct vt *vt = open_list(c);
    size_t bytes[KEYS];

    for (int i = 0; i < KEYS; i++) {
        size_t before = sent(vt);

        vt_send(vt, c->key);
        vt_wait_quiet(vt, QUIET);
        bytes[i] = sent(vt) - before;
    }
    qsort(bytes, KEYS, sizeof(bytes[0]), compare_sizes);
    cr_expect_leq(bytes[KEYS / 2], c->most, "%s %s: %zu bytes", c->file, c->setup,
                  bytes[KEYS / 2]);
    vt_close(vt);
}

/* As `make bench` measures it, with the pages that are turned on the way. */
ParameterizedTestParameters(bytes, of_many_cursor_keys)
{
    static struct list_case cases[] = {
        {"china-partners-2024.yaml", "1", "[1 Overview]", "j", 300},
        {"china-partners-2024.yaml", "2", "[2 Table]", "j", 235},
        {"china-partners-2024.yaml", "3", "[3 Bars]", "j", 275},
        {"china-partners-2024.yaml", "5", "[5 Surplus]", "j", 190},
        {"china-partners-2024.yaml", "8", "[8 Compare]", "j", AVERAGE_MOST},
        {"china-annual-usd.yaml", "8", "[8 Compare]", "j", AVERAGE_MOST},
        {"china-brazil-mirror.yaml", "9", "[9 Mirror]", "j", AVERAGE_MOST},
    };

    return cr_make_param_array(struct list_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct list_case *c, bytes, of_many_cursor_keys)
{
    struct vt *vt = open_list(c);
    size_t before = sent(vt);

    for (int i = 0; i < MANY_KEYS; i++) {
        vt_send(vt, c->key);
        vt_wait_quiet(vt, MANY_QUIET);
    }
    cr_expect_lt(sent(vt) - before, c->most * MANY_KEYS, "%s %s: %zu bytes a key",
                 c->file, c->setup, (sent(vt) - before) / MANY_KEYS);
    vt_close(vt);
}

Test(bytes, none_while_nothing_happens)
{
    struct list_case c = {"china-partners-2024.yaml", "8", "[8 Compare]", "", 0};
    struct vt *vt = open_list(&c);
    size_t before = sent(vt);

    vt_wait_quiet(vt, IDLE);
    cr_expect_eq(sent(vt), before);
    vt_close(vt);
}
