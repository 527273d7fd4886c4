/*
 * Rows of one key in one file: once where they are certainly the same, else asked.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static void load(struct loaded *loaded, const char *text, enum repeats repeats)
{
    struct load_answers answers = {.repeats = repeats};
    struct load_limits limits = load_limits_default;

    limits.answers = &answers;
    loaded_bytes(loaded, "t.csv", text, strlen(text), &limits);
}

static bool was_said(const struct loaded *loaded, const char *words)
{
    for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
        if (strstr(diag->message, words))
            return true;
    return false;
}

#define HEAD "period,partner,exports (USD),imports (USD)\n"
#define TWICE HEAD "2024,CN,100,50\n2024,US,70,60\n2024,CN,100,50\n2024,CN,100,50\n"

Test(repeats, a_row_that_says_the_same_again_counts_once_and_is_told)
{
    struct loaded loaded;

    load(&loaded, TWICE, REPEATS_OPEN);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 2);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CN", "2024").number, 100);
    cr_expect(was_said(&loaded, "2 rows say again what earlier ones say"), "%s",
              loaded_message(&loaded));
    cr_expect(was_said(&loaded, "is as line 2"), "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.diags.first->at.line, 4);
    expect_round_trip(&loaded.dataset, "repeats");
    loaded_close(&loaded);
}

Test(repeats, what_differs_is_refused)
{
    static const char *const texts[] = {
        HEAD "2024,CN,100,50\n2024,CN,100,51\n",
        HEAD "2024,CN,100,50\n2024,CN,100,\n",
        "period,partner,exports (USD),flag\n2024,CN,100,p\n2024,CN,100,e\n",
    };

    for (size_t i = 0; i < 3; i++) {
        struct loaded loaded;
        load(&loaded, texts[i], REPEATS_OPEN);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", texts[i]);
        cr_expect(was_said(&loaded, "--repeats=add"), "%s", loaded_message(&loaded));
        loaded_close(&loaded);
        load(&loaded, texts[i], REPEATS_ONCE);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

/* A quantity that is not read, or a day, may be that of another delivery. */
Test(repeats, rows_that_may_be_of_other_things_are_not_taken_for_the_same)
{
    static const char *const texts[] = {
        "date,country,exports (USD)\n2024-01-03,CN,100\n2024-01-03,CN,100\n"
        "2024-01-05,CN,7\n",
        "period,partner,exports (USD),weight\n2024-01,CN,100,3\n2024-01,CN,100,4\n",
    };

    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        load(&loaded, texts[i], REPEATS_OPEN);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", texts[i]);
        cr_expect(was_said(&loaded, "--repeats=once"), "%s", loaded_message(&loaded));
        cr_expect_eq(was_said(&loaded, "may tell such rows apart: weight"), i == 1);
        loaded_close(&loaded);
        load(&loaded, texts[i], REPEATS_ONCE);
        cr_expect_eq(loaded.result, LOAD_OK);
        cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).number, 100);
        loaded_close(&loaded);
        load(&loaded, texts[i], REPEATS_ADD);
        cr_expect_eq(loaded.result, LOAD_OK);
        cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).number, 200);
        loaded_close(&loaded);
    }
}

/* Sums are of the last digit: 0.1 and 0.2 are 0.3. What is missing spreads. */
Test(repeats, rows_are_added_up_where_that_is_the_answer)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded,
         HEAD "2024,CN,0.1,50\n2024,US,1,2\n2024,CN,0.2,-\n2024,US,..,3\n"
              "2023,CN,1,1\n",
         REPEATS_ADD);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(dataset->observation_count, 3);
    cr_expect_eq(loaded_figure(dataset, "exports", "CN", "2024").number, 0.3);
    cr_expect_eq(loaded_figure(dataset, "imports", "CN", "2024").number, 50);
    cr_expect_eq(loaded_figure(dataset, "exports", "US", "2024").absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(loaded_figure(dataset, "imports", "US", "2024").number, 5);
    cr_expect(was_said(&loaded, "2 rows were added"), "%s", loaded_message(&loaded));
    loaded_close(&loaded);
}

/* A sum that no whole number holds any more is no whole number. */
Test(repeats, sums_that_are_large_stay_right)
{
    struct loaded loaded;

    load(&loaded,
         "period,partner,exports (USD)\n2024,CN,1125899906842623.5\n"
         "2024,CN,1125899906842623.5\n2023,CN,1\n",
         REPEATS_ADD);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2024").number,
                 2251799813685247.0);
    loaded_close(&loaded);
}

/* Nothing says that the second half are imports, and they are no part of the exports.
 */
Test(repeats, two_blocks_of_the_same_keys_are_not_proposed_as_a_sum)
{
    static const char *const texts[] = {
        "year,partner,value (USD)\n2023,CN,100\n2023,US,50\n2023,CN,90\n2023,US,40\n",
        "year,partner,value (USD)\n2023,CN,100\n2023,US,50\n2023,US,40\n2023,CN,90\n"
        "2023,FR,3\n",
        "year,partner,comment,value (USD)\n2023,CN,exports,100\n2023,CN,imports,90\n"
        "2023,US,exports,50\n2023,US,imports,40\n",
    };

    for (size_t i = 0; i < 3; i++) {
        struct load_limits limits = load_limits_default;
        struct load_open open = {0};
        struct loaded loaded;
        limits.open = &open;
        loaded_bytes(&loaded, "t.csv", texts[i], strlen(texts[i]), &limits);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA);
        cr_expect_eq(open.repeats, REPEATS_OPEN, "%s", texts[i]);
        cr_expect(!was_said(&loaded, "--repeats=add"), "%s", loaded_message(&loaded));
        cr_expect(was_said(&loaded, "may be exports and imports"), "%s",
                  loaded_message(&loaded));
        loaded_close(&loaded);
        load(&loaded, texts[i], REPEATS_ADD);
        cr_expect_eq(loaded.result, LOAD_OK, "a person may know better");
        loaded_close(&loaded);
    }
}

/* Where flows have columns of their own, or rows of a key follow each other. */
Test(repeats, parts_are_proposed_with_what_would_be_added)
{
    static const char *const texts[] = {
        HEAD "2024,CN,100,50\n2024,US,70,60\n2024,CN,90,40\n2024,US,1,2\n",
        "year,partner,value (USD)\n2023,CN,100\n2023,CN,90\n2023,US,50\n2023,US,40\n",
    };

    for (size_t i = 0; i < 2; i++) {
        struct load_limits limits = load_limits_default;
        struct load_open open = {0};
        struct loaded loaded;
        limits.open = &open;
        loaded_bytes(&loaded, "t.csv", texts[i], strlen(texts[i]), &limits);
        cr_expect_eq(open.repeats, REPEATS_ADD, "%s", texts[i]);
        cr_expect(was_said(&loaded, "'90' instead of '100' at line 2; --repeats=add"),
                  "%s", loaded_message(&loaded));
        loaded_close(&loaded);
    }
}
