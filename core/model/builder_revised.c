/*
 * Files that overlap with other figures: where it is known which one is newer, its
 * figures count, and those of the older one are kept beside them.
 */
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <inttypes.h>
#include <string.h>

enum { TOLD_MAX = 20 };

void builder_revise_in_order(struct builder *builder)
{
    builder->revises_in_order = true;
}

void builder_release(struct builder *builder, const char *release)
{
    struct dataset *dataset = builder->dataset;
    const char **grown;

    if (dataset->release_count < dataset->file_count) {
        grown = ARENA_ARRAY(&dataset->arena, const char *, builder->file_capacity);
        if (dataset->release_count)
            memcpy(grown, dataset->releases,
                   dataset->release_count * sizeof(*dataset->releases));
        dataset->releases = grown;
        dataset->release_count = dataset->file_count;
    }
    if (dataset->file_count)
        dataset->releases[dataset->file_count - 1] =
            arena_copy(&dataset->arena, release, strlen(release));
}

/* Below 0 when the first file is older, above when it is newer, 0: nobody knows. */
static int compare_files(const struct builder *builder, uint32_t a, uint32_t b)
{
    const char *first = dataset_release(builder->dataset, a);
    const char *second = dataset_release(builder->dataset, b);

    if (builder->revises_in_order)
        return a < b ? -1 : a > b;
    return first && second ? strcmp(first, second) : 0;
}

void builder_keep_superseded(struct builder *builder, size_t kept, size_t measure,
                             size_t row)
{
    struct dataset *dataset = builder->dataset;
    struct superseded *one;

    dataset->superseded =
        builder_grow(&dataset->arena, dataset->superseded, dataset->superseded_count,
                     &builder->superseded_capacity, sizeof(*dataset->superseded));
    one = &dataset->superseded[dataset->superseded_count++];
    *one = (struct superseded){
        .observation = kept,
        .measure = measure,
        .stated = dataset->measure[measure].column.data[row],
        .absence =
            (enum absence)codes_get_sparse(&dataset->measure[measure].absence, row),
        .file = dataset_file(dataset, row),
        .line = sequence_get(&dataset->line, row),
    };
}

bool builder_differ(const struct dataset *dataset, size_t measure, size_t a, size_t b)
{
    const struct numbers *column = &dataset->measure[measure].column;
    enum absence one = dataset_absence(dataset, measure, a);

    return one != dataset_absence(dataset, measure, b) ||
           (one == ABSENCE_NONE && column->data[a] != column->data[b]);
}

/* Measure by measure: a row may have been put together from several. */
static void take_measure(struct builder *builder, size_t measure, size_t first,
                         size_t second, bool is_newer)
{
    struct dataset *dataset = builder->dataset;
    struct measure *of = &dataset->measure[measure];
    bool has_first = dataset_absence(dataset, measure, first) != ABSENCE_NO_ROW;

    if (dataset_absence(dataset, measure, second) == ABSENCE_NO_ROW)
        return;
    if (has_first && builder_differ(dataset, measure, first, second))
        builder_keep_superseded(builder, first, measure, is_newer ? first : second);
    if (has_first && !is_newer)
        return;
    builder_take_attributes(builder, measure, first, second);
    of->column.data[first] = of->column.data[second];
    codes_add_sparse(&of->absence, &dataset->arena, first,
                     dataset_absence(dataset, measure, second));
}

bool builder_supersede(struct builder *builder, size_t first, size_t second)
{
    struct dataset *dataset = builder->dataset;
    const struct arena *arena = &dataset->arena;
    int order = compare_files(builder, dataset_file(dataset, first),
                              dataset_file(dataset, second));

    if (dataset_file(dataset, first) == dataset_file(dataset, second) || order == 0)
        return false;
    for (size_t m = 0; m < dataset->measure_count; m++)
        take_measure(builder, m, first, second, order < 0);
    if (order > 0)
        return true;
    codes_add_sparse(&dataset->file, arena, first, dataset_file(dataset, second));
    codes_add_sparse(sequence_codes(&dataset->line, arena), arena, first,
                     sequence_get(&dataset->line, second));
    return true;
}

void builder_move_superseded(struct builder *builder, const uint8_t *is_gone,
                             size_t count)
{
    struct dataset *dataset = builder->dataset;
    size_t *place;
    size_t kept = 0;

    if (!dataset->superseded_count)
        return;
    place = ARENA_ARRAY(&builder->scratch, size_t, count);
    for (size_t i = 0; i < count; i++) {
        place[i] = kept;
        kept += !is_gone[i];
    }
    count = dataset->superseded_count;
    dataset->superseded_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct superseded one = dataset->superseded[i];
        if (is_gone[one.observation])
            continue;
        one.observation = place[one.observation];
        dataset->superseded[dataset->superseded_count++] = one;
    }
}

static const char *words_of(double stated, enum absence absence, struct arena *arena)
{
    return absence == ABSENCE_NONE ? arena_printf(arena, "%.15g", stated)
                                   : _("missing");
}

static void tell_one(struct builder *builder, const struct superseded *one)
{
    const struct dataset *dataset = builder->dataset;
    struct source_pos at = dataset_place(dataset, one->observation);
    const struct measure *measure = &dataset->measure[one->measure];
    char period[PERIOD_SHOWN_MAX];

    period_show(period,
                dataset->periods[codes_get(&dataset->period, one->observation)]);
    diag_note(builder->diags, at, "%s, %s: %s here, revises %s (%s, line %u)",
              measure->id, period,
              words_of(measure->column.data[one->observation],
                       dataset_absence(dataset, one->measure, one->observation),
                       builder->diags->arena),
              words_of(one->stated, one->absence, builder->diags->arena),
              dataset->files[one->file], one->line);
}

/* Else an earlier row of the same file. */
static bool is_of_older_file(const struct dataset *dataset,
                             const struct superseded *one)
{
    return one->file != codes_get_sparse(&dataset->file, one->observation);
}

void builder_tell_superseded(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;
    size_t count = 0;

    for (size_t i = 0; i < dataset->superseded_count; i++)
        count += is_of_older_file(dataset, &dataset->superseded[i]);
    if (count)
        diag_note(
            builder->diags, (struct source_pos){.file = dataset->path},
            P_("%zu figure stands in a newer file with other figures: the newer ones "
               "count, the older ones are kept as revised",
               "%zu figures stand in a newer file with other figures: the newer ones "
               "count, the older ones are kept as revised",
               count),
            count);
    for (size_t i = 0; i < dataset->superseded_count && i < TOLD_MAX; i++)
        tell_one(builder, &dataset->superseded[i]);
}
