/*
 * The audits: each check finds its planted fault (tests/audit/NN-name.yaml, whose first
 * line says which) and not in the clean file beside it, and of the bundled datasets
 * they say what is listed here and nothing else.
 */
#include "core/base/stop.h"
#include "core/load/load.h"
#include "core/query/audit.h"
#include "tests/files.h"
#include "tests/sample.h"
#include "tui/batch.h"

#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <stdlib.h>
#include <string.h>

enum { FAULTS_MIN = 20 };

static const char found[] = "# finds: ";
static const char clean[] = "# clean of: ";

static bool has_finding(const struct audit_report *report, const char *id)
{
    for (size_t i = 0; i < report->count; i++)
        if (strcmp(report->findings[i].check->id, id) == 0)
            return true;
    return false;
}

static size_t planted(struct arena *arena, const char ***names)
{
    return files_list(arena, files_path(arena, "tests/audit"), ".yaml", names);
}

/* Loads tests/audit/NAME, audits it, and returns the id that its first line names. */
static const char *audit_planted(struct arena *arena, const char *name,
                                 struct dataset *dataset, struct audit_report *report)
{
    const char *path = files_path(arena, arena_printf(arena, "tests/audit/%s", name));
    size_t size;
    char *text = files_read(arena, path, &size);
    const char *prefix = strncmp(text, found, strlen(found)) == 0 ? found : clean;

    cr_assert_eq(strncmp(text, prefix, strlen(prefix)), 0, "%s: no id", name);
    sample_load(dataset, text);
    audit_run(dataset, report, arena);
    text += strlen(prefix);
    return arena_copy(arena, text, strcspn(text, "\n"));
}

static bool is_clean(const char *name)
{
    return strstr(name, "-clean.yaml") != NULL;
}

Test(audit, finds_every_planted_fault)
{
    struct arena arena = {0};
    const char **names;
    size_t count = planted(&arena, &names);
    size_t faults = 0;

    for (size_t i = 0; i < count; i++) {
        struct dataset dataset;
        struct audit_report report;
        const char *id;
        if (is_clean(names[i]))
            continue;
        faults++;
        id = audit_planted(&arena, names[i], &dataset, &report);
        cr_expect(has_finding(&report, id), "%s: no '%s'", names[i], id);
        dataset_close(&dataset);
    }
    cr_expect_geq(faults, FAULTS_MIN);
    arena_clear(&arena);
}

Test(audit, says_nothing_of_the_clean_file_beside_a_fault)
{
    struct arena arena = {0};
    const char **names;
    size_t count = planted(&arena, &names);

    for (size_t i = 0; i < count; i++) {
        struct dataset dataset;
        struct audit_report report;
        const char *id;
        if (!is_clean(names[i]))
            continue;
        id = audit_planted(&arena, names[i], &dataset, &report);
        cr_expect_not(has_finding(&report, id), "%s has '%s'", names[i], id);
        cr_expect_eq(report.by_severity[SEVERITY_ERROR], 0, "%s", names[i]);
        cr_expect_eq(report.by_severity[SEVERITY_WARNING], 0, "%s", names[i]);
        dataset_close(&dataset);
    }
    arena_clear(&arena);
}

Test(audit, every_check_has_a_fault_a_title_and_advice)
{
    struct arena arena = {0};
    const char **names;
    size_t count = planted(&arena, &names);

    for (size_t c = 0; c < audit_check_count(); c++) {
        const struct audit_check *check = audit_check(c);
        bool is_planted = false;
        for (size_t i = 0; i < count && !is_planted; i++) {
            struct dataset dataset;
            struct audit_report report;
            if (is_clean(names[i]))
                continue;
            is_planted = strcmp(check->id, audit_planted(&arena, names[i], &dataset,
                                                         &report)) == 0;
            dataset_close(&dataset);
        }
        cr_expect(is_planted, "no planted fault for '%s'", check->id);
        cr_expect_gt(strlen(check->title), 10);
        cr_expect_gt(strlen(check->advice), 10);
        for (size_t other = 0; other < c; other++)
            cr_expect_str_neq(check->id, audit_check(other)->id);
    }
    cr_expect_null(audit_check(audit_check_count()));
    arena_clear(&arena);
}

/* "warning 362 parts-gap" and so on, one to a line. */
static const char *summary(const struct audit_report *report, struct arena *arena)
{
    const char *text = "";

    for (size_t i = 0; i < report->count; i++)
        text = arena_printf(arena, "%s%s %zu %s\n", text,
                            severity_word(report->findings[i].check->severity),
                            report->findings[i].at.line, report->findings[i].check->id);
    return text;
}

/* What is true of the bundled data. The two gaps are the publisher's; the trifles are
 * 73 of 2,545,453,724 and 8 of 406,671,082. */
