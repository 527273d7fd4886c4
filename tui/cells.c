#include "tui/cells.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Wider than any text, and still far from where numbers of columns overflow. */
enum { WIDTH_MAX = 1 << 20 };

/* The part of an area that is on the screen, in screen coordinates: from row and col up
 * to but without the ends. */
struct clip {
    int row, row_end;
    int col, col_end;
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* The end of `count` cells from `first`, within a limit; any numbers may come. */
static int end_of(int first, int count, int limit)
{
    if (count <= 0 || first >= limit)
        return first;
    return count > limit - larger(first, 0) ? limit : first + count;
}

static struct clip clip_of(const struct cells *cells, struct rect area)
{
    return (struct clip){
        .row = larger(area.row, 0),
        .row_end = smaller(area.row + larger(area.rows, 0), cells->rows),
        .col = larger(area.col, 0),
        .col_end = smaller(area.col + larger(area.cols, 0), cells->cols),
    };
}

static struct cell *cell_at(const struct cells *cells, int row, int col)
{
    assert(row >= 0 && row < cells->rows && col >= 0 && col < cells->cols);
    return &cells->cell[(size_t)row * (size_t)cells->cols + (size_t)col];
}

static struct cell blank_cell(enum style style)
{
    return (struct cell){.codepoint = ' ', .width = 1, .style = (uint8_t)style};
}

/* Before [col, col + width) is overwritten: a wide character that sticks out on either
 * side loses its other half. */
static void cut_wide(struct cells *cells, int row, int col, int width)
{
    struct cell *first = cell_at(cells, row, col);

    if (first->width == 0 && col > 0)
        first[-1] = blank_cell((enum style)first[-1].style);
    if (col + width < cells->cols && first[width].width == 0)
        first[width] = blank_cell((enum style)first[width].style);
}

/* What is not text_next()'s is checked here: no control character gets into a cell. */
static uint32_t safe_codepoint(const struct cells *cells, uint32_t codepoint)
{
    if (codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0))
        return '?';
    if (cells->glyphs->is_ascii && codepoint >= 0x80)
        return (uint32_t)text_ascii_for(codepoint);
    return codepoint;
}

/* Writes a glyph if all of it is inside the clip. */
static void place(struct cells *cells, const struct clip *clip, int row, int col,
                  enum style style, const struct glyph *glyph)
{
    if (row < clip->row || row >= clip->row_end || col < clip->col ||
        col > clip->col_end - glyph->width)
        return;
    cut_wide(cells, row, col, glyph->width);

    struct cell *cell = cell_at(cells, row, col);

    *cell = blank_cell(style);
    cell->codepoint = safe_codepoint(cells, glyph->codepoint);
    cell->width = (uint8_t)glyph->width;
    memcpy(cell->mark, glyph->mark, sizeof(cell->mark));
    if (glyph->width == 2)
        cell[1] = (struct cell){.style = (uint8_t)style};
}

/* The next character as this grade of terminal shows it; 0 at the end of the text. */
static size_t next_glyph(const struct cells *cells, const char *text, size_t length,
                         struct glyph *glyph)
{
    size_t taken = text_next(text, length, glyph);

    if (taken > 0 && cells->glyphs->is_ascii) {
        glyph->codepoint = safe_codepoint(cells, glyph->codepoint);
        glyph->width = 1;
        memset(glyph->mark, 0, sizeof(glyph->mark));
    }
    return taken;
}

static int shown_width(const struct cells *cells, const char *text, size_t length)
{
    struct glyph glyph;
    int width = 0;

    for (size_t taken; (taken = next_glyph(cells, text, length, &glyph)) > 0;) {
        text += taken;
        length -= taken;
        width += glyph.width;
    }
    return width;
}

/* Draws text from `col` up to `col_end`, both relative to the area. */
static int draw_text(struct cells *cells, struct rect area, int row, int col,
                     int col_end, enum style style, const char *text)
{
    const struct clip clip = clip_of(cells, area);
    size_t length = strlen(text);
    struct glyph glyph;

    col_end = smaller(col_end, clip.col_end - area.col);
    if (row < 0 || row >= area.rows)
        return col;
    while (col < col_end) {
        size_t taken = next_glyph(cells, text, length, &glyph);

        if (taken == 0)
            break;
        if (glyph.width > col_end - col)
            return col_end;
        place(cells, &clip, area.row + row, area.col + col, style, &glyph);
        text += taken;
        length -= taken;
        col += glyph.width;
    }
    return col;
}

