/*
 * Job: a load in a thread of its own.
 *
 *     job = job_start(&order);
 *     ... job_fd() becomes readable: job_hear(), then
 *         job_take_part() and job_is_done() ...
 *     result = job_take(job, &dataset, &diags);
 *
 * The thread owns what it makes until it is taken; all that both sides see at once is
 * the progress (progress.h), whose stop ends the load with what is read. What was read
 * so far can be had as parts: datasets of their own, made of the first bytes, whose
 * sums are not yet what the whole will say.
 */
#ifndef CORE_LOAD_JOB_H
#define CORE_LOAD_JOB_H

#include "core/load/load.h"

struct job; /* made by job_start() */

/* Answers and the path of the rates stay with the program; the rest is copied. */
struct job_order {
    const char *path;       /* as load_file() takes it */
    const char *rates_path; /* NULL: none; see load_with_rates() */
    const struct load_limits *limits;
    bool wants_parts;
};

/* NULL when there is no thread to be had. Signals are left to the other threads. */
struct job *job_start(const struct job_order *order);

/* Readable when there may be something to take. */
int job_fd(const struct job *job);
/* After it was: what is taken next is not told again. */
void job_hear(struct job *job);

const struct load_progress *job_progress(const struct job *job);

/* Whether there is a part that was not taken: `dataset`, which must be zeroed, has it
 * then and is the caller's. */
bool job_take_part(struct job *job, struct dataset *dataset);

/* The first part is on the screen: the rest, which waits a moment for it, may come. */
void job_go_on(struct job *job);

bool job_is_done(struct job *job);
/* Waits for that, or for a part, at most so many milliseconds. */
void job_wait(struct job *job, int milliseconds);

/* Ends the load with what is read: it will be done soon. Harmless afterwards. */
void job_stop(struct job *job);

/* Of one that is done: what reading left open. */
const struct load_open *job_open(const struct job *job);
/* What came of it, which is done: as load_file(), whose messages are moved to `arena`,
 * which must be empty. Nothing else may be called afterwards, but job_close().
 */
enum load_result job_take(struct job *job, struct dataset *dataset,
                          struct diag_list *diags, struct arena *arena);

/* Stops it and frees everything that was not taken; NULL is harmless. A thread that is
 * busy with what was read does that by itself when it ends. */
void job_close(struct job *job);

#endif
