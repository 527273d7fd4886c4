/*
 * Figures for the benchmark: month x 200 partners x 97 chapters with exports and
 * imports, in that order, from a generator with a fixed seed.
 */
#include "tests/bench.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTNERS = 200, CHAPTERS = 97, FIRST_YEAR = 1981 };

struct row {
    unsigned year;
    unsigned month;
    unsigned partner;
    unsigned chapter;
    unsigned exports; /* tenths */
    unsigned imports;
};

struct form {
    const char *name;
    const char *head;
    void (*write)(const struct row *row, size_t number);
};

#define YAML_HEAD "entrepot: 1\ntitle: Generated\nunit: {currency: USD, scale: 3}\n"
#define COLUMNS "columns: [period, partner, product, exports, imports]\n"

static void write_csv(const struct row *row, size_t number)
{
    (void)number;
    printf("%u-%02u,P%03u,%02u,%u.%u,%u\n", row->year, row->month, row->partner,
           row->chapter, row->exports / 10, row->exports % 10, row->imports);
}

/* A row of each flow, as most publishers have them. */
static void write_flows(const struct row *row, size_t number)
{
    (void)number;
    printf("%u-%02u,P%03u,%02u,Export,%u.%u\n%u-%02u,P%03u,%02u,Import,%u\n", row->year,
           row->month, row->partner, row->chapter, row->exports / 10, row->exports % 10,
           row->year, row->month, row->partner, row->chapter, row->imports);
}

static void write_list(const struct row *row, size_t number)
{
    (void)number;
    printf("  - [%u-%02u, P%03u, %02u, %u.%u, %u]\n", row->year, row->month,
           row->partner, row->chapter, row->exports / 10, row->exports % 10,
           row->imports);
}

static void write_map(const struct row *row, size_t number)
{
    (void)number;
    printf("  - {period: %u-%02u, partner: P%03u, product: %02u, exports: %u.%u, "
           "imports: %u}\n",
           row->year, row->month, row->partner, row->chapter, row->exports / 10,
           row->exports % 10, row->imports);
}

static void write_block(const struct row *row, size_t number)
{
    (void)number;
    printf("  - period: %u-%02u\n    partner: P%03u\n    product: %02u\n"
           "    exports: %u.%u\n    imports: %u\n",
           row->year, row->month, row->partner, row->chapter, row->exports / 10,
           row->exports % 10, row->imports);
}

/* No row like the one before it. */
static void write_mixed(const struct row *row, size_t number)
{
    static const char *const shapes[] = {
        "  - [%u-%02u, P%03u, %02u, %u.%u, %u] # checked\n",
        "  - [ %u-%02u, 'P%03u', %02u, %u.%u, %u ]\n",
        "  - [%u-%02u, \"P%03u\", \"%02u\", %u.%u,\n     %u]\n",
        "  -   [%u-%02u, P%03u, '%02u',   %u.%u, %u]\n",
    };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    printf(shapes[number % 4], row->year, row->month, row->partner, row->chapter,
           row->exports / 10, row->exports % 10, row->imports);
#pragma GCC diagnostic pop
}

static const struct form forms[] = {
    {"csv", "period,partner,product,exports,imports\n", write_csv},
    {"flows", "period,partner,product,flow,value\n", write_flows},
    {"list", YAML_HEAD COLUMNS "observations:\n", write_list},
    {"map", YAML_HEAD "observations:\n", write_map},
    {"block", YAML_HEAD "observations:\n", write_block},
    {"mixed", YAML_HEAD COLUMNS "observations:\n", write_mixed},
};

static uint32_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* As many small as large ones: trade is so. */
static unsigned random_figure(uint64_t *state)
{
    static const unsigned limits[] = {100, 1000, 10000, 100000, 1000000};

    return random_next(state) % limits[random_next(state) % 5];
}

/* Many members: products with names, of a hundred chapters, in ten years. */
enum { MEMBER_CHAPTERS = 100, MEMBER_YEARS = 10, MEMBER_FIRST_YEAR = 2015 };

static void write_member_names(size_t members)
{
    static const char *const kinds[] = {"Fresh",  "Frozen", "Dried",  "Salted",
                                        "Woven",  "Crude",  "Rolled", "Cast",
                                        "Forged", "Plated", "Carved"};
    static const char *const things[] = {"fish",  "fruit", "cotton", "steel",
                                         "glass", "pumps", "toys"};

    fputs(YAML_HEAD "dimensions:\n  product:\n    levels: [chapter, item]\n"
                    "    members:\n",
          stdout);
    for (unsigned i = 0; i < MEMBER_CHAPTERS; i++)
        printf("      - {code: C%02u, level: chapter, name: Chapter %u}\n", i, i);
    for (size_t i = 0; i < members; i++)
        printf("      - {code: P%06zu, level: item, parent: C%02zu, name: %s %s %zu}\n",
               i, i * MEMBER_CHAPTERS / members, kinds[i % 11], things[i % 7], i);
}

static int write_members(size_t members)
{
    uint64_t state = 1;

    write_member_names(members);
    fputs("columns: [period, product, exports, imports]\nobservations:\n", stdout);
    for (unsigned year = 0; year < MEMBER_YEARS; year++)
        for (size_t i = 0; i < members; i++) {
            unsigned exports = random_figure(&state);
            printf("  - [%u, P%06zu, %u, %u]\n", MEMBER_FIRST_YEAR + year, i, exports,
                   random_figure(&state));
        }
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}

int bench_data(int argc, char **argv)
{
    const struct form *form = NULL;
    size_t rows = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;
    uint64_t state = 1;

    if (rows && strcmp(argv[1], "members") == 0)
        return write_members(rows);
    for (size_t i = 0; rows && i < sizeof(forms) / sizeof(forms[0]); i++)
        if (strcmp(argv[1], forms[i].name) == 0)
            form = &forms[i];
    if (!form) {
        fputs("usage: bench data csv|flows|list|map|block|mixed ROWS, or members "
              "MEMBERS\n",
              stderr);
        return 2;
    }
    fputs(form->head, stdout);
    for (size_t i = 0; i < rows; i++) {
        unsigned month = (unsigned)(i / (PARTNERS * CHAPTERS));
        struct row row = {.year = FIRST_YEAR + month / 12, .month = month % 12 + 1};
        row.partner = (unsigned)(i / CHAPTERS % PARTNERS);
        row.chapter = (unsigned)(i % CHAPTERS) + 1;
        row.exports = random_figure(&state) * 10 + random_next(&state) % 10;
        row.imports = random_figure(&state);
        form->write(&row, i);
    }
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
