#include "core/query/convert.h"

#include <string.h>

bool is_foreign(const struct dataset *dataset, const char *currency)
{
    return currency && *currency && dataset->unit.kind == UNIT_CURRENCY &&
           strcmp(currency, dataset->unit.code) != 0;
}

bool rate_find(const struct dataset *dataset, const char *currency,
               struct period period, double *units)
{
    const struct rate *found = NULL;

    for (size_t i = 0; i < dataset->rate_count; i++) {
        const struct rate *rate = &dataset->rates[i];
        if (strcmp(rate->currency, currency) != 0 ||
            !period_is_in(period, rate->period, rate->period) ||
            rate->period.frequency > period.frequency)
            continue;
        if (!found || rate->period.frequency > found->period.frequency)
            found = rate;
    }
    if (found)
        *units = found->units;
    return found != NULL;
}

static bool is_listed(const char *const *codes, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

size_t currencies_of(const struct dataset *dataset, const char **codes, size_t limit)
{
    size_t count = 0;

    if (dataset->unit.kind != UNIT_CURRENCY || !limit)
        return 0;
    codes[count++] = dataset->unit.code;
    for (size_t i = 0; i < dataset->rate_count && count < limit; i++)
        if (!is_listed(codes, count, dataset->rates[i].currency))
            codes[count++] = dataset->rates[i].currency;
    return count;
}
