#include "tui/chrome.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/chips.h"
#include "tui/choices.h"
#include "tui/compare.h"
#include "tui/form.h"
#include "tui/hints.h"
#include "tui/keep.h"
#include "tui/lens.h"
#include "tui/path_plan.h"
#include "tui/sentence.h"
#include "tui/show.h"
#include "tui/targets.h"
#include "tui/timing.h"
#include "tui/views/view.h"

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

/* "1 Overview", or "1" alone where there is little room, or even without blanks. */
enum tabs_form { TABS_FULL, TABS_SHORT, TABS_PACKED };

static bool has_blank_after(const struct app *app, size_t view, enum tabs_form form)
{
    return form != TABS_PACKED || view == app->view || view + 1 == app->view ||
           view + 1 == VIEW_COUNT;
}

static int tabs_cols(const struct app *app, enum tabs_form form)
{
    int cols = 2; /* the brackets of the active one */

    for (size_t v = 0; v < VIEW_COUNT; v++) {
        const int title = text_width(_(view_ops((enum view)v)->title)) + 1;
        cols += 1 + has_blank_after(app, v, form);
        cols += form == TABS_FULL || v == app->view ? title : 0;
    }
    return cols;
}

static void draw_tabs(const struct app *app, struct cells *cells, struct rect area,
                      enum tabs_form form, struct arena *arena)
{
    int col = area.cols - tabs_cols(app, form);

    for (size_t v = 0; v < VIEW_COUNT; v++) {
        const char *title = _(view_ops((enum view)v)->title);
        const int first = col;
        char name[INPUT_NAME_MAX];
        const char *key = hint_tab_key(app, (enum view)v, name);
        if (v == app->view)
            col = cells_text(cells, area, 0, col, STYLE_TAB,
                             arena_printf(arena, "[%s %s]", key, title));
        else
            col = cells_text(
                cells, area, 0, col, STYLE_MUTED,
                form == TABS_FULL ? arena_printf(arena, "%s %s", key, title) : key);
        targets_add(cells, area, (struct rect){0, first, 1, col - first},
                    TARGET_COMMAND, COMMAND_VIEW_OVERVIEW + v);
        col += has_blank_after(app, v, form);
    }
}

/* What must not be overlooked stands before the title, which may be cut. */
static const char *state_of(const struct app *app)
{
    if (app->loaded.is_unread)
        return _("reading: ");
    return app->loaded.is_partial ? _("partial: ") : "";
}

/* The longest form that leaves the title whole, else the shortest. */
static enum tabs_form tabs_form_for(const struct app *app, int room)
{
    enum tabs_form form = TABS_FULL;

    while (form != TABS_PACKED && tabs_cols(app, form) > room)
        form++;
    return form;
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
    return arena_printf(arena, " %s%s%s%s", tabs_place(app, arena), state_of(app),
                        title ? title : "", path);
}

static void draw_data_header(const struct app *app, struct cells *cells,
                             struct rect area, struct arena *arena)
{
    const char *title = title_of(app, cells->glyphs, arena);
    const char *right = period_and_unit(app, cells->glyphs, arena);
    int right_cols = text_width(right);
    int room = area.cols - right_cols;
    int wanted = text_width(title) + 1;
    enum tabs_form form = tabs_form_for(app, room - wanted);
    int least = wanted < TITLE_MIN ? wanted : TITLE_MIN;
    bool has_tabs = room - tabs_cols(app, form) >= least;
    int title_cols = has_tabs ? room - tabs_cols(app, form) : room;
    struct rect tabs = area;

