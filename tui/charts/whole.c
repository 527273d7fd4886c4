#include "tui/charts/whole.h"

#include "core/base/text.h"
#include "tui/charts/figure.h"

#include <math.h>
#include <string.h>

/* A text is at most as wide as it is long. */
static int wider(int cols, const char *label)
{
    int width;

    if (strlen(label) <= (size_t)cols)
        return cols;
    width = text_width(label);
    return width > cols ? width : cols;
}

static void extend(const struct chart *chart, struct chart_whole *whole,
                   struct value value)
{
    const double number = figure_number(chart, value);

    whole->low = fmin(whole->low, number);
    whole->high = fmax(whole->high, number);
}

struct chart_whole *chart_whole_new(const struct chart *chart, struct arena *arena)
{
    struct chart_whole *whole = ARENA_NEW(arena, struct chart_whole);

    whole->count = chart->count;
    whole->scale = chart->scale;
    whole->has_imports = chart->has_imports;
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_point point = chart_outline(chart, i);
        extend(chart, whole, point.exports);
        if (chart->has_imports)
            extend(chart, whole, point.imports);
        whole->label_cols = wider(whole->label_cols, point.label);
    }
    return whole;
}

static void add_balance(const struct chart *chart, struct balance_whole *whole,
                        const struct chart_point *point, double balance)
{
    struct balance_sums *sums = &whole->sums;

    sums->exports += figure_number(chart, point->exports);
    sums->imports += figure_number(chart, point->imports);
    sums->has_cover &=
        figure_is_number(point->exports) && figure_is_number(point->imports);
    whole->low = fmin(whole->low, balance);
    whole->high = fmax(whole->high, balance);
    if (point->is_muted) {
        sums->other_count++;
        sums->other += balance;
    } else if (balance > 0) {
        sums->surplus_count++;
        sums->surplus += balance;
    } else if (balance < 0) {
        sums->deficit_count++;
        sums->deficit += balance;
    }
}

struct balance_whole *balance_whole_new(const struct chart *chart, struct arena *arena)
{
    struct balance_whole *whole = ARENA_NEW(arena, struct balance_whole);
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, chart->count);
    double *balances = ARENA_ARRAY(arena, double, chart->count);
    size_t missing = chart->count;

    whole->count = chart->count;
    whole->scale = chart->scale;
    whole->sums.has_cover = true;
    /* Those without a balance from the end on, backwards. */
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_point point = chart_outline(chart, i);
        double balance = figure_number(chart, point.balance);
        whole->label_cols = wider(whole->label_cols, point.label);
        if (!figure_is_number(point.balance)) {
            order[--missing] = (uint32_t)i;
            continue;
        }
        order[whole->known] = (uint32_t)i;
        balances[whole->known++] = balance;
        add_balance(chart, whole, &point, balance);
    }
    for (size_t i = missing, end = chart->count; i + 1 < end; i++) {
        uint32_t last = order[--end];
        order[end] = order[i];
        order[i] = last;
    }
    whole->order = order;
    whole->balance = balances;
    whole->sums.missing_count = chart->count - whole->known;
    return whole;
}

const struct chart_whole *chart_whole_of(const struct chart *chart)
{
    const struct chart_whole *whole = chart->whole;

    return whole && whole->count == chart->count && whole->scale == chart->scale &&
                   whole->has_imports == chart->has_imports
               ? whole
               : chart_whole_new(chart, chart->arena);
}

const struct balance_whole *balance_whole_of(const struct chart *chart)
{
    const struct balance_whole *whole = chart->balances;

    return whole && whole->count == chart->count && whole->scale == chart->scale
               ? whole
               : balance_whole_new(chart, chart->arena);
}
