/*
 * Rows of one file that have the same key. Statistics say a thing once, so a row that
 * says again what another one says is there twice by mistake, as where downloads were
 * put together: it counts once, and that is told. Where rows may be of things of their
 * own all the same, by a column that is not read or since each is of a day, nobody
 * knows what is meant, and a person must say it; so must one where figures differ.
 */
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <math.h>
#include <string.h>

void builder_repeats(struct builder *builder, enum repeats how)
{
    builder->repeats = how;
}

void builder_hides(struct builder *builder, const char *columns)
{
    builder->hidden = columns;
}

enum repeats builder_open_repeats(const struct builder *builder)
{
    return builder->open_repeats;
}

static bool is_said_alike(const struct dataset *dataset, size_t measure, size_t first,
                          size_t second)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        if (dataset_attribute(dataset, (enum attribute)i, measure, first) !=
            dataset_attribute(dataset, (enum attribute)i, measure, second))
            return false;
    return true;
}

bool builder_is_repeat(const struct builder *builder, size_t first, size_t second)
{
    const struct dataset *dataset = builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, second) != ABSENCE_NO_ROW &&
            (builder_differ(dataset, m, first, second) ||
             !is_said_alike(dataset, m, first, second)))
            return false;
    return true;
}

/* Whether rows that are alike may be of different things. */
static bool is_doubtful(const struct builder *builder)
{
    return builder->hidden || builder->dataset->periods[0].frequency == FREQUENCY_DAY;
}

/* The larger figure is known before columns are made whole numbers. */
static void add_figure(struct builder *builder, size_t measure, size_t first,
                       size_t second)
{
    struct dataset *dataset = builder->dataset;
    double *number = dataset->measure[measure].column.data;
    enum absence before = dataset_absence(dataset, measure, first);
    enum absence added = dataset_absence(dataset, measure, second);
    enum absence sum = before == ABSENCE_NONE && !absence_spreads(added) ? before
                       : added == ABSENCE_NONE && !absence_spreads(before)
                           ? added
                           : absence_joined(before, added);

    if (added == ABSENCE_NO_ROW)
        return;
    if (before == ABSENCE_NONE && added == ABSENCE_NONE)
        number[first] += number[second];
    else if (before != ABSENCE_NONE && added == ABSENCE_NONE)
        number[first] = number[second];
    if (sum != ABSENCE_NONE)
        number[first] = NAN;
    codes_add_sparse(&dataset->measure[measure].absence, &dataset->arena, first, sum);
    if (sum == ABSENCE_NONE)
        builder->measure[measure].largest =
            fmax(builder->measure[measure].largest, fabs(number[first]));
}

bool builder_repeat(struct builder *builder, size_t first, size_t second)
{
    struct dataset *dataset = builder->dataset;
    bool is_same;

    if (dataset_file(dataset, first) != dataset_file(dataset, second))
        return false;
    if (builder->repeats == REPEATS_ADD) {
        for (size_t m = 0; m < dataset->measure_count; m++)
            add_figure(builder, m, first, second);
        builder->repeat_count++;
        return true;
    }
    is_same = builder_is_repeat(builder, first, second);
    if (is_same && (builder->repeats == REPEATS_ONCE || !is_doubtful(builder))) {
        if (!builder->repeat_count++) {
            builder->first_repeat = dataset_place(dataset, second);
            builder->first_repeated = dataset_place(dataset, first).line;
        }
        return true;
    }
    if (!is_same)
        builder->open_repeats = REPEATS_ADD;
    else if (builder->open_repeats == REPEATS_OPEN)
        builder->open_repeats = REPEATS_ONCE;
    return false;
}

void builder_tell_repeats(struct builder *builder)
{
    struct source_pos at = builder->first_repeat;
    size_t count = builder->repeat_count;

    if (count && builder->repeats == REPEATS_ADD) {
        diag_note(builder->diags, (struct source_pos){.file = builder->dataset->path},
                  P_("%zu row was added to an earlier one of its key, as --repeats=add "
                     "says",
                     "%zu rows were added to earlier ones of their key, as "
                     "--repeats=add says",
                     count),
                  count);
        return;
    }
    if (!count)
        return;
    diag_warning(builder->diags, at,
                 P_("%zu row says again what an earlier one says, and counts once: "
                    "this one is as line %zu; --repeats=add adds it instead",
                    "%zu rows say again what earlier ones say, and count once: this "
                    "one, the first, is as line %zu; --repeats=add adds them instead",
                    count),
                 count, builder->first_repeated);
}

void builder_report_repeat(struct builder *builder, struct source_pos at,
                           const char *key, struct source_pos before, bool is_same)
{
    if (is_same)
        diag_error(builder->diags, at,
                   "%s given again with the same figures as at line %zu, and nothing "
                   "says whether it is the same: --repeats=once counts such rows once, "
                   "--repeats=add adds them up",
                   key, before.line);
    else
        diag_error(builder->diags, at,
                   "%s given again with other figures than at line %zu; --repeats=add "
                   "adds such rows up",
                   key, before.line);
}

void builder_tell_hidden(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;

    if (builder->hidden && builder->open_repeats != REPEATS_OPEN)
        diag_note(builder->diags, (struct source_pos){.file = dataset->path},
                  "columns that are not read may tell such rows apart: %s",
                  builder->hidden);
}
