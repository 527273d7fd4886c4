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
    if (!value_is_number(value))
        return;
    if (!value_is_number(measure->low[c]) || value.number < measure->low[c].number)
        measure->low[c] = value;
    if (!value_is_number(measure->high[c]) || value.number > measure->high[c].number)
        measure->high[c] = value;
}

static void measure_figures(struct table_measure *measure, const struct frame_row *row)
{
    for (size_t c = 0; c < measure->frame->shown_count && row->values; c++)
        widen(measure, c, row->values[c]);
}

static void measure_name(struct table_measure *measure, const struct frame_row *row)
{
    int cols;

    if (measure->wanted_cols >= TABLE_NAME_MOST)
        return;
    cols = table_text_cols(row->name);
    measure->name_cols = longer(measure->name_cols, cols);
    cols += table_text_cols(table_row_suffix(measure->frame, row));
    measure->wanted_cols = longer(measure->wanted_cols, cols);
}

static void measure_texts(struct table_measure *measure, const struct frame_row *row)
{
    measure->widest_name = longer(measure->widest_name, text_width(row->name));
    measure->widest_code = longer(measure->widest_code, text_width(row->code));
    measure->has_codes = measure->has_codes || strcmp(row->code, row->name) != 0;
}

struct table_measure *table_measure_new(const struct frame *frame, struct arena *arena)
{
    struct table_measure *measure = ARENA_NEW(arena, struct table_measure);

    measure->frame = frame;
    measure->name_cols = TABLE_NAME_MIN;
    for (size_t c = 0; c < frame->shown_count; c++)
        measure->low[c] = measure->high[c] = value_missing(ABSENCE_NO_ROW);
    for (size_t i = 0; i < frame->row_count; i++) {
        measure_figures(measure, &frame->rows[i]);
        measure_name(measure, &frame->rows[i]);
        if (frame->query.is_over_time)
            measure_texts(measure, &frame->rows[i]);
    }
    measure_figures(measure, &frame->total);
    measure_figures(measure, &frame->shown);
    measure_figures(measure, &frame->marked.sum);
    if (measure->name_cols > TABLE_NAME_MAX)
        measure->name_cols = TABLE_NAME_MAX;
    if (measure->wanted_cols > TABLE_NAME_MOST)
        measure->wanted_cols = TABLE_NAME_MOST;
    return measure;
}
