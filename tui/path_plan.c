#include "tui/path_plan.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"

#include <math.h>

enum { HORIZON_LEAST = 20, HORIZON_MOST = 100, TARGET_AHEAD = 10, STEP_YEARS = 5 };

/* From here on a number of years says nothing. */
static const double YEARS_MOST = 1000;

/* Own growth stays within what the formula takes and an int holds. */
static const double OWN_LEAST = -99.9;
static const double OWN_MOST = 1e7;

static struct value own_growth(const struct path_start *start,
                               enum path_parameter parameter)
{
    return parameter == PATH_PARAMETER_EXPORTS ? start->exports_growth
                                               : start->imports_growth;
}

int path_own_tenths(const struct path_start *start, enum path_parameter parameter)
{
    struct value growth = own_growth(start, parameter);

    if (!value_is_number(growth))
        return 0;
    return (int)lround(10 * fmin(fmax(growth.number, OWN_LEAST), OWN_MOST));
}

struct path_start path_plan_start(const struct app *app, int back)
{
    const struct query *query = &app->lens.query;
    bool is_by_period = query->rows == ROWS_PERIOD;

    return path_start_new(app->trend, is_by_period ? query->last_period : query->period,
                          is_by_period ? back : 0);
}

static double rate_of(const struct app *app, const struct path_start *start,
                      enum path_parameter parameter)
{
    const struct path_state *state = &app->path;
    int tenths = state->is_set[parameter] ? state->tenths[parameter]
                                          : path_own_tenths(start, parameter);

    return tenths / 10.0;
}

static int target_of(const struct app *app, int year)
{
    int target = app->path.target ? app->path.target : year + TARGET_AHEAD;

    if (target <= year)
        return year + 1;
    return target > year + PATH_TARGET_MAX ? year + PATH_TARGET_MAX : target;
}

/* Far enough to see the lines cross, when they do within a lifetime. */
static int horizon_of(const struct path_plan *plan)
{
    int horizon = HORIZON_LEAST;

    if (plan->outcome.kind == PATH_MEETS && plan->outcome.years < HORIZON_MOST) {
        horizon = (int)ceil(plan->outcome.years * 1.25);
        horizon = horizon < STEP_YEARS ? STEP_YEARS : horizon;
    }
    if (plan->target - plan->start.year > horizon)
        horizon = plan->target - plan->start.year;
    return horizon < HORIZON_MOST ? horizon : HORIZON_MOST;
}

/* The scale of the start, which may be a sum of many rows. */
static struct show show_of(const struct app *app, const struct path_start *start,
                           const struct glyphs *glyphs, struct arena *arena)
{
    struct frame frame = *app->trend;

    if (!start->reason)
        frame.largest = fmax(start->exports, start->imports);
    return show_new(&frame, glyphs, arena);
}

struct path_plan path_plan_new(const struct app *app, const struct glyphs *glyphs,
                               struct arena *arena)
{
    struct path_plan plan = {.start = path_plan_start(app, app->path.back)};
    const struct path_start *start = &plan.start;

    plan.show = show_of(app, start, glyphs, arena);
    plan.reason = start->reason;
    plan.noun = app->trend->noun;
    if (plan.reason)
        return plan;
    plan.path = (struct path){
        .exports = start->exports,
        .imports = start->imports,
        .exports_growth = rate_of(app, start, PATH_PARAMETER_EXPORTS),
        .imports_growth = rate_of(app, start, PATH_PARAMETER_IMPORTS),
    };
    plan.outcome = path_outcome(&plan.path);
    plan.target = target_of(app, start->year);
    plan.horizon = horizon_of(&plan);
    if (plan.outcome.kind == PATH_UNDEFINED)
        plan.reason =
            arena_printf(arena, _("%s in %d"), plan.outcome.reason, start->year);
    return plan;
}

size_t path_plan_steps(const struct path_plan *plan, int years[PATH_STEPS_MAX])
{
    int target = plan->target - plan->start.year;
    size_t count = 0;

    for (int step = STEP_YEARS; step <= 4 * STEP_YEARS; step += STEP_YEARS) {
        if (target > step - STEP_YEARS && target < step)
            years[count++] = target;
        years[count++] = step;
    }
    if (target > 4 * STEP_YEARS)
        years[count++] = target;
    return count;
}

int path_plan_year(const struct path_plan *plan)
{
    double years = fmin(plan->outcome.years, YEARS_MOST);

    return plan->start.year + (int)ceil(years - 1e-9);
}

static const char *number(const struct path_plan *plan, double value, int decimals,
                          bool is_signed)
{
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {
        .decimals = decimals,
        .sign = is_signed ? NUMBER_SIGN_BOTH : NUMBER_SIGN_MINUS,
        .is_ascii = plan->show.glyphs->is_ascii,
        .is_grouped = true,
    };

    return arena_printf(plan->show.arena, "%s", number_show(text, value, style));
}

bool path_is_known(const struct path_start *start, enum path_parameter parameter)
{
    return value_is_number(own_growth(start, parameter));
}

const char *path_rate(const struct path_plan *plan, struct value percent)
{
    if (!value_is_number(percent))
        return "n/a";
    return arena_printf(plan->show.arena, "%s %%",
                        number(plan, percent.number, 1, true));
}

const char *path_years(const struct path_plan *plan, struct path_outcome outcome)
{
    switch (outcome.kind) {
    case PATH_BALANCED:
        return _("now");
    case PATH_NEVER:
        return _("never");
    case PATH_WIDENS:
        return _("widens");
    case PATH_UNDEFINED:
        return "n/a";
    case PATH_MEETS:
        break;
    }
    if (outcome.years >= YEARS_MOST)
        return ">1000";
    return number(plan, outcome.years, outcome.years < 100 ? 1 : 0, false);
}

