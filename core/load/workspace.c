#include "core/load/workspace.h"

#include "core/base/translate.h"
#include "core/load/bytes.h"
#include "core/load/paths.h"
#include "core/load/yaml_stream.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES = 1 << 20 };

static const char mark[] = "entrepot-workspace";

struct reading {
    struct yaml_stream *stream;
    struct workspace *workspace;
    struct arena *arena;
    struct diag_list *diags;
    bool has_version;
};

/* Skips what says nothing: blanks, comments, the mark of a document. */
static const char *skip_silence(const char *at, const char *end)
{
    for (;;) {
        while (at < end && strchr(" \t\r\n", *at) && *at)
            at++;
        if (at < end && *at == '#')
            at = memchr(at, '\n', (size_t)(end - at));
        else if (end - at > 3 && memcmp(at, "---", 3) == 0)
            at += 3;
        else
            return at;
        if (!at)
            return end;
    }
}

bool workspace_is(const char *path)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct bytes *bytes = ARENA_NEW(&arena, struct bytes);
    bool is_one = false;
    const char *head;

    if (strcmp(path, "-") != 0 && bytes_open(bytes, path, path, SIZE_MAX, &diags)) {
        size_t size = bytes_peek(bytes, &head);
        const char *at = skip_silence(head, head + size);
        is_one = (size_t)(head + size - at) >= sizeof(mark) &&
                 memcmp(at, mark, sizeof(mark) - 1) == 0 && at[sizeof(mark) - 1] == ':';
    }
    if (bytes->name)
        bytes_close(bytes);
    arena_clear(&arena);
    return is_one;
}

static bool expected(struct reading *reading, const char *what)
{
    return diag_error(reading->diags, stream_node(reading->stream)->text.at,
                      "expected %s", translate(what));
}

/* The text of the current node, kept. */
static const char *text_of(const struct reading *reading)
{
    const struct node *node = stream_node(reading->stream);

    return arena_copy(reading->arena, node->text.text, node->text.length);
}

static void read_version(struct reading *reading)
{
    reading->has_version = true;
    if (stream_node(reading->stream)->kind != NODE_TEXT)
        expected(reading, "the version of the format, 1");
    else if (strcmp(text_of(reading), "1") != 0)
        diag_error(reading->diags, stream_node(reading->stream)->text.at,
                   "version '%.20s' of a workspace is not known: this program reads "
                   "version 1",
                   text_of(reading));
}

static void read_open(struct reading *reading)
{
    const struct node *node = stream_node(reading->stream);
    long number = node->kind == NODE_TEXT ? strtol(text_of(reading), NULL, 10) : 0;

    if (number < 1 || number > WORKSPACE_DATASETS_MAX) {
        expected(reading, "the number of the dataset to show, from 1");
        stream_skip(reading->stream);
        return;
    }
    reading->workspace->open = (size_t)number - 1;
}

/* "files: [a.csv, b.csv]", which are one dataset. */
static void read_files(struct reading *reading, struct workspace_entry *entry)
{
    const struct node *node;

    if (stream_node(reading->stream)->kind != NODE_LIST) {
        expected(reading, "a list of files");
        stream_skip(reading->stream);
        return;
    }
    for (node = stream_next(reading->stream);
         node->kind != NODE_LIST_END && node->kind != NODE_END;
         node = stream_next(reading->stream)) {
        if (node->kind == NODE_TEXT) {
            entry->file = paths_add(entry->file, text_of(reading), reading->arena);
            continue;
        }
        expected(reading, "the path of a file");
        stream_skip(reading->stream);
    }
}

/* One "name: text"; the name is the current node. */
static void read_word(struct reading *reading, struct workspace_entry *entry)
{
    const char *name = text_of(reading);
    const struct node *node = stream_next(reading->stream);
    struct workspace_word *word = &entry->words[entry->word_count];

    if (strcmp(name, "files") == 0) {
        read_files(reading, entry);
    } else if (node->kind != NODE_TEXT) {
        expected(reading, "one word or text");
        stream_skip(reading->stream);
    } else if (strcmp(name, "file") == 0) {
        entry->file = text_of(reading);
    } else if (entry->word_count == WORKSPACE_WORDS_MAX) {
        diag_error(reading->diags, node->text.at, "too many words for one dataset");
    } else {
        *word = (struct workspace_word){name, text_of(reading), node->text.at};
        entry->word_count++;
    }
}

static void read_entry(struct reading *reading)
{
    struct workspace *workspace = reading->workspace;
    struct workspace_entry *entry = &workspace->entries[workspace->count];
    struct source_pos at = stream_node(reading->stream)->text.at;

    if (stream_node(reading->stream)->kind != NODE_MAP) {
        expected(reading, "a dataset: '- file: NAME', and options below it");
        stream_skip(reading->stream);
        return;
    }
    *entry = (struct workspace_entry){0};
    while (stream_next(reading->stream)->kind == NODE_TEXT)
        read_word(reading, entry);
    if (!entry->file || !*entry->file)
        diag_error(reading->diags, at, "this dataset has no 'file'");
    else if (workspace->count + 1 == WORKSPACE_DATASETS_MAX)
        diag_error(reading->diags, at, "more than %d datasets", WORKSPACE_DATASETS_MAX);
    else
        workspace->count++;
}

static void read_datasets(struct reading *reading)
{
    if (stream_node(reading->stream)->kind != NODE_LIST) {
        expected(reading, "a list of datasets");
        stream_skip(reading->stream);
        return;
    }
    for (;;) {
        enum node_kind kind = stream_next(reading->stream)->kind;
        if (kind == NODE_LIST_END || kind == NODE_END)
            return;
        read_entry(reading);
    }
}

static void read_key(struct reading *reading)
{
    static const struct {
        const char *name;
        void (*read)(struct reading *reading);
    } keys[] = {{mark, read_version}, {"open", read_open}, {"datasets", read_datasets}};
    struct source_pos at = stream_node(reading->stream)->text.at;
    const char *name = text_of(reading);

    stream_next(reading->stream);
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (strcmp(keys[i].name, name) == 0) {
            keys[i].read(reading);
            return;
        }
    }
    diag_error(reading->diags, at,
               "unknown key '%.40s'; a workspace has entrepot-workspace, open and "
               "datasets",
               name);
    stream_skip(reading->stream);
}

static void read_all(struct reading *reading, const char *path)
{
    if (stream_next(reading->stream)->kind != NODE_MAP) {
        expected(reading, "a workspace");
        return;
    }
    while (stream_next(reading->stream)->kind == NODE_TEXT)
        read_key(reading);
    if (stream_finish(reading->stream) && !reading->workspace->count)
        diag_error(reading->diags, (struct source_pos){path, 0, 0},
                   N_("the workspace has no datasets"));
}

bool workspace_read(const char *path, struct workspace *workspace, struct arena *arena,
                    struct diag_list *diags)
{
    struct reading reading = {NULL, workspace, arena, diags, false};
    size_t errors = diags->count[SEVERITY_ERROR];
    struct bytes *bytes = ARENA_NEW(arena, struct bytes);

    *workspace = (struct workspace){0};
    workspace->entries =
        ARENA_ARRAY(arena, struct workspace_entry, WORKSPACE_DATASETS_MAX);
    if (bytes_open(bytes, path, path, FILE_BYTES, diags)) {
        reading.stream = stream_open(bytes, &load_limits_default, arena, diags);
        read_all(&reading, path);
        stream_close(reading.stream);
    }
    bytes_close(bytes);
    if (workspace->open >= workspace->count)
        workspace->open = 0;
    return diags->count[SEVERITY_ERROR] == errors;
}
