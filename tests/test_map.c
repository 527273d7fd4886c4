/*
 * Tables that no layout knows: what is said of them, and --map, which makes them known.
 */
#include "core/load/load.h"
#include "tests/loaded.h"
#include "tui/answers.h"

#include <criterion/criterion.h>
#include <string.h>

static const char finnish[] = "Vuosi,Maa,Vienti,\"Tuonti, milj.\"\n"
                              "2023,Japan,100,90\n2024,Japan,110,95\n";

static void load(struct loaded *loaded, const char *text, const char *map)
{
    struct options options = {.limits = load_limits_default};

    loaded_open(loaded);
    options.limits.answers = &options.answers;
    if (map)
        cr_assert(options_set(&options, OPTION_MAP, map, &loaded->diags));
    loaded->result = load_bytes("t.csv", text, strlen(text), &options.limits,
                                &loaded->dataset, &loaded->diags);
}

static void expect_message(const char *text, const char *map, const char *message)
{
    struct loaded loaded;

    load(&loaded, text, map);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_assert_not_null(loaded.diags.first);
    cr_expect_str_eq(loaded.diags.first->message, message);
    loaded_close(&loaded);
}

Test(map, a_table_that_nobody_knows_is_told_with_its_columns)
{
    expect_message(finnish, NULL,
                   "no layout fits the columns Vuosi, Maa, Vienti, "
                   "Tuonti, milj.; what lacks is the period and the figures: "
                   "--map=period=COLUMN,exports=COLUMN,imports=COLUMN says it (or "
                   "flow=COLUMN, value=COLUMN where one column has both)");
    expect_message("Vuosi,flow,x\n2024,x,1\n2023,m,2\n", NULL,
                   "no layout fits the columns Vuosi, flow, x; what "
                   "lacks is the period and the figures: --map=period=COLUMN,"
                   "flow=COLUMN,value=COLUMN says it (or exports=COLUMN, "
                   "imports=COLUMN where each has a column of its own)");
    expect_message(
        "x,exports\n1,2\n3,4\n", NULL,
        "no layout fits the columns x, exports; what lacks "
        "is the period: --map=period=COLUMN says it, --map=period==2024 that "
        "all rows are of 2024");
    expect_message("code,name\n01,Live animals\n02,Meat\n", NULL,
                   "this is a list of codes (code, name): it has names, but no figures "
                   "to show");
}

Test(map, what_the_columns_are_said_to_be_is_what_they_are)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, finnish,
         "period=Vuosi,partner=Maa,exports=Vienti,imports=Tuonti, milj.");
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert_eq(dataset->observation_count, 2);
    cr_assert_eq(dataset->measure_count, 2);
    cr_expect_str_eq(dataset->measure[0].id, "exports");
    cr_expect_eq(dataset_value(dataset, 0, 1).number, 110);
    cr_expect_eq(dataset_value(dataset, 1, 1).number, 95);
    cr_expect_eq(dataset->period_count, 2);
    loaded_close(&loaded);
}

Test(map, what_is_said_wins_over_what_the_heading_says)
{
    struct loaded loaded;

    load(&loaded, "year,exports,other\n2024,1,2\n", "exports=other,skip=exports");
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_assert_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).number, 2);
    loaded_close(&loaded);
}

Test(map, a_column_that_is_not_there_is_a_mistake)
{
    expect_message(
        "year,exports,imports\n2024,1,2\n", "exports=Ausfuhr",
        "there is no column 'Ausfuhr' to be the exports; the columns are: year, "
        "exports, imports");
    expect_message("date,Export\n2024,1\n", "period=date,exports=Exprot",
                   "there is no column 'Exprot' to be the exports (did you mean "
                   "'Export'?); the columns are: date, Export");
    expect_message("Vuosi,Vienti\n2024,1\n", "period=Vuosi,exports=Y",
                   "there is no column 'Y' to be the exports; the columns are: Vuosi, "
                   "Vienti");
}

Test(map, words_that_are_no_roles_are_refused_and_roles_are_listed)
{
    static const char *const words[] = {
        "", "x", "exports", "exports=", "col=exports", "=A", "exports=,period=A"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct arena arena = {0};
        struct diag_list diags = {.arena = &arena};
        struct options options = {0};
        cr_expect_not(options_set(&options, OPTION_MAP, words[i], &diags), "%s",
                      words[i]);
        cr_assert_not_null(diags.first);
        cr_expect_not_null(strstr(diags.first->message, "period, year, month"));
        arena_clear(&arena);
    }
}

