#include "core/load/yaml_reader.h"

#include <string.h>

/* So many groups can one member be in. */
enum { MEMBER_GROUP_MAX = 64 };

/* A member, and the texts of its groups. */
struct member_target {
    struct member_spec spec;
    struct builder_text group[MEMBER_GROUP_MAX];
};

/* What is declared decides what a column means. */
static bool comes_too_late(struct reader *reader, const char *key)
{
    const char *first = reader->has_observations ? "observations" : "columns";

    if (!reader->has_columns && !reader->has_observations)
        return false;
    diag_error(reader->diags, stream_node(reader->stream)->text.at,
               "'%s' must come before '%s'", key, first);
    stream_skip(reader->stream);
    return true;
}

static void read_member_code(struct reader *reader, void *target)
{
    struct member_target *to = target;

    if (read_text(reader, &to->spec.code) && to->spec.code.length == 0)
        refuse_value(reader, "a text");
}

static void read_member_name(struct reader *reader, void *target)
{
    struct member_target *to = target;

    to->spec.name = read_label(reader);
}

static void read_member_parent(struct reader *reader, void *target)
{
    struct member_target *to = target;

    read_text(reader, &to->spec.parent);
}

static void read_member_level(struct reader *reader, void *target)
{
    struct member_target *to = target;

    read_text(reader, &to->spec.level);
}

static void read_member_groups(struct reader *reader, void *target)
{
    struct member_target *to = target;
    struct builder_text group;

    if (!items_open(reader, "a list: [ASEAN, APEC]"))
        return;
    while (items_next(reader)) {
        if (!read_text(reader, &group))
            continue;
        if (to->spec.group_count == MEMBER_GROUP_MAX)
            diag_error(reader->diags, group.at, "a member is in at most %d groups",
                       MEMBER_GROUP_MAX);
        else
            to->group[to->spec.group_count++] = group;
    }
}

static void read_member_residual(struct reader *reader, void *target)
{
    struct member_target *to = target;

    read_bool(reader, &to->spec.is_residual);
}

static const struct key member_keys[] = {
    {"code", read_member_code, true},      {"name", read_member_name, false},
    {"parent", read_member_parent, false}, {"level", read_member_level, false},
    {"groups", read_member_groups, false}, {"residual", read_member_residual, false},
};

static const struct key group_keys[] = {
    {"code", read_member_code, true},
    {"name", read_member_name, false},
};

/* One member: a mapping, or its code alone. */
static void read_member(struct reader *reader, size_t dimension, bool is_group)
{
    struct member_target target = {.spec = {.is_group = is_group}};

    if (stream_node(reader->stream)->kind == NODE_TEXT)
        read_member_code(reader, &target);
    else if (is_group)
        READ_MAPPING(reader, group_keys, "a group", &target);
    else
        READ_MAPPING(reader, member_keys, "a member", &target);
    target.spec.groups = target.group;
    if (target.spec.code.length > 0)
        builder_member(reader->builder, dimension, &target.spec);
}

static void read_members(struct reader *reader, void *target)
{
    const size_t *dimension = target;

    if (!items_open(reader, "a list of members"))
        return;
    while (items_next(reader))
        read_member(reader, *dimension, false);
    builder_seal_members(reader->builder, *dimension);
}

static void read_groups(struct reader *reader, void *target)
{
    const size_t *dimension = target;

    if (!items_open(reader, "a list of groups"))
        return;
    while (items_next(reader))
        read_member(reader, *dimension, true);
}

struct level_target {
    struct builder_text id;
    struct label title;
};

static void read_level_id(struct reader *reader, void *target)
{
    struct level_target *to = target;

    read_text(reader, &to->id);
}

static void read_level_title(struct reader *reader, void *target)
{
    struct level_target *to = target;

    to->title = read_label(reader);
}

static const struct key level_keys[] = {
    {"id", read_level_id, true},
    {"title", read_level_title, false},
};

