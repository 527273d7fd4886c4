#include "tui/views/cards.h"

#include "core/base/translate.h"

#include <math.h>
#include <string.h>

enum {
    CARD_MAX = 5,
    CARD_COLS_MIN = 13,
    FRAMED_ROWS = 4,
    PLAIN_ROWS = 3,
    TOP = 5,
    SPARK_COLS = 12
};

struct card {
    const char *title;
    const char *figure;
    enum style style;
    const char *line; /* growth or what else belongs to the figure */
    struct value *history;
    size_t history_count;
};

struct deck {
    struct card card[CARD_MAX];
    size_t count;
};

int cards_rows(int body_rows)
{
    if (body_rows >= 26)
        return FRAMED_ROWS;
    return body_rows >= 7 ? PLAIN_ROWS : 0;
}

/* The row that the key figures are of: the whole in its period, or the selected row
 * where rows are periods or are never added. */
static const struct frame_row *subject(const struct app *app)
{
    const struct frame *frame = app->frame;

    if (frame->query.rows != ROWS_PERIOD && frame->has_shown)
        return &frame->shown;
    if (frame->query.rows != ROWS_PERIOD && frame->has_total)
        return &frame->total;
    return app->selected < frame->row_count ? &frame->rows[app->selected] : NULL;
}

/* The column's values over time: up to the subject's period, or, so that they stay as
 * they are from one period to the next, to the last one if that is on the spark too. */
static void add_history(const struct app *app, struct card *card,
                        struct column_spec spec, uint32_t period, struct arena *arena)
{
    const struct frame *trend = app->trend;

    if (app->frame->has_shown && app->frame->query.rows != ROWS_PERIOD)
        return; /* the trend is of everything, the card of the rows that are left */
    card->history = ARENA_ARRAY(arena, struct value, trend->row_count);
    for (size_t i = 0; i < trend->row_count; i++) {
        bool is_on_spark = trend->row_count - i <= SPARK_COLS - 1;
        if (trend->rows[i].period > period && !is_on_spark)
            break;
        card->history[card->history_count++] =
            frame_value(trend, &trend->rows[i], spec);
    }
}

static const char *growth_line(const struct show *show, struct value growth)
{
    char arrow[5] = {0};

    if (!value_is_number(growth))
        return "";
    text_encode(growth.number < 0 ? show->glyphs->down : show->glyphs->up, arrow);
    if (growth.number >= 1000)
        return arena_printf(show->arena, _("%s %s on year"), arrow,
                            show_growth(show, growth));
    return arena_printf(show->arena, _("%s %s %% y/y"), arrow,
                        show_growth(show, growth));
}

static struct card *card_add(struct deck *deck, const char *title)
{
    struct card *card = &deck->card[deck->count++];

    card->title = title;
    card->style = STYLE_TITLE;
    card->line = "";
    return card;
}

static void add_flow(const struct app *app, const struct show *show, struct deck *deck,
                     const struct frame_row *row, size_t measure)
{
    const struct frame *frame = app->frame;
    struct column_spec spec = {INDICATOR_FIGURE, measure};
    size_t column = frame_column(frame, spec);
    struct card *card;

    if (column == SIZE_MAX)
        return;
    card = card_add(deck, frame->columns[column].title);
    card->figure = show_figure(show, frame_cell(frame, row, column), false);
    card->line = growth_line(show, frame_growth(frame, row, measure));
    add_history(app, card, spec, row->period, show->arena);
}

static void add_balance(const struct app *app, const struct show *show,
                        struct deck *deck, const struct frame_row *row)
{
    struct value balance = frame_balance(app->frame, row);
    struct value exports = frame_exports(app->frame, row);
    struct card *card = card_add(deck, _("Balance"));

    card->figure = show_figure(show, balance, true);
    card->style = show_sign_style(balance);
    if (value_is_number(balance) && value_is_number(exports) && exports.number > 0) {
        struct value part = value_derived(100 * balance.number / exports.number);
        card->line =
            arena_printf(show->arena, _("%s %% of exports"), show_percent(show, part));
    }
    if (frame_unlike_words(app->frame, row))
        card->line = _("one flow is a sum");
    add_history(app, card, (struct column_spec){INDICATOR_BALANCE, 0}, row->period,
                show->arena);
}

/* Total trade a year before, from the trend; missing when that is not there. */
static struct value total_before(const struct app *app, uint32_t period)
{
    struct period before;
    const struct frame *trend = app->trend;
    struct column_spec spec = {INDICATOR_TOTAL, 0};

    if (!period_year_before(app->dataset.periods[period], &before))
        return value_missing(ABSENCE_NO_ROW);
    for (size_t i = 0; i < trend->row_count; i++)
        if (period_equal(app->dataset.periods[trend->rows[i].period], before))
            return frame_value(trend, &trend->rows[i], spec);
    return value_missing(ABSENCE_NO_ROW);
}

static void add_total(const struct app *app, const struct show *show, struct deck *deck,
                      const struct frame_row *row)
{
    struct column_spec spec = {INDICATOR_TOTAL, 0};
    struct value total = frame_value(app->frame, row, spec);
    struct value before = total_before(app, row->period);
    struct value cover =
        frame_value(app->frame, row, (struct column_spec){INDICATOR_COVER, 0});
    struct card *card = card_add(deck, _("Total trade"));
    struct value exports = frame_growth(app->frame, row, app->frame->exports);
    struct value imports = frame_growth(app->frame, row, app->frame->imports);
    bool is_comparable = value_is_number(exports) && value_is_number(imports) &&
                         !value_compared(exports) && !value_compared(imports);

    card->figure = show_figure(show, total, false);
    if (is_comparable && value_is_number(total) && value_is_number(before) &&
        before.number > 0)
        card->line = growth_line(
            show, value_derived(100 * (total.number - before.number) / before.number));
    else if (value_is_number(cover))
        card->line =
            arena_printf(show->arena, _("X/M %s %%"), show_percent(show, cover));
    add_history(app, card, spec, row->period, show->arena);
}

