#include "core/export/fields.h"

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

bool fields_write(const struct sheet *sheet, fields_writer *write, FILE *out)
{
    struct arena arena = {0};

    write(sheet_head(sheet, &arena), sheet->field_count, true, &arena, out);
    for (size_t i = 0; i < sheet->row_count && !ferror(out); i++) {
        write(sheet_row(sheet, i, &arena), sheet->field_count, false, &arena, out);
        arena_clear(&arena);
    }
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}
