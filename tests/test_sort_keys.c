/*
 * Several keys to sort by, and rows that are marked.
 */
#include "tests/raw.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Ties in exports; c and e lack imports. */
static const char ties[] = "entrepot: 1\n"
                           "title: Ties\n"
                           "unit: {currency: USD, scale: 0}\n"
                           "dimensions:\n"
                           "  partner:\n"
                           "    members: [{code: d}, {code: b}, {code: e}, {code: a}, "
                           "{code: c}, {code: f}]\n"
                           "columns: [period, partner, exports, imports]\n"
                           "observations:\n"
                           "  - [2024, a, 5, 1]\n"
                           "  - [2024, b, 5, 3]\n"
                           "  - [2024, c, 5, ~]\n"
                           "  - [2024, d, 7, 2]\n"
                           "  - [2024, e, 7, ~]\n"
                           "  - [2024, f, 7, 2]\n";

struct bench {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct frame *frame;
};

static const char *order_by(struct bench *bench, const char *keys)
{
    struct diag_list diags = {.arena = &bench->arena};
    const char *order = "";

    cr_assert(query_read_sort(&bench->query, &bench->dataset, keys, &diags), "%s",
              keys);
    bench->frame = frame_new(&bench->dataset, &bench->query, &bench->arena);
    for (size_t i = 0; i < bench->frame->row_count; i++)
        order = arena_printf(&bench->arena, "%s%s", order, bench->frame->rows[i].code);
    return order;
}

static void done(struct bench *bench)
{
    arena_clear(&bench->arena);
    dataset_close(&bench->dataset);
}

Test(sort_keys, later_keys_decide_ties_and_missing_is_last_in_both_directions)
{
    static const char *const cases[][2] = {
        {"exports", "defabc"},
        {"-exports", "abcdef"},
        {"exports,imports", "dfebac"},
        {"exports,-imports", "dfeabc"},
        {"-exports,imports", "bacdfe"},
        {"exports,-name", "fedcba"},
        {"exports,-file", "fedcab"},
        {"imports,exports,-name", "bfdaec"},
        {"exports,imports,-code", "fdebac"},
    };
    struct bench bench = {0};

    sample_load(&bench.dataset, ties);
    bench.query = query_new(&bench.dataset);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_str_eq(order_by(&bench, cases[i][0]), cases[i][1], "%s: %s",
                         cases[i][0], order_by(&bench, cases[i][0]));
    done(&bench);
}

/* Figures that many rows share, some missing, in an order of no sense. */
static void load_many(struct bench *bench, int count)
{
    const char *text = "entrepot: 1\ntitle: Many\nunit: {currency: USD, scale: 0}\n"
                       "columns: [period, partner, exports]\nobservations:\n";
    char *yaml = arena_alloc(&bench->arena, strlen(text) + (size_t)count * 32);
    size_t used = strlen(text);

    memcpy(yaml, text, used);
    for (int i = 0; i < count; i++) {
        int figure = i * 7919 % 97;
        char shown[8] = "~";
        if (figure)
            snprintf(shown, sizeof(shown), "%d", figure);
        used += (size_t)snprintf(yaml + used, 32, "  - [2024, p%04d, %s]\n",
                                 i * 7919 % count, shown);
    }
    sample_load(&bench->dataset, yaml);
    bench->query = query_new(&bench->dataset);
}

/* Those with a figure first, by it, and by their codes where it is one. */
static void expect_ordered(const struct frame *frame)
{
    for (size_t i = 1; i < frame->row_count; i++) {
        const struct frame_row *row = &frame->rows[i];
        struct value before = frame_exports(frame, row - 1);
        struct value value = frame_exports(frame, row);
        bool has_both = value_is_number(before) && value_is_number(value);

        cr_assert(value_is_number(before) || !value_is_number(value), "row %zu", i);
        cr_assert(!has_both || before.number >= value.number, "row %zu", i);
        if (value_is_number(before) == value_is_number(value) &&
            (!has_both || before.number == value.number))
            cr_assert_lt(strcmp(row[-1].code, row->code), 0, "row %zu", i);
    }
}

/* Few rows and many are sorted in two ways. */
Test(sort_keys, many_rows_are_in_the_order_of_few)
{
    static const int counts[] = {2, 3, 100, 1023, 1024, 1025, 3000};

    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        struct bench bench = {0};
        load_many(&bench, counts[i]);
        order_by(&bench, "exports,code");
        cr_expect_eq(bench.frame->row_count, (size_t)counts[i]);
        expect_ordered(bench.frame);
        done(&bench);
    }
}

Test(sort_keys, wrong_lists_are_refused)
{
    static const char *const lists[] = {"exports,exports",
                                        "exports,-exports",
                                        "",
                                        "exports,",
                                        "exports,nothing",
                                        "exports,imports,balance,total,name,code"};
    struct bench bench = {0};
    struct diag_list diags = {.arena = &bench.arena};

    sample_load(&bench.dataset, ties);
    bench.query = query_new(&bench.dataset);
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        cr_expect_not(query_read_sort(&bench.query, &bench.dataset, lists[i], &diags),
                      "%s", lists[i]);
    done(&bench);
}

