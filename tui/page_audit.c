#include "tui/pages.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/source.h"
#include "tui/targets.h"

#include <string.h>

enum { SEVERITY_COLS = 8, PLACE_COLS = 12, NUMBER_COLS = 7, INDENT = 2 };
/* With fewer rows there is the list alone. */
enum { LIST_MIN = 3, DETAIL_MIN = 4 };

static enum style severity_style(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return STYLE_ERROR;
    case SEVERITY_WARNING:
        return STYLE_WARNING;
    default:
        return STYLE_MUTED;
    }
}

/* Of several files, which one's line. */
static const char *place_of(const struct app *app, const struct finding *finding,
                            struct arena *arena)
{
    if (!finding->at.line)
        return app->dataset.file_count > 1 ? _("the files") : _("the file");
    if (app->dataset.file_count > 1)
        return arena_printf(arena, "%s:%zu", text_file_name(finding->at.file),
                            finding->at.line);
    return arena_printf(arena, _("line %zu"), finding->at.line);
}

const char *page_audit_summary(const struct app *app, struct arena *arena)
{
    bool is_running = auditing_is_running(app);
    const char *text = "";

    for (size_t s = 0; s < SEVERITY_COUNT; s++) {
        size_t count = app->audit.by_severity[s];
        if (count)
            text = arena_printf(arena, "%s%s%s", text, *text ? _(", ") : "",
                                severity_count((enum severity)s, count, arena));
    }
    if (is_running)
        return arena_printf(arena, _("%zu of %zu audits; %s so far"),
                            app->auditing.seen.families, audit_family_count(),
                            *text ? text : _("nothing found"));
    return *text ? text : _("nothing found");
}

static void draw_finding(const struct app *app, struct cells *cells, struct rect area,
                         int row, size_t number, struct arena *arena)
{
    const struct finding *finding = &app->audit.findings[number];
    bool is_chosen = number == app->finding;
    enum severity severity = finding->check->severity;
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    const char *place = place_of(app, finding, arena);
    int place_cols =
        text_width(place) < PLACE_COLS - 1 ? text_width(place) : PLACE_COLS - 1;
    int col = 1;

    /* Kind and place alone are marked: whole rows take too many bytes. */
    cells_fit(cells, area, row, 0, col + SEVERITY_COLS + place_cols, style, ALIGN_LEFT,
              "");
    targets_add_rows(cells, area, row, 1, TARGET_FINDING, number);
    cells_fit(cells, area, row, col, SEVERITY_COLS,
              is_chosen ? style : severity_style(severity), ALIGN_LEFT,
              _(severity_word(severity)));
    col += SEVERITY_COLS;
    cells_fit(cells, area, row, col, place_cols, is_chosen ? style : STYLE_MUTED,
              ALIGN_LEFT, place);
    col += PLACE_COLS;
    cells_fit(cells, area, row, col, area.cols - col - 1, STYLE_PLAIN, ALIGN_LEFT,
              finding->message);
    if (!is_chosen)
        return;
    cells_put(cells, area, row, 0, style, cells->glyphs->cursor);
    cells->cursor_row = area.row + row;
    cells->cursor_col = area.col;
    cells->cursor_is_shown = true;
}

static void draw_list(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    size_t first = 0;

    if (area.rows > 0 && app->finding >= (size_t)area.rows)
        first = app->finding - (size_t)area.rows + 1;
    for (int row = 0; row < area.rows; row++)
        if (first + (size_t)row < app->audit.count)
            draw_finding(app, cells, area, row, first + (size_t)row, arena);
}

/* Returns the row after the text. */
static int draw_wrapped(struct cells *cells, struct rect area, int row,
                        enum style style, const char *text, struct arena *arena)
{
    int cols = area.cols - INDENT - 1;

    while (*text && row < area.rows && cols > 0) {
        size_t bytes = text_break(text, cols);
        cells_text(cells, area, row++, INDENT, style, arena_copy(arena, text, bytes));
        text += bytes;
        text += strspn(text, " ");
    }
    return row;
}

/* The line of the file that the finding is about, where the file can be read. */
static void draw_line(const struct app *app, const struct finding *finding,
                      struct cells *cells, struct rect area, int row,
                      struct arena *arena)
{
    const char *line;

    if (!finding->at.line || !app->audit_source || row >= area.rows)
        return;
    line =
        source_line(app->audit_source, app->audit_source_size, finding->at.line, arena);
    if (!line)
        return;
    cells_fit(cells, area, row, 0, NUMBER_COLS, STYLE_MUTED, ALIGN_RIGHT,
              arena_printf(arena, "%zu", finding->at.line));
    cells_put(cells, area, row, NUMBER_COLS + 1, STYLE_FRAME, cells->glyphs->vertical);
    cells_fit(cells, area, row, NUMBER_COLS + 3, area.cols - NUMBER_COLS - 4,
              STYLE_PLAIN, ALIGN_LEFT, line);
}

static void draw_detail(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    const struct finding *finding = &app->audit.findings[app->finding];
    int row = 0;

    cells_run(cells, area, row, 0, area.cols, STYLE_FRAME, cells->glyphs->horizontal);
    row = draw_wrapped(cells, area, row + 1, STYLE_TITLE, finding->message, arena);
    draw_line(app, finding, cells, area, row, arena);
    row += finding->at.line && app->audit_source ? 2 : 1;
    row = draw_wrapped(
        cells, area, row, STYLE_PLAIN,
        arena_printf(arena, _("What to do: %s."), _(finding->check->advice)), arena);
    draw_wrapped(
        cells, area, row + 1, STYLE_MUTED,
        arena_printf(arena, _("%s: %s"), finding->check->id, _(finding->check->title)),
        arena);
}

/* Nothing was found: what was looked for. */
static void draw_checks(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    int row = draw_wrapped(cells, area, 0, STYLE_TITLE,
                           auditing_is_running(app)
                               ? _("nothing found so far; the checks are:")
                               : arena_printf(arena, _("nothing found: %zu checks ran"),
                                              audit_check_count()),
                           arena);

    for (size_t i = app->finding; audit_check(i) && row < area.rows; i++)
        cells_fit(cells, area, row++, INDENT, area.cols - INDENT - 1, STYLE_MUTED,
                  ALIGN_LEFT,
                  arena_printf(arena, "%-16s %s", audit_check(i)->id,
                               _(audit_check(i)->title)));
}

/* The list takes what it needs, at most half when there is something below it. */
void page_audit_draw(const struct app *app, struct cells *cells, struct rect area,
                     struct arena *arena)
{
    struct rect inner =
        cells_frame(cells, area, true, _("Data audit"), page_audit_summary(app, arena));
    int wanted = app->audit.count < 100 ? (int)app->audit.count : 100;
    int half = inner.rows / 2 > LIST_MIN ? inner.rows / 2 : LIST_MIN;
    int rows = wanted < half ? wanted : half;

    if (!app->audit.count) {
        draw_checks(app, cells, inner, arena);
        return;
    }
    if (inner.rows - rows < DETAIL_MIN) {
        draw_list(app, cells, inner, arena);
        return;
    }
    draw_list(app, cells, rect_cut_top(&inner, rows), arena);
    draw_detail(app, cells, inner, arena);
}
