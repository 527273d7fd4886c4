/*
 * Rows of flows that are joined, so many that threads share them: against what was
 * written, and against a file with a flag in a row by itself, whose rows are joined one
 * by one.
 */
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PERIODS = 24,
    PARTNERS = 90,
    PRODUCTS = 90,
    KEYS = PERIODS * PARTNERS * PRODUCTS,
    FLOWS = 2,
    ROWS_MAX = KEYS * FLOWS * 3 / 2,
    ROW_BYTES = 48,
    FIGURE_MAX = 1000
};

#define HEAD "period,partner,product,flow,value (USD),flag\n"

/* One row: which key, which flow, and what it says. */
struct row {
    uint32_t key;
    uint32_t flow;
    uint32_t figure;
};

struct table {
    struct row *row;
    size_t count;
    char *text[2]; /* the same, and with a flag in the last row */
    size_t size[2];
    bool is_sparse; /* each period has products of its own: few of all keys are used */
};

static uint32_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static void add(struct table *table, struct row row)
{
    cr_assert_lt(table->count, (size_t)ROWS_MAX);
    table->row[table->count++] = row;
}

/* In any order. */
static void shuffle(struct table *table, uint64_t *state)
{
    for (size_t i = table->count; i > 1; i--) {
        size_t other = next(state) % i;
        struct row row = table->row[i - 1];
        table->row[i - 1] = table->row[other];
        table->row[other] = row;
    }
}

static size_t write_row(const struct table *table, char *text, const struct row *row)
{
    uint32_t product = row->key % PRODUCTS;
    uint32_t partner = row->key / PRODUCTS % PARTNERS;
    uint32_t period = row->key / PRODUCTS / PARTNERS;

    product += table->is_sparse ? period * PRODUCTS : 0;
    return (size_t)snprintf(text, ROW_BYTES, "20%02u-%02u,P%02u,C%04u,%s,%u,\n",
                            10 + period / 12, period % 12 + 1, partner, product,
                            row->flow ? "Import" : "Export", row->figure);
}

static void write_text(struct table *table, int has_flag)
{
    const char *last =
        has_flag ? "2009-12,P00,C0000,Export,1,p\n" : "2009-12,P00,C0000,Export,1,\n";
    char *text = malloc(sizeof(HEAD) + (table->count + 1) * ROW_BYTES);
    size_t size = strlen(HEAD);

    cr_assert_not_null(text);
    memcpy(text, HEAD, size);
    for (size_t i = 0; i < table->count; i++)
        size += write_row(table, text + size, &table->row[i]);
    memcpy(text + size, last, strlen(last));
    table->text[has_flag] = text;
    table->size[has_flag] = size + strlen(last);
}

static void open_table(struct table *table)
{
    *table = (struct table){.row = calloc(ROWS_MAX, sizeof(*table->row))};
    cr_assert_not_null(table->row);
}

static void write_texts(struct table *table)
{
    for (int i = 0; i < 2; i++)
        write_text(table, i);
}

static void close_table(struct table *table)
{
    free(table->row);
    free(table->text[0]);
    free(table->text[1]);
}

static void load(struct loaded *loaded, const struct table *table, int has_flag,
                 enum repeats repeats)
{
    struct load_answers answers = {.repeats = repeats};
    struct load_limits limits = load_limits_default;

    limits.answers = &answers;
    loaded_bytes(loaded, "t.csv", table->text[has_flag], table->size[has_flag],
                 &limits);
}

static void expect_same_messages(const struct loaded *one, const struct loaded *other)
{
    const struct diag *b = other->diags.first;

    cr_expect_eq(one->diags.count[SEVERITY_ERROR], other->diags.count[SEVERITY_ERROR]);
    for (const struct diag *a = one->diags.first; a; a = a->next, b = b->next) {
        cr_assert(b, "more: %s", a->message);
        cr_assert_str_eq(a->message, b->message);
        cr_assert_eq(a->at.line, b->at.line);
    }
    cr_expect_null(b);
}

