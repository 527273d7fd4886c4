/*
 * Path plan: the path to balance of what the lens is narrowed to, with the rates that
 * the keys chose, ready to be drawn (views/path.c) or printed (--path).
 */
#ifndef TUI_PATH_PLAN_H
#define TUI_PATH_PLAN_H

#include "core/query/path.h"
#include "tui/app.h"
#include "tui/show.h"

#include <stdio.h>

/* What the keys change, in the order of the screen; the first two index path_state. */
enum path_parameter {
    PATH_PARAMETER_EXPORTS,
    PATH_PARAMETER_IMPORTS,
    PATH_PARAMETER_TARGET,
    PATH_PARAMETER_COUNT
};

enum { PATH_TARGET_MAX = 100, PATH_STEPS_MAX = 5 };

struct path_plan {
    const char *reason; /* why there is no path; NULL: there is one */
    struct path_start start;
    struct path path;
    struct path_outcome outcome;
    const char *noun; /* of the periods that the start is the sum of: "months" */
    int target;       /* the year to be equal by */
    int horizon;      /* years that a projection shows */
    struct show show;
};

struct path_plan path_plan_new(const struct app *app, const struct glyphs *glyphs,
                               struct arena *arena);

/* The growth that the data have of their own, in tenths of a percent; 0 where it is not
 * known. */
int path_own_tenths(const struct path_start *start, enum path_parameter parameter);

/* Whether the data say how it grew. */
bool path_is_known(const struct path_start *start, enum path_parameter parameter);

/* The start with `back` whole years skipped. */
struct path_start path_plan_start(const struct app *app, int back);

/* 5, 10, 15, 20 years on and the target, ascending, each once; returns how many. */
size_t path_plan_steps(const struct path_plan *plan, int years[PATH_STEPS_MAX]);

/* The first year in which the balance has turned, when the two meet. */
int path_plan_year(const struct path_plan *plan);

/* Texts, in the arena of the plan's `show`. */

/* "At +2.0 % exports and +5.0 % imports a year they meet in 11.2 years, in 2036."; the
 * short one leaves the rates out. */
const char *path_verdict(const struct path_plan *plan, bool is_short);
/* "2024: exports 25,454.5, imports 18,392.3, surplus 7,062.3 CNY bn, 16.1 % of trade",
 * or less, to fit into so many columns. */
const char *path_from(const struct path_plan *plan, int cols);
/* "+2.0 %", "n/a" */
const char *path_rate(const struct path_plan *plan, struct value percent);
/* "11.2", "never", "widens", "now", "n/a" */
const char *path_years(const struct path_plan *plan, struct path_outcome outcome);
/* "published", "on 2023", "not known": where the data's own growth is from. */
const char *path_origin(const struct path_plan *plan, enum path_parameter parameter);

/* Everything as text, a fact a line and a grid at the end; false when writing fails. */
bool path_print(const struct app *app, FILE *out);
/* The same with one fact a line throughout. */
bool path_print_facts(const struct app *app, FILE *out);

#endif
