/*
 * CEPII BACI: one year and one revision of the Harmonized System a file; exporter i,
 * importer j, product k. Values are FOB, reconciled, in thousands of current US
 * dollars. Countries and products are named in lists beside it.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    /* An index before them has no heading. */
    return (headings->count == 6 || (headings->count == 7 && !*headings->folded[0])) &&
           headings_have(headings, "t") && headings_have(headings, "i") &&
           headings_have(headings, "j") && headings_have(headings, "k") &&
           headings_have(headings, "v");
}

static const struct layout_rule rules[] = {
    {.heading = "t", ROLE_PERIOD},
    {.heading = "i", ROLE_REPORTER},
    {.heading = "j", ROLE_CODE, .of = "partner"},
    {.heading = "k", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "v", ROLE_FIGURE, .of = "exports"},
    {0},
};

static const char *const lists[] = {"country_codes", "product_codes", NULL};

const struct layout_ops layout_baci = {
    .name = "CEPII BACI",
    .recognises = recognises,
    .rules = rules,
    .lists = lists,
    .title = "Goods trade by exporter, importer and product, BACI",
    .publisher = "CEPII",
    .note = "A value is what the exporter sells to the importer, FOB and reconciled, "
            "and stands here as exports of the first. The imports of a country are the "
            "same values by importer: --map=reporter=j,partner=i,imports=v shows them.",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_FOB,
};