static void expect_same_rows(const struct dataset *one, const struct dataset *other)
{
    cr_assert_eq(one->observation_count, other->observation_count);
    cr_assert_eq(one->measure_count, other->measure_count);
    for (size_t i = 0; i < one->observation_count; i++) {
        cr_assert_eq(dataset_place(one, i).line, dataset_place(other, i).line);
        for (size_t m = 0; m < one->measure_count; m++) {
            struct value a = dataset_value(one, m, i);
            struct value b = dataset_value(other, m, i);
            cr_assert_eq(a.absence, b.absence);
            if (!a.absence)
                cr_assert_eq(a.number, b.number);
        }
    }
}

static void expect_same(const struct table *table, enum repeats repeats,
                        enum load_result result)
{
    struct loaded one;
    struct loaded other;

    load(&one, table, 0, repeats);
    load(&other, table, 1, repeats);
    cr_expect_eq(one.result, result, "%s", loaded_message(&one));
    cr_assert_eq(one.result, other.result);
    expect_same_messages(&one, &other);
    if (result == LOAD_OK)
        expect_same_rows(&one.dataset, &other.dataset);
    loaded_close(&one);
    loaded_close(&other);
}

/* Three of four keys have exports, two of three imports: 6 of 12 have both, 5 one. */
static void add_parts(struct table *table, uint64_t *state)
{
    for (uint32_t key = 0; key < KEYS; key++) {
        if (key % 4)
            add(table, (struct row){key, 0, next(state) % FIGURE_MAX});
        if (key % 3)
            add(table, (struct row){key, 1, next(state) % FIGURE_MAX});
    }
}

static void expect_joined(bool is_sparse)
{
    const size_t joined = (size_t)KEYS / 12 * 11 + 1; /* and the last row */
    struct table table;
    struct loaded loaded;
    uint64_t state = 1;
    double sum[FLOWS] = {1, 0};
    double got[FLOWS] = {0};

    open_table(&table);
    table.is_sparse = is_sparse;
    add_parts(&table, &state);
    cr_assert_eq(KEYS % 12, 0);
    for (size_t i = 0; i < table.count; i++)
        sum[table.row[i].flow] += table.row[i].figure;
    shuffle(&table, &state);
    write_texts(&table);
    load(&loaded, &table, 0, REPEATS_OPEN);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, joined);
    for (size_t i = 0; i < loaded.dataset.observation_count; i++)
        for (size_t m = 0; m < FLOWS; m++) {
            struct value value = dataset_value(&loaded.dataset, m, i);
            got[m] += value.absence ? 0 : value.number;
        }
    cr_expect_eq(got[0], sum[0]);
    cr_expect_eq(got[1], sum[1]);
    loaded_close(&loaded);
    expect_same(&table, REPEATS_OPEN, LOAD_OK);
    close_table(&table);
}

Test(join, flows_of_a_key_are_one_observation_wherever_they_stand)
{
    expect_joined(false);
    expect_joined(true);
}

/* Of one in a hundred keys all is said twice. */
Test(join, what_is_said_again_is_what_it_is_one_by_one)
{
    struct table table;
    uint64_t state = 2;

    open_table(&table);
    add_parts(&table, &state);
    for (size_t i = table.count; i-- > 0;)
        if (table.row[i].key % 100 == 7)
            add(&table, table.row[i]);
    shuffle(&table, &state);
    write_texts(&table);
    expect_same(&table, REPEATS_OPEN, LOAD_OK);
    expect_same(&table, REPEATS_ADD, LOAD_OK);
    close_table(&table);
}

/* And of some, something else. */
Test(join, what_is_said_otherwise_is_told_in_the_order_of_the_file)
{
    struct table table;
    uint64_t state = 3;

    open_table(&table);
    add_parts(&table, &state);
    for (size_t i = table.count; i-- > 0;)
        if (table.row[i].key % 1000 == 7)
            add(&table, (struct row){table.row[i].key, table.row[i].flow,
                                     table.row[i].figure + table.row[i].key % 3});
    shuffle(&table, &state);
    write_texts(&table);
    expect_same(&table, REPEATS_OPEN, LOAD_BAD_DATA);
    expect_same(&table, REPEATS_ADD, LOAD_OK);
    close_table(&table);
}
