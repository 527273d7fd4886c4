/* Numbers that others published or computed: see DOMAIN.md, 2.1. */
#include "tests/test_indicators.h"

#include "core/query/concentration.h"

#include <criterion/criterion.h>
#include <string.h>

static void ask_bundled(struct inquiry *asked, const char *name, const char *rows,
                        const char *periods)
{
    struct diag_list diags = {.arena = &asked->arena};

    sample_bundled(&asked->dataset, name);
    asked->query = query_new(&asked->dataset);
    if (rows)
        cr_assert(query_read_rows(&asked->query, &asked->dataset, rows, &diags));
    if (periods)
        cr_assert(query_read_period(&asked->query, &asked->dataset, periods, &diags));
}

static void ask_text(struct inquiry *asked, const char *yaml)
{
    sample_load(&asked->dataset, yaml);
    asked->query = query_new(&asked->dataset);
}

static const char tiny[] = "entrepot: 1\n"
                           "title: X=(50,30,20), M=(20,40,20), world=(500,300,1200)\n"
                           "unit: {currency: USD, scale: 6}\n"
                           "dimensions:\n"
                           "  product:\n"
                           "    members: [{code: A}, {code: B}, {code: C}]\n"
                           "  reporter:\n"
                           "    title: Reporter\n"
                           "    members: [{code: HOME}, {code: REST}]\n"
                           "columns: [period, reporter, product, exports, imports]\n"
                           "observations:\n"
                           "  - [2024, HOME, A, 50, 20]\n"
                           "  - [2024, HOME, B, 30, 40]\n"
                           "  - [2024, HOME, C, 20, 20]\n"
                           "  - [2024, REST, A, 450, 1]\n"
                           "  - [2024, REST, B, 270, 1]\n"
                           "  - [2024, REST, C, 1180, 1]\n";

/* column, its values of A, B and C */
struct tiny_case {
    const char *column;
    double expected[3];
};

Test(indicators_oracles, the_tiny_example_row_by_row)
{
    static const struct tiny_case cases[] = {
        {"grubel-lloyd", {0.571429, 0.857143, 1}},
        {"lafay", {12.345679, -9.876543, -2.469136}},
        {"rca", {2, 2, 0.333333}},
        {"rsca", {0.333333, 0.333333, -0.5}},
        {"exports-share", {50, 30, 20}},
        {"imports-share", {25, 50, 25}},
        {"balance-share", {150, -50, 0}},
        {"normalised-balance", {0.428571, -0.142857, 0}},
    };
    static const char *const codes[] = {"A", "B", "C"};
    struct inquiry asked = {0};

    ask_text(&asked, tiny);
    inquiry_within(&asked, "reporter", "HOME");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        for (size_t k = 0; k < 3; k++)
            cr_expect_float_eq(inquiry_number(&asked, codes[k], cases[i].column),
                               cases[i].expected[k], 1e-6, "%s of %s", cases[i].column,
                               codes[k]);
    inquiry_close(&asked);
}

Test(indicators_oracles, the_tiny_example_as_a_set)
{
    struct inquiry asked = {0};
    struct figure_set exports;
    struct pair_set both;

    ask_text(&asked, tiny);
    inquiry_within(&asked, "reporter", "HOME");
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    exports = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
    both = pair_set_new(asked.frame, &asked.arena);
    cr_expect_float_eq(set_indicator_hhi.compute(&exports).number, 0.38, 1e-12);
    cr_expect_float_eq(set_indicator_hhi_normalised.compute(&exports).number, 0.07,
                       1e-12);
    cr_expect_float_eq(set_indicator_hhi_unctad.compute(&exports).number, 0.092491,
                       1e-6);
    cr_expect_float_eq(set_indicator_gini.compute(&exports).number, 0.2, 1e-12);
    cr_expect_float_eq(set_indicator_grubel_lloyd.compute_pairs(&both).number, 0.777778,
                       1e-6);
    cr_expect_float_eq(set_indicator_grubel_lloyd_corrected.compute_pairs(&both).number,
                       0.875, 1e-12);
    cr_expect_float_eq(set_indicator_complementarity.compute_pairs(&both).number, 75,
                       1e-12);
    inquiry_close(&asked);
}

Test(indicators_oracles, without_a_world_around_there_is_no_advantage)
{
    struct inquiry asked = {0};

    ask_text(&asked, tiny);
    cr_expect_eq(inquiry_absence(&asked, "A", "rca"), ABSENCE_UNDEFINED);
    inquiry_close(&asked);
}

/* The matrix in the documentation of the R package EconGeo; the quotients and the
 * index of each row are computed apart from the program. */
