#include "tui/chrome.h"

#include "core/base/text.h"
#include "core/query/spans.h"
#include "tui/chips.h"
#include "tui/choices.h"
#include "tui/compare.h"
#include "tui/hints.h"
#include "tui/keep.h"
#include "tui/lens.h"
#include "tui/path_plan.h"
#include "tui/show.h"
#include "tui/timing.h"
#include "tui/views/view.h"

#include <math.h>
#include <string.h>

/* PATH_WIDE: room for the long form of what the path says. */
enum { TITLE_MIN = 24, PATH_WIDE = 70 };

static const char *glyph_text(uint32_t codepoint, struct arena *arena)
{
    char text[5] = {0};

    text_encode(codepoint, text);
    return arena_printf(arena, "%s", text);
}

/* "◂ 2024 ▸  CNY bn": the period with what [ and ] can still do, and the unit. */
static const char *period_and_unit(const struct app *app, const struct glyphs *glyphs,
                                   struct arena *arena)
{
    const struct query *query = &app->lens.query;
    const struct dataset *dataset = &app->dataset;
    struct show show = show_new(app->frame, glyphs, arena);
    const char *period;
    bool has_before;
    bool has_after;

    if (!dataset->period_count)
        return "";
    if (query->rows == ROWS_PERIOD)
        return arena_printf(arena, "%s  %s ",
                            timing_heading_of_rows(app, glyphs->dash, arena),
                            show.unit);
    period = timing_heading(app, query->period, arena);
    has_before = period_compare(dataset->periods[0], query->period) < 0;
    has_after =
        period_compare(dataset->periods[dataset->period_count - 1], query->period) > 0;
    return arena_printf(arena, "%s %s %s  %s ",
                        has_before ? glyph_text(glyphs->left, arena) : " ", period,
                        has_after ? glyph_text(glyphs->right, arena) : " ", show.unit);
}

/* One tab is "1 Overview", or "1" alone where there is little room. */
static int tabs_cols(bool is_short)
{
    int cols = 0;

    for (size_t v = 0; v < VIEW_COUNT; v++)
        cols += is_short ? 2 : text_width(view_ops((enum view)v)->title) + 3;
    return cols + (is_short ? 12 : 2);
}

static void draw_tabs(const struct app *app, struct cells *cells, struct rect area,
                      int col, bool is_short, struct arena *arena)
{
    for (size_t v = 0; v < VIEW_COUNT; v++) {
        const char *title = view_ops((enum view)v)->title;
        if (v == app->view)
            col = cells_text(cells, area, 0, col, STYLE_TAB,
                             arena_printf(arena, "[%zu %s]", v + 1, title));
        else
            col = cells_text(cells, area, 0, col, STYLE_MUTED,
                             is_short ? arena_printf(arena, "%zu", v + 1)
                                      : arena_printf(arena, "%zu %s", v + 1, title));
        col++;
    }
}

/* The dataset's title; further down the path, which says more: "China > Asia". */
static const char *title_of(const struct app *app, const struct glyphs *glyphs,
                            struct arena *arena)
{
    const char *title = label_pick(&app->dataset.title, app->language);
    const char *reporter = label_pick(&app->dataset.reporter, app->language);
    const char *path = lens_path(app, glyphs->path_separator, arena);

    if (*path && reporter)
        title = reporter;
    return arena_printf(arena, " %s%s%s", tabs_place(app, arena), title ? title : "",
                        path);
}

static void draw_data_header(const struct app *app, struct cells *cells,
                             struct rect area, struct arena *arena)
{
    const char *title = title_of(app, cells->glyphs, arena);
    const char *right = period_and_unit(app, cells->glyphs, arena);
    int right_cols = text_width(right);
    int room = area.cols - right_cols;
    bool is_short = room - tabs_cols(false) < text_width(title) + 1;
    bool has_tabs = room - tabs_cols(is_short) >= TITLE_MIN;
    int title_cols = has_tabs ? room - tabs_cols(is_short) : room;

