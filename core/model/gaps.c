#include "core/model/gaps.h"

#include "core/base/sum.h"
#include "core/model/gaps_internal.h"

#include <math.h>
#include <string.h>

enum { HEIGHT_MAX = DIMENSION_MAX * LEVEL_MAX + 1, BLOCK = 256 };

/* One place for figures: as far as there are dimensions it is its own key. */
struct cell {
    uint32_t period;
    uint32_t member[DIMENSION_MAX];
};

/* A cell whose figures lack, at least of some measures. */
struct gap {
    struct cell cell;
    size_t stated;     /* the observation that has the others; SIZE_MAX: none */
    struct term *term; /* [mixed * measure_count + measure] */
    struct gap *next;  /* of the same height */
};

/* What is known of a cell that has parts. */
struct known {
    size_t stated;
    struct gap *gap;
    bool is_full; /* no figure of it lacks */
};

struct work {
    struct dataset *dataset;
    struct arena *scratch;
    struct mixed mixed[DIMENSION_MAX];
    size_t mixed_count;
    struct cell full[DIMENSION_MAX]; /* by mixed: the last of which no figure lacks */
    bool has_full[DIMENSION_MAX];
    struct dict keys; /* of cells with parts */
    struct known *known;
    size_t known_capacity;
    struct gap *gaps[HEIGHT_MAX]; /* by height */
};

static size_t height_of(const struct work *work, const uint32_t *member)
{
    size_t height = 0;

    for (size_t x = 0; x < work->mixed_count; x++)
        height += work->mixed[x].height[member[work->mixed[x].dimension]];
    return height;
}

/* The cells of the observations from, from + 1, ..., at most BLOCK of them. */
static void cells_of(const struct dataset *dataset, size_t from, size_t count,
                     struct cell *cells)
{
    uint32_t code[BLOCK];

    codes_unpack(&dataset->period, from, count, code);
    for (size_t i = 0; i < count; i++)
        cells[i].period = code[i];
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        codes_unpack(&dataset->dimension[d].column, from, count, code);
        for (size_t i = 0; i < count; i++)
            cells[i].member[d] = code[i];
    }
}

static size_t block_count(const struct dataset *dataset, size_t from)
{
    size_t left = dataset->observation_count - from;

    return left < BLOCK ? left : BLOCK;
}

static size_t key_size(const struct work *work)
{
    return (work->dataset->dimension_count + 1) * sizeof(uint32_t);
}

static struct known *known_find(const struct work *work, const struct cell *cell)
{
    uint32_t key = dict_find(&work->keys, (const char *)cell, key_size(work));

    return key == DICT_NONE ? NULL : &work->known[key];
}

static struct known *known_add(struct work *work, const struct cell *cell)
{
    uint32_t before = work->keys.count;
    uint32_t key =
        dict_add(&work->keys, work->scratch, (const char *)cell, key_size(work));

    if (key >= work->known_capacity) {
        size_t capacity = work->known_capacity ? work->known_capacity * 2 : 64;
        struct known *grown = ARENA_ARRAY(work->scratch, struct known, capacity);
        if (before)
            memcpy(grown, work->known, before * sizeof(grown[0]));
        work->known = grown;
        work->known_capacity = capacity;
    }
    if (key == before)
        work->known[key] = (struct known){.stated = SIZE_MAX};
    return &work->known[key];
}

static bool states(const struct dataset *dataset, size_t m, size_t observation)
{
    const struct measure *measure = &dataset->measure[m];

    return observation != SIZE_MAX &&
           (!isnan(measure->column.data[observation]) ||
            codes_get_sparse(&measure->absence, observation) != ABSENCE_NO_ROW);
}

static bool states_all(const struct dataset *dataset, size_t observation)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (!states(dataset, m, observation))
            return false;
    return true;
}

static struct gap *gap_new(struct work *work, const struct cell *cell, size_t stated)
{
    struct gap *gap = ARENA_NEW(work->scratch, struct gap);
    size_t count = work->mixed_count * work->dataset->measure_count;
    struct gap **list = &work->gaps[height_of(work, cell->member)];

