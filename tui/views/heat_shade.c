#include "tui/views/heat_shade.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/theme.h"

#include <math.h>
#include <stdlib.h>

enum { SHADES_FROM = 256 };

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

static void add_row(const struct cross *cross, size_t row, double *sizes, size_t *count)
{
    for (uint32_t p = 0; p < cross->period_count; p++) {
        double size = fabs(cross_number(cross, row, p));
        if (!isnan(size) && size > 0)
            sizes[(*count)++] = size;
    }
}

/* Each shade begins at the first figure of its fifth. */
static struct heat_scale scale_of(double *sizes, size_t count)
{
    struct heat_scale scale = {.count = count};

    if (!count)
        return scale;
    qsort(sizes, count, sizeof(*sizes), compare);
    for (size_t s = 0; s < SHADES; s++)
        scale.least[s] = sizes[s * count / SHADES];
    return scale;
}

struct heat_scale heat_scale_of_table(const struct cross *cross)
{
    struct cross_magnitudes magnitudes = cross_magnitudes(cross);
    struct heat_scale scale = {.count = magnitudes.count};

    for (size_t s = 0; s < SHADES; s++)
        scale.least[s] = magnitudes.least[s];
    return scale;
}

struct heat_scale heat_scale_of_row(const struct cross *cross, size_t row,
                                    struct arena *arena)
{
    size_t count = 0;
    double *sizes = ARENA_ARRAY(arena, double, cross->period_count);

    add_row(cross, row, sizes, &count);
    return scale_of(sizes, count);
}

struct heat_scale heat_scale_of_values(const struct value *values, size_t count,
                                       struct arena *arena)
{
    size_t used = 0;
    double *sizes = ARENA_ARRAY(arena, double, count);

    for (size_t i = 0; i < count; i++)
        if (value_is_number(values[i]) && values[i].number != 0)
            sizes[used++] = fabs(values[i].number);
    return scale_of(sizes, used);
}

int heat_shade(const struct heat_scale *scale, struct value value)
{
    double size = fabs(value.number);
    int shade = 0;

    if (!value_is_number(value) || value.number == 0 || !scale->count)
        return 0;
    while (shade < SHADES && size >= scale->least[shade])
        shade++;
    return shade;
}

enum style heat_style(int shade, bool is_orange)
{
    enum style first = is_orange ? STYLE_ORANGE_1 : STYLE_BLUE_1;

    return shade ? (enum style)((int)first + shade - 1) : STYLE_PLAIN;
}

bool heat_has_marks(const struct app *app)
{
    int colors = theme_of(&app->look)->colors;

    return app->look.is_ascii || app->look.colors < SHADES_FROM || colors < SHADES_FROM;
}

uint32_t heat_mark(const struct glyphs *glyphs, int shade)
{
    static const int steps[SHADES + 1] = {0, 0, 2, 4, 6, 7};

    return glyphs->spark[steps[shade]];
}

static int draw_shade(const struct heat_legend *legend, struct cells *cells,
                      struct rect area, int col, int shade)
{
    enum style style = heat_style(shade, legend->is_orange);

    cells_run(cells, area, 0, col, 2, style, ' ');
    if (legend->has_marks)
        cells_put(cells, area, 0, col, style, heat_mark(cells->glyphs, shade));
    return cells_text(cells, area, 0, col + 3, STYLE_MUTED, legend->least[shade - 1]) +
           2;
}

void heat_legend_draw(const struct heat_legend *legend, struct cells *cells,
                      struct rect area)
{
    int col = 1;

    if (legend->has_row_scale) {
        cells_fit(cells, area, 0, 1, area.cols - 1, STYLE_MUTED, ALIGN_LEFT,
                  _("each row is shaded by itself, in fifths of its own figures"));
        return;
    }
    for (int shade = 1; shade <= SHADES; shade++) {
        if (col + 3 + text_width(legend->least[shade - 1]) > area.cols)
            break;
        col = draw_shade(legend, cells, area, col, shade);
    }
    if (legend->is_signed && col + 20 < area.cols) {
        cells_run(cells, area, 0, col, 2, heat_style(SHADES, true), ' ');
        if (legend->has_marks)
            cells_put(cells, area, 0, col, heat_style(SHADES, true),
                      cells->glyphs->minus);
        cells_text(cells, area, 0, col + 3, STYLE_MUTED, _("below zero"));
    }
}
