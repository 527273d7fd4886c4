/*
 * Which measures are a frame's exports and imports.
 */
#include "core/query/convert.h"
#include "core/query/frame_internal.h"

#include <string.h>

/* What cannot be subtracted from each other: nothing is computed of both. */
static bool are_of_one_currency(const struct measure *a, const struct measure *b)
{
    return a->unit.kind != UNIT_CURRENCY || b->unit.kind != UNIT_CURRENCY ||
           strcmp(a->unit.code, b->unit.code) == 0;
}

void frame_find_flows(struct frame *frame)
{
    const struct dataset *dataset = frame->dataset;
    size_t exports = dataset_measure(dataset, "exports");
    size_t imports = dataset_measure(dataset, "imports");

    frame->has_imports =
        exports != SIZE_MAX && imports != SIZE_MAX &&
        (frame->query.currency ||
         are_of_one_currency(&dataset->measure[exports], &dataset->measure[imports]));
    frame->exports = exports;
    frame->imports = frame->has_imports ? imports : MEASURE_NONE;
    if (!frame->has_imports && exports == SIZE_MAX)
        frame->exports = imports;
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (frame->exports == SIZE_MAX && dataset->measure[m].growth_of == MEASURE_NONE)
            frame->exports = m;
}

/* The measure that has the same flow in another currency, "exports_usd", from `start`
 * on; MEASURE_NONE when there is no more. */
static size_t in_other_currency(const struct dataset *dataset, size_t measure,
                                size_t start)
{
    const struct measure *own = &dataset->measure[measure];
    size_t length = strlen(own->id);

    for (size_t m = start; m < dataset->measure_count; m++) {
        const struct measure *other = &dataset->measure[m];
        if (other->unit.kind == UNIT_CURRENCY && own->unit.kind == UNIT_CURRENCY &&
            strncmp(other->id, own->id, length) == 0 && other->id[length] == '_' &&
            strlen(other->id + length + 1) == 3 &&
            strcmp(other->unit.code, own->unit.code) != 0)
            return m;
    }
    return MEASURE_NONE;
}

/* Whether any row could have a figure of the measure in the period. */
static bool has_figures(const struct making *making, size_t measure, uint32_t period)
{
    const struct cube *cube = &making->cubes[measure];

    for (uint32_t i = 0; i < cube->member_count; i++)
        if (value_is_number(cube_value(cube, period, i)))
            return true;
    return false;
}

static uint32_t period_number(const struct making *making)
{
    const struct dataset *dataset = making->dataset;

    for (uint32_t p = 0; p < dataset->period_count; p++)
        if (period_equal(dataset->periods[p], making->query->period))
            return p;
    return UINT32_MAX;
}

/* The imports that go with exports in this currency. */
static size_t imports_beside(const struct making *making, size_t exports)
{
    const struct dataset *dataset = making->dataset;
    const char *code = dataset->measure[exports].unit.code;
    size_t found = MEASURE_NONE;

    do
        found = in_other_currency(dataset, making->frame->imports,
                                  found == MEASURE_NONE ? 0 : found + 1);
    while (found != MEASURE_NONE &&
           strcmp(dataset->measure[found].unit.code, code) != 0);
    return found;
}

void making_flows(struct making *making)
{
    struct frame *frame = making->frame;
    uint32_t period;
    size_t exports;

    frame_find_flows(frame);
    if (!making->rows || making->query->is_over_time ||
        frame->exports == MEASURE_NONE ||
        is_foreign(making->dataset, making->query->currency))
        return;
    exports = in_other_currency(making->dataset, frame->exports, 0);
    period = exports == MEASURE_NONE ? UINT32_MAX : period_number(making);
    if (period == UINT32_MAX || has_figures(making, frame->exports, period) ||
        (frame->has_imports && has_figures(making, frame->imports, period)))
        return;
    for (; exports != MEASURE_NONE;
         exports = in_other_currency(making->dataset, frame->exports, exports + 1)) {
        size_t imports = frame->has_imports ? imports_beside(making, exports) : 0;
        if (imports == MEASURE_NONE || !has_figures(making, exports, period))
            continue;
        frame->exports = exports;
        if (frame->has_imports)
            frame->imports = imports;
        return;
    }
}
