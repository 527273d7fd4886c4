/*
 * Ranks by a column's own measure, what a share is of, and the sum of the first rows.
 */
#include "core/query/indicator_spec.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <string.h>

/* A and B tie; R is the reporter, X a residual, G a group. */
static const char yaml[] =
    "title: T\nunit: {currency: USD, scale: 6}\nreporter: R\n"
    "dimensions:\n  partner:\n    levels: [world, area, place]\n"
    "    groups: [{code: G}]\n    members:\n"
    "      - {code: W, name: World}\n"
    "      - {code: N, parent: W, name: Northland}\n"
    "      - {code: S, parent: W, name: Southland}\n"
    "      - {code: A, parent: N}\n      - {code: B, parent: N}\n"
    "      - {code: C, parent: S, groups: [G]}\n      - {code: R, parent: S}\n"
    "      - {code: X, parent: S, residual: true}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "- [2024, A, 50, 1]\n- [2024, B, 50, 3]\n- [2024, C, 20, 9]\n"
    "- [2024, R, 90, 90]\n- [2024, X, 70, 70]\n";

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct column_spec specs[4];
    struct frame *frame;
};

static void start(struct asked *asked)
{
    static const char *const columns[] = {"exports", "exports-rank", "imports-rank",
                                          "share"};
    struct diag_list diags = {.arena = &asked->arena};

    sample_load(&asked->dataset, yaml);
    asked->query = query_new(&asked->dataset);
    asked->query.level = 2;
    for (size_t i = 0; i < 4; i++)
        cr_assert(
            column_spec_read(&asked->dataset, columns[i], &asked->specs[i], &diags));
    asked->query.columns = asked->specs;
    asked->query.column_count = 4;
}

static struct value ask(struct asked *asked, const char *code, const char *column)
{
    asked->frame = frame_new(&asked->dataset, &asked->query, &asked->arena);
    return sample_value(asked->frame, sample_row(asked->frame, code), column);
}

static void done(struct asked *asked)
{
    dataset_close(&asked->dataset);
    arena_clear(&asked->arena);
}

Test(ranks, are_by_their_own_measure_and_equal_figures_share_one)
{
    struct asked asked = {.frame = NULL};

    start(&asked);
    cr_expect_eq(ask(&asked, "A", "exports-rank").number, 1);
    cr_expect_eq(ask(&asked, "B", "exports-rank").number, 1);
    cr_expect_eq(ask(&asked, "C", "exports-rank").number, 3);
    cr_expect_eq(ask(&asked, "A", "imports-rank").number, 3);
    cr_expect_eq(ask(&asked, "C", "imports-rank").number, 1);
    cr_expect_eq(ask(&asked, "R", "exports-rank").absence, ABSENCE_UNDEFINED);
    cr_expect_eq(ask(&asked, "X", "exports-rank").absence, ABSENCE_UNDEFINED);
    done(&asked);
}

Test(ranks, do_not_depend_on_filter_limit_and_sort)
{
    struct asked asked = {.frame = NULL};

    start(&asked);
    asked.query.filter = "c";
    cr_expect_eq(ask(&asked, "C", "exports-rank").number, 3);
    asked.query.filter = NULL;
    asked.query.limit = 1;
    asked.query.sort = (struct sort_key){SORT_COLUMN, asked.specs[0], false};
    cr_expect_eq(ask(&asked, "C", "exports-rank").number, 3);
    cr_expect_eq(asked.frame->rows[0].rank, 1); /* its place in this order */
    done(&asked);
}

Test(ranks, the_first_rows_have_a_sum_of_their_own)
{
    struct asked asked = {.frame = NULL};

    start(&asked);
    asked.query.limit = 2;
    asked.query.sort = (struct sort_key){SORT_COLUMN, asked.specs[0], true};
    ask(&asked, "R", "exports");
    cr_expect_eq(asked.frame->row_count, 2);
    cr_expect(asked.frame->has_shown);
    cr_expect_eq(frame_exports(asked.frame, &asked.frame->shown).number, 160e6);
    cr_expect_eq(frame_exports(asked.frame, &asked.frame->total).number, 280e6);
    done(&asked);
}

Test(ranks, a_share_says_of_what_it_is)
{
    struct asked asked = {.frame = NULL};
    size_t share;

    start(&asked);
    ask(&asked, "A", "share");
    share = frame_column(asked.frame, asked.specs[3]);
    cr_expect_str_eq(asked.frame->columns[share].head, "Share %");
    asked.query.within[0] = 2; /* N */
    /* 51 of 104 */
    cr_expect_float_eq(ask(&asked, "A", "share").number, 5100. / 104, 1e-9);
    cr_expect_str_eq(asked.frame->columns[share].title,
                     "Share of total trade of Northland");
    cr_expect_str_eq(asked.frame->columns[share].head, "of Northland %");
    done(&asked);
}
