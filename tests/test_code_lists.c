/*
 * Lists of codes beside figures: which members they name, wherever they stand.
 */
#include "core/load/code_lists.h"
#include "core/load/load.h"
#include "core/load/look.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tui/opening.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char comtrade[] = "typeCode,refPeriodId,period,reporterCode,flowCode,"
                               "partnerCode,cmdCode,primaryValue\n"
                               "C,1,2022,156,X,4,0101,110\nC,1,2022,156,X,12,0102,12\n";
static const char partners[] =
    ",id,text,PartnerCode,PartnerCodeIsoAlpha3\n"
    "0,4,Afghanistan ,4,AFG\n1,12,Algeria,12,DZA\n2,156,China,156,CHN\n";
static const char products[] =
    "{\"more\":false,\"results\":["
    "{\"id\":\"TOTAL\",\"text\":\"Total - Total of all HS "
    "commodities\",\"parent\":\"#\"},"
    "{\"id\":\"0101\",\"text\":\"0101 - Horses, asses\",\"parent\":\"01\"},"
    "{\"id\":\"0102\",\"text\":\"0102 - Bovine animals \",\"parent\":\"01\"}]}";

static void write_text(const char *name, const char *text)
{
    files_write(name, text, strlen(text));
}

static void enter(void)
{
    char folder[] = "/tmp/entrepot-lists-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static void load(struct loaded *loaded, const char *path)
{
    loaded_open(loaded);
    loaded->result =
        load_file(path, &load_limits_default, &loaded->dataset, &loaded->diags);
}

static const char *name_of(const struct loaded *loaded, const char *dimension,
                           const char *code)
{
    size_t d = dataset_dimension(&loaded->dataset, dimension);
    uint32_t member;

    cr_assert_neq(d, SIZE_MAX, "%s", dimension);
    member = dict_find(&loaded->dataset.dimension[d].codes, code, strlen(code));
    cr_assert_neq(member, DICT_NONE, "%s", code);
    return member_name(&loaded->dataset.dimension[d], member, "en");
}

static void expect_named(const char *path)
{
    struct loaded loaded;

    load(&loaded, path);
    cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", path, loaded_error(&loaded));
    cr_expect_str_eq(name_of(&loaded, "partner", "4"), "Afghanistan", "%s", path);
    cr_expect_str_eq(name_of(&loaded, "partner", "12"), "Algeria", "%s", path);
    cr_expect_str_eq(name_of(&loaded, "product", "0101"), "Horses, asses", "%s", path);
    cr_expect_str_eq(name_of(&loaded, "product", "0102"), "Bovine animals", "%s", path);
    cr_expect_str_eq(label_pick(&loaded.dataset.reporter, "en"), "China", "%s", path);
    loaded_close(&loaded);
}

Test(code_lists, name_what_lacks_names_before_and_behind_the_figures)
{
    enter();
    cr_assert_eq(mkdir("f", 0700), 0);
    write_text("f/data.csv", comtrade);
    write_text("f/a.csv", partners);
    write_text("f/z.json", products);
    expect_named("f/data.csv\x1f"
                 "f/a.csv\x1f"
                 "f/z.json");
    expect_named("f/z.json\x1f"
                 "f/a.csv\x1f"
                 "f/data.csv");
    expect_named("f");
}

Test(code_lists, a_file_of_ours_may_name_them_among_its_tables)
{
    struct loaded loaded;

    enter();
    write_text("data.csv", "year,partner,exports\n2022,4,5\n2022,12,6\n");
    write_text("p.csv", partners);
    write_text("ours.yaml", "title: T\nunit: {currency: USD, scale: 0}\n"
                            "data: [data.csv, p.csv]\n");
    load(&loaded, "ours.yaml");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_str_eq(name_of(&loaded, "partner", "12"), "Algeria");
    loaded_close(&loaded);
}

Test(code_lists, names_of_the_table_itself_stay)
{
    struct loaded loaded;

    enter();
    write_text("data.csv", "year,partner_code,partner,exports\n"
                           "2022,4,Afgha,5\n2022,12,Alge,6\n");
    write_text("p.csv", partners);
    load(&loaded, "data.csv\x1f"
                  "p.csv");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_str_eq(name_of(&loaded, "partner", "12"), "Alge");
    cr_expect_str_eq(loaded.diags.last->message,
                     "this list of codes names none that lacks a name");
    loaded_close(&loaded);
}

Test(code_lists, of_several_in_a_file_the_one_for_the_dimension_is_taken)
{
    struct loaded loaded;

    enter();
    write_text("data.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,ACTIVITY,COLOUR,"
                           "TIME_PERIOD,OBS_VALUE\n"
                           "dataflow,X:Y(1.0),I,A,A01,R,2014,5\n"
                           "dataflow,X:Y(1.0),I,M,A02,G,2014,6\n"
                           "dataflow,X:Y(1.0),I,A,A02,R,2014,7\n"
                           "dataflow,X:Y(1.0),I,A,A01,G,2014,8\n");
    /* A and M are in two lists, R and G in two that are made for neither. */
    write_text("lists.csv", "source,codelist,code,name\n"
                            "x,CL_STATUS,A,Normal\nx,CL_STATUS,M,Missing\n"
                            "x,CL_FREQ,A,Annual\nx,CL_FREQ,M,Monthly\n"
                            "x,CL_ISIC,A01,Crops\nx,CL_ISIC,A02,Forestry\n"
                            "x,CL_ONE,R,Red\nx,CL_ONE,G,Green\n"
                            "x,CL_TWO,R,Rouge\nx,CL_TWO,G,Grenat\n");
    load(&loaded, "data.csv\x1flists.csv");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_str_eq(name_of(&loaded, "freq", "A"), "Annual");
    cr_expect_str_eq(name_of(&loaded, "freq", "M"), "Monthly");
    cr_expect_str_eq(name_of(&loaded, "activity", "A02"), "Forestry");
    cr_expect_str_eq(name_of(&loaded, "colour", "R"), "R");
    loaded_close(&loaded);
}

Test(code_lists, a_list_of_few_of_the_codes_is_another_list)
{
    struct loaded loaded;

    enter();
    write_text("data.csv",
               "year,product,exports\n2022,a,5\n2022,b,6\n2022,c,6\n2022,d,6\n");
    write_text("l.csv", "code,name\na,Apples\nb,Beer\nx,Xylophones\n");
    load(&loaded, "data.csv\x1fl.csv");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_error(&loaded));
    cr_expect_str_eq(name_of(&loaded, "product", "a"), "a");
    loaded_close(&loaded);
    write_text("l.csv", "code,name\na,Apples\nb,Beer\nc,Cherries\nx,Xylophones\n");
    load(&loaded, "data.csv\x1fl.csv");
    cr_expect_str_eq(name_of(&loaded, "product", "a"), "Apples");
    cr_expect_str_eq(name_of(&loaded, "product", "d"), "d");
    loaded_close(&loaded);
}

