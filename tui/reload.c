#include "tui/reload.h"

#include "core/query/spans.h"
#include "tui/carry.h"
#include "tui/lens.h"

#include <stdio.h>
#include <string.h>

static const char *name_of(const struct app *app)
{
    const char *slash = strrchr(app->file, '/');

    return slash ? slash + 1 : app->file;
}

static void say_failure(struct app *app)
{
    const struct diag *first = app->diags.first;
    char place[32] = "";

    if (first && first->at.line)
        snprintf(place, sizeof(place), "line %zu: ", first->at.line);
    snprintf(app->message, sizeof(app->message),
             "%.60s is bad now, the old figures stay; r again shows why (%s%.100s)",
             name_of(app), place, first ? first->message : "it cannot be read");
}

/* Every lens there is: the present one and the histories. No prompt is open, so there
 * is none to go back to. */
static void carry_all(struct app *app, struct carry *carry)
{
    char gone[CARRY_GONE_MAX];

    carry_lens(carry, &app->lens);
    memcpy(gone, carry->gone, sizeof(gone));
    for (struct lens_history *step = app->undo; step; step = step->older)
        carry_lens(carry, &step->lens);
    for (struct lens_history *step = app->redo; step; step = step->older)
        carry_lens(carry, &step->lens);
    /* Only what the screen misses is said. */
    memcpy(carry->gone, gone, sizeof(gone));
}

static void take(struct app *app, const struct dataset *fresh)
{
    struct carry *carry = ARENA_NEW(&app->diag_arena, struct carry);
    struct period trended;
    bool has_trended = lens_trended(app, &trended);

    carry->from = &app->loaded;
    carry->to = fresh;
    carry_all(app, carry);
    carry_close(carry);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    app->loaded = app->dataset = *fresh;
    app->has_timing = false;
    app->page = PAGE_DATA;
    app_refresh(app);
    if (has_trended)
        lens_find_trended(app, trended);
    snprintf(app->message, sizeof(app->message), "%.100s was read again%s%s%s",
             name_of(app), carry->gone[0] ? "; gone from it: " : "", carry->gone,
             carry->gone[0] ? "" : ", and nothing else is changed");
}

enum load_result app_reload(struct app *app)
{
    struct dataset fresh = {0};
    enum load_result result;

    if (!app->has_dataset)
        return app_load(app, app->file);
    result = app_read(app, app->file, &fresh);
    if (result == LOAD_OK)
        take(app, &fresh);
    else if (app->page == PAGE_DATA)
        say_failure(app);
    return result;
}

void app_reload_or_show(struct app *app)
{
    struct file_stamp stamp = file_stamp_of(app->file);

    if (strcmp(app->file, "-") == 0)
        snprintf(app->message, sizeof(app->message),
                 "standard input cannot be read again");
    else if (app->follow.has_failed && app->page == PAGE_DATA &&
             file_stamp_equal(&stamp, &app->follow.told))
        app->page = PAGE_ERRORS;
    else
        app_reload(app);
}
