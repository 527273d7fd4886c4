/*
 * What is known of a table's members once all rows are read: their names, the total
 * among them, and the hierarchy that the digits of product codes tell.
 */
#include "core/base/code.h"
#include "core/base/translate.h"
#include "core/load/table_reader.h"

#include <string.h>

struct ordering {
    struct table_reader *reader;
    size_t number; /* of the dimension */
    const struct dimension *dimension;
    const struct layout_rule *rule;
    const char *whole; /* code of the total; NULL: it is not in the file */
    bool is_hs;        /* its digits tell the hierarchy */
    bool is_nested;    /* so do its letters, "AG" and "AGFO" */
    enum code_system system;
};

static struct builder_text text_of(const char *text)
{
    return (struct builder_text){text, text ? strlen(text) : 0, {0}};
}

static bool has_code(const struct dimension *dimension, const char *code, size_t length)
{
    return dict_find(&dimension->codes, code, length) != DICT_NONE;
}

/* "010121" stands below "0101" or, when that is not in the file, below "01". */
static const char *hs_parent(const struct ordering *ordering, const char *code)
{
    uint32_t parent = table_code_parent(ordering->system, ordering->dimension, code);

    return parent == DICT_NONE ? ordering->whole
                               : ordering->dimension->members[parent].code;
}

/* Of a list with continents; NULL: the dimension is none. */
static const struct table_place *place_of(const struct ordering *ordering,
                                          uint32_t member)
{
    return table_place_of(ordering->reader, ordering->number, member);
}

/* "MAMTOF" stands below "MAMT" or, when that is not in the file, below "MA". */
static const char *nested_parent(const struct ordering *ordering, const char *code)
{
    for (size_t length = strlen(code); ordering->is_nested && length-- > 2;)
        if (has_code(ordering->dimension, code, length))
            return arena_copy(ordering->reader->arena, code, length);
    return ordering->whole;
}

static const char *parent_of(const struct ordering *ordering, uint32_t number)
{
    const char *code = ordering->dimension->members[number].code;
    const struct table_place *place = place_of(ordering, number);

    if (ordering->whole && strcmp(code, ordering->whole) == 0)
        return NULL;
    if (place && place->parent &&
        has_code(ordering->dimension, place->parent, strlen(place->parent)))
        return place->parent;
    return ordering->is_hs ? hs_parent(ordering, code) : nested_parent(ordering, code);
}

static bool has_level_members(const struct ordering *ordering, const char *level)
{
    for (uint32_t i = 0; i < ordering->dimension->member_count; i++) {
        const char *of =
            table_code_level(ordering->system, ordering->dimension->members[i].code);
        if (of && strcmp(of, level) == 0)
            return true;
    }
    return false;
}

/* A list of the total and countries alone has none. */
static bool has_continents(const struct ordering *ordering)
{
    for (uint32_t i = 0; i < ordering->dimension->member_count; i++) {
        const struct table_place *place = place_of(ordering, i);
        if (place && place->is_continent)
            return true;
    }
    return false;
}

enum { NESTED_MAX = 5 };
static const char *const nested_levels[NESTED_MAX] = {"group", "subgroup", "class",
                                                      "subclass", "item"};

