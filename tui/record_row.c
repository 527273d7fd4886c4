#include "tui/record_row.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/record.h"
#include "tui/lens.h"
#include "tui/record_origin.h"
#include "tui/record_writer.h"
#include "tui/show.h"
#include "tui/timing.h"

#include <string.h>

enum { TITLE_COLS = 36, PARTS_NAMED = 4 };

/* The row that is told of. */
struct subject {
    struct record_writer *writer;
    const struct frame *frame;
    const struct frame_row *row;
};

/* A percentage as it was published, or with four decimals. */
static const char *percent_in_full(const struct subject *subject, struct value value)
{
    char text[NUMBER_SHOWN_MAX];

    if (!value_is_number(value) || value.origin != ORIGIN_PUBLISHED)
        return record_in_full(subject->writer, value);
    return arena_printf(subject->writer->arena, "%s", number_print(text, value.number));
}

/* The formula with X and M replaced by the row's figures, Xt and Mt by the total's. */
static const char *filled(const struct subject *subject, const char *formula)
{
    const char *text = "";

    for (const char *at = formula; *at;) {
        size_t length = strcspn(at, " ()");
        struct value value = value_missing(ABSENCE_NO_ROW);
        if (length == 1 && *at == 'X')
            value = frame_exports(subject->frame, subject->row);
        else if (length == 1 && *at == 'M')
            value = frame_imports(subject->frame, subject->row);
        else if (length == 2 && at[1] == 't' && subject->frame->has_total)
            value = *at == 'X' ? frame_exports(subject->frame, &subject->frame->total)
                               : frame_imports(subject->frame, &subject->frame->total);
        if (!length)
            length = 1;
        text =
            value_is_number(value)
                ? arena_printf(subject->writer->arena, "%s%s", text,
                               record_in_full(subject->writer, value))
                : arena_printf(subject->writer->arena, "%s%.*s", text, (int)length, at);
        at += length;
    }
    return text;
}

static const char *names_of_parts(const struct subject *subject,
                                  const struct record *record)
{
    const struct dimension *dimension =
        &subject->frame->dataset->dimension[subject->frame->query.rows];
    const char *text =
        arena_printf(subject->writer->arena, _("the sum of %zu: "), record->part_count);

    for (size_t i = 0; i < record->part_count && i < PARTS_NAMED; i++)
        text = arena_printf(
            subject->writer->arena, "%s%s%s", text, i ? _(", ") : "",
            member_name(dimension, record->parts[i], subject->writer->app->language));
    return record->part_count > PARTS_NAMED
               ? arena_printf(subject->writer->arena, "%s, ...", text)
               : text;
}

static const char *place(const struct subject *subject, size_t observation)
{
    const struct dataset *dataset = subject->frame->dataset;

    struct source_pos at = dataset_place(dataset, observation);

    return arena_printf(subject->writer->arena, "%s:%zu", text_file_name(at.file),
                        at.line);
}

/* Without a rate of its own, a sum of the file's periods has those of them. */
static bool write_parts_converted(struct subject *subject, size_t measure)
{
    struct column_spec spec = {INDICATOR_FIGURE, measure};

    if (!value_is_number(frame_value(subject->frame, subject->row, spec)))
        return false;
    record_write(subject->writer, 3, STYLE_MUTED,
                 _("converted period by period, each at its own rate as stated"));
    return true;
}

/* A figure in another currency names its rate; whether it is one. */
static bool write_conversion(struct subject *subject, size_t measure)
{
    const struct dataset *dataset = subject->frame->dataset;
    const char *currency = subject->frame->query.currency;
    struct arena *arena = subject->writer->arena;
    const struct rate *rate;

    if (!is_foreign(dataset, currency) ||
        dataset->measure[measure].unit.kind != UNIT_CURRENCY)
        return false;
    rate = rate_of(dataset, currency, dataset->periods[subject->row->period]);
    if (!rate)
        return write_parts_converted(subject, measure);
    record_write(subject->writer, 3, STYLE_MUTED,
                 arena_printf(arena, _("converted at %s, as stated"),
                              rate_words(dataset, rate, arena)));
    return true;
}