static const struct {
    const char *name;
    const char *findings;
} bundled[] = {
    {"china-annual-cny.yaml", "note 0 mixed-valuation\nnote 0 mixed-vintages\n"},
    {"china-annual-usd.yaml", "note 0 mixed-valuation\n"},
    {"china-brazil-mirror.yaml",
     "warning 30 mirror-sign\nwarning 31 mirror-sign\nwarning 32 mirror-sign\n"
     "note 0 mixed-valuation\n"},
    {"china-monthly-1983-2013.yaml", ""},
    {"china-monthly-2023-2024.yaml",
     "note 0 mixed-valuation\nnote 43 stated-rounding\n"},
    {"china-partners-2024.yaml",
     "warning 362 parts-gap\nwarning 478 parts-gap\nnote 0 mixed-valuation\n"
     "note 0 parts-rounding\nnote 308 parts-trifle\nnote 350 partner-reporter\n"
     "note 530 parts-trifle\n"},
    {"ciie.yaml", ""},
    {"import-export-balance.yaml", ""},
};

Test(audit, says_of_the_bundled_data_what_is_true_and_no_more)
{
    struct arena arena = {0};
    const char **names;
    size_t count = files_list(&arena, files_path(&arena, "datasets"), ".yaml", &names);

    cr_assert_eq(count, sizeof(bundled) / sizeof(bundled[0]),
                 "list the findings of a new dataset here");
    for (size_t i = 0; i < count; i++) {
        struct dataset dataset;
        struct audit_report report;
        cr_assert_str_eq(names[i], bundled[i].name);
        sample_bundled(&dataset, names[i]);
        audit_run(&dataset, &report, &arena);
        cr_expect_str_eq(summary(&report, &arena), bundled[i].findings, "%s", names[i]);
        dataset_close(&dataset);
    }
    arena_clear(&arena);
}

Test(audit, names_the_gaps_of_africa_and_latin_america)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct audit_report report;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    audit_run(&dataset, &report, &arena);
    cr_assert_eq(report.by_severity[SEVERITY_WARNING], 2);
    cr_expect_str_eq(report.findings[0].message,
                     "exports, Africa (AFRICA), 2024: the 63 parts add up to "
                     "127,225,044, the total is 127,225,405: short by 361 CNY 10^4 "
                     "(0.0003 %), where rounding explains 32 at most");
    cr_expect_not_null(
        strstr(report.findings[1].message,
               "Latin America (LATAM), 2024: the 51 parts add up to "
               "197,098,698, the total is 197,098,765: short by 67 CNY 10^4"));
    arena_clear(&arena);
    dataset_close(&dataset);
}

static const char head[] =
    "title: t\nunit: {currency: USD, scale: 6}\n"
    "dimensions: {partner: {members: [W, {code: A, parent: W}, {code: B, parent: W}, "
    "{code: C, parent: W}]}}\n"
    "columns: [period, partner, exports]\nobservations:\n";

/* The ids found in a file with these rows. */
static const char *found_in(struct arena *arena, const char *rows)
{
    struct dataset dataset;
    struct audit_report report;
    const char *text;

    sample_load(&dataset, arena_printf(arena, "%s%s", head, rows));
    audit_run(&dataset, &report, arena);
    text = summary(&report, arena);
    dataset_close(&dataset);
    return text;
}

/* Three parts and a total, rounded to whole numbers: up to 2 is rounding. */
Test(audit, rounding_has_as_much_room_as_there_are_parts)
{
    struct arena arena = {0};

    cr_expect_str_eq(found_in(&arena, "- [2024, W, 600]\n- [2024, A, 101]\n"
                                      "- [2024, B, 201]\n- [2024, C, 300]\n"),
                     "note 0 parts-rounding\n");
    cr_expect_str_eq(found_in(&arena, "- [2024, W, 600]\n- [2024, A, 101]\n"
                                      "- [2024, B, 201]\n- [2024, C, 301]\n"),
                     "warning 6 parts-gap\n");
    arena_clear(&arena);
}

Test(audit, a_part_that_is_not_reported_may_be_the_gap)
{
    struct arena arena = {0};

    cr_expect_str_eq(found_in(&arena, "- [2024, W, 600]\n- [2024, A, 101]\n"
                                      "- [2024, B, 201]\n- [2024, C, ~]\n"),
                     "");
    cr_expect_str_eq(found_in(&arena, "- [2024, W, 600]\n- [2024, A, 401]\n"
                                      "- [2024, B, 203]\n- [2024, C, ~]\n"),
                     "warning 6 parts-gap\n");
    cr_expect_str_eq(found_in(&arena, "- [2024, W, 302]\n- [2024, A, 101]\n"
                                      "- [2024, B, 201]\n- [2024, C, '-']\n"),
                     "");
    arena_clear(&arena);
}

