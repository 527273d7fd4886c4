/*
 * A table with a row for each year and a column for each of its months, quarters or
 * halves: Jan to Dec, Q1 to Q4. The finest of them are read.
 */
#include "core/load/layout_plain_rules.h"

#include <stdio.h>
#include <string.h>

/* "Jan", "Q1", "M01" and "1月" as parts of a year that nothing else calls so. */
static bool read_part(struct builder_text heading, struct period *period)
{
    static const char *const ways[][2] = {{"", " 2000"}, {"2000年", ""}, {"2000", ""}};
    bool is_named = heading.length > 1 && heading.length < 12;

    for (size_t i = 0; is_named && i < sizeof(ways) / sizeof(ways[0]); i++) {
        char text[32];
        int length = snprintf(text, sizeof(text), "%s%.*s%s", ways[i][0],
                              (int)heading.length, heading.text, ways[i][1]);
        if (length > 0 && (i < 2 || *heading.text == 'M') &&
            period_read(text, (size_t)length, period) &&
            period->frequency > FREQUENCY_YEAR && period->frequency < FREQUENCY_WEEK)
            return true;
    }
    return false;
}

static size_t count_of(const struct headings *headings, enum frequency frequency)
{
    struct period period;
    size_t count = 0;

    for (size_t i = 0; i < headings->count; i++)
        count += read_part(headings->text[i], &period) && period.frequency == frequency;
    return count;
}

/* Two may be the names of anything, but for halves. */
static bool has_parts(const struct headings *headings, enum frequency *frequency)
{
    static const struct {
        enum frequency frequency;
        size_t least;
    } kinds[] = {{FREQUENCY_MONTH, 3}, {FREQUENCY_QUARTER, 3}, {FREQUENCY_HALF, 2}};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        *frequency = kinds[i].frequency;
        if (count_of(headings, kinds[i].frequency) >= kinds[i].least)
            return true;
    }
    return false;
}

const char *layout_year_part(const struct headings *headings, size_t column,
                             struct arena *arena)
{
    enum frequency frequency;
    char shown[PERIOD_SHOWN_MAX];
    struct period period;

    if (!has_parts(headings, &frequency) ||
        !read_part(headings->text[column], &period) || period.frequency != frequency)
        return NULL;
    period_show(shown, period);
    return arena_copy(arena, shown + 4, strlen(shown + 4)); /* behind the year */
}

static bool recognises(const struct headings *headings)
{
    enum frequency frequency;

    if (!has_parts(headings, &frequency))
        return false;
    for (const struct layout_rule *rule = layout_plain_rules; rule->heading; rule++)
        if (rule->role == ROLE_YEAR && headings_have(headings, rule->heading))
            return true;
    return false;
}

const struct layout_ops layout_year_parts = {
    .name = "table, a column for each part of a year",
    .recognises = recognises,
    .rules = layout_plain_rules,
    .flows = layout_plain_flows,
    .has_wide_periods = true,
    .has_year_parts = true,
    .finds_dimensions = true,
};
