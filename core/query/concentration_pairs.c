/*
 * What compares exports with imports over the same rows; rows that lack one of the two
 * are left out and counted. All depend on the level of the rows.
 */
#include "core/base/translate.h"
#include "core/query/concentration.h"

#include <math.h>

static double sum_of_gaps(const struct pair_set *set)
{
    double sum = 0;

    for (size_t i = 0; i < set->count; i++)
        sum += fabs(set->exports[i] - set->imports[i]);
    return sum;
}

static struct value grubel_lloyd(const struct pair_set *set)
{
    double total = set->exports_sum + set->imports_sum;

    if (total <= 0 || set->has_negative)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived(1 - sum_of_gaps(set) / total);
}

static struct value grubel_lloyd_corrected(const struct pair_set *set)
{
    double total = set->exports_sum + set->imports_sum;
    double balanced = total - fabs(set->exports_sum - set->imports_sum);

    if (balanced <= 0 || set->has_negative)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived((total - sum_of_gaps(set)) / balanced);
}

static struct value complementarity(const struct pair_set *set)
{
    double sum = 0;

    if (set->exports_sum <= 0 || set->imports_sum <= 0 || set->has_negative)
        return value_missing(ABSENCE_UNDEFINED);
    for (size_t i = 0; i < set->count; i++)
        sum += fabs(set->imports[i] / set->imports_sum -
                    set->exports[i] / set->exports_sum);
    return value_derived(100 * (1 - sum / 2));
}

#define LACKS "needs exports and imports of the same rows"

const struct set_indicator_ops set_indicator_grubel_lloyd = {
    .id = "grubel-lloyd",
    .title = N_("Grubel-Lloyd index of all rows"),
    .formula = N_("1 - sum of | X - M | / sum of (X + M)"),
    .range = N_("0 to 1; 1 when all trade is two-way"),
    .source = N_("H. G. Grubel and P. J. Lloyd, Intra-industry Trade (1975)"),
    .lacks = LACKS,
    .decimals = 3,
    .compute_pairs = grubel_lloyd,
};

const struct set_indicator_ops set_indicator_grubel_lloyd_corrected = {
    .id = "grubel-lloyd-corrected",
    .title = N_("Grubel-Lloyd index of all rows, corrected for the balance"),
    .formula = N_("GL T / (T - | X - M |), T = X + M of all rows"),
    .range = N_("0 to 1"),
    .source = N_("H. G. Grubel and P. J. Lloyd, Intra-industry Trade (1975)"),
    .lacks = LACKS,
    .decimals = 3,
    .compute_pairs = grubel_lloyd_corrected,
};

const struct set_indicator_ops set_indicator_complementarity = {
    .id = "complementarity",
    .title = N_("Complementarity of exports with imports"),
    .formula = N_("100 (1 - sum of | m - x | / 2), m and x shares of the rows"),
    .range = N_("0 to 100; 100 when what is sold is what is bought"),
    .source = N_("World Bank, WITS trade indicators: trade complementarity index"),
    .lacks = LACKS,
    .decimals = 1,
    .compute_pairs = complementarity,
};
