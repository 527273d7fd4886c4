/*
 * --check: what is wrong with files, what is doubtful, and what tables were taken for.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/workspace.h"
#include "core/query/audit.h"
#include "tui/batch.h"
#include "tui/needless.h"
#include "tui/opening.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* "; 2 warnings, 1 note": what there is of each. */
static void say_findings(const struct audit_report *report)
{
    struct arena arena = {0};
    const char *separator = _("; ");

    for (size_t s = 0; s < SEVERITY_COUNT; s++) {
        size_t count = report->by_severity[s];
        if (!count)
            continue;
        fputs(separator, stdout);
        fputs(severity_count((enum severity)s, count, &arena), stdout);
        separator = _(", ");
    }
    arena_clear(&arena);
}

/* What a table was taken for; the columns that are not read, on one line. */
static void say_understood(const char *path, const struct dataset *dataset)
{
    struct arena arena = {0};
    const char *name = text_clean(&arena, path, strlen(path));
    const char *unread = understood_unread(dataset, &arena);

    if (dataset->format)
        printf(dataset->encoding ? _("%s: read as: %s, converted from %s\n")
                                 : _("%s: read as: %s%s\n"),
               name, dataset->format, dataset->encoding ? dataset->encoding : "");
    for (size_t i = 0; i < dataset->understood_count; i++) {
        const struct understood *column = &dataset->understood[i];
        if (column->meaning)
            printf(_("%s: column '%s': %s\n"), name,
                   text_clean(&arena, column->heading, strlen(column->heading)),
                   text_clean(&arena, column->meaning, strlen(column->meaning)));
    }
    if (dataset->fates.refused + dataset->fates.other)
        printf(_("%s: rows: %zu used, %zu left out, %zu of other flows or periods, or "
                 "without "
                 "figures\n"),
               name, dataset->fates.used, dataset->fates.refused, dataset->fates.other);
    if (dataset->fates.figures)
        printf(P_("%s: %zu figure could not be read, and is missing\n",
                  "%s: %zu figures could not be read, and are missing\n",
                  dataset->fates.figures),
               name, dataset->fates.figures);
    if (*unread)
        printf(_("%s: not read: %s\n"), name,
               text_clean(&arena, unread, strlen(unread)));
    arena_clear(&arena);
}

static void say_good(const char *path, const struct dataset *dataset,
                     const struct audit_report *report)
{
    struct arena arena = {0};

    printf(P_("%s: good: %zu observation", "%s: good: %zu observations",
              dataset->observation_count),
           text_clean(&arena, path, strlen(path)), dataset->observation_count);
    printf(P_(", %u period", ", %u periods", dataset->period_count),
           dataset->period_count);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        printf(_(", %u members of %s"), dataset->dimension[d].member_count,
               text_clean(&arena, dataset->dimension[d].id,
                          strlen(dataset->dimension[d].id)));
    printf(P_(", %zu fact", ", %zu facts", dataset->fact_count), dataset->fact_count);
    say_findings(report);
    putchar('\n');
    arena_clear(&arena);
}

static void report_finding(const struct finding *finding, struct diag_list *diags)
{
    switch (finding->check->severity) {
    case SEVERITY_ERROR:
        diag_error(diags, finding->at, "%s [%s]", finding->message, finding->check->id);
        break;
    case SEVERITY_WARNING:
        diag_warning(diags, finding->at, "%s [%s]", finding->message,
                     finding->check->id);
        break;
    default:
        diag_note(diags, finding->at, "%s [%s]", finding->message, finding->check->id);
    }
}

/* Prints what the audits find. */
static struct audit_report audit_file(const struct dataset *dataset,
                                      struct arena *arena)
{
    struct diag_list diags = {.arena = arena};
    struct audit_report report;

    audit_run(dataset, &report, arena);
    for (size_t i = 0; i < report.count; i++)
        report_finding(&report.findings[i], &diags);
    diag_print(&diags, stdout);
    return report;
}

/* A workspace is checked by itself; what it names is checked by its own name. */
static int check_workspace(const char *path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct workspace workspace;
    bool is_good = workspace_read(path, &workspace, &arena, &diags);

    diag_print(&diags, stdout);
    if (is_good)
        printf(P_("%s: good: a workspace of %zu dataset\n",
                  "%s: good: a workspace of %zu datasets\n", workspace.count),
               text_clean(&arena, path, strlen(path)), workspace.count);
    arena_clear(&arena);
    return is_good ? EXIT_FINE : EXIT_BAD_DATA;
}

/* "old.csv, new.csv", "2021.csv and 11 more": files that are one dataset. */
static const char *name_of(const char *text, struct arena *arena)
{
    struct paths paths = paths_of(text, arena);

    if (paths.count == 2)
        return arena_printf(arena, _("%s, %s"), paths.path[0], paths.path[1]);
    if (paths.count > 2)
        return arena_printf(arena, _("%s and %zu more"), paths.path[0],
                            paths.count - 1);
    return text;
}

static int check_file(const char *path, const struct options *options)
{
    struct audit_report report;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    enum load_result result = load_file(path, &options->limits, &dataset, &diags);

    diag_sort(&diags);
    if (result == LOAD_OK)
        needless_say_answers(&dataset, options, &diags);
    diag_print(&diags, stdout);
    if (result == LOAD_OK) {
        say_understood(name_of(path, &arena), &dataset);
        report = audit_file(&dataset, &arena);
        if (report.by_severity[SEVERITY_ERROR] || dataset.is_cut)
            result = LOAD_BAD_DATA;
        else
            say_good(name_of(path, &arena), &dataset, &report);
    }
    dataset_close(&dataset);
    arena_clear(&arena);
    return batch_status(result);
}

/* Files that look as if they were one dataset and are not are checked one by one too.
 */
static int check(const char *text, const struct options *options)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    int worst = workspace_is(text) ? check_workspace(text) : check_file(text, options);

    for (size_t i = 0; i < paths.count && paths.count > 1 && worst != EXIT_FINE; i++)
        check_file(paths.path[i], options);
    arena_clear(&arena);
    return worst;
}

int batch_check(const struct options *options)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct paths paths;
    int worst = EXIT_FINE;

    if (!options->file_count) {
        fputs(_("entrepot: --check needs a FILE\n"), stderr);
        return EXIT_USAGE;
    }
    paths = opening_of(options, &arena, &diags);
    diag_print(&diags, stdout);
    for (size_t i = 0; i < paths.count; i++) {
        int status = check(paths.path[i], options);
        worst = status > worst ? status : worst;
    }
    arena_clear(&arena);
    errno = 0;
    return fflush(stdout) == 0 ? worst : batch_could_not_write();
}
