#include "tui/picture.h"

#include <string.h>

bool picture_is_same(const struct cell *a, const struct cell *b)
{
    return a->codepoint == b->codepoint && a->style == b->style &&
           a->width == b->width && memcmp(a->mark, b->mark, sizeof(a->mark)) == 0;
}

bool picture_is_certain(const struct cell *cell)
{
    const uint32_t c = cell->codepoint;

    if (cell->width != 1)
        return (c >= 0x4e00 && c < 0xa000) || (c >= 0x3041 && c < 0x3097) ||
               (c >= 0x30a1 && c < 0x30fb) || (c >= 0xac00 && c < 0xd7a4) ||
               (c >= 0xff01 && c < 0xff5f) || (c >= 0x3001 && c < 0x3004);
    return cell->width == 1 && cell->mark[0] == 0 &&
           (c < 0x300 || (c >= 0x370 && c < 0x530) || (c >= 0x2010 && c < 0x2028) ||
            (c >= 0x2190 && c < 0x2200) || c == 0x2212 || c == 0x23ce ||
            (c >= 0x2500 && c < 0x25fd));
}

bool picture_text(const struct cell *cell, bool is_last, wchar_t out[TEXT_MARKS + 2])
{
    size_t length = 1;

    out[0] = (wchar_t)cell->codepoint;
    for (int i = 0; i < TEXT_MARKS && cell->mark[i] && !is_last; i++)
        if (wcwidth((wchar_t)cell->mark[i]) == 0)
            out[length++] = (wchar_t)cell->mark[i];
    out[length] = 0;
    return wcwidth(out[0]) == cell->width;
}

void picture_blank(struct cell *cell, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cell[i] = (struct cell){.codepoint = ' ', .width = 1, .style = STYLE_PLAIN};
}
