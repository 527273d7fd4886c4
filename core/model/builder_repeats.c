/*
 * Rows of one file that have the same key. Statistics say a thing once, so a row that
 * says again what another one says is there twice by mistake, as where downloads were
 * put together: it counts once, and that is told. Where rows may be of things of their
 * own all the same, by a column that is not read or since each is of a day, nobody
 * knows what is meant, and a person must say it; so must one where figures differ.
 *
 * Rows whose keys come in two blocks, or are of two kinds by what is remarked of them,
 * may be exports and imports, if nothing else tells the two: to add them up is nothing
 * that is proposed.
 */
#include "core/base/number.h"
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

/* What the two rows say besides their figures, among what pairs before them said. */
static void note_kinds(struct builder *builder, size_t first, size_t second)
{
    struct repeat_blocks *blocks = &builder->blocks;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        uint32_t said[2] = {
            dataset_attribute(builder->dataset, (enum attribute)i, 0, first),
            dataset_attribute(builder->dataset, (enum attribute)i, 0, second)};
        if (!blocks->count)
            memcpy(blocks->kind[i], said, sizeof(said));
        blocks->is_other[i] |= said[0] == said[1] || !said[0] || !said[1] ||
                               memcmp(blocks->kind[i], said, sizeof(said)) != 0;
    }
}

static void note_pair(struct builder *builder, size_t first, size_t second)
{
    struct repeat_blocks *blocks = &builder->blocks;

    note_kinds(builder, first, second);
    if (!blocks->count++)
        blocks->first_again = second;
    if (first > blocks->last_first)
        blocks->last_first = first;
}

/* Whether nothing but the place of rows, or a remark, may tell exports from imports. */
static bool may_be_flows(const struct builder *builder)
{
    const struct repeat_blocks *blocks = &builder->blocks;
    bool has_kinds = false;

    if (blocks->count < 2 ||
        (dataset_measure(builder->dataset, "exports") != SIZE_MAX &&
         dataset_measure(builder->dataset, "imports") != SIZE_MAX))
        return false;
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        has_kinds = has_kinds || !blocks->is_other[i];
    return has_kinds || (blocks->last_first < blocks->first_again &&
                         blocks->count <= blocks->first_again);
}

enum repeats builder_open_repeats(const struct builder *builder)
{
    return builder->open_repeats == REPEATS_ADD && may_be_flows(builder)
               ? REPEATS_OPEN
               : builder->open_repeats;
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
    note_pair(builder, first, second);
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

/* The figure that the file has, "" for none. */
static const char *figure_words(struct builder *builder, size_t measure, size_t row)
{
    const struct dataset *dataset = builder->dataset;
    char *text = ARENA_ARRAY(&builder->scratch, char, NUMBER_SHOWN_MAX);

    return dataset_absence(dataset, measure, row) == ABSENCE_NONE
               ? number_print(text, dataset->measure[measure].column.data[row])
               : "";
}

/* The first measure whose figures differ, or the first of all. */
static size_t differing(const struct builder *builder, size_t first, size_t again)
{
    size_t count = builder->dataset->measure_count;

    for (size_t m = 0; m < count; m++)
        if (builder_differ(builder->dataset, m, first, again))
            return m;
    return 0;
}

void builder_report_repeat(struct builder *builder, struct source_pos at,
                           const char *key, size_t first, size_t again)
{
    const size_t line = dataset_place(builder->dataset, first).line;
    const size_t m = differing(builder, first, again);
    const char *figure = figure_words(builder, m, again);
    const char *before = figure_words(builder, m, first);

    if (builder_is_repeat(builder, first, again))
        diag_error(builder->diags, at,
                   "%s given again with the same figures as at line %zu, and nothing "
                   "says whether it is the same: --repeats=once counts such rows once, "
                   "--repeats=add adds them up",
                   key, line);
    else if (may_be_flows(builder))
        diag_error(
            builder->diags, at,
            "%s given again with '%s' instead of '%s' at line %zu: such rows may "
            "be exports and imports, which are not added up; a column 'flow', or "
            "a file of each, says which they are",
            key, figure, before, line);
    else
        diag_error(
            builder->diags, at,
            "%s given again with '%s' instead of '%s' at line %zu; --repeats=add "
            "adds such rows up",
            key, figure, before, line);
}

void builder_tell_hidden(struct builder *builder)
{
    const struct dataset *dataset = builder->dataset;

    if (builder->hidden && builder->open_repeats != REPEATS_OPEN)
        diag_note(builder->diags, (struct source_pos){.file = dataset->path},
                  "columns that are not read may tell such rows apart: %s",
                  builder->hidden);
}
