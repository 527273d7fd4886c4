#include "tests/totals.h"

#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT = 200000 };

static const struct side PARTNERS[] = {
    {"partner", 3, {"A", "B", "C"}, {-1, -1, -1}},
    {"partner", 4, {"W", "A", "B", "C"}, {-1, 0, 0, 0}},
    {"partner", 6, {"W", "R", "S", "A", "B", "C"}, {-1, 0, 0, 1, 1, 2}},
    {"partner", 5, {"R", "S", "A", "B", "C"}, {-1, -1, 0, 0, 1}},
};
static const struct side PRODUCTS[] = {
    {"product", 2, {"01", "02"}, {-1, -1}},
    {"product", 3, {"TOTAL", "01", "02"}, {-1, 0, 0}},
    {"product", 5, {"TOTAL", "01", "02", "0101", "0102"}, {-1, 0, 0, 1, 1}},
};

unsigned totals_roll(struct table *table, unsigned sides)
{
    table->random = table->random * 1664525u + 1013904223u;
    return (table->random >> 8) % sides;
}

static bool has_parts(const struct side *side, int member)
{
    for (int i = 0; i < side->count; i++)
        if (side->parent[i] == member)
            return true;
    return false;
}

int totals_level(const struct side *side, int member)
{
    int level = 0;

    for (; side->parent[member] >= 0; member = side->parent[member])
        level++;
    return level;
}

int totals_levels(const struct side *side)
{
    int most = 0;

    for (int i = 0; i < side->count; i++)
        most = totals_level(side, i) > most ? totals_level(side, i) : most;
    return most + 1;
}

void totals_fill(struct table *table, unsigned parts, unsigned totals, unsigned lacks)
{
    for (int p = 0; p < table->period_count; p++)
        for (int a = 0; a < table->side[0]->count; a++)
            for (int b = 0; b < table->side[1]->count; b++)
                for (int m = 0; m < 2; m++) {
                    bool is_total =
                        has_parts(table->side[0], a) || has_parts(table->side[1], b);
                    struct result *cell = &table->cell[m][p][a][b];
                    *cell =
                        (struct result){.is_published = true, .has_total = is_total};
                    if (totals_roll(table, 10) >= (is_total ? totals : parts))
                        continue;
                    cell->state = totals_roll(table, 40) < lacks ? LACKS : NUMBER;
                    cell->number = cell->state == NUMBER
                                       ? (is_total ? 50 : 1) + totals_roll(table, 90)
                                       : 0;
                }
}

static void write_side(char *text, const struct side *side)
{
    char *end = text + strlen(text);
    int levels = totals_levels(side);

    end += snprintf(end, 100, "  %s:\n    levels: [l0", side->id);
    for (int l = 1; l < levels; l++)
        end += snprintf(end, 100, ", l%d", l);
    end += snprintf(end, 100, "]\n    members:\n");
    for (int i = 0; i < side->count; i++) {
        end += snprintf(end, 100, "      - {code: \"%s\", level: l%d", side->code[i],
                        totals_level(side, i));
        if (side->parent[i] >= 0)
            end += snprintf(end, 100, ", parent: \"%s\"", side->code[side->parent[i]]);
        end += snprintf(end, 100, "}\n");
    }
}

static char *write_figure(char *end, const char *name, const struct result *cell)
{
    if (cell->state == NOTHING)
        return end;
    if (cell->state == LACKS)
        return end + snprintf(end, 100, ", %s: ~", name);
    return end + snprintf(end, 100, ", %s: %.0f", name, cell->number);
}

static void write_rows(char *text, const struct table *table, bool is_monthly)
{
    char *end = text + strlen(text);

    for (int p = 0; p < table->period_count; p++)
        for (int a = 0; a < table->side[0]->count; a++)
            for (int b = 0; b < table->side[1]->count; b++) {
                const struct result *exports = &table->cell[0][p][a][b];
                const struct result *imports = &table->cell[1][p][a][b];
                if (!exports->state && !imports->state)
                    continue;
                end += is_monthly ? snprintf(end, 100, "  - {period: %d-%02d",
                                             2020 + p / 12, p % 12 + 1)
                                  : snprintf(end, 100, "  - {period: %d", 2020 + p);
                end += snprintf(end, 100, ", partner: \"%s\", product: \"%s\"",
                                table->side[0]->code[a], table->side[1]->code[b]);
                end = write_figure(end, "exports", exports);
                end = write_figure(end, "imports", imports);
                end += snprintf(end, 100, "}\n");
            }
}

