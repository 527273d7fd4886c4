/*
 * A key that is stopped leaves everything as it was; keys that wait together come to
 * the same as one by one.
 */
#include "core/base/stop.h"
#include "tests/program.h"
#include "tui/input.h"
#include "tui/stopping.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

static const char *screen_of(struct app *app, struct arena *arena)
{
    struct cells *cells = program_draw(app, arena, 35, 120);
    const char *text = "";

    for (int row = 0; row < cells->rows; row++)
        text = arena_printf(arena, "%s%s\n", text, cells_row_text(cells, row, arena));
    return text;
}

/* Presses keys with the wish to stop them; whether one was taken back. */
static bool press_stopped(struct app *app, const char *keys, bool is_wanted)
{
    struct stop stop = {0};
    struct moment moment;

    atomic_store(&stop.is_wanted, is_wanted);
    stopping_begin(app, &moment, &stop);
    program_press(app, keys);
    return stopping_end(app);
}

/* A key after others, in one of the files. */
struct stopped_case {
    char file[40];
    char before[24];
    char key[16];
};

#define PARTNERS "china-partners-2024.yaml"
#define YEARS "../tests/questions/partners.yaml"
#define MONTHS "china-monthly-2023-2024.yaml"

ParameterizedTestParameters(stopping, leaves_everything_as_it_was)
{
    static struct stopped_case cases[] = {
        {YEARS, "", "["},
        {PARTNERS, "2", "p"},
        {PARTNERS, "2", "v"},
        {PARTNERS, "2", "<Enter>"},
        {PARTNERS, "2<Enter>", "<BS>"},
        {PARTNERS, "1", "P"},
        {PARTNERS, "P", "2"},
        {PARTNERS, "2fchin", "a"},
        {PARTNERS, "2fchina", "<BS>"},
        {PARTNERS, "2fchina", "<Esc>"},
        {PARTNERS, "2fchina<Enter>", "F"},
        {PARTNERS, "2s", "b"},
        {YEARS, "2[[", "u"},
        {YEARS, "2[u", "U"},
        {PARTNERS, "2<Enter>", "u"},
        {PARTNERS, "2<Space>", "B"},
        {PARTNERS, "2", "*"},
        {PARTNERS, "P", "x"},
        {MONTHS, "2", "t"},
        {MONTHS, "2t", "t"},
        {MONTHS, "2tt", "u"},
        {MONTHS, "2", "{"},
        {YEARS, "2[", "]"},
        {MONTHS, "4", "%"},
        {PARTNERS, "0", "<Enter>"},
        {PARTNERS, "0<Enter>", "<BS>"},
        {PARTNERS, "0", "<Left>"},
        {MONTHS, "0", "t"},
    };

    return cr_make_param_array(struct stopped_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct stopped_case *c, stopping, leaves_everything_as_it_was)
{
    struct arena arena = {0};
    struct app app;
    const struct frame *frame;
    const char *before;
    const char *wanted;

    program_start(&app, c->file, false);
    program_press(&app, c->before);
    program_press(&app, c->key);
    wanted = screen_of(&app, &arena);
    app_close(&app);

    program_start(&app, c->file, false);
    program_press(&app, c->before);
    app.message[0] = '\0';
    before = screen_of(&app, &arena);
    frame = app.frame;
    cr_expect(press_stopped(&app, c->key, true), "nothing was stopped: %s after %s",
              c->key, c->before);
    cr_expect_eq(app.frame, frame, "other frames are shown");
    app.message[0] = '\0';
    cr_expect_str_eq(screen_of(&app, &arena), before);

    cr_expect_not(press_stopped(&app, c->key, false));
    cr_expect_str_eq(screen_of(&app, &arena), wanted);
    app_close(&app);
    arena_clear(&arena);
}

Test(stopping, is_said)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    cr_assert(press_stopped(&app, "v", true));
    cr_expect_str_eq(app.message, "stopped: everything is as before");
    app_close(&app);
}

/* What cannot be taken back is done to its end. */
Test(stopping, is_not_of_another_dataset)
{
    struct app app;

    program_start(&app, PARTNERS, false);
    cr_expect_not(press_stopped(&app, "r", true));
    cr_expect(app.frame->row_count > 200);
    app_close(&app);
}

struct burst_case {
    char file[40];
    char keys[48];
};

ParameterizedTestParameters(stopping, keys_that_wait_come_to_the_same)
{
    static struct burst_case cases[] = {
        {PARTNERS, "2fchina"},
        {PARTNERS, "2fchinax<BS><Enter>j"},
        {PARTNERS, "2fchina<Esc>"},
        {PARTNERS, "2fx<BS><BS>j<Enter>"},
        {PARTNERS, "2fasia<Enter>G<Enter>p"},
        {YEARS, "2p[[["},
        {YEARS, "2[[[]v"},
        {YEARS, "2[[j[["},
        {YEARS, "2[[7]]2"},
        {YEARS, "2[[fx<Esc>["},
        {MONTHS, "2t[[t["},
    };

    return cr_make_param_array(struct burst_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct burst_case *c, stopping, keys_that_wait_come_to_the_same)
{
    struct arena arena = {0};
    struct app app;
    const char *wanted;
    const char *at = c->keys;

    program_start(&app, c->file, false);
    program_press(&app, c->keys);
    wanted = screen_of(&app, &arena);
    app_close(&app);

    program_start(&app, c->file, false);
    for (int key = input_read(&at); key != INPUT_NONE; key = input_read(&at)) {
        app.has_more_keys = *at != '\0';
        app_key(&app, key);
    }
    cr_expect_str_eq(screen_of(&app, &arena), wanted);
    app_close(&app);
    arena_clear(&arena);
}

/* The frames of what is typed are made once, for the last of it. */
Test(stopping, keys_that_wait_make_no_frames)
{
    struct app app;
    const struct frame *frame;

    program_start(&app, PARTNERS, false);
    program_press(&app, "2f");
    frame = app.frame;
    app.has_more_keys = true;
    program_press(&app, "chin");
    cr_expect_eq(app.frame, frame);
    app.has_more_keys = false;
    program_press(&app, "a");
    cr_expect_eq(app.frame->row_count, 4);
    app_close(&app);
}
