#include "tests/sample.h"

#include <criterion/criterion.h>
#include <string.h>

/* A total that is more than its parts, a continent without a figure of its own, a group
 * with one, a residual. Figures are in 10^4 yuan. */
static const char world[] =
    "entrepot: 1\n"
    "title: Sample\n"
    "unit: {currency: CNY, scale: 4}\n"
    "dimensions:\n"
    "  partner:\n"
    "    levels: [world, continent, country]\n"
    "    members:\n"
    "      - {code: ALL, level: world, name: {en: World, zh: 总值}}\n"
    "      - {code: ASIA, level: continent, parent: ALL, name: Asia}\n"
    "      - {code: EUROPE, level: continent, parent: ALL, name: Europe}\n"
    "      - {code: VNM, parent: ASIA, groups: [BLOC], name: {en: Viet Nam, zh: "
    "越南}}\n"
    "      - {code: JPN, parent: ASIA, name: Japan}\n"
    "      - {code: DEU, parent: EUROPE, groups: [BLOC], name: Germany}\n"
    "      - {code: NES, parent: EUROPE, residual: true, name: Other Europe}\n"
    "    groups:\n"
    "      - {code: BLOC, name: The Bloc}\n"
    "columns: [period, partner, exports, imports]\n"
    "observations:\n"
    "  - [2023, ALL, 900, 800]\n"
    "  - [2023, VNM, 200, 100]\n"
    "  - [2023, JPN, 0, 300]\n"
    "  - [2024, ALL, 1000, 700]\n"
    "  - [2024, EUROPE, 400, 300]\n"
    "  - [2024, VNM, 300, 100]\n"
    "  - [2024, JPN, 250, 200]\n"
    "  - [2024, DEU, 350, 280]\n"
    "  - [2024, NES, 30, ~]\n"
    "  - [2024, BLOC, 660, 380]\n";

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct frame *frame;
};

static void ask(struct asked *asked, const char *yaml, const char *level)
{
    struct diag_list diags = {.arena = &asked->arena};

    sample_load(&asked->dataset, yaml);
    asked->query = query_new(&asked->dataset);
    if (level)
        cr_assert(query_read_level(&asked->query, &asked->dataset, level, &diags));
    asked->frame = frame_new(&asked->dataset, &asked->query, &asked->arena);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    dataset_close(&asked->dataset);
}

static double number_of(const struct asked *asked, const char *code, const char *column)
{
    struct value value =
        sample_value(asked->frame, sample_row(asked->frame, code), column);

    cr_assert(value_is_number(value), "%s of %s is missing", column, code);
    return value.number;
}

static enum absence absence_of(const struct asked *asked, const char *code,
                               const char *column)
{
    return sample_value(asked->frame, sample_row(asked->frame, code), column).absence;
}

Test(frame, figures_are_in_base_units)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    cr_expect_eq(number_of(&asked, "VNM", "exports"), 300e4);
    cr_expect_eq(number_of(&asked, "VNM", "balance"), 200e4);
    cr_expect_eq(number_of(&asked, "VNM", "total"), 400e4);
    cr_expect_float_eq(number_of(&asked, "VNM", "cover"), 300, 1e-9);
    done(&asked);
}

Test(frame, a_published_total_wins_over_the_sum_and_the_rest_is_a_row)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    cr_expect_eq(asked.frame->member_count, 4);
    cr_expect_eq(asked.frame->row_count, 5);
    cr_expect_eq(sample_value(asked.frame, &asked.frame->total, "exports").number,
                 1000e4);
    cr_expect_eq(sample_value(asked.frame, &asked.frame->total, "exports").origin,
                 ORIGIN_PUBLISHED);
    /* 1000 - (300 + 250 + 350 + 30) */
    cr_expect_eq(number_of(&asked, "", "exports"), 70e4);
    cr_expect_eq(asked.frame->rows[4].kind, ROW_UNALLOCATED);
    done(&asked);
}

Test(frame, a_level_without_figures_is_the_sum_of_its_children)
{
    struct asked asked = {0};

    ask(&asked, world, "continent");
    cr_expect_eq(number_of(&asked, "ASIA", "exports"), 550e4);
    cr_expect_eq(
        sample_value(asked.frame, sample_row(asked.frame, "ASIA"), "exports").origin,
        ORIGIN_SUMMED);
    cr_expect_eq(number_of(&asked, "EUROPE", "exports"), 400e4);
    cr_expect_eq(
        sample_value(asked.frame, sample_row(asked.frame, "EUROPE"), "exports").origin,
        ORIGIN_PUBLISHED);
    /* 1000 - 550 - 400, and 700 - 300 - 300 */
    cr_expect_eq(number_of(&asked, "", "exports"), 50e4);
    cr_expect_eq(number_of(&asked, "", "imports"), 100e4);
    done(&asked);
}

