#include "core/model/gaps.h"

#include "core/base/sum.h"
#include "core/model/gaps_internal.h"

#include <math.h>
#include <string.h>

enum { HEIGHT_MAX = DIMENSION_MAX * LEVEL_MAX + 1 };

#define NOWHERE UINT32_MAX

/* A figure, or a sum in the making. */
struct term {
    struct sum sum;
    uint32_t covered;
    enum absence absence; /* ABSENCE_NO_ROW: nothing so far */
    bool has_number;
    bool has_total; /* some of it is a published total */
};

/* One place for figures: members first, so that it is its own key. */
struct cell {
    uint32_t member[DIMENSION_MAX];
    uint32_t period;
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
};

struct work {
    struct dataset *dataset;
    struct arena *scratch;
    struct mixed mixed[DIMENSION_MAX];
    size_t mixed_count;
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

static struct cell cell_of(const struct dataset *dataset, size_t observation)
{
    struct cell cell = {.period = codes_get(&dataset->period, observation)};

    for (size_t d = 0; d < dataset->dimension_count; d++)
        cell.member[d] = codes_get(&dataset->dimension[d].column, observation);
    return cell;
}

static struct known *known_add(struct work *work, const struct cell *cell)
{
    uint32_t before = work->keys.count;
    uint32_t key =
        dict_add(&work->keys, work->scratch, (const char *)cell, sizeof(*cell));

    if (key >= work->known_capacity) {
        size_t capacity = work->known_capacity ? work->known_capacity * 2 : 64;
        struct known *grown = ARENA_ARRAY(work->scratch, struct known, capacity);
        if (before)
            memcpy(grown, work->known, before * sizeof(grown[0]));
        work->known = grown;
        work->known_capacity = capacity;
    }
    if (key == before)
        work->known[key] = (struct known){SIZE_MAX, NULL};
    return &work->known[key];
}

static bool states(const struct dataset *dataset, size_t m, size_t observation)
{
    const struct measure *measure = &dataset->measure[m];

    return observation != SIZE_MAX &&
           (!isnan(measure->column.data[observation]) ||
            codes_get_sparse(&measure->absence, observation) != ABSENCE_NO_ROW);
}

static struct term term_of(const struct dataset *dataset, size_t m, size_t observation)
{
    const struct measure *measure = &dataset->measure[m];
    double number = measure->column.data[observation];
    struct term term = {.absence = ABSENCE_NO_ROW};

    if (isnan(number)) {
        term.absence = (enum absence)codes_get_sparse(&measure->absence, observation);
        return term;
    }
    sum_add(&term.sum, number);
    term.has_number = true;
    term.covered = codes_get_sparse(&measure->covered, observation);
    return term;
}

static bool term_is_empty(const struct term *term)
{
    return !term->has_number && term->absence == ABSENCE_NO_ROW;
}

static void term_add(struct term *into, const struct term *term)
{
    into->has_total = into->has_total || term->has_total;
    if (term->absence != ABSENCE_NO_ROW)
        into->absence = absence_joined(into->absence, term->absence);
    if (!term->has_number)
        return;
    sum_add(&into->sum, term->sum.high);
    sum_add(&into->sum, term->sum.low);
    into->has_number = true;
    if (term->covered && (!into->covered || term->covered < into->covered))
        into->covered = term->covered;
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

/* Adds the figures of a cell to what it is a part of in each dimension, unless that is
 * published. */
static void push(struct work *work, const struct cell *cell, const struct term *terms)
{
    size_t measures = work->dataset->measure_count;

    for (size_t x = 0; x < work->mixed_count; x++) {
        size_t d = work->mixed[x].dimension;
        struct cell above = *cell;
        struct known *known;
        above.member[d] = work->mixed[x].up[cell->member[d]];
        if (above.member[d] == MEMBER_NONE)
            continue;
        known = known_add(work, &above);
        for (size_t m = 0; m < measures; m++) {
            if (term_is_empty(&terms[m]) || states(work->dataset, m, known->stated) ||
                work->dataset->measure[m].unit.kind == UNIT_PERCENT)
                continue;
            if (!known->gap)
                known->gap = gap_new(work, &above, known->stated);
            term_add(&known->gap->term[x * measures + m], &terms[m]);
        }
    }
}

static void push_observation(struct work *work, size_t observation,
                             const struct cell *cell)
{
    struct term terms[MEASURE_MAX];

    for (size_t m = 0; m < work->dataset->measure_count; m++) {
        terms[m] = term_of(work->dataset, m, observation);
        terms[m].has_total = height_of(work, cell->member) > 0;
    }
    push(work, cell, terms);
}

static bool term_is_number(const struct term *term)
{
    return term->has_number && !absence_spreads(term->absence);
}

/* What has published totals in it before what has none, a number before none, and the
 * larger before the smaller. */
static bool is_better(const struct term *term, const struct term *than)
{
    if (term_is_empty(term) || term_is_empty(than))
        return !term_is_empty(term);
    if (term->has_total != than->has_total)
        return term->has_total;
    if (term_is_number(term) != term_is_number(than))
        return term_is_number(term);
    return term_is_number(term) &&
           fabs(sum_value(term->sum)) > fabs(sum_value(than->sum));
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
            if (is_better(&gap->term[x * measures + m], &terms[m]))
                terms[m] = gap->term[x * measures + m];
    }
    if (!work->dataset->gaps)
        out_new(work);
    emit(work, gap, terms);
    push(work, &gap->cell, terms);
}

/* The published cells with parts, to be found, and in the order of their height. */
static uint32_t *index_observations(struct work *work, uint32_t *next)
{
    const struct dataset *dataset = work->dataset;
    uint32_t *first = ARENA_ARRAY(work->scratch, uint32_t, HEIGHT_MAX);

    memset(first, 0xff, HEIGHT_MAX * sizeof(first[0]));
    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct cell cell = cell_of(dataset, i);
        size_t height = height_of(work, cell.member);
        struct known *known;
        next[i] = first[height];
        first[height] = (uint32_t)i;
        if (!height)
            continue;
        known = known_add(work, &cell);
        if (known->stated == SIZE_MAX)
            known->stated = i;
    }
    return first;
}

static void find_gaps(struct work *work)
{
    const struct dataset *dataset = work->dataset;
    uint32_t *next = ARENA_ARRAY(work->scratch, uint32_t, dataset->observation_count);
    const uint32_t *first = index_observations(work, next);

    for (size_t h = 0; h < HEIGHT_MAX; h++) {
        for (uint32_t i = first[h]; i != NOWHERE; i = next[i]) {
            struct cell cell = cell_of(dataset, i);
            push_observation(work, i, &cell);
        }
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