void totals_load(const struct table *table, bool is_monthly, struct dataset *dataset)
{
    char *text = calloc(1, TEXT);

    cr_assert(text);
    snprintf(text, TEXT,
             "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
             "measures: {exports: ~, imports: ~}\ndimensions:\n");
    write_side(text, table->side[0]);
    write_side(text, table->side[1]);
    snprintf(text + strlen(text), 100,
             "columns: [period, partner, product, exports, imports]\n"
             "observations:\n");
    write_rows(text, table, is_monthly);
    sample_load(dataset, text);
    free(text);
}

struct result totals_parts(const struct slice *slice, int along, int a, int b)
{
    const struct side *side = slice->table->side[along];
    struct result sum = {0};

    for (int i = 0; i < side->count; i++) {
        struct result part;
        if (side->parent[i] != (along ? b : a))
            continue;
        part = totals_figure(slice, along ? a : i, along ? i : b);
        if (part.state == NOTHING)
            continue;
        if (sum.state != LACKS)
            sum.state = part.state;
        sum.number += part.number;
        sum.has_total = sum.has_total || part.has_total;
        sum.is_partial = sum.is_partial || part.is_partial;
    }
    return sum;
}

static bool is_better(struct result one, struct result than)
{
    if (one.state == NOTHING || than.state == NOTHING)
        return one.state != NOTHING;
    if (one.has_total != than.has_total)
        return one.has_total;
    if (one.state != than.state)
        return one.state == NUMBER;
    return one.number > than.number;
}

static bool has_rows(const struct table *table, int along, int member)
{
    const struct side *other = table->side[!along];

    for (int m = 0; m < 2; m++)
        for (int p = 0; p < table->period_count; p++)
            for (int i = 0; i < other->count; i++)
                if (table->cell[m][p][along ? i : member][along ? member : i].state)
                    return true;
    return false;
}

/* Whether the file has anything at this level, or of members above it that have no
 * parts; else its members are nothing but the sum of their parts. */
static bool is_listed(const struct table *table, int along, int level)
{
    const struct side *side = table->side[along];

    for (int i = 0; i < side->count; i++)
        if ((totals_level(side, i) == level ||
             (totals_level(side, i) < level && !has_parts(side, i))) &&
            has_rows(table, along, i))
            return true;
    return false;
}

static bool is_sum(const struct table *table, int along, int member)
{
    const struct side *side = table->side[along];

    return member < 0 || (has_parts(side, member) &&
                          !is_listed(table, along, totals_level(side, member)));
}

struct result totals_figure(const struct slice *slice, int a, int b)
{
    struct result one;
    struct result other;

    if (a >= 0 && b >= 0 && slice->cell[a][b].state != NOTHING)
        return slice->cell[a][b];
    if (is_sum(slice->table, 0, a) || is_sum(slice->table, 1, b)) {
        one = totals_parts(slice, is_sum(slice->table, 0, a) ? 0 : 1, a, b);
    } else {
        one = totals_parts(slice, 0, a, b);
        other = totals_parts(slice, 1, a, b);
        one = is_better(other, one) ? other : one;
    }
    return one;
}

struct slice totals_slice(const struct table *table, int measure, int period)
{
    return (struct slice){table, table->cell[measure][period]};
}

int totals_whole(const struct side *side)
{
    int roots = 0;

    for (int i = 0; i < side->count; i++)
        roots += side->parent[i] < 0;
    return roots == 1 ? 0 : -1;
}

void totals_add_up_years(const struct table *months, struct table *years)
{
    *years = *months;
    years->period_count = months->period_count / 12;
    memset(years->cell, 0, sizeof(years->cell));
    for (int m = 0; m < 2; m++)
        for (int p = 0; p < months->period_count; p++)
            for (int a = 0; a < TOTALS_MEMBERS; a++)
                for (int b = 0; b < TOTALS_MEMBERS; b++) {
                    const struct result *month = &months->cell[m][p][a][b];
                    struct result *year = &years->cell[m][p / 12][a][b];
                    if (p % 12 == 0) {
                        *year = *month;
                        year->is_partial = month->state == NOTHING;
                        continue;
                    }
                    year->is_partial = year->is_partial || month->state == NOTHING;
                    if (month->state != NOTHING && year->state != LACKS)
                        year->state = month->state;
                    year->number += month->number;
                }
}

struct table totals_table(unsigned seed)
{
    struct table table = {.random = seed * 2654435761u};

    table.side[0] =
        &PARTNERS[totals_roll(&table, sizeof(PARTNERS) / sizeof(PARTNERS[0]))];
    table.side[1] =
        &PRODUCTS[totals_roll(&table, sizeof(PRODUCTS) / sizeof(PRODUCTS[0]))];
    return table;
}