Test(code_lists, are_told_by_their_headings)
{
    static const struct {
        const char *text;
        bool is_list;
    } cases[] = {
        {partners, true},
        {products, true},
        {"[{\"id\":\"4\",\"text\":\"Afghanistan\"}]", true},
        {"section,hscode,description,parent,level\nI,01,Animals; live,TOTAL,2\n", true},
        {"country_code,country_name,country_iso2,country_iso3\n4,A,AF,AFG\n", true},
        {"code,description\n01,Animals\n", true},
        {"id;name\nA;Annual\n", true},
        {"code,name,exports\n01,Animals,5\n", false},
        {"year,code,name,exports\n2022,01,Animals,5\n", false},
        {"code,name,a,b,c\n01,Animals,5,6,7\n", false},
        {"dataItem,description,isInDataAPICommodity\ntypeCode,Goods,True\n", false},
        {"title: T\nobservations: []\n", false},
        {"hello\n", false},
        {"", false},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_eq(code_list_recognises(cases[i].text, strlen(cases[i].text)),
                     cases[i].is_list, "%s", cases[i].text);
}

Test(code_lists, without_figures_are_said_to_be_lists)
{
    struct loaded loaded;

    enter();
    cr_assert_eq(mkdir("f", 0700), 0);
    write_text("f/a.csv", partners);
    write_text("f/z.json", products);
    write_text("f/about.txt", "Two lists.\n");
    load(&loaded, "f");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded_error(&loaded),
                     "there are names of codes in it (a.csv, z.json), and no figures");
    loaded_close(&loaded);
    load(&loaded, "f/z.json");
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_not_null(strstr(loaded_error(&loaded), "has names, but no figures"));
    loaded_close(&loaded);
}

