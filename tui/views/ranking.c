/*
 * Ranking over time: the place of each member in each period. Every place is a line,
 * every period a column with the codes of those who have the places; what is selected
 * is followed by a line from period to period, and the rest stays quiet.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/input.h"
#include "tui/layout.h"
#include "tui/lens.h"
#include "tui/targets.h"
#include "tui/update.h"
#include "tui/views/ranking_plan.h"
#include "tui/views/view.h"

#include <string.h>

/* "since 2015" over the changes; it may begin over the names, which have no head. */
static void draw_change_head(const struct ranking_plan *plan)
{
    const char *text;
    int col = ranking_change_col(plan);
    int last;

    if (plan->base == UINT32_MAX)
        return;
    text = arena_printf(plan->arena, _("since %s"),
                        crossing_period_name(plan->app, plan->base, plan->arena));
    last = plan->head.cols - 1 - text_width(text);
    col = last < col ? last : col;
    col = col > ranking_right_col(plan) ? col : ranking_right_col(plan);
    cells_fit(plan->cells, plan->head, 0, col, plan->head.cols - 1 - col, STYLE_HEAD,
              ALIGN_LEFT, text);
}

static void draw_head(const struct ranking_plan *plan)
{
    uint32_t cursor = crossing_period(plan->app);

    cells_fit(plan->cells, plan->head, 0, 1, plan->number_cols, STYLE_HEAD, ALIGN_RIGHT,
              "#");
    for (uint32_t p = plan->page.first; p < plan->page.end; p++)
        cells_fit(plan->cells, plan->head, 0, ranking_column_col(plan, p),
                  ranking_column_cols(plan) - RANKING_GAP_COLS,
                  p == cursor ? STYLE_TAB : STYLE_HEAD, ALIGN_LEFT,
                  crossing_period_name(plan->app, p, plan->arena));
    draw_change_head(plan);
}

static enum style row_style(const struct ranking_plan *plan, size_t row)
{
    if (row == plan->app->selected)
        return STYLE_SELECTED;
    return plan->cross->frame->rows[row].is_marked ? STYLE_KEY : STYLE_PLAIN;
}

/* The place of who is on the line in a period, "=3" where several share it; "" where
 * nobody is. */
static const char *number_of(const struct ranking_plan *plan, uint32_t period, int line)
{
    size_t at = plan->first + (size_t)line;
    size_t number = period - plan->page.first;
    struct cross_place place;

    if (at >= plan->placed[number])
        return "";
    place = cross_place(plan->cross, plan->order[number][at], period);
    return arena_printf(plan->arena, "%s%u", place.sharing > 1 ? "=" : "",
                        place.number);
}

/* Those of the first period on screen, which they stand beside. */
static void draw_numbers(const struct ranking_plan *plan)
{
    for (int line = 0; line < plan->places.rows; line++)
        cells_fit(plan->cells, plan->places, line, 1, plan->number_cols, STYLE_PLAIN,
                  ALIGN_RIGHT, number_of(plan, plan->page.first, line));
}

/* Where the selected row is in the period with the cursor. */
static void draw_cursor(const struct ranking_plan *plan)
{
    uint32_t period = crossing_period(plan->app);
    size_t at = ranking_position(plan, period, plan->app->selected);

    if (at < plan->placed[period - plan->page.first] && at >= plan->first &&
        at - plan->first < (size_t)plan->places.rows)
        cells_put(plan->cells, plan->places, (int)(at - plan->first), 0, STYLE_SELECTED,
                  plan->cells->glyphs->cursor);
}

/* What the row, which has a place in the last period on screen, did since the base. */
static const char *change_of(const struct ranking_plan *plan, size_t row,
                             enum style *style)
{
    uint32_t from = cross_place(plan->cross, row, plan->base).number;
    uint32_t to = cross_place(plan->cross, row, plan->page.end - 1).number;
    char sign[5] = {0};

    *style = STYLE_MUTED;
    if (!from)
        return _("new");
    if (from == to)
        return "=";
    *style = to < from ? STYLE_SURPLUS : STYLE_DEFICIT;
    text_encode(to < from ? plan->cells->glyphs->up : plan->cells->glyphs->down, sign);
    return arena_printf(plan->arena, "%s%u", sign, to < from ? from - to : to - from);
}

