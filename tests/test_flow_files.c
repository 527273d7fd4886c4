/*
 * Exports in one file and imports in another: one dataset, whether they are given one
 * by one, as a folder or as an archive, and no flow where nothing is certain.
 */
#include "core/load/load.h"
#include "core/load/roles.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"
#include "tui/opening.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BRAZIL                                                                \
    "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";" \
    "\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\""
#define BRAZIL_ROW \
    "\"2024\";\"01\";\"12019000\";\"21\";\"160\";\"MT\";\"01\";\"0817800\";1;1;"
#define MUNICIPAL                                                         \
    "\"CO_ANO\";\"CO_MES\";\"SH4\";\"CO_PAIS\";\"SG_UF_MUN\";\"CO_MUN\";" \
    "\"KG_LIQUIDO\";\"VL_FOB\"\n\"2024\";\"01\";\"1201\";\"160\";\"MT\";" \
    "\"5107925\";9;"

struct pair {
    const char *name;
    const char *text;
};

static void enter(const struct pair *files, size_t count)
{
    char folder[] = "/tmp/entrepot-flows-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    for (size_t i = 0; i < count; i++)
        files_write(files[i].name, files[i].text, strlen(files[i].text));
}

/* What the files open as when they are given one after the other. */
static struct paths given(const struct pair *files, size_t count, struct arena *arena)
{
    struct options options = {.limits = load_limits_default};
    struct diag_list diags = {.arena = arena};
    const char *names[4];

    for (size_t i = 0; i < count; i++)
        names[i] = files[i].name;
    options.files = names;
    options.file_count = count;
    return opening_of(&options, arena, &diags);
}

static void load(struct loaded *loaded, const char *path)
{
    loaded_open(loaded);
    loaded->result =
        load_file(path, &load_limits_default, &loaded->dataset, &loaded->diags);
}

static bool was_said(const struct loaded *loaded, const char *words)
{
    for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
        if (strstr(diag->message, words))
            return true;
    return false;
}

/* Both are one dataset, with these figures of the only period. */
static void expect_one(const struct pair *files, const char *period, double exports,
                       double imports)
{
    struct arena arena = {0};
    struct loaded loaded;
    struct paths paths;

    enter(files, 2);
    paths = given(files, 2, &arena);
    cr_assert_eq(paths.count, 1, "%s", files[0].name);
    load(&loaded, paths.path[0]);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.measure_count, 2);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, period).number,
                 exports);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, period).number,
                 imports);
    expect_round_trip(&loaded.dataset, files[0].name);
    loaded_close(&loaded);
    load(&loaded, ".");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.measure_count, 2);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(flow_files, both_flows_of_a_publisher_are_one_dataset)
{
    static const struct pair brazil[] = {
        {"EXP_2024.csv", BRAZIL "\n" BRAZIL_ROW "500\n"},
        {"IMP_2024.csv", BRAZIL ";\"VL_FRETE\";\"VL_SEGURO\"\n" BRAZIL_ROW "70;1;1\n"},
    };
    static const struct pair old[] = {
        {"EXP_1997.csv", BRAZIL "\n" BRAZIL_ROW "500\n"},
        {"IMP_1997.csv", BRAZIL "\n" BRAZIL_ROW "60\n"},
    };
    static const struct pair towns[] = {
        {"EXP_2024_MUN.csv", MUNICIPAL "40\n"},
        {"IMP_2024_MUN.csv", MUNICIPAL "30\n"},
    };
    static const struct pair census[] = {
        {"a.csv", "CTY_CODE,CTY_NAME,ALL_VAL_MO,ALL_VAL_YR,time\n"
                  "5700,CHINA,11,22,2024-01\n"},
        {"b.csv", "CTY_CODE,CTY_NAME,GEN_VAL_MO,GEN_VAL_YR,time\n"
                  "5700,CHINA,35,70,2024-01\n"},
    };
    static const struct pair goods[] = {
        {"a.json", "[[\"CTY_CODE\",\"E_COMMODITY\",\"ALL_VAL_MO\",\"time\"],\n"
                   "[\"5700\",\"12\",\"9\",\"2024-01\"]]\n"},
        {"b.json", "[[\"CTY_CODE\",\"I_COMMODITY\",\"GEN_VAL_MO\",\"time\"],\n"
                   "[\"5700\",\"12\",\"8\",\"2024-01\"]]\n"},
    };

    expect_one(brazil, "2024-01", 500, 70);
    expect_one(old, "2024-01", 500, 60);
    expect_one(towns, "2024-01", 40, 30);
    expect_one(census, "2024-01", 11, 35);
    expect_one(goods, "2024-01", 9, 8);
}

