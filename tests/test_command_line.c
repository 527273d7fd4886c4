/*
 * The command that shows the screen again: whatever was pressed, running it gives the
 * same cells.
 */
#include "tests/files.h"
#include "tui/app.h"
#include "tui/batch.h"
#include "tui/command_line.h"
#include "tui/input.h"

#include <criterion/criterion.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <wordexp.h>

enum { ROWS = 35, COLS = 120 };

/* One letter for each cell's style. */
static const char *styles_of(const struct cells *cells, int row, struct arena *arena)
{
    char *letters = arena_alloc(arena, (size_t)cells->cols + 1);

    for (int col = 0; col < cells->cols; col++)
        letters[col] =
            (char)('A' +
                   cells->cell[(size_t)row * (size_t)cells->cols + (size_t)col].style);
    return letters;
}

/* The rows of the screen but for the last, which says what could be undone. */
static const char *screen_of(const struct app *app, struct arena *arena)
{
    struct cells *cells = cells_new(arena, app->rows, app->cols, &glyphs_unicode);
    const char *text = "";

    app_draw(app, cells, arena);
    for (int row = 0; row + 1 < cells->rows; row++)
        text =
            arena_printf(arena, "%s%s\n%s\n", text, cells_row_text(cells, row, arena),
                         styles_of(cells, row, arena));
    return text;
}

static void open_app(struct app *app, const char *path)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    app_open(app, &catalog, &look, "en");
    cr_assert_eq(app_load(app, path), LOAD_OK);
    app_resize(app, ROWS, COLS);
}

/* The app as the command leaves it; a shell would take the line apart like this. */
static void run(struct app *app, const char *line)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct options options;
    wordexp_t words;

    cr_assert_eq(wordexp(line, &words, WRDE_NOCMD | WRDE_UNDEF), 0, "%s", line);
    optind = 0;
    cr_assert(options_read(&options, (int)words.we_wordc, words.we_wordv, &diags));
    cr_assert_eq(options.file_count, 1);
    open_app(app, options.files[0]);
    if (!batch_apply(app, &options, &diags)) {
        diag_print(&diags, stderr);
        cr_assert_fail("%s", line);
    }
    wordfree(&words);
    arena_clear(&arena);
}

static void expect_same(struct app *app, const char *keys)
{
    struct arena arena = {0};
    struct app again;
    const char *line;

    app->message[0] = '\0';
    line = command_line_of(app, &arena);
    run(&again, line);
    again.message[0] = '\0';
    cr_expect_str_eq(screen_of(&again, &arena), screen_of(app, &arena),
                     "\n%s\nafter %s\n%s\nagainst\n%s", line, keys,
                     screen_of(&again, &arena), screen_of(app, &arena));
    app_close(&again);
    arena_clear(&arena);
}

/* Closes what lies over the screen, which is not in the command. */
static void close_all(struct app *app)
{
    for (int i = 0; i < 3; i++)
        if (app->prompt != PROMPT_NONE || app->picker.ops || app->help_is_open ||
            app->columns_are_open || app->record_is_open)
            app_key(app, INPUT_ESCAPE);
}

static void try_keys(const char *path, unsigned seed)
{
    static const char keys[] = "jkhlgG12345678[]vpsbxmnaufFUzZL/=K%Ctc\t\r\x7f\x1b"
                               "as2d' ,-{}9PRH*";
    char pressed[64];
    struct app app;

    open_app(&app, path);
    for (int round = 0; round < 30; round++) {
        int count = 1 + (int)(seed >> 16) % 12;
        for (int i = 0; i < count; i++) {
            seed = seed * 1103515245u + 12345u;
            pressed[i] = keys[(seed >> 16) % (sizeof(keys) - 1)];
            app_key(&app, pressed[i]);
            /* A second dataset would have a place in the head of the screen. */
            if (app.page == PAGE_GALLERY)
                app.page = PAGE_DATA;
        }
        pressed[count] = '\0';
        close_all(&app);
        expect_same(&app, pressed);
    }
    app_close(&app);
}

Test(command_line, gives_the_same_screen_after_any_keys)
{
    struct arena arena = {0};
    const char **names;
    size_t count = files_list(&arena, files_path(&arena, "datasets"), ".yaml", &names);

    cr_assert_gt(count, 5);
    for (size_t i = 0; i < count; i++)
        for (unsigned seed = 1; seed <= 12; seed++)
            try_keys(files_path(&arena, arena_printf(&arena, "datasets/%s", names[i])),
                     seed * 7919u);
    arena_clear(&arena);
}

/* Of periods joined into one: where a chart stands, begins and ends, and a mark. */
Test(command_line, gives_the_same_screen_of_joined_periods)
{
    static const char *const keys[] = {"{", "{{4h", "{4hz", "{4hZ", "{p 4h"};
    struct arena arena = {0};

    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        struct app app;

        open_app(&app, files_path(&arena, "tests/time/partners.yaml"));
        for (const char *key = keys[i]; *key; key++)
            app_key(&app, *key);
        expect_same(&app, keys[i]);
        app_close(&app);
    }
    arena_clear(&arena);
}
