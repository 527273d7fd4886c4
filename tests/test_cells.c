#include "tui/cells.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const struct cell *at(const struct cells *cells, int row, int col)
{
    return &cells->cell[row * cells->cols + col];
}

/* No wide character without its other half, nothing with a width it cannot have. */
static void expect_sound(const struct cells *cells)
{
    for (int row = 0; row < cells->rows; row++) {
        for (int col = 0; col < cells->cols; col++) {
            const struct cell *cell = at(cells, row, col);
            const bool is_right_half = cell->width == 0;
            const bool is_after_wide = col > 0 && cell[-1].width == 2;

            cr_assert_eq(is_right_half, is_after_wide, "row %d, col %d", row, col);
            cr_assert_eq(is_right_half, cell->codepoint == 0);
            cr_assert(cell->width < 2 || col + 1 < cells->cols);
            cr_assert_lt(cell->style, STYLE_COUNT);
        }
    }
}

struct text_case {
    char text[32];
    char shown[32]; /* in a row of 8 cells */
    char ascii[32];
    int end; /* the column after it; in ASCII the next */
    int ascii_end;
};

ParameterizedTestParameters(cells, text)
{
    static struct text_case cases[] = {
        {"Japan", "Japan", "Japan", 5, 5},
        {"Türkiye", "Türkiye", "Turkiye", 7, 7},
        {"中国香港", "中国香港", "????", 8, 4},
        {"a中国香港", "a中国香", "a????", 8, 5},
        {"Tajikistan", "Tajikist", "Tajikist", 8, 8},
        {"e\xcc\x81t", "e\xcc\x81t", "et", 2, 2},
        {"a\x1b[2Jb", "a\xef\xbf\xbd[2Jb", "a?[2Jb", 6, 6},
        {"a\xff\x62",
         "a\xef\xbf\xbd"
         "b",
         "a?b", 3, 3},
        {"", "", "", 0, 0},
    };

    return cr_make_param_array(struct text_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct text_case *c, cells, text)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 1, 8, &glyphs_unicode);
    struct cells *plain = cells_new(&arena, 1, 8, &glyphs_ascii);

    cr_expect_eq(cells_text(cells, cells_rect(cells), 0, 0, STYLE_PLAIN, c->text),
                 c->end);
    cr_expect_str_eq(cells_row_text(cells, 0, &arena), c->shown);
    cr_expect_eq(cells_text(plain, cells_rect(plain), 0, 0, STYLE_PLAIN, c->text),
                 c->ascii_end);
    cr_expect_str_eq(cells_row_text(plain, 0, &arena), c->ascii);
    expect_sound(cells);
    expect_sound(plain);
    arena_clear(&arena);
}

struct fit_case {
    char text[32];
    int width;
    enum align align;
    char shown[32]; /* between two bars */
    char ascii[32];
};

ParameterizedTestParameters(cells, fit)
{
    static struct fit_case cases[] = {
        {"Japan", 8, ALIGN_LEFT, "|Japan   |", "|Japan   |"},
        {"Japan", 8, ALIGN_RIGHT, "|   Japan|", "|   Japan|"},
        {"Japan", 8, ALIGN_CENTRE, "| Japan  |", "| Japan  |"},
        {"Japan", 5, ALIGN_RIGHT, "|Japan|", "|Japan|"},
        {"Hong Kong", 6, ALIGN_LEFT, "|Hong …|", "|Hong ~|"},
        {"中国香港", 6, ALIGN_LEFT, "|中国… |", "|????  |"},
        {"中国香港", 7, ALIGN_LEFT, "|中国香…|", "|????   |"},
        {"中国", 1, ALIGN_LEFT, "|…|", "|~|"},
        {"Japan", 0, ALIGN_LEFT, "||", "||"},
        {"Japan", -3, ALIGN_LEFT, "||", "||"},
    };

    return cr_make_param_array(struct fit_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static char *draw_fit(const struct fit_case *c, const struct glyphs *glyphs,
                      struct arena *arena)
{
    struct cells *cells = cells_new(arena, 1, 20, glyphs);
    struct rect all = cells_rect(cells);

    cells_put(cells, all, 0, 0, STYLE_PLAIN, '|');
    cells_fit(cells, all, 0, 1, c->width, STYLE_PLAIN, c->align, c->text);
    cells_put(cells, all, 0, 1 + (c->width > 0 ? c->width : 0), STYLE_PLAIN, '|');
    expect_sound(cells);
    return cells_row_text(cells, 0, arena);
}

ParameterizedTest(struct fit_case *c, cells, fit)
{
    struct arena arena = {0};

    cr_expect_str_eq(draw_fit(c, &glyphs_unicode, &arena), c->shown);
    cr_expect_str_eq(draw_fit(c, &glyphs_ascii, &arena), c->ascii);
    arena_clear(&arena);
}

Test(cells, overwriting_half_of_a_wide_character_blanks_the_other_half)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 2, 6, &glyphs_unicode);
    struct rect all = cells_rect(cells);

    cells_text(cells, all, 0, 0, STYLE_PLAIN, "中国香");
    cells_put(cells, all, 0, 1, STYLE_PLAIN, 'x');
    cells_put(cells, all, 0, 4, STYLE_PLAIN, 'y');
    cr_expect_str_eq(cells_row_text(cells, 0, &arena), " x国y");
    expect_sound(cells);

    cells_text(cells, all, 1, 0, STYLE_PLAIN, "中国香");
    cells_text(cells, all, 1, 1, STYLE_PLAIN, "港");
    cr_expect_str_eq(cells_row_text(cells, 1, &arena), " 港 香");
    expect_sound(cells);
    arena_clear(&arena);
}

