/*
 * Tables as two web sites give them out, UNdata and Trade Map: with footnotes behind
 * the figures, without codes, of two countries, and with indicators beside the values.
 * All figures are made up.
 */
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static double figure(const struct loaded *loaded, const char *measure, const char *code,
                     const char *period)
{
    return loaded_figure(&loaded->dataset, measure, code, period).number;
}

static bool says(const struct loaded *loaded, const char *words)
{
    for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
        if (strstr(diag->message, words))
            return true;
    return false;
}

/* They are notes of the dataset, and no rows that cannot be read. */
Test(downloads, undata_has_footnotes_behind_its_figures)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "\"Country or Area\",\"Year\",\"Comm. Code\",\"Commodity\",\"Flow\","
        "\"Trade (USD)\",\"Weight (kg)\",\"Quantity Name\",\"Quantity\"\n"
        "\"China\",\"2022\",\"01\",\"Live animals\",\"Export\",\"100\",\"\","
        "\"No Quantity\",\"\"\n"
        "\"China\",\"2022\",\"01\",\"Live animals\",\"Import\",\"80\",\"\",\"\","
        "\"\"\n\n"
        "\"fnSeqID\",\"Footnote\"\n\"1\",\"Value estimated\"\n"
        "\"2\",\"Quantity, estimated\"\n");
    cr_expect_eq(loaded.dataset.observation_count, 1);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                 loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.note_count, 3); /* and that there is one product */
    cr_expect_str_eq(label_pick(&loaded.dataset.notes[0], "en"), "1: Value estimated");
    cr_expect_str_eq(label_pick(&loaded.dataset.notes[1], "en"),
                     "2: Quantity, estimated");
    loaded_close(&loaded);
}

Test(downloads, undata_may_lack_the_codes_of_commodities)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "Country or Area,Year,Commodity,Flow,Trade (USD),Weight (kg)\n"
        "China,2022,Live animals,Export,100,\nChina,2022,Live animals,Import,80,\n"
        "China,2022,Meat,Export,7,\n");
    cr_expect_str_eq(loaded.dataset.format, "UNdata");
    cr_expect_eq(figure(&loaded, "exports", "Live animals", "2022"), 100);
    cr_expect_eq(figure(&loaded, "exports", "Meat", "2022"), 7);
    loaded_close(&loaded);
    load_and_back(&loaded,
                  "Country or Area,Year,Flow,Trade (USD)\nChina,2022,Export,100\n"
                  "China,2022,Import,80\n");
    cr_expect_str_eq(loaded.dataset.format, "UNdata");
    cr_expect_eq(figure(&loaded, "imports", NULL, "2022"), 80);
    loaded_close(&loaded);
}

/* The trade of the two, and not that of each with the world. */
Test(downloads, trade_map_of_two_countries)
{
    static const char text[] =
        "Bilateral trade between China and Germany\nProduct: TOTAL All products\n"
        "Unit : US Dollar thousand\n"
        "Product code,Product label,China's exports to Germany,,Germany's imports from "
        "world,,China's exports to world,\n"
        ",,Value in 2021,Value in 2022,Value in 2021,Value in 2022,Value in 2021,Value "
        "in "
        "2022\n"
        "'TOTAL,All products,10,20,300,400,500,600\n'01,Live animals,1,2,30,40,50,60\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_str_eq(loaded.dataset.format, "Trade Map, two countries");
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(figure(&loaded, "exports", "TOTAL", "2021"), 10e3);
    cr_expect_eq(figure(&loaded, "exports", "01", "2022"), 2e3);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    loaded_close(&loaded);
}

Test(downloads, trade_map_with_indicators)
{
    static const char imports[] =
        "\"List of supplying markets for a product imported by Germany in 2022\"\n"
        "\"Product: TOTAL All products\"\n"
        "\"Exporters\",\"Value imported in 2022 (USD thousand)\",\"Trade balance in "
        "2022 "
        "(USD thousand)\",\"Share in Germany's imports (%)\",\"Growth in imported "
        "value "
        "between 2018-2022 (%, p.a.)\"\n"
        "\"World\",1000,-100,100,5\n\"China\",200,10,20,6\n\"Peru\",7,1,1,6\n";
    static const char exports[] =
        "Importers\tValue exported in 2022 (Euro thousand)\tShare (%)\nWorld\t9\t100\n"
        "Peru\t8\t80\n";
    struct loaded loaded;

    load_and_back(&loaded, imports);
    cr_expect_str_eq(loaded.dataset.format, "Trade Map, indicators of imports");
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(figure(&loaded, "imports", "China", "2022"), 200e3);
    cr_expect_str_eq(loaded.dataset.unit.code, "USD");
    loaded_close(&loaded);
    load_and_back(&loaded, exports);
    cr_expect_str_eq(loaded.dataset.format, "Trade Map, indicators of exports");
    cr_expect_eq(figure(&loaded, "exports", "Peru", "2022"), 8e3);
    cr_expect_str_eq(loaded.dataset.unit.code, "EUR");
    loaded_close(&loaded);
}

/* The line above the head holds against what its tables usually are in. */
Test(downloads, trade_map_may_state_another_unit)
{
    struct loaded loaded;

    load_and_back(&loaded, "\"Unit : Euro thousand\"\nImporters,Exported value in 2022,"
                           "Exported value in 2023\nWorld,5,6\nJapan,4,5\n");
    cr_expect_str_eq(loaded.dataset.unit.code, "EUR");
    cr_expect_eq(figure(&loaded, "exports", "Japan", "2023"), 5e3);
    cr_expect_not(says(&loaded, "does not say its unit"));
    loaded_close(&loaded);
}