static const char econgeo[] =
    "entrepot: 1\n"
    "title: EconGeo\n"
    "unit: {quantity: patents, scale: 0}\n"
    "dimensions:\n"
    "  industry:\n"
    "    title: Industry\n"
    "    members: [{code: I1}, {code: I2}, {code: I3}, {code: I4}, {code: I5}]\n"
    "  place:\n"
    "    title: Place\n"
    "    members: [{code: R1}, {code: R2}, {code: R3}, {code: R4}, {code: R5}]\n"
    "columns: [period, place, industry, exports]\n"
    "observations:\n";

Test(indicators_oracles, location_quotients_of_econgeo)
{
    static const int figures[5][5] = {{100, 0, 0, 0, 0},
                                      {0, 15, 5, 70, 10},
                                      {0, 20, 10, 20, 50},
                                      {0, 25, 30, 5, 40},
                                      {0, 40, 55, 5, 0}};
    static const double quotients[5][5] = {{5, 0, 0, 0, 0},
                                           {0, .75, .25, 3.5, .5},
                                           {0, 1, .5, 1, 2.5},
                                           {0, 1.25, 1.5, .25, 2},
                                           {0, 2, 2.75, .25, 0}};
    static const double indices[] = {1, .525, .34, .315, .465};
    struct inquiry asked = {0};
    const char *yaml = econgeo;

    for (int r = 0; r < 5; r++)
        for (int i = 0; i < 5; i++)
            yaml = arena_printf(&asked.arena, "%s  - [2024, R%d, I%d, %d]\n", yaml,
                                r + 1, i + 1, figures[r][i]);
    ask_text(&asked, yaml);
    for (int r = 0; r < 5; r++) {
        struct figure_set set;
        inquiry_within(&asked, "place", arena_printf(&asked.arena, "R%d", r + 1));
        for (int i = 0; i < 5; i++) {
            const char *code = arena_printf(&asked.arena, "I%d", i + 1);
            cr_expect_float_eq(inquiry_number(&asked, code, "rca"), quotients[r][i],
                               1e-12);
        }
        set = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
        cr_expect_float_eq(set_indicator_hhi.compute(&set).number, indices[r], 1e-12);
    }
    inquiry_close(&asked);
}

/* first year, last year, exponential growth of exports and of imports, in percent */
struct growth_case {
    const char *periods;
    double exports;
    double imports;
};

Test(indicators_oracles, average_growth_of_chinas_trade)
{
    static const struct growth_case cases[] = {
        {"1978..2024", 13.6458, 12.5748},
        {"2001..2024", 11.9600, 10.8203},
        {"2019..2024", 7.4308, 4.4773},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct inquiry asked = {0};
        ask_bundled(&asked, "china-annual-usd.yaml", "period", cases[i].periods);
        cr_expect_float_eq(inquiry_number(&asked, "2024", "exports-average-growth"),
                           cases[i].exports, 5e-5);
        cr_expect_str_eq(
            asked.frame->columns[0].title,
            arena_printf(&asked.arena,
                         "Exports, average growth a year (exponential), from %.4s",
                         cases[i].periods));
        cr_expect_float_eq(inquiry_number(&asked, "2024", "imports-average-growth"),
                           cases[i].imports, 5e-5);
        inquiry_close(&asked);
    }
}

Test(indicators_oracles, least_squares_growth_and_the_index_since_1978)
{
    struct inquiry asked = {0};

    ask_bundled(&asked, "china-annual-usd.yaml", "period", "1978..2024");
    expect_close(inquiry_number(&asked, "2024", "exports-trend-growth"),
                 14.555068776356617, 1e-9, "least squares");
    expect_close(inquiry_number(&asked, "2024", "exports-index"), 35929.33199397288,
                 1e-9, "index");
    cr_expect_str_eq(asked.frame->columns[0].title, "Exports, index (1978 = 100)");
    cr_expect_eq(inquiry_absence(&asked, "1978", "exports-average-growth"),
                 ABSENCE_UNDEFINED);
    inquiry_close(&asked);
}

/* The years as the customs publish them, in December's year to date; the months add up
 * to one unit more. */
Test(indicators_oracles, contributions_to_the_growth_of_2024_in_points)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: Years\nunit: {currency: CNY, scale: 8}\n"
        "columns: [period, exports, imports]\nobservations:\n"
        "  - [2023, 237656, 179854]\n  - [2024, 254545, 183923]\n";
    struct inquiry asked = {0};
    double exports;
    double imports;

    ask_text(&asked, yaml);
    exports = inquiry_number(&asked, "2024", "exports-contribution");
    imports = inquiry_number(&asked, "2024", "imports-contribution");
    cr_expect_float_eq(exports, 4.0452, 5e-5);
    cr_expect_float_eq(imports, 0.9746, 5e-5);
    cr_expect_float_eq(exports + imports, 5.0198, 5e-5);
    inquiry_close(&asked);
}

