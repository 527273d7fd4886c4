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

static bool md_write(const struct frame *frame, FILE *out)
{
    struct arena arena = {0};
    struct field fields[FIELDS_MAX];
    size_t count = fields_of_head(frame, fields, &arena);

    write_line(fields, count, true, &arena, out);
    /* The figures stand between the unit and the status. */
    for (size_t i = 0; i < count; i++)
        fputs(i + 1 < count && i + 1 + frame->shown_count >= count ? "|--:" : "|---",
              out);
    fputs("|\n", out);
    for (size_t i = 0; i < frame->row_count; i++) {
        write_line(fields, fields_of_row(frame, &frame->rows[i], fields, &arena), false,
                   &arena, out);
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
