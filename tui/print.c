#include "tui/print.h"

#include "tui/theme.h"

/* A blank that would be seen: it has a ground, a line or its colours exchanged. */
static bool is_seen(const struct cell *cell, const struct look *look)
{
    if (cell->width == 0 || cell->codepoint != ' ' || cell->mark[0])
        return true;
    if (look->colors == 0)
        return false;

    struct appearance a = theme_appearance(look, (enum style)cell->style);

    return a.background >= 0 || a.is_underlined || a.is_reversed;
}

static void print_color(FILE *out, int color, int base)
{
    if (color >= 16)
        fprintf(out, ";%d;5;%d", base + 8, color);
    else if (color >= 8)
        fprintf(out, ";%d", base + 60 + color - 8);
    else if (color >= 0)
        fprintf(out, ";%d", base + color);
}

static void print_style(FILE *out, const struct look *look, enum style style)
{
    const struct appearance a = theme_appearance(look, style);

    fputs("\033[0", out);
    if (a.is_bold)
        fputs(";1", out);
    if (a.is_dim)
        fputs(";2", out);
    if (a.is_underlined)
        fputs(";4", out);
    if (a.is_reversed)
        fputs(";7", out);
    print_color(out, a.foreground, 30);
    print_color(out, a.background, 40);
    fputc('m', out);
}

static void print_cell(FILE *out, const struct cell *cell)
{
    char bytes[4];

    fwrite(bytes, 1, text_encode(cell->codepoint, bytes), out);
    for (int i = 0; i < TEXT_MARKS && cell->mark[i]; i++)
        fwrite(bytes, 1, text_encode(cell->mark[i], bytes), out);
}

/* Whether plain text has colours of the theme's own. */
static bool has_ground(const struct look *look)
{
    const struct appearance a = theme_appearance(look, STYLE_PLAIN);

    return look->colors > 0 && (a.foreground >= 0 || a.background >= 0);
}

static void print_row(FILE *out, const struct look *look, const struct cell *row,
                      int cols)
{
    const bool is_grounded = has_ground(look);
    enum style style = is_grounded ? STYLE_COUNT : STYLE_PLAIN;
    int end = cols;

    while (end > 0 && !is_seen(&row[end - 1], look))
        end--;
    for (int col = 0; col < end; col++) {
        if (row[col].width == 0)
            continue;
        if (look->colors > 0 && row[col].style != style) {
            style = (enum style)row[col].style;
            print_style(out, look, style);
        }
        print_cell(out, &row[col]);
    }
    if (style != STYLE_PLAIN || is_grounded)
        fputs("\033[0m", out);
    fputc('\n', out);
}

bool print_cells(const struct cells *cells, const struct look *look, FILE *out)
{
    for (int row = 0; row < cells->rows; row++)
        print_row(out, look, cells->cell + (size_t)row * (size_t)cells->cols,
                  cells->cols);
    return fflush(out) == 0 && !ferror(out);
}
