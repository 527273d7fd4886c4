/*
 * Lists that typing narrows, and what charts show instead of the flows.
 */
#include "core/base/text.h"
#include "tests/program.h"
#include "tests/sample.h"
#include "tui/edit.h"
#include "tui/input.h"
#include "tui/match.h"
#include "tui/picker.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(match, every_word_must_be_there_in_any_order)
{
    cr_expect_gt(match_score("exports, growth on the year before", "growth exp", true),
                 0);
    cr_expect_eq(match_score("exports, growth on the year before", "growth imp", true),
                 0);
    cr_expect_eq(match_score("balance", "", true), 1);
}

Test(match, the_start_of_a_word_counts_more_than_its_middle)
{
    int start = match_score("viet nam", "nam", true);
    int middle = match_score("panama", "nam", true);
    int letters = match_score("new america", "nam", true);

    cr_expect_gt(start, middle);
    cr_expect_gt(middle, letters);
    cr_expect_gt(letters, 0);
    cr_expect_eq(match_score("new america", "nam", false), 0);
    cr_expect_eq(match_score("exports, contribution to total trade", "lafay", true), 0);
}

Test(edit, takes_whole_characters_and_words_away)
{
    char text[8] = "";

    cr_expect(edit_key(text, sizeof(text), 'a'));
    cr_expect(edit_key(text, sizeof(text), 0x56FD)); /* three bytes */
    cr_expect_eq(strlen(text), 4);
    cr_expect(edit_key(text, sizeof(text), INPUT_BACKSPACE));
    cr_expect_str_eq(text, "a");
    snprintf(text, sizeof(text), "ab cd");
    cr_expect(edit_key(text, sizeof(text), INPUT_CTRL('W')));
    cr_expect_str_eq(text, "ab ");
    cr_expect(edit_key(text, sizeof(text), INPUT_CTRL('U')));
    cr_expect_str_eq(text, "");
    cr_expect_not(edit_key(text, sizeof(text), INPUT_BACKSPACE));
}

Test(edit, never_writes_past_the_end)
{
    char text[5] = "abcd";

    cr_expect_not(edit_key(text, sizeof(text), 'e'));
    cr_expect_not(edit_key(text, sizeof(text), 0x56FD));
    cr_expect_str_eq(text, "abcd");
}

/* 3,733,722,280,000 / 1,164,060,880,000 is 320.75 percent. */
Test(measure, bars_show_any_indicator)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "3mcover<Enter>");
    cr_expect(program_shows(&app, "Cover ratio, %"));
    cr_expect(program_shows(&app, "320.7"));
    cr_expect(program_shows(&app, "cover ratio 320.7 %"));
    /* Guinea-Bissau: 69,587 of exports to 1 of imports, a factor and no percentage. */
    program_press(&app, "/guinea-b<Enter>");
    cr_expect(program_shows(&app, "cover ratio ×69,587;"));
    program_press(&app, "u");
    cr_expect(program_shows(&app, "Exports and imports, CNY bn"));
    app_close(&app);
}

/* 3,576,765 / 2,587,234 million USD in 2024: 138.25 percent; published growth of the
 * exports of 2009 (1,201,612 after 1,430,693): -16.0. */
Test(measure, trend_shows_any_indicator)
{
    struct app app;

    program_start(&app, "china-annual-usd.yaml", false);
    program_press(&app, "4mcover<Enter>");
    cr_expect(program_shows(&app, "138.2"));
    program_press(&app, "m<Up><Enter>");
    program_press(&app, "mexports growth year<Enter>");
    program_press(&app, "<Home>");
    while (strcmp(app.trend->rows[app.trended].name, "2009") != 0)
        program_press(&app, "<Right>");
    cr_expect(program_shows(&app, "16.0 %"));
    app_close(&app);
}

Test(measure, one_key_goes_through_the_flows_and_back)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "3x");
    cr_expect(program_shows(&app, "━ Exports, CNY bn"));
    program_press(&app, "x");
    cr_expect(program_shows(&app, "━ Imports, CNY bn"));
    program_press(&app, "x");
    cr_expect(program_shows(&app, "━ Balance, CNY bn"));
    program_press(&app, "x");
    cr_expect(program_shows(&app, "━ Exports and imports, CNY bn"));
    program_press(&app, "%");
    cr_expect(program_shows(&app, "━ Exports, growth on the year before, in CNY, %"));
    app_close(&app);
}

/* What a period has none of, as a share, leaves the chart as it was. */
Test(measure, what_the_rows_do_not_have_is_not_shown)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "3mshare total trade<Enter>");
    cr_expect(program_shows(&app, "━ Share of total trade, %"));
    program_press(&app, "p");
    cr_expect(program_shows(&app, "━ Exports and imports"));
    app_close(&app);
}

Test(picker, sorts_by_what_has_no_letter)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2salafay<Enter>");
    cr_expect_str_eq(app.frame->rows[0].code, "USA");
    cr_expect_eq(app.lens.query.sort.column.indicator, INDICATOR_LAFAY);
    program_press(&app, "sacode<Enter>");
    cr_expect_eq(app.lens.query.sort.kind, SORT_CODE);
    app_close(&app);
}

Test(picker, is_drawn_at_every_size)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "2saxyzxyz");
    cr_expect(program_shows(&app, "nothing fits"));
    for (int rows = 0; rows < 40; rows += 3)
        for (int cols = 0; cols < 130; cols += 7) {
            app_resize(&app, rows, cols);
            program_shows(&app, "");
        }
    program_press(&app, "<C-u>");
    app_resize(&app, 24, 80);
    cr_expect(program_shows(&app, "Lafay index"));
    program_press(&app, "<Esc>");
    cr_expect_null(app.picker.ops);
    app_close(&app);
}
