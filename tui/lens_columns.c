#include "tui/lens_columns.h"

#include "core/base/translate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t lens_columns(const struct app *app, struct column_spec specs[LENS_COLUMN_MAX])
{
    size_t count = app->lens.column_count;

    if (count) {
        memcpy(specs, app->lens.columns, count * sizeof(*specs));
        return count;
    }
    for (size_t i = 0; i < app->frame->shown_count && count < LENS_COLUMN_MAX; i++)
        specs[count++] = app->frame->columns[i].spec;
    return count;
}

size_t lens_column_place(const struct app *app, struct column_spec spec)
{
    struct column_spec specs[LENS_COLUMN_MAX];
    size_t count = lens_columns(app, specs);

    for (size_t i = 0; i < count; i++)
        if (column_spec_equal(specs[i], spec))
            return i;
    return SIZE_MAX;
}

bool lens_has_column(const struct app *app, struct column_spec spec)
{
    return lens_column_place(app, spec) != SIZE_MAX;
}

/* These columns and no others, as one step of the history. */
static void keep(struct app *app, const struct column_spec *specs, size_t count)
{
    app_remember(app);
    memcpy(app->lens.columns, specs, count * sizeof(*specs));
    app->lens.column_count = count;
}

bool lens_toggle_column(struct app *app, struct column_spec spec)
{
    struct column_spec specs[LENS_COLUMN_MAX];
    size_t count = lens_columns(app, specs);
    size_t place = lens_column_place(app, spec);
    bool is_out = place == SIZE_MAX;

    if (is_out ? count == LENS_COLUMN_MAX : count == 1) {
        if (is_out)
            snprintf(app->message, sizeof(app->message), _("at most %d columns"),
                     LENS_COLUMN_MAX);
        else
            snprintf(app->message, sizeof(app->message), _("the last column stays"));
        return false;
    }
    if (is_out)
        specs[count++] = spec;
    else
        memmove(&specs[place], &specs[place + 1], (--count - place) * sizeof(specs[0]));
    keep(app, specs, count);
    if (!is_out && place < app->lens.frozen)
        app->lens.frozen--;
    app_refresh(app);
    return true;
}

bool lens_move_column(struct app *app, struct column_spec spec, int step)
{
    struct column_spec specs[LENS_COLUMN_MAX];
    size_t count = lens_columns(app, specs);
    size_t place = lens_column_place(app, spec);
    size_t other = step < 0 ? place - 1 : place + 1;

    if (place == SIZE_MAX || (step < 0 ? place == 0 : other >= count))
        return false;
    specs[place] = specs[other];
    specs[other] = spec;
    keep(app, specs, count);
    app_refresh(app);
    return true;
}

void lens_freeze(struct app *app, size_t place)
{
    app_remember(app);
    app->lens.frozen = app->lens.frozen == place + 1 ? 0 : place + 1;
    app->first_column = 0;
}

static struct column_width *find_width(struct lens *lens, struct column_spec spec)
{
    for (size_t i = 0; i < lens->width_count; i++)
        if (column_spec_equal(lens->widths[i].spec, spec))
            return &lens->widths[i];
    return NULL;
}

int lens_column_extra(const struct lens *lens, struct column_spec spec)
{
    for (size_t i = 0; i < lens->width_count; i++)
        if (column_spec_equal(lens->widths[i].spec, spec))
            return lens->widths[i].extra;
    return 0;
}

bool lens_widen(struct app *app, const struct column_spec *spec, int step)
{
    struct lens *lens = &app->lens;
    struct column_width *width = spec ? find_width(lens, *spec) : NULL;
    int extra = step + (spec ? width ? width->extra : 0 : lens->name_extra);

    if (abs(extra) > COLUMN_EXTRA_MAX ||
        (spec && !width && lens->width_count == LENS_COLUMN_MAX))
        return false;
    app_remember(app);
    if (spec && !width) {
        width = &lens->widths[lens->width_count++];
        width->spec = *spec;
    }
    if (spec)
        width->extra = extra;
    else
        lens->name_extra = extra;
    return true;
}
