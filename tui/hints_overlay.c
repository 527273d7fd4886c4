#include "tui/hints_overlay.h"

#include "core/base/text.h"
#include "tui/picker.h"

/* The first of each table is kept when there is no room for more. */
static const struct overlay_hint picker_hints[] = {
    {"Esc", "close"},
    {"Enter", "take"},
    {NULL, "move"},
    {"letters", "narrow the list"},
    {"Ctrl-U", "start again"},
    {0},
};
static const struct overlay_hint palette_hints[] = {
    {"Esc", "close"},
    {"Enter", "do or go"},
    {NULL, "move"},
    {"letters", "find"},
    {"120", "row 120"},
    {"Ctrl-U", "start again"},
    {0},
};
static const struct overlay_hint search_hints[] = {
    {"Esc", "back to help"},
    {"Enter", "do it"},
    {NULL, "move"},
    {"letters, F5, ...", "what it does"},
    {0},
};
static const struct overlay_hint column_hints[] = {
    {"Esc", "close"},        {"Space", "in or out"}, {"K J", "order"}, {"< >", "width"},
    {"f", "freeze to here"}, {"u", "undo"},          {NULL, "move"},   {0},
};
static const struct overlay_hint record_hints[] = {
    {"Esc", "close"},
    {NULL, "scroll"},
    {"PgDn", "page"},
    {0},
};
static const struct overlay_hint help_hints[] = {
    {"Esc", "close"},
    {"/", "find a word or a key"},
    {NULL, "scroll"},
    {":", "do anything"},
    {0},
};

const struct overlay_hint *overlay_hints(const struct app *app)
{
    if (app->picker.ops == &picker_help)
        return search_hints;
    if (app->picker.ops)
        return app->picker.ops->typed ? palette_hints : picker_hints;
    if (app->help_is_open)
        return help_hints;
    if (app->page != PAGE_DATA)
        return NULL;
    if (app->columns_are_open)
        return column_hints;
    return app->record_is_open ? record_hints : NULL;
}

static const char *keys_of(const struct overlay_hint *hint, const struct cells *cells)
{
    return hint->keys ? hint->keys : cells->glyphs->arrows_vertical;
}

static int cols_of(const struct overlay_hint *hint, const struct cells *cells)
{
    return text_width(keys_of(hint, cells)) + 1 + text_width(hint->word) + 2;
}

static int draw(const struct overlay_hint *hint, struct cells *cells, struct rect area,
                int col)
{
    col = cells_text(cells, area, 0, col, STYLE_KEY, keys_of(hint, cells));
    return cells_text(cells, area, 0, col + 1, STYLE_MUTED, hint->word) + 2;
}

void overlay_hints_draw(const struct overlay_hint *hints, struct cells *cells,
                        struct rect area)
{
    int kept = cols_of(hints, cells) - 2;
    int col = 1;

    for (const struct overlay_hint *hint = hints + 1; hint->word; hint++) {
        if (col + cols_of(hint, cells) + kept > area.cols)
            break;
        col = draw(hint, cells, area, col);
    }
    draw(hints, cells, area, col);
}
