/*
 * The rows that a record can be of: the one with the cursor, the left one of a
 * comparison, the totals.
 */
#include "core/base/translate.h"
#include "tui/lens.h"
#include "tui/record_origin.h"
#include "tui/record_row.h"
#include "tui/record_writer.h"

/* The row under the cursor; in the trend, the point. */
static const struct frame_row *selected(const struct app *app,
                                        const struct frame **frame)
{
    *frame = app->frame;
    if (app->view == VIEW_TREND && app->trended < app->trend->row_count) {
        *frame = app->trend;
        return &app->trend->rows[app->trended];
    }
    if (app->view == VIEW_COMPARE && lens_right(app) != SIZE_MAX)
        return &app->frame->rows[lens_right(app)];
    if (app->selected < app->frame->row_count)
        return &app->frame->rows[app->selected];
    return NULL;
}

static bool has_data(const struct app *app)
{
    return app->page == PAGE_DATA && app->frame;
}

static bool row_is_there(const struct app *app)
{
    const struct frame *frame;

    return has_data(app) && selected(app, &frame) != NULL;
}

/* A row that is a period needs no period beside its name. */
static const char *name_of(const struct record_writer *writer,
                           const struct frame_row *row)
{
    char period[PERIOD_SHOWN_MAX];

    if (row->kind == ROW_PERIOD_KIND)
        return row->name;
    period_words(period, writer->app->dataset.periods[row->period]);
    return arena_printf(writer->arena, "%s, %s", row->name, period);
}

static const char *row_title(const struct record_writer *writer)
{
    const struct frame *frame;

    return name_of(writer, selected(writer->app, &frame));
}

static void row_write(struct record_writer *writer)
{
    const struct frame *frame;
    const struct frame_row *row = selected(writer->app, &frame);

    record_row_write(writer, frame, row);
}

const struct record_source record_row = {row_is_there, row_title, row_write,
                                         VIEW_COUNT};

/* The row that the selected one is compared with. */
static bool left_is_there(const struct app *app)
{
    return has_data(app) && app->view == VIEW_COMPARE && lens_right(app) != SIZE_MAX;
}

static const char *left_title(const struct record_writer *writer)
{
    return name_of(writer, &writer->app->frame->rows[lens_left(writer->app)]);
}

static void left_write(struct record_writer *writer)
{
    const struct frame *frame = writer->app->frame;

    record_row_write(writer, frame, &frame->rows[lens_left(writer->app)]);
}

const struct record_source record_left = {left_is_there, left_title, left_write,
                                          VIEW_COUNT};

static bool total_is_there(const struct app *app)
{
    return has_data(app) && app->frame->has_total &&
           app->frame->query.rows != ROWS_PERIOD;
}

static const char *total_title(const struct record_writer *writer)
{
    return name_of(writer, &writer->app->frame->total);
}

static void total_write(struct record_writer *writer)
{
    record_row_write(writer, writer->app->frame, &writer->app->frame->total);
}

const struct record_source record_total = {total_is_there, total_title, total_write,
                                           VIEW_COUNT};

static bool shown_is_there(const struct app *app)
{
    return total_is_there(app) && app->frame->has_shown;
}

static const char *shown_title(const struct record_writer *writer)
{
    size_t count = writer->app->frame->row_count;

    return arena_printf(
        writer->arena,
        P_("the sum of the %zu row shown", "the sum of the %zu rows shown", count),
        count);
}

static void shown_write(struct record_writer *writer)
{
    record_row_write(writer, writer->app->frame, &writer->app->frame->shown);
}

const struct record_source record_shown = {shown_is_there, shown_title, shown_write,
                                           VIEW_COUNT};
