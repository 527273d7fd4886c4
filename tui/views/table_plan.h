/*
 * The plan of a table: which column goes where, from its contents and the room there
 * is.
 */
#ifndef TUI_VIEWS_TABLE_PLAN_H
#define TUI_VIEWS_TABLE_PLAN_H

#include "tui/views/table_part.h"

enum {
    TABLE_GAP = 2,     /* blanks before each column of figures */
    TABLE_COLS_MIN = 4 /* of a column that was made narrower */
};

/* Places, left to right: mark, rank, name, other name | figures ... spark. */
struct table_plan {
    int mark_cols; /* only while rows are marked */
    int rank_cols;
    int name_cols;
    int other_cols;
    int spark_cols;
    int flag_cols;
    int figures_col;
    int width[MEASURE_MAX + INDICATOR_COUNT + 2];
};

/* The columns of figures on screen: the frozen ones, then those from first_column on.
 */
struct table_columns {
    size_t column[MEASURE_MAX + INDICATOR_COUNT + 2];
    int col[MEASURE_MAX + INDICATOR_COUNT + 2]; /* where each begins */
    size_t count;
    size_t frozen; /* how many of them stay; fewer than wished where room is short */
    size_t hidden; /* on the right */
};

struct table_columns table_columns_new(const struct table_part *table,
                                       const struct table_plan *plan, struct rect area);

/* How many columns to scroll so that `column` (from 0) is on screen, the least from
 * where the table is now. */
size_t table_first_column(const struct table_part *table, struct rect area,
                          size_t column);

struct table_plan table_plan_new(const struct table_part *table, struct rect area);

/* The lines of sums below the rows: how many, and drawing them at the area's bottom
 * (table_totals.c). */
int table_totals_rows(const struct frame *frame, struct rect area);
void table_totals_draw(const struct table_part *table, const struct table_plan *plan,
                       struct cells *cells, struct rect area);

/* Whether some figure of the row lacks a part of its period. */
bool table_row_is_part(const struct frame *frame, const struct frame_row *row);

/* What stands behind the row's name when its figures are not a publisher's for all of
 * it: " (sum)", " (part)", or "". */
const char *table_row_suffix(const struct frame *frame, const struct frame_row *row);
/* The most cells that the label of a total would like. */
int table_totals_label_cols(const struct frame *frame, struct arena *arena);

/* Draws the figures of a row, or the heads (row NULL), that fit from first_column on;
 * returns how many do not. */
size_t table_figures_draw(const struct table_part *table, const struct table_plan *plan,
                          struct cells *cells, struct rect area, int line,
                          const struct frame_row *row, enum style style);
void table_spark_draw(const struct table_part *table, const struct table_plan *plan,
                      struct cells *cells, struct rect area, int line,
                      const struct frame_row *row);

/* Width of a text in cells; 0 for NULL. */
int table_text_cols(const char *text);

/* The language that the second column of names is in. */
const char *table_other_language(const struct table_part *table);

#endif
