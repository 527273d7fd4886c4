/*
 * The bundled datasets against what their publishers say. GACC: 2024 exports 25.4545,
 * imports 18.3923 trillion yuan, growth 7.1 and 2.3 %. World Bank: the surplus of 2024
 * is 989.5 billion dollars and the last deficit was in 1993.
 */
#include "tests/files.h"
#include "tests/round_trip.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static struct frame *ask(struct dataset *dataset, struct arena *arena,
                         const char *level)
{
    struct query query = query_new(dataset);
    struct diag_list diags = {.arena = arena};

    if (level)
        cr_assert(query_read_level(&query, dataset, level, &diags));
    return frame_new(dataset, &query, arena);
}

Test(bundled, partners_of_2024)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;
    const struct frame_row *row;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    frame = ask(&dataset, &arena, "country");
    cr_expect_eq(frame->member_count, 252);
    row = sample_row(frame, "USA");
    cr_expect_eq(sample_value(frame, row, "exports").number, 3733722280000);
    cr_expect_eq(sample_value(frame, row, "imports").number, 1164060880000);
    cr_expect_eq(sample_value(frame, row, "balance").number, 2569661400000);
    cr_expect_eq(sample_value(frame, &frame->total, "exports").number, 25454537240000);
    cr_expect_eq(sample_value(frame, &frame->total, "imports").number, 18392255340000);
    cr_expect_eq(sample_value(frame, &frame->total, "exports-growth").number, 7.1);
    cr_expect_eq(sample_value(frame, &frame->total, "imports-growth").number, 2.3);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, rows_and_what_is_not_allocated_are_the_total_at_every_level)
{
    static const char *const levels[] = {"continent", "country"};
    struct dataset dataset;
    struct arena arena = {0};

    sample_bundled(&dataset, "china-partners-2024.yaml");
    for (size_t i = 0; i < 2; i++) {
        struct frame *frame = ask(&dataset, &arena, levels[i]);
        double sum = 0;
        for (size_t r = 0; r < frame->row_count; r++) {
            struct value value = sample_value(frame, &frame->rows[r], "imports");
            cr_expect_neq(frame->rows[r].kind, ROW_GROUP);
            sum += value_is_number(value) ? value.number : 0;
        }
        cr_expect_eq(sum, 18392255340000);
    }
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, six_continents_and_the_part_that_is_not_allocated)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    frame = ask(&dataset, &arena, "continent");
    cr_expect_eq(frame->member_count, 6);
    cr_expect_eq(frame->row_count, 7);
    cr_expect_eq(frame->rows[6].kind, ROW_UNALLOCATED);
    arena_clear(&arena);
    dataset_close(&dataset);
}

/* Brunei to Viet Nam, twenty-seven members of the Union, twenty-one economies: the
 * published figure of each bloc is the sum of its members (but for what is rounded). */
Test(bundled, blocs_are_the_sums_of_their_members)
{
    static const struct {
        const char *code;
        uint32_t members;
    } blocs[] = {{"ASEAN", 10}, {"EU", 27}, {"APEC", 21}};
    struct dataset dataset;
    const struct dimension *partner;

    sample_bundled(&dataset, "china-partners-2024.yaml");
    partner = &dataset.dimension[0];
    for (size_t i = 0; i < 3; i++) {
        uint32_t bloc =
            dict_find(&partner->codes, blocs[i].code, strlen(blocs[i].code));
        uint32_t count = 0;
        double sum = 0;
        double published = 0;
        cr_assert_neq(bloc, DICT_NONE);
        for (size_t o = 0; o < dataset.observation_count; o++) {
            uint32_t member = codes_get(&partner->column, o);
            struct value value =
                dataset_value(&dataset, dataset_measure(&dataset, "imports"), o);
            double number = value_is_number(value) ? value.number : 0;
            if (member == bloc)
                published = number;
            if (member_is_within(partner, member, bloc)) {
                sum += number;
                count++;
            }
        }
        cr_expect_eq(count, blocs[i].members, "%s has %u", blocs[i].code, count);
        cr_expect_lt(fabs(sum - published), 30e4, "%s", blocs[i].code);
    }
    dataset_close(&dataset);
}

Test(bundled, annual_dollars)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;
    const char *last_deficit = "";

    sample_bundled(&dataset, "china-annual-usd.yaml");
    frame = ask(&dataset, &arena, NULL);
    cr_expect_eq(frame->row_count, 65);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024"), "exports").number,
                 3576765e6);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024"), "balance").number,
                 989531e6);
    for (size_t i = 0; i < frame->row_count; i++) {
        struct value balance = sample_value(frame, &frame->rows[i], "balance");
        if (value_is_number(balance) && balance.number < 0 &&
            strcmp(frame->rows[i].code, last_deficit) > 0)
            last_deficit = frame->rows[i].code;
    }
    cr_expect_str_eq(last_deficit, "1993");
    /* Exports are published from 1969 on. */
    cr_expect_not(
        value_is_number(sample_value(frame, sample_row(frame, "1960"), "exports")));
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, months_and_years_in_yuan)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_bundled(&dataset, "china-monthly-2023-2024.yaml");
    frame = ask(&dataset, &arena, NULL);
    cr_expect_eq(frame->row_count, 24);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2023-02"), "balance").number,
                 798e8);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024-12"), "balance").number,
                 7529e8);
    dataset_close(&dataset);

    sample_bundled(&dataset, "china-annual-cny.yaml");
    frame = ask(&dataset, &arena, NULL);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024"), "exports").number,
                 25454500000000);
    cr_expect_eq(sample_value(frame, sample_row(frame, "2024"), "balance").number,
                 7062200000000);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, the_change_of_coverage_in_1989_stops_growth)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_bundled(&dataset, "china-monthly-1983-2013.yaml");
    frame = ask(&dataset, &arena, NULL);
    cr_expect_eq(
        sample_value(frame, sample_row(frame, "1989-01"), "exports-growth").absence,
        ABSENCE_UNDEFINED);
    cr_expect(value_is_number(
        sample_value(frame, sample_row(frame, "1990-01"), "exports-growth")));
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, the_expo_has_one_measure_and_no_balance)
{
    struct dataset dataset;
    struct arena arena = {0};
    struct frame *frame;

    sample_bundled(&dataset, "ciie.yaml");
    frame = ask(&dataset, &arena, NULL);
    cr_expect_not(frame->has_imports);
    cr_expect_eq(frame->row_count, 8);
    cr_expect_eq(frame_exports(frame, sample_row(frame, "2025")).number, 83.49e9);
    arena_clear(&arena);
    dataset_close(&dataset);
}

Test(bundled, the_headline_is_a_dataset_of_facts)
{
    struct dataset dataset;

    sample_bundled(&dataset, "import-export-balance.yaml");
    cr_expect_geq(dataset.fact_count, 12);
    cr_expect_geq(dataset.note_count, 7);
    dataset_close(&dataset);
}

Test(bundled, every_one_comes_back_from_a_file_that_it_is_written_to)
{
    struct arena arena = {0};
    const char **names;
    size_t count = files_list(&arena, files_path(&arena, "datasets"), ".yaml", &names);

    cr_assert_gt(count, 5);
    for (size_t i = 0; i < count; i++) {
        struct dataset dataset;
        sample_bundled(&dataset, names[i]);
        expect_round_trip(&dataset, names[i]);
        dataset_close(&dataset);
    }
    arena_clear(&arena);
}
