#include "tui/show.h"

/* The unit that stands over the figures: of the screen, "%", or none for a ratio. */
static const char *unit_of(const struct show *show, const struct frame_column *column)
{
    if (column->is_percent)
        return "%";
    return column->is_plain ? "" : show->unit;
}

static int decimals_of(const struct show *show, const struct frame_column *column)
{
    if (column->is_plain)
        return column->decimals;
    return column->is_percent ? 1 : show->decimals;
}

static void set_point(const struct frame *frame, const struct frame_row *row,
                      const struct frame_column *column, struct chart_point *point)
{
    const struct value none = value_missing(ABSENCE_NO_ROW);

    point->exports = frame_value(frame, row, column->spec);
    point->imports = point->balance = point->imports_growth = point->cover = none;
    point->exports_growth = column->spec.indicator == INDICATOR_FIGURE
                                ? frame_growth(frame, row, column->spec.measure)
                                : none;
}

static void set_points(const struct show *show, const struct frame *frame,
                       const size_t *places, const struct frame_column *column,
                       struct chart *chart)
{
    struct chart_point *points =
        ARENA_ARRAY(show->arena, struct chart_point, chart->count + 1);

    for (size_t i = 0; i < chart->count; i++)
        points[i] = chart->points[i];
    for (size_t i = 0; i < frame->row_count; i++)
        set_point(frame, &frame->rows[i], column, &points[places ? places[i] : i]);
    chart->points = points;
}

bool show_is_measured(const struct frame *frame)
{
    return frame->query.measure &&
           frame_column(frame, *frame->query.measure) != SIZE_MAX;
}

bool show_measured(const struct show *show, const struct frame *frame,
                   const size_t *places, struct chart *chart)
{
    const struct frame_column *column;

    if (!show_is_measured(frame))
        return false;
    column = &frame->columns[frame_column(frame, *frame->query.measure)];
    if (chart->points)
        set_points(show, frame, places, column, chart);
    else
        show_chart_column(show, frame, column->spec, chart);
    chart->has_imports = false;
    chart->is_signed = column->is_signed;
    chart->is_local = column->is_percent || column->is_plain;
    chart->unit = unit_of(show, column);
    chart->scale = column->is_percent || column->is_plain ? 0 : show->scale;
    chart->decimals = decimals_of(show, column);
    chart->exports_name = column->title;
    return true;
}
