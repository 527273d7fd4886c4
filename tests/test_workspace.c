/*
 * A workspace: saved, read by a person, opened again; and one with mistakes.
 */
#include "core/load/workspace.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tui/app.h"
#include "tui/tabs.h"
#include "tui/workspace.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of the test's own with two datasets, one below it. */
static void enter(char *folder)
{
    static const char *const names[][2] = {
        {"china-partners-2024.yaml", "partners.yaml"},
        {"china-annual-usd.yaml", "more/annual data.yaml"},
    };
    struct arena arena = {0};

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(mkdir(arena_printf(&arena, "%s/more", folder), 0777), 0);
    for (size_t i = 0; i < 2; i++) {
        size_t size;
        const char *bytes = files_read(
            &arena,
            files_path(&arena, arena_printf(&arena, "datasets/%s", names[i][0])),
            &size);
        files_write(arena_printf(&arena, "%s/%s", folder, names[i][1]), bytes, size);
    }
    cr_assert_eq(chdir(folder), 0);
    arena_clear(&arena);
}

static void open_app(struct app *app)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    app_open(app, &catalog, &look, "en");
    app_resize(app, 35, 120);
}

Test(workspace, brings_back_every_dataset_as_it_was)
{
    char folder[] = "/tmp/entrepot-work-XXXXXX";
    struct arena arena = {0};
    struct app app;
    size_t size;

    enter(folder);
    open_app(&app);
    cr_assert(tabs_open(&app, "partners.yaml"));
    program_press(&app, "2vv/europe<Enter><Enter>/germany<Enter>");
    cr_assert(tabs_open(&app, "more/annual data.yaml"));
    program_press(&app, "4<Left><Left>w");
    cr_expect_str_eq(app.file_name, "annual data.workspace.yaml");
    program_press(&app, "<C-u>all.workspace.yaml<Enter>");
    cr_expect_str_eq(app.message, "saved 2 datasets in all.workspace.yaml");
    cr_expect_eq(app.tabs.current, 1);
    app_close(&app);
    cr_expect_str_eq(files_read(&arena, "all.workspace.yaml", &size),
                     "entrepot-workspace: 1\n"
                     "open: 2\n"
                     "datasets:\n"
                     "  - file: partners.yaml\n"
                     "    view: table\n"
                     "    within: EUROPE\n"
                     "    select: DEU\n"
                     "  - file: \"more/annual data.yaml\"\n"
                     "    view: trend\n"
                     "    select: 2022\n");

    cr_assert_eq(chdir("/"), 0);
    open_app(&app);
    cr_assert_eq(workspace_open_file(
                     &app, arena_printf(&arena, "%s/all.workspace.yaml", folder)),
                 LOAD_OK);
    cr_expect_eq(tabs_count(&app), 2);
    cr_expect_eq(app.view, VIEW_TREND);
    cr_expect_eq(app.dataset.periods[app.trend->rows[app.trended].period].index, 2022);
    program_press(&app, ",");
    cr_expect_eq(app.view, VIEW_TABLE);
    cr_expect_eq(app.frame->member_count, 51);
    cr_expect_str_eq(app.frame->rows[app.selected].code, "DEU");
    app_close(&app);
    arena_clear(&arena);
}

Test(workspace, what_no_longer_fits_is_said_and_the_rest_is_done)
{
    static const char text[] = "entrepot-workspace: 1\ndatasets:\n"
                               "  - file: partners.yaml\n    view: table\n"
                               "    within: ATLANTIS\n    sort: name\n"
                               "  - file: gone.yaml\n";
    char folder[] = "/tmp/entrepot-work-XXXXXX";
    struct app app;

    enter(folder);
    files_write("w.yaml", text, strlen(text));
    open_app(&app);
    workspace_open_file(&app, "w.yaml");
    cr_expect_eq(app.view, VIEW_TABLE);
    cr_expect_eq(app.lens.query.sort.kind, SORT_NAME);
    cr_expect(strstr(app.message, "w.yaml:5:13: no member has the code 'ATLANTIS'") !=
                  NULL,
              "%s", app.message);
    program_press(&app, ".");
    cr_expect_eq(app.page, PAGE_ERRORS);
    app_close(&app);
}

static void expect_mistake(const char *text, const char *message)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct workspace workspace;

    files_write("w.yaml", text, strlen(text));
    cr_expect(workspace_is("w.yaml"));
    cr_expect_not(workspace_read("w.yaml", &workspace, &arena, &diags));
    cr_assert_not_null(diags.first);
    cr_expect_str_eq(arena_printf(&arena, "%zu:%zu: %s", diags.first->at.line,
                                  diags.first->at.column, diags.first->message),
                     message);
    arena_clear(&arena);
}

Test(workspace, mistakes_have_their_line_and_column)
{
    char folder[] = "/tmp/entrepot-work-XXXXXX";

    enter(folder);
    expect_mistake("entrepot-workspace: 2\ndatasets: [{file: a}]\n",
                   "1:21: version '2' of a workspace is not known: this program reads "
                   "version 1");
    expect_mistake(
        "# mine\n---\nentrepot-workspace: 1\ndata: x\ndatasets: [{file: a}]\n",
        "4:1: unknown key 'data'; a workspace has entrepot-workspace, open "
        "and datasets");
    expect_mistake("entrepot-workspace: 1\ndatasets:\n  - view: table\n",
                   "3:5: this dataset has no 'file'");
    expect_mistake("entrepot-workspace: 1\ndatasets:\n  - file: [a]\n",
                   "3:11: expected one word or text");
    expect_mistake("entrepot-workspace: 1\nopen: none\ndatasets: [{file: a}]\n",
                   "2:7: expected the number of the dataset to show, from 1");
    expect_mistake("entrepot-workspace: 1\n", "0:0: the workspace has no datasets");
}

Test(workspace, is_known_by_its_content_alone)
{
    char folder[] = "/tmp/entrepot-work-XXXXXX";

    enter(folder);
    cr_expect_not(workspace_is("partners.yaml"));
    cr_expect_not(workspace_is("nowhere.yaml"));
    cr_expect_not(workspace_is("."));
    files_write("w", "entrepot-workspaces: 1\n", 23);
    cr_expect_not(workspace_is("w"));
    files_write("w", "# a\n\nentrepot-workspace: 1", 26);
    cr_expect(workspace_is("w"));
}
