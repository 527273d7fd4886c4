/*
 * The filter of the lens, term by term.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"

#include <stdio.h>
#include <string.h>

bool lens_has_filter(const struct app *app)
{
    return app->lens.filter[strspn(app->lens.filter, " ")] != '\0';
}

/* Whether it fits: a filter is never cut. */
static bool set_filter(struct app *app, const char *text)
{
    if (strlen(text) >= sizeof(app->lens.filter)) {
        snprintf(app->message, sizeof(app->message),
                 _("the filter is too long for more"));
        return false;
    }
    app_remember(app);
    snprintf(app->lens.filter, sizeof(app->lens.filter), "%s", text);
    app_refresh(app);
    return true;
}

bool lens_filter_fix(struct app *app)
{
    struct arena scratch = {0};
    const char *text =
        filter_fixed(&app->frame->filter, app->frame->filter_scale, &scratch);
    bool fits = strlen(text) < sizeof(app->lens.filter);

    if (fits) {
        app_remember(app);
        snprintf(app->lens.filter, sizeof(app->lens.filter), "%s", text);
    } else {
        snprintf(app->message, sizeof(app->message),
                 _("the unit stays: the filter would be too long with its amounts in "
                   "the present one"));
    }
    arena_clear(&scratch);
    return fits;
}

bool lens_filter_clear(struct app *app)
{
    return app->lens.filter[0] && set_filter(app, "");
}

static bool drop(struct app *app, size_t term)
{
    struct arena scratch = {0};
    bool is_set = set_filter(app, filter_without(&app->frame->filter, term, &scratch));

    arena_clear(&scratch);
    return is_set;
}

bool lens_filter_drop(struct app *app)
{
    size_t count = app->frame->filter.count;

    return count && drop(app, count - 1);
}

size_t lens_filter_in_way(const struct frame *frame)
{
    const struct filter *filter = &frame->filter;
    size_t found = SIZE_MAX;

    for (size_t i = 0; i < filter->count; i++)
        if (filter->terms[i].regained &&
            (found == SIZE_MAX ||
             filter->terms[i].regained > filter->terms[found].regained))
            found = i;
    return found;
}

bool lens_filter_relax(struct app *app)
{
    size_t term = lens_filter_in_way(app->frame);

    return term == SIZE_MAX ? lens_filter_clear(app) : drop(app, term);
}

/* `FIELD:VALUE`, the value a name where the name can be written, else the code. */
static const char *term_of(const struct app *app, const char *field, uint32_t member,
                           struct arena *arena)
{
    const struct dimension *dimension = &app->dataset.dimension[app->lens.query.rows];
    const char *value =
        filter_quoted(member_name(dimension, member, app->language), arena);

    if (!value)
        value = filter_quoted(dimension->members[member].code, arena);
    return value ? arena_printf(arena, "%s:%s", field, value) : NULL;
}

static bool has_term(const struct filter *filter, const char *shown)
{
    for (size_t i = 0; i < filter->count; i++)
        if (strcmp(filter->terms[i].shown, shown) == 0)
            return true;
    return false;
}

/* The next thing in common that the filter does not say yet: ancestors below what the
 * lens is narrowed to, then groups. */
static const char *same_member(const struct app *app, uint32_t member,
                               struct arena *arena)
{
    const struct query *query = &app->lens.query;
    const struct dimension *dimension = &app->dataset.dimension[query->rows];
    const struct filter *filter = &app->frame->filter;
    uint32_t whole = dimension_whole(dimension);
    const char *term;

    for (uint32_t up = dimension->members[member].parent;
         up != MEMBER_NONE && up != whole && up != query->within[query->rows];
         up = dimension->members[up].parent) {
        term = term_of(app, dimension->level[dimension->members[up].level], up, arena);
        if (term && !has_term(filter, term))
            return term;
    }
    for (size_t i = 0; i < dimension->members[member].group_count; i++) {
        uint32_t group = dimension->members[member].groups[i];
        term = term_of(app, "group", group, arena);
        if (term && !has_term(filter, term))
            return term;
    }
    return NULL;
}

/* The year of a period that is a part of one. One that is not said is of none. */
static const char *same_period(const struct app *app, uint32_t number,
                               struct arena *arena)
{
    struct period period = app->dataset.periods[number];
    const char *term = arena_printf(arena, "period:%d", period_year(period));

    return period.frequency == FREQUENCY_YEAR ||
                   period.frequency == FREQUENCY_UNDATED ||
                   has_term(&app->frame->filter, term)
               ? NULL
               : term;
}

bool lens_filter_same(struct app *app)
{
    const struct frame *frame = app->frame;
    const struct frame_row *row;
    struct arena scratch = {0};
    const char *term = NULL;

    if (app->selected >= frame->row_count)
        return false;
    row = &frame->rows[app->selected];
    if (frame->query.rows == ROWS_PERIOD)
        term = same_period(app, row->period, &scratch);
    else if (row->member != MEMBER_NONE)
        term = same_member(app, row->member, &scratch);
    if (term)
        set_filter(app, arena_printf(&scratch, "%s%s%s", app->lens.filter,
                                     lens_has_filter(app) ? " " : "", term));
    arena_clear(&scratch);
    return term != NULL;
}
