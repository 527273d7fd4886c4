/*
 * A part of a file on the screen: whatever leaves the program says that it is one.
 */
#include "core/export/export.h"
#include "core/export/sheet.h"
#include "tests/files.h"
#include "tests/program.h"
#include "tui/command_line.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 2000 };

/* The first bytes of a bundled file. */
static void start_partial(struct app *app, size_t head)
{
    struct arena arena = {0};
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    app_open(app, &catalog, &look, "en");
    app_resize(app, 35, 120);
    app->limits.head_bytes = head;
    cr_assert_eq(app_load(app, files_path(&arena, "datasets/china-annual-usd.yaml")),
                 LOAD_OK);
    cr_assert(app->loaded.is_partial);
    arena_clear(&arena);
}

Test(partial, title_and_sentence_say_it)
{
    struct app app;

    start_partial(&app, HEAD);
    for (int view = '1'; view <= '9'; view++) {
        char keys[2] = {(char)view, '\0'};
        program_press(&app, keys);
        cr_expect(program_shows(&app, " partial: "), "view %c", view);
        app.message[0] = '\0';
        cr_expect(program_shows(&app, " partial: "), "view %c", view);
    }
    app_close(&app);
}

Test(partial, every_exported_row_says_it)
{
    struct app app;
    struct sheet sheet;
    char *text = NULL;
    size_t size = 0;
    size_t lines = 0;
    FILE *out = open_memstream(&text, &size);

    start_partial(&app, HEAD);
    sheet = sheet_of_frame(app.frame);
    cr_assert(export_find("csv")->write(&sheet, out));
    fclose(out);
    for (char *line = text; *line;) {
        char *end = strchr(line, '\n');
        *end = '\0';
        if (lines++)
            cr_expect(strstr(line, "partial"), "%s", line);
        line = end + 1;
    }
    cr_expect_eq(lines, app.frame->row_count + 1);
    free(text);
    app_close(&app);
}

Test(partial, the_command_reads_the_same_part_again)
{
    struct arena arena = {0};
    struct app app;
    struct app again;
    const char *command;
    char wanted[64];

    start_partial(&app, HEAD);
    command = command_line_of(&app, &arena);
    snprintf(wanted, sizeof(wanted), " --head=%zu ", app.loaded.text_bytes);
    cr_expect(strstr(command, wanted), "%s", command);
    start_partial(&again, app.loaded.text_bytes);
    cr_expect_eq(again.loaded.observation_count, app.loaded.observation_count);
    app_close(&again);
    app_close(&app);
    arena_clear(&arena);
}
