#include "core/query/mirror.h"

#include "core/base/translate.h"
#include "tui/show.h"
#include "tui/targets.h"
#include "tui/views/empty.h"
#include "tui/views/view.h"

#include <string.h>

/* Above the list: what both ends say of the selected row, so many lines. */
enum {
    DETAIL_ROWS = 10,
    LIST_ROWS_MIN = 5,
    NARROW = 78,
    LABEL_COLS = 34,
    FIGURE_COLS = 12,
    WIDE = 90
};

struct drawing {
    const struct app *app;
    const struct show *show;
    struct cells *cells;
    struct rect area;
    int line;
};

static struct rect detail_of(struct rect *area)
{
    return area->rows >= DETAIL_ROWS + LIST_ROWS_MIN
               ? rect_cut_top(area, DETAIL_ROWS)
               : (struct rect){area->row, area->col, 0, 0};
}

static size_t mirror_capacity(const struct app *app, struct rect area)
{
    struct rect inner;

    (void)app;
    detail_of(&area);
    inner = rect_inset(area, 1, 1);
    return inner.rows > 1 ? (size_t)inner.rows - 1 : 0;
}

/* A bare number with three decimals: a ratio. */
static const char *ratio_text(const struct show *show, struct value value)
{
    struct frame_column column = {.is_plain = true, .decimals = 3};

    return show_value(show, &column, value);
}

static const char *title_of_measure(const struct drawing *drawing, size_t measure,
                                    const char *spare)
{
    const struct dataset *dataset = &drawing->app->dataset;
    const char *title =
        measure == SIZE_MAX
            ? NULL
            : label_pick(&dataset->measure[measure].title, drawing->app->language);

    return title ? title : spare;
}

/* "Exports, FOB" and the figure, or the word for its absence. */
static void draw_report(struct drawing *drawing, size_t measure, const char *spare,
                        struct value value)
{
    const struct dataset *dataset = &drawing->app->dataset;
    const char *valuation =
        measure == SIZE_MAX ? ""
                            : _(valuation_word(dataset->measure[measure].valuation));
    int figure_col = drawing->area.cols > LABEL_COLS + FIGURE_COLS + 4
                         ? LABEL_COLS
                         : drawing->area.cols - FIGURE_COLS - 2;

    cells_fit(drawing->cells, drawing->area, drawing->line, 3, figure_col - 3,
              STYLE_PLAIN, ALIGN_LEFT,
              arena_printf(drawing->show->arena, "%s%s%s",
                           title_of_measure(drawing, measure, spare),
                           *valuation ? _(", ") : "", valuation));
    cells_fit(drawing->cells, drawing->area, drawing->line++, figure_col, FIGURE_COLS,
              STYLE_PLAIN, ALIGN_RIGHT, show_figure(drawing->show, value, false));
}

/* One flow as both ends report it. */
static void draw_flow(struct drawing *drawing, const struct mirror *mirror,
                      enum mirror_flow flow)
{
    static const char *const heads[] = {N_("Exports to the partner"),
                                        N_("Imports from the partner")};
    static const char *const own[] = {N_("exports"), N_("imports")};
    static const char *const spare[] = {N_("the partner's imports"),
                                        N_("the partner's exports")};
    const struct dataset *dataset = &drawing->app->dataset;
    const struct show *show = drawing->show;
    struct value x = mirror->own[flow];
    struct value y = mirror->other[flow];
    struct value asymmetry = mirror_asymmetry(x, y);

    cells_fit(drawing->cells, drawing->area, drawing->line++, 1, drawing->area.cols - 2,
              STYLE_TITLE, ALIGN_LEFT,
              arena_printf(show->arena, _("%s: ratio %s, difference %s (%s %s)"),
                           _(drawing->area.cols < NARROW ? own[flow] : heads[flow]),
                           ratio_text(show, mirror_ratio(x, y, flow)),
                           show_figure(show, mirror_difference(x, y), true),
                           show_growth(show, asymmetry),
                           value_is_number(asymmetry) ? "%" : ""));
    draw_report(drawing, dataset_measure(dataset, own[flow]), _(own[flow]), x);
    draw_report(drawing, mirror_measure(dataset, flow), _(spare[flow]), y);
}

static const char *sign_word(struct value balance)
{
    return balance.number < 0 ? _("deficit") : _("surplus");
}

static void draw_balance(struct drawing *drawing, const struct mirror *mirror)
{
    const struct show *show = drawing->show;
    const char *text =
        arena_printf(show->arena, _("Balance: %s by the reporter, %s by partner"),
                     show_figure(show, mirror->balance, true),
                     show_figure(show, mirror->other_balance, true));

    cells_fit(drawing->cells, drawing->area, drawing->line++, 1, drawing->area.cols - 2,
              STYLE_TITLE, ALIGN_LEFT, text);
    if (!mirror->sign_differs)
        return;
    text = arena_printf(
        show->arena,
        _("Sign depends on who reports: %s by the reporter, %s by partner"),
        sign_word(mirror->balance), sign_word(mirror->other_balance));
    cells_fit(drawing->cells, drawing->area, drawing->line++, 1, drawing->area.cols - 2,
              STYLE_WARNING, ALIGN_LEFT, text);
}

static void draw_detail(const struct app *app, const struct show *show,
                        struct cells *cells, struct rect area)
{
    const struct frame_row *row = &app->frame->rows[app->selected];
    struct mirror mirror = mirror_of(app->frame, row);
    struct drawing drawing = {app, show, cells, {0}, 0};

