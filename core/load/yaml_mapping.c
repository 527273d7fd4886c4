#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/yaml_reader.h"

#include <string.h>

/* How much of the user's text a message quotes, in bytes. */
#define QUOTE_MAX 60

static int quoted(const struct node *node)
{
    size_t length = node->text.length;

    if (length > QUOTE_MAX)
        for (length = QUOTE_MAX;
             length > 0 && (node->text.text[length] & 0xC0) == 0x80;)
            length--;
    return (int)length;
}

bool refuse_value(struct reader *reader, const char *wants)
{
    const struct node *node = stream_node(reader->stream);

    if (node->kind == NODE_END)
        return false;
    diag_error(reader->diags, node->text.at, "'%s' needs %s", reader->key,
               translate(wants));
    stream_skip(reader->stream);
    return false;
}

void mapping_open(struct reader *reader, struct mapping *mapping,
                  const struct key *keys, size_t count, const char *what)
{
    const struct node *node = stream_node(reader->stream);

    *mapping = (struct mapping){
        .at = node->text.at,
        .what = what,
        .keys = keys,
        .count = count,
        .is_open = node->kind == NODE_MAP,
    };
    if (mapping->is_open || node->kind == NODE_END)
        return;
    diag_error(reader->diags, node->text.at, "expected 'key: value' pairs for %s",
               translate(what));
    stream_skip(reader->stream);
}

/* A key must be one text. Skips to the next one that is, past its value. */
static const struct node *next_name(struct reader *reader)
{
    const struct node *node = stream_next(reader->stream);

    while (node->kind == NODE_LIST || node->kind == NODE_MAP) {
        diag_error(reader->diags, node->text.at, "a key must be a word");
        stream_skip(reader->stream);
        stream_next(reader->stream);
        stream_skip(reader->stream);
        node = stream_next(reader->stream);
    }
    return node->kind == NODE_TEXT ? node : NULL;
}

static const struct key *find_key(const struct mapping *mapping,
                                  const struct node *node)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (strlen(mapping->keys[i].name) == node->text.length &&
            memcmp(mapping->keys[i].name, node->text.text, node->text.length) == 0)
            return &mapping->keys[i];
    return NULL;
}

/* A slip in a required key is one mistake: the key is not missed as well. */
static void excuse(struct mapping *mapping, const char *name)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (strcmp(mapping->keys[i].name, name) == 0)
            mapping->is_excused[i] = true;
}

static void report_unknown(struct reader *reader, struct mapping *mapping,
                           const struct node *node)
{
    const char *names[KEY_MAX];
    char word[QUOTE_MAX + 1];
    int length = quoted(node);
    const char *closest;

    memcpy(word, node->text.text, (size_t)length);
    word[length] = '\0';
    for (size_t i = 0; i < mapping->count; i++)
        names[i] = mapping->keys[i].name;
    closest = text_closest(word, names, mapping->count);
    if (strcmp(word, "<<") == 0)
        diag_error_span(
            reader->diags, node->text.at, 2,
            "merge keys (<<) are not allowed in a data file: write the keys "
            "out");
    else if (closest) {
        diag_error_span(reader->diags, node->text.at, builder_span(node->text),
                        "unknown key '%s' in %s (did you mean '%s'?)", word,
                        translate(mapping->what), closest);
        excuse(mapping, closest);
    } else
        diag_error_span(reader->diags, node->text.at, builder_span(node->text),
                        "unknown key '%s' in %s", word, translate(mapping->what));
}

static void report_missing(struct reader *reader, const struct mapping *mapping)
{
    if (stream_node(reader->stream)->kind == NODE_END)
        return;
    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->keys[i].is_required && !mapping->line[i] &&
            !mapping->is_excused[i])
            diag_error(reader->diags, mapping->at, "%s needs '%s'",
                       translate(mapping->what), mapping->keys[i].name);
}

const struct key *mapping_next(struct reader *reader, struct mapping *mapping)
{
    const struct node *node;

    while (mapping->is_open && (node = next_name(reader))) {
        const struct key *key = find_key(mapping, node);
        size_t *line = key ? &mapping->line[key - mapping->keys] : NULL;

        if (key && !*line) {
            *line = node->text.at.line;
            reader->key = key->name;
            stream_next(reader->stream);
            return key;
        }
        if (key)
            diag_error_span(reader->diags, node->text.at, builder_span(node->text),
                            "'%s' is given twice; first at line %zu", key->name, *line);
        else
            report_unknown(reader, mapping, node);
        stream_next(reader->stream);
        stream_skip(reader->stream);
    }
    if (mapping->is_open)
        report_missing(reader, mapping);
    return NULL;
}

bool names_open(struct reader *reader, const char *what)
{
    const struct node *node = stream_node(reader->stream);

    if (node->kind == NODE_MAP || (node->kind == NODE_TEXT && is_null(node)))
        return node->kind == NODE_MAP;
    return refuse_value(reader, what);
}

bool names_next(struct reader *reader, struct builder_text *name)
{
    const struct node *node = next_name(reader);

    if (!node)
        return false;
    *name = node->text;
    name->text = arena_copy(reader->arena, node->text.text, node->text.length);
    reader->key = name->text;
    stream_next(reader->stream);
    return true;
}

bool items_open(struct reader *reader, const char *wants)
{
    const struct node *node = stream_node(reader->stream);

    if (node->kind == NODE_LIST || (node->kind == NODE_TEXT && is_null(node)))
        return node->kind == NODE_LIST;
    return refuse_value(reader, wants);
}

bool items_next(struct reader *reader)
{
    const struct node *node = stream_next(reader->stream);

    return node->kind != NODE_LIST_END && node->kind != NODE_END;
}

bool is_null(const struct node *node)
{
    const struct builder_text *text = &node->text;

    return node->is_plain && (text->length == 0 || strcmp(text->text, "~") == 0 ||
                              strcmp(text->text, "null") == 0);
}
