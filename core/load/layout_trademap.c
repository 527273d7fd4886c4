/*
 * Trade Map of the International Trade Centre: a column for each period, whose heading
 * says the flow too, "Exported value in 2023". The importers of what is exported are
 * partners, and the exporters of what is imported; of one's own flow they are
 * reporters.
 */
#include "core/load/layout.h"

#include <string.h>
#include <strings.h>

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

static bool recognises_export_indicators(const struct headings *headings)
{
    return has_values(headings, "valueexportedin");
}

static bool recognises_import_indicators(const struct headings *headings)
{
    return has_values(headings, "valueimportedin");
}

/* "China's exports to Germany Value in 2022"; what either has with the world is of
 * other countries, and left out. */
static const char *flow_of_two(struct builder_text heading, struct builder_text *period,
                               struct arena *arena)
{
    static const char before[] = "Value in ";
    const char *text = arena_copy(arena, heading.text, heading.length);
    const char *value = strstr(text, before);
    const char *from = strstr(text, " imports from ");
    const char *to = strstr(text, " exports to ");
    struct period read;

    *period = (struct builder_text){"", 0, heading.at};
    if (!value || (from != NULL) == (to != NULL) ||
        strncasecmp(from ? from + strlen(" imports from ")
                         : to + strlen(" exports to "),
                    "world", 5) == 0)
        return NULL;
    period->text = value + strlen(before);
    period->length = strlen(period->text);
    if (!period_read(period->text, period->length, &read))
        return NULL;
    return from ? "imports" : "exports";
}

static bool recognises_two(const struct headings *headings)
{
    struct arena scratch = {0};
    size_t count = 0;

    for (size_t i = 0; i < headings->count; i++) {
        struct builder_text period;
        count += headings->text[i].length &&
                 flow_of_two(headings->text[i], &period, &scratch) != NULL;
    }
    arena_clear(&scratch);
    return count && headings_have(headings, "productlabel");
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

const struct layout_ops layout_trademap_exports_indicators = {
    .name = "Trade Map, indicators of exports",
    .recognises = recognises_export_indicators,
    .rules = exports_rules,
    .title = "Exports, Trade Map",
    .publisher = "International Trade Centre",
    .has_wide_periods = true,
    .period_prefix = "Value exported in ",
    .prefix_flow = "exports",
};

const struct layout_ops layout_trademap_imports_indicators = {
    .name = "Trade Map, indicators of imports",
    .recognises = recognises_import_indicators,
    .rules = imports_rules,
    .title = "Imports, Trade Map",
    .publisher = "International Trade Centre",
    .has_wide_periods = true,
    .period_prefix = "Value imported in ",
    .prefix_flow = "imports",
};

static const struct layout_rule product_rules[] = {PRODUCTS, {0}};

const struct layout_ops layout_trademap_bilateral = {
    .name = "Trade Map, two countries",
    .recognises = recognises_two,
    .rules = product_rules,
    .title = "Trade of two countries, Trade Map",
    .publisher = "International Trade Centre",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .has_usual_unit = true,
    .has_wide_periods = true,
    .has_flow_periods = true,
    .flow_of = flow_of_two,
};