static struct paths open_with(const char *const *files, size_t count,
                              struct arena *arena)
{
    struct options options = {.limits = load_limits_default};
    struct diag_list diags = {.arena = arena};

    options.files = files;
    options.file_count = count;
    return opening_of(&options, arena, &diags);
}

Test(code_lists, that_are_given_with_tables_are_of_each_of_them)
{
    static const char *const files[] = {"p.csv", "data.csv", "other.csv"};
    static const char *const lists[] = {"p.csv", "q.csv"};
    struct arena arena = {0};
    struct paths paths;

    enter();
    write_text("p.csv", partners);
    write_text("q.csv", partners);
    write_text("data.csv", comtrade);
    write_text("other.csv", "year,partner,exports\n2022,4,5\n");
    paths = open_with(files, 3, &arena);
    cr_assert_eq(paths.count, 2);
    cr_expect_str_eq(paths.path[0], "data.csv\x1fp.csv");
    cr_expect_str_eq(paths.path[1], "other.csv\x1fp.csv");
    cr_expect_eq(open_with(lists, 2, &arena).count, 2);
    arena_clear(&arena);
}

static void expect_left(const char *folder, const char *message)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};

    load_folder(folder, &load_limits_default, &arena, &diags);
    cr_assert_not_null(diags.first);
    cr_expect_str_eq(diags.first->message, message);
    cr_expect_str_eq(diags.first->at.file, folder);
    arena_clear(&arena);
}

Test(code_lists, a_folder_of_several_datasets_is_as_many)
{
    static const char *const folder[] = {"f"};
    static const char *const outer[] = {"outer"};
    struct arena arena = {0};
    struct paths paths;

    enter();
    cr_assert_eq(mkdir("f", 0700), 0);
    write_text("f/about.txt", "Text.\n");
    write_text("f/1.csv", "year,partner,exports\n2021,4,5\n");
    paths = open_with(folder, 1, &arena);
    cr_assert_eq(paths.count, 1);
    cr_expect_str_eq(paths.path[0], "f");
    write_text("f/2.csv", comtrade);
    write_text("f/3.csv", "year,partner,exports\n2022,4,5\n");
    write_text("f/p.csv", partners);
    paths = open_with(folder, 1, &arena);
    cr_assert_eq(paths.count, 2);
    cr_expect_str_eq(paths.path[0], "f/1.csv\x1f"
                                    "f/3.csv\x1f"
                                    "f/p.csv");
    cr_expect_str_eq(paths.path[1], "f/2.csv\x1f"
                                    "f/p.csv");
    expect_left("f", "1 file is left out, no data: about.txt");
    cr_assert_eq(mkdir("outer", 0700), 0);
    cr_assert_eq(mkdir("outer/inner", 0700), 0);
    write_text("outer/about.txt", "Text.\n");
    write_text("outer/inner/2.csv", comtrade);
    paths = open_with(outer, 1, &arena);
    cr_assert_eq(paths.count, 1);
    cr_expect_str_eq(paths.path[0], "outer/inner");
    cr_assert_eq(mkdir("outer/other", 0700), 0);
    paths = open_with(outer, 1, &arena);
    cr_expect_str_eq(paths.path[0], "outer");
    arena_clear(&arena);
}

Test(code_lists, text_is_told_in_one_line)
{
    struct loaded loaded;
    static const char text[] = "repo: somewhere\nlicence: none, see a: b\n";

    loaded_bytes(&loaded, "SOURCE.txt", text, strlen(text), &load_limits_default);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_eq(loaded.diags.count[SEVERITY_ERROR], 1);
    cr_expect_eq(strncmp(loaded_error(&loaded), "this is text, and not a dataset;", 32),
                 0, "%s", loaded_error(&loaded));
    loaded_close(&loaded);
    loaded_bytes(&loaded, "my.txt", "titel: x\nunit: y\n", 17, &load_limits_default);
    cr_expect_not_null(strstr(loaded_error(&loaded), "did you mean 'title'"), "%s",
                       loaded_error(&loaded));
    loaded_close(&loaded);
}