    cells_fit(cells, area, 0, 0, title_cols - 1, STYLE_TITLE, ALIGN_LEFT, title);
    if (has_tabs)
        draw_tabs(app, cells, area, title_cols, is_short, arena);
    cells_fit(cells, area, 0, room, right_cols, STYLE_PLAIN, ALIGN_RIGHT, right);
}

static void draw_header(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    if (app->page == PAGE_DATA) {
        draw_data_header(app, cells, area, arena);
        return;
    }
    cells_text(cells, area, 0, 1, STYLE_TITLE, "entrepot");
    cells_fit(cells, area, 0, 11, area.cols - 12, STYLE_MUTED, ALIGN_LEFT,
              app->page == PAGE_GALLERY ? "trade data in the terminal: choose a dataset"
              : app->page == PAGE_AUDIT ? "what is doubtful in the data"
              : app->page == PAGE_REVISIONS ? "what was revised, largest first"
                                            : "the file was not loaded");
}

static const char *ordinal(size_t rank)
{
    if (rank % 100 >= 11 && rank % 100 <= 13)
        return "th";
    return rank % 10 == 1 ? "st" : rank % 10 == 2 ? "nd" : rank % 10 == 3 ? "rd" : "th";
}

/* Adds a part when the sentence stays within its width. */
static const char *join(const char *sentence, const char *separator, const char *part,
                        int cols, struct arena *arena)
{
    const char *joined = arena_printf(arena, "%s%s%s", sentence, separator, part);

    return text_width(joined) <= cols ? joined : sentence;
}

static const char *sort_title(const struct frame *frame)
{
    size_t column = frame_column(frame, frame->query.sort.column);

    if (frame->query.sort.kind != SORT_COLUMN || column == SIZE_MAX)
        return NULL;
    return frame->columns[column].title;
}

static size_t ranked_rows(const struct frame *frame)
{
    size_t most = 0;

    for (size_t i = 0; i < frame->row_count; i++)
        most = frame->rows[i].rank > most ? frame->rows[i].rank : most;
    return most;
}

static const char *flow_part(const struct show *show, const char *title,
                             struct value value, struct value growth, const char *on)
{
    bool is_part = growth.covered > 0;

    const char *text = value_is_number(value) ? show_figure(show, value, false)
                                              : absence_words(value.absence);

    if (!value_is_number(growth))
        return arena_printf(show->arena, "%s %s", title, text);
    growth.covered = 0;
    return arena_printf(show->arena, "%s %s (%s%s%s)", title, text,
                        show_growth(show, growth), growth.number >= 1000 ? "" : " %",
                        is_part && on ? on : "");
}

static const char *balance_part(const struct show *show, struct value balance)
{
    struct value size = balance;

    if (!value_is_number(balance))
        return "no balance";
    size.number = fabs(balance.number);
    return arena_printf(show->arena, "%s %s %s",
                        balance.number < 0 ? "deficit" : "surplus",
                        show_figure(show, size, false), show->unit);
}

/* What charts show instead of the flows: "cover ratio 321 %". */
static const char *measure_part(const struct show *show, const struct frame *frame,
                                const struct frame_row *row)
{
    const struct frame_column *column =
        &frame->columns[frame_column(frame, *frame->query.measure)];
    struct value value = frame_value(frame, row, column->spec);
    const char *text = value_is_number(value) ? show_value(show, column, value)
                                              : absence_words(value.absence);

    return arena_printf(show->arena, "%s %s%s", show_lower(show, column->title), text,
                        value_is_number(value) && column->is_percent ? " %" : "");
}

/* "trade", or "the trade of Asia" where the rows are narrowed to it. */
static const char *share_base(const struct frame *frame, struct arena *arena)
{
    size_t rows = frame->query.rows;
    uint32_t within = rows == ROWS_PERIOD ? MEMBER_NONE : frame->query.within[rows];

    if (within == MEMBER_NONE ||
        within == dimension_whole(&frame->dataset->dimension[rows]))
        return "trade";
    return arena_printf(
        arena, "the trade of %s",
        member_name(&frame->dataset->dimension[rows], within, frame->query.language));
}

/* How much of its period an incomplete row is; else NULL. */
static const char *coverage_part(const struct frame *frame, const struct frame_row *row,
                                 struct arena *arena)
{
    uint32_t covered = frame_exports(frame, row).covered;
    const struct dataset *fine = frame->dataset->fine;
    struct period whole;

