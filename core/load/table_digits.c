/*
 * Whether the digits of a column's codes tell a hierarchy, where its heading does not
 * say that they are of the Harmonized System: 0101 stands below 01 when both are codes
 * of the column, and the figures of 01 hold those of its parts.
 */
#include "core/base/code.h"
#include "core/base/translate.h"
#include "core/load/table_reader.h"
#include "core/model/aggregates.h"

#include <math.h>
#include <string.h>

enum { COMPARED_MAX = 2 };

/* Parts may be more than their whole by that share, from rounding and revisions. */
static const double excess_max = 0.01;

/* The figures of a code that has parts, in the cell of one of its rows. */
struct held {
    uint32_t observation; /* + 1; 0: empty */
    double own[COMPARED_MAX];
    double parts[COMPARED_MAX];
    bool has_own[COMPARED_MAX];
};

struct digits {
    const struct dataset *dataset;
    size_t number;
    uint32_t *parent; /* by member; DICT_NONE */
    bool *has_parts;
    size_t measures[COMPARED_MAX];
    size_t measure_count;
    bool is_hs; /* else any digits that a code begins with may be its parent */
    struct held *slots;
    size_t size; /* a power of two, at most half full */
    struct arena scratch;
};

static void choose_measures(struct digits *digits)
{
    const struct dataset *dataset = digits->dataset;
    static const char *const flows[] = {"exports", "imports"};

    for (size_t i = 0; i < COMPARED_MAX; i++) {
        size_t measure = dataset_measure(dataset, flows[i]);
        if (measure != SIZE_MAX)
            digits->measures[digits->measure_count++] = measure;
    }
    for (size_t m = 0; m < dataset->measure_count && !digits->measure_count; m++)
        if (dataset->measure[m].unit.kind != UNIT_PERCENT)
            digits->measures[digits->measure_count++] = m;
}

static uint32_t member_of(const struct digits *digits, size_t observation)
{
    return codes_get(&digits->dataset->dimension[digits->number].column, observation);
}

/* Of the cell that the observation is in, under that member of the dimension. */
static uint64_t hash_of(const struct digits *digits, size_t observation,
                        uint32_t member)
{
    const struct dataset *dataset = digits->dataset;
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t state =
        ((uintptr_t)digits->slots ^ codes_get(&dataset->period, observation)) * factor;

    state = (state ^ (state >> 32) ^ member) * factor;
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        state ^= state >> 32;
        if (d != digits->number)
            state = (state ^ codes_get(&dataset->dimension[d].column, observation)) *
                    factor;
    }
    return state ^ (state >> 29);
}

static bool is_same_cell(const struct digits *digits, size_t a, size_t b)
{
    const struct dataset *dataset = digits->dataset;

    if (codes_get(&dataset->period, a) != codes_get(&dataset->period, b))
        return false;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (d != digits->number && codes_get(&dataset->dimension[d].column, a) !=
                                       codes_get(&dataset->dimension[d].column, b))
            return false;
    return true;
}

static struct held *held_at(const struct digits *digits, size_t observation,
                            uint32_t member)
{
    size_t slot = hash_of(digits, observation, member) & (digits->size - 1);

    for (;; slot = (slot + 1) & (digits->size - 1)) {
        struct held *held = &digits->slots[slot];
        if (!held->observation ||
            (member_of(digits, held->observation - 1) == member &&
             is_same_cell(digits, held->observation - 1, observation)))
            return held;
    }
}

/* Digits, behind one letter or none: "A01" of NACE stands below "A". */
static bool is_code(const char *code)
{
    return code_is_digits(code) ||
           (*code >= 'A' && *code <= 'Z' && (!code[1] || code_is_digits(code + 1)));
}

/* The longest code that the code begins with. */
static uint32_t beginning_of(const struct dimension *dimension, const char *code)
{
    uint32_t parent = DICT_NONE;

    if (is_code(code))
        for (size_t length = strlen(code); length > 1 && parent == DICT_NONE;)
            parent = dict_find(&dimension->codes, code, --length);
    return parent;
}

/* Whether some code stands below another. */
static bool find_parents(struct digits *digits)
{
    const struct dimension *dimension = &digits->dataset->dimension[digits->number];
    bool is_found = false;

    digits->parent =
        ARENA_ARRAY(&digits->scratch, uint32_t, dimension->member_count + 1);
    digits->has_parts =
        ARENA_ARRAY(&digits->scratch, bool, dimension->member_count + 1);
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const char *code = dimension->members[i].code;
        digits->parent[i] = digits->is_hs ? table_code_parent(CODES_HS, dimension, code)
                                          : beginning_of(dimension, code);
        if (digits->parent[i] == DICT_NONE)
            continue;
        digits->has_parts[digits->parent[i]] = true;
        is_found = true;
    }
    return is_found;
}