/* One finding for a member and a measure, however many periods are wrong. */
Test(audit, a_gap_in_every_period_is_one_finding)
{
    struct arena arena = {0};
    const char *rows = "";

    for (int year = 1995; year < 2025; year++)
        rows = arena_printf(&arena,
                            "%s- [%d, W, 600]\n- [%d, A, %d]\n- [%d, B, 201]\n"
                            "- [%d, C, 300]\n",
                            rows, year, year, year == 2001 ? 90 : 103, year, year);
    cr_expect_str_eq(found_in(&arena, rows), "warning 30 parts-gap\n");
    arena_clear(&arena);
}

Test(audit, findings_of_one_kind_are_bounded_and_counted)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct audit_report report;
    const char *rows = "title: t\nunit: {currency: USD, scale: 6}\nobservations:\n";

    for (int year = 1900; year < 2000; year += 2)
        rows = arena_printf(&arena, "%s- {period: %d, exports: 600}\n", rows, year);
    sample_load(&dataset, rows);
    audit_run(&dataset, &report, &arena);
    cr_expect_eq(report.count, AUDIT_FINDINGS_MAX + 1);
    cr_expect_str_eq(report.findings[AUDIT_FINDINGS_MAX].message,
                     "29 more of this kind are not listed (missing periods within the "
                     "range)");
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(audit, a_dataset_without_observations_has_no_findings)
{
    struct arena arena = {0};
    struct dataset dataset;
    struct audit_report report;

    sample_load(&dataset, "title: t\nnotes: nothing but this\n");
    audit_run(&dataset, &report, &arena);
    cr_expect_eq(report.count, 0);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(audit, a_fact_must_name_a_measure_of_the_file)
{
    static const char yaml[] = "title: t\nfacts:\n"
                               "- {label: a, value: 1, measure: export}\n"
                               "unit: {currency: USD, scale: 6}\nkind: cumulated\n"
                               "observations: [{period: 2024, exports: 1}]\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_expect_eq(load_bytes("t.yaml", yaml, strlen(yaml), &load_limits_default,
                            &dataset, &diags),
                 LOAD_BAD_DATA);
    diag_sort(&diags);
    cr_assert_eq(diags.kept, 2);
    cr_expect_str_eq(diags.first->message,
                     "'export' is not a measure (did you mean 'exports'?)");
    cr_expect_str_eq(diags.last->message,
                     "'cumulated' is not a kind: flow (each figure is of its period) "
                     "and ytd (of the year up to it) are");
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(audit, check_prints_the_findings_and_is_content, .init = cr_redirect_stdout)
{
    struct arena arena = {0};
    const char *path =
        files_path(&arena, "tests/audit/01-a-digit-turned-in-a-part.yaml");
    struct options options = {
        .limits = load_limits_default, .files = &path, .file_count = 1};

    cr_expect_eq(batch_check(&options), 0);
    cr_expect_stdout_eq_str(arena_printf(
        &arena,
        "%s:20: warning: exports, Europe (EUR), 2024: the 3 parts add up to 597.0, the "
        "total is 600.0: short by 3.0 USD mn (0.50 %%), where rounding explains 0.2 at "
        "most [parts-gap]\n"
        "%s: good: 8 observations, 1 period, 8 members of partner, 0 facts; 1 "
        "warning\n",
        path, path));
    arena_clear(&arena);
}

struct watching {
    struct stop stop;
    size_t told;
    size_t stop_after; /* families */
    size_t most;       /* findings so far */
};

static void hear(void *state, const struct audit_report *report, size_t families)
{
    struct watching *watching = state;

    cr_expect_eq(families, ++watching->told);
    cr_expect(report->count >= watching->most);
    watching->most = report->count;
    atomic_store(&watching->stop.is_wanted, families == watching->stop_after);
}

Test(audit, tells_what_it_has_found_family_by_family)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct watching watching = {0};
    struct audit_watch watch = {&watching.stop, hear, &watching};
    struct audit_report report;
    struct audit_report plain;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    audit_run_watched(&dataset, &watch, &report, &arena);
    audit_run(&dataset, &plain, &arena);
    cr_expect_eq(watching.told, audit_family_count() - 1);
    cr_assert_eq(report.count, plain.count);
    cr_expect(plain.count > 0);
    for (size_t i = 0; i < report.count; i++)
        cr_expect_str_eq(report.findings[i].message, plain.findings[i].message);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(audit, ends_when_it_is_stopped)
{
    struct dataset dataset;
    struct arena arena = {0};

    sample_bundled(&dataset, "china-partners-2024.yaml");
    for (size_t after = 0; after < audit_family_count(); after++) {
        struct watching watching = {.stop_after = after};
        struct audit_watch watch = {&watching.stop, hear, &watching};
        struct audit_report report;
        atomic_store(&watching.stop.is_wanted, after == 0);
        audit_run_watched(&dataset, &watch, &report, &arena);
        cr_expect_eq(watching.told, after);
    }
    dataset_close(&dataset);
    arena_clear(&arena);
}
