/*
 * JSON (RFC 8259): an array of objects, one for each row. A figure that is missing is
 * null, and "status" says which it is and why. Text is clean UTF-8 (text.h), so that
 * only quotes and backslashes need an escape.
 */
#include "core/export/export.h"
#include "core/export/fields.h"

#include <string.h>

static void write_text(const char *text, FILE *out)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static void write_row(const struct sheet *sheet, const struct field *fields, FILE *out)
{
    for (size_t i = 0; i < sheet->field_count; i++) {
        bool is_figure = sheet_is_figure(sheet, i);
        fputs(i ? ", " : "  {", out);
        write_text(fields[i].name, out);
        fputs(": ", out);
        if (fields[i].is_number)
            fputs(fields[i].text, out);
        else if (is_figure)
            fputs("null", out);
        else
            write_text(fields[i].text, out);
    }
    fputc('}', out);
}

static bool json_write(const struct sheet *sheet, FILE *out)
{
    struct arena arena = {0};

    fputs("[\n", out);
    for (size_t i = 0; i < sheet->row_count; i++) {
        write_row(sheet, sheet_row(sheet, i, &arena), out);
        fputs(i + 1 < sheet->row_count ? ",\n" : "\n", out);
        arena_clear(&arena);
    }
    fputs("]\n", out);
    return fflush(out) == 0 && !ferror(out);
}

const struct export_ops export_json = {
    .name = "json",
    .help = "an array of objects, full precision, base units",
    .write = json_write,
};