static void keep_own(struct digits *digits)
{
    size_t count = digits->dataset->observation_count;
    size_t rows = 0;

    for (size_t i = 0; i < count; i++)
        rows += digits->has_parts[member_of(digits, i)];
    for (digits->size = 16; digits->size < 2 * rows;)
        digits->size *= 2;
    digits->slots = ARENA_ARRAY(&digits->scratch, struct held, digits->size);
    for (size_t i = 0; i < count; i++) {
        struct held *held;
        if (!digits->has_parts[member_of(digits, i)])
            continue;
        held = held_at(digits, i, member_of(digits, i));
        held->observation = (uint32_t)i + 1;
        for (size_t k = 0; k < digits->measure_count; k++) {
            double figure =
                digits->dataset->measure[digits->measures[k]].column.data[i];
            if (isnan(figure))
                continue;
            held->own[k] = figure;
            held->has_own[k] = true;
        }
    }
}

static void add_parts(const struct digits *digits)
{
    for (size_t i = 0; i < digits->dataset->observation_count; i++) {
        uint32_t parent = digits->parent[member_of(digits, i)];
        struct held *held;
        if (parent == DICT_NONE)
            continue;
        held = held_at(digits, i, parent);
        for (size_t k = 0; held->observation && k < digits->measure_count; k++) {
            double figure =
                digits->dataset->measure[digits->measures[k]].column.data[i];
            if (!isnan(figure))
                held->parts[k] += figure;
        }
    }
}

static bool holds_parts(struct digits *digits)
{
    double own = 0;
    double excess = 0;

    for (size_t slot = 0; slot < digits->size; slot++)
        for (size_t k = 0; k < digits->measure_count; k++) {
            const struct held *held = &digits->slots[slot];
            if (!held->has_own[k])
                continue;
            own += fabs(held->own[k]);
            excess += fmax(held->parts[k] - held->own[k], 0);
        }
    return excess <= own * excess_max;
}

/* Whether most figures of codes that others begin with are those of the others
 * together: the same goods once more, in levels that are not known. */
static bool repeats_parts(struct digits *digits)
{
    size_t cells = 0;
    size_t same = 0;

    for (size_t slot = 0; slot < digits->size; slot++)
        for (size_t k = 0; k < digits->measure_count; k++) {
            const struct held *held = &digits->slots[slot];
            double own = fabs(held->own[k]);
            if (!held->has_own[k] || own <= 0 || fabs(held->parts[k]) <= 0)
                continue;
            cells++;
            same += fabs(held->parts[k] - held->own[k]) <= own * excess_max;
        }
    return 2 * same > cells;
}

/* Codes of other lengths, "1" or "010", are of another list of codes. */
static bool may_be_hs(const struct dimension *dimension)
{
    uint32_t levels = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const char *code = dimension->members[i].code;
        if (code_is_digits(code) && !table_code_level(CODES_HS, code))
            return false;
        levels += table_code_level(CODES_HS, code) != NULL;
    }
    return 2 * levels > dimension->member_count;
}

static void say_contradiction(struct table_reader *reader, const char *id)
{
    diag_warning(reader->diags,
                 (struct source_pos){reader->name, reader->heading_line, 1},
                 N_("the codes of '%s' look like a hierarchy by their digits (0101 "
                    "below 01), but the figures of parts are more than their whole: "
                    "nothing of it is added up"),
                 id);
}

static void say_repeated(struct table_reader *reader, const char *id)
{
    diag_warning(
        reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
        N_("the codes of '%s' are of several levels by their digits, and the "
           "figures of the shorter ones hold those of the longer ones: nothing "
           "of it is added up"),
        id);
}

bool table_find_digits(struct table_reader *reader, size_t number)
{
    const struct dimension *dimension = &reader->dataset->dimension[number];
    struct digits digits = {.dataset = reader->dataset, .number = number};
    bool is_found;
    bool is_held;

    if (number == reader->reporter || dimension_is_of_places(dimension) ||
        !table_adds(reader, number))
        return false;
    digits.is_hs = may_be_hs(dimension);
    digits.scratch.on_failure = reader->arena->on_failure;
    digits.scratch.budget = reader->arena->budget;
    choose_measures(&digits);
    is_found = find_parents(&digits);
    if (is_found) {
        keep_own(&digits);
        add_parts(&digits);
    }
    is_held = is_found && (digits.is_hs ? holds_parts : repeats_parts)(&digits);
    arena_clear(&digits.scratch);
    if (is_found && is_held != digits.is_hs) {
        (digits.is_hs ? say_contradiction : say_repeated)(reader, dimension->id);
        builder_take_apart(reader->builder, number);
    }
    return is_held && digits.is_hs;
}
