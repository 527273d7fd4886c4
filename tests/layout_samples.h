/*
 * A small table of every layout: for tests that go over all of them.
 */
#ifndef TESTS_LAYOUT_SAMPLES_H
#define TESTS_LAYOUT_SAMPLES_H

#include <stdbool.h>
#include <stddef.h>

struct layout_sample {
    const char *format; /* as the dataset calls it */
    const char *text;
    size_t head;         /* bytes up to the first row */
    size_t lines_before; /* of text, up to there */
    bool is_counted;     /* each line behind them is a row, whatever it has */
};

extern const struct layout_sample layout_samples[];
extern const size_t layout_sample_count;

#endif
