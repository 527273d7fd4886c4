#include "core/query/revision.h"

#include "core/base/translate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Differences smaller than this part of the figure are the last bits of a double. */
static const double NOTHING = 1e-12;

struct comparison {
    const struct dataset *older;
    const struct dataset *newer;
    const char *language;
    struct arena *arena;
    struct revisions *found;
    size_t capacity;
};

const char *revision_word(enum revision_kind kind)
{
    static const char *const words[] = {N_("revised"), N_("new"), N_("gone")};

    return _(words[kind]);
}

/* Period and codes as one text: what an observation is about. */
static const char *key_of(const struct dataset *dataset, size_t i, struct arena *arena,
                          const size_t *order)
{
    char shown[PERIOD_SHOWN_MAX];
    const char *key = arena_printf(
        arena, "%s",
        period_show(shown, dataset->periods[codes_get(&dataset->period, i)]));

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[order[d]];
        key = arena_printf(arena, "%s\x1f%s", key,
                           dimension->members[codes_get(&dimension->column, i)].code);
    }
    return key;
}

static const char *name_of(const struct comparison *work, const struct dataset *dataset,
                           size_t i)
{
    const char *name = "";

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        name = arena_printf(
            work->arena, "%s%s%s", name, d ? ", " : "",
            member_name(dimension, codes_get(&dimension->column, i), work->language));
    }
    return name;
}

static struct revision *add(struct comparison *work, enum revision_kind kind,
                            const struct dataset *dataset, size_t i)
{
    struct revisions *found = work->found;
    struct revision *revision;

    if (found->count == work->capacity) {
        size_t capacity = work->capacity ? 2 * work->capacity : 64;
        struct revision *items = ARENA_ARRAY(work->arena, struct revision, capacity);
        if (found->count)
            memcpy(items, found->items, found->count * sizeof(*items));
        found->items = items;
        work->capacity = capacity;
    }
    revision = &found->items[found->count++];
    found->counts[kind]++;
    *revision = (struct revision){
        .kind = kind,
        .period = dataset->periods[codes_get(&dataset->period, i)],
        .name = name_of(work, dataset, i),
        .before = value_missing(ABSENCE_NO_ROW),
        .after = value_missing(ABSENCE_NO_ROW),
        .line = sequence_get(&dataset->line, i),
    };
    return revision;
}

static bool is_same(struct value a, struct value b)
{
    if (!value_is_number(a) || !value_is_number(b))
        return a.absence == b.absence;
    return fabs(a.number - b.number) <= NOTHING * fabs(a.number);
}

/* One observation that both have: each measure that both have. */
static void compare_rows(struct comparison *work, size_t before, size_t after)
{
    for (size_t m = 0; m < work->newer->measure_count; m++) {
        size_t old = dataset_measure(work->older, work->newer->measure[m].id);
        struct value then;
        struct value now = dataset_value(work->newer, m, after);
        struct revision *revision;
        if (old == SIZE_MAX)
            continue;
        then = dataset_value(work->older, old, before);
        if (is_same(then, now)) {
            work->found->unchanged++;
            continue;
        }
        revision = add(work, REVISION_CHANGED, work->newer, after);
        revision->measure = m;
        revision->before = then;
        revision->after = now;
        if (value_is_number(then) && value_is_number(now))
            revision->difference = now.number - then.number;
    }
}

/* A row that one of the two lacks: one entry for each of its measures with a number. */
static void add_alone(struct comparison *work, enum revision_kind kind, size_t i)
{
    const struct dataset *dataset = kind == REVISION_NEW ? work->newer : work->older;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        struct value value = dataset_value(dataset, m, i);
        struct revision *revision;
        if (!value_is_number(value) || dataset->measure[m].growth_of != MEASURE_NONE)
            continue;
        revision = add(work, kind, dataset, i);
        revision->measure = m;
        *(kind == REVISION_NEW ? &revision->after : &revision->before) = value;
    }
}

static double size_of(const struct revision *revision)
{
    if (revision->kind == REVISION_CHANGED)
        return fabs(revision->difference);
    return fabs(revision->before.number) + fabs(revision->after.number);
}

