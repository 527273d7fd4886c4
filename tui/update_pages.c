#include "tui/update.h"

#include "core/base/translate.h"
#include "core/load/workspace.h"
#include "tui/layout.h"
#include "tui/reload.h"
#include "tui/workspace.h"

#include <stdio.h>

size_t list_moved(size_t at, long step, size_t count)
{
    if (!count)
        return 0;
    if (step < 0)
        return at < (size_t)-step ? 0 : at - (size_t)-step;
    return at + (size_t)step >= count ? count - 1 : at + (size_t)step;
}

long list_step(enum command command, size_t page, size_t count)
{
    long far = (long)count;
    long screen = page > 1 ? (long)page - 1 : 1;

    switch (command) {
    case COMMAND_UP:
        return -1;
    case COMMAND_DOWN:
        return 1;
    case COMMAND_PAGE_UP:
        return -screen;
    case COMMAND_PAGE_DOWN:
        return screen;
    case COMMAND_HOME:
        return -far;
    case COMMAND_END:
        return far;
    default:
        return 0;
    }
}

static bool gallery_command(struct app *app, enum command command)
{
    struct layout layout = layout_new(app);
    size_t page = layout_gallery_capacity(&layout);
    long step = list_step(command, page, app->catalog.count);

    if (step) {
        app->chosen = list_moved(app->chosen, step, app->catalog.count);
        return true;
    }
    if (command == COMMAND_OPEN && app->chosen < app->catalog.count) {
        workspace_open_file(app, app->catalog.entries[app->chosen].path);
        return true;
    }
    if ((command == COMMAND_BACK || command == COMMAND_CANCEL) && app->has_dataset) {
        app->page = PAGE_DATA;
        return true;
    }
    return false;
}

static bool errors_command(struct app *app, enum command command)
{
    long step = list_step(command, 10, app->diags.kept);

    if (step) {
        app->problem = list_moved(app->problem, step, app->diags.kept);
        return true;
    }
    if (command == COMMAND_RELOAD) {
        if (app->has_dataset && app->failed_path == app->file)
            app_reload(app);
        else if (workspace_is(app->failed_path))
            workspace_open_file(app, app->failed_path);
        else
            app_load(app, app->failed_path);
        return true;
    }
    if ((command == COMMAND_BACK || command == COMMAND_CANCEL) && app->has_dataset) {
        app->page = PAGE_DATA;
        return true;
    }
    /* A file that was refused needs no tab. */
    if (command == COMMAND_BACK || command == COMMAND_CANCEL)
        return tabs_close(app);
    return false;
}

static bool revisions_command(struct app *app, enum command command)
{
    long step = list_step(command, 20, app->revisions.count);

    if (step) {
        app->revision = list_moved(app->revision, step, app->revisions.count);
        return true;
    }
    if (command != COMMAND_BACK && command != COMMAND_CANCEL && command != COMMAND_OPEN)
        return false;
    app->page = PAGE_DATA;
    return true;
}

void page_open_audit(struct app *app)
{
    if (app->loaded.is_unread) {
        snprintf(app->message, sizeof(app->message), "%s",
                 _("what is doubtful can be told when all is read"));
        return;
    }
    auditing_open(app);
}

static bool audit_command(struct app *app, enum command command)
{
    size_t count = app->audit.count ? app->audit.count : audit_check_count();
    long step = list_step(command, 10, count);

    if (step) {
        app->finding = list_moved(app->finding, step, count);
        return true;
    }
    if (command != COMMAND_BACK && command != COMMAND_CANCEL &&
        command != COMMAND_AUDIT)
        return false;
    app->page = PAGE_DATA;
    return true;
}

bool page_command(struct app *app, enum command command)
{
    switch (app->page) {
    case PAGE_GALLERY:
        return gallery_command(app, command);
    case PAGE_ERRORS:
        return errors_command(app, command);
    case PAGE_AUDIT:
        return audit_command(app, command);
    case PAGE_REVISIONS:
        return revisions_command(app, command);
    case PAGE_QUESTION:
        return question_command(app, command);
    case PAGE_DATA:
    case PAGE_LOADING:
        break;
    }
    return false;
}
