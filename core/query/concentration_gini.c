#include "core/base/order.h"
#include "core/base/translate.h"
#include "core/query/concentration.h"

/* sum (2 i - n - 1) x_i is the sum of |x_i - x_j| over all pairs; to sort them needs
 * memory of its own, which lives as long as the call. */
static struct value gini(const struct figure_set *set)
{
    struct arena arena = {0};
    struct order order = order_new(set->nonzero, &arena);
    double *figures = ARENA_ARRAY(&arena, double, set->nonzero);
    double n = (double)set->nonzero;
    double sum = 0;
    size_t count = 0;

    for (size_t i = 0; set->sum > 0 && !set->has_negative && i < set->count; i++)
        if (set->figures[i] != 0) {
            order.key[count] = order_key(set->figures[i]);
            figures[count++] = set->figures[i];
        }
    if (count)
        order_sort(&order);
    for (size_t i = 0; i < count; i++)
        sum += (2 * (double)(i + 1) - n - 1) * (figures[order.at[i]] / set->sum);
    arena_clear(&arena);
    return count ? value_derived(sum / n) : value_missing(ABSENCE_UNDEFINED);
}

const struct set_indicator_ops set_indicator_gini = {
    .id = "gini",
    .title = N_("Gini coefficient"),
    .formula = N_("sum of (2 i - n - 1) x_i / (n sum of x), x sorted, zeros left out"),
    .range = N_("0 to 1 - 1/n"),
    .source = N_("C. Gini (1912), in the form for sorted figures"),
    .lacks = N_("needs rows that are parts of a whole, with figures above zero"),
    .decimals = 4,
    .compute = gini,
};
