#include "tui/show.h"

#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/query/convert.h"

#include <math.h>
#include <string.h>

/* Time is filled up to so many periods; beyond, gaps are closed. */
enum { GAPS_MAX = 50000 };

/* From here on a growth is told as a factor. */
static const double FACTOR_FROM = 1000;

static int file_decimals(const struct frame *frame)
{
    int most = 0;

    for (size_t m = 0; m < frame->dataset->measure_count; m++) {
        const struct measure *measure = &frame->dataset->measure[m];
        bool is_flow = m == frame->exports || m == frame->imports;
        if (is_flow && measure->shown_decimals > most)
            most = measure->shown_decimals;
    }
    return most;
}

static bool is_converted(const struct frame *frame)
{
    return is_foreign(frame->dataset, frame->query.currency);
}

struct show show_new(const struct frame *frame, const struct glyphs *glyphs,
                     struct arena *arena)
{
    struct show show = {.glyphs = glyphs, .arena = arena};
    struct unit unit;
    const char *language;

    if (!frame->column_count)
        return show;
    unit = frame_unit(frame);
    language = glyphs->is_ascii ? "en" : frame->query.language;
    show.scale = frame_scale(frame, language);
    show.decimals =
        unit_decimals_for(unit, show.scale, file_decimals(frame), frame->largest);
    if (is_converted(frame))
        show.decimals = frame->largest < 100 * number_pow10(show.scale) ? 2 : 1;
    unit_show_words(show.unit, unit, show.scale);
    return show;
}

static const char *missing(const struct show *show, enum absence absence)
{
    char mark[5] = {0};

    if (absence == ABSENCE_UNDEFINED)
        return "n/a";
    if (absence == ABSENCE_NO_RATE)
        return _("no rate");
    if (absence == ABSENCE_CONFIDENTIAL)
        return "c";
    if (absence == ABSENCE_ROUNDED)
        return "<";
    if (absence == ABSENCE_UNREADABLE)
        return "?";
    if (absence == ABSENCE_NOT_APPLICABLE)
        return "-";
    text_encode(absence == ABSENCE_UNREAD ? show->glyphs->ellipsis
                                          : show->glyphs->missing,
                mark);
    return arena_printf(show->arena, "%s", mark);
}

static const char *number(const struct show *show, double value, int decimals,
                          bool is_signed)
{
    char text[NUMBER_SHOWN_MAX];
    struct number_style style = {
        .decimals = decimals,
        .sign = is_signed ? NUMBER_SIGN_BOTH : NUMBER_SIGN_MINUS,
        .is_ascii = show->glyphs->is_ascii,
        .is_grouped = true,
    };

    return arena_printf(show->arena, "%s", number_show(text, value, style));
}

const char *show_figure(const struct show *show, struct value value, bool is_signed)
{
    if (!value_is_number(value))
        return missing(show, value.absence);
    return chart_number(show->arena, show->glyphs,
                        number_scale(value.number, -show->scale), show->decimals,
                        is_signed);
}

const char *show_short(const struct show *show, struct value value, bool is_signed)
{
    double scaled = number_scale(value.number, -show->scale);

    if (!value_is_number(value))
        return missing(show, value.absence);
    return number(show, scaled, fabs(scaled) >= 100 ? 0 : show->decimals, is_signed);
}

const char *show_growth(const struct show *show, struct value value)
{
    /* From 100 % on the decimal says nothing, and the column would be wider for it. */
    if (value_is_number(value) && fabs(value.number) >= 100 &&
        value.number < FACTOR_FROM)
        return arena_printf(show->arena, "%s%s", number(show, value.number, 0, true),
                            value_is_of_part(value) ? "*" : "");
    return chart_growth(show->arena, show->glyphs, value);
}

const char *show_percent(const struct show *show, struct value value)
{
    if (value.absence == ABSENCE_NO_RATE)
        return "n/a";
    if (!value_is_number(value))
        return missing(show, value.absence);
    return number(show, value.number, fabs(value.number) < FACTOR_FROM ? 1 : 0, false);
}

/* With the mark of what compares a part of all. */
static const char *marked(const struct show *show, struct value value, int decimals,
                          bool is_signed)
{
    return arena_printf(show->arena, "%s%s",
                        number(show, value.number, decimals, is_signed),
                        value_compared(value) ? "*" : "");
}

