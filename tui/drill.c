#include "tui/drill.h"

#include "core/base/translate.h"
#include "core/query/indicator_spec.h"
#include "tui/crossing.h"
#include "tui/lens.h"
#include "tui/record.h"
#include "tui/update.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS_WANTED = 3, PLACE_STEP = 1 << 20 };

/* Columns in the making. */
struct digging {
    const struct app *app;
    struct drill *drill;
    struct arena *arena;
    struct column_spec *columns; /* that every frame has */
    size_t column_count;
};

size_t drill_entries(const struct drill_column *column)
{
    return column->frame->row_count + (column->groups ? column->groups->row_count : 0);
}

const struct frame_row *drill_entry(const struct drill_column *column, size_t entry,
                                    const struct frame **frame)
{
    bool is_group = entry >= column->frame->row_count;

    *frame = is_group ? column->groups : column->frame;
    return &(*frame)->rows[is_group ? entry - column->frame->row_count : entry];
}

/* The query of a column: of the lens, but for where it stands. */
static struct query query_of(const struct digging *digging)
{
    struct query query = app_query(digging->app);

    query.filter = "";
    query.limit = 0;
    query.columns = digging->columns;
    query.column_count = digging->column_count;
    query.is_over_time = false;
    return query;
}

static struct drill_column *add_column(const struct digging *digging,
                                       const struct query *query, const char *of)
{
    struct drill_column *column = &digging->drill->column[digging->drill->count];

    if (digging->drill->count + 1 < DRILL_MAX)
        digging->drill->count++;
    *column = (struct drill_column){
        .frame = frame_new(&digging->app->dataset, query, digging->arena),
        .chosen = SIZE_MAX,
        .of = of,
    };
    return column;
}

static const struct dimension *dimension_of(const struct app *app,
                                            const struct query *query)
{
    return query->rows == ROWS_PERIOD ? NULL : &app->dataset.dimension[query->rows];
}

static const char *name_of(const struct digging *digging, const struct query *query,
                           uint32_t member)
{
    const struct dimension *dimension = dimension_of(digging->app, query);

    return !dimension || member == MEMBER_NONE || member == dimension_whole(dimension)
               ? ""
               : member_name(dimension, member, digging->app->language);
}

static bool has_groups(const struct dimension *dimension)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].is_group)
            return true;
    return false;
}

/* Groups go below the members of the first column. */
static void add_groups(const struct digging *digging, struct drill_column *column,
                       struct query query)
{
    if (!has_groups(dimension_of(digging->app, &query)))
        return;
    query.level = LEVEL_GROUPS;
    query.within[query.rows] = MEMBER_NONE;
    column->groups = frame_new(&digging->app->dataset, &query, digging->arena);
}

static void choose(struct drill_column *column, uint32_t member)
{
    size_t found = frame_find(column->frame, member, 0);

    if (found == SIZE_MAX && column->groups) {
        found = frame_find(column->groups, member, 0);
        found += found == SIZE_MAX ? 0 : column->frame->row_count;
    }
    column->chosen = found;
}

/* What the member is part of, without the whole; MEMBER_NONE at the top. */
static uint32_t parent_of(const struct dimension *dimension, uint32_t member)
{
    uint32_t parent =
        member == MEMBER_NONE ? MEMBER_NONE : dimension->members[member].parent;

    return parent != MEMBER_NONE && parent == dimension_whole(dimension) ? MEMBER_NONE
                                                                         : parent;
}

/* The coarsest level that has more than the whole. */
static size_t top_level(const struct dimension *dimension)
{
    return dimension_whole(dimension) != MEMBER_NONE && dimension->level_count > 1 ? 1
                                                                                   : 0;
}

/* The columns above a member, and its own: its neighbours. The first has the groups. */
static struct drill_column *add_chain(const struct digging *digging, struct query query,
                                      uint32_t member)
{
    const struct dimension *dimension = dimension_of(digging->app, &query);
    uint32_t parent = parent_of(dimension, member);
    struct drill_column *column;

    if (parent != MEMBER_NONE)
        add_chain(digging, query, parent);
    query.within[query.rows] = parent;
    query.level = dimension->members[member].level;
    column = add_column(digging, &query, name_of(digging, &query, parent));
    if (parent == MEMBER_NONE)
        add_groups(digging, column, query);
    choose(column, member);
    return column;
}

