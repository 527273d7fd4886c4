/*
 * The format of delimited tables: CSV, TSV and the like, of any publisher that LAYOUTS
 * knows.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/format.h"
#include "core/load/table_figures.h"

#include <string.h>

/* "2021.csv and 2 more"; a folder's path may end with its slash. */
static const char *name_of(const struct dataset *dataset, struct arena *arena)
{
    const char *name = text_file_name(dataset->path);

    if (!*name)
        return dataset->path;
    if (dataset->file_count < 2 || strcmp(dataset->path, dataset->files[0]) != 0)
        return name;
    return arena_printf(arena, "%s and %u more", name, dataset->file_count - 1);
}

/* The publisher's name for it, the line above the head of a table that is no
 * publisher's, or the file's name. */
static const char *title_of(const struct table_reader *reader)
{
    const struct layout_ops *layout = reader->layout;

    if (layout->title)
        return layout->title;
    if (layout->finds_dimensions && reader->headings.title &&
        reader->dataset->file_count < 2)
        return reader->headings.title;
    return name_of(reader->dataset, reader->arena);
}

bool table_finish(void *files)
{
    struct table_reader *reader = ((struct table_files *)files)->reader;
    const struct layout_ops *layout = reader->layout;
    struct dataset *dataset = reader->dataset;
    struct label note = {0};

    if (label_is_empty(&dataset->title))
        label_add(&dataset->title, reader->arena, "", title_of(reader));
    if (layout->publisher && label_is_empty(&dataset->publisher))
        label_add(&dataset->publisher, reader->arena, "", layout->publisher);
    if (layout->note && !(reader->answers && reader->answers->map_count)) {
        label_add(&note, reader->arena, "", layout->note);
        builder_note(reader->builder, note);
    }
    if (!table_settle_dates(reader))
        return false;
    builder_settle_frequency(reader->builder);
    table_give_stated(reader);
    table_take_names(reader);
    table_finish_members(reader);
    table_find_breaks(reader);
    return true;
}

/* More than the one that was read. */
static void add_samples(struct table_reader *reader)
{
    struct table_samples more =
        table_samples_read(reader->table, SAMPLE_ROWS - 1, reader->arena);
    struct table_row *rows =
        ARENA_ARRAY(reader->arena, struct table_row, more.count + 1);

    rows[0] = reader->samples.rows[0];
    memcpy(rows + 1, more.rows, more.count * sizeof(*rows));
    reader->samples = (struct table_samples){rows, more.count + 1};
}

/* The first rows are looked at before columns are decided on, and read after that. */
static void read_samples(struct table_reader *reader)
{
    size_t max = table_bare_is_likely(reader) || table_points_are_doubtful(reader) ||
                         table_names_are_doubtful(reader) ||
                         reader->layout->skips_other_flows
                     ? SAMPLE_ROWS
                     : 1;
    const struct table_row *first;

    reader->samples = table_samples_read(reader->table, max, reader->arena);
    if (max == 1 && table_years_are_doubtful(reader))
        add_samples(reader);
    first = reader->samples.rows;
    reader->sample = reader->samples.count ? first->fields : NULL;
    reader->sample_count = reader->samples.count ? first->count : 0;
}

/* The reader of the first file, with what does not change from file to file. */
static struct table_reader *make_reader(const struct load_limits *limits,
                                        struct builder *builder)
{
    struct dataset *dataset = builder_dataset(builder);
    struct table_reader *reader = ARENA_NEW(&dataset->arena, struct table_reader);

    *reader = (struct table_reader){.builder = builder,
                                    .dataset = dataset,
                                    .diags = builder_diags(builder),
                                    .arena = &dataset->arena,
                                    .answers = limits->answers,
                                    .progress = limits->progress,
                                    .lists = limits->lists,
                                    .threads = limits->threads};
    reader->open = limits->open ? limits->open : &reader->unasked;
    reader->declared_count = dataset->dimension_count;
    reader->signs = limits->signs ? limits->signs : &reader->own_signs;
    if (limits->answers && limits->answers->decimal)
        *reader->signs = (struct decimal_signs){.sign = limits->answers->decimal,
                                                .is_answered = true};
    reader->is_row_by_row = limits->is_row_by_row || reader->signs->is_row_by_row;
    builder_merge_rows(builder);
    if (limits->answers && limits->answers->revises)
        builder_revise_in_order(builder);
    if (limits->answers)
        builder_repeats(builder, limits->answers->repeats);
    reader->dates.order = limits->answers ? limits->answers->dates : DATES_OPEN;
    reader->dates.is_answered = reader->dates.order != DATES_OPEN;
    return reader;
}