static int compare_revisions(const void *left, const void *right)
{
    const struct revision *a = left;
    const struct revision *b = right;
    double size_a = size_of(a);
    double size_b = size_of(b);

    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (size_a != size_b)
        return size_a > size_b ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->measure < b->measure ? -1 : a->measure > b->measure;
}

/* The older dataset's dimensions in the order of the newer one's. */
static bool match_dimensions(const struct comparison *work, size_t *order,
                             struct diag_list *diags)
{
    struct source_pos at = {.file = work->newer->path};

    if (work->older->dimension_count != work->newer->dimension_count)
        return diag_error(diags, at, _("cannot be compared: it has other dimensions"));
    for (size_t d = 0; d < work->newer->dimension_count; d++) {
        order[d] = dataset_dimension(work->older, work->newer->dimension[d].id);
        if (order[d] == SIZE_MAX)
            return diag_error(
                diags, at,
                _("cannot be compared: the older file has no dimension '%s'"),
                work->newer->dimension[d].id);
    }
    if (work->older->unit.kind == UNIT_CURRENCY &&
        work->newer->unit.kind == UNIT_CURRENCY &&
        strcmp(work->older->unit.code, work->newer->unit.code) != 0)
        return diag_error(diags, at,
                          _("cannot be compared: it is in %s, the older in %s"),
                          work->newer->unit.code, work->older->unit.code);
    return true;
}

static void compare_all(struct comparison *work, const size_t *order)
{
    static const size_t own[DIMENSION_MAX] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    struct arena scratch = {0};
    struct dict keys = {0};
    size_t old_count = work->older->observation_count;
    bool *is_met = ARENA_ARRAY(&scratch, bool, old_count + 1);

    for (size_t i = 0; i < old_count; i++) {
        const char *key = key_of(work->older, i, &scratch, order);
        dict_add(&keys, &scratch, key, strlen(key));
    }
    for (size_t i = 0; i < work->newer->observation_count; i++) {
        const char *key = key_of(work->newer, i, &scratch, own);
        uint32_t old = dict_find(&keys, key, strlen(key));
        if (old == DICT_NONE) {
            add_alone(work, REVISION_NEW, i);
            continue;
        }
        is_met[old] = true;
        compare_rows(work, old, i);
    }
    for (size_t i = 0; i < old_count; i++)
        if (!is_met[i])
            add_alone(work, REVISION_GONE, i);
    dict_close(&keys);
    arena_clear(&scratch);
}

bool revisions_find(const struct dataset *older, const struct dataset *newer,
                    const char *language, struct arena *arena,
                    struct revisions *revisions, struct diag_list *diags)
{
    size_t order[DIMENSION_MAX];
    struct comparison work = {
        .older = older,
        .newer = newer,
        .language = language,
        .arena = arena,
        .found = revisions,
    };

    *revisions = (struct revisions){0};
    if (!match_dimensions(&work, order, diags))
        return false;
    compare_all(&work, order);
    if (revisions->count)
        qsort(revisions->items, revisions->count, sizeof(*revisions->items),
              compare_revisions);
    return true;
}

void revisions_within(const struct dataset *dataset, const char *language,
                      struct arena *arena, struct revisions *revisions)
{
    struct comparison work = {.older = dataset,
                              .newer = dataset,
                              .language = language,
                              .arena = arena,
                              .found = revisions};

    *revisions = (struct revisions){0};
    for (size_t i = 0; i < dataset->superseded_count; i++) {
        const struct superseded *old = &dataset->superseded[i];
        struct revision *revision =
            add(&work, REVISION_CHANGED, dataset, old->observation);
        revision->measure = old->measure;
        revision->before = dataset_superseded(dataset, old);
        revision->after = dataset_value(dataset, old->measure, old->observation);
        if (value_is_number(revision->before) && value_is_number(revision->after))
            revision->difference = revision->after.number - revision->before.number;
    }
    if (revisions->count)
        qsort(revisions->items, revisions->count, sizeof(*revisions->items),
              compare_revisions);
}
