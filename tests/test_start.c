/*
 * Where reading begins: at a level and in a period that have figures.
 */
#include "core/query/query.h"
#include "tests/loaded.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char levels[] =
    "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
    "dimensions:\n  partner:\n    levels: [world, continent, country]\n    members:\n"
    "      - {code: W, level: world}\n"
    "      - {code: E, level: continent, parent: W}\n"
    "      - {code: F, level: continent, parent: W}\n"
    "      - {code: A, level: country, parent: E, groups: [G]}\n"
    "      - {code: B, level: country, parent: F}\n"
    "    groups: [{code: G}, {code: H}]\n"
    "columns: [period, partner, exports, imports]\nobservations:\n";

static void check(const char *rows, size_t level, const char *expected)
{
    struct dataset dataset = {0};
    struct query query;
    char text[2000];
    char shown[PERIOD_SHOWN_MAX];

    snprintf(text, sizeof(text), "%s%s", levels, rows);
    sample_load(&dataset, text);
    query = query_new(&dataset);
    period_show(shown, query.period);
    cr_expect_eq(query.level, level, "level %zu of\n%s", query.level, rows);
    cr_expect_str_eq(shown, expected, "of\n%s", rows);
    dataset_close(&dataset);
}

Test(query_start, is_the_finest_level_in_the_latest_period)
{
    check("  - [2023, W, 9, 9]\n  - [2023, A, 1, 1]\n"
          "  - [2024, W, 9, 9]\n  - [2024, B, 2, 2]\n",
          2, "2024");
    check("  - [2024, B, 2, 2]\n  - [2024, W, 9, 9]\n"
          "  - [2023, A, 1, 1]\n  - [2023, W, 9, 9]\n",
          2, "2024");
}

/* As Statistics Canada has the latest month. */
Test(query_start, is_the_last_period_with_more_than_totals)
{
    check("  - [2023-12, A, 1, 1]\n  - [2024-01, W, 9, 9]\n  - [2024-01, A, 1, 1]\n"
          "  - [2024-02, W, 9, 9]\n  - [2024-03, W, 9, 9]\n",
          2, "2024-01");
    check("  - [2024-03, W, 9, 9]\n  - [2024-02, W, 9, 9]\n  - [2024-01, A, 1, 1]\n"
          "  - [2023-12, A, 1, 1]\n",
          2, "2024-01");
}

Test(query_start, is_a_coarser_level_where_the_finest_has_nothing)
{
    check("  - [2023, E, 5, 5]\n  - [2023, F, 4, 4]\n  - [2024, E, 5, 5]\n", 1, "2024");
}

/* As UNCTADstat without single economies. */
Test(query_start, is_the_groups_where_no_level_has_anything)
{
    check("  - [2023, W, 9, 9]\n  - [2023, G, 5, 5]\n  - [2024, W, 9, 9]\n"
          "  - [2024, G, 5, 5]\n  - [2024, H, 4, 4]\n",
          LEVEL_GROUPS, "2024");
}

Test(query_start, is_the_whole_where_there_is_nothing_else)
{
    check("  - [2023, W, 9, 9]\n  - [2024, W, 9, 9]\n", 0, "2024");
}

Test(query_start, of_a_table_of_groups_shows_them)
{
    static const char text[] =
        "Year,Economy,Economy Label,Partner,Partner Label,Flow,Flow Label,"
        "US$ at current prices in millions\n"
        "2022,0000,World,0000,World,01,Imports,900\n"
        "2022,1400,Developing economies,0000,World,01,Imports,400\n"
        "2022,1500,Developed economies,0000,World,01,Imports,500\n";
    struct loaded loaded;
    struct arena arena = {0};
    struct query query;

    loaded_open(&loaded);
    loaded_bytes(&loaded, "groups.csv", text, strlen(text), &load_limits_default);
    query = query_new(&loaded.dataset);
    cr_expect_eq(frame_new(&loaded.dataset, &query, &arena)->row_count, 2);
    arena_clear(&arena);
    loaded_close(&loaded);
}

/* What stands for its dimension ends in 2023. */
Test(query_start, looks_at_what_is_shown_of_figures_that_are_never_added)
{
    static const char text[] =
        "entrepot: 1\ntitle: T\nunit: {currency: EUR, scale: 0}\n"
        "dimensions:\n  partner: {members: [{code: A}, {code: B}]}\n"
        "  basis: {adds: false, members: [{code: direct}, {code: mirror}]}\n"
        "columns: [period, partner, basis, exports, imports]\nobservations:\n"
        "  - [2023, A, direct, 1, 1]\n  - [2023, A, mirror, 1, 1]\n"
        "  - [2024, A, mirror, 1, 1]\n";
    struct dataset dataset = {0};

    sample_load(&dataset, text);
    cr_expect_eq(period_year(query_new(&dataset).period), 2023);
    dataset_close(&dataset);
}
