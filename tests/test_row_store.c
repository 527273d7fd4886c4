/*
 * Rows that are kept: whatever was asked before, a frame is the one that is made anew.
 */
#include "core/base/stop.h"
#include "core/query/cube_store.h"
#include "core/query/frame.h"
#include "core/query/row_set.h"
#include "tests/frame_text.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 400, BACK_MAX = 32, MARKS_MAX = 6, COLUMNS_MAX = 8, TEXT_MAX = 4096 };

/* Everything that a step may change, by value: what was asked before can be asked
 * again. */
struct asking {
    struct query query;
    const char *filter;
    struct mark marks[MARKS_MAX];
    struct column_spec columns[COLUMNS_MAX];
    size_t column_count;
};

struct walk {
    struct dataset dataset;
    struct cube_store store;
    struct asking asking;
    struct asking back[BACK_MAX];
    size_t back_count;
    unsigned seed;
};

static unsigned next(struct walk *walk, unsigned below)
{
    walk->seed = walk->seed * 1103515245u + 12345u;
    return (walk->seed >> 16 & 0x7fff) % below;
}

/* Two dimensions with levels and groups, six years, figures that lack, are twice or are
 * zero; totals of some cells alone; a series that breaks. */
static void make(struct dataset *dataset)
{
    static const char head[] =
        "entrepot: 1\ntitle: Generated\nreporter: C3\n"
        "unit: {currency: USD, scale: 3}\n"
        "rates: {EUR: {2019: 1.12, 2020: 1.14, 2022: 1.05, 2023: 1.08}}\n"
        "events:\n  - {period: 2021, title: New rules, break: true}\n"
        "dimensions:\n"
        "  partner:\n    levels: [region, country]\n"
        "    groups: [{code: G1, name: First club}, {code: G2, name: Asia club}]\n"
        "    members:\n      - {code: R0, level: region, name: Asia}\n"
        "      - {code: R1, level: region, name: Élan}\n"
        "      - {code: R2, level: region, name: {en: Far isles, zh: 远岛}}\n";
    static const char *const words[] = {"steel", "asia fish", "Copper", "ex port"};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct walk random = {.seed = 7};

    fputs(head, out);
    for (unsigned i = 0; i < 24; i++)
        fprintf(out, "      - {code: C%u, parent: R%u, name: %s %u%s}\n", i, i % 3,
                words[i % 4], i % 7,
                i % 5   ? ""
                : i % 2 ? ", groups: [G1]"
                        : ", groups: [G1, G2]");
    fprintf(out, "  product:\n    levels: [chapter, item]\n    members:\n"
                 "      - {code: A, level: chapter}\n"
                 "      - {code: B, level: chapter}\n"
                 "      - {code: A1, parent: A}\n      - {code: A2, parent: A}\n"
                 "      - {code: B1, parent: B}\n"
                 "columns: [period, partner, product, exports, imports]\n"
                 "observations:\n");
    for (unsigned year = 2018; year < 2024; year++)
        for (unsigned i = 0; i < 24; i++)
            for (unsigned p = 0; p < 3; p++) {
                static const char *const products[] = {"A1", "A2", "B1"};
                static const char *const odd[] = {"~", "'-'", "c", "0"};
                if (next(&random, 5) == 0)
                    continue;
                fprintf(out, "  - [%u, C%u, %s, ", year, i, products[p]);
                if (next(&random, 6) == 0)
                    fprintf(out, "%s, ", odd[next(&random, 4)]);
                else
                    fprintf(out, "%u.5, ", next(&random, 40) * 25);
                fprintf(out, "%u]\n", next(&random, 3) ? next(&random, 9000) : 77);
            }
    for (unsigned year = 2018; year < 2024; year += 2)
        fprintf(out, "  - [%u, R0, A, %u, 5000]\n", year, 40000 + year);
    fclose(out);
    sample_load(dataset, text);
    free(text);
}

static const char *const files[] = {"china-partners-2024.yaml",
                                    "china-monthly-2023-2024.yaml",
                                    "../tests/questions/products.yaml", ""};

static void open_file(struct dataset *dataset, int number)
{
    if (*files[number])
        sample_bundled(dataset, files[number]);
    else
        make(dataset);
}

/* What a step may do. */

