#include "tui/pages.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/targets.h"

enum { LIST_MIN = 3, PREVIEW_MIN = 4, TEXT_COLS = 24, CHOICE_COLS = 24 };

/* "< million >": what Left and Right change. */
static const char *choice_of(const struct app *app, size_t number,
                             const struct cells *cells, struct arena *arena)
{
    const struct question_state *state = &app->question;
    const char *text = question_ops(state->kind)->choice(app, number, arena);
    char left[5] = {0};
    char right[5] = {0};

    if (number != state->chosen || !*text)
        return text;
    text_encode(cells->glyphs->left, left);
    text_encode(cells->glyphs->right, right);
    return arena_printf(arena, "%s %s %s", left, text, right);
}

static void draw_answer(const struct app *app, struct cells *cells, struct rect area,
                        int row, size_t number, struct arena *arena)
{
    const struct question_row *answer = &app->question.rows[number];
    bool is_chosen = number == app->question.chosen;
    enum style style = is_chosen ? STYLE_SELECTED : STYLE_PLAIN;
    int cols = area.cols / 2 < TEXT_COLS ? area.cols / 2 : TEXT_COLS;
    int col = 1;

    cells_fit(cells, area, row, 0, area.cols, style, ALIGN_LEFT, "");
    targets_add_rows(cells, area, row, 1, TARGET_ANSWER, number);
    cells_fit(cells, area, row, col, cols, style, ALIGN_LEFT, answer->text);
    col += cols + 1;
    if (question_ops(app->question.kind)->choice) {
        cells_fit(cells, area, row, col, CHOICE_COLS,
                  is_chosen || answer->number ? style : STYLE_MUTED, ALIGN_LEFT,
                  choice_of(app, number, cells, arena));
        col += CHOICE_COLS + 1;
    }
    cells_fit(cells, area, row, col, area.cols - col - 1,
              is_chosen ? style : STYLE_MUTED, ALIGN_LEFT, answer->detail);
    if (!is_chosen)
        return;
    cells->cursor_row = area.row + row;
    cells->cursor_col = area.col;
    cells->cursor_is_shown = true;
}

static void draw_list(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena)
{
    const struct question_state *state = &app->question;
    size_t first = 0;

    if (area.rows > 0 && state->chosen >= (size_t)area.rows)
        first = state->chosen - (size_t)area.rows + 1;
    for (int row = 0; row < area.rows; row++)
        if (first + (size_t)row < state->count)
            draw_answer(app, cells, area, row, first + (size_t)row, arena);
}

static int draw_lines(struct cells *cells, struct rect area, int row,
                      const char *const *lines, size_t count, enum style style)
{
    for (size_t i = 0; i < count && row < area.rows; i++)
        cells_fit(cells, area, row++, 2, area.cols - 3, style, ALIGN_LEFT, lines[i]);
    return row;
}

/* Why nothing is read; what can be said about it here goes before how to say it on a
 * command line. */
static const char *problem_of(const struct app *app, struct arena *arena)
{
    const struct question_ops *ops = question_ops(app->question.kind);
    const char *lacks = ops->lacks ? ops->lacks(app, arena) : NULL;

    return lacks ? lacks : app->question.problem;
}

/* A text, or NULL, in as many lines as it takes and there are. */
static void draw_wrapped(struct cells *cells, struct rect area, int row,
                         enum style style, const char *text)
{
    while (text && *text && row < area.rows) {
        size_t bytes = text_break(text, area.cols > 4 ? area.cols - 4 : 1);
        cells_printf(cells, area, row++, 2, style, "%.*s", (int)bytes, text);
        text += bytes;
        while (*text == ' ')
            text++;
    }
}

/* The lines of the file, and what is read of them. */
static void draw_preview(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena)
{
    const struct question_state *state = &app->question;
    const struct question_ops *ops = question_ops(state->kind);
    int row = 0;

    cells_run(cells, area, row++, 0, area.cols, STYLE_FRAME, cells->glyphs->horizontal);
    if (ops->explain) {
        draw_wrapped(cells, area, row, STYLE_PLAIN, ops->explain(app, arena));
        return;
    }
    if (area.rows > 2 * PREVIEW_MIN) {
        cells_fit(cells, area, row++, 1, area.cols - 2, STYLE_TITLE, ALIGN_LEFT,
                  _("In the file"));
        row =
            draw_lines(cells, area, row, state->lines, state->line_count, STYLE_MUTED);
    }
    cells_fit(cells, area, row++, 1, area.cols - 2, STYLE_TITLE, ALIGN_LEFT,
              _("Read like this"));
    if (state->preview_count)
        row = draw_lines(cells, area, row, state->preview, state->preview_count,
                         STYLE_PLAIN);
    draw_wrapped(cells, area, row, STYLE_ERROR, problem_of(app, arena));
}

void page_question_draw(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena)
{
    const struct question_state *state = &app->question;
    struct rect inner =
        cells_frame(cells, area, true, _(question_ops(state->kind)->title),
                    arena_printf(arena, _("%zu of %zu"),
                                 state->count ? state->chosen + 1 : 0, state->count));
    int half = inner.rows / 2 > LIST_MIN ? inner.rows / 2 : LIST_MIN;
    int rows = state->count < (size_t)half ? (int)state->count : half;

    if (inner.rows - rows >= PREVIEW_MIN) {
        struct rect below = inner;
        struct rect list = rect_cut_top(&below, rows);
        draw_list(app, cells, list, arena);
        draw_preview(app, cells, below, arena);
    } else {
        draw_list(app, cells, inner, arena);
    }
}
