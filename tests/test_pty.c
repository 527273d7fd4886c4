#include "tests/demo.h"
#include "tests/vt.h"
#include "tui/theme.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The demo program (screen_demo.c), which is nothing but the screen. */
static struct vt *open_demo(struct vt_start start)
{
    const char *path = getenv("SCREEN_DEMO");
    const char *argv[] = {path ? path : "tests/screen_demo", NULL};

    start.rows = start.rows ? start.rows : 24;
    start.cols = start.cols ? start.cols : 80;
    return vt_open(&start, argv);
}

#define OPEN_DEMO(...) open_demo((struct vt_start){__VA_ARGS__})

static bool has_bytes(struct vt *vt, const char *bytes)
{
    size_t count;

    return strstr(vt_bytes(vt, &count), bytes) != NULL;
}

/* As the shell wants to find it. */
static void expect_restored(struct vt *vt)
{
    cr_expect(vt_has_modes_of_before(vt), "modes");
    cr_expect_not(vt_is_alternate(vt), "alternate screen");
    cr_expect(vt_is_cursor_shown(vt), "cursor");
    cr_expect(has_bytes(vt, "\033[?1049l"), "rmcup");
}

Test(screen, shows_a_list_and_leaves_the_terminal_as_it_was)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);

    cr_assert(vt_wait_text(vt, "80x24"));
    cr_expect(strstr(vt_text(vt), "┃  Hong Kong, China 中国香港          3000") !=
              NULL);
    cr_expect(vt_is_alternate(vt));
    cr_expect_not(vt_has_modes_of_before(vt));
    cr_expect(vt_cell_at(vt, 1, 5).is_reversed);
    cr_expect_eq(vt_cell_at(vt, 1, 55).ink, 75);
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    cr_expect_eq(vt_exit_status(vt), 0);
    expect_restored(vt);
    vt_close(vt);
}

struct key_case {
    char bytes[16];
    char shown[24];
};

ParameterizedTestParameters(screen, keys)
{
    static struct key_case cases[] = {
        {"\x1b[A", "1 Up"},
        {"\x1bOA", "1 Up"},
        {"\x1b[Z", "1 Shift-Tab"},
        {"\x1b[5~", "1 PgUp"},
        {"\x1b[24~", "1 F12"},
        {"\x1b", "1 Esc"},
        {"\x1b\x1b", "2 Esc"},
        {"é", "1 é"},
        {"中", "1 中"},
        {"\r", "1 Enter"},
        {"\x7f", "1 Backspace"},
        {"\x0c", "1 Ctrl-L"},
        {"\x13", "1 Ctrl-S"},
        {"\x1b[1;5Dx", "2 x"},
        {"\x1b[99~x", "1 x"},
        {"\x16x", "2 x"},
        {"\x1b[200~x", "1 x"},
        {"\x0fx", "2 x"},
    };

    return cr_make_param_array(struct key_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct key_case *c, screen, keys)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, c->bytes);
    cr_expect(vt_wait_text(vt, c->shown), "%s", vt_text(vt));
    vt_close(vt);
}

/* What the terminal shows, against the cells that were drawn. */
struct picture {
    const struct cells *cells;
    const struct look *look;
    int row, col; /* of a difference */
};

static bool is_same_cell(const struct look *look, const struct cell *cell,
                         struct vt_cell shown)
{
    struct appearance a = theme_appearance(look, (enum style)cell->style);

    if (shown.codepoint != cell->codepoint)
        return false;
    /* Nobody sees in which ink a blank is written. */
    if (cell->codepoint == ' ' && !cell->mark[0] && a.background < 0 &&
        !a.is_reversed && !a.is_underlined)
        return shown.paper < 0 && !shown.is_reversed;
    if (cell->width == 0)
        return true;
    return shown.width == cell->width && shown.ink == a.foreground &&
           shown.paper == a.background && shown.is_bold == a.is_bold &&
           shown.is_reversed == a.is_reversed;
}

static bool shows_picture(struct vt *vt, void *data)
{
    struct picture *picture = data;
    const struct cells *cells = picture->cells;
    int row;
    int col;

    for (int i = 0; i < cells->rows * cells->cols; i++) {
        picture->row = i / cells->cols;
        picture->col = i % cells->cols;
        if (!is_same_cell(picture->look, &cells->cell[i],
                          vt_cell_at(vt, picture->row, picture->col)))
            return false;
    }
    vt_cursor(vt, &row, &col);
    return row == cells->cursor_row && col == cells->cursor_col &&
           vt_is_cursor_shown(vt) == cells->cursor_is_shown;
}

