#include "core/base/save.h"

#include "core/base/translate.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100, MODE_BITS = 07777 };

static bool fail(struct save *save, int reason, struct diag_list *diags)
{
    return diag_error(diags, (struct source_pos){save->name, 0, 0},
                      _("cannot write: %s"),
                      reason ? strerror(reason) : _("write error"));
}

bool save_is_taken(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

/* The file that the name means, through links; false when the name is too long. */
static bool find_target(struct save *save, const char *path)
{
    char resolved[PATH_MAX];
    const char *target = realpath(path, resolved) ? resolved : path;
    const char *slash = strrchr(target, '/');
    size_t folder = slash ? (size_t)(slash - target) : 0;

    if (strlen(target) + NAME_MAX >= SAVE_PATH_MAX)
        return false;
    snprintf(save->target, sizeof(save->target), "%s", target);
    if (!slash)
        snprintf(save->folder, sizeof(save->folder), ".");
    else
        snprintf(save->folder, sizeof(save->folder), "%.*s", (int)(folder ? folder : 1),
                 target);
    return true;
}

/* Opens a file of a name that nobody has; -1 with errno. */
static int open_temporary(struct save *save)
{
    int fd = -1;

    for (int i = 0; fd < 0 && i < TRIES; i++) {
        snprintf(save->temporary, sizeof(save->temporary), "%.*s/.entrepot-%ld-%d.tmp",
                 SAVE_PATH_MAX - 64, save->folder, (long)getpid(), i);
        fd = open(save->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            return -1;
    }
    return fd;
}

/* What may not be written over, NULL when all is well. */
static const char *refusal(const struct save *save, const struct stat *status)
{
    if (S_ISDIR(status->st_mode))
        return _("it is a folder");
    if (!S_ISREG(status->st_mode))
        return _("it is not a regular file");
    if (save->mode == SAVE_NEW)
        return _("there is a file of this name");
    return NULL;
}

bool save_open(struct save *save, const char *path, enum save_mode mode,
               struct diag_list *diags)
{
    struct stat status;
    const char *reason = NULL;
    bool is_there;
    int fd;

    *save = (struct save){.name = path, .mode = mode};
    if (!*path || !find_target(save, path))
        return fail(save, *path ? ENAMETOOLONG : ENOENT, diags);
    is_there = stat(save->target, &status) == 0;
    reason = is_there ? refusal(save, &status) : NULL;
    if (reason)
        return diag_error(diags, (struct source_pos){path, 0, 0}, _("cannot write: %s"),
                          reason);
    if (is_there && access(save->target, W_OK) != 0)
        return fail(save, errno, diags);
    fd = open_temporary(save);
    if (fd < 0)
        return fail(save, errno, diags);
    if (is_there)
        (void)!fchmod(fd, status.st_mode & MODE_BITS);
    save->out = fdopen(fd, "w");
    return save->out != NULL;
}

/* Gives the new file its name, and no other file's when that must not be. */
static bool take_name(const struct save *save)
{
    if (save->mode == SAVE_REPLACE)
        return rename(save->temporary, save->target) == 0;
    if (link(save->temporary, save->target) == 0)
        return unlink(save->temporary) == 0;
    /* Some file systems have no links. */
    if (errno == EEXIST || save_is_taken(save->target))
        return errno = EEXIST, false;
    return rename(save->temporary, save->target) == 0;
}

/* The name itself must reach the disk too. Not every file system can. */
static void sync_folder(const struct save *save)
{
    int fd = open(save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

bool save_commit(struct save *save, bool is_written, struct diag_list *diags)
{
    int reason = is_written ? 0 : errno; /* of the write that failed */

    errno = 0;
    if (!reason && (fflush(save->out) != 0 || ferror(save->out) || !is_written ||
                    fsync(fileno(save->out)) != 0))
        reason = errno ? errno : EIO;
    errno = 0;
    if (fclose(save->out) != 0 && !reason)
        reason = errno ? errno : EIO;
    save->out = NULL;
    if (!reason && !take_name(save))
        reason = errno;
    if (reason) {
        unlink(save->temporary);
        return fail(save, reason, diags);
    }
    sync_folder(save);
    return true;
}