Test(code_lists, comex_stat_names_are_in_lists_in_latin_1)
{
    /* The byte between two paths, and not a longer one with the E behind it. */
    static const char together[] = "NCM.csv\x1f"
                                   "EXP_2024.csv\x1fPAIS.csv";
    static const char *const paths[] = {"EXP_2024.csv", ".", together};

    enter();
    write_text("EXP_2024.csv", "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_PAIS\";"
                               "\"CO_VIA\";\"VL_FOB\"\n"
                               "\"2024\";\"01\";\"12019000\";\"013\";\"01\";5\n"
                               "\"2024\";\"01\";\"26011100\";\"023\";\"04\";6\n");
    write_text("PAIS.csv",
               "\"CO_PAIS\";\"CO_PAIS_ISON3\";\"CO_PAIS_ISOA3\";\"NO_PAIS\";"
               "\"NO_PAIS_ING\";\"NO_PAIS_ESP\"\n"
               "\"000\";\"898\";\"ZZZ\";\"N\xe3o Definido\";\"Not defined\";"
               "\"No definido\"\n"
               "\"013\";\"004\";\"AFG\";\"Afeganist\xe3o\";\"Afghanistan\";"
               "\"Afganist\xe1n\"\n"
               "\"015\";\"248\";\"ALA\";\"Aland, Ilhas\";\"\xc5land Islands\";"
               "\"Alans, Islas\"\n"
               "\"023\";\"276\";\"DEU\";\"Alemanha\";\"Germany\";\"Alemania\"\n");
    write_text("NCM.csv", "\"CO_NCM\";\"CO_UNID\";\"CO_SH6\";\"CO_PPE\";\"CO_PPI\";"
                          "\"CO_FAT_AGREG\";\"CO_CUCI_ITEM\";\"CO_CGCE_N3\";"
                          "\"CO_SIIT\";\"CO_ISIC_CLASSE\";\"CO_EXP_SUBSET\";"
                          "\"NO_NCM_POR\";\"NO_NCM_ESP\";\"NO_NCM_ING\"\n"
                          "\"26011100\";\"10\";\"260111\";\"1\";\"1\";\"1\";\"1\";"
                          "\"1\";\"1\";\"1\";\"1\";\"Min\xe9rios de ferro n\xe3o "
                          "aglomerados\";\"Minerales\";\"Iron ores\"\n");
    write_text("VIA.csv", "\"CO_VIA\";\"NO_VIA\"\n\"01\";\"MARITIMA\"\n"
                          "\"04\";\"A\xc9REA\"\n");
    for (size_t i = 0; i < 3; i++) {
        struct loaded loaded;
        load(&loaded, paths[i]);
        cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_str_eq(name_of(&loaded, "partner", "023"), "Germany");
        cr_expect_str_eq(name_of(&loaded, "partner", "013"), "Afghanistan");
        cr_expect_str_eq(name_of(&loaded, "product", "26011100"), "Iron ores");
        if (i < 2)
            cr_expect_str_eq(name_of(&loaded, "transport", "04"), "A\xc3\x89REA");
        loaded_close(&loaded);
    }
}

/* The table is in UTF-8: only what is not is named. */
Test(code_lists, the_file_that_was_converted_is_named)
{
    struct loaded loaded;

    enter();
    write_text("t.csv", "year,partner,exports (USD)\n2023,384,1\n2023,156,2\n");
    write_text("names.csv", "code,name\n384,C\xf4te d'Ivoire\n156,China\n");
    load(&loaded, "t.csv\x1fnames.csv");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_str_eq(name_of(&loaded, "partner", "384"), "C\u00f4te d'Ivoire");
    cr_expect_str_eq(loaded.dataset.encoding, "CP1252 (names.csv)");
    loaded_close(&loaded);

    write_text("t.csv", "year,partner,exports (USD)\n2023,Cor\xe9"
                        "e,1\n");
    load(&loaded, "t.csv");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_str_eq(loaded.dataset.encoding, "CP1252");
    loaded_close(&loaded);
}
