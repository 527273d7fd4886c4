/*
 * A small program on the screen, for tests: a list, the name of each key, random
 * pictures, and an end of every kind.
 */
#include "tests/demo.h"
#include "tui/input.h"
#include "tui/screen.h"

#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct demo {
    struct look look;
    int selected;
    unsigned seed; /* 0: the list */
    unsigned keys;
    char name[INPUT_NAME_MAX];
};

/* Without an end, though no compiler can tell. */
static int overflow_stack(volatile int *depth)
{
    volatile char frame[4096];

    if (*depth < 0)
        return 0;
    frame[0] = (char)*depth;
    *depth += 1;
    return overflow_stack(depth) + frame[0];
}

static void end_somehow(int key)
{
    volatile int depth = 0;
    volatile char *volatile constant = (volatile char *)(uintptr_t) "constant";

    if (key == 'S')
        constant[0] = 'C';
    else if (key == 'O')
        overflow_stack(&depth);
    else if (key == 'A')
        abort();
    else if (key == 'E')
        exit(7);
}

static void draw(const struct demo *demo, struct arena *arena)
{
    int rows;
    int cols;

    screen_size(&rows, &cols);

    struct cells *cells = cells_new(
        arena, rows, cols, demo->look.is_ascii ? &glyphs_ascii : &glyphs_unicode);

    if (demo->seed) {
        demo_random(cells, demo->seed);
    } else {
        demo_list(cells, demo->selected);
        if (demo->keys)
            cells_printf(cells, cells_rect(cells), rows - 1, 2, STYLE_KEY, " %u %s ",
                         demo->keys, demo->name);
        cells_printf(cells, cells_rect(cells), rows - 1, cols - 12, STYLE_PLAIN,
                     "%dx%d", cols, rows);
    }
    screen_show(cells);
}

/* Returns false at the end. */
static bool update(struct demo *demo, int key)
{
    if (key == 'q' || key == INPUT_CLOSED)
        return false;
    end_somehow(key);
    if (key == 'r')
        demo->seed++;
    else if (key == 's')
        screen_suspend();
    else if (key == INPUT_CTRL('L'))
        screen_forget();
    else if (key == INPUT_DOWN)
        demo->selected = (demo->selected + 1) % DEMO_COUNTRIES;
    if (key != INPUT_RESIZE && key != INPUT_RESUME)
        input_name(demo->name, key);
    demo->keys += key != INPUT_RESIZE && key != INPUT_RESUME && key != INPUT_DOWN;
    return true;
}

int main(void)
{
    struct demo demo = {.look = {.colors = getenv("NO_COLOR") ? 0 : 256}};
    struct arena arena = {0};
    char note[256];

    setlocale(LC_CTYPE, "");
    if (!screen_open(&demo.look, note, sizeof(note))) {
        fprintf(stderr, "screen_demo: %s\n", note);
        return 3;
    }
    do {
        draw(&demo, &arena);
        arena_clear(&arena);
    } while (update(&demo, screen_key(-1, -1)));
    screen_close();
    if (*note)
        fprintf(stderr, "screen_demo: %s\n", note);
    return 0;
}
