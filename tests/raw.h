/*
 * Raw: the countries of china-partners-2024.yaml, read line by line without the loader,
 * so that counts and sums have a second way.
 */
#ifndef TESTS_RAW_H
#define TESTS_RAW_H

#include <stdbool.h>
#include <stddef.h>

enum { RAW_MAX = 400 };

struct raw_row {
    char code[16];
    char parent[16];
    char member[200]; /* the line of the member as it stands */
    double exports;   /* in 10,000 yuan; NaN without a number */
    double imports;
    double exports_growth; /* percent */
};

struct raw {
    struct raw_row row[RAW_MAX];
    size_t count;
};

/* Reads the file or fails the test. */
void raw_read(struct raw *raw);

const struct raw_row *raw_find(const struct raw *raw, const char *code);
/* Whether the member's line names the group. */
bool raw_is_in(const struct raw_row *row, const char *group);

#endif
