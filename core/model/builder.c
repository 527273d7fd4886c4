#include "core/model/builder.h"

#include "core/base/text.h"
#include "core/base/threads.h"
#include "core/base/translate.h"
#include "core/model/builder_internal.h"

#include <math.h>
#include <string.h>

/* How much of a long text a message quotes, in bytes. */
#define QUOTE_MAX ((size_t)60)
/* Suggestions cost time for each candidate: none beyond these. */
#define SUGGEST_CANDIDATES 5000
#define SUGGEST_ERRORS 200

struct builder *builder_open(struct dataset *dataset, struct diag_list *diags)
{
    struct builder *builder = ARENA_NEW(&dataset->arena, struct builder);

    builder->dataset = dataset;
    builder->diags = diags;
    builder->scratch.on_failure = dataset->arena.on_failure;
    builder->scratch.budget = dataset->arena.budget;
    builder->crew = crew_new(&dataset->arena);
    builder->errors_before = diags->count[SEVERITY_ERROR];
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        dict_add(&dataset->texts[i], &dataset->arena, "", 0);
    dataset->measure = ARENA_ARRAY(&dataset->arena, struct measure, MEASURE_MAX);
    dataset->path = "";
    dataset->reporter_code = "";
    dataset->retrieved = "";
    return builder;
}

void builder_close(struct builder *builder)
{
    if (!builder)
        return;
    crew_end(builder->crew);
    codes_close(&builder->action);
    sequence_close(&builder->row_column);
    dict_close(&builder->spellings);
    dict_close(&builder->flows);
    dict_close(&builder->period_numbers);
    arena_clear(&builder->scratch);
}

struct dataset *builder_dataset(struct builder *builder)
{
    return builder->dataset;
}

struct crew *builder_crew(struct builder *builder)
{
    return builder->crew;
}

struct diag_list *builder_diags(struct builder *builder)
{
    return builder->diags;
}

void *builder_grow(struct arena *arena, void *array, size_t count, size_t *capacity,
                   size_t size)
{
    if (count < *capacity)
        return array;

    size_t larger = *capacity ? *capacity * 2 : 8;
    void *grown = arena_alloc_array(arena, larger, size);

    if (count)
        memcpy(grown, array, count * size);
    *capacity = larger;
    return grown;
}

const char *builder_quote(struct builder *builder, struct builder_text text)
{
    size_t length = text.length;
    const char *dots = "";

    /* Nobody will see it: a file of mistakes must not fill the memory. */
    if (builder->diags->kept >= DIAG_LIMIT)
        return "";
    if (length > QUOTE_MAX) {
        for (length = QUOTE_MAX; length > 0 && (text.text[length] & 0xC0) == 0x80;)
            length--;
        dots = "...";
    }
    return arena_printf(&builder->scratch, "%.*s%s", (int)length, text.text, dots);
}

size_t builder_span(struct builder_text text)
{
    size_t characters = 0;

    for (size_t i = 0; i < text.length; i++)
        characters += (text.text[i] & 0xC0) != 0x80;
    return characters;
}

const char *builder_suggest(struct builder *builder, struct builder_text text,
                            const char *const *candidates, size_t count)
{
    if (text.length > QUOTE_MAX || count > SUGGEST_CANDIDATES ||
        builder->diags->count[SEVERITY_ERROR] > SUGGEST_ERRORS)
        return "";

    const char *word = arena_copy(&builder->scratch, text.text, text.length);
    const char *closest = text_closest(word, candidates, count);

    if (!closest)
        return "";
    return arena_printf(&builder->scratch, _(" (did you mean '%s'?)"), closest);
}

/* Whether nothing has this id yet; dimensions, measures and the fixed columns share
 * one space of names, since rows name them side by side. */
