#include "tui/views/compare_panels.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/indicator_common.h"

#include <math.h>

/* Beyond so many periods gaps are closed. */
enum {
    NAME_COLS = 8,
    GROWTH_COLS = 9,
    BAR_COLS_MIN = 4,
    TABLE_NAME_COLS = 10,
    GAPS_MAX = 400,
    HISTORY_MIN = 3 /* fewer periods make no line over time */
};

/* One line of a side: what it is called and where its figures are. */
struct line {
    const char *name;
    struct value value;
    struct value growth;
    enum style style;
    bool is_signed;
};

enum { LINE_COUNT = 4 };

static void list_lines(const struct compare *compare, const struct frame_row *row,
                       struct line lines[LINE_COUNT])
{
    const struct frame *frame = compare->frame;
    const struct value none = value_missing(ABSENCE_NO_ROW);

    lines[0] =
        (struct line){_("Exports"), frame_exports(frame, row),
                      frame_growth(frame, row, frame->exports), STYLE_EXPORTS, false};
    lines[1] =
        (struct line){_("Imports"), frame_imports(frame, row),
                      frame_growth(frame, row, frame->imports), STYLE_IMPORTS, false};
    lines[2] = (struct line){
        _("Total"), frame_value(frame, row, (struct column_spec){INDICATOR_TOTAL, 0}),
        none, STYLE_PLAIN, false};
    lines[3] = (struct line){_("Balance"), frame_balance(frame, row), none,
                             show_sign_style(frame_balance(frame, row)), true};
    if (!frame->has_imports) {
        lines[0].name = frame->columns[0].title;
        lines[1] = lines[2] = lines[3] = (struct line){.name = NULL, .value = none};
    }
}

static int figure_cols(const struct compare *compare)
{
    struct value largest = value_derived(-compare->largest);

    return text_width(show_figure(compare->show, largest, true)) + 1;
}

static const uint32_t *eighths_of(const struct glyphs *glyphs, const struct line *line)
{
    if (line->style == STYLE_IMPORTS)
        return glyphs->imports_bar;
    if (line->style == STYLE_DEFICIT)
        return glyphs->imports_bar;
    return line->is_signed ? glyphs->surplus_bar : glyphs->exports_bar;
}

static void draw_line(const struct compare *compare, const struct line *line,
                      struct cells *cells, struct rect area, int row)
{
    const int figure = figure_cols(compare);
    const int bars = area.cols - NAME_COLS - figure - GROWTH_COLS - 2;
    const int end = area.cols - GROWTH_COLS - 1;
    const struct show *show = compare->show;

    cells_fit(cells, area, row, 1, NAME_COLS, STYLE_PLAIN, ALIGN_LEFT, line->name);
    if (bars >= BAR_COLS_MIN && value_is_number(line->value) && compare->largest > 0)
        chart_bar(cells, area, row, 1 + NAME_COLS + 1, bars - 1, line->style,
                  eighths_of(cells->glyphs, line),
                  fabs(line->value.number) / compare->largest);
    cells_fit(cells, area, row, end - figure, figure,
              line->is_signed ? line->style : STYLE_PLAIN, ALIGN_RIGHT,
              show_figure(show, line->value, line->is_signed));
    if (line->growth.absence != ABSENCE_NO_ROW)
        cells_fit(
            cells, area, row, end + 1, GROWTH_COLS - 1, STYLE_PLAIN, ALIGN_RIGHT,
            arena_printf(show->arena, "%s%s", show_growth(show, line->growth),
                         value_is_number(line->growth) && line->growth.number < 1000
                             ? " %"
                             : ""));
}

/* "cover X/M 321 %   share of trade 11.2 %   two-way 0.48" */
static const char *ratios_of(const struct compare *compare, const struct frame_row *row,
                             int cols)
{
    const struct frame *frame = compare->frame;
    const struct show *show = compare->show;
    struct value cover =
        frame_value(frame, row, (struct column_spec){INDICATOR_COVER, 0});
    struct value share =
        frame_value(frame, row, (struct column_spec){INDICATOR_SHARE, 0});
    const char *gap = cols > 50 ? "   " : "  ";
    const char *text =
        arena_printf(show->arena, _("cover X/M %s %%"), show_percent(show, cover));

    if (value_is_number(share))
        text = arena_printf(
            show->arena, "%s%s%s", text, gap,
            arena_printf(show->arena, _("share %s %%"), show_percent(show, share)));
    if (row->rank)
        text =
            arena_printf(show->arena, "%s%s%s", text, gap,
                         arena_printf(show->arena, cols > 50 ? _("place %zu") : "#%zu",
                                      (size_t)row->rank));
    return text;
}