    cells_fit(cells, area, 0, 0, title_cols - 1, STYLE_TITLE, ALIGN_LEFT, title);
    tabs.cols = room;
    if (has_tabs)
        draw_tabs(app, cells, tabs, form, arena);
    cells_fit(cells, area, 0, room, right_cols, STYLE_PLAIN, ALIGN_RIGHT, right);
    hints_add_period_targets(app, cells, area, room, right_cols);
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
              app->page == PAGE_GALLERY
                  ? _("trade data in the terminal: choose a dataset")
              : app->page == PAGE_LOADING   ? _("reading")
              : app->page == PAGE_AUDIT     ? _("what is doubtful in the data")
              : app->page == PAGE_REVISIONS ? _("what was revised, largest first")
              : app->page == PAGE_QUESTION  ? _("what the file does not say")
                                            : _("the file was not loaded"));
}

/* The finding itself stands in the row and below: where it is among them. */
static const char *audit_sentence(const struct app *app, struct arena *arena)
{
    const struct audit_report *audit = &app->audit;

    if (!audit->count)
        return auditing_is_running(app) ? _("nothing found in this dataset so far")
                                        : _("nothing found in this dataset");
    return arena_printf(arena, _("finding %zu of %zu, %s [%s]"), app->finding + 1,
                        audit->count,
                        _(severity_word(audit->findings[app->finding].check->severity)),
                        audit->findings[app->finding].check->id);
}

static const char *sentence_of(const struct app *app, int cols,
                               const struct glyphs *glyphs, struct arena *arena)
{
    const struct frame *frame = app->frame;
    struct show show;

    if (app->page == PAGE_GALLERY)
        return app->chosen < app->catalog.count
                   ? app->catalog.entries[app->chosen].title
                   : _("no datasets here");
    if (app->page == PAGE_LOADING)
        return _("the first rows come as soon as they are read");
    if (app->page == PAGE_ERRORS)
        return _("nothing of this file was loaded");
    if (app->page == PAGE_AUDIT)
        return audit_sentence(app, arena);
    if (app->page == PAGE_QUESTION)
        return question_sentence(app, arena);
    if (app->page == PAGE_REVISIONS)
        return app->older.path ? arena_printf(arena, _("%s against the older %s"),
                                              app->dataset.path, app->older.path)
                               : _("what the newer ones of these files revise");
    if (app->view == VIEW_PATH) {
        struct path_plan plan = path_plan_new(app, glyphs, arena);
        return path_verdict(&plan, cols < PATH_WIDE);
    }
    if (view_ops(app->view)->sentence && frame->row_count)
        return view_ops(app->view)->sentence(app, cols, glyphs, arena);
    if (app->view == VIEW_COMPARE && frame->row_count)
        return compare_words(app, cols, glyphs, arena);
    show = show_new(frame, glyphs, arena);
    if (app->view == VIEW_TREND && app->trended < app->trend->row_count) {
        show = show_new(app->trend, glyphs, arena);
        return form_sentence(app, cols, &show);
    }
    if (app->selected < frame->row_count)
        return sentence_of_row(frame, &frame->rows[app->selected], cols, &show);
    return label_pick(&app->dataset.title, app->language);
}

/* A figure of a part of the file says so. */
const char *chrome_sentence(const struct app *app, int cols,
                            const struct glyphs *glyphs, struct arena *arena)
{
    const char *before = "";
    const char *sentence;

    if (app->message[0])
        return app->message;
    if (app->page == PAGE_DATA && app->loaded.is_partial)
        before = app->loaded.is_unread ? _("so far: ") : _("partial: ");
    sentence = sentence_of(app, cols - text_width(before), glyphs, arena);
    return *before ? arena_printf(arena, "%s%s", before, sentence ? sentence : "")
                   : sentence;
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
}

static int choice_cols(const struct choice *choice)
{
    int note = choice->note && *choice->note ? 1 + text_width(choice->note) : 0;

    return 2 + text_width(choice->title) + note;
}

static void draw_choice(const struct choice *choice, struct cells *cells,
                        struct rect area, int row, int col)
{
    char letter[2] = {choice->letter, '\0'};

