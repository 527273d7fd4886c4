#include "core/base/translate.h"
#include "core/query/indicator.h"
#include "core/query/mirror.h"

static struct value compute(const struct indicator_input *input)
{
    return mirror_difference(input->mirror_imports, input->mirror_exports);
}

const struct indicator_ops indicator_mirror_balance = {
    .id = "mirror-balance",
    .title = N_("Balance as the partners report it"),
    .head = N_("Mirror bal."),
    .formula = "mirror_exports - mirror_imports",
    .range = N_("any"),
    .source = N_("UN Comtrade, bilateral asymmetries"),
    .lacks = N_("needs measures mirror_exports and mirror_imports: both flows as the "
                "partner reports them"),
    .unit = INDICATOR_IN_CURRENCY,
    .needs = NEEDS_MIRRORS,
    .is_signed = true,
    .is_summable = true,
    .compute = compute,
};
