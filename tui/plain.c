#include "tui/plain.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/comparison.h"
#include "tui/compare.h"
#include "tui/crossing.h"
#include "tui/drilling.h"
#include "tui/form.h"
#include "tui/lens.h"
#include "tui/ordinal.h"
#include "tui/path_plan.h"
#include "tui/plain_internal.h"
#include "tui/show.h"
#include "tui/views/view.h"

#include <string.h>

/* A view that is text already is drawn on a sheet this large and printed by lines. */
enum { SHEET_ROWS = 500, SHEET_COLS = 300, SENTENCE_COLS = 1000 };

static const char *period_of(const struct plain *plain, const struct frame *frame,
                             const struct frame_row *row)
{
    char period[PERIOD_SHOWN_MAX];

    if (frame->query.rows == ROWS_PERIOD || row->period >= frame->dataset->period_count)
        return "";
    period_words(period, frame->dataset->periods[row->period]);
    return arena_printf(plain->arena, ", %s", period);
}

/* "3,733.7 CNY bn", "+6.1 %", "not available". */
static const char *value_text(const struct plain *plain, const struct frame *frame,
                              const struct frame_column *column, struct value value)
{
    const char *text;
    const char *unit = "";

    if (!value_is_number(value))
        return _(absence_words(value.absence));
    text = show_value(&plain->show, column, value);
    if (column->is_percent)
        unit = show_percent_sign(&plain->show, column, text);
    else if (!column->is_plain)
        unit = arena_printf(plain->arena, " %s", plain->show.unit);
    text = arena_printf(plain->arena, "%s%s", text, unit);
    if (value.origin == ORIGIN_SUMMED)
        text = arena_printf(plain->arena, _("%s, a sum"), text);
    if (value_compared(value))
        text = arena_printf(plain->arena, _("%s, of %s"), text,
                            frame_compared_words(frame, value, plain->arena));
    if (value.flag)
        text = arena_printf(
            plain->arena, _("%s, flag %s"), text,
            dataset_attribute_text(frame->dataset, ATTRIBUTE_FLAG, value.flag));
    return text;
}

static void put_value(const struct plain *plain, const struct frame *frame,
                      const struct frame_row *row, size_t column)
{
    const struct frame_column *info = &frame->columns[column];

    plain_put(plain,
              arena_printf(plain->arena, "%s%s, %s", row->name,
                           period_of(plain, frame, row),
                           show_lower(&plain->show, info->title)),
              value_text(plain, frame, info, frame_cell(frame, row, column)));
}

static void put_row(const struct plain *plain, const struct frame *frame,
                    const struct frame_row *row)
{
    for (size_t c = 0; c < frame->shown_count; c++)
        put_value(plain, frame, row, c);
}

static void put_totals(const struct plain *plain, const struct frame *frame)
{
    if (frame->has_shown)
        put_row(plain, frame, &frame->shown);
    if (frame->has_total)
        put_row(plain, frame, &frame->total);
}

static void put_table(const struct plain *plain)
{
    const struct frame *frame = plain->app->frame;

    put_totals(plain, frame);
    for (size_t i = 0; i < frame->row_count; i++)
        put_row(plain, frame, &frame->rows[i]);
}

/* What bars and trend draw: exports, imports and the growth of both, or the column of
 * choice. */
static bool is_charted(const struct frame *frame, const struct frame_column *column)
{
    if (frame->query.measure)
        return column_spec_equal(column->spec, *frame->query.measure);
    return column->spec.indicator == INDICATOR_FIGURE ||
           column->spec.indicator == INDICATOR_GROWTH ||
           column->spec.indicator == INDICATOR_BALANCE;
}

static void put_charted(const struct plain *plain, const struct frame *frame)
{
    for (size_t i = 0; i < frame->row_count; i++)
        for (size_t c = 0; c < frame->column_count; c++)
            if (is_charted(frame, &frame->columns[c]))
                put_value(plain, frame, &frame->rows[i], c);
}

static void put_bars(const struct plain *plain)
{
    put_charted(plain, plain->app->frame);
}

/* "2009, exports, index (1978 = 100): 312.4". */
static void put_form(const struct plain *plain, const struct frame_row *row)
{
    const struct app *app = plain->app;
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);

    for (size_t i = 0; i < count; i++)
        plain_put(
            plain,
            arena_printf(plain->arena, "%s, %s", row->name,
                         show_lower(&plain->show, form_name(app, &plain->show, i))),
            form_text(&plain->show, form_shown(app),
                      form_value(app, row, measures[i])));
}

