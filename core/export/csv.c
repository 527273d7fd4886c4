/*
 * CSV after RFC 4180, lines ending in LF: one header line, one line per row.
 */
#include "core/export/export.h"
#include "core/export/fields.h"

#include <string.h>

static void write_text(const char *text, FILE *out)
{
    bool is_formula = field_is_formula(text);

    if (is_formula || strpbrk(text, ",\"\n\r"))
        field_write_quoted(is_formula ? "'" : "", text, out);
    else
        fputs(text, out);
}

static void write_line(const struct field *fields, size_t count, bool is_head,
                       struct arena *arena, FILE *out)
{
    (void)arena;
    for (size_t i = 0; i < count; i++) {
        if (i)
            fputc(',', out);
        if (fields[i].is_number)
            fputs(fields[i].text, out);
        else
            write_text(is_head ? fields[i].name : fields[i].text, out);
    }
    fputc('\n', out);
}

static bool csv_write(const struct sheet *sheet, FILE *out)
{
    return fields_write(sheet, write_line, out);
}

const struct export_ops export_csv = {
    .name = "csv",
    .help = "comma-separated values, full precision, base units",
    .write = csv_write,
};
