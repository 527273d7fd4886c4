/*
 * The lines under the table: each says what it sums.
 */
#include "tui/views/table_plan.h"

#include "core/base/text.h"
#include "core/base/translate.h"

/* From here on there is room for a rule above, and for the average of the marked. */
enum { ROOMY = 16, MARKS_MIN = 8 };

static bool has_two_totals(const struct frame *frame)
{
    return frame->has_shown && frame->has_total;
}

static bool has_marked(const struct frame *frame, struct rect area)
{
    return frame->marked.count && area.rows >= MARKS_MIN;
}

static bool has_average(const struct frame *frame, struct rect area)
{
    return has_marked(frame, area) && area.rows >= ROOMY && frame->marked.count > 1 &&
           !frame->marked.has_groups;
}

int table_totals_rows(const struct frame *frame, struct rect area)
{
    int rows = has_marked(frame, area) + has_average(frame, area);

    if (area.rows < 4)
        return 0;
    if (frame->has_total)
        rows += has_two_totals(frame) ? 2 : 1;
    return rows + (rows && area.rows >= ROOMY);
}

/* Of how many members the marked growth of the total is: 0 where of all. */
static unsigned compared(const struct frame *frame)
{
    for (size_t c = 0; c < frame->shown_count; c++) {
        unsigned count = value_compared(frame_cell(frame, &frame->total, c));
        if (count)
            return count;
    }
    return 0;
}

static const char *same_words(const struct frame *frame, struct arena *arena)
{
    unsigned same = compared(frame);

    return same ? arena_printf(arena, _(", * of the same %u"), same) : "";
}

/* Which flow of the total is published, where the other is a sum. */
static const char *published_words(const struct frame *frame)
{
    if (!frame_unlike_words(frame, &frame->total))
        return _(", as published");
    return frame_exports(frame, &frame->total).origin == ORIGIN_PUBLISHED
               ? _(", X published, M a sum")
               : _(", M published, X a sum");
}

static const char *total_name(const struct frame *frame, struct arena *arena)
{
    bool is_published = false;

    for (size_t c = 0; c < frame->column_count; c++)
        is_published = is_published ||
                       frame_cell(frame, &frame->total, c).origin == ORIGIN_PUBLISHED;
    return arena_printf(
        arena, "%s%s%s%s%s", frame->total.name,
        is_published ? published_words(frame) : _(", sum"),
        table_row_is_part(frame, &frame->total) ? _(", incomplete") : "",
        frame->one_sided ? _(", rows of one flow") : "", same_words(frame, arena));
}

/* What the columns before the figures hold. */
static int label_cols(const struct table_plan *plan)
{
    return plan->mark_cols + plan->rank_cols + plan->name_cols + plan->other_cols;
}

/* The first of two labels where it fits. */
static const char *fitting(const struct table_plan *plan, const char *label,
                           const char *shorter)
{
    return text_width(label) <= label_cols(plan) ? label : shorter;
}

static const char *shown_name(const struct frame *frame, struct arena *arena)
{
    return arena_printf(arena, _("Sum of the %zu shown"), frame->row_count);
}

int table_totals_label_cols(const struct frame *frame, struct arena *arena)
{
    int total = frame->has_total ? text_width(total_name(frame, arena)) : 0;
    int shown = has_two_totals(frame) ? text_width(shown_name(frame, arena)) : 0;

    return total > shown ? total : shown;
}

static void draw_total(const struct table_part *table, const struct table_plan *plan,
                       struct cells *cells, struct rect area, int line,
                       const struct frame_row *row, const char *name)
{
    cells_fit(cells, area, line, 1, label_cols(plan), STYLE_TOTAL, ALIGN_LEFT, name);
    table_figures_draw(table, plan, cells, area, line, row, STYLE_TOTAL);
    table_spark_draw(table, plan, cells, area, line, row);
}

static void draw_marked(const struct table_part *table, const struct table_plan *plan,
                        struct cells *cells, struct rect area, int line)
{
    const struct frame_marked *marked = &table->frame->marked;
    struct arena *arena = table->show->arena;

    if (marked->has_groups) {
        cells_fit(cells, area, line, 1, area.cols - 1, STYLE_TOTAL, ALIGN_LEFT,
                  arena_printf(arena,
                               _("%zu marked: groups overlap and are not added up"),
                               marked->count));
        return;
    }
    draw_total(table, plan, cells, area, line, &marked->sum,
               fitting(plan, arena_printf(arena, _("Sum of %zu marked"), marked->count),
                       arena_printf(arena, _("%zu marked"), marked->count)));
    if (has_average(table->frame, area))
        draw_total(table, plan, cells, area, line + 1, &marked->average,
                   fitting(plan, _("Average of marked"), _("Average")));
}

void table_totals_draw(const struct table_part *table, const struct table_plan *plan,
                       struct cells *cells, struct rect area)
{
    const struct frame *frame = table->frame;
    struct arena *arena = table->show->arena;
    int lines = table_totals_rows(frame, area);
    int line = area.rows - lines;

    if (!lines)
        return;
    if (area.rows >= ROOMY)
        cells_run(cells, area, line++, 0, area.cols, STYLE_FRAME,
                  cells->glyphs->horizontal);
    if (has_marked(frame, area))
        draw_marked(table, plan, cells, area, line);
    line += has_marked(frame, area) + has_average(frame, area);
    if (has_two_totals(frame))
        draw_total(table, plan, cells, area, line++, &frame->shown,
                   fitting(plan, shown_name(frame, arena),
                           arena_printf(arena, _("%zu shown"), frame->row_count)));
    if (frame->has_total)
        draw_total(table, plan, cells, area, line, &frame->total,
                   fitting(plan, total_name(frame, arena),
                           fitting(plan,
                                   arena_printf(arena, "%s%s", frame->total.name,
                                                same_words(frame, arena)),
                                   frame->total.name)));
}
