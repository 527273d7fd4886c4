/*
 * Tables of the OECD, Eurostat, the IMF and Stats NZ as their sites give them out. All
 * figures are made up but for their size.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

/* Exports 40 and imports 50 of one period, in base units. */
static void expect_flows(const struct loaded *loaded, const char *code,
                         const char *period, double tens)
{
    const struct dataset *dataset = &loaded->dataset;

    cr_expect_eq(loaded_figure(dataset, "exports", code, period).number, 40 * tens);
    cr_expect_eq(loaded_figure(dataset, "imports", code, period).number, 50 * tens);
}

/* MEASURE is the flow, with names beside codes, without them, and where only the
 * heading of the values tells that there are names. */
Test(agencies, oecd_measures_are_flows)
{
    static const char *const texts[] = {
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,MEASURE,UNIT_MEASURE,"
        "TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n"
        "DATAFLOW,A:B(1.0),I,JPN,W,X,USD_EXC,2022,40,A,9\n"
        "DATAFLOW,A:B(1.0),I,JPN,W,M,USD_EXC,2022,50,P,9\n"
        "DATAFLOW,A:B(1.0),I,KOR,W,M,USD_EXC,2022,60,A,9\n",
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference "
        "area,COUNTERPART_AREA,Counterpart area,MEASURE,Measure,UNIT_MEASURE,Unit of "
        "measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MULT,Unit "
        "multiplier\n"
        "DATAFLOW,A:B(1.0),Trade,I,JPN,Japan,W,World,X,Exports,USD_EXC,US "
        "dollars,2022,,40,,9,Billions\n"
        "DATAFLOW,A:B(1.0),Trade,I,JPN,Japan,W,World,M,Imports,USD_EXC,US "
        "dollars,2022,,50,,9,Billions\n"
        "DATAFLOW,A:B(1.0),Trade,I,KOR,Korea,W,World,M,Imports,USD_EXC,US "
        "dollars,2022,,60,,9,Billions\n",
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,Reference area,MEASURE,Measure,"
        "UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation "
        "value,UNIT_MULT,Unit multiplier\n"
        "DATAFLOW,A:B(1.0),I,JPN,Japan,X,Exports,USD,US dollars,2022,,40,,9,Billions\n"
        "DATAFLOW,A:B(1.0),I,JPN,Japan,M,Imports,USD,US dollars,2022,,50,,9,Billions\n"
        "DATAFLOW,A:B(1.0),I,KOR,Korea,M,Imports,USD,US "
        "dollars,2022,,60,,9,Billions\n"};

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.dimension_count, 1, "%s", texts[i]);
        cr_expect_eq(loaded.dataset.observation_count, 2, "%s", texts[i]);
        expect_flows(&loaded, "JPN", "2022", 1e9);
        cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "USD");
        loaded_close(&loaded);
    }
}

/* A MEASURE that is no flow stays a dimension. */
Test(agencies, other_measures_are_none)
{
    static const char text[] = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,MEASURE,"
                               "TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
                               "DATAFLOW,A:B(1.0),I,JPN,VALUE,2022,40,USD\n"
                               "DATAFLOW,A:B(1.0),I,JPN,VOLUME,2022,50,USD\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    cr_expect_neq(dataset_dimension(&loaded.dataset, "measure"), SIZE_MAX);
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
}

/* What the TSV says of flow and unit holds for the CSV of the same data. */
Test(agencies, eurostat_indicators_are_flows_in_euros)
{
    static const char millions[] =
        "DATAFLOW,LAST UPDATE,freq,indic_et,sitc06,partner,geo,TIME_PERIOD,OBS_VALUE,"
        "OBS_FLAG\n"
        "ESTAT:E(1.0),15/10/25 23:00:00,A,MIO_EXP_VAL,TOTAL,EXT,DE,2023,40,e\n"
        "ESTAT:E(1.0),15/10/25 23:00:00,A,MIO_IMP_VAL,TOTAL,EXT,DE,2023,50,\n"
        "ESTAT:E(1.0),15/10/25 23:00:00,A,MIO_BAL_VAL,TOTAL,EXT,DE,2023,-10,\n"
        "ESTAT:E(1.0),15/10/25 23:00:00,A,MIO_EXP_VAL,TOTAL,EXT,FR,2023,7,\n";
    static const char euros[] =
        "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,"
        "TIME_PERIOD,OBS_VALUE\n"
        "ESTAT:D(1.0),14/05/24 11:00:00,A,DE,CN,TOTAL,2,VALUE_IN_EUROS,2023,40\n"
        "ESTAT:D(1.0),14/05/24 11:00:00,A,DE,CN,TOTAL,1,VALUE_IN_EUROS,2023,50\n"
        "ESTAT:D(1.0),14/05/24 11:00:00,A,DE,CN,TOTAL,1,QUANTITY_IN_100KG,2023,77\n"
        "ESTAT:D(1.0),14/05/24 11:00:00,A,DE,US,TOTAL,1,VALUE_IN_EUROS,2023,9\n";
    struct loaded loaded;

    load_and_back(&loaded, millions);
    expect_flows(&loaded, "DE", "2023", 1e6);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "EUR");
    cr_expect_eq(loaded.dataset.fates.other, 1);
    loaded_close(&loaded);
    load_and_back(&loaded, euros);
    expect_flows(&loaded, "CN", "2023", 1);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "EUR");
    cr_expect_eq(loaded.dataset.fates.other, 1);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    loaded_close(&loaded);
}

