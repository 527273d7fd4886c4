#include "tui/sentence.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/spans.h"
#include "tui/timing.h"

#include <math.h>

/* The place by what the rows are sorted by, as English numbers it. */
static const char *place_part(size_t rank, size_t count, const char *title,
                              struct arena *arena)
{
    bool is_teen = rank % 100 >= 11 && rank % 100 <= 13;
    size_t digit = is_teen ? 0 : rank % 10;

    return arena_printf(arena,
                        digit == 1   ? _("%zust of %zu by %s")
                        : digit == 2 ? _("%zund of %zu by %s")
                        : digit == 3 ? _("%zurd of %zu by %s")
                                     : _("%zuth of %zu by %s"),
                        rank, count, title);
}

const char *sentence_join(const char *sentence, const char *separator, const char *part,
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

/* What a growth is of, where that is not all: " on Jan-Jun 2023", " for the same 2
 * reporters". */
static const char *growth_base(const struct frame *frame, const struct frame_row *row,
                               struct value growth, struct arena *arena)
{
    const char *on =
        growth.covered ? timing_base_words(frame->dataset, row->period, arena) : NULL;
    const char *of = value_compared(growth)
                         ? arena_printf(arena, _(" for %s"),
                                        frame_compared_words(frame, growth, arena))
                         : "";

    return arena_printf(arena, "%s%s", on ? on : "", of);
}

/* "exports 181.5 (+10.0 % ...)" */
static const char *flow_part(const struct frame *frame, const struct frame_row *row,
                             size_t measure, const char *title, const struct show *show)
{
    const struct column_spec figure = {INDICATOR_FIGURE, measure};
    struct value value = frame_value(frame, row, figure);
    struct value growth = frame_growth(frame, row, measure);
    const char *base = growth_base(frame, row, growth, show->arena);
    const char *text = value_is_number(value) ? show_figure(show, value, false)
                                              : _(absence_words(value.absence));

    if (!value_is_number(growth))
        return arena_printf(show->arena, _("%s %s"), title, text);
    growth.covered = growth.basis = 0;
    return arena_printf(show->arena, _("%s %s (%s%s%s)"), title, text,
                        show_growth(show, growth), growth.number >= 1000 ? "" : " %",
                        base);
}

const char *sentence_balance(const struct show *show, struct value balance)
{
    struct value size = balance;

    if (!value_is_number(balance))
        return _("no balance");
    size.number = fabs(balance.number);
    return arena_printf(show->arena,
                        balance.number < 0 ? _("deficit %s %s") : _("surplus %s %s"),
                        show_figure(show, size, false), show->unit);
}

/* What there is to say of the balance, and why there is none. */
static const char *balance_part(const struct frame *frame, const struct frame_row *row,
                                const struct show *show)
{
    const char *unlike = frame_unlike_words(frame, row);

    return unlike ? arena_printf(show->arena, _("no balance: %s"), unlike)
                  : sentence_balance(show, frame_balance(frame, row));
}

/* What charts show instead of the flows: "cover ratio 321 %". */
static const char *measure_part(const struct show *show, const struct frame *frame,
                                const struct frame_row *row)
{
    const struct frame_column *column =
        &frame->columns[frame_column(frame, *frame->query.measure)];
    struct value value = frame_value(frame, row, column->spec);
    const char *text = value_is_number(value) ? show_value(show, column, value)
                                              : _(absence_words(value.absence));

    return arena_printf(show->arena, "%s %s%s", show_lower(show, column->title), text,
                        value_is_number(value) ? show_percent_sign(show, column, text)
                                               : "");
}

const char *sentence_flow(const struct frame *frame, const struct show *show)
{
    size_t column =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports});

    return frame->has_imports || column == SIZE_MAX
               ? NULL
               : show_lower(show, frame->columns[column].title);
}

/* "trade", or "the trade of Asia" where the rows are narrowed to it; "exports" where
 * the file has nothing else. */
static const char *share_base(const struct frame *frame, const struct show *show)
{
    struct arena *arena = show->arena;
    size_t rows = frame->query.rows;
    uint32_t within = rows == ROWS_PERIOD ? MEMBER_NONE : frame->query.within[rows];
    const char *flow = sentence_flow(frame, show);
    const char *name;

    if (within == MEMBER_NONE ||
        within == dimension_whole(&frame->dataset->dimension[rows]))
        return flow ? flow : _("trade");
    name = member_name(&frame->dataset->dimension[rows], within, frame->query.language);
    return flow ? arena_printf(arena, _("the %s of %s"), flow, name)
                : arena_printf(arena, _("the trade of %s"), name);
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
    return arena_printf(arena, _("incomplete: %u of %d %s"), covered, whole.more + 1,
                        frequency_words(whole.frequency, (unsigned)whole.more + 1));
}

/* "Brazil, direct": with what stands for members that are never added. */
static const char *subject_of(const struct frame *frame, const struct frame_row *row,
                              struct arena *arena)
{
    const struct dataset *dataset = frame->dataset;
    const char *text = row->name;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        uint32_t member = query_member(dataset, &frame->query, d);
        if (dataset->dimension[d].is_apart && d != frame->query.rows &&
            member != MEMBER_NONE)
            text = arena_printf(
                arena, "%s, %s", text,
                member_name(&dataset->dimension[d], member, frame->query.language));
    }
    return text;
}

const char *sentence_of_row(const struct frame *frame, const struct frame_row *row,
                            int cols, const struct show *show)
{
    struct arena *arena = show->arena;
    const char *text = subject_of(frame, row, arena);
    const char *separator = show_is_measured(frame) ? _("; ") : "  ";
    const char *part;
    struct value share =
        frame_value(frame, row, (struct column_spec){INDICATOR_SHARE, 0});
    size_t exports =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports});

    if (exports == SIZE_MAX)
        return text;
    if (show_is_measured(frame))
        text = sentence_join(text, "  ", measure_part(show, frame, row), cols, arena);
    if (frame->has_imports) {
        text =
            sentence_join(text, separator, balance_part(frame, row, show), cols, arena);
        text = sentence_join(text, _("; "),
                             flow_part(frame, row, frame->exports, _("exports"), show),
                             cols, arena);
        text = sentence_join(text, _(", "),
                             flow_part(frame, row, frame->imports, _("imports"), show),
                             cols, arena);
    } else {
        text =
            sentence_join(text, separator,
                          arena_printf(arena, "%s %s",
                                       flow_part(frame, row, frame->exports,
                                                 frame->columns[exports].title, show),
                                       show->unit),
                          cols, arena);
    }
    part = coverage_part(frame, row, arena);
    if (part)
        text = sentence_join(text, _("; "), part, cols, arena);
    if (value_is_number(share) && row->kind != ROW_GROUP)
        text = sentence_join(text, _("; "),
                             arena_printf(arena, _("%s %% of %s"),
                                          show_percent(show, share),
                                          share_base(frame, show)),
                             cols, arena);
    if (row->rank && sort_title(frame))
        text = sentence_join(text, _("; "),
                             place_part(row->rank, ranked_rows(frame),
                                        show_lower(show, sort_title(frame)), arena),
                             cols, arena);
    return text;
}
