#include "core/load/load_pass.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/begun.h"
#include "core/load/code_lists.h"
#include "core/load/format.h"
#include "core/load/no_data.h"
#include "core/load/paths.h"
#include "core/load/source.h"

#include <setjmp.h>
#include <string.h>

/* How many files of an archive are named that are no data. */
enum { SKIPPED_NAMED = 5 };

static struct source_pos whole(const char *name)
{
    return (struct source_pos){.file = name};
}

static const struct format_ops *recognise(const struct load *load, struct bytes *bytes)
{
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    return format_of_head(head, size, source_is_archived(load->source));
}

static bool was_stopped(const struct load *load)
{
    return load->limits->progress->has_stopped;
}

static bool skip(struct load *load, const char *name)
{
    struct arena *arena = load->diags->arena;

    if (!source_is_archived(load->source))
        return diag_error(load->diags, whole(name),
                          "cannot read: its format is not known");
    if (load->skipped++ < SKIPPED_NAMED)
        load->skipped_names = arena_printf(
            arena, "%s%s%s", load->skipped_names ? load->skipped_names : "",
            load->skipped_names ? _(", ") : "", text_file_name(name));
    return true;
}

/* The first file decides on the format of all. */
static bool use_format(struct load *load, const struct format_ops *format,
                       const char *name)
{
    if (!load->format) {
        load->format = format;
        load->builder = builder_open(load->dataset, load->diags);
        if (load->limits->answers && load->limits->answers->has_periods)
            builder_keep_frequency(load->builder, load->limits->answers->periods);
        load->dataset->path =
            arena_copy(&load->dataset->arena, load->name, strlen(load->name));
        return true;
    }
    if (load->format == format && format->finish)
        return true;
    return diag_error(load->diags, whole(name),
                      "cannot be one dataset with %s: only tables of one layout can",
                      load->dataset->files[0]);
}

/* YAML is what nothing else is, and JSON may be of another kind: whether it may be
 * ours, or why this is no data at all. */
static bool may_be_data(const struct load *load, const struct format_ops *format,
                        struct bytes *bytes)
{
    const char *head;
    size_t size = bytes_peek(bytes, &head);
    const char *reason = format == &format_yaml
                             ? no_data_reason(bytes->name, head, size)
                         : format == &format_json ? no_data_json_reason(head, size)
                                                  : NULL;

    return !reason || diag_error(load->diags, whole(bytes->name), "%s", reason);
}

/* Beside figures a list of codes gives them names. */
static bool read_list(struct load *load, struct bytes *bytes)
{
    bool is_among_others = load->path_count > 1 || source_is_archived(load->source);

    if (!is_among_others ||
        !code_lists_read(load->own_limits.lists, bytes, &load->dataset->arena))
        return false;
    load->list_names = arena_printf(
        load->diags->arena, "%s%s%s", load->list_names ? load->list_names : "",
        load->list_names ? _(", ") : "", text_file_name(bytes->name));
    return true;
}

static bool read_file(struct load *load, struct bytes *bytes)
{
    const struct format_ops *format = recognise(load, bytes);

    if (bytes->has_failed)
        return false;
    if (read_list(load, bytes))
        return true;
    if (!format)
        return skip(load, bytes->name);
    if (!may_be_data(load, format, bytes))
        return false;
    if (!use_format(load, format, bytes->name))
        return false;
    builder_file(load->builder, bytes->name);
    return format->read(bytes, load->limits, load->builder, &load->state);
}

static bool is_good_so_far(const struct load *load)
{
    return !diag_has_errors(load->diags);
}

/* A stop may have come before there was anything to finish. */
static bool finish_format(struct load *load)
{
    if (was_stopped(load) && !load->dataset->observation_count)
        return true;
    return !load->format->finish || load->format->finish(load->state);
}

/* "a, b, c, ..." */
static const char *folder_names(const struct load *load)
{
    struct arena *arena = load->diags->arena;
    struct paths folders = paths_of_folders(load->paths[0], arena);
    const char *names = NULL;

    for (size_t i = 0; i < folders.count && i < SKIPPED_NAMED; i++)
        names = arena_printf(arena, "%s%s%s", names ? names : "", names ? _(", ") : "",
                             text_file_name(folders.path[i]));
    return folders.count > SKIPPED_NAMED ? arena_printf(arena, "%s, ...", names)
                                         : names;
}

static bool say_no_data(const struct load *load)
{
    const char *folders = load->memory ? NULL : folder_names(load);

    if (load->list_names)
        return diag_error(load->diags, whole(load->name),
                          "there are names of codes in it (%s), and no figures",
                          load->list_names);
    if (load->skipped_names && !folders)
        return diag_error(load->diags, whole(load->name),
                          "nothing in it is data that can be read: %s",
                          load->skipped_names);
    if (folders)
        return diag_error(load->diags, whole(load->name),
                          "nothing in it is data that can be read; there are folders "
                          "in it: %s",
                          folders);
    return diag_error(load->diags, whole(load->name),
                      "nothing in it is data that can be read");
}

