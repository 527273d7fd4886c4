#include "tests/demo.h"

#include <stddef.h>

static const char *const countries[DEMO_COUNTRIES] = {
    "United States 美国", "South Korea 韩国",  "Hong Kong, China 中国香港",
    "Japan 日本",         "Türkiye 土耳其",    "Vietnam 越南",
    "Côte d’Ivoire",      "Malaysia 马来西亚", "Australia 澳大利亚",
    "São Tomé",           "Curac\u0327ao",     "Kyrgyzstan 吉尔吉斯斯坦",
};

void demo_list(struct cells *cells, int selected)
{
    struct rect area =
        cells_frame(cells, cells_rect(cells), true, "Partners", "CNY bn");

    for (int i = 0; i < DEMO_COUNTRIES; i++) {
        const enum style style = i == selected ? STYLE_SELECTED : STYLE_PLAIN;

        cells_fit(cells, area, i, 0, area.cols, style, ALIGN_LEFT, "");
        if (i == selected)
            cells_put(cells, area, i, 0, style, cells->glyphs->cursor);
        cells_fit(cells, area, i, 2, 28, style, ALIGN_LEFT, countries[i]);
        cells_printf(cells, area, i, 32, style, "%9d  %+9d", 1000 * (i + 1),
                     77 * i - 300);
        cells_run(cells, area, i, 54, i + 1, STYLE_EXPORTS,
                  cells->glyphs->exports_bar[8]);
    }
    cells->cursor_row = area.row + selected;
    cells->cursor_col = area.col;
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) & 0x7fff;
}

static void scatter(struct cells *cells, unsigned *seed)
{
    static const char *const pieces[] = {
        "a",    "Zürich", "中",     "中国香港", "█▌▏", "e\xcc\x81", "−1,014.7",
        "    ", "·",      "한국어", "日本",     "╭─╮", "x",         "Ελλάδα",
    };
    const struct rect all = cells_rect(cells);
    const int row = (int)(next(seed) % (unsigned)cells->rows);
    const int col = (int)(next(seed) % (unsigned)cells->cols);
    const enum style style = (enum style)(next(seed) % STYLE_COUNT);

    cells_text(cells, all, row, col, style,
               pieces[next(seed) % (sizeof(pieces) / sizeof(pieces[0]))]);
}

void demo_random(struct cells *cells, unsigned seed)
{
    const int count = cells->rows * cells->cols / 4;

    if (count == 0)
        return;
    for (int i = 0; i < count; i++)
        scatter(cells, &seed);
    cells->cursor_row = (int)(next(&seed) % (unsigned)cells->rows);
    cells->cursor_col = (int)(next(&seed) % (unsigned)cells->cols);
    cells->cursor_is_shown = next(&seed) % 2;
}