    targets_add(cells, area, (struct rect){row, col, 1, choice_cols(choice)},
                TARGET_CHOICE, (size_t)choice->letter);
    cells_text(cells, area, row, col, STYLE_KEY, letter);
    col = cells_text(cells, area, row, col + 2, choice->is_on ? STYLE_TAB : STYLE_PLAIN,
                     choice->title);
    if (choice->note && *choice->note)
        cells_text(cells, area, row, col + 1, STYLE_MUTED, choice->note);
}

/* Where the choices go: on the line of hints, and on that of the sentence too when one
 * line does not hold them. */
static struct rect choices_area(const struct layout *layout,
                                const struct choice *choices, size_t count, int col)
{
    struct rect area = layout->hints;

    for (size_t i = 0; i < count; i++)
        col += choice_cols(&choices[i]) + (i ? 2 : 0);
    if (col < area.cols || layout->sentence.row + 1 != area.row)
        return area;
    return (struct rect){area.row - 1, area.col, 2, area.cols};
}

static void draw_choices(const struct app *app, struct cells *cells,
                         const struct layout *layout)
{
    struct choice choices[CHOICE_MAX];
    size_t count = choices_list(app, choices);
    int from = 1 + text_width(choices_question(app));
    struct rect area = choices_area(layout, choices, count, from);
    int row = 0;
    int col = from;

    cells_blank(cells, area, STYLE_PLAIN);
    cells_text(cells, area, 0, 1, STYLE_PROMPT, choices_question(app));
    cells->cursor_row = area.row;
    cells->cursor_col = area.col + (col < area.cols ? col : area.cols - 1);
    cells->cursor_is_shown = true;
    for (size_t i = 0; i < count; i++) {
        bool is_last = row + 1 == area.rows;
        int more = is_last && i + 1 < count ? 2 : 0; /* room for the ellipsis */
        if (col + choice_cols(&choices[i]) + more >= area.cols && !is_last) {
            row++;
            col = from;
            is_last = row + 1 == area.rows;
        }
        if (col + choice_cols(&choices[i]) + more >= area.cols) {
            cells_put(cells, area, row, col, STYLE_MUTED, cells->glyphs->ellipsis);
            return;
        }
        draw_choice(&choices[i], cells, area, row, col);
        col += choice_cols(&choices[i]) + 2;
    }
}

/* What stands beside the text that is typed: what is wrong with it goes first. */
static const char *prompt_hint(const struct app *app, enum style *style,
                               struct arena *arena)
{
    const struct filter_test *problem =
        app->prompt == PROMPT_FILTER ? filter_problem(&app->frame->filter) : NULL;
    char next[INPUT_NAME_MAX];

    *style = problem && problem->state == FILTER_MISTAKEN ? STYLE_ERROR : STYLE_MUTED;
    if (problem && problem->state == FILTER_MISTAKEN)
        return problem->mistake;
    if (problem)
        return arena_printf(arena, _("ignored so far: %s"), problem->mistake);
    if (app->prompt == PROMPT_FILTER)
        return arena_printf(arena, _("Enter keep  Esc back  %zu of %zu"),
                            app->frame->matched_count, app->frame->member_count);
    return arena_printf(arena, _("Enter keep  Esc back  %s next"),
                        keymap_first(&app->keys, next, COMMAND_SEARCH_NEXT));
}

static void draw_text_prompt(const struct app *app, struct cells *cells,
                             struct rect area, struct arena *arena)
{
    enum style style;
    const char *hint = prompt_hint(app, &style, arena);
    int col = cells_text(cells, area, 0, 1, STYLE_PROMPT,
                         app->prompt == PROMPT_FILTER ? _("filter ") : _("find "));
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
        draw_choices(app, cells, layout);
    else if (keep_is_open(app))
        keep_draw(app, cells, layout->hints);
    else if (app->prompt != PROMPT_NONE)
        draw_text_prompt(app, cells, layout->hints, arena);
    else
        hints_draw(app, cells, layout->hints);
}
