#include "tui/picker.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/edit.h"
#include "tui/input.h"
#include "tui/pick_list.h"
#include "tui/targets.h"
#include "tui/update.h"

#include <stdio.h>
#include <string.h>

/* Items folded in a moment without keys: a millisecond or two. */
enum { FOLDED_AT_ONCE = 4000 };

enum { BOX_COLS = 74, TEXT_COLS = 34, PAGE = 10 };
/* Of lists that have several kinds. */
enum { KIND_COLS = 10, ASIDE_COLS = 20, ASIDE_MIN = 10, TEXT_MIN = 24 };

void picker_open(struct app *app, const struct picker_ops *ops)
{
    size_t count;

    picker_close(app);
    app->picker.list = pick_list_new(app, ops, &app->picker.arena);
    app->picker.ops = ops;
    count = pick_list_count(app->picker.list);
    for (size_t i = 0; i < count && !ops->typed; i++)
        if (pick_list_at(app->picker.list, i).is_on)
            app->picker.chosen = i;
}

void picker_close(struct app *app)
{
    arena_clear(&app->picker.arena);
    app->picker = (struct picker_state){0};
}

/* What picks may open a picker of its own, so the list outlives the state. */
static void take(struct app *app)
{
    struct picker_state taken = app->picker;
    struct pick_item item;

    if (taken.chosen >= pick_list_count(taken.list))
        return;
    item = pick_list_at(taken.list, taken.chosen);
    app->picker = (struct picker_state){0};
    taken.ops->pick(app, &item);
    arena_clear(&taken.arena);
}

/* Letters are typed, so only keys that are none move. */
static long step_of(int key, size_t count)
{
    switch (key) {
    case INPUT_UP:
    case INPUT_CTRL('P'):
        return -1;
    case INPUT_DOWN:
    case INPUT_CTRL('N'):
    case INPUT_TAB:
        return 1;
    case INPUT_PAGE_UP:
        return -PAGE;
    case INPUT_PAGE_DOWN:
        return PAGE;
    case INPUT_HOME:
        return -(long)count;
    case INPUT_END:
        return (long)count;
    default:
        return 0;
    }
}

/* A key that types nothing stands for its name, where names of keys are looked for. */
static bool type_name(struct app *app, int key)
{
    char name[INPUT_NAME_MAX];

    if (!app->picker.ops->takes_keys || (key >= ' ' && key < INPUT_FIRST) ||
        key >= INPUT_RESIZE || key == INPUT_CTRL('U') || key == INPUT_CTRL('W'))
        return false;
    snprintf(app->picker.text, sizeof(app->picker.text), "%s", input_name(name, key));
    return true;
}

void picker_key(struct app *app, int key)
{
    struct picker_state *picker = &app->picker;
    size_t count = pick_list_count(picker->list);
    long step = step_of(key, count);

    if (key == INPUT_ENTER) {
        take(app);
    } else if (key == INPUT_ESCAPE || (key == INPUT_BACKSPACE && !picker->text[0])) {
        picker_close(app);
    } else if (step) {
        picker->chosen = list_moved(picker->chosen, step, count);
    } else if (edit_key(picker->text, sizeof(picker->text), key) ||
               type_name(app, key)) {
        picker->chosen = 0;
        pick_list_find(picker->list, app, picker->ops, picker->text);
    }
}

void picker_look(struct app *app)
{
    if (app->picker.ops)
        pick_list_prepare(app->picker.list, FOLDED_AT_ONCE);
}

int picker_wait(const struct app *app)
{
    return app->picker.ops && !pick_list_is_prepared(app->picker.list) ? 0 : -1;
}

static void draw_one_kind(struct cells *cells, struct rect area, int row,
                          const struct pick_item *item, enum style style)
{
    int room = area.cols - 4;
    int text_cols = room > TEXT_COLS + 8 ? TEXT_COLS : room;

    cells_fit(cells, area, row, 3, text_cols, style, ALIGN_LEFT, item->text);
    if (text_cols < room)
        cells_fit(cells, area, row, 4 + text_cols, room - text_cols - 1,
                  style == STYLE_SELECTED ? style : STYLE_MUTED, ALIGN_LEFT,
                  item->detail);
}

