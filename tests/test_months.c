/*
 * Figures of the year to date and the months behind them. Expected figures are
 * differences by hand.
 */
#include "core/query/coarsen.h"
#include "tests/sample.h"

#include <criterion/criterion.h>

static const char ytd[] =
    "entrepot: 1\ntitle: T\nkind: ytd\n"
    "unit: {currency: CNY, scale: 8}\n"
    "measures: {g: {unit: percent, growth: exports}}\n"
    "columns: [period, partner, exports, imports, g]\nobservations:\n"
    "  - [2023-12, A, 1200, 900, ~]\n"
    "  - [2024-01, A, 100.5, 80, ~]\n"
    "  - [2024-02, A, 190, 150, 4.5]\n"
    "  - [2024-04, A, 400, 300, 5.5]\n"
    "  - [2024-05, A, 510, c, ~]\n"
    "  - [2024-06, A, 600, 480, ~]\n"
    "  - [2024-02, B, 7, 8, ~]\n";

/* As customs publish it: no January in 2024, a whole year before. */
static const char customs[] =
    "entrepot: 1\ntitle: T\nkind: ytd\n"
    "unit: {currency: CNY, scale: 0}\n"
    "columns: [period, exports, imports]\nobservations:\n"
    "  - [2023-01, 10, 5]\n  - [2023-02, 25, 15]\n  - [2023-03, 45, 30]\n"
    "  - [2023-06, 90, 60]\n  - [2023-09, 140, 90]\n  - [2023-12, 200, 120]\n"
    "  - [2024-02, 30, 18]\n  - [2024-03, 54, 30]\n  - [2024-06, 99, 66]\n"
    "  - [2024-09, 147, 99]\n";

struct asked {
    struct dataset file;
    struct dataset spans;
    struct arena arena;
    struct frame *frame;
};

static void open_file(struct asked *asked, const char *yaml)
{
    *asked = (struct asked){0};
    sample_load(&asked->file, yaml);
    cr_assert(asked->file.is_ytd);
}

static void ask(struct asked *asked)
{
    struct query query = query_new(&asked->spans);
    size_t exports = dataset_measure(&asked->spans, "exports");
    struct column_spec columns[] = {{INDICATOR_FIGURE, exports},
                                    {INDICATOR_GROWTH, exports},
                                    {INDICATOR_YEAR_TO_DATE, exports}};

    query.within[0] = asked->file.dimension_count ? 0 : MEMBER_NONE;
    query.rows = ROWS_PERIOD;
    query.period = asked->spans.periods[0];
    query.last_period = asked->spans.periods[asked->spans.period_count - 1];
    query.sort = (struct sort_key){.kind = SORT_FILE};
    query.columns = columns;
    query.column_count = 3;
    asked->frame = frame_new(&asked->spans, &query, &asked->arena);
}

static struct value value_of(const struct asked *asked, const char *code,
                             const char *column)
{
    return sample_value(asked->frame, sample_row(asked->frame, code), column);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    spans_close(&asked->spans);
    dataset_close(&asked->file);
}

Test(months, are_differences_of_the_year_to_date)
{
    struct asked asked;

    open_file(&asked, ytd);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-01", "exports").number, 100.5e8);
    cr_expect_eq(value_of(&asked, "2024-01", "exports").origin, ORIGIN_PUBLISHED);
    cr_expect_eq(value_of(&asked, "2024-02", "exports").number, 89.5e8);
    cr_expect_eq(value_of(&asked, "2024-02", "exports").origin, ORIGIN_DERIVED);
    cr_expect_eq(value_of(&asked, "2024-05", "exports").number, 110e8);
    cr_expect_eq(value_of(&asked, "2024-05", "imports").absence, ABSENCE_CONFIDENTIAL);
    cr_expect_eq(value_of(&asked, "2024-06", "imports").absence, ABSENCE_NOT_AVAILABLE);
    done(&asked);
}

Test(months, that_cannot_be_told_apart_are_one_joint_period)
{
    struct asked asked;

    open_file(&asked, ytd);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    /* March lacks: April's figure holds both. December 2023 is all of the year. */
    cr_expect_eq(value_of(&asked, "2024-03..04", "exports").number, 210e8);
    cr_expect_eq(value_of(&asked, "2023-01..12", "exports").number, 1200e8);
    cr_expect_eq(value_of(&asked, "2023-01..12", "exports").origin, ORIGIN_PUBLISHED);
    done(&asked);

    open_file(&asked, customs);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-01..02", "exports").number, 30);
    cr_expect_eq(value_of(&asked, "2024-01..02", "exports").origin, ORIGIN_PUBLISHED);
    /* January and February of the year before are 25 together. */
    cr_expect_float_eq(value_of(&asked, "2024-01..02", "exports-growth").number, 20,
                       1e-9);
    cr_expect_float_eq(value_of(&asked, "2024-03", "exports-growth").number, 20, 1e-9);
    done(&asked);
}