    if (!covered || !fine || row->kind == ROW_PERIOD_KIND)
        return NULL;
    whole = span_in(frame->dataset->periods[row->period], fine->periods[0].frequency);
    return arena_printf(arena, "incomplete: %u of %d %ss", covered, whole.more + 1,
                        frequency_noun(whole.frequency));
}

static const char *row_sentence(const struct frame *frame, const struct frame_row *row,
                                int cols, const struct show *show)
{
    struct arena *arena = show->arena;
    const char *text = arena_printf(arena, "%s", row->name);
    const char *separator = show_is_measured(frame) ? "; " : "  ";
    const char *on = timing_base_words(frame->dataset, row->period, arena);
    const char *part;
    struct value share =
        frame_value(frame, row, (struct column_spec){INDICATOR_SHARE, 0});
    size_t exports =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports});

    if (exports == SIZE_MAX)
        return text;
    if (show_is_measured(frame))
        text = join(text, "  ", measure_part(show, frame, row), cols, arena);
    if (frame->has_imports) {
        text = join(text, separator, balance_part(show, frame_balance(frame, row)),
                    cols, arena);
        text = join(text, "; ",
                    flow_part(show, "exports", frame_exports(frame, row),
                              frame_growth(frame, row, frame->exports), on),
                    cols, arena);
        text = join(text, ", ",
                    flow_part(show, "imports", frame_imports(frame, row),
                              frame_growth(frame, row, frame->imports), on),
                    cols, arena);
    } else {
        text =
            join(text, separator,
                 arena_printf(arena, "%s %s",
                              flow_part(show, frame->columns[exports].title,
                                        frame_exports(frame, row),
                                        frame_growth(frame, row, frame->exports), on),
                              show->unit),
                 cols, arena);
    }
    part = coverage_part(frame, row, arena);
    if (part)
        text = join(text, "; ", part, cols, arena);
    if (value_is_number(share) && row->kind != ROW_GROUP)
        text = join(text, "; ",
                    arena_printf(arena, "%s %% of %s", show_percent(show, share),
                                 share_base(frame, arena)),
                    cols, arena);
    if (row->rank && sort_title(frame))
        text = join(text, "; ",
                    arena_printf(arena, "%zu%s of %zu by %s", row->rank,
                                 ordinal(row->rank), ranked_rows(frame),
                                 sort_title(frame)),
                    cols, arena);
    return text;
}

const char *chrome_sentence(const struct app *app, int cols,
                            const struct glyphs *glyphs, struct arena *arena)
{
    const struct frame *frame = app->frame;
    struct show show;

    if (app->message[0])
        return app->message;
    if (app->page == PAGE_GALLERY)
        return app->chosen < app->catalog.count
                   ? app->catalog.entries[app->chosen].title
                   : "no datasets here";
    if (app->page == PAGE_ERRORS)
        return "nothing of this file was loaded";
    if (app->page == PAGE_AUDIT)
        return app->audit.count ? app->audit.findings[app->finding].message
                                : "nothing found in this dataset";
    if (app->page == PAGE_REVISIONS)
        return arena_printf(arena, "%s against the older %s", app->dataset.path,
                            app->older.path);
    if (app->view == VIEW_PATH) {
        struct path_plan plan = path_plan_new(app, glyphs, arena);
        return path_verdict(&plan, cols < PATH_WIDE);
    }
    if (app->view == VIEW_COMPARE && frame->row_count)
        return compare_words(app, cols, glyphs, arena);
    show = show_new(frame, glyphs, arena);
    if (app->view == VIEW_TREND && app->trended < app->trend->row_count) {
        show = show_new(app->trend, glyphs, arena);
        return row_sentence(app->trend, &app->trend->rows[app->trended], cols, &show);
    }
    if (app->selected < frame->row_count)
        return row_sentence(frame, &frame->rows[app->selected], cols, &show);
    return label_pick(&app->dataset.title, app->language);
}