/* The name on a line at one end: who has the place in the period. */
static void draw_name(const struct ranking_plan *plan, size_t row, struct rect at,
                      enum style style)
{
    targets_add(plan->cells, plan->places, at, TARGET_ROW, row);
    cells_fit(plan->cells, plan->places, at.row, at.col, at.cols, style, ALIGN_LEFT,
              plan->cross->frame->rows[row].name);
}

static void draw_left_names(const struct ranking_plan *plan)
{
    for (int line = 0; line < plan->places.rows; line++) {
        size_t at = plan->first + (size_t)line;
        if (at >= plan->placed[0])
            break;
        draw_name(plan, plan->order[0][at],
                  (struct rect){line, 1 + plan->number_cols + 1, 1, plan->left_cols},
                  STYLE_PLAIN);
    }
}

/* Names of the last period on screen, with their number where it is not that at the
 * left, and what they did since the base. */
static void draw_right_names(const struct ranking_plan *plan)
{
    uint32_t last = plan->page.end - 1;
    size_t number = last - plan->page.first;

    for (int line = 0; line < plan->places.rows; line++) {
        size_t at = plan->first + (size_t)line;
        const char *place = number_of(plan, last, line);
        enum style style;
        const char *change;
        size_t row;
        if (at >= plan->placed[number])
            break;
        row = plan->order[number][at];
        if (strcmp(place, number_of(plan, plan->page.first, line)) != 0)
            cells_fit(plan->cells, plan->places, line, ranking_right_col(plan),
                      plan->number_cols, row_style(plan, row), ALIGN_RIGHT, place);
        draw_name(
            plan, row,
            (struct rect){line, ranking_right_names_col(plan), 1, plan->right_cols},
            row_style(plan, row));
        if (plan->base == UINT32_MAX)
            continue;
        change = change_of(plan, row, &style);
        cells_fit(plan->cells, plan->places, line, ranking_change_col(plan),
                  RANKING_CHANGE_COLS - 1, style, ALIGN_LEFT, change);
    }
}

/* Quiet but for the cell with the cursor: the line says which are the row's, and few
 * cells change when the cursor moves. */
static enum style code_style(const struct ranking_plan *plan, size_t row,
                             bool is_cursor)
{
    if (row == plan->app->selected && is_cursor)
        return STYLE_SELECTED;
    return plan->cross->frame->rows[row].is_marked ? STYLE_KEY : STYLE_MUTED;
}

static void draw_codes(const struct ranking_plan *plan, uint32_t period)
{
    size_t number = period - plan->page.first;
    bool is_cursor = period == crossing_period(plan->app);

    for (int line = 0; line < plan->places.rows; line++) {
        size_t at = plan->first + (size_t)line;
        enum style style;
        size_t row;
        if (at >= plan->placed[number])
            break;
        row = plan->order[number][at];
        style = code_style(plan, row, is_cursor);
        targets_add(
            plan->cells, plan->places,
            (struct rect){line, ranking_column_col(plan, period), 1, plan->code_cols},
            TARGET_CROSSED, row * plan->cross->period_count + period);
        cells_fit(plan->cells, plan->places, line, ranking_column_col(plan, period),
                  plan->code_cols, style, ALIGN_LEFT,
                  plan->cross->frame->rows[row].code);
        if (!is_cursor || row != plan->app->selected)
            continue;
        plan->cells->cursor_row = plan->places.row + line;
        plan->cells->cursor_col = plan->places.col + ranking_column_col(plan, period);
        plan->cells->cursor_is_shown = true;
    }
}

/* A piece of the line, where it is on screen. */
static void put_line(const struct ranking_plan *plan, long line, int col,
                     uint32_t glyph)
{
    if (line >= 0 && line < plan->places.rows)
        cells_put(plan->cells, plan->places, (int)line, col, STYLE_EXPORTS, glyph);
}

/* From a place to that of the next period: along, over a bend, and along again; where
 * nothing changes one piece is enough, for slow lines. */
static void draw_step(const struct ranking_plan *plan, uint32_t period, long from,
                      long to)
{
    const uint32_t *line = plan->cells->glyphs->exports_line;
    int start = ranking_column_col(plan, period) + plan->code_cols;
    int end = ranking_column_col(plan, period + 1);
    int bend = end - 2;

    if (from == to) {
        put_line(plan, from, bend, line[0]);
        return;
    }
    for (int col = start; col < bend; col++)
        put_line(plan, from, col, line[0]);
    put_line(plan, to, end - 1, line[0]);
    put_line(plan, from, bend, line[to < from ? 5 : 3]);
    put_line(plan, to, bend, line[to < from ? 2 : 4]);
    for (long at = (from < to ? from : to) + 1; at < (from < to ? to : from); at++)
        put_line(plan, at, bend, line[1]);
}