/* Parts of a whole, one of them new: that of the total is of the others. */
Test(indicators_oracles, contributions_of_rows_are_of_the_total)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: Rows\nunit: {currency: CNY, scale: 8}\n"
        "columns: [period, partner, exports, imports]\nobservations:\n"
        "  - [2023, A, 60, 30]\n  - [2023, B, 90, 20]\n"
        "  - [2024, A, 80, 30]\n  - [2024, B, 80, 25]\n  - [2024, C, 4, 1]\n";
    struct inquiry asked = {0};

    ask_text(&asked, yaml);
    cr_expect_float_eq(inquiry_number(&asked, "A", "exports-contribution"), 10, 1e-12);
    cr_expect_float_eq(inquiry_number(&asked, "B", "exports-contribution"), -5, 1e-12);
    cr_expect_float_eq(inquiry_number(&asked, "B", "imports-contribution"), 2.5, 1e-12);
    cr_expect_eq(inquiry_absence(&asked, "C", "exports-contribution"), ABSENCE_NO_ROW);
    cr_expect_float_eq(
        sample_value(asked.frame, &asked.frame->total, "exports-contribution").number,
        5, 1e-12);
    inquiry_close(&asked);
}

/* exports of 1989 have another coverage than those before */
static const char broken[] =
    "entrepot: 1\ntitle: Break\nunit: {currency: USD, scale: 8}\n"
    "columns: [period, exports, imports]\nobservations:\n"
    "  - [1987, 10, 10]\n  - [1988, 20, 10]\n  - [1989, 30, 15]\n"
    "  - [1990, 45, 15]\n  - [1992, 50, 20]\n"
    "events: [{period: 1989, title: New coverage, break: [exports]}]\n";

Test(indicators_oracles, nothing_is_compared_across_a_break_or_a_gap)
{
    struct inquiry asked = {0};

    ask_text(&asked, broken);
    cr_expect_eq(inquiry_absence(&asked, "1989", "exports-growth-previous"),
                 ABSENCE_UNDEFINED);
    cr_expect_float_eq(inquiry_number(&asked, "1989", "imports-growth-previous"), 50,
                       1e-12);
    cr_expect_eq(inquiry_absence(&asked, "1992", "imports-growth-previous"),
                 ABSENCE_NO_ROW);
    cr_expect_eq(inquiry_number(&asked, "1988", "exports-index"), 200);
    cr_expect_eq(inquiry_number(&asked, "1990", "exports-index"), 150);
    cr_expect_float_eq(inquiry_number(&asked, "1990", "exports-average-growth"), 50,
                       1e-12);
    cr_expect_eq(inquiry_absence(&asked, "1992", "imports-trend-growth"),
                 ABSENCE_NO_ROW);
    cr_expect_float_eq(inquiry_number(&asked, "1992", "imports-average-growth"),
                       14.869835, 1e-6);
    inquiry_close(&asked);
}

Test(indicators_oracles, twelve_months_the_year_to_date_and_the_seasons)
{
    struct inquiry asked = {0};
    double mean = 0;

    ask_bundled(&asked, "china-monthly-2023-2024.yaml", NULL, NULL);
    cr_expect_eq(inquiry_number(&asked, "2024-06", "exports-rolling"), 245512e8);
    cr_expect_eq(inquiry_number(&asked, "2024-06", "exports-ytd"), 121372e8);
    cr_expect_eq(inquiry_number(&asked, "2024-12", "exports-ytd"), 254546e8);
    cr_expect_eq(inquiry_absence(&asked, "2023-11", "exports-rolling"), ABSENCE_NO_ROW);
    expect_close(inquiry_number(&asked, "2024-02", "exports-seasonal"),
                 0.7633375750529483, 1e-12, "February");
    expect_close(inquiry_number(&asked, "2023-12", "exports-seasonal"),
                 1.065749747849105, 1e-12, "December");
    for (int month = 1; month <= 12; month++)
        mean += inquiry_number(&asked, arena_printf(&asked.arena, "2024-%02d", month),
                               "exports-seasonal") /
                12;
    expect_close(mean, 1, 1e-12, "the mean of the seasons");
    inquiry_close(&asked);
}

