#include "core/export/fields.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/query/words.h"

#include <string.h>

bool field_is_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

void field_write_quoted(const char *before, const char *text, FILE *out)
{
    fputc('"', out);
    fputs(before, out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static const char *kind_word(enum row_kind kind)
{
    static const char *const words[] = {
        [ROW_MEMBER] = "member",      [ROW_REPORTER] = "reporter",
        [ROW_RESIDUAL] = "residual",  [ROW_GROUP] = "group",
        [ROW_PERIOD_KIND] = "period", [ROW_UNALLOCATED] = WORD_NOT_ALLOCATED,
    };

    return words[kind];
}

static struct field named(const char *name, struct arena *arena)
{
    char *clean = text_clean(arena, name, strlen(name));

    for (char *at = clean; *at; at++)
        if (*at == '-')
            *at = '_';
    return (struct field){.name = clean, .text = ""};
}

size_t fields_of_head(const struct frame *frame, struct field fields[FIELDS_MAX],
                      struct arena *arena)
{
    size_t count = 0;

    if (frame->query.rows != ROWS_PERIOD) {
        const char *id = frame->dataset->dimension[frame->query.rows].id;
        fields[count++] =
            (struct field){.name = text_clean(arena, id, strlen(id)), .text = ""};
        fields[count++] = named("name", arena);
        fields[count++] = named("kind", arena);
    }
    fields[count++] = named("period", arena);
    fields[count++] = named("unit", arena);
    for (size_t i = 0; i < frame->shown_count; i++)
        fields[count++] = named(frame->columns[i].id, arena);
    fields[count++] = named("status", arena);
    if (frame->marked.count)
        fields[count++] = named("marked", arena);
    return count;
}

/* "exports not applicable, imports p" for what is missing or flagged. */
static const char *status_of(const struct frame *frame, const struct frame_row *row,
                             struct arena *arena)
{
    const char *status = frame->dataset->is_partial ? "partial" : "";

    for (size_t i = 0; i < frame->shown_count; i++) {
        struct value value = row->values[i];
        const char *word = frame->dataset->flags.text && value.flag
                               ? frame->dataset->flags.text[value.flag]
                               : "";
        if (frame->columns[i].spec.indicator == INDICATOR_GROWTH && value.covered)
            status =
                arena_printf(arena, "%s%s%s over %u periods of both years", status,
                             *status ? ", " : "", frame->columns[i].id, value.covered);
        if (frame->columns[i].spec.indicator != INDICATOR_FIGURE)
            continue;
        if (!value_is_number(value))
            word = absence_words(value.absence);
        else if (value.covered)
            word = arena_printf(arena, "incomplete: %u periods", value.covered);
        if (*word)
            status = arena_printf(arena, "%s%s%s %s", status, *status ? ", " : "",
                                  frame->columns[i].id, word);
    }
    return status;
}

static const char *unit_code(const struct frame *frame)
{
    const char *code = frame->column_count ? frame->columns[0].unit.code : NULL;

    return code ? code : "";
}

size_t fields_of_row(const struct frame *frame, const struct frame_row *row,
                     struct field fields[FIELDS_MAX], struct arena *arena)
{
    size_t count = fields_of_head(frame, fields, arena);
    size_t at = 0;
    char *shown = arena_alloc(arena, PERIOD_SHOWN_MAX);

    if (frame->query.rows != ROWS_PERIOD) {
        fields[at++].text = text_clean(arena, row->code, strlen(row->code));
        fields[at++].text = text_clean(arena, row->name, strlen(row->name));
        fields[at++].text = kind_word(row->kind);
    }
    fields[at++].text = period_show(shown, frame->dataset->periods[row->period]);
    fields[at].text = text_clean(arena, unit_code(frame), strlen(unit_code(frame)));
    at++;
    for (size_t i = 0; i < frame->shown_count; i++, at++) {
        if (!value_is_number(row->values[i]))
            continue;
        fields[at].text =
            number_print(arena_alloc(arena, NUMBER_SHOWN_MAX), row->values[i].number);
        fields[at].is_number = true;
    }
    fields[at].text = status_of(frame, row, arena);
    fields[at].text = text_clean(arena, fields[at].text, strlen(fields[at].text));
    if (frame->marked.count)
        fields[at + 1].text = row->is_marked ? "1" : "";
    return count;
}

bool fields_write(const struct frame *frame, fields_writer *write, FILE *out)
{
    struct arena arena = {0};
    struct field fields[FIELDS_MAX];

    write(fields, fields_of_head(frame, fields, &arena), true, &arena, out);
    for (size_t i = 0; i < frame->row_count && !ferror(out); i++) {
        write(fields, fields_of_row(frame, &frame->rows[i], fields, &arena), false,
              &arena, out);
        arena_clear(&arena);
    }
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}
