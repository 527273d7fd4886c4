/*
 * Two rows side by side, and all rows as small charts over time.
 */
#include "tui/compare.h"
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/targets.h"
#include "tui/update.h"
#include "tui/views/compare_panels.h"
#include "tui/views/empty.h"
#include "tui/views/table_part.h"
#include "tui/views/view.h"

#include <math.h>

enum {
    SIDES_COLS_MIN = 76,
    SIDES_ROWS_SHORT = 7,
    SIDES_ROWS = 8,
    SIDES_ROWS_TALL = 11,
    TALL_BODY = 30,
    SIDES_BODY_MIN = 14,
    TABLE_ROWS = 5,
    RATIOS_ROWS = 1,
    PANEL_COLS = 26,
    PANEL_ROWS = 9,
    PANEL_ROWS_MIN = 5,
    HISTORY_MIN = 3
};

/* How the body is shared out. */
struct plan {
    struct rect left;
    struct rect right;
    struct rect table; /* instead of both, where there is little room */
    struct rect ratios;
    struct rect below;
    bool has_multiples; /* small charts over time; else the rows as bars */
    int across;         /* panels in a row of them */
    int down;
};

static bool has_history(const struct frame *frame)
{
    return frame->row_count && frame->rows[0].history_count >= HISTORY_MIN;
}

static struct plan plan_new(const struct app *app, struct rect area)
{
    struct plan plan = {0};

    if (area.cols >= SIDES_COLS_MIN && area.rows >= SIDES_BODY_MIN) {
        bool is_tall = area.rows >= TALL_BODY;
        plan.left = rect_cut_top(&area, !has_history(app->frame) ? SIDES_ROWS_SHORT
                                        : is_tall                ? SIDES_ROWS_TALL
                                                                 : SIDES_ROWS);
        plan.right = rect_cut_right(&plan.left, plan.left.cols / 2);
    } else {
        plan.table = rect_cut_top(&area, TABLE_ROWS);
    }
    plan.ratios = rect_cut_top(&area, RATIOS_ROWS);
    plan.below = area;
    plan.has_multiples = has_history(app->frame) && area.rows >= PANEL_ROWS_MIN;
    plan.across = area.cols / PANEL_COLS > 0 ? area.cols / PANEL_COLS : 1;
    plan.down = area.rows / PANEL_ROWS > 0 ? area.rows / PANEL_ROWS : 1;
    return plan;
}

/* Without figures over time, all rows below: one line each, which takes few bytes. */
static struct table_part table_of(const struct app *app, const struct show *show)
{
    return (struct table_part){
        .frame = app->frame,
        .show = show,
        .first = app->first,
        .selected = lens_right(app),
        .language = app->language,
        .is_light = true,
    };
}

static size_t compare_capacity(const struct app *app, struct rect area)
{
    struct plan plan = plan_new(app, area);

    if (plan.has_multiples)
        return (size_t)(plan.across * plan.down);
    return table_part_capacity(app->frame, rect_inset(plan.below, 1, 1));
}

static double largest_of(const struct frame *frame, const struct frame_row *row)
{
    struct value total =
        frame_value(frame, row, (struct column_spec){INDICATOR_TOTAL, 0});
    struct value exports = frame_exports(frame, row);
    double largest = value_is_number(exports) ? fabs(exports.number) : 0;

    return value_is_number(total) ? fmax(largest, fabs(total.number)) : largest;
}

static struct compare compare_new(const struct app *app, const struct show *show)
{
    const struct frame *frame = app->frame;
    const struct frame_row *left = &frame->rows[lens_left(app)];
    const struct frame_row *right = &frame->rows[lens_right(app)];

    return (struct compare){
        .app = app,
        .frame = frame,
        .show = show,
        .of = comparison_new(frame, left, right),
        .largest = fmax(largest_of(frame, left), largest_of(frame, right)),
    };
}

/* The greatest figure of all panels on screen, in the screen's scale. */
static double common_top(const struct compare *compare, size_t first, size_t end)
{
    double most = 0;

    for (size_t i = first; i < end; i++) {
        const struct frame_row *row = &compare->frame->rows[i];
        const struct value *exports = compare_history(compare, row, false);
        const struct value *imports = compare_history(compare, row, true);
        for (size_t p = 0; p < row->history_count; p++) {
            if (value_is_number(exports[p]))
                most = fmax(most, exports[p].number);
            if (imports && value_is_number(imports[p]))
                most = fmax(most, imports[p].number);
        }
    }
    return number_scale(most, -compare->show->scale);
}

/* On the title of the panel, which is the name of its row. */
static void place_cursor(struct cells *cells, struct rect panel)
{
    cells->cursor_row = panel.row;
    cells->cursor_col = panel.col + (panel.cols > 2 ? 2 : 0);
    cells->cursor_is_shown = true;
}