    *gap = (struct gap){*cell, stated, ARENA_ARRAY(work->scratch, struct term, count),
                        *list};
    for (size_t i = 0; i < count; i++)
        gap->term[i].absence = ABSENCE_NO_ROW;
    *list = gap;
    return gap;
}

/* What the cell is a part of in a dimension. */
static struct cell cell_above(const struct mixed *mixed, const struct cell *cell)
{
    struct cell above = *cell;

    above.member[mixed->dimension] = mixed->up[cell->member[mixed->dimension]];
    return above;
}

/* Adds the figures of a cell to what it is a part of, as far as that is not
 * published. */
static void push_along(struct work *work, size_t x, const struct cell *above,
                       const struct term *terms)
{
    size_t measures = work->dataset->measure_count;
    struct known *known = known_add(work, above);

    for (size_t m = 0; m < measures; m++) {
        if (term_is_empty(&terms[m]) || states(work->dataset, m, known->stated) ||
            work->dataset->measure[m].unit.kind == UNIT_PERCENT)
            continue;
        if (!known->gap)
            known->gap = gap_new(work, above, known->stated);
        term_add(&known->gap->term[x * measures + m], &terms[m]);
    }
}

static void push(struct work *work, const struct cell *cell, const struct term *terms)
{
    for (size_t x = 0; x < work->mixed_count; x++) {
        struct cell above = cell_above(&work->mixed[x], cell);
        if (above.member[work->mixed[x].dimension] != MEMBER_NONE)
            push_along(work, x, &above, terms);
    }
}

/* Whether all figures of the cell, which is above others, are published. */
static bool is_full(struct work *work, size_t x, const struct cell *above)
{
    const struct known *known;

    if (work->has_full[x] && memcmp(&work->full[x], above, key_size(work)) == 0)
        return true;
    known = known_find(work, above);
    if (!known || !known->is_full)
        return false;
    work->full[x] = *above;
    work->has_full[x] = true;
    return true;
}

/* Whether all that the observation is a part of is published. */
static bool is_covered(struct work *work, const struct cell *cell)
{
    for (size_t x = 0; x < work->mixed_count; x++) {
        struct cell above = cell_above(&work->mixed[x], cell);
        if (above.member[work->mixed[x].dimension] != MEMBER_NONE &&
            !is_full(work, x, &above))
            return false;
    }
    return true;
}

static void push_observation(struct work *work, size_t observation,
                             const struct cell *cell)
{
    struct term terms[MEASURE_MAX];

    if (is_covered(work, cell))
        return;
    for (size_t m = 0; m < work->dataset->measure_count; m++) {
        terms[m] = term_of(work->dataset, m, observation);
        terms[m].has_total = height_of(work, cell->member) > 0;
    }
    push(work, cell, terms);
}

static void emit(struct work *work, const struct gap *gap, const struct term *terms)
{
    struct dataset *out = work->dataset->gaps;

    codes_add(&out->period, &out->arena, gap->cell.period);
    for (size_t d = 0; d < out->dimension_count; d++)
        codes_add(&out->dimension[d].column, &out->arena, gap->cell.member[d]);
    for (size_t m = 0; m < out->measure_count; m++) {
        struct measure *measure = &out->measure[m];
        bool is_number = term_is_number(&terms[m]);
        numbers_add(&measure->column, &out->arena,
                    is_number ? sum_value(terms[m].sum) : (double)NAN);
        codes_add_sparse(&measure->absence, &out->arena, out->observation_count,
                         is_number ? ABSENCE_NONE : terms[m].absence);
        codes_add_sparse(&measure->covered, &out->arena, out->observation_count,
                         is_number ? terms[m].covered : 0);
    }
    out->observation_count++;
}