static void put_trend(const struct plain *plain)
{
    const struct app *app = plain->app;

    plain_put(plain, _("average growth"), form_average(app, &plain->show));
    if (app->lens.has_log && !form_log_refusal(app))
        plain_put(plain, _("scale"), _("log"));
    for (size_t i = 0; i < app->trend->row_count && form_shown(app) != FORM_LEVEL; i++)
        put_form(plain, &app->trend->rows[i]);
    if (form_shown(app) == FORM_LEVEL)
        put_charted(plain, app->trend);
}

/* With the place in the ranking, which no column says. */
static void put_ranking(const struct plain *plain)
{
    const struct frame *frame = plain->app->ranking;
    const size_t column = frame_column(frame, frame->query.sort.column);
    const size_t count = frame_counted(frame);

    if (column == SIZE_MAX)
        return;
    if (frame->has_total)
        put_value(plain, frame, &frame->total, column);
    for (size_t i = 0; i < frame->row_count; i++) {
        const struct frame_row *row = &frame->rows[i];
        put_value(plain, frame, row, column);
        if (row->rank)
            plain_put(
                plain,
                arena_printf(plain->arena, _("%s, place by %s"), row->name,
                             show_lower(&plain->show, frame->columns[column].title)),
                arena_printf(plain->arena, _("%zu of %zu"), (size_t)row->rank, count));
    }
}

static void put_compared(const struct plain *plain)
{
    const struct app *app = plain->app;

    if (lens_right(app) != SIZE_MAX) {
        put_row(plain, app->frame, &app->frame->rows[lens_left(app)]);
        put_row(plain, app->frame, &app->frame->rows[lens_right(app)]);
    }
    plain_put(plain, _("compared"),
              compare_words(app, SENTENCE_COLS, plain->show.glyphs, plain->arena));
}

/* The text of a line without its frame; "name     text" becomes "name: text". */
static void put_line(const struct plain *plain, char *line)
{
    char *start = line + strspn(line, " ");
    size_t length = strlen(start);
    char *gap;

    while (length && start[length - 1] == ' ')
        start[--length] = '\0';
    if (!length)
        return;
    gap = strstr(start, "  ");
    if (gap) {
        *gap = '\0';
        plain_put(plain, start, gap + strspn(gap + 1, " ") + 1);
    } else {
        plain_text(plain, start);
        fputc('\n', plain->out);
    }
}

/* A view of text, drawn on a sheet where nothing is cut. */
static void put_drawn(const struct plain *plain)
{
    const struct app *app = plain->app;
    struct cells *cells =
        cells_new(plain->arena, SHEET_ROWS, SHEET_COLS, plain->show.glyphs);
    const struct rect sheet = cells_rect(cells);
    const struct rect inner = rect_inset(sheet, 1, 1);

    view_ops(app->view)->draw(app, cells, sheet, plain->arena);
    for (int row = inner.row; row < inner.row + inner.rows; row++) {
        cells_put(cells, sheet, row, 0, STYLE_PLAIN, ' ');
        cells_put(cells, sheet, row, sheet.cols - 1, STYLE_PLAIN, ' ');
        put_line(plain, cells_row_text(cells, row, plain->arena));
    }
}

/* The figures and shares of all entries of a part. */
static void put_part(const struct plain *plain, const struct drill_part *part)
{
    const struct drill_figures *figures = &part->figures;
    struct column_spec columns[] = {figures->spec, figures->share};
    struct query query = part->query;
    const struct frame *frame;
    size_t share = SIZE_MAX;

    query.columns = columns;
    query.column_count = figures->has_share ? 2 : 1;
    frame = frame_new(&plain->app->dataset, &query, plain->arena);
    if (figures->has_share)
        share = frame_column(frame, figures->share);
    for (size_t i = 0; i < frame->row_count; i++) {
        const struct frame_row *row = &frame->rows[i];
        put_value(plain, frame, row, frame_column(frame, figures->spec));
        if (share != SIZE_MAX && row->kind != ROW_GROUP)
            put_value(plain, frame, row, share);
    }
}

/* Every column's chosen entry, the whole way down, then the entries of the column with
 * the cursor. */
static void put_drilled(const struct plain *plain)
{
    const struct drill *drill = drilling_drill(plain->app);
    const struct drill_column *own = &drill->column[drill->focus];

    for (size_t i = 0; i < drill->focus; i++) {
        const struct drill_column *column = &drill->column[i];
        if (column->chosen < drill_entries(column))
            plain_put(plain, column->rows->noun,
                      drill_entry(column, column->chosen, plain->arena).name);
    }
    put_part(plain, own->rows);
    if (own->groups)
        put_part(plain, own->groups);
}

