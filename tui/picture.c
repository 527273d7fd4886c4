#include "tui/picture.h"

#include <string.h>

bool picture_is_same(const struct cell *a, const struct cell *b)
{
    return a->codepoint == b->codepoint && a->style == b->style &&
           a->width == b->width && memcmp(a->mark, b->mark, sizeof(a->mark)) == 0;
}

struct range {
    uint32_t first;
    uint32_t last;
};

static bool is_in(uint32_t codepoint, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codepoint >= ranges[i].first && codepoint <= ranges[i].last)
            return true;
    return false;
}

bool picture_is_certain(const struct cell *cell)
{
    static const struct range narrow[] = {
        {0x0000, 0x02ff}, {0x0370, 0x052f}, {0x2010, 0x2027}, {0x203a, 0x203a},
        {0x2074, 0x2079}, {0x20ac, 0x20ac}, {0x2190, 0x21ff}, {0x2212, 0x2212},
        {0x2260, 0x2265}, {0x232b, 0x232b}, {0x23ce, 0x23ce}, {0x2500, 0x25fc},
        {0x2713, 0x2713}};
    static const struct range wide[] = {{0x3001, 0x3011}, {0x3041, 0x3096},
                                        {0x30a1, 0x30fa}, {0x4e00, 0x9fff},
                                        {0xac00, 0xd7a3}, {0xff01, 0xff5e}};

    if (cell->width == 1)
        return cell->mark[0] == 0 &&
               is_in(cell->codepoint, narrow, sizeof(narrow) / sizeof(narrow[0]));
    return is_in(cell->codepoint, wide, sizeof(wide) / sizeof(wide[0]));
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

bool picture_has_cursor(const struct cells *cells, int rows, int cols)
{
    return cells->cursor_row >= 0 && cells->cursor_row < rows &&
           cells->cursor_col >= 0 && cells->cursor_col < cols;
}

void picture_blank(struct cell *cell, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cell[i] = (struct cell){.codepoint = ' ', .width = 1, .style = STYLE_PLAIN};
}
