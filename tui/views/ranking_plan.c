#include "tui/views/ranking_plan.h"

#include "core/base/text.h"
#include "tui/views/table_measure.h"

enum {
    NUMBER_MIN = 3, /* "=15" */
    NAME_MAX = 20,
    NAME_MIN = 8,
    BOTH_ENDS_COLS = 70, /* from here on names stand at both ends */
    CODE_MIN = 3,
    CODE_MAX = 6,
    CODE_NAME_MAX = 11, /* of what has no codes but its names */
    HEAD_ROWS = 1,
    NONE_ROWS = 1,
    NONE_MIN = 6
};

static int widest_code(const struct table_measure *measure)
{
    int most = measure->widest_code > CODE_MIN ? measure->widest_code : CODE_MIN;

    if (most <= CODE_MAX)
        return most;
    return measure->has_codes ? CODE_MAX : most < CODE_NAME_MAX ? most : CODE_NAME_MAX;
}

static int widest_name(const struct table_measure *measure)
{
    int most = measure->widest_name;

    return most < NAME_MIN ? NAME_MIN : most < NAME_MAX ? most : NAME_MAX;
}

/* "=1" to as many as there are rows. */
static int widest_number(const struct cross *cross)
{
    int most = 1;

    for (size_t left = cross->row_count; left; left /= 10)
        most++;
    return most > NUMBER_MIN ? most : NUMBER_MIN;
}

int ranking_column_cols(const struct ranking_plan *plan)
{
    char name[PERIOD_SHOWN_MAX];
    int head = text_width(
        period_words(name, plan->app->dataset.periods[plan->cross->period_count - 1]));

    return (plan->code_cols > head ? plan->code_cols : head) + RANKING_GAP_COLS;
}

/* `area` is inside the frame. */
void ranking_share_out(struct ranking_plan *plan, struct rect area)
{
    plan->head = rect_cut_top(&area, HEAD_ROWS);
    if (area.rows >= NONE_MIN)
        plan->none = rect_cut_bottom(&area, NONE_ROWS);
    plan->places = area;
}

/* Where the row stands in the order of a period. */
size_t ranking_position(const struct ranking_plan *plan, uint32_t period, size_t row)
{
    return cross_position(plan->cross, period, row);
}

static void find_orders(struct ranking_plan *plan)
{
    size_t count = plan->page.end - plan->page.first;
    const uint32_t **order = ARENA_ARRAY(plan->arena, const uint32_t *, count);
    size_t *placed = ARENA_ARRAY(plan->arena, size_t, count);

    for (size_t i = 0; i < count; i++)
        order[i] = cross_order(plan->cross, plan->page.first + (uint32_t)i, &placed[i]);
    plan->order = order;
    plan->placed = placed;
}

/* The page of places that the selected row is on in the period with the cursor. */
static size_t first_position(const struct ranking_plan *plan)
{
    size_t rows = (size_t)plan->places.rows;
    uint32_t period = crossing_period(plan->app);
    size_t at = ranking_position(plan, period, plan->app->selected);
    size_t placed = plan->placed[period - plan->page.first];

    if (at >= placed)
        at = placed ? placed - 1 : 0;
    return rows ? at - at % rows : at;
}

/* The first period of those looked at in which anything has a place: the same on every
 * screen, however many periods fit. */
static uint32_t base_of(const struct ranking_plan *plan)
{
    uint32_t base = cross_first_ranked(plan->cross, crossing_range(plan->app).first);

    return base < plan->page.end - 1 ? base : UINT32_MAX;
}

/* What is at the left of the periods: the cursor, the number and the name. */
static int before_cols(const struct ranking_plan *plan)
{
    return 1 + plan->number_cols + 1 + plan->left_cols + 1;
}

/* And at the right: the number, the name and the change. */
static int behind_cols(const struct ranking_plan *plan)
{
    return 1 + plan->number_cols + 1 + plan->right_cols + RANKING_CHANGE_COLS;
}

struct ranking_plan ranking_plan_new(const struct app *app, struct rect area,
                                     struct cells *cells, struct arena *arena)
{
    struct ranking_plan plan = {
        .app = app, .cross = app->cross, .arena = arena, .cells = cells};
    int names = widest_name(app->measure);
    int room;

    ranking_share_out(&plan, area);
    plan.code_cols = widest_code(app->measure);
    plan.number_cols = widest_number(plan.cross);
    plan.right_cols = names < area.cols / 4 ? names : area.cols / 4;
    plan.left_cols = area.cols >= BOTH_ENDS_COLS ? plan.right_cols : 0;
    room = area.cols - before_cols(&plan) - behind_cols(&plan) + RANKING_GAP_COLS;
    plan.page = crossing_page(app, room / ranking_column_cols(&plan));
    plan.base = base_of(&plan);
    find_orders(&plan);
    plan.first = first_position(&plan);
    return plan;
}

int ranking_column_col(const struct ranking_plan *plan, uint32_t period)
{
    return before_cols(plan) +
           (int)(period - plan->page.first) * ranking_column_cols(plan);
}

/* Where what is behind the periods begins: the numbers, the names, the changes. */
int ranking_right_col(const struct ranking_plan *plan)
{
    return ranking_column_col(plan, plan->page.end) - RANKING_GAP_COLS + 1;
}

int ranking_right_names_col(const struct ranking_plan *plan)
{
    return ranking_right_col(plan) + plan->number_cols + 1;
}

int ranking_change_col(const struct ranking_plan *plan)
{
    return ranking_right_names_col(plan) + plan->right_cols + 1;
}
