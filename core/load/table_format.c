/*
 * The format of delimited tables: CSV, TSV and the like, of any publisher that LAYOUTS
 * knows.
 */
#include "core/base/text.h"
#include "core/load/format.h"
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* Lines before the head that a publisher may put there. */
enum { PREAMBLE_MAX = 12 };

/* "OBS_VALUE: Observation value" is the code OBS_VALUE with its label. */
static size_t without_label(const char *text, size_t length)
{
    size_t code = 0;

    while (code < length && (isupper((unsigned char)text[code]) || text[code] == '_' ||
                             isdigit((unsigned char)text[code])))
        code++;
    return code && code + 1 < length && text[code] == ':' && text[code + 1] == ' '
               ? code
               : length;
}

/* Letters and digits alone, lower case; other bytes than ASCII stay. */
static char *fold_heading(const char *text, size_t length, struct arena *arena)
{
    char *folded = arena_copy(arena, text, length);
    size_t used = 0;

    length = without_label(text, length);

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte >= 0x80 || isalnum(byte))
            folded[used++] = (char)tolower(byte);
    }
    folded[used] = '\0';
    return folded;
}

/* A byte order mark belongs to no heading. */
static struct builder_text without_mark(struct builder_text text)
{
    if (text.length >= 3 && memcmp(text.text, "\xef\xbb\xbf", 3) == 0) {
        text.text += 3;
        text.length -= 3;
    }
    if (text.length >= 2 && text.text[0] == '"' && text.text[text.length - 1] == '"') {
        text.text++;
        text.length -= 2;
    }
    return text;
}

static struct headings headings_of(const struct table_row *row, struct arena *arena)
{
    struct builder_text *text = ARENA_ARRAY(arena, struct builder_text, row->count);
    const char **folded = ARENA_ARRAY(arena, const char *, row->count);
    size_t count = row->count;

    for (size_t i = 0; i < row->count; i++) {
        text[i] = without_mark(row->fields[i]);
        text[i].text = arena_copy(arena, text[i].text, text[i].length);
        folded[i] = fold_heading(text[i].text, text[i].length, arena);
    }
    while (count && !*folded[count - 1])
        count--;
    return (struct headings){text, folded, count};
}

/* Looks for a head among the first rows; the table stands behind it then. */
static const struct layout_ops *find_head(struct table *table,
                                          struct headings *headings, size_t *line,
                                          struct arena *arena)
{
    struct table_row row;

    for (int i = 0; i < PREAMBLE_MAX && table_next(table, &row); i++) {
        const struct layout_ops *layout;
        *headings = headings_of(&row, arena);
        *line = row.line;
        layout = layout_of(headings);
        if (layout)
            return layout;
    }
    return NULL;
}

/* A data file of ours says so at the beginning of a line; its rows look like a table.
 */
static bool is_ours(const char *head, size_t size)
{
    static const char word[] = "entrepot:";

    for (size_t at = 0; at + sizeof(word) <= size; at++) {
        const char *end;
        if (memcmp(head + at, word, sizeof(word) - 1) == 0)
            return true;
        end = memchr(head + at, '\n', size - at);
        if (!end)
            return false;
        at = (size_t)(end - head);
    }
    return false;
}

/* Whether the first lines have a head that some layout knows. */
static bool table_recognises(const char *head, size_t size)
{
    struct arena arena = {0};
    struct diag_list unheard = {.arena = &arena};
    struct bytes bytes;
    struct headings headings;
    char separator = table_separator(head, size);
    struct table *table;
    bool is_known = false;
    size_t line;

    if (!separator || is_ours(head, size))
        return false;
    bytes_open_memory(&bytes, "", head, size, size, &unheard);
    table = table_open(&bytes, separator, size, &arena, &unheard);
    is_known = find_head(table, &headings, &line, &arena) != NULL;
    table_close(table);
    bytes_close(&bytes);
    arena_clear(&arena);
    return is_known;
}

static void describe(struct table_reader *reader)
{
    const struct layout_ops *layout = reader->layout;
    struct dataset *dataset = reader->dataset;

    label_add(&dataset->title, reader->arena, "",
              layout->title ? layout->title : text_file_name(dataset->path));
    if (layout->publisher)
        label_add(&dataset->publisher, reader->arena, "", layout->publisher);
}

/* The first row is looked at before columns are decided on, and read after that. */
static void read_sample(struct table_reader *reader)
{
    struct builder_text *kept;
    struct table_row row;

    reader->sample = NULL;
    reader->sample_count = 0;
    if (!table_next(reader->table, &row))
        return;
    kept = ARENA_ARRAY(reader->arena, struct builder_text, row.count);
    for (size_t i = 0; i < row.count; i++) {
        kept[i] = row.fields[i];
        kept[i].text = arena_copy(reader->arena, kept[i].text, kept[i].length);
    }
    reader->sample = kept;
    reader->sample_count = row.count;
    reader->sample_line = row.line;
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
                                    .answers = limits->answers};
    if (limits->answers)
        reader->decimal = limits->answers->decimal;
    builder_merge_rows(builder);
    return reader;
}

static bool open_table(struct table_reader *reader, struct bytes *bytes,
                       const struct load_limits *limits)
{
    const struct layout_ops *before = reader->layout;
    const char *head;
    size_t size = bytes_peek(bytes, &head);

    table_close(reader->table);
    reader->name = bytes->name;
    reader->table = table_open(bytes, table_separator(head, size), limits->string_bytes,
                               reader->arena, builder_diags(reader->builder));
    reader->layout = find_head(reader->table, &reader->headings, &reader->heading_line,
                               reader->arena);
    if (!reader->layout)
        return false;
    if (before && before != reader->layout)
        return diag_error(reader->diags, (struct source_pos){.file = reader->name},
                          "cannot be one dataset with %s: this is a table of %s, that "
                          "one of %s",
                          reader->dataset->files[0], reader->layout->name,
                          before->name);
    reader->column_count = reader->headings.count;
    read_sample(reader);
    return true;
}

static bool table_read(struct bytes *bytes, const struct load_limits *limits,
                       struct builder *builder, void **state)
{
    struct table_reader *reader = (struct table_reader *)*state;
    size_t rows_before = builder_dataset(builder)->observation_count;
    bool is_first = !reader;

    if (is_first)
        *state = reader = make_reader(limits, builder);
    if (!open_table(reader, bytes, limits) || !table_plan_columns(reader))
        return false;
    if (is_first)
        describe(reader);
    else if (!table_fits_first(reader))
        return false;
    table_read_rows(reader);
    if (!table_is_whole(reader->table))
        return false;
    if (reader->dataset->observation_count == rows_before)
        return diag_error(reader->diags, (struct source_pos){.file = reader->name},
                          "the table has a head, but no row that can be read");
    return true;
}

static bool table_finish(void *state)
{
    table_finish_members((struct table_reader *)state);
    return true;
}

static void table_format_close(void *state)
{
    struct table_reader *reader = (struct table_reader *)state;

    if (reader)
        table_close(reader->table);
}

const struct format_ops format_table = {
    .name = "table",
    .recognises = table_recognises,
    .read = table_read,
    .finish = table_finish,
    .close = table_format_close,
};
