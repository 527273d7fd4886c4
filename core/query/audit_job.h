/*
 * Audit job: the audits in a thread of their own.
 *
 *     job = audit_job_start(&dataset);
 *     ... audit_job_look(job, &seen): whether more was found ...
 *     audit_job_close(job);
 *
 * What the dataset holds stays as it is until the job is closed; so does the language
 * of the program. What was found is the job's, and never changes afterwards.
 */
#ifndef CORE_QUERY_AUDIT_JOB_H
#define CORE_QUERY_AUDIT_JOB_H

#include "core/query/audit.h"

struct audit_job; /* made by audit_job_start() */

/* What was found so far. */
struct audit_seen {
    struct audit_report report;
    size_t families; /* that are through */
    bool is_done;
};

/* NULL when there is no thread to be had. */
struct audit_job *audit_job_start(const struct dataset *dataset);

/* Whether `seen` is other than it was. */
bool audit_job_look(struct audit_job *job, struct audit_seen *seen);
/* Waits for the end at most so many milliseconds. */
void audit_job_wait(struct audit_job *job, int milliseconds);

/* Stops it and frees what it found; NULL is harmless. */
void audit_job_close(struct audit_job *job);

#endif