struct cells *cells_new(struct arena *arena, int rows, int cols,
                        const struct glyphs *glyphs)
{
    struct cells *cells = ARENA_NEW(arena, struct cells);

    cells->rows = larger(rows, 0);
    cells->cols = larger(cols, 0);
    cells->glyphs = glyphs;

    size_t count = (size_t)cells->rows * (size_t)cells->cols;

    cells->cell = ARENA_ARRAY(arena, struct cell, count + 1);
    for (size_t i = 0; i < count; i++)
        cells->cell[i] = blank_cell(STYLE_PLAIN);
    return cells;
}

struct rect cells_rect(const struct cells *cells)
{
    return (struct rect){0, 0, cells->rows, cells->cols};
}

void cells_put(struct cells *cells, struct rect area, int row, int col,
               enum style style, uint32_t codepoint)
{
    cells_run(cells, area, row, col, 1, style, codepoint);
}

int cells_text(struct cells *cells, struct rect area, int row, int col,
               enum style style, const char *text)
{
    return draw_text(cells, area, row, col, area.cols, style, text);
}

int cells_printf(struct cells *cells, struct rect area, int row, int col,
                 enum style style, const char *format, ...)
{
    char text[256];
    struct arena scratch = {0};
    va_list args;

    va_start(args, format);
    int length = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (length < (int)sizeof(text))
        return cells_text(cells, area, row, col, style, length < 0 ? "" : text);

    va_start(args, format);
    col =
        cells_text(cells, area, row, col, style, arena_vprintf(&scratch, format, args));
    va_end(args);
    arena_clear(&scratch);
    return col;
}

void cells_fit(struct cells *cells, struct rect area, int row, int col, int width,
               enum style style, enum align align, const char *text)
{
    if (width <= 0 || col >= area.cols)
        return;
    width = smaller(width, WIDTH_MAX);

    const int wanted = shown_width(cells, text, strlen(text));

    cells_run(cells, area, row, col, width, style, ' ');
    if (wanted <= width) {
        int gap = align == ALIGN_LEFT ? 0 : width - wanted;

        draw_text(cells, area, row, col + (align == ALIGN_CENTRE ? gap / 2 : gap),
                  col + width, style, text);
        return;
    }

    /* The ellipsis follows the last whole character, not a hole left by a wide one. */
    struct glyph glyph;
    int used = 0;
    size_t length = strlen(text);
    const char *rest = text;

    for (size_t taken; (taken = next_glyph(cells, rest, length, &glyph)) > 0;) {
        if (used + glyph.width > width - 1)
            break;
        rest += taken;
        length -= taken;
        used += glyph.width;
    }
    draw_text(cells, area, row, col, col + used, style, text);
    cells_put(cells, area, row, col + used, style, cells->glyphs->ellipsis);
}

void cells_run(struct cells *cells, struct rect area, int row, int col, int count,
               enum style style, uint32_t codepoint)
{
    const struct clip clip = clip_of(cells, area);
    const struct glyph glyph = {.codepoint = codepoint, .width = 1};
    const int last = end_of(col, count, area.cols);

    if (row < 0 || row >= area.rows)
        return;
    for (col = larger(col, 0); col < last; col++)
        place(cells, &clip, area.row + row, area.col + col, style, &glyph);
}

void cells_run_down(struct cells *cells, struct rect area, int row, int col, int count,
                    enum style style, uint32_t codepoint)
{
    const int last = end_of(row, count, area.rows);

    for (row = larger(row, 0); row < last; row++)
        cells_put(cells, area, row, col, style, codepoint);
}

void cells_blank(struct cells *cells, struct rect area, enum style style)
{
    for (int row = 0; row < area.rows; row++)
        cells_run(cells, area, row, 0, area.cols, style, ' ');
}

void cells_restyle(struct cells *cells, struct rect area, int row, int col, int count,
                   enum style style)
{
    const struct clip clip = clip_of(cells, area);
    const int last = end_of(col, count, area.cols);

