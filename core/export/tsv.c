/*
 * Tab-separated values, as spreadsheets paste them: no quotes, and no tab or line end
 * can be within a field, for text is clean (text.h).
 */
#include "core/export/export.h"
#include "core/export/fields.h"

static void write_line(const struct field *fields, size_t count, bool is_head,
                       struct arena *arena, FILE *out)
{
    (void)arena;
    for (size_t i = 0; i < count; i++) {
        const char *text = is_head ? fields[i].name : fields[i].text;
        if (i)
            fputc('\t', out);
        if (!fields[i].is_number && field_is_formula(text))
            fputc('\'', out);
        fputs(text, out);
    }
    fputc('\n', out);
}

static bool tsv_write(const struct sheet *sheet, FILE *out)
{
    return fields_write(sheet, write_line, out);
}

const struct export_ops export_tsv = {
    .name = "tsv",
    .help = "tab-separated values, full precision, base units",
    .write = tsv_write,
};
