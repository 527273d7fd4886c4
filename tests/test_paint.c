/*
 * Paint: its bytes, read by a small terminal, turn what was shown into what is wanted.
 */
#include "tui/paint.h"
#include "tui/picture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 12, COLS_MAX = 40, PICTURES = 400 };

/* What a terminal shows, by the letter of the style that was on. */
struct screen {
    int rows;
    int cols;
    struct cell cell[ROWS_MAX * COLS_MAX];
    int row;
    int col;
    uint8_t style;
};

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

/* Each style by its number; the one with reverse video is no ground. */
static struct brushes brushes_new(bool can_erase)
{
    struct brushes brushes = {.can_erase = can_erase};

    for (int i = 0; i < STYLE_COUNT; i++) {
        snprintf(brushes.sgr[i], PAINT_SGR_MAX, "\033[;%dm", i);
        brushes.has_ground[i] = i != STYLE_SELECTED;
    }
    snprintf(brushes.sgr[STYLE_PLAIN], PAINT_SGR_MAX, "\033[m");
    return brushes;
}

static void put(struct screen *screen, uint32_t codepoint, int width)
{
    struct cell *cell = &screen->cell[screen->row * screen->cols + screen->col];

    cr_assert_leq(screen->col + width, screen->cols);
    *cell = (struct cell){
        .codepoint = codepoint, .width = (uint8_t)width, .style = screen->style};
    if (width == 2)
        cell[1] = (struct cell){.style = screen->style};
    screen->col += width;
}

/* ESC [ numbers and a letter. */
static char *obey(struct screen *screen, char *at)
{
    long first = strtol(at, &at, 10);
    long second = *at == ';' ? strtol(at + 1, &at, 10) : 0;

    if (*at == 'H') {
        screen->row = (int)first - 1;
        screen->col = (int)second - 1;
    } else if (*at == 'd') {
        screen->row = (int)first - 1;
    } else if (*at == 'C') {
        screen->col += first ? (int)first : 1;
    } else if (*at == 'm') {
        screen->style = (uint8_t)second;
    } else if (*at == 'X') {
        cr_assert_leq(screen->col + first, screen->cols);
        for (long i = 0; i < first; i++)
            screen->cell[screen->row * screen->cols + screen->col + i] =
                (struct cell){.codepoint = ' ', .width = 1, .style = screen->style};
    } else {
        cr_assert_fail("ESC [ ... %c", *at);
    }
    return at + 1;
}

static void read_bytes(struct screen *screen, char *bytes, size_t size)
{
    const char *end = bytes + size;

    while (bytes < end) {
        struct glyph glyph;

        if (*bytes == '\033' && bytes[1] == '[') {
            bytes = obey(screen, bytes + 2);
            continue;
        }
        bytes += text_next(bytes, (size_t)(end - bytes), &glyph);
        put(screen, glyph.codepoint, glyph.width);
    }
    cr_expect_eq(screen->style, STYLE_PLAIN, "attributes are off at the end");
}

static void draw_random(struct cells *cells, unsigned *seed)
{
    static const char *const words[] = {"East Timor", "3,733.7", "█████▎", "中国",
                                        "  ",         "a",       "韩国 x", "−0.5"};
    const struct rect all = cells_rect(cells);

    for (int i = 0; i < 12; i++)
        cells_text(cells, all, (int)next(seed) % cells->rows,
                   (int)next(seed) % cells->cols,
                   (enum style)(next(seed) % STYLE_COUNT), words[next(seed) % 8]);
}

static bool looks_alike(const struct brushes *brushes, const struct cell *wanted,
                        const struct cell *shown)
{
    if (wanted->width == 0)
        return shown->width == 0;
    if (wanted->codepoint == ' ' && shown->codepoint == ' ' &&
        brushes->has_ground[wanted->style])
        return brushes->has_ground[shown->style];
    return picture_is_same(wanted, shown);
}

/* Returns how many were painted: the others touch the corner, or moved. */
static int paint_pictures(int rows, int cols, bool can_erase)
{
    const struct brushes brushes = brushes_new(can_erase);
    struct screen screen = {.rows = rows, .cols = cols};
    struct cell shown[ROWS_MAX * COLS_MAX];
    unsigned seed = (unsigned)(rows * 100 + cols);
    int painted = 0;

    picture_blank(screen.cell, ROWS_MAX * COLS_MAX);
    picture_blank(shown, ROWS_MAX * COLS_MAX);
    for (int i = 0; i < PICTURES; i++) {
        struct arena arena = {0};
        struct cells *cells = cells_new(&arena, rows, cols, &glyphs_unicode);
        struct paint_job job = {cells, shown, rows, cols, cols};
        size_t size;

        draw_random(cells, &seed);
        if (paint_can(&job)) {
            const char *bytes = paint_bytes(&brushes, &job, &arena, &size);
            read_bytes(&screen, arena_copy(&arena, bytes, size), size);
            painted++;
        } else {
            memcpy(screen.cell, cells->cell, sizeof(*shown) * (size_t)(rows * cols));
        }
        for (int c = 0; c < rows * cols; c++)
            cr_assert(looks_alike(&brushes, &cells->cell[c], &screen.cell[c]),
                      "%dx%d, picture %d, cell %d", cols, rows, i, c);
        memcpy(shown, cells->cell, sizeof(*shown) * (size_t)(rows * cols));
        arena_clear(&arena);
    }
    return painted;
}

Test(paint, turns_any_picture_into_any_other)
{
    static const int sizes[][2] = {{1, 9}, {2, 2}, {5, 12}, {12, 40}, {7, 3}};

    int painted = 0;

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        painted += paint_pictures(sizes[i][0], sizes[i][1], true);
        painted += paint_pictures(sizes[i][0], sizes[i][1], false);
    }
    cr_expect_gt(painted, 2 * PICTURES);
}

/* 24 rows that moved up by one are cheaper to scroll. */
Test(paint, leaves_rows_that_moved_to_curses)
{
    struct arena arena = {0};
    struct cells *before = cells_new(&arena, 24, 40, &glyphs_unicode);
    struct cells *after = cells_new(&arena, 24, 40, &glyphs_unicode);
    struct paint_job job = {after, before->cell, 24, 40, 40};

    for (int row = 0; row < 20; row++) {
        cells_printf(before, cells_rect(before), row, 0, STYLE_PLAIN, "row %d", row);
        cells_printf(after, cells_rect(after), row, 0, STYLE_PLAIN, "row %d", row + 1);
    }
    cr_expect_not(paint_can(&job));
    job.wanted = before;
    cr_expect(paint_can(&job));
    arena_clear(&arena);
}

Test(paint, sends_nothing_for_what_nobody_sees)
{
    const struct brushes brushes = brushes_new(true);
    struct arena arena = {0};
    struct cells *before = cells_new(&arena, 4, 40, &glyphs_unicode);
    struct cells *after = cells_new(&arena, 4, 40, &glyphs_unicode);
    const struct paint_job job = {after, before->cell, 4, 40, 40};
    size_t size;

    cells_text(after, cells_rect(after), 1, 3, STYLE_TITLE, "     ");
    paint_bytes(&brushes, &job, &arena, &size);
    cr_expect_eq(size, 0);
    cells_text(after, cells_rect(after), 1, 3, STYLE_SELECTED, " ");
    paint_bytes(&brushes, &job, &arena, &size);
    cr_expect_gt(size, 0);
    arena_clear(&arena);
}
