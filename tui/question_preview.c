/*
 * How the first rows of a table read under the answer that is chosen.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/look.h"
#include "tui/app.h"

#include <string.h>

enum { LINES_MAX = 4, ROWS_MAX = 8, COLUMNS_MAX = 7, GAP = 2 };

/* So many lines are read for those rows: a table may begin with words and heads. */
enum { HEAD_LINES = 48 };

/* What is shown of the dataset, column by column. */
struct preview {
    const struct dataset *dataset;
    struct arena *arena;
    const char *language; /* of words and names */
    const char *cell[ROWS_MAX + 1][COLUMNS_MAX];
    size_t columns;
    size_t rows; /* with the head */
};

static const char *head_of_measure(const struct preview *preview,
                                   const struct measure *measure)
{
    char unit[UNIT_SHOWN_MAX];

    return arena_printf(preview->arena, _("%s, %s"),
                        measure_word(measure, preview->language),
                        unit_show(unit, measure->unit, measure->unit.scale));
}

static const char *figure(const struct preview *preview, size_t measure, size_t row)
{
    const struct measure *of = &preview->dataset->measure[measure];
    struct value value = dataset_value(preview->dataset, measure, row);
    char shown[NUMBER_SHOWN_MAX];

    if (!value_is_number(value))
        return value.absence == ABSENCE_UNREADABLE ? "?" : "-";
    return arena_printf(preview->arena, "%s",
                        number_show(shown, number_scale(value.number, -of->unit.scale),
                                    (struct number_style){
                                        .decimals = of->shown_decimals,
                                        .is_ascii = true,
                                        .is_grouped = true,
                                    }));
}

static const char *period_of(const struct preview *preview, size_t row)
{
    const struct dataset *dataset = preview->dataset;
    char shown[PERIOD_SHOWN_MAX];

    return arena_printf(
        preview->arena, "%s",
        period_show(shown, dataset->periods[codes_get(&dataset->period, row)]));
}

static const char *member_of(const struct preview *preview, size_t dimension,
                             size_t row)
{
    const struct dimension *of = &preview->dataset->dimension[dimension];

    return member_name(of, codes_get(&of->column, row), preview->language);
}

/* Fills a line; row SIZE_MAX is the head. */
static void fill(struct preview *preview, const char **line, size_t row)
{
    const struct dataset *dataset = preview->dataset;
    bool is_head = row == SIZE_MAX;
    size_t count = 0;

    line[count++] = is_head ? _("period") : period_of(preview, row);
    for (size_t d = 0; d < dataset->dimension_count && count < COLUMNS_MAX / 2; d++)
        line[count++] = is_head
                            ? dimension_word(&dataset->dimension[d], preview->language)
                            : member_of(preview, d, row);
    for (size_t m = 0; m < dataset->measure_count && count < COLUMNS_MAX; m++)
        line[count++] = is_head ? head_of_measure(preview, &dataset->measure[m])
                                : figure(preview, m, row);
    preview->columns = count;
}

static const char *pad(const struct preview *preview, const char *line,
                       const char *text, int width)
{
    int blanks = width - text_width(text);

    return arena_printf(preview->arena, "%s%s%*s", line, text,
                        (blanks > 0 ? blanks : 0) + GAP, "");
}

static void join(struct preview *preview, struct question_state *state)
{
    int width[COLUMNS_MAX] = {0};

    state->preview = ARENA_ARRAY(preview->arena, const char *, preview->rows);
    for (size_t r = 0; r < preview->rows; r++)
        for (size_t c = 0; c < preview->columns; c++)
            if (text_width(preview->cell[r][c]) > width[c])
                width[c] = text_width(preview->cell[r][c]);
    for (size_t r = 0; r < preview->rows; r++) {
        const char *line = "";
        for (size_t c = 0; c < preview->columns; c++)
            line = pad(preview, line, preview->cell[r][c], width[c]);
        state->preview[r] = line;
    }
    state->preview_count = preview->rows;
}

static void take_lines(struct question_state *state, const char *head)
{
    state->lines = ARENA_ARRAY(&state->preview_arena, const char *, LINES_MAX);
    state->line_count = 0;
    if (strncmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (*head && state->line_count < LINES_MAX) {
        size_t length = strcspn(head, "\n");
        size_t shown = length < 400 ? length : 400;
        /* Marks of the file's way to write lines, which are nothing to read. */
        while (shown && head[shown - 1] == '\r')
            shown--;
        if (shown)
            state->lines[state->line_count++] =
                text_clean(&state->preview_arena, head, shown);
        head += length + (head[length] == '\n');
    }
}

static size_t head_size(const char *head)
{
    const char *end = head;

    for (size_t i = 0; i < HEAD_LINES && *end; i++) {
        end += strcspn(end, "\n");
        end += *end == '\n';
    }
    return (size_t)(end - head);
}

/* The head as a dataset of its own. */
static void read_head(struct question_state *state, const char *head,
                      const struct load_limits *limits, const char *language)
{
    struct preview preview = {.arena = &state->preview_arena, .language = language};
    struct diag_list diags = {.arena = &state->preview_arena};
    struct dataset dataset = {0};
    enum load_result result =
        load_bytes(_("the table"), head, head_size(head), limits, &dataset, &diags);

    preview.dataset = &dataset;
    if (result == LOAD_OK) {
        fill(&preview, preview.cell[preview.rows++], SIZE_MAX);
        for (size_t i = 0; i < dataset.observation_count && i < ROWS_MAX; i++)
            fill(&preview, preview.cell[preview.rows++], i);
        join(&preview, state);
    } else if (diags.first) {
        state->problem = diags.first->message;
    }
    dataset_close(&dataset);
}

void question_look(struct app *app)
{
    struct question_state *state = &app->question;
    struct load_answers *draft;
    struct load_limits limits = app->limits;
    const struct load_answers *before = question_answers(app);
    const char *head;

    arena_clear(&state->preview_arena);
    state->preview = NULL;
    state->preview_count = 0;
    state->problem = NULL;
    if (question_ops(state->kind)->explain)
        return;
    draft = ARENA_NEW(&state->preview_arena, struct load_answers);
    if (before)
        *draft = *before;
    if (state->count)
        question_ops(state->kind)->answer(app, draft, &state->preview_arena);
    limits.answers = draft;
    limits.open = NULL;
    limits.is_row_by_row = true; /* there are too few for anything else */
    head = load_head(app->file, &limits, &state->preview_arena);
    take_lines(state, head);
    /* It is converted by now. */
    draft->encoding = NULL;
    /* Its beginning may have none of them. */
    draft->has_periods = false;
    read_head(state, head, &limits, app->language);
}
