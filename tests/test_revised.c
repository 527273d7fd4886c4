/*
 * Files that overlap: which one counts where their figures differ, and what is kept.
 */
#include "core/query/revision.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files of one folder, which are read by name. */
static void load(struct loaded *loaded, const char *const files[][2], size_t count,
                 bool revises)
{
    static struct load_answers answers;
    char folder[] = "/tmp/entrepot-revised-XXXXXX";
    struct load_limits limits = load_limits_default;

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("all", 0777), 0);
    for (size_t i = 0; i < count; i++) {
        char path[128];
        snprintf(path, sizeof(path), "all/%s", files[i][0]);
        files_write(path, files[i][1], strlen(files[i][1]));
    }
    answers.revises = revises;
    limits.answers = &answers;
    loaded_open(loaded);
    loaded->result = load_file("all", &limits, &loaded->dataset, &loaded->diags);
}

static void expect_revised(const struct loaded *loaded, const char *code, double now,
                           double before)
{
    const struct dataset *dataset = &loaded->dataset;

    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
    cr_expect_eq(loaded_figure(dataset, "exports", code, "2023").number, now);
    cr_assert_eq(dataset->superseded_count, 1);
    expect_round_trip(dataset, code);
    cr_expect_eq(dataset_superseded(dataset, &dataset->superseded[0]).number, before);
    cr_expect(strstr(loaded_message(loaded), "1 figure stands in a newer file"), "%s",
              loaded_message(loaded));
}

Test(revised, a_newer_release_counts_wherever_it_stands)
{
    struct loaded loaded;
    const char *const brackets[][2] = {
        {"x[2023-01-03].csv", "year,partner,exports_usd,imports_usd\n2023,CHN,5,1\n"
                              "2022,CHN,4,1\n"},
        {"x[2024-02-01].csv", "year,partner,exports_usd,imports_usd\n2023,CHN,6,1\n"
                              "2023,JPN,2,2\n"},
    };
    const char *const turned[][2] = {
        {"a.csv", "DATAFLOW,LAST UPDATE,freq,reporter,partner,flow,TIME_PERIOD,"
                  "OBS_VALUE,UNIT_MEASURE\nX,06/06/22 23:00:00,A,DE,CHN,2,2023,7,EUR\n"
                  "X,06/06/22 23:00:00,A,DE,JPN,2,2023,9,EUR\n"},
        {"b.csv",
         "DATAFLOW,LAST UPDATE,freq,reporter,partner,flow,TIME_PERIOD,"
         "OBS_VALUE,UNIT_MEASURE\nX,05/12/21 23:00:00,A,DE,CHN,2,2023,6,EUR\n"},
    };

    load(&loaded, brackets, 2, false);
    expect_revised(&loaded, "CHN", 6, 5);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CHN", "2022").number, 4);
    cr_expect_eq(loaded.dataset.observation_count, 3);
    cr_expect_str_eq(dataset_release(&loaded.dataset, 1), "2024-02-01");
    loaded_close(&loaded);
    load(&loaded, turned, 2, false);
    expect_revised(&loaded, "CHN", 7, 6);
    loaded_close(&loaded);
}

Test(revised, without_an_order_it_is_a_mistake_until_one_is_told)
{
    struct loaded loaded;
    const char *const files[][2] = {
        {"a.csv", "year,partner,exports_usd,imports_usd\n2023,CHN,5,1\n2023,JPN,1,1\n"},
        {"b.csv", "year,partner,exports_usd,imports_usd\n2023,CHN,6,1\n"},
    };

    load(&loaded, files, 2, false);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(strstr(loaded_message(&loaded), "--revise"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
    load(&loaded, files, 2, true);
    expect_revised(&loaded, "CHN", 6, 5);
    loaded_close(&loaded);
}

/* Within one file nothing is newer, whatever was told. */
Test(revised, one_file_does_not_revise_itself)
{
    struct loaded loaded;
    const char *const files[][2] = {
        {"a[2023-01-03].csv",
         "year,partner,exports_usd,imports_usd\n2023,CHN,5,1\n2023,CHN,6,1\n"},
    };

    load(&loaded, files, 1, true);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    loaded_close(&loaded);
}

Test(revised, measures_of_one_row_are_revised_each_for_itself)
{
    struct loaded loaded;
    struct revisions revisions;
    const char *const files[][2] = {
        {"TradeData_4_16_2023_14_22_28.csv",
         "year,partner,flow,value_usd\n2023,CHN,export,5\n2023,CHN,import,7\n"
         "2023,JPN,export,1\n"},
        {"TradeData_11_2_2023_1_2_3.csv",
         "year,partner,flow,value_usd\n2023,CHN,import,8\n"},
    };

    load(&loaded, files, 2, false);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CHN", "2023").number, 5);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "CHN", "2023").number, 8);
    revisions_within(&loaded.dataset, "en", &loaded.arena, &revisions);
    cr_assert_eq(revisions.count, 1);
    cr_expect_eq(revisions.items[0].before.number, 7);
    cr_expect_eq(revisions.items[0].after.number, 8);
    cr_expect_eq(revisions.items[0].difference, 1);
    loaded_close(&loaded);
}
