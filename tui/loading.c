#include "tui/loading.h"

#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/load/job.h"
#include "core/load/paths.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/carry.h"
#include "tui/clock.h"
#include "tui/lens.h"
#include "tui/opening.h"
#include "tui/options.h"
#include "tui/reload.h"
#include "tui/source.h"
#include "tui/workspace.h"

#include <stdio.h>
#include <string.h>

/* Milliseconds. What takes less than these is not shown as it comes: before there is
 * a screen, and when a key asked for it, which must not be held up. */
enum { GRACE = 100, GRACE_OF_KEY = 15, SHOWN_AFTER = 300, PAUSE = 200 };

/* Files of which it is plain that they take longer than that. */
#define LARGE ((size_t)8 << 20)

static bool has_part(const struct app *app)
{
    return app->has_dataset && app->loaded.is_unread;
}

/* Nobody has changed what is looked at, so that the file may say what that is. */
static bool is_untouched(const struct app *app)
{
    return !app->undo && !app->redo && !app->lens.filter[0];
}

/* The row with the cursor, as the fresh dataset has it. */
static struct row_id carried(const struct app *app, const struct dataset *fresh)
{
    struct arena arena = {0};
    struct carry *carry = ARENA_NEW(&arena, struct carry);
    struct lens lens = app->lens;

    carry->from = &app->loaded;
    carry->to = fresh;
    carry_lens(carry, &lens);
    carry_close(carry);
    arena_clear(&arena);
    return lens.selected;
}

/* The rows so far make way for others, with the cursor on the same thing. */
static void replace(struct app *app, struct dataset *fresh)
{
    enum view view = app->view;
    struct row_id selected = {0};

    if (!is_untouched(app)) {
        reload_take(app, fresh);
        app->message[0] = '\0';
        return;
    }
    if (app->selected)
        selected = carried(app, fresh);
    app_show(app, fresh, app->file);
    app->view = view;
    app->lens.selected = selected;
    lens_find_selected(app);
}

static void show_dataset(struct app *app, struct dataset *fresh)
{
    if (has_part(app))
        replace(app, fresh);
    else
        app_show(app, fresh, app->loading.path);
}

/* What somebody wants to see of the whole; parts would be something else. */
static bool has_wishes(const struct loading *loading)
{
    return loading->wanted || loading->words;
}

static bool take_part(struct app *app)
{
    struct dataset part = {0};

    if (app->loading.is_reload || has_wishes(&app->loading) ||
        (app->has_dataset && !has_part(app)) || !job_take_part(app->loading.job, &part))
        return false;
    part.is_unread = true;
    show_dataset(app, &part);
    return true;
}

static void apply_wanted(struct app *app, const struct options *wanted)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    if (!wanted)
        return;
    app->has_pressed_keys = wanted->text[OPTION_KEYS] != NULL;
    if (!batch_apply(app, wanted, &diags) && diags.first)
        snprintf(app->message, sizeof(app->message), "%s", diags.first->message);
    if (wanted->text[OPTION_COMPARE])
        app_compare(app, wanted->text[OPTION_COMPARE]);
    arena_clear(&arena);
}

static void say_stopped(struct app *app)
{
    char rows[NUMBER_SHOWN_MAX];

    number_show(rows, (double)app->loaded.observation_count,
                (struct number_style){.is_grouped = true});
    if (app->loaded.is_cut)
        snprintf(app->message, sizeof(app->message),
                 _("the file is damaged or cut short: %s rows are here, marked as "
                   "partial"),
                 rows);
    else if (strcmp(app->file, "-") == 0)
        snprintf(app->message, sizeof(app->message),
                 _("stopped: %s rows are here, marked as partial"), rows);
    else
        snprintf(app->message, sizeof(app->message),
                 _("stopped: %s rows are here, marked as partial; r reads all"), rows);
}

static void take_whole(struct app *app, struct dataset *fresh,
                       const struct loading *loading)
{
    bool is_cut = fresh->is_cut;

    app->follow.read = loading->stamp;
    if (loading->is_reload && fresh->is_partial) {
        dataset_close(fresh);
        app->follow.read = (struct file_stamp){0};
        snprintf(app->message, sizeof(app->message), "%s",
                 is_cut ? _("the file is damaged or cut short; the old figures stay")
                        : _("reading was stopped; the old figures stay"));
    } else if (loading->is_reload) {
        reload_take(app, fresh);
    } else {
        app->loading = *loading;
        show_dataset(app, fresh);
        app->loading = (struct loading){0};
        if (fresh->is_partial)
            say_stopped(app);
        else
            question_say_periods(app);
        if (loading->words)
            workspace_apply(app, loading->words);
        apply_wanted(app, loading->wanted);
    }
}

/* Figures of a file that turns out to have mistakes are not to be trusted. */
static void fail(struct app *app, const struct loading *loading)
{
    app->failed_path = loading->path;
    app->source = source_read(&app->diag_arena, loading->path, &app->source_size);
    if (loading->is_reload) {
        reload_say_failure(app);
        return;
    }
    if (has_part(app))
        app_forget_dataset(app);
    if (!app->has_dataset)
        app->file = loading->path;
    app->page = PAGE_ERRORS;
    /* Which of them count can be asked. */
    if (paths_are_several(loading->path) && !app->question.open.overlap &&
        !app->question.open.repeats)
        opening_apart(app, loading->path);
}