static bool is_name_free(struct builder *builder, struct builder_text id)
{
    static const char *const taken[] = {"period", "flag", "note", "vintage"};
    const struct dataset *dataset = builder->dataset;
    const char *name = arena_copy(&builder->scratch, id.text, id.length);
    size_t dimension = dataset_dimension(dataset, name);
    size_t measure = dataset_measure(dataset, name);

    for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
        if (strcmp(taken[i], name) == 0)
            return diag_error_span(builder->diags, id.at, builder_span(id),
                                   "'%s' has a meaning of its own, choose another name",
                                   name);
    if (id.length == 0)
        return diag_error(builder->diags, id.at, "a name is empty");
    if (dimension == SIZE_MAX && measure == SIZE_MAX)
        return true;

    struct source_pos first = dimension != SIZE_MAX ? builder->dimension[dimension].at
                                                    : builder->measure[measure].at;
    return diag_error_span(builder->diags, id.at, builder_span(id),
                           "'%s' is declared twice; first at line %zu",
                           builder_quote(builder, id), first.line);
}

void builder_file(struct builder *builder, const char *name)
{
    struct dataset *dataset = builder->dataset;

    dataset->files = builder_grow(&dataset->arena, dataset->files, dataset->file_count,
                                  &builder->file_capacity, sizeof(*dataset->files));
    dataset->files[dataset->file_count++] =
        arena_copy(&dataset->arena, name, strlen(name));
}

size_t builder_dimension(struct builder *builder, struct builder_text id)
{
    struct dataset *dataset = builder->dataset;

    if (!is_name_free(builder, id))
        return SIZE_MAX;
    if (dataset->dimension_count == DIMENSION_MAX) {
        diag_error(builder->diags, id.at, "a dataset has at most %d dimensions",
                   DIMENSION_MAX);
        return SIZE_MAX;
    }

    size_t number = dataset->dimension_count++;
    struct dimension *dimension = &dataset->dimension[number];
    dimension->id = arena_copy(&dataset->arena, id.text, id.length);
    builder->dimension[number].at = id.at;
    if (dataset->observation_count == 0)
        return number;

    diag_error_span(builder->diags, id.at, builder_span(id),
                    "'%s' is given here but not in the observations before, from line "
                    "%u on; every one needs it",
                    dimension->id, sequence_get(&dataset->line, 0));
    builder->has_late_dimension = true;
    for (size_t i = 0; i < dataset->observation_count; i++)
        codes_add(&dimension->column, &dataset->arena, 0);
    return number;
}

size_t builder_level(struct builder *builder, size_t dimension, struct builder_text id,
                     struct label title)
{
    struct dimension *of = &builder->dataset->dimension[dimension];
    const char *name = arena_copy(&builder->dataset->arena, id.text, id.length);

    if (dimension_level(of, name) != SIZE_MAX) {
        diag_error_span(builder->diags, id.at, builder_span(id),
                        "level '%s' is given twice", builder_quote(builder, id));
        return SIZE_MAX;
    }
    if (of->level_count == LEVEL_MAX) {
        diag_error(builder->diags, id.at, "a dimension has at most %d levels",
                   LEVEL_MAX);
        return SIZE_MAX;
    }
    of->level[of->level_count] = name;
    of->level_title[of->level_count] = title;
    return of->level_count++;
}

uint32_t builder_intern(struct builder *builder, size_t dimension,
                        struct builder_text code)
{
    struct dataset *dataset = builder->dataset;
    struct dimension *of = &dataset->dimension[dimension];
    struct pending_dimension *pending = &builder->dimension[dimension];
    uint32_t number = dict_add(&of->codes, &dataset->arena, code.text, code.length);

    if (number < of->member_count)
        return number;

    size_t capacity = pending->capacity;
    size_t same = capacity;
    of->members = builder_grow(&dataset->arena, of->members, number, &capacity,
                               sizeof(*of->members));
    pending->members = builder_grow(&builder->scratch, pending->members, number, &same,
                                    sizeof(*pending->members));
    pending->capacity = (uint32_t)capacity;
    of->members[number] = (struct member){
        .code = of->codes.text[number],
        .parent = MEMBER_NONE,
        .taken_beside = MEMBER_NONE,
        .taken_last = MEMBER_NONE,
        .at = code.at,
    };
    pending->members[number] = (struct pending_member){0};
    of->member_count = number + 1;
    return number;
}

static struct builder_text keep(struct builder *builder, struct builder_text text)
{
    if (text.text)
        text.text = arena_copy(&builder->scratch, text.text, text.length);
    return text;
}

