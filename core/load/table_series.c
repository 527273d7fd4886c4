/*
 * The first column of a table of series: the flows and the unit that its names tell.
 */
#include "core/load/table_reader.h"

const char *table_series_flow(struct builder_text name)
{
    struct arena scratch = {0};
    const char *flow = layout_flow_name(name, &scratch);

    arena_clear(&scratch);
    return flow;
}

struct unit table_series_unit(struct table_reader *reader)
{
    struct unit found = {0};

    for (size_t i = 0; i < reader->samples.count; i++) {
        struct builder_text name = table_field(&reader->samples.rows[i], 0);
        struct unit unit = {0};
        if (!table_series_flow(name))
            continue;
        if (!layout_unit(arena_copy(reader->arena, name.text, name.length), &unit,
                         reader->arena) ||
            (found.kind != UNIT_NONE && !table_same_unit(found, unit)))
            return (struct unit){0};
        found = unit;
    }
    return found;
}
