/*
 * Random tables of two dimensions, and what their totals are by plain loops.
 *
 * What is expected is the promise: a published figure stands; where there is none, the
 * sum of the parts does; one part that is not available makes the sum so; what has no
 * row adds nothing. Where the parts of either dimension could be added up, those that
 * have published totals in them are, else the ones that add up to more.
 */
#ifndef TESTS_TOTALS_H
#define TESTS_TOTALS_H

#include "core/model/dataset.h"

enum { TOTALS_MEMBERS = 8, TOTALS_PERIODS = 24 };

enum state { NOTHING, NUMBER, LACKS };

struct result {
    enum state state;
    double number;
    bool is_published;
    bool has_total;  /* a published total is in it */
    bool is_partial; /* of a year: some month has no row */
};

/* Two dimensions, as lists of members with the number of their parent. */
struct side {
    const char *id;
    int count;
    const char *code[TOTALS_MEMBERS];
    int parent[TOTALS_MEMBERS]; /* -1: none */
};

struct table {
    const struct side *side[2];
    int period_count;
    struct result cell[2][TOTALS_PERIODS][TOTALS_MEMBERS]
                      [TOTALS_MEMBERS]; /* by measure */
    unsigned random;
};

/* One period of one measure of the table. */
struct slice {
    const struct table *table;
    const struct result (*cell)[TOTALS_MEMBERS];
};

/* A table without rows, of some dimensions. */
struct table totals_table(unsigned seed);
unsigned totals_roll(struct table *table, unsigned sides);
/* How often, of ten, a cell has a row: one chance for parts, one for totals; and how
 * often, of forty, its figure is not available. */
void totals_fill(struct table *table, unsigned parts, unsigned totals, unsigned lacks);
void totals_load(const struct table *table, bool is_monthly, struct dataset *dataset);
/* The months of each year added up, cell by cell; what lacks in one lacks in all. */
void totals_add_up_years(const struct table *months, struct table *years);

int totals_level(const struct side *side, int member);
int totals_levels(const struct side *side);
/* The member that stands for all; -1: none does. */
int totals_whole(const struct side *side);

struct slice totals_slice(const struct table *table, int measure, int period);
/* The figure of a cell; -1 is all members without a parent. */
struct result totals_figure(const struct slice *slice, int a, int b);
/* The sum along one dimension of what has this parent; the other stays. */
struct result totals_parts(const struct slice *slice, int along, int a, int b);

#endif
