#include "tui/progress.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/paths.h"
#include "tui/pages.h"

enum { LABEL_COLS = 7, BAR_COLS_MIN = 10, BAR_EIGHTHS = 8, SECOND = 1000 };

static const char *whole(double value, struct arena *arena)
{
    char *shown = arena_alloc(arena, NUMBER_SHOWN_MAX);

    return number_show(shown, value, (struct number_style){.is_grouped = true});
}

const char *progress_bytes(double bytes, struct arena *arena)
{
    static const char *const units[] = {"bytes", "kB", "MB", "GB"};
    size_t unit = 0;
    char shown[NUMBER_SHOWN_MAX];

    for (; bytes >= 999.95 && unit + 1 < sizeof(units) / sizeof(units[0]); unit++)
        bytes /= 1000;
    number_show(shown, bytes, (struct number_style){.decimals = unit ? 1 : 0});
    return arena_printf(arena, "%s %s", shown, units[unit]);
}

static double share_read(const struct loading_seen *seen)
{
    if (!seen->total)
        return 0;
    return seen->bytes < seen->total ? (double)seen->bytes / (double)seen->total : 1;
}

/* "62 %  71.4 MB of 115.2 MB  1,431,000 rows"; of a pipe nobody knows how much. */
static const char *amounts(const struct loading_seen *seen, struct arena *arena)
{
    const char *rows = whole((double)seen->rows, arena);

    if (!seen->total)
        return arena_printf(arena, _("%s  %s rows"),
                            progress_bytes((double)seen->bytes, arena), rows);
    /* What is not all is not 100 %. */
    return arena_printf(arena, _("%d %%  %s of %s  %s rows"),
                        (int)(share_read(seen) * 100),
                        progress_bytes((double)seen->bytes, arena),
                        progress_bytes((double)seen->total, arena), rows);
}

/* "212.0 MB/s  0.2 s left" */
static const char *speed(const struct loading_seen *seen, struct arena *arena)
{
    double seconds = (double)seen->elapsed / SECOND;
    double left = (double)seen->total - (double)seen->bytes;
    double rate = seconds > 0 ? (double)seen->bytes / seconds : 0;
    const char *shown = progress_bytes(rate, arena);

    if (!seen->total || left <= 0 || rate <= 0)
        return arena_printf(arena, _("%s a second"), shown);
    return arena_printf(arena, _("%s a second  %.1f s left"), shown, left / rate);
}

static void draw_bar(struct cells *cells, struct rect area, int col, int cols,
                     double share)
{
    int eighths = (int)(share * cols * BAR_EIGHTHS);
    int full = eighths / BAR_EIGHTHS;

    cells_run(cells, area, 0, col, full, STYLE_EXPORTS,
              cells->glyphs->exports_bar[BAR_EIGHTHS]);
    if (full < cols && eighths % BAR_EIGHTHS)
        cells_put(cells, area, 0, col + full, STYLE_EXPORTS,
                  cells->glyphs->exports_bar[eighths % BAR_EIGHTHS]);
}

static void draw_first(const struct loading_seen *seen, struct cells *cells,
                       struct rect area, struct arena *arena)
{
    const char *text = amounts(seen, arena);
    int text_cols = text_width(text);
    int bar_cols = area.cols - LABEL_COLS - text_cols - 4;

    if (bar_cols < BAR_COLS_MIN || !seen->total) {
        cells_fit(cells, area, 0, 1, area.cols - 2, STYLE_PLAIN, ALIGN_LEFT,
                  arena_printf(arena, "%s  %s", _("read"), text));
        return;
    }
    cells_text(cells, area, 0, 1, STYLE_HEAD, _("read"));
    draw_bar(cells, area, LABEL_COLS, bar_cols, share_read(seen));
    cells_text(cells, area, 0, area.cols - text_cols - 1, STYLE_PLAIN, text);
}

/* What is going on, in a few words. */
static const char *state_of(const struct app *app)
{
    if (app->loading.is_stopping)
        return _("stopping");
    if (app->loading.seen.is_arranging)
        return _("all is read; totals are being made");
    if (app->loading.is_reload)
        return _("what is open stays until all is read");
    return _("rows so far; totals wait for the end");
}

static void draw_second(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    const struct loading *loading = &app->loading;
    char name[INPUT_NAME_MAX];
    const char *key = keymap_first(&app->keys, name, COMMAND_CANCEL);
    bool can_stop = *key && !loading->is_stopping && !loading->seen.is_arranging;
    const char *words =
        loading->is_reload ? _("stops it") : _("stops and keeps what is read");
    int cols = can_stop ? text_width(key) + text_width(words) + 3 : 0;
    int col = area.cols - cols;
    const char *text = state_of(app);

    if (!loading->seen.is_arranging)
        text = arena_printf(arena, "%s  %s", text, speed(&loading->seen, arena));
    if (text_width(text) + 2 + cols > area.cols)
        text = state_of(app);
    cells_fit(cells, area, 0, 1, col - 2, STYLE_MUTED, ALIGN_LEFT, text);
    if (!can_stop)
        return;
    col = cells_text(cells, area, 0, col, STYLE_KEY, key);
    cells_text(cells, area, 0, col + 1, STYLE_MUTED, words);
}

void progress_draw(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena)
{
    if (!loading_is_shown(app))
        return;
    draw_first(&app->loading.seen, cells, rect_cut_top(&area, 1), arena);
    if (area.rows)
        draw_second(app, cells, area, arena);
}

void page_loading_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena)
{
    struct rect inner =
        cells_frame(cells, area, true, path_shown(app->loading.path), _("reading"));
    struct rect rows = rect_inset(inner, 0, 2);

    rect_cut_top(&rows, (rows.rows - 2) / 2);
    progress_draw(app, cells, rect_cut_top(&rows, 2), arena);
}
