#include "tui/pages.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/layout.h"
#include "tui/targets.h"

enum { PERIODS_COLS = 18, CONTENT_COLS = 24, WIDE = 100 };

static void draw_entry(const struct app *app, struct cells *cells, struct rect area,
                       int row, size_t number, struct arena *arena)
{
    const struct catalog_entry *entry = &app->catalog.entries[number];
    bool is_chosen = number == app->chosen;
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    enum style quiet = is_chosen ? STYLE_SELECTED : STYLE_MUTED;
    struct rect line = {area.row + row, area.col, 1, area.cols};
    struct rect periods = {0};
    struct rect content = {0};

    cells_blank(cells, line, style);
    targets_add_rows(cells, line, 0, 1, TARGET_ENTRY, number);
    if (is_chosen) {
        cells_put(cells, line, 0, 0, style, cells->glyphs->cursor);
        cells->cursor_row = line.row;
        cells->cursor_col = line.col;
        cells->cursor_is_shown = true;
    }
    rect_cut_left(&line, 2);
    if (area.cols >= 60)
        periods = rect_cut_right(&line, PERIODS_COLS);
    if (area.cols >= WIDE)
        content = rect_cut_right(&line, CONTENT_COLS);
    cells_fit(cells, periods, 0, 0, periods.cols, quiet, ALIGN_LEFT, entry->periods);
    cells_fit(cells, content, 0, 0, content.cols, quiet, ALIGN_LEFT, entry->content);
    if (entry->problem)
        cells_fit(cells, line, 0, 0, line.cols - 1, is_chosen ? style : STYLE_ERROR,
                  ALIGN_LEFT,
                  arena_printf(arena, "%s: %s", entry->name, entry->problem));
    else
        cells_fit(cells, line, 0, 0, line.cols - 1, style, ALIGN_LEFT, entry->title);
}

void page_gallery_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    struct rect inner = cells_frame(
        cells, area, true, _("Datasets"),
        arena_printf(arena, _("%zu of %zu"), app->chosen + 1, app->catalog.count));
    struct rect foot = rect_cut_bottom(&inner, 2);
    struct layout layout = layout_new(app);
    size_t capacity = layout_gallery_capacity(&layout);

    if (!app->catalog.count) {
        cells_fit(cells, inner, 0, 1, inner.cols - 2, STYLE_WARNING, ALIGN_LEFT,
                  _("No datasets found. Start with: entrepot FILE"));
        return;
    }
    for (size_t i = 0; i < capacity && app->gallery_first + i < app->catalog.count; i++)
        draw_entry(app, cells, inner, (int)i, app->gallery_first + i, arena);
    if (app->chosen < app->catalog.count)
        cells_fit(cells, foot, 1, 2, foot.cols - 3, STYLE_MUTED, ALIGN_LEFT,
                  arena_printf(arena, "%s   %s",
                               app->catalog.entries[app->chosen].publisher,
                               app->catalog.entries[app->chosen].name));
}
