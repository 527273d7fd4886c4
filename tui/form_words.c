/*
 * The forms of the trend in words: titles, the sentence, average growth.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/indicator_common.h"
#include "tui/form.h"
#include "tui/sentence.h"

#include <string.h>

/* An average growth, and the periods that it is over. */
struct average {
    struct value value;
    uint32_t from;
    uint32_t to;
};

const char *form_text(const struct show *show, enum form form, struct value value)
{
    char times[5] = {0};
    const char *text;

    if (!value_is_number(value))
        return _(absence_words(value.absence));
    if (form == FORM_LEVEL)
        return show_figure(show, value, false);
    if (form == FORM_INDEX)
        return arena_printf(
            show->arena, "%s%s",
            chart_number(show->arena, show->glyphs, value.number, 1, false),
            value_compared(value) ? "*" : "");
    if (form == FORM_SHARE)
        return arena_printf(show->arena, "%s %%", show_percent(show, value));
    text = show_growth(show, value);
    text_encode(show->glyphs->times, times);
    return strncmp(text, times, strlen(times)) == 0
               ? text
               : arena_printf(show->arena, "%s %%", text);
}

static const char *title_of(const struct app *app, size_t measure)
{
    return measure_title(&app->dataset.measure[measure], app->language);
}

/* What the column's title says behind the name of its measure. */
static const char *form_of_column(const struct app *app, enum form form, size_t measure)
{
    size_t column = frame_column(app->trend, form_spec(form, measure));
    size_t length = strlen(title_of(app, measure));

    return column == SIZE_MAX ? "" : app->trend->columns[column].title + length;
}

/* "World", or of a file that does not name it "all of partner". */
static const char *whole_name(const struct app *app, const struct show *show)
{
    const struct dimension *dimension =
        &app->dataset.dimension[form_share_dimension(app)];
    uint32_t whole = dimension_whole(dimension);

    return whole == MEMBER_NONE ? arena_printf(show->arena, _("all of %s"),
                                               dimension_word(dimension, app->language))
                                : member_name(dimension, whole, app->language);
}

/* Series joined into one text: what is said behind both stands once, at the end. */
static const char *joined(const struct show *show, const char *const texts[],
                          const char *const ends[], size_t count, const char *between)
{
    if (count == 1)
        return arena_printf(show->arena, "%s%s", texts[0], ends[0]);
    if (strcmp(ends[0], ends[1]) == 0)
        return arena_printf(show->arena, "%s%s%s%s", texts[0], between, texts[1],
                            ends[1]);
    return arena_printf(show->arena, "%s%s%s%s%s", texts[0], ends[0], _("; "), texts[1],
                        ends[1]);
}

/* What the form of a measure is, behind its name. */
static const char *end_of_name(const struct app *app, const struct show *show,
                               size_t measure)
{
    const enum form form = form_shown(app);

    return form == FORM_SHARE
               ? arena_printf(show->arena, _(", share of %s"), whole_name(app, show))
               : form_of_column(app, form, measure);
}

const char *form_name(const struct app *app, const struct show *show, size_t series)
{
    size_t measures[FORM_SERIES_MAX];

    form_series(app, measures);
    return arena_printf(show->arena, "%s%s", title_of(app, measures[series]),
                        end_of_name(app, show, measures[series]));
}

const char *form_title(const struct app *app, const struct show *show)
{
    const enum form form = form_shown(app);
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);
    const char *names[FORM_SERIES_MAX] = {0};
    const char *ends[FORM_SERIES_MAX] = {0};

    for (size_t i = 0; i < count; i++) {
        const char *name = title_of(app, measures[i]);

        names[i] = i ? show_lower(show, name) : name;
        ends[i] = end_of_name(app, show, measures[i]);
    }
    if (form == FORM_LEVEL)
        return "";
    return arena_printf(show->arena, "%s%s",
                        joined(show, names, ends, count, _(" and ")),
                        form == FORM_INDEX ? "" : _(", %"));
}

/* The first period that an average up to `to` can be over: of the same part of the
 * year, from the base on. */
static uint32_t average_start(const struct app *app, uint32_t base, uint32_t to)
{
    const struct period *periods = app->dataset.periods;
    const int32_t parts = periods_per_year(periods[to].frequency);

    while (parts && base < to &&
           ((periods[to].index - periods[base].index) % parts != 0 ||
            periods[to].more != periods[base].more))
        base++;
    return base;
}

