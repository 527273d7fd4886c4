/*
 * Language: of names and of the screen, as the locale has it.
 */
#ifndef TUI_LANGUAGE_H
#define TUI_LANGUAGE_H

#include <stdbool.h>

/* "zh_CN.UTF-8" in a Chinese locale, or what LANGUAGE puts before it; "en" where the
 * locale is C or only ASCII can be shown. */
const char *language_of_locale(bool is_ascii);

/* Whether two are one language, wherever it is spoken: "zh" and "zh_CN.UTF-8". */
bool language_is_same(const char *a, const char *b);

#endif
