/*
 * The strip of shares under the bars: a letter a percent, of the publisher's total.
 *
 * Shares are those of China's customs for 2024, total trade 43,846.8 bn yuan: 11.2 %
 * the United States, 5.3 % South Korea, 5.0 % Hong Kong.
 */
#include "tests/program.h"
#include "tui/app.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *screen(struct app *app, int rows, int cols, struct arena *arena)
{
    struct cells *cells = cells_new(arena, rows, cols, &glyphs_ascii);
    const char *text = "";

    app_resize(app, rows, cols);
    app_draw(app, cells, arena);
    for (int row = 0; row < cells->rows; row++)
        text = arena_printf(arena, "%s%s\n", text, cells_row_text(cells, row, arena));
    return text;
}

/* How often the letter stands in the line that begins with three As. */
static size_t count_in_strip(const char *text, char letter)
{
    const char *at = strstr(text, "AAA");
    size_t count = 0;

    cr_assert_not_null(at, "%s", text);
    for (; *at != ' '; at++)
        count += *at == letter;
    return count;
}

Test(share_strip, a_letter_is_a_percent)
{
    struct app app;
    struct arena arena = {0};
    const char *text;

    program_start(&app, "china-partners-2024.yaml", true);
    program_press(&app, "3");
    text = screen(&app, 35, 120, &arena);
    cr_expect_eq(count_in_strip(text, 'A'), 11);
    cr_expect_eq(count_in_strip(text, 'B'), 5);
    cr_expect_eq(count_in_strip(text, 'J') + count_in_strip(text, '_'), 4 + 50);
    cr_expect(strstr(text, "A United States 11.2   B South Korea 5.3   C Hong Kong"));
    cr_expect(strstr(text, "_ all others 50.4"));
    cr_expect(strstr(text, "Share of total trade, %: each cell is 1 %"));
    app_close(&app);
    arena_clear(&arena);
}

Test(share_strip, of_narrow_screens_a_letter_is_two_percent)
{
    struct app app;
    struct arena arena = {0};
    const char *text;

    program_start(&app, "china-partners-2024.yaml", true);
    program_press(&app, "3");
    text = screen(&app, 40, 80, &arena);
    cr_expect(strstr(text, "each cell is 2 %"));
    cr_expect_eq(count_in_strip(text, 'A'), 6);
    cr_expect_not(strstr(screen(&app, 24, 80, &arena), "each cell"), "bars come first");
    app_close(&app);
    arena_clear(&arena);
}

Test(share_strip, groups_and_periods_are_no_parts_of_one_whole)
{
    static const char *const keys[] = {"3vv", "3v", "3p", "3%"};

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        struct app app;
        struct arena arena = {0};

        program_start(&app, "china-partners-2024.yaml", true);
        program_press(&app, keys[i]);
        cr_expect(app.lens.query.level != LEVEL_GROUPS ||
                  !strstr(screen(&app, 35, 120, &arena), "each cell"));
        cr_expect((app.lens.query.rows != ROWS_PERIOD && !app.lens.has_measure) ||
                  !strstr(screen(&app, 35, 120, &arena), "each cell"));
        app_close(&app);
        arena_clear(&arena);
    }
}
