/*
 * The part of the time that is looked at.
 */
#include "tui/lens.h"

#include <stdio.h>

bool lens_stretch(const struct app *app, struct period *first, struct period *last)
{
    const struct stretch *stretch = &app->lens.stretch;
    bool is_found = false;

    for (uint32_t p = 0; stretch->is_set && p < app->dataset.period_count; p++) {
        struct period period = app->dataset.periods[p];

        if (!period_is_in(period, stretch->first, stretch->last))
            continue;
        if (!is_found)
            *first = period;
        *last = period;
        is_found = true;
    }
    return is_found;
}

bool lens_trended(const struct app *app, struct period *period)
{
    if (!app->trend || app->trended >= app->trend->row_count)
        return false;
    *period = app->dataset.periods[app->trend->rows[app->trended].period];
    return true;
}

void lens_find_trended(struct app *app, struct period period)
{
    for (size_t i = 0; i < app->trend->row_count; i++)
        if (period_equal(app->dataset.periods[app->trend->rows[i].period], period))
            app->trended = i;
}

/* Begins at the period, or ends there; at the end that it has already, widens to all
 * that the file has on that side. */
static struct stretch stretch_new(const struct app *app, struct period at, bool is_end)
{
    const struct dataset *dataset = &app->dataset;
    struct stretch stretch = {.is_set = true,
                              .first = dataset->periods[0],
                              .last = dataset->periods[dataset->period_count - 1]};
    const struct period first = stretch.first;
    const struct period last = stretch.last;

    lens_stretch(app, &stretch.first, &stretch.last);
    if (is_end)
        stretch.last = period_equal(stretch.last, at) ? last : at;
    else
        stretch.first = period_equal(stretch.first, at) ? first : at;
    stretch.is_set =
        !period_equal(stretch.first, first) || !period_equal(stretch.last, last);
    return stretch;
}

bool lens_zoom(struct app *app, bool is_end)
{
    struct stretch stretch;
    struct period at;

    if (!lens_trended(app, &at))
        return false;
    stretch = stretch_new(app, at, is_end);
    if (!stretch.is_set && !app->lens.stretch.is_set)
        return false;
    app_remember(app);
    app->lens.stretch = stretch;
    app_refresh(app);
    lens_find_trended(app, at);
    return true;
}
