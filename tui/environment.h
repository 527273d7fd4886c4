/*
 * Environment: what the variables, the options and the settings together say of how the
 * screen looks.
 */
#ifndef TUI_ENVIRONMENT_H
#define TUI_ENVIRONMENT_H

#include "tui/look.h"
#include "tui/options.h"
#include "tui/settings.h"

#include <stdbool.h>

/* A variable; "" when it is not set. */
const char *environment(const char *name);

/* Whether the locale's characters are UTF-8. */
bool environment_is_utf8(void);
/* Whether a program or a file was put in front of standard input: it is then data, and
 * not what someone may type. */
bool environment_has_input(void);

/* Colours, ASCII and background; colours only where `is_terminal` or asked for. */
struct look environment_look(const struct options *options,
                             const struct settings *settings, bool is_terminal);

#endif