/* What a figure that no line of the file says was added up from. */
static const char *sum_words(const struct subject *subject)
{
    const struct frame *frame = subject->frame;

    if (subject->row == &frame->shown)
        return arena_printf(subject->writer->arena,
                            P_("the sum of the %zu row shown",
                               "the sum of the %zu rows shown", frame->row_count),
                            frame->row_count);
    if (subject->row == &frame->total)
        return arena_printf(subject->writer->arena, _("the sum of all %s"),
                            frame->noun);
    return subject->row->kind == ROW_UNALLOCATED
               ? _("the published total less the figures of the rows")
               : "";
}

/* What the file says of a figure besides. */
static void write_attributes(struct subject *subject, size_t measure,
                             size_t observation)
{
    const struct dataset *dataset = subject->frame->dataset;
    static const enum attribute order[] = {ATTRIBUTE_FLAG, ATTRIBUTE_VINTAGE,
                                           ATTRIBUTE_REMARK};

    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        bool is_flag = order[i] == ATTRIBUTE_FLAG;
        const char *text = dataset_attribute_text(
            dataset, order[i],
            dataset_attribute(dataset, order[i], measure, observation));
        if (*text)
            record_write(
                subject->writer, 3, is_flag ? STYLE_WARNING : STYLE_MUTED,
                is_flag ? arena_printf(subject->writer->arena, _("status %s"), text)
                        : text);
    }
}

/* What stands in the file instead of a figure. */
static void write_unreadable(struct subject *subject, size_t measure,
                             size_t observation)
{
    const struct dataset *dataset = subject->frame->dataset;
    struct source_pos at = dataset_place(dataset, observation);

    if (dataset_value(dataset, measure, observation).absence != ABSENCE_UNREADABLE)
        return;
    for (size_t i = 0; i < dataset->unreadable_count; i++) {
        const struct unreadable *one = &dataset->unreadable[i];
        if (one->at.line == at.line && strcmp(one->at.file, at.file) == 0)
            record_write(subject->writer, 3, STYLE_WARNING, one->message);
    }
}

/* Where a figure comes from: the file's line, or what was summed. */
static void write_origin(struct subject *subject, size_t measure)
{
    const struct dataset *dataset = subject->frame->dataset;
    struct record record =
        record_find(subject->frame, subject->row, measure, subject->writer->arena);
    const char *valuation = valuation_word(dataset->measure[measure].valuation);
    const char *origin = record_origin_words(subject->frame, subject->row, measure,
                                             subject->writer->arena);
    char unit[UNIT_SHOWN_MAX];

    if (write_conversion(subject, measure) && subject->row->kind == ROW_UNALLOCATED)
        return;
    if (origin && !record.part_count) {
        record_write(subject->writer, 3, STYLE_MUTED, origin);
    } else if (record.observation != SIZE_MAX) {
        record_write(subject->writer, 3, STYLE_MUTED,
                     arena_printf(subject->writer->arena,
                                  record_is_stated_to_date(dataset)
                                      ? _("as published for the year to date%s%s, in "
                                          "the file in %s")
                                      : _("as published%s%s, in the file in %s"),
                                  *valuation ? _(", ") : "", _(valuation),
                                  unit_show(unit, dataset->measure[measure].unit,
                                            dataset->measure[measure].unit.scale)));
        record_write(subject->writer, 3, STYLE_MUTED,
                     place(subject, record.observation));
        record_write_revised(subject->writer, dataset, measure, record.observation);
        write_attributes(subject, measure, record.observation);
        write_unreadable(subject, measure, record.observation);
    } else if (record.part_count) {
        record_write(subject->writer, 3, STYLE_MUTED, names_of_parts(subject, &record));
    } else {
        record_write(subject->writer, 3, STYLE_MUTED, sum_words(subject));
    }
}

/* A growth that the publisher states is in the file, too. */
static void write_published(struct subject *subject, struct column_spec spec)
{
    const struct dataset *dataset = subject->frame->dataset;
    size_t observation;

    record_write(subject->writer, 3, STYLE_MUTED, _("as published"));
    for (size_t m = 0; m < dataset->measure_count; m++) {
        if (dataset->measure[m].growth_of != spec.measure ||
            subject->row->kind == ROW_UNALLOCATED)
            continue;
        observation = record_find_row(subject->frame, subject->row);
        if (observation != SIZE_MAX)
            record_write(subject->writer, 3, STYLE_MUTED, place(subject, observation));
    }
}

