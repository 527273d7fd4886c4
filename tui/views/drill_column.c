#include "tui/views/drill_column.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/charts/chart.h"
#include "tui/targets.h"

#include <math.h>

enum {
    SHARE_COLS = 8,
    SHARE_FROM = 38, /* columns this wide say shares beside the figures */
    NAME_MIN = 12,
    BAR_MIN = 4,
    BAR_MAX = 24,
    SUM_ROWS = 3,
    SUM_FROM = 9 /* rows from which on the sums are told */
};

static const char *figure_text(const struct drill_drawing *drawing, struct value value)
{
    const struct frame_column *info = &drawing->column->rows->info;

    return info->title ? show_value(&drawing->show, info, value) : "";
}

/* The greatest magnitude decides how long bars are, the widest text what they have. */
static void measure_part(struct drill_drawing *drawing, const struct drill_part *part)
{
    const struct drill_extent *extent = &part->extent;

    for (size_t i = 0; i < extent->record_count; i++) {
        struct value value = extent->record[i];
        int width;
        if (fabs(value.number) <= drawing->largest)
            continue;
        width = text_width(figure_text(drawing, value)) + (value.number >= 0);
        drawing->figure_cols =
            width > drawing->figure_cols ? width : drawing->figure_cols;
    }
    drawing->largest = fmax(drawing->largest, extent->largest);
}

static void measure(struct drill_drawing *drawing)
{
    drawing->largest = 0;
    drawing->figure_cols = 3;
    measure_part(drawing, drawing->column->rows);
    if (drawing->column->groups)
        measure_part(drawing, drawing->column->groups);
}

static enum style bar_style(const struct drill_drawing *drawing, struct value value)
{
    const struct column_spec *spec = &drawing->drill->figures.spec;

    if (value.number < 0)
        return STYLE_DEFICIT;
    if (spec->indicator == INDICATOR_FIGURE &&
        spec->measure == drawing->column->rows->imports)
        return STYLE_IMPORTS;
    return spec->indicator == INDICATOR_FIGURE ? STYLE_EXPORTS : STYLE_SURPLUS;
}

/* What Enter would open changes at every key: it has no bars, for slow lines. */
static bool is_preview(const struct drill_drawing *drawing)
{
    return drawing->number > drawing->drill->focus;
}

static void draw_bar(const struct drill_drawing *drawing, int line, int col, int cols,
                     struct value value)
{
    enum style style = bar_style(drawing, value);
    const struct glyphs *glyphs = drawing->cells->glyphs;

    if (!value_is_number(value) || drawing->largest <= 0 || cols <= 0 ||
        is_preview(drawing))
        return;
    chart_bar(drawing->cells, drawing->area, line, col, cols < BAR_MAX ? cols : BAR_MAX,
              style,
              style == STYLE_IMPORTS || style == STYLE_DEFICIT ? glyphs->imports_bar
                                                               : glyphs->exports_bar,
              fabs(value.number) / drawing->largest);
}

const char *drill_beside(const struct drill_drawing *drawing,
                         const struct drill_entry *entry)
{
    const struct show *show = &drawing->show;
    struct value value = entry->beside;

    if (!value_is_number(value))
        return "";
    if (entry->kind == ROW_PERIOD_KIND)
        return arena_printf(show->arena, "%s%s", show_growth(show, value),
                            value.number < 1000 ? " %" : "");
    return arena_printf(show->arena, "%s %%", show_percent(show, value));
}

/* What names take of the room that they share with bars: all that the widest needs, but
 * for a short bar; where that would leave too little of them, all. */
static int name_cols(const struct drill_drawing *drawing, int room)
{
    const struct drill_column *column = drawing->column;
    int widest = column->rows->extent.name_cols;

    if (column->groups && column->groups->extent.name_cols > widest)
        widest = column->groups->extent.name_cols;
    if (widest < NAME_MIN)
        widest = NAME_MIN;
    if (widest + 1 + BAR_MIN <= room)
        return widest;
    return room - 1 - BAR_MIN < NAME_MIN ? room : room - 1 - BAR_MIN;
}

/* The name, the bar, the share and the figure of an entry. */
static void draw_entry(const struct drill_drawing *drawing, int line, size_t number)
{
    const struct drill_entry entry =
        drill_entry(drawing->column, number, drawing->show.arena);
    const char *beside = drill_beside(drawing, &entry);
    bool is_chosen = number == drawing->column->chosen;
    bool is_focus = drawing->number == drawing->drill->focus;
    bool has_share = drawing->area.cols >= SHARE_FROM && drawing->line_rows == 1 &&
                     !is_preview(drawing);
    bool is_quiet = entry.kind == ROW_RESIDUAL || entry.kind == ROW_UNALLOCATED ||
                    entry.kind == ROW_REPORTER;
    enum style style = is_chosen && is_focus ? STYLE_SELECTED
                       : is_chosen           ? STYLE_TITLE
                       : is_quiet            ? STYLE_MUTED
                                             : STYLE_PLAIN;
    int end = drawing->area.cols - 1;
    int room = end - 1 - drawing->figure_cols - 1 - (has_share ? SHARE_COLS : 0);
    bool is_plain = drawing->line_rows > 1 || is_preview(drawing);
    int names = is_plain ? room : name_cols(drawing, room);

    targets_add_rows(drawing->cells, drawing->area, line, drawing->line_rows,
                     TARGET_DRILLED, drill_place(drawing->number, number));
    if (is_chosen)
        cells_put(drawing->cells, drawing->area, line, 0, style,
                  drawing->cells->glyphs->cursor);
    else if (entry.is_marked)
        cells_put(drawing->cells, drawing->area, line, 0, STYLE_KEY,
                  drawing->cells->glyphs->mark);
    cells_fit(drawing->cells, drawing->area, line, 1, names, style, ALIGN_LEFT,
              entry.name);
    if (drawing->line_rows == 1)
        draw_bar(drawing, line, 1 + names + 1, room - names - 1, entry.figure);
    if (has_share)
        cells_fit(drawing->cells, drawing->area, line, 1 + room, SHARE_COLS,
                  STYLE_MUTED, ALIGN_RIGHT, beside);
    cells_fit(drawing->cells, drawing->area, line, end - drawing->figure_cols,
              drawing->figure_cols, style, ALIGN_RIGHT,
              figure_text(drawing, entry.figure));
    if (is_chosen && drawing->number + 1 < drawing->drill->count)
        cells_put(drawing->cells, drawing->area, line, end, style,
                  drawing->cells->glyphs->right);
    if (drawing->line_rows > 1) {
        draw_bar(drawing, line + 1, 2, drawing->area.cols - 2 - SHARE_COLS - 2,
                 entry.figure);
        cells_fit(drawing->cells, drawing->area, line + 1, end - SHARE_COLS, SHARE_COLS,
                  STYLE_MUTED, ALIGN_RIGHT, beside);
    }
    if (!is_chosen || !is_focus)
        return;
    drawing->cells->cursor_row = drawing->area.row + line;
    drawing->cells->cursor_col = drawing->area.col + 1;
    drawing->cells->cursor_is_shown = true;
}

