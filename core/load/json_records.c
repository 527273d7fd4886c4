#include "core/load/json_records.h"

#include "core/base/block.h"
#include "core/base/dict.h"
#include "core/load/json_stream.h"

#include <string.h>

/* Records that are read before the headings are settled; the way to a key. */
enum { AHEAD_MAX = 64, PATH_MAX_BYTES = 1024 };

/* The value of one column in the record that is read. */
struct slot {
    size_t offset; /* in `texts` */
    size_t length;
    struct source_pos at;
    bool is_set;
};

/* A record that was read before the headings were settled. */
struct kept {
    struct builder_text *fields;
    size_t count;
    size_t line;
};

struct json_records {
    struct json_stream *stream;
    const struct load_limits *limits;
    struct arena *arena;
    struct diag_list *diags;
    const char *name;

    size_t depth;
    bool is_list[JSON_DEPTH_MAX + 1]; /* by depth: of what is open */
    size_t path_length[JSON_DEPTH_MAX + 1];
    char path[PATH_MAX_BYTES]; /* of the key in the record: "country." */
    size_t path_used;
    size_t record; /* depth of the record that is open, 0: none */
    size_t list;   /* depth of the list of records, 0: none was met */
    bool is_list_over;
    bool has_keys; /* the records are objects */

    struct dict keys; /* the columns */
    struct source_pos first_at;
    size_t next_column; /* where the next value most likely belongs */
    bool are_keys_settled;
    size_t late_key_count;

    struct slot *slots; /* by column */
    size_t slot_capacity;
    size_t used; /* columns of the record, or of all records before */
    char *texts;
    size_t texts_capacity;
    size_t texts_used;
    size_t line; /* of the record */
    bool is_ready;

    struct kept ahead[AHEAD_MAX];
    size_t ahead_count;
    size_t ahead_given;
    bool was_opened;
    bool was_head_given;
    struct builder_text *fields; /* of the row that is given */
    size_t field_capacity;
};

static bool is_record_list(const struct json_records *records)
{
    return records->depth > 0 && records->is_list[records->depth];
}

/* A list one further in, behind no more than one object, is the one that is meant:
 * [{"page": 1}, [{...}, {...}]]. So is one that comes after a list of one. */
static bool accepts_list(struct json_records *records)
{
    if (!records->list)
        records->list = records->depth;
    if (records->list == records->depth && !records->is_list_over)
        return true;
    if (records->are_keys_settled || records->ahead_count > 1 ||
        records->depth < records->list)
        return false;
    records->list = records->depth;
    records->is_list_over = false;
    records->ahead_count = 0;
    dict_close(&records->keys);
    records->keys = (struct dict){0};
    return true;
}

static void begin_record(struct json_records *records, bool has_keys)
{
    struct source_pos at = json_stream_at(records->stream);

    if (!accepts_list(records))
        return;
    if (!records->ahead_count) {
        records->has_keys = has_keys;
        records->first_at = at;
    }
    if (records->has_keys != has_keys)
        return;
    records->record = records->depth + 1;
    records->line = at.line;
    records->texts_used = 0;
    records->path_used = 0;
    records->next_column = 0;
    records->used = has_keys ? records->keys.count : 0;
    for (size_t i = 0; i < records->used; i++)
        records->slots[i].is_set = false;
}

/* Whether values are read here: in the record, not in a list inside it. */
static bool is_in_columns(const struct json_records *records)
{
    for (size_t i = records->record + 1; records->record && i <= records->depth; i++)
        if (records->is_list[i])
            return false;
    return records->record > 0;
}

static void grow_slots(struct json_records *records, size_t count)
{
    struct slot *grown;
    size_t capacity = records->slot_capacity ? records->slot_capacity * 2 : 64;

    if (count <= records->slot_capacity)
        return;
    grown = ARENA_ARRAY(records->arena, struct slot, capacity);
    if (records->used)
        memcpy(grown, records->slots, records->used * sizeof(*grown));
    records->slots = grown;
    records->slot_capacity = capacity;
}