    if (row < 0 || row >= area.rows || area.row + row < clip.row ||
        area.row + row >= clip.row_end)
        return;
    for (col = larger(col, clip.col - area.col);
         col < smaller(last, clip.col_end - area.col); col++) {
        struct cell *cell = cell_at(cells, area.row + row, area.col + col);

        if (cell->style < STYLE_EXPORTS || cell->style > STYLE_DEFICIT_FLIP)
            cell->style = (uint8_t)style;
    }
}

static void frame_lines(struct cells *cells, struct rect area, bool is_focused,
                        enum style style)
{
    const struct glyphs *g = cells->glyphs;
    const uint32_t across = is_focused ? g->heavy_horizontal : g->horizontal;
    const uint32_t down = is_focused ? g->heavy_vertical : g->vertical;
    const int bottom = area.rows - 1;
    const int right = area.cols - 1;

    cells_run(cells, area, 0, 0, area.cols, style, across);
    cells_run(cells, area, bottom, 0, area.cols, style, across);
    cells_run_down(cells, area, 0, 0, area.rows, style, down);
    cells_run_down(cells, area, 0, right, area.rows, style, down);
    cells_put(cells, area, 0, 0, style, is_focused ? g->heavy_top_left : g->top_left);
    cells_put(cells, area, 0, right, style,
              is_focused ? g->heavy_top_right : g->top_right);
    cells_put(cells, area, bottom, 0, style,
              is_focused ? g->heavy_bottom_left : g->bottom_left);
    cells_put(cells, area, bottom, right, style,
              is_focused ? g->heavy_bottom_right : g->bottom_right);
}

/* One title of `width` columns within the top border, with a blank on each side. */
static void frame_title(struct cells *cells, struct rect area, int col, int width,
                        enum style style, const char *title)
{
    cells_run(cells, area, 0, col, width + 2, style, ' ');
    cells_fit(cells, area, 0, col + 1, width, style, ALIGN_LEFT, title);
}

/* The right title holds units and scales and is kept whole as long as this much of the
 * left one, which is cut first, can still be read. */
enum { FRAME_TITLE_MIN = 8 };

static void frame_titles(struct cells *cells, struct rect area, bool is_focused,
                         const char *title, const char *right_title)
{
    const enum style style = is_focused ? STYLE_FOCUS : STYLE_TITLE;
    const int room = area.cols - 6; /* corners, a line and a blank on each side */
    const int left = title ? shown_width(cells, title, strlen(title)) : 0;
    const int right =
        right_title ? shown_width(cells, right_title, strlen(right_title)) : 0;
    int left_room = room;

    /* Between the two: a blank on each side of a piece of the border. */
    const int beside = room - right - 3;

    if (right > 0 &&
        (left == 0 ? right <= room : beside >= smaller(left, FRAME_TITLE_MIN))) {
        frame_title(cells, area, area.cols - right - 4, right,
                    is_focused ? STYLE_FOCUS : STYLE_MUTED, right_title);
        left_room = beside;
    }
    if (left > 0 && left_room > 0)
        frame_title(cells, area, 2, smaller(left, left_room), style, title);
}

struct rect cells_frame(struct cells *cells, struct rect area, bool is_focused,
                        const char *title, const char *right_title)
{
    if (area.rows < 2 || area.cols < 2)
        return (struct rect){area.row, area.col, 0, 0};
    frame_lines(cells, area, is_focused, is_focused ? STYLE_FOCUS : STYLE_FRAME);
    frame_titles(cells, area, is_focused, title, right_title);
    return rect_inset(area, 1, 1);
}

char *cells_row_text(const struct cells *cells, int row, struct arena *arena)
{
    size_t used = 0;
    size_t end = 0;

    if (row < 0 || row >= cells->rows)
        return arena_copy(arena, "", 0);

    const size_t most = (size_t)cells->cols * (1 + TEXT_MARKS) * 4;
    char *text = arena_alloc(arena, most + 4);

    for (int col = 0; col < cells->cols; col++) {
        const struct cell *cell = cell_at(cells, row, col);

        if (cell->width == 0)
            continue;
        used += text_encode(cell->codepoint, text + used);
        for (size_t i = 0; i < TEXT_MARKS && cell->mark[i]; i++)
            used += text_encode(cell->mark[i], text + used);
        if (cell->codepoint != ' ' || cell->mark[0])
            end = used;
    }
    text[end] = '\0';
    return text;
}
