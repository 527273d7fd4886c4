#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    struct value missing;

    if (!values_are_numbers(input->export_price, input->import_price, &missing))
        return missing;
    if (input->import_price.number <= 0)
        return value_missing(ABSENCE_UNDEFINED);
    return value_percent(input->export_price.number, input->import_price.number);
}

const struct indicator_ops indicator_terms = {
    .id = "terms-of-trade",
    .title = N_("Terms of trade"),
    .head = N_("ToT"),
    .formula = "100 export_price / import_price",
    .range = N_("above 0; 100 at the base of the prices"),
    .source = N_("UNCTADstat: net barter terms of trade"),
    .lacks = N_(
        "needs measures export_price and import_price (unit values or price indices)"),
    .unit = INDICATOR_AS_INDEX,
    .needs = NEEDS_PRICES,
    .compute = compute,
};
