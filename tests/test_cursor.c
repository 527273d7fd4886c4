#include "core/base/text.h"
#include "tests/program.h"
#include "tui/input.h"
#include "tui/look.h"

#include <criterion/criterion.h>
#include <string.h>

/* Where the terminal's own cursor is: screen readers and braille displays follow it.
 * After every draw it stands where a person's attention should be. */

struct picture {
    struct arena arena;
    struct cells *cells;
};

static struct picture draw(const struct app *app)
{
    struct picture picture = {0};

    picture.cells = cells_new(&picture.arena, app->rows, app->cols, &glyphs_unicode);
    app_draw(app, picture.cells, &picture.arena);
    return picture;
}

static const char *row_of_cursor(struct picture *picture)
{
    return cells_row_text(picture->cells, picture->cells->cursor_row, &picture->arena);
}

struct place {
    const char *keys;
    const char *row; /* what stands in the cursor's row */
};

static void expect_places(const char *file, const struct place *places, size_t count)
{
    static const int sizes[][2] = {{24, 80}, {35, 120}, {14, 44}};

    for (size_t i = 0; i < count; i++)
        for (size_t s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
            struct app app;

            program_start(&app, file, false);
            app_resize(&app, sizes[s][0], sizes[s][1]);
            program_press(&app, places[i].keys);

            struct picture picture = draw(&app);
            const char *row = row_of_cursor(&picture);

            cr_expect(picture.cells->cursor_is_shown, "'%s' at %dx%d: hidden",
                      places[i].keys, sizes[s][1], sizes[s][0]);
            cr_expect(strstr(row, places[i].row) != NULL, "'%s' at %dx%d: %s",
                      places[i].keys, sizes[s][1], sizes[s][0], row);
            arena_clear(&picture.arena);
            app_close(&app);
        }
}

Test(cursor, is_on_the_selection_in_every_view_and_page)
{
    static const struct place places[] = {
        {"1j", "South K"},     {"1<Tab>j", "South K"},
        {"2jj", "Hong K"},     {"2G", "▸"},
        {"3j", "South K"},     {"5", "United S"},
        {"5G", "▸"},           {"6", "China"},
        {"7j", "▸"},           {"8j", "South K"},
        {"9j", "South K"},     {"2d", "Africa"},
        {"2/jap", "find jap"}, {"2fjap", "filter jap"},
        {"2s", "sort "},       {"2c", "unit a"},
        {"2C", "["},           {"2i", "Record 1 of 4: U"},
        {"?", "Help"},         {"2mcov", "cov"},
        {"6?", "Help"},
    };

    expect_places("china-partners-2024.yaml", places,
                  sizeof(places) / sizeof(places[0]));
}

Test(cursor, is_on_the_period_of_the_trend)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    program_press(&app, "4");

    struct picture picture = draw(&app);
    const int first = picture.cells->cursor_col;

    cr_expect(picture.cells->cursor_is_shown);
    arena_clear(&picture.arena);
    program_press(&app, "hhhhhh");
    picture = draw(&app);
    cr_expect_lt(picture.cells->cursor_col, first);
    arena_clear(&picture.arena);
    app_close(&app);
}

/* Even where only the sentence has room, the cursor is shown and on the screen. */
Test(cursor, is_on_the_screen_at_every_size)
{
    static const char views[] = "123456789";

    for (const char *view = views; *view; view++) {
        const char keys[] = {*view, '\0'};
        struct app app;

        program_start(&app, "china-partners-2024.yaml", false);
        program_press(&app, keys);
        for (int rows = 1; rows <= 40; rows += 3)
            for (int cols = 1; cols <= 130; cols += 9) {
                app_resize(&app, rows, cols);

                struct picture picture = draw(&app);

                cr_expect(picture.cells->cursor_is_shown, "view %c, %dx%d", *view, cols,
                          rows);
                cr_expect(picture.cells->cursor_row >= 0 &&
                              picture.cells->cursor_row < rows &&
                              picture.cells->cursor_col >= 0 &&
                              picture.cells->cursor_col < cols,
                          "view %c, %dx%d", *view, cols, rows);
                arena_clear(&picture.arena);
            }
        app_close(&app);
    }
}
