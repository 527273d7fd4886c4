/*
 * Twins: two members of a dimension with the same figures throughout. Found by a sum of
 * hashes over the observations of each member, which does not depend on their order.
 */
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Equal figures below this, or fewer than so many, may be chance. */
enum { DIGITS_MIN = 1000, FIGURES_MIN = 2 };

enum { SAME_FIGURES, GROUP_AS_PART };

static const struct audit_check checks[] = {
    [SAME_FIGURES] =
        {"same-figures", SEVERITY_WARNING,
         N_("two members with the same figures throughout"),
         N_("one of them may be an old code, or a total beside its only part: "
            "drop one, or make it the other's parent")},
    [GROUP_AS_PART] =
        {"group-as-part", SEVERITY_WARNING,
         N_("groups whose figures stand in a level too"),
         N_("a group enters no sum, the member of the level does: if they are "
            "the same thing, drop the member")},
};

struct print {
    uint64_t hash;
    uint32_t member;
    uint32_t figures; /* that are large enough to tell */
    uint32_t observation;
};

static uint64_t mix(uint64_t state, uint64_t value)
{
    state = (state ^ value) * 0x9E3779B97F4A7C15u;
    return state ^ (state >> 29);
}

/* Everything of the observation but its member of dimension `d`. */
static uint64_t hash_observation(const struct audit *audit, size_t d, size_t i,
                                 uint32_t *figures)
{
    const struct dataset *dataset = audit->dataset;
    uint64_t hash = mix(1, codes_get(&dataset->period, i));

    for (size_t k = 0; k < dataset->dimension_count; k++)
        if (k != d)
            hash = mix(hash, audit_member(audit, k, i));
    for (size_t m = 0; m < dataset->measure_count; m++) {
        const struct measure *measure = &dataset->measure[m];
        double number = measure->column.data[i];
        uint64_t bits = 0;

        if (!isnan(number)) {
            memcpy(&bits, &number, sizeof(bits));
            *figures += audit_is_amount(measure) &&
                        fabs(number) >= DIGITS_MIN * audit_last_digit(measure);
        }
        hash = mix(hash, bits);
    }
    return mix(hash, 2);
}

static int compare(const void *a, const void *b)
{
    const struct print *left = a;
    const struct print *right = b;

    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->member > right->member) - (left->member < right->member);
}

/* A part may well be all of its whole, and a member all of its group. */
static bool are_related(const struct dimension *dimension, uint32_t a, uint32_t b)
{
    return member_is_within(dimension, a, b) || member_is_within(dimension, b, a);
}

static void say(struct audit *audit, size_t d, const struct print *first,
                const struct print *second)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    bool has_group = dimension->members[first->member].is_group !=
                     dimension->members[second->member].is_group;
    size_t check = has_group ? GROUP_AS_PART : SAME_FIGURES;

    if (audit_count_only(audit, check))
        return;
    audit_find(audit, check, second->observation,
               has_group ? _("%s: %s and %s have the same figures throughout, and one "
                             "of them is a group")
                         : _("%s: %s and %s have the same figures throughout"),
               audit_dimension(audit, d), audit_member_words(audit, d, first->member),
               audit_member_words(audit, d, second->member));
}

static void check_dimension(struct audit *audit, size_t d)
{
    const struct dataset *dataset = audit->dataset;
    const struct dimension *dimension = &dataset->dimension[d];
    struct print *prints =
        ARENA_ARRAY(audit->scratch, struct print, dimension->member_count);

    for (uint32_t m = 0; m < dimension->member_count; m++)
        prints[m].member = m;
    for (size_t i = 0; i < dataset->observation_count && !audit_stops(audit); i++) {
        struct print *print = &prints[audit_member(audit, d, i)];
        print->hash += hash_observation(audit, d, i, &print->figures);
        print->observation = (uint32_t)i;
    }
    if (dimension->member_count)
        qsort(prints, dimension->member_count, sizeof(*prints), compare);
    for (uint32_t m = 1; m < dimension->member_count; m++)
        if (prints[m].hash == prints[m - 1].hash && prints[m].figures >= FIGURES_MIN &&
            !are_related(dimension, prints[m].member, prints[m - 1].member))
            say(audit, d, &prints[m - 1], &prints[m]);
}

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++)
        check_dimension(audit, d);
}

const struct audit_ops audit_twins = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
