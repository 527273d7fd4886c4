#include "core/load/yaml_data.h"

#include "core/base/number.h"
#include "core/load/code_lists.h"
#include "core/load/encoding.h"
#include "core/load/roles.h"

#include <string.h>

/* Another file than one beside it would let a dataset from elsewhere read anything. */
static bool check_name(struct reader *reader, const struct builder_text *name)
{
    if (name->length && !strchr(name->text, '/') && strcmp(name->text, "..") != 0 &&
        strcmp(name->text, "-") != 0)
        return true;
    return diag_error_span(reader->diags, name->at, builder_span(*name),
                           "'%.60s' is no file in the folder of this one", name->text);
}

static void add_name(struct reader *reader, const struct builder_text *name)
{
    struct yaml_data *data = reader->data;

    if (check_name(reader, name))
        paths_append(&data->names, name->text, reader->arena);
}

void read_data(struct reader *reader, void *unused)
{
    struct builder_text name;

    (void)unused;
    if (stream_node(reader->stream)->kind == NODE_TEXT) {
        if (read_text(reader, &name))
            add_name(reader, &name);
        return;
    }
    if (!items_open(reader, "a file, or a list of files: [2023.csv, 2024.csv]"))
        return;
    while (items_next(reader))
        if (read_text(reader, &name))
            add_name(reader, &name);
}

static void add_map(struct reader *reader, const struct role_word *role,
                    struct load_map map)
{
    struct load_answers *answers = &reader->data->answers;

    map.role = role;
    if (!role)
        return;
    if (answers->map_count == LOAD_MAP_MAX)
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'map' names too many columns");
    else
        answers->map[answers->map_count++] = map;
}

/* What the YAML calls a column: a role, a dimension or a measure of its own. */
static const struct role_word *role_of(struct reader *reader, const char *word)
{
    const struct role_word *known = role_find(word, strlen(word));
    struct role_word *own;

    if (known)
        return known;
    own = ARENA_NEW(reader->arena, struct role_word);
    own->word = own->of = word;
    if (dataset_dimension(reader->dataset, word) != SIZE_MAX)
        own->role = ROLE_CODE;
    else if (dataset_measure(reader->dataset, word) != SIZE_MAX)
        own->role = ROLE_FIGURE;
    else
        return NULL;
    return own;
}

void read_map(struct reader *reader, void *unused)
{
    struct builder_text name;
    struct builder_text column;

    (void)unused;
    if (!names_open(reader, "a column for each role: {exports: Value, period: Year}"))
        return;
    while (names_next(reader, &name)) {
        const struct role_word *role = role_of(reader, name.text);
        if (!role)
            diag_error_span(reader->diags, name.at, builder_span(name),
                            "'%.60s' is no role, and no dimension or measure that is "
                            "declared before",
                            name.text);
        if (read_text(reader, &column))
            add_map(reader, role,
                    (struct load_map){.column = column.text, .length = column.length});
    }
}

void read_decimal(struct reader *reader, void *unused)
{
    const char *word = read_string(reader);

    (void)unused;
    if (!decimal_read(word, &reader->data->answers.decimal))
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'decimal' is comma or point");
}

void read_repeats(struct reader *reader, void *unused)
{
    const char *word = read_string(reader);

    (void)unused;
    if (!repeats_read(word, &reader->data->answers.repeats))
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'repeats' is once or add");
}

/* Of the observations of the file itself too; --periods wins. */
void read_periods(struct reader *reader, void *unused)
{
    const char *word = read_string(reader);
    enum frequency frequency;

    (void)unused;
    if (!periods_read(word, &frequency))
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'periods' is year, half, quarter, month, week or day");
    else if (!builder_wants_frequency(reader->builder))
        builder_keep_frequency(reader->builder, frequency);
}

void read_dates(struct reader *reader, void *unused)
{
    const char *word = read_string(reader);

    (void)unused;
    if (!dates_read(word, &reader->data->answers.dates))
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'dates' is dmy or mdy");
}

