/*
 * A storm of keys, clicks and sizes: nothing brings the app down, every screen can be
 * drawn, and undo leads back to where it began.
 */
#include "core/base/stop.h"
#include "tests/program.h"
#include "tui/command.h"
#include "tui/command_line.h"
#include "tui/input.h"
#include "tui/lens.h"
#include "tui/mouse.h"
#include "tui/stopping.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <unistd.h>

/* In all 60,000 keys and 12,000 sizes. */
enum { KEYS = 10000, KEYS_A_SIZE = 5, KEYS_A_CLICK = 7 };

static const char *const files[] = {
    "china-partners-2024.yaml", "china-monthly-2023-2024.yaml",
    "china-annual-usd.yaml",    "import-export-balance.yaml",
    "china-brazil-mirror.yaml", "../tests/questions/products.yaml",
};

static int numbers[sizeof(files) / sizeof(files[0])];

ParameterizedTestParameters(storm, is_survived_and_undone)
{
    for (int i = 0; i < (int)(sizeof(files) / sizeof(files[0])); i++)
        numbers[i] = i;
    return cr_make_param_array(int, numbers, sizeof(files) / sizeof(files[0]));
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

/* Any key that does something, or what may be typed into a prompt. */
static int any_key(unsigned *seed)
{
    static const char typed[] = "asia 2>=-:\"\xe5\xb9\xb4\xff.\x7f\r\x1b\t";

    if (next(seed) % 3)
        return keymap[next(seed) % keymap_length].key;
    return (unsigned char)typed[next(seed) % (sizeof(typed) - 1)];
}

static void draw(const struct app *app, bool is_ascii)
{
    struct arena arena = {0};
    struct cells *cells = cells_new(&arena, app->rows, app->cols,
                                    is_ascii ? &glyphs_ascii : &glyphs_unicode);

    app_draw(app, cells, &arena);
    arena_clear(&arena);
}

/* One key, which somebody may stop, and behind which others may wait. */
static void press(struct app *app, unsigned *seed, struct stop *stop,
                  struct moment *moment)
{
    app->has_more_keys = next(seed) % 4 == 0;
    atomic_store(&stop->is_wanted, next(seed) % 4 == 0);
    stopping_begin(app, moment, stop);
    app_key(app, any_key(seed));
    stopping_end(app);
    app->has_more_keys = false;
    app->has_quit = false;
}

/* Whether anything could be undone at any time. */
static bool blow(struct app *app, unsigned *seed)
{
    struct stop stop = {0};
    struct moment moment;
    bool has_changed = false;

    for (int i = 0; i < KEYS; i++) {
        press(app, seed, &stop, &moment);
        has_changed = has_changed || app->undo;
        if (app->is_stale)
            continue;
        if (i % KEYS_A_SIZE == 0) {
            bool is_small = next(seed) % 2;
            app_resize(app, (int)(next(seed) % (is_small ? 12 : 80)),
                       (int)(next(seed) % (is_small ? 30 : 250)));
            draw(app, next(seed) % 2);
        }
        if (i % KEYS_A_CLICK == 0) {
            const struct mouse mouse = {(enum mouse_kind)(next(seed) % 3),
                                        (int)(next(seed) % 80),
                                        (int)(next(seed) % 250)};
            app->has_mouse = true;
            app_mouse(app, &mouse);
        }
    }
    return has_changed;
}

/* Closes what is open and goes back to the dataset of the start. */
static void calm(struct app *app)
{
    if (app->is_stale)
        app_refresh(app);
    for (int i = 0; i < 4; i++)
        app_key(app, INPUT_ESCAPE);
    while (app->tabs.more)
        app_key(app, INPUT_CTRL('W'));
    app_resize(app, 24, 80);
    app->page = PAGE_DATA;
    while (app->undo)
        lens_undo(app);
}

ParameterizedTest(int *number, storm, is_survived_and_undone)
{
    char folder[] = "/tmp/entrepot-storm-XXXXXX";
    struct app app;
    unsigned seed = 20260102u + (unsigned)*number;

    program_start(&app, files[*number], false);
    /* What is written, is written there. */
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_expect(blow(&app, &seed) || !app.frame->row_count, "nothing has changed");
    calm(&app);
    cr_expect_eq(app.lens.trail_count, 0);
    cr_expect_eq(app.lens.mark_count, 0);
    cr_expect_eq(app.lens.column_count, 0);
    cr_expect_str_eq(app.lens.filter, "");
    cr_expect_not(app.lens.stretch.is_set);
    cr_expect_not(app.lens.has_log);
    cr_expect_eq(app.lens.form, FORM_LEVEL);
    draw(&app, false);
    app_close(&app);
}
