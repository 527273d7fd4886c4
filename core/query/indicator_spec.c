#include "core/query/indicator_spec.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"

#include <string.h>

const char *column_spec_id(const struct dataset *dataset, struct column_spec spec,
                           struct arena *arena)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);

    if (!ops->is_per_measure)
        return ops->id;
    if (spec.indicator == INDICATOR_FIGURE)
        return dataset->measure[spec.measure].id;
    return arena_printf(arena, "%s-%s", dataset->measure[spec.measure].id, ops->id);
}

static bool is_price(const struct measure *measure)
{
    return strcmp(measure->id, "export_price") == 0 ||
           strcmp(measure->id, "import_price") == 0;
}

static bool is_amount(const struct measure *measure)
{
    return measure->unit.kind != UNIT_PERCENT && !is_price(measure);
}

static bool has_mirror(const struct dataset *dataset, const char *measure)
{
    if (strcmp(measure, "exports") == 0)
        return dataset_measure(dataset, "mirror_exports") != SIZE_MAX;
    return strcmp(measure, "imports") == 0 &&
           dataset_measure(dataset, "mirror_imports") != SIZE_MAX;
}

static bool measure_suits(const struct frame *flows, const struct indicator_ops *ops,
                          size_t measure)
{
    const struct dataset *dataset = flows->dataset;
    const struct measure *of;

    if (measure >= dataset->measure_count)
        return false;
    of = &dataset->measure[measure];
    if (of->growth_of != MEASURE_NONE)
        return false;
    if (of->unit.kind == UNIT_PERCENT && !ops->is_default)
        return false;
    if ((ops->needs & NEEDS_FLOW) && measure != flows->exports &&
        measure != flows->imports)
        return false;
    if ((ops->needs & NEEDS_MIRROR) && !has_mirror(dataset, of->id))
        return false;
    return !(ops->needs & NEEDS_AMOUNT) || is_amount(of);
}

static bool has_mirrors(const struct dataset *dataset)
{
    return dataset_measure(dataset, "mirror_exports") != SIZE_MAX &&
           dataset_measure(dataset, "mirror_imports") != SIZE_MAX;
}

static bool has_prices(const struct dataset *dataset)
{
    return dataset_measure(dataset, "export_price") != SIZE_MAX &&
           dataset_measure(dataset, "import_price") != SIZE_MAX;
}

/* Whether the first measure may be taken for exports. */
static bool has_exports(const struct frame *flows)
{
    const struct measure *first = &flows->dataset->measure[flows->exports];

    return strcmp(first->id, "imports") != 0 && is_amount(first);
}

static bool periods_suit(const struct dataset *dataset, unsigned needs)
{
    uint32_t count = dataset->period_count;
    int32_t parts = count ? periods_per_year(dataset->periods[0].frequency) : 0;

    if ((needs & NEEDS_SERIES) && count < 2)
        return false;
    if ((needs & NEEDS_WHOLE_BEFORE) &&
        (!count ||
         period_year(dataset->periods[0]) == period_year(dataset->periods[count - 1])))
        return false;
    if ((needs & NEEDS_CALENDAR) && !parts)
        return false;
    return !(needs & NEEDS_PARTS) || parts > 1;
}

static bool is_available(const struct frame *flows, struct column_spec spec)
{
    const struct indicator_ops *ops = indicator_ops(spec.indicator);
    const struct dataset *dataset = flows->dataset;
    unsigned needs = ops->needs;

    if (flows->exports == MEASURE_NONE ||
        (ops->is_per_measure && !measure_suits(flows, ops, spec.measure)))
        return false;
    if (((needs & NEEDS_IMPORTS) && !flows->has_imports) ||
        ((needs & NEEDS_EXPORTS) && !has_exports(flows)) ||
        ((needs & NEEDS_WHOLE) && !dataset->dimension_count) ||
        ((needs & NEEDS_REFERENCE) && dataset->dimension_count < 2) ||
        ((needs & NEEDS_PARTNERS) &&
         dataset_dimension(dataset, "partner") == SIZE_MAX) ||
        ((needs & NEEDS_MIRRORS) && !has_mirrors(dataset)) ||
        ((needs & NEEDS_PRICES) && !has_prices(dataset)))
        return false;
    return periods_suit(dataset, needs);
}

bool column_spec_is_available(const struct dataset *dataset, struct column_spec spec)
{
    struct frame flows = {.dataset = dataset};

    frame_find_flows(&flows);
    return is_available(&flows, spec);
}

static bool is_among(const struct column_spec *specs, size_t count,
                     struct column_spec spec)
{
    for (size_t i = 0; i < count; i++)
        if (column_spec_equal(specs[i], spec))
            return true;
    return false;
}

size_t frame_available_specs(const struct dataset *dataset, struct column_spec *specs,
                             size_t limit)
{
    struct frame flows = {.dataset = dataset};
    size_t defaults = frame_column_specs(dataset, specs, limit);
    size_t count = 0;

    frame_find_flows(&flows);
    for (size_t i = 0; i < defaults; i++)
        if (is_available(&flows, specs[i]))
            specs[count++] = specs[i];
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        const struct indicator_ops *ops = indicator_ops((enum indicator)i);
        size_t measures = ops->is_per_measure ? dataset->measure_count : 1;
        for (size_t m = 0; m < measures && count < limit; m++) {
            struct column_spec spec = {(enum indicator)i,
                                       ops->is_per_measure ? m : MEASURE_NONE};
            if (is_available(&flows, spec) && !is_among(specs, count, spec))
                specs[count++] = spec;
        }
    }
    return count;
}

/* An indicator that exists but not for this file: says what it needs. */
static bool report_lacking(const struct dataset *dataset, const char *id,
                           struct diag_list *diags)
{
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        const struct indicator_ops *ops = indicator_ops((enum indicator)i);
        size_t measures = ops->is_per_measure ? dataset->measure_count : 1;
        for (size_t m = 0; m < measures; m++) {
            struct column_spec spec = {(enum indicator)i, m};
            if (strcmp(id, column_spec_id(dataset, spec, diags->arena)) != 0)
                continue;
            diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                       _("no column '%s' for this file: it %s"), id, _(ops->lacks));
            return true;
        }
    }
    return false;
}

static bool report_unknown(const char *id, const char *const *ids, size_t count,
                           struct diag_list *diags)
{
    const char *closest = text_closest(id, ids, count);
    const char *list = "";

    if (closest)
        return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                          _("unknown column '%s'; did you mean '%s'?"), id, closest);
    for (size_t i = 0; i < count; i++)
        list = arena_printf(diags->arena, "%s%s%s", list, i ? ", " : "", ids[i]);
    return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                      _("unknown column '%s'; this file has: %s"), id, list);
}

bool column_spec_read(const struct dataset *dataset, const char *id,
                      struct column_spec *spec, struct diag_list *diags)
{
    struct column_spec *specs =
        ARENA_ARRAY(diags->arena, struct column_spec, AVAILABLE_MAX);
    size_t count = frame_available_specs(dataset, specs, AVAILABLE_MAX);
    const char **ids = ARENA_ARRAY(diags->arena, const char *, count);

    for (size_t i = 0; i < count; i++) {
        ids[i] = column_spec_id(dataset, specs[i], diags->arena);
        if (strcmp(ids[i], id) == 0) {
            *spec = specs[i];
            return true;
        }
    }
    return !report_lacking(dataset, id, diags) && report_unknown(id, ids, count, diags);
}
