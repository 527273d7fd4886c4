#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/input.h"
#include "tui/settings_internal.h"

#include <string.h>

/* A key that the file gives to a command. */
struct given {
    struct builder_text text;
    enum command command;
    int key;
};

struct keys {
    struct reader *reader;
    struct keymap *map;
    struct given given[KEYMAP_MAX];
    size_t count;
    struct builder_text named[COMMAND_COUNT]; /* where the file names each command */
    bool is_bad[COMMAND_COUNT];               /* one of its keys is a mistake */
};

/* Reports a word that is no action, with the one that may be meant. */
static void refuse_action(struct keys *keys, struct builder_text word)
{
    const char *words[COMMAND_COUNT];
    const char *closest;

    for (size_t c = 1; c < COMMAND_COUNT; c++)
        words[c - 1] = command_info((enum command)c)->word;
    closest = text_closest(word.text, words, COMMAND_COUNT - 1);
    if (closest)
        diag_error_span(keys->reader->diags, word.at, builder_span(word),
                        _("unknown action '%.40s' (did you mean '%s'?)"), word.text,
                        closest);
    else
        diag_error_span(keys->reader->diags, word.at, builder_span(word),
                        _("unknown action '%.40s'; entrepot(1) lists them"), word.text);
}

/* What no terminal hands on. */
static bool is_kept_back(int key)
{
    return key == INPUT_CTRL('C') || key == INPUT_CTRL('\\') || key == INPUT_RESIZE;
}

static bool is_given_elsewhere(struct keys *keys, const struct given *new)
{
    for (size_t i = 0; i < keys->count; i++) {
        const struct given *old = &keys->given[i];

        if (old->key != new->key)
            continue;
        if (old->command != new->command)
            diag_error_span(keys->reader->diags, new->text.at, builder_span(new->text),
                            _("key '%s' is given to '%s' here and to '%s' at line %zu"),
                            new->text.text, command_info(new->command)->word,
                            command_info(old->command)->word, old->text.at.line);
        return true;
    }
    return false;
}

static void take_key(struct keys *keys, struct given given)
{
    given.key = input_find(given.text.text);
    if (given.key < 0)
        diag_error_span(keys->reader->diags, given.text.at, builder_span(given.text),
                        _("'%.40s' is no key; keys are single characters, F1 to F12, "
                          "Enter, Space, PgDn, Ctrl-L, ..."),
                        given.text.text);
    else if (is_kept_back(given.key))
        diag_error_span(keys->reader->diags, given.text.at, builder_span(given.text),
                        _("'%s' never reaches the program"), given.text.text);
    else if (!is_given_elsewhere(keys, &given) && keys->count < KEYMAP_MAX)
        keys->given[keys->count++] = given;
}

static void read_key(struct keys *keys, enum command command)
{
    struct given given = {.command = command};
    const size_t errors = keys->reader->diags->count[SEVERITY_ERROR];

    if (read_text(keys->reader, &given.text))
        take_key(keys, given);
    if (keys->reader->diags->count[SEVERITY_ERROR] > errors)
        keys->is_bad[command] = true;
}

/* One key, or a list of them; the list may be empty. */
static void read_list(struct keys *keys, enum command command)
{
    struct reader *reader = keys->reader;

    if (stream_node(reader->stream)->kind != NODE_LIST) {
        read_key(keys, command);
        return;
    }
    items_open(reader, _("a key or a list of keys"));
    while (items_next(reader))
        read_key(keys, command);
}

static void read_all(struct keys *keys)
{
    struct reader *reader = keys->reader;
    struct builder_text word;

    if (!names_open(reader, _("actions with their keys: {sort: [s, F6]}")))
        return;
    while (names_next(reader, &word)) {
        const enum command command = command_find(word.text);

        if (command == COMMAND_NONE) {
            refuse_action(keys, word);
            stream_skip(reader->stream);
        } else if (keys->named[command].text) {
            diag_error_span(reader->diags, word.at, builder_span(word),
                            _("'%s' is given twice; first at line %zu"), word.text,
                            keys->named[command].at.line);
            stream_skip(reader->stream);
        } else {
            keys->named[command] = word;
            read_list(keys, command);
        }
    }
}

/* The key that took the last usual one of a command away, for the message. */
static const struct given *taker(const struct keys *keys, enum command command)
{
    for (size_t i = keys->count; i-- > 0;)
        for (size_t k = 0; k < keymap_length; k++)
            if (keymap[k].command == command && keymap[k].key == keys->given[i].key)
                return &keys->given[i];
    return NULL;
}

static void warn_of_lost(const struct keys *keys)
{
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        const enum command command = (enum command)c;
        const struct builder_text *named = &keys->named[c];
        const struct given *by = taker(keys, command);
        char name[INPUT_NAME_MAX];

        if (*keymap_first(keys->map, name, command))
            continue;
        if (named->text)
            diag_warning(keys->reader->diags, named->at, _("'%s' has no key now"),
                         named->text);
        else if (by)
            diag_warning(keys->reader->diags, by->text.at,
                         _("'%s' has no key now: '%s' is given to '%s'"),
                         command_info(command)->word, by->text.text,
                         command_info(by->command)->word);
    }
}

/* A command whose keys are all mistakes keeps the usual ones. */
static bool is_to_change(const struct keys *keys, enum command command)
{
    for (size_t i = 0; i < keys->count; i++)
        if (keys->given[i].command == command)
            return true;
    return !keys->is_bad[command];
}

void settings_read_keys(struct reader *reader, void *target)
{
    struct keys *keys = ARENA_NEW(reader->arena, struct keys);

    keys->reader = reader;
    keys->map = &((struct settings *)target)->keys;
    read_all(keys);
    for (size_t c = 1; c < COMMAND_COUNT; c++)
        if (keys->named[c].text && is_to_change(keys, (enum command)c))
            keymap_unbind(keys->map, (enum command)c);
    for (size_t i = 0; i < keys->count; i++)
        keymap_bind(keys->map, keys->given[i].key, keys->given[i].command);
    warn_of_lost(keys);
}
