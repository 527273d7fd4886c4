#include "tui/views/table_part.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/targets.h"
#include "tui/views/table_plan.h"

#include <string.h>

size_t table_part_capacity(const struct frame *frame, struct rect area)
{
    int rows = area.rows - 1 - table_totals_rows(frame, area);

    return rows > 0 ? (size_t)rows : 0;
}

/* Which key of the sort it is, from 0; SIZE_MAX for none. */
static size_t sort_place(const struct frame *frame, struct sort_key key)
{
    const struct query *query = &frame->query;

    if (sort_key_equal(query->sort, key))
        return 0;
    for (size_t i = 0; i < query->then_count; i++)
        if (sort_key_equal(query->then[i], key))
            return i + 1;
    return SIZE_MAX;
}

/* The arrow of a key in `col`; before it its place, when there are several. */
static void draw_sort_mark(const struct table_part *table, struct cells *cells,
                           struct rect area, int col, struct sort_key key)
{
    const struct query *query = &table->frame->query;
    const struct glyphs *glyphs = table->show->glyphs;
    size_t place = sort_place(table->frame, key);
    bool is_descending;

    if (place == SIZE_MAX)
        return;
    is_descending =
        place ? query->then[place - 1].is_descending : query->sort.is_descending;
    cells_put(cells, area, 0, col, STYLE_FOCUS,
              is_descending ? glyphs->sort_down : glyphs->sort_up);
    if (query->then_count)
        cells_put(cells, area, 0, col - 1, STYLE_FOCUS, glyphs->order[place]);
}

static void draw_head_cell(const struct table_part *table, struct cells *cells,
                           struct rect area, int col, int width,
                           const struct frame_column *column)
{
    int cols = table_text_cols(column->head);

    cells_fit(cells, area, 0, col, width, STYLE_HEAD, ALIGN_RIGHT, column->head);
    targets_add(cells, area, (struct rect){0, col - 1, 1, width + 1}, TARGET_SORT,
                (size_t)(column - table->frame->columns));
    draw_sort_mark(table, cells, area, col + width - (cols < width ? cols : width) - 1,
                   (struct sort_key){SORT_COLUMN, column->spec, false});
}

bool table_row_is_part(const struct frame *frame, const struct frame_row *row)
{
    for (size_t c = 0; c < frame->column_count; c++)
        if (frame->columns[c].spec.indicator == INDICATOR_FIGURE &&
            frame_cell(frame, row, c).covered)
            return true;
    return false;
}

const char *table_row_suffix(const struct frame *frame, const struct frame_row *row)
{
    if (row->kind != ROW_PERIOD_KIND && table_row_is_part(frame, row))
        return _(" (part)");
    for (size_t c = 0; c < frame->column_count; c++)
        if (frame_cell(frame, row, c).origin == ORIGIN_SUMMED &&
            row->kind == ROW_MEMBER)
            return _(" (sum)");
    return "";
}

static const char *figure_text(const struct table_part *table,
                               const struct table_plan *plan,
                               const struct frame_column *column, struct value value)
{
    const char *text = show_value(table->show, column, value);
    const char *flag =
        dataset_attribute_text(table->frame->dataset, ATTRIBUTE_FLAG, value.flag);

    /* A figure that is confidential is shown as c already. */
    if (!value_is_number(value) && strcmp(text, flag) == 0)
        flag = "";
    if (!plan->flag_cols || column->spec.indicator != INDICATOR_FIGURE)
        return text;
    return arena_printf(table->show->arena, "%s%-*s", text, plan->flag_cols, flag);
}

static enum style figure_style(const struct frame_column *column, struct value value,
                               enum style style)
{
    if (style == STYLE_MUTED)
        return style;
    if (!value_is_number(value))
        return STYLE_MUTED;
    if (column->spec.indicator == INDICATOR_BALANCE)
        return show_sign_style(value);
    return style;
}

/* The line between what stays and what scrolls, in the gap behind the frozen ones. */
static void draw_border(const struct table_columns *columns, struct cells *cells,
                        struct rect area, int line)
{
    if (columns->frozen && columns->count > columns->frozen)
        cells_put(cells, area, line, columns->col[columns->frozen] - TABLE_GAP,
                  STYLE_FRAME, cells->glyphs->vertical);
}

/* Draws the figures of a row, or the heads (NULL); returns how many columns are hidden
 * on the right. What is wider than its column is not cut to a smaller number. */
