/*
 * ITPD-E, the international trade and production database of the US International Trade
 * Commission: exporters, importers and industries, in millions of current US dollars. A
 * zero is reported (r) or unknown (u) by a column of its own.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "exporteriso3") &&
           headings_have(headings, "importeriso3") && headings_have(headings, "trade");
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "exporteriso3", ROLE_REPORTER},
    {.heading = "exportername", ROLE_REPORTER_NAME},
    {.heading = "importeriso3", ROLE_CODE, .of = "partner"},
    {.heading = "importername", ROLE_NAME, .of = "partner"},
    {.heading = "industryid", ROLE_CODE, .of = "industry"},
    {.heading = "industrydescr", ROLE_NAME, .of = "industry"},
    {.heading = "trade", ROLE_FIGURE, .of = "exports"},
    {.heading = "flagzero", ROLE_FLAG},
    {0},
};

static const struct layout_status statuses[] = {
    {'u', true, "~"},
    {0},
};

const struct layout_ops layout_itpde = {
    .name = "ITPD-E",
    .recognises = recognises,
    .rules = rules,
    .statuses = statuses,
    .title = "Trade by exporter, importer and industry, ITPD-E",
    .publisher = "US International Trade Commission",
    .unit = {UNIT_CURRENCY, "USD", 6},
    .has_usual_unit = true,
};
