/*
 * What a table leaves open is asked: each question, its preview, what becomes of the
 * answer, and that Esc changes nothing.
 */
#include "tests/files.h"
#include "tests/golden.h"
#include "tests/program.h"
#include "tui/app.h"
#include "tui/command_line.h"
#include "tui/tabs.h"
#include "tui/workspace.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char finnish[] = "Vuosi;Maa;Vienti;Tuonti\n2023;China;1,187;25\n"
                              "2024;China;31;41\n";
static const char doubtful[] = "year;partner;exports;imports\n2023;China;1,187;2,333\n"
                               "2024;Japan;1,200;3,187\n";
/* "Zoë" and "Čech" in ISO 8859-2: the first bytes fit others as well. */
static const char bytes[] = "year,partner,exports_usd,imports_usd\n"
                            "2024,\xc8"
                            "ech,5,6\n2024,Zo\xeb,7,8\n";

/* In a folder of the test's own. */
static void start(struct app *app, char *folder, const char *text)
{
    struct catalog catalog = {0};
    struct look look = {.colors = 256};

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("t.csv", text, strlen(text));
    app_open(app, &catalog, &look, "en");
    app_resize(app, 24, 80);
    tabs_open(app, "t.csv");
}

static const char *last_preview(const struct app *app)
{
    const struct question_state *state = &app->question;

    return state->preview_count ? state->preview[state->preview_count - 1] : "";
}

static void expect_preview(const struct app *app, const char *words)
{
    cr_expect(strstr(last_preview(app), words), "'%s' is not in '%s'", words,
              last_preview(app));
}

static const char *command_of(const struct app *app, struct arena *arena)
{
    return command_line_of(app, arena);
}

Test(question, decimal_and_unit_follow_each_other)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct arena arena = {0};
    struct app app;

    start(&app, folder, doubtful);
    cr_expect_eq(app.page, PAGE_ERRORS);
    program_press(&app, "A");
    cr_assert_eq(app.page, PAGE_QUESTION);
    cr_expect_eq(app.question.kind, QUESTION_DECIMAL);
    expect_preview(&app, "1,200");
    program_press(&app, "j");
    expect_preview(&app, "1.200");
    program_press(&app, "<Enter>");
    cr_expect_eq(app.page, PAGE_QUESTION);
    cr_expect_eq(app.question.kind, QUESTION_UNIT);
    program_press(&app, "jj<Right><Right><Right>");
    cr_expect(strstr(app.question.preview[0], "EUR mn"), "%s", app.question.preview[0]);
    program_press(&app, "<Enter>");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect_str_eq(app.loaded.unit.code, "EUR");
    cr_expect_eq(dataset_value(&app.loaded, 0, 0).number, 1187000);
    cr_expect(strstr(command_of(&app, &arena), "--unit=EUR:6 --decimal=comma t.csv"),
              "%s", command_of(&app, &arena));
    arena_clear(&arena);
    app_close(&app);
}

Test(question, columns_are_said_with_left_and_right)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct arena arena = {0};
    struct app app;

    start(&app, folder, finnish);
    program_press(&app, "A");
    cr_assert_eq(app.question.kind, QUESTION_COLUMNS);
    cr_expect(program_shows(&app, "Not known yet: exports and imports"));
    /* Dates and names are plain; which figures are which has to be said. */
    cr_expect_str_eq(app.question.rows[app.question.chosen].text, "Vienti");
    program_press(&app, "<Enter>");
    cr_expect_eq(app.page, PAGE_QUESTION);
    cr_expect(strstr(app.message, "exports and imports"), "%s", app.message);
    /* Exports; then imports, past what others have. */
    program_press(&app, "<Right>j<Right>");
    expect_preview(&app, "41");
    program_press(&app, "<Enter>");
    cr_expect_eq(app.question.kind, QUESTION_DECIMAL);
    program_press(&app, "j<Enter>");
    cr_expect_eq(app.question.kind, QUESTION_UNIT);
    program_press(&app, "<Esc>");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect(strstr(command_of(&app, &arena), "period=Vuosi,partner=Maa,"
                                               "exports=Vienti,imports=Tuonti"),
              "%s", command_of(&app, &arena));
    arena_clear(&arena);
    app_close(&app);
}

Test(question, an_encoding_is_seen_before_it_is_said)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;
    size_t i = 0;

    start(&app, folder, bytes);
    cr_expect_eq(app.page, PAGE_ERRORS);
    program_press(&app, "A");
    cr_assert_eq(app.question.kind, QUESTION_ENCODING);
    cr_expect_str_eq(app.question.rows[0].text, "CP1252");
    while (strcmp(app.question.rows[app.question.chosen].text, "ISO-8859-2") != 0 &&
           i++ < app.question.count)
        program_press(&app, "j");
    cr_expect(strstr(app.question.lines[1], "Čech"), "%s", app.question.lines[1]);
    program_press(&app, "<Enter>");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect_str_eq(app.loaded.dimension[0].members[1].code, "Zoë");
    app_close(&app);
}

