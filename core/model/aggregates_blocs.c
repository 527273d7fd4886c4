/*
 * Blocs in a list of countries: which are parts of it, and which hold others of it.
 *
 * One beside its countries is a group: they are the parts. Where the list has no total
 * and only some of its countries, it is their parent instead, so that what is left of
 * it is not lost. Blocs without a country beside them are the parts themselves: of
 * those that overlap, such as Asia and ASEAN, the ones that hold most together are.
 */
#include "core/model/aggregates_internal.h"

#include <string.h>

/* A union may report its trade with others alone, which is less than all the trade of a
 * member: it is a group nevertheless. */
static bool is_of_reporters(const struct taker *taker)
{
    return strncmp(taker->dimension->id, "reporter", strlen("reporter")) == 0;
}

/* Cyprus is in the European Union and, to some, in Asia: one in ten may be elsewhere.
 */
static bool is_nested(const struct place *whole, const struct place *part)
{
    size_t size = place_set_size(&part->countries);

    return 10 * (size - place_set_common(&whole->countries, &part->countries)) <=
               size &&
           size <= place_set_size(&whole->countries);
}

bool taker_is_within(const struct taker *taker, uint32_t bloc, uint32_t part)
{
    const struct place *whole = &taker->places[bloc];
    const struct place *place = &taker->places[part];

    if (part == bloc || taker->dimension->members[part].is_group)
        return false;
    if (place->kind == PLACE_COUNTRY)
        return place_set_holds(&whole->countries, &place->countries);
    if (place->rest_of)
        return place->rest_of == whole->bloc;
    return place->kind == PLACE_BLOC && is_nested(whole, place) &&
           (part < bloc || !is_nested(place, whole));
}

/* Marks the members that belong to the bloc; the first country, or MEMBER_NONE. */
static uint32_t mark_within(struct taker *taker, uint32_t bloc)
{
    const struct dimension *dimension = taker->dimension;
    uint32_t beside = MEMBER_NONE;

    for (uint32_t i = dimension->member_count; i-- > 0;) {
        uint32_t parent = dimension->members[i].parent;
        taker->is_other[i] =
            dimension->members[i].has_rows && taker_is_within(taker, bloc, i) &&
            (parent == MEMBER_NONE || !taker_is_within(taker, bloc, parent));
        if (taker->is_other[i] && taker->places[i].kind == PLACE_COUNTRY)
            beside = i;
    }
    return beside;
}

/* Where others that stand in the list could share countries with it, or are declared to
 * stand elsewhere, nobody knows what it holds of them. */
static bool may_be_parent(const struct taker *taker, uint32_t bloc)
{
    const struct dimension *dimension = taker->dimension;
    const struct place *place = &taker->places[bloc];

    if (place->is_open || dimension->level_count ||
        dimension->members[bloc].parent != MEMBER_NONE)
        return false;
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct place *other = &taker->places[i];
        if (taker->is_other[i] &&
            (dimension->members[i].parent != MEMBER_NONE || !taker->is_free[i]))
            return false;
        if (i != bloc && other->kind == PLACE_BLOC && dimension->members[i].has_rows &&
            place_set_meets(&place->countries, &other->countries) &&
            !is_nested(place, other))
            return false;
    }
    return true;
}

static void make_parent(struct taker *taker, uint32_t bloc, uint32_t beside)
{
    for (uint32_t i = 0; i < taker->dimension->member_count; i++)
        if (taker->is_other[i])
            taker->dimension->members[i].parent = bloc;
    taker_take(taker, bloc, TAKEN_AS_PARENT, beside);
}

/* Marks former members, whose trade of earlier years may be in it; whether there are
 * any. */
static bool mark_formers(struct taker *taker, uint32_t bloc)
{
    const struct place_set formers = place_formers(&taker->places[bloc]);
    bool has_any = false;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++) {
        if (taker->places[i].kind != PLACE_COUNTRY ||
            !taker->dimension->members[i].has_rows ||
            !place_set_meets(&formers, &taker->places[i].countries))
            continue;
        taker->is_other[i] = true;
        has_any = true;
    }
    return has_any;
}

