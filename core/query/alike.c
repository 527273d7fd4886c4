#include "core/query/alike_walk.h"

#include "core/base/stop.h"
#include "core/model/aggregates.h"

#include <string.h>

/* Cubes of all measures, by what they are of. */
struct kept {
    struct kept *next;
    size_t rows;
    uint32_t within[DIMENSION_MAX];
    const bool *without[DIMENSION_MAX]; /* NULL: nothing is left out */
    struct cube *cubes;
};

/* Members that do not compare, each such set once, so that its cubes are found again.
 */
struct gone {
    struct gone *next;
    size_t dimension;
    bool *is_gone; /* by member */
};

/* Which members of a dimension some of the periods have and others have not. */
struct change {
    const bool *is_gone; /* by member; NULL: there is none */
    size_t compared;
    size_t listed;
};

/* The last that was asked for: rows mostly have the same periods. */
struct asked {
    bool is_known;
    size_t measure;
    uint32_t *periods;
    size_t count;
    struct change change[DIMENSION_MAX];
};

struct alike {
    const struct dataset *dataset;
    size_t listing; /* the dimension whose members are looked at; SIZE_MAX: none */
    struct arena *arena;
    struct kept *kept;
    struct gone *gone;
    struct asked asked;
    struct making_children children[DIMENSION_MAX];
};

/* Whether the dimension is of several places that have figures. */
static bool has_places(const struct dimension *dimension)
{
    size_t count = 0;

    for (uint32_t i = 0; i < dimension->member_count && count < 2; i++)
        count += dimension->members[i].has_rows && !dimension->members[i].is_group &&
                 !dimension->members[i].has_children;
    return count > 1 && !dimension->is_apart && dimension_is_of_places(dimension);
}

size_t alike_dimension(const struct dataset *dataset)
{
    size_t reporter = dataset_dimension(dataset, "reporter");

    if (reporter != SIZE_MAX && has_places(&dataset->dimension[reporter]))
        return reporter;
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (has_places(&dataset->dimension[d]))
            return d;
    return SIZE_MAX;
}

struct alike *alike_new(const struct dataset *dataset, struct arena *arena)
{
    struct alike *alike = ARENA_NEW(arena, struct alike);

    alike->dataset = dataset;
    alike->listing = alike_dimension(dataset);
    alike->arena = arena;
    return alike;
}

static bool is_kept(const struct kept *kept, const struct query *query,
                    const bool *const without[DIMENSION_MAX])
{
    return kept->rows == query->rows &&
           memcmp(kept->within, query->within, sizeof(kept->within)) == 0 &&
           memcmp(kept->without, without, sizeof(kept->without)) == 0;
}

static const struct cube *cubes_of(struct alike *alike, const struct query *query,
                                   const bool *const without[DIMENSION_MAX])
{
    struct query asked = *query;
    struct kept *kept = alike->kept;

    while (kept && !is_kept(kept, query, without))
        kept = kept->next;
    if (kept)
        return kept->cubes;
    kept = ARENA_NEW(alike->arena, struct kept);
    kept->rows = query->rows;
    memcpy(kept->within, query->within, sizeof(kept->within));
    memcpy(kept->without, without, sizeof(kept->without));
    kept->cubes = ARENA_ARRAY(alike->arena, struct cube, alike->dataset->measure_count);
    asked.without = kept->without;
    cubes_new(alike->dataset, &asked, kept->cubes, alike->arena);
    if (stop_is_wanted(query->stop))
        return kept->cubes;
    kept->next = alike->kept;
    alike->kept = kept;
    return kept->cubes;
}

static const bool *const nothing[DIMENSION_MAX];

/* The dimension's members with all that the file has of them. */
static const struct cube *listing(const struct making *making, struct alike *alike,
                                  size_t dimension)
{
    struct query query = *making->query;

    query.rows = dimension;
    for (size_t d = 0; d < DIMENSION_MAX; d++)
        query.within[d] = MEMBER_NONE;
    if (alike->dataset == making->dataset && making->query->rows == dimension &&
        memcmp(query.within, making->query->within, sizeof(query.within)) == 0)
        return making->cubes;
    return cubes_of(alike, &query, nothing);
}

