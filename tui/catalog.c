#include "tui/catalog.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/load.h"
#include "core/load/paths.h"
#include "core/load/workspace.h"
#include "core/model/dataset.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PKGDATADIR
#define PKGDATADIR "/usr/local/share/entrepot"
#endif

/* Of what lies beside a file, so many are listed, and read when they are not larger. */
enum { PATH_LIMIT = 4096, BESIDE_MAX = 100, BESIDE_BYTES = 4 << 20 };

static const char *kept(struct arena *arena, const char *text)
{
    return text ? arena_printf(arena, "%s", text) : "";
}

static const char *periods_of(const struct dataset *dataset, struct arena *arena)
{
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    if (!dataset->period_count)
        return "";
    period_words(first, dataset->periods[0]);
    period_words(last, dataset->periods[dataset->period_count - 1]);
    if (dataset->period_count == 1)
        return arena_printf(arena, "%s", first);
    return arena_printf(arena, "%s..%s", first, last);
}

static const char *content_of(const struct dataset *dataset, struct arena *arena,
                              const char *language)
{
    size_t members = 0;

    if (!dataset->observation_count)
        return arena_printf(arena, P_("%zu fact", "%zu facts", dataset->fact_count),
                            dataset->fact_count);
    if (!dataset->dimension_count)
        return arena_printf(
            arena, _("%u %s"), dataset->period_count,
            frequency_words(dataset->periods[0].frequency, dataset->period_count));
    for (uint32_t i = 0; i < dataset->dimension[0].member_count; i++)
        members += dataset->dimension[0].members[i].has_rows;
    return arena_printf(arena, _("%zu %s rows"), members,
                        dimension_word(&dataset->dimension[0], language));
}

static struct catalog_entry entry_of(struct arena *arena, const char *path,
                                     const char *language)
{
    struct arena scratch = {0};
    struct diag_list diags = {.arena = &scratch};
    struct dataset dataset = {0};
    struct catalog_entry entry = {
        .path = kept(arena, path),
        .title = "",
        .publisher = "",
        .periods = "",
        .content = "",
    };

    entry.name = text_file_name(entry.path);
    if (workspace_is(path)) {
        entry.title = arena_printf(arena, _("workspace: %s"), entry.name);
        return entry;
    }
    if (load_file(path, &load_limits_default, &dataset, &diags) == LOAD_OK) {
        entry.title = kept(arena, label_pick(&dataset.title, language));
        entry.publisher = kept(arena, label_pick(&dataset.publisher, language));
        entry.periods = periods_of(&dataset, arena);
        entry.content = content_of(&dataset, arena, language);
    } else {
        entry.problem =
            diags.first ? kept(arena, diags.first->message) : _("cannot be read");
    }
    dataset_close(&dataset);
    arena_clear(&scratch);
    return entry;
}

struct catalog catalog_of_files(struct arena *arena, const char *const *paths,
                                size_t count, const char *language)
{
    struct catalog catalog = {
        .entries = ARENA_ARRAY(arena, struct catalog_entry, count),
        .count = count,
    };

    for (size_t i = 0; i < count; i++)
        catalog.entries[i] = entry_of(arena, paths[i], language);
    return catalog;
}

static int is_dataset(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 5 && entry->d_name[0] != '.' &&
           strcmp(entry->d_name + length - 5, ".yaml") == 0;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

struct catalog catalog_of_folder(struct arena *arena, const char *folder,
                                 const char *language)
{
    struct dirent **found = NULL;
    struct catalog catalog = {0};
    const char **paths;
    int count = folder ? scandir(folder, &found, is_dataset, compare_names) : 0;

    if (count <= 0)
        return catalog;
    paths = ARENA_ARRAY(arena, const char *, (size_t)count);
    for (int i = 0; i < count; i++) {
        paths[i] = arena_printf(arena, "%s/%s", folder, found[i]->d_name);
        free(found[i]);
    }
    free(found);
    return catalog_of_files(arena, paths, (size_t)count, language);
}

bool catalog_is_same_file(const char *a, const char *b)
{
    struct stat first;
    struct stat second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

struct catalog catalog_with(struct arena *arena, struct catalog catalog,
                            const char *path, const char *language)
{
    struct catalog_entry *entries;

    for (size_t i = 0; i < catalog.count && path; i++)
        if (catalog_is_same_file(catalog.entries[i].path, path))
            return catalog;
    if (!path || access(path, R_OK) != 0)
        return catalog;
    entries = ARENA_ARRAY(arena, struct catalog_entry, catalog.count + 1);
    entries[0] = entry_of(arena, path, language);
    if (catalog.count)
        memcpy(&entries[1], catalog.entries, catalog.count * sizeof(*entries));
    return (struct catalog){entries, catalog.count + 1};
}

/* A file by its name alone: too large to be read for a list. */
static struct catalog_entry unread_entry(struct arena *arena, const char *path,
                                         off_t size)
{
    const char *kept_path = kept(arena, path);

    return (struct catalog_entry){
        .path = kept_path,
        .name = text_file_name(kept_path),
        .title = text_file_name(kept_path),
        .publisher = "",
        .periods = "",
        .content = arena_printf(arena, _("%lld MB"), (long long)size / 1000000),
    };
}

static bool has_file(const struct catalog *catalog, const char *path)
{
    for (size_t i = 0; i < catalog->count; i++)
        if (catalog_is_same_file(catalog->entries[i].path, path))
            return true;
    return false;
}

struct catalog catalog_beside(struct arena *arena, struct catalog catalog,
                              const char *path, const char *language)
{
    struct dirent **found = NULL;
    const char *folder = path ? path_folder(path, arena) : "";
    int count =
        path ? scandir(*folder ? folder : ".", &found, is_dataset, compare_names) : 0;
    struct catalog all = {
        .entries = ARENA_ARRAY(arena, struct catalog_entry, catalog.count + BESIDE_MAX),
    };

    for (int i = 0; i < count; i++) {
        const char *file = arena_printf(arena, "%s%s", folder, found[i]->d_name);
        struct stat status;
        if (i < BESIDE_MAX && stat(file, &status) == 0 && !has_file(&catalog, file))
            all.entries[all.count++] = status.st_size > BESIDE_BYTES
                                           ? unread_entry(arena, file, status.st_size)
                                           : entry_of(arena, file, language);
        free(found[i]);
    }
    free(found);
    if (catalog.count)
        memcpy(&all.entries[all.count], catalog.entries,
               catalog.count * sizeof(*all.entries));
    all.count += catalog.count;
    return all;
}

/* The folder that the program was started from, or NULL. */
static const char *program_folder(struct arena *arena)
{
    char path[PATH_LIMIT];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
    char *slash;

    if (length <= 0)
        return NULL;
    path[length] = '\0';
    slash = strrchr(path, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    return arena_printf(arena, "%s", path);
}

const char *catalog_folder(struct arena *arena)
{
    static const char *const near[] = {"../datasets", "../share/entrepot/datasets"};
    const char *wished = getenv("ENTREPOT_DATASETS");
    const char *program = program_folder(arena);
    const char *installed = PKGDATADIR "/datasets";

    if (wished && *wished)
        return path_is_folder(wished) ? kept(arena, wished) : NULL;
    for (size_t i = 0; program && i < sizeof(near) / sizeof(near[0]); i++) {
        const char *folder = arena_printf(arena, "%s/%s", program, near[i]);
        if (path_is_folder(folder))
            return folder;
    }
    return path_is_folder(installed) ? installed : NULL;
}
