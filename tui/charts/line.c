/*
 * Lines over time: exports heavy, imports dashed, each with its name and its last
 * figure at its end. A gap stays a gap.
 */
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"
#include "tui/charts/plot_draw.h"

#include <stdint.h>

/* Places in glyphs->exports_line and imports_line; corners by the sides they join. */
enum {
    LINE_ACROSS,
    LINE_DOWN,
    LINE_RIGHT_DOWN,
    LINE_LEFT_DOWN,
    LINE_RIGHT_UP,
    LINE_LEFT_UP
};

struct line {
    const struct plot *plot;
    bool is_imports;
    const uint32_t *glyph;
    uint32_t dot;
    enum style style;
};

struct spot {
    int col;
    int row;
};

static struct line line_new(const struct plot *plot, bool is_imports)
{
    const struct glyphs *glyphs = plot->cells->glyphs;

    return (struct line){
        .plot = plot,
        .is_imports = is_imports,
        .glyph = is_imports ? glyphs->imports_line : glyphs->exports_line,
        .dot = glyphs->line_dot[is_imports],
        .style = is_imports ? STYLE_IMPORTS : STYLE_EXPORTS,
    };
}

static struct value point_value(const struct line *line, size_t point)
{
    const struct chart_point *points = line->plot->chart->points;

    return line->is_imports ? points[point].imports : points[point].exports;
}

static bool has_number(const struct line *line, size_t slot)
{
    return slot < line->plot->slot_count &&
           plot_has_place(line->plot, point_value(line, line->plot->slots[slot].point));
}

static struct spot spot_of(const struct line *line, size_t slot)
{
    const struct plot *plot = line->plot;
    const struct value value = point_value(line, plot->slots[slot].point);

    return (struct spot){plot->slots[slot].centre,
                         plot_row(plot, figure_number(plot->chart, value))};
}

static void put(const struct line *line, int row, int col, uint32_t codepoint)
{
    cells_put(line->plot->cells, line->plot->body, row, col, line->style, codepoint);
}

static void draw_across(const struct line *line, int row, int from, int end)
{
    for (int col = from; col < end; col++)
        put(line, row, col, line->glyph[LINE_ACROSS]);
}

/* From one row to another in one column. */
static void draw_turn(const struct line *line, int col, int from_row, int to_row)
{
    const bool is_up = to_row < from_row;
    const int top = is_up ? to_row : from_row;
    const int bottom = is_up ? from_row : to_row;

    if (from_row == to_row) {
        put(line, to_row, col, line->glyph[LINE_ACROSS]);
        return;
    }
    for (int row = top + 1; row < bottom; row++)
        put(line, row, col, line->glyph[LINE_DOWN]);
    put(line, from_row, col, line->glyph[is_up ? LINE_LEFT_UP : LINE_LEFT_DOWN]);
    put(line, to_row, col, line->glyph[is_up ? LINE_RIGHT_DOWN : LINE_RIGHT_UP]);
}

/* Level to the middle, over to the other row, and level to the next point. */
static void draw_step(const struct line *line, struct spot from, struct spot to)
{
    const int turn = (from.col + to.col + 1) / 2;

    draw_across(line, from.row, from.col + 1, turn);
    draw_turn(line, turn, from.row, to.row);
    draw_across(line, to.row, turn + 1, to.col + 1);
}

static void draw_line(const struct line *line)
{
    const struct plot *plot = line->plot;

    for (size_t i = 0; i < plot->slot_count; i++) {
        if (!has_number(line, i))
            continue;

        const struct spot spot = spot_of(line, i);

        if (i > 0 && has_number(line, i - 1))
            draw_step(line, spot_of(line, i - 1), spot);
        else
            put(line, spot.row, spot.col,
                has_number(line, i + 1) ? line->glyph[LINE_ACROSS] : line->dot);
    }
}

/* Periods that have no figure are marked at the foot, under whatever line passes; so is
 * what a log scale has no place for, as zero or as less. */
