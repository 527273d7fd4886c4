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
    int top; /* of the region that scrolls */
    int bottom;
};

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

/* Each style by its number; the one with reverse video is no ground. */
static struct brushes brushes_new(bool can_edit)
{
    struct brushes brushes = {.can_erase = can_edit,
                              .can_shift = can_edit,
                              .can_scroll = can_edit,
                              .can_step = can_edit};

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

/* Moves what is to the right of the cursor; blanks come in, and what meets the edge is
 * gone. */
static void move_cells(struct screen *screen, int by)
{
    struct cell *row = &screen->cell[screen->row * screen->cols];
    struct cell old[ROWS_MAX * COLS_MAX];

    memcpy(old, row, sizeof(*row) * (size_t)screen->cols);
    for (int col = screen->col; col < screen->cols; col++)
        row[col] = col - by >= screen->col && col - by < screen->cols
                       ? old[col - by]
                       : (struct cell){' ', {0}, 1, screen->style};
}

/* In the region that scrolls, or the whole screen. */
static bool is_at_end(const struct screen *screen)
{
    return screen->row == (screen->bottom ? screen->bottom : screen->rows - 1);
}

static void step(struct screen *screen, char byte)
{
    if (byte == '\n')
        screen->row++;
    else
        screen->col = byte == '\r' ? 0 : screen->col - 1;
    cr_assert(screen->row < screen->rows && screen->col >= 0);
}

/* A newline at the end of the region, or ESC M at its top. */
static void scroll(struct screen *screen, bool is_up)
{
    const size_t row = (size_t)screen->cols;
    const size_t moved = (size_t)(screen->bottom - screen->top) * row;
    struct cell *top = &screen->cell[(size_t)screen->top * row];

    cr_assert_eq(screen->row, is_up ? screen->bottom : screen->top);
    cr_assert_eq(screen->style, STYLE_PLAIN);
    memmove(is_up ? top : top + row, is_up ? top + row : top, moved * sizeof(*top));
    picture_blank(is_up ? top + moved : top, row);
}

static void set_region(struct screen *screen, long first, long last)
{
    cr_assert(first >= 1 && first < last && last <= screen->rows);
    screen->top = (int)first - 1;
    screen->bottom = (int)last - 1;
    screen->row = screen->col = 0;
}

/* ESC [ numbers and a letter. */
static char *obey(struct screen *screen, char *at)
{
    long first = strtol(at, &at, 10);
    long second = *at == ';' ? strtol(at + 1, &at, 10) : 0;

    if (*at == 'H') {
        screen->row = (int)first - 1;
        screen->col = second ? (int)second - 1 : 0;
    } else if (*at == 'd') {
        screen->row = (int)first - 1;
    } else if (*at == 'A' || *at == 'B') {
        screen->row += (int)(first ? first : 1) * (*at == 'A' ? -1 : 1);
        cr_assert(screen->row >= 0 && screen->row < screen->rows);
    } else if (*at == 'C' || *at == 'D') {
        screen->col += (int)(first ? first : 1) * (*at == 'D' ? -1 : 1);
        cr_assert(screen->col >= 0 && screen->col < screen->cols);
    } else if (*at == 'm') {
        screen->style = (uint8_t)(first ? first : second);
    } else if (*at == 'r') {
        set_region(screen, first, second);
    } else if (*at == '@') {
        move_cells(screen, first ? (int)first : 1);
    } else if (*at == 'P') {
        move_cells(screen, first ? -(int)first : -1);
    } else if (*at == 'K') {
        move_cells(screen, screen->cols);
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
        if (*bytes == '\r' || *bytes == '\b' ||
            (*bytes == '\n' && !is_at_end(screen))) {
            step(screen, *bytes++);
            continue;
        }
        if (*bytes == '\n' || memcmp(bytes, "\033M", 2) == 0) {
            scroll(screen, *bytes == '\n');
            bytes += *bytes == '\n' ? 1 : 2;
            continue;
        }
        bytes += text_next(bytes, (size_t)(end - bytes), &glyph);
        put(screen, glyph.codepoint, glyph.width);
    }
    cr_expect_eq(screen->style, STYLE_PLAIN, "attributes are off at the end");
    cr_expect(screen->bottom == 0 ||
                  (!screen->top && screen->bottom + 1 == screen->rows),
              "all of the screen scrolls at the end");
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
static int paint_pictures(int rows, int cols, bool can_edit)
{
    const struct brushes brushes = brushes_new(can_edit);
    struct screen screen = {.rows = rows, .cols = cols};
    struct cell shown[ROWS_MAX * COLS_MAX];
    unsigned seed = (unsigned)(rows * 100 + cols);
    int painted = 0;

    picture_blank(screen.cell, ROWS_MAX * COLS_MAX);
    picture_blank(shown, ROWS_MAX * COLS_MAX);
    for (int i = 0; i < PICTURES; i++) {
        struct arena arena = {0};
        struct cells *cells = cells_new(&arena, rows, cols, &glyphs_unicode);
        struct paint_job job = {cells, shown, rows,
                                cols,  cols,  {screen.row, screen.col}};
        const char *bytes;
        size_t size;

        draw_random(cells, &seed);
        cells->cursor_row = (int)next(&seed) % rows;
        cells->cursor_col = (int)next(&seed) % cols;
        bytes = paint_bytes(&brushes, &job, &arena, &size);
        if (bytes) {
            read_bytes(&screen, arena_copy(&arena, bytes, size), size);
            cr_assert(!size || (screen.row == cells->cursor_row &&
                                screen.col == cells->cursor_col));
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

/* Rows with any other go through curses, which takes more bytes and more time. */
Test(paint, knows_how_wide_what_we_draw_with_is)
{
    static const char signs[] =
        "⏎⌫✓›…·–—−×≤≥≠⁴⁵€£¥°±▲▼▸●○◆█▌▎░▒▓┏━┓┃╭─╮│╰╯▁▂▃▄▅▆▇←↑→↓“”‘’éüñçßøŁĆΔЖ"
        "《》「」、。，：；（）％中文";
    struct glyph glyph;

    for (size_t at = 0; at < sizeof(signs) - 1;) {
        struct cell cell = {.style = STYLE_PLAIN};
        at += text_next(signs + at, sizeof(signs) - 1 - at, &glyph);
        cell.codepoint = glyph.codepoint;
        cell.width = (uint8_t)glyph.width;
        cr_expect(picture_is_certain(&cell), "U+%04X", (unsigned)glyph.codepoint);
    }
}

/* From one row of text to the other, below a row that stays; returns the bytes. */
static size_t paint_text(const char *from, const char *to, int cols, bool can_edit)
{
    const struct brushes brushes = brushes_new(can_edit);
    struct screen screen = {.rows = 2, .cols = cols};
    struct arena arena = {0};
    struct cells *before = cells_new(&arena, 2, cols, &glyphs_unicode);
    struct cells *after = cells_new(&arena, 2, cols, &glyphs_unicode);
    struct paint_job job = {after, before->cell, 2, cols, cols, {0, 0}};
    const char *bytes;
    size_t size;

    cells_text(before, cells_rect(before), 0, 1, STYLE_PLAIN, from);
    cells_text(after, cells_rect(after), 0, 1, STYLE_PLAIN, to);
    memcpy(screen.cell, before->cell, sizeof(screen.cell[0]) * 2 * (size_t)cols);
    bytes = paint_bytes(&brushes, &job, &arena, &size);
    cr_assert(bytes);
    read_bytes(&screen, arena_copy(&arena, bytes, size), size);
    for (int c = 0; c < 2 * cols; c++)
        cr_assert(looks_alike(&brushes, &after->cell[c], &screen.cell[c]),
                  "'%s' to '%s', %d columns, cell %d", from, to, cols, c);
    arena_clear(&arena);
    return size;
}

static const char *const sentences[] = {
    "United States  surplus 2,569.7 CNY bn; exports 3,733.7 (+6.1 %), imports 1,164.0 "
    "(+0.1 %); 11.2 % of trade",
    "South Korea  deficit 251.6 CNY bn; exports 1,041.5 (−0.5 %), imports 1,293.1 "
    "(+13.6 %); 5.3 % of trade",
    "Türkiye  surplus 237.2 CNY bn; exports 271.2 (−0.6 %), imports 33.9 (+6.8 %)",
    "Côte d'Ivoire  no balance; exports 3.0",
    "日本  deficit 30.3 CNY bn; exports 1,081.6 (−2.3 %), imports 1,111.9 (−1.7 %)",
    "x",
    "",
};

/* At the edge too, where what is moved to the right would be lost. */
Test(paint, turns_a_sentence_into_another_at_every_width)
{
    enum { COUNT = sizeof(sentences) / sizeof(sentences[0]), WIDEST = 130 };

    for (int cols = 20; cols < WIDEST; cols++)
        for (int from = 0; from < COUNT; from++)
            for (int to = 0; to < COUNT; to++)
                paint_text(sentences[from], sentences[to], cols, true);
}

Test(paint, moves_the_words_that_two_sentences_share)
{
    size_t again = paint_text(sentences[0], sentences[1], 120, false);
    size_t moved = paint_text(sentences[0], sentences[1], 120, true);

    cr_expect_gt(again, strlen(sentences[1]));
    cr_expect_lt(moved, again * 4 / 5, "%zu of %zu bytes", moved, again);
}

/* A list of 12 rows from `first` on, the last of them selected. */
static struct cells *list_new(struct arena *arena, int first)
{
    struct cells *cells = cells_new(arena, ROWS_MAX, COLS_MAX, &glyphs_unicode);

    for (int row = 0; row < ROWS_MAX; row++)
        cells_printf(cells, cells_rect(cells), row, 0,
                     row == 10 ? STYLE_SELECTED : STYLE_PLAIN,
                     row == 0    ? "rows %d to %d"
                     : row == 11 ? "the sum of %d and of those to %d"
                                 : "row %d of a list, beside %d others",
                     row == 11 ? 1 : first + row, row ? 99 : first + ROWS_MAX);
    return cells;
}

/* The rows between the head and the sum are scrolled, and one is sent. */
static void try_scroll(int from, int to)
{
    const struct brushes brushes = brushes_new(true);
    struct screen screen = {.rows = ROWS_MAX, .cols = COLS_MAX};
    struct arena arena = {0};
    struct cells *before = list_new(&arena, from);
    struct cells *after = list_new(&arena, to);
    struct paint_job job = {after, before->cell, ROWS_MAX, COLS_MAX, COLS_MAX, {0, 0}};
    const char *bytes;
    size_t size;

    memcpy(screen.cell, before->cell, sizeof(screen.cell));
    bytes = paint_bytes(&brushes, &job, &arena, &size);
    cr_assert(bytes);
    cr_expect_lt(size, 220, "from %d to %d: %zu bytes", from, to, size);
    read_bytes(&screen, arena_copy(&arena, bytes, size), size);
    for (int c = 0; c < ROWS_MAX * COLS_MAX; c++)
        cr_assert(looks_alike(&brushes, &after->cell[c], &screen.cell[c]),
                  "from %d to %d, cell %d", from, to, c);
    arena_clear(&arena);
}

Test(paint, scrolls_rows_that_moved)
{
    try_scroll(20, 21);
    try_scroll(20, 22);
    try_scroll(20, 19);
    try_scroll(20, 18);
}

/* Where the description of the terminal has no region that scrolls as ours does. */
Test(paint, leaves_rows_that_moved_to_curses)
{
    const struct brushes brushes = brushes_new(false);
    struct arena arena = {0};
    struct cells *before = list_new(&arena, 20);
    struct paint_job job = {
        list_new(&arena, 21), before->cell, ROWS_MAX, COLS_MAX, COLS_MAX, {0, 0}};

    size_t size;

    cr_expect_not(paint_bytes(&brushes, &job, &arena, &size));
    job.wanted = before;
    cr_expect(paint_bytes(&brushes, &job, &arena, &size));
    arena_clear(&arena);
}

Test(paint, sends_nothing_for_what_nobody_sees)
{
    const struct brushes brushes = brushes_new(true);
    struct arena arena = {0};
    struct cells *before = cells_new(&arena, 4, 40, &glyphs_unicode);
    struct cells *after = cells_new(&arena, 4, 40, &glyphs_unicode);
    const struct paint_job job = {after, before->cell, 4, 40, 40, {0, 0}};
    size_t size;

    cells_text(after, cells_rect(after), 1, 3, STYLE_TITLE, "     ");
    paint_bytes(&brushes, &job, &arena, &size);
    cr_expect_eq(size, 0);
    cells_text(after, cells_rect(after), 1, 3, STYLE_SELECTED, " ");
    paint_bytes(&brushes, &job, &arena, &size);
    cr_expect_gt(size, 0);
    arena_clear(&arena);
}

/* In different rows, so that neither is painted on the way to the other. */
Test(paint, turns_styles_that_look_alike_on_once)
{
    struct arena arena = {0};
    struct brushes brushes = brushes_new(true);
    struct cells *old = cells_new(&arena, 4, 20, &glyphs_unicode);
    struct cells *new = cells_new(&arena, 4, 20, &glyphs_unicode);
    const struct paint_job job = {new, old->cell, 4, 20, 20, {0, 0}};
    const char *bytes;
    size_t size;

    memcpy(brushes.sgr[STYLE_SURPLUS], brushes.sgr[STYLE_EXPORTS], PAINT_SGR_MAX);
    cells_text(new, cells_rect(new), 0, 3, STYLE_EXPORTS, "exports");
    cells_text(new, cells_rect(new), 2, 3, STYLE_SURPLUS, "surplus");
    bytes = paint_bytes(&brushes, &job, &arena, &size);
    bytes = arena_copy(&arena, bytes, size);
    bytes = strstr(bytes, brushes.sgr[STYLE_EXPORTS] + 3); /* behind "ESC [ ;" */
    cr_assert_not_null(bytes);
    cr_expect_null(strstr(bytes + 1, brushes.sgr[STYLE_EXPORTS] + 3), "%s", bytes);
    arena_clear(&arena);
}

static void try_move(struct paint_place from, struct paint_place to, bool can_step)
{
    struct screen screen = {
        .rows = ROWS_MAX, .cols = COLS_MAX, .row = from.row, .col = from.col};
    struct arena arena = {0};
    char absolute[PAINT_MOVE_MAX];
    char move[PAINT_MOVE_MAX];

    paint_move(from, to, can_step, move);
    paint_move((struct paint_place){-1, 0}, to, can_step, absolute);
    cr_expect_leq(strlen(move), strlen(absolute));
    read_bytes(&screen, arena_copy(&arena, move, strlen(move)), strlen(move));
    cr_expect(screen.row == to.row && screen.col == to.col,
              "from %d, %d to %d, %d: %d, %d", from.row, from.col, to.row, to.col,
              screen.row, screen.col);
    arena_clear(&arena);
}

Test(paint, goes_to_any_place_from_any_other)
{
    for (int from = 0; from < ROWS_MAX * COLS_MAX; from++)
        for (int to = 0; to < ROWS_MAX * COLS_MAX; to++)
            try_move((struct paint_place){from / COLS_MAX, from % COLS_MAX},
                     (struct paint_place){to / COLS_MAX, to % COLS_MAX}, to % 2);
}
