/*
 * KOSIS, the statistics portal of Korea: countries, months as 2001.01, exports and
 * imports. Its tables of trade are in thousands of US dollars, which the file does not
 * say; the headings alone would fit any table, so the months are looked at too.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings->count == 4 && strcmp(headings->folded[0], "country") == 0 &&
           strcmp(headings->folded[1], "date") == 0 &&
           headings_have(headings, "exports") && headings_have(headings, "imports");
}

static bool fits_row(const struct headings *headings, const struct builder_text *fields,
                     size_t count)
{
    (void)headings;
    return count > 1 && layout_is_month(fields[1], '.');
}

static const struct layout_rule rules[] = {
    {.heading = "date", ROLE_PERIOD},
    {.heading = "country", ROLE_CODE, .of = "partner"},
    {.heading = "exports", ROLE_FIGURE, .of = "exports"},
    {.heading = "imports", ROLE_FIGURE, .of = "imports"},
    {0},
};

const struct layout_ops layout_kosis = {
    .name = "KOSIS",
    .recognises = recognises,
    .fits_row = fits_row,
    .rules = rules,
    .title = "Goods trade of Korea by partner",
    .publisher = "Statistics Korea, KOSIS",
    .unit = {UNIT_CURRENCY, "USD", 3},
    .has_usual_unit = true,
};