/* A word of Russian in KOI8-R. */
Test(question, text_in_another_script_lists_other_encodings_first)
{
    static const char text[] = "year,partner,exports_usd\n"
                               "2024,\xeb\xc9\xd4\xc1\xca,5\n";
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start(&app, folder, text);
    program_press(&app, "A");
    cr_assert_eq(app.question.kind, QUESTION_ENCODING);
    cr_expect_str_eq(app.question.rows[0].text, "GB18030");
    app_close(&app);
}

Test(question, esc_leaves_everything_as_it_was)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct arena arena = {0};
    struct app app;

    start(&app, folder, "year,exports,imports\n2023,5,6\n2024,7,8\n");
    cr_expect_eq(app.page, PAGE_DATA);
    program_press(&app, "Ajjj<Right><Esc>");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect_eq(app.loaded.unit.kind, UNIT_NONE);
    cr_expect_str_eq(command_of(&app, &arena), "entrepot --view=overview t.csv");
    arena_clear(&arena);
    app_close(&app);
}

Test(question, what_leaves_nothing_open_is_no_question)
{
    struct app app;

    program_start(&app, "china-partners-2024.yaml", false);
    program_press(&app, "A");
    cr_expect_eq(app.page, PAGE_DATA);
    cr_expect(strstr(app.message, "no table"), "%s", app.message);
    program_press(&app, "W");
    cr_expect_eq(app.prompt, PROMPT_NONE);
    app_close(&app);
}

Test(question, answers_stay_in_a_workspace)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct arena arena = {0};
    struct app app;
    struct catalog catalog = {0};
    struct look look = {.colors = 256};
    size_t size;

    start(&app, folder, doubtful);
    program_press(&app, "Aj<Enter>j<Right><Enter>ww.workspace.yaml<C-u>w.yaml<Enter>");
    app_close(&app);
    cr_expect(strstr(files_read(&arena, "w.yaml", &size),
                     "    unit: \"CNY:3\"\n    decimal: comma\n"),
              "%s", files_read(&arena, "w.yaml", &size));
    app_open(&app, &catalog, &look, "en");
    cr_expect_eq(workspace_open_file(&app, "w.yaml"), LOAD_OK);
    cr_expect_str_eq(app.loaded.unit.code, "CNY");
    cr_expect_eq(dataset_value(&app.loaded, 0, 0).number, 1187);
    app_close(&app);
    arena_clear(&arena);
}

Test(question, answers_become_a_dataset_that_names_the_table)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;
    struct dataset dataset = {0};
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    start(&app, folder, doubtful);
    program_press(&app, "Aj<Enter>j<Right><Enter>W");
    cr_expect_str_eq(app.file_name, "t.yaml");
    program_press(&app, "<Enter>");
    cr_expect(strstr(app.message, "wrote t.yaml"), "%s", app.message);
    app_close(&app);
    cr_expect_eq(load_file("t.yaml", &load_limits_default, &dataset, &diags), LOAD_OK);
    cr_expect_eq(dataset_value(&dataset, 0, 0).number, 1187);
    dataset_close(&dataset);
    arena_clear(&arena);
}

/* In its folder alone can it name the table. */
Test(question, the_dataset_is_written_beside_the_table)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start(&app, folder, doubtful);
    cr_assert_eq(mkdir("below", 0700), 0);
    files_write("below/t.csv", doubtful, strlen(doubtful));
    tabs_open(&app, "below/t.csv");
    program_press(&app, "Aj<Enter>j<Right><Enter>W");
    cr_expect_str_eq(app.file_name, "below/t.yaml");
    program_press(&app, "<Enter>");
    cr_expect(strstr(app.message, "wrote below/t.yaml"), "%s", app.message);
    app_close(&app);
}

Test(question, golden_pages)
{
    static const struct {
        const char *text;
        const char *keys;
        const char *name;
        int rows;
        int cols;
        bool is_ascii;
    } cases[] = {
        {doubtful, "A", "question-decimal-80x24", 24, 80, false},
        {doubtful, "A<Enter><Right>", "question-unit-80x24", 24, 80, false},
        {doubtful, "A<Enter><Right>", "question-unit-40x12-ascii", 12, 40, true},
        {finnish, "A<Right>j", "question-columns-120x35", 35, 120, false},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char folder[] = "/tmp/entrepot-ask-XXXXXX";
        struct arena arena = {0};
        struct app app;
        const char *here = getenv("PWD");
        start(&app, folder, cases[i].text);
        cr_assert_eq(chdir(here ? here : "/"), 0);
        cr_assert_eq(chdir(folder), 0);
        app.look.is_ascii = cases[i].is_ascii;
        program_press(&app, cases[i].keys);
        cr_assert_eq(chdir(here ? here : "/"), 0);
        cr_expect(golden_check(program_draw(&app, &arena, cases[i].rows, cases[i].cols),
                               cases[i].name),
                  "%s", cases[i].name);
        arena_clear(&arena);
        app_close(&app);
    }
}

