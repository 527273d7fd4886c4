/*
 * Audit: what is doubtful in a dataset that was loaded without a mistake.
 *
 *     audit_run(&dataset, &report, &arena);
 *     for (i = 0; i < report.count; i++) ... report.findings[i] ...
 *
 * An audit is one file, a family of checks: totals against their parts, columns against
 * each other, periods, jumps, codes, figures, the file as a whole. A check has an id
 * that never changes ("parts-gap"), a severity and words on what to do. Nothing is
 * corrected, and nothing is a finding that rounding explains. Time is linear in the
 * observations, but for the sorting of members.
 */
#ifndef CORE_QUERY_AUDIT_H
#define CORE_QUERY_AUDIT_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* Each is a table audit_NAME in core/query/audit_NAME.c; the order of the list. */
#define AUDITS(X) \
    X(parts)      \
    X(gaps)       \
    X(roots)      \
    X(columns)    \
    X(periods)    \
    X(series)     \
    X(stated) X(codes) X(twins) X(figures) X(file) X(unreadable) X(taken) X(mirror)

/* So many findings of one check are kept; the rest is counted. */
enum { AUDIT_FINDINGS_MAX = 20 };

struct stop;

struct audit_check {
    const char *id;
    enum severity severity;
    const char *title;  /* what is checked: "totals against the sum of their parts" */
    const char *advice; /* what to do about a finding */
};

struct finding {
    const struct audit_check *check;
    struct source_pos at; /* column 0; line 0 for the file as a whole */
    const char *message;  /* raw: it may quote the file */
    bool is_count;        /* only says how many more there are of its check */
};

struct audit_report {
    struct finding *findings; /* the gravest first, then by line; counts last */
    size_t count;
    size_t by_severity[SEVERITY_COUNT];
};

/* Findings live in `arena` and may point into the dataset. */
void audit_run(const struct dataset *dataset, struct audit_report *report,
               struct arena *arena);

/* Who wants to hear of it as it goes. */
struct audit_watch {
    const struct stop *stop; /* ends it early: what is found then means nothing */
    /* After each family: what was found so far, in the arena for good. */
    void (*tell)(void *state, const struct audit_report *report, size_t families);
    void *state;
};

/* The same, watched. */
void audit_run_watched(const struct dataset *dataset, const struct audit_watch *watch,
                       struct audit_report *report, struct arena *arena);

/* How many families there are. */
size_t audit_family_count(void);

/* All checks there are, one after the other; NULL beyond the last. */
const struct audit_check *audit_check(size_t number);
size_t audit_check_count(void);

#endif
