#include "tui/views/table_plan.h"

#include "core/base/text.h"

#include <string.h>

enum {
    NAME_MIN = 8,
    NAME_MAX = 24,
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

/* Widest text of a column: that of its extremes, so that scrolling moves nothing. */
static int column_cols(const struct table_part *table, size_t c)
{
    const struct frame *frame = table->frame;
    const struct frame_column *column = &frame->columns[c];
    struct value low = value_missing(ABSENCE_NO_ROW);
    struct value high = low;
    int cols =
        longer(table_text_cols(column->head), column->is_percent ? GROWTH_MIN : 6);

    for (size_t i = 0; i < frame->row_count + 2; i++) {
        const struct frame_row *row = i < frame->row_count    ? &frame->rows[i]
                                      : i == frame->row_count ? &frame->total
                                                              : &frame->shown;
        if (!row->values || !value_is_number(row->values[c]))
            continue;
        if (!value_is_number(low) || row->values[c].number < low.number)
            low = row->values[c];
        if (!value_is_number(high) || row->values[c].number > high.number)
            high = row->values[c];
    }
    cols = longer(cols, table_text_cols(show_value(table->show, column, low)));
    return longer(cols, table_text_cols(show_value(table->show, column, high)));
}

static int name_cols(const struct frame *frame)
{
    int cols = NAME_MIN;

    for (size_t i = 0; i < frame->row_count && cols < NAME_MAX; i++)
        cols = longer(cols, table_text_cols(frame->rows[i].name));
    return cols < NAME_MAX ? cols : NAME_MAX;
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
    return strcmp(table->language, "zh") == 0 ? "en" : "zh";
}

static int flag_cols(const struct frame *frame)
{
    int cols = 0;

    for (uint32_t i = 1; i < frame->dataset->flags.count; i++)
        cols = longer(cols, table_text_cols(frame->dataset->flags.text[i]));
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

struct table_plan table_plan_new(const struct table_part *table, struct rect area)
{
    const struct frame *frame = table->frame;
    bool is_wide = area.cols >= WIDE;
    struct table_plan plan = {
        .rank_cols = area.cols >= 40 && frame->query.rows != ROWS_PERIOD ? 4 : 0,
        .name_cols = name_cols(frame),
        .flag_cols = flag_cols(frame),
    };

    if (!is_wide && plan.name_cols > name_limit(area.cols))
        plan.name_cols = longer(NAME_MIN, name_limit(area.cols));
    if (is_wide && !table->show->glyphs->is_ascii &&
        has_names_in(frame, table_other_language(table)))
        plan.other_cols = OTHER_NAME_COLS;
    if (is_wide && has_history(frame))
        plan.spark_cols = SPARK_COLS;
    plan.figures_col = 1 + plan.rank_cols + plan.name_cols + 1 + plan.other_cols;
    for (size_t c = 0; c < frame->shown_count; c++) {
        bool is_figure = frame->columns[c].spec.indicator == INDICATOR_FIGURE;
        plan.width[c] = column_cols(table, c) + (is_figure ? plan.flag_cols : 0);
    }
    return plan;
}