/* Each from the one before: what is left out as unchanged must really be there. */
static void expect_pictures(int rows, int cols, unsigned count)
{
    struct arena arena = {0};
    const struct look look = {.colors = 256};
    struct vt *vt = OPEN_DEMO(.rows = rows, .cols = cols);

    for (unsigned seed = 1; seed <= count; seed++) {
        struct cells *cells = cells_new(&arena, rows, cols, &glyphs_unicode);
        struct picture picture = {cells, &look, 0, 0};

        demo_random(cells, seed);
        vt_send(vt, "r");
        cr_assert(vt_wait(vt, shows_picture, &picture),
                  "%dx%d, picture %u: row %d, col %d", cols, rows, seed, picture.row,
                  picture.col);
        arena_clear(&arena);
    }
    vt_close(vt);
}

Test(screen, shows_every_cell_of_random_pictures)
{
    expect_pictures(24, 80, 60);
}

Test(screen, shows_pictures_on_tiny_screens)
{
    static const int sizes[][2] = {{1, 2}, {2, 2}, {1, 9}, {7, 2}, {3, 5}};

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
        expect_pictures(sizes[i][0], sizes[i][1], 20);
}

/* Two rows change, each of 78 cells and with a Chinese name. */
Test(screen, a_move_of_the_cursor_costs_few_bytes)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);
    size_t before;
    size_t after;

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_wait_quiet(vt, 200);
    for (int i = 1; i < DEMO_COUNTRIES; i++) {
        char selected[32];

        vt_bytes(vt, &before);
        snprintf(selected, sizeof(selected), "▸ %s", i == 1 ? "South" : "");
        vt_send(vt, "\x1b[B");
        cr_assert(vt_wait_text(vt, selected));
        vt_wait_quiet(vt, 200);
        vt_bytes(vt, &after);
        cr_expect_leq(after - before, 300, "%zu bytes", after - before);
    }
    vt_close(vt);
}

Test(screen, sends_nothing_while_nothing_changes)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);
    size_t before;
    size_t after;

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_wait_quiet(vt, 500);
    vt_bytes(vt, &before);
    vt_wait_quiet(vt, 1500);
    vt_bytes(vt, &after);
    cr_expect_eq(before, after);
    vt_send(vt, "\x1b[9999~"); /* nor for a key that nobody knows */
    vt_wait_quiet(vt, 500);
    vt_bytes(vt, &after);
    cr_expect_eq(before, after);
    vt_close(vt);
}

Test(screen, draws_everything_again_on_demand)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);
    size_t before;
    size_t after;

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_wait_quiet(vt, 200);
    vt_bytes(vt, &before);
    vt_send(vt, "\x0c");
    cr_assert(vt_wait_text(vt, "1 Ctrl-L"));
    vt_wait_quiet(vt, 200);
    vt_bytes(vt, &after);
    cr_expect_gt(after - before, 800);
    vt_close(vt);
}

Test(screen, hides_and_shows_the_cursor_where_it_is_told_to)
{
    struct vt *vt = OPEN_DEMO(.rows = 24);
    int row;
    int col;

    cr_assert(vt_wait_text(vt, "80x24"));
    vt_send(vt, "\x1b[B\x1b[B");
    cr_assert(vt_wait_text(vt, "▸ Hong Kong"));
    vt_wait_quiet(vt, 200);
    vt_cursor(vt, &row, &col);
    cr_expect_eq(row, 3);
    cr_expect_eq(col, 1);
    cr_expect_not(vt_is_cursor_shown(vt));
    vt_close(vt);
}

Test(screen, follows_the_size_of_the_window)
{
    static const int sizes[][2] = {{10, 40}, {50, 200}, {1, 12}, {24, 80}, {3, 30}};
    struct vt *vt = OPEN_DEMO(.rows = 24);

    cr_assert(vt_wait_text(vt, "80x24"));
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        char size[32];

        snprintf(size, sizeof(size), "%dx%d", sizes[i][1], sizes[i][0]);
        vt_resize(vt, sizes[i][0], sizes[i][1]);
        cr_assert(vt_wait_text(vt, size), "%s", size);
    }
    vt_resize(vt, 0, 0);
    cr_expect(vt_wait_text(vt, "80x24"));
    vt_close(vt);
}

Test(screen, a_client_may_claim_any_size)
{
    struct vt *vt = OPEN_DEMO(.rows = 60, .cols = 150);
    unsigned seed = 7;

    cr_assert(vt_wait_text(vt, "150x60"));
    for (int i = 0; i < 300; i++) {
        seed = seed * 1103515245u + 12345u;
        vt_resize(vt, (int)(seed >> 24), (int)(seed >> 14 & 0x1ff));
        if (i % 3 == 0)
            vt_send(vt, "\x1b[B");
        vt_wait_quiet(vt, 0);
    }
    vt_resize(vt, 24, 80);
    cr_assert(vt_wait_text(vt, "80x24"));
    cr_expect(VT_IS_SANITIZED || vt_peak_kilobytes(vt) < 256 * 1024);
    vt_send(vt, "q");
    cr_assert(vt_wait_end(vt));
    expect_restored(vt);
    vt_close(vt);
}
