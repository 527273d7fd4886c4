/*
 * Cross tables. The figures are those of tests/questions/partners.yaml; places and sums
 * were computed from the file apart from the program, by a few lines of Python.
 */
#include "core/export/export.h"
#include "core/query/cross.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct frame *frame;
    struct cross *cross;
};

static void ask(struct asked *asked)
{
    asked->query.is_over_time = true;
    asked->frame = frame_new(&asked->dataset, &asked->query, &asked->arena);
    asked->cross = cross_new(
        asked->frame, (struct column_spec){INDICATOR_FIGURE, asked->frame->exports},
        &asked->arena);
}

static void start(struct asked *asked)
{
    sample_bundled(&asked->dataset, "../tests/questions/partners.yaml");
    asked->query = query_new(&asked->dataset);
    ask(asked);
}

static void stop(struct asked *asked)
{
    dataset_close(&asked->dataset);
    arena_clear(&asked->arena);
}

static size_t row_of(const struct asked *asked, const char *code)
{
    return (size_t)(sample_row(asked->frame, code) - asked->frame->rows);
}

/* The periods of the file are the years from 2015 on. */
static uint32_t year(int number)
{
    return (uint32_t)(number - 2015);
}

struct place_case {
    char code[8];
    int year;
    uint32_t number;
    uint32_t sharing;
    uint32_t of;
};

Test(cross, places_are_those_of_the_period_and_ties_share_one)
{
    static const struct place_case cases[] = {
        {"VNM", 2015, 17, 1, 23}, {"VNM", 2019, 12, 1, 23}, {"VNM", 2024, 7, 1, 23},
        {"IND", 2022, 6, 1, 23},  {"RUS", 2015, 10, 1, 23}, {"RUS", 2024, 21, 1, 23},
        {"KGZ", 2018, 23, 1, 24}, {"SGP", 2024, 15, 2, 23}, {"ESP", 2024, 15, 2, 23},
        {"FJI", 2021, 24, 1, 24},
    };
    struct asked asked = {0};

    start(&asked);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct place_case *c = &cases[i];
        struct cross_place place =
            cross_place(asked.cross, row_of(&asked, c->code), year(c->year));
        cr_expect_eq(place.number, c->number, "%s %d: %u", c->code, c->year,
                     place.number);
        cr_expect_eq(place.sharing, c->sharing);
        cr_expect_eq(cross_ranked(asked.cross, year(c->year)), c->of);
    }
    stop(&asked);
}

