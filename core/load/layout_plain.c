/*
 * Any other table: a period, perhaps partners and products, and either exports and
 * imports as columns or a flow and a value. Headings in English, Chinese, German,
 * French, Spanish or Portuguese, with the unit in them: "Exports (million USD)".
 *
 * A wide one has a column for each period. A bare one says less: no period, or its
 * figures under a heading that could be of anything. Its rows decide whether it can be
 * read (table_bare.c).
 */
#include "core/load/layout_plain_rules.h"
#include "core/load/mark.h"

#include <string.h>

/* "Exports (% of GDP)" is a figure that is never added. */
static bool is_amount(struct builder_text heading)
{
    enum heading_kind kind = heading_kind(heading);

    return kind != HEADING_PERCENT && kind != HEADING_INDEX && kind != HEADING_QUANTITY;
}

static bool is_end_of_trade(const char *folded)
{
    return strncmp(folded, "exporter", 8) == 0 || strncmp(folded, "importer", 8) == 0;
}

/* A heading may go on with its unit: "exports (million usd)" folds to
 * "exportsmillionusd". */
static bool begins_as(const struct headings *headings, enum role role)
{
    for (const struct layout_rule *rule = layout_plain_rules; rule->heading; rule++)
        for (size_t i = 0; i < headings->count; i++)
            if (rule->role == role && !rule->beside &&
                strncmp(headings->folded[i], rule->heading, strlen(rule->heading)) ==
                    0 &&
                !is_end_of_trade(headings->folded[i]) && is_amount(headings->text[i]))
                return true;
    return false;
}

static bool has_role(const struct headings *headings, enum role role)
{
    for (const struct layout_rule *rule = layout_plain_rules; rule->heading; rule++)
        if (rule->role == role && headings_have(headings, rule->heading))
            return true;
    return false;
}

/* A value that is of trade by its heading needs no flow beside it. */
static bool has_trade_value(const struct headings *headings)
{
    return headings_begin(headings, "tradevalue") ||
           headings_begin(headings, "fobvalue") || headings_begin(headings, "cifvalue");
}

static bool recognises(const struct headings *headings)
{
    /* A month without a year beside it may tell both: "January 2001". */
    bool has_time = has_role(headings, ROLE_PERIOD) || has_role(headings, ROLE_YEAR) ||
                    has_role(headings, ROLE_MONTH);
    bool is_long = has_role(headings, ROLE_FLOW) && begins_as(headings, ROLE_VALUE);

    return has_time &&
           (begins_as(headings, ROLE_FIGURE) || is_long || has_trade_value(headings));
}

const struct layout_ops layout_plain = {
    .name = "table",
    .title = NULL,
    .publisher = NULL,
    .recognises = recognises,
    .rules = layout_plain_rules,
    .flows = layout_plain_flows,
    .finds_dimensions = true,
};

/* Whether some heading is that of such a rule. */
static bool fits(const struct headings *headings, enum role role)
{
    for (size_t i = 0; i < headings->count; i++)
        for (const struct layout_rule *rule = layout_plain_rules; rule->heading; rule++)
            if (rule->role == role && rule_fits(rule, headings, i))
                return true;
    return false;
}

static bool is_known(const struct headings *headings, size_t column)
{
    for (const struct layout_rule *rule = layout_plain_rules; rule->heading; rule++)
        if (rule_fits(rule, headings, column))
            return true;
    return false;
}

static bool has_unknown(const struct headings *headings)
{
    for (size_t i = 0; i < headings->count; i++)
        if (*headings->folded[i] && !is_known(headings, i))
            return true;
    return false;
}

static bool is_bare(const struct headings *headings)
{
    bool has_time = fits(headings, ROLE_PERIOD) || fits(headings, ROLE_YEAR) ||
                    fits(headings, ROLE_MONTH);
    bool has_members = fits(headings, ROLE_CODE) || fits(headings, ROLE_REPORTER);

    if (has_time)
        return has_members && (fits(headings, ROLE_VALUE) || has_unknown(headings));
    return headings->count > 1 &&
           (fits(headings, ROLE_FIGURE) || (has_members && fits(headings, ROLE_VALUE)));
}

bool layout_is_wide(const struct headings *headings)
{
    size_t count[FREQUENCY_COUNT] = {0};
    size_t most = 0;

    for (size_t i = 0; i < headings->count; i++) {
        struct builder_text text = headings->text[i];
        struct builder_text mark;
        struct period period;
        mark_cut_period(&text, &mark);
        if (!period_read(text.text, text.length, &period))
            continue;
        if (!layout_is_dated(text, &period))
            return false;
        if (++count[period.frequency] > most)
            most = count[period.frequency];
    }
    return most > 1;
}

static bool is_wide(const struct headings *headings)
{
    return layout_is_wide(headings) &&
           (fits(headings, ROLE_CODE) || fits(headings, ROLE_REPORTER) ||
            fits(headings, ROLE_FLOW));
}

const struct layout_ops layout_wide = {
    .name = "table, a column for each period",
    .recognises = is_wide,
    .rules = layout_plain_rules,
    .flows = layout_plain_flows,
    .has_wide_periods = true,
    .finds_dimensions = true,
};

const struct layout_ops layout_flow_periods = {
    .name = "table, a column for each flow and period",
    .recognises = layout_has_flow_periods,
    .rules = layout_plain_rules,
    .has_wide_periods = true,
    .has_flow_periods = true,
    .finds_dimensions = true,
};

const struct layout_ops layout_bare = {
    .name = "table",
    .recognises = is_bare,
    .rules = layout_plain_rules,
    .flows = layout_plain_flows,
    .finds_dimensions = true,
};
