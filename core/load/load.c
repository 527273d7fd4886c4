#include "core/load/load.h"

#include "core/load/load_pass.h"
#include "core/load/paths.h"
#include "core/model/rates.h"

#define MEBIBYTE ((size_t)1024 * 1024)

const struct load_limits load_limits_default = {
    .file_bytes = 1024 * MEBIBYTE,
    .depth = 64,
    .directives = 8,
    .string_bytes = MEBIBYTE,
    .events = 256 * MEBIBYTE,
};

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
        .errors_before = diags->count[SEVERITY_ERROR],
        .diags_before = *diags,
    };

    return load_pass(&load);
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
        .errors_before = diags->count[SEVERITY_ERROR],
        .diags_before = *diags,
    };

    return load_pass(&load);
}
