#include "tui/print.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static char *print(const struct cells *cells, struct look look)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    cr_assert(print_cells(cells, &look, out));
    fclose(out);
    return text;
}

static struct cells *picture(struct arena *arena)
{
    struct cells *cells = cells_new(arena, 3, 12, &glyphs_unicode);
    struct rect all = cells_rect(cells);

    cells_text(cells, all, 0, 1, STYLE_TITLE, "中国 Té");
    cells_text(cells, all, 1, 0, STYLE_PLAIN, "a");
    cells_text(cells, all, 1, 1, STYLE_EXPORTS, "█▌");
    cells_fit(cells, all, 2, 0, 4, STYLE_SELECTED, ALIGN_LEFT, "b");
    return cells;
}

Test(print, writes_text_without_blanks_at_the_end)
{
    struct arena arena = {0};
    char *text = print(picture(&arena), (struct look){0});

    cr_expect_str_eq(text, " 中国 Té\na█▌\nb\n");
    free(text);
    arena_clear(&arena);
}

Test(print, writes_colors_and_ends_them_on_each_line)
{
    struct arena arena = {0};
    char *text = print(picture(&arena), (struct look){.colors = 256});

    cr_expect_str_eq(text, " \033[0;1m中国 Té\033[0m\n"
                           "a\033[0;38;5;75m█▌\033[0m\n"
                           "\033[0;7mb   \033[0m\n");
    free(text);
    text = print(picture(&arena), (struct look){.colors = 8});
    cr_expect(strstr(text, "\033[0;36m█▌") != NULL);
    free(text);
    arena_clear(&arena);
}

Test(print, an_empty_screen_is_no_text)
{
    struct arena arena = {0};
    char *text = print(cells_new(&arena, 0, 10, &glyphs_ascii), (struct look){0});

    cr_expect_str_eq(text, "");
    free(text);
    text = print(cells_new(&arena, 2, 0, &glyphs_ascii), (struct look){.colors = 16});
    cr_expect_str_eq(text, "\n\n");
    free(text);
    arena_clear(&arena);
}

Test(print, says_when_not_all_was_written)
{
    struct arena arena = {0};
    const struct look look = {0};
    FILE *full = fopen("/dev/full", "w");

    if (!full)
        cr_skip("there is no /dev/full");
    cr_expect_not(print_cells(picture(&arena), &look, full));
    fclose(full);
    arena_clear(&arena);
}
