/*
 * Keymap: which key does what while the program runs. It begins as a copy of the usual
 * keys (command.h); a configuration may change it (settings.h).
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "tui/command.h"
#include "tui/input.h"

#include <stdbool.h>
#include <stddef.h>

enum { KEYMAP_MAX = 256, KEYS_SHOWN_MAX = 48 };

struct keymap {
    size_t count;
    struct binding binding[KEYMAP_MAX];
};

/* The usual keys. */
void keymap_open(struct keymap *map);

/* Adds a key behind those that the command has; what the key did before, it does no
 * longer. False when there is no room. */
bool keymap_bind(struct keymap *map, int key, enum command command);
/* Takes all keys away from a command. */
void keymap_unbind(struct keymap *map, enum command command);

/* COMMAND_NONE for a key that does nothing. */
enum command keymap_lookup(const struct keymap *map, int key);

/* The first key of a command, INPUT_NONE without one. */
int keymap_key(const struct keymap *map, enum command command);

/* The command's keys as people write them, apart by blanks: "j Down". Returns `out`. */
const char *keymap_keys(const struct keymap *map, char out[KEYS_SHOWN_MAX],
                        enum command command);

/* Drops keys from the end until the rest takes at most `cols` cells; the first stays.
 */
void keymap_cut(char *keys, int cols);

/* The first of them, the one that hints name; "" when the command has none. */
const char *keymap_first(const struct keymap *map, char out[INPUT_NAME_MAX],
                         enum command command);
/* Its first key that is a character, else its first: where arrows go without saying. */
const char *keymap_letter(const struct keymap *map, char out[INPUT_NAME_MAX],
                          enum command command);

#endif