const char *path_origin(const struct path_plan *plan, enum path_parameter parameter)
{
    struct value growth = own_growth(&plan->start, parameter);

    if (!value_is_number(growth))
        return _("not known");
    if (growth.origin == ORIGIN_PUBLISHED)
        return _("published");
    return arena_printf(plan->show.arena, _("on %d"), plan->start.year - 1);
}

/* "+2.0 % exports and +5.0 % imports a year" */
static const char *rates_text(const struct path_plan *plan)
{
    return arena_printf(plan->show.arena, _("%s exports and %s imports a year"),
                        path_rate(plan, value_derived(plan->path.exports_growth)),
                        path_rate(plan, value_derived(plan->path.imports_growth)));
}

static const char *gap_text(const struct path_plan *plan, double years)
{
    return number(plan, path_at(&plan->path, years).gap, 1, false);
}

/* "in 11.2 years, in 2036" */
static const char *meeting_text(const struct path_plan *plan)
{
    struct arena *arena = plan->show.arena;

    if (plan->outcome.years >= YEARS_MOST)
        return arena_printf(arena, _("in more than %s years"),
                            number(plan, YEARS_MOST, 0, false));
    return arena_printf(arena, _("in %s years, in %d"),
                        number(plan, plan->outcome.years, 1, false),
                        path_plan_year(plan));
}

/* "7.1 years before 2024" */
static const char *parting_text(const struct path_plan *plan)
{
    double years = -plan->outcome.years;
    bool is_long_ago = years >= YEARS_MOST;

    return arena_printf(
        plan->show.arena,
        is_long_ago ? _("more than %s years before %d") : _("%s years before %d"),
        number(plan, is_long_ago ? YEARS_MOST : years, is_long_ago ? 0 : 1, false),
        plan->start.year);
}

/* A gap may widen as a share of trade while it shrinks in money: when both fall. */
static const char *widens_text(const struct path_plan *plan, bool is_short)
{
    struct arena *arena = plan->show.arena;
    double now = plan->path.exports - plan->path.imports;
    bool shrinks = fabs(path_at(&plan->path, 1).balance) < fabs(now);

    if (is_short)
        return arena_printf(
            arena,
            shrinks ? _("The gap widens as a share of trade; they were equal %s.")
                    : _("The gap widens; they were equal %s."),
            parting_text(plan));
    return arena_printf(arena,
                        shrinks
                            ? _("The gap widens as a share of trade at %s; by these "
                                "rates they were equal %s.")
                            : _("The gap widens at %s; by these rates they were "
                                "equal %s."),
                        rates_text(plan), parting_text(plan));
}

static const char *never_text(const struct path_plan *plan, bool is_short)
{
    struct arena *arena = plan->show.arena;
    const char *rate = path_rate(plan, value_derived(plan->path.exports_growth));

    if (is_short)
        return arena_printf(arena, _("They never meet: the gap stays %s %% of trade."),
                            gap_text(plan, 0));
    return arena_printf(
        arena,
        _("At %s a year for both they never meet: the gap stays %s %% of "
          "trade."),
        rate, gap_text(plan, 0));
}

static const char *balanced_text(const struct path_plan *plan)
{
    return arena_printf(
        plan->show.arena,
        _("They are equal in %d; at these rates the gap is %s %% of trade "
          "in %d."),
        plan->start.year, gap_text(plan, plan->horizon),
        plan->start.year + plan->horizon);
}

const char *path_verdict(const struct path_plan *plan, bool is_short)
{
    struct arena *arena = plan->show.arena;

    if (plan->reason)
        return arena_printf(arena, _("There is no path to balance: %s."), plan->reason);
    switch (plan->outcome.kind) {
    case PATH_BALANCED:
        return balanced_text(plan);
    case PATH_MEETS:
        return is_short ? arena_printf(arena, _("They meet %s."), meeting_text(plan))
                        : arena_printf(arena, _("At %s they meet %s."),
                                       rates_text(plan), meeting_text(plan));
    case PATH_WIDENS:
        return widens_text(plan, is_short);
    default:
        return never_text(plan, is_short);
    }
}

const char *path_from(const struct path_plan *plan, int cols)
{
    const struct show *show = &plan->show;
    struct arena *arena = show->arena;
    const struct path_start *start = &plan->start;
    double balance = start->exports - start->imports;
    const char *x = show_figure(show, value_derived(start->exports), false);
    const char *m = show_figure(show, value_derived(start->imports), false);
    const char *year = arena_printf(arena, "%d", start->year);
    const char *text;
    const char *longer;

    if (cols < text_width(x) + text_width(m) + text_width(show->unit) + 30)
        return arena_printf(arena, _("%s: X %s, M %s %s"), year, x, m, show->unit);
    if (start->periods > 1)
        year = arena_printf(arena, _("%s, %zu %s"), year, start->periods, plan->noun);
    text = arena_printf(
        arena,
        balance < 0 ? _("%s: exports %s, imports %s, deficit %s %s")
                    : _("%s: exports %s, imports %s, surplus %s %s"),
        year, x, m, show_figure(show, value_derived(fabs(balance)), false), show->unit);
    longer = arena_printf(arena, _("%s, %s %% of trade"), text, gap_text(plan, 0));
    return text_width(longer) <= cols ? longer : text;
}