static struct column_spec any_column(struct walk *walk)
{
    struct column_spec specs[AVAILABLE_MAX];
    size_t count = frame_available_specs(&walk->dataset, specs, AVAILABLE_MAX);

    return count ? specs[next(walk, (unsigned)count)]
                 : (struct column_spec){INDICATOR_FIGURE, 0};
}

static void filter(struct walk *walk)
{
    static const char *const texts[] = {
        "",           "a",          "as",          "asi",           "asia",
        "-asia",      "r",          "expo",        "exports > 100", "exports>100 a",
        "e|c",        "balance<0",  "b > 0 asia",  "growth > 1",    "region:asia",
        "group:club", "in:asia -c", "code:c",      "name:steel",    "exports = 77",
        "x<m",        "zzz",        "nonsense >3", "within:",       "\"asia fish\""};

    walk->asking.filter = texts[next(walk, sizeof(texts) / sizeof(texts[0]))];
}

static void sort(struct walk *walk)
{
    struct query *query = &walk->asking.query;
    struct sort_key key = {(enum sort_kind)next(walk, 4), any_column(walk),
                           next(walk, 2)};

    if (next(walk, 3) == 0 && query->then_count < SORT_THEN_MAX) {
        query->then[query->then_count++] = key;
        return;
    }
    query->sort = key;
    query->then_count = 0;
}

static void period(struct walk *walk)
{
    const struct dataset *dataset = &walk->dataset;

    walk->asking.query.period = dataset->periods[next(walk, dataset->period_count)];
    walk->asking.query.last_period = dataset->periods[dataset->period_count - 1];
}

static uint32_t any_member(struct walk *walk, size_t dimension)
{
    return next(walk, walk->dataset.dimension[dimension].member_count);
}

static void mark(struct walk *walk)
{
    struct query *query = &walk->asking.query;

    if (query->mark_count == MARKS_MAX)
        query->mark_count = 0;
    walk->asking.marks[query->mark_count++] = (struct mark){
        query->rows,
        query->rows == ROWS_PERIOD ? MEMBER_NONE : any_member(walk, query->rows),
        walk->dataset.periods[next(walk, walk->dataset.period_count)]};
}

static void rows(struct walk *walk)
{
    struct query *query = &walk->asking.query;
    unsigned dimension = next(walk, (unsigned)walk->dataset.dimension_count + 1);

    if (dimension == walk->dataset.dimension_count) {
        query->rows = ROWS_PERIOD;
        query->period = walk->dataset.periods[0];
    } else {
        static const size_t levels[] = {0, 1, 2, LEVEL_FINEST, LEVEL_GROUPS};
        query->rows = dimension;
        query->level = levels[next(walk, 5)];
    }
    query->last_period = walk->dataset.periods[walk->dataset.period_count - 1];
}

static void narrow(struct walk *walk)
{
    size_t dimension;

    if (!walk->dataset.dimension_count)
        return;
    dimension = next(walk, (unsigned)walk->dataset.dimension_count);
    walk->asking.query.within[dimension] =
        next(walk, 2) ? MEMBER_NONE : any_member(walk, dimension);
}

static void columns(struct walk *walk)
{
    walk->asking.column_count = next(walk, COLUMNS_MAX);
    for (size_t i = 0; i < walk->asking.column_count; i++)
        walk->asking.columns[i] = any_column(walk);
}

static void others(struct walk *walk)
{
    struct query *query = &walk->asking.query;

    query->limit = next(walk, 2) ? 0 : next(walk, 9);
    query->currency = next(walk, 4) ? NULL : next(walk, 2) ? "EUR" : "";
    query->language = next(walk, 3) ? "en" : "zh";
    query->is_over_time = query->rows != ROWS_PERIOD && next(walk, 4) == 0;
    query->has_scale = next(walk, 3) == 0;
    query->scale = 6;
}

static void go_back(struct walk *walk)
{
    if (walk->back_count)
        walk->asking = walk->back[next(walk, (unsigned)walk->back_count)];
}

static void step(struct walk *walk)
{
    static void (*const steps[])(struct walk *) = {
        filter, filter, filter, sort,    sort,   period,  period, mark,
        mark,   rows,   narrow, columns, others, go_back, go_back};

    walk->back[walk->back_count++ % BACK_MAX] = walk->asking;
    if (walk->back_count > BACK_MAX)
        walk->back_count = BACK_MAX;
    steps[next(walk, sizeof(steps) / sizeof(steps[0]))](walk);
}

