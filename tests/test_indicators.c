/* What every indicator of the list must do, whatever it computes. */
#include "tests/test_indicators.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

enum { MONTHS = 36 };

/* An input in which everything is there. */
struct full_input {
    struct indicator_input input;
    struct period periods[MONTHS];
    struct value series[MONTHS];
};

/* What an input is made of, so that a test can go over all of it. */
static size_t figures_of(struct full_input *full, struct value *figures[64])
{
    struct indicator_input *input = &full->input;
    struct value *const list[] = {
        &input->exports,
        &input->imports,
        &input->exports_whole,
        &input->imports_whole,
        &input->exports_whole_before,
        &input->imports_whole_before,
        &input->figure,
        &input->figure_whole,
        &input->figure_before,
        &input->mirror,
        &input->reference.part,
        &input->reference.whole,
        &input->reference.world_part,
        &input->reference.world_whole,
        &input->export_price,
        &input->import_price,
        &input->mirror_exports,
        &input->mirror_imports,
    };
    size_t count = sizeof(list) / sizeof(list[0]);

    memcpy(figures, list, sizeof(list));
    for (size_t i = 0; i < MONTHS; i++)
        figures[count++] = &full->series[i];
    return count;
}

static void fill(struct full_input *full, double scale, bool is_of_partners)
{
    struct value *figures[64];
    size_t count;

    *full = (struct full_input){.input = {.has_imports = true}};
    count = figures_of(full, figures);
    for (size_t i = 0; i < count; i++)
        *figures[i] = value_derived(scale * (200 + 7 * (double)(i * i % 11)));
    for (int32_t i = 0; i < MONTHS; i++)
        full->periods[i] = (struct period){FREQUENCY_MONTH, 12 * 2020 + i, 0};
    full->input.published_growth = value_missing(ABSENCE_NO_ROW);
    full->input.rank = 1;
    full->input.stated = value_missing(ABSENCE_NO_ROW);
    full->input.periods = full->periods;
    full->input.series = full->series;
    full->input.period = 30;
    full->input.last = MONTHS - 1;
    full->input.figure = full->series[30];
    full->input.reference.exists = true;
    full->input.reference.is_of_partners = is_of_partners;
}

static struct value computed(enum indicator indicator, struct full_input *full)
{
    full->input.reference.is_of_partners = indicator == INDICATOR_INTENSITY;
    return indicator_ops(indicator)->compute(&full->input);
}

Test(indicators, every_one_says_what_it_is)
{
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        const struct indicator_ops *ops = indicator_ops((enum indicator)i);
        cr_expect(ops->id && ops->title && ops->head && ops->formula && ops->range &&
                      ops->source && ops->lacks && ops->compute,
                  "%s", ops->id);
        cr_expect_eq(strncmp(ops->lacks, "needs ", 6), 0, "%s", ops->id);
        cr_expect(!(ops->needs & NEEDS_BASE) || (ops->needs & NEEDS_SERIES));
    }
}

Test(indicators, everything_there_gives_a_number)
{
    struct full_input full;

    fill(&full, 1, false);
    for (size_t i = 0; i < INDICATOR_COUNT; i++)
        cr_expect(value_is_number(computed((enum indicator)i, &full)), "%s",
                  indicator_ops((enum indicator)i)->id);
}

Test(indicators, nothing_gives_no_number)
{
    struct full_input full;
    struct value *figures[64];
    size_t count;

    fill(&full, 1, false);
    count = figures_of(&full, figures);
    for (size_t i = 0; i < count; i++)
        *figures[i] = value_missing(ABSENCE_NO_ROW);
    for (size_t i = 0; i < INDICATOR_COUNT; i++)
        cr_expect_not(value_is_number(computed((enum indicator)i, &full)), "%s",
                      indicator_ops((enum indicator)i)->id);
    full.input.series = NULL;
    full.input.base = UINT32_MAX;
    full.input.reference.exists = false;
    for (size_t i = 0; i < INDICATOR_COUNT; i++)
        cr_expect_not(value_is_number(computed((enum indicator)i, &full)), "%s",
                      indicator_ops((enum indicator)i)->id);
}

/* Each figure that changes the answer must, when it lacks, be the answer: missing. The
 * seasonal index alone has other years to take the place of one. */
Test(indicators, what_is_missing_spreads)
{
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        struct full_input full;
        struct value *figures[64];
        struct value whole;
        size_t count = 0;
        fill(&full, 1, false);
        whole = computed((enum indicator)i, &full);
        count = figures_of(&full, figures);
        for (size_t k = 0; k < count && i != INDICATOR_SEASONAL; k++) {
            struct value kept = *figures[k];
            struct value changed;
            *figures[k] = value_derived(kept.number * 1.5);
            changed = computed((enum indicator)i, &full);
            *figures[k] = value_missing(ABSENCE_CONFIDENTIAL);
            if (fabs(changed.number - whole.number) > 1e-12 * fabs(whole.number))
                cr_expect_eq(computed((enum indicator)i, &full).absence,
                             ABSENCE_CONFIDENTIAL, "%s, figure %zu",
                             indicator_ops((enum indicator)i)->id, k);
            *figures[k] = kept;
        }
    }
}

