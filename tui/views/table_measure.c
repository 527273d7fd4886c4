#include "tui/views/table_measure.h"

#include "core/base/text.h"
#include "tui/views/table_plan.h"

#include <string.h>

static int longer(int a, int b)
{
    return a > b ? a : b;
}

static void widen(struct table_measure *measure, size_t c, struct value value)
{
    measure->lacks_rate[c] |= value.absence == ABSENCE_NO_RATE;
    measure->is_marked[c] |= value_compared(value) != 0;
    if (!value_is_number(value))
        return;
    if (!value_is_number(measure->low[c]) || value.number < measure->low[c].number)
        measure->low[c] = value;
    if (!value_is_number(measure->high[c]) || value.number > measure->high[c].number)
        measure->high[c] = value;
}

/* Of one of the totals. */
static void measure_figures(struct table_measure *measure, const struct frame_row *row)
{
    for (size_t c = 0; c < measure->frame->shown_count && row->values; c++)
        widen(measure, c, frame_cell(measure->frame, row, c));
}

static void measure_columns(struct table_measure *measure)
{
    const struct frame *frame = measure->frame;

    for (size_t c = 0; c < frame->column_count; c++) {
        const struct frame_extremes extremes = frame_extremes(frame, c);
        measure->has_suffixes =
            measure->has_suffixes || extremes.has_covered || extremes.has_summed;
        if (c >= frame->shown_count)
            continue;
        measure->low[c] = extremes.low;
        measure->high[c] = extremes.high;
        measure->lacks_rate[c] = extremes.lacks_rate;
        measure->is_marked[c] = extremes.has_covered &&
                                frame->columns[c].spec.indicator != INDICATOR_FIGURE;
    }
}

/* No text takes more cells than bytes, so most names need not be looked at. */
static void measure_name(struct table_measure *measure, const struct frame_row *row)
{
    const char *suffix =
        measure->has_suffixes ? table_row_suffix(measure->frame, row) : "";
    size_t most = row->name_bytes && row->name_bytes < UINT8_MAX ? row->name_bytes
                                                                 : strlen(row->name);
    int cols;

    if (measure->wanted_cols >= TABLE_NAME_MOST ||
        (most <= (size_t)measure->name_cols &&
         most + strlen(suffix) <= (size_t)measure->wanted_cols))
        return;
    cols = table_text_cols(row->name);
    measure->name_cols = longer(measure->name_cols, cols);
    cols += table_text_cols(suffix);
    measure->wanted_cols = longer(measure->wanted_cols, cols);
}

static void measure_texts(struct table_measure *measure, const struct frame_row *row)
{
    measure->widest_name = longer(measure->widest_name, text_width(row->name));
    measure->widest_code = longer(measure->widest_code, text_width(row->code));
    measure->has_codes = measure->has_codes || strcmp(row->code, row->name) != 0;
}

static void measure_row(struct table_measure *measure, const struct frame_row *row)
{
    measure_name(measure, row);
    if (measure->frame->query.is_over_time)
        measure_texts(measure, row);
}

/* In the order of the file, which names lie in, too. */
static void measure_names(struct table_measure *measure)
{
    const struct frame *frame = measure->frame;
    size_t count;
    const struct frame_row *rows = frame_all_rows(frame, &count);

    for (size_t i = 0; i < count; i++)
        if (frame->places[i])
            measure_row(measure, &rows[i]);
    for (size_t i = frame_counted(frame); i < frame->row_count; i++)
        measure_row(measure, &frame->rows[i]);
}

struct table_measure *table_measure_new(const struct frame *frame, struct arena *arena)
{
    struct table_measure *measure = ARENA_NEW(arena, struct table_measure);

    measure->frame = frame;
    measure->name_cols = TABLE_NAME_MIN;
    measure_columns(measure);
    measure_names(measure);
    measure_figures(measure, &frame->total);
    measure_figures(measure, &frame->shown);
    measure_figures(measure, &frame->marked.sum);
    if (measure->name_cols > TABLE_NAME_MAX)
        measure->name_cols = TABLE_NAME_MAX;
    if (measure->wanted_cols > TABLE_NAME_MOST)
        measure->wanted_cols = TABLE_NAME_MOST;
    return measure;
}
