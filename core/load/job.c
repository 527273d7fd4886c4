#include "core/load/job.h"

#include "core/base/gate.h"
#include "core/base/threads.h"
#include "core/load/begun.h"
#include "core/load/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define KIBIBYTE ((size_t)1024)

/* A part is made of the first bytes of text, eight times as many each time or more, as
 * long as that is little beside the whole; of a pipe, only what is kept in memory can
 * be read twice. */
#define PART_FIRST (32 * KIBIBYTE)
#define PART_FACTOR 8
#define PART_SHARE 32
#define KEPT_MAX (4 * KIBIBYTE * KIBIBYTE)

/* Milliseconds from one part to the next, so that nobody sees pictures that change
 * before they are read, and of what comes slowly, what share more there must be.
 * LEAVE_TRIES: milliseconds. PICTURE_MAX: the rest of a file waits so many for its
 * first rows to be on the screen, whose picture needs cores and memory too. */
enum { PART_PAUSE = 200, PART_GROWTH = 4, LEAVE_TRIES = 50, PICTURE_MAX = 25 };

/* A dataset and what was said of it. */
struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
    enum load_result result;
};

struct job {
    struct arena arena; /* that this lies in */
    struct job_order order;
    struct load_limits limits;
    struct load_open open;
    struct load_progress progress;
    int stop[2]; /* pipes: to the thread, and from it */
    int told[2];
    pthread_t thread;
    bool was_joined;

    struct gate shown; /* the first part is on the screen */

    pthread_mutex_t lock; /* of what follows */
    bool is_done;
    bool is_left;        /* nobody waits for it any more */
    struct loaded *part; /* that waits to be taken; NULL: none */

    /* Of the thread alone, until it is done. */
    struct loaded whole;
    struct arena kept; /* the beginning of what is read once only */
    bool is_input;     /* standard input, which cannot be read twice */
    size_t next_part;  /* bytes at which it is made */
    size_t last_part;  /* that there were at the last */
    long last_time;    /* when that was made, in milliseconds */
};

static void tell(const struct job *job)
{
    ssize_t sent = write(job->told[1], "", 1);

    (void)sent; /* a full pipe tells as well */
}

static void loaded_close(struct loaded *loaded)
{
    struct arena arena = loaded->arena;

    dataset_close(&loaded->dataset);
    arena_clear(&arena);
}

/* In an arena of its own, so that it can be given away. */
static struct loaded *loaded_new(void)
{
    struct arena arena = {0};
    struct loaded *loaded = ARENA_NEW(&arena, struct loaded);

    loaded->arena = arena;
    loaded->diags.arena = &loaded->arena;
    return loaded;
}

static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void give_part(struct job *job, struct loaded *part)
{
    struct loaded *before;

    pthread_mutex_lock(&job->lock);
    before = job->part;
    job->part = part;
    pthread_mutex_unlock(&job->lock);
    if (before)
        loaded_close(before);
    tell(job);
}

/* Reads the beginning once more, as a file that ends there. One that gives nothing to
 * look at is none. */
static bool make_part(struct job *job, size_t size)
{
    const struct job_order *order = &job->order;
    struct load_progress progress = {
        .wake_fd = -1, .head = size, .is_begin = job->is_input};
    struct load_limits limits = job->limits;
    struct loaded *part = loaded_new();

    limits.progress = &progress;
    limits.open = NULL;
    if (job->is_input)
        part->result =
            load_bytes(path_shown(order->path), job->progress.kept,
                       job->progress.kept_size, &limits, &part->dataset, &part->diags);
    else
        part->result = load_file(order->path, &limits, &part->dataset, &part->diags);
    job->last_part = size;
    job->next_part = size * PART_FACTOR;
    job->last_time = now();
    if (part->result == LOAD_OK) {
        begun_leave_out(&part->dataset);
        give_part(job, part);
        return true;
    }
    loaded_close(part);
    return false;
}

/* Of so many bytes, those that a part is made of now; 0: there is none yet. */
static size_t size_of_part(const struct job *job, size_t bytes, size_t can)
{
    const size_t least = bytes < can ? bytes : can;
    const bool is_time = now() - job->last_time >= PART_PAUSE;
    size_t size = job->next_part;

    if (least >= size && (is_time || !job->last_part)) {
        while (least / PART_FACTOR >= size)
            size *= PART_FACTOR;
        return size;
    }
    /* What comes slowly is shown as it comes, when there is a good deal more of it. */
    return job->is_input && is_time &&
                   can > job->last_part + job->last_part / PART_GROWTH
               ? can
               : 0;
}

static void look(void *state)
{
    struct job *job = (struct job *)state;
    const struct load_progress *progress = &job->progress;
    size_t total = atomic_load(&progress->total);
    size_t can = job->is_input ? progress->kept_size : total / PART_SHARE;
    size_t size = size_of_part(job, atomic_load(&progress->bytes), can);

    if (size)
        make_part(job, size);
}

static void keep_beginning(struct job *job)
{
    job->progress.kept = arena_alloc(&job->kept, KEPT_MAX);
    job->progress.kept_capacity = KEPT_MAX;
}

