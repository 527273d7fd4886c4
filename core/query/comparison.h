/*
 * Comparison: two rows of a frame side by side, and how they differ.
 */
#ifndef CORE_QUERY_COMPARISON_H
#define CORE_QUERY_COMPARISON_H

#include "core/query/frame.h"

/* Every difference is left less right, and missing as soon as one of them is. */
struct comparison {
    const struct frame_row *left;
    const struct frame_row *right;
    struct value exports; /* base units */
    struct value imports;
    struct value total;
    struct value balance;
    struct value exports_gap; /* growth of the left less that of the right, in points */
    struct value imports_gap;
    struct value exports_times; /* exports of the left, in those of the right */
    struct value imports_times;
};

/* Both rows are of the frame. */
struct comparison comparison_new(const struct frame *frame,
                                 const struct frame_row *left,
                                 const struct frame_row *right);

/* 1 - |X - M| / (X + M): how much of the row's trade goes both ways (Grubel and Lloyd
 * 1975); 0 for one-way trade. */
struct value comparison_two_way(const struct frame *frame, const struct frame_row *row);

#endif