static void write_operands(struct subject *subject, const struct frame_column *column)
{
    struct operand operands[OPERAND_MAX];
    struct arena *arena = subject->writer->arena;
    size_t count =
        record_operands(subject->frame, subject->row, column->spec, operands, arena);
    const char *text = "";

    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s%s = %s", text, i ? _("; ") : _("with "),
                            operands[i].name,
                            record_in_full(subject->writer, operands[i].value));
    record_write(subject->writer, 3, STYLE_MUTED, text);
}

/* What a share is of: the published whole, or the sum of what the rows are. */
static const char *whole_words(const struct subject *subject)
{
    const struct frame *frame = subject->frame;
    bool is_published = false;

    for (size_t c = 0; c < frame->column_count; c++)
        is_published = is_published ||
                       frame_cell(frame, &frame->total, c).origin == ORIGIN_PUBLISHED;
    return arena_printf(subject->writer->arena,
                        is_published
                            ? _("the total is that of %s, as published")
                            : _("the total is that of %s, the sum of its rows"),
                        frame->total.name);
}

/* Why there is no value: what it needs, or that its flows are of two wholes. */
static const char *lacks_words(const struct subject *subject,
                               const struct indicator_ops *ops)
{
    const char *unlike = ops->needs & NEEDS_IMPORTS
                             ? frame_unlike_words(subject->frame, subject->row)
                             : NULL;

    if (unlike)
        return unlike;
    return ops->lacks ? _(ops->lacks) : "";
}

static void write_formula(struct subject *subject, const struct frame_column *column,
                          struct value value)
{
    const struct indicator_ops *ops = indicator_ops(column->spec.indicator);
    struct arena *arena = subject->writer->arena;

    if (value.origin == ORIGIN_PUBLISHED) {
        write_published(subject, column->spec);
        return;
    }
    record_write(subject->writer, 3, STYLE_MUTED, _(ops->formula));
    if (value.covered)
        record_write(
            subject->writer, 3, STYLE_WARNING,
            timing_part_words(subject->frame->dataset, subject->row->period, arena));
    if (value_is_number(value) && !ops->is_per_measure)
        record_write(subject->writer, 3, STYLE_MUTED,
                     arena_printf(arena, "= %s", filled(subject, _(ops->formula))));
    write_operands(subject, column);
    if ((ops->needs & NEEDS_WHOLE) && subject->frame->has_total)
        record_write(subject->writer, 3, STYLE_MUTED, whole_words(subject));
    if (!value_is_number(value))
        record_write(subject->writer, 3, STYLE_WARNING, lacks_words(subject, ops));
    record_write(
        subject->writer, 3, STYLE_MUTED,
        arena_printf(arena, _("range: %s; %s"), _(ops->range), _(ops->source)));
}

static void write_column(struct subject *subject, size_t number)
{
    const struct frame_column *column = &subject->frame->columns[number];
    struct value value = frame_cell(subject->frame, subject->row, number);
    const char *unit = column->unit.code ? column->unit.code : "";
    const char *text = record_in_full(subject->writer, value);

    if (column->is_percent) {
        unit = "%";
        text = percent_in_full(subject, value);
    }
    record_write(
        subject->writer, 1, STYLE_TITLE,
        arena_printf(subject->writer->arena, "%s %s %s",
                     text_pad(subject->writer->arena, column->title, TITLE_COLS), text,
                     value_is_number(value) ? unit : ""));
    if (column->spec.indicator == INDICATOR_FIGURE)
        write_origin(subject, column->spec.measure);
    else
        write_formula(subject, column, value);
}

void record_row_write(struct record_writer *writer, const struct frame *frame,
                      const struct frame_row *row)
{
    struct subject subject = {writer, frame, row};

    for (size_t c = 0; c < frame->shown_count; c++)
        write_column(&subject, c);
    if (show_is_measured(frame) &&
        frame_column(frame, *frame->query.measure) >= frame->shown_count)
        write_column(&subject, frame_column(frame, *frame->query.measure));
}
