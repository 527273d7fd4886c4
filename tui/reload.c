#include "tui/reload.h"

#include "core/base/translate.h"
#include "core/query/spans.h"
#include "tui/carry.h"
#include "tui/drilling.h"
#include "tui/lens.h"
#include "tui/stopping.h"

#include <stdio.h>
#include <string.h>

static const char *name_of(const struct app *app)
{
    const char *slash = strrchr(app->file, '/');

    return slash ? slash + 1 : app->file;
}

void reload_say_failure(struct app *app)
{
    const struct diag *first = app->diags.first;
    const char *why = first ? first->message : _("it cannot be read");

    if (first && first->at.line)
        snprintf(app->message, sizeof(app->message),
                 _("%.60s is bad now, the old figures stay; r again shows why (line "
                   "%zu: %.100s)"),
                 name_of(app), first->at.line, why);
    else
        snprintf(
            app->message, sizeof(app->message),
            _("%.60s is bad now, the old figures stay; r again shows why (%.100s)"),
            name_of(app), why);
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

void reload_take(struct app *app, const struct dataset *fresh)
{
    struct carry *carry = ARENA_NEW(&app->diag_arena, struct carry);
    struct period trended;
    bool has_trended = lens_trended(app, &trended);

    carry->from = &app->loaded;
    carry->to = fresh;
    carry_all(app, carry);
    carry_close(carry);
    stopping_never(app);
    auditing_close(app);
    drilling_clear(app);
    folded_clear(&app->folded);
    spans_close(&app->coarse);
    dataset_close(&app->loaded);
    app->loaded = app->dataset = *fresh;
    app->has_timing = false;
    app->page = PAGE_DATA;
    app_refresh(app);
    if (has_trended)
        lens_find_trended(app, trended);
    if (carry->gone[0])
        snprintf(app->message, sizeof(app->message),
                 _("%.100s was read again; gone from it: %s"), name_of(app),
                 carry->gone);
    else
        snprintf(app->message, sizeof(app->message),
                 _("%.100s was read again, and nothing else is changed"), name_of(app));
}

enum load_result app_reload(struct app *app)
{
    struct dataset fresh = {0};
    enum load_result result;

    if (!app->has_dataset)
        return app_load(app, app->file);
    if (app->loads_behind && loading_start(app, app->file, true))
        return LOAD_OK;
    result = app_read(app, app->file, &fresh);
    if (result == LOAD_OK) {
        reload_take(app, &fresh);
    } else if (app->page == PAGE_DATA) {
        reload_say_failure(app);
    }
    return result;
}

void app_reload_or_show(struct app *app)
{
    struct file_stamp stamp = file_stamp_of(app->file);

    if (strcmp(app->file, "-") == 0)
        snprintf(app->message, sizeof(app->message),
                 _("standard input cannot be read again"));
    else if (app->follow.has_failed && app->page == PAGE_DATA &&
             file_stamp_equal(&stamp, &app->follow.told))
        app->page = PAGE_ERRORS;
    else
        app_reload(app);
}