/* "2024-12, exports: 2,409.9 CNY bn", of rows that are periods. */
static void put_over_time(const struct plain *plain)
{
    const struct frame *trend = plain->app->trend;
    struct column_spec spec = crossing_spec(plain->app);
    size_t column = frame_column(trend, spec);

    for (size_t i = 0; column != SIZE_MAX && i < trend->row_count; i++)
        plain_put(plain,
                  arena_printf(plain->arena, _("%s, %s"), trend->rows[i].name,
                               show_lower(&plain->show, trend->columns[column].title)),
                  value_text(plain, trend, &trend->columns[column],
                             frame_cell(trend, &trend->rows[i], column)));
}

/* "Viet Nam, 2015, exports: 61.2 USD bn", row by row and period by period. */
static void put_crossed(const struct plain *plain)
{
    const struct cross *cross = plain->app->cross;

    if (!cross && plain->app->frame->query.rows == ROWS_PERIOD)
        put_over_time(plain);

    for (size_t i = 0; cross && i < cross->row_count; i++)
        for (uint32_t p = 0; p < cross->period_count; p++)
            plain_put(plain,
                      arena_printf(plain->arena, _("%s, %s, %s"),
                                   cross->frame->rows[i].name,
                                   crossing_period_name(plain->app, p, plain->arena),
                                   crossing_words(plain->app, plain->arena)),
                      value_text(plain, cross->frame, &cross->column,
                                 cross_value(cross, i, p)));
}

static void put_places(const struct plain *plain)
{
    const struct cross *cross = plain->app->cross;

    for (size_t i = 0; cross && i < cross->row_count; i++)
        for (uint32_t p = 0; p < cross->period_count; p++) {
            struct cross_place place = cross_place(cross, i, p);
            if (place.number)
                plain_put(
                    plain,
                    arena_printf(plain->arena, _("%s, %s, place by %s"),
                                 cross->frame->rows[i].name,
                                 crossing_period_name(plain->app, p, plain->arena),
                                 crossing_words(plain->app, plain->arena)),
                    arena_printf(plain->arena, _("%s of %u"),
                                 ordinal_of(&place, plain->arena),
                                 cross_ranked(cross, p)));
        }
}

static void put_path(const struct plain *plain)
{
    path_print_facts(plain->app, plain->out);
}

static void (*const put_view[VIEW_COUNT])(const struct plain *plain) = {
    [VIEW_OVERVIEW] = put_table,  [VIEW_TABLE] = put_table,
    [VIEW_BARS] = put_bars,       [VIEW_TREND] = put_trend,
    [VIEW_SURPLUS] = put_ranking, [VIEW_NOTES] = put_drawn,
    [VIEW_PATH] = put_path,       [VIEW_COMPARE] = put_compared,
    [VIEW_MIRROR] = put_table,    [VIEW_DRILL] = put_drilled,
    [VIEW_HEAT] = put_crossed,    [VIEW_RANKING] = put_places,
};

static void put_dataset(const struct plain *plain)
{
    const struct app *app = plain->app;
    const struct dataset *dataset = &app->dataset;
    const struct frame *frame = app->frame;

    plain_put(plain, _("dataset"), label_pick(&dataset->title, app->language));
    plain_put(plain, _("publisher"), label_pick(&dataset->publisher, app->language));
    plain_put(plain, _("view"), _(view_ops(app->view)->title));
    plain_put(plain, _("narrowed to"), lens_path(app, _(", "), plain->arena));
    plain_put(plain, _("filter"), app->lens.filter);
    plain_put(plain, _("rows"),
              arena_printf(plain->arena, _("%zu of %zu %s"), frame_counted(frame),
                           frame->member_count, frame->noun));
    put_view[app->view](plain);
}

bool plain_print(const struct app *app, FILE *out)
{
    struct arena arena = {0};
    const struct glyphs *glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
    struct plain plain = {.app = app, .arena = &arena, .out = out};

    if (app->frame)
        plain.show = show_new(app->frame, glyphs, &arena);
    plain.show.glyphs = glyphs;
    plain.show.arena = &arena;
    switch (app->page) {
    case PAGE_GALLERY:
        plain_gallery(&plain);
        break;
    case PAGE_ERRORS:
        diag_print(&app->diags, out);
        break;
    case PAGE_AUDIT:
        plain_findings(&plain);
        break;
    case PAGE_REVISIONS:
        plain_revisions(&plain);
        break;
    case PAGE_QUESTION:
        plain_question(&plain);
        break;
    case PAGE_LOADING:
        break;
    case PAGE_DATA:
        put_dataset(&plain);
        break;
    }
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}
