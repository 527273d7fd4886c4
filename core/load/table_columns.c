#include "core/base/translate.h"
#include "core/load/roles.h"
#include "core/load/table_reader.h"

#include <string.h>

static int *single_column(struct table_reader *reader, enum role role)
{
    switch (role) {
    case ROLE_PERIOD:
        return &reader->period_column;
    case ROLE_YEAR:
        return &reader->year_column;
    case ROLE_MONTH:
    case ROLE_QUARTER:
        return &reader->month_column;
    case ROLE_FLOW:
        return &reader->flow_column;
    case ROLE_VALUE:
        return &reader->value_column;
    case ROLE_FLAG:
        return &reader->flag_column;
    case ROLE_CONFIDENTIALITY:
        return &reader->confidentiality_column;
    case ROLE_ONLY:
        return &reader->only_column;
    case ROLE_ACTION:
        return &reader->action_column;
    case ROLE_UNIT:
        return &reader->unit_column;
    case ROLE_SCALE:
        return &reader->scale_column;
    case ROLE_LEVEL:
        return &reader->level_column;
    case ROLE_PARENT:
        return &reader->parent_column;
    default:
        return NULL;
    }
}

static struct builder_text text_of(const struct table_reader *reader, const char *text,
                                   size_t column)
{
    struct source_pos at = reader->headings.text[column].at;

    return (struct builder_text){text, strlen(text), at};
}

size_t table_dimension(struct table_reader *reader, const char *id, size_t column)
{
    static const struct layout_rule none = {0};
    size_t found = dataset_dimension(reader->dataset, id);

    if (found != SIZE_MAX)
        return found;
    found = builder_dimension(reader->builder, text_of(reader, id, column));
    if (found == SIZE_MAX)
        return SIZE_MAX;
    reader->dimension[found].name_column = COLUMN_NONE;
    reader->dimension[found].other_column = COLUMN_NONE;
    reader->dimension[found].rule = &none;
    return found;
}

size_t table_measure(struct table_reader *reader, const char *id, struct unit unit)
{
    const struct layout_ops *layout = reader->layout;
    struct measure_spec spec = {
        .id = {id, strlen(id), {reader->name, 0, 0}},
        .has_unit = true,
        .unit = unit.kind == UNIT_NONE ? table_unit_unsaid : unit,
    };
    size_t found = dataset_measure(reader->dataset, id);

    if (found != SIZE_MAX)
        return found;
    reader->has_unsaid_unit = reader->has_unsaid_unit || unit.kind == UNIT_NONE;
    spec.id.at.line = reader->heading_line;
    if (strcmp(id, "exports") == 0)
        spec.valuation = layout->exports_valuation;
    if (strcmp(id, "imports") == 0)
        spec.valuation = layout->imports_valuation;
    return builder_measure(reader->builder, &spec);
}

static bool is_attribute(enum role role)
{
    return role == ROLE_FLAG || role == ROLE_REMARK || role == ROLE_VINTAGE;
}

/* Of one measure, or of the whole row. */
static bool is_of_same(const struct column_use *use, const struct layout_rule *rule)
{
    return use->id && rule->of ? strcmp(use->id, rule->of) == 0 : !use->id && !rule->of;
}

static bool is_taken(const struct table_reader *reader, const struct layout_rule *rule)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        const struct column_use *use = &reader->uses[i];
        if (is_attribute(rule->role)) {
            if (use->role == rule->role && is_of_same(use, rule))
                return true;
            continue;
        }
        if (use->role == rule->role && rule->role != ROLE_SKIP &&
            (rule->role != ROLE_FIGURE && rule->role != ROLE_CODE &&
             rule->role != ROLE_NAME && rule->role != ROLE_YTD))
            return true;
        if ((use->role == ROLE_FIGURE || use->role == ROLE_YTD) &&
            rule->role == use->role && strcmp(use->id, rule->of) == 0)
            return true;
        if (use->role == ROLE_CODE && rule->role == ROLE_CODE &&
            strcmp(reader->dataset->dimension[use->dimension].id, rule->of) == 0)
            return true;
    }
    return false;
}