const char *show_value(const struct show *show, const struct frame_column *column,
                       struct value value)
{
    if (column->is_plain)
        return value_is_number(value)
                   ? marked(show, value, column->decimals, column->is_signed)
                   : missing(show, value.absence);
    if (column->spec.indicator == INDICATOR_CONTRIBUTION && value_is_number(value))
        return marked(show, value, 2, true);
    if (column->is_percent && column->is_signed)
        return show_growth(show, value);
    if (column->spec.indicator == INDICATOR_COVER)
        return value.absence == ABSENCE_NO_RATE
                   ? "n/a"
                   : chart_cover(show->arena, show->glyphs, value);
    if (column->is_percent)
        return show_percent(show, value);
    return show_figure(show, value, column->is_signed);
}

const char *show_percent_sign(const struct show *show,
                              const struct frame_column *column, const char *text)
{
    char times[5] = {0};
    size_t length = text_encode(show->glyphs->times, times);
    bool is_number = *text && text[strcspn(text, "0123456789")];

    return column->is_percent && is_number && strncmp(text, times, length) ? " %" : "";
}

const char *show_capital(const struct show *show, const char *word)
{
    char *copy = arena_copy(show->arena, word, strlen(word));

    if (*copy >= 'a' && *copy <= 'z')
        *copy = (char)(*copy - 'a' + 'A');
    return copy;
}

const char *show_lower(const struct show *show, const char *word)
{
    char *copy = arena_copy(show->arena, word, strlen(word));

    if (copy[0] >= 'A' && copy[0] <= 'Z' && copy[1] >= 'a' && copy[1] <= 'z')
        copy[0] = (char)(copy[0] - 'A' + 'a');
    return copy;
}

/* Periods in figures; "✓ Viet Nam" for a mark, in the table a column of its own. */
static const char *label_of(const struct frame_row *row, const struct glyphs *glyphs,
                            struct arena *arena)
{
    const char *label = row->axis ? row->axis : row->name;
    char mark[5] = {0};

    if (!row->is_marked)
        return label;
    text_encode(glyphs->mark, mark);
    return arena_printf(arena, "%s %s", mark, label);
}

/* Rows as points: where their figures are, SIZE_MAX for none. */
struct show_rows {
    const struct frame *frame;
    const struct glyphs *glyphs;
    size_t exports;
    size_t imports;
    size_t balance;
    size_t exports_growth;
    size_t imports_growth;
    size_t cover;
};

static struct show_rows rows_new(const struct frame *frame, const struct glyphs *glyphs)
{
    struct show_rows rows = {
        .frame = frame,
        .glyphs = glyphs,
        .exports =
            frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports}),
        .exports_growth =
            frame_column(frame, (struct column_spec){INDICATOR_GROWTH, frame->exports}),
        .imports = SIZE_MAX,
        .balance = SIZE_MAX,
        .imports_growth = SIZE_MAX,
        .cover = SIZE_MAX,
    };

    if (!frame->has_imports)
        return rows;
    rows.imports =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->imports});
    rows.balance = frame_column(frame, (struct column_spec){INDICATOR_BALANCE, 0});
    rows.imports_growth =
        frame_column(frame, (struct column_spec){INDICATOR_GROWTH, frame->imports});
    rows.cover = frame_column(frame, (struct column_spec){INDICATOR_COVER, 0});
    return rows;
}

static struct chart_point outline_of(const struct show_rows *rows, size_t number,
                                     struct arena *arena)
{
    const struct frame *frame = rows->frame;
    const struct frame_row *row = &frame->rows[number];

    return (struct chart_point){
        .label = label_of(row, rows->glyphs, arena),
        .rank = row->rank,
        .exports = frame_cell(frame, row, rows->exports),
        .imports = frame_cell(frame, row, rows->imports),
        .balance = frame_cell(frame, row, rows->balance),
        .is_muted = row->kind == ROW_RESIDUAL || row->kind == ROW_UNALLOCATED ||
                    row->kind == ROW_REPORTER,
    };
}

static struct chart_point point_of(const struct show_rows *rows, size_t number,
                                   struct arena *arena)
{
    const struct frame *frame = rows->frame;
    const struct frame_row *row = &frame->rows[number];
    struct chart_point point = outline_of(rows, number, arena);

    point.exports_growth = frame_cell(frame, row, rows->exports_growth);
    point.imports_growth = frame_cell(frame, row, rows->imports_growth);
    point.cover = frame_cell(frame, row, rows->cover);
    return point;
}

