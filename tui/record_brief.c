#include "tui/record_brief.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/record.h"
#include "tui/record_writer.h"
#include "tui/show.h"

struct brief {
    struct record_writer writer;
    struct show show;
    const struct frame *frame;
    const struct frame_row *row;
};

/* "exports        113.0": the value on the right where it fits, else below. */
static void pair(struct brief *brief, const char *name, const char *value)
{
    struct record_writer *writer = &brief->writer;
    int room = writer->area.cols - 2;
    int gap = room - text_width(name) - text_width(value);

    if (!value || !*value)
        return;
    if (gap >= 1) {
        record_write(writer, 1, STYLE_PLAIN,
                     arena_printf(writer->arena, "%s%*s%s", name, gap, "", value));
        return;
    }
    record_write(writer, 1, STYLE_PLAIN, name);
    record_write(writer, 2, STYLE_MUTED, value);
}

static const char *names_of_groups(const struct brief *brief,
                                   const struct dimension *dimension,
                                   const struct member *member)
{
    const char *text = "";

    for (size_t i = 0; i < member->group_count; i++)
        text = arena_printf(
            brief->writer.arena, "%s%s%s", text, i ? ", " : "",
            member_name(dimension, member->groups[i], brief->writer.app->language));
    return text;
}

static void write_member(struct brief *brief)
{
    const struct dimension *dimension =
        &brief->frame->dataset->dimension[brief->frame->query.rows];
    const struct member *member = &dimension->members[brief->row->member];
    const char *language = brief->writer.app->language;

    pair(brief, _(dimension->id), brief->row->name);
    pair(brief, _("code"), member->code);
    if (member->parent != MEMBER_NONE)
        pair(brief, _("part of"), member_name(dimension, member->parent, language));
    pair(brief, _("groups"), names_of_groups(brief, dimension, member));
}

static void write_figures(struct brief *brief)
{
    const struct frame *frame = brief->frame;

    for (size_t c = 0; c < frame->shown_count; c++) {
        const struct frame_column *column = &frame->columns[c];
        struct value value = frame_cell(frame, brief->row, c);
        pair(brief,
             column->is_percent ? column->head
                                : show_lower(&brief->show, column->title),
             value_is_number(value) ? show_value(&brief->show, column, value)
                                    : _(absence_words(value.absence)));
    }
    pair(brief, _("unit"), brief->show.unit);
}

/* What the publisher says of the line that the figure stands in. */
static void write_origin(struct brief *brief)
{
    struct record_writer *writer = &brief->writer;
    const struct dataset *dataset = brief->frame->dataset;
    struct record record =
        record_find(brief->frame, brief->row, brief->frame->exports, writer->arena);
    uint32_t flag;

    record_blank(writer);
    if (record.observation == SIZE_MAX) {
        if (record.part_count)
            record_write(
                writer, 1, STYLE_MUTED,
                arena_printf(writer->arena, _("the sum of %zu"), record.part_count));
        return;
    }
    flag = dataset_attribute(dataset, ATTRIBUTE_FLAG, brief->frame->exports,
                             record.observation);
    record_write(writer, 1, STYLE_MUTED, _("as published"));
    record_write(
        writer, 1, STYLE_MUTED,
        record_place(writer, dataset, dataset_place(dataset, record.observation).line));
    if (flag)
        record_write(
            writer, 1, STYLE_WARNING,
            arena_printf(writer->arena, _("status %s"),
                         dataset_attribute_text(dataset, ATTRIBUTE_FLAG, flag)));
}

void record_brief(const struct app *app, struct cells *cells, struct rect area,
                  struct arena *arena)
{
    struct brief brief = {
        .writer = {.cells = cells,
                   .area = area,
                   .app = app,
                   .glyphs = cells->glyphs,
                   .arena = arena},
        .show = show_new(app->frame, cells->glyphs, arena),
        .frame = app->frame,
    };
    char period[PERIOD_SHOWN_MAX];

    if (app->selected >= app->frame->row_count)
        return;
    brief.row = &app->frame->rows[app->selected];
    if (brief.row->kind != ROW_PERIOD_KIND && brief.row->member != MEMBER_NONE)
        write_member(&brief);
    pair(&brief, _("period"),
         period_words(period, app->dataset.periods[brief.row->period]));
    write_figures(&brief);
    write_origin(&brief);
}