/* A period without a place breaks the line. */
static void draw_line(const struct ranking_plan *plan)
{
    size_t row = plan->app->selected;

    for (uint32_t p = plan->page.first; p + 1 < plan->page.end; p++) {
        if (!cross_place(plan->cross, row, p).number ||
            !cross_place(plan->cross, row, p + 1).number)
            continue;
        draw_step(plan, p, (long)ranking_position(plan, p, row) - (long)plan->first,
                  (long)ranking_position(plan, p + 1, row) - (long)plan->first);
    }
}

/* Who has no figure in the period with the cursor: beside the places, not the last. */
static void draw_none(const struct ranking_plan *plan)
{
    uint32_t period = crossing_period(plan->app);
    size_t number = period - plan->page.first;
    const char *text = NULL;

    for (size_t i = plan->placed[number]; i < plan->cross->row_count; i++) {
        const struct frame_row *row = &plan->cross->frame->rows[plan->order[number][i]];
        if ((row->kind != ROW_MEMBER && row->kind != ROW_GROUP) ||
            text_width(text ? text : "") > plan->none.cols)
            continue;
        text = arena_printf(plan->arena, "%s%s%s", text ? text : "", text ? ", " : "",
                            row->code);
    }
    if (text)
        cells_fit(
            plan->cells, plan->none, 0, 1, plan->none.cols - 2, STYLE_MUTED, ALIGN_LEFT,
            arena_printf(plan->arena, _("without a place in %s: %s"),
                         crossing_period_name(plan->app, period, plan->arena), text));
}

static void ranking_draw(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena)
{
    struct ranking_plan plan;

    if (crossing_is_empty(app, cells, area, arena))
        return;
    area = cells_frame(
        cells, area, true,
        arena_printf(arena, _("Places by %s"), crossing_words(app, arena)),
        arena_printf(arena, _("of %u %s in %s"),
                     cross_ranked(app->cross, crossing_period(app)), app->frame->noun,
                     crossing_period_name(app, crossing_period(app), arena)));
    plan = ranking_plan_new(app, area, cells, arena);
    draw_head(&plan);
    draw_numbers(&plan);
    draw_cursor(&plan);
    for (uint32_t p = plan.page.first; p < plan.page.end; p++)
        draw_codes(&plan, p);
    draw_line(&plan);
    if (plan.left_cols)
        draw_left_names(&plan);
    draw_right_names(&plan);
    if (plan.none.rows)
        draw_none(&plan);
}

static size_t places_on_screen(const struct app *app)
{
    struct ranking_plan plan = {.app = app};

    ranking_share_out(&plan, rect_inset(layout_new(app).body, 1, 1));
    return (size_t)plan.places.rows;
}

/* Up and down go through the places of the period with the cursor. */
static bool move(struct app *app, enum command command)
{
    uint32_t period = crossing_period(app);
    size_t count = app->cross->row_count;
    long step = list_step(command, places_on_screen(app), count);
    const uint32_t *order;
    size_t placed;
    size_t at;

    if (!step || !count)
        return false;
    order = cross_order(app->cross, period, &placed);
    at = cross_position(app->cross, period, app->selected);
    lens_select(app, order[list_moved(at < count ? at : count - 1, step, count)]);
    return true;
}

static bool ranking_command(struct app *app, enum command command)
{
    return crossing_command(app, command) || (app->cross && move(app, command));
}

static const enum command hints[] = {
    COMMAND_UP,      COMMAND_LEFT,   COMMAND_OPEN, COMMAND_FLOW,
    COMMAND_MEASURE, COMMAND_SEARCH, COMMAND_MARK, COMMAND_FILTER,
    COMMAND_LEVEL,   COMMAND_UNDO,   COMMAND_BACK, COMMAND_NONE,
};

const struct view_ops view_ranking = {
    .name = "ranking",
    .title = N_("Ranking"),
    .help = N_("the place of each row in every period, and who rose and fell"),
    .draw = ranking_draw,
    .is_over_time = true,
    .sentence = ranking_sentence,
    .command = ranking_command,
    .sideways = N_("period"),
    .hints = hints,
};
