#include "tui/picker.h"

#include "core/base/text.h"
#include "tui/edit.h"
#include "tui/input.h"
#include "tui/match.h"
#include "tui/update.h"

#include <stdlib.h>
#include <string.h>

enum { BOX_COLS = 74, TEXT_COLS = 34, PAGE = 10 };

struct found {
    const struct pick_item *item;
    int score;
    size_t place; /* in the whole list: what fits alike keeps its order */
};

static int by_score(const void *a, const void *b)
{
    const struct found *left = a;
    const struct found *right = b;

    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

/* What fits the text that was typed, best first. The name counts more than what stands
 * beside it. */
static size_t find(const struct app *app, struct found **found, struct arena *arena)
{
    const char *typed = text_fold(arena, app->picker.text);
    struct pick_item *items = NULL;
    size_t all = app->picker.ops->list(app, &items, arena);
    size_t count = 0;

    *found = ARENA_ARRAY(arena, struct found, all + 1);
    for (size_t i = 0; i < all; i++) {
        const char *name = text_fold(arena, items[i].text);
        const char *whole =
            arena_printf(arena, "%s %s", name, text_fold(arena, items[i].detail));
        int score = 2 * match_score(name, typed, true);
        if (!score)
            score = match_score(whole, typed, false);
        if (score)
            (*found)[count++] = (struct found){&items[i], score, i};
    }
    if (*typed)
        qsort(*found, count, sizeof(**found), by_score);
    return count;
}

void picker_open(struct app *app, const struct picker_ops *ops)
{
    struct arena scratch = {0};
    struct pick_item *items = NULL;
    size_t count;

    app->picker = (struct picker_state){.ops = ops};
    count = ops->list(app, &items, &scratch);
    for (size_t i = 0; i < count; i++)
        if (items[i].is_on)
            app->picker.chosen = i;
    arena_clear(&scratch);
}

/* The item is of the scratch arena; what pick() keeps of it is no text. */
static void take(struct app *app)
{
    const struct picker_ops *ops = app->picker.ops;
    struct arena scratch = {0};
    struct found *found;
    size_t count = find(app, &found, &scratch);

    if (app->picker.chosen < count) {
        app->picker.ops = NULL;
        ops->pick(app, found[app->picker.chosen].item);
    }
    arena_clear(&scratch);
}

static void move(struct app *app, long step)
{
    struct arena scratch = {0};
    struct found *found;
    size_t count = find(app, &found, &scratch);

    app->picker.chosen = list_moved(app->picker.chosen, step, count);
    arena_clear(&scratch);
}

/* Letters are typed, so only keys that are none move. */
static long step_of(int key)
{
    if (key == INPUT_UP || key == INPUT_CTRL('P'))
        return -1;
    if (key == INPUT_DOWN || key == INPUT_CTRL('N') || key == INPUT_TAB)
        return 1;
    if (key == INPUT_PAGE_UP)
        return -PAGE;
    if (key == INPUT_PAGE_DOWN)
        return PAGE;
    return 0;
}

void picker_key(struct app *app, int key)
{
    long step = step_of(key);

    if (key == INPUT_ENTER)
        take(app);
    else if (key == INPUT_ESCAPE || (key == INPUT_BACKSPACE && !app->picker.text[0]))
        app->picker.ops = NULL;
    else if (step)
        move(app, step);
    else if (edit_key(app->picker.text, sizeof(app->picker.text), key))
        app->picker.chosen = 0;
}

static void draw_item(struct cells *cells, struct rect area, int row,
                      const struct pick_item *item, bool is_chosen)
{
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    int room = area.cols - 4;
    int text_cols = room > TEXT_COLS + 8 ? TEXT_COLS : room;

    cells_run(cells, area, row, 0, area.cols, style, ' ');
    if (is_chosen)
        cells_put(cells, area, row, 0, style, cells->glyphs->cursor);
    if (item->is_on)
        cells_text(cells, area, row, 1, style, "*");
    cells_fit(cells, area, row, 3, text_cols, style, ALIGN_LEFT, item->text);
    if (text_cols < room)
        cells_fit(cells, area, row, 4 + text_cols, room - text_cols - 1,
                  is_chosen ? style : STYLE_MUTED, ALIGN_LEFT, item->detail);
}

static void draw_input(const struct app *app, struct cells *cells, struct rect area)
{
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT, "type to find: ");

    col = cells_text(cells, area, 0, col, STYLE_PLAIN, app->picker.text);
    cells->cursor_row = area.row;
    cells->cursor_col = area.col + col;
    cells->cursor_is_shown = true;
}

void picker_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct rect screen = cells_rect(cells);
    struct found *found;
    size_t count = find(app, &found, arena);
    int most = screen.rows > 6 ? screen.rows - 4 : screen.rows;
    struct rect box =
        rect_middle(screen, most, screen.cols < BOX_COLS ? screen.cols : BOX_COLS);
    struct rect inner;
    size_t first = 0;

    cells_blank(cells, box, STYLE_PLAIN);
    inner =
        cells_frame(cells, box, true, app->picker.ops->title, "Enter take  Esc close");
    if (inner.rows <= 0)
        return;
    draw_input(app, cells, inner);
    rect_cut_top(&inner, 1);
    if (inner.rows > 0 && app->picker.chosen >= (size_t)inner.rows)
        first = app->picker.chosen - (size_t)inner.rows + 1;
    for (int row = 0; row < inner.rows && first + (size_t)row < count; row++)
        draw_item(cells, inner, row, found[first + (size_t)row].item,
                  first + (size_t)row == app->picker.chosen);
    if (!count && inner.rows > 0)
        cells_text(cells, inner, 0, 3, STYLE_MUTED,
                   "nothing fits; Backspace goes back");
}
