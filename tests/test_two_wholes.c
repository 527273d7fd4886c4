/*
 * Exports of one whole and imports of another: a published total beside a sum.
 */
#include "core/query/path.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct frame *frame;
};

static void ask_of(struct asked *asked, size_t rows)
{
    static const struct column_spec extras[] = {
        {INDICATOR_NORMALISED, 0},    {INDICATOR_FLOW_SHARE, 0},
        {INDICATOR_BALANCE_SHARE, 0}, {INDICATOR_CONTRIBUTION, 0},
        {INDICATOR_GRUBEL_LLOYD, 0},  {INDICATOR_LAFAY, 0}};
    struct query query = query_new(&asked->dataset);

    query.rows = rows;
    query.extras = extras;
    query.extra_count = sizeof(extras) / sizeof(extras[0]);
    if (rows == ROWS_PERIOD) {
        query.sort = (struct sort_key){.kind = SORT_FILE};
        query.period = asked->dataset.periods[0];
    }
    asked->frame = frame_new(&asked->dataset, &query, &asked->arena);
}

static void load(struct asked *asked, const char *rows)
{
    char text[2000];

    snprintf(text, sizeof(text),
             "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
             "dimensions:\n  partner:\n    levels: [world, country]\n    members:\n"
             "      - {code: W, level: world}\n"
             "      - {code: A, level: country, parent: W}\n"
             "      - {code: B, level: country, parent: W}\n"
             "columns: [period, partner, exports, imports]\nobservations:\n%s",
             rows);
    sample_load(&asked->dataset, text);
    ask_of(asked, 0);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    dataset_close(&asked->dataset);
}

static struct value of(const struct asked *asked, const char *code, const char *column)
{
    const struct frame_row *row =
        code ? sample_row(asked->frame, code) : &asked->frame->total;

    return sample_value(asked->frame, row, column);
}

/* The publisher has the world of exports alone. */
static const char exports_of_the_world[] =
    "  - {period: 2023, partner: W, exports: 400}\n"
    "  - [2023, A, 100, 90]\n  - [2023, B, 50, 40]\n"
    "  - {period: 2024, partner: W, exports: 440}\n"
    "  - [2024, A, 110, 99]\n  - [2024, B, 55, 44]\n";

Test(two_wholes, have_no_balance_and_nothing_else_of_both)
{
    static const char *const of_both[] = {"balance", "cover", "total",
                                          "normalised-balance", "grubel-lloyd"};
    struct asked asked = {0};

    load(&asked, exports_of_the_world);
    cr_expect_eq(of(&asked, NULL, "exports").number, 440);
    cr_expect_eq(of(&asked, NULL, "imports").number, 143);
    for (size_t i = 0; i < sizeof(of_both) / sizeof(of_both[0]); i++) {
        cr_expect_eq(of(&asked, NULL, of_both[i]).absence, ABSENCE_UNDEFINED, "%s",
                     of_both[i]);
        cr_expect(value_is_number(of(&asked, "A", of_both[i])), "%s", of_both[i]);
    }
    cr_expect_eq(of(&asked, "A", "balance").number, 11);
    done(&asked);
}

Test(two_wholes, have_no_shares_of_both_but_of_each)
{
    static const char *const of_both[] = {"share", "balance-share", "lafay",
                                          "exports-contribution"};
    struct asked asked = {0};

    load(&asked, exports_of_the_world);
    for (size_t i = 0; i < sizeof(of_both) / sizeof(of_both[0]); i++)
        cr_expect_eq(of(&asked, "A", of_both[i]).absence, ABSENCE_UNDEFINED, "%s",
                     of_both[i]);
    cr_expect_eq(of(&asked, "A", "exports-share").number, 25);
    cr_expect_float_eq(of(&asked, NULL, "exports-growth").number, 10, 1e-9);
    cr_expect_float_eq(of(&asked, NULL, "imports-growth").number, 10, 1e-9);
    done(&asked);
}

/* 440 - 165 of the exports; nothing says what of the imports is not allocated. */
Test(two_wholes, leave_a_rest_of_what_is_published)
{
    struct asked asked = {0};

    load(&asked, exports_of_the_world);
    cr_expect_eq(of(&asked, "", "exports").number, 275);
    cr_expect_eq(of(&asked, "", "imports").absence, ABSENCE_NO_ROW);
    cr_expect(!value_is_number(of(&asked, "", "balance")));
    done(&asked);
}

/* The sum of two worlds, of which one has no imports: 12 and 9 are not one whole. */
Test(two_wholes, leave_rests_that_have_no_balance)
{
    static const char text[] =
        "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
        "dimensions:\n  partner:\n    levels: [world, country]\n    members:\n"
        "      - {code: W, level: world}\n"
        "      - {code: A, level: country, parent: W}\n"
        "  reporter: {members: [{code: K}, {code: P}]}\n"
        "columns: [period, partner, reporter, exports, imports]\nobservations:\n"
        "  - {period: 2024, partner: W, reporter: K, exports: 20}\n"
        "  - [2024, A, K, 10, 9]\n"
        "  - [2024, W, P, 60, 50]\n  - [2024, A, P, 58, 41]\n";
    struct asked asked = {0};

    sample_load(&asked.dataset, text);
    ask_of(&asked, 0);
    cr_expect_eq(of(&asked, "", "exports").number, 12);
    cr_expect_eq(of(&asked, "", "imports").number, 9);
    cr_expect_eq(of(&asked, "", "balance").absence, ABSENCE_UNDEFINED);
    cr_expect_eq(of(&asked, "A", "balance").number, 18);
    done(&asked);
}

Test(two_wholes, of_years_have_no_balance_and_begin_no_path)
{
    struct asked asked = {0};
    struct path_start start;

    load(&asked, exports_of_the_world);
    ask_of(&asked, ROWS_PERIOD);
    cr_expect_eq(of(&asked, "2024", "balance").absence, ABSENCE_UNDEFINED);
    cr_expect_eq(of(&asked, "2024", "cover").absence, ABSENCE_UNDEFINED);
    start = path_start_new(asked.frame, asked.dataset.periods[1], 0);
    cr_expect(start.reason != NULL);
    done(&asked);
}

Test(two_wholes, are_one_where_both_are_published_or_both_are_sums)
{
    struct asked asked = {0};

    load(&asked, "  - [2024, W, 440, 400]\n  - [2024, A, 110, 99]\n");
    cr_expect_eq(of(&asked, NULL, "balance").number, 40);
    cr_expect_eq(of(&asked, "", "balance").number, 440 - 110 - (400 - 99));
    done(&asked);
    asked = (struct asked){0};
    load(&asked, "  - [2024, A, 110, 99]\n  - [2024, B, 55, 44]\n");
    cr_expect_eq(of(&asked, NULL, "balance").number, 22);
    cr_expect_float_eq(of(&asked, "B", "share").number, 100 * 99 / 308.0, 1e-9);
    done(&asked);
}
