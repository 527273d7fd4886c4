#include "tui/mouse.h"

#include "tui/columns.h"
#include "tui/crossing.h"
#include "tui/drill.h"
#include "tui/lens.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/show.h"
#include "tui/targets.h"
#include "tui/update.h"

enum { WHEEL_ROWS = 3 };

static const struct glyphs *glyphs_of(const struct app *app)
{
    return app->look.is_ascii ? &glyphs_ascii : &glyphs_unicode;
}

/* Draws once more to learn what is where. */
static struct target find_target(const struct app *app, int row, int col)
{
    struct arena arena = {0};
    struct targets targets = {.arena = &arena};
    struct cells *cells = cells_new(&arena, app->rows, app->cols, glyphs_of(app));
    const struct target *found;
    struct target target = {.kind = TARGET_NONE};

    cells->targets = &targets;
    app_draw(app, cells, &arena);
    found = targets_at(&targets, row, col);
    if (found)
        target = *found;
    arena_clear(&arena);
    return target;
}

static void select_ranked(struct app *app, size_t number)
{
    const struct frame_row *row = &app->ranking->rows[number];
    const size_t found = frame_find(app->frame, row->member, row->period);

    if (found != SIZE_MAX)
        lens_select(app, found);
    app->ranked = number;
}

/* The charts over time have points for periods without a row, too. */
static void select_period(struct app *app, size_t point)
{
    struct arena arena = {0};
    struct show show = show_new(app->trend, glyphs_of(app), &arena);
    size_t *places = ARENA_ARRAY(&arena, size_t, app->trend->row_count + 1);
    size_t found;

    show_chart_over_time(&show, app->trend, places);
    for (size_t i = 0; i < app->trend->row_count; i++) {
        if (places[i] != point)
            continue;
        found = app->lens.query.rows == ROWS_PERIOD
                    ? frame_find(app->frame, MEMBER_NONE, app->trend->rows[i].period)
                    : SIZE_MAX;
        if (found != SIZE_MAX)
            lens_select(app, found);
        app->trended = i;
        break;
    }
    arena_clear(&arena);
}

static void select_crossed(struct app *app, size_t cell)
{
    if (!app->cross || !app->cross->period_count)
        return;
    lens_select(app, cell / app->cross->period_count);
    crossing_select_period(app, (uint32_t)(cell % app->cross->period_count));
}

static void sort_by(struct app *app, size_t column)
{
    lens_sort(app, (struct sort_key){.kind = SORT_COLUMN,
                                     .column = app->frame->columns[column].spec,
                                     .is_descending = true});
}

static void close_overlays(struct app *app)
{
    app->help_is_open = false;
    app->record_is_open = false;
    app->columns_are_open = false;
    app->picker.ops = NULL;
}

/* What lies over the screen, and what a prompt asks. */
static bool act_above(struct app *app, const struct target *target)
{
    switch (target->kind) {
    case TARGET_CLOSE:
        close_overlays(app);
        return true;
    case TARGET_CHOICE:
        prompt_key(app, (int)target->number);
        return true;
    case TARGET_PICK:
        app->picker.chosen = target->number;
        picker_key(app, INPUT_ENTER);
        return true;
    case TARGET_COLUMN:
        app->column_chosen = target->number;
        columns_key(app, INPUT_ENTER);
        return true;
    default:
        return false;
    }
}

static void act(struct app *app, const struct target *target)
{
    switch (target->kind) {
    case TARGET_COMMAND:
        app_command(app, (enum command)target->number);
        break;
    case TARGET_ROW:
        lens_select(app, target->number);
        break;
    case TARGET_RANKED:
        select_ranked(app, target->number);
        break;
    case TARGET_PERIOD:
        select_period(app, target->number);
        break;
    case TARGET_CROSSED:
        select_crossed(app, target->number);
        break;
    case TARGET_DRILLED:
        drill_select(app, target->number);
        break;
    case TARGET_SORT:
        sort_by(app, target->number);
        break;
    case TARGET_SORT_NAME:
        lens_sort(app, (struct sort_key){.kind = SORT_NAME});
        break;
    case TARGET_PANE:
        app->pane = target->number;
        break;
    case TARGET_ENTRY:
        app->chosen = target->number;
        break;
    case TARGET_PROBLEM:
        app->problem = target->number;
        break;
    case TARGET_FINDING:
        app->finding = target->number;
        break;
    case TARGET_ANSWER:
        app->question.chosen = target->number;
        question_look(app);
        break;
    case TARGET_REVISION:
        app->revision = target->number;
        break;
    case TARGET_PARAMETER:
        app->path.selected = target->number;
        break;
    default:
        break;
    }
}

static void click(struct app *app, const struct mouse *mouse)
{
    const struct target target = find_target(app, mouse->row, mouse->col);

    /* A text that is being typed is finished with keys. */
    if (!act_above(app, &target) && app->prompt == PROMPT_NONE)
        act(app, &target);
}

/* As so many presses of a key that moves. */
static void turn_wheel(struct app *app, enum mouse_kind kind)
{
    const bool is_up = kind == MOUSE_WHEEL_UP;
    const int key = keymap_key(&app->keys, is_up ? COMMAND_UP : COMMAND_DOWN);

    for (int i = 0; i < WHEEL_ROWS; i++) {
        if (app->picker.ops)
            picker_key(app, is_up ? INPUT_UP : INPUT_DOWN);
        else if (app->prompt == PROMPT_NONE && key != INPUT_NONE)
            app_key(app, key);
    }
}

void app_mouse(struct app *app, const struct mouse *mouse)
{
    if (!app->has_mouse)
        return;
    app->message[0] = '\0';
    if (mouse->kind == MOUSE_CLICK)
        click(app, mouse);
    else
        turn_wheel(app, mouse->kind);
    app_settle(app);
}
