#include "core/model/aggregates.h"

#include "core/base/translate.h"
#include "core/model/aggregates_internal.h"

#include <string.h>

/* No list of places is longer; others are not worth the time beyond. */
enum { PLACES_MAX = 20000, MEMBERS_MAX = 200000 };

static bool is_code(const char *code, struct builder_text text)
{
    return strlen(code) == text.length && memcmp(code, text.text, text.length) == 0;
}

static bool is_said_to_be_part(const struct taker *taker, const char *code)
{
    for (size_t i = 0; i < taker->pending->part_count; i++)
        if (is_code(code, taker->pending->parts[i]))
            return true;
    return false;
}

static void find_free(struct taker *taker)
{
    const struct dimension *dimension = taker->dimension;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        const struct pending_member *pending = &taker->pending->members[i];
        taker->is_free[i] =
            member->has_rows && !member->is_group && !member->is_residual &&
            (!pending->parent.text || pending->is_open) && !pending->level.text &&
            !pending->group_count && !is_said_to_be_part(taker, member->code);
    }
    /* What has parts of its own is in the hierarchy that the file declares. */
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        if (parent != MEMBER_NONE && taker->places[parent].kind != PLACE_ALL)
            taker->is_free[parent] = false;
    }
}

/* What its first name, or its code where it has none, says of other members. */
static struct subtotal subtotal_of(const struct member *member)
{
    for (const struct label_text *text = member->name.first; text; text = text->next) {
        struct subtotal subtotal = subtotal_read(text->text);
        if (subtotal.kind != SUBTOTAL_NONE)
            return subtotal;
    }
    return label_is_empty(&member->name) ? subtotal_read(member->code)
                                         : (struct subtotal){.kind = SUBTOTAL_NONE};
}

/* "Total Asia" is Asia, "of which: Germany" is Germany. */
static struct place place_of_rest(struct taker *taker, const struct subtotal *subtotal)
{
    struct builder *builder = taker->builder;
    struct label name = {NULL};

    if (!subtotal->length)
        return (struct place){.kind = PLACE_UNKNOWN, .title = ""};
    label_add(&name, &builder->scratch, "",
              arena_copy(&builder->scratch, subtotal->rest, subtotal->length));
    return places_find(&builder->places, "", &name);
}

/* "Total of all HS commodities". */
static bool is_of_all(const struct subtotal *subtotal)
{
    return subtotal->kind == SUBTOTAL_MAYBE && subtotal->length > strlen("all ") &&
           strncmp(subtotal->rest, "all ", strlen("all ")) == 0;
}

/* "Other Asia", "Rest of Europe": what is left of a bloc; NULL where it is of none. */
static const struct bloc_words *rest_of(struct taker *taker, const char *name)
{
    static const char *const words[] = {"Other ",   "other ",     "Rest of ",
                                        "rest of ", "Remaining ", "Übriges ",
                                        "其他",     "其它"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        size_t length = strlen(words[i]);
        struct label label = {NULL};
        if (strncmp(name, words[i], length) != 0)
            continue;
        label_add(&label, &taker->builder->scratch, "", name + length);
        return places_find(&taker->builder->places, "", &label).bloc;
    }
    return NULL;
}

static void find_place(struct taker *taker, uint32_t number, bool is_of_places)
{
    struct builder *builder = taker->builder;
    const struct member *member = &taker->dimension->members[number];
    const struct label none = {NULL};

    if (is_of_places)
        taker->places[number] =
            places_find(&builder->places, member->code, &member->name);
    else if (is_word_of_total(member->code, &member->name, &builder->scratch))
        taker->places[number] = (struct place){
            .kind = PLACE_ALL,
            .title = N_("the total"),
            .is_by_name = !is_word_of_total(member->code, &none, &builder->scratch),
        };
    if (taker->places[number].kind != PLACE_UNKNOWN)
        return;
    if (is_of_places)
        taker->places[number].rest_of =
            rest_of(taker, member_name(taker->dimension, number, "en"));
    taker->subtotals[number] = subtotal_of(member);
    if (is_of_all(&taker->subtotals[number]))
        taker->places[number] = (struct place){
            .kind = PLACE_ALL, .title = N_("the total"), .is_by_name = true};
    else if (is_of_places && taker->subtotals[number].kind != SUBTOTAL_NONE)
        taker->places[number] = place_of_rest(taker, &taker->subtotals[number]);
}

