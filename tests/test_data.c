/*
 * `data:` of a file of ours: tables beside it, and what it says about them.
 */
#include "core/export/convert.h"
#include "core/load/load.h"
#include "tests/files.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A folder of this test's own, with the text under the name. */
static void enter(const char *name, const char *text)
{
    char folder[] = "/tmp/entrepot-data-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write(name, text, strlen(text));
}

static void load(struct loaded *loaded, const char *yaml)
{
    files_write("t.yaml", yaml, strlen(yaml));
    loaded_open(loaded);
    loaded->result =
        load_file("t.yaml", &load_limits_default, &loaded->dataset, &loaded->diags);
}

Test(data, a_table_is_read_as_the_file_says)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    enter("g.csv",
          "Jahr;Land;Ausfuhr;Einfuhr\n2023;Japan;1.234,5;90\n2024;Peru;2,5;95\n");
    load(&loaded,
         "entrepot: 1\ntitle: Ours\nunit: {currency: EUR, scale: 6}\n"
         "decimal: comma\ndata: g.csv\n"
         "map: {year: Jahr, partner: Land, exports: Ausfuhr, imports: Einfuhr}\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_str_eq(label_pick(&dataset->title, "en"), "Ours");
    cr_expect_str_eq(dataset->measure[0].unit.code, "EUR");
    cr_expect_eq(dataset_value(dataset, 0, 0).number, 1234500000);
    cr_expect_str_eq(dataset_place(dataset, 1).file, "g.csv");
    cr_expect_eq(dataset_place(dataset, 1).line, 3);
    loaded_close(&loaded);
}

Test(data, what_is_declared_holds_and_an_empty_figure_is_none)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    enter("g.csv", "period,port,exports,tonnes,flag\n2023,B,,~,p\n2023,A,5,7,\n");
    load(&loaded,
         "title: T\nunit: {currency: USD, scale: 3}\n"
         "dimensions: {port: {members: [{code: A, name: Avonmouth}, B]}}\n"
         "measures: {tonnes: {unit: {quantity: tonnes, scale: 0}}}\ndata: g.csv\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert_eq(dataset->dimension_count, 1);
    cr_expect_str_eq(dataset->dimension[0].members[0].code, "A");
    cr_expect_eq(dataset_value(dataset, dataset_measure(dataset, "exports"), 0).absence,
                 ABSENCE_NO_ROW);
    cr_expect_eq(dataset_value(dataset, dataset_measure(dataset, "tonnes"), 0).absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(dataset_value(dataset, dataset_measure(dataset, "exports"), 1).number,
                 5000);
    cr_expect_str_eq(
        dataset->texts[ATTRIBUTE_FLAG]
            .text[codes_get_sparse(&dataset->attribute[ATTRIBUTE_FLAG], 0)],
        "p");
    loaded_close(&loaded);
    load(&loaded, "title: T\nunit: {currency: USD, scale: 3}\n"
                  "dimensions: {port: {members: [A]}}\ndata: g.csv\n");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded.diags.first->at.file, "g.csv");
    loaded_close(&loaded);
}

/* Nothing is left of a conversion that cannot be finished, and a name in .csv is not
 * taken twice. */
Test(data, a_conversion_is_there_whole_or_not_at_all)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct loaded loaded;

    enter("g.csv", "period,exports\n2023,1\n2024,2\n");
    load(&loaded, "title: T\nunit: {currency: USD, scale: 3}\ndata: g.csv\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_not(convert_dataset(&loaded.dataset, "t.yaml", 0, &diags));
    cr_expect_eq(access("t.csv", F_OK), -1);
    cr_expect(convert_dataset(&loaded.dataset, "n.csv", 0, &diags));
    cr_expect_eq(access("n.csv.csv", F_OK), 0);
    loaded_close(&loaded);
    arena_clear(&arena);
}

/* As many measures as a dataset can have, beside dimensions: each has its column. */
Test(data, every_measure_of_many_comes_back_from_a_table)
{
    struct arena arena = {0};
    char *yaml = arena_printf(&arena, "title: T\nunit: {currency: USD, scale: 3}\n"
                                      "dimensions: {port: ~}\nmeasures:\n");
    char *head = arena_printf(&arena, "period,port");
    char *row = arena_printf(&arena, "2024,A");
    struct loaded loaded;

    for (int i = 0; i < MEASURE_MAX; i++) {
        yaml = arena_printf(&arena, "%s  m%d: ~\n", yaml, i);
        head = arena_printf(&arena, "%s,m%d", head, i);
        row = arena_printf(&arena, "%s,%d", row, i);
    }
    enter("g.csv", arena_printf(&arena, "%s\n%s\n", head, row));
    load(&loaded, arena_printf(&arena, "%sdata: g.csv\n", yaml));
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert_eq(loaded.dataset.measure_count, MEASURE_MAX);
    for (size_t i = 0; i < MEASURE_MAX; i++)
        cr_expect_eq(dataset_value(&loaded.dataset, i, 0).number, (double)i * 1000);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(data, answers_that_are_saved_open_the_table_again)
{
    static const char text[] = "Jahr;Land;Wert\n2023;Japan;1,187\n2024;Peru;2,500\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct load_answers answers = {
        .decimal = ',', .unit = {UNIT_CURRENCY, "EUR", 6}, .encoding = "ISO-8859-1"};
    struct dataset dataset = {0};
    struct loaded loaded;
    size_t size;

    enter("g.csv", text);
    cr_expect(convert_answers(&dataset, &answers, "g.csv", "new.yaml", &diags));
    cr_expect_str_eq(files_read(&arena, "new.yaml", &size),
                     "entrepot: 1\nunit: {currency: EUR, scale: 6}\ndecimal: comma\n"
                     "encoding: \"ISO-8859-1\"\ndata: [\"g.csv\"]\n");
    cr_expect_not(convert_answers(&dataset, &answers, "/etc/g.csv", "n2.yaml", &diags));
    cr_expect_not(convert_answers(&dataset, &answers, "g.csv", "new.yaml", &diags));
    load(&loaded, "title: T\nunit: {currency: EUR, scale: 6}\ndecimal: comma\n"
                  "map: {year: Jahr, partner: Land, exports: Wert}\ndata: [g.csv]\n");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 1).number, 2500000);
    loaded_close(&loaded);
    arena_clear(&arena);
}