static void close_pipe(int ends[2])
{
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

static void free_all(struct job *job)
{
    struct arena arena = job->arena;

    if (job->part)
        loaded_close(job->part);
    loaded_close(&job->whole);
    close_pipe(job->stop);
    close_pipe(job->told);
    pthread_mutex_destroy(&job->lock);
    gate_close(&job->shown);
    arena_clear(&arena);
}

/* Of the two that must know that it is over, the last one frees it. */
static void finish(struct job *job)
{
    bool is_left;

    pthread_mutex_lock(&job->lock);
    job->is_done = true;
    is_left = job->is_left;
    tell(job);
    pthread_mutex_unlock(&job->lock);
    if (is_left)
        free_all(job);
}

static void *run(void *state)
{
    struct job *job = (struct job *)state;
    const struct job_order *order = &job->order;
    struct loaded *whole = &job->whole;
    struct paths paths = paths_of(order->path, &whole->arena);
    size_t total = paths_size(paths.path, paths.count);

    job->is_input = strcmp(order->path, "-") == 0;
    /* What is on the screen stays, however soon a stop comes. */
    job->progress.least = job->is_input ? 0 : PART_FIRST;
    job->next_part = PART_FIRST;
    job->last_time = now();
    if (order->wants_parts) {
        job->progress.on_read = look;
        job->progress.on_read_state = job;
        if (job->is_input)
            keep_beginning(job);
        else if (total / PART_SHARE >= PART_FIRST && make_part(job, PART_FIRST))
            gate_await(&job->shown, PICTURE_MAX);
    }
    whole->result = load_with_rates(order->path, order->rates_path, &job->limits,
                                    &whole->dataset, &whole->diags);
    arena_clear(&job->kept);
    finish(job);
    return NULL;
}

static bool open_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

struct job *job_start(const struct job_order *order)
{
    struct arena arena = {0};
    struct job *job = ARENA_NEW(&arena, struct job);

    job->arena = arena; /* from here on the only one */
    job->order = *order;
    job->order.path = arena_copy(&job->arena, order->path, strlen(order->path));
    job->limits = *order->limits;
    job->limits.progress = &job->progress;
    job->limits.open = &job->open;
    job->whole.diags.arena = &job->whole.arena;
    job->stop[0] = job->stop[1] = -1;
    job->told[0] = job->told[1] = -1;
    pthread_mutex_init(&job->lock, NULL);
    gate_new(&job->shown);
    if (open_pipe(job->stop) && open_pipe(job->told)) {
        job->progress.wake_fd = job->stop[0];
        if (thread_begin(&job->thread, run, job))
            return job;
    }
    free_all(job);
    return NULL;
}

int job_fd(const struct job *job)
{
    return job->told[0];
}

void job_hear(struct job *job)
{
    char bytes[16];

    while (read(job->told[0], bytes, sizeof(bytes)) > 0)
        ;
}

const struct load_progress *job_progress(const struct job *job)
{
    return &job->progress;
}

bool job_take_part(struct job *job, struct dataset *dataset)
{
    struct loaded *part;

    pthread_mutex_lock(&job->lock);
    part = job->part;
    job->part = NULL;
    pthread_mutex_unlock(&job->lock);
    if (!part)
        return false;
    *dataset = part->dataset;
    part->dataset = (struct dataset){0};
    loaded_close(part);
    return true;
}

bool job_is_done(struct job *job)
{
    bool is_done;

    pthread_mutex_lock(&job->lock);
    is_done = job->is_done;
    pthread_mutex_unlock(&job->lock);
    return is_done;
}

void job_wait(struct job *job, int milliseconds)
{
    struct pollfd ready = {.fd = job->told[0], .events = POLLIN};

    while (poll(&ready, 1, milliseconds) < 0 && errno == EINTR)
        ;
}

void job_go_on(struct job *job)
{
    gate_open(&job->shown);
}

void job_stop(struct job *job)
{
    ssize_t sent;

    gate_open(&job->shown);
    atomic_store(&job->progress.wants_stop, true);
    sent = write(job->stop[1], "", 1);
    (void)sent;
}

const struct load_open *job_open(const struct job *job)
{
    return &job->open;
}

static void join(struct job *job)
{
    if (!job->was_joined)
        pthread_join(job->thread, NULL);
    job->was_joined = true;
}

enum load_result job_take(struct job *job, struct dataset *dataset,
                          struct diag_list *diags, struct arena *arena)
{
    struct loaded *whole = &job->whole;

    join(job);
    *dataset = whole->dataset;
    *diags = whole->diags;
    *arena = whole->arena;
    diags->arena = arena;
    whole->dataset = (struct dataset){0};
    whole->arena = (struct arena){0};
    return whole->result;
}

/* Waits a moment; a thread that is not done then is on its own. */
static bool leave(struct job *job)
{
    struct pollfd never = {.fd = -1};
    bool is_left;

    for (int i = 0; i < LEAVE_TRIES && !job_is_done(job); i++)
        poll(&never, 1, 1);
    pthread_mutex_lock(&job->lock);
    is_left = job->is_left = !job->is_done;
    if (is_left)
        pthread_detach(job->thread);
    pthread_mutex_unlock(&job->lock);
    return is_left;
}

void job_close(struct job *job)
{
    if (!job)
        return;
    job_stop(job);
    if (!job->was_joined && leave(job))
        return;
    join(job);
    free_all(job);
}
