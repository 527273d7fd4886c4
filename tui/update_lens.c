/*
 * What keys do to the lens: what the views show, and how.
 */
#include "core/base/translate.h"
#include "tui/columns.h"
#include "tui/form.h"
#include "tui/lens.h"
#include "tui/picker.h"
#include "tui/stopping.h"
#include "tui/timing.h"
#include "tui/update.h"
#include "tui/views/view.h"

#include <stdio.h>

static void next_language(struct app *app)
{
    if (app->look.is_ascii) {
        snprintf(app->message, sizeof(app->message),
                 _("only ASCII can be shown here, so it stays English"));
        return;
    }
    stopping_never(app);
    app_speak(app, translate_after(app->language));
    if (app->frame)
        app_refresh(app);
}

static void open_selected(struct app *app)
{
    if (app->frame && !app->frame->row_count && lens_has_filter(app))
        lens_filter_relax(app);
    else if (!lens_open(app))
        snprintf(app->message, sizeof(app->message), _("nothing below this"));
}

void update_say(struct app *app, bool has_worked, const char *text)
{
    if (!has_worked)
        snprintf(app->message, sizeof(app->message), "%s", text);
}

/* What changes the lens. */
static bool of_lens(struct app *app, enum command command)
{
    switch (command) {
    case COMMAND_OPEN:
        open_selected(app);
        return true;
    case COMMAND_PERIOD_PREVIOUS:
        update_say(app, lens_step_period(app, -1), _("this is the first period"));
        return true;
    case COMMAND_PERIOD_NEXT:
        update_say(app, lens_step_period(app, 1), _("this is the last period"));
        return true;
    case COMMAND_RANGE_BACK:
        update_say(app, lens_extend_range(app, -1), _("the file begins here"));
        return true;
    case COMMAND_RANGE_FORWARD:
        update_say(app, lens_extend_range(app, 1), _("the file ends here"));
        return true;
    case COMMAND_LEVEL:
        update_say(app, lens_next_level(app), _("there is one level only"));
        return true;
    case COMMAND_FREQUENCY:
        update_say(app, lens_next_frequency(app),
                   _("these periods add up to no others"));
        return true;
    case COMMAND_ROWS:
        update_say(app, lens_next_rows(app), _("there are no other rows"));
        return true;
    case COMMAND_UNDO:
        update_say(app, lens_undo(app), _("nothing to undo"));
        return true;
    case COMMAND_REDO:
        update_say(app, lens_redo(app), _("nothing to do again"));
        return true;
    case COMMAND_COMPARE:
        update_say(app, lens_compare(app), _("there is one row only"));
        return true;
    case COMMAND_ONE_SCALE:
        app_remember(app);
        app->lens.has_one_scale = !app->lens.has_one_scale;
        return true;
    case COMMAND_FLOW:
        update_say(app, lens_next_flow(app), _("there is one measure only"));
        return true;
    case COMMAND_PERCENT:
        update_say(app, lens_next_percent(app),
                   app->view == VIEW_TREND
                       ? _("this has no other form; x goes back to exports and imports")
                       : _("nothing here grows or is shared"));
        return true;
    case COMMAND_MEASURE:
        if (app->frame->column_count)
            picker_open(app, &picker_measure);
        return true;
    case COMMAND_LANGUAGE:
        next_language(app);
        return true;
    case COMMAND_COLUMNS:
        columns_open(app);
        return true;
    case COMMAND_NARROWER:
    case COMMAND_WIDER:
    case COMMAND_HIDE:
        snprintf(app->message, sizeof(app->message),
                 _("columns are of the table: press 2 first"));
        return true;
    default:
        return false;
    }
}

/* Of the trend; where bars start at zero, or nothing is over time, they say so. */
static bool of_trend(struct app *app, enum command command)
{
    bool is_zoom = command == COMMAND_ZOOM_FROM || command == COMMAND_ZOOM_TO;

    if (command != COMMAND_LOG && !is_zoom)
        return false;
    if (is_zoom && app->view != VIEW_TREND && app->lens.query.rows != ROWS_PERIOD)
        update_say(app, false, _("zoom is of the trend: press 4 first"));
    else if (is_zoom)
        update_say(app, lens_zoom(app, command == COMMAND_ZOOM_TO),
                   command == COMMAND_ZOOM_TO
                       ? _("nothing comes after this: go left first")
                       : _("nothing comes before this: go right first"));
    else if (app->view == VIEW_TREND)
        lens_turn_log(app);
    else
        update_say(
            app, false,
            _("bars start at zero, which a log scale lacks; the trend (4) can be "
              "on one"));
    return true;
}

/* Marks are put where a row is selected. */
static bool of_marks(struct app *app, enum command command)
{
    if (command == COMMAND_UNMARK) {
        update_say(app, lens_unmark(app), _("nothing is marked"));
        return true;
    }
    if (command != COMMAND_MARK)
        return false;
    if (app->view == VIEW_TREND || app->view == VIEW_PATH || app->view == VIEW_NOTES)
        snprintf(app->message, sizeof(app->message),
                 _("marks are of rows: choose one in views 1, 2, 3, 5 or 8"));
    else
        lens_mark(app);
    return true;
}

bool update_lens(struct app *app, enum command command)
{
    return of_lens(app, command) || of_marks(app, command) || of_trend(app, command);
}