Test(indicators, a_thousand_times_as_much_leaves_ratios_unchanged)
{
    struct full_input small;
    struct full_input large;

    fill(&small, 1, false);
    fill(&large, 1000, false);
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        const struct indicator_ops *ops = indicator_ops((enum indicator)i);
        double factor = ops->unit == INDICATOR_IN_CURRENCY ? 1000 : 1;
        expect_close(computed((enum indicator)i, &large).number,
                     factor * computed((enum indicator)i, &small).number, 1e-9,
                     ops->id);
    }
}

Test(indicators, zeros_and_negatives_never_give_infinity)
{
    static const double factors[] = {0, -1};

    for (size_t k = 0; k < 2; k++) {
        struct full_input full;
        fill(&full, factors[k], false);
        for (size_t i = 0; i < INDICATOR_COUNT; i++)
            cr_expect(isfinite(computed((enum indicator)i, &full).number), "%s",
                      indicator_ops((enum indicator)i)->id);
    }
}

Test(indicators, incomplete_figures_compare_with_nothing)
{
    struct full_input full;

    fill(&full, 1, false);
    full.input.figure.covered = 5;
    full.series[30].covered = 5;
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        bool compares = i == INDICATOR_GROWTH || i == INDICATOR_GROWTH_PREVIOUS ||
                        i == INDICATOR_GROWTH_AVERAGE || i == INDICATOR_GROWTH_TREND ||
                        i == INDICATOR_CONTRIBUTION || i == INDICATOR_ROLLING ||
                        i == INDICATOR_INDEX;
        if (compares)
            cr_expect_eq(computed((enum indicator)i, &full).absence, ABSENCE_UNDEFINED,
                         "%s", indicator_ops((enum indicator)i)->id);
    }
}

static const char *const bundled[] = {
    "china-annual-cny.yaml",        "china-annual-usd.yaml",
    "china-monthly-1983-2013.yaml", "china-monthly-2023-2024.yaml",
    "china-partners-2024.yaml",     "ciie.yaml",
    "import-export-balance.yaml",
};

Test(indicators, every_column_of_the_bundled_datasets_is_found_by_its_id)
{
    for (size_t i = 0; i < sizeof(bundled) / sizeof(bundled[0]); i++) {
        struct inquiry all = {0};
        struct diag_list diags = {.arena = &all.arena};
        sample_bundled(&all.dataset, bundled[i]);
        all.query = query_new(&all.dataset);
        inquiry_all(&all);
        cr_expect_eq(all.frame->shown_count, all.frame->column_count);
        for (size_t c = 0; c < all.frame->column_count; c++) {
            const struct frame_column *column = &all.frame->columns[c];
            struct column_spec spec;
            cr_expect(column_spec_read(&all.dataset, column->id, &spec, &diags));
            cr_expect(column_spec_equal(spec, column->spec), "%s", column->id);
        }
        inquiry_close(&all);
    }
}

Test(indicators, the_columns_of_a_table_are_those_that_it_always_had)
{
    static const char *const ids[] = {"exports",        "exports-growth", "imports",
                                      "imports-growth", "balance",        "share",
                                      "cover",          "total"};
    struct inquiry asked = {0};

    sample_bundled(&asked.dataset, "china-partners-2024.yaml");
    asked.query = query_new(&asked.dataset);
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_assert_eq(asked.frame->column_count, sizeof(ids) / sizeof(ids[0]));
    cr_expect_eq(asked.frame->shown_count, asked.frame->column_count);
    for (size_t i = 0; i < asked.frame->column_count; i++)
        cr_expect_str_eq(asked.frame->columns[i].id, ids[i]);
    inquiry_close(&asked);
}

Test(indicators, columns_that_are_asked_for_come_first_and_charts_keep_theirs)
{
    static const char *const ids[] = {"grubel-lloyd", "exports"};
    struct inquiry asked = {0};
    const struct frame_row *row;

    sample_bundled(&asked.dataset, "china-partners-2024.yaml");
    asked.query = query_new(&asked.dataset);
    inquiry_columns(&asked, ids, 2);
    cr_expect_eq(asked.frame->shown_count, 2);
    cr_expect_str_eq(asked.frame->columns[0].id, "grubel-lloyd");
    cr_expect(asked.frame->columns[0].is_plain);
    row = sample_row(asked.frame, "USA");
    cr_expect(value_is_number(frame_balance(asked.frame, row)));
    cr_expect_eq(row->rank, 1, "the sort by total trade still holds");
    inquiry_close(&asked);
}

/* what is asked for, what is said */
struct refusal {
    const char *id;
    const char *message;
};

Test(indicators, a_column_that_cannot_be_says_why)
{
    static const struct refusal cases[] = {
        {"grubel-loyd", "unknown column 'grubel-loyd'; did you mean 'grubel-lloyd'?"},
        {"rca", "no column 'rca' for this file: it needs a second dimension (a "
                "reporter) narrowed to one member; its whole is the world"},
        {"exports-rolling", "no column 'exports-rolling' for this file: it needs "
                            "months, quarters or halves, a year of them without gap "
                            "or break"},
    };
    struct dataset dataset;

    sample_bundled(&dataset, "china-annual-usd.yaml");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct column_spec spec;
        cr_expect_not(column_spec_read(&dataset, cases[i].id, &spec, &diags));
        cr_assert_not_null(diags.first);
        cr_expect_str_eq(diags.first->message, cases[i].message);
        arena_clear(&arena);
    }
    dataset_close(&dataset);
}