/* Keeps the largest, the first one first. */
static void keep_largest(double top[TOP], double share)
{
    for (size_t i = 0; i < TOP; i++) {
        double kept = top[i];
        if (share <= kept)
            continue;
        top[i] = share;
        share = kept;
    }
}

struct value cards_top_share(const struct frame *frame)
{
    size_t share = frame_column(frame, (struct column_spec){INDICATOR_SHARE, 0});
    double top[TOP] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY, -INFINITY};
    size_t count = 0;
    double sum = 0;

    if (share == SIZE_MAX || frame->has_shown || frame->rows_overlap)
        return value_missing(ABSENCE_UNDEFINED);
    for (size_t i = 0; i < frame->row_count; i++) {
        struct value value = frame_cell(frame, &frame->rows[i], share);
        if (frame->rows[i].kind != ROW_MEMBER || !value_is_number(value))
            continue;
        keep_largest(top, value.number);
        count++;
    }
    for (size_t i = 0; i < TOP; i++)
        sum += top[i];
    return count > TOP ? value_derived(sum) : value_missing(ABSENCE_UNDEFINED);
}

/* How much of the trade the five largest have between them. */
static void add_concentration(const struct app *app, const struct show *show,
                              struct deck *deck)
{
    struct value share = app->charting.top_share;
    struct card *card;

    if (!value_is_number(share))
        return;
    card = card_add(deck,
                    arena_printf(show->arena, _("Top %d %s"), TOP, app->frame->noun));
    card->figure = arena_printf(show->arena, "%s %%", show_percent(show, share));
    card->line = _("of total trade");
}

/* The largest and the smallest there were, for a single measure over time. */
static void add_extremes(const struct app *app, const struct show *show,
                         struct deck *deck)
{
    const struct frame *trend = app->trend;
    const struct frame_row *ends[2] = {NULL, NULL};

    for (size_t i = 0; i < trend->row_count; i++) {
        struct value value = frame_exports(trend, &trend->rows[i]);
        if (!value_is_number(value))
            continue;
        if (!ends[0] || value.number > frame_exports(trend, ends[0]).number)
            ends[0] = &trend->rows[i];
        if (!ends[1] || value.number < frame_exports(trend, ends[1]).number)
            ends[1] = &trend->rows[i];
    }
    for (size_t k = 0; k < 2 && ends[k] && ends[0] != ends[1]; k++) {
        struct card *card = card_add(deck, k == 0 ? _("Largest") : _("Smallest"));
        card->figure = show_figure(show, frame_exports(trend, ends[k]), false);
        card->line = arena_printf(show->arena, _("in %s"), ends[k]->name);
    }
}

static struct deck deck_new(const struct app *app, const struct show *show)
{
    const struct frame_row *row = subject(app);
    const struct frame *frame = app->frame;
    struct deck deck = {0};

    if (!row || frame->exports == MEASURE_NONE)
        return deck;
    add_flow(app, show, &deck, row, frame->exports);
    if (!frame->has_imports) {
        add_extremes(app, show, &deck);
        return deck;
    }
    add_flow(app, show, &deck, row, frame->imports);
    add_balance(app, show, &deck, row);
    add_total(app, show, &deck, row);
    if (frame->query.rows != ROWS_PERIOD)
        add_concentration(app, show, &deck);
    return deck;
}

static void draw_card(const struct card *card, struct cells *cells, struct rect area,
                      bool is_framed)
{
    int spark_cols;

    if (is_framed)
        area = cells_frame(cells, area, false, card->title, NULL);
    else
        cells_fit(cells, rect_cut_top(&area, 1), 0, 1, area.cols - 2, STYLE_MUTED,
                  ALIGN_LEFT, card->title);
    cells_fit(cells, area, 0, 1, area.cols - 2, card->style, ALIGN_LEFT, card->figure);
    cells_fit(cells, area, 1, 1, area.cols - 2, STYLE_PLAIN, ALIGN_LEFT, card->line);
    spark_cols = area.cols - text_width(card->figure) - 3;
    if (spark_cols > SPARK_COLS)
        spark_cols = SPARK_COLS;
    if (card->history_count > 2 && spark_cols >= 4)
        chart_spark(cells, area, 0, area.cols - spark_cols, spark_cols - 1,
                    STYLE_EXPORTS, card->history, card->history_count);
}

void cards_draw(const struct app *app, const struct show *show, struct cells *cells,
                struct rect area)
{
    struct deck deck = deck_new(app, show);
    size_t fit = (size_t)(area.cols / CARD_COLS_MIN);
    size_t count = deck.count < fit ? deck.count : fit;

    if (area.cols < 100 && count > 4)
        count = 4;
    for (size_t i = 0; i < count; i++) {
        int left = area.cols - (area.cols / (int)count) * (int)count;
        int cols = area.cols / (int)count + ((int)i < left ? 1 : 0);
        struct rect rest = area;
        rect_cut_left(&rest, (int)i * (area.cols / (int)count) +
                                 ((int)i < left ? (int)i : left));
        draw_card(&deck.card[i], cells, rect_cut_left(&rest, cols),
                  area.rows >= FRAMED_ROWS);
    }
}
