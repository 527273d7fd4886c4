#include "core/query/audit_job.h"

#include "core/base/stop.h"
#include "core/base/worker.h"

#include <pthread.h>

struct audit_job {
    struct arena arena;     /* that this lies in */
    struct dataset dataset; /* a view of it */
    struct worker *worker;
    struct stop stop;

    struct arena found; /* the worker's, until it is done */

    pthread_mutex_t lock; /* of what follows */
    struct audit_seen seen;
};

static void put(struct audit_job *job, const struct audit_report *report,
                size_t families, bool is_done)
{
    pthread_mutex_lock(&job->lock);
    job->seen = (struct audit_seen){*report, families, is_done};
    pthread_mutex_unlock(&job->lock);
}

static void tell(void *state, const struct audit_report *report, size_t families)
{
    put(state, report, families, false);
}

static void work(void *state)
{
    struct audit_job *job = state;
    struct audit_report report;
    struct audit_watch watch = {&job->stop, tell, job};

    audit_run_watched(&job->dataset, &watch, &report, &job->found);
    put(job, &report, audit_family_count(), true);
}

struct audit_job *audit_job_start(const struct dataset *dataset)
{
    struct arena arena = {0};
    struct audit_job *job = ARENA_NEW(&arena, struct audit_job);

    job->dataset = *dataset;
    job->worker = worker_open(&arena);
    job->arena = arena; /* from here on the only one */
    if (!job->worker) {
        arena_clear(&arena);
        return NULL;
    }
    pthread_mutex_init(&job->lock, NULL);
    worker_start(job->worker, work, job);
    return job;
}

bool audit_job_look(struct audit_job *job, struct audit_seen *seen)
{
    size_t families = seen->families;
    bool was_done = seen->is_done;

    pthread_mutex_lock(&job->lock);
    *seen = job->seen;
    pthread_mutex_unlock(&job->lock);
    return seen->families != families || seen->is_done != was_done;
}

void audit_job_wait(struct audit_job *job, int milliseconds)
{
    worker_wait(job->worker, milliseconds);
}

void audit_job_close(struct audit_job *job)
{
    struct arena arena;

    if (!job)
        return;
    atomic_store(&job->stop.is_wanted, true);
    worker_close(job->worker);
    pthread_mutex_destroy(&job->lock);
    arena_clear(&job->found);
    arena = job->arena;
    arena_clear(&arena);
}