Test(frame, groups_are_shown_alone_and_never_summed)
{
    struct asked asked = {0};

    ask(&asked, world, "groups");
    cr_expect_eq(asked.frame->row_count, 1);
    cr_expect_eq(number_of(&asked, "BLOC", "exports"), 660e4);
    cr_expect_not(asked.frame->has_shown);
    done(&asked);
}

Test(frame, what_is_missing_spreads_and_is_never_zero)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    cr_expect_eq(absence_of(&asked, "NES", "imports"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(absence_of(&asked, "NES", "balance"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(absence_of(&asked, "NES", "total"), ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(absence_of(&asked, "NES", "share"), ABSENCE_NOT_AVAILABLE);
    done(&asked);
}

Test(frame, growth_is_on_the_year_before_and_undefined_on_zero)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    cr_expect_float_eq(number_of(&asked, "VNM", "exports-growth"), 50, 1e-9);
    cr_expect_eq(number_of(&asked, "VNM", "imports-growth"), 0);
    cr_expect_eq(absence_of(&asked, "JPN", "exports-growth"), ABSENCE_UNDEFINED);
    cr_expect_eq(absence_of(&asked, "DEU", "exports-growth"), ABSENCE_NO_ROW);
    done(&asked);
}

Test(frame, share_is_of_the_published_total)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    /* (300 + 100) / (1000 + 700) */
    cr_expect_float_eq(number_of(&asked, "VNM", "share"), 400.0 / 1700 * 100, 1e-9);
    done(&asked);
}

Test(frame, residuals_and_the_unallocated_have_no_rank)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    cr_expect_eq(sample_row(asked.frame, "DEU")->rank, 1);
    cr_expect_eq(sample_row(asked.frame, "JPN")->rank, 2);
    cr_expect_eq(sample_row(asked.frame, "VNM")->rank, 3);
    cr_expect_eq(sample_row(asked.frame, "NES")->rank, 0);
    cr_expect_eq(sample_row(asked.frame, "")->rank, 0);
    done(&asked);
}

/* word typed, code of the only row that stays; "" when all four stay */
struct filter_case {
    char filter[24];
    size_t count;
};

Test(frame, filters_know_names_codes_ancestors_groups_and_accents)
{
    static const struct filter_case cases[] = {
        {"viet", 1}, {"VNM", 1},    {"asia", 2},   {"bloc", 2},      {"越南", 1},
        {"nope", 0}, {"asia j", 1}, {"EUROPE", 2}, {"\"world\"", 0},
    };
    struct asked asked = {0};

    ask(&asked, world, "country");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct frame *frame;
        asked.query.filter = cases[i].filter;
        frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
        cr_expect_eq(frame->row_count, cases[i].count, "'%s' keeps %zu",
                     cases[i].filter, frame->row_count);
        cr_expect_eq(frame->member_count, 4);
    }
    done(&asked);
}

Test(frame, a_filter_gives_the_sum_of_what_is_shown_beside_the_total)
{
    struct asked asked = {0};
    struct frame *frame;

    ask(&asked, world, "country");
    asked.query.filter = "asia";
    frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_assert(frame->has_shown);
    cr_expect_eq(sample_value(frame, &frame->shown, "exports").number, 550e4);
    cr_expect_eq(sample_value(frame, &frame->total, "exports").number, 1000e4);
    done(&asked);
}

Test(frame, missing_sorts_last_in_both_directions)
{
    struct asked asked = {0};

    ask(&asked, world, "country");
    for (int descending = 0; descending < 2; descending++) {
        struct frame *frame;
        asked.query.sort =
            (struct sort_key){SORT_COLUMN, {INDICATOR_BALANCE, 0}, descending != 0};
        frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
        cr_expect_str_eq(frame->rows[3].code, "NES");
        cr_expect_str_eq(frame->rows[4].code, "");
        cr_expect_str_eq(frame->rows[descending ? 0 : 2].code, "VNM");
    }
    done(&asked);
}

Test(frame, narrowed_to_a_member_the_total_is_its_own)
{
    struct asked asked = {0};
    struct frame *frame;

    ask(&asked, world, "country");
    asked.query.within[0] = 2; /* Europe */
    frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_expect_eq(sample_value(frame, &frame->total, "exports").number, 400e4);
    /* 400 - 350 - 30 */
    cr_expect_eq(sample_value(frame, sample_row(frame, ""), "exports").number, 20e4);
    cr_expect_eq(frame->member_count, 2);
    done(&asked);
}

Test(frame, periods_as_rows_show_what_the_lens_is_narrowed_to)
{
    struct asked asked = {0};
    struct diag_list diags = {.arena = &asked.arena};

    ask(&asked, world, NULL);
    asked.query.within[0] = 1; /* Asia, which has no figures of its own */
    cr_assert(query_read_rows(&asked.query, &asked.dataset, "period", &diags));
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_expect_eq(asked.frame->row_count, 2);
    cr_expect_eq(number_of(&asked, "2024", "exports"), 550e4);
    cr_expect_eq(number_of(&asked, "2023", "imports"), 400e4);
    done(&asked);
}

