/*
 * Members whose names say that they hold others of the list, or are held by one:
 * "Sub-total", "Total Asia", "of which: Germany", "Top 10". None of them is a part.
 *
 * "Total Asia" is one where its figures say so, too, or where what it would add to the
 * parts does not fit; a list of nothing but such rows is a list of parts.
 */
#include "core/model/aggregates_internal.h"

static bool is_plain(const struct taker *taker, uint32_t number)
{
    return taker_counts(taker, number) && taker->places[number].kind != PLACE_ALL &&
           taker->subtotals[number].kind == SUBTOTAL_NONE;
}

static size_t count_plain(const struct taker *taker)
{
    size_t count = 0;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++)
        count += is_plain(taker, i);
    return count;
}

/* A country of a bloc that stands in the list is a part of that one. */
static bool is_in_bloc(const struct taker *taker, uint32_t number)
{
    const struct place *place = &taker->places[number];

    for (uint32_t i = 0; place->kind == PLACE_COUNTRY && i < number; i++)
        if (taker->places[i].kind == PLACE_BLOC && taker_counts(taker, i) &&
            place_set_holds(&taker->places[i].countries, &place->countries))
            return true;
    return false;
}

/* The row that one "of which" is of: the last before it that is none itself. */
static uint32_t holder_of(const struct taker *taker, uint32_t number)
{
    while (number-- > 0)
        if (taker->subtotals[number].kind != SUBTOTAL_OF_WHICH)
            return number;
    return MEMBER_NONE;
}

/* Those that need no figures. */
static void take_by_words(struct taker *taker, uint32_t number, size_t plain)
{
    switch (taker->subtotals[number].kind) {
    case SUBTOTAL_OF_WHICH:
        if (!is_in_bloc(taker, number))
            taker_take(taker, number, TAKEN_AS_WITHIN, holder_of(taker, number));
        break;
    case SUBTOTAL_TOP:
        if (plain >= taker->subtotals[number].top)
            taker_take(taker, number, TAKEN_AS_TOP, MEMBER_NONE);
        break;
    case SUBTOTAL_NONE:
    case SUBTOTAL_SURE:
    case SUBTOTAL_MAYBE:
        break;
    }
}

static bool is_open_question(const struct taker *taker, uint32_t number)
{
    enum subtotal_kind kind = taker->subtotals[number].kind;

    return taker->is_free[number] && taker->places[number].kind == PLACE_UNKNOWN &&
           (kind == SUBTOTAL_SURE || kind == SUBTOTAL_MAYBE);
}

static void take_by_figures(struct taker *taker, uint32_t number)
{
    enum subtotal_kind kind = taker->subtotals[number].kind;
    struct run run;

    if (!taker->is_free[number] || taker->places[number].kind == PLACE_ALL ||
        taker->places[number].kind == PLACE_COUNTRY ||
        (kind != SUBTOTAL_SURE && kind != SUBTOTAL_MAYBE) ||
        !taker_find_run(taker, number, NULL, &run))
        return;
    taker_take_run(taker, number, run);
}

/* Whether the parts and the doubtful ones together are what the total is. */
static bool are_parts_of_total(struct taker *taker)
{
    uint32_t count = taker->dimension->member_count;

    for (uint32_t i = 0; i < count; i++)
        taker->is_other[i] = is_plain(taker, i) || is_open_question(taker, i);
    for (uint32_t total = 0; total < count; total++)
        if (taker->places[total].kind == PLACE_ALL && taker_counts(taker, total) &&
            taker_judge(taker, total).sums == SUMS_EQUAL)
            return true;
    return false;
}

void taker_take_subtotals(struct taker *taker)
{
    uint32_t count = taker->dimension->member_count;
    size_t plain = count_plain(taker);
    bool has_open = false;

    for (uint32_t i = 0; i < count; i++)
        if (taker->is_free[i])
            take_by_words(taker, i, plain);
    for (uint32_t i = 0; i < count; i++)
        take_by_figures(taker, i);
    for (uint32_t i = 0; i < count; i++)
        has_open = has_open || is_open_question(taker, i);
    if (!has_open || !plain || are_parts_of_total(taker))
        return;
    for (uint32_t i = 0; i < count; i++)
        if (is_open_question(taker, i))
            taker_take(taker, i, TAKEN_ASIDE, MEMBER_NONE);
}
