#include "tui/hints_overlay.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/picker.h"

/* The first of each table is kept when there is no room for more. */
static const struct overlay_hint picker_hints[] = {
    {"Esc", N_("close")},
    {"Enter", N_("take")},
    {NULL, N_("move")},
    {N_("letters"), N_("narrow the list")},
    {"Ctrl-U", N_("start again")},
    {0},
};
static const struct overlay_hint palette_hints[] = {
    {"Esc", N_("close")},
    {"Enter", N_("do or go")},
    {NULL, N_("move")},
    {N_("letters"), N_("find")},
    {"120", N_("row 120")},
    {"Ctrl-U", N_("start again")},
    {0},
};
static const struct overlay_hint search_hints[] = {
    {"Esc", N_("back to help")},
    {"Enter", N_("do it")},
    {NULL, N_("move")},
    {N_("letters, F5, ..."), N_("what it does")},
    {0},
};
static const struct overlay_hint column_hints[] = {
    {"Esc", N_("close")}, {"Space", N_("in or out")}, {"/", N_("find")},
    {"K J", N_("order")}, {"< >", N_("width")},       {"f", N_("freeze to here")},
    {"u", N_("undo")},    {NULL, N_("move")},         {0},
};
static const struct overlay_hint record_hints[] = {
    {"Esc", N_("close")},
    {NULL, N_("scroll")},
    {"PgDn", N_("page")},
    {0},
};
static const struct overlay_hint help_hints[] = {
    {"Esc", N_("close")},
    {"/", N_("find a word or a key")},
    {NULL, N_("scroll")},
    {":", N_("do anything")},
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
    return hint->keys ? _(hint->keys) : cells->glyphs->arrows_vertical;
}

static int cols_of(const struct overlay_hint *hint, const struct cells *cells)
{
    return text_width(keys_of(hint, cells)) + 1 + text_width(_(hint->word)) + 2;
}

static int draw(const struct overlay_hint *hint, struct cells *cells, struct rect area,
                int col)
{
    col = cells_text(cells, area, 0, col, STYLE_KEY, keys_of(hint, cells));
    return cells_text(cells, area, 0, col + 1, STYLE_MUTED, _(hint->word)) + 2;
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