/* The column of a key; records mostly have theirs in the same order. */
static size_t column_of(struct json_records *records, const char *key, size_t length)
{
    const struct dict *keys = &records->keys;
    size_t next = records->next_column;
    uint32_t found;

    if (next < keys->count && strncmp(keys->text[next], key, length) == 0 &&
        keys->text[next][length] == '\0')
        return next;
    found = dict_find(&records->keys, key, length);
    if (found != DICT_NONE)
        return found;
    if (records->are_keys_settled) {
        if (!records->late_key_count++)
            diag_warning(records->diags, json_stream_at(records->stream),
                         "the key '%.*s' is left out: it is not in the first %d "
                         "records",
                         (int)(length < 60 ? length : 60), key, AHEAD_MAX);
        return SIZE_MAX;
    }
    if (keys->count == TABLE_FIELD_MAX) {
        json_stream_fail(records->stream, "the record has too many keys for a table");
        return SIZE_MAX;
    }
    return dict_add(&records->keys, records->arena, key, length);
}

static void on_key(void *reader, const char *text, size_t length)
{
    struct json_records *records = reader;

    if (!is_in_columns(records))
        return;
    records->path_used = records->path_length[records->depth];
    if (records->path_used + length + 2 > PATH_MAX_BYTES) {
        json_stream_fail(records->stream, "the key is too long");
        return;
    }
    memcpy(records->path + records->path_used, text, length);
    records->path_used += length;
    records->path[records->path_used++] = '.';
}

static void keep_text(struct json_records *records, const char *text, size_t length)
{
    if (records->texts_used + length > records->limits->string_bytes) {
        json_stream_fail(records->stream, "the record is too long for a table");
        return;
    }
    if (records->texts_used + length > records->texts_capacity)
        records->texts =
            block_grow(records->texts, &records->texts_capacity,
                       2 * (records->texts_used + length) + 4096, records->arena);
    if (length)
        memcpy(records->texts + records->texts_used, text, length);
    records->texts_used += length;
}

static void on_value(void *reader, const char *text, size_t length)
{
    struct json_records *records = reader;
    size_t column = records->used;

    if (!is_in_columns(records))
        return;
    if (records->has_keys)
        column = column_of(records, records->path, records->path_used - 1);
    if (column == SIZE_MAX)
        return;
    if (column >= TABLE_FIELD_MAX) {
        json_stream_fail(records->stream, "the row has too many fields for a table");
        return;
    }
    grow_slots(records, column + 1);
    for (; records->used <= column; records->used++)
        records->slots[records->used].is_set = false;
    records->slots[column] = (struct slot){records->texts_used, length,
                                           json_stream_at(records->stream), true};
    records->next_column = column + 1;
    keep_text(records, text, length);
}

static void on_open(void *reader, bool is_list)
{
    struct json_records *records = reader;
    bool is_in_record = records->record > 0;

    /* It keeps its place in a row that is a list. */
    if (is_in_record && !records->has_keys && is_list)
        on_value(records, "", 0);
    /* A list of lists of objects: the list that was taken for a record is none. */
    if (is_in_record && !records->has_keys && !is_list) {
        records->record = 0;
        is_in_record = false;
    }
    if (!is_in_record && is_record_list(records))
        begin_record(records, !is_list);
    records->depth++;
    records->is_list[records->depth] = is_list;
    records->path_length[records->depth] = records->path_used;
}

static void on_close(void *reader, bool is_list)
{
    struct json_records *records = reader;
    size_t depth = records->depth--;

    if (records->record == depth) {
        records->record = 0;
        records->is_ready = true;
    } else if (is_list && !records->record && records->list == depth) {
        records->is_list_over = true;
    }
    if (depth > 1)
        records->path_used = records->path_length[depth - 1];
}

static const struct json_events events = {on_open, on_close, on_key, on_value};

/* Reads on to the end of the next record; false at the end. */
static bool read_record(struct json_records *records)
{
    records->is_ready = false;
    while (!records->is_ready)
        if (!json_stream_feed(records->stream, &events, records))
            return false;
    return true;
}