/* How many codes stand above one another. */
static size_t nested_depth(const struct ordering *ordering)
{
    size_t deepest = 1;

    for (uint32_t i = 0; i < ordering->dimension->member_count; i++) {
        const char *code = ordering->dimension->members[i].code;
        size_t depth = 1;
        while ((code = nested_parent(ordering, code)) != ordering->whole)
            depth++;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static void declare_nested_levels(const struct ordering *ordering)
{
    struct label none = {0};
    size_t depth = nested_depth(ordering);

    if (depth == 1)
        builder_level(ordering->reader->builder, ordering->number,
                      text_of(ordering->dimension->id), none);
    for (size_t i = 0; depth > 1 && i < depth && i < NESTED_MAX; i++)
        builder_level(ordering->reader->builder, ordering->number,
                      text_of(nested_levels[i]), none);
}

static void declare_levels(const struct ordering *ordering)
{
    struct builder *builder = ordering->reader->builder;
    struct label none = {0};
    bool has_any = false;

    if (ordering->whole)
        builder_level(builder, ordering->number, text_of("all"), none);
    if (place_of(ordering, 0)) {
        if (has_continents(ordering))
            builder_level(builder, ordering->number, text_of("continent"), none);
        builder_level(builder, ordering->number, text_of("country"), none);
        return;
    }
    for (size_t i = 0; ordering->is_hs && table_code_level_at(ordering->system, i); i++)
        if (has_level_members(ordering, table_code_level_at(ordering->system, i))) {
            builder_level(builder, ordering->number,
                          text_of(table_code_level_at(ordering->system, i)), none);
            has_any = true;
        }
    /* Groups of goods that have no such codes. */
    if (ordering->is_hs && ordering->whole && !has_any)
        builder_level(builder, ordering->number, text_of(ordering->dimension->id),
                      none);
    if (!ordering->is_hs && (ordering->whole || ordering->is_nested))
        declare_nested_levels(ordering);
}

/* The bloc among countries is found by what it is called (aggregates.h). */
static bool is_left_open(const struct ordering *ordering, uint32_t number)
{
    const struct table_place *place = place_of(ordering, number);

    return place && place->is_bloc;
}

static void name_member(const struct ordering *ordering, uint32_t number,
                        struct label *name)
{
    struct table_reader *reader = ordering->reader;
    const struct table_dimension *table = &reader->dimension[ordering->number];
    const char *text = table_name_of(&table->names, number);
    const char *other = table_name_of(&table->others, number);

    if (other && *other && !(text && *text))
        text = ordering->dimension->members[number].code;
    if (text && *text)
        label_add(name, reader->arena, "", text);
    if (other && *other)
        label_add(name, reader->arena, table->other_language, other);
}

static void declare_member(const struct ordering *ordering, uint32_t number)
{
    const struct table_place *place = place_of(ordering, number);
    struct table_reader *reader = ordering->reader;
    const struct member *member = &ordering->dimension->members[number];
    const char *level =
        ordering->is_hs ? table_code_level(ordering->system, member->code) : NULL;
    struct member_spec spec = {
        .code = {member->code, strlen(member->code), member->at},
        .parent = text_of(is_left_open(ordering, number) ? NULL
                                                         : parent_of(ordering, number)),
        .level = text_of(ordering->dimension->level_count ? level : NULL),
    };

    if (ordering->rule->is_group &&
        ordering->rule->is_group(ordering->dimension, member->code) &&
        !(ordering->whole && strcmp(ordering->whole, member->code) == 0)) {
        spec.is_group = true;
        spec.parent = spec.level = text_of(NULL);
    }
    if (place && place->is_residual)
        spec.is_residual = true;
    if (place && place->is_continent)
        spec.level = text_of("continent");
    spec.is_open = !place && !spec.level.text && spec.parent.text == ordering->whole;
    name_member(ordering, number, &spec.name);
    builder_member(reader->builder, ordering->number, &spec);
}

/* Codes of goods have an even number of digits; as numbers they lose a zero in front.
 */
static void warn_of_zeros(const struct ordering *ordering)
{
    const struct dimension *dimension = ordering->dimension;
    const char *odd = NULL;
    uint32_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const char *code = dimension->members[i].code;
        if (!code_is_digits(code) || strlen(code) % 2 == 0)
            continue;
        odd = odd ? odd : code;
        count++;
    }
    diag_warning(ordering->reader->diags,
                 (struct source_pos){.file = ordering->reader->name},
                 P_("%u code of goods such as '%s' has an odd number of digits: was "
                    "a zero in front lost?",
                    "%u codes of goods such as '%s' have an odd number of digits: "
                    "was a zero in front lost?",
                    count),
                 count, odd);
}

static void order(struct table_reader *reader, size_t number)
{
    const struct dimension *dimension = &reader->dataset->dimension[number];
    const struct layout_rule *rule = reader->dimension[number].rule;
    struct ordering ordering = {
        reader, number,      dimension, rule,
        NULL,   rule->is_hs, false,     table_code_system(reader)};

    if (rule->whole && has_code(dimension, rule->whole, strlen(rule->whole)))
        ordering.whole = rule->whole;
    for (uint32_t i = 0; i < dimension->member_count && place_of(&ordering, i); i++)
        if (place_of(&ordering, i)->is_total)
            ordering.whole = dimension->members[i].code;
    if (rule->is_hs && ordering.system == CODES_HS)
        ordering.system = table_codes_without_zeros(dimension);
    if (ordering.system == CODES_HS_CUT)
        warn_of_zeros(&ordering);
    ordering.is_hs = rule->is_hs || table_find_digits(reader, number);
    ordering.is_nested = rule->is_nested;
    ordering.is_nested = rule->is_nested && nested_depth(&ordering) <= NESTED_MAX;
    if (dimension->member_count > 1)
        declare_levels(&ordering);
    for (uint32_t i = 0; i < dimension->member_count; i++)
        declare_member(&ordering, i);
}

/* The only member that rows are of; MEMBER_NONE: there are several. Where rows of other
 * periods were left out, members of theirs may be left without any. */
static uint32_t only_member(const struct table_reader *reader, size_t number)
{
    const struct dataset *dataset = reader->dataset;
    const struct dimension *dimension = &dataset->dimension[number];
    uint32_t only = MEMBER_NONE;
    size_t left = 0;

    for (size_t i = 0; i < FREQUENCY_COUNT; i++)
        left += dataset->rows_of[i];
    if (!left || dimension->member_count == 1)
        return dimension->member_count == 1 ? 0 : MEMBER_NONE;
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        if (!dimension->members[i].has_rows)
            continue;
        if (only != MEMBER_NONE)
            return MEMBER_NONE;
        only = i;
    }
    return only;
}