static struct chart_point point_at(const struct chart *chart, size_t number)
{
    return point_of(chart->source, number, chart->arena);
}

static struct chart_point outline_at(const struct chart *chart, size_t number)
{
    return outline_of(chart->source, number, chart->arena);
}

static const struct chart_point *
points_of(const struct frame *frame, const struct glyphs *glyphs, struct arena *arena)
{
    const struct show_rows rows = rows_new(frame, glyphs);
    struct chart_point *points =
        ARENA_ARRAY(arena, struct chart_point, frame->row_count);

    for (size_t i = 0; i < frame->row_count; i++)
        points[i] = point_of(&rows, i, arena);
    return points;
}

static const char *column_title(const struct frame *frame, size_t measure)
{
    size_t column =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, measure});

    return column == SIZE_MAX ? "" : frame->columns[column].title;
}

struct chart show_chart(const struct show *show, const struct frame *frame)
{
    struct show_rows *rows = ARENA_NEW(show->arena, struct show_rows);

    *rows = rows_new(frame, show->glyphs);
    return (struct chart){
        .point_at = point_at,
        .outline_at = outline_at,
        .source = rows,
        .count = frame->row_count,
        .selected = SIZE_MAX,
        .has_imports = frame->has_imports,
        .has_overlaps = frame->rows_overlap,
        .scale = show->scale,
        .decimals = show->decimals,
        .unit = show->unit,
        .exports_name = column_title(frame, frame->exports),
        .imports_name = frame->has_imports ? column_title(frame, frame->imports) : "",
        .noun = frame->noun,
        .arena = show->arena,
    };
}

static struct period period_of(const struct frame *frame, size_t row)
{
    return frame->dataset->periods[frame->rows[row].period];
}

/* An empty point: a period that the file does not have. */
static struct chart_point gap_new(const struct show *show, struct period period)
{
    struct value none = value_missing(ABSENCE_NO_ROW);
    char *name = ARENA_ARRAY(show->arena, char, PERIOD_SHOWN_MAX);

    return (struct chart_point){.label = period_show(name, period),
                                .exports = none,
                                .imports = none,
                                .balance = none,
                                .exports_growth = none,
                                .imports_growth = none,
                                .cover = none};
}

struct chart show_chart_over_time(const struct show *show, const struct frame *frame,
                                  size_t *places)
{
    struct chart chart = show_chart(show, frame);
    struct chart_point *points;
    size_t count = frame->row_count;
    size_t used = 0;
    int32_t step = frame->dataset->step ? frame->dataset->step : 1;
    int64_t span;

    chart.points = points_of(frame, show->glyphs, show->arena);
    if (!count)
        return chart;
    span = ((int64_t)period_of(frame, count - 1).index - period_of(frame, 0).index) /
               step +
           1;
    points = ARENA_ARRAY(show->arena, struct chart_point,
                         span < GAPS_MAX ? (size_t)span : count);
    for (size_t i = 0; i < count; i++) {
        struct period period = period_of(frame, i);
        struct period gap = i ? period_of(frame, i - 1) : period;
        gap.index += frame->dataset->step ? step : gap.more + 1;
        gap.more = frame->dataset->step ? gap.more : 0;
        for (; gap.index < period.index && span < GAPS_MAX; gap.index += step)
            points[used++] = gap_new(show, gap);
        places[i] = used;
        points[used++] = chart.points[i];
    }
    chart.points = points;
    chart.count = used;
    return chart;
}

void show_chart_column(const struct show *show, const struct frame *frame,
                       struct column_spec spec, struct chart *chart)
{
    struct show_rows *rows = ARENA_NEW(show->arena, struct show_rows);

    *rows = (struct show_rows){
        .frame = frame,
        .glyphs = show->glyphs,
        .exports = frame_column(frame, spec),
        .imports = SIZE_MAX,
        .balance = SIZE_MAX,
        .exports_growth = SIZE_MAX,
        .imports_growth = SIZE_MAX,
        .cover = SIZE_MAX,
    };
    if (spec.indicator == INDICATOR_FIGURE)
        rows->exports_growth =
            frame_column(frame, (struct column_spec){INDICATOR_GROWTH, spec.measure});
    chart->source = rows;
}

enum style show_sign_style(struct value value)
{
    if (!value_is_number(value))
        return STYLE_MUTED;
    return value.number < 0 ? STYLE_DEFICIT : STYLE_SURPLUS;
}