/* "W" is the world of OECD and others; among directions, or letters, it is none. */
static void find_letter_of_world(struct taker *taker)
{
    const struct dimension *dimension = taker->dimension;
    uint32_t world = dict_find(&dimension->codes, "W", 1);
    uint32_t known = 0;

    if (world == DICT_NONE || taker->places[world].kind != PLACE_UNKNOWN ||
        strcmp(member_name(dimension, world, ""), "W") != 0)
        return;
    for (uint32_t i = 0; i < dimension->member_count; i++)
        known += taker->places[i].kind != PLACE_UNKNOWN;
    if (2 * known > dimension->member_count)
        taker->places[world] = (struct place){.kind = PLACE_ALL, .title = N_("World")};
}

static void find_places(struct taker *taker)
{
    struct builder *builder = taker->builder;
    const struct dimension *dimension = taker->dimension;
    bool is_of_places =
        dimension_is_of_places(dimension) && dimension->member_count <= PLACES_MAX;

    if (is_of_places && !builder->places.words.lists)
        places_open(&builder->places, &builder->scratch);
    taker->is_of_order = dimension->member_count <= PLACES_MAX;
    for (uint32_t i = 0; i < dimension->member_count; i++)
        find_place(taker, i, is_of_places);
    if (is_of_places)
        find_letter_of_world(taker);
}

/* A total with figures, which nobody denies to be one. */
static void find_total(struct taker *taker)
{
    const struct dimension *dimension = taker->dimension;

    taker->has_total = taker->pending->total.length > 0;
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        taker->has_total =
            taker->has_total ||
            (taker->places[i].kind == PLACE_ALL && member->has_rows &&
             !is_said_to_be_part(taker, member->code)) ||
            (member->parent != MEMBER_NONE && taker->pending->members[i].is_open &&
             dimension->members[member->parent].has_rows);
    }
}

void taker_take(struct taker *taker, uint32_t number, enum member_taken taken,
                uint32_t beside)
{
    struct member *member = &taker->dimension->members[number];

    member->taken = taken;
    member->taken_beside = beside;
    member->taken_for = taker->places[number].title;
    member->is_taken_by_name =
        taker->places[number].is_by_name || taker->places[number].kind == PLACE_UNKNOWN;
    member->is_group =
        taken != TAKEN_AS_TOTAL && taken != TAKEN_AS_PARENT && taken != TAKEN_NOT;
    if (member->is_group)
        member->parent = MEMBER_NONE;
    taker->is_free[number] = false;
}

void taker_take_run(struct taker *taker, uint32_t number, struct run run)
{
    taker_take(taker, number, TAKEN_AS_SUBTOTAL, run.first);
    taker->dimension->members[number].taken_last = run.last;
}

static bool is_root(const struct taker *taker, uint32_t number)
{
    const struct member *member = &taker->dimension->members[number];

    return !member->is_group && member->parent == MEMBER_NONE;
}

/* How many members stand above one another, at most; a circle is not a mistake yet. */
static size_t depth_of(const struct dimension *dimension)
{
    size_t deepest = 0;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        size_t depth = 0;
        for (uint32_t at = i; at != MEMBER_NONE && depth <= LEVEL_MAX; depth++)
            at = dimension->members[at].parent;
        if (depth > deepest)
            deepest = depth;
    }
    return deepest;
}

/* Whether the first of the levels that the file names is the total's. */
static bool has_level_of_total(const struct taker *taker)
{
    const struct dimension *dimension = taker->dimension;
    struct label none = {NULL};
    const char *id = dimension->level[0];

    return dimension->level_count &&
           (strcmp(id, "world") == 0 ||
            is_word_of_total(id, &none, &taker->builder->scratch));
}

/* Whether another level fits on top, or the first one is free for the total. */
static bool has_room(const struct taker *taker, uint32_t total)
{
    const struct dimension *dimension = taker->dimension;

    if (!dimension->level_count)
        return depth_of(dimension) < LEVEL_MAX;
    if (!has_level_of_total(taker))
        return dimension->level_count < LEVEL_MAX;
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        struct builder_text level = taker->pending->members[i].level;
        if (i != total && is_root(taker, i) && level.text &&
            is_code(dimension->level[0], level))
            return false;
    }
    return depth_of(dimension) < dimension->level_count;
}

