/*
 * Whether a table was cut within its last number: the last line has no end, as that of
 * many whole tables, and its last figure has lost a digit, so that it is less than a
 * tenth of the smallest above it.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <math.h>

enum { FIGURES_MIN = 3 };

static bool is_cut(const struct numbers *column, size_t from)
{
    double last = column->data[column->count - 1];
    double smallest = INFINITY;
    size_t count = 0;

    for (size_t i = from; i + 1 < column->count; i++)
        if (column->data[i] > 0) {
            smallest = fmin(smallest, column->data[i]);
            count++;
        }
    return last >= 0 && count >= FIGURES_MIN && 10 * last <= smallest;
}

void table_say_cut(struct table_reader *reader, size_t rows_before)
{
    const struct dataset *dataset = reader->dataset;
    const struct column_use *use = &reader->uses[reader->column_count - 1];

    if (!table_ends_open(reader->table) || use->role != ROLE_FIGURE ||
        reader->unit_column != COLUMN_NONE ||
        dataset->observation_count <= rows_before ||
        dataset->measure[use->measure].column.count != dataset->observation_count ||
        !is_cut(&dataset->measure[use->measure].column, rows_before))
        return;
    diag_note(reader->diags, dataset_place(dataset, dataset->observation_count - 1),
              N_("the last line has no end, and its last figure is by far the "
                 "smallest: is the file whole?"));
}