/* Asks what the file leaves open; where its rows were on the screen already, a question
 * in their place would take a key that was meant for them, so that it is announced. */
static void ask(struct app *app, bool was_shown)
{
    char key[INPUT_NAME_MAX];

    if (!was_shown)
        question_ask(app);
    else if (question_is_open(app) && !app->message[0])
        snprintf(app->message, sizeof(app->message),
                 _("the file leaves something open: %s asks"),
                 keymap_first(&app->keys, key, COMMAND_ANSWER));
}

static void take(struct app *app)
{
    struct loading loading = app->loading;
    bool was_shown = has_part(app);
    struct dataset fresh = {0};
    enum load_result result;

    arena_clear(&app->diag_arena);
    app->problem = 0;
    result = job_take(loading.job, &fresh, &app->diags, &app->diag_arena);
    app->question.open = *job_open(loading.job);
    job_close(loading.job);
    app->loading = (struct loading){0};
    app->follow.has_failed = result != LOAD_OK;
    app->follow.told = loading.stamp;
    if (result == LOAD_OK)
        take_whole(app, &fresh, &loading);
    else
        fail(app, &loading);
    if (loading.asks)
        ask(app, was_shown && app->page == PAGE_DATA);
    app_settle(app);
}

static bool is_large(const char *text)
{
    struct arena arena = {0};
    struct paths paths = paths_of(text, &arena);
    size_t size = paths_size(paths.path, paths.count);

    arena_clear(&arena);
    return size >= LARGE;
}

/* For the whole of a short file, or the first rows of a longer one. */
static void wait_a_moment(struct app *app, long grace)
{
    const struct loading *loading = &app->loading;
    const long end = loading->started + grace;

    if ((loading->is_reload || has_wishes(loading)) && is_large(loading->path))
        return;
    for (long left = end - clock_now(); left > 0; left = end - clock_now()) {
        job_wait(loading->job, (int)left);
        job_hear(loading->job);
        if (job_is_done(loading->job)) {
            take(app);
            return;
        }
        if (take_part(app))
            return;
    }
}

void loading_await(struct app *app)
{
    if (app->loading.job)
        wait_a_moment(app, GRACE);
}

bool loading_start(struct app *app, const char *path, bool is_reload)
{
    struct load_limits limits = app->limits;
    struct job_order order = {
        .path = path,
        .rates_path = app->rates_path,
        .limits = &limits,
        .wants_parts = !is_reload && !app->startup && !app->words,
    };
    struct loading *loading = &app->loading;

    limits.answers = question_answers(app);
    loading_close(app);
    /* What is written while the file is read must count as new. */
    *loading = (struct loading){.path = path,
                                .stamp = file_stamp_of(path),
                                .is_reload = is_reload,
                                .wanted = app->startup,
                                .words = is_reload ? NULL : app->words,
                                .started = clock_now()};
    loading->job = job_start(&order);
    loading->is_running = loading->job != NULL;
    if (!loading->is_running)
        return false;
    if (!app->has_dataset) {
        app->file = path;
        app->page = PAGE_LOADING;
    }
    if (app->has_terminal)
        wait_a_moment(app, GRACE_OF_KEY);
    return true;
}

/* At most so often that it does no harm on a slow line. */
static bool see(struct loading *loading, long now)
{
    const struct load_progress *progress = job_progress(loading->job);

    if (now - loading->started < SHOWN_AFTER || now - loading->drawn < PAUSE)
        return false;
    loading->drawn = now;
    loading->seen = (struct loading_seen){
        .bytes = atomic_load(&progress->bytes),
        .total = atomic_load(&progress->total),
        .rows = atomic_load(&progress->rows),
        .is_arranging = atomic_load(&progress->phase) == LOAD_PHASE_ARRANGING,
        .elapsed = now - loading->started,
    };
    return true;
}

bool loading_look(struct app *app)
{
    struct loading *loading = &app->loading;
    bool is_other = false;

    if (!loading->job)
        return false;
    job_hear(loading->job);
    if (app_is_idle(app)) {
        if (job_is_done(loading->job)) {
            take(app);
            return true;
        }
        is_other = take_part(app);
    }
    return see(loading, clock_now()) || is_other;
}

void loading_go_on(const struct app *app)
{
    if (app->loading.job)
        job_go_on(app->loading.job);
}

/* What is done waits for the next key when it cannot be taken now. */
int loading_wait(const struct app *app)
{
    const struct loading *loading = &app->loading;

    if (!loading->job || job_is_done(loading->job))
        return -1;
    return PAUSE;
}

int loading_fd(const struct app *app)
{
    return app->loading.job ? job_fd(app->loading.job) : -1;
}

bool loading_stop(struct app *app)
{
    struct loading *loading = &app->loading;

    if (!loading->job)
        return false;
    job_stop(loading->job);
    loading->is_stopping = true;
    loading->drawn = 0;
    return true;
}

void loading_close(struct app *app)
{
    job_close(app->loading.job);
    app->loading = (struct loading){0};
}

bool loading_is_shown(const struct app *app)
{
    const struct loading *loading = &app->loading;

    return loading->is_running && loading->seen.elapsed >= SHOWN_AFTER;
}