size_t table_figures_draw(const struct table_part *table, const struct table_plan *plan,
                          struct cells *cells, struct rect area, int line,
                          const struct frame_row *row, enum style style)
{
    struct table_columns columns = table_columns_new(table, plan, area);

    for (size_t i = 0; i < columns.count; i++) {
        size_t c = columns.column[i];
        const struct frame_column *column = &table->frame->columns[c];
        const char *text;
        if (!row) {
            draw_head_cell(table, cells, area, columns.col[i], plan->width[c], column);
            if (c + 1 == table->column)
                cells_restyle(cells, area, line, columns.col[i], plan->width[c],
                              STYLE_SELECTED);
            continue;
        }
        text = figure_text(table, plan, column, frame_cell(table->frame, row, c));
        if (text_width(text) > plan->width[c])
            text = table->show->glyphs->is_ascii ? "#" : "…";
        cells_fit(cells, area, line, columns.col[i], plan->width[c],
                  figure_style(column, frame_cell(table->frame, row, c), style),
                  ALIGN_RIGHT, text);
    }
    draw_border(&columns, cells, area, line);
    return columns.hidden;
}

void table_spark_draw(const struct table_part *table, const struct table_plan *plan,
                      struct cells *cells, struct rect area, int line,
                      const struct frame_row *row)
{
    if (plan->spark_cols && row->history_count)
        chart_spark(
            cells, area, line, area.cols - plan->spark_cols + 1, plan->spark_cols - 2,
            STYLE_EXPORTS,
            frame_history(table->frame, row, table->frame->exports, table->show->arena),
            row->history_count);
}

static enum style row_style(const struct frame_row *row)
{
    return row->kind == ROW_MEMBER || row->kind == ROW_PERIOD_KIND ||
                   row->kind == ROW_GROUP
               ? STYLE_PLAIN
               : STYLE_MUTED;
}

/* The name with what is to be said of its figures: in short where the words have no
 * room, so that a name that is whole does not look cut. */
static const char *name_said(const struct table_part *table,
                             const struct table_plan *plan, const struct frame_row *row)
{
    const char *suffix = table_row_suffix(table->frame, row);
    int room = plan->name_cols - text_width(row->name);

    if (*suffix && room < text_width(suffix))
        suffix = !table_row_is_part(table->frame, row) && room >= 2 &&
                         !table->show->glyphs->is_ascii
                     ? " Σ"
                     : "";
    return arena_printf(table->show->arena, "%s%s", row->name, suffix);
}

/* How much of a selected row's name is reversed: blanks behind it take bytes, once to
 * be reversed and once to be blank again. */
static int reversed_cols(const struct table_plan *plan, const char *name)
{
    int cols = text_width(name);

    return cols < plan->name_cols ? cols : plan->name_cols;
}

static void draw_row(const struct table_part *table, const struct table_plan *plan,
                     struct cells *cells, struct rect area, int line, size_t number)
{
    const struct frame *frame = table->frame;
    const struct frame_row *row = &frame->rows[number];
    bool is_selected = number == table->selected;
    enum style style = row_style(row);
    enum style head = is_selected ? STYLE_SELECTED : style;
    const char *said = name_said(table, plan, row);
    int reversed = reversed_cols(plan, said);
    int col = 1 + plan->mark_cols;

    targets_add_rows(cells, area, line, 1, TARGET_ROW, number);
    /* The mark and the name alone are reversed: a move sends two names, not two rows.
     */
    if (is_selected) {
        cells_run(cells, area, line, 0,
                  plan->mark_cols + plan->rank_cols + reversed + 2, head, ' ');
        cells_put(cells, area, line, 0, head, table->show->glyphs->cursor);
    }
    if (row->is_marked)
        cells_put(cells, area, line, 1, head, table->show->glyphs->mark);
    if (plan->rank_cols && row->rank)
        cells_fit(cells, area, line, col, plan->rank_cols - 1, head, ALIGN_RIGHT,
                  arena_printf(table->show->arena, "%zu", (size_t)row->rank));
    col += plan->rank_cols;
    cells_fit(cells, area, line, col, is_selected ? reversed : plan->name_cols, head,
              ALIGN_LEFT, said);
    col += plan->name_cols + 1;
    if (plan->other_cols && row->member != MEMBER_NONE) {
        const struct dimension *dimension =
            &frame->dataset->dimension[frame->query.rows];
        const char *name = label_in(&dimension->members[row->member].name,
                                    table_other_language(table));
        cells_fit(cells, area, line, col, plan->other_cols - 1, style, ALIGN_LEFT,
                  name ? name : "");
    }
    table_figures_draw(table, plan, cells, area, line, row, style);
    table_spark_draw(table, plan, cells, area, line, row);
    if (is_selected) {
        cells->cursor_row = area.row + line;
        cells->cursor_col = area.col;
        cells->cursor_is_shown = true;
    }
}

