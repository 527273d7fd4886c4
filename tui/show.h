/*
 * Show: figures of a frame as text, in one scale for the whole screen.
 */
#ifndef TUI_SHOW_H
#define TUI_SHOW_H

#include "core/query/frame.h"
#include "tui/charts/chart.h"
#include "tui/glyphs.h"

#include <stdbool.h>

/* How the figures of a screen are shown: divided by 10^scale, with so many decimals. */
struct show {
    int scale;
    int decimals;
    char unit[UNIT_SHOWN_MAX];
    const struct glyphs *glyphs;
    struct arena *arena; /* of the redraw; texts live there */
};

/* Chooses scale and decimals by the largest figure of the frame. */
struct show show_new(const struct frame *frame, const struct glyphs *glyphs,
                     struct arena *arena);

/* "3,733.7", "+2,569.7" when signed, the missing mark, "n/a". */
const char *show_figure(const struct show *show, struct value value, bool is_signed);
/* A figure with fewer decimals than the screen's: for narrow panels. */
const char *show_short(const struct show *show, struct value value, bool is_signed);
/* A growth in percent, or a factor from 1000 % on; marked with * when it is over a part
 * of the year only. */
const char *show_growth(const struct show *show, struct value value);
/* A percentage with one decimal, or none from 1000 on. */
const char *show_percent(const struct show *show, struct value value);
/* Whatever the column is. */
const char *show_value(const struct show *show, const struct frame_column *column,
                       struct value value);

/* What belongs behind that text of a column where no head says it: " %" or "". A growth
 * or a cover ratio that is told as a factor is no percentage. */
const char *show_percent_sign(const struct show *show,
                              const struct frame_column *column, const char *text);

/* "partners" as "Partners", to begin a title. */
const char *show_capital(const struct show *show, const char *word);
/* "Imports" as "imports", within a sentence; an abbreviation stays. */
const char *show_lower(const struct show *show, const char *word);

/* A chart of the frame's rows, in their order; what is no partner of its own is muted.
 * Its points are made when they are asked for. */
struct chart show_chart(const struct show *show, const struct frame *frame);
/* Its points get one column of the frame, and the growth of a figure. */
void show_chart_column(const struct show *show, const struct frame *frame,
                       struct column_spec spec, struct chart *chart);

/* The same for a frame of periods, oldest first, with an empty point for every period
 * that the frame skips, so that time runs evenly. `places` gets the point of each row;
 * it has room for frame->row_count. */
struct chart show_chart_over_time(const struct show *show, const struct frame *frame,
                                  size_t *places);

/* Makes it a chart of the column that the frame's query shows in charts; false, and the
 * chart as it was, when it shows none or rows have none of it. `places`, of
 * show_chart_over_time(), may be NULL. */
bool show_is_measured(const struct frame *frame);
bool show_measured(const struct show *show, const struct frame *frame,
                   const size_t *places, struct chart *chart);

/* The style in which a balance or a growth is drawn. */
enum style show_sign_style(struct value value);

#endif
