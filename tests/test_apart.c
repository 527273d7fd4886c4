/*
 * Members that are alternatives are never added: one of them stands for all. The
 * figures are those of China and Brazil in 2024 as each reports them (UN Comtrade).
 */
#include "tests/loaded.h"
#include "tests/program.h"
#include "tests/round_trip.h"
#include "tests/sample.h"
#include "tui/lens.h"

#include <criterion/criterion.h>
#include <string.h>

static const char both_reports[] = "year,partner,exports (USD),imports (USD),basis\n"
                                   "2024,Brazil,72073827084,116140612461,direct\n"
                                   "2024,Portugal,6112622371,3170565171,direct\n"
                                   "2024,Brazil,69186022713,94411140802,mirror\n"
                                   "2024,Portugal,5369176440,643165290,mirror\n";

/* Exports of a row by the dimension, "" for the whole, with `basis` narrowed. */
static double exports_of(const struct dataset *dataset, const char *by,
                         const char *code, uint32_t basis)
{
    struct arena arena = {0};
    struct query query = query_new(dataset);
    struct frame *frame;
    struct value value;

    query.rows = dataset_dimension(dataset, by);
    query.within[dataset_dimension(dataset, "basis")] = basis;
    frame = frame_new(dataset, &query, &arena);
    value = frame_exports(frame, *code ? sample_row(frame, code) : &frame->total);
    arena_clear(&arena);
    return value.number;
}

Test(apart, the_first_stands_for_both_until_another_is_chosen)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded, both_reports);
    cr_expect(dataset->dimension[dataset_dimension(dataset, "basis")].is_taken_apart);
    cr_expect_not(dataset->dimension[dataset_dimension(dataset, "partner")].is_apart);
    cr_expect_eq(exports_of(dataset, "partner", "Brazil", MEMBER_NONE), 72073827084);
    cr_expect_eq(exports_of(dataset, "partner", "Brazil", 1), 69186022713);
    cr_expect_eq(exports_of(dataset, "partner", "", MEMBER_NONE), 78186449455);
    cr_expect_eq(exports_of(dataset, "basis", "mirror", MEMBER_NONE), 74555199153);
    loaded_close(&loaded);
}

Test(apart, as_rows_they_have_no_total_and_no_share)
{
    struct loaded loaded;
    struct arena arena = {0};
    struct query query;
    struct frame *frame;

    load_and_back(&loaded, both_reports);
    query = query_new(&loaded.dataset);
    cr_expect_eq(query.rows, dataset_dimension(&loaded.dataset, "partner"));
    query.rows = dataset_dimension(&loaded.dataset, "basis");
    query.level = 0;
    frame = frame_new(&loaded.dataset, &query, &arena);
    cr_expect_eq(frame->row_count, 2);
    cr_expect(frame->rows_overlap);
    cr_expect_not(frame->has_total);
    cr_expect_not(frame->has_shown);
    cr_expect_not(
        value_is_number(sample_value(frame, sample_row(frame, "mirror"), "share")));
    arena_clear(&arena);
    loaded_close(&loaded);
}

/* Whether the second column of such a table is never added. */
static void expect_apart(const char *heading, const char *a, const char *b,
                         bool is_apart)
{
    struct arena arena = {0};
    const char *text = arena_printf(
        &arena, "year,%s,exports\n2024,%s,10\n2024,%s,20\n2024,d,9\n", heading, a, b);
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(loaded.dataset.dimension[0].is_apart, is_apart, "%s", text);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(apart, a_total_or_a_word_for_parts_makes_a_sum)
{
    expect_apart("Price basis", "current", "constant", true);
    expect_apart("indicator", "a", "b", true);
    expect_apart("Adjustment", "yes", "no", true);
    expect_apart("unit of product", "tonnes", "pieces", true);
    expect_apart("Statement", "a", "b", true);
    expect_apart("Transport mode", "sea", "road", false);
    expect_apart("customs_office", "a", "b", false);
    expect_apart("Regions", "a", "b", false);
    expect_apart("运输方式", "a", "b", false);
    expect_apart("what", "a", "Total", false);
    expect_apart("what", "Total", "a", true); /* a total of 10 cannot hold 20 */
}

Test(apart, a_file_of_ours_says_it_and_the_screen_names_what_it_shows)
{
    static const char text[] = "title: T\nunit: {currency: EUR, scale: 0}\n"
                               "dimensions: {prices: {adds: false}}\n"
                               "columns: [period, partner, prices, exports]\n"
                               "observations:\n"
                               "  - [2024, a, current, 7]\n  - [2024, a, fixed, 5]\n"
                               "  - [2024, b, current, 2]\n  - [2024, b, fixed, 1]\n";
    struct app app = {0};
    struct arena arena = {0};

    program_start(&app, "china-partners-2024.yaml", false);
    dataset_close(&app.loaded);
    sample_load(&app.loaded, text);
    app.dataset = app.loaded;
    lens_reset(&app);
    app_refresh(&app);
    cr_expect_eq(frame_exports(app.frame, &app.frame->total).number, 9);
    cr_expect_str_eq(lens_path(&app, " > ", &arena), " > prices: current");
    program_press(&app, ":fixed<Enter>");
    cr_expect_eq(frame_exports(app.frame, &app.frame->total).number, 6);
    cr_expect_str_eq(lens_path(&app, " > ", &arena), " > prices: fixed");
    app_close(&app);
    arena_clear(&arena);
}
