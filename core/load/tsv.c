/*
 * The TSV form of Eurostat: the first column has the codes of all dimensions, apart by
 * commas, under a heading such as "freq,unit,geo\TIME_PERIOD"; the others are periods,
 * with flags behind the figures ("628 e", ": c").
 */
#include "core/load/format.h"
#include "core/load/table_reader.h"

#include <string.h>

enum { PARTS_MAX = 32 };

struct tsv {
    struct table_files files;
    struct table *table;
    struct builder_text *fields;
    size_t capacity;
    size_t part_count; /* of the head's first column */
    struct arena *arena;
};

/* Where the heading of the dimensions ends, SIZE_MAX when it is none. */
static size_t dimensions_end(struct builder_text heading)
{
    const char *mark =
        heading.length ? memchr(heading.text, '\\', heading.length) : NULL;
    size_t left = mark ? heading.length - (size_t)(mark - heading.text) : 0;

    if (left < 5 || (memcmp(mark, "\\TIME", 5) != 0 && memcmp(mark, "\\time", 5) != 0))
        return SIZE_MAX;
    return heading.length - left;
}

static bool tsv_recognises(const char *head, size_t size)
{
    const char *end = memchr(head, '\t', size);
    struct builder_text first = {head, end ? (size_t)(end - head) : 0, {0}};

    return end && !memchr(head, '\n', first.length) &&
           dimensions_end(first) != SIZE_MAX;
}

static size_t split(struct builder_text text, struct builder_text *parts)
{
    size_t count = 0;
    size_t from = 0;

    for (size_t i = 0; i <= text.length && count < PARTS_MAX; i++) {
        if (i < text.length && text.text[i] != ',')
            continue;
        parts[count++] =
            (struct builder_text){text.text + from,
                                  i - from,
                                  {text.at.file, text.at.line, text.at.column + from}};
        from = i + 1;
    }
    return count;
}

static struct builder_text *room_for(struct tsv *tsv, size_t count)
{
    if (count > tsv->capacity) {
        tsv->capacity = 2 * count;
        tsv->fields = ARENA_ARRAY(tsv->arena, struct builder_text, tsv->capacity);
    }
    return tsv->fields;
}

/* The row with its first field taken apart; one with fewer parts has fewer fields, and
 * is then left out like any row of another width. */
static bool tsv_next(void *state, struct table_row *row)
{
    struct tsv *tsv = (struct tsv *)state;
    struct builder_text first;
    size_t parts;

    if (!table_next(tsv->table, row))
        return false;
    room_for(tsv, row->count + PARTS_MAX);
    first = row->fields[0];
    if (!tsv->part_count && dimensions_end(first) != SIZE_MAX)
        first.length = dimensions_end(first);
    parts = split(first, tsv->fields);
    if (!tsv->part_count)
        tsv->part_count = parts;
    memcpy(tsv->fields + parts, row->fields + 1,
           (row->count - 1) * sizeof(*tsv->fields));
    row->fields = tsv->fields;
    row->count += parts - 1;
    return true;
}

static bool tsv_is_whole(const void *state)
{
    return table_is_whole(((const struct tsv *)state)->table);
}

static bool tsv_read(struct bytes *bytes, const struct load_limits *limits,
                     struct builder *builder, void **state)
{
    struct arena *arena = &builder_dataset(builder)->arena;
    struct tsv *tsv = (struct tsv *)*state;

    if (!tsv)
        *state = tsv = ARENA_NEW(arena, struct tsv);
    table_close(tsv->table);
    tsv->arena = arena;
    tsv->part_count = 0;
    tsv->table =
        table_open(bytes, '\t', limits->string_bytes, arena, builder_diags(builder));
    return table_read_from(
        table_over((struct table_source){tsv_next, tsv_is_whole, tsv}, arena),
        bytes->name, limits, builder, &tsv->files.reader);
}

static void tsv_close(void *state)
{
    if (state)
        table_close(((struct tsv *)state)->table);
}

const struct format_ops format_tsv = {
    .name = "Eurostat TSV",
    .recognises = tsv_recognises,
    .read = tsv_read,
    .finish = table_finish,
    .close = tsv_close,
};