/* How much of the trade goes both ways, as a number with its range. */
static const char *two_way_of(const struct compare *compare,
                              const struct frame_row *row, int cols)
{
    struct value value = comparison_two_way(compare->frame, row);
    char number[NUMBER_SHOWN_MAX];

    if (!value_is_number(value))
        return _("two-way index (GL) n/a");
    number_show(number, value.number, (struct number_style){.decimals = 2});
    return arena_printf(compare->show->arena,
                        cols > 50 ? _("two-way index (GL) %s   1 both ways, 0 one way")
                                  : _("two-way index (GL) %s"),
                        number);
}

const struct value *compare_history(const struct compare *compare,
                                    const struct frame_row *row, bool is_imports)
{
    const struct frame *frame = compare->frame;

    if (is_imports && !frame->has_imports)
        return NULL;
    return frame_history(frame, row, is_imports ? frame->imports : frame->exports,
                         compare->show->arena);
}

static struct value *balances_of(const struct value *exports,
                                 const struct value *imports, size_t count,
                                 struct arena *arena)
{
    struct value *balances = ARENA_ARRAY(arena, struct value, count);

    for (size_t i = 0; i < count; i++) {
        struct value x = exports[i];
        struct value m = imports[i];
        balances[i] = value_is_number(x) && value_is_number(m) && flows_are_alike(x, m)
                          ? value_derived(x.number - m.number)
                          : value_missing(ABSENCE_NO_ROW);
    }
    return balances;
}

/* Three sparklines, shape only: the figures stand above. */
static void draw_sparks(const struct compare *compare, const struct frame_row *row,
                        struct cells *cells, struct rect area, int at)
{
    int cols = area.cols - NAME_COLS - 3;
    size_t count = row->history_count;
    int used = (int)count < cols ? (int)count : cols;
    const struct value *exports = compare_history(compare, row, false);
    const struct value *imports = compare_history(compare, row, true);

    if (count < HISTORY_MIN || !imports)
        return;
    for (int i = 0; i < 3 && at + i < area.rows; i++)
        cells_text(cells, area, at + i, 1, STYLE_MUTED,
                   i == 0   ? _("exports")
                   : i == 1 ? _("imports")
                            : _("balance"));
    chart_spark(cells, area, at, 1 + NAME_COLS + 1, used, STYLE_EXPORTS, exports,
                count);
    if (at + 1 < area.rows)
        chart_spark(cells, area, at + 1, 1 + NAME_COLS + 1, used, STYLE_IMPORTS,
                    imports, count);
    if (at + 2 < area.rows)
        chart_spark(cells, area, at + 2, 1 + NAME_COLS + 1, used, STYLE_SURPLUS,
                    balances_of(exports, imports, count, compare->show->arena), count);
}

void compare_draw_side(const struct compare *compare, const struct frame_row *row,
                       const char *letter, struct cells *cells, struct rect area)
{
    struct arena *arena = compare->show->arena;
    struct line lines[LINE_COUNT];
    struct rect inner = cells_frame(
        cells, area, *letter == 'B', arena_printf(arena, "%s  %s", letter, row->name),
        *letter == 'B' ? _("arrows change it") : _("= sets or swaps"));
    int at = 0;

    list_lines(compare, row, lines);
    for (int i = 0; i < LINE_COUNT && at < inner.rows; i++)
        if (lines[i].name)
            draw_line(compare, &lines[i], cells, inner, at++);
    if (!compare->frame->has_imports)
        return;
    /* Without figures over time the rows stand below with these beside them. */
    if (at < inner.rows && row->history_count >= HISTORY_MIN)
        cells_fit(cells, inner, at++, 1, inner.cols - 2, STYLE_PLAIN, ALIGN_LEFT,
                  ratios_of(compare, row, inner.cols));
    if (at < inner.rows)
        cells_fit(cells, inner, at++, 1, inner.cols - 2, STYLE_PLAIN, ALIGN_LEFT,
                  two_way_of(compare, row, inner.cols));
    if (at < inner.rows)
        draw_sparks(compare, row, cells, inner, at);
}

