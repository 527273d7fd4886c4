#include "tui/views/heat_shade.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

static void add_row(const struct cross *cross, size_t row, double *sizes, size_t *count)
{
    for (uint32_t p = 0; p < cross->period_count; p++) {
        struct value value = cross_value(cross, row, p);
        if (value_is_number(value) && value.number != 0)
            sizes[(*count)++] = fabs(value.number);
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

struct heat_scale heat_scale_of_table(const struct cross *cross, struct arena *arena)
{
    size_t count = 0;
    double *sizes = ARENA_ARRAY(arena, double, cross->row_count * cross->period_count);

    for (size_t i = 0; i < cross->row_count; i++)
        if (cross->frame->rows[i].kind != ROW_UNALLOCATED)
            add_row(cross, i, sizes, &count);
    return scale_of(sizes, count);
}

struct heat_scale heat_scale_of_row(const struct cross *cross, size_t row,
                                    struct arena *arena)
{
    size_t count = 0;
    double *sizes = ARENA_ARRAY(arena, double, cross->period_count);

    add_row(cross, row, sizes, &count);
    return scale_of(sizes, count);
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
