#include "tui/drill_way.h"

#include "core/query/indicator_spec.h"
#include "tui/drilling.h"
#include "tui/lens.h"

#include <string.h>

/* A way in the making. */
struct digging {
    struct app *app;
    struct drill *drill;
};

static struct query query_of(const struct digging *digging)
{
    struct query query = app_query(digging->app);

    query.filter = "";
    query.limit = 0;
    query.columns = NULL;
    query.column_count = 0;
    query.is_over_time = false;
    return query;
}

static const struct dimension *dimension_of(const struct app *app,
                                            const struct query *query)
{
    return query->rows == ROWS_PERIOD ? NULL : &app->dataset.dimension[query->rows];
}

static const struct drill_part *part_of(const struct digging *digging,
                                        const struct query *query,
                                        struct drill_around around)
{
    around.rows = (size_t)digging->app->rows;
    return drilling_part(digging->app, query, &digging->drill->figures, &around);
}

static struct drill_column *add_column(const struct digging *digging,
                                       const struct drill_part *rows, const char *of)
{
    struct drill_column *column = &digging->drill->column[digging->drill->count];

    if (digging->drill->count + 1 < DRILL_MAX)
        digging->drill->count++;
    *column = (struct drill_column){.rows = rows, .chosen = SIZE_MAX, .of = of};
    return column;
}

static const char *name_of(const struct digging *digging, const struct query *query,
                           uint32_t member)
{
    const struct dimension *dimension = dimension_of(digging->app, query);

    return !dimension || member == MEMBER_NONE || member == dimension_whole(dimension)
               ? ""
               : member_name(dimension, member, digging->app->language);
}

static bool is_group(const struct dimension *dimension, uint32_t member)
{
    return member != MEMBER_NONE && dimension->members[member].is_group;
}

static void choose(struct drill_column *column, uint32_t member)
{
    size_t found = drill_part_find(column->rows, member);

    if (found == SIZE_MAX && column->groups) {
        found = drill_part_find(column->groups, member);
        found += found == SIZE_MAX ? 0 : column->rows->count;
    }
    column->chosen = found;
}

/* A column of one query, with a member chosen. */
static struct drill_column *add_rows(const struct digging *digging,
                                     const struct query *query, uint32_t member,
                                     struct drill_around around)
{
    uint32_t within =
        query->rows == ROWS_PERIOD ? MEMBER_NONE : query->within[query->rows];
    struct drill_column *column;

    around.member = member;
    column = add_column(digging, part_of(digging, query, around),
                        name_of(digging, query, within));
    if (query->rows != ROWS_PERIOD)
        choose(column, member);
    return column;
}

/* The first column: groups go below the members. */
static struct drill_column *add_first(const struct digging *digging, struct query query,
                                      uint32_t member, struct drill_around around)
{
    const struct dimension *dimension = dimension_of(digging->app, &query);
    struct drill_column *column;

    around.is_end = is_group(dimension, member);
    column = add_rows(digging, &query, member, around);
    column->of = "";
    if (!dimension_has_groups(dimension))
        return column;
    query.level = LEVEL_GROUPS;
    query.within[query.rows] = MEMBER_NONE;
    column->groups = part_of(digging, &query, (struct drill_around){.has_all = true});
    choose(column, member);
    return column;
}

uint32_t drill_parent(const struct dimension *dimension, uint32_t member)
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
                                      uint32_t member, struct drill_around around)
{
    const struct dimension *dimension = dimension_of(digging->app, &query);
    uint32_t parent = drill_parent(dimension, member);

    if (parent != MEMBER_NONE)
        add_chain(digging, query, parent, (struct drill_around){0});
    query.within[query.rows] = parent;
    query.level = dimension->members[member].level;
    return parent == MEMBER_NONE ? add_first(digging, query, member, around)
                                 : add_rows(digging, &query, member, around);
}

/* The first column where the chosen is a group. */
static struct drill_column *add_groups_column(const struct digging *digging,
                                              struct query query, uint32_t member,
                                              struct drill_around around)
{
    query.level = top_level(dimension_of(digging->app, &query));
    query.within[query.rows] = MEMBER_NONE;
    return add_first(digging, query, member, around);
}

/* The column of a lens or of a step: with all above it when it is the first. */
static struct drill_column *add_step(const struct digging *digging,
                                     const struct query *query, uint32_t member,
                                     struct drill_around around)
{
    const struct dimension *dimension = dimension_of(digging->app, query);
    uint32_t within = dimension ? query->within[query->rows] : MEMBER_NONE;

    if (!digging->drill->count && dimension && is_group(dimension, member))
        return add_groups_column(digging, *query, member, around);
    if (!digging->drill->count && dimension && is_group(dimension, within))
        add_groups_column(digging, *query, within, (struct drill_around){0});
    else if (!digging->drill->count && dimension && member != MEMBER_NONE)
        return add_chain(digging, *query, member, around);
    return add_rows(digging, query, member, around);
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
        add_step(digging, &query, step->selected.member, (struct drill_around){0});
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
    column = add_step(digging, &query, row ? row->member : MEMBER_NONE,
                      (struct drill_around){.has_all = true});
    if (query.rows == ROWS_PERIOD)
        column->of = narrowed_name(digging);
    if (column->rows->frame && row)
        column->chosen = app->selected;
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
    const struct app *app = digging->app;
    const struct drill *drill = digging->drill;
    const struct drill_column *own = &drill->column[drill->focus];
    struct query query = query_of(digging);
    uint32_t member;
    size_t below;

    if (query.rows == ROWS_PERIOD || own->chosen >= drill_entries(own))
        return;
    member = app->frame->rows[app->selected].member;
    if (member == MEMBER_NONE)
        return;
    below = query_level_below(&app->dataset, &query, member);
    query.within[query.rows] = member;
    query.level = below;
    if (below == LEVEL_FINEST)
        make_periods(app, &query);
    add_column(digging, part_of(digging, &query, (struct drill_around){0}),
               member_name(&app->dataset.dimension[app->lens.query.rows], member,
                           app->language));
}

/* The figure, and its share where it is an amount. */
static struct drill_figures figures_of(const struct app *app)
{
    struct drill_figures figures = {.spec = {INDICATOR_FIGURE, app->frame->exports}};

    if (app->lens.has_measure)
        figures.spec = app->lens.measure;
    if (figures.spec.indicator != INDICATOR_FIGURE)
        return figures;
    figures.share = (struct column_spec){INDICATOR_FLOW_SHARE, figures.spec.measure};
    figures.has_share = column_spec_is_available(&app->dataset, figures.share);
    return figures;
}

void drill_way(struct app *app, struct drill *drill)
{
    struct digging digging = {app, drill};

    *drill = (struct drill){.figures = figures_of(app)};
    add_trail(&digging);
    add_own(&digging);
    add_preview(&digging);
}
