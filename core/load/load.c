#include "core/load/load.h"

#include "core/base/translate.h"
#include "core/load/decimal_sign.h"
#include "core/load/load_pass.h"
#include "core/load/paths.h"
#include "core/model/rates.h"

#include <string.h>

#define MEBIBYTE ((size_t)1024 * 1024)

const struct load_limits load_limits_default = {
    .file_bytes = 1024 * MEBIBYTE,
    .depth = 64,
    .directives = 8,
    .string_bytes = MEBIBYTE,
    .events = 256 * MEBIBYTE,
};

/* What standard input can have to be gone over twice. */
#define INPUT_MAX ((size_t)4 * MEBIBYTE)

static bool is_input(const struct load *load)
{
    return !load->memory && load->path_count == 1 && strcmp(load->paths[0], "-") == 0;
}

/* Standard input is kept from its first byte on, in case it must be read again. */
static void keep_input(struct load *load, struct load_progress *progress,
                       struct arena *arena)
{
    if (!is_input(load) || progress->kept)
        return;
    progress->kept = arena_alloc(arena, INPUT_MAX);
    progress->kept_capacity = INPUT_MAX;
}

/* From the first byte once more; false: it is not to be had, or nobody waits for it. */
static bool begin_again(struct load *load, struct load_progress *progress)
{
    size_t bytes = atomic_load(&progress->bytes);

    if (atomic_load(&progress->wants_stop))
        return false;
    if (is_input(load)) {
        if (progress->kept_size < bytes)
            return false;
        load->memory = progress->kept;
        load->memory_size = progress->kept_size;
        progress->kept_capacity = progress->kept_size;
    }
    dataset_close(load->dataset);
    *load->diags = (struct diag_list){.arena = load->diags->arena};
    if (load->limits->open)
        *load->limits->open = (struct load_open){0};
    atomic_store(&progress->bytes, 0);
    atomic_store(&progress->rows, 0);
    atomic_store(&progress->phase, LOAD_PHASE_READING);
    progress->text = 0;
    progress->has_stopped = progress->is_cut = progress->is_at_cut = false;
    return true;
}

/* Some numbers were read before others showed that they mean something else. */
static enum load_result say_unsettled(struct load *load)
{
    dataset_close(load->dataset);
    if (load->limits->open)
        load->limits->open->decimal = true;
    diag_error(load->diags, (struct source_pos){.file = load->name},
               "what commas in its numbers mean shows only behind some of them, and it "
               "cannot be read again from its beginning: --decimal=point or "
               "--decimal=comma says it");
    return LOAD_BAD_DATA;
}

/* As often as a pass shows that numbers were not read as they are meant: three times at
 * most; and once more where a gzip file was cut. */
static enum load_result read_passes(struct load *order, struct load_limits *limits)
{
    struct load_progress *progress = limits->progress;

    for (;;) {
        struct load load = *order;
        enum load_result result = load_pass(&load);
        bool is_other = decimal_signs_again(order->signs);
        bool is_more = progress->is_cut_gzip && !limits->has_cut_gzip;
        if (!is_other && !is_more)
            return result;
        if (!begin_again(order, progress))
            return is_other && result == LOAD_OK && order->signs->has_commas
                       ? say_unsettled(order)
                       : result;
        limits->has_cut_gzip = limits->has_cut_gzip || is_more;
    }
}

static enum load_result load_all(struct load *load)
{
    struct arena kept = {0};
    struct load_progress unseen = {.wake_fd = -1};
    struct load_limits limits = *load->limits;
    struct decimal_signs signs = {0};
    struct diag_list *diags = load->diags;
    struct diag_list said = {.arena = diags->arena};
    enum load_result result;

    if (!limits.progress)
        limits.progress = &unseen;
    load->limits = &limits;
    load->signs = &signs;
    load->diags = &said;
    keep_input(load, limits.progress, &kept);
    result = read_passes(load, &limits);
    if (kept.newest)
        limits.progress->kept = NULL;
    arena_clear(&kept);
    diag_take(diags, &said);
    diag_sort(diags);
    return result;
}

enum load_result load_file(const char *path, const struct load_limits *limits,
                           struct dataset *dataset, struct diag_list *diags)
{
    struct paths paths = paths_of(path, diags->arena);
    struct load load = {
        .name = path_shown(paths.path[0]),
        .paths = paths.path,
        .path_count = paths.count,
        .limits = limits,
        .dataset = dataset,
        .diags = diags,
    };

    return load_all(&load);
}

static enum load_result add_rates(const char *path, const struct load_limits *limits,
                                  struct dataset *dataset, struct diag_list *diags)
{
    struct load_limits unseen = *limits;
    struct dataset rates = {0};
    enum load_result result;

    unseen.progress = NULL;
    unseen.head_bytes = 0;
    result = load_file(path, &unseen, &rates, diags);
    if (result == LOAD_OK && !dataset_add_rates(dataset, &rates, diags))
        result = LOAD_BAD_DATA;
    dataset_close(&rates);
    return result;
}

enum load_result load_with_rates(const char *path, const char *rates_path,
                                 const struct load_limits *limits,
                                 struct dataset *dataset, struct diag_list *diags)
{
    enum load_result result = load_file(path, limits, dataset, diags);

    if (result == LOAD_OK && rates_path && dataset->unit.kind == UNIT_CURRENCY)
        result = add_rates(rates_path, limits, dataset, diags);
    if (result != LOAD_OK)
        dataset_close(dataset);
    diag_sort(diags);
    return result;
}

enum load_result load_bytes(const char *name, const void *bytes, size_t size,
                            const struct load_limits *limits, struct dataset *dataset,
                            struct diag_list *diags)
{
    struct load load = {
        .name = name,
        .memory = bytes ? bytes : "",
        .memory_size = size,
        .limits = limits,
        .dataset = dataset,
        .diags = diags,
    };

    return load_all(&load);
}
