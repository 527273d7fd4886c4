/*
 * Whether a further file goes with the first of several.
 */
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

const struct unit table_unit_unsaid = {UNIT_QUANTITY, N_("(unit not said)"), 0};

static bool has_column(const struct table_reader *reader, size_t dimension)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        const struct column_use *use = &reader->uses[i];
        if ((use->role == ROLE_CODE || use->role == ROLE_REPORTER) &&
            use->dimension == dimension)
            return true;
    }
    return false;
}

static bool differs(struct table_reader *reader, const char *what)
{
    return diag_error(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("cannot be one dataset with %s: %s"), reader->first_name, what);
}

/* What a measure would have been declared as, had this file come first. */
static bool fits_measure(struct table_reader *reader, const struct column_use *use)
{
    const struct measure *measure = &reader->dataset->measure[use->measure];
    struct unit unit = use->unit.kind == UNIT_NONE ? table_unit_unsaid : use->unit;

    return table_same_unit(measure->unit, unit) ||
           differs(reader,
                   arena_printf(reader->arena, _("the figures are in another unit: %s"),
                                use->id));
}

bool table_fits_first(struct table_reader *reader)
{
    const struct dataset *dataset = reader->dataset;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (!has_column(reader, d))
            return differs(reader, arena_printf(reader->arena,
                                                _("this one has no column of %s"),
                                                dataset->dimension[d].id));
    for (size_t i = 0; i < reader->column_count; i++) {
        const struct column_use *use = &reader->uses[i];
        if (use->role == ROLE_FIGURE && use->id && reader->unit_column == COLUMN_NONE &&
            !fits_measure(reader, use))
            return false;
    }
    return reader->value_column == COLUMN_NONE ||
           table_same_unit(reader->first_value_unit, reader->value_unit) ||
           differs(reader, _("the figures are in another unit"));
}
