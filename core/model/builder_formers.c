/*
 * Figures that were revised, as a file of ours states them (`revised:`): each is found
 * its observation once all are there.
 */
#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/model/builder_internal.h"
#include "core/model/row_table.h"

#include <string.h>

struct pending_revised {
    struct revised_spec spec;
    size_t observation; /* SIZE_MAX: none was found */
};

void builder_revised(struct builder *builder, const struct revised_spec *spec)
{
    builder->revised =
        builder_grow(&builder->scratch, builder->revised, builder->revised_count,
                     &builder->revised_capacity, sizeof(*builder->revised));
    builder->revised[builder->revised_count++] =
        (struct pending_revised){*spec, SIZE_MAX};
}

static uint32_t period_number(const struct dataset *dataset,
                              const struct builder_text *text)
{
    struct period period;

    if (!period_read(text->text ? text->text : "", text->length, &period))
        return NO_PERIOD;
    for (uint32_t i = 0; i < dataset->period_count; i++)
        if (period_equal(dataset->periods[i], period))
            return i;
    return NO_PERIOD;
}

static size_t find(const struct row_table *rows, const struct revised_spec *spec)
{
    const struct dataset *dataset = rows->dataset;
    uint32_t period = period_number(dataset, &spec->period);
    uint32_t code[DIMENSION_MAX];

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const char *text = spec->code[d] ? spec->code[d] : "";
        code[d] = dict_find(&dataset->dimension[d].codes, text, strlen(text));
        if (code[d] == DICT_NONE)
            return SIZE_MAX;
    }
    return period == NO_PERIOD ? SIZE_MAX : row_table_find(rows, period, code);
}

/* The number of the file, which joins those that the observations are from. */
static uint32_t file_of(struct builder *builder, const struct revised_spec *spec)
{
    struct dataset *dataset = builder->dataset;
    const char *name = spec->file.length ? spec->file.text : dataset->path;

    for (uint32_t i = 0; i < dataset->file_count; i++)
        if (strcmp(dataset->files[i], name) == 0)
            return i;
    builder_file(builder, name);
    if (spec->release.length)
        builder_release(builder, spec->release.text);
    return dataset->file_count - 1;
}

static bool fail(struct builder *builder, const struct revised_spec *spec,
                 const char *words)
{
    return diag_error(builder->diags, spec->at, "%s", words);
}

static bool add(struct builder *builder, const struct pending_revised *one)
{
    struct dataset *dataset = builder->dataset;
    const struct revised_spec *spec = &one->spec;
    struct superseded *superseded;
    struct number number = {0};
    enum absence absence = ABSENCE_NONE;
    size_t measure =
        spec->measure.length ? dataset_measure(dataset, spec->measure.text) : SIZE_MAX;

    if (measure == SIZE_MAX)
        return fail(builder, spec,
                    _("a revised figure needs its 'measure', which is "
                      "one of the file's"));
    if (one->observation == SIZE_MAX)
        return fail(builder, spec,
                    _("a revised figure needs the period and the "
                      "members of one of the observations"));
    if (!number_read(spec->figure.text, spec->figure.length, &number) &&
        !builder_read_absence(spec->figure, &absence))
        return fail(builder, spec,
                    _("a revised figure needs its 'figure': a number, or "
                      "why there is none"));
    dataset->superseded =
        builder_grow(&dataset->arena, dataset->superseded, dataset->superseded_count,
                     &builder->superseded_capacity, sizeof(*dataset->superseded));
    superseded = &dataset->superseded[dataset->superseded_count++];
    *superseded = (struct superseded){.observation = one->observation,
                                      .measure = measure,
                                      .stated = number.value,
                                      .absence = absence,
                                      .file = file_of(builder, spec),
                                      .line = spec->line};
    return true;
}

void builder_finish_revised(struct builder *builder)
{
    struct dataset *dataset = builder->dataset;
    struct row_table *rows;

    if (!builder->revised_count)
        return;
    rows = row_table_new(dataset, &builder->scratch);
    for (size_t i = 0; i < dataset->observation_count; i++)
        row_table_add(rows, i);
    for (size_t i = 0; i < builder->revised_count; i++) {
        struct pending_revised *one = &builder->revised[i];
        if (builder_leaves_out(builder, one->spec.period))
            continue;
        one->observation = find(rows, &one->spec);
        add(builder, one);
    }
}