    drawing.area = cells_frame(
        cells, area, false,
        arena_printf(show->arena, _("%s as both report it, %s"), row->name, show->unit),
        NULL);
    draw_flow(&drawing, &mirror, MIRROR_EXPORTS);
    draw_flow(&drawing, &mirror, MIRROR_IMPORTS);
    draw_balance(&drawing, &mirror);
}

struct list_column {
    const char *head;
    int cols;
    bool is_wide; /* only where there is room */
};

/* name, then these */
static const struct list_column columns[] = {
    {N_("X ratio"), 9, false},  {N_("X diff"), 12, true},
    {N_("M ratio"), 9, false},  {N_("M diff"), 12, true},
    {N_("Balance"), 12, false}, {N_("by partner"), 12, false},
};
enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]), MARK_COLS = 10 };

static const char *list_text(const struct show *show, const struct mirror *mirror,
                             size_t column)
{
    enum mirror_flow flow = column < 2 ? MIRROR_EXPORTS : MIRROR_IMPORTS;
    struct value own = mirror->own[flow];
    struct value other = mirror->other[flow];

    switch (column) {
    case 0:
    case 2:
        return ratio_text(show, mirror_ratio(own, other, flow));
    case 1:
    case 3:
        return show_figure(show, mirror_difference(own, other), true);
    case 4:
        return show_figure(show, mirror->balance, true);
    default:
        return show_figure(show, mirror->other_balance, true);
    }
}

/* A row of the list; without a mirror the head. */
static void draw_line(const struct show *show, struct cells *cells, struct rect area,
                      int line, enum style style, const struct mirror *mirror)
{
    bool is_wide = area.cols >= WIDE;
    int used = MARK_COLS;
    int col;

    for (size_t i = 0; i < COLUMN_COUNT; i++)
        used += columns[i].is_wide && !is_wide ? 0 : columns[i].cols;
    col = area.cols - used;
    if (col < 9)
        col = 9;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (columns[i].is_wide && !is_wide)
            continue;
        cells_fit(cells, area, line, col, columns[i].cols - 1, style, ALIGN_RIGHT,
                  mirror ? list_text(show, mirror, i) : _(columns[i].head));
        col += columns[i].cols;
    }
    if (mirror && mirror->sign_differs)
        cells_text(cells, area, line, col, STYLE_WARNING, _("sign flip"));
}

static void draw_list(const struct app *app, const struct show *show,
                      struct cells *cells, struct rect area)
{
    const struct frame *frame = app->frame;
    struct rect inner = cells_frame(
        cells, area, true,
        arena_printf(show->arena, _("Mirror, %s: ratio is importer over exporter"),
                     show->unit),
        arena_printf(show->arena, C_("count of rows", "%zu %s"), frame_counted(frame),
                     frame->noun));

    draw_line(show, cells, inner, 0, STYLE_HEAD, NULL);
    for (int line = 1; line < inner.rows; line++) {
        size_t i = app->first + (size_t)line - 1;
        bool is_selected = i == app->selected;
        enum style style = is_selected ? STYLE_SELECTED : STYLE_PLAIN;
        struct mirror mirror;
        if (i >= frame->row_count)
            break;
        mirror = mirror_of(frame, &frame->rows[i]);
        /* The name alone is marked, as in the table: few bytes to send. */
        cells_run(cells, inner, line, 0, inner.cols >= WIDE ? 16 : 9, style, ' ');
        targets_add_rows(cells, inner, line, 1, TARGET_ROW, i);
        draw_line(show, cells, inner, line, STYLE_PLAIN, &mirror);
        cells_fit(cells, inner, line, 1, inner.cols >= WIDE ? 14 : 7,
                  mirror.sign_differs && !is_selected ? STYLE_WARNING : style,
                  ALIGN_LEFT, frame->rows[i].name);
        if (!is_selected)
            continue;
        cells_put(cells, inner, line, 0, style, cells->glyphs->cursor);
        cells->cursor_row = inner.row + line;
        cells->cursor_col = inner.col;
        cells->cursor_is_shown = true;
    }
}

static void draw_none(struct cells *cells, struct rect area)
{
    view_say_empty(
        cells, area, _("This dataset does not say what the partners report."),
        _("It needs both beside each other: mirror_exports and mirror_imports, "
          "as in china-brazil-mirror."));
}

static void mirror_draw(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    struct show show = show_new(app->frame, cells->glyphs, arena);
    struct rect detail;

    if (!dataset_has_mirror(&app->dataset)) {
        draw_none(cells, area);
        return;
    }
    if (view_is_empty(app, cells, area, arena))
        return;
    detail = detail_of(&area);
    if (detail.rows && app->selected < app->frame->row_count)
        draw_detail(app, &show, cells, detail);
    draw_list(app, &show, cells, area);
}

static const enum command hints[] = {
    COMMAND_UP,     COMMAND_SEARCH, COMMAND_SORT, COMMAND_FILTER, COMMAND_ROWS,
    COMMAND_RECORD, COMMAND_UNIT,   COMMAND_UNDO, COMMAND_BACK,   COMMAND_NONE,
};

const struct view_ops view_mirror = {
    .name = "mirror",
    .title = N_("Mirror"),
    .help = N_("the same flow as both ends report it, and whose balance it is"),
    .draw = mirror_draw,
    .capacity = mirror_capacity,
    .hints = hints,
};
