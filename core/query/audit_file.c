/*
 * The file as a whole: a number of rows at which downloads are cut off, the reporter
 * among its own partners, and figures from several releases.
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <string.h>

enum { LIMIT, REPORTER, VINTAGES };

static const struct audit_check checks[] = {
    [LIMIT] = {"download-limit", SEVERITY_WARNING,
               N_("row counts at which downloads are cut off"),
               N_("count the rows at the source, or download in parts (by year or by "
                  "chapter): what lies beyond a limit is missing without a word")},
    [REPORTER] =
        {"partner-reporter", SEVERITY_NOTE, N_("the reporter among its partners"),
         N_("allowed: goods of its own origin that come back; they count in the "
            "totals and are never ranked")},
    [VINTAGES] =
        {"mixed-vintages", SEVERITY_NOTE, N_("figures from several releases"),
         N_("growth between figures of different releases contains the revision: "
            "compare figures of one release where it matters")},
};

/* Comtrade's preview, call and bulk limits, those of other services, and the rows of a
 * spreadsheet with a heading or without. */
static const size_t limits[] = {
    500,    1000,   5000,   10000,   50000,   65535,   65536,   100000,
    250000, 500000, 750000, 1000000, 1048575, 1048576, 2500000,
};

static void check_limit(struct audit *audit)
{
    size_t count = audit->dataset->observation_count;

    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
        if (count == limits[i])
            audit_find(audit, LIMIT, count - 1,
                       "there are exactly %zu observations, as many as a download or a "
                       "sheet may have: the file may be cut off here",
                       count);
}

static void check_reporter(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    const char *code = dataset->reporter_code;
    size_t d = dataset_dimension(dataset, "partner");
    uint32_t member;
    size_t first = 0;

    if (d == SIZE_MAX || !code || !*code)
        return;
    member = dict_find(&dataset->dimension[d].codes, code, strlen(code));
    if (member == DICT_NONE || !dataset->dimension[d].members[member].has_rows)
        return;
    while (audit_member(audit, d, first) != member)
        first++;
    audit_find(audit, REPORTER, first, "%s is the reporter and one of the partners",
               audit_member_words(audit, d, member));
}

static uint32_t see_vintage(bool *is_seen, uint32_t vintage)
{
    bool is_new = !is_seen[vintage];

    is_seen[vintage] = true;
    return is_new;
}

/* Those of whole rows; where some figures have their own, by figure. */
static void check_vintages(struct audit *audit)
{
    const struct dataset *dataset = audit->dataset;
    bool has_own = dataset_has_own(dataset, ATTRIBUTE_VINTAGE);
    uint32_t releases = 0;
    bool *is_seen = ARENA_ARRAY(audit->scratch, bool,
                                (size_t)dataset->texts[ATTRIBUTE_VINTAGE].count + 1);

    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++)
        if (!has_own)
            releases += see_vintage(
                is_seen, codes_get_sparse(&dataset->attribute[ATTRIBUTE_VINTAGE], i));
        else
            for (size_t m = 0; m < dataset->measure_count; m++)
                if (codes_get_sparse(&dataset->measure[m].absence, i) != ABSENCE_NO_ROW)
                    releases += see_vintage(
                        is_seen, dataset_attribute(dataset, ATTRIBUTE_VINTAGE, m, i));
    if (releases > 1)
        audit_find(audit, VINTAGES, OBSERVATION_NONE,
                   "the figures are from %u releases (column vintage)", releases);
}

static void run(struct audit *audit)
{
    check_limit(audit);
    check_reporter(audit);
    check_vintages(audit);
}

const struct audit_ops audit_file = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
