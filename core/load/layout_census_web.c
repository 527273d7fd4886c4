/*
 * US Census Bureau, the table of a country on its web page: months by name, exports,
 * imports and the balance in millions of US dollars with thousands commas and one
 * decimal. The file does not say its unit, so the months and figures are looked at too.
 */
#include "core/load/layout.h"

#include <string.h>

static bool recognises(const struct headings *headings)
{
    return headings->count == 4 && strcmp(headings->folded[0], "month") == 0 &&
           headings_have(headings, "exports") && headings_have(headings, "imports") &&
           headings_have(headings, "balance");
}

/* "1,187.5": one decimal behind a point. */
static bool has_one_decimal(struct builder_text text)
{
    return text.length > 2 && text.text[text.length - 2] == '.';
}

static bool fits_row(const struct headings *headings, const struct builder_text *fields,
                     size_t count)
{
    struct period period;
    bool is_named = count > 3 && fields[0].length && fields[0].text[0] > '9';

    (void)headings;
    return is_named && period_read(fields[0].text, fields[0].length, &period) &&
           has_one_decimal(fields[1]) && has_one_decimal(fields[2]) &&
           has_one_decimal(fields[3]);
}

static const struct layout_rule rules[] = {
    {.heading = "month", ROLE_PERIOD},
    {.heading = "exports", ROLE_FIGURE, .of = "exports"},
    {.heading = "imports", ROLE_FIGURE, .of = "imports"},
    {0},
};

static const char *const footers[] = {"TOTAL", "NOTE", "Note", NULL};

const struct layout_ops layout_census_web = {
    .name = "US Census Bureau, web table",
    .recognises = recognises,
    .fits_row = fits_row,
    .rules = rules,
    .title = "Goods trade of the United States with a partner",
    .publisher = "US Census Bureau",
    .unit = {UNIT_CURRENCY, "USD", 6},
    .has_usual_unit = true,
    .footers = footers,
    .imports_valuation = VALUATION_CUSTOMS,
};