/* A column of few has two lines for each; groups take one line for their title. */
static int entry_rows(const struct drill_column *column, int rows)
{
    int count = (int)drill_entries(column) + (column->groups != NULL);

    return count * 3 <= rows ? 2 : 1;
}

static void draw_groups_title(const struct drill_drawing *drawing, int line)
{
    cells_fit(drawing->cells, drawing->area, line, 1, drawing->area.cols - 2,
              STYLE_MUTED, ALIGN_LEFT, _("groups, not added:"));
}

static void draw_entries(const struct drill_drawing *drawing)
{
    const struct drill_column *column = drawing->column;
    size_t count = drill_entries(column);
    size_t rows = column->rows->count;
    size_t capacity = (size_t)(drawing->area.rows / drawing->line_rows);
    size_t first = 0;
    int line = 0;

    capacity -= capacity > 0 && column->groups ? 1 : 0;
    if (column->chosen < count && capacity)
        first = column->chosen - column->chosen % capacity;
    for (size_t i = first; i < count; i++) {
        if (i == rows && line < drawing->area.rows)
            draw_groups_title(drawing, line++);
        if (line + drawing->line_rows > drawing->area.rows ||
            !drill_has_entry(column, i))
            break;
        draw_entry(drawing, line, i);
        line += drawing->line_rows;
    }
}

static void draw_pair(const struct drill_drawing *drawing, struct rect area, int line,
                      const char *name, const char *value)
{
    cells_fit(drawing->cells, area, line, 1, area.cols - 2, STYLE_TOTAL, ALIGN_RIGHT,
              value);
    cells_fit(drawing->cells, area, line, 1, area.cols - 3 - text_width(value),
              STYLE_TOTAL, ALIGN_LEFT, name);
}

/* What the rows add up to, the published figure, and how far the two are apart. */
static void draw_sums(const struct drill_drawing *drawing, struct rect area)
{
    const struct drill_part *part = drawing->column->rows;
    struct value sum = part->sum;
    struct value total = part->total;

    if (part->query.level == LEVEL_GROUPS)
        return;
    draw_pair(drawing, area, 0,
              arena_printf(drawing->show.arena, C_("count of rows", "%s %zu %s"),
                           drawing->cells->glyphs->is_ascii ? _("sum") : "Σ",
                           part->counted, part->noun),
              figure_text(drawing, sum));
    if (!value_is_number(total) || !value_is_number(sum) ||
        total.origin == ORIGIN_SUMMED)
        return;
    draw_pair(drawing, area, 1, part->total_name, figure_text(drawing, total));
    draw_pair(drawing, area, 2, _("difference"),
              figure_text(drawing, value_derived(sum.number - total.number)));
}

/* "Partners"; in the column with the cursor also what its figures are. */
static const char *title_of(const struct drill_drawing *drawing)
{
    const struct drill_part *part = drawing->column->rows;
    const char *noun = show_capital(&drawing->show, part->noun);
    const struct frame_column *column = &part->info;

    if (drawing->number != drawing->drill->focus || !column->title)
        return noun;
    return arena_printf(drawing->show.arena, _("%s, %s"), noun,
                        column->is_percent ? column->head
                                           : show_lower(&drawing->show, column->title));
}

void drill_column_draw(struct drill_drawing *drawing, struct rect box)
{
    const struct drill_column *column = drawing->column;
    struct arena *arena = drawing->show.arena;
    struct rect inner =
        cells_frame(drawing->cells, box, drawing->number == drawing->drill->focus,
                    title_of(drawing),
                    arena_printf(arena, "%s%s%zu", column->of, *column->of ? " " : "",
                                 column->rows->counted));

    drawing->area = inner;
    if (inner.rows >= SUM_FROM && column->rows->count && !is_preview(drawing)) {
        struct rect sums = rect_cut_bottom(&drawing->area, SUM_ROWS);
        measure(drawing);
        draw_sums(drawing, sums);
    }
    measure(drawing);
    drawing->line_rows =
        is_preview(drawing) ? 1 : entry_rows(column, drawing->area.rows);
    draw_entries(drawing);
}
