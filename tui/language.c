#include "tui/language.h"

#include <stdlib.h>
#include <string.h>

static bool is_set(const char *value)
{
    return value && *value;
}

/* C and POSIX, whatever their characters: "C.UTF-8". */
static bool is_plain(const char *locale)
{
    size_t length = strcspn(locale, ".@");

    return (length == 1 && *locale == 'C') ||
           (length == 5 && strncmp(locale, "POSIX", 5) == 0);
}

const char *language_of_locale(bool is_ascii)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *wished = getenv("LANGUAGE");
    const char *locale = NULL;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!is_set(locale))
            locale = getenv(names[i]);
    if (!is_set(locale) || is_plain(locale) || is_ascii)
        return "en";
    return is_set(wished) ? wished : locale;
}

bool language_is_same(const char *a, const char *b)
{
    size_t length = strcspn(a, "_-.@:");

    return length == strcspn(b, "_-.@:") && strncmp(a, b, length) == 0;
}
