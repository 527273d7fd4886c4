#include "core/base/number.h"
#include "core/model/builder_internal.h"

#include <string.h>

static bool is_currency(struct builder_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.text[i] < 'A' || text.text[i] > 'Z')
            return false;
    return text.length == 3;
}

static bool is_rate_known(const struct dataset *dataset, const char *currency,
                          struct period period)
{
    for (size_t i = 0; i < dataset->rate_count; i++)
        if (period_equal(dataset->rates[i].period, period) &&
            strcmp(dataset->rates[i].currency, currency) == 0)
            return true;
    return false;
}

void builder_rate(struct builder *builder, struct builder_text currency,
                  struct builder_text period, struct builder_text units)
{
    struct dataset *dataset = builder->dataset;
    struct rate rate = {0};
    struct number number;

    if (!is_currency(currency)) {
        diag_error_span(builder->diags, currency.at, builder_span(currency),
                        "'%s' is not a currency: three capital letters such as USD",
                        builder_quote(builder, currency));
        return;
    }
    if (!period_read(period.text, period.length, &rate.period)) {
        diag_error_span(builder->diags, period.at, builder_span(period),
                        "'%s' is not a period: 2024 or 2024-07 are",
                        builder_quote(builder, period));
        return;
    }
    if (!number_read(units.text, units.length, &number) || number.value <= 0) {
        diag_error_span(builder->diags, units.at, builder_span(units),
                        "'%s' is not a rate: a number above zero is wanted",
                        builder_quote(builder, units));
        return;
    }
    rate.currency = arena_copy(&dataset->arena, currency.text, currency.length);
    rate.stated = number.value;
    if (is_rate_known(dataset, rate.currency, rate.period)) {
        diag_error_span(builder->diags, period.at, builder_span(period),
                        "the rate of %s for %s is given twice", rate.currency,
                        builder_quote(builder, period));
        return;
    }
    if (dataset->rate_count == RATE_MAX) {
        diag_error(builder->diags, period.at, "a dataset has at most %d rates",
                   RATE_MAX);
        return;
    }
    dataset->rates = builder_grow(&dataset->arena, dataset->rates, dataset->rate_count,
                                  &builder->rate_capacity, sizeof(rate));
    dataset->rates[dataset->rate_count++] = rate;
}

void builder_rate_terms(struct builder *builder, size_t first, enum rate_kind kind,
                        bool is_inverse)
{
    struct dataset *dataset = builder->dataset;

    for (size_t i = first; i < dataset->rate_count; i++) {
        dataset->rates[i].kind = kind;
        dataset->rates[i].is_inverse = is_inverse;
    }
}

void builder_event(struct builder *builder, struct event event,
                   const struct builder_text *breaks, size_t break_count)
{
    struct dataset *dataset = builder->dataset;
    struct pending_event pending = {.break_count = break_count};
    struct builder_text *kept =
        ARENA_ARRAY(&builder->scratch, struct builder_text, break_count);
    size_t capacity = builder->event_capacity;

    for (size_t i = 0; i < break_count; i++) {
        kept[i] = breaks[i];
        kept[i].text = arena_copy(&builder->scratch, breaks[i].text, breaks[i].length);
    }
    pending.breaks = kept;
    builder->events = builder_grow(&builder->scratch, builder->events,
                                   dataset->event_count, &capacity, sizeof(pending));
    dataset->events =
        builder_grow(&dataset->arena, dataset->events, dataset->event_count,
                     &builder->event_capacity, sizeof(event));
    builder->events[dataset->event_count] = pending;
    dataset->events[dataset->event_count++] = event;
}

void builder_valuation(struct builder *builder, struct builder_text measure,
                       enum valuation valuation)
{
    builder->valuations =
        builder_grow(&builder->scratch, builder->valuations, builder->valuation_count,
                     &builder->valuation_capacity, sizeof(*builder->valuations));
    measure.text = arena_copy(&builder->scratch, measure.text, measure.length);
    builder->valuations[builder->valuation_count++] =
        (struct pending_valuation){measure, valuation};
}

void builder_fact(struct builder *builder, struct fact fact)
{
    struct dataset *dataset = builder->dataset;

    dataset->facts = builder_grow(&dataset->arena, dataset->facts, dataset->fact_count,
                                  &builder->fact_capacity, sizeof(fact));
    dataset->facts[dataset->fact_count++] = fact;
}

void builder_note(struct builder *builder, struct label note)
{
    struct dataset *dataset = builder->dataset;

    dataset->notes = builder_grow(&dataset->arena, dataset->notes, dataset->note_count,
                                  &builder->note_capacity, sizeof(note));
    dataset->notes[dataset->note_count++] = note;
}
