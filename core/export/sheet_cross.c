/*
 * A cross table as a sheet: a row for each member, a column for each period.
 */
#include "core/base/text.h"
#include "core/export/sheet.h"

#include <string.h>

/* DIMENSION, name, kind, figure, unit; then the periods; then status. */
enum { FIRST_FIGURE = 5, STATUS_FIELDS = 1 };

struct sheet sheet_of_cross(const struct cross *cross, bool is_of_places)
{
    return (struct sheet){
        .cross = cross,
        .is_of_places = is_of_places,
        .row_count = cross->row_count,
        .field_count = FIRST_FIGURE + cross->period_count + STATUS_FIELDS,
        .first_figure = FIRST_FIGURE,
        .figure_count = cross->period_count,
    };
}

static const char *period_name(const struct cross *cross, uint32_t period,
                               struct arena *arena)
{
    return period_show(arena_alloc(arena, PERIOD_SHOWN_MAX),
                       cross->frame->dataset->periods[period]);
}

void sheet_cross_head(const struct sheet *sheet, struct field *fields,
                      struct arena *arena)
{
    const struct cross *cross = sheet->cross;
    const struct frame *frame = cross->frame;
    const char *id = frame->dataset->dimension[frame->query.rows].id;
    size_t at = 0;

    fields[at++] =
        (struct field){.name = text_clean(arena, id, strlen(id)), .text = ""};
    fields[at++] = sheet_named("name", arena);
    fields[at++] = sheet_named("kind", arena);
    fields[at++] = sheet_named("figure", arena);
    fields[at++] = sheet_named("unit", arena);
    /* "2024-07" is a name as the file has it, not one of ours. */
    for (uint32_t p = 0; p < cross->period_count; p++)
        fields[at++] = (struct field){.name = period_name(cross, p, arena), .text = ""};
    fields[at] = sheet_named("status", arena);
}

static const char *unit_of(const struct sheet *sheet)
{
    const struct frame_column *column = &sheet->cross->column;

    if (sheet->is_of_places)
        return "place";
    if (column->is_percent)
        return "%";
    return column->unit.code && !column->is_plain ? column->unit.code : "";
}

/* "2015 not available, 2024 p" */
static const char *status_of(const struct cross *cross, size_t row, struct arena *arena)
{
    const char *status = cross->frame->dataset->is_partial ? "partial" : "";

    for (uint32_t p = 0; p < cross->period_count; p++) {
        const char *word =
            sheet_remark(cross->frame->dataset, cross_value(cross, row, p), arena);
        if (*word)
            status = arena_printf(arena, "%s%s%s %s", status, *status ? ", " : "",
                                  period_name(cross, p, arena), word);
    }
    return status;
}

void sheet_cross_row(const struct sheet *sheet, size_t row, struct field *fields,
                     struct arena *arena)
{
    const struct cross *cross = sheet->cross;
    const char *unit = unit_of(sheet);
    size_t at = sheet_name_row(&cross->frame->rows[row], fields, arena);

    fields[at++].text = text_clean(arena, cross->column.id, strlen(cross->column.id));
    fields[at++].text = text_clean(arena, unit, strlen(unit));
    for (uint32_t p = 0; p < cross->period_count; p++, at++) {
        struct cross_place place = cross_place(cross, row, p);
        if (!sheet->is_of_places)
            sheet_set_number(&fields[at], cross_value(cross, row, p), arena);
        else if (place.number)
            sheet_set_number(&fields[at], value_derived(place.number), arena);
    }
    fields[at].text = status_of(cross, row, arena);
    fields[at].text = text_clean(arena, fields[at].text, strlen(fields[at].text));
}
