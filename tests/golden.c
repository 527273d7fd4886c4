#include "tests/golden.h"

#include "core/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_codepoint(FILE *out, uint32_t codepoint)
{
    char bytes[4];

    if (codepoint != 0)
        fwrite(bytes, 1, text_encode(codepoint, bytes), out);
}

static void print_characters(FILE *out, const struct cell *cell, int cols)
{
    for (int col = 0; col < cols; col++) {
        print_codepoint(out, cell[col].codepoint);
        for (int i = 0; i < TEXT_MARKS; i++)
            print_codepoint(out, cell[col].mark[i]);
    }
    fputc('\n', out);
}

static void print_styles(FILE *out, const struct cell *cell, int cols)
{
    for (int col = 0; col < cols; col++)
        fputc(style_letter((enum style)cell[col].style), out);
    fputc('\n', out);
}

char *golden_text(const struct cells *cells)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    if (!out)
        return NULL;
    for (int row = 0; row < cells->rows; row++)
        print_characters(out, &cells->cell[row * cells->cols], cells->cols);
    for (int col = 0; col < cells->cols; col++)
        fputc('-', out);
    fputc('\n', out);
    for (int row = 0; row < cells->rows; row++)
        print_styles(out, &cells->cell[row * cells->cols], cells->cols);
    fclose(out);
    return text;
}

static FILE *open_golden(const char *name, const char *mode)
{
    const char *folder = getenv("top_srcdir");
    char path[4096];

    snprintf(path, sizeof(path), "%s/tests/screens/%s.txt", folder ? folder : ".",
             name);
    return fopen(path, mode);
}

static bool write_golden(const char *name, const char *text)
{
    FILE *file = open_golden(name, "w");

    if (!file) {
        fprintf(stderr, "%s: cannot write the golden screen\n", name);
        return false;
    }

    const bool is_written = fputs(text, file) >= 0;

    return fclose(file) == 0 && is_written;
}

/* The whole file; NULL when there is none. */
static char *read_golden(const char *name)
{
    FILE *file = open_golden(name, "r");
    char *text = NULL;
    size_t size = 0;

    if (!file)
        return NULL;
    if (getdelim(&text, &size, '\0', file) < 0) {
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

static int first_difference(const char *a, const char *b)
{
    int line = 1;

    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

bool golden_check(const struct cells *cells, const char *name)
{
    const char *update = getenv("UPDATE_GOLDEN");
    char *drawn = golden_text(cells);
    bool is_same = false;

    if (!drawn)
        return false;
    if (update && strcmp(update, "1") == 0) {
        is_same = write_golden(name, drawn);
    } else {
        char *golden = read_golden(name);

        is_same = golden && strcmp(drawn, golden) == 0;
        if (!golden)
            fprintf(stderr, "%s: no golden screen, drawn was\n%s", name, drawn);
        else if (!is_same)
            fprintf(stderr, "%s: differs from line %d on, drawn was\n%s", name,
                    first_difference(drawn, golden), drawn);
        free(golden);
    }
    free(drawn);
    return is_same;
}
