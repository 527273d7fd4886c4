#include "core/model/rates.h"

#include "core/base/translate.h"

#include <string.h>

static bool has_rate(const struct dataset *dataset, const struct rate *rate)
{
    for (size_t i = 0; i < dataset->rate_count; i++)
        if (strcmp(dataset->rates[i].currency, rate->currency) == 0 &&
            period_equal(dataset->rates[i].period, rate->period))
            return true;
    return false;
}

bool dataset_add_rates(struct dataset *dataset, const struct dataset *from,
                       struct diag_list *diags)
{
    const struct source_pos at = {.file = from->path};
    struct rate *rates;
    size_t count = dataset->rate_count;

    if (!from->rate_count)
        return diag_error(diags, at, "no rates in it: add rates: {USD: {2024: 7.12}}");
    if (dataset->unit.kind != UNIT_CURRENCY || from->unit.kind != UNIT_CURRENCY ||
        strcmp(dataset->unit.code, from->unit.code) != 0)
        return diag_error(diags, at,
                          "its rates are in %s, the figures in %s: they do not fit",
                          from->unit.code ? from->unit.code : _("no currency"),
                          dataset->unit.code ? dataset->unit.code : _("no currency"));
    rates = ARENA_ARRAY(&dataset->arena, struct rate, count + from->rate_count);
    if (count)
        memcpy(rates, dataset->rates, count * sizeof(*rates));
    for (size_t i = 0; i < from->rate_count; i++) {
        const struct rate *rate = &from->rates[i];
        if (has_rate(dataset, rate))
            continue;
        rates[count] = *rate;
        rates[count++].currency =
            arena_copy(&dataset->arena, rate->currency, strlen(rate->currency));
    }
    dataset->rates = rates;
    dataset->rate_count = count;
    return true;
}
