/*
 * Coarser periods. Expected figures: GACC's months of 2024 add up to 25,454.6 billion
 * yuan of exports, and those of 2023 and 2024 differ by 7.1 and 2.3 %.
 */
#include "core/query/coarsen.h"
#include "tests/sample.h"

#include <criterion/criterion.h>

struct years {
    struct dataset fine;
    struct dataset coarse;
    struct arena arena;
    struct frame *frame;
};

static void add_up(struct years *years, enum frequency frequency)
{
    struct query query;

    cr_assert(coarsen(&years->fine, frequency, &years->coarse, NULL));
    query = query_new(&years->coarse);
    years->frame = frame_new(&years->coarse, &query, &years->arena);
}

static void done(struct years *years)
{
    arena_clear(&years->arena);
    spans_close(&years->coarse);
    dataset_close(&years->fine);
}

static struct value value_of(const struct years *years, const char *code,
                             const char *column)
{
    return sample_value(years->frame, sample_row(years->frame, code), column);
}

Test(coarsen, months_add_up_to_the_year)
{
    struct years years = {0};

    sample_bundled(&years.fine, "china-monthly-2023-2024.yaml");
    add_up(&years, FREQUENCY_YEAR);
    cr_expect_eq(value_of(&years, "2024", "exports").number, 254546e8);
    cr_expect_eq(value_of(&years, "2024", "exports").covered, 0);
    cr_expect_float_eq(value_of(&years, "2024", "exports-growth").number, 7.1, 0.05);
    cr_expect_float_eq(value_of(&years, "2024", "imports-growth").number, 2.3, 0.05);
    done(&years);
}

Test(coarsen, quarters_are_three_months)
{
    struct years years = {0};

    sample_bundled(&years.fine, "china-monthly-2023-2024.yaml");
    add_up(&years, FREQUENCY_QUARTER);
    cr_expect_eq(years.frame->row_count, 8);
    /* 19863 + 14159 + 20656 */
    cr_expect_eq(value_of(&years, "2023-Q1", "exports").number, 54678e8);
    done(&years);
}

Test(coarsen, an_incomplete_year_is_marked_and_compares_with_nothing)
{
    struct years years = {0};

    sample_bundled(&years.fine, "china-monthly-1983-2013.yaml");
    add_up(&years, FREQUENCY_YEAR);
    cr_expect_eq(value_of(&years, "1983", "exports").covered, 6);
    cr_expect_eq(value_of(&years, "1984", "exports-growth").absence, ABSENCE_UNDEFINED);
    cr_expect(value_is_number(value_of(&years, "1985", "exports-growth")));
    done(&years);
}

Test(coarsen, a_break_in_january_breaks_that_year_and_no_other)
{
    struct years years = {0};

    sample_bundled(&years.fine, "china-monthly-1983-2013.yaml");
    add_up(&years, FREQUENCY_YEAR);
    cr_expect_eq(value_of(&years, "1989", "exports-growth").absence, ABSENCE_UNDEFINED);
    cr_expect(value_is_number(value_of(&years, "1990", "exports-growth")));
    cr_expect(value_is_number(value_of(&years, "1989", "imports-growth")));
    done(&years);
}

Test(coarsen, what_is_missing_in_a_month_is_missing_in_the_year)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 0}\n"
        "dimensions: {partner: {title: P}}\n"
        "columns: [period, partner, exports, imports]\nobservations:\n"
        "  - [2024-Q1, A, 1, 1]\n  - [2024-Q2, A, ~, 1]\n"
        "  - [2024-Q3, A, 1, '<']\n  - [2024-Q4, A, 1, 1]\n"
        "  - [2024-Q1, B, 5, 5]\n";
    struct years years = {0};

    sample_load(&years.fine, yaml);
    add_up(&years, FREQUENCY_YEAR);
    cr_expect_eq(value_of(&years, "A", "exports").absence, ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(value_of(&years, "A", "imports").number, 3);
    cr_expect_eq(value_of(&years, "B", "exports").covered, 1);
    done(&years);
}

Test(coarsen, weeks_and_coarser_periods_do_not_nest)
{
    cr_expect(frequency_nests(FREQUENCY_MONTH, FREQUENCY_QUARTER));
    cr_expect(frequency_nests(FREQUENCY_QUARTER, FREQUENCY_HALF));
    cr_expect_not(frequency_nests(FREQUENCY_YEAR, FREQUENCY_MONTH));
    cr_expect_not(frequency_nests(FREQUENCY_WEEK, FREQUENCY_YEAR));
    cr_expect_not(frequency_nests(FREQUENCY_MONTH, FREQUENCY_MONTH));
}

Test(coarsen, a_sum_of_months_is_not_called_published)
{
    struct years years = {0};

    sample_bundled(&years.fine, "china-monthly-2023-2024.yaml");
    add_up(&years, FREQUENCY_YEAR);
    cr_expect_eq(value_of(&years, "2024", "exports").origin, ORIGIN_SUMMED);
    done(&years);
}

/* Rows in any order have the same sums: here the months run backwards, and a partner's
 * rows lie apart. Product B has a month less. */
Test(coarsen, does_not_depend_on_the_order_of_the_file)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 0}\n"
        "dimensions: {partner: {title: P}}\n"
        "columns: [period, partner, exports, imports]\nobservations:\n"
        "  - [2024-03, A, 4, 40]\n  - [2024-03, B, 100, 7]\n"
        "  - [2024-02, A, 2, ~]\n  - [2024-01, B, 300, 8]\n"
        "  - [2024-01, A, 1, 10]\n  - [2024-06, A, 8, 80]\n";
    struct years years = {0};

    sample_load(&years.fine, yaml);
    cr_assert(coarsen(&years.fine, FREQUENCY_QUARTER, &years.coarse, NULL));
    {
        struct query query = query_new(&years.coarse);
        query.period = (struct period){FREQUENCY_QUARTER, 2024 * 4, 0};
        years.frame = frame_new(&years.coarse, &query, &years.arena);
    }
    cr_expect_eq(value_of(&years, "A", "exports").number, 7);
    cr_expect_eq(value_of(&years, "A", "imports").absence, ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(value_of(&years, "B", "exports").number, 400);
    cr_expect_eq(value_of(&years, "B", "exports").covered, 2);
    cr_expect_eq(value_of(&years, "B", "imports").number, 15);
    done(&years);
}

Test(coarsen, ends_when_it_is_to_stop)
{
    struct years years = {0};
    struct stop stop = {0};

    atomic_store(&stop.is_wanted, true);
    sample_bundled(&years.fine, "china-monthly-2023-2024.yaml");
    cr_assert(coarsen(&years.fine, FREQUENCY_YEAR, &years.coarse, &stop));
    cr_expect_eq(years.coarse.observation_count, 0);
    done(&years);
}