static void draw_multiples(const struct compare *compare, const struct plan *plan,
                           struct cells *cells)
{
    const struct app *app = compare->app;
    size_t capacity = (size_t)(plan->across * plan->down);
    size_t end = app->first + capacity;
    int rows = plan->below.rows / plan->down;
    int cols = plan->below.cols / plan->across;
    double top = 0;

    if (end > compare->frame->row_count)
        end = compare->frame->row_count;
    if (app->lens.has_one_scale)
        top = common_top(compare, app->first, end);
    for (size_t i = app->first; i < end; i++) {
        int place = (int)(i - app->first);
        struct rect panel = {plan->below.row + place / plan->across * rows,
                             plan->below.col + place % plan->across * cols, rows, cols};
        targets_add_rows(cells, panel, 0, rows, TARGET_ROW, i);
        if (i == lens_right(app))
            place_cursor(cells, panel);
        compare_draw_multiple(compare, &compare->frame->rows[i], top, cells, panel);
    }
}

static void draw_rows(const struct compare *compare, const struct plan *plan,
                      struct cells *cells)
{
    const struct table_part table = table_of(compare->app, compare->show);
    const struct rect inner = rect_inset(plan->below, 1, 1);

    cells_frame(cells, plan->below, false, table_part_title(&table),
                table_part_range(&table, inner));
    table_part_draw(&table, cells, inner);
}

/* How the two relate, and on the right what the small charts' scale is. */
static void draw_ratios(const struct compare *compare, const struct plan *plan,
                        struct cells *cells)
{
    const struct rect area = plan->ratios;
    char key[INPUT_NAME_MAX];
    const char *scale =
        arena_printf(compare->show->arena, "%s: %s",
                     keymap_first(&compare->app->keys, key, COMMAND_ONE_SCALE),
                     compare->app->lens.has_one_scale ? _("all on one scale")
                                                      : _("each on its own scale"));
    int room = area.cols - 2;

    if (plan->has_multiples && room > 60) {
        cells_fit(cells, area, 0, 1, room, STYLE_MUTED, ALIGN_RIGHT, scale);
        room -= text_width(scale) + 2;
    }
    cells_fit(cells, area, 0, 1, room, STYLE_PLAIN, ALIGN_LEFT,
              compare_ratios(compare, room));
}

static void compare_draw(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct plan plan = plan_new(app, area);
    struct compare compare;
    char rows[INPUT_NAME_MAX];
    char level[INPUT_NAME_MAX];

    if (view_is_empty(app, cells, area, arena))
        return;
    if (lens_right(app) == SIZE_MAX) {
        cells_text(cells, area, 1, 2, STYLE_MUTED,
                   arena_printf(arena,
                                _("One row has nothing to be compared with; %s or %s "
                                  "shows others."),
                                keymap_first(&app->keys, rows, COMMAND_ROWS),
                                keymap_first(&app->keys, level, COMMAND_LEVEL)));
        return;
    }
    compare = compare_new(app, &show);
    if (plan.table.rows) {
        compare_draw_table(&compare, cells, plan.table);
    } else {
        compare_draw_side(&compare, compare.of.left, "A", cells, plan.left);
        compare_draw_side(&compare, compare.of.right, "B", cells, plan.right);
    }
    draw_ratios(&compare, &plan, cells);
    if (plan.has_multiples)
        draw_multiples(&compare, &plan, cells);
    else if (plan.below.rows > 3)
        draw_rows(&compare, &plan, cells);
}

const char *compare_words(const struct app *app, int cols, const struct glyphs *glyphs,
                          struct arena *arena)
{
    struct show show = show_new(app->frame, glyphs, arena);
    struct compare compare;

    if (lens_right(app) == SIZE_MAX)
        return _("one row has nothing to be compared with");
    compare = compare_new(app, &show);
    return compare_sentence(&compare, cols);
}

/* The grid of small charts is gone through sideways and down. */
static bool compare_command(struct app *app, enum command command)
{
    size_t right = lens_right(app);
    size_t count = app->frame->row_count;
    long step = 0;

    if (command == COMMAND_LEFT)
        step = -1;
    else if (command == COMMAND_RIGHT)
        step = 1;
    if (!step || right == SIZE_MAX)
        return false;
    lens_select(app, list_moved(right, step, count));
    return true;
}

static const enum command hints[] = {
    COMMAND_UP,   COMMAND_COMPARE, COMMAND_SEARCH, COMMAND_PERIOD_PREVIOUS,
    COMMAND_SORT, COMMAND_ROWS,    COMMAND_UNIT,   COMMAND_UNDO,
    COMMAND_NONE,
};

const struct view_ops view_compare = {
    .name = "compare",
    .title = N_("Compare"),
    .help = N_("two rows side by side, and all of them as small charts"),
    .draw = compare_draw,
    .capacity = compare_capacity,
    .is_paged = true,
    .command = compare_command,
    .hints = hints,
};
