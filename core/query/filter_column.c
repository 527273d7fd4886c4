/*
 * Comparisons of a filter: which column is meant.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_spec.h"

#include <string.h>

/* The columns that a word may mean. */
struct candidates {
    struct column_spec spec[AVAILABLE_MAX];
    const char *id[AVAILABLE_MAX];
    size_t count;
};

static void add_ids(const struct filter_reading *reading, struct candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++)
        candidates->id[i] =
            column_spec_id(reading->dataset, candidates->spec[i], reading->arena);
}

/* A letter stands for what people ask for most. */
static bool read_letter(const struct filter_reading *reading, const char *word,
                        struct column_spec *spec)
{
    static const char letters[] = "xmbt";
    const char *letter = strchr(letters, *word);
    struct frame flows = {.dataset = reading->dataset};

    if (!letter || word[1])
        return false;
    frame_find_flows(&flows);
    *spec =
        (const struct column_spec[]){{INDICATOR_FIGURE, flows.exports},
                                     {INDICATOR_FIGURE, flows.imports},
                                     {INDICATOR_BALANCE, MEASURE_NONE},
                                     {INDICATOR_TOTAL, MEASURE_NONE}}[letter - letters];
    return column_spec_is_available(reading->dataset, *spec);
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool ends(const char *text, const char *with)
{
    size_t length = strlen(text);
    size_t tail = strlen(with);

    return length > tail && text[length - tail - 1] == '-' &&
           strcmp(text + length - tail, with) == 0;
}

/* The candidate that fits; of several the one that all others go on from, as "exports"
 * of "exports" and "exports-growth". SIZE_MAX: none; `rival` is another that fits as
 * well, SIZE_MAX when it is clear. */
static size_t pick(const struct candidates *candidates, const char *word,
                   bool (*fits)(const char *, const char *), size_t *rival)
{
    size_t found = SIZE_MAX;

    *rival = SIZE_MAX;
    for (size_t i = 0; i < candidates->count; i++)
        if (fits(candidates->id[i], word) &&
            (found == SIZE_MAX ||
             strlen(candidates->id[i]) < strlen(candidates->id[found])))
            found = i;
    for (size_t i = 0; i < candidates->count && found != SIZE_MAX; i++)
        if (fits(candidates->id[i], word) &&
            !begins(candidates->id[i], candidates->id[found]))
            *rival = i;
    return found;
}

static bool fail_unknown(const struct filter_reading *reading,
                         const struct candidates *all, const char *word,
                         struct filter_test *test)
{
    const char *closest = text_closest(word, all->id, all->count);
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = frame_column_specs(reading->dataset, specs, AVAILABLE_MAX);
    const char *list = "";

    if (closest) {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("unknown column '%s'; did you mean '%s'?"), word, closest);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        list = arena_printf(reading->arena, "%s%s%s", list, i ? ", " : "",
                            column_spec_id(reading->dataset, specs[i], reading->arena));
    filter_test_fail(reading, test, FILTER_MISTAKEN,
                     _("unknown column '%s'; there are %s, ..."), word, list);
    return false;
}

static bool take(const struct filter_reading *reading,
                 const struct candidates *candidates, size_t found, size_t rival,
                 struct filter_test *test)
{
    if (rival != SIZE_MAX) {
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("that may be '%s' or '%s': write more of it"),
                         candidates->id[found], candidates->id[rival]);
        return false;
    }
    test->column = candidates->spec[found];
    return true;
}

/* "g" is growth, as it is where rows are sorted: never what only begins with it. */
static const char *whole_word(const char *folded)
{
    return strcmp(folded, "g") == 0 ? "growth" : folded;
}

/* What every table shows goes before what can be asked for. */
bool filter_read_column(const struct filter_reading *reading, const char *word,
                        struct filter_test *test)
{
    static bool (*const ways[])(const char *, const char *) = {begins, ends};
    struct candidates usual;
    struct candidates all;
    const struct candidates *const sets[] = {&usual, &all};
    const char *folded = whole_word(text_fold(reading->arena, word));

    usual.count = frame_column_specs(reading->dataset, usual.spec, AVAILABLE_MAX);
    all.count = frame_available_specs(reading->dataset, all.spec, AVAILABLE_MAX);
    add_ids(reading, &usual);
    add_ids(reading, &all);
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.id[i], folded) == 0)
            return take(reading, &all, i, SIZE_MAX, test);
    if (read_letter(reading, folded, &test->column))
        return true;
    for (size_t w = 0; w < 2; w++)
        for (size_t s = 0; s < 2; s++) {
            size_t rival;
            size_t found = pick(sets[s], folded, ways[w], &rival);
            if (found != SIZE_MAX)
                return take(reading, sets[s], found, rival, test);
        }
    return fail_unknown(reading, &all, word, test);
}

bool filter_names_column(const struct filter_reading *reading, const char *word)
{
    const char *folded = whole_word(text_fold(reading->arena, word));
    struct candidates all;
    struct column_spec ignored;

    all.count = frame_available_specs(reading->dataset, all.spec, AVAILABLE_MAX);
    add_ids(reading, &all);
    for (size_t i = 0; i < all.count && *folded; i++)
        if (begins(all.id[i], folded) || ends(all.id[i], folded))
            return true;
    return *folded && (read_letter(reading, folded, &ignored) ||
                       text_closest(folded, all.id, all.count));
}

bool filter_may_begin(const struct dataset *dataset, size_t rows, const char *word,
                      struct arena *arena)
{
    const char *words[FILTER_FIELD_MAX];
    struct candidates all;
    struct filter_reading reading = {.dataset = dataset, .arena = arena};
    size_t count =
        filter_fields(rows == ROWS_PERIOD ? NULL : &dataset->dimension[rows], words);

    all.count = frame_available_specs(dataset, all.spec, AVAILABLE_MAX);
    add_ids(&reading, &all);
    for (size_t i = 0; i < all.count; i++)
        if (begins(all.id[i], word) || ends(all.id[i], word))
            return true;
    for (size_t i = 0; i < count; i++)
        if (begins(words[i], word))
            return true;
    return false;
}
