#include "tui/views/share_strip.h"

#include "core/base/text.h"
#include "core/base/translate.h"

enum {
    ROWS = 4, /* title, strip, two lines of legend */
    BARS_ROWS_MIN = 18,
    CELLS_FINE = 100,
    CELLS_COARSE = 50,
    LETTERS = 26,
    LEGEND_LINES = 2,
    GAP = 3
};

static size_t share_column(const struct frame *frame)
{
    return frame_column(frame, (struct column_spec){INDICATOR_SHARE, 0});
}

int share_strip_rows(const struct frame *frame, struct rect area)
{
    if (frame->query.rows == ROWS_PERIOD || frame->query.level == LEVEL_GROUPS ||
        show_is_measured(frame) || share_column(frame) == SIZE_MAX ||
        area.rows < ROWS + BARS_ROWS_MIN || area.cols < CELLS_COARSE + 2)
        return 0;
    return ROWS;
}

/* A row with a letter. */
struct part {
    size_t row;
    double share; /* percent */
    const char *text;
};

struct strip {
    struct part part[LETTERS];
    size_t count;
    const char *rest;
};

static double rest_of(const struct strip *strip)
{
    double rest = 100;

    for (size_t i = 0; i < strip->count; i++)
        rest -= strip->part[i].share;
    return rest > 0 ? rest : 0;
}

static const char *rest_text(const struct strip *strip, const struct show *show)
{
    char dot[5] = {0};

    text_encode(show->glyphs->missing, dot);
    return arena_printf(show->arena, _("%s all others %s"), dot,
                        show_percent(show, value_derived(rest_of(strip))));
}

/* Whether the legend of all parts and the rest stays within its lines. */
static bool legend_fits(const struct strip *strip, int cols)
{
    int lines = 1;
    int used = 0;

    for (size_t i = 0; i <= strip->count; i++) {
        int width =
            text_width(i < strip->count ? strip->part[i].text : strip->rest) + GAP;

        if (used && used + width > cols) {
            lines++;
            used = 0;
        }
        used += width;
    }
    return lines <= LEGEND_LINES;
}

/* Adds a row with its letter; false when the legend has no room for it. */
static bool add_part(struct strip *strip, const struct show *show, int cols,
                     struct part part, const char *name)
{
    const char *rest = strip->rest;

    part.text = arena_printf(show->arena, "%c %s %s", (char)('A' + strip->count), name,
                             show_percent(show, value_derived(part.share)));
    strip->part[strip->count++] = part;
    strip->rest = rest_text(strip, show);
    if (legend_fits(strip, cols))
        return true;
    strip->count--;
    strip->rest = rest;
    return false;
}

static struct strip strip_new(const struct app *app, const struct show *show, int cols)
{
    const struct frame *frame = app->frame;
    const size_t column = share_column(frame);
    struct strip strip = {0};

    strip.rest = rest_text(&strip, show);
    for (size_t i = app->first; i < frame->row_count && strip.count < LETTERS; i++) {
        const struct frame_row *row = &frame->rows[i];
        struct value share = frame_cell(frame, row, column);

        if (row->kind != ROW_MEMBER && row->kind != ROW_RESIDUAL)
            continue;
        if (!value_is_number(share) || share.number <= 0)
            continue;
        if (!add_part(&strip, show, cols, (struct part){i, share.number, NULL},
                      row->name))
            break;
    }
    return strip;
}

/* The part that the middle of a cell falls into; count for the rest. */
static size_t part_at(const struct strip *strip, double percent)
{
    double end = 0;
    size_t i = 0;

    while (i < strip->count && (end += strip->part[i].share) <= percent)
        i++;
    return i;
}

static void draw_cells(const struct app *app, const struct strip *strip,
                       struct cells *cells, struct rect area, int count)
{
    const int left = (area.cols - count) / 2;

    for (int i = 0; i < count; i++) {
        const size_t part = part_at(strip, (i + 0.5) * 100 / count);
        const bool is_rest = part == strip->count;
        enum style style = part % 2 ? STYLE_PLAIN : STYLE_EXPORTS;

        if (is_rest)
            style = STYLE_MUTED;
        else if (strip->part[part].row == app->selected)
            style = STYLE_SELECTED;
        cells_put(cells, area, 1, left + i, style,
                  is_rest ? cells->glyphs->missing : (uint32_t)('A' + part));
    }
}

static void draw_legend(const struct strip *strip, struct cells *cells,
                        struct rect area)
{
    int row = 2;
    int col = 0;

    for (size_t i = 0; i <= strip->count; i++) {
        const char *text = i < strip->count ? strip->part[i].text : strip->rest;
        const int width = text_width(text) + GAP;

        if (col && col + width > area.cols) {
            row++;
            col = 0;
        }
        cells_text(cells, area, row, col, i < strip->count ? STYLE_PLAIN : STYLE_MUTED,
                   text);
        col += width;
    }
}

void share_strip_draw(const struct app *app, const struct show *show,
                      struct cells *cells, struct rect area)
{
    const int count = area.cols >= CELLS_FINE + 2 ? CELLS_FINE : CELLS_COARSE;
    const struct rect inner = {area.row, area.col + 1, area.rows, area.cols - 2};
    const struct strip strip = strip_new(app, show, inner.cols);

    cells_fit(cells, inner, 0, 0, inner.cols, STYLE_MUTED, ALIGN_LEFT,
              arena_printf(show->arena, _("%s, %%: each cell is %d %%"),
                           app->frame->columns[share_column(app->frame)].title,
                           100 / count));
    draw_cells(app, &strip, cells, inner, count);
    draw_legend(&strip, cells, inner);
}
