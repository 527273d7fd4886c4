/*
 * The layout of a ranking by balance: its sums, its rows and its columns.
 */
#ifndef TUI_CHARTS_BALANCE_LAYOUT_H
#define TUI_CHARTS_BALANCE_LAYOUT_H

#include "tui/charts/bar.h"
#include "tui/charts/chart.h"
#include "tui/charts/fold.h"
#include "tui/charts/whole.h"

/* Column widths; 0 for a column that is not shown. */
struct balance_columns {
    int cursor;
    int rank;
    int label;
    int figure;
    int cover;
    int margin;
};

struct balance_layout {
    struct cells *cells;
    struct rect area;
    struct chart chart; /* with the decimals that fit */
    const struct balance_whole *whole;
    struct fold_row *rows;
    size_t row_count;
    bool names_missing; /* a row says how many have no balance */
    int head_rows;
    int rule_rows;
    int foot_rows;
    struct balance_columns columns;
    struct bar_span span;
};

struct balance_layout balance_layout_new(const struct chart *chart, struct cells *cells,
                                         struct rect area);

/* The net of all points. */
double balance_net(const struct balance_sums *sums);

/* The sum of the balances in a row of the plan. */
double balance_row_sum(const struct balance_layout *layout, struct fold_row row);

/* "219 partners" */
const char *balance_count_text(const struct balance_layout *layout, size_t count);
/* "1,569" */
/* "233"; "" for none. */
const char *balance_rank_text(const struct balance_layout *layout, size_t rank);
const char *balance_cover_text(const struct balance_layout *layout, struct value cover);

/* First columns of ranks, labels and bars, and those after bars, figures and cover. */
int balance_rank_col(const struct balance_layout *layout);
int balance_label_col(const struct balance_layout *layout);
int balance_bar_col(const struct balance_layout *layout);
int balance_bar_end(const struct balance_layout *layout);
int balance_figure_end(const struct balance_layout *layout);
int balance_cover_end(const struct balance_layout *layout);

#endif