static void take_beside_countries(struct taker *taker, uint32_t bloc)
{
    uint32_t beside = mark_within(taker, bloc);
    bool is_short = false;

    if (beside == MEMBER_NONE)
        return;
    if (!is_of_reporters(taker)) {
        struct judgement judged = taker_judge(taker, bloc);
        if (!judged.holds_others) {
            taker_take(taker, bloc, TAKEN_NOT, beside);
            return;
        }
        is_short = !taker->has_total && judged.sums == SUMS_LESS;
    }
    if (is_short && mark_formers(taker, bloc)) {
        is_short = taker_judge(taker, bloc).sums == SUMS_LESS;
    } else if (is_short && may_be_parent(taker, bloc)) {
        make_parent(taker, bloc, beside);
        return;
    }
    taker_take(taker, bloc, TAKEN_AS_GROUP, beside);
    taker->dimension->members[bloc].is_taken_short = is_short;
}

/* The bloc that nothing says anything of yet and that is next by its size. */
static uint32_t next_bloc(const struct taker *taker, uint32_t before, size_t *size)
{
    uint32_t next = MEMBER_NONE;
    size_t next_size = SIZE_MAX;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++) {
        size_t own;
        if (!taker->is_free[i] || taker->places[i].kind != PLACE_BLOC)
            continue;
        own = place_set_size(&taker->places[i].countries);
        if (own >= *size && (own > *size || before == MEMBER_NONE || i > before) &&
            own < next_size) {
            next = i;
            next_size = own;
        }
    }
    *size = next_size;
    return next;
}

/* What is not known to be elsewhere. */
static bool may_be_within(const struct taker *taker, uint32_t bloc, uint32_t part)
{
    const struct place *place = &taker->places[part];

    return (place->kind == PLACE_UNKNOWN && !place->rest_of) ||
           taker_is_within(taker, bloc, part);
}

/* Of known countries alone, which need no such proof. */
static bool is_of_countries(const struct taker *taker, struct run run)
{
    for (uint32_t i = run.first; i <= run.last; i++)
        if (taker->places[i].kind != PLACE_COUNTRY)
            return false;
    return true;
}

/* "Europe" before "EU" and "Others", which add up to it. */
static void take_runs(struct taker *taker)
{
    size_t size = 0;
    uint32_t bloc = MEMBER_NONE;
    struct run run;

    while ((bloc = next_bloc(taker, bloc, &size)) != MEMBER_NONE) {
        if (!taker_find_run(taker, bloc, may_be_within, &run) ||
            run.first == run.last || is_of_countries(taker, run))
            continue;
        taker_take_run(taker, bloc, run);
    }
}

/* Smaller ones first: they may be parts of the others. */
static void take_all_beside_countries(struct taker *taker)
{
    size_t size = 0;
    uint32_t bloc = MEMBER_NONE;

    while ((bloc = next_bloc(taker, bloc, &size)) != MEMBER_NONE)
        take_beside_countries(taker, bloc);
}

/* What a larger one holds of it is not lost. */
static void settle_short(struct taker *taker)
{
    struct dimension *dimension = taker->dimension;

    for (uint32_t bloc = 0; bloc < dimension->member_count; bloc++) {
        bool is_lost = false;
        if (!dimension->members[bloc].is_taken_short)
            continue;
        for (uint32_t i = 0; i < dimension->member_count; i++)
            is_lost = is_lost || (dimension->members[i].has_rows &&
                                  dimension->members[i].parent == MEMBER_NONE &&
                                  taker_is_within(taker, bloc, i));
        dimension->members[bloc].is_taken_short = is_lost;
    }
}

static bool has_free_blocs(const struct taker *taker)
{
    for (uint32_t i = 0; i < taker->dimension->member_count; i++)
        if (taker->is_free[i] && taker->places[i].kind == PLACE_BLOC)
            return true;
    return false;
}

void taker_take_blocs(struct taker *taker)
{
    take_runs(taker);
    take_all_beside_countries(taker);
    settle_short(taker);
    if (has_free_blocs(taker))
        taker_take_overlapping(taker);
}
