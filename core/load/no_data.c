#include "core/load/no_data.h"

#include "core/base/translate.h"

#include <stdbool.h>
#include <string.h>

enum { FEW_BYTES = 16 };

static bool is_control(char c)
{
    return c == 0x7F || (c >= 0 && c < 0x20 && (!c || !strchr("\t\n\r\f", c)));
}

/* Of programs, pictures and the like more than one byte of sixteen means nothing in a
 * text. */
static bool is_text(const char *head, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += is_control(head[i]);
    return size < FEW_BYTES || count * FEW_BYTES < size;
}

static bool is_named_table(const char *name)
{
    const char *ending = strrchr(name, '.');

    return ending && (strcmp(ending, ".csv") == 0 || strcmp(ending, ".tsv") == 0);
}

const char *no_data_reason(const char *name, const char *head, size_t size)
{
    if (!is_text(head, size))
        return _("cannot read: this is no text; a program or a picture?");
    if (is_named_table(name) && size && !memchr(head, ':', size))
        return _("taken for a table by its name, but it has none: a table needs a line "
                 "of headings, one for the period and one for figures, with commas or "
                 "tabs between them");
    return NULL;
}
