#include "tui/chips.h"

#include "core/base/text.h"
#include "core/base/translate.h"

#include <string.h>

/* A chip is never narrower than this, its end marked as cut. */
enum { LABEL_COLS = 8, CHIP_MIN = 8, MORE_COLS = 5 };

/* Views that a filter of the rows does not change. */
static bool is_of_everything(const struct app *app)
{
    return app->view == VIEW_TREND || app->view == VIEW_PATH || app->view == VIEW_NOTES;
}

/* The term; behind a bare amount what it counts: "exports > 100 CNY bn". */
static const char *term_text(const struct frame *frame, const struct filter_term *term,
                             struct arena *arena)
{
    const char *text = "";
    char unit[UNIT_SHOWN_MAX];

    for (const struct filter_test *test = term->tests; test; test = test->next) {
        size_t c = test->number_length ? frame_column(frame, test->column) : SIZE_MAX;
        text = arena_printf(arena, "%s%s%s", text, *text ? " | " : "", test->shown);
        if (c != SIZE_MAX)
            text = arena_printf(
                arena, "%s %s", text,
                unit_show(unit, frame->columns[c].unit, frame->filter_scale));
    }
    return text;
}

/* " exports > 100 CNY bn ", or what is ignored of it: " exports >... ",
 * " expots > 5 ? ". */
static const char *chip_text(const struct frame *frame, const struct filter_term *term,
                             const struct glyphs *glyphs, struct arena *arena)
{
    const char *shown = term_text(frame, term, arena);
    char ellipsis[5] = {0};

    text_encode(glyphs->ellipsis, ellipsis);
    switch (term->state) {
    case FILTER_UNFINISHED:
        return arena_printf(arena, " %s%s ", shown, ellipsis);
    case FILTER_MISTAKEN:
        return arena_printf(arena, " %s ? ", shown);
    case FILTER_HOLDS:
        break;
    }
    return arena_printf(arena, " %s ", shown);
}

static enum style chip_style(const struct filter_term *term)
{
    static const enum style styles[] = {[FILTER_HOLDS] = STYLE_MATCH,
                                        [FILTER_UNFINISHED] = STYLE_MUTED,
                                        [FILTER_MISTAKEN] = STYLE_ERROR};

    return styles[term->state];
}

/* How many rows are left, in ever fewer words. */
static const char *tail_text(const struct app *app, int words, struct arena *arena)
{
    const struct frame *frame = app->frame;
    char last[INPUT_NAME_MAX];
    char all[INPUT_NAME_MAX];

    keymap_first(&app->keys, last, COMMAND_FILTER_DROP);
    keymap_first(&app->keys, all, COMMAND_FILTER_CLEAR);
    if (is_of_everything(app))
        return words > 1
                   ? arena_printf(
                         arena,
                         _("not in this view, which is of everything; %s drops it"),
                         all)
               : words > 0 ? _("not in this view")
                           : _("not here");
    if (words > 1)
        return frame->filter.count > 1
                   ? arena_printf(arena, _("%zu of %zu %s; %s drops the last, %s all"),
                                  frame->matched_count, frame->member_count,
                                  frame->noun, last, all)
                   : arena_printf(arena, _("%zu of %zu %s; %s shows all"),
                                  frame->matched_count, frame->member_count,
                                  frame->noun, all);
    if (words > 0)
        return arena_printf(arena, _("%zu of %zu %s"), frame->matched_count,
                            frame->member_count, frame->noun);
    return arena_printf(arena, _("%zu of %zu"), frame->matched_count,
                        frame->member_count);
}

static int chips_cols(const struct frame *frame, const struct glyphs *glyphs,
                      struct arena *arena)
{
    const struct filter *filter = &frame->filter;
    int cols = LABEL_COLS;

    for (size_t i = 0; i < filter->count; i++)
        cols += text_width(chip_text(frame, &filter->terms[i], glyphs, arena)) + 1;
    return cols;
}

void chips_draw(const struct app *app, struct cells *cells, struct rect area,
                struct arena *arena)
{
    const struct filter *filter = &app->frame->filter;
    int wanted = chips_cols(app->frame, cells->glyphs, arena);
    int words = 2;
    const char *tail = tail_text(app, words, arena);
    int col = cells_text(cells, area, 0, 1, STYLE_MUTED, _("filter "));
    int end;

    while (words > 0 && wanted + 1 + text_width(tail) >= area.cols)
        tail = tail_text(app, --words, arena);
    end = area.cols - text_width(tail) - 2;
    for (size_t i = 0; i < filter->count; i++) {
        const char *text =
            chip_text(app->frame, &filter->terms[i], cells->glyphs, arena);
        int room = end - col - (i + 1 < filter->count ? MORE_COLS : 0);
        int cols = text_width(text);
        if (cols > room && (i > 0 || room < CHIP_MIN)) {
            col = cells_text(cells, area, 0, col, STYLE_MUTED,
                             arena_printf(arena, "+%zu ", filter->count - i));
            break;
        }
        cols = cols < room ? cols : room;
        cells_fit(cells, area, 0, col, cols, chip_style(&filter->terms[i]), ALIGN_LEFT,
                  text);
        col += cols + 1;
    }
    cells_fit(cells, area, 0, col + 1, area.cols - col - 2, STYLE_MUTED, ALIGN_LEFT,
              tail);
}
