/*
 * The figures of a row. One that cannot be read is missing, and that is said; the row
 * stays, with what else it has.
 */
#include "core/load/table_figures.h"
#include "core/base/translate.h"

#include <string.h>

void table_keep_unreadable(struct table_reader *reader, struct source_pos at,
                           const char *message)
{
    struct dataset *dataset = reader->dataset;
    struct unreadable *one;

    diag_warning(reader->diags, at, "%s", message);
    if (dataset->unreadable_count == UNREADABLE_MAX)
        return;
    one = &dataset->unreadable[dataset->unreadable_count++];
    one->at = at;
    one->at.file = arena_copy(reader->arena, at.file, strlen(at.file));
    one->message = arena_copy(reader->arena, message, strlen(message));
}

/* Why it could not be read: no number, or one that may be two. */
static const char *why(const struct table_reader *reader, struct builder_text number,
                       struct builder_text text)
{
    struct arena *arena = reader->diags->arena;
    int length = (int)(text.length < 60 ? text.length : 60);

    if (!table_is_open_number(reader, number))
        return arena_printf(arena, _("figure left out: not a number: '%.*s'"), length,
                            text.text);
    if (!memchr(number.text, ',', number.length))
        return arena_printf(
            arena,
            _("figure left out: the point in '%.*s' may part thousands or decimals; "
              "--decimal=point or --decimal=comma says which"),
            length, text.text);
    return arena_printf(
        arena,
        _("figure left out: the comma in '%.*s' may part thousands or decimals; "
          "--decimal=point or --decimal=comma says which"),
        length, text.text);
}

static void give_unreadable(struct table_reader *reader, size_t measure,
                            struct builder_text number, struct builder_text text)
{
    reader->unreadable_count++;
    if (reader->unreadable_count <= UNREADABLE_MAX)
        table_keep_unreadable(reader, text.at, why(reader, number, text));
    builder_figure(reader->builder, measure, (struct builder_text){"?", 1, text.at});
}

/* A number, or a word for none; with a flag behind it where there was none before. */
static bool read_figure(struct table_reader *reader, size_t measure,
                        struct builder_text *text)
{
    struct builder_text whole = *text;

    reader->cut_flag.length = 0;
    if (reader->layout->has_wide_periods)
        *text = table_cut_flags(reader, measure, whole);
    if (table_number(reader, text))
        return true;
    if (!reader->layout->has_wide_periods && table_has_flag_behind(whole))
        *text = table_cut_flags(reader, measure, whole);
    if (reader->cut_flag.length)
        return table_number(reader, text);
    return table_read_marked(reader, measure, text);
}

bool table_give_figure(struct table_reader *reader, size_t measure,
                       struct builder_text text)
{
    struct builder_text number = text;

    if (measure == SIZE_MAX)
        return table_refuse(reader, text.at, _("no measure:"), text);
    /* Written so by a file of ours. */
    if (reader->is_own && text.length == 1 && *text.text == '?') {
        builder_figure(reader->builder, measure, text);
        return true;
    }
    if (!read_figure(reader, measure, &number) ||
        !table_shift(reader, &number, reader->row_scale + reader->unit_shift)) {
        give_unreadable(reader, measure, number, text);
        return true;
    }
    table_apply_status(reader, &number);
    builder_figure(reader->builder, measure, number);
    return true;
}

bool table_has_figures(const struct table_reader *reader, size_t first)
{
    const struct dataset *dataset = reader->dataset;

    if (dataset->observation_count == first)
        return false;
    for (size_t m = 0; m < dataset->measure_count && reader->unreadable_count; m++)
        for (size_t i = first; i < dataset->observation_count; i++)
            if (codes_get_sparse(&dataset->measure[m].absence, i) == ABSENCE_NONE)
                return true;
    return reader->unreadable_count == 0;
}

void table_say_unreadable(const struct table_reader *reader)
{
    if (reader->unreadable_count)
        diag_warning(reader->diags, (struct source_pos){.file = reader->name},
                     P_("%zu figure could not be read, and is missing",
                        "%zu figures could not be read, and are missing",
                        reader->unreadable_count),
                     reader->unreadable_count);
}
