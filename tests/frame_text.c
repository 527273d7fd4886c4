#include "tests/frame_text.h"

#include "core/base/arena.h"

#include <stdio.h>

static void write_value(FILE *out, struct value value)
{
    fprintf(out, " %a/%d/%d/%u/%u/%u", value_is_number(value) ? value.number : 0.0,
            (int)value.absence, (int)value.origin, value.flag, value.covered,
            value.basis);
}

static void write_row(FILE *out, const struct frame *frame, const struct frame_row *row)
{
    fprintf(out, "%d %u %u '%s' '%s' '%s' #%u %u %d:", (int)row->kind, row->member,
            row->period, row->code ? row->code : "-", row->name ? row->name : "-",
            row->axis ? row->axis : "-", row->rank, row->history_count, row->is_marked);
    for (size_t c = 0; c < frame->column_count; c++)
        write_value(out, frame_cell(frame, row, c));
    fprintf(out, "\n");
}

static void write_columns(FILE *out, const struct frame *frame)
{
    for (size_t c = 0; c < frame->column_count; c++) {
        const struct frame_column *column = &frame->columns[c];
        const struct frame_extremes extremes = frame_extremes(frame, c);
        fprintf(out, "%s '%s' '%s' %u", column->id, column->title, column->head,
                column->base);
        write_value(out, value_is_number(extremes.low)
                             ? value_derived(extremes.low.number)
                             : extremes.low);
        write_value(out, value_is_number(extremes.high)
                             ? value_derived(extremes.high.number)
                             : extremes.high);
        fprintf(out, " %d%d%d\n", extremes.lacks_rate, extremes.has_covered,
                extremes.has_summed);
    }
}

static void write_filter(FILE *out, const struct filter *filter)
{
    for (size_t i = 0; i < filter->count; i++) {
        const struct filter_term *term = &filter->terms[i];
        fprintf(out, "'%s' %d %zu '%s' '%s'\n", term->shown, (int)term->state,
                term->regained, term->regained_name ? term->regained_name : "-",
                term->tests->mistake ? term->tests->mistake : "-");
    }
}

static void write_frame(FILE *out, const struct frame *frame)
{
    fprintf(out, "%zu %zu %zu %zu %zu %d%d%d %a %d %s\n", frame->column_count,
            frame->shown_count, frame->member_count, frame->matched_count,
            frame->one_sided, frame->has_total, frame->has_shown, frame->rows_overlap,
            frame->largest, frame->filter_scale, frame->noun);
    write_columns(out, frame);
    write_filter(out, &frame->filter);
    write_row(out, frame, &frame->total);
    write_row(out, frame, &frame->shown);
    fprintf(out, "marked %zu %zu %d\n", frame->marked.count, frame->marked.on_display,
            frame->marked.has_groups);
    write_row(out, frame, &frame->marked.sum);
    write_row(out, frame, &frame->marked.average);
    for (size_t i = 0; i < frame->row_count; i++)
        write_row(out, frame, &frame->rows[i]);
}

char *frame_text(const struct frame *frame)
{
    struct arena arena = {0};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    const struct sort_key key = {SORT_COLUMN, {INDICATOR_FIGURE, frame->exports}, true};

    write_frame(out, frame);
    if (frame_column(frame, key.column) != SIZE_MAX)
        write_frame(out, frame_in_order(frame, key, &arena));
    fclose(out);
    arena_clear(&arena);
    return text;
}
