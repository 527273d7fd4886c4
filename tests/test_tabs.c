/*
 * Several datasets at once: each keeps its own lens, history and view.
 */
#include "tests/files.h"
#include "tests/program.h"
#include "tui/app.h"
#include "tui/lens.h"
#include "tui/tabs.h"

#include <criterion/criterion.h>
#include <string.h>

static bool open_more(struct app *app, const char *name)
{
    struct arena arena = {0};
    bool is_good =
        tabs_open(app, files_path(&arena, arena_printf(&arena, "datasets/%s", name)));

    arena_clear(&arena);
    return is_good;
}

static bool has_title(const struct app *app, const char *title)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, app->rows, app->cols, &glyphs_unicode);
    bool is_found;

    app_draw(app, cells, &arena);
    is_found = strstr(cells_row_text(cells, 0, &arena), title) != NULL;
    arena_clear(&arena);
    return is_found;
}

Test(tabs, each_keeps_its_lens_its_history_and_its_view)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fasia<Enter>");
    cr_assert(open_more(&app, "china-annual-usd.yaml"));
    cr_expect(has_title(&app, "2/2 China"));
    cr_expect_str_eq(app.lens.filter, "");
    cr_expect_null(app.undo);
    program_press(&app, "4,");
    cr_expect(has_title(&app, "1/2 China"));
    cr_expect_str_eq(app.lens.filter, "asia");
    cr_expect_eq(app.view, VIEW_TABLE);
    cr_expect_eq(app.frame->row_count, 52);
    program_press(&app, "u");
    cr_expect_str_eq(app.lens.filter, "");
    program_press(&app, ".");
    cr_expect_eq(app.view, VIEW_TREND);
    program_press(&app, ".a.");
    cr_expect_str_eq(app.language, "zh", "the language is the program's");
    app_close(&app);
}

Test(tabs, the_same_file_is_opened_once)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    cr_assert(open_more(&app, "ciie.yaml"));
    cr_assert(open_more(&app, "china-partners-2024.yaml"));
    cr_expect_eq(tabs_count(&app), 2);
    cr_expect_eq(app.tabs.current, 0);
    app_close(&app);
}

Test(tabs, a_file_with_mistakes_has_a_tab_that_escape_closes)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    cr_expect_not(open_more(&app, "README.md"));
    cr_expect_eq(app.page, PAGE_ERRORS);
    cr_expect_eq(tabs_count(&app), 2);
    program_press(&app, "<Esc>");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect_eq(tabs_count(&app), 1);
    app_close(&app);
}

Test(tabs, closing_goes_to_a_neighbour_and_the_last_one_stays)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    open_more(&app, "ciie.yaml");
    open_more(&app, "china-annual-usd.yaml");
    program_press(&app, ",<C-w>");
    cr_expect_eq(tabs_count(&app), 2);
    cr_expect(strstr(app.file, "china-annual-usd") != NULL);
    program_press(&app, "<C-w>");
    cr_expect(strstr(app.file, "china-partners") != NULL);
    program_press(&app, "<C-w>");
    cr_expect_eq(tabs_count(&app), 1);
    cr_expect_str_eq(app.message, "the last dataset stays; q leaves entrepot");
    app_close(&app);
}

Test(tabs, the_gallery_opens_beside_what_is_open)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "o");
    cr_assert_eq(app.page, PAGE_GALLERY);
    /* The files beside the open one. */
    cr_assert_geq(app.catalog.count, 6);
    program_press(&app, "<Enter>");
    cr_expect_eq(tabs_count(&app), 2);
    cr_expect_eq(app.page, PAGE_DATA);
    app_close(&app);
}

Test(tabs, random_keys_in_many_are_survived)
{
    static const char keys[] = "jkG12345678[]vpsbxnaufFoU/?\t\r\x7f\x1b,.,.\x17yYe";
    struct app app;
    unsigned seed = 20250101;

    program_start(&app, "china-partners-2024.yaml", false);
    open_more(&app, "ciie.yaml");
    open_more(&app, "china-monthly-2023-2024.yaml");
    for (int i = 0; i < 3000; i++) {
        char key;
        seed = seed * 1103515245u + 12345u;
        key = keys[(seed >> 16) % (sizeof(keys) - 1)];
        /* Nothing is to be written. */
        if (app.prompt == PROMPT_EXPORT || app.prompt == PROMPT_OVERWRITE)
            key = '\x1b';
        app_key(&app, key);
        if (i % 40 == 0)
            has_title(&app, "");
    }
    app_close(&app);
}

Test(history, up_and_down_go_through_what_was_typed)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2fasia<Enter>f<C-u>euro<Enter>f<C-u><Up>");
    cr_expect_str_eq(app.input, "euro");
    program_press(&app, "<Up>");
    cr_expect_str_eq(app.lens.filter, "asia");
    program_press(&app, "<Down><Enter>");
    cr_expect_str_eq(app.lens.filter, "euro");
    program_press(&app, "/<Up>");
    cr_expect_eq(app.prompt, PROMPT_NONE, "nothing was sought yet");
    app_close(&app);
}
