/*
 * Rows that say what they do to those before them, as messages of SDMX have them: an
 * observation is replaced, updated or deleted by a later row of its key.
 */
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

void builder_row_action(struct builder *builder, enum row_action action)
{
    builder->row.action = action;
}

static enum row_action action_of(const struct builder *builder, size_t row)
{
    return (enum row_action)codes_get_sparse(&builder->action, row);
}

static void set(struct dataset *dataset, size_t measure, size_t row,
                enum absence absence, double number)
{
    dataset->measure[measure].column.data[row] = number;
    codes_add_sparse(&dataset->measure[measure].absence, &dataset->arena, row, absence);
}

/* What the measure is by the later row. */
static void take(struct builder *builder, size_t measure, size_t first, size_t second)
{
    struct dataset *dataset = builder->dataset;
    const struct numbers *column = &dataset->measure[measure].column;
    enum absence before = dataset_absence(dataset, measure, first);
    enum absence after = dataset_absence(dataset, measure, second);
    bool is_same = before == after && (before != ABSENCE_NONE ||
                                       column->data[first] == column->data[second]);

    if (after == ABSENCE_NO_ROW ||
        (after != ABSENCE_NONE && action_of(builder, second) == ROW_UPDATES))
        return;
    builder_take_attributes(builder, measure, first, second);
    if (is_same)
        return;
    if (before != ABSENCE_NO_ROW)
        builder_keep_superseded(builder, first, measure, first);
    set(dataset, measure, first, after, column->data[second]);
}

static void take_rest(struct builder *builder, size_t first, size_t second)
{
    struct dataset *dataset = builder->dataset;
    const struct arena *arena = &dataset->arena;

    codes_add_sparse(&dataset->file, arena, first,
                     codes_get_sparse(&dataset->file, second));
    codes_add_sparse(sequence_codes(&dataset->line, arena), arena, first,
                     sequence_get(&dataset->line, second));
}

static bool has_figures(const struct builder *builder, size_t row)
{
    const struct dataset *dataset = builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, row) != ABSENCE_NO_ROW)
            return true;
    return false;
}

static void take_away(struct builder *builder, size_t first, size_t second)
{
    struct dataset *dataset = builder->dataset;

    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset_absence(dataset, m, second) != ABSENCE_NO_ROW)
            set(dataset, m, first, ABSENCE_NO_ROW,
                dataset->measure[m].column.data[second]);
    builder->deleted_rows++;
}

bool builder_deletes(const struct builder *builder, size_t row)
{
    return action_of(builder, row) == ROW_DELETES;
}

size_t builder_leave_deleted(const struct builder *builder, uint8_t *is_gone,
                             size_t count)
{
    size_t left = 0;

    for (size_t i = 0; i < count && builder->action.count; i++) {
        if (is_gone[i] || has_figures(builder, i))
            continue;
        is_gone[i] = 1;
        left++;
    }
    return left;
}

bool builder_act(struct builder *builder, size_t first, size_t second)
{
    enum row_action action = action_of(builder, second);

    if (builder_deletes(builder, second)) {
        take_away(builder, first, second);
        return true;
    }
    if (action == ROW_ADDS)
        return false;
    for (size_t m = 0; m < builder->dataset->measure_count; m++)
        take(builder, m, first, second);
    take_rest(builder, first, second);
    builder->replaced_rows++;
    return true;
}

void builder_drop_deletions(struct builder *builder, size_t row)
{
    struct dataset *dataset = builder->dataset;

    if (builder_deletes(builder, row))
        for (size_t m = 0; m < dataset->measure_count; m++)
            set(dataset, m, row, ABSENCE_NO_ROW, dataset->measure[m].column.data[row]);
}

void builder_tell_actions(struct builder *builder)
{
    struct source_pos at = {.file = builder->dataset->path};

    if (builder->replaced_rows)
        diag_note(builder->diags, at,
                  P_("%zu row replaces an earlier one of the same key (ACTION): the "
                     "later figures count",
                     "%zu rows replace earlier ones of the same key (ACTION): the "
                     "later figures count",
                     builder->replaced_rows),
                  builder->replaced_rows);
    if (builder->deleted_rows)
        diag_note(builder->diags, at,
                  P_("%zu row deletes an earlier one of the same key (ACTION D)",
                     "%zu rows delete earlier ones of the same key (ACTION D)",
                     builder->deleted_rows),
                  builder->deleted_rows);
}
