/*
 * CSV after RFC 4180, lines ending in LF. One header line; one line per row:
 *
 *     DIMENSION,name,kind,period,unit,FIGURES...,status
 *
 * A figure that is missing is an empty field, and `status` says which it is and why.
 * When rows are marked, a last column `marked` has 1 for those.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/export/export.h"
#include "core/query/words.h"

#include <string.h>

/* A spreadsheet runs text that begins so as a formula (CWE-1236). */
static bool looks_like_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

static void write_text(const char *text, struct arena *arena, FILE *out)
{
    const char *clean = text_clean(arena, text, strlen(text));
    bool is_quoted = strpbrk(clean, ",\"\n\r") != NULL || looks_like_formula(clean);

    if (is_quoted)
        fputc('"', out);
    if (looks_like_formula(clean))
        fputc('\'', out);
    for (; *clean; clean++) {
        if (*clean == '"')
            fputc('"', out);
        fputc(*clean, out);
    }
    if (is_quoted)
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

/* "exports-growth" -> "exports_growth": a name that any tool takes. */
static void write_id(const char *id, struct arena *arena, FILE *out)
{
    char *name = arena_copy(arena, id, strlen(id));

    for (char *at = name; *at; at++)
        if (*at == '-')
            *at = '_';
    write_text(name, arena, out);
}

static void write_header(const struct frame *frame, struct arena *arena, FILE *out)
{
    if (frame->query.rows != ROWS_PERIOD) {
        write_text(frame->dataset->dimension[frame->query.rows].id, arena, out);
        fputs(",name,kind,", out);
    }
    fputs("period,unit", out);
    for (size_t i = 0; i < frame->shown_count; i++) {
        fputc(',', out);
        write_id(frame->columns[i].id, arena, out);
    }
    fputs(frame->marked.count ? ",status,marked\n" : ",status\n", out);
}

/* "exports not applicable, imports p" for what is missing or flagged. */
static const char *status_of(const struct frame *frame, const struct frame_row *row,
                             struct arena *arena)
{
    const char *status = "";

    for (size_t i = 0; i < frame->shown_count; i++) {
        struct value value = row->values[i];
        const char *word = frame->dataset->flags.text && value.flag
                               ? frame->dataset->flags.text[value.flag]
                               : "";
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

static void write_row(const struct frame *frame, const struct frame_row *row,
                      struct arena *arena, FILE *out)
{
    char shown[PERIOD_SHOWN_MAX];
    char figure[NUMBER_SHOWN_MAX];

    if (frame->query.rows != ROWS_PERIOD) {
        write_text(row->code, arena, out);
        fputc(',', out);
        write_text(row->name, arena, out);
        fprintf(out, ",%s,", kind_word(row->kind));
    }
    fprintf(out, "%s,", period_show(shown, frame->dataset->periods[row->period]));
    write_text(unit_code(frame), arena, out);
    for (size_t i = 0; i < frame->shown_count; i++) {
        fputc(',', out);
        if (value_is_number(row->values[i]))
            fputs(number_print(figure, row->values[i].number), out);
    }
    fputc(',', out);
    write_text(status_of(frame, row, arena), arena, out);
    if (frame->marked.count)
        fputs(row->is_marked ? ",1" : ",", out);
    fputc('\n', out);
}

static bool csv_write(const struct frame *frame, FILE *out)
{
    struct arena arena = {0};

    write_header(frame, &arena, out);
    for (size_t i = 0; i < frame->row_count; i++) {
        write_row(frame, &frame->rows[i], &arena, out);
        arena_clear(&arena);
    }
    return fflush(out) == 0 && !ferror(out);
}

const struct export_ops export_csv = {
    .name = "csv",
    .help = "comma-separated values, full precision, base units",
    .write = csv_write,
};