static void out_new(struct work *work)
{
    const struct dataset *dataset = work->dataset;
    struct dataset *out = ARENA_NEW(&work->dataset->arena, struct dataset);

    out->arena.on_failure = dataset->arena.on_failure;
    out->dimension_count = dataset->dimension_count;
    out->measure_count = dataset->measure_count;
    out->measure = ARENA_ARRAY(&out->arena, struct measure, out->measure_count);
    out->periods = dataset->periods;
    out->period_count = dataset->period_count;
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        out->dimension[d] = dataset->dimension[d];
        out->dimension[d].column = (struct codes){0};
        out->dimension[d].codes = (struct dict){0};
    }
    for (size_t m = 0; m < dataset->measure_count; m++) {
        out->measure[m] = dataset->measure[m];
        out->measure[m].column = (struct numbers){0};
        out->measure[m].absence = out->measure[m].covered = (struct codes){0};
        memset(out->measure[m].attribute, 0, sizeof(out->measure[m].attribute));
        out->measure[m].largest = 0;
    }
    work->dataset->gaps = out;
}

/* All of its parts are known: what they add up to stands in. */
static void close_gap(struct work *work, const struct gap *gap)
{
    size_t measures = work->dataset->measure_count;
    struct term terms[MEASURE_MAX];

    for (size_t m = 0; m < measures; m++) {
        terms[m] = gap->term[m];
        for (size_t x = 1; x < work->mixed_count; x++)
            if (term_is_better(&gap->term[x * measures + m], &terms[m]))
                terms[m] = gap->term[x * measures + m];
    }
    if (!work->dataset->gaps)
        out_new(work);
    emit(work, gap, terms);
    push(work, &gap->cell, terms);
}

/* A published cell with parts; by height they are lists. */
struct stated {
    struct cell cell;
    size_t observation;
    struct stated *next;
};

static void index_cell(struct work *work, const struct cell *cell, size_t observation,
                       struct stated **first)
{
    size_t height = height_of(work, cell->member);
    struct stated *stated;
    struct known *known;

    if (!height)
        return;
    stated = ARENA_NEW(work->scratch, struct stated);
    *stated = (struct stated){*cell, observation, first[height]};
    first[height] = stated;
    known = known_add(work, cell);
    if (known->stated == SIZE_MAX) {
        known->stated = observation;
        known->is_full = states_all(work->dataset, observation);
    }
}

static void push_leaves(struct work *work, const struct cell *cells, size_t from,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!height_of(work, cells[i].member))
            push_observation(work, from + i, &cells[i]);
}

static void find_gaps(struct work *work)
{
    const struct dataset *dataset = work->dataset;
    struct stated **first = ARENA_ARRAY(work->scratch, struct stated *, HEIGHT_MAX);
    struct cell *cells = ARENA_ARRAY(work->scratch, struct cell, BLOCK);

    for (size_t i = 0; i < dataset->observation_count; i += BLOCK) {
        cells_of(dataset, i, block_count(dataset, i), cells);
        for (size_t k = 0; k < block_count(dataset, i); k++)
            index_cell(work, &cells[k], i + k, first);
    }
    for (size_t i = 0; i < dataset->observation_count; i += BLOCK) {
        cells_of(dataset, i, block_count(dataset, i), cells);
        push_leaves(work, cells, i, block_count(dataset, i));
    }
    for (size_t h = 1; h < HEIGHT_MAX; h++) {
        for (const struct stated *at = first[h]; at; at = at->next)
            push_observation(work, at->observation, &at->cell);
        for (const struct gap *gap = work->gaps[h]; gap; gap = gap->next)
            close_gap(work, gap);
    }
}

void gaps_find(struct dataset *dataset, struct arena *scratch)
{
    struct work work = {.dataset = dataset, .scratch = scratch};

    dataset->gaps = NULL;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (!dataset->dimension[d].is_apart &&
            mixed_new(dataset, d, &work.mixed[work.mixed_count], scratch))
            work.mixed_count++;
    if (work.mixed_count)
        find_gaps(&work);
    dict_close(&work.keys);
}

void gaps_close(struct dataset *gaps)
{
    if (!gaps)
        return;
    for (size_t d = 0; d < gaps->dimension_count; d++)
        codes_close(&gaps->dimension[d].column);
    for (size_t m = 0; m < gaps->measure_count; m++) {
        numbers_close(&gaps->measure[m].column);
        codes_close(&gaps->measure[m].absence);
        codes_close(&gaps->measure[m].covered);
    }
    codes_close(&gaps->period);
    arena_clear(&gaps->arena);
}
