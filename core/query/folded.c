#include "core/query/folded.h"

#include "core/base/order.h"
#include "core/base/text.h"

#include <string.h>

enum { LANGUAGE_MAX = 32 };

struct folded {
    struct dimension dimension; /* a view of it */
    struct arena *arena;
    const char **codes; /* by member; NULL: not yet */
    const char *const **names;
    char *all;     /* all names, each with a line's end behind it; NULL: not yet */
    size_t *start; /* by member: where its names begin in that, and one more */
    char language[LANGUAGE_MAX]; /* of the next; "": not yet */
    uint32_t *name_places;
    uint32_t *code_places;
};

struct folded *folded_new(const struct dimension *dimension, struct arena *arena)
{
    struct folded *folded = ARENA_NEW(arena, struct folded);

    folded->dimension = *dimension;
    folded->arena = arena;
    folded->codes = ARENA_ARRAY(arena, const char *, dimension->member_count);
    folded->names = ARENA_ARRAY(arena, const char *const *, dimension->member_count);
    return folded;
}

const char *folded_code(struct folded *folded, uint32_t member)
{
    if (!folded->codes[member])
        folded->codes[member] =
            text_fold(folded->arena, folded->dimension.members[member].code);
    return folded->codes[member];
}

static const char *const *fold_names(const struct folded *folded, uint32_t member)
{
    const struct label *label = &folded->dimension.members[member].name;
    const char **names;
    size_t count = 0;

    for (const struct label_text *text = label->first; text; text = text->next)
        count++;
    names = ARENA_ARRAY(folded->arena, const char *, count + 1);
    count = 0;
    for (const struct label_text *text = label->first; text; text = text->next)
        names[count++] = text_fold(folded->arena, text->text);
    return names;
}

const char *const *folded_names(struct folded *folded, uint32_t member)
{
    if (!folded->names[member])
        folded->names[member] = fold_names(folded, member);
    return folded->names[member];
}

static size_t put_names(const char *const *names, char *out)
{
    size_t size = 0;

    for (; *names; names++) {
        size_t length = strlen(*names);
        if (out) {
            memcpy(out + size, *names, length);
            out[size + length] = '\n';
        }
        size += length + 1;
    }
    return size;
}

static void put_all_names(struct folded *folded)
{
    const uint32_t count = folded->dimension.member_count;
    size_t size = 0;

    folded->start = ARENA_ARRAY(folded->arena, size_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        folded->start[i] = size;
        size += put_names(folded_names(folded, i), NULL);
    }
    folded->start[count] = size;
    folded->all = ARENA_ARRAY(folded->arena, char, size + 1);
    for (uint32_t i = 0; i < count; i++)
        put_names(folded_names(folded, i), folded->all + folded->start[i]);
}

/* A word that could go from one name to the next is looked for in each. */
static void mark_one_by_one(struct folded *folded, const char *word, bool *has)
{
    for (uint32_t i = 0; i < folded->dimension.member_count; i++)
        for (const char *const *name = folded_names(folded, i); *name; name++)
            has[i] = has[i] || strstr(*name, word);
}

void folded_mark(struct folded *folded, const char *word, bool *has)
{
    const char *at;
    uint32_t member = 0;

    if (!*word)
        return;
    if (strchr(word, '\n')) {
        mark_one_by_one(folded, word, has);
        return;
    }
    if (!folded->all)
        put_all_names(folded);
    for (at = strstr(folded->all, word); at;
         at = strstr(folded->all + folded->start[member + 1], word)) {
        while (folded->start[member + 1] <= (size_t)(at - folded->all))
            member++;
        has[member] = true;
    }
}

/* The name that the member has in the language, of those that are folded. */
static const char *name_in(struct folded *folded, uint32_t member, const char *language)
{
    const struct label *label = &folded->dimension.members[member].name;
    const char *shown = member_name(&folded->dimension, member, language);
    const char *const *names = folded_names(folded, member);
    size_t at = 0;

    for (const struct label_text *text = label->first; text; text = text->next, at++)
        if (text->text == shown)
            return names[at];
    return shown == folded->dimension.members[member].code
               ? folded_code(folded, member)
               : text_fold(folded->arena, shown);
}

/* The places of texts by member in their order; equal ones have the same. */
static uint32_t *places_of(const struct folded *folded, const char *const *text)
{
    const uint32_t count = folded->dimension.member_count;
    uint32_t *places = ARENA_ARRAY(folded->arena, uint32_t, count);
    struct arena scratch = {0};
    const uint32_t *at = order_texts(text, count, &scratch);

    for (uint32_t i = 0; i < count; i++)
        places[at[i]] =
            i && strcmp(text[at[i]], text[at[i - 1]]) == 0 ? places[at[i - 1]] : i;
    arena_clear(&scratch);
    return places;
}

const uint32_t *folded_name_places(struct folded *folded, const char *language)
{
    struct arena scratch = {0};
    uint32_t count = folded->dimension.member_count;
    const char **text;

    if (folded->name_places && strcmp(folded->language, language) == 0)
        return folded->name_places;
    text = ARENA_ARRAY(&scratch, const char *, count);
    for (uint32_t i = 0; i < count; i++)
        text[i] = name_in(folded, i, language);
    folded->name_places = places_of(folded, text);
    /* What is too long to be kept is found anew each time. */
    folded->language[0] = '\0';
    if (strlen(language) < LANGUAGE_MAX)
        memcpy(folded->language, language, strlen(language) + 1);
    arena_clear(&scratch);
    return folded->name_places;
}

const uint32_t *folded_code_places(struct folded *folded)
{
    struct arena scratch = {0};
    uint32_t count = folded->dimension.member_count;
    const char **text;

    if (folded->code_places)
        return folded->code_places;
    text = ARENA_ARRAY(&scratch, const char *, count);
    for (uint32_t i = 0; i < count; i++)
        text[i] = folded->dimension.members[i].code;
    folded->code_places = places_of(folded, text);
    arena_clear(&scratch);
    return folded->code_places;
}

struct folded *folded_get(struct folded_store *store, const struct dataset *dataset,
                          size_t dimension)
{
    if (!store->of[dimension])
        store->of[dimension] =
            folded_new(&dataset->dimension[dimension], &store->arena);
    return store->of[dimension];
}

void folded_clear(struct folded_store *store)
{
    arena_clear(&store->arena);
    *store = (struct folded_store){0};
}
