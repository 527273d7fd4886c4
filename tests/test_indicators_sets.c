/* What every set indicator must do, and which rows enter it. */
#include "core/query/concentration.h"
#include "tests/test_indicators.h"

#include <criterion/criterion.h>

static struct value computed(enum set_indicator indicator,
                             const struct figure_set *figures,
                             const struct pair_set *pairs)
{
    const struct set_indicator_ops *ops = set_indicator_ops(indicator);

    return ops->compute ? ops->compute(figures) : ops->compute_pairs(pairs);
}

static struct figure_set figures_from(const double *figures, size_t count)
{
    struct figure_set set = {.figures = figures, .count = count};

    for (size_t i = 0; i < count; i++) {
        set.sum += figures[i];
        set.nonzero += figures[i] != 0;
        set.has_negative = set.has_negative || figures[i] < 0;
    }
    return set;
}

static struct pair_set pairs_from(const double *exports, const double *imports,
                                  size_t count)
{
    struct pair_set set = {.exports = exports, .imports = imports, .count = count};

    for (size_t i = 0; i < count; i++) {
        set.exports_sum += exports[i];
        set.imports_sum += imports[i];
        set.has_negative = set.has_negative || exports[i] < 0 || imports[i] < 0;
    }
    return set;
}

Test(indicators_sets, every_one_says_what_it_is)
{
    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++) {
        const struct set_indicator_ops *ops = set_indicator_ops((enum set_indicator)i);
        cr_expect(ops->id && ops->title && ops->formula && ops->range && ops->source &&
                      ops->lacks,
                  "%s", ops->id);
        cr_expect_neq(ops->compute == NULL, ops->compute_pairs == NULL, "%s", ops->id);
    }
}

Test(indicators_sets, nothing_zeros_and_negatives_are_undefined)
{
    static const double zeros[] = {0, 0};
    static const double negative[] = {5, -1};
    const struct figure_set figures[] = {
        {0}, figures_from(zeros, 2), figures_from(negative, 2)};
    const struct pair_set pairs[] = {
        {0}, pairs_from(zeros, zeros, 2), pairs_from(negative, negative, 2)};

    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++)
        for (size_t k = 0; k < 3; k++)
            cr_expect_eq(
                computed((enum set_indicator)i, &figures[k], &pairs[k]).absence,
                ABSENCE_UNDEFINED, "%s", set_indicator_ops((enum set_indicator)i)->id);
}

Test(indicators_sets, one_row_is_all_there_is)
{
    static const double one[] = {7, 0};
    const struct figure_set set = figures_from(one, 2);

    cr_expect_eq(set_indicator_hhi.compute(&set).number, 1);
    cr_expect_eq(set_indicator_effective.compute(&set).number, 1);
    cr_expect_eq(set_indicator_gini.compute(&set).number, 0);
    cr_expect_eq(set_indicator_hhi_normalised.compute(&set).absence, ABSENCE_UNDEFINED);
    cr_expect_eq(set_indicator_hhi_unctad.compute(&set).absence, ABSENCE_UNDEFINED);
}

Test(indicators_sets, a_thousand_times_as_much_or_a_zero_more_changes_nothing)
{
    static const double x[] = {50, 30, 20};
    static const double m[] = {20, 40, 20};
    static const double more_x[] = {50e3, 0, 30e3, 20e3};
    static const double more_m[] = {20e3, 0, 40e3, 20e3};
    const struct figure_set few = figures_from(x, 3);
    const struct figure_set many = figures_from(more_x, 4);
    const struct pair_set few_pairs = pairs_from(x, m, 3);
    const struct pair_set many_pairs = pairs_from(more_x, more_m, 4);

    for (size_t i = 0; i < SET_INDICATOR_COUNT; i++)
        expect_close(computed((enum set_indicator)i, &many, &many_pairs).number,
                     computed((enum set_indicator)i, &few, &few_pairs).number, 1e-12,
                     set_indicator_ops((enum set_indicator)i)->id);
}

static void ask_partners(struct inquiry *asked, const char *level)
{
    struct diag_list diags = {.arena = &asked->arena};

    sample_bundled(&asked->dataset, "china-partners-2024.yaml");
    asked->query = query_new(&asked->dataset);
    cr_assert(query_read_level(&asked->query, &asked->dataset, level, &diags));
    asked->frame = frame_new(&asked->dataset, &asked->query, &asked->arena);
}

Test(indicators_sets, groups_never_enter)
{
    struct inquiry asked = {0};
    struct figure_set set;

    ask_partners(&asked, "groups");
    set = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
    cr_expect_eq(set.count, 0);
    cr_expect_eq(set.left_out.groups, 3);
    cr_expect_eq(set_indicator_hhi.compute(&set).absence, ABSENCE_UNDEFINED);
    inquiry_close(&asked);
}

Test(indicators_sets, no_level_makes_the_parts_more_than_the_total)
{
    static const char *const levels[] = {"world", "continent", "country", "finest"};

    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
        struct inquiry asked = {0};
        struct figure_set set;
        double total;
        ask_partners(&asked, levels[i]);
        total = frame_exports(asked.frame, &asked.frame->total).number;
        set = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
        /* The rounding of the published figures. */
        cr_expect(set.sum <= total * (1 + 1e-6), "%s: %.0f", levels[i], set.sum);
        inquiry_close(&asked);
    }
}

Test(indicators_sets, what_was_left_out_is_said)
{
    struct inquiry asked = {0};
    struct figure_set exports;
    struct pair_set both;

    ask_partners(&asked, "country");
    exports = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
    both = pair_set_new(asked.frame, &asked.arena);
    cr_expect_eq(exports.left_out.unallocated, 1);
    cr_expect_eq(exports.left_out.missing, 2, "China and Tokelau");
    cr_expect_eq(both.left_out.missing, 2);
    asked.query.limit = 10;
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    exports = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
    cr_expect_eq(exports.count, 10);
    cr_expect_eq(exports.left_out.hidden, 242);
    inquiry_close(&asked);
}
