/*
 * A total that hides among its own parts: where no total is published, the largest
 * member equals the sum of all the others ("World" in a flat list of countries).
 */
#include "core/base/sum.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>

/* With fewer others, or with figures of so few digits, equality may be chance. */
enum { OTHERS_MIN = 3, DIGITS_MIN = 100 };

enum { TOTAL_AS_PART };

static const struct audit_check checks[] = {
    [TOTAL_AS_PART] =
        {"total-as-part", SEVERITY_WARNING,
         N_("members that are the sum of all the others"),
         N_("declare levels and give the total the first of them, the others "
            "its code as parent; as it stands every sum counts it twice")},
};

/* Everything that differs in one dimension alone. */
struct heap {
    struct sum sum;
    uint32_t parts;
    uint32_t largest; /* observation + 1 */
};

struct tally {
    uint32_t hits;
    uint32_t misses;
    uint32_t first; /* observation of the first hit */
};

static void add(struct heap *heap, const struct measure *measure, size_t observation)
{
    const double *column = measure->column.data;

    if (isnan(column[observation]))
        return;
    sum_add(&heap->sum, column[observation]);
    heap->parts++;
    if (!heap->largest || column[observation] > column[heap->largest - 1])
        heap->largest = (uint32_t)observation + 1;
}

/* Whether the largest is what the others add up to, but for rounding. */
static bool is_total(const struct heap *heap, const struct measure *measure)
{
    double largest = measure->column.data[heap->largest - 1];
    struct sum rest = heap->sum;
    double digit = audit_last_digit(measure);

    sum_add(&rest, -2 * largest);
    return largest >= DIGITS_MIN * digit &&
           fabs(sum_value(rest)) <= 0.5 * digit * heap->parts;
}

struct roots {
    struct audit *audit;
    size_t dimension;
    uint32_t *group; /* of each observation */
    struct heap *heaps;
    uint32_t heap_count;
    struct tally *tally; /* of each member */
};

static void check_measure(struct roots *roots, const struct measure *measure)
{
    const struct dataset *dataset = roots->audit->dataset;
    const struct member *members = dataset->dimension[roots->dimension].members;

    for (uint32_t g = 0; g < roots->heap_count; g++)
        roots->heaps[g] = (struct heap){0};
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(roots->audit);
         i++) {
        const struct member *member =
            &members[audit_member(roots->audit, roots->dimension, i)];
        if (!member->is_group && member->parent == MEMBER_NONE)
            add(&roots->heaps[roots->group[i]], measure, i);
    }
    for (uint32_t g = 0; g < roots->heap_count; g++) {
        const struct heap *heap = &roots->heaps[g];
        struct tally *of;
        if (heap->parts <= OTHERS_MIN)
            continue;
        of = &roots->tally[audit_member(roots->audit, roots->dimension,
                                        heap->largest - 1)];
        if (!is_total(heap, measure))
            of->misses++;
        else if (!of->hits++)
            of->first = heap->largest - 1;
    }
}

static void check_dimension(struct audit *audit, size_t d)
{
    const struct dataset *dataset = audit->dataset;
    const struct dimension *dimension = &dataset->dimension[d];
    struct arena *scratch = audit->scratch;
    struct roots roots = {.audit = audit, .dimension = d};

    roots.group = ARENA_ARRAY(scratch, uint32_t, dataset->observation_count);
    roots.heap_count = audit_groups(audit, d, roots.group);
    roots.heaps = ARENA_ARRAY(scratch, struct heap, roots.heap_count);
    roots.tally = ARENA_ARRAY(scratch, struct tally, dimension->member_count);
    for (size_t m = 0; m < dataset->measure_count && !audit_stops(audit); m++)
        if (audit_is_amount(&dataset->measure[m]))
            check_measure(&roots, &dataset->measure[m]);
    for (uint32_t m = 0; m < dimension->member_count; m++) {
        const struct tally *tally = &roots.tally[m];
        if (tally->hits > tally->misses && !audit_count_only(audit, TOTAL_AS_PART))
            audit_find(audit, TOTAL_AS_PART, tally->first,
                       "%s '%s' is the sum of all the others beside it (%s; in %u of "
                       "%u cases)",
                       audit_dimension(audit, d), audit_member_words(audit, d, m),
                       audit_what(audit, tally->first), tally->hits,
                       tally->hits + tally->misses);
    }
}

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++)
        if (!audit->dataset->dimension[d].is_apart)
            check_dimension(audit, d);
}

const struct audit_ops audit_roots = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
