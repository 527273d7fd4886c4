/*
 * Product codes of several levels in one column are added up once, whatever the column
 * is called.
 */
#include "tests/loaded.h"
#include "tests/program.h"
#include "tests/round_trip.h"
#include "tests/sample.h"
#include "tui/lens.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Exports of a partner, all products together; "" for all partners. */
static double exports_of(const struct dataset *dataset, const char *code)
{
    struct arena arena = {0};
    struct query query = query_new(dataset);
    struct frame *frame;
    struct value value;

    query.rows = dataset_dimension(dataset, "partner");
    frame = frame_new(dataset, &query, &arena);
    value = frame_exports(frame, *code ? sample_row(frame, code) : &frame->total);
    arena_clear(&arena);
    return value.number;
}

static const struct dimension *product_of(const struct loaded *loaded)
{
    size_t number = dataset_dimension(&loaded->dataset, "product");

    cr_assert_neq(number, SIZE_MAX);
    return &loaded->dataset.dimension[number];
}

static const char chapters[] = "2024,China,01,400\n"
                               "2024,China,0101,300\n"
                               "2024,China,0102,100\n"
                               "2024,China,02,600\n"
                               "2024,China,0201,600\n"
                               "2024,Japan,01,40\n"
                               "2024,Japan,0101,40\n";

/* 400 and 600 are all of China; the headings below are the same goods again. */
Test(digits, levels_are_added_once_under_any_heading_of_products)
{
    static const char *const headings[] = {"Product", "Commodity Code", "commodity",
                                           "HS", "商品"};

    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
        struct loaded loaded;
        char text[400];
        snprintf(text, sizeof(text), "Year,Partner,%s,Exports (USD)\n%s", headings[i],
                 chapters);
        load_and_back(&loaded, text);
        cr_expect_eq(exports_of(&loaded.dataset, "China"), 1000, "%s", headings[i]);
        cr_expect_eq(exports_of(&loaded.dataset, ""), 1040, "%s", headings[i]);
        cr_expect_eq(product_of(&loaded)->level_count, 2, "%s", headings[i]);
        loaded_close(&loaded);
    }
}

/* A chapter, a heading of it and a line of that are 400 and no more; what is in no
 * code of its own is not lost. */
Test(digits, lines_stand_below_chapters)
{
    static const char text[] = "Year,Partner,Product,Exports (USD)\n"
                               "2024,China,84,400\n2024,China,8471,300\n"
                               "2024,China,847130,100\n2024,Japan,84,40\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(exports_of(&loaded.dataset, "China"), 400);
    cr_expect_eq(exports_of(&loaded.dataset, ""), 440);
    loaded_close(&loaded);
}

/* The total of all products is above the chapters. */
Test(digits, a_total_stands_above_them)
{
    static const char text[] = "Year,Partner,Product,Exports (USD)\n"
                               "2024,China,TOTAL,1000\n2024,China,01,400\n"
                               "2024,China,0101,400\n2024,China,02,600\n"
                               "2024,Japan,TOTAL,50\n2024,Japan,01,50\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(exports_of(&loaded.dataset, "China"), 1000);
    cr_expect_eq(exports_of(&loaded.dataset, ""), 1050);
    loaded_close(&loaded);
}

/* Codes that are a part of others by chance are no hierarchy: nothing is added, and
 * that is said. */
Test(digits, figures_that_contradict_are_not_added)
{
    static const char text[] = "Year,Partner,Product,Exports (USD)\n"
                               "2024,China,10,5\n2024,China,1010,500\n"
                               "2024,China,11,6\n2024,Japan,10,1\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect(product_of(&loaded)->is_apart);
    cr_expect(strstr(loaded_message(&loaded), "look like a hierarchy"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

/* Without a code that is the beginning of another they are a list, which adds up; so
 * are codes of lengths that the system has not. */
Test(digits, a_list_of_one_level_stays_one)
{
    static const char *const texts[] = {"Year,Partner,Product,Exports (USD)\n"
                                        "2024,China,0101,5\n2024,China,0201,500\n"
                                        "2024,Japan,0101,1\n",
                                        "Year,Partner,Product,Exports (USD)\n"
                                        "2024,China,100,5\n2024,China,10,500\n"
                                        "2024,Japan,10,1\n"};

    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(exports_of(&loaded.dataset, "China"), 505);
        cr_expect_eq(product_of(&loaded)->level_count, 1);
        loaded_close(&loaded);
    }
}

/* Rounding makes parts a little more than their whole. */
Test(digits, rounding_contradicts_nothing)
{
    static const char text[] = "Year,Partner,Product,Exports (USD)\n"
                               "2024,China,01,400\n2024,China,0101,301\n"
                               "2024,China,0102,101\n2024,Japan,01,9000\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_eq(exports_of(&loaded.dataset, "China"), 400);
    loaded_close(&loaded);
}

static const char levels[] = "year,product,exports_usd\n"
                             "2022,0,100\n2022,00,40\n2022,01,60\n"
                             "2022,1,50\n2022,11,30\n2022,12,20\n2022,2,7\n";

/* Sections and divisions of another classification: 157 is all, and 307 is not. */
Test(digits, levels_of_other_lists_are_not_added_twice)
{
    struct loaded loaded;

    loaded_open(&loaded);
    load_and_back(&loaded, levels);
    cr_expect(product_of(&loaded)->is_apart);
    cr_expect(strstr(loaded_message(&loaded), "of several levels"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

/* Numbers that only begin alike are parts as others are. */
Test(digits, numbers_that_begin_alike_are_no_levels)
{
    struct loaded loaded;

    loaded_open(&loaded);
    load_and_back(&loaded, "year,product,exports_usd\n2022,1,100\n2022,2,50\n"
                           "2022,11,3\n2022,12,4\n2022,23,500\n");
    cr_expect_not(product_of(&loaded)->is_apart);
    loaded_close(&loaded);
}
