/*
 * Settings: what the user's config.yaml says, over the usual.
 *
 * The file is $XDG_CONFIG_HOME/entrepot/config.yaml, or under ~/.config; it is read
 * only, never made, and need not be there. Each mistake is reported with its place and
 * leaves the usual in force for what it concerns; the rest of the file counts.
 *
 *     theme: contrast
 *     mouse: true
 *     ascii: false
 *     color: auto
 *     lang: en
 *     keys:
 *       sort: [s, F6]
 *       quit: Ctrl-Q
 *     themes:
 *       mine: {base: dark, exports: bold 39, match: black on 229}
 */
#ifndef TUI_SETTINGS_H
#define TUI_SETTINGS_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/load/load.h"
#include "tui/app.h"
#include "tui/keymap.h"
#include "tui/options.h"
#include "tui/theme.h"

#include <stdbool.h>

enum { SETTINGS_THEMES_MAX = THEME_COUNT + 16 };

struct settings {
    struct keymap keys;
    struct theme themes[SETTINGS_THEMES_MAX]; /* the built-in ones first */
    size_t theme_count;
    const char *theme; /* a name among them, or NULL */
    bool has_mouse;
    bool is_ascii;
    enum color_when color;
    const char *language; /* or NULL */
};

/* What holds without a file. */
void settings_open(struct settings *settings);

/* Where the file is looked for; NULL when the environment names no place for it. */
const char *settings_path(struct arena *arena);

/* Reads the file over what is there. Texts live in `arena`; mistakes go to `diags`. */
enum load_result settings_load(struct settings *settings, const char *path,
                               struct arena *arena, struct diag_list *diags);

/* The file that the options or the environment name, if there is one; false when
 * --config names one that cannot be read. */
bool settings_find(struct settings *settings, const struct options *options,
                   struct arena *arena, struct diag_list *diags);

/* --check-config: says what is wrong with it; returns the exit status. */
int settings_check(const struct options *options);

/* What is wrong in one line, or "": the first mistake and how to see all. */
const char *settings_note(const struct diag_list *diags, struct arena *arena);

/* Puts keys, themes and the theme of --theme or the file into the app; the settings
 * must outlive it. False for a theme that there is not, after saying so. */
bool settings_use(const struct settings *settings, const struct options *options,
                  struct app *app, struct diag_list *diags);

#endif