/* Name, kind, and on the right the keys or what there is besides. */
static void draw_mixed(struct cells *cells, struct rect area, int row,
                       const struct pick_item *item, enum style style)
{
    bool is_chosen = style == STYLE_SELECTED;
    int room = area.cols - 4;
    int kind_cols = room >= TEXT_MIN + KIND_COLS + ASIDE_COLS ? KIND_COLS : 0;
    int aside_cols = kind_cols ? ASIDE_COLS : ASIDE_MIN;
    int text_cols = room - kind_cols - aside_cols - (kind_cols ? 2 : 1);
    int col = 3;

    cells_fit(cells, area, row, col, text_cols, style, ALIGN_LEFT, item->text);
    col += text_cols + 1;
    if (kind_cols) {
        cells_fit(cells, area, row, col, kind_cols, is_chosen ? style : STYLE_MUTED,
                  ALIGN_LEFT, item->kind);
        col += kind_cols + 1;
    }
    if (item->keys) {
        char keys[KEYS_SHOWN_MAX];
        snprintf(keys, sizeof(keys), "%s", item->keys);
        keymap_cut(keys, aside_cols);
        cells_fit(cells, area, row, col, aside_cols, is_chosen ? style : STYLE_KEY,
                  ALIGN_LEFT, keys);
    } else {
        cells_fit(cells, area, row, col, aside_cols, is_chosen ? style : STYLE_MUTED,
                  ALIGN_LEFT, item->detail);
    }
}

static void draw_item(struct cells *cells, struct rect area, int row,
                      const struct pick_item *item, bool is_chosen)
{
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;

    cells_run(cells, area, row, 0, area.cols, style, ' ');
    if (is_chosen)
        cells_put(cells, area, row, 0, style, cells->glyphs->cursor);
    if (item->is_on)
        cells_text(cells, area, row, 1, style, "*");
    if (item->kind)
        draw_mixed(cells, area, row, item, style);
    else
        draw_one_kind(cells, area, row, item, style);
}

static void draw_input(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    size_t count = pick_list_count(app->picker.list);
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT,
                         app->picker.ops->takes_keys ? _("type a word or a key: ")
                                                     : _("type to find: "));
    const char *place =
        count ? arena_printf(arena, _("%zu of %zu"), app->picker.chosen + 1, count)
              : "";

    col = cells_text(cells, area, 0, col, STYLE_PLAIN, app->picker.text);
    cells->cursor_row = area.row;
    cells->cursor_col = area.col + col;
    cells->cursor_is_shown = true;
    if (col + 2 + text_width(place) < area.cols)
        cells_fit(cells, area, 0, col + 1, area.cols - col - 2, STYLE_MUTED,
                  ALIGN_RIGHT, place);
}

void picker_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct rect screen = cells_rect(cells);
    const struct picker_state *picker = &app->picker;
    size_t count = pick_list_count(picker->list);
    int most = screen.rows > 6 ? screen.rows - 4 : screen.rows;
    struct rect box =
        rect_middle(screen, most, screen.cols < BOX_COLS ? screen.cols : BOX_COLS);
    struct rect inner;
    size_t first = 0;

    cells_blank(cells, box, STYLE_PLAIN);
    targets_cover(cells, box);
    inner = cells_frame(
        cells, box, true, _(picker->ops->title),
        arena_printf(arena, _("Enter %s  Esc close"), _(picker->ops->take)));
    if (inner.rows <= 0)
        return;
    draw_input(app, cells, inner, arena);
    rect_cut_top(&inner, 1);
    /* By pages: to send all of the list for each line costs too much. */
    if (inner.rows > 0)
        first = picker->chosen - picker->chosen % (size_t)inner.rows;
    for (int row = 0; row < inner.rows && first + (size_t)row < count; row++) {
        struct pick_item item = pick_list_at(picker->list, first + (size_t)row);
        targets_add_rows(cells, inner, row, 1, TARGET_PICK, first + (size_t)row);
        draw_item(cells, inner, row, &item, first + (size_t)row == picker->chosen);
    }
    if (!count && inner.rows > 0)
        cells_text(cells, inner, 0, 3, STYLE_MUTED,
                   _("nothing fits; Backspace goes back"));
}
