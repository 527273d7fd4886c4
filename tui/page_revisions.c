#include "tui/pages.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/show.h"
#include "tui/targets.h"

enum { PERIOD_COLS = 9, MEASURE_COLS = 12, KIND_COLS = 8, FIGURE_COLS = 14, WIDE = 70 };

/* The most that either file writes. */
static int written_decimals(const struct app *app)
{
    int most = 0;

    for (size_t m = 0; m < app->dataset.measure_count; m++)
        if (app->dataset.measure[m].shown_decimals > most)
            most = app->dataset.measure[m].shown_decimals;
    for (size_t m = 0; m < app->older.measure_count; m++)
        if (app->older.measure[m].shown_decimals > most)
            most = app->older.measure[m].shown_decimals;
    return most;
}

/* The scale that suits the largest of all figures. */
static struct show show_for(const struct app *app, const struct glyphs *glyphs,
                            struct arena *arena)
{
    const struct revisions *revisions = &app->revisions;
    struct show show = {.glyphs = glyphs, .arena = arena, .decimals = 1};
    double largest = 0;

    for (size_t i = 0; i < revisions->count; i++) {
        const struct revision *item = &revisions->items[i];
        double size = item->after.number < 0 ? -item->after.number : item->after.number;
        bool is_percent = app->dataset.measure[item->measure].unit.kind == UNIT_PERCENT;
        if (!is_percent && value_is_number(item->after) && size > largest)
            largest = size;
    }
    show.scale = unit_scale_for(app->dataset.unit, largest);
    show.decimals = unit_decimals_for(app->dataset.unit, show.scale,
                                      written_decimals(app), largest);
    unit_show(show.unit, app->dataset.unit, show.scale);
    return show;
}

static const char *percent_of(const struct show *show, const struct revision *item)
{
    if (item->kind != REVISION_CHANGED || !value_is_number(item->before) ||
        !value_is_number(item->after))
        return "";
    if (item->before.number == 0)
        return _("n/a, new");
    if (item->before.number < 0)
        return "n/a";
    return arena_printf(
        show->arena, "%s %%",
        show_growth(show, value_derived(100 * item->difference / item->before.number)));
}

/* Draws `text` in the next `cols` columns and moves on. */
static void put(struct cells *cells, struct rect *rest, int row, int cols,
                enum style style, enum align align, const char *text)
{
    struct rect part = rect_cut_left(rest, cols);

    cells_fit(cells, part, row, 0, part.cols - 1, style, align, text);
}

static void draw_item(const struct app *app, const struct show *show,
                      struct cells *cells, struct rect area, int row, size_t number)
{
    const struct revision *item = &app->revisions.items[number];
    bool is_chosen = number == app->revision;
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    bool is_number = value_is_number(item->before) && value_is_number(item->after);
    const struct dataset *from =
        item->kind == REVISION_GONE ? &app->older : &app->dataset;
    char period[PERIOD_SHOWN_MAX];
    int figures = area.cols >= WIDE ? 3 * FIGURE_COLS + 8 : FIGURE_COLS + 8;
    int fixed = KIND_COLS + PERIOD_COLS + MEASURE_COLS + figures;
    struct rect rest = {area.row, area.col, area.rows, area.cols};

    cells_run(cells, area, row, 0, area.cols, style, ' ');
    targets_add_rows(cells, area, row, 1, TARGET_REVISION, number);
    if (is_chosen) {
        cells_put(cells, area, row, 0, style, cells->glyphs->cursor);
        cells->cursor_row = area.row + row;
        cells->cursor_col = area.col;
        cells->cursor_is_shown = true;
    }
    rect_cut_left(&rest, 1);
    put(cells, &rest, row, KIND_COLS, style, ALIGN_LEFT, revision_word(item->kind));
    put(cells, &rest, row, PERIOD_COLS, style, ALIGN_LEFT,
        period_words(period, item->period));
    put(cells, &rest, row, MEASURE_COLS, style, ALIGN_LEFT,
        measure_word(&from->measure[item->measure], app->language));
    put(cells, &rest, row, area.cols > fixed + 8 ? area.cols - fixed : 8, style,
        ALIGN_LEFT, item->name);
    if (area.cols >= WIDE) {
        put(cells, &rest, row, FIGURE_COLS, style, ALIGN_RIGHT,
            show_figure(show, item->before, false));
        put(cells, &rest, row, FIGURE_COLS, style, ALIGN_RIGHT,
            show_figure(show, item->after, false));
    }
    put(cells, &rest, row, FIGURE_COLS, style, ALIGN_RIGHT,
        is_number ? show_figure(show, value_derived(item->difference), true) : "");
    put(cells, &rest, row, 9, style, ALIGN_RIGHT, percent_of(show, item));
}

static const char *summary(const struct app *app, struct arena *arena)
{
    const struct revisions *revisions = &app->revisions;

    /* Files that overlap say nothing of those that are the same. */
    if (!app->older.path)
        return arena_printf(arena, _("%zu revised"),
                            revisions->counts[REVISION_CHANGED]);
    return arena_printf(arena, _("%zu revised, %zu new, %zu gone, %zu unchanged"),
                        revisions->counts[REVISION_CHANGED],
                        revisions->counts[REVISION_NEW],
                        revisions->counts[REVISION_GONE], revisions->unchanged);
}

static void draw_head(struct cells *cells, struct rect area)
{
    int figures = area.cols >= WIDE ? 3 * FIGURE_COLS + 8 : FIGURE_COLS + 8;
    int fixed = KIND_COLS + PERIOD_COLS + MEASURE_COLS + figures;
    struct rect rest = area;

    rect_cut_left(&rest, 1);
    put(cells, &rest, 0, KIND_COLS, STYLE_HEAD, ALIGN_LEFT, "");
    put(cells, &rest, 0, PERIOD_COLS, STYLE_HEAD, ALIGN_LEFT, _("period"));
    put(cells, &rest, 0, MEASURE_COLS, STYLE_HEAD, ALIGN_LEFT, _("measure"));
    put(cells, &rest, 0, area.cols > fixed + 8 ? area.cols - fixed : 8, STYLE_HEAD,
        ALIGN_LEFT, C_("revision", "of"));
    if (area.cols >= WIDE) {
        put(cells, &rest, 0, FIGURE_COLS, STYLE_HEAD, ALIGN_RIGHT, _("before"));
        put(cells, &rest, 0, FIGURE_COLS, STYLE_HEAD, ALIGN_RIGHT, _("after"));
    }
    put(cells, &rest, 0, FIGURE_COLS, STYLE_HEAD, ALIGN_RIGHT, _("difference"));
    put(cells, &rest, 0, 9, STYLE_HEAD, ALIGN_RIGHT, "%");
}

void page_revisions_draw(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena)
{
    struct show show = show_for(app, cells->glyphs, arena);
    struct rect inner =
        cells_frame(cells, area, true,
                    *show.unit ? arena_printf(arena, _("Revisions, %s"), show.unit)
                               : _("Revisions"),
                    summary(app, arena));
    size_t first = 0;

    if (!app->revisions.count) {
        cells_fit(cells, inner, 0, 1, inner.cols - 2, STYLE_PLAIN, ALIGN_LEFT,
                  _("The two releases have the same figures."));
        return;
    }
    draw_head(cells, inner);
    rect_cut_top(&inner, 1);
    if (inner.rows > 0 && app->revision >= (size_t)inner.rows)
        first = app->revision - (size_t)inner.rows + 1;
    for (int row = 0; row < inner.rows; row++)
        if (first + (size_t)row < app->revisions.count)
            draw_item(app, &show, cells, inner, row, first + (size_t)row);
}
