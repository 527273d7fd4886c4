#include "tui/record.h"

#include "core/base/translate.h"
#include "tui/overlay.h"
#include "tui/record_writer.h"
#include "tui/targets.h"

enum { BOX_COLS = 76, SOURCE_MAX = 16 };

static const struct record_source *const sources[] = {
#define X(name) &record_##name,
    RECORDS(X)
#undef X
};
enum { SOURCE_COUNT = sizeof(sources) / sizeof(sources[0]) };

/* The things that have a record now: what the view is of comes first. */
static size_t list(const struct app *app, const struct record_source *out[SOURCE_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < SOURCE_COUNT; i++)
        if (app->page == PAGE_DATA && sources[i]->view == app->view &&
            sources[i]->is_there(app))
            out[count++] = sources[i];
    for (size_t i = 0; i < SOURCE_COUNT; i++)
        if ((app->page != PAGE_DATA || sources[i]->view != app->view) &&
            sources[i]->is_there(app))
            out[count++] = sources[i];
    return count;
}

bool record_open(struct app *app)
{
    const struct record_source *there[SOURCE_MAX];

    app->record_is_open = list(app, there) > 0;
    app->record_first = 0;
    app->record_source = 0;
    return app->record_is_open;
}

void record_turn(struct app *app, int step)
{
    const struct record_source *there[SOURCE_MAX];
    size_t count = list(app, there);

    if (!count)
        return;
    app->record_first = 0;
    app->record_source = (app->record_source + (step > 0 ? 1 : count - 1)) % count;
}

static struct rect box_of(struct rect screen)
{
    int rows = screen.rows > 6 ? screen.rows - 4 : screen.rows;

    return rect_middle(screen, rows, screen.cols < BOX_COLS ? screen.cols : BOX_COLS);
}

static struct record_writer writer_new(const struct app *app, struct rect screen,
                                       struct arena *arena)
{
    return (struct record_writer){
        .app = app,
        .area = rect_inset(box_of(screen), 1, 1),
        .glyphs = app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode,
        .arena = arena,
        .first = app->record_first,
    };
}

size_t record_scroll(const struct app *app)
{
    const struct record_source *there[SOURCE_MAX];
    struct arena arena = {0};
    struct rect screen = {0, 0, app->rows, app->cols};
    struct record_writer writer = writer_new(app, screen, &arena);
    size_t shown = (size_t)writer.area.rows;

    if (app->record_source < list(app, there))
        there[app->record_source]->write(&writer);
    arena_clear(&arena);
    return writer.line > shown ? writer.line - shown : 0;
}

static const char *title_of(const struct record_writer *writer,
                            const struct record_source *source, size_t count)
{
    const char *title = source->title(writer);

    if (count < 2)
        return arena_printf(writer->arena, _("Record: %s"), title);
    return arena_printf(writer->arena, _("Record %zu of %zu: %s"),
                        writer->app->record_source + 1, count, title);
}

void record_draw(const struct app *app, struct cells *cells, struct arena *arena)
{
    const struct record_source *there[SOURCE_MAX];
    size_t count = list(app, there);
    struct rect screen = cells_rect(cells);
    struct rect box = box_of(screen);
    struct record_writer writer = writer_new(app, screen, arena);
    const struct record_source *source;

    if (app->record_source >= count)
        return;
    source = there[app->record_source];
    writer.cells = cells;
    cells_blank(cells, box, STYLE_PLAIN);
    targets_cover(cells, box);
    source->write(&writer);
    cells_frame(
        cells, box, true, title_of(&writer, source, count),
        arena_printf(arena, "%s%s", count > 1 ? _("Tab more  ") : "",
                     overlay_hint(app, writer.line > (size_t)writer.area.rows, arena)));
    cells->cursor_row = box.row;
    cells->cursor_col = box.col + 2;
    cells->cursor_is_shown = true;
}
