#include "core/export/sheet.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/query/words.h"

#include <string.h>

/* DIMENSION, name, kind; period, unit; status. */
enum { MEMBER_FIELDS = 3, PERIOD_FIELDS = 2, STATUS_FIELDS = 1 };

static const char *kind_word(enum row_kind kind)
{
    static const char *const words[] = {
        [ROW_MEMBER] = "member",      [ROW_REPORTER] = "reporter",
        [ROW_RESIDUAL] = "residual",  [ROW_GROUP] = "group",
        [ROW_PERIOD_KIND] = "period", [ROW_UNALLOCATED] = WORD_NOT_ALLOCATED,
    };

    return words[kind];
}

struct field sheet_named(const char *name, struct arena *arena)
{
    char *clean = text_clean(arena, name, strlen(name));

    for (char *at = clean; *at; at++)
        if (*at == '-')
            *at = '_';
    return (struct field){.name = clean, .text = ""};
}

size_t sheet_name_row(const struct frame_row *row, struct field *fields,
                      struct arena *arena)
{
    fields[0].text = text_clean(arena, row->code, strlen(row->code));
    fields[1].text = text_clean(arena, row->name, strlen(row->name));
    fields[2].text = kind_word(row->kind);
    return MEMBER_FIELDS;
}

void sheet_set_number(struct field *field, struct value value, struct arena *arena)
{
    if (!value_is_number(value))
        return;
    field->text = number_print(arena_alloc(arena, NUMBER_SHOWN_MAX), value.number);
    field->is_number = true;
}

const char *sheet_remark(const struct dataset *dataset, struct value value,
                         struct arena *arena)
{
    if (!value_is_number(value))
        return absence_words(value.absence);
    if (value_compared(value))
        return arena_printf(arena, "of %u in all periods compared", value.basis);
    if (value.covered)
        return arena_printf(arena, "incomplete: %u period%s", value.covered,
                            value.covered == 1 ? "" : "s");
    return dataset_attribute_text(dataset, ATTRIBUTE_FLAG, value.flag);
}

static void frame_head(const struct frame *frame, struct field *fields,
                       struct arena *arena)
{
    size_t count = 0;

    if (frame->query.rows != ROWS_PERIOD) {
        const char *id = frame->dataset->dimension[frame->query.rows].id;
        fields[count++] =
            (struct field){.name = text_clean(arena, id, strlen(id)), .text = ""};
        fields[count++] = sheet_named("name", arena);
        fields[count++] = sheet_named("kind", arena);
    }
    fields[count++] = sheet_named("period", arena);
    fields[count++] = sheet_named("unit", arena);
    for (size_t i = 0; i < frame->shown_count; i++)
        fields[count++] = sheet_named(frame->columns[i].id, arena);
    fields[count++] = sheet_named("status", arena);
    if (frame->marked.count)
        fields[count] = sheet_named("marked", arena);
}

/* "exports not applicable, imports p" for what is missing or flagged. */
static const char *status_of(const struct frame *frame, const struct frame_row *row,
                             struct arena *arena)
{
    const char *status = frame->dataset->is_partial ? "partial" : "";

    for (size_t i = 0; i < frame->shown_count; i++) {
        struct value value = frame_cell(frame, row, i);
        const char *word = sheet_remark(frame->dataset, value, arena);
        if (frame->columns[i].spec.indicator == INDICATOR_GROWTH && value.covered)
            status = arena_printf(arena, "%s%s%s over %u period%s of both years",
                                  status, *status ? ", " : "", frame->columns[i].id,
                                  value.covered, value.covered == 1 ? "" : "s");
        if (value_compared(value))
            status = arena_printf(arena, "%s%s%s %s", status, *status ? ", " : "",
                                  frame->columns[i].id, word);
        if (frame->columns[i].spec.indicator == INDICATOR_FIGURE && *word)
            status = arena_printf(arena, "%s%s%s %s", status, *status ? ", " : "",
                                  frame->columns[i].id, word);
    }
    if (frame_unlike_words(frame, row))
        status = arena_printf(arena, "%s%s%s", status, *status ? ", " : "",
                              "exports and imports of two wholes");
    return status;
}

static const char *unit_code(const struct frame *frame)
{
    const char *code = frame->column_count ? frame->columns[0].unit.code : NULL;

    return code ? code : "";
}

static void frame_fields(const struct frame *frame, const struct frame_row *row,
                         struct field *fields, struct arena *arena)
{
    size_t at = 0;
    char *shown = arena_alloc(arena, PERIOD_SHOWN_MAX);

    if (frame->query.rows != ROWS_PERIOD)
        at = sheet_name_row(row, fields, arena);
    fields[at++].text = period_show(shown, frame->dataset->periods[row->period]);
    fields[at].text = text_clean(arena, unit_code(frame), strlen(unit_code(frame)));
    at++;
    for (size_t i = 0; i < frame->shown_count; i++, at++)
        sheet_set_number(&fields[at], frame_cell(frame, row, i), arena);
    fields[at].text = status_of(frame, row, arena);
    fields[at].text = text_clean(arena, fields[at].text, strlen(fields[at].text));
    if (frame->marked.count)
        fields[at + 1].text = row->is_marked ? "1" : "";
}

struct sheet sheet_of_frame(const struct frame *frame)
{
    size_t first =
        PERIOD_FIELDS + (frame->query.rows == ROWS_PERIOD ? 0 : MEMBER_FIELDS);

    return (struct sheet){
        .frame = frame,
        .row_count = frame->row_count,
        .field_count =
            first + frame->shown_count + STATUS_FIELDS + (frame->marked.count > 0),
        .first_figure = first,
        .figure_count = frame->shown_count,
    };
}

bool sheet_is_figure(const struct sheet *sheet, size_t field)
{
    return field >= sheet->first_figure &&
           field < sheet->first_figure + sheet->figure_count;
}

static struct field *fields_of_head(const struct sheet *sheet, struct arena *arena)
{
    struct field *fields = ARENA_ARRAY(arena, struct field, sheet->field_count);

    if (sheet->cross)
        sheet_cross_head(sheet, fields, arena);
    else
        frame_head(sheet->frame, fields, arena);
    return fields;
}

const struct field *sheet_head(const struct sheet *sheet, struct arena *arena)
{
    return fields_of_head(sheet, arena);
}

const struct field *sheet_row(const struct sheet *sheet, size_t row,
                              struct arena *arena)
{
    struct field *fields = fields_of_head(sheet, arena);

    row += sheet->first_row;
    if (sheet->cross)
        sheet_cross_row(sheet, row, fields, arena);
    else
        frame_fields(sheet->frame, &sheet->frame->rows[row], fields, arena);
    return fields;
}
