#include "core/query/path.h"

#include "core/base/translate.h"

#include <math.h>

/* Differences smaller than this part are the last bits of a double. */
static const double NOTHING = 1e-12;

/* Why there is no answer; NULL when there is one. Not a number is not above zero. */
static const char *reason_of(const struct path *path)
{
    if (!(path->exports > 0))
        return _("there are no exports");
    if (!(path->imports > 0))
        return _("there are no imports");
    if (!(path->exports_growth > -100))
        /* xgettext:no-c-format */
        return _("exports cannot fall by 100 % or more a year");
    if (!(path->imports_growth > -100))
        /* xgettext:no-c-format */
        return _("imports cannot fall by 100 % or more a year");
    if (!isfinite(path->exports) || !isfinite(path->imports) ||
        !isfinite(path->exports_growth) || !isfinite(path->imports_growth))
        return _("the figures are too large");
    return NULL;
}

/* ln(1 + g / 100), exact for small rates too. */
static double log_growth(double percent)
{
    return log1p(percent / 100);
}

struct path_outcome path_outcome(const struct path *path)
{
    struct path_outcome outcome = {.reason = reason_of(path)};
    double apart;
    double closing;

    outcome.kind = outcome.reason ? PATH_UNDEFINED : PATH_BALANCED;
    if (outcome.reason ||
        fabs(path->exports - path->imports) <= NOTHING * path->exports)
        return outcome;
    apart = log(path->exports / path->imports);
    closing = log_growth(path->imports_growth) - log_growth(path->exports_growth);
    outcome.kind = PATH_NEVER;
    if (fabs(closing) <= NOTHING)
        return outcome;
    outcome.years = apart / closing;
    outcome.kind = outcome.years > 0 ? PATH_MEETS : PATH_WIDENS;
    return outcome;
}

struct value path_needed(const struct path *path, double years)
{
    double rate;

    if (reason_of(path) || !(years > 0))
        return value_missing(ABSENCE_UNDEFINED);
    rate =
        log_growth(path->exports_growth) + log(path->exports / path->imports) / years;
    return value_derived(100 * expm1(rate));
}

struct path_point path_at(const struct path *path, double years)
{
    struct path_point point = {
        .exports = path->exports * exp(years * log_growth(path->exports_growth)),
        .imports = path->imports * exp(years * log_growth(path->imports_growth)),
    };
    double trade = point.exports + point.imports;

    point.balance = point.exports - point.imports;
    if (trade > 0 && isfinite(trade))
        point.gap = 100 * fabs(point.balance) / trade;
    return point;
}

int path_peak(const struct path *path, int years)
{
    double largest = fabs(path->exports - path->imports);
    int peak = 0;

    for (int year = 1; year <= years; year++) {
        double size = fabs(path_at(path, year).balance);
        if (size > largest) {
            largest = size;
            peak = year;
        }
    }
    return peak;
}

/* The distance of the round rates, so that `count` of them hold both rates. */
static double rate_step(double distance, size_t count)
{
    static const double steps[] = {1, 2, 5, 10, 20, 50, 100};
    size_t last = sizeof(steps) / sizeof(steps[0]) - 1;
    size_t i = count > 12 ? 0 : 1;

    while (i < last && distance > steps[i] * (double)(count / 2))
        i++;
    return steps[i];
}

/* Puts `own` among the round rates, in its place. */
static void rates_insert(struct path_rates *rates, double own)
{
    size_t at = rates->count++;

    while (at > 0 && rates->rate[at - 1] > own) {
        rates->rate[at] = rates->rate[at - 1];
        at--;
    }
    rates->rate[at] = own;
    rates->own = at;
}

static struct path_rates rates_new(double own, double middle, double step, size_t count)
{
    struct path_rates rates = {0};
    double first = step * (nearbyint(middle / step) - (double)((count - 1) / 2));
    bool is_round = fmod(own, step) == 0;

    if (first <= -100)
        first = step * (floor(-100 / step) + 1);
    if (!is_round)
        count--;
    for (size_t i = 0; i < count; i++) {
        double rate = first + (double)i * step;
        if (rate == own)
            rates.own = i;
        rates.rate[rates.count++] = rate;
    }
    /* A round one that lies outside takes the place of the nearest end. */
    if (!is_round)
        rates_insert(&rates, own);
    else if (count && rates.rate[rates.own] != own) {
        rates.own = own < rates.rate[0] ? 0 : count - 1;
        rates.rate[rates.own] = own;
    }
    return rates;
}

static size_t at_most(size_t count, size_t limit)
{
    return count < limit ? count : limit;
}

/* Both axes lean to where the two meet: imports ahead of exports for a surplus. */
struct path_grid path_grid_new(const struct path *path, size_t rows, size_t cols)
{
    struct path_grid grid = {0};
    double middle = (path->exports_growth + path->imports_growth) / 2;
    double distance = fabs(path->exports_growth - path->imports_growth);
    double lean = path->exports > path->imports ? 1 : -1;
    double step;

    rows = at_most(rows, PATH_RATES_MAX);
    cols = at_most(cols, PATH_RATES_MAX);
    if (!rows || !cols)
        return grid;
    step = rate_step(distance, rows > cols ? rows : cols);
    grid.exports = rates_new(path->exports_growth,
                             middle - lean * step * (double)(rows / 4), step, rows);
    grid.imports = rates_new(path->imports_growth,
                             middle + lean * step * (double)(cols / 4), step, cols);
    return grid;
}

struct path_outcome path_grid_outcome(const struct path *path,
                                      const struct path_grid *grid, size_t row,
                                      size_t col)
{
    struct path other = *path;

    other.exports_growth = grid->exports.rate[row];
    other.imports_growth = grid->imports.rate[col];
    return path_outcome(&other);
}
