/*
 * Words: what is on the screen as options, each an option of the command line and its
 * argument. The command that shows the screen again (command_line.h) and the workspace
 * (workspace.h) are made of them, and batch_apply() takes them back.
 *
 * Only what differs from the first look at the dataset has a word; where the screen is
 * scrolled to has one, what lies over it or could be undone has none.
 */
#ifndef TUI_WORDS_H
#define TUI_WORDS_H

#include "tui/app.h"
#include "tui/options.h"

/* option, name of the function say_NAME that writes its argument; in the order in which
 * they are written. To each belongs a reader in batch.c. */
#define WORDS(X)                \
    X(VIEW, view)               \
    X(BY, by)                   \
    X(WITHIN, within)           \
    X(LEVEL, level)             \
    X(FREQUENCY, frequency)     \
    X(SAME_MONTHS, same_months) \
    X(PERIOD, period)           \
    X(FILTER, filter)           \
    X(COLUMNS, columns)         \
    X(FREEZE, freeze)           \
    X(MARK, mark)               \
    X(MEASURE, measure)         \
    X(RANGE, range)             \
    X(FORM, form)               \
    X(LOG, log)                 \
    X(SORT, sort)               \
    X(TOP, top)                 \
    X(CURRENCY, currency)       \
    X(SCALE, scale)             \
    X(ONE_SCALE, one_scale)     \
    X(ROW_SCALE, row_scale)     \
    X(AGAINST, against)         \
    X(SELECT, select)           \
    X(AT, at)                   \
    X(ASSUME, assume)           \
    X(SCROLL, scroll)           \
    X(UNIT, unit)               \
    X(DECIMAL, decimal)         \
    X(MAP, map)                 \
    X(REVISE, revise)           \
    X(REPEATS, repeats)         \
    X(PERIODS, periods)         \
    X(DATES, dates)             \
    X(ENCODING, encoding)       \
    X(LANG, lang)

/* Fills text[] by option, NULL where nothing need be said, "" for an option without an
 * argument; the rest of text[] is NULL. Needs a dataset. */
void words_of(const struct app *app, const char *text[OPTION_COUNT],
              struct arena *arena);

/* Whether any option says what is looked at: without one nothing is changed. Those that
 * say how the file is read are none. */
bool words_are_given(const char *const text[OPTION_COUNT]);

/* Takes back what only these options say. Lenses are narrowed before the rest of the
 * query is read, places found after the refresh. Each says in `diags` what is wrong.
 * Unless the rows were said (`has_rows`), those of what nothing stands below are its
 * periods, or members of another dimension where there is but one. */
bool words_read_within(struct app *app, const char *text, bool has_rows,
                       struct diag_list *diags);
bool words_read_trend(struct app *app, const char *const text[OPTION_COUNT],
                      struct diag_list *diags);
bool words_read_places(struct app *app, const char *const text[OPTION_COUNT],
                       struct diag_list *diags);

/* Whether rows are narrowed to what nothing of theirs stands below. */
bool words_are_of_leaf(const struct query *query, const struct dataset *dataset);
/* The level of the rows below what they are narrowed to, unless it is below already. */
void words_fit_level(struct query *query, const struct dataset *dataset);

#endif
