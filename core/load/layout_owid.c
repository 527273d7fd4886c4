/*
 * Our World in Data: entity, code, year and one column a chart's series.
 */
#include "core/load/layout.h"

static bool recognises(const struct headings *headings)
{
    return headings_have(headings, "entity") && headings_have(headings, "year") &&
           headings->count > 2;
}

static const struct layout_rule rules[] = {
    {.heading = "year", ROLE_PERIOD},
    {.heading = "code", ROLE_REPORTER},
    {.heading = "entity", ROLE_REPORTER},
    {.heading = "entity", ROLE_REPORTER_NAME},
    {0},
};

const struct layout_ops layout_owid = {
    .name = "Our World in Data",
    .recognises = recognises,
    .rules = rules,
    .title = NULL,
    .publisher = "Our World in Data",
    .others_are_measures = true,
};