static struct query asked(struct walk *walk)
{
    struct query query = walk->asking.query;

    query.filter = walk->asking.filter;
    query.marks = walk->asking.marks;
    query.columns = walk->asking.column_count ? walk->asking.columns : NULL;
    query.column_count = walk->asking.column_count;
    return query;
}

/* Each row is found where it is, and no other. */
static void expect_found(const struct frame *frame)
{
    size_t count = 0;

    for (size_t i = 0; i < frame->row_count; i++)
        if (frame->rows[i].kind != ROW_UNALLOCATED)
            cr_assert_eq(
                frame_find(frame, frame->rows[i].member, frame->rows[i].period), i);
    if (frame->query.rows == ROWS_PERIOD)
        return;
    for (uint32_t i = 0; i < frame->dataset->dimension[frame->query.rows].member_count;
         i++)
        count += frame_find(frame, i, 0) != SIZE_MAX;
    cr_assert_eq(count, frame_counted(frame));
}

static void expect_same(const struct frame *kept, const struct frame *fresh,
                        size_t number)
{
    char *left = frame_text(kept);
    char *right = frame_text(fresh);

    cr_assert(strcmp(left, right) == 0, "step %zu, filter '%s':\n%s\nbut anew:\n%s",
              number, fresh->filter.text, left, right);
    expect_found(kept);
    free(left);
    free(right);
}

/* One that is stopped, at its beginning, and what it has made so far is thrown away. */
static void ask_in_vain(struct walk *walk)
{
    struct arena arena = {0};
    struct query query = asked(walk);
    struct stop stop = {true};

    query.cubes = &walk->store;
    query.stop = &stop;
    cube_store_begin(&walk->store);
    frame_new(&walk->dataset, &query, &arena);
    cube_store_end(&walk->store, false);
    arena_clear(&arena);
}

static void ask(struct walk *walk, size_t number)
{
    struct arena arena = {0};
    struct query query = asked(walk);
    const struct frame *fresh = frame_new(&walk->dataset, &query, &arena);
    const struct frame *kept;

    if (next(walk, 5) == 0)
        ask_in_vain(walk);
    query.cubes = &walk->store;
    cube_store_begin(&walk->store);
    kept = frame_new(&walk->dataset, &query, &arena);
    cube_store_end(&walk->store, true);
    expect_same(kept, fresh, number);
    arena_clear(&arena);
}

static int numbers[sizeof(files) / sizeof(files[0])];

ParameterizedTestParameters(row_store, gives_what_would_be_made_anew)
{
    for (int i = 0; i < (int)(sizeof(files) / sizeof(files[0])); i++)
        numbers[i] = i;
    return cr_make_param_array(int, numbers, sizeof(files) / sizeof(files[0]));
}

ParameterizedTest(int *number, row_store, gives_what_would_be_made_anew)
{
    struct walk *walk = calloc(1, sizeof(*walk));

    cr_assert_not_null(walk);
    open_file(&walk->dataset, *number);
    walk->seed = 20261130u + (unsigned)*number;
    walk->asking.query = query_new(&walk->dataset);
    walk->asking.filter = "";
    for (size_t i = 0; i < STEPS; i++) {
        step(walk);
        ask(walk, i);
    }
    cube_store_clear(&walk->store);
    dataset_close(&walk->dataset);
    free(walk);
}

/* The store is copied with the app that has it: nothing in it points into it. */
Test(row_store, may_be_moved)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct cube_store store = {0};
    struct cube_store moved;
    struct query query;
    const struct frame *before;
    const struct frame *after;

    make(&dataset);
    query = query_new(&dataset);
    query.cubes = &store;
    before = frame_new(&dataset, &query, &arena);
    moved = store;
    memset(&store, 0xff, sizeof(store));
    query.cubes = &moved;
    query.sort = (struct sort_key){.kind = SORT_NAME};
    query.filter = "balance > 0";
    after = frame_new(&dataset, &query, &arena);
    cr_expect_gt(before->row_count, after->row_count);
    cr_expect_gt(after->row_count, 0);
    cube_store_clear(&moved);
    arena_clear(&arena);
    dataset_close(&dataset);
}
