/*
 * HM Revenue and Customs, overseas trade statistics of the United Kingdom
 * (uktradeinfo.com): trade with the EU and with all others are flows of their own. In
 * pounds; imports are valued CIF, exports FOB.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "monthid") &&
           headings_have(headings, "flowtypeid") && headings_have(headings, "value");
}

static const struct layout_rule rules[] = {
    {.heading = "monthid", ROLE_PERIOD},
    {.heading = "flowtypeid", ROLE_FLOW},
    {.heading = "countrycodealpha", ROLE_CODE, .of = "partner"},
    {.heading = "countryid", ROLE_CODE, .of = "partner"},
    {.heading = "countryname", ROLE_NAME, .of = "partner"},
    {.heading = "country", ROLE_NAME, .of = "partner"},
    /* The finest of several. */
    {.heading = "cn8code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs6code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs4code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs2code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "commodityid", ROLE_CODE, .of = "product"},
    {.heading = "cn8longdescription", ROLE_NAME, .of = "product", .beside = "cn8code"},
    {.heading = "hs6description", ROLE_NAME, .of = "product", .beside = "hs6code"},
    {.heading = "hs4description", ROLE_NAME, .of = "product", .beside = "hs4code"},
    {.heading = "hs2description", ROLE_NAME, .of = "product", .beside = "hs2code"},
    {.heading = "portid", ROLE_CODE, .of = "port"},
    {.heading = "value", ROLE_VALUE},
    {0},
};

static const struct layout_flow flows[] = {
    {"1", "imports"}, /* from the EU */
    {"2", "exports"}, /* to the EU */
    {"3", "imports"}, /* from others */
    {"4", "exports"}, /* to others */
    {0},
};

const struct layout_ops layout_hmrc = {
    .name = "UK overseas trade statistics",
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .title = "Goods trade of the United Kingdom",
    .publisher = "HM Revenue and Customs",
    .unit = {UNIT_CURRENCY, "GBP", 0},
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