/* One reporter is the dataset's; one member of anything else is said in a note. */
static void drop_single(struct table_reader *reader, size_t number, uint32_t only)
{
    struct dataset *dataset = reader->dataset;
    const struct dimension *dimension = &dataset->dimension[number];
    const struct member *member = &dimension->members[only];
    bool is_whole = reader->dimension[number].rule->whole &&
                    strcmp(reader->dimension[number].rule->whole, member->code) == 0;
    struct label note = {0};
    const char *name = label_pick(&member->name, "en");

    if (number == reader->reporter) {
        dataset->reporter_code = member->code;
        dataset->reporter = member->name;
        if (!name)
            label_add(&dataset->reporter, reader->arena, "", member->code);
    } else if (!is_whole) {
        label_add(&note, reader->arena, "",
                  arena_printf(reader->arena, "Every row is of the %s %s%s%s%s.",
                               dimension->id, name ? name : member->code,
                               name ? " (" : "", name ? member->code : "",
                               name ? ")" : ""));
        builder_note(reader->builder, note);
    }
}

/* Whether each member of a dimension goes with one member of another alone, as a name
 * goes with its code and a country with its continent. */
static bool follows(const struct table_reader *reader, size_t number, size_t other)
{
    const struct dataset *dataset = reader->dataset;
    const struct dimension *of = &dataset->dimension[other];
    const struct codes *column = &dataset->dimension[number].column;
    uint32_t *with = ARENA_ARRAY(reader->arena, uint32_t, of->member_count);

    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t *one = &with[codes_get(&of->column, i)];
        uint32_t member = codes_get(column, i) + 1;
        if (*one && *one != member)
            return false;
        *one = member;
    }
    return true;
}

/* A dimension that was found in a column of text and says nothing of its own. */
static bool is_needless(const struct table_reader *reader, size_t number)
{
    if (reader->dimension[number].rule->heading)
        return false;
    for (size_t d = 0; d < reader->dataset->dimension_count; d++)
        if (d != number && reader->dataset->dimension[d].member_count > 1 &&
            follows(reader, number, d))
            return true;
    return false;
}

static void drop(struct table_reader *reader, size_t number)
{
    builder_drop_dimension(reader->builder, number);
    for (size_t d = number; d + 1 < DIMENSION_MAX; d++)
        reader->dimension[d] = reader->dimension[d + 1];
    if (reader->places.dimension == number)
        table_places_forget(reader);
    else if (reader->places.dimension > number)
        reader->places.dimension--;
}

void table_finish_members(struct table_reader *reader)
{
    struct dataset *dataset = reader->dataset;

    for (size_t i = dataset->dimension_count; i-- > reader->declared_count;) {
        uint32_t only = only_member(reader, i);
        bool is_single = only != MEMBER_NONE;
        if (!is_single && is_needless(reader, i)) {
            drop(reader, i);
            continue;
        }
        order(reader, i);
        if (!is_single && !table_adds(reader, i))
            builder_take_apart(reader->builder, i);
        if (!is_single)
            continue;
        drop_single(reader, i, only);
        drop(reader, i);
    }
}
