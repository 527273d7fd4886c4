/*
 * Tables of statistical offices and of collections that many work with: whose columns
 * are what, which rows are left out, and what is never added up. All figures are made
 * up.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

/* The dimension has this member, with this name. */
static void expect_name(const struct dataset *dataset, const char *id, const char *code,
                        const char *name)
{
    cr_expect_str_eq(label_pick(&loaded_member(dataset, id, code)->name, "en"), name);
}

/* "UN Comtrade" by UNdata: flows in words, the whole as TOTAL, chapters by digits. */
Test(offices, undata)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "Country or Area,Year,Comm. Code,Commodity,Flow,Trade (USD),Weight (kg)\n"
        "Albania,2016,TOTAL,ALL COMMODITIES,Import,94,\n"
        "Albania,2016,010290,\"Bovine animals, live\",Import,24,11\n"
        "Albania,2016,010290,\"Bovine animals, live\",Export,3,1\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "010290", "2016").number,
                 24);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "010290", "2016").number, 3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "TOTAL", "2016").number, 94);
    cr_expect_str_eq(loaded.dataset.unit.code, "USD");
    cr_expect_str_eq(label_pick(&loaded.dataset.reporter, "en"), "Albania");
    expect_name(&loaded.dataset, "product", "010290", "Bovine animals, live");
    loaded_close(&loaded);
}

/* Africa stands beside Algeria and is a group; the world is the whole. */
Test(offices, unctad)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Year,Economy,Economy Label,Partner,Partner Label,Flow,Flow Label,US "
                  "dollars at "
                  "current prices in millions,Percentage of total world\n"
                  "2022,156,China,0000,World,01,Imports,27,10\n"
                  "2022,156,China,0000,World,02,Exports,36,11\n"
                  "2022,156,China,5100,Africa,02,Exports,5,1\n"
                  "2022,156,China,012,Algeria,02,Exports,2,1\n"
                  "2022,156,China,012,Algeria,03,Balance,1,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "0000", "2022").number,
                 36e6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "0000", "2022").number,
                 27e6);
    cr_expect(loaded_member(&loaded.dataset, "partner", "5100")->is_group);
    cr_expect_not(loaded_member(&loaded.dataset, "partner", "012")->is_group);
    cr_expect_not(loaded_member(&loaded.dataset, "partner", "0000")->is_group);
    loaded_close(&loaded);
}

/* Trade with the EU and with others are flows of their own. */
Test(offices, hmrc)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "MonthId,FlowTypeId,FlowTypeDescription,Cn8Code,CountryCodeAlpha,"
                  "CountryName,Value,NetMass,SuppUnit\n"
                  "202402,1,EU Imports,01012100,DE,Germany,5,1,\n"
                  "202402,2,EU Exports,01012100,DE,Germany,6,1,\n"
                  "202402,3,Non-EU Imports,01012100,US,United States,7,1,\n"
                  "202402,4,Non-EU Exports,01012100,US,United States,8,1,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "DE", "2024-02").number, 5);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "DE", "2024-02").number, 6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "US", "2024-02").number, 7);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "US", "2024-02").number, 8);
    cr_expect_str_eq(loaded.dataset.unit.code, "GBP");
    loaded_close(&loaded);
}

/* What is adjusted and what is not is never added, an index is no amount, and the
 * power of ten is that of the row. */
Test(offices, statistics_canada)
{
    static const char text[] =
        "\"REF_DATE\",\"GEO\",\"Trade\",\"Seasonal adjustment\",\"Principal trading "
        "partners\",\"UOM\",\"SCALAR_FACTOR\",\"VECTOR\",\"VALUE\",\"STATUS\"\n"
        "2024-01,Canada,Import,Unadjusted,All countries,Dollars,millions,v1,9.5,\n"
        "2024-01,Canada,Import,Unadjusted,China,Dollars,thousands,v2,2500,\n"
        "2024-01,Canada,Import,Unadjusted,Peru,Dollars,millions,v3,,x\n"
        "2024-01,Canada,Export,Unadjusted,China,Dollars,units,v4,7,\n"
        "2024-01,Canada,Trade Balance,Unadjusted,China,Dollars,millions,v5,1,\n"
        "2024-01,Canada,Import,Seasonally adjusted,China,Dollars,millions,v6,3,\n"
        "2024-01,Canada,Import,Unadjusted,China,\"Index, 2017=100\",units,v7,101,\n";
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    double sum = 0;

    load_and_back(&loaded, text);
    cr_expect(
        dataset->dimension[dataset_dimension(dataset, "seasonal_adjustment")].is_apart);
    cr_expect_str_eq(dataset->unit.code, "CAD");
    cr_expect_eq(dataset->fates.used, 5);
    cr_expect_eq(dataset->fates.other, 2);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        struct value value =
            dataset_value(dataset, dataset_measure(dataset, "imports"), i);
        if (value.absence == ABSENCE_NONE)
            sum += value.number;
    }
    cr_expect_eq(sum, 9.5e6 + 2.5e6 + 3e6);
    cr_expect_str_eq(loaded_member(dataset, "partner", "China")->code, "China");
    loaded_close(&loaded);
}