Test(cross, what_is_missing_keeps_its_kind_and_has_no_place)
{
    struct asked asked = {0};

    start(&asked);
    cr_expect_eq(cross_value(asked.cross, row_of(&asked, "NGA"), year(2019)).absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(cross_place(asked.cross, row_of(&asked, "NGA"), year(2019)).number, 0);
    cr_expect_eq(cross_value(asked.cross, row_of(&asked, "KGZ"), year(2017)).absence,
                 ABSENCE_NO_ROW);
    cr_expect_eq(cross_place(asked.cross, row_of(&asked, "KGZ"), year(2017)).number, 0);
    cr_expect_eq(cross_first_placed(asked.cross, row_of(&asked, "KGZ"), 0), year(2018));
    cr_expect_eq(cross_first_placed(asked.cross, row_of(&asked, "KGZ"), year(2020)),
                 year(2020));
    cr_expect_eq(cross_last_placed(asked.cross, row_of(&asked, "FJI"), year(2025)),
                 year(2021));
    cr_expect_eq(cross_last_placed(asked.cross, row_of(&asked, "NGA"), year(2020)),
                 year(2018));
    cr_expect_eq(cross_first_ranked(asked.cross, 0), year(2015));
    cr_expect_eq(cross_first_ranked(asked.cross, year(2025)), UINT32_MAX);
    stop(&asked);
}

Test(cross, rows_are_of_all_periods_and_the_plain_frame_has_its_own_only)
{
    struct asked asked = {0};
    struct frame *plain;

    start(&asked);
    cr_expect_lt(row_of(&asked, "FJI"), asked.frame->row_count);
    asked.query.is_over_time = false;
    plain = frame_new(&asked.dataset, &asked.query, &asked.arena);
    for (size_t i = 0; i < plain->row_count; i++)
        cr_expect_str_neq(plain->rows[i].code, "FJI");
    stop(&asked);
}

/* The published total of 2019 is 14.2 bn more than the partners that are known. */
Test(cross, rows_and_what_is_not_allocated_are_the_published_total)
{
    struct asked asked = {0};

    start(&asked);
    cr_expect_float_eq(cross_total(asked.cross, year(2024)).number, 3540.4e9, 0.5);
    cr_expect_eq(cross_total(asked.cross, year(2024)).origin, ORIGIN_PUBLISHED);
    cr_expect_float_eq(cross_value(asked.cross, row_of(&asked, ""), year(2019)).number,
                       14.2e9, 0.5);
    for (uint32_t p = 0; p < asked.cross->period_count; p++) {
        double sum = 0;
        for (size_t i = 0; i < asked.cross->row_count; i++) {
            struct value value = cross_value(asked.cross, i, p);
            sum += value_is_number(value) ? value.number : 0;
        }
        cr_expect_float_eq(sum, cross_total(asked.cross, p).number, 100);
    }
    stop(&asked);
}

Test(cross, flags_stay_with_their_figures)
{
    struct asked asked = {0};
    struct value value;

    start(&asked);
    value = cross_value(asked.cross, row_of(&asked, "VNM"), year(2024));
    cr_expect_str_eq(asked.dataset.texts[ATTRIBUTE_FLAG].text[value.flag], "p");
    cr_expect_float_eq(value.number, 200.4e9, 0.5);
    value = cross_value(asked.cross, row_of(&asked, "VNM"), year(2015));
    cr_expect_eq(value.flag, 0);
    stop(&asked);
}

/* 100 x 200.4 / 3540.4, and of 2015 100 x 40.4 / 2463.7. */
Test(cross, shares_are_of_the_total_of_their_own_period)
{
    struct asked asked = {0};
    struct column_spec share = {INDICATOR_FLOW_SHARE, 0};
    struct cross *cross;

    start(&asked);
    share.measure = asked.frame->exports;
    asked.query.measure = &share;
    asked.frame = frame_new(&asked.dataset, &asked.query, &asked.arena);
    cross = cross_new(asked.frame, share, &asked.arena);
    cr_expect_float_eq(cross_value(cross, row_of(&asked, "VNM"), year(2024)).number,
                       5.66037735849, 1e-9);
    cr_expect_float_eq(cross_value(cross, row_of(&asked, "VNM"), year(2015)).number,
                       1.639810041807, 1e-9);
    stop(&asked);
}

/* A filter hides rows and changes no place. */
Test(cross, places_do_not_depend_on_the_filter)
{
    struct asked asked = {0};

    start(&asked);
    asked.query.filter = "asia";
    ask(&asked);
    cr_expect_eq(asked.frame->row_count, 7);
    cr_expect_eq(cross_place(asked.cross, row_of(&asked, "VNM"), year(2015)).number,
                 17);
    stop(&asked);
}

/* Those with a place in its order, then the rest. */
Test(cross, order_has_what_is_missing_behind_not_last)
{
    struct asked asked = {0};
    const uint32_t *order;
    size_t placed;

    start(&asked);
    order = cross_order(asked.cross, year(2019), &placed);
    cr_expect_eq(placed, 23);
    cr_expect_str_eq(asked.frame->rows[order[0]].code, "USA");
    cr_expect_str_eq(asked.frame->rows[order[22]].code, "FJI");
    for (size_t i = placed; i < asked.cross->row_count; i++)
        cr_expect_eq(cross_place(asked.cross, order[i], year(2019)).number, 0);
    stop(&asked);
}

static char *write_as(const struct sheet *sheet, const char *format)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    cr_assert(export_find(format)->write(sheet, out));
    fclose(out);
    return text;
}