static bool is_in_scope(const struct making *making, size_t d, uint32_t member)
{
    uint32_t within = d == making->query->rows
                          ? MEMBER_NONE
                          : query_member(making->dataset, making->query, d);

    return within == MEMBER_NONE || member == within ||
           within == dimension_whole(&making->dataset->dimension[d]) ||
           member_is_within(&making->dataset->dimension[d], member, within);
}

/* Members with something in any of the periods, below which there is nothing. */
static const bool *find_leaves(const struct dimension *dimension,
                               const struct cube *cube, const struct asked *asked,
                               struct arena *arena)
{
    bool *is_leaf = ARENA_ARRAY(arena, bool, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++)
        is_leaf[i] = !dimension->members[i].is_group &&
                     alike_times(cube, i, asked->periods, asked->count) > 0;
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        if (parent != MEMBER_NONE && !dimension->members[i].is_group &&
            alike_times(cube, i, asked->periods, asked->count))
            is_leaf[parent] = false;
    }
    return is_leaf;
}

/* The set that is kept, with memory of the alike's own. */
static const bool *keep_gone(struct alike *alike, size_t d, const bool *is_gone)
{
    size_t size = alike->dataset->dimension[d].member_count * sizeof(*is_gone);
    struct gone *gone = alike->gone;

    while (gone && (gone->dimension != d || memcmp(gone->is_gone, is_gone, size) != 0))
        gone = gone->next;
    if (gone)
        return gone->is_gone;
    gone = ARENA_NEW(alike->arena, struct gone);
    gone->dimension = d;
    gone->is_gone = arena_alloc(alike->arena, size);
    memcpy(gone->is_gone, is_gone, size);
    gone->next = alike->gone;
    alike->gone = gone;
    return gone->is_gone;
}

static struct change find_change(const struct making *making, struct alike *alike,
                                 size_t d)
{
    const struct asked *asked = &alike->asked;
    const struct dimension *dimension = &making->dataset->dimension[d];
    const struct cube *cube = &listing(making, alike, d)[asked->measure];
    struct arena scratch = {0};
    const bool *is_leaf = find_leaves(dimension, cube, asked, &scratch);
    bool *is_gone = ARENA_ARRAY(&scratch, bool, dimension->member_count);
    struct change change = {0};

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        size_t times = alike_times(cube, i, asked->periods, asked->count);
        is_gone[i] = is_leaf[i] ? times < asked->count
                                : times && !alike_is_direct(cube, i, asked->periods,
                                                            asked->count);
        if (!is_leaf[i] || !is_in_scope(making, d, i))
            continue;
        change.listed++;
        change.compared += !is_gone[i];
    }
    if (change.compared < change.listed)
        change.is_gone = keep_gone(alike, d, is_gone);
    arena_clear(&scratch);
    return change;
}

/* Whether figures may be sums over the dimension's members. */
static bool is_added(const struct making *making, const struct alike *alike, size_t d)
{
    const struct dimension *dimension = &making->dataset->dimension[d];
    uint32_t within = making->query->within[d];

    return d == alike->listing && (d == making->query->rows || within == MEMBER_NONE ||
                                   dimension->members[within].is_group ||
                                   dimension->members[within].has_children);
}

static const struct change *changes(const struct making *making, struct alike *alike,
                                    size_t measure, const uint32_t *periods,
                                    size_t count)
{
    struct asked *asked = &alike->asked;

    if (asked->is_known && asked->measure == measure && asked->count == count &&
        memcmp(asked->periods, periods, count * sizeof(*periods)) == 0)
        return asked->change;
    if (asked->count < count)
        asked->periods = ARENA_ARRAY(alike->arena, uint32_t, count);
    memcpy(asked->periods, periods, count * sizeof(*periods));
    asked->measure = measure;
    asked->count = count;
    for (size_t d = 0; d < making->dataset->dimension_count; d++)
        asked->change[d] = is_added(making, alike, d) ? find_change(making, alike, d)
                                                      : (struct change){0};
    asked->is_known = !stop_is_wanted(making->query->stop);
    return asked->change;
}