static const struct builder_text *
keep_all(struct builder *builder, const struct builder_text *texts, size_t count)
{
    struct builder_text *kept =
        ARENA_ARRAY(&builder->scratch, struct builder_text, count);

    for (size_t i = 0; i < count; i++)
        kept[i] = keep(builder, texts[i]);
    return kept;
}

static void report_member_twice(struct builder *builder, const struct member *first,
                                const struct member_spec *again)
{
    if (first->is_group != again->is_group)
        diag_error_span(builder->diags, again->code.at, builder_span(again->code),
                        "'%s' is a member and a group; first at line %zu",
                        builder_quote(builder, again->code), first->at.line);
    else
        diag_error_span(builder->diags, again->code.at, builder_span(again->code),
                        "'%s' is declared twice; first at line %zu",
                        builder_quote(builder, again->code), first->at.line);
}

uint32_t builder_member(struct builder *builder, size_t dimension,
                        const struct member_spec *spec)
{
    uint32_t number = builder_intern(builder, dimension, spec->code);
    struct member *member = &builder->dataset->dimension[dimension].members[number];
    struct pending_member *pending = &builder->dimension[dimension].members[number];

    if (pending->is_declared) {
        report_member_twice(builder, member, spec);
        return MEMBER_NONE;
    }
    member->name = spec->name;
    member->is_group = spec->is_group;
    member->is_residual = spec->is_residual;
    member->at = spec->code.at;
    pending->is_declared = true;
    pending->is_open = spec->is_open;
    pending->parent = keep(builder, spec->parent);
    pending->level = keep(builder, spec->level);
    pending->groups = keep_all(builder, spec->groups, spec->group_count);
    pending->group_count = spec->group_count;
    return number;
}

void builder_total(struct builder *builder, size_t dimension, struct builder_text code)
{
    builder->dimension[dimension].total = keep(builder, code);
}

void builder_set_apart(struct builder *builder, size_t dimension)
{
    builder->dataset->dimension[dimension].is_apart = true;
}

void builder_take_apart(struct builder *builder, size_t dimension)
{
    builder->dataset->dimension[dimension].is_taken_apart = true;
}

void builder_part(struct builder *builder, size_t dimension, struct builder_text code)
{
    struct pending_dimension *pending = &builder->dimension[dimension];

    pending->parts =
        builder_grow(&builder->scratch, pending->parts, pending->part_count,
                     &pending->part_capacity, sizeof(*pending->parts));
    pending->parts[pending->part_count++] = keep(builder, code);
}

void builder_seal_members(struct builder *builder, size_t dimension)
{
    builder->dimension[dimension].is_sealed = true;
}

/* The rows before one in which a measure appears for the first time lack it. */
static void fill_measure(struct builder *builder, size_t number)
{
    struct dataset *dataset = builder->dataset;
    struct measure *measure = &dataset->measure[number];

    for (size_t i = 0; i < dataset->observation_count; i++) {
        numbers_add(&measure->column, &dataset->arena, NAN);
        codes_add_sparse(&measure->absence, &dataset->arena, i, ABSENCE_NO_ROW);
    }
}

size_t builder_measure(struct builder *builder, const struct measure_spec *spec)
{
    struct dataset *dataset = builder->dataset;
    size_t number = dataset->measure_count;

    if (!is_name_free(builder, spec->id))
        return SIZE_MAX;
    if (number == MEASURE_MAX) {
        diag_error(builder->diags, spec->id.at, "a dataset has at most %d measures",
                   MEASURE_MAX);
        return SIZE_MAX;
    }
    dataset->measure[number] = (struct measure){
        .id = arena_copy(&dataset->arena, spec->id.text, spec->id.length),
        .title = spec->title,
        .unit = spec->unit,
        .valuation = spec->valuation,
        .growth_of = MEASURE_NONE,
    };
    builder->measure[number] = (struct pending_measure){
        .at = spec->id.at,
        .has_unit = spec->has_unit,
        .is_percent = spec->has_unit && spec->unit.kind == UNIT_PERCENT,
        .growth_of = keep(builder, spec->growth_of),
    };
    dataset->measure_count++;
    fill_measure(builder, number);
    return number;
}
