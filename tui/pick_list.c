#include "tui/pick_list.h"

#include "core/base/text.h"
#include "tui/match.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Above what any number of words that can be typed may score. */
enum { SCORE_WHOLE = 8000, SCORE_KEY = 9000, SCORE_COUNT };

struct folded {
    const char *name;
    const char *whole; /* the name with all that it is found by */
    uint64_t letters;  /* of the whole: a bit for each byte, modulo 64 */
};

struct pick_list {
    struct pick_item *items;
    struct folded *folded;
    size_t count;
    size_t *found; /* numbers of items, best first */
    size_t found_count;
    size_t *kept; /* the found ones in the order of the list */
    size_t kept_count;
    int *score;    /* of each kept one */
    size_t *place; /* by score: how many are better */
    char asked[FILTER_MAX];
    struct pick_item typed; /* what the text is by itself */
    bool has_typed;
    bool is_typed_second; /* the best one has the very name */
    struct arena *arena;
};

static uint64_t letters_of(const char *text)
{
    uint64_t letters = 0;

    for (; *text; text++)
        if (*text != ' ')
            letters |= (uint64_t)1 << ((unsigned char)*text & 63);
    return letters;
}

static struct folded fold_item(const struct pick_item *item, struct arena *arena)
{
    struct folded folded = {.name = text_fold(arena, item->text)};
    const char *keys = item->keys ? item->keys : "";
    const char *also = item->also ? item->also : "";
    const char *rest =
        text_fold(arena, arena_printf(arena, "%s %s %s",
                                      item->detail ? item->detail : "", also, keys));

    folded.whole = arena_printf(arena, "%s %s", folded.name, rest);
    folded.letters = letters_of(folded.whole);
    return folded;
}

static void find_all(struct pick_list *list)
{
    list->asked[0] = '\0';
    list->found_count = list->kept_count = list->count;
    for (size_t i = 0; i < list->count; i++)
        list->found[i] = list->kept[i] = i;
}

struct pick_list *pick_list_new(const struct app *app, const struct picker_ops *ops,
                                struct arena *arena)
{
    struct pick_list *list = ARENA_NEW(arena, struct pick_list);

    list->arena = arena;
    list->count = ops->list(app, &list->items, arena);
    list->folded = ARENA_ARRAY(arena, struct folded, list->count + 1);
    list->found = ARENA_ARRAY(arena, size_t, list->count + 1);
    list->kept = ARENA_ARRAY(arena, size_t, list->count + 1);
    list->score = ARENA_ARRAY(arena, int, list->count + 1);
    list->place = ARENA_ARRAY(arena, size_t, SCORE_COUNT + 1);
    for (size_t i = 0; i < list->count; i++)
        list->folded[i] = fold_item(&list->items[i], arena);
    find_all(list);
    return list;
}

/* Whether one of the keys is what was typed: a letter as it is, a name in any case. */
static bool has_key(const char *keys, const char *typed)
{
    size_t typed_length = strlen(typed);

    while (keys && *keys) {
        size_t length = strcspn(keys, " ");
        if (length == typed_length &&
            (length == 1 ? *keys == *typed : strncasecmp(keys, typed, length) == 0))
            return true;
        keys += length;
        keys += strspn(keys, " ");
    }
    return false;
}

static int score_of(const struct pick_list *list, size_t number, const char *typed,
                    const char *folded_typed)
{
    const struct folded *folded = &list->folded[number];
    int score;

    if (has_key(list->items[number].keys, typed))
        return SCORE_KEY;
    if (strcmp(folded->name, folded_typed) == 0)
        return SCORE_WHOLE;
    /* Letters strewn over a name are less than a word in what stands beside it. */
    score = 2 * match_score(folded->name, folded_typed, false);
    if (!score)
        score = match_score(folded->whole, folded_typed, false);
    return score ? score : match_score(folded->name, folded_typed, true);
}

/* Keeps those of the kept that fit, with their scores. */
static void narrow(struct pick_list *list, const char *typed, const char *folded)
{
    uint64_t letters = letters_of(folded);
    size_t count = 0;

    for (size_t i = 0; i < list->kept_count; i++) {
        size_t number = list->kept[i];
        int score;
        if ((list->folded[number].letters & letters) != letters)
            continue;
        score = score_of(list, number, typed, folded);
        if (!score)
            continue;
        list->score[count] = score < SCORE_COUNT ? score : SCORE_COUNT - 1;
        list->kept[count++] = number;
    }
    list->kept_count = count;
}

/* Counts how many have each score and so knows everyone's place: quick, and what
 * scores alike keeps its order. */
static void put_in_order(struct pick_list *list)
{
    size_t before = 0;

    memset(list->place, 0, (SCORE_COUNT + 1) * sizeof(*list->place));
    for (size_t i = 0; i < list->kept_count; i++)
        list->place[list->score[i]]++;
    for (size_t score = SCORE_COUNT; score-- > 0;) {
        size_t count = list->place[score];
        list->place[score] = before;
        before += count;
    }
    for (size_t i = 0; i < list->kept_count; i++)
        list->found[list->place[list->score[i]]++] = list->kept[i];
    list->found_count = list->kept_count;
}

static void find_typed(struct pick_list *list, const struct app *app,
                       const struct picker_ops *ops, const char *typed)
{
    const struct pick_item *best;

    list->has_typed = false;
    if (ops->typed)
        list->has_typed = ops->typed(app, typed, &list->typed, list->arena);
    best = list->found_count ? &list->items[list->found[0]] : NULL;
    list->is_typed_second = best && strcasecmp(best->text, typed) == 0;
}

void pick_list_find(struct pick_list *list, const struct app *app,
                    const struct picker_ops *ops, const char *typed)
{
    struct arena scratch = {0};
    const char *folded = text_fold(&scratch, typed);

    if (strncmp(typed, list->asked, strlen(list->asked)) != 0)
        find_all(list);
    if (*typed) {
        narrow(list, typed, folded);
        put_in_order(list);
    } else {
        find_all(list);
    }
    find_typed(list, app, ops, typed);
    snprintf(list->asked, sizeof(list->asked), "%s", typed);
    arena_clear(&scratch);
}

size_t pick_list_count(const struct pick_list *list)
{
    return list->found_count + (list->has_typed ? 1 : 0);
}

const struct pick_item *pick_list_at(const struct pick_list *list, size_t place)
{
    size_t typed = list->is_typed_second ? 1 : 0;

    if (!list->has_typed)
        return &list->items[list->found[place]];
    if (place == typed)
        return &list->typed;
    return &list->items[list->found[place > typed ? place - 1 : place]];
}