static void draw_sentence(const struct app *app, struct cells *cells, struct rect area,
                          struct arena *arena)
{
    const char *publisher = "";
    enum style style = app->message[0] ? STYLE_WARNING : STYLE_PLAIN;
    int greeting = greeting_draw(app, cells, area);
    const char *sentence =
        chrome_sentence(app, area.cols - greeting - 2, cells->glyphs, arena);
    int used = sentence ? text_width(sentence) : 0;

    area.cols -= greeting;
    cells_fit(cells, area, 0, 1, area.cols - 2, style, ALIGN_LEFT,
              sentence ? sentence : "");
    if (app->page != PAGE_DATA || !label_pick(&app->dataset.publisher, app->language))
        return;
    publisher = label_pick(&app->dataset.publisher, app->language);
    if (!greeting && used + text_width(publisher) + 6 <= area.cols)
        cells_fit(cells, area, 0, used + 3, area.cols - used - 4, STYLE_MUTED,
                  ALIGN_RIGHT, publisher);
    if (!cells->cursor_is_shown) {
        cells->cursor_row = area.row;
        cells->cursor_col = area.col + 1;
        cells->cursor_is_shown = true;
    }
}

static void draw_choices(const struct app *app, struct cells *cells, struct rect area)
{
    struct choice choices[CHOICE_MAX];
    size_t count = choices_list(app, choices);
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT, choices_question(app));

    for (size_t i = 0; i < count; i++) {
        char letter[2] = {choices[i].letter, '\0'};
        if (col + 4 + text_width(choices[i].title) >= area.cols)
            break;
        col = cells_text(cells, area, 0, col, STYLE_KEY, letter);
        col = cells_text(cells, area, 0, col + 1,
                         choices[i].is_on ? STYLE_TAB : STYLE_PLAIN, choices[i].title);
        if (choices[i].note && *choices[i].note)
            col = cells_text(cells, area, 0, col + 1, STYLE_MUTED, choices[i].note);
        col += 2;
    }
}

/* What stands beside the text that is typed: what is wrong with it goes first. */
static const char *prompt_hint(const struct app *app, enum style *style,
                               struct arena *arena)
{
    const struct filter_term *problem =
        app->prompt == PROMPT_FILTER ? filter_problem(&app->frame->filter) : NULL;

    *style = problem && problem->state == FILTER_MISTAKEN ? STYLE_ERROR : STYLE_MUTED;
    if (problem && problem->state == FILTER_MISTAKEN)
        return problem->mistake;
    if (problem)
        return arena_printf(arena, "ignored so far: %s", problem->mistake);
    if (app->prompt == PROMPT_FILTER)
        return arena_printf(arena, "Enter keep  Esc back  %zu of %zu",
                            app->frame->matched_count, app->frame->member_count);
    return "Enter keep  Esc back  n next";
}

static void draw_text_prompt(const struct app *app, struct cells *cells,
                             struct rect area, struct arena *arena)
{
    enum style style;
    const char *hint = prompt_hint(app, &style, arena);
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT,
                         app->prompt == PROMPT_FILTER ? "filter " : "find ");
    bool is_worth =
        style == STYLE_ERROR && col + text_width(app->input) + 10 < area.cols;

    col = cells_text(cells, area, 0, col, STYLE_PLAIN, app->input);
    cells->cursor_row = area.row;
    cells->cursor_col = area.col + col;
    cells->cursor_is_shown = true;
    if (is_worth || col + 2 + text_width(hint) < area.cols)
        cells_fit(cells, area, 0, col + 2, area.cols - col - 3, style, ALIGN_RIGHT,
                  hint);
}

void chrome_draw(const struct app *app, const struct layout *layout,
                 struct cells *cells, struct arena *arena)
{
    draw_header(app, cells, layout->header, arena);
    if (layout->chips.rows)
        chips_draw(app, cells, layout->chips, arena);
    draw_sentence(app, cells, layout->sentence, arena);
    if (choices_are_open(app))
        draw_choices(app, cells, layout->hints);
    else if (keep_is_open(app))
        keep_draw(app, cells, layout->hints);
    else if (app->prompt != PROMPT_NONE)
        draw_text_prompt(app, cells, layout->hints, arena);
    else
        hints_draw(app, cells, layout->hints);
}