static void draw_gaps(const struct line *line)
{
    const struct plot *plot = line->plot;
    const struct glyphs *glyphs = plot->cells->glyphs;

    for (size_t i = 0; i < plot->slot_count; i++) {
        const struct value value = point_value(line, plot->slots[i].point);
        const bool is_figure = figure_is_number(value);

        if (has_number(line, i))
            continue;
        cells_put(plot->cells, plot->body, plot->body.rows - 1, plot->slots[i].centre,
                  is_figure ? line->style : STYLE_MUTED,
                  !is_figure          ? glyphs->missing
                  : value.number != 0 ? glyphs->minus
                                      : (uint32_t)'0');
    }
}

static void draw_selected(const struct line *line)
{
    const struct plot *plot = line->plot;
    const size_t selected = plot->chart->selected;

    if (selected >= plot->chart->count)
        return;

    const size_t slot = (size_t)(plot_slot_of(plot, selected) - plot->slots);

    if (has_number(line, slot)) {
        const struct spot spot = spot_of(line, slot);

        put(line, spot.row, spot.col, line->dot);
    }
}

/* The row of the last figure there is; -1 when there is none. */
static int last_row(const struct line *line)
{
    for (size_t i = line->plot->slot_count; i-- > 0;)
        if (has_number(line, i))
            return spot_of(line, i).row;
    return -1;
}

static const char *end_text(const struct line *line, bool is_long)
{
    const struct chart *chart = line->plot->chart;
    const char *name = line->is_imports ? "M" : "X";

    if (!chart->has_imports)
        name = "";
    if (is_long)
        name = line->is_imports ? chart->imports_name : chart->exports_name;
    return plot_end_text(line->plot, name, point_value(line, chart->count - 1));
}

/* Whole names instead of X and M, or of none, where they cost no column. */
static bool has_long_names(const struct line *exports, const struct line *imports)
{
    const struct chart *chart = exports->plot->chart;
    const int room = plot_end_room(exports->plot);

    if (!chart->exports_name || text_width(end_text(exports, true)) > room)
        return false;
    return !imports ||
           (chart->imports_name && text_width(end_text(imports, true)) <= room);
}

/* Keeps two labels out of one row: the greater figure's is the upper one. */
static void part_rows(int *upper, int *lower)
{
    if (*upper < *lower)
        return;
    if (*upper > 0)
        *upper = *lower - 1;
    else
        *lower = *upper + 1;
}

static void draw_ends(const struct line *exports, const struct line *imports)
{
    const bool is_long = has_long_names(exports, imports);
    const int rows = exports->plot->body.rows;
    int exports_row = last_row(exports);
    int imports_row = imports ? last_row(imports) : -1;

    if (exports_row >= 0 && imports_row >= 0 && exports_row <= imports_row)
        part_rows(&exports_row, &imports_row);
    else if (exports_row >= 0 && imports_row >= 0)
        part_rows(&imports_row, &exports_row);
    if (imports_row >= 0 && imports_row < rows)
        plot_draw_end(imports->plot, imports_row, imports->style,
                      end_text(imports, is_long));
    if (exports_row >= 0 && exports_row < rows)
        plot_draw_end(exports->plot, exports_row, exports->style,
                      end_text(exports, is_long));
}

static void line_draw(const struct chart *chart, struct cells *cells, struct rect area)
{
    if (area.rows <= 0 || area.cols <= 0 || chart->count == 0)
        return;

    const struct plot plot = plot_new(chart, PLOT_FIGURES, cells, area);
    const struct line exports = line_new(&plot, false);
    const struct line imports = line_new(&plot, true);

    plot_draw_frame(&plot);
    draw_gaps(&exports);
    if (chart->has_imports) {
        draw_gaps(&imports);
        draw_line(&imports);
        draw_selected(&imports);
    }
    draw_line(&exports);
    draw_selected(&exports);
    draw_ends(&exports, chart->has_imports ? &imports : NULL);
}

static size_t line_capacity(const struct chart *chart, int rows)
{
    (void)chart;
    (void)rows;
    return SIZE_MAX;
}

const struct chart_ops chart_line = {
    .name = "line",
    .draw = line_draw,
    .capacity = line_capacity,
};
