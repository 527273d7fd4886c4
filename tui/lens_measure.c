/*
 * What the charts of the lens show: both flows, or one column of choice.
 */
#include "core/query/indicator_spec.h"
#include "tui/form.h"
#include "tui/lens.h"

enum { STEP_MAX = 8 };

/* The columns that one key goes through. */
struct steps {
    struct column_spec spec[STEP_MAX];
    size_t count;
};

static void add(const struct app *app, struct steps *steps, enum indicator indicator,
                size_t measure)
{
    struct column_spec spec = {indicator, measure};

    if (measure != MEASURE_NONE && steps->count < STEP_MAX &&
        column_spec_is_available(&app->dataset, spec))
        steps->spec[steps->count++] = spec;
}

void lens_measure(struct app *app, const struct column_spec *measure)
{
    app_remember(app);
    app->lens.has_measure = measure != NULL;
    if (measure)
        app->lens.measure = *measure;
    app_refresh(app);
}

/* The step after the present one; past the last, the flows again. */
static void take_next(struct app *app, const struct steps *steps)
{
    size_t next = 0;

    for (size_t i = 0; i < steps->count && app->lens.has_measure; i++)
        if (column_spec_equal(steps->spec[i], app->lens.measure))
            next = i + 1;
    lens_measure(app, next < steps->count ? &steps->spec[next] : NULL);
}

bool lens_next_flow(struct app *app)
{
    struct steps steps = {0};

    if (!app->frame->has_imports)
        return false;
    add(app, &steps, INDICATOR_FIGURE, app->frame->exports);
    add(app, &steps, INDICATOR_FIGURE, app->frame->imports);
    add(app, &steps, INDICATOR_BALANCE, 0);
    take_next(app, &steps);
    return true;
}

bool lens_next_percent(struct app *app)
{
    const struct frame *frame = app->frame;
    struct steps steps = {0};

    if (app->view == VIEW_TREND)
        return lens_next_form(app);
    add(app, &steps, INDICATOR_GROWTH, frame->exports);
    add(app, &steps, INDICATOR_GROWTH, frame->imports);
    add(app, &steps, INDICATOR_FLOW_SHARE, frame->exports);
    add(app, &steps, INDICATOR_FLOW_SHARE, frame->imports);
    if (frame->has_imports)
        add(app, &steps, INDICATOR_COVER, 0);
    take_next(app, &steps);
    return steps.count > 0;
}
