/*
 * Timing: which periods the lens shows the dataset in: the file's own, coarser ones, or
 * a range of them in every year.
 */
#ifndef TUI_TIMING_H
#define TUI_TIMING_H

#include "tui/app.h"

/* The dataset in these periods, to be closed with spans_close(); false when it has no
 * others than its own, and `out` stays empty. */
bool timing_make(const struct dataset *loaded, struct timing timing,
                 struct dataset *out, const struct stop *stop);
bool timing_equal(struct timing a, struct timing b);

/* Makes app->dataset the loaded one in the periods that the lens wants. */
void timing_use(struct app *app);
/* The refresh after that is over: what was before it goes; or comes back, when the work
 * was stopped (stopping.h). */
void timing_settled(struct app *app);
void timing_take_back(struct app *app);

/* After app->dataset changed: the query's period is one that it has. */
void timing_settle(struct app *app);

/* The period that is looked at: the query's, or that of the selected row of periods. */
struct period timing_chosen(const struct app *app);

/* Shows this range, and the same one of other years beside it. False when the file has
 * nothing in it. */
bool app_set_range(struct app *app, struct period range);

/* Extends what is looked at by the period before (-1) or after (+1) it; false when the
 * file does not reach that far. */
bool lens_extend_range(struct app *app, int step);

/* The period as the header says it, "2024", "2024 (Jan-Sep)" where the file has no more
 * of it, "Jan-Feb 2024" where [ and ] go from year to year. */
const char *timing_heading(const struct app *app, struct period period,
                           struct arena *arena);

/* The same of the rows' periods, "Jan-Feb 2020-2024". */
const char *timing_heading_of_rows(const struct app *app, const char *dash,
                                   struct arena *arena);

/* When the growths of the period are of a part of it: " on Jan-Sep", and "over
 * Jan-Sep of both years"; else NULL. */
const char *timing_base_words(const struct dataset *dataset, uint32_t period,
                              struct arena *arena);
const char *timing_part_words(const struct dataset *dataset, uint32_t period,
                              struct arena *arena);

#endif
