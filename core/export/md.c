/*
 * A table of Markdown (GitHub's): numbers to the right. What would be markup in a cell
 * is escaped.
 */
#include "core/export/export.h"
#include "core/export/fields.h"

#include <string.h>

/* Any ASCII punctuation may have a backslash before it (CommonMark, 2.4). */
static void write_text(const char *text, FILE *out)
{
    for (; *text; text++) {
        if (strchr("\\|`*_<>[]&~", *text))
            fputc('\\', out);
        fputc(*text, out);
    }
}

static void write_line(const struct field *fields, size_t count, bool is_head,
                       struct arena *arena, FILE *out)
{
    (void)arena;
    for (size_t i = 0; i < count; i++) {
        fputs(i ? " | " : "| ", out);
        if (fields[i].is_number)
            fputs(fields[i].text, out);
        else
            write_text(is_head ? fields[i].name : fields[i].text, out);
    }
    fputs(" |\n", out);
}

static bool md_write(const struct sheet *sheet, FILE *out)
{
    struct arena arena = {0};
    size_t count = sheet->field_count;

    write_line(sheet_head(sheet, &arena), count, true, &arena, out);
    for (size_t i = 0; i < count; i++)
        fputs(sheet_is_figure(sheet, i) ? "|--:" : "|---", out);
    fputs("|\n", out);
    for (size_t i = 0; i < sheet->row_count; i++) {
        write_line(sheet_row(sheet, i, &arena), count, false, &arena, out);
        arena_clear(&arena);
    }
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}

const struct export_ops export_md = {
    .name = "md",
    .help = "a table of Markdown",
    .write = md_write,
};
