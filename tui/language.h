/*
 * Language: of names, as the locale has it.
 */
#ifndef TUI_LANGUAGE_H
#define TUI_LANGUAGE_H

#include <stdbool.h>

/* "zh" in a Chinese locale, unless only ASCII can be shown, else "en". */
const char *language_of_locale(bool is_ascii);

#endif