/* The record as fields, one for each column that there is by now. */
static size_t give_fields(const struct json_records *records,
                          struct builder_text *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct slot *slot = &records->slots[i];
        bool is_set = i < records->used && slot->is_set;
        fields[i] = (struct builder_text){
            .text = is_set && slot->length ? records->texts + slot->offset : "",
            .length = is_set ? slot->length : 0,
            .at = is_set ? slot->at
                         : (struct source_pos){records->name, records->line, 1}};
    }
    return count;
}

static void keep_ahead(struct json_records *records)
{
    struct kept *kept = &records->ahead[records->ahead_count++];

    kept->fields = ARENA_ARRAY(records->arena, struct builder_text, records->used + 1);
    kept->count = give_fields(records, kept->fields, records->used);
    kept->line = records->line;
    for (size_t i = 0; i < kept->count; i++)
        kept->fields[i].text =
            arena_copy(records->arena, kept->fields[i].text, kept->fields[i].length);
}

/* Whether there is a list of records; headings are settled afterwards. */
static bool read_ahead(struct json_records *records)
{
    while (records->ahead_count < AHEAD_MAX && read_record(records))
        keep_ahead(records);
    records->are_keys_settled = true;
    return records->ahead_count > 0;
}

static void give_head(struct json_records *records, struct table_row *row)
{
    size_t count = records->keys.count;
    struct builder_text *fields =
        ARENA_ARRAY(records->arena, struct builder_text, count + 1);

    for (size_t i = 0; i < count; i++)
        fields[i] = (struct builder_text){
            records->keys.text[i], strlen(records->keys.text[i]), records->first_at};
    *row = (struct table_row){fields, count, records->first_at.line};
}

static struct builder_text *room_for(struct json_records *records, size_t count)
{
    if (count > records->field_capacity) {
        records->field_capacity = 2 * count;
        records->fields =
            ARENA_ARRAY(records->arena, struct builder_text, records->field_capacity);
    }
    return records->fields;
}

/* A record that was kept, with empty fields for keys that came after it. */
static void give_kept(struct json_records *records, struct table_row *row)
{
    const struct kept *kept = &records->ahead[records->ahead_given++];
    size_t count = records->has_keys ? records->keys.count : kept->count;
    struct builder_text *fields = room_for(records, count + 1);

    for (size_t i = 0; i < count; i++)
        fields[i] = i < kept->count
                        ? kept->fields[i]
                        : (struct builder_text){"", 0, {records->name, kept->line, 1}};
    *row = (struct table_row){fields, count, kept->line};
}

static bool records_next(void *state, struct table_row *row)
{
    struct json_records *records = state;
    size_t count;

    if (!records->was_opened) {
        records->was_opened = true;
        if (!read_ahead(records))
            return false;
    }
    if (records->has_keys && !records->was_head_given) {
        records->was_head_given = true;
        give_head(records, row);
        return true;
    }
    if (records->ahead_given < records->ahead_count) {
        give_kept(records, row);
        return true;
    }
    if (!read_record(records))
        return false;
    count = records->has_keys ? records->keys.count : records->used;
    *row = (struct table_row){room_for(records, count + 1), 0, records->line};
    row->count = give_fields(records, records->fields, count);
    return true;
}

static bool records_are_whole(const void *state)
{
    return json_stream_is_whole(((const struct json_records *)state)->stream);
}

struct table_source json_records_source(struct json_records *records)
{
    return (struct table_source){records_next, records_are_whole, records};
}

struct json_records *json_records_open(struct bytes *bytes,
                                       const struct load_limits *limits,
                                       struct arena *arena, struct diag_list *diags)
{
    struct json_records *records = ARENA_NEW(arena, struct json_records);

    records->stream = json_stream_open(bytes, limits, arena, diags);
    records->limits = limits;
    records->arena = arena;
    records->diags = diags;
    records->name = bytes->name;
    /* As if there were brackets round them. */
    if (json_stream_has_lines(records->stream))
        on_open(records, true);
    return records;
}

void json_records_close(struct json_records *records)
{
    json_stream_close(records->stream);
    dict_close(&records->keys);
    block_close(records->texts, records->texts_capacity);
    records->texts = NULL;
}
