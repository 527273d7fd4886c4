/*
 * The page of the audits: what opens and closes it, golden screens, every size.
 */
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/app.h"

#include <criterion/criterion.h>
#include <string.h>

static void start(struct app *app, const char *name, bool is_ascii)
{
    struct arena arena = {0};
    struct catalog catalog = {0};
    struct look look = {.is_ascii = is_ascii, .colors = 256};

    app_open(app, &catalog, &look, "en");
    app_resize(app, 24, 80);
    cr_assert_eq(
        app_load(app, files_path(&arena, arena_printf(&arena, "datasets/%s", name))),
        LOAD_OK);
    arena_clear(&arena);
}

static void press(struct app *app, const char *keys)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    cr_assert(app_keys(app, keys, &diags));
    arena_clear(&arena);
}

Test(page_audit, d_opens_the_page_and_three_keys_close_it)
{
    static const char *const closing[] = {"d", "<Esc>", "<BS>"};
    struct app app;

    start(&app, "china-partners-2024.yaml", false);
    for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++) {
        press(&app, "dG");
        cr_expect_eq(app.page, PAGE_AUDIT);
        cr_expect_eq(app.finding, app.audit.count - 1);
        press(&app, closing[i]);
        cr_expect_eq(app.page, PAGE_DATA, "%s", closing[i]);
    }
    app_close(&app);
}

Test(page_audit, golden_pages)
{
    struct app app;
    struct arena arena = {0};

    start(&app, "china-partners-2024.yaml", false);
    press(&app, "d");
    cr_expect(golden_check(program_draw(&app, &arena, 24, 80), "audit-partners-80x24"));
    cr_expect(
        golden_check(program_draw(&app, &arena, 35, 120), "audit-partners-120x35"));
    press(&app, "j");
    cr_expect(golden_check(program_draw(&app, &arena, 12, 40), "audit-partners-40x12"));
    app_close(&app);
    start(&app, "china-partners-2024.yaml", true);
    press(&app, "djjj");
    cr_expect(
        golden_check(program_draw(&app, &arena, 24, 80), "audit-partners-80x24-ascii"));
    app_close(&app);
    start(&app, "ciie.yaml", false);
    press(&app, "dj");
    cr_expect(golden_check(program_draw(&app, &arena, 24, 80), "audit-nothing-80x24"));
    app_close(&app);
    arena_clear(&arena);
}

Test(page_audit, page_at_every_size)
{
    static const char *const names[] = {"china-partners-2024.yaml", "ciie.yaml"};

    for (size_t i = 0; i < 2; i++) {
        struct app app;
        start(&app, names[i], i == 0);
        press(&app, "dG");
        for (int rows = 0; rows <= 40; rows += rows < 14 ? 1 : 7)
            for (int cols = 0; cols <= 130; cols += cols < 42 ? 1 : 13) {
                struct arena arena = {0};
                struct cells *cells = program_draw(&app, &arena, rows, cols);
                for (int c = 0; c < cells->rows * cells->cols; c++)
                    cr_assert_lt(cells->cell[c].style, STYLE_COUNT);
                arena_clear(&arena);
            }
        app_close(&app);
    }
}

/* The page as it is before anything was found behind the screen. */
static void start_behind(struct app *app)
{
    start(app, "china-partners-2024.yaml", false);
    app->auditing.job = audit_job_start(&app->loaded);
    cr_assert_not_null(app->auditing.job);
    app->page = PAGE_AUDIT;
}

static void await_end(struct app *app)
{
    audit_job_wait(app->auditing.job, -1);
    auditing_look(app);
    cr_assert_not(auditing_is_running(app));
}

static const char *screen_of(struct app *app, struct arena *arena)
{
    struct cells *cells = program_draw(app, arena, 35, 120);
    const char *text = "";

    for (int row = 0; row < cells->rows; row++)
        text = arena_printf(arena, "%s%s\n", text, cells_row_text(cells, row, arena));
    return text;
}

Test(page_audit, behind_the_screen_finds_the_same)
{
    struct arena arena = {0};
    struct app app;
    const char *wanted;

    start(&app, "china-partners-2024.yaml", false);
    press(&app, "dj");
    wanted = screen_of(&app, &arena);
    app_close(&app);
    start(&app, "china-partners-2024.yaml", false);
    app.loads_behind = true;
    press(&app, "d");
    await_end(&app);
    press(&app, "j");
    cr_expect_str_eq(screen_of(&app, &arena), wanted);
    app_close(&app);
    arena_clear(&arena);
}

Test(page_audit, takes_keys_while_it_looks)
{
    struct arena arena = {0};
    struct app app;

    start_behind(&app);
    cr_expect(auditing_is_running(&app));
    cr_expect_not_null(strstr(screen_of(&app, &arena), "0 of 14 audits"));
    press(&app, "jjj");
    cr_expect_not_null(strstr(screen_of(&app, &arena), "so far"));
    press(&app, "<Esc>2");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect_eq(app.view, VIEW_TABLE);
    /* What was begun goes on, and is there when the page is opened again. */
    await_end(&app);
    cr_expect_eq(app.page, PAGE_DATA);
    press(&app, "d");
    cr_expect(app.audit.count > 0);
    cr_expect_null(strstr(screen_of(&app, &arena), "so far"));
    app_close(&app);
    arena_clear(&arena);
}

/* The list of checks was scrolled, and findings take its place. */
Test(page_audit, begins_at_the_first_finding)
{
    struct arena arena = {0};
    struct app app;

    start_behind(&app);
    press(&app, "G");
    await_end(&app);
    cr_expect_eq(app.finding, 0);
    screen_of(&app, &arena);
    app_close(&app);
    arena_clear(&arena);
}

Test(page_audit, is_looked_for_anew_in_another_language)
{
    struct app app;

    start_behind(&app);
    await_end(&app);
    press(&app, "<Esc>a");
    cr_expect_eq(app.audit.count, 0);
    press(&app, "d");
    cr_expect(app.audit.count > 0);
    app_speak(&app, "en");
    cr_expect_eq(app.page, PAGE_DATA);
    app_close(&app);
}

Test(page_audit, ends_with_its_dataset)
{
    struct app app;

    start_behind(&app);
    app.page = PAGE_DATA;
    press(&app, "r");
    cr_expect_null(app.auditing.job);
    app_close(&app);
}