Test(agencies, eurostat_tsv_may_have_a_dimension_flow)
{
    static const char *const texts[] = {
        "freq,flow,unit,partner,geo\\TIME_PERIOD\t2022 \t2023 \n"
        "A,EXP,MIO_EUR,CN,DE\t40 \t1 e\nA,IMP,MIO_EUR,CN,DE\t50 \t: \n",
        "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 \t2023 \n"
        "A,DE,CN,TOTAL,1,VALUE_EUR\t50 \t2 \nA,DE,CN,TOTAL,2,VALUE_EUR\t40 \t: \n"};

    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        expect_flows(&loaded, NULL, "2022", i == 0 ? 1e6 : 1);
        cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "EUR");
        cr_expect_str_eq(loaded.dataset.format, "Eurostat");
        loaded_close(&loaded);
    }
}

/* By codes with a power of ten, and by names with the word for it; the balance is left
 * out. */
Test(agencies, imf_tables_have_flows_scale_and_dollars)
{
    static const char *const texts[] = {
        "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,"
        "TIME_PERIOD,OBS_VALUE,SCALE,UNIT\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,CHN,XG_FOB_USD,USA,A,2022,40,6,USD\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,CHN,MG_CIF_USD,USA,A,2022,50,6,USD\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,CHN,MG_CIF_USD,JPN,A,2022,5,6,USD\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,CHN,TBG_USD,USA,A,2022,-10,6,USD\n",
        "DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,"
        "FREQUENCY,TRADE_FLOW,SCALE,TIME_PERIOD,OBS_VALUE\n"
        "IMF.STA:IMTS(1.0.0),C.X.U.A,OBS_VALUE,China,\"Exports of goods, Free on board "
        "(FOB), US dollar\",USA,Annual,Exports of goods,Millions,2022,40\n"
        "IMF.STA:IMTS(1.0.0),C.M.U.A,OBS_VALUE,China,\"Imports of goods, Cost "
        "insurance "
        "freight (CIF), US dollar\",USA,Annual,Imports of goods,Millions,2022,50\n"
        "IMF.STA:IMTS(1.0.0),C.M.J.A,OBS_VALUE,China,\"Imports of goods, Cost "
        "insurance "
        "freight (CIF), US dollar\",JPN,Annual,Imports of goods,Millions,2022,5\n"};

    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(loaded.dataset.dimension_count, 1, "%s", texts[i]);
        expect_flows(&loaded, "USA", "2022", 1e6);
        cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "USD");
        cr_expect_str_eq(loaded.dataset.dimension[0].id, "partner");
        loaded_close(&loaded);
    }
}

Test(agencies, imf_direction_of_trade_is_in_dollars)
{
    static const char text[] =
        "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country "
        "Name,Counterpart Country Code,Time Period,Value,Status\n"
        "Brazil,223,Exports,TXG_FOB_USD,China,924,2022,40,\n"
        "Brazil,223,Imports,TMG_CIF_USD,China,924,2022,50,\n"
        "Brazil,223,Imports,TMG_CIF_USD,Japan,158,2022,5,E\n";
    struct loaded loaded;

    load_and_back(&loaded, text);
    expect_flows(&loaded, "924", "2022", 1);
    cr_expect_str_eq(loaded.dataset.measure[0].unit.code, "USD");
    cr_expect_not(strstr(loaded_message(&loaded), "does not say its unit"));
    loaded_close(&loaded);
}

static const char *first_text(const struct dataset *dataset, enum attribute attribute)
{
    return dataset_attribute_text(dataset, attribute,
                                  dataset_attribute(dataset, attribute, 0, 0));
}

/* A status in words is a flag; one that nobody knows is a remark, and no mistake. */
Test(agencies, a_status_may_be_a_word)
{
    static const struct {
        const char *status;
        const char *flag;
        const char *remark;
    } cases[] = {
        {"Provisional", "p", ""},
        {"Final", "", ""},
        {"Revised", "r", ""},
        {"Estimated", "e", ""},
        {"confidential", "c", ""},
        {"b", "b", ""},
        {"Under review", "", "Under review"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        struct arena arena = {0};
        const struct dataset *dataset = &loaded.dataset;
        load_and_back(
            &loaded,
            arena_printf(&arena,
                         "month,hs,hs_desc,uom,country,total_export_FOB,status\n"
                         "202402,0402,Milk,KGM,China,10,%s\n"
                         "202402,0402,Milk,KGM,Japan,20,%s\n",
                         cases[i].status, cases[i].status));
        cr_expect_str_eq(first_text(dataset, ATTRIBUTE_FLAG), cases[i].flag, "%s",
                         cases[i].status);
        cr_expect_str_eq(first_text(dataset, ATTRIBUTE_REMARK), cases[i].remark, "%s",
                         cases[i].status);
        loaded_close(&loaded);
        arena_clear(&arena);
    }
}