Test(question, every_size_can_be_drawn)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start(&app, folder, finnish);
    program_press(&app, "AG<Left>");
    for (int rows = 0; rows < 40; rows++)
        for (int cols = 0; cols < 130; cols += 7) {
            struct arena arena = {0};
            program_draw(&app, &arena, rows, cols);
            arena_clear(&arena);
        }
    app_close(&app);
}

static const char older[] = "year,partner,exports (million USD)\n2023,A,1\n2024,A,10\n";
static const char newer[] =
    "year,partner,exports (million USD)\n2024,A,12\n2025,A,20\n";

static void start_overlap(struct app *app, char *folder)
{
    start(app, folder, older);
    files_write("new.csv", newer, strlen(newer));
    tabs_open(app, "t.csv\x1fnew.csv");
    question_ask(app);
    cr_assert_eq(app->page, PAGE_QUESTION);
    cr_assert_eq(app->question.kind, QUESTION_OVERLAP);
}

/* What is in both with other figures is the later file's when that is the answer, and
 * the older figure stays beside it. */
Test(question, whose_figures_count_where_files_overlap)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct arena arena = {0};
    struct app app;

    start_overlap(&app, folder);
    cr_expect(program_shows(&app, "other figures than at line 3"));
    cr_expect(program_shows(&app, "new.csv revise those before"));
    program_press(&app, "<Enter>");
    cr_assert_eq(app.page, PAGE_DATA);
    cr_expect_eq(app.loaded.observation_count, 3);
    cr_expect_eq(app.loaded.superseded_count, 1);
    cr_expect(strstr(command_of(&app, &arena), " --revise"), "%s",
              command_of(&app, &arena));
    program_press(&app, "V");
    cr_expect(program_shows(&app, "1 revised"));
    cr_expect_not(program_shows(&app, "unchanged"));
    cr_expect(program_shows(&app, " 10 "));
    cr_expect(program_shows(&app, " 12 "));
    arena_clear(&arena);
    app_close(&app);
}

Test(question, files_that_overlap_are_apart_where_nobody_says_which_counts)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start_overlap(&app, folder);
    program_press(&app, "<Esc>");
    cr_assert_eq(app.page, PAGE_DATA);
    cr_expect_eq(app.loaded.superseded_count, 0);
    cr_expect(strstr(app.message, "not one dataset"), "%s", app.message);
    app_close(&app);
}

/* The sum of what is added up is 100 + 100; alike rows may also be one. */
Test(question, what_rows_of_one_key_are)
{
    static const char rows[] =
        "date,country,exports (USD)\n2024-01-03,CN,100\n2024-01-03,CN,100\n"
        "2024-01-05,US,7\n";
    static const char *const keys[] = {"<Enter>", "<Down><Enter>"};
    static const char *const words[] = {" --repeats=once", " --repeats=add"};

    for (size_t i = 0; i < 2; i++) {
        char folder[] = "/tmp/entrepot-ask-XXXXXX";
        struct arena arena = {0};
        struct app app;
        start(&app, folder, rows);
        question_ask(&app);
        cr_assert_eq(app.page, PAGE_QUESTION);
        cr_assert_eq(app.question.kind, QUESTION_REPEATS);
        cr_expect(program_shows(&app, "the same, said again"));
        program_press(&app, keys[i]);
        cr_assert_eq(app.page, PAGE_DATA);
        cr_expect_eq(app.loaded.observation_count, 2);
        cr_expect_eq(dataset_value(&app.loaded, 0, 0).number, i ? 200 : 100);
        cr_expect(strstr(command_of(&app, &arena), words[i]), "%s",
                  command_of(&app, &arena));
        arena_clear(&arena);
        app_close(&app);
    }
}

/* Tab goes to what can be asked about this file. */
Test(question, tab_leaves_out_what_there_is_nothing_to_ask_about)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start(&app, folder, doubtful);
    program_press(&app, "A");
    for (int i = 0; i < 8; i++) {
        cr_expect_neq(app.question.kind, QUESTION_OVERLAP);
        cr_expect_neq(app.question.kind, QUESTION_ENCODING);
        program_press(&app, "<Tab>");
    }
    app_close(&app);
}

Test(question, the_unit_begins_at_what_the_file_states)
{
    char folder[] = "/tmp/entrepot-ask-XXXXXX";
    struct app app;

    start(&app, folder,
          "\xEF\xBB\xBFyear,partner,unit,exports,imports\r\n"
          "2023,China,EUR mn,11,23\r\n2024,China,EUR mn,12,31\r\n");
    program_press(&app, "A");
    cr_assert_eq(app.question.kind, QUESTION_UNIT);
    cr_expect_str_eq(app.question.rows[app.question.chosen].text, "EUR");
    cr_expect_str_eq(app.question.lines[0], "year,partner,unit,exports,imports");
    cr_expect_str_eq(app.question.lines[1], "2023,China,EUR mn,11,23");
    app_close(&app);
}
