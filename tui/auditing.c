#include "tui/auditing.h"

#include "tui/app.h"
#include "tui/source.h"

/* Milliseconds: what is found in the first of these is there when the page opens. */
enum { GRACE = 15, PAUSE = 100 };

static void begin(struct app *app)
{
    struct auditing *auditing = &app->auditing;

    app->audit_source =
        source_read(&app->audit_arena, app->loaded.path, &app->audit_source_size);
    if (app->loads_behind)
        auditing->job = audit_job_start(&app->loaded);
    if (auditing->job) {
        audit_job_wait(auditing->job, GRACE);
        auditing_look(app);
        return;
    }
    audit_run(&app->loaded, &app->audit, &app->audit_arena);
    auditing->seen.is_done = true;
}

void auditing_open(struct app *app)
{
    if (!app->auditing.job && !app->auditing.seen.is_done)
        begin(app);
    app->finding = 0;
    app->page = PAGE_AUDIT;
}

/* Findings stay where they are in memory, whatever comes between them in the list. */
static size_t find_again(const struct audit_report *report, const char *message)
{
    for (size_t i = 0; i < report->count; i++)
        if (report->findings[i].message == message)
            return i;
    return 0;
}

bool auditing_look(struct app *app)
{
    struct auditing *auditing = &app->auditing;
    const char *chosen = app->finding && app->finding < app->audit.count
                             ? app->audit.findings[app->finding].message
                             : NULL;

    if (!auditing_is_running(app) || !audit_job_look(auditing->job, &auditing->seen))
        return false;
    if (auditing->seen.report.count || app->audit.count)
        app->finding = find_again(&auditing->seen.report, chosen);
    app->audit = auditing->seen.report;
    return app->page == PAGE_AUDIT;
}

int auditing_wait(const struct app *app)
{
    return auditing_is_running(app) ? PAUSE : -1;
}

bool auditing_is_running(const struct app *app)
{
    return app->auditing.job && !app->auditing.seen.is_done;
}

void auditing_close(struct app *app)
{
    audit_job_close(app->auditing.job);
    app->auditing = (struct auditing){0};
    app->audit = (struct audit_report){0};
    app->audit_source = NULL;
    arena_clear(&app->audit_arena);
    if (app->page == PAGE_AUDIT)
        app->page = PAGE_DATA;
}
