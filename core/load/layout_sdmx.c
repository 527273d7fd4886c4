/*
 * SDMX-CSV 1.0 (Eurostat: the first heading is DATAFLOW) and 2.0 (OECD, IMF and others:
 * STRUCTURE, with labels as ids, as names or as both). Every column that is no
 * attribute known here is a dimension. Field guide: github.com/sdmx-twg/sdmx-csv.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings->count > 2 && (strncmp(headings->folded[0], "structure", 9) == 0 ||
                                   strcmp(headings->folded[0], "dataflow") == 0 ||
                                   (strcmp(headings->folded[0], "dataset") == 0 &&
                                    headings_have(headings, "seriescode")));
}

static const struct layout_rule rules[] = {
    {.heading = "timeperiod", ROLE_PERIOD},
    {.heading = "time", ROLE_PERIOD},
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "refarea", ROLE_REPORTER},
    {.heading = "geo", ROLE_REPORTER},
    {.heading = "country", ROLE_REPORTER},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "stkflow", ROLE_FLOW},
    {.heading = "indicator", ROLE_FLOW, .is_by_rows = true},
    {.heading = "tradeflow", ROLE_FLOW, .is_by_rows = true},
    {.heading = "indicet", ROLE_FLOW, .is_by_rows = true},
    {.heading = "measure", ROLE_FLOW, .is_by_rows = true},
    {.heading = "indicator", ROLE_FLOW},
    {.heading = "tradeflow", ROLE_FLOW},
    {.heading = "tradeflow", ROLE_SKIP},
    {.heading = "partner", ROLE_CODE, .of = "partner", .whole = "WORLD"},
    {.heading = "counterpartarea", ROLE_CODE, .of = "partner", .whole = "W00"},
    {.heading = "counterpartcountry", ROLE_CODE, .of = "partner", .whole = "G001"},
    {.heading = "product", ROLE_CODE, .of = "product", .whole = "TOTAL", .is_hs = true},
    {.heading = "obsvalue", ROLE_VALUE},
    {.heading = "obsflag", ROLE_FLAG},
    {.heading = "obsstatus", ROLE_FLAG},
    {.heading = "unitmult", ROLE_SCALE},
    {.heading = "scale", ROLE_SCALE},
    {.heading = "unitmeasure", ROLE_UNIT},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "indicators", ROLE_UNIT, .is_by_rows = true},
    {.heading = "currency", ROLE_UNIT},
    {.heading = "structure", ROLE_SKIP},
    {.heading = "dataflow", ROLE_SKIP},
    {.heading = "structureid", ROLE_SKIP},
    {.heading = "structurename", ROLE_SKIP},
    {.heading = "action", ROLE_ACTION},
    {.heading = "serieskey", ROLE_SKIP},
    {.heading = "seriescode", ROLE_SKIP},
    {.heading = "dataset", ROLE_SKIP},
    {.heading = "obsmeasure", ROLE_SKIP},
    {.heading = "obskey", ROLE_SKIP},
    {.heading = "lastupdate", ROLE_SKIP},
    {.heading = "updated", ROLE_SKIP},
    {.heading = "decimals", ROLE_SKIP},
    {.heading = "confstatus", ROLE_CONFIDENTIALITY},
    {.heading = "obsconf", ROLE_CONFIDENTIALITY},
    {.heading = "baseper", ROLE_SKIP},
    {.heading = "pricebase", ROLE_SKIP},
    {0},
};

static const struct layout_flow flows[] = {
    {"1", "imports"},
    {"2", "exports"},
    {"M", "imports"},
    {"X", "exports"},
    {"IMP", "imports"},
    {"EXP", "exports"},
    {"IM", "imports"},
    {"EX", "exports"},
    {"I", "imports"},
    {"E", "exports"},
    {"IMPORT", "imports"},
    {"EXPORT", "exports"},
    {"Exports", "exports"},
    {"Imports", "imports"},
    {"TMG_CIF_USD", "imports"},
    {"TXG_FOB_USD", "exports"},
    {"MG_CIF_USD", "imports"},
    {"XG_FOB_USD", "exports"},
    {"Exports of goods, Free on board (FOB), US dollar", "exports"},
    {"Imports of goods, Cost insurance freight (CIF), US dollar", "imports"},
    {"MIO_EXP_VAL", "exports"},
    {"MIO_IMP_VAL", "imports"},
    {0},
};

/* Suppressed; cannot exist; those of Eurostat; not significant is less than half of the
 * unit. */
static const struct layout_status statuses[] = {
    {'Q', false, "c"}, {'M', false, "-"}, {'c', false, "c"},
    {'z', false, "-"}, {'n', true, "<"},  {0},
};

const struct layout_ops layout_sdmx = {
    .name = "SDMX-CSV",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .statuses = statuses,
    .has_normal_status = true,
    .title = NULL,
    .others_are_dimensions = true,
    .splits_labels = true,
    .skips_other_flows = true,
};