static void draw_table_line(const struct compare *compare, struct cells *cells,
                            struct rect area, int row, const struct line lines[3])
{
    const int cols = (area.cols - TABLE_NAME_COLS - 2) / 3;

    cells_fit(cells, area, row, 1, TABLE_NAME_COLS, STYLE_PLAIN, ALIGN_LEFT,
              lines[0].name);
    for (int i = 0; i < 3; i++)
        cells_fit(
            cells, area, row, 1 + TABLE_NAME_COLS + i * cols, cols - 1,
            i == 2 ? show_sign_style(lines[2].value) : STYLE_PLAIN, ALIGN_RIGHT,
            show_short(compare->show, lines[i].value, i == 2 || lines[i].is_signed));
}

void compare_draw_table(const struct compare *compare, struct cells *cells,
                        struct rect area)
{
    const struct comparison *of = &compare->of;
    const struct value differences[] = {of->exports, of->imports, of->total,
                                        of->balance};
    const int cols = (area.cols - TABLE_NAME_COLS - 2) / 3;
    struct line left[LINE_COUNT];
    struct line right[LINE_COUNT];

    list_lines(compare, of->left, left);
    list_lines(compare, of->right, right);
    cells_fit(cells, area, 0, 1 + TABLE_NAME_COLS, cols - 1, STYLE_TITLE, ALIGN_RIGHT,
              of->left->name);
    cells_fit(cells, area, 0, 1 + TABLE_NAME_COLS + cols, cols - 1, STYLE_TITLE,
              ALIGN_RIGHT, of->right->name);
    cells_fit(cells, area, 0, 1 + TABLE_NAME_COLS + 2 * cols, cols - 1, STYLE_TITLE,
              ALIGN_RIGHT, _("A less B"));
    for (int i = 0, row = 1; i < LINE_COUNT; i++) {
        struct line difference = {.value = differences[i], .is_signed = true};
        if (left[i].name)
            draw_table_line(compare, cells, area, row++,
                            (struct line[]){left[i], right[i], difference});
    }
}

/* The row's history as a chart over time; a period that the file skips is a gap. */
static struct chart chart_of(const struct compare *compare, const struct frame_row *row,
                             double top)
{
    const struct show *show = compare->show;
    const struct period *periods = compare->frame->dataset->periods;
    uint32_t first = row->period + 1 - (uint32_t)row->history_count;
    int32_t span = periods[row->period].index - periods[first].index + 1;
    bool has_gaps = span > 0 && span < GAPS_MAX;
    size_t count = has_gaps ? (size_t)span : row->history_count;
    struct chart_point *points = ARENA_ARRAY(show->arena, struct chart_point, count);
    const struct value *exports = compare_history(compare, row, false);
    const struct value *imports = compare_history(compare, row, true);

    for (size_t i = 0; i < count; i++) {
        struct period period = {periods[first].frequency,
                                periods[first].index + (int32_t)i, 0};
        char *label = ARENA_ARRAY(show->arena, char, PERIOD_SHOWN_MAX);
        points[i].label = period_show(label, has_gaps ? period : periods[first + i]);
        points[i].exports = points[i].imports = value_missing(ABSENCE_NO_ROW);
    }
    for (size_t i = 0; i < row->history_count; i++) {
        size_t at =
            has_gaps ? (size_t)(periods[first + i].index - periods[first].index) : i;
        points[at].exports = exports[i];
        if (imports)
            points[at].imports = imports[i];
    }
    return (struct chart){.points = points,
                          .count = count,
                          .has_imports = compare->frame->has_imports,
                          .scale = show->scale,
                          .decimals = show->decimals,
                          .top = top,
                          .arena = show->arena};
}

void compare_draw_multiple(const struct compare *compare, const struct frame_row *row,
                           double top, struct cells *cells, struct rect area)
{
    const bool is_right = row == compare->of.right;
    struct chart chart = chart_of(compare, row, top);
    struct value balance = frame_balance(compare->frame, row);
    struct rect inner = cells_frame(
        cells, area, is_right, row->name,
        compare->frame->has_imports ? show_short(compare->show, balance, true) : NULL);

    chart_twins.draw(&chart, cells, rect_inset(inner, 0, 1));
}
