#include "tui/mark.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/sentence.h"

/* Adds a part when the sentence stays within its width. */
static const char *join(const char *sentence, const char *separator, const char *part,
                        int cols, struct arena *arena)
{
    const char *joined = arena_printf(arena, "%s%s%s", sentence, separator, part);

    return text_width(joined) <= cols ? joined : sentence;
}

static const char *figure(const struct show *show, struct value value, bool is_signed)
{
    return value_is_number(value) ? show_figure(show, value, is_signed)
                                  : _(absence_words(value.absence));
}

/* "exports 1,421.2, imports 354.9, balance +1,066.2" */
static const char *flows(const struct frame *frame, const struct frame_row *row,
                         const struct show *show)
{
    struct arena *arena = show->arena;
    size_t column =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports});
    const char *text;

    if (column == SIZE_MAX)
        return "";
    text =
        arena_printf(arena, _("%s %s"), show_lower(show, frame->columns[column].title),
                     figure(show, frame_cell(frame, row, column), false));
    if (!frame->has_imports)
        return text;
    return arena_printf(arena, _("%s, imports %s, balance %s"), text,
                        figure(show, frame_imports(frame, row), false),
                        figure(show, frame_balance(frame, row), true));
}

/* The flows of a row, or their total where there is no room for them. */
static const char *flows_within(const struct frame *frame, const struct frame_row *row,
                                const struct show *show, int room)
{
    struct value total =
        frame_value(frame, row, (struct column_spec){INDICATOR_TOTAL, 0});
    const char *text = flows(frame, row, show);

    if (text_width(text) <= room || !value_is_number(total))
        return text;
    return arena_printf(show->arena, _("total %s"), show_figure(show, total, false));
}

static const char *share_words(const struct frame *frame, const struct show *show,
                               struct value share)
{
    const char *flow = sentence_flow(frame, show);

    return flow ? arena_printf(show->arena, _("%s %% of %s"), show_percent(show, share),
                               flow)
                : arena_printf(show->arena, _("%s %% of trade"),
                               show_percent(show, share));
}

const char *mark_words(const struct frame *frame, const struct show *show, int cols)
{
    const struct frame_marked *marked = &frame->marked;
    struct arena *arena = show->arena;
    struct value share;
    const char *text;
    int room;

    if (!marked->count)
        return _("nothing is marked");
    text = arena_printf(arena, _("%zu marked"), marked->count);
    if (marked->on_display < marked->count)
        text = arena_printf(arena, _("%s, %zu not on display"), text,
                            marked->count - marked->on_display);
    if (marked->has_groups)
        return arena_printf(arena, _("%s: groups overlap and are not added up"), text);
    room = cols - text_width(text) - text_width(show->unit) - 7;
    text = join(text, _(": sum "),
                arena_printf(arena, "%s %s",
                             flows_within(frame, &marked->sum, show, room), show->unit),
                cols, arena);
    share = frame_value(frame, &marked->sum, (struct column_spec){INDICATOR_SHARE, 0});
    if (value_is_number(share))
        text = join(text, _("; "), share_words(frame, show, share), cols, arena);
    room = cols - text_width(text) - 10;
    return join(text, _("; average "),
                flows_within(frame, &marked->average, show, room), cols, arena);
}
