/*
 * Atlas of Economic Complexity, Growth Lab at Harvard: countries (location), partners
 * and products in current US dollars. A file may have exports alone.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    bool has_place = headings_have(headings, "locationcode") ||
                     headings_have(headings, "countryiso3code");

    return has_place && headings_have(headings, "year") &&
           (headings_have(headings, "exportvalue") ||
            headings_have(headings, "importvalue"));
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "locationcode", ROLE_REPORTER},
    {.heading = "countryiso3code", ROLE_REPORTER},
    {.heading = "locationnameshorten", ROLE_REPORTER_NAME},
    {.heading = "countryname", ROLE_REPORTER_NAME},
    {.heading = "partnercode", ROLE_CODE, .of = "partner"},
    {.heading = "partneriso3code", ROLE_CODE, .of = "partner"},
    {.heading = "partnercountryiso3code", ROLE_CODE, .of = "partner"},
    {.heading = "partnercountryid", ROLE_CODE, .of = "partner"},
    {.heading = "partnernameshorten", ROLE_NAME, .of = "partner"},
    {.heading = "partnername", ROLE_NAME, .of = "partner"},
    {.heading = "hsproductcode", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "producths92code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "producths12code", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "sitcproductcode", ROLE_CODE, .of = "product"},
    {.heading = "productsitccode", ROLE_CODE, .of = "product"},
    {.heading = "productcode", ROLE_CODE, .of = "product"},
    {.heading = "productid", ROLE_CODE, .of = "product"},
    {.heading = "hsproductnameshorten", ROLE_NAME, .of = "product"},
    {.heading = "sitcproductnameshorten", ROLE_NAME, .of = "product"},
    {.heading = "exportvalue", ROLE_FIGURE, .of = "exports"},
    {.heading = "importvalue", ROLE_FIGURE, .of = "imports"},
    {0},
};

const struct layout_ops layout_atlas = {
    .name = "Atlas of Economic Complexity",
    .recognises = recognises,
    .rules = rules,
    .title = "Goods trade, Atlas of Economic Complexity",
    .publisher = "Growth Lab at Harvard University",
    .unit = {UNIT_CURRENCY, "USD", 0},
};