static bool read_files(struct load *load)
{
    struct bytes *bytes;

    while (!was_stopped(load) && (bytes = source_next(load->source))) {
        if (!read_file(load, bytes))
            return was_stopped(load) && is_good_so_far(load) && finish_format(load);
        converted_note(&load->converted, bytes->name, source_encoding(load->source),
                       &load->dataset->arena);
    }
    load->dataset->encoding = converted_words(&load->converted, &load->dataset->arena);
    if (source_has_failed(load->source))
        return false;
    if (!load->format && was_stopped(load))
        return true;
    if (!load->format)
        return say_no_data(load);
    if (load->skipped)
        diag_warning(load->diags, whole(load->name),
                     P_("%zu file is left out, no data: %s%s",
                        "%zu files are left out, no data: %s%s", load->skipped),
                     load->skipped, load->skipped_names,
                     load->skipped > SKIPPED_NAMED ? ", ..." : "");
    return finish_format(load);
}

/* Without a row, nothing was read that could be looked at, and what was said of it is
 * of a file that seemed to end there. */
static bool say_nothing_read(struct load *load)
{
    *load->diags = (struct diag_list){.arena = load->diags->arena};
    if (load->limits->progress->is_cut)
        return diag_error(load->diags, whole(load->name),
                          "cannot unpack: it is damaged or cut short, and no row comes "
                          "out of it");
    return diag_error(load->diags, whole(load->name), "stopped before there was a row");
}

/* The place is that of the line that is lost. */
static void say_cut(struct load *load)
{
    const struct dataset *dataset = load->dataset;
    struct source_pos at = dataset_place(dataset, dataset->observation_count - 1);

    at.line++;
    diag_warning(load->diags, at,
                 "the packed file ends here, damaged or cut short: what came out of it "
                 "is shown, marked as partial; the line that is cut, and what stood "
                 "behind it, are lost");
}

static void use_progress(struct load *load)
{
    struct load_progress *progress = load->limits->progress;

    load->own_limits = *load->limits;
    load->limits = &load->own_limits;
    load->own_limits.lists = ARENA_NEW(&load->dataset->arena, struct code_lists);
    load->own_limits.signs = load->signs;
    if (load->limits->head_bytes &&
        (!progress->head || progress->head > load->limits->head_bytes))
        progress->head = load->limits->head_bytes;
    progress->row = &load->dataset->observation_count;
    atomic_store(&progress->total, load->memory
                                       ? load->memory_size
                                       : paths_size(load->paths, load->path_count));
}

static enum load_result read_all(struct load *load)
{
    struct arena *arena = &load->dataset->arena;
    bool is_read;

    use_progress(load);
    load->source = load->memory
                       ? source_open_memory(load->name, load->memory, load->memory_size,
                                            load->limits, arena, load->diags)
                       : source_open(load->paths, load->path_count, load->limits, arena,
                                     load->diags);
    is_read = read_files(load);
    if (was_stopped(load) && !load->dataset->observation_count)
        is_read = say_nothing_read(load);
    if (!is_read)
        return source_is_unreadable(load->source) ? LOAD_UNREADABLE : LOAD_BAD_DATA;
    load->dataset->is_partial = was_stopped(load);
    load->dataset->is_cut = load->limits->progress->is_cut;
    if (load->dataset->is_cut)
        say_cut(load);
    load->dataset->text_bytes = load->limits->progress->text;
    atomic_store(&load->limits->progress->phase, LOAD_PHASE_ARRANGING);
    if (!builder_finish(load->builder) || !is_good_so_far(load)) {
        if (load->limits->open) {
            load->limits->open->overlap = builder_has_overlap(load->builder);
            load->limits->open->repeats = builder_open_repeats(load->builder);
        }
        return LOAD_BAD_DATA;
    }
    load->dataset->is_last_begun =
        load->dataset->is_partial &&
        begun_period(load->dataset) + 1 == load->dataset->period_count;
    return LOAD_OK;
}

static void say_no_memory(struct load *load)
{
    if (load->budget.was_short)
        diag_error(load->diags, whole(load->name),
                   "cannot read: it takes more memory than --memory allows; "
                   "--head=SIZE reads the beginning");
    else
        diag_error(load->diags, whole(load->name), "cannot read: not enough memory");
}

/* Runs `read_all` so that memory that runs out is an error of the file. The arenas'
 * failures are the caller's again afterwards. */
static enum load_result read_guarded(struct load *load)
{
    jmp_buf failure;
    jmp_buf *diags_failure = load->diags->arena->on_failure;
    jmp_buf *dataset_failure = load->dataset->arena.on_failure;
    /* Not a local: its value must survive the jump. */
    volatile enum load_result result = LOAD_UNREADABLE;

    load->diags->arena->on_failure = &failure;
    load->dataset->arena.on_failure = &failure;
    load->budget.left = load->limits->memory_bytes;
    if (load->limits->memory_bytes)
        load->dataset->arena.budget = &load->budget;
    if (setjmp(failure) == 0)
        result = read_all(load);
    else if (setjmp(failure) == 0)
        say_no_memory(load);
    load->diags->arena->on_failure = diags_failure;
    load->dataset->arena.on_failure = dataset_failure;
    load->dataset->arena.budget = NULL;
    return result;
}

static enum load_result finish(struct load *load, enum load_result result)
{
    load->limits->progress->row = NULL;
    if (load->format)
        load->format->close(load->state);
    if (load->own_limits.lists)
        code_lists_close(load->own_limits.lists);
    builder_close(load->builder);
    source_close(load->source);
    if (result != LOAD_OK)
        dataset_close(load->dataset);
    return result;
}

enum load_result load_pass(struct load *load)
{
    return finish(load, read_guarded(load));
}
