#include "tui/language.h"

#include <stdlib.h>
#include <string.h>

const char *language_of_locale(bool is_ascii)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!locale || !*locale)
            locale = getenv(names[i]);
    return locale && strncmp(locale, "zh", 2) == 0 && !is_ascii ? "zh" : "en";
}
