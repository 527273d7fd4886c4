/*
 * The Herfindahl-Hirschman index H and what is made of it. The source of a published H
 * may be on another scale: 0 to 1 (WITS) or 0 to 10,000 (competition authorities).
 */
#include "core/base/translate.h"
#include "core/query/concentration.h"

#include <math.h>

/* H, and n as a number; false when there are no shares. */
static bool herfindahl(const struct figure_set *set, double *h, double *n)
{
    *h = 0;
    *n = (double)set->nonzero;
    if (set->sum <= 0 || set->has_negative)
        return false;
    for (size_t i = 0; i < set->count; i++) {
        double share = set->figures[i] / set->sum;
        *h += share * share;
    }
    return true;
}

static struct value hhi(const struct figure_set *set)
{
    double h;
    double n;

    return herfindahl(set, &h, &n) ? value_derived(h)
                                   : value_missing(ABSENCE_UNDEFINED);
}

static struct value hhi_points(const struct figure_set *set)
{
    double h;
    double n;

    return herfindahl(set, &h, &n) ? value_derived(1e4 * h)
                                   : value_missing(ABSENCE_UNDEFINED);
}

static struct value hhi_normalised(const struct figure_set *set)
{
    double h;
    double n;

    if (!herfindahl(set, &h, &n) || set->nonzero < 2)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived((h - 1 / n) / (1 - 1 / n));
}

static struct value hhi_unctad(const struct figure_set *set)
{
    double h;
    double n;

    if (!herfindahl(set, &h, &n) || set->nonzero < 2)
        return value_missing(ABSENCE_UNDEFINED);
    return value_derived((sqrt(h) - sqrt(1 / n)) / (1 - sqrt(1 / n)));
}

static struct value effective(const struct figure_set *set)
{
    double h;
    double n;

    return herfindahl(set, &h, &n) ? value_derived(1 / h)
                                   : value_missing(ABSENCE_UNDEFINED);
}

#define LACKS "needs rows that are parts of a whole, with figures above zero"

const struct set_indicator_ops set_indicator_hhi = {
    .id = "hhi",
    .title = N_("Herfindahl-Hirschman index, 0 to 1"),
    .formula = N_("H = sum of squared shares"),
    .range = N_("1/n to 1"),
    .source = N_("World Bank, WITS trade indicators: Hirschman-Herfindahl index"),
    .lacks = LACKS,
    .decimals = 4,
    .compute = hhi,
};

const struct set_indicator_ops set_indicator_hhi_points = {
    .id = "hhi-points",
    .title = N_("Herfindahl-Hirschman index, 0 to 10,000"),
    .formula = "10,000 H",
    .range = N_("10,000/n to 10,000"),
    .source = N_("the same in squared points of percent"),
    .lacks = LACKS,
    .decimals = 1,
    .compute = hhi_points,
};

const struct set_indicator_ops set_indicator_hhi_normalised = {
    .id = "hhi-normalised",
    .title = N_("Normalised Herfindahl-Hirschman index"),
    .formula = N_("(H - 1/n) / (1 - 1/n), n rows that are not zero"),
    .range = N_("0 to 1"),
    .source = N_("the usual normalisation, of H"),
    .lacks = N_(
        "needs at least two rows that are parts of a whole, with figures above zero"),
    .decimals = 4,
    .compute = hhi_normalised,
};

const struct set_indicator_ops set_indicator_hhi_unctad = {
    .id = "hhi-unctad",
    .title = N_("Concentration index of UNCTAD"),
    .formula = N_("(sqrt H - sqrt(1/n)) / (1 - sqrt(1/n)), n rows that are not zero"),
    .range = N_("0 to 1"),
    .source =
        N_("UNCTAD Handbook of Statistics; there n counts all of a classification"),
    .lacks = N_(
        "needs at least two rows that are parts of a whole, with figures above zero"),
    .decimals = 4,
    .compute = hhi_unctad,
};

const struct set_indicator_ops set_indicator_effective = {
    .id = "effective",
    .title = N_("Effective number of rows"),
    .formula = "1 / H",
    .range = N_("1 to n"),
    .source = N_("the number of equal parts that are as concentrated"),
    .lacks = LACKS,
    .decimals = 2,
    .compute = effective,
};
