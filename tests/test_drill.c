/*
 * The columns of drill are kept from key to key: they are those that are made from
 * nothing, whatever the keys were.
 */
#include "core/base/stop.h"
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/drilling.h"
#include "tui/input.h"
#include "tui/stopping.h"
#include "tui/tabs.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PARTNERS "china-partners-2024.yaml"
#define PRODUCTS "../tests/questions/products.yaml"
#define MONTHS "china-monthly-2023-2024.yaml"
#define YEARS "../tests/questions/partners.yaml"

static char *picture(struct app *app, int rows, int cols)
{
    struct arena arena = {0};
    char *text = golden_text(program_draw(app, &arena, rows, cols));

    arena_clear(&arena);
    return text;
}

/* As if drill had not been looked at before. */
static void make_anew(struct app *app)
{
    drilling_clear(app);
    app->charting.drilled = NULL;
    app_settle(app);
}

static void expect_same(struct app *kept, struct app *fresh, const char *keys)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {60, 210}, {9, 30}};

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        char *a = picture(kept, sizes[i][0], sizes[i][1]);
        char *b;
        app_resize(fresh, sizes[i][0], sizes[i][1]);
        make_anew(fresh);
        b = picture(fresh, sizes[i][0], sizes[i][1]);
        cr_assert_str_eq(a, b, "%dx%d, before '%s':\n%s\ninstead of\n%s", sizes[i][1],
                         sizes[i][0], keys, a, b);
        free(a);
        free(b);
    }
}

/* Presses the same keys in both. */
static void go(struct app *kept, struct app *fresh, const char *keys)
{
    for (int key = input_read(&keys); key != INPUT_NONE; key = input_read(&keys)) {
        cr_assert(key > 0);
        app_key(kept, key);
        app_key(fresh, key);
        expect_same(kept, fresh, keys);
    }
}

struct way {
    char file[40];
    char keys[160];
};

ParameterizedTestParameters(drill, columns_are_those_made_from_nothing)
{
    static struct way ways[] = {
        {PARTNERS, "0jjj<PgDn>G<Up>g/viet<Enter>j<Right>jj<Right><Esc>uuUu"},
        {PARTNERS, "0<Left>jj<Right>j<Right><Left><Left>GG<Right>j<Right>uuuuUUUU"},
        {PARTNERS, "0/viet<Enter>[[]j<Right><Left>xjx<Left>xx"},
        {PARTNERS, "0sbjs<Esc>sbj<Right>j<BS>sn"},
        {PARTNERS, "0fasia<Enter>jj<Right>uF*X"},
        {PARTNERS, "0 j j<Left> <Right>B"},
        {PARTNERS, "0vjvjvjv<Right>jpjp"},
        {PARTNERS, "0c<Esc>caja<Right>aj2j0j1P0"},
        {PARTNERS, "0<Right>j<Right>r<Left>r"},
        {PRODUCTS, "0<Left><Left>j<Right>j<Right>jj<Right>j<Left>j<Left>j<Left>"},
        {PRODUCTS, "0jjjjjjjjjjjj<PgDn><PgDn>G<Left>G<Right>uu"},
        {MONTHS, "0jj<Right>jt<Right>jt<Left>jt{}uuuU"},
        {MONTHS, "0jztjZu%"},
        {YEARS, "0j[[j<Right>jj<Left>]uuu"},
    };

    return cr_make_param_array(struct way, ways, sizeof(ways) / sizeof(ways[0]));
}

ParameterizedTest(struct way *way, drill, columns_are_those_made_from_nothing)
{
    static struct app kept;
    static struct app fresh;

    program_start(&kept, way->file, false);
    program_start(&fresh, way->file, false);
    go(&kept, &fresh, way->keys);
    app_close(&kept);
    app_close(&fresh);
}

enum { MANY = 3000, AREAS = 2 };

static void write_members(FILE *out, bool has_levels)
{
    for (int i = 0; i < MANY; i++) {
        fprintf(out, "      - {code: P%d, name: Land %d%s", i, i,
                i % 7 ? "" : " and islands");
        if (has_levels)
            fprintf(out, ", level: country, parent: A%d", i % AREAS);
        fputs(i % 50 ? "}\n" : ", groups: [G]}\n", out);
    }
}