/* Two dimensions: chapters are published for one partner, the total for both. */
static const char square[] = "entrepot: 1\n"
                             "title: Square\n"
                             "unit: {currency: USD, scale: 0}\n"
                             "dimensions:\n"
                             "  partner:\n"
                             "    members: [{code: A}, {code: B}]\n"
                             "  product:\n"
                             "    levels: [all, chapter]\n"
                             "    members:\n"
                             "      - {code: TOTAL, level: all}\n"
                             "      - {code: '01', parent: TOTAL}\n"
                             "      - {code: '02', parent: TOTAL}\n"
                             "columns: [period, partner, product, exports, imports]\n"
                             "observations:\n"
                             "  - [2024, A, TOTAL, 100, 10]\n"
                             "  - [2024, A, '01', 60, 6]\n"
                             "  - [2024, A, '02', 30, 3]\n"
                             "  - [2024, B, '01', 5, 7]\n"
                             "  - [2024, B, '02', 8, 9]\n";

Test(frame, the_other_dimensions_fall_back_to_their_parts_cell_by_cell)
{
    struct asked asked = {0};

    ask(&asked, square, NULL);
    cr_expect_eq(number_of(&asked, "A", "exports"), 100);
    cr_expect_eq(number_of(&asked, "B", "exports"), 13);
    cr_expect_eq(
        sample_value(asked.frame, sample_row(asked.frame, "B"), "exports").origin,
        ORIGIN_SUMMED);
    done(&asked);
}

Test(frame, a_dimension_without_a_whole_is_summed_over_its_members)
{
    struct asked asked = {0};
    struct diag_list diags = {.arena = &asked.arena};

    ask(&asked, square, NULL);
    cr_assert(query_read_rows(&asked.query, &asked.dataset, "product", &diags));
    cr_assert(query_read_level(&asked.query, &asked.dataset, "chapter", &diags));
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_expect_eq(number_of(&asked, "01", "exports"), 65);
    cr_expect_eq(number_of(&asked, "02", "imports"), 12);
    done(&asked);
}

static const char broken[] =
    "entrepot: 1\n"
    "title: Break\n"
    "unit: {currency: USD, scale: 8}\n"
    "columns: [period, exports, imports]\n"
    "observations:\n"
    "  - [1988-01, 20, 10]\n"
    "  - [1989-01, 30, 15]\n"
    "  - [1990-01, 45, 15]\n"
    "events: [{period: 1989-01, title: New coverage, break: [exports]}]\n";

Test(frame, no_growth_is_computed_across_a_break)
{
    struct asked asked = {0};

    ask(&asked, broken, NULL);
    cr_expect_eq(absence_of(&asked, "1989-01", "exports-growth"), ABSENCE_UNDEFINED);
    cr_expect_eq(number_of(&asked, "1989-01", "imports-growth"), 50);
    cr_expect_eq(number_of(&asked, "1990-01", "exports-growth"), 50);
    done(&asked);
}

Test(frame, decimals_add_up_exactly_whatever_their_order)
{
    static const char *const orders[] = {"- [2024, A, 0.1]\n  - [2024, B, 0.2]\n"
                                         "  - [2024, C, 1000000.3]\n",
                                         "- [2024, C, 1000000.3]\n  - [2024, B, 0.2]\n"
                                         "  - [2024, A, 0.1]\n"};

    for (size_t i = 0; i < 2; i++) {
        struct asked asked = {0};
        char yaml[512];
        snprintf(yaml, sizeof(yaml),
                 "entrepot: 1\ntitle: T\nunit: {currency: CNY, scale: 0}\n"
                 "dimensions: {partner: {title: P}}\n"
                 "columns: [period, partner, exports]\nobservations:\n  %s",
                 orders[i]);
        ask(&asked, yaml, NULL);
        cr_expect_eq(sample_value(asked.frame, &asked.frame->total, "exports").number,
                     1000000.6);
        done(&asked);
    }
}

Test(frame, what_is_rounded_to_nothing_counts_as_zero_in_sums_and_has_no_growth)
{
    static const char yaml[] = "entrepot: 1\ntitle: T\n"
                               "unit: {currency: CNY, scale: 6}\n"
                               "columns: [period, exports, imports]\nobservations:\n"
                               "  - [2023, 4, 3]\n  - [2024, '<', 5]\n";
    struct asked asked = {0};

    ask(&asked, yaml, NULL);
    cr_expect_eq(number_of(&asked, "2024", "balance"), -5e6);
    cr_expect_eq(absence_of(&asked, "2024", "exports-growth"), ABSENCE_ROUNDED);
    done(&asked);
}
