/*
 * Trade Map of the International Trade Centre: a column for each period, whose heading
 * says the flow too, "Exported value in 2023". The importers of what is exported are
 * partners, and the exporters of what is imported; of one's own flow they are
 * reporters.
 */
#include "core/load/layout.h"

static bool has_values(const struct headings *headings, const char *prefix)
{
    return headings_begin(headings, prefix) &&
           (headings_have(headings, "importers") ||
            headings_have(headings, "exporters") ||
            headings_have(headings, "productlabel"));
}

static bool recognises_exports(const struct headings *headings)
{
    return has_values(headings, "exportedvaluein");
}

static bool recognises_imports(const struct headings *headings)
{
    return has_values(headings, "importedvaluein");
}

#define PRODUCTS                                              \
    {.heading = "productcode",                                \
     ROLE_CODE,                                               \
     .of = "product",                                         \
     .whole = "TOTAL",                                        \
     .is_hs = true},                                          \
        {.heading = "code",                                   \
         ROLE_CODE,                                           \
         .of = "product",                                     \
         .whole = "TOTAL",                                    \
         .is_hs = true,                                       \
         .beside = "productlabel"},                           \
    {                                                         \
        .heading = "productlabel", ROLE_NAME, .of = "product" \
    }

static const struct layout_rule exports_rules[] = {
    {.heading = "importers", ROLE_CODE, .of = "partner"},
    {.heading = "exporters", ROLE_REPORTER},
    PRODUCTS,
    {0},
};

static const struct layout_rule imports_rules[] = {
    {.heading = "exporters", ROLE_CODE, .of = "partner"},
    {.heading = "importers", ROLE_REPORTER},
    PRODUCTS,
    {0},
};

const struct layout_ops layout_trademap_exports = {
    .name = "Trade Map, exports",
    .recognises = recognises_exports,
    .rules = exports_rules,
    .title = "Exports, Trade Map",
    .publisher = "International Trade Centre",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .has_usual_unit = true,
    .has_wide_periods = true,
    .period_prefix = "Exported value in ",
    .prefix_flow = "exports",
};

const struct layout_ops layout_trademap_imports = {
    .name = "Trade Map, imports",
    .recognises = recognises_imports,
    .rules = imports_rules,
    .title = "Imports, Trade Map",
    .publisher = "International Trade Centre",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .has_usual_unit = true,
    .has_wide_periods = true,
    .period_prefix = "Imported value in ",
    .prefix_flow = "imports",
};
