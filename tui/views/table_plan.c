#include "tui/views/table_plan.h"

#include "core/base/text.h"
#include "tui/lens_columns.h"

#include <string.h>

enum {
    OTHER_NAME_COLS = 13, /* the name in another language */
    SPARK_COLS = 10,
    GROWTH_MIN = 5,
    WIDE = 110 /* from here on there is room for names in two languages */
};

int table_text_cols(const char *text)
{
    return text ? text_width(text) : 0;
}

static int longer(int a, int b)
{
    return a > b ? a : b;
}

/* What a value takes, with the mark that some of its column have. */
static int value_cols(const struct table_part *table, const struct frame_column *column,
                      struct value value, bool is_marked)
{
    if (is_marked && value.origin == ORIGIN_DERIVED) {
        value.origin = ORIGIN_COMPARED;
        value.basis = 1;
    }
    return table_text_cols(show_value(table->show, column, value));
}

/* Widest text of a column: that of its extremes, so that scrolling moves nothing. */
static int column_cols(const struct table_part *table,
                       const struct table_measure *measure, size_t c)
{
    const struct frame_column *column = &table->frame->columns[c];
    int cols =
        longer(table_text_cols(column->head), column->is_percent ? GROWTH_MIN : 6);

    if (measure->lacks_rate[c])
        cols = longer(cols, table_text_cols(show_value(
                                table->show, column, value_missing(ABSENCE_NO_RATE))));
    cols =
        longer(cols, value_cols(table, column, measure->low[c], measure->is_marked[c]));
    return longer(cols,
                  value_cols(table, column, measure->high[c], measure->is_marked[c]));
}

/* What was measured with the frame, or now of another. */
static const struct table_measure *measure_of(const struct table_part *table)
{
    if (table->measure && table->measure->frame == table->frame)
        return table->measure;
    return table_measure_new(table->frame, table->show->arena);
}

static bool has_names_in(const struct frame *frame, const char *language)
{
    const struct dimension *dimension;

    if (frame->query.rows == ROWS_PERIOD || !frame->row_count)
        return false;
    dimension = &frame->dataset->dimension[frame->query.rows];
    for (size_t i = 0; i < frame->row_count && i < 3; i++)
        if (frame->rows[i].member != MEMBER_NONE &&
            label_in(&dimension->members[frame->rows[i].member].name, language))
            return true;
    return false;
}

const char *table_other_language(const struct table_part *table)
{
    return strncmp(table->language, "zh", 2) == 0 ? "en" : "zh";
}

static int flag_cols(const struct frame *frame)
{
    int cols = 0;

    for (uint32_t i = 1; i < frame->dataset->texts[ATTRIBUTE_FLAG].count; i++)
        cols = longer(cols,
                      table_text_cols(frame->dataset->texts[ATTRIBUTE_FLAG].text[i]));
    return cols;
}

static bool has_history(const struct frame *frame)
{
    return frame->has_total && frame->total.history_count > 2;
}

/* On a narrow screen the figures come first. */
static int name_limit(int cols)
{
    return cols >= 60 ? cols / 4 - 2 : cols / 3;
}

/* What a person chose, within what the screen can take. */
static int widened(int cols, int extra, int most)
{
    cols += extra;
    if (cols > most)
        cols = most;
    return longer(cols, TABLE_COLS_MIN);
}

static void widen(const struct table_part *table, struct table_plan *plan,
                  struct rect area)
{
    if (!table->lens)
        return;
    if (table->lens->name_extra)
        plan->name_cols =
            widened(plan->name_cols, table->lens->name_extra, area.cols / 2);
    for (size_t c = 0; c < table->frame->shown_count; c++) {
        int extra = lens_column_extra(table->lens, table->frame->columns[c].spec);
        if (extra)
            plan->width[c] = widened(plan->width[c], extra, area.cols / 2);
    }
}

/* Where the figures end. */
static int end_of(const struct table_plan *plan, struct rect area)
{
    return area.cols - plan->spark_cols - 1;
}

static int figures_col(const struct table_plan *plan)
{
    return 1 + plan->mark_cols + plan->rank_cols + plan->name_cols + 1 +
           plan->other_cols;
}

/* What all columns of figures leave; below 0, some are hidden. */
static int room_left(const struct table_part *table, const struct table_plan *plan,
                     struct rect area)
{
    int room = end_of(plan, area) - figures_col(plan);

    for (size_t c = 0; c < table->frame->shown_count; c++)
        room -= TABLE_GAP + plan->width[c];
    return room;
}

