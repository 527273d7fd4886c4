#include "tui/record.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/query/convert.h"
#include "core/query/record.h"
#include "tui/show.h"

#include <string.h>

enum { BOX_COLS = 76, TITLE_COLS = 36, PARTS_NAMED = 4 };

struct writer {
    struct cells *cells; /* NULL: only count the lines */
    struct rect area;
    size_t first;
    size_t line;
    const struct app *app;
    const struct frame *frame;
    const struct frame_row *row;
    const struct glyphs *glyphs;
    struct arena *arena;
};

static void write_line(struct writer *writer, int col, enum style style,
                       const char *text)
{
    long row = (long)writer->line++ - (long)writer->first;

    if (writer->cells && row >= 0 && row < writer->area.rows)
        cells_text(writer->cells, writer->area, (int)row, col, style, text);
}

static void write_wrapped(struct writer *writer, int col, enum style style,
                          const char *text)
{
    int cols = writer->area.cols - col - 1;

    while (*text) {
        size_t bytes = text_break(text, cols < 10 ? 10 : cols);
        write_line(writer, col, style, arena_copy(writer->arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
}

/* A figure in base units, in full: 3,733,722,280,000. */
static const char *in_full(const struct writer *writer, struct value value)
{
    char text[NUMBER_SHOWN_MAX];
    double whole = value.number < 0 ? -value.number : value.number;
    bool is_whole = whole < 1e15 && whole == (double)(long long)whole;
    struct number_style style = {
        .decimals = is_whole ? 0 : 4,
        .is_ascii = writer->glyphs->is_ascii,
        .is_grouped = true,
    };

    if (!value_is_number(value))
        return absence_words(value.absence);
    return arena_printf(writer->arena, "%s", number_show(text, value.number, style));
}

/* A percentage as it was published, or with four decimals. */
static const char *percent_in_full(const struct writer *writer, struct value value)
{
    char text[NUMBER_SHOWN_MAX];

    if (!value_is_number(value) || value.origin != ORIGIN_PUBLISHED)
        return in_full(writer, value);
    return arena_printf(writer->arena, "%s", number_print(text, value.number));
}

/* The formula with X and M replaced by the row's figures, Xt and Mt by the total's. */
static const char *filled(const struct writer *writer, const char *formula)
{
    const char *text = "";

    for (const char *at = formula; *at;) {
        size_t length = strcspn(at, " ()");
        struct value value = value_missing(ABSENCE_NO_ROW);
        if (length == 1 && *at == 'X')
            value = frame_exports(writer->frame, writer->row);
        else if (length == 1 && *at == 'M')
            value = frame_imports(writer->frame, writer->row);
        else if (length == 2 && at[1] == 't' && writer->frame->has_total)
            value = *at == 'X' ? frame_exports(writer->frame, &writer->frame->total)
                               : frame_imports(writer->frame, &writer->frame->total);
        if (!length)
            length = 1;
        text = value_is_number(value)
                   ? arena_printf(writer->arena, "%s%s", text, in_full(writer, value))
                   : arena_printf(writer->arena, "%s%.*s", text, (int)length, at);
        at += length;
    }
    return text;
}

static const char *names_of_parts(const struct writer *writer,
                                  const struct record *record)
{
    const struct dimension *dimension =
        &writer->frame->dataset->dimension[writer->frame->query.rows];
    const char *text =
        arena_printf(writer->arena, "the sum of %zu: ", record->part_count);

    for (size_t i = 0; i < record->part_count && i < PARTS_NAMED; i++)
        text = arena_printf(
            writer->arena, "%s%s%s", text, i ? ", " : "",
            member_name(dimension, record->parts[i], writer->app->language));
    return record->part_count > PARTS_NAMED
               ? arena_printf(writer->arena, "%s, ...", text)
               : text;
}

static const char *place(const struct writer *writer, size_t observation)
{
    const struct dataset *dataset = writer->frame->dataset;

    return arena_printf(writer->arena, "%s:%u", dataset->path,
                        codes_get(&dataset->line, observation));
}

/* A figure in another currency names its rate; whether it is one. */
static bool write_conversion(struct writer *writer, size_t measure)
{
    const struct dataset *dataset = writer->frame->dataset;
    const char *currency = writer->frame->query.currency;
    char rate[NUMBER_SHOWN_MAX];
    double units;

    if (!is_foreign(dataset, currency) ||
        dataset->measure[measure].unit.kind != UNIT_CURRENCY ||
        !rate_find(dataset, currency, dataset->periods[writer->row->period], &units))
        return false;
    write_wrapped(
        writer, 3, STYLE_MUTED,
        arena_printf(writer->arena, "converted at %s %s for one %s, as stated",
                     number_print(rate, units), dataset->unit.code, currency));
    return true;
}

/* Where a figure comes from: the file's line, or what was summed. */
static void write_origin(struct writer *writer, size_t measure)
{
    const struct dataset *dataset = writer->frame->dataset;
    struct record record =
        record_find(writer->frame, writer->row, measure, writer->arena);
    const char *valuation = valuation_word(dataset->measure[measure].valuation);
    char unit[UNIT_SHOWN_MAX];

    if (write_conversion(writer, measure) && writer->row->kind == ROW_UNALLOCATED)
        return;
    if (dataset->is_coarse) {
        write_wrapped(writer, 3, STYLE_MUTED,
                      "the sum of the file's own periods within this one");
    } else if (record.observation != SIZE_MAX) {
        uint32_t flag = codes_get_sparse(&dataset->flag, record.observation);
        uint32_t remark = codes_get_sparse(&dataset->remark, record.observation);
        uint32_t vintage = codes_get_sparse(&dataset->vintage, record.observation);
        write_wrapped(writer, 3, STYLE_MUTED,
                      arena_printf(writer->arena, "as published%s%s, in the file in %s",
                                   *valuation ? ", " : "", valuation,
                                   unit_show(unit, dataset->measure[measure].unit,
                                             dataset->measure[measure].unit.scale)));
        write_wrapped(writer, 3, STYLE_MUTED, place(writer, record.observation));
        if (flag)
            write_wrapped(
                writer, 3, STYLE_WARNING,
                arena_printf(writer->arena, "status %s", dataset->flags.text[flag]));
        if (vintage)
            write_wrapped(writer, 3, STYLE_MUTED, dataset->vintages.text[vintage]);
        if (remark)
            write_wrapped(writer, 3, STYLE_MUTED, dataset->remarks.text[remark]);
    } else if (record.part_count) {
        write_wrapped(writer, 3, STYLE_MUTED, names_of_parts(writer, &record));
    } else if (writer->row->kind == ROW_UNALLOCATED) {
        write_wrapped(writer, 3, STYLE_MUTED,
                      "the published total less the figures of the rows");
    }
}

static void write_formula(struct writer *writer, const struct indicator_ops *ops,
                          struct value value)
{
    if (value.origin == ORIGIN_PUBLISHED) {
        write_wrapped(writer, 3, STYLE_MUTED, "as published");
        return;
    }
    write_wrapped(writer, 3, STYLE_MUTED, ops->formula);
    if (value_is_number(value) && !ops->is_per_measure)
        write_wrapped(
            writer, 3, STYLE_MUTED,
            arena_printf(writer->arena, "= %s", filled(writer, ops->formula)));
}

static void write_column(struct writer *writer, size_t number)
{
    const struct frame_column *column = &writer->frame->columns[number];
    const struct indicator_ops *ops = indicator_ops(column->spec.indicator);
    struct value value = writer->row->values[number];
    const char *unit = column->unit.code ? column->unit.code : "";
    const char *text = in_full(writer, value);

    if (column->is_percent) {
        unit = "%";
        text = percent_in_full(writer, value);
    }
    write_wrapped(writer, 1, STYLE_TITLE,
                  arena_printf(writer->arena, "%-*s %s %s", TITLE_COLS, column->title,
                               text, value_is_number(value) ? unit : ""));
    if (column->spec.indicator == INDICATOR_FIGURE)
        write_origin(writer, column->spec.measure);
    else
        write_formula(writer, ops, value);
}

static const struct frame_row *subject(const struct app *app,
                                       const struct frame **frame)
{
    *frame = app->frame;
    if (app->view == VIEW_TREND && app->trended < app->trend->row_count) {
        *frame = app->trend;
        return &app->trend->rows[app->trended];
    }
    if (app->selected < app->frame->row_count)
        return &app->frame->rows[app->selected];
    return NULL;
}

static void write_all(struct writer *writer)
{
    for (size_t c = 0; c < writer->frame->shown_count; c++)
        write_column(writer, c);
}

static struct rect box_of(struct rect screen)
{
    int rows = screen.rows > 6 ? screen.rows - 4 : screen.rows;

    return rect_middle(screen, rows, screen.cols < BOX_COLS ? screen.cols : BOX_COLS);
}

static struct writer writer_new(const struct app *app, struct rect screen,
                                struct arena *arena)
{
    struct writer writer = {
        .app = app,
        .area = rect_inset(box_of(screen), 1, 1),
        .glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode,
        .arena = arena,
        .first = app->record_first,
    };

    writer.row = subject(app, &writer.frame);
    return writer;
}

size_t record_scroll(const struct app *app)
{
    struct arena arena = {0};
    struct rect screen = {0, 0, app->rows, app->cols};
    struct writer writer = writer_new(app, screen, &arena);
    size_t shown = (size_t)writer.area.rows;

    if (writer.row)
        write_all(&writer);
    arena_clear(&arena);
    return writer.line > shown ? writer.line - shown : 0;
}

/* A row that is a period needs no period beside its name. */
static const char *record_title(const struct writer *writer, struct arena *arena)
{
    char period[PERIOD_SHOWN_MAX];

    if (writer->row->kind == ROW_PERIOD_KIND)
        return arena_printf(arena, "Record: %s", writer->row->name);
    period_show(period, writer->app->dataset.periods[writer->row->period]);
    return arena_printf(arena, "Record: %s, %s", writer->row->name, period);
}

void record_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    struct rect screen = cells_rect(cells);
    struct rect box = box_of(screen);
    struct writer writer = writer_new(app, screen, arena);

    if (!writer.row)
        return;
    writer.cells = cells;
    cells_blank(cells, box, STYLE_PLAIN);
    write_all(&writer);
    cells_frame(cells, box, true, record_title(&writer, arena),
                writer.line > (size_t)writer.area.rows ? "scroll: j k  close: Esc"
                                                       : "close: Esc");
    cells->cursor_row = box.row;
    cells->cursor_col = box.col + 2;
}
