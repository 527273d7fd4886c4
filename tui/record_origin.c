#include "tui/record_origin.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/record.h"

/* "2,545,460 (table.yaml:30)", in the unit of the file. */
static const char *stated_words(const struct dataset *file, size_t measure,
                                size_t observation, struct arena *arena)
{
    char text[NUMBER_SHOWN_MAX];
    struct value value;

    if (observation == SIZE_MAX)
        return _("nothing");
    value = dataset_value(file, measure, observation);
    if (!value_is_number(value))
        return _(absence_words(value.absence));
    value.number = number_scale(value.number, -file->measure[measure].unit.scale);
    return arena_printf(arena, "%s (%s:%u)", number_print(text, value.number),
                        text_file_name(file->path),
                        sequence_get(&file->line, observation));
}

static const char *difference_words(const struct frame *frame,
                                    const struct frame_row *row, size_t measure,
                                    struct arena *arena)
{
    const struct dataset *file = frame->dataset->fine;
    struct record_difference found = record_difference_find(frame, row);
    const char *now = stated_words(file, measure, found.now, arena);
    const char *before = stated_words(file, measure, found.before, arena);

    return arena_printf(arena, _("derived: stated for the year to date %s, less %s"),
                        now, before);
}

const char *record_origin_words(const struct frame *frame, const struct frame_row *row,
                                size_t measure, struct arena *arena)
{
    struct column_spec spec = {INDICATOR_FIGURE, measure};
    enum origin origin = frame_value(frame, row, spec).origin;

    if (!frame->dataset->fine || origin == ORIGIN_PUBLISHED || origin == ORIGIN_NONE)
        return NULL;
    if (origin == ORIGIN_DERIVED && row->kind != ROW_UNALLOCATED)
        return difference_words(frame, row, measure, arena);
    return frame->dataset->fine->is_ytd
               ? _("the sum of differences of figures of the year to date")
               : _("the sum of the file's own periods within this one");
}

bool record_is_stated_to_date(const struct dataset *dataset)
{
    return dataset->fine && dataset->fine->is_ytd;
}

static const char *revised_words(const struct dataset *dataset,
                                 const struct superseded *old, struct arena *arena)
{
    const char *release = dataset_release(dataset, old->file);
    char number[NUMBER_SHOWN_MAX];

    return arena_printf(arena, "revises %s (%s:%u%s%s)",
                        old->absence == ABSENCE_NONE ? number_print(number, old->stated)
                                                     : absence_words(old->absence),
                        text_file_name(dataset->files[old->file]), old->line,
                        release ? ", released " : "", release ? release : "");
}

void record_write_revised(struct record_writer *writer, const struct dataset *dataset,
                          size_t measure, size_t observation)
{
    for (size_t i = 0; i < dataset->superseded_count; i++) {
        const struct superseded *old = &dataset->superseded[i];
        if (old->measure == measure && old->observation == observation)
            record_write(writer, 3, STYLE_WARNING,
                         revised_words(dataset, old, writer->arena));
    }
}
