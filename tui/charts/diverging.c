/*
 * Surpluses and deficits, ranked: deficits left of the axis, surpluses right of it, on
 * one scale, the middle folded when it does not fit.
 */
#include "core/base/translate.h"
#include "core/query/words.h"
#include "tui/charts/balance_layout.h"
#include "tui/charts/chart.h"
#include "tui/charts/figure.h"

#include <stdint.h>

enum { PART_GAP = 3, WORDS_COLS_MIN = 8 };

static struct bar_place bar_place_at(const struct balance_layout *layout, int row)
{
    return (struct bar_place){
        .cells = layout->cells,
        .area = layout->area,
        .row = row,
        .axis_col = balance_bar_col(layout) + layout->span.left,
        .axis_cols = 1,
        .span = layout->span,
    };
}

static void draw_right(const struct balance_layout *layout, int row, int end, int width,
                       enum style style, const char *text)
{
    if (width > 0)
        cells_fit(layout->cells, layout->area, row, end - width, width, style,
                  ALIGN_RIGHT, text);
}

static void draw_rank(const struct balance_layout *layout, int row, enum style style,
                      const char *rank)
{
    const int width = layout->columns.rank;

    draw_right(layout, row, balance_rank_col(layout) + width, width, style, rank);
    /* The gap too, so that a selected row has no hole between rank and label. */
    if (width > 0)
        cells_text(layout->cells, layout->area, row, balance_rank_col(layout) + width,
                   style, " ");
}

/* A selected one is reversed as far as it goes: blanks take bytes. */
static void draw_label(const struct balance_layout *layout, int row, enum style style,
                       const char *label)
{
    int cols = layout->columns.label;

    if (style == STYLE_SELECTED && text_width(label) < cols)
        cols = text_width(label);
    if (cols > 0)
        cells_fit(layout->cells, layout->area, row, balance_label_col(layout), cols,
                  style, ALIGN_LEFT, label);
}

/* Why there is no bar, on the side of the axis that has the room. */
static void draw_absence(const struct balance_layout *layout,
                         const struct bar_place *place, struct value value)
{
    const struct bar_span span = layout->span;
    const bool is_left = span.left > span.right;

    if (is_left && span.left >= WORDS_COLS_MIN)
        cells_fit(layout->cells, layout->area, place->row, place->axis_col - span.left,
                  span.left, STYLE_MUTED, ALIGN_RIGHT, figure_absence(value));
    else if (span.right > 0)
        cells_fit(layout->cells, layout->area, place->row, place->axis_col + 1,
                  span.right, STYLE_MUTED, ALIGN_LEFT, figure_absence(value));
}

static void draw_point(const struct balance_layout *layout, size_t index, int row)
{
    const struct chart_point point = chart_point(&layout->chart, index);
    const struct glyphs *glyphs = layout->cells->glyphs;
    const struct bar_place place = bar_place_at(layout, row);
    const enum style style = point.is_muted ? STYLE_MUTED : STYLE_PLAIN;
    const bool is_selected = index == layout->chart.selected;
    const enum style head = is_selected ? STYLE_SELECTED : style;

    chart_add_target(&layout->chart, layout->cells, layout->area,
                     (struct rect){row, 0, 1, layout->area.cols}, index);
    if (is_selected) {
        cells_put(layout->cells, layout->area, row, 0, head, glyphs->cursor);
        chart_place_cursor(&layout->chart, layout->cells, layout->area, row, 0);
    }
    draw_rank(layout, row, head, balance_rank_text(layout, point.rank));
    draw_label(layout, row, head, point.label);
    if (figure_is_number(point.balance))
        bar_draw(&place, figure_number(&layout->chart, point.balance), STYLE_SURPLUS,
                 glyphs->surplus_bar);
    else
        draw_absence(layout, &place, point.balance);
    cells_put(layout->cells, layout->area, row, place.axis_col, STYLE_AXIS,
              glyphs->axis);
    draw_right(layout, row, balance_figure_end(layout), layout->columns.figure, style,
               chart_figure(&layout->chart, glyphs, point.balance, true));
    draw_right(layout, row, balance_cover_end(layout), layout->columns.cover, style,
               balance_cover_text(layout, point.cover));
}

