/*
 * Several files as one dataset: which of those that were given are, and that what names
 * them names all of them.
 */
#include "core/load/load.h"
#include "core/load/paths.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tui/command_line.h"
#include "tui/opening.h"
#include "tui/workspace.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_text(const char *name, const char *text)
{
    files_write(name, text, strlen(text));
}

/* A folder with tables of two kinds, a dataset of ours and a text. */
static void enter(void)
{
    char folder[] = "/tmp/entrepot-open-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("years", 0700), 0);
    write_text("years/1.csv",
               "year,partner,exports (USD),imports (USD)\n2021,Japan,1,2\n");
    write_text("years/2.csv",
               "year,partner,exports (USD),imports (USD)\n2022,Japan,3,4\n");
    write_text("years/about.txt", "Two years.\n");
    write_text("a.csv", "year,exports (USD),imports (USD)\n2021,1,2\n");
    write_text("ours.yaml",
               "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 0}\nobservations:\n"
               "  - {period: 2021, exports: 1}\n");
}

static struct paths open_with(const char *const *files, size_t count, bool is_apart,
                              struct arena *arena)
{
    struct options options = {.limits = load_limits_default};
    struct diag_list diags = {.arena = arena};

    options.files = files;
    options.file_count = count;
    options.text[OPTION_APART] = is_apart ? "" : NULL;
    return opening_of(&options, arena, &diags);
}

Test(opening, tables_alike_that_follow_each_other_are_one)
{
    static const char *const files[] = {
        "years/1.csv", "years/2.csv", "a.csv", "ours.yaml",
        "ours.yaml",   "gone.csv",    "-"};
    struct arena arena = {0};
    struct paths paths;

    enter();
    paths = open_with(files, 7, false, &arena);
    cr_assert_eq(paths.count, 6);
    cr_expect_str_eq(paths.path[0], "years/1.csv\x1fyears/2.csv");
    cr_expect_str_eq(paths.path[1], "a.csv");
    cr_expect_str_eq(paths.path[5], "-");
    cr_expect_eq(open_with(files, 7, true, &arena).count, 7);
    arena_clear(&arena);
}

Test(opening, several_files_and_a_folder_of_them_are_the_same_dataset)
{
    static const char *const texts[] = {"years/1.csv\x1fyears/2.csv", "years",
                                        "years/"};
    static const char *const titles[] = {"1.csv and 1 more", "years", "years/"};

    enter();
    for (size_t i = 0; i < 3; i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct dataset dataset = {0};
        cr_assert_eq(load_file(texts[i], &load_limits_default, &dataset, &diags),
                     LOAD_OK);
        cr_expect_eq(dataset.observation_count, 2);
        cr_expect_eq(dataset_value(&dataset, 0, 1).number, 3);
        cr_expect_str_eq(dataset_place(&dataset, 1).file, "years/2.csv");
        cr_expect_str_eq(label_pick(&dataset.title, "en"), titles[i]);
        cr_expect_eq(diags.count[SEVERITY_WARNING], i > 0);
        dataset_close(&dataset);
        arena_clear(&arena);
    }
}

Test(opening, a_folder_of_tables_that_differ_says_which)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    enter();
    write_text("years/3.csv", "year,exports (USD),imports (USD)\n2023,5,6\n");
    cr_expect_eq(load_file("years", &load_limits_default, &dataset, &diags),
                 LOAD_BAD_DATA);
    cr_expect_str_eq(diags.first->at.file, "years/3.csv");
    cr_expect_str_eq(
        diags.first->message,
        "cannot be one dataset with years/1.csv: this one has no column of "
        "partner");
    arena_clear(&arena);
}

