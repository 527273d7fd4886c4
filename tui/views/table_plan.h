/*
 * The plan of a table: which column goes where, from its contents and the room there
 * is.
 */
#ifndef TUI_VIEWS_TABLE_PLAN_H
#define TUI_VIEWS_TABLE_PLAN_H

#include "tui/views/table_part.h"

enum { TABLE_GAP = 2 /* blanks before each column of figures */ };

/* Places, left to right: mark, rank, name, other name | figures ... spark. */
struct table_plan {
    int rank_cols;
    int name_cols;
    int other_cols;
    int spark_cols;
    int flag_cols;
    int figures_col;
    int width[MEASURE_MAX + INDICATOR_COUNT + 2];
};

struct table_plan table_plan_new(const struct table_part *table, struct rect area);

/* Width of a text in cells; 0 for NULL. */
int table_text_cols(const char *text);

/* The language that the second column of names is in. */
const char *table_other_language(const struct table_part *table);

#endif