/* The file's title in the language, the program's word, the file's in another one. */
static const char *title_of_rows(const struct table_part *table)
{
    const struct frame *frame = table->frame;
    const struct dimension *dimension;
    const char *word;
    const char *title;

    if (frame->query.rows == ROWS_PERIOD)
        return _("Period");
    dimension = &frame->dataset->dimension[frame->query.rows];
    word = dimension_word(dimension, table->language);
    title = label_pick(&dimension->title, table->language);
    if (strcmp(word, dimension->id) != 0)
        return word;
    return title ? title : show_capital(table->show, dimension->id);
}

static void draw_head(const struct table_part *table, const struct table_plan *plan,
                      struct cells *cells, struct rect area)
{
    const struct frame *frame = table->frame;
    const char *title = title_of_rows(table);
    int first;

    first = 1 + plan->mark_cols;
    if (plan->rank_cols)
        cells_fit(cells, area, 0, first, plan->rank_cols - 1, STYLE_HEAD, ALIGN_RIGHT,
                  "#");
    cells_fit(cells, area, 0, first + plan->rank_cols, plan->name_cols, STYLE_HEAD,
              ALIGN_LEFT, title);
    targets_add(cells, area,
                (struct rect){0, first + plan->rank_cols, 1, plan->name_cols},
                TARGET_SORT_NAME, 0);
    draw_sort_mark(table, cells, area, first + plan->rank_cols + 2 + text_width(title),
                   (struct sort_key){.kind = SORT_NAME});
    if (plan->other_cols)
        cells_text(cells, area, 0, first + 1 + plan->rank_cols + plan->name_cols,
                   STYLE_HEAD,
                   strncmp(table->language, "zh", 2) == 0 ? "English" : "中文");
    if (plan->spark_cols)
        cells_fit(cells, area, 0, area.cols - plan->spark_cols + 1,
                  plan->spark_cols - 1, STYLE_HEAD, ALIGN_LEFT,
                  frame->has_imports ? _("X trend") : _("trend"));
}

size_t table_part_draw(const struct table_part *table, struct cells *cells,
                       struct rect area)
{
    struct table_plan plan = table_plan_new(table, area);
    size_t capacity = table_part_capacity(table->frame, area);
    size_t hidden = table_figures_draw(table, &plan, cells, area, 0, NULL, STYLE_HEAD);

    draw_head(table, &plan, cells, area);
    for (size_t i = 0; i < capacity && table->first + i < table->frame->row_count; i++)
        draw_row(table, &plan, cells, area, (int)i + 1, table->first + i);
    table_totals_draw(table, &plan, cells, area);
    return hidden;
}

const char *table_part_range(const struct table_part *table, struct rect area)
{
    size_t capacity = table_part_capacity(table->frame, area);
    size_t count = frame_counted(table->frame);
    size_t last = table->first + capacity;

    if (last > count)
        last = count;
    return arena_printf(table->show->arena, _("%zu%s%zu of %zu"),
                        last ? table->first + 1 : 0, table->show->glyphs->dash, last,
                        count);
}

/* "exports" of a key by a column, "name", "code"; NULL for the order of the file. */
static const char *key_words(const struct table_part *table, struct sort_key key)
{
    size_t column = frame_column(table->frame, key.column);

    if (key.kind == SORT_NAME || key.kind == SORT_CODE)
        return key.kind == SORT_NAME ? C_("sort", "name") : C_("sort", "code");
    if (key.kind != SORT_COLUMN || column == SIZE_MAX)
        return NULL;
    return show_lower(table->show, table->frame->columns[column].title);
}

const char *table_part_title(const struct table_part *table)
{
    const struct frame *frame = table->frame;
    const struct show *show = table->show;
    const char *title = arena_printf(show->arena, _("%s, %s"),
                                     show_capital(show, frame->noun), show->unit);
    const char *key = key_words(table, frame->query.sort);

    if (frame->row_count < frame->matched_count)
        title = arena_printf(show->arena, _("First %zu of %zu %s"), frame->row_count,
                             frame->matched_count, show_lower(show, title));
    if (key)
        title = arena_printf(show->arena, _("%s, by %s"), title, key);
    for (size_t i = 0; i < frame->query.then_count; i++) {
        key = key_words(table, frame->query.then[i]);
        title = arena_printf(show->arena, _("%s, then %s"), title,
                             key ? key : C_("sort", "file"));
    }
    return title;
}