/* The first column where the chosen is a group. */
static struct drill_column *add_groups_column(const struct digging *digging,
                                              struct query query, uint32_t member)
{
    struct drill_column *column;

    query.level = top_level(dimension_of(digging->app, &query));
    query.within[query.rows] = MEMBER_NONE;
    column = add_column(digging, &query, "");
    add_groups(digging, column, query);
    choose(column, member);
    return column;
}

static bool is_group(const struct dimension *dimension, uint32_t member)
{
    return member != MEMBER_NONE && dimension->members[member].is_group;
}

/* The column of a lens or of a step: with all above it when it is the first. */
static struct drill_column *add_step(const struct digging *digging,
                                     const struct query *query, uint32_t member)
{
    const struct dimension *dimension = dimension_of(digging->app, query);
    uint32_t within = dimension ? query->within[query->rows] : MEMBER_NONE;
    struct drill_column *column;

    if (!digging->drill->count && dimension && is_group(dimension, member))
        return add_groups_column(digging, *query, member);
    if (!digging->drill->count && dimension && is_group(dimension, within))
        add_groups_column(digging, *query, within);
    else if (!digging->drill->count && dimension && member != MEMBER_NONE)
        return add_chain(digging, *query, member);
    column =
        add_column(digging, query, dimension ? name_of(digging, query, within) : "");
    if (dimension)
        choose(column, member);
    return column;
}

static void add_trail(const struct digging *digging)
{
    const struct lens *lens = &digging->app->lens;

    for (size_t i = 0; i < lens->trail_count; i++) {
        const struct trail_step *step = &lens->trail[i];
        struct query query = query_of(digging);
        query.rows = step->rows;
        query.level = step->level;
        query.within[step->rows] = step->within;
        query.sort = step->sort;
        query.then_count = step->then_count;
        memcpy(query.then, step->then, sizeof(step->then));
        query.period = step->period;
        add_step(digging, &query, step->selected.member);
    }
}

/* The name of what a dimension's rows are narrowed to when they are periods. */
static const char *narrowed_name(const struct digging *digging)
{
    const struct lens *lens = &digging->app->lens;
    struct query query = lens->query;

    if (!lens->trail_count)
        return "";
    query.rows = lens->trail[lens->trail_count - 1].rows;
    return name_of(digging, &query, query.within[query.rows]);
}

static void add_own(const struct digging *digging)
{
    const struct app *app = digging->app;
    struct query query = query_of(digging);
    const struct frame_row *row =
        app->selected < app->frame->row_count ? &app->frame->rows[app->selected] : NULL;
    struct drill_column *column;

    query.filter = app->lens.filter;
    query.limit = app->lens.query.limit;
    column = add_step(digging, &query, row ? row->member : MEMBER_NONE);
    if (query.rows == ROWS_PERIOD)
        column->of = narrowed_name(digging);
    if (column->chosen == SIZE_MAX && row)
        column->chosen = lens_find_row(column->frame, lens_id(row));
    digging->drill->focus = digging->drill->count - 1;
}

static void make_periods(const struct app *app, struct query *query)
{
    const struct dataset *dataset = &app->dataset;

    query->rows = ROWS_PERIOD;
    query->level = LEVEL_FINEST;
    query->sort = (struct sort_key){.kind = SORT_FILE, .is_descending = true};
    query->then_count = 0;
    query->period = dataset->periods[0];
    query->last_period = dataset->periods[dataset->period_count - 1];
}

/* What Enter would open. */
static void add_preview(const struct digging *digging)
{
    const struct drill *drill = digging->drill;
    const struct drill_column *own = &drill->column[drill->focus];
    struct query query = query_of(digging);
    const struct frame *frame;
    const struct frame_row *row;
    size_t below;

    if (query.rows == ROWS_PERIOD || own->chosen >= drill_entries(own))
        return;
    row = drill_entry(own, own->chosen, &frame);
    if (row->member == MEMBER_NONE)
        return;
    below = query_level_below(&digging->app->dataset, &query, row->member);
    query.within[query.rows] = row->member;
    query.level = below;
    if (below == LEVEL_FINEST)
        make_periods(digging->app, &query);
    add_column(digging, &query, row->name);
}

/* The figure, its growth, and its share where the figure is an amount. */
static size_t wanted_columns(const struct app *app, struct drill *drill,
                             struct column_spec *columns)
{
    size_t count = 0;
    size_t measure = drill->spec.measure;