static void draw_fold(const struct balance_layout *layout, struct fold_row fold,
                      int row)
{
    const struct glyphs *glyphs = layout->cells->glyphs;
    const struct chart *chart = &layout->chart;
    const struct bar_place place = bar_place_at(layout, row);
    const char *mark = figure_glyph(chart->arena, glyphs->fold);
    const char *words = balance_count_text(layout, fold.count);

    cells_run(layout->cells, layout->area, row, balance_bar_col(layout),
              balance_bar_end(layout) - balance_bar_col(layout), STYLE_MUTED,
              glyphs->fold);
    cells_put(layout->cells, layout->area, row, place.axis_col, STYLE_AXIS,
              glyphs->axis_zero);
    if (layout->columns.rank > 0)
        draw_rank(layout, row, STYLE_MUTED, mark);
    else
        words = arena_printf(chart->arena, "%s %s", mark, words);
    draw_label(layout, row, STYLE_MUTED, words);
    if (!chart->has_overlaps)
        draw_right(layout, row, balance_figure_end(layout), layout->columns.figure,
                   STYLE_MUTED,
                   figure_text(chart, glyphs, balance_row_sum(layout, fold), true));
}

static void draw_row(const struct balance_layout *layout, struct fold_row fold, int row)
{
    if (fold.count == 1)
        draw_point(layout, layout->whole->order[fold.first], row);
    else
        draw_fold(layout, fold, row);
}

