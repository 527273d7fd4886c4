/*
 * Which of the blocs without a country beside them are parts: of those that overlap,
 * such as Asia and ASEAN, the ones that hold most together are.
 */
#include "core/model/aggregates_internal.h"

/* For more blocs than this the largest go first, instead of the best choice of all. */
enum { CHOICE_MAX = 16 };

/* Choices whose sums differ by less hold the same: the finer one is taken. */
static const double same_sum = 0.01;

/* Continents touch: Mexico is in North America or in Latin America, Egypt in Africa or
 * in the Middle East. */
static bool overlap(const struct place *a, const struct place *b)
{
    size_t common = place_set_common(&a->countries, &b->countries);
    size_t a_size = place_set_size(&a->countries);
    size_t b_size = place_set_size(&b->countries);

    if (!a->is_region || !b->is_region)
        return common > 0;
    return 5 * common > (a_size < b_size ? a_size : b_size);
}

/* Blocs of which some can be parts together, and others overlap. */
struct choice {
    uint32_t members[CHOICE_MAX];
    double weight[CHOICE_MAX];
    unsigned against[CHOICE_MAX]; /* bit b: it overlaps with that one */
    size_t count;
    unsigned best;
};

static size_t count_bits(unsigned bits)
{
    size_t count = 0;

    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* A bloc that is smaller than one that it should hold is what is left of it. */
static bool is_left_over(const struct taker *taker, const double *weights,
                         uint32_t whole, uint32_t part)
{
    return taker_is_within(taker, whole, part) && weights[whole] < weights[part];
}

static bool are_against(const struct taker *taker, const double *weights, uint32_t a,
                        uint32_t b)
{
    return overlap(&taker->places[a], &taker->places[b]) &&
           !is_left_over(taker, weights, a, b) && !is_left_over(taker, weights, b, a);
}

static bool is_possible(const struct choice *choice, unsigned set, double *sum)
{
    *sum = 0;
    for (size_t i = 0; i < choice->count; i++) {
        if (!(set >> i & 1))
            continue;
        if (choice->against[i] & set)
            return false;
        *sum += choice->weight[i];
    }
    return true;
}

static void choose(struct choice *choice)
{
    double best = -1;

    for (unsigned set = 1; set < 1u << choice->count; set++) {
        double sum;
        bool is_same;
        if (!is_possible(choice, set, &sum))
            continue;
        is_same =
            best >= 0 && sum >= best * (1 - same_sum) && sum <= best * (1 + same_sum);
        if (is_same ? count_bits(set) > count_bits(choice->best) : sum > best) {
            best = sum;
            choice->best = set;
        }
    }
}

/* The largest of those that are left. */
static uint32_t heaviest(const struct taker *taker, const double *weights,
                         const bool *is_done)
{
    uint32_t found = MEMBER_NONE;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++)
        if (taker->is_free[i] && taker->places[i].kind == PLACE_BLOC && !is_done[i] &&
            (found == MEMBER_NONE || weights[i] > weights[found]))
            found = i;
    return found;
}

static void choice_add(struct choice *choice, const struct taker *taker,
                       const double *weights, uint32_t bloc)
{
    size_t own = choice->count++;

    choice->members[own] = bloc;
    choice->weight[own] = weights[bloc];
    for (size_t i = 0; i < own; i++)
        if (are_against(taker, weights, bloc, choice->members[i])) {
            choice->against[own] |= 1u << i;
            choice->against[i] |= 1u << own;
        }
}

/* Of the blocs that are parts the one that has most in common with this one, where they
 * overlap; else MEMBER_NONE. */
static uint32_t part_against(const struct taker *taker, const double *weights,
                             const bool *is_part, uint32_t bloc)
{
    uint32_t found = MEMBER_NONE;
    size_t most = 0;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++) {
        size_t common;
        if (!is_part[i] || i == bloc || !are_against(taker, weights, bloc, i))
            continue;
        common = place_set_common(&taker->places[bloc].countries,
                                  &taker->places[i].countries);
        if (common > most)
            found = i;
        most = common > most ? common : most;
    }
    return found;
}

void taker_take_overlapping(struct taker *taker)
{
    uint32_t count = taker->dimension->member_count;
    const double *weights = taker_weigh(taker);
    bool *is_done = ARENA_ARRAY(&taker->builder->scratch, bool, count);
    bool *is_part = ARENA_ARRAY(&taker->builder->scratch, bool, count);
    struct choice choice = {.count = 0};
    uint32_t bloc;

    while (choice.count < CHOICE_MAX &&
           (bloc = heaviest(taker, weights, is_done)) != MEMBER_NONE) {
        is_done[bloc] = true;
        choice_add(&choice, taker, weights, bloc);
    }
    choose(&choice);
    for (size_t i = 0; i < choice.count; i++)
        is_part[choice.members[i]] = choice.best >> i & 1;
    while ((bloc = heaviest(taker, weights, is_done)) != MEMBER_NONE) {
        is_done[bloc] = true;
        is_part[bloc] = part_against(taker, weights, is_part, bloc) == MEMBER_NONE;
    }
    for (bloc = 0; bloc < count; bloc++)
        if (is_done[bloc] && !is_part[bloc])
            taker_take(taker, bloc, TAKEN_AS_GROUP,
                       part_against(taker, weights, is_part, bloc));
}