    columns[count++] = drill->spec;
    if (drill->spec.indicator != INDICATOR_FIGURE)
        return count;
    drill->share = (struct column_spec){INDICATOR_FLOW_SHARE, measure};
    drill->has_share = column_spec_is_available(&app->dataset, drill->share);
    if (drill->has_share)
        columns[count++] = drill->share;
    columns[count++] = (struct column_spec){INDICATOR_GROWTH, measure};
    return count;
}

struct drill drill_new(const struct app *app, struct arena *arena)
{
    struct drill drill = {.spec = {INDICATOR_FIGURE, app->frame->exports}};
    struct digging digging = {app, &drill, arena, NULL, 0};

    if (app->lens.has_measure)
        drill.spec = app->lens.measure;
    digging.columns = ARENA_ARRAY(arena, struct column_spec, COLUMNS_WANTED);
    digging.column_count = wanted_columns(app, &drill, digging.columns);
    add_trail(&digging);
    add_own(&digging);
    add_preview(&digging);
    return drill;
}

/* The entry becomes the selected row, on whichever level it is. */
static void select_entry(struct app *app, const struct drill_column *column,
                         size_t entry)
{
    const struct frame *frame;
    const struct frame_row *row = drill_entry(column, entry, &frame);
    struct row_id id = lens_id(row);
    size_t found = lens_find_row(app->frame, id);

    if (found != SIZE_MAX) {
        lens_select(app, found);
        return;
    }
    app_remember(app);
    app->lens.query.level = frame->query.level;
    app->lens.query.within[frame->query.rows] = frame->query.within[frame->query.rows];
    app->lens.filter[0] = '\0';
    app->lens.selected = id;
    app_refresh(app);
}

static bool move(struct app *app, enum command command, size_t page)
{
    struct arena scratch = {0};
    struct drill drill = drill_new(app, &scratch);
    const struct drill_column *own = &drill.column[drill.focus];
    size_t count = drill_entries(own);
    long step = list_step(command, page, count);
    size_t at = own->chosen < count ? own->chosen : 0;

    if (step && count)
        select_entry(app, own, list_moved(at, step, count));
    arena_clear(&scratch);
    return step != 0;
}

/* Up where no trail leads: to the level above, where what the row is part of is. */
static bool go_above(struct app *app)
{
    struct query *query = &app->lens.query;
    const struct dimension *dimension = dimension_of(app, query);
    uint32_t parent = MEMBER_NONE;

    if (!dimension || app->selected >= app->frame->row_count)
        return false;
    parent = parent_of(dimension, app->frame->rows[app->selected].member);
    if (parent == MEMBER_NONE)
        return false;
    app_remember(app);
    query->level = dimension->members[parent].level;
    query->within[query->rows] = parent_of(dimension, parent);
    app->lens.filter[0] = '\0';
    app->lens.selected = (struct row_id){.is_set = true, .member = parent};
    app_refresh(app);
    return true;
}

static bool go_back(struct app *app, enum command command)
{
    if (app->lens.trail_count)
        return lens_back(app);
    if (go_above(app))
        return true;
    if (command == COMMAND_BACK)
        return lens_back(app);
    snprintf(app->message, sizeof(app->message), _("this is the first column"));
    return true;
}

bool drill_command(struct app *app, enum command command, size_t page)
{
    switch (command) {
    case COMMAND_LEFT:
    case COMMAND_BACK:
        return go_back(app, command);
    case COMMAND_RIGHT:
    case COMMAND_OPEN:
        return !app->frame->row_count ? false : lens_open(app) || record_open(app);
    case COMMAND_FLOW:
        return crossing_next_flow(app);
    default:
        return move(app, command, page);
    }
}

size_t drill_place(size_t column, size_t entry)
{
    return column * PLACE_STEP + entry;
}

void drill_select(struct app *app, size_t place)
{
    struct arena scratch = {0};
    size_t column = place / PLACE_STEP;
    size_t entry = place % PLACE_STEP;
    struct drill drill = drill_new(app, &scratch);

    for (size_t i = column; i < drill.focus; i++)
        go_back(app, COMMAND_LEFT);
    if (column > drill.focus)
        lens_open(app);
    arena_clear(&scratch);
    drill = drill_new(app, &scratch);
    if (drill.focus == column && entry < drill_entries(&drill.column[column]))
        select_entry(app, &drill.column[column], entry);
    arena_clear(&scratch);
}
