#include "tui/views/empty.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/lens.h"

#include <stdio.h>

enum { BOX_COLS = 76, WITHOUT_COLS = 10 };

/* "without  exports > 1000   1 row  New Zealand": what each term keeps out alone. */
static void draw_terms(const struct filter *filter, struct cells *cells,
                       struct rect box, struct arena *arena)
{
    int widest = 0;
    int row = 0;

    for (size_t i = 0; i < filter->count; i++)
        if (filter->terms[i].state == FILTER_HOLDS &&
            text_width(filter->terms[i].shown) > widest)
            widest = text_width(filter->terms[i].shown);
    if (widest > box.cols / 2)
        widest = box.cols / 2;
    for (size_t i = filter->count; i-- > 0 && row < box.rows;) {
        const struct filter_term *term = &filter->terms[i];
        const char *rows = arena_printf(
            arena, P_("%zu row", "%zu rows", term->regained), term->regained);
        if (term->state != FILTER_HOLDS)
            continue;
        if (term->regained)
            rows =
                arena_printf(arena, "%s  %s%s", text_pad(arena, rows, 8),
                             term->regained_name, term->regained > 1 ? _(", ...") : "");
        cells_text(cells, box, row, 0, STYLE_MUTED, C_("filter", "without"));
        cells_fit(cells, box, row, WITHOUT_COLS, widest, STYLE_MATCH, ALIGN_LEFT,
                  term->shown);
        cells_fit(cells, box, row++, WITHOUT_COLS + widest + 2,
                  box.cols - WITHOUT_COLS - widest - 2,
                  term->regained ? STYLE_PLAIN : STYLE_MUTED, ALIGN_LEFT, rows);
    }
}

/* Which key does what about it. */
static void draw_keys(const struct app *app, struct cells *cells, struct rect box,
                      struct arena *arena)
{
    const struct frame *frame = app->frame;
    char last[INPUT_NAME_MAX];
    char all[INPUT_NAME_MAX];
    char undo[INPUT_NAME_MAX];
    size_t term = lens_filter_in_way(frame);
    char cursor[5] = {0};
    const char *text;

    text_encode(cells->glyphs->cursor, cursor);
    cells_fit(
        cells, box, 0, 0, box.cols, STYLE_PLAIN, ALIGN_LEFT,
        term == SIZE_MAX
            ? arena_printf(arena,
                           _("%s %s drop the filter: no term alone is in the way"),
                           cursor, cells->glyphs->enter)
            : arena_printf(arena, _("%s %s drop the one in the way (%s)"), cursor,
                           cells->glyphs->enter, frame->filter.terms[term].shown));
    keymap_first(&app->keys, last, COMMAND_FILTER_DROP);
    keymap_first(&app->keys, all, COMMAND_FILTER_CLEAR);
    keymap_first(&app->keys, undo, COMMAND_UNDO);
    text = arena_printf(arena,
                        _("  %s drop the last  %s drop all, back to %zu %s  %s undo"),
                        last, all, frame->member_count, frame->noun, undo);
    if (text_width(text) > box.cols)
        text =
            arena_printf(arena, _("  %s the last  %s all  %s undo"), last, all, undo);
    cells_fit(cells, box, 1, 0, box.cols, STYLE_PLAIN, ALIGN_LEFT, text);
}

static const char *nothing_matches(const struct frame *frame, int cols,
                                   struct arena *arena)
{
    size_t count = frame->filter.holding;
    const char *text =
        count == 1   ? arena_printf(arena, _("None of %zu %s matches the filter."),
                                    frame->member_count, frame->noun)
        : count == 2 ? arena_printf(arena, _("None of %zu %s matches both filters."),
                                    frame->member_count, frame->noun)
                     : arena_printf(arena, _("None of %zu %s matches all %zu filters."),
                                    frame->member_count, frame->noun, count);

    if (text_width(text) <= cols)
        return text;
    return count == 1 ? _("Nothing matches the filter.")
           : count == 2
               ? _("Nothing matches both filters.")
               : arena_printf(arena, _("Nothing matches all %zu filters."), count);
}

static void draw_filtered(const struct app *app, struct cells *cells, struct rect area,
                          struct arena *arena)
{
    const struct frame *frame = app->frame;
    int terms = (int)frame->filter.holding;
    int room = area.rows - 5;
    int cols = area.cols < BOX_COLS ? area.cols : BOX_COLS;
    struct rect box;
    struct rect list;

    terms = terms < room ? terms : room > 0 ? room : 0;
    box = rect_middle(area, terms + 5, cols);
    cells_fit(cells, box, 0, 0, box.cols, STYLE_WARNING, ALIGN_CENTRE,
              nothing_matches(frame, box.cols, arena));
    rect_cut_top(&box, box.rows > terms + 4 ? 2 : 1);
    list = rect_cut_top(&box, terms);
    draw_terms(&frame->filter, cells, list, arena);
    rect_cut_top(&box, box.rows > 2 ? 1 : 0);
    draw_keys(app, cells, box, arena);
}

/* In lines of the box that are broken between words; returns the line behind them. */
static int say(struct cells *cells, struct rect box, int row, enum style style,
               const char *text)
{
    while (*text && box.cols > 0) {
        size_t bytes = text_break(text, box.cols);
        char line[BOX_COLS * 4 + 1];

        snprintf(line, sizeof(line), "%.*s", (int)bytes, text);
        cells_fit(cells, box, row++, 0, box.cols, style, ALIGN_CENTRE, line);
        text += bytes;
        while (*text == ' ')
            text++;
    }
    return row;
}

static int lines_of(const char *text, int cols)
{
    int lines = 0;

    while (*text && cols > 0) {
        text += text_break(text, cols);
        while (*text == ' ')
            text++;
        lines++;
    }
    return lines;
}

void view_say_empty(struct cells *cells, struct rect area, const char *why,
                    const char *then)
{
    int cols = area.cols - 2 < BOX_COLS ? area.cols - 2 : BOX_COLS;
    int rows = lines_of(why, cols) + (*then ? 1 + lines_of(then, cols) : 0);
    struct rect box = rect_middle(area, rows, cols);
    int row = say(cells, box, 0, STYLE_MUTED, why);

    say(cells, box, row + 1, STYLE_PLAIN, then);
}

bool view_is_empty(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena)
{
    const struct frame *frame = app->frame;
    char key[INPUT_NAME_MAX];

    if (frame->row_count)
        return false;
    if (frame->filter.holding) {
        draw_filtered(app, cells, area, arena);
        return true;
    }
    view_say_empty(cells, area,
                   frame->exports == MEASURE_NONE
                       ? _("This dataset has no figures over time.")
                       : _("No figures here."),
                   arena_printf(arena, _("%s shows its notes and facts"),
                                keymap_first(&app->keys, key, COMMAND_VIEW_NOTES)));
    return true;
}
