/*
 * Trade Statistics of Japan: months as 2001/01, in thousands of yen, exports FOB and
 * imports CIF. The file does not say its unit; "Date" alone would fit any table, so the
 * months are looked at too.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    const char *first = headings->count == 3 ? headings->folded[0] : "";

    return (strcmp(first, "date") == 0 && headings_have(headings, "exports") &&
            headings_have(headings, "imports")) ||
           (strcmp(first, "yearsmonths") == 0 && headings_have(headings, "exptotal") &&
            headings_have(headings, "imptotal"));
}

static bool fits_row(const struct headings *headings, const struct builder_text *fields,
                     size_t count)
{
    (void)headings;
    return count > 0 && layout_is_month(fields[0], '/');
}

static const struct layout_rule rules[] = {
    {.heading = "date", ROLE_PERIOD},
    {.heading = "yearsmonths", ROLE_PERIOD},
    {.heading = "exports", ROLE_FIGURE, .of = "exports"},
    {.heading = "exptotal", ROLE_FIGURE, .of = "exports"},
    {.heading = "imports", ROLE_FIGURE, .of = "imports"},
    {.heading = "imptotal", ROLE_FIGURE, .of = "imports"},
    {0},
};

const struct layout_ops layout_japan = {
    .name = "Trade Statistics of Japan",
    .recognises = recognises,
    .fits_row = fits_row,
    .rules = rules,
    .title = "Goods trade of Japan",
    .publisher = "Ministry of Finance of Japan",
    .unit = {UNIT_CURRENCY, "JPY", 3},
    .has_usual_unit = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};