/* Gives the column the rule's role. */
static void take(struct table_reader *reader, size_t column,
                 const struct layout_rule *rule)
{
    struct column_use *use = &reader->uses[column];
    int *single = single_column(reader, rule->role);

    if (table_is_name(rule->role)) {
        table_take_name(reader, column, rule);
        return;
    }
    use->role = rule->role;
    use->stated = table_stated_unit(reader, column);
    reader->only = rule->role == ROLE_ONLY ? rule->only : reader->only;
    if (is_attribute(rule->role) && rule->of) {
        use->id = rule->of;
        return;
    }
    if (single)
        *single = (int)column;
    if (rule->role == ROLE_VALUE)
        reader->value_unit = table_unit_of(reader, column);
    if (rule->role == ROLE_FIGURE || rule->role == ROLE_YTD) {
        use->id = rule->of;
        use->unit = table_unit_of(reader, column);
    }
    if (rule->role != ROLE_CODE && rule->role != ROLE_REPORTER)
        return;
    use->dimension = table_dimension(
        reader, rule->role == ROLE_REPORTER ? "reporter" : rule->of, column);
    if (use->dimension == SIZE_MAX)
        use->role = ROLE_NONE;
    else
        reader->dimension[use->dimension].rule = rule;
    if (use->role != ROLE_NONE && table_sdmx_has_label(reader, column))
        reader->dimension[use->dimension].name_column = (int)column + 1;
    if (rule->role == ROLE_REPORTER)
        reader->reporter = use->dimension;
}

static void take_said(struct table_reader *reader, const struct load_map *map)
{
    int column = table_mapped_column(&reader->headings, map);
    struct layout_rule *rule = ARENA_NEW(reader->arena, struct layout_rule);

    rule->heading = map->role->word;
    rule->role = map->role->role;
    rule->of = map->role->of;
    if (table_is_stated(&reader->headings, map) ||
        (column != COLUMN_NONE && reader->uses[column].role != ROLE_NONE))
        return;
    if (column != COLUMN_NONE) {
        take(reader, (size_t)column, rule);
        reader->uses[column].is_own = map->is_own;
        reader->is_own = reader->is_own || map->is_own;
    } else if (!map->is_own) {
        table_say_no_column(reader, map);
    }
}

/* "flag of exports", in a table whose measures a file of ours declares. */
static void take_attributes(struct table_reader *reader)
{
    static const enum role roles[ATTRIBUTE_COUNT] = {ROLE_FLAG, ROLE_REMARK,
                                                     ROLE_VINTAGE};

    for (size_t i = 0; i < reader->column_count; i++) {
        struct column_use *use = &reader->uses[i];
        enum attribute attribute;
        struct builder_text id =
            attribute_of_measure(reader->headings.text[i], &attribute);
        const char *name = arena_copy(reader->arena, id.text, id.length);
        if (!id.length || use->role != ROLE_NONE ||
            dataset_measure(reader->dataset, name) == SIZE_MAX)
            continue;
        use->role = roles[attribute];
        use->id = name;
    }
}

/* What was said of columns goes before every rule; names need their codes. */
static void take_mapped(struct table_reader *reader)
{
    const struct load_answers *answers = reader->answers;

    for (size_t i = 0; answers && i < answers->map_count; i++)
        if (!table_is_name(answers->map[i].role->role))
            take_said(reader, &answers->map[i]);
    for (size_t i = 0; answers && i < answers->map_count; i++)
        if (table_is_name(answers->map[i].role->role))
            take_said(reader, &answers->map[i]);
}

/* A name may be a code too; what is a name is nothing else. */
static bool is_free(const struct table_reader *reader, const struct layout_rule *rule,
                    size_t column)
{
    if (table_is_name(rule->role))
        return table_may_name(reader, rule, column);
    return reader->uses[column].role == ROLE_NONE &&
           table_named_by(reader, column) == SIZE_MAX;
}

/* Rules in their order, so that the best heading for a thing takes it. */
static void take_all(struct table_reader *reader)
{
    for (const struct layout_rule *rule = reader->layout->rules; rule->heading; rule++)
        for (size_t i = 0; i < reader->column_count; i++) {
            if (rule->beside && !headings_begin(&reader->headings, rule->beside))
                break;
            if (!table_rule_fits(reader, rule, i) || is_taken(reader, rule) ||
                !is_free(reader, rule, i))
                continue;
            take(reader, i, rule);
            break;
        }
}

static bool lacks(struct table_reader *reader, bool is_period)
{
    struct source_pos at = {reader->name, reader->heading_line, 1};

    if (reader->layout->others_are_dimensions)
        return table_sdmx_say_lacking(reader);
    reader->open->columns = true;
    if (is_period)
        return diag_error(
            reader->diags, at,
            "this table has no column of a period: year, period, date, %s", "时间");
    return diag_error(reader->diags, at,
                      "this table has no column of exports and imports, nor of a flow "
                      "and a value");
}

/* A month without a year beside it is a period of its own: "2001.01". */
static void settle_period(struct table_reader *reader)
{
    if (reader->period_column != COLUMN_NONE || reader->year_column != COLUMN_NONE)
        return;
    reader->period_column = reader->month_column;
    reader->month_column = COLUMN_NONE;
}