Test(map, the_answers_stand_on_the_command_line_again)
{
    static const char map[] = "period=Jahr,exports=Wert, in EUR,note=x";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct options options = {0};
    const struct load_answers *answers = &options.answers;

    cr_assert(options_set(&options, OPTION_MAP, map, &diags));
    cr_expect_eq(answers->map_count, 3);
    cr_expect_str_eq(answers_words(answers, OPTION_MAP, &arena), map);
    cr_expect_null(answers_words(answers, OPTION_UNIT, &arena));
    cr_assert(options_set(&options, OPTION_UNIT, "CNY:8", &diags));
    cr_assert(options_set(&options, OPTION_DECIMAL, "comma", &diags));
    cr_assert(options_set(&options, OPTION_ENCODING, "GB18030", &diags));
    cr_expect_not(options_set(&options, OPTION_ENCODING, "klingon", &diags));
    cr_expect_str_eq(answers_words(answers, OPTION_UNIT, &arena), "CNY:8");
    cr_expect_str_eq(answers_words(answers, OPTION_DECIMAL, &arena), "comma");
    cr_expect_str_eq(answers_words(answers, OPTION_ENCODING, &arena), "GB18030");
    arena_clear(&arena);
}

Test(map, what_columns_were_taken_for_is_told)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded,
         "year,partner,partner_name,exports (million USD),imports,remark\n"
         "2024,JPN,Japan,1,2,x\n2024,BRA,Brazil,1,2,x\n",
         NULL);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_str_eq(dataset->format, "table");
    cr_assert_eq(dataset->understood_count, 6);
    cr_expect_str_eq(dataset->understood[0].meaning, "year");
    cr_expect_str_eq(dataset->understood[1].meaning, "partner");
    cr_expect_str_eq(dataset->understood[3].heading, "exports (million USD)");
    cr_expect_str_eq(dataset->understood[3].meaning, "exports, in USD mn");
    cr_expect_str_eq(dataset->understood[4].meaning, "imports, unit not said");
    loaded_close(&loaded);
    load(&loaded, "year,exports (USD),imports (USD),a,b\n2024,1,2,3,4\n", NULL);
    cr_expect_str_eq(understood_unread(dataset, &loaded.arena), "a, b");
    loaded_close(&loaded);
}

/* Exports and imports of the only row of a table. */
static void expect_flows(const char *text, double exports, double imports)
{
    struct loaded loaded;

    load(&loaded, text, NULL);
    cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", text, loaded_message(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2023").number,
                 exports, "%s", text);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", NULL, "2023").number,
                 imports, "%s", text);
    loaded_close(&loaded);
}

Test(map, headings_in_several_languages_need_no_map)
{
    expect_flows("Country,Year,Trade flow,Trade value (US$ million)\n"
                 "Japan,2023,Export,100\nJapan,2023,Import,90\n",
                 100e6, 90e6);
    expect_flows("Year,Flow,Amount (USD)\n2023,X,7\n2023,M,5\n", 7, 5);
    expect_flows("Jahr;Land;Ausfuhr (Tsd. EUR);Einfuhr (Tsd. EUR)\n"
                 "2023;Japan;12,5;13,25\n",
                 12500, 13250);
    expect_flows("Jahr;Exporte (Mrd. EUR);Importe\n2023;12,5;13\n", 12.5e9, 13);
    expect_flows("ANN\303\211E;Pays;Exportations (M\342\202\254);"
                 "Importations (milliers d'euros)\n2023;Japon;12,5;13,5\n",
                 12.5e6, 13500);
    expect_flows("A\303\261o;Pa\303\255s;Flujo;Importe (millones de d\303\263lares)\n"
                 "2023;Jap\303\263n;Exportaci\303\263n;12,5\n"
                 "2023;Jap\303\263n;IMPORTACI\303\223N;13,5\n",
                 12.5e6, 13.5e6);
    expect_flows("Ano,Parceiro,Exporta\303\247\303\265es (US$ mil),"
                 "Importa\303\247\303\265es (R$)\n2023,Jap\303\243o,12.5,13\n",
                 12.5, 13);
}

Test(map, mil_is_a_thousand_or_a_million_so_the_unit_is_not_said)
{
    struct loaded loaded;

    load(&loaded,
         "Ano,Exporta\303\247\303\265es (US$ mil),Importa\303\247\303\265es (R$)\n"
         "2023,1,2\n",
         NULL);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_expect_str_eq(loaded.dataset.understood[1].meaning, "exports, unit not said");
    cr_expect_str_eq(loaded.dataset.understood[2].meaning, "imports, in BRL");
    loaded_close(&loaded);
}
