/*
 * Columns of one row against each other: a balance that is given against exports less
 * imports, a total against their sum, and whether the two can be set off at all.
 */
#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <string.h>

enum { BALANCE, TOTAL, VALUATION, CURRENCY };

static const struct audit_check checks[] = {
    [BALANCE] =
        {"balance-column", SEVERITY_WARNING,
         N_("given balances against exports less imports"),
         N_("compare the three figures with the source; the balance on the screen "
            "is always computed from exports and imports")},
    [TOTAL] =
        {"total-column", SEVERITY_WARNING,
         N_("given totals against exports plus imports"),
         N_("compare the three figures with the source; the total on the screen is "
            "always computed from exports and imports")},
    [VALUATION] =
        {"mixed-valuation", SEVERITY_NOTE,
         N_("exports and imports valued in the same way"),
         N_("usual for customs data: imports carry freight and insurance, some "
            "3 to 6 %, so a surplus comes out too small and a deficit too large")},
    [CURRENCY] = {"mixed-currency", SEVERITY_WARNING,
                  N_("exports and imports in the same currency"),
                  N_("give both in one currency: a balance of two currencies means "
                     "nothing")},
};

struct columns {
    const struct measure *exports;
    const struct measure *imports;
};

static const struct measure *measure_of(const struct dataset *dataset, const char *id)
{
    size_t number = dataset_measure(dataset, id);

    return number == SIZE_MAX ? NULL : &dataset->measure[number];
}

static bool is_same_unit(const struct measure *a, const struct measure *b)
{
    return a->unit.kind == b->unit.kind && a->unit.code && b->unit.code &&
           strcmp(a->unit.code, b->unit.code) == 0;
}

/* A figure and half its last digit in the numbers of 10^exponent base units. */
static double in_common(const struct measure *measure, size_t i, int exponent,
                        double *half_digits)
{
    int shift = audit_exponent(measure) - exponent;

    *half_digits += 0.5 * number_scale(audit_last_digit(measure), shift);
    return number_scale(measure->column.data[i], shift);
}

struct worst {
    double size;
    uint32_t observation;
    uint32_t count;
    uint32_t turned; /* of these, right but for the sign */
};

static struct worst compare(const struct audit *audit, struct columns columns,
                            const struct measure *given, int sign)
{
    const struct dataset *dataset = audit->dataset;
    int exponent = audit_exponent(given);
    struct worst worst = {0};

    if (audit_exponent(columns.exports) < exponent)
        exponent = audit_exponent(columns.exports);
    if (audit_exponent(columns.imports) < exponent)
        exponent = audit_exponent(columns.imports);
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        double room = 0;
        double exports = in_common(columns.exports, i, exponent, &room);
        double imports = in_common(columns.imports, i, exponent, &room);
        double figure = in_common(given, i, exponent, &room);
        double expected = exports + sign * imports;
        double gap = figure - expected;

        room += 1e-15 * (fabs(exports) + fabs(imports));
        if (isnan(gap) || fabs(gap) <= room)
            continue;
        if (fabs(figure + expected) <= room)
            worst.turned++;
        if (!worst.count++ || fabs(gap) > worst.size) {
            worst.size = fabs(gap);
            worst.observation = (uint32_t)i;
        }
    }
    return worst;
}

static void check_given(struct audit *audit, struct columns columns, size_t check,
                        const char *id, int sign)
{
    const struct dataset *dataset = audit->dataset;
    const struct measure *given = measure_of(dataset, id);
    struct worst worst;
    double figure;
    double expected;

    if (!given || !is_same_unit(given, columns.exports))
        return;
    worst = compare(audit, columns, given, sign);
    if (!worst.count)
        return;
    figure = given->column.data[worst.observation];
    expected =
        number_scale(columns.exports->column.data[worst.observation],
                     audit_exponent(columns.exports) - audit_exponent(given)) +
        sign * number_scale(columns.imports->column.data[worst.observation],
                            audit_exponent(columns.imports) - audit_exponent(given));
    audit_find(audit, check, worst.observation,
               sign < 0 ? _("%s: the balance is given as %s, exports less imports are "
                            "%s: a gap of %s %s (%s)%s%s")
                        : _("%s: the total is given as %s, exports plus imports are "
                            "%s: a gap of %s %s (%s)%s%s"),
               audit_what(audit, worst.observation), audit_figure(audit, given, figure),
               audit_figure(audit, given, expected),
               audit_figure(audit, given, figure - expected), audit_unit(audit, given),
               audit_percent(audit, figure - expected, expected),
               worst.turned == worst.count ? _("; the sign is the other way round")
                                           : "",
               audit_more(audit, worst.count - 1));
}

static void check_basis(struct audit *audit, struct columns columns)
{
    enum valuation exports = columns.exports->valuation;
    enum valuation imports = columns.imports->valuation;

    if (exports != VALUATION_NONE && imports != VALUATION_NONE && exports != imports)
        audit_find(audit, VALUATION, OBSERVATION_NONE,
                   "exports are valued %s and imports %s: a balance of the two counts "
                   "freight and insurance on one side only",
                   _(valuation_word(exports)), _(valuation_word(imports)));
    if (!is_same_unit(columns.exports, columns.imports))
        audit_find(audit, CURRENCY, OBSERVATION_NONE,
                   "exports are in %s and imports in %s: a balance of the two has no "
                   "meaning",
                   audit_unit(audit, columns.exports),
                   audit_unit(audit, columns.imports));
}

static void run(struct audit *audit)
{
    struct columns columns = {measure_of(audit->dataset, "exports"),
                              measure_of(audit->dataset, "imports")};

    if (!columns.exports || !columns.imports)
        return;
    check_basis(audit, columns);
    if (!is_same_unit(columns.exports, columns.imports))
        return;
    check_given(audit, columns, BALANCE, "balance", -1);
    check_given(audit, columns, TOTAL, "total", 1);
}

const struct audit_ops audit_columns = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
