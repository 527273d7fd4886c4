/*
 * What the files of the settings share. For settings*.c only.
 */
#ifndef TUI_SETTINGS_INTERNAL_H
#define TUI_SETTINGS_INTERNAL_H

#include "core/load/yaml_reader.h"
#include "tui/settings.h"

/* One key each of the file; `target` is the struct settings. */
void settings_read_keys(struct reader *reader, void *target);
void settings_read_themes(struct reader *reader, void *target);

#endif