Test(flow_files, names_and_titles_say_the_flow_of_values)
{
    static const struct pair names[] = {
        {"exp_only.csv", "period,partner,value\n2024,CN,100\n"},
        {"imp_only.csv", "period,partner,value\n2024,CN,80\n"},
    };
    static const struct pair titles[] = {
        {"a.csv", "Exports of goods by partner\nperiod,partner,value\n2024,CN,5\n"},
        {"b.csv", "Imports of goods by partner\nperiod,partner,value\n2024,CN,6\n"},
    };
    static const struct pair chinese[] = {
        {"2024出口.csv", "country,flag,2023,2024\nCN,,1,100\n"},
        {"2024进口.csv", "country,flag,2023,2024\nCN,,1,80\n"},
    };

    expect_one(names, "2024", 100, 80);
    expect_one(titles, "2024", 5, 6);
    expect_one(chinese, "2024", 100, 80);
}

Test(flow_files, a_flow_that_nothing_tells_is_not_guessed)
{
    static const struct pair alone[] = {
        {"export.csv", "period,partner,value\n2024,CN,100\n"},
        {"VL.csv", BRAZIL "\n" BRAZIL_ROW "500\n"},
        {"reexports.csv", "period,partner,value\n2024,CN,90\n"},
        {"exp_and_imp.csv", "period,partner,value\n2025,CN,90\n"},
    };
    struct loaded loaded;

    enter(alone, 4);
    load(&loaded, "export.csv");
    cr_expect_str_eq(loaded.dataset.measure[0].id, "value");
    loaded_close(&loaded);
    load(&loaded, "VL.csv");
    cr_expect_str_eq(loaded.dataset.measure[0].id, "value");
    cr_expect(was_said(&loaded, "--map=flow==exports"), "%s", loaded_message(&loaded));
    loaded_close(&loaded);
    load(&loaded, "export.csv\x1freexports.csv");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    loaded_close(&loaded);
    load(&loaded, "export.csv\x1f"
                  "exp_and_imp.csv");
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_str_eq(loaded.dataset.measure[0].id, "value");
    cr_expect_eq(loaded.dataset.measure_count, 1);
    loaded_close(&loaded);
}

Test(flow_files, a_file_without_a_flow_among_those_with_one_is_refused)
{
    static const struct pair files[] = {
        {"exp.csv", "period,partner,value\n2023,CN,100\n"},
        {"imp.csv", "period,partner,value\n2023,CN,90\n"},
        {"more.csv", "period,partner,value\n2024,CN,90\n"},
    };
    struct loaded loaded;

    enter(files, 3);
    load(&loaded, ".");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(was_said(&loaded, "nothing says whether its values are exports"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

Test(flow_files, an_answer_says_the_flow)
{
    static const struct pair file = {"a.csv", "period,partner,value\n2023,CN,100\n"};
    static const struct {
        const char *answer;
        const char *measure; /* NULL: no answer */
    } cases[] = {
        {"=exports", "exports"}, {"=imports", "imports"}, {"=both", NULL}, {"=", NULL}};

    enter(&file, 1);
    for (size_t i = 0; i < 4; i++) {
        struct load_limits limits = load_limits_default;
        struct load_answers answers = {.map_count = 1};
        struct loaded loaded;
        answers.map[0] = (struct load_map){.role = role_find("flow", 4),
                                           .column = cases[i].answer,
                                           .length = strlen(cases[i].answer)};
        limits.answers = &answers;
        loaded_open(&loaded);
        loaded.result = load_file("a.csv", &limits, &loaded.dataset, &loaded.diags);
        if (cases[i].measure)
            cr_expect_str_eq(loaded.dataset.measure[0].id, cases[i].measure);
        else
            cr_expect(strstr(loaded_error(&loaded), "is no flow"), "%s",
                      loaded_error(&loaded));
        loaded_close(&loaded);
    }
}