/* A table of one period may tell it in its title. */
static void settle_stated_period(struct table_reader *reader)
{
    if (reader->layout->has_period_before && reader->period_column == COLUMN_NONE &&
        reader->year_column == COLUMN_NONE)
        table_period_before(&reader->headings, &reader->stated_period, reader->arena);
}

/* A value without a column of flows is a measure. */
static void settle_value(struct table_reader *reader)
{
    struct column_use *use;

    if (reader->value_column == COLUMN_NONE || reader->flow_column != COLUMN_NONE)
        return;
    use = &reader->uses[reader->value_column];
    use->id = reader->flow;
    use->unit = reader->value_unit;
    use->role = ROLE_FIGURE;
    reader->value_column = COLUMN_NONE;
}

/* Measures are declared once all columns are known: one that tells the unit of each row
 * may stand behind them. */
static void declare_measures(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        struct column_use *use = &reader->uses[i];
        if (use->role == ROLE_FIGURE && use->id && reader->unit_column == COLUMN_NONE)
            use->measure = table_measure(reader, use->id, use->unit);
    }
    for (size_t i = 0; i < reader->column_count; i++) {
        struct column_use *use = &reader->uses[i];
        if (is_attribute(use->role))
            use->measure =
                use->id ? dataset_measure(reader->dataset, use->id) : MEASURE_NONE;
    }
}

static bool has_role(const struct table_reader *reader, enum role role)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->uses[i].role == role)
            return true;
    return false;
}

static bool has_figures(const struct table_reader *reader)
{
    if (has_role(reader, ROLE_FIGURE))
        return true;
    return (reader->flow_column != COLUMN_NONE || reader->layout == &layout_wide ||
            reader->layout->prefix_flow || reader->layout->has_flow_periods ||
            reader->layout->has_year_parts) &&
           (reader->value_column != COLUMN_NONE || reader->wide_count);
}

bool table_plan_columns(struct table_reader *reader)
{
    reader->flag_column = reader->confidentiality_column = COLUMN_NONE;
    reader->period_column = reader->year_column = reader->month_column =
        reader->flow_column = reader->value_column = reader->unit_column =
            reader->scale_column = reader->action_column = reader->level_column =
                reader->parent_column = reader->only_column = COLUMN_NONE;
    reader->stated_period = (struct builder_text){"", 0, {0}};
    reader->reporter = SIZE_MAX;
    reader->wide_count = 0;
    reader->is_undated = reader->is_own = false;
    for (size_t i = 0; i < DIMENSION_MAX; i++)
        reader->dimension[i].name_column = reader->dimension[i].other_column =
            COLUMN_NONE;
    reader->uses = ARENA_ARRAY(reader->arena, struct column_use, reader->column_count);
    table_sdmx_skip_labels(reader);
    take_mapped(reader);
    take_attributes(reader);
    take_all(reader);
    table_name_by_codes(reader);
    if (reader->layout->has_series && reader->uses[0].role == ROLE_NONE) {
        reader->flow_column = 0;
        reader->uses[0].role = ROLE_FLOW;
    }
    table_take_others(reader);
    table_settle_scale(reader);
    settle_period(reader);
    reader->is_fiscal = table_has_fiscal_years(reader);
    table_settle_flow_unit(reader);
    if (!table_settle_flow(reader))
        return false;
    settle_value(reader);
    settle_stated_period(reader);
    if (!table_settle_undated(reader))
        return false;
    declare_measures(reader);
    reader->has_stated = has_role(reader, ROLE_YTD);
    if (reader->period_column == COLUMN_NONE && reader->year_column == COLUMN_NONE &&
        !reader->wide_count && !reader->stated_period.length)
        return lacks(reader, true);
    if (reader->wide_count)
        reader->value_unit = reader->layout->unit.kind == UNIT_NONE
                                 ? table_unit_of(reader, 0)
                                 : reader->layout->unit;
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->uses[i].role == ROLE_AT_PERIOD &&
            (reader->layout->has_flow_periods || reader->layout->period_prefix))
            reader->value_unit = reader->uses[i].unit;
    if (reader->layout->has_series && reader->value_unit.kind == UNIT_NONE)
        reader->value_unit = table_series_unit(reader);
    if (!has_figures(reader))
        return lacks(reader, false);
    if (!table_check_unit(reader))
        return false;
    table_settle_units(reader);
    if (reader->is_first)
        reader->first_value_unit = reader->value_unit;
    return true;
}