static struct mark mark_of(const struct bench *bench, const char *code)
{
    return (struct mark){.rows = 0,
                         .member = sample_row(bench->frame, code)->member,
                         .period = bench->query.period};
}

static void open_partners(struct bench *bench)
{
    *bench = (struct bench){0};
    sample_bundled(&bench->dataset, "china-partners-2024.yaml");
    bench->query = query_new(&bench->dataset);
    bench->frame = frame_new(&bench->dataset, &bench->query, &bench->arena);
}

static double marked(const struct bench *bench, const struct frame_row *row,
                     const char *column)
{
    struct value value = sample_value(bench->frame, row, column);

    cr_assert(value_is_number(value), "%s", column);
    return value.number;
}

/* The file's lines give sum, share of the published world and average a second time. */
Test(marks, give_sum_share_and_average_whatever_the_filter_hides)
{
    static const char *const codes[] = {"USA", "VNM", "DEU"};
    static const char *const filters[] = {"", "asia", "zzzz"};
    struct mark marks[3];
    struct raw raw;
    struct bench bench;
    double exports = 0;
    double imports = 0;

    raw_read(&raw);
    open_partners(&bench);
    for (size_t i = 0; i < 3; i++) {
        marks[i] = mark_of(&bench, codes[i]);
        exports += raw_find(&raw, codes[i])->exports * 1e4;
        imports += raw_find(&raw, codes[i])->imports * 1e4;
    }
    bench.query.marks = marks;
    bench.query.mark_count = 3;
    for (size_t f = 0; f < 3; f++) {
        const struct frame_marked *of;
        bench.query.filter = filters[f];
        bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
        of = &bench.frame->marked;
        cr_expect_eq(of->count, 3);
        cr_expect_eq(of->on_display, 3 - (f == 1 ? 2 : f == 2 ? 3 : 0));
        cr_expect_eq(marked(&bench, &of->sum, "exports"), exports);
        cr_expect_eq(marked(&bench, &of->sum, "imports"), imports);
        cr_expect_eq(marked(&bench, &of->sum, "balance"), exports - imports);
        /* 25454537240000 and 18392255340000 yuan are published for the world. */
        cr_expect_float_eq(marked(&bench, &of->sum, "share"),
                           100 * (exports + imports) / 43846792580000, 1e-9);
        cr_expect_float_eq(marked(&bench, &of->average, "exports"), exports / 3, 1e-3);
        cr_expect_float_eq(marked(&bench, &of->average, "balance"),
                           (exports - imports) / 3, 1e-3);
        cr_expect_not(
            value_is_number(sample_value(bench.frame, &of->average, "exports-growth")));
    }
    done(&bench);
}

Test(marks, one_figure_that_is_not_available_leaves_no_sum)
{
    struct mark marks[2];
    struct bench bench;

    open_partners(&bench);
    marks[0] = mark_of(&bench, "TKL"); /* exports not reported */
    marks[1] = mark_of(&bench, "USA");
    bench.query.marks = marks;
    bench.query.mark_count = 2;
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    cr_expect_not(value_is_number(
        sample_value(bench.frame, &bench.frame->marked.sum, "exports")));
    cr_expect_eq(marked(&bench, &bench.frame->marked.sum, "imports"),
                 1164060880000.0 + 70000.0);
    done(&bench);
}

Test(marks, groups_are_not_added_and_other_levels_keep_their_marks)
{
    struct mark marks[3];
    struct bench bench;

    open_partners(&bench);
    marks[0] = mark_of(&bench, "USA");
    bench.query.level = LEVEL_GROUPS;
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    marks[1] = mark_of(&bench, "EU");
    marks[2] = mark_of(&bench, "APEC");
    bench.query.marks = marks;
    bench.query.mark_count = 3;
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    cr_expect_eq(bench.frame->marked.count, 2);
    cr_expect(bench.frame->marked.has_groups);
    cr_expect_null(bench.frame->marked.sum.values);
    bench.query.level = 2;
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    cr_expect_eq(bench.frame->marked.count, 1);
    cr_expect_not(bench.frame->marked.has_groups);
    cr_expect_eq(marked(&bench, &bench.frame->marked.sum, "exports"), 3733722280000.0);
    done(&bench);
}

Test(marks, months_add_up_as_periods)
{
    struct bench bench = {0};
    struct mark marks[2];
    struct value first;
    struct value second;

    sample_bundled(&bench.dataset, "china-monthly-2023-2024.yaml");
    bench.query = query_new(&bench.dataset);
    bench.query.rows = ROWS_PERIOD;
    bench.query.period = bench.dataset.periods[0];
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    first = sample_value(bench.frame, &bench.frame->rows[0], "exports");
    second = sample_value(bench.frame, &bench.frame->rows[3], "exports");
    for (size_t i = 0; i < 2; i++)
        marks[i] = (struct mark){
            .rows = ROWS_PERIOD,
            .period = bench.dataset.periods[bench.frame->rows[i * 3].period]};
    bench.query.marks = marks;
    bench.query.mark_count = 2;
    bench.frame = frame_new(&bench.dataset, &bench.query, &bench.arena);
    cr_expect_eq(bench.frame->marked.count, 2);
    cr_expect_float_eq(marked(&bench, &bench.frame->marked.sum, "exports"),
                       first.number + second.number, 1);
    done(&bench);
}
