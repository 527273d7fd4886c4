#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/indicator_common.h"

static struct value compute(const struct indicator_input *input)
{
    uint32_t now = input->period;

    if (!input->series || now == 0 ||
        !period_follows(input->periods[now], input->periods[now - 1]) ||
        input->periods[now].more != input->periods[now - 1].more)
        return value_missing(ABSENCE_NO_ROW);
    if (now - 1 < input->first)
        return value_missing(ABSENCE_UNDEFINED);
    return value_growth(input->figure, input->series[now - 1]);
}

const struct indicator_ops indicator_growth_previous = {
    .id = "growth-previous",
    .title = N_("growth on the period before"),
    .head = N_("* p/p %"),
    .formula = N_("100 (x / x of the period before - 1)"),
    .range = N_("-100 and more"),
    .source = N_("UNCTAD Handbook of Statistics, calculation methods"),
    .lacks = N_("needs the period before, unbroken, with a figure above zero"),
    .unit = INDICATOR_IN_PERCENT,
    .needs = NEEDS_SERIES,
    .is_signed = true,
    .is_per_measure = true,
    .compute = compute,
};
