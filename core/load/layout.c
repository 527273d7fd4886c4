#include "core/load/layout.h"

#include <string.h>

static const struct layout_ops *const layouts[] = {
#define X(name) &layout_##name,
    LAYOUTS(X)
#undef X
};

size_t headings_find(const struct headings *headings, const char *folded)
{
    for (size_t i = 0; i < headings->count; i++)
        if (strcmp(headings->folded[i], folded) == 0)
            return i;
    return SIZE_MAX;
}

bool headings_have(const struct headings *headings, const char *folded)
{
    return headings_find(headings, folded) != SIZE_MAX;
}

bool headings_begin(const struct headings *headings, const char *folded)
{
    for (size_t i = 0; i < headings->count; i++)
        if (strncmp(headings->folded[i], folded, strlen(folded)) == 0)
            return true;
    return false;
}

const struct layout_ops *layout_of(const struct headings *headings)
{
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        if (!layouts[i]->fits_row && layouts[i]->recognises(headings))
            return layouts[i];
    return NULL;
}

const struct layout_ops *layout_of_row(const struct layout_ops *layout,
                                       const struct headings *headings,
                                       const struct builder_text *fields, size_t count)
{
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        if (layouts[i]->fits_row && layouts[i]->recognises(headings) &&
            layouts[i]->fits_row(headings, fields, count))
            return layouts[i];
    return layout;
}

bool layout_is_dated(struct builder_text text, struct period *period)
{
    enum { YEAR_FIRST = 1800, YEAR_LAST = 2100 };
    int year;

    if (!period_read(text.text, text.length, period))
        return false;
    year = period_year(*period);
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

bool layout_is_month(struct builder_text field, char between)
{
    struct period period;

    return field.length == 7 && field.text[4] == between &&
           period_read(field.text, field.length, &period);
}
