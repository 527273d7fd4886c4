#include "tui/pick_list.h"

#include "core/base/text.h"
#include "tui/match.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Above what any number of words that can be typed may score. */
enum { SCORE_WHOLE = 8000, SCORE_KEY = 9000, SCORE_COUNT };

struct folded {
    const char *name;  /* NULL: not yet */
    const char *whole; /* the name with all that it is found by */
    uint64_t letters;  /* of the whole: a bit for each byte, modulo 64 */
};

/* Where the numbers of a run begin. */
struct run {
    size_t first;
    const struct pick_item *item;
};

struct pick_list {
    const struct app *app;
    const struct picker_ops *ops;
    struct pick_item *items; /* some stand for a run of them */
    struct run *runs;
    size_t run_count;
    size_t plain;          /* so many items before the first run */
    size_t count;          /* with all of each run */
    struct folded *folded; /* NULL: none yet */
    size_t folded_count;   /* of the first ones */
    uint32_t *found;       /* numbers, best first; NULL: all, in their order */
    size_t found_count;
    uint32_t *kept; /* the found ones in the order of the list */
    size_t kept_count;
    int *score;    /* of each kept one */
    size_t *place; /* by score: how many are better */
    char asked[FILTER_MAX];
    bool has_all;           /* nothing is asked */
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

/* The item of this number. */
static struct pick_item item_at(const struct pick_list *list, size_t number)
{
    size_t run = list->run_count;

    if (number < list->plain)
        return list->items[number];
    while (run && list->runs[run - 1].first > number)
        run--;
    number -= list->runs[run - 1].first;
    if (list->runs[run - 1].item->run)
        return list->ops->nth(list->app, list->runs[run - 1].item, number);
    return list->runs[run - 1].item[number];
}

static const char *fold_rest(const struct pick_item *item, struct arena *scratch)
{
    return text_fold(scratch,
                     arena_printf(scratch, "%s %s %s", item->detail ? item->detail : "",
                                  item->also ? item->also : "",
                                  item->keys ? item->keys : ""));
}

static struct folded fold_item(const struct pick_item *item, struct arena *arena,
                               struct arena *scratch)
{
    const char *name = text_fold(scratch, item->text);
    const char *rest = fold_rest(item, scratch);
    size_t length = strlen(name);
    size_t more = strlen(rest);
    char *text = arena_alloc(arena, 2 * length + more + 3);
    char *whole = text + length + 1;

    memcpy(text, name, length);
    memcpy(whole, name, length);
    whole[length] = ' ';
    memcpy(whole + length + 1, rest, more);
    return (struct folded){text, whole, letters_of(whole)};
}

bool pick_list_prepare(struct pick_list *list, size_t count)
{
    struct arena scratch = {0};

    if (!list->folded)
        list->folded = ARENA_ARRAY(list->arena, struct folded, list->count + 1);
    for (size_t i = 0; i < count && list->folded_count < list->count; i++) {
        struct pick_item item = item_at(list, list->folded_count);
        list->folded[list->folded_count++] = fold_item(&item, list->arena, &scratch);
    }
    arena_clear(&scratch);
    return list->folded_count < list->count;
}

bool pick_list_is_prepared(const struct pick_list *list)
{
    return list->folded_count == list->count;
}

static void find_all(struct pick_list *list)
{
    list->asked[0] = '\0';
    list->found_count = list->kept_count = list->count;
    list->has_all = true;
}

/* All numbers, to be narrowed. */
static void list_all(struct pick_list *list)
{
    if (!list->kept) {
        list->found = ARENA_ARRAY(list->arena, uint32_t, list->count + 1);
        list->kept = ARENA_ARRAY(list->arena, uint32_t, list->count + 1);
        list->score = ARENA_ARRAY(list->arena, int, list->count + 1);
        list->place = ARENA_ARRAY(list->arena, size_t, SCORE_COUNT + 1);
    }
    for (size_t i = 0; list->has_all && i < list->count; i++)
        list->kept[i] = (uint32_t)i;
    list->has_all = false;
}

/* Items from a run on have numbers of their own: each run, and what stands between two.
 */
static void find_runs(struct pick_list *list, size_t count)
{
    bool is_within = false;

    list->runs = ARENA_ARRAY(list->arena, struct run, count + 1);
    list->plain = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        const struct pick_item *item = &list->items[i];
        if (item->run && list->plain == SIZE_MAX)
            list->plain = list->count;
        if (list->plain != SIZE_MAX && (item->run || !is_within))
            list->runs[list->run_count++] = (struct run){list->count, item};
        is_within = !item->run;
        list->count += item->run ? item->run : 1;
    }
}

struct pick_list *pick_list_new(const struct app *app, const struct picker_ops *ops,
                                struct arena *arena)
{
    struct pick_list *list = ARENA_NEW(arena, struct pick_list);
    size_t count;

    list->app = app;
    list->ops = ops;
    list->arena = arena;
    count = ops->list(app, &list->items, arena);
    find_runs(list, count);
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
    const char *keys = number < list->plain ? list->items[number].keys : NULL;
    int score;

    if (has_key(keys, typed))
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
        uint32_t number = list->kept[i];
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
    list->is_typed_second = false;
    list->has_typed = false;
    if (ops->typed)
        list->has_typed = ops->typed(app, typed, &list->typed, list->arena);
    if (list->found_count)
        list->is_typed_second =
            strcasecmp(item_at(list, list->has_all ? 0 : list->found[0]).text, typed) ==
            0;
}

void pick_list_find(struct pick_list *list, const struct app *app,
                    const struct picker_ops *ops, const char *typed)
{
    struct arena scratch = {0};
    const char *folded = text_fold(&scratch, typed);

    if (strncmp(typed, list->asked, strlen(list->asked)) != 0)
        find_all(list);
    if (*typed) {
        pick_list_prepare(list, list->count);
        list_all(list);
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

struct pick_item pick_list_at(const struct pick_list *list, size_t place)
{
    size_t typed = list->is_typed_second ? 1 : 0;

    if (list->has_typed && place == typed)
        return list->typed;
    if (list->has_typed && place > typed)
        place--;
    return item_at(list, list->has_all ? place : list->found[place]);
}
