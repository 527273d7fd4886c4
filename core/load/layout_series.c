/*
 * A table of series: a row for each, by its name, a column for each period. Read are
 * the rows that are called exports or imports; a balance, an index and others are left
 * out. The unit is in the names, in the first heading or before the head.
 */
#include "core/load/layout.h"

static bool is_period(struct builder_text text)
{
    struct period period;

    return period_read(text.text, text.length, &period);
}

static bool recognises(const struct headings *headings)
{
    if (headings->count < 3 || is_period(headings->text[0]) ||
        !layout_is_wide(headings))
        return false;
    for (size_t i = 1; i < headings->count; i++)
        if (!is_period(headings->text[i]))
            return false;
    return true;
}

static const struct layout_rule rules[] = {{0}};

const struct layout_ops layout_series = {
    .name = "table, a row for each series",
    .recognises = recognises,
    .rules = rules,
    .has_series = true,
    .has_wide_periods = true,
    .skips_other_flows = true,
};
