/*
 * The periods: what lacks between the first and the last, for the file and for each
 * member, a last period that is not complete, and periods that had not begun when the
 * file was retrieved. Days are left alone: weekends and holidays have none.
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <string.h>

/* A member counts as otherwise complete with this part of its periods, and so many. */
enum { SPAN_MIN = 5, HOLES_IN_TEN = 2 };
/* A period with less than half the observations of the one before is thin. */
enum { THIN_MIN = 10 };

enum { GAP, MEMBER_GAP, THIN, FUTURE, JOINT };

static const struct audit_check checks[] = {
    [GAP] =
        {"period-gap", SEVERITY_WARNING, N_("missing periods within the range"),
         N_("add the missing periods, or a row with '~' where nothing was published; "
            "growth and totals over the gap are not available")},
    [MEMBER_GAP] =
        {"member-gap", SEVERITY_WARNING,
         N_("members without a row for a few of their periods"),
         N_("find out whether nothing was traded (write 0), nothing published "
            "(write ~) or the row was lost")},
    [THIN] =
        {"last-thin", SEVERITY_WARNING, N_("a last period that is not complete"),
         N_("do not compare its total with the period before; wait for the missing "
            "members or end the file one period earlier")},
    [JOINT] = {"ytd-joint", SEVERITY_NOTE, N_("months that are only known together"),
               N_("nothing lacks when the publisher gives them together: they are one "
                  "period; to compare them with a year that has them apart, say "
                  "--period=2024-01..02")},
    [FUTURE] =
        {"period-future", SEVERITY_WARNING,
         N_("periods that begin after the file was retrieved"),
         N_("correct the period or 'retrieved'; mark forecasts with the flag f")},
};

/* Figures of the year to date lose nothing when one is left out within a year, or at
 * its beginning; whether that is all that is missing. */
static bool check_joint(struct audit *audit, uint32_t p, struct period missing)
{
    const struct dataset *dataset = audit->dataset;
    struct period after = dataset->periods[p];
    struct period first = {after.frequency, after.index, 0};
    char joint[PERIOD_SHOWN_MAX];

    if (!dataset->is_ytd || period_year(missing) != period_year(after))
        return false;
    while (first.index > missing.index && period_year(first) == period_year(after))
        first.index--;
    if (!audit_count_only(audit, JOINT))
        audit_find(audit, JOINT, audit->first_of[p],
                   "the year to date goes on with %s: %s is known as one figure only",
                   audit_period(audit, p),
                   period_words(joint, period_join(first, after)));
    return true;
}

static void check_gaps(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;

    for (uint32_t p = 1; p < dataset->period_count; p++) {
        struct period before = dataset->periods[p - 1];
        struct period after = dataset->periods[p];
        struct period missing = {before.frequency, before.index + 1, 0};
        int32_t count = after.index - before.index - 1;
        char first[PERIOD_SHOWN_MAX];
        char last[PERIOD_SHOWN_MAX];

        if (count < 1 || check_joint(audit, p, missing) || audit_count_only(audit, GAP))
            continue;
        period_words(first, missing);
        missing.index = after.index - 1;
        period_words(last, missing);
        if (count == 1)
            audit_find(audit, GAP, audit->first_of[p],
                       "no observation is of %s: the one before this is of %s", first,
                       audit_period(audit, p - 1));
        else
            audit_find(audit, GAP, audit->first_of[p],
                       "no observation is of %s to %s, %d %s: the one before this is "
                       "of %s",
                       first, last, count,
                       frequency_words(before.frequency, (unsigned long)count),
                       audit_period(audit, p - 1));
    }
}

/* What one member has between its first and its last period. */
struct span {
    uint32_t first;
    uint32_t last;
    uint32_t present;
    uint32_t observation; /* one of the last period */
};

enum { BITS = 64 };

static void say_member_gap(struct audit *audit, size_t d, uint32_t member,
                           const struct span *span, const uint64_t *has)
{
    uint32_t missing = span->last - span->first + 1 - span->present;
    uint32_t hole = span->first;

    if (audit_count_only(audit, MEMBER_GAP))
        return;
    while (has[hole / BITS] >> hole % BITS & 1)
        hole++;
    audit_find(audit, MEMBER_GAP, span->observation,
               "%s '%s' has no row for %s, but for %u other periods from %s to %s",
               audit_dimension(audit, d), audit_member_words(audit, d, member),
               missing > 1 ? arena_printf(audit->arena, _("%s and %u more"),
                                          audit_period(audit, hole), missing - 1)
                           : audit_period(audit, hole),
               span->present, audit_period(audit, span->first),
               audit_period(audit, span->last));
}

static void check_members(struct audit *audit, size_t d)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t members = dataset->dimension[d].member_count;
    size_t words = dataset->period_count / BITS + 1;
    struct span *spans = ARENA_ARRAY(audit->scratch, struct span, members);
    uint64_t *has = ARENA_ARRAY(audit->scratch, uint64_t, (size_t)members * words);

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        uint32_t period = codes_get(&dataset->period, i);
        uint32_t member = audit_member(audit, d, i);
        struct span *span = &spans[member];
        uint64_t *word = &has[member * words + period / BITS];
        uint64_t bit = (uint64_t)1 << period % BITS;

        if (*word & bit)
            continue;
        *word |= bit;
        if (!span->present || period < span->first)
            span->first = period;
        if (!span->present || period >= span->last) {
            span->last = period;
            span->observation = (uint32_t)i;
        }
        span->present++;
    }
    for (uint32_t m = 0; m < members; m++) {
        const struct span *span = &spans[m];
        uint32_t length = span->present ? span->last - span->first + 1 : 0;
        if (length >= SPAN_MIN && span->present < length &&
            (length - span->present) * 10 <= length * HOLES_IN_TEN)
            say_member_gap(audit, d, m, span, &has[m * words]);
    }
}

static void check_thin(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t last = dataset->period_count - 1;
    size_t count = 0;
    size_t before = 0;

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        count += codes_get(&dataset->period, i) == last;
        before += codes_get(&dataset->period, i) + 1 == last;
    }
    if (before >= THIN_MIN && count * 2 < before)
        audit_find(audit, THIN, audit->first_of[last],
                   "the last period, %s, has %zu observations, %s has %zu",
                   audit_period(audit, last), count, audit_period(audit, last - 1),
                   before);
}

static void check_future(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    uint32_t last = dataset->period_count - 1;
    struct period retrieved;

    if (!period_read(dataset->retrieved ? dataset->retrieved : "",
                     dataset->retrieved ? strlen(dataset->retrieved) : 0, &retrieved))
        return;
    if (period_compare(dataset->periods[last], retrieved) > 0 &&
        !period_is_in(dataset->periods[last], retrieved, retrieved))
        audit_find(audit, FUTURE, audit->first_of[last],
                   "%s had not begun when the file was retrieved, %s",
                   audit_period(audit, last), audit_text(audit, dataset->retrieved));
}

static void run(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;

    if (!dataset->period_count)
        return;
    check_future(audit);
    if (dataset->period_count == 1)
        return;
    check_thin(audit);
    if (dataset->periods[0].frequency == FREQUENCY_DAY)
        return;
    check_gaps(audit);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        check_members(audit, d);
}

const struct audit_ops audit_periods = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