/* measure, H, n, then the forms of it: normalised, UNCTAD's, 1/H, and Gini */
struct concentration_case {
    const char *measure;
    double points;
    size_t n;
    double normalised;
    double unctad;
    double effective;
    double gini;
};

Test(indicators_oracles, concentration_of_chinas_partners_in_2024)
{
    static const struct concentration_case cases[] = {
        {"exports", 443.786, 249, 0.0405253, 0.157255, 22.53, 0.85419},
        {"imports", 386.100, 247, 0.0347019, 0.141894, 25.90, 0.87743},
    };
    struct inquiry asked = {0};

    ask_bundled(&asked, "china-partners-2024.yaml", NULL, NULL);
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cr_expect_eq(asked.frame->member_count, 252);
    for (size_t i = 0; i < 2; i++) {
        const struct concentration_case *c = &cases[i];
        struct figure_set set = figure_set_new(
            asked.frame, dataset_measure(&asked.dataset, c->measure), &asked.arena);
        cr_expect_eq(set.nonzero, c->n);
        cr_expect_eq(set.left_out.hidden, 0);
        cr_expect_eq(set.count + set.left_out.missing, 252);
        cr_expect_float_eq(set_indicator_hhi_points.compute(&set).number, c->points,
                           5e-4);
        cr_expect_float_eq(set_indicator_hhi.compute(&set).number, c->points / 1e4,
                           5e-8);
        cr_expect_float_eq(set_indicator_hhi_normalised.compute(&set).number,
                           c->normalised, 5e-8);
        cr_expect_float_eq(set_indicator_hhi_unctad.compute(&set).number, c->unctad,
                           5e-7);
        cr_expect_float_eq(set_indicator_effective.compute(&set).number, c->effective,
                           5e-3);
        cr_expect_float_eq(set_indicator_gini.compute(&set).number, c->gini, 5e-6);
    }
    inquiry_close(&asked);
}

Test(indicators_oracles, normalised_balance_of_2024)
{
    struct inquiry asked = {0};

    ask_bundled(&asked, "china-partners-2024.yaml", NULL, NULL);
    inquiry_number(&asked, "USA", "normalised-balance");
    cr_expect_float_eq(
        sample_value(asked.frame, &asked.frame->total, "normalised-balance").number,
        0.161067, 5e-7);
    inquiry_close(&asked);
}

/* China and Brazil, 2024, as each of them reports to UN Comtrade. */
Test(indicators_oracles, mirror_asymmetry_of_china_and_brazil)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: Mirror\nunit: {currency: USD, scale: 0}\n"
        "measures: {exports: ~, imports: ~, mirror_exports: ~, mirror_imports: ~}\n"
        "columns: [period, exports, imports, mirror_exports, mirror_imports]\n"
        "observations:\n"
        "  - [2024, 72073827084, 116140612461, 69186022713, 94411140802]\n";
    struct inquiry asked = {0};

    ask_text(&asked, yaml);
    /* Brazil's imports are 0.9599 of China's exports; China's imports are 1.2302 of
     * Brazil's exports. */
    cr_expect_float_eq(inquiry_number(&asked, "2024", "exports-mirror"), -4.01, 0.005);
    cr_expect_float_eq(inquiry_number(&asked, "2024", "imports-mirror"),
                       100 / 1.2302 - 100, 0.005);
    cr_expect_float_eq(inquiry_number(&asked, "2024", "exports-mirror-ratio"), 0.9599,
                       5e-5);
    cr_expect_float_eq(inquiry_number(&asked, "2024", "imports-mirror-ratio"), 1.2302,
                       5e-5);
    cr_expect_eq(inquiry_number(&asked, "2024", "exports-mirror-difference"),
                 69186022713 - 72073827084);
    cr_expect_eq(inquiry_number(&asked, "2024", "imports-mirror-difference"),
                 94411140802 - 116140612461);
    cr_expect_eq(inquiry_number(&asked, "2024", "mirror-balance"),
                 69186022713 - 94411140802);
    inquiry_close(&asked);
}

Test(indicators_oracles, terms_of_trade_of_two_prices)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: Prices\nunit: {currency: USD, scale: 6}\n"
        "measures: {export_price: {unit: {quantity: index}},\n"
        "           import_price: {unit: {quantity: index}}}\n"
        "columns: [period, exports, imports, export_price, import_price]\n"
        "observations:\n  - [2023, 10, 10, 100, 100]\n  - [2024, 12, 11, 110, 88]\n";
    struct inquiry asked = {0};

    ask_text(&asked, yaml);
    cr_expect_float_eq(inquiry_number(&asked, "2024", "terms-of-trade"), 125, 1e-12);
    inquiry_close(&asked);
}