static void read_levels(struct reader *reader, void *target)
{
    const size_t *dimension = target;

    if (!items_open(reader, "a list, the coarsest first: [world, continent, country]"))
        return;
    while (items_next(reader)) {
        struct level_target level = {.title = {NULL}};

        if (stream_node(reader->stream)->kind == NODE_TEXT)
            read_level_id(reader, &level);
        else
            READ_MAPPING(reader, level_keys, "a level", &level);
        if (level.id.length > 0)
            builder_level(reader->builder, *dimension, level.id, level.title);
    }
}

static void read_dimension_title(struct reader *reader, void *target)
{
    const size_t *dimension = target;

    reader->dataset->dimension[*dimension].title = read_label(reader);
}

static void read_dimension_total(struct reader *reader, void *target)
{
    const size_t *dimension = target;
    struct builder_text code;

    if (read_text(reader, &code))
        builder_total(reader->builder, *dimension, code);
}

static void read_dimension_parts(struct reader *reader, void *target)
{
    const size_t *dimension = target;
    struct builder_text code;

    if (!items_open(reader, "a list of codes: [EU, WORLD]"))
        return;
    while (items_next(reader))
        if (read_text(reader, &code))
            builder_part(reader->builder, *dimension, code);
}

static void read_dimension_adds(struct reader *reader, void *target)
{
    const size_t *dimension = target;
    bool adds = true;

    read_bool(reader, &adds);
    if (!adds)
        builder_set_apart(reader->builder, *dimension);
}

static const struct key dimension_keys[] = {
    {"title", read_dimension_title, false}, {"levels", read_levels, false},
    {"members", read_members, false},       {"groups", read_groups, false},
    {"total", read_dimension_total, false}, {"parts", read_dimension_parts, false},
    {"adds", read_dimension_adds, false},
};

void read_dimensions(struct reader *reader, void *unused)
{
    struct builder_text name;

    (void)unused;
    if (comes_too_late(reader, "dimensions") ||
        !names_open(reader, "one entry per dimension: partner: {title: ...}"))
        return;
    while (names_next(reader, &name)) {
        size_t dimension = builder_dimension(reader->builder, name);

        if (dimension == SIZE_MAX)
            stream_skip(reader->stream);
        else if (stream_node(reader->stream)->kind != NODE_TEXT ||
                 !is_null(stream_node(reader->stream)))
            READ_MAPPING(reader, dimension_keys, "a dimension", &dimension);
    }
}

static void read_measure_title(struct reader *reader, void *target)
{
    struct measure_spec *spec = target;

    spec->title = read_label(reader);
}

static void read_measure_unit(struct reader *reader, void *target)
{
    struct measure_spec *spec = target;

    read_unit(reader, &spec->unit);
    /* A wrong one is reported already. */
    spec->has_unit = true;
}

static void read_measure_valuation(struct reader *reader, void *target)
{
    struct measure_spec *spec = target;

    read_valuation(reader, &spec->valuation);
}

static void read_measure_growth(struct reader *reader, void *target)
{
    struct measure_spec *spec = target;

    read_text(reader, &spec->growth_of);
}

static const struct key measure_keys[] = {
    {"title", read_measure_title, false},
    {"unit", read_measure_unit, false},
    {"valuation", read_measure_valuation, false},
    {"growth", read_measure_growth, false},
};

void read_measures(struct reader *reader, void *unused)
{
    struct builder_text name;

    (void)unused;
    if (comes_too_late(reader, "measures") ||
        !names_open(reader, "one entry per measure: exports: {title: ...}"))
        return;
    while (names_next(reader, &name)) {
        struct measure_spec spec = {.id = name};

        if (stream_node(reader->stream)->kind != NODE_TEXT ||
            !is_null(stream_node(reader->stream)))
            READ_MAPPING(reader, measure_keys, "a measure", &spec);
        builder_measure(reader->builder, &spec);
    }
}

void read_valuations(struct reader *reader, void *unused)
{
    struct builder_text name;
    enum valuation valuation;

    (void)unused;
    if (!names_open(reader, "a word per measure: {exports: FOB, imports: CIF}"))
        return;
    while (names_next(reader, &name))
        if (read_valuation(reader, &valuation))
            builder_valuation(reader->builder, name, valuation);
}
