/*
 * Forms: how the trend shows its figures. As they are, as growth on the year before, as
 * an index with the first period on screen at 100, or, narrowed to a part, as its share
 * of the whole; and whether a log scale may be used for them.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/app.h"
#include "tui/show.h"

enum { FORM_SERIES_MAX = 2, FORM_COLUMN_MAX = 3 * FORM_SERIES_MAX };

/* The measures that the trend draws: both flows, or the one of choice. None when that
 * is an indicator, which has no other form. Returns how many. */
size_t form_series(const struct app *app, size_t measures[FORM_SERIES_MAX]);

/* Where indices of two series begin whose figures do not begin together: at the later
 * of their beginnings. False where each begins where the other does. Needs app->trend.
 */
bool form_common_base(const struct app *app, struct period *base);

/* The columns that the frame of the trend has for the forms; needs app->frame. Returns
 * how many. */
size_t form_columns(const struct app *app, struct column_spec specs[FORM_COLUMN_MAX]);

/* The column that the form of a measure is; shares of the trend have none, but need the
 * same as this one. */
struct column_spec form_spec(enum form form, size_t measure);

/* The dimension whose whole a share is of; SIZE_MAX when nothing is narrowed. */
size_t form_share_dimension(const struct app *app);

/* The form that the trend has: that of the lens, or FORM_LEVEL where the figures cannot
 * have it. */
enum form form_shown(const struct app *app);
/* The form of this word; FORM_COUNT for none. */
enum form form_find(const char *word);
const char *form_word(enum form form);

/* A figure of a row of the trend in the form that is shown. */
struct value form_value(const struct app *app, const struct frame_row *row,
                        size_t measure);
/* "+6.1 %", "512.3", "4.5 %"; words for what is missing. */
const char *form_text(const struct show *show, enum form form, struct value value);

/* Turns a chart over time of the trend (show_chart_over_time()) into the form that is
 * shown, on the scale that is. The balance stays in its own unit. */
void form_chart(const struct app *app, const struct show *show, const size_t *places,
                struct chart *chart);

/* "Exports and imports, index (1978 = 100)"; "" for figures as they are. */
const char *form_title(const struct app *app, const struct show *show);

/* The same of one series, by its number, in words that a figure with its unit follows:
 * "Exports, index (1978 = 100)". */
const char *form_name(const struct app *app, const struct show *show, size_t series);

/* Why the trend cannot have a log scale, a sentence; NULL when it can. */
const char *form_log_refusal(const struct app *app);

/* Average growth of the periods on screen, "CAGR 1978-2024: X +13.6 %, M +12.6 %"; ""
 * when it cannot be computed. */
const char *form_average(const struct app *app, const struct show *show);

/* What the cursor is on, in words, within `cols`. */
const char *form_sentence(const struct app *app, int cols, const struct show *show);

/* The next form that the figures can have, then the figures again; false without one.
 */
bool lens_next_form(struct app *app);
/* On a log scale, or not; false and the reason in app->message where it cannot be. */
bool lens_turn_log(struct app *app);

#endif