/* Everything there is, at a place; the areas below go beyond the screen on all sides.
 */
static void draw_all(struct cells *cells, struct rect area, int row, int col, int count)
{
    cells_text(cells, area, row, col, STYLE_TITLE, "中国 Côte d’Ivoire ▸");
    cells_fit(cells, area, row, col, count, STYLE_MUTED, ALIGN_RIGHT, "Türkiye 土耳其");
    cells_run(cells, area, row, col, count, STYLE_EXPORTS,
              cells->glyphs->exports_bar[3]);
    cells_run_down(cells, area, row, col, count, STYLE_AXIS, cells->glyphs->axis);
    cells_restyle(cells, area, row, col, count, STYLE_SELECTED);
    cells_printf(cells, area, row, col, STYLE_ERROR, "%d of %s", count, "many");
    cells_frame(cells, area, row % 2 == 0, "Partners", "CNY bn");
}

Test(cells, nothing_is_drawn_outside_the_area_or_the_screen)
{
    struct arena arena = {0};

    for (int top = -3; top < 7; top++) {
        for (int left = -5; left < 14; left++) {
            struct cells *cells = cells_new(&arena, 5, 10, &glyphs_unicode);
            const struct rect area = {top, left, 4, 6};

            for (int row = -2; row < 6; row++)
                for (int col = -4; col < 8; col++)
                    draw_all(cells, area, row, col, 5);
            expect_sound(cells);
            for (int row = 0; row < 5; row++) {
                for (int col = 0; col < 10; col++) {
                    const bool is_inside =
                        row >= top && row < top + 4 && col >= left && col < left + 6;

                    if (!is_inside)
                        cr_assert(at(cells, row, col)->codepoint == ' ' &&
                                  at(cells, row, col)->style == STYLE_PLAIN);
                }
            }
            arena_clear(&arena);
        }
    }
}

Test(cells, screens_and_areas_of_every_small_size_are_drawn_in)
{
    struct arena arena = {0};

    for (int rows = -1; rows < 6; rows++) {
        for (int cols = -1; cols < 20; cols++) {
            struct cells *cells = cells_new(&arena, rows, cols, &glyphs_ascii);

            draw_all(cells, cells_rect(cells), 0, 0, INT_MAX);
            draw_all(cells, cells_rect(cells), 1, -7, INT_MAX);
            draw_all(cells, cells_rect(cells), INT_MAX, INT_MAX, INT_MAX);
            draw_all(cells, cells_rect(cells), INT_MIN, INT_MIN, INT_MIN);
            expect_sound(cells);
            arena_clear(&arena);
        }
    }
}

Test(cells, text_that_begins_left_of_the_area_shows_its_end)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 1, 10, &glyphs_unicode);
    const struct rect area = {0, 2, 1, 6};

    cells_text(cells, area, 0, -3, STYLE_PLAIN, "a中国b");
    cr_expect_str_eq(cells_row_text(cells, 0, &arena), "  国b");
    expect_sound(cells);
    arena_clear(&arena);
}

Test(cells, no_control_character_gets_into_a_cell)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 1, 4, &glyphs_unicode);

    for (uint32_t c = 0; c < 0xa0; c++) {
        cells_put(cells, cells_rect(cells), 0, 0, STYLE_PLAIN, c);
        cr_expect(cells->cell[0].codepoint >= 0x20 && cells->cell[0].codepoint != 0x7f);
        cr_expect(cells->cell[0].codepoint < 0x7f);
    }
    arena_clear(&arena);
}