/* Quantities have units of their own, and China is beside its parts no part. */
Test(offices, faostat)
{
    static const char head[] = "Reporter Country Code (M49),Reporter Countries,Partner "
                               "Country Code (M49),Partner Countries,Item Code,Item,"
                               "Element,Year,Unit,Value,Flag\n";
    static const char rows[] =
        "'076,Brazil,'156,China,236,Soya beans,Export value,2022,1000 USD,40,A\n"
        "'076,Brazil,'156,China,236,Soya beans,Export quantity,2022,t,99,A\n"
        "'076,Brazil,'392,Japan,236,Soya beans,Export value,2022,1000 US$,5,A\n";
    static const char mainland[] = "'076,Brazil,'159,\"China, mainland\",236,Soya "
                                   "beans,Export value,2022,1000 USD,38,A\n";
    char text[2000];
    struct loaded loaded;

    snprintf(text, sizeof(text), "%s%s", head, rows);
    load_and_back(&loaded, text);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "China", "2022").number,
                 40e3);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "Japan", "2022").number,
                 5e3);
    cr_expect_not(loaded_member(&loaded.dataset, "partner", "China")->is_group);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    loaded_close(&loaded);
    snprintf(text, sizeof(text), "%s%s%s", head, rows, mainland);
    load_and_back(&loaded, text);
    cr_expect(loaded_member(&loaded.dataset, "partner", "China")->is_group);
    loaded_close(&loaded);
}

/* Nobody knows which items are groups of others: none is added to another. */
Test(offices, faostat_without_partners)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(
        &loaded, "Area Code,Area Code (M49),Area,Item Code,Item Code "
                 "(CPC),Item,Element,Year,Unit,Value,Flag,Note\n"
                 "21,'076,Brazil,1944,'F1944,Cereals,Export value,2022,1000 USD,40,A,\n"
                 "21,'076,Brazil,15,'0111,Wheat,Export value,2022,1000 USD,30,A,\n"
                 "21,'076,Brazil,15,'0111,Wheat,Import quantity,2022,t,30,A,\n");
    cr_expect(dataset->dimension[dataset_dimension(dataset, "item")].is_apart);
    cr_expect_eq(loaded_figure(dataset, "exports", "Wheat", "2022").number, 30e3);
    loaded_close(&loaded);
}

/* Shares and counts stand in the same column as amounts. */
Test(offices, wits_summary)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "Reporter,Partner,Product categories,Indicator Type,Indicator,2021,2022\n"
        "China,United States,All Products,Export,Trade (US$ Mil)-Top 5 Export "
        "Partner,577,582.5\n"
        "China,United States,All Products,Export,Partner share(%)-Top 5 Export "
        "Partner,17,16\n"
        "China,United States,All Products,Import,Trade (US$ Mil)-Top 5 Import "
        "Partner,,177\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", NULL, "2021").number, 577e6);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    cr_expect_str_eq(loaded.dataset.unit.code, "USD");
    loaded_close(&loaded);
}

/* Lines of statuses have the same codes as their figures. */
Test(offices, imf_by_period)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country "
        "Name,Counterpart Country Code,Attribute,2021,2022,\n"
        "China,924,Exports,TXG_FOB_USD,Japan,158,Value,165,172,\n"
        "China,924,Exports,TXG_FOB_USD,Japan,158,Status,,E,\n"
        "China,924,Imports,TMG_CIF_USD,Japan,158,Value,205,184,\n"
        "China,924,Imports,TMG_CIF_USD,World,001,Value,2684,2707,\n"
        "China,924,Balance,TBG_USD,Japan,158,Value,-40,-12,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "158", "2022").number, 172);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "158", "2021").number, 205);
    cr_expect_eq(loaded.dataset.fates.other, 2);
    expect_name(&loaded.dataset, "partner", "158", "Japan");
    loaded_close(&loaded);
}

Test(offices, imf_by_indicator)
{
    struct loaded loaded;

    load_and_back(
        &loaded,
        "Country Name,Country Code,Counterpart Country Name,Counterpart Country "
        "Code,Time Period,\"Goods, Value of Exports, Free on board (FOB), US Dollars "
        "(TXG_FOB_USD)\",\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US "
        "Dollars (TMG_CIF_USD)\"\n"
        "China,924,Japan,158,2022M01,14,15\n"
        "China,924,World,001,2022M01,327,242\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "158", "2022-01").number,
                 14);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "158", "2022-01").number,
                 15);
    loaded_close(&loaded);
}

/* Headings say the flow; whose they are by the other end of the trade. */
Test(offices, trade_map)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Importers,Exported value in 2022,Exported value in 2023,\n"
                  "World,100,120,\nUnited States of America,60,70,\n\"Hong Kong, "
                  "China\",40,50,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "World", "2023").number,
                 120e3);
    cr_expect_eq(dataset_dimension(&loaded.dataset, "partner"), 0);
    cr_expect_eq(dataset_measure(&loaded.dataset, "imports"), SIZE_MAX);
    loaded_close(&loaded);
    load_and_back(&loaded,
                  "Importers\tImported value in 2024-M03\tImported value in 2024-M04\n"
                  "World\t100\t120\nGermany\t60\t70\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "Germany", "2024-04").number,
                 70e3);
    cr_expect_eq(dataset_dimension(&loaded.dataset, "reporter"), 0);
    loaded_close(&loaded);
    load_and_back(&loaded,
                  "Product code,Product label,Exported value in 2022,Exported value in "
                  "2023\n'TOTAL,All products,100,120\n'01,Live animals,60,70\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "01", "2023").number, 70e3);
    expect_name(&loaded.dataset, "product", "01", "Live animals");
    loaded_close(&loaded);
}