/* "Partners" for "partners". */
static const char *head_noun(const struct chart *chart)
{
    const char *noun = chart->noun ? chart->noun : "";
    char *copy = arena_printf(chart->arena, "%s", noun);

    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

/* "deficit < 0 > surplus" with the 0 over the axis, between two columns. */
static void draw_head_scale(const struct balance_layout *layout, int from, int end)
{
    const struct glyphs *glyphs = layout->cells->glyphs;
    const int axis_col = bar_place_at(layout, 0).axis_col;
    struct arena *arena = layout->chart.arena;
    const char *left =
        arena_printf(arena, _("deficit %s "), figure_glyph(arena, glyphs->left));
    const char *right =
        arena_printf(arena, _(" %s surplus"), figure_glyph(arena, glyphs->right));
    int left_col = axis_col - text_width(left);

    /* The arrows alone say less, but they say it anywhere. */
    if (left_col < from) {
        left = arena_printf(arena, "%s ", figure_glyph(arena, glyphs->left));
        left_col = axis_col - text_width(left);
    }
    if (axis_col + 1 + text_width(right) > end)
        right = arena_printf(arena, " %s", figure_glyph(arena, glyphs->right));

    if (axis_col >= from && axis_col < end)
        cells_text(layout->cells, layout->area, 0, axis_col, STYLE_HEAD, "0");
    if (layout->whole->low < 0 && left_col >= from)
        cells_text(layout->cells, layout->area, 0, left_col, STYLE_HEAD, left);
    if (layout->whole->high > 0 && axis_col + 1 + text_width(right) <= end)
        cells_text(layout->cells, layout->area, 0, axis_col + 1, STYLE_HEAD, right);
}

static void draw_head(const struct balance_layout *layout)
{
    const struct chart *chart = &layout->chart;
    const char *noun = head_noun(chart);
    const char *unit = chart->unit ? chart->unit : "";
    const int noun_end = balance_label_col(layout) + text_width(noun) + PART_GAP;
    int end = balance_bar_end(layout);

    cells_text(layout->cells, layout->area, 0, balance_label_col(layout), STYLE_HEAD,
               noun);
    draw_right(layout, 0, balance_cover_end(layout), layout->columns.cover, STYLE_HEAD,
               _("X/M %"));
    if (layout->columns.figure > 0) {
        const int col = balance_figure_end(layout) - text_width(unit);

        if (col >= noun_end)
            cells_text(layout->cells, layout->area, 0, col, STYLE_HEAD, unit);
        end = col - PART_GAP < end ? col - PART_GAP : end;
    }
    draw_head_scale(layout, noun_end, end);
}

/* The axis once more, as a line across the area with the scale on it. */
static void draw_rule(const struct balance_layout *layout, int row)
{
    const struct bar_place place = bar_place_at(layout, row);

    cells_run(layout->cells, layout->area, row, balance_rank_col(layout),
              balance_cover_end(layout) - balance_rank_col(layout), STYLE_AXIS,
              layout->cells->glyphs->horizontal);
    if (layout->whole->high > layout->whole->low)
        bar_scale_labels(&place, layout->chart.arena, balance_bar_end(layout));
}

static const char *sum_text(const struct balance_layout *layout, double sum)
{
    return figure_text(&layout->chart, layout->cells->glyphs, sum, true);
}

/* One way to write the parts of the net. */
struct parts_form {
    bool has_sums;
    const char *surplus; /* follow their numbers */
    const char *deficit;
    const char *other;
    const char *missing; /* follows its number */
    const char *gap;
};

/* From the longest to the shortest. Sums are shown all or none, so that what is shown
 * adds up to the net. */
static const struct parts_form parts_forms[] = {
    {true, N_(" surplus "), N_(" deficit "), N_(" not ranked "), N_(" without balance"),
     "   "},
    {true, N_(" surplus "), N_(" deficit "), N_(" not ranked "), N_(" missing"), "  "},
    {false, N_(" surplus"), N_(" deficit"), N_(" not ranked"), N_(" missing"),
     N_(", ")},
    {false, "", "", "", "", " / "},
};
enum { PARTS_FORM_COUNT = sizeof(parts_forms) / sizeof(parts_forms[0]) };

static const char *parts_text(const struct balance_layout *layout,
                              const struct parts_form *form)
{
    const struct balance_sums *sums = &layout->whole->sums;
    struct arena *arena = layout->chart.arena;
    const char *text = arena_printf(
        arena, "%s%s%s%s%s%s%s", figure_count(arena, sums->surplus_count),
        _(form->surplus), form->has_sums ? sum_text(layout, sums->surplus) : "",
        _(form->gap), figure_count(arena, sums->deficit_count), _(form->deficit),
        form->has_sums ? sum_text(layout, sums->deficit) : "");

    if (sums->other_count > 0)
        text = arena_printf(arena, "%s%s%s%s%s", text, _(form->gap),
                            figure_count(arena, sums->other_count), _(form->other),
                            form->has_sums ? sum_text(layout, sums->other) : "");
    if (sums->missing_count > 0)
        text = arena_printf(arena, "%s%s%s%s", text, _(form->gap),
                            figure_count(arena, sums->missing_count), _(form->missing));
    return text;
}

/* The parts of the net between two columns, as fully as they fit. */
static void draw_parts(const struct balance_layout *layout, int row, int col, int end)
{
    for (int i = 0; i < PARTS_FORM_COUNT; i++) {
        const char *text = parts_text(layout, &parts_forms[i]);

        if (col + text_width(text) <= end) {
            cells_text(layout->cells, layout->area, row, col, STYLE_TOTAL, text);
            return;
        }
    }
}

static void draw_foot(const struct balance_layout *layout, int row)
{
    const struct balance_sums *sums = &layout->whole->sums;
    const char *net = arena_printf(layout->chart.arena, _("net %s"),
                                   sum_text(layout, balance_net(sums)));
    const int net_col = balance_figure_end(layout) - text_width(net);

    if (layout->chart.has_overlaps) {
        cells_fit(layout->cells, layout->area, row, balance_label_col(layout),
                  layout->area.cols - balance_label_col(layout), STYLE_MUTED,
                  ALIGN_LEFT, _("they overlap and are not added up"));
        return;
    }
    if (layout->whole->known == 0 || net_col < balance_rank_col(layout))
        return;
    cells_text(layout->cells, layout->area, row, net_col, STYLE_TOTAL, net);
    draw_parts(layout, row, balance_label_col(layout), net_col - 1);
    if (sums->has_cover && sums->imports > 0)
        draw_right(layout, row, balance_cover_end(layout), layout->columns.cover,
                   STYLE_TOTAL,
                   balance_cover_text(
                       layout, value_derived(sums->exports / sums->imports * 100)));
}

/* Compact or low: the points without a balance get a row of words. */
static void draw_missing_row(const struct balance_layout *layout, int row)
{
    struct arena *arena = layout->chart.arena;
    const char *words =
        arena_printf(arena, _("%s %s without balance"),
                     figure_glyph(arena, layout->cells->glyphs->missing),
                     figure_count(arena, layout->whole->sums.missing_count));

    cells_fit(layout->cells, layout->area, row, balance_rank_col(layout),
              layout->area.cols - balance_rank_col(layout), STYLE_MUTED, ALIGN_LEFT,
              words);
}

static void diverging_draw(const struct chart *chart, struct cells *cells,
                           struct rect area)
{
    if (area.rows <= 0 || area.cols <= 0 || chart->count == 0)
        return;

    const struct balance_layout layout = balance_layout_new(chart, cells, area);
    int row = layout.head_rows;

    if (layout.head_rows > 0)
        draw_head(&layout);
    for (size_t i = 0; i < layout.row_count; i++)
        draw_row(&layout, layout.rows[i], row++);
    if (layout.names_missing)
        draw_missing_row(&layout, row++);
    if (layout.rule_rows > 0)
        draw_rule(&layout, row++);
    if (layout.foot_rows > 0)
        draw_foot(&layout, row);
}

static size_t diverging_capacity(const struct chart *chart, int rows)
{
    (void)chart;
    (void)rows;
    return SIZE_MAX;
}

const struct chart_ops chart_diverging = {
    .name = "diverging",
    .draw = diverging_draw,
    .capacity = diverging_capacity,
};