/* Up to the last period that has one: incomplete periods do not. */
static struct average average_of(const struct app *app, size_t measure)
{
    const struct frame *trend = app->trend;
    struct average average = {.value = value_missing(ABSENCE_UNDEFINED)};
    size_t column =
        frame_column(trend, (struct column_spec){INDICATOR_GROWTH_AVERAGE, measure});

    for (size_t i = trend->row_count; column != SIZE_MAX && i-- > 0;) {
        const struct frame_row *row = &trend->rows[i];

        if (!value_is_number(frame_cell(trend, row, column)))
            continue;
        average.value = frame_cell(trend, row, column);
        average.to = row->period;
        average.from = average_start(app, trend->columns[column].base, row->period);
        break;
    }
    return average;
}

static const char *span_of(const struct app *app, const struct show *show,
                           struct average average)
{
    char from[PERIOD_SHOWN_MAX];
    char to[PERIOD_SHOWN_MAX];

    return arena_printf(
        show->arena, "%s%s%s", period_show(from, app->dataset.periods[average.from]),
        show->glyphs->dash, period_show(to, app->dataset.periods[average.to]));
}

const char *form_average(const struct app *app, const struct show *show)
{
    const char *const letters[] = {C_("head", "X"), C_("head", "M")};
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);
    struct average first = {.value = value_missing(ABSENCE_UNDEFINED)};
    const char *text = "";

    if (app->loaded.is_partial)
        return "";
    for (size_t i = 0; i < count; i++) {
        struct average average = average_of(app, measures[i]);
        const char *letter =
            count > 1 ? arena_printf(show->arena, "%s ", letters[i]) : "";

        if (!value_is_number(average.value))
            continue;
        if (!*text)
            text = arena_printf(show->arena, _("CAGR %s: %s"),
                                span_of(app, show, average), letter);
        else if (average.from == first.from && average.to == first.to)
            text = arena_printf(show->arena, _("%s, %s"), text, letter);
        else
            text = arena_printf(show->arena, _("%s; %s: %s"), text,
                                span_of(app, show, average), letter);
        text = arena_printf(show->arena, "%s%s", text,
                            form_text(show, FORM_GROWTH, average.value));
        if (!value_is_number(first.value))
            first = average;
    }
    return text;
}

/* "2009  exports 512.3, imports 480.2, index (1978 = 100)": the figures first, and what
 * they are of when there is room. */
static const char *forms_part(const struct app *app, const struct frame_row *row,
                              int cols, const struct show *show)
{
    const enum form form = form_shown(app);
    size_t measures[FORM_SERIES_MAX];
    size_t count = form_series(app, measures);
    const char *figures[FORM_SERIES_MAX] = {0};
    const char *ends[FORM_SERIES_MAX] = {0};
    const char *text;

    for (size_t i = 0; i < count; i++) {
        figures[i] =
            arena_printf(show->arena, "%s%s %s",
                         i ? "" : arena_printf(show->arena, "%s  ", row->name),
                         show_lower(show, title_of(app, measures[i])),
                         form_text(show, form, form_value(app, row, measures[i])));
        ends[i] = form == FORM_GROWTH ? _(" on the year before")
                  : form == FORM_SHARE
                      ? arena_printf(show->arena, _(" of %s"), whole_name(app, show))
                      : form_of_column(app, form, measures[i]);
    }
    text = joined(show, figures, ends, count, _(", "));
    if (text_width(text) <= cols)
        return text;
    return count > 1 ? sentence_join(figures[0], _(", "), figures[1], cols, show->arena)
                     : figures[0];
}

const char *form_sentence(const struct app *app, int cols, const struct show *show)
{
    const struct frame *trend = app->trend;
    const struct frame_row *row = &trend->rows[app->trended];
    const char *average = form_average(app, show);
    const char *text;

    if (form_shown(app) == FORM_LEVEL) {
        text = sentence_of_row(trend, row, cols, show);
    } else {
        text = forms_part(app, row, cols, show);
        if (trend->has_imports)
            text = sentence_join(text, _("; "),
                                 sentence_balance(show, frame_balance(trend, row)),
                                 cols, show->arena);
    }
    return *average ? sentence_join(text, _("; "), average, cols, show->arena) : text;
}