Test(cross, is_written_as_a_matrix_of_figures_and_of_places)
{
    struct asked asked = {0};
    struct sheet sheet;
    char *text;

    start(&asked);
    sheet = sheet_of_cross(asked.cross, false);
    text = write_as(&sheet, "csv");
    cr_expect(strstr(text,
                     "partner,name,kind,figure,unit,2015,2016,2017,2018,2019,2020,"
                     "2021,2022,2023,2024,status\n") == text);
    cr_expect(strstr(text, "VNM,Viet Nam,member,exports,USD,40400000000,49500000000,"
                           "57800000000,65500000000,84800000000,80700000000,"
                           "120700000000,138400000000,156100000000,200400000000,"
                           "2024 p\n"));
    cr_expect(strstr(text, "\"2019 not available, 2024 p\"\n"));
    free(text);
    sheet = sheet_of_cross(asked.cross, true);
    text = write_as(&sheet, "json");
    cr_expect(strstr(text, "\"2015\": 17, "));
    cr_expect(strstr(text, "\"2017\": null, \"2018\": 23"));
    free(text);
    stop(&asked);
}

enum { MANY = 3000, YEARS = 3 };

static double figure_of(unsigned member, unsigned number)
{
    return (double)((member * 7919 + number * 104729) % 10007 * (member % 5));
}

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

static char *write_many(void)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    fputs("entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 0}\n"
          "dimensions: {partner: {title: P}}\n"
          "columns: [period, partner, exports]\nobservations:\n",
          out);
    for (unsigned y = 0; y < YEARS; y++)
        for (unsigned i = 0; i < MANY; i++)
            fprintf(out, "  - [%u, P%04u, %.0f]\n", 2020 + y, i, figure_of(i, y));
    fclose(out);
    return text;
}

/* As many figures as are not sorted to find where a fifth begins. */
Test(cross, fifths_begin_where_sorted_figures_do)
{
    static double sizes[MANY * YEARS];
    struct asked asked = {0};
    struct cross_magnitudes magnitudes;
    char *text = write_many();
    size_t count = 0;

    sample_load(&asked.dataset, text);
    asked.query = query_new(&asked.dataset);
    ask(&asked);
    magnitudes = cross_magnitudes(asked.cross);
    for (unsigned i = 0; i < MANY * YEARS; i++) {
        double figure = figure_of(i % MANY, i / MANY);
        if (figure > 0)
            sizes[count++] = figure;
    }
    qsort(sizes, count, sizeof(sizes[0]), compare_numbers);
    cr_expect_eq(magnitudes.count, count);
    for (size_t s = 0; s < CROSS_FIFTHS; s++)
        cr_expect_eq(magnitudes.least[s], sizes[s * count / CROSS_FIFTHS]);
    /* The totals of the years are larger than any figure. */
    cr_expect_eq(magnitudes.largest, fmax(cross_total(asked.cross, 0).number,
                                          fmax(cross_total(asked.cross, 1).number,
                                               cross_total(asked.cross, 2).number)));
    stop(&asked);
    free(text);
}

Test(cross, positions_are_places_in_the_order)
{
    struct asked asked = {0};
    char *text = write_many();
    const uint32_t *order;
    size_t placed;

    sample_load(&asked.dataset, text);
    asked.query = query_new(&asked.dataset);
    ask(&asked);
    order = cross_order(asked.cross, 1, &placed);
    cr_expect_eq(placed, MANY);
    for (size_t i = 0; i < MANY; i++) {
        cr_assert_eq(cross_position(asked.cross, 1, order[i]), i);
        cr_assert(!i || cross_number(asked.cross, order[i], 1) <=
                            cross_number(asked.cross, order[i - 1], 1));
    }
    cr_expect_eq(cross_position(asked.cross, 1, MANY), SIZE_MAX);
    stop(&asked);
    free(text);
}