Test(cells, a_new_style_spares_the_cells_of_charts)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, 1, STYLE_COUNT, &glyphs_unicode);
    struct rect all = cells_rect(cells);

    for (int i = 0; i < STYLE_COUNT; i++)
        cells_put(cells, all, 0, i, (enum style)i, 'x');
    cells_restyle(cells, all, 0, 0, STYLE_COUNT, STYLE_SELECTED);
    for (int i = 0; i < STYLE_COUNT; i++) {
        const bool is_chart = i >= STYLE_EXPORTS && i <= STYLE_DEFICIT_FLIP;

        cr_expect_eq(cells->cell[i].style, is_chart ? i : STYLE_SELECTED);
        cr_expect_eq(cells->cell[i].codepoint, 'x');
    }
    arena_clear(&arena);
}

struct frame_case {
    int cols;
    bool is_focused;
    char title[24];
    char right[16];
    char top[64];
    char ascii[64];
};

ParameterizedTestParameters(cells, frame)
{
    static struct frame_case cases[] = {
        {24, false, "Partners", "CNY bn", "╭─ Partners ── CNY bn ─╮",
         "+- Partners -- CNY bn -+"},
        {24, true, "Partners", "", "┏━ Partners ━━━━━━━━━━━┓",
         "+= Partners ===========+"},
        {20, false, "Partners of China", "CNY", "╭─ Partner… ─ CNY ─╮",
         "+- Partner~ - CNY -+"},
        {16, false, "Partners", "CNY bn", "╭─ Partners ───╮", "+- Partners ---+"},
        {10, false, "Partners", "", "╭─ Par… ─╮", "+- Par~ -+"},
        {6, false, "Partners", "", "╭────╮", "+----+"},
        {12, false, "", "CNY bn", "╭─ CNY bn ─╮", "+- CNY bn -+"},
        {2, false, "Partners", "CNY", "╭╮", "++"},
    };

    return cr_make_param_array(struct frame_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

static char *draw_frame(const struct frame_case *c, const struct glyphs *glyphs,
                        struct arena *arena)
{
    struct cells *cells = cells_new(arena, 3, c->cols, glyphs);
    struct rect inside =
        cells_frame(cells, cells_rect(cells), c->is_focused,
                    *c->title ? c->title : NULL, *c->right ? c->right : NULL);

    cr_expect_eq(inside.row, 1);
    cr_expect_eq(inside.col, 1);
    cr_expect_eq(inside.rows, 1);
    cr_expect_eq(inside.cols, c->cols - 2);
    return cells_row_text(cells, 0, arena);
}

ParameterizedTest(struct frame_case *c, cells, frame)
{
    struct arena arena = {0};

    cr_expect_str_eq(draw_frame(c, &glyphs_unicode, &arena), c->top);
    cr_expect_str_eq(draw_frame(c, &glyphs_ascii, &arena), c->ascii);
    arena_clear(&arena);
}

static uint32_t glyph_at(const struct glyphs *glyphs, size_t offset)
{
    uint32_t codepoint;

    memcpy(&codepoint, (const char *)glyphs + offset, sizeof(codepoint));
    return codepoint;
}

/* From the first to the last of them there is nothing but glyphs and one flag. */
Test(glyphs, are_one_cell_wide_each_and_plain_in_ascii)
{
    for (size_t offset = offsetof(struct glyphs, horizontal);
         offset <= offsetof(struct glyphs, dot); offset += sizeof(uint32_t)) {
        const uint32_t codepoint = glyph_at(&glyphs_unicode, offset);
        const uint32_t ascii = glyph_at(&glyphs_ascii, offset);
        char bytes[5] = {0};

        if (offset == offsetof(struct glyphs, has_flip))
            continue;
        text_encode(codepoint, bytes);
        cr_expect(text_width(bytes) == 1, "U+%04X at %zu", (unsigned)codepoint, offset);
        cr_expect(ascii >= ' ' && ascii < 0x7f, "at %zu", offset);
    }
}

Test(glyphs, exports_and_imports_differ_in_texture)
{
    const struct glyphs *grades[] = {&glyphs_unicode, &glyphs_ascii};

    for (int i = 0; i < 2; i++) {
        const struct glyphs *g = grades[i];

        cr_expect_neq(g->exports_bar[8], g->imports_bar[8]);
        cr_expect_neq(g->exports_line[0], g->imports_line[0]);
        cr_expect_neq(g->line_dot[0], g->line_dot[1]);
        for (int level = 0; level < 8; level++)
            cr_expect_neq(g->missing, g->spark[level]);
    }
    cr_expect_neq(glyphs_ascii.surplus_bar[8], glyphs_ascii.deficit_full);
}
