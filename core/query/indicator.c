#include "core/query/indicator.h"

#include <assert.h>

static const struct indicator_ops *const indicators[] = {
#define X(constant, name) &indicator_##name,
    INDICATORS(X)
#undef X
};

const struct indicator_ops *indicator_ops(enum indicator indicator)
{
    assert(indicator < INDICATOR_COUNT);
    return indicators[indicator];
}

bool column_spec_equal(struct column_spec a, struct column_spec b)
{
    if (a.indicator != b.indicator)
        return false;
    return !indicator_ops(a.indicator)->is_per_measure || a.measure == b.measure;
}

struct value indicator_value(const struct indicator_ops *ops,
                             const struct indicator_input *input)
{
    struct value value = ops->compute(input);

    if (!value_is_number(value) || value.origin != ORIGIN_DERIVED || !input->compared)
        return value;
    value.origin = ORIGIN_COMPARED;
    value.basis = input->compared < UINT16_MAX ? (uint16_t)input->compared : UINT16_MAX;
    return value;
}