static void put_level_on_top(struct taker *taker)
{
    struct dimension *dimension = taker->dimension;

    if (!dimension->level_count || has_level_of_total(taker))
        return;
    memmove(dimension->level + 1, dimension->level,
            dimension->level_count * sizeof(dimension->level[0]));
    memmove(dimension->level_title + 1, dimension->level_title,
            dimension->level_count * sizeof(dimension->level_title[0]));
    dimension->level[0] = "total";
    dimension->level_title[0] = (struct label){NULL};
    dimension->level_count++;
}

static bool make_total(struct taker *taker, uint32_t total)
{
    struct dimension *dimension = taker->dimension;

    if (!has_room(taker, total))
        return false;
    put_level_on_top(taker);
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (i != total && is_root(taker, i))
            dimension->members[i].parent = total;
    return true;
}

/* Marks what the total is to be compared with; whether there is anything. */
static bool mark_roots(struct taker *taker, uint32_t total)
{
    bool has_any = false;

    for (uint32_t i = 0; i < taker->dimension->member_count; i++) {
        taker->is_other[i] = i != total && is_root(taker, i) &&
                             taker->places[i].kind != PLACE_ALL &&
                             taker->dimension->members[i].has_rows;
        has_any = has_any || taker->is_other[i];
    }
    return has_any;
}

/* The first of them; another name of the same is a group, since it enters no sum. */
static bool take_total(struct taker *taker)
{
    uint32_t count = taker->dimension->member_count;
    uint32_t total = MEMBER_NONE;
    enum sums sums = SUMS_UNKNOWN;

    for (uint32_t i = 0; i < count; i++) {
        struct judgement judged;
        if (!taker->is_free[i] || taker->places[i].kind != PLACE_ALL ||
            !mark_roots(taker, i))
            continue;
        judged = taker_judge(taker, i);
        if (!judged.holds_others) {
            taker_take(taker, i, TAKEN_NOT, MEMBER_NONE);
        } else if (total == MEMBER_NONE) {
            total = i;
            sums = judged.sums;
        } else {
            taker_take(taker, i, TAKEN_AS_GROUP, total);
        }
    }
    if (total != MEMBER_NONE && sums == SUMS_MORE && mark_roots(taker, total))
        taker_take_nested(taker, total);
    if (total == MEMBER_NONE || !make_total(taker, total))
        return false;
    taker_take(taker, total, TAKEN_AS_TOTAL, MEMBER_NONE);
    return true;
}

/* The total that the file names. */
static bool make_said_total(struct taker *taker)
{
    struct builder *builder = taker->builder;
    struct builder_text code = taker->pending->total;
    uint32_t total = dict_find(&taker->dimension->codes, code.text, code.length);

    if (total == DICT_NONE || !is_root(taker, total)) {
        diag_error_span(
            builder->diags, code.at, builder_span(code),
            total == DICT_NONE
                ? N_("total '%s' is not declared and has no rows")
                : N_("'%s' has a parent or is a group and cannot be the total"),
            builder_quote(builder, code));
        return false;
    }
    taker->is_free[total] = false;
    if (make_total(taker, total))
        return true;
    diag_error_span(builder->diags, code.at, builder_span(code),
                    "there is no level above the others for the total '%s'",
                    builder_quote(builder, code));
    return false;
}

bool builder_take_aggregates(struct builder *builder, size_t number)
{
    struct dimension *dimension = &builder->dataset->dimension[number];
    uint32_t count = dimension->member_count;
    struct taker taker = {
        .builder = builder,
        .dimension = dimension,
        .pending = &builder->dimension[number],
        .number = number,
    };

    if (count < 2 || count > MEMBERS_MAX ||
        builder->diags->count[SEVERITY_ERROR] > builder->errors_before)
        return false;
    taker.places = ARENA_ARRAY(&builder->scratch, struct place, count);
    taker.subtotals = ARENA_ARRAY(&builder->scratch, struct subtotal, count);
    taker.is_free = ARENA_ARRAY(&builder->scratch, bool, count);
    taker.is_other = ARENA_ARRAY(&builder->scratch, bool, count);
    taker_choose_measures(&taker);
    find_places(&taker);
    find_free(&taker);
    find_total(&taker);
    taker_take_subtotals(&taker);
    taker_take_blocs(&taker);
    if (taker.pending->total.length)
        return make_said_total(&taker);
    return take_total(&taker);
}