const struct cube *alike_cubes(const struct making *making, struct alike *alike,
                               size_t measure, struct alike_sum *sum)
{
    const struct change *change =
        changes(making, alike, measure, sum->periods, sum->count);
    const bool *without[DIMENSION_MAX] = {0};
    bool has_some = false;

    for (size_t d = making->dataset->dimension_count; d-- > 0;)
        if (d != making->query->rows && change[d].is_gone) {
            without[d] = change[d].is_gone;
            sum->dimension = d;
            sum->compared = change[d].compared;
            sum->listed = change[d].listed;
            has_some = true;
        }
    return has_some ? cubes_of(alike, making->query, without) : NULL;
}

static const struct cube *own_cubes(const struct making *making, struct alike *alike)
{
    return alike->dataset == making->dataset ? making->cubes
                                             : cubes_of(alike, making->query, nothing);
}

/* Whether a member has another figure than in the other cube in one of the periods. */
static bool differs(const struct alike_walk *walk, const struct cube *other,
                    uint32_t member)
{
    bool is_other = false;

    for (size_t k = 0; k < walk->sum->count && !is_other; k++) {
        struct value a = cube_value(walk->cube, walk->sum->periods[k], member);
        struct value b = cube_value(other, walk->sum->periods[k], member);
        is_other = a.absence != b.absence || a.number != b.number;
    }
    return is_other;
}

static const struct making_children *children_of(struct alike *alike, size_t d)
{
    if (!alike->children[d].first)
        alike->children[d] = children_new(&alike->dataset->dimension[d], alike->arena);
    return &alike->children[d];
}

/* The walk's own count is the row's, where nothing hidden is left out. */
static void count_own(struct alike_walk *walk, size_t d)
{
    walk->sum->dimension = d;
    walk->sum->compared = walk->compared;
    walk->sum->listed = walk->compared + walk->left_out;
}

/* Rows of members: what is hidden is left out by the cube, what the rows are of by the
 * walk. */
static bool find_of_members(struct alike_walk *walk, struct alike *alike,
                            const struct row_source *row)
{
    const struct making *making = walk->making;
    size_t d = making->query->rows;
    const struct cube *cubes = alike_cubes(making, alike, walk->measure, walk->sum);
    const struct change *own = &alike->asked.change[d];
    uint32_t member = making_is_whole(making, row) ? making->whole : row->member;
    const struct cube *others = own_cubes(making, alike);

    if (!cubes && !own->is_gone)
        return false;
    walk->cube = &(cubes ? cubes : others)[walk->measure];
    walk->dimension = making->rows;
    walk->children = *children_of(alike, d);
    walk->is_gone = own->is_gone;
    alike_walk(walk, member);
    if (!cubes)
        count_own(walk, d);
    return walk->left_out || (cubes && (member == MEMBER_NONE ||
                                        differs(walk, &others[walk->measure], member)));
}

/* Rows of periods: along the dimension whose members come and go. */
static bool find_of_periods(struct alike_walk *walk, struct alike *alike)
{
    const struct making *making = walk->making;
    const struct change *change =
        changes(making, alike, walk->measure, walk->sum->periods, walk->sum->count);
    const size_t d = alike->listing;
    struct query query = *making->query;

    if (d == SIZE_MAX || !change[d].is_gone)
        return false;
    query.rows = d;
    walk->cube = &cubes_of(alike, &query, nothing)[walk->measure];
    walk->dimension = &making->dataset->dimension[d];
    walk->children = *children_of(alike, d);
    walk->is_gone = change[d].is_gone;
    alike_walk(walk, query_member(making->dataset, making->query, d));
    count_own(walk, d);
    return walk->left_out > 0;
}

bool alike_find(const struct making *making, struct alike *alike,
                const struct row_source *row, size_t measure, struct alike_sum *sum)
{
    struct alike_walk walk = {
        .making = making, .dataset = alike->dataset, .measure = measure, .sum = sum};

    if (row->figures && !making_is_whole(making, row))
        return false;
    return making->rows ? find_of_members(&walk, alike, row)
                        : find_of_periods(&walk, alike);
}