/* What the file does not say, and is taken for said by whose table it is. */
static void say_usual_unit(struct table_reader *reader)
{
    const struct layout_ops *layout = reader->layout;
    char shown[UNIT_SHOWN_MAX];
    struct unit stated = {0};

    if (!layout->has_usual_unit ||
        table_unit_before(&reader->headings, &stated, reader->arena) ||
        (reader->answers && reader->answers->unit.kind != UNIT_NONE))
        return;
    diag_note(reader->diags, (struct source_pos){reader->name, reader->heading_line, 1},
              N_("the file does not say its unit; it looks like a table of %s, whose "
                 "figures are in %s; --unit=%s:%d says so, and another unit too"),
              layout->name, unit_show(shown, layout->unit, layout->unit.scale),
              layout->unit.code, layout->unit.scale);
}

static bool has_stopped(const struct load_progress *progress)
{
    return progress && progress->has_stopped;
}

/* The reason was reported; that it is the encoding can be answered. */
static bool fail_whole(struct table_reader *reader)
{
    reader->open->encoding =
        reader->open->encoding || table_has_bad_text(reader->table);
    return false;
}

static bool find_layout(struct table_reader *reader)
{
    const struct layout_ops *before = reader->layout;

    reader->layout =
        table_find_head(reader->table, &reader->headings, &reader->heading_line,
                        reader->answers, reader->arena);
    if (!reader->layout && has_stopped(reader->progress)) {
        reader->layout = before; /* of the files before this one */
        return false;
    }
    if (!reader->layout && !table_is_whole(reader->table))
        return fail_whole(reader);
    if (!reader->layout && !reader->headings.count)
        return diag_error(reader->diags, (struct source_pos){.file = reader->name},
                          "there is no list of records in it");
    if (!reader->layout)
        return table_say_unknown(reader);
    read_samples(reader);
    reader->layout = layout_of_row(reader->layout, &reader->headings, reader->sample,
                                   reader->sample_count);
    if (before && before != reader->layout)
        return diag_error(reader->diags, (struct source_pos){.file = reader->name},
                          "cannot be one dataset with %s: this is a table of %s, that "
                          "one of %s",
                          reader->first_name, reader->layout->name, before->name);
    reader->bare_figure = SIZE_MAX;
    return reader->layout != &layout_bare || table_bare_settle(reader);
}

bool table_read_from(struct table *table, const char *name,
                     const struct load_limits *limits, struct builder *builder,
                     struct table_reader **state)
{
    size_t rows_before = builder_dataset(builder)->observation_count;
    size_t errors_before = builder_diags(builder)->count[SEVERITY_ERROR];
    struct table_reader *reader = *state;

    if (!reader)
        *state = reader = make_reader(limits, builder);
    reader->is_first = !reader->first_name;
    if (reader->is_first)
        reader->first_name = name;
    reader->table = table;
    reader->name = name;
    if (!find_layout(reader))
        return false;
    reader->column_count = reader->headings.count;
    if (!table_plan_columns(reader))
        return false;
    if (!reader->is_first && !table_fits_first(reader))
        return false;
    table_look_at_points(reader);
    table_take_release(reader);
    reader->dataset->is_ytd = reader->dataset->is_ytd || reader->layout->is_ytd;
    if (reader->is_first)
        say_usual_unit(reader);
    table_say_bare(reader);
    table_say_understood(reader);
    table_say_hidden(reader);
    table_read_rows(reader);
    if (!table_is_whole(reader->table))
        return fail_whole(reader);
    table_say_cut(reader, rows_before);
    if (!table_has_figures(reader, rows_before) && !has_stopped(reader->progress) &&
        reader->diags->count[SEVERITY_ERROR] == errors_before)
        return reader->deleted_count == reader->row_count && reader->row_count
                   ? table_sdmx_say_deleted(reader)
                   : diag_error(reader->diags,
                                (struct source_pos){.file = reader->name},
                                "the table has a head, but no row that can be read");
    return true;
}

struct delimited {
    struct table_files files;
    struct table *table;
};

static bool table_read(struct bytes *bytes, const struct load_limits *limits,
                       struct builder *builder, void **state)
{
    struct arena *arena = &builder_dataset(builder)->arena;
    struct delimited *delimited = (struct delimited *)*state;
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    if (!delimited)
        *state = delimited = ARENA_NEW(arena, struct delimited);
    table_close(delimited->table);
    delimited->table = table_open(bytes, table_separator(head, size),
                                  limits->string_bytes, arena, builder_diags(builder));
    return table_read_from(delimited->table, bytes->name, limits, builder,
                           &delimited->files.reader);
}

static void table_format_close(void *state)
{
    if (state)
        table_close(((struct delimited *)state)->table);
}

const struct format_ops format_table = {
    .name = "table",
    .recognises = table_recognises,
    .is_certain = table_is_certain,
    .read = table_read,
    .finish = table_finish,
    .key = table_key,
    .close = table_format_close,
};