/* Gives names what no column of figures takes, those that are hidden apart. */
static void lengthen_names(const struct table_part *table, struct table_plan *plan,
                           const struct table_measure *measure, struct rect area)
{
    int before = plan->rank_cols + plan->mark_cols + plan->other_cols;
    int room = end_of(plan, area) - figures_col(plan);
    int wanted;

    for (size_t c = 0; c < table->frame->shown_count; c++) {
        if (room < TABLE_GAP + plan->width[c])
            break;
        room -= TABLE_GAP + plan->width[c];
    }
    if (room <= 0)
        return;
    wanted = longer(table->is_light ? 0 : measure->wanted_cols,
                    table_totals_label_cols(table->frame, table->show->arena) - before);
    wanted -= plan->name_cols;
    if (wanted > 0)
        plan->name_cols += wanted < room ? wanted : room;
}

struct table_plan table_plan_new(const struct table_part *table, struct rect area)
{
    const struct frame *frame = table->frame;
    const struct table_measure *measure = measure_of(table);
    bool is_wide = area.cols >= WIDE;
    bool has_rank = area.cols >= 40 && frame->query.rows != ROWS_PERIOD;
    struct table_plan plan = {
        .mark_cols = !frame->marked.count ? 0
                     : has_rank           ? 1
                                          : 2,
        .rank_cols = has_rank ? 4 : 0,
        .name_cols = measure->name_cols,
        .flag_cols = flag_cols(frame),
    };

    if (!is_wide && plan.name_cols > name_limit(area.cols))
        plan.name_cols = longer(TABLE_NAME_MIN, name_limit(area.cols));
    if (is_wide && !table->is_light && !table->show->glyphs->is_ascii &&
        has_names_in(frame, table_other_language(table)))
        plan.other_cols = OTHER_NAME_COLS;
    if (is_wide && has_history(frame))
        plan.spark_cols = SPARK_COLS;
    for (size_t c = 0; c < frame->shown_count; c++) {
        bool is_figure = frame->columns[c].spec.indicator == INDICATOR_FIGURE;
        plan.width[c] =
            column_cols(table, measure, c) + (is_figure ? plan.flag_cols : 0);
    }
    if (!is_wide && has_history(frame) && room_left(table, &plan, area) >= SPARK_COLS)
        plan.spark_cols = SPARK_COLS;
    lengthen_names(table, &plan, measure, area);
    widen(table, &plan, area);
    plan.figures_col = figures_col(&plan);
    return plan;
}

/* What the first columns take, and the widest of those behind them. */
static int cols_with(const struct table_plan *plan, size_t frozen, size_t count)
{
    int used = 0;
    int widest = 0;

    for (size_t c = 0; c < count; c++) {
        if (c < frozen)
            used += TABLE_GAP + plan->width[c];
        else
            widest = longer(widest, TABLE_GAP + plan->width[c]);
    }
    return used + widest;
}

/* As many frozen columns as leave room for any of the others. */
static size_t frozen_of(const struct table_part *table, const struct table_plan *plan,
                        struct rect area)
{
    size_t count = table->frame->shown_count;
    size_t frozen = table->lens ? table->lens->frozen : 0;

    if (frozen > count)
        frozen = count;
    while (frozen &&
           cols_with(plan, frozen, count) > end_of(plan, area) - plan->figures_col)
        frozen--;
    return frozen;
}

struct table_columns table_columns_new(const struct table_part *table,
                                       const struct table_plan *plan, struct rect area)
{
    struct table_columns columns = {.frozen = frozen_of(table, plan, area)};
    size_t count = table->frame->shown_count;
    size_t c = columns.frozen ? 0 : table->first_column;
    int col = plan->figures_col;

    while (c < count && col + TABLE_GAP + plan->width[c] <= end_of(plan, area)) {
        columns.column[columns.count] = c;
        columns.col[columns.count++] = col + TABLE_GAP;
        col += TABLE_GAP + plan->width[c++];
        if (columns.count == columns.frozen)
            c += table->first_column;
    }
    columns.hidden = c < count ? count - c : 0;
    return columns;
}

static bool is_shown(const struct table_part *table, const struct table_plan *plan,
                     struct rect area, size_t column)
{
    struct table_columns columns = table_columns_new(table, plan, area);

    for (size_t i = 0; i < columns.count; i++)
        if (columns.column[i] == column)
            return true;
    return false;
}

size_t table_first_column(const struct table_part *table, struct rect area,
                          size_t column)
{
    struct table_plan plan = table_plan_new(table, area);
    size_t frozen = frozen_of(table, &plan, area);
    struct table_part scrolled = *table;
    size_t most =
        table->frame->shown_count > frozen ? table->frame->shown_count - frozen - 1 : 0;

    if (scrolled.first_column > most)
        scrolled.first_column = most;
    if (column >= table->frame->shown_count || column < frozen)
        return scrolled.first_column;
    if (column < frozen + scrolled.first_column)
        return column - frozen;
    while (scrolled.first_column < column - frozen &&
           !is_shown(&scrolled, &plan, area, column))
        scrolled.first_column++;
    return scrolled.first_column;
}
