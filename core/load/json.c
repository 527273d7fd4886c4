/*
 * The format of JSON: records under the names that the same publisher's tables have, or
 * a list of lists whose first is the head. UN Comtrade and the US Census Bureau answer
 * so; LAYOUTS says what the names mean.
 */
#include "core/load/format.h"
#include "core/load/json_records.h"
#include "core/load/no_data.h"
#include "core/load/table_reader.h"

#include <string.h>

static size_t skip_blanks(const char *head, size_t size, size_t at)
{
    while (at < size && strchr(" \t\r\n", head[at]) && head[at])
        at++;
    return at;
}

/* A data file of ours may be written as JSON too: it is YAML then. */
static bool is_ours(const char *head, size_t size)
{
    static const char word[] = "entrepot";

    for (size_t at = 0; at + sizeof(word) <= size; at++)
        if (memcmp(head + at, word, sizeof(word) - 1) == 0)
            return true;
    return false;
}

/* A bracket, and behind it what YAML would rarely have there: {"key or [{ or [[. */
static bool json_recognises(const char *head, size_t size)
{
    size_t at = size >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    size_t next;

    at = skip_blanks(head, size, at);
    next = skip_blanks(head, size, at + 1);
    if (next >= size || is_ours(head, size))
        return false;
    if (head[at] == '{')
        return head[next] == '"' || head[next] == '}';
    return head[at] == '[' && (head[next] == '{' || head[next] == '[' ||
                               head[next] == '"' || head[next] == ']');
}

/* The layout of its first records, and their headings in the arena; NULL: none that is
 * known. */
static const struct layout_ops *look_at(const char *head, size_t size,
                                        struct headings *headings, struct arena *arena)
{
    struct diag_list unheard = {.arena = arena};
    const struct layout_ops *layout;
    struct json_records *records;
    struct bytes bytes;
    size_t line;

    if (!json_recognises(head, size))
        return NULL;
    bytes_open_memory(&bytes, "", head, size, size, &unheard);
    records = json_records_open(&bytes, &load_limits_default, arena, &unheard);
    layout = table_find_head(table_over(json_records_source(records), arena), headings,
                             &line, NULL, arena);
    json_records_close(records);
    bytes_close(&bytes);
    return layout;
}

static bool json_is_certain(const char *head, size_t size)
{
    struct arena arena = {0};
    struct headings headings;
    bool is_known = look_at(head, size, &headings, &arena) != NULL;

    arena_clear(&arena);
    return is_known;
}

static const char *json_key(const char *head, size_t size, struct arena *arena)
{
    struct headings headings;
    const struct layout_ops *layout = look_at(head, size, &headings, arena);

    return layout ? table_key_of(layout, &headings, arena) : NULL;
}

struct json {
    struct table_files files;
    struct json_records *records;
};

/* False after reporting that it is an answer without data, in its own words. */
static bool say_answer(struct bytes *bytes, struct arena *arena,
                       struct diag_list *diags)
{
    const char *head;
    size_t size = bytes_peek(bytes, &head);
    const char *message = no_data_json_message(head, size, arena);

    return !message ||
           diag_error(diags, (struct source_pos){.file = bytes->name},
                      "there is no list of records in it; it says: '%s'", message);
}

static bool json_read(struct bytes *bytes, const struct load_limits *limits,
                      struct builder *builder, void **state)
{
    struct arena *arena = &builder_dataset(builder)->arena;
    struct json *json = (struct json *)*state;

    if (!say_answer(bytes, arena, builder_diags(builder)))
        return false;
    if (!json)
        *state = json = ARENA_NEW(arena, struct json);
    if (json->records)
        json_records_close(json->records);
    json->records = json_records_open(bytes, limits, arena, builder_diags(builder));
    return table_read_from(table_over(json_records_source(json->records), arena),
                           bytes->name, limits, builder, &json->files.reader);
}

static void json_close(void *state)
{
    if (state && ((struct json *)state)->records)
        json_records_close(((struct json *)state)->records);
}

const struct format_ops format_json = {
    .name = "JSON",
    .recognises = json_recognises,
    .is_certain = json_is_certain,
    .read = json_read,
    .finish = table_finish,
    .key = json_key,
    .close = json_close,
};