void read_encoding(struct reader *reader, void *unused)
{
    const char *word = read_string(reader);

    (void)unused;
    if (encoding_is_known(word))
        reader->data->answers.encoding = word;
    else
        diag_error(reader->diags, stream_node(reader->stream)->text.at,
                   "'%.60s' is no encoding that this system knows", word);
}

static void add_own(struct reader *reader, const char *id)
{
    struct load_map map = {.column = id, .length = strlen(id), .is_own = true};

    add_map(reader, role_of(reader, id), map);
}

/* Columns called like what the YAML declares need no map. */
static void add_own_columns(struct reader *reader)
{
    static const char *const fixed[] = {"period", "exports", "imports",
                                        "flag",   "note",    "vintage"};
    const struct dataset *dataset = reader->dataset;

    for (size_t i = 0; i < dataset->dimension_count; i++)
        add_own(reader, dataset->dimension[i].id);
    for (size_t i = 0; i < dataset->measure_count; i++)
        add_own(reader, dataset->measure[i].id);
    for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
        if (dataset_measure(dataset, fixed[i]) == SIZE_MAX)
            add_own(reader, fixed[i]);
}

/* The names as paths, which messages name too. */
static struct paths paths_beside(const struct reader *reader, const char *yaml)
{
    struct arena *arena = reader->diags->arena;
    const char *folder = path_folder(yaml, arena);
    struct paths paths = {0};

    for (size_t i = 0; i < reader->data->names.count; i++)
        paths_append(&paths,
                     arena_printf(arena, "%s%s", folder, reader->data->names.path[i]),
                     arena);
    return paths;
}

static const struct format_ops *format_of(struct bytes *bytes)
{
    static const struct format_ops *const tables[] = {&format_json, &format_table};
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
        if (tables[i]->recognises(head, size))
            return tables[i];
    return NULL;
}

static bool read_file(struct reader *reader, struct bytes *bytes)
{
    struct yaml_data *data = reader->data;
    const struct format_ops *format = format_of(bytes);

    if (bytes->has_failed)
        return false;
    if (data->limits.lists &&
        (data->names.count > 1 || source_is_archived(data->source)) &&
        code_lists_read(data->limits.lists, bytes, reader->arena))
        return true;
    if (!format && source_is_archived(data->source))
        return true;
    if (!format || (data->format && format != data->format))
        return diag_error(reader->diags, (struct source_pos){.file = bytes->name},
                          data->format ? "it is of another format than the files before"
                                       : "it is no table that can be read");
    data->format = format;
    builder_file(reader->builder, bytes->name);
    return format->read(bytes, &data->limits, reader->builder, &data->state);
}

static bool was_stopped(const struct yaml_data *data)
{
    return data->limits.progress && data->limits.progress->has_stopped;
}

bool yaml_data_read(struct reader *reader, const char *yaml_name)
{
    struct yaml_data *data = reader->data;
    struct paths paths;
    struct bytes *bytes;

    if (!data->names.count)
        return true;
    if (diag_has_errors(reader->diags))
        return false;
    add_own_columns(reader);
    data->answers.unit = reader->dataset->unit;
    data->answers.has_own_unit = true;
    data->limits = *reader->limits;
    data->limits.answers = &data->answers;
    data->limits.open = NULL;
    paths = paths_beside(reader, yaml_name);
    data->source = source_open(paths.path, paths.count, &data->limits, reader->arena,
                               reader->diags);
    if (data->limits.progress)
        atomic_fetch_add(&data->limits.progress->total,
                         paths_size(paths.path, paths.count));
    while (!was_stopped(data) && (bytes = source_next(data->source)))
        if (!read_file(reader, bytes) && !was_stopped(data))
            return false;
    if (was_stopped(data) && !reader->dataset->observation_count)
        return false;
    return !source_has_failed(data->source) && data->format &&
           data->format->finish(data->state);
}

void yaml_data_close(struct yaml_data *data)
{
    if (data->format)
        data->format->close(data->state);
    source_close(data->source);
}
