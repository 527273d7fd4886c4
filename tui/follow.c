#include "tui/follow.h"

#include "core/base/translate.h"
#include "core/load/paths.h"
#include "tui/app.h"
#include "tui/reload.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PAUSE = 1000 };

static struct file_stamp stamp_of_one(const char *path)
{
    struct stat status;

    if (strcmp(path, "-") == 0 || stat(path, &status) != 0 ||
        (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)))
        return (struct file_stamp){0};
    return (struct file_stamp){
        .is_regular = true,
        .device = (uintmax_t)status.st_dev,
        .number = (uintmax_t)status.st_ino,
        .size = (intmax_t)status.st_size,
        .seconds = (intmax_t)status.st_mtim.tv_sec,
        .nanoseconds = status.st_mtim.tv_nsec,
    };
}

/* Several files are as new as the newest; each change shows in some sum. */
static void join_stamps(struct file_stamp *all, const struct file_stamp *one)
{
    bool is_newer =
        one->seconds > all->seconds ||
        (one->seconds == all->seconds && one->nanoseconds > all->nanoseconds);

    all->is_regular = all->is_regular && one->is_regular;
    all->device += one->device;
    all->number += one->number;
    all->size += one->size;
    if (!is_newer)
        return;
    all->seconds = one->seconds;
    all->nanoseconds = one->nanoseconds;
}

struct file_stamp file_stamp_of(const char *path)
{
    struct arena arena = {0};
    struct paths paths;
    struct file_stamp all = {0};

    if (!path)
        return all;
    paths = paths_of(path, &arena);
    all = stamp_of_one(paths.path[0]);
    for (size_t i = 1; i < paths.count; i++) {
        struct file_stamp one = stamp_of_one(paths.path[i]);
        join_stamps(&all, &one);
    }
    arena_clear(&arena);
    return all;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->is_regular == b->is_regular && a->device == b->device &&
           a->number == b->number && a->size == b->size && a->seconds == b->seconds &&
           a->nanoseconds == b->nanoseconds;
}

static void announce(struct app *app, bool is_there)
{
    const char *slash = strrchr(app->file, '/');
    const char *name = slash ? slash + 1 : app->file;

    if (is_there)
        snprintf(app->message, sizeof(app->message),
                 _("%.150s has changed; r reads it again"), name);
    else
        snprintf(app->message, sizeof(app->message),
                 _("%.150s is gone; what was read of it stays"), name);
}

bool follow_look(struct app *app, long now)
{
    struct follow *follow = &app->follow;
    struct file_stamp stamp;

    if (app->loading.job || follow_wait(app) < 0 ||
        (follow->has_looked && now - follow->looked < PAUSE))
        return false;
    follow->has_looked = true;
    follow->looked = now;
    stamp = file_stamp_of(app->file);
    if (file_stamp_equal(&stamp, &follow->read) ||
        file_stamp_equal(&stamp, &follow->told))
        return false;
    if (app->is_watching && stamp.is_regular) {
        if (!app_is_idle(app))
            return false;
        app_reload(app);
    } else {
        announce(app, stamp.is_regular);
    }
    follow->told = stamp;
    return true;
}

int follow_wait(const struct app *app)
{
    return app->follow.read.is_regular || app->follow.told.is_regular ? PAUSE : -1;
}