/* More rows than a column keeps that has no cursor. */
static void write_many(char *path, bool has_levels)
{
    FILE *out = fdopen(mkstemp(path), "w");

    cr_assert_not_null(out);
    fputs("entrepot: 1\ntitle: Many\nunit: {currency: USD, scale: 3}\n"
          "dimensions:\n  partner:\n",
          out);
    fputs(has_levels ? "    levels: [area, country]\n    members:\n"
                       "      - {code: A0, level: area, name: Left}\n"
                       "      - {code: A1, level: area, name: Right}\n"
                     : "    members:\n",
          out);
    write_members(out, has_levels);
    fputs("    groups:\n      - {code: G, name: Bloc}\n"
          "columns: [period, partner, exports, imports]\nobservations:\n",
          out);
    for (int year = 2022; year <= 2024; year++)
        for (int i = 0; i < MANY; i++)
            fprintf(out, "  - [%d, P%d, %d, %d]\n", year, i, i * 7919 % 10007 + year,
                    i * 104729 % 9973);
    fclose(out);
}

static void start_many(struct app *app, const char *path)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    app_open(app, &catalog, &look, "en");
    app_resize(app, 35, 120);
    cr_assert_eq(app_load(app, path), LOAD_OK);
}

static void expect_many(bool has_levels, const char *keys)
{
    static struct app kept;
    static struct app fresh;
    char path[] = "/tmp/entrepot-drill-XXXXXX";

    write_many(path, has_levels);
    start_many(&kept, path);
    start_many(&fresh, path);
    unlink(path);
    go(&kept, &fresh, keys);
    app_close(&kept);
    app_close(&fresh);
}

Test(drill, a_column_of_many_shows_the_chosen_one_without_a_cursor)
{
    expect_many(false, "0<PgDn><PgDn>j<Right>j<Left>G<Up><Up><Right><Left>G<Right>u[");
}

Test(drill, neighbours_that_are_many_can_all_be_gone_to)
{
    expect_many(true, "0<PgDn>jG<Up><Right><Left><Left>G<Right><End><Up>g<Right>uuu");
}

/* The other dataset's columns are its own. */
Test(drill, is_of_the_tab_on_the_screen)
{
    static struct app kept;
    static struct app fresh;
    struct arena arena = {0};
    const char *path = files_path(&arena, "tests/questions/products.yaml");

    program_start(&kept, PARTNERS, false);
    program_start(&fresh, PARTNERS, false);
    go(&kept, &fresh, "0jj<Right>");
    cr_assert(tabs_open(&kept, path) && tabs_open(&fresh, path));
    go(&kept, &fresh, "0<Left>j<Right>,j.j<Left>,<Left>.");
    cr_assert(tabs_close(&kept) && tabs_close(&fresh));
    go(&kept, &fresh, "jj<Right>");
    app_close(&kept);
    app_close(&fresh);
    arena_clear(&arena);
}

static bool press_stopped(struct app *app, const char *keys)
{
    struct stop stop = {0};
    struct moment moment;

    atomic_store(&stop.is_wanted, true);
    stopping_begin(app, &moment, &stop);
    program_press(app, keys);
    return stopping_end(app);
}

/* What was stopped before it was whole is made with the next key. */
Test(drill, has_its_columns_after_a_stop)
{
    static struct app kept;
    static struct app fresh;

    program_start(&kept, PARTNERS, false);
    program_start(&fresh, PARTNERS, false);
    cr_expect_not(press_stopped(&kept, "0"), "it has taken back a view");
    program_press(&fresh, "0");
    go(&kept, &fresh, "j");
    cr_expect(press_stopped(&kept, "v"));
    kept.message[0] = '\0';
    fresh.message[0] = '\0';
    expect_same(&kept, &fresh, "");
    go(&kept, &fresh, "j<Right>");
    app_close(&kept);
    app_close(&fresh);
}