Test(opening, a_workspace_and_a_command_name_all_of_them)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    struct arena arena = {0};
    struct app app;
    size_t size;

    enter();
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 35, 120);
    cr_assert(tabs_open(&app, "years/1.csv\x1fyears/2.csv"));
    cr_expect_str_eq(command_line_of(&app, &arena),
                     "entrepot --view=overview years/1.csv years/2.csv");
    program_press(&app, "w<C-u>w.yaml<Enter>");
    app_close(&app);
    cr_expect_str_eq(files_read(&arena, "w.yaml", &size),
                     "entrepot-workspace: 1\nopen: 1\ndatasets:\n"
                     "  - files: [years/1.csv, years/2.csv]\n    view: overview\n");

    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 35, 120);
    cr_assert_eq(workspace_open_file(&app, "w.yaml"), LOAD_OK);
    cr_expect_eq(tabs_count(&app), 1);
    cr_expect_eq(app.dataset.observation_count, 2);
    app_close(&app);
    arena_clear(&arena);
}

Test(opening, a_change_of_any_of_them_is_seen)
{
    struct file_stamp before;
    struct file_stamp after;

    enter();
    before = file_stamp_of("years/1.csv\x1fyears/2.csv");
    cr_expect(before.is_regular);
    write_text("years/1.csv",
               "year,partner,exports (USD),imports (USD)\n2021,Japan,10,2\n");
    after = file_stamp_of("years/1.csv\x1fyears/2.csv");
    cr_expect_not(file_stamp_equal(&before, &after));
    cr_assert_eq(unlink("years/2.csv"), 0);
    after = file_stamp_of("years/1.csv\x1fyears/2.csv");
    cr_expect_not(after.is_regular);
}

/* What CEPII gives to its users: tables of a year, and lists of codes beside them. */
static void write_baci(void)
{
    cr_assert_eq(mkdir("baci", 0700), 0);
    write_text("baci/BACI_HS92_Y2022_V202501.csv",
               "t,i,j,k,v,q\n2022,156,842,010121,12.5,1\n2022,842,156,020110,3,NA\n");
    write_text("baci/country_codes_V202401b.csv",
               "country_code,country_name,country_iso2,country_iso3\n156,Old,,\n");
    write_text("baci/country_codes_V202501.csv",
               "country_code,country_name,country_iso2,country_iso3\n"
               "156,China,CN,CHN\n842,USA,US,USA\n");
    write_text("baci/product_codes_HS92_V202501.csv",
               "code,description\n010121,Horses\n020110,\"Meat, of bovines\"\n");
}

static void expect_names(const char *path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(load_file(path, &load_limits_default, &dataset, &diags), LOAD_OK, "%s",
                 diags.first ? diags.first->message : "");
    cr_assert_eq(dataset.dimension_count, 3);
    cr_expect_str_eq(member_name(&dataset.dimension[1], 0, "en"), "USA");
    cr_expect_str_eq(member_name(&dataset.dimension[2], 1, "en"), "Meat, of bovines");
    cr_expect_eq(dataset_value(&dataset, 0, 0).number, 12500);
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(opening, codes_get_their_names_from_the_lists_beside_them)
{
    enter();
    write_baci();
    expect_names("baci/BACI_HS92_Y2022_V202501.csv");
    cr_assert_eq(unlink("baci/country_codes_V202401b.csv"), 0);
    expect_names("baci");
}

Test(opening, files_that_contradict_each_other_say_which_row_does)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    struct arena arena = {0};
    struct app app;

    enter();
    /* Japan is alike in both, Chile is not. */
    write_text("old.csv", "year,partner,exports (USD)\n2021,Japan,1\n2021,Chile,2\n");
    write_text("new.csv", "year,partner,exports (USD)\n2021,Japan,1\n2021,Chile,5\n");
    app_open(&app, &catalog, &look, "en");
    app_resize(&app, 35, 120);
    cr_assert_not(tabs_open(&app, "old.csv\x1fnew.csv"));
    for (const struct diag *diag = app.diags.first; diag; diag = diag->next)
        cr_expect_null(strstr(diag->message, "counted once"), "%s", diag->message);
    cr_expect(opening_apart(&app, "old.csv\x1fnew.csv"));
    cr_expect_eq(strncmp(app.message,
                         "not one dataset: new.csv:3: partner Chile, period 2021: "
                         "other figures than",
                         70),
                 0, "%s", app.message);
    app_close(&app);
    arena_clear(&arena);
}
