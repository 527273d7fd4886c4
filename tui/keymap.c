#include "tui/keymap.h"

#include "core/base/text.h"

#include <stdio.h>
#include <string.h>

void keymap_open(struct keymap *map)
{
    map->count = keymap_length;
    memcpy(map->binding, keymap, keymap_length * sizeof(keymap[0]));
}

static void drop(struct keymap *map, size_t place)
{
    map->count--;
    memmove(&map->binding[place], &map->binding[place + 1],
            (map->count - place) * sizeof(map->binding[0]));
}

bool keymap_bind(struct keymap *map, int key, enum command command)
{
    for (size_t i = map->count; i-- > 0;)
        if (map->binding[i].key == key)
            drop(map, i);
    if (map->count == KEYMAP_MAX)
        return false;
    map->binding[map->count++] = (struct binding){key, command};
    return true;
}

void keymap_unbind(struct keymap *map, enum command command)
{
    for (size_t i = map->count; i-- > 0;)
        if (map->binding[i].command == command)
            drop(map, i);
}

enum command keymap_lookup(const struct keymap *map, int key)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->binding[i].key == key)
            return map->binding[i].command;
    return COMMAND_NONE;
}

const char *keymap_keys(const struct keymap *map, char out[KEYS_SHOWN_MAX],
                        enum command command)
{
    char name[INPUT_NAME_MAX];
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < map->count; i++) {
        if (map->binding[i].command != command)
            continue;
        input_name(name, map->binding[i].key);
        if (used + strlen(name) + 2 > KEYS_SHOWN_MAX)
            break;
        used += (size_t)snprintf(out + used, KEYS_SHOWN_MAX - used, "%s%s",
                                 used ? " " : "", name);
    }
    return out;
}

void keymap_cut(char *keys, int cols)
{
    char *last;

    while (text_width(keys) > cols && (last = strrchr(keys, ' ')) != NULL)
        *last = '\0';
}

int keymap_key(const struct keymap *map, enum command command)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->binding[i].command == command)
            return map->binding[i].key;
    return INPUT_NONE;
}

const char *keymap_first(const struct keymap *map, char out[INPUT_NAME_MAX],
                         enum command command)
{
    return input_name(out, keymap_key(map, command));
}

const char *keymap_letter(const struct keymap *map, char out[INPUT_NAME_MAX],
                          enum command command)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->binding[i].command == command && map->binding[i].key > ' ' &&
            map->binding[i].key < INPUT_FIRST)
            return input_name(out, map->binding[i].key);
    return keymap_first(map, out, command);
}