Test(months, a_member_without_the_period_before_has_no_month)
{
    struct asked asked;
    struct query query;
    struct frame *frame;

    open_file(&asked, ytd);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    query = query_new(&asked.spans);
    query.period = (struct period){FREQUENCY_MONTH, 2024 * 12 + 1, 0};
    frame = frame_new(&asked.spans, &query, &asked.arena);
    cr_expect_eq(sample_value(frame, sample_row(frame, "B"), "exports").absence,
                 ABSENCE_NOT_AVAILABLE);
    done(&asked);
    /* But the two months together are what the file states. */
    open_file(&asked, ytd);
    cr_assert(coarsen_to_range(&asked.file,
                               (struct period){FREQUENCY_MONTH, 2024 * 12, 1},
                               &asked.spans, NULL));
    query = query_new(&asked.spans);
    frame = frame_new(&asked.spans, &query, &asked.arena);
    cr_expect_eq(sample_value(frame, sample_row(frame, "B"), "exports").number, 7e8);
    cr_expect_eq(sample_value(frame, sample_row(frame, "A"), "exports").number, 190e8);
    done(&asked);
}

Test(months, a_published_growth_is_of_the_year_to_date_and_of_no_month)
{
    struct asked asked;

    open_file(&asked, ytd);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-02", "exports-growth").absence, ABSENCE_NO_ROW);
    done(&asked);
    open_file(&asked, ytd);
    cr_assert(coarsen_to_range(&asked.file,
                               (struct period){FREQUENCY_MONTH, 2024 * 12, 1},
                               &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-01..02", "exports-growth").number, 4.5);
    done(&asked);
}

Test(months, the_year_is_what_december_states_and_not_a_sum)
{
    struct asked asked;
    struct value year;

    open_file(&asked, customs);
    cr_assert(coarsen(&asked.file, FREQUENCY_YEAR, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2023", "exports").number, 200);
    cr_expect_eq(value_of(&asked, "2023", "exports").origin, ORIGIN_PUBLISHED);
    cr_expect_eq(value_of(&asked, "2023", "exports").covered, 0);
    year = value_of(&asked, "2024", "exports");
    cr_expect_eq(year.number, 147);
    cr_expect_eq(year.covered, 9);
    /* Nine months on nine months: 147 on 140. */
    cr_expect_float_eq(value_of(&asked, "2024", "exports-growth").number, 5, 1e-9);
    cr_expect_eq(value_of(&asked, "2024", "exports-growth").covered, 9);
    done(&asked);
}

Test(months, quarters_are_differences_of_what_is_stated_at_their_ends)
{
    struct asked asked;

    open_file(&asked, customs);
    cr_assert(coarsen(&asked.file, FREQUENCY_QUARTER, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2023-Q1", "exports").number, 45);
    cr_expect_eq(value_of(&asked, "2023-Q1", "exports").origin, ORIGIN_PUBLISHED);
    cr_expect_eq(value_of(&asked, "2023-Q2", "exports").number, 45);
    cr_expect_eq(value_of(&asked, "2023-Q2", "exports").origin, ORIGIN_DERIVED);
    cr_expect_eq(value_of(&asked, "2024-Q3", "imports").number, 33);
    cr_expect_eq(value_of(&asked, "2024-Q3", "imports").covered, 0);
    done(&asked);
}

Test(months, the_year_to_date_is_what_the_file_states)
{
    struct asked asked;

    open_file(&asked, customs);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-03", "exports-ytd").number, 54);
    cr_expect_eq(value_of(&asked, "2024-03", "exports-ytd").origin, ORIGIN_PUBLISHED);
    done(&asked);
    /* April's is known, though A's months up to it are not all. */
    open_file(&asked, ytd);
    cr_assert(coarsen_to_single(&asked.file, &asked.spans, NULL));
    ask(&asked);
    cr_expect_eq(value_of(&asked, "2024-06", "exports-ytd").number, 600e8);
    done(&asked);
}

Test(months, a_range_over_the_turn_of_the_year_adds_its_two_parts)
{
    struct asked asked;

    open_file(&asked, customs);
    cr_assert(coarsen_to_range(&asked.file,
                               (struct period){FREQUENCY_MONTH, 2023 * 12 + 9, 4},
                               &asked.spans, NULL));
    ask(&asked);
    /* October to December 2023 is 200 - 140, January and February 2024 are 30. */
    cr_expect_eq(value_of(&asked, "2023-10..2024-02", "exports").number, 90);
    cr_expect_eq(value_of(&asked, "2023-10..2024-02", "exports").origin, ORIGIN_SUMMED);
    cr_expect_eq(value_of(&asked, "2023-10..2024-02", "exports").covered, 0);
    done(&asked);
}
