/*
 * Charts: figures in, cells out. A chart knows no terminal, no dataset and no view.
 *
 * Rules that all of them keep: bars and scales start at zero; deficits go the other
 * way; a value that is not zero never draws nothing and never reads as zero; what is
 * missing is marked as missing and never drawn as zero; exports and imports differ in
 * texture as well as in colour; scales have round steps; both sides of zero share one
 * scale.
 */
#ifndef TUI_CHARTS_CHART_H
#define TUI_CHARTS_CHART_H

#include "core/base/arena.h"
#include "core/model/value.h"
#include "tui/cells.h"
#include "tui/targets.h"

#include <stdbool.h>
#include <stddef.h>

/* name of the ops table chart_NAME */
#define CHARTS(X) X(pairs) X(diverging) X(line) X(columns) X(twins)

/* One item of a chart: a partner, a product, a period. */
struct chart_point {
    const char *label;    /* short name, raw */
    size_t rank;          /* from 1; 0 for none */
    struct value exports; /* or the only measure there is */
    struct value imports;
    struct value balance;
    struct value exports_growth; /* percent */
    struct value imports_growth;
    struct value cover; /* exports per import, percent */
    bool is_muted;      /* a residual, a part that is not allocated */
};

struct chart_whole;
struct balance_whole;

/* Everything a chart is told. Figures are in base units and are shown divided by
 * 10^scale with `decimals`. */
struct chart {
    const struct chart_point
        *points; /* NULL: point_at() makes each (pairs, diverging) */
    struct chart_point (*point_at)(const struct chart *chart, size_t number);
    /* The same without growth and cover, for who goes through all of them. */
    struct chart_point (*outline_at)(const struct chart *chart, size_t number);
    const void *source; /* for both */
    size_t count;
    /* What was found of all points already (whole.h), or NULL. */
    const struct chart_whole *whole;
    const struct balance_whole *balances;
    size_t selected;   /* >= count: none */
    size_t first;      /* scrolled so far: the first point drawn (pairs) */
    bool has_imports;  /* whether there are two series and a balance */
    bool has_overlaps; /* the points share members (groups): they are never added up */
    bool is_signed;    /* the only series: figures carry + as well */
    bool is_local;     /* the scale is of the points on screen (pairs): one that is far
                          out elsewhere must not press all others flat */
    bool is_still;     /* diverging: the fold does not open for the selected point */
    bool is_compact;   /* for a small panel: bars without axis row and growth */
    bool is_log;       /* line: a scale of powers of ten, of what is above zero */
    int scale;
    int decimals;
    double top;       /* twins: the figure, scaled, at the top; 0: the greatest */
    const char *unit; /* "CNY bn" */
    /* How balances are shown where figures are in something else, an index for
     * instance; without `has_balance_unit` as the figures. */
    bool has_balance_unit;
    int balance_scale;
    int balance_decimals;
    const char *balance_unit;
    const char *exports_name; /* "Exports", or the measure's title */
    const char *imports_name;
    /* diverging only: what the folded middle and the ends are of */
    const char *noun; /* "partners" */
    /* Whether the terminal's own cursor goes to the selected point. */
    bool has_cursor;
    /* What a click on a point means; its number is the point's. TARGET_NONE: nothing.
     */
    enum target_kind target;
    /* Vertical marks of line and columns: point numbers, ascending. */
    const size_t *marks;
    size_t mark_count;
    struct arena *arena; /* for scratch, freed after the redraw */
};

struct chart_ops {
    const char *name;
    void (*draw)(const struct chart *chart, struct cells *cells, struct rect area);
    /* How many points fit into that many rows; SIZE_MAX: any number. */
    size_t (*capacity)(const struct chart *chart, int rows);
};

#define X(name) extern const struct chart_ops chart_##name;
CHARTS(X)
#undef X

/* One of the points; and what it has but for growth and cover. */
struct chart_point chart_point(const struct chart *chart, size_t number);
struct chart_point chart_outline(const struct chart *chart, size_t number);

/* Puts the terminal's cursor there if the chart has it. */
void chart_place_cursor(const struct chart *chart, struct cells *cells,
                        struct rect area, int row, int col);

/* Says that a click there means the point, if the chart has such targets. */
void chart_add_target(const struct chart *chart, struct cells *cells, struct rect area,
                      struct rect part, size_t point);

/* A sparkline of the last `cols` numbers, on its own scale from its least to its
 * greatest; a missing one is the missing mark. */
void chart_spark(struct cells *cells, struct rect area, int row, int col, int cols,
                 enum style style, const struct value *values, size_t count);

/* A bar from zero to the right of at most `cols` cells: part is 0..1. */
void chart_bar(struct cells *cells, struct rect area, int row, int col, int cols,
               enum style style, const uint32_t eighths[9], double part);

/* Round scale steps (1, 2, 2.5, 3, 5 x 10^n) so that [low, high] has at most `most`
 * steps and the ends are multiples of the step. Returns the step. */
double chart_ticks(double low, double high, int most, double *first, double *last);

/* A figure as text in the chart's scale: "3,733.7", "+2,569.7" when signed, the missing
 * mark, "n/a". */
const char *chart_figure(const struct chart *chart, const struct glyphs *glyphs,
                         struct value value, bool is_signed);
/* A number that is scaled already, as chart_figure() shows it. One that rounds to zero
 * says so: "<0.1", "+<0.1" when signed, "−<0.1" below zero; zero alone is "0.0". */
const char *chart_number(struct arena *arena, const struct glyphs *glyphs,
                         double scaled_value, int decimals, bool is_signed);
/* Growth: "+6.1", "×33.8" from 1000 % on, the missing mark, "n/a"; no percent sign. */
const char *chart_growth(struct arena *arena, const struct glyphs *glyphs,
                         struct value value);

/* Exports in percent of imports: "91.8", "1,569", and from 10,000 % on a factor,
 * "×137". */
const char *chart_cover(struct arena *arena, const struct glyphs *glyphs,
                        struct value cover);

#endif
