#include "core/query/convert.h"

#include "core/base/number.h"
#include "core/base/translate.h"

#include <string.h>

bool is_foreign(const struct dataset *dataset, const char *currency)
{
    return currency && *currency && dataset->unit.kind == UNIT_CURRENCY &&
           strcmp(currency, dataset->unit.code) != 0;
}

/* Whether the rate is of all of the period. */
static bool serves(const struct rate *rate, struct period period)
{
    return rate->period.frequency <= period.frequency &&
           period_is_in(period, rate->period, rate->period) &&
           period_is_in(period_last(period), rate->period, rate->period);
}

const struct rate *rate_of(const struct dataset *dataset, const char *currency,
                           struct period period)
{
    const struct rate *found = NULL;

    for (size_t i = 0; i < dataset->rate_count; i++) {
        const struct rate *rate = &dataset->rates[i];
        if (strcmp(rate->currency, currency) != 0 || !serves(rate, period))
            continue;
        if (!found || rate->period.frequency > found->period.frequency)
            found = rate;
    }
    return found;
}

bool rate_find(const struct dataset *dataset, const char *currency,
               struct period period, double *units)
{
    const struct rate *rate = rate_of(dataset, currency, period);

    if (rate)
        *units = rate->is_inverse ? 1 / rate->stated : rate->stated;
    return rate != NULL;
}

/* By what was stated, so that nothing is rounded twice. */
double rate_convert(const struct rate *rate, double amount)
{
    return rate->is_inverse ? amount * rate->stated : amount / rate->stated;
}

const char *rate_words(const struct dataset *dataset, const struct rate *rate,
                       struct arena *arena)
{
    const char *own = dataset->unit.code;
    char number[NUMBER_SHOWN_MAX];
    char period[PERIOD_SHOWN_MAX];

    return arena_printf(
        arena,
        rate->kind == RATE_AVERAGE ? _("%s %s for one %s, average of %s")
        : rate->kind == RATE_END   ? _("%s %s for one %s, at the end of %s")
                                   : _("%s %s for one %s, for %s"),
        number_print(number, rate->stated), rate->is_inverse ? rate->currency : own,
        rate->is_inverse ? own : rate->currency, period_words(period, rate->period));
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

const char *rates_kind(const struct dataset *dataset, const char *currency)
{
    static const char *const words[] = {[RATE_NOT_SAID] = "",
                                        [RATE_AVERAGE] = N_("average"),
                                        [RATE_END] = N_("end of period")};
    const char *kind = NULL;

    for (size_t i = 0; i < dataset->rate_count; i++) {
        const struct rate *rate = &dataset->rates[i];
        if (strcmp(rate->currency, currency) != 0)
            continue;
        if (kind && kind != words[rate->kind])
            return "";
        kind = words[rate->kind];
    }
    return kind ? kind : "";
}

const char *rates_words(const struct dataset *dataset, const char *currency,
                        struct arena *arena)
{
    const char *kind = rates_kind(dataset, currency);
    const struct rate *first = NULL;
    const struct rate *last = NULL;
    char from[PERIOD_SHOWN_MAX];
    char to[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < dataset->rate_count; i++) {
        const struct rate *rate = &dataset->rates[i];
        if (strcmp(rate->currency, currency) != 0)
            continue;
        if (!first || period_compare(rate->period, first->period) < 0)
            first = rate;
        if (!last || period_compare(rate->period, last->period) > 0)
            last = rate;
    }
    if (!first)
        return "";
    return arena_printf(arena, _("%s%s%s to %s, %s for one %s"), _(kind),
                        *kind ? ", " : "", period_words(from, first->period),
                        period_words(to, last->period),
                        first->is_inverse ? currency : dataset->unit.code,
                        first->is_inverse ? dataset->unit.code : currency);
}
