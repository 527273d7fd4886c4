#include "core/load/yaml_directives.h"

#include <stdbool.h>
#include <string.h>

struct yaml_directives yaml_directives_new(void)
{
    return (struct yaml_directives){.last = {[YAML_BREAK_MAX - 1] = '\n'}};
}

/* Whether a line begins after these bytes, the last that went by. */
static bool is_after_break(const unsigned char last[YAML_BREAK_MAX])
{
    return last[2] == '\n' || last[2] == '\r' || memcmp(last + 1, "\xC2\x85", 2) == 0 ||
           memcmp(last, "\xE2\x80\xA8", 3) == 0 || memcmp(last, "\xE2\x80\xA9", 3) == 0;
}

/* The last bytes before bytes[size), those of the windows before included. */
static void last_bytes(const struct yaml_directives *directives,
                       const unsigned char *bytes, size_t size,
                       unsigned char last[YAML_BREAK_MAX])
{
    size_t own = size < YAML_BREAK_MAX ? size : YAML_BREAK_MAX;

    memcpy(last, directives->last + own, YAML_BREAK_MAX - own);
    if (own)
        memcpy(last + YAML_BREAK_MAX - own, bytes + size - own, own);
}

void yaml_directives_count(struct yaml_directives *directives,
                           const unsigned char *bytes, size_t size)
{
    const unsigned char *from = bytes;
    const unsigned char *limit = bytes + size;
    const unsigned char *found;
    unsigned char last[YAML_BREAK_MAX];

    while (from < limit && (found = memchr(from, '%', (size_t)(limit - from)))) {
        last_bytes(directives, bytes, (size_t)(found - bytes), last);
        directives->count += is_after_break(last);
        from = found + 1;
    }
    last_bytes(directives, bytes, size, last);
    memcpy(directives->last, last, sizeof(last));
}
