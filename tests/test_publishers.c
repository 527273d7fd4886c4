/*
 * Tables of publishers that have a form of their own: what each column means, and that
 * what they state beside each other is not added up.
 */
#include "core/load/load.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

/* The member of the dimension in this observation. */
static const char *code_of(const struct dataset *dataset, const char *dimension,
                           size_t observation)
{
    size_t d = dataset_dimension(dataset, dimension);

    cr_assert_neq(d, SIZE_MAX, "no dimension %s", dimension);
    return dataset->dimension[d]
        .members[codes_get(&dataset->dimension[d].column, observation)]
        .code;
}

/* In base units, of the only observation with this member in this period. */
static double figure(const struct dataset *dataset, const char *measure,
                     const char *dimension, const char *code, const char *period)
{
    size_t m = dataset_measure(dataset, measure);
    size_t found = SIZE_MAX;
    struct period wanted;

    cr_assert_neq(m, SIZE_MAX, "no measure %s", measure);
    cr_assert(period_read(period, strlen(period), &wanted));
    for (size_t i = 0; i < dataset->observation_count; i++) {
        if (!period_equal(dataset->periods[codes_get(&dataset->period, i)], wanted) ||
            (code && strcmp(code_of(dataset, dimension, i), code) != 0))
            continue;
        cr_assert_eq(found, SIZE_MAX, "%s %s twice", code ? code : "", period);
        found = i;
    }
    cr_assert_neq(found, SIZE_MAX, "no %s in %s", code ? code : "row", period);
    return dataset_value(dataset, m, found).number;
}

Test(publishers, eurostat_tsv)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    size_t exports;

    load_and_back(&loaded,
                  "freq,indic_et,partner,geo\\TIME_PERIOD\t2022 \t2023 \t2024 \n"
                  "A,MIO_EXP_VAL,WORLD,DE\t1571.5 \t1562.4 e\t: \n"
                  "A,MIO_IMP_VAL,WORLD,DE\t1494.2 b\t: c\t1309.0 p\n"
                  "A,MIO_BAL_VAL,WORLD,DE\t77.3 \t: \t: \n"
                  "A,MIO_EXP_VAL,CN_X_HK,DE\t106.9 \t97.3 bep\t89.9 \n");
    cr_expect_str_eq(dataset->format, "Eurostat");
    cr_expect_str_eq(dataset->reporter_code, "DE");
    cr_expect_eq(figure(dataset, "exports", "partner", "WORLD", "2022"), 1571500000);
    cr_expect_eq(figure(dataset, "exports", "partner", "WORLD", "2023"), 1562400000);
    cr_expect_eq(figure(dataset, "imports", "partner", "WORLD", "2024"), 1309000000);
    cr_expect_eq(figure(dataset, "exports", "partner", "CN_X_HK", "2023"), 97300000);
    exports = dataset_measure(dataset, "exports");
    cr_expect_str_eq(dataset->measure[exports].unit.code, "EUR");
    cr_expect_eq(dataset->measure[exports].unit.scale, 6);
    loaded_close(&loaded);
    load_and_back(&loaded, "freq,unit,na_item,geo\\TIME_PERIOD\t2024\n"
                           "A,THS_EUR,P6,LU\t5\nA,THS_EUR,P7,LU\t4\n");
    cr_expect_eq(figure(dataset, "exports", NULL, NULL, "2024"), 5000);
    loaded_close(&loaded);
}

/* Where the flow has a column of its own, the other one tells values from indices. */
Test(publishers, eurostat_values_beside_indices)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(
        &loaded, "freq,stk_flow,indic_et,partner,geo\\TIME_PERIOD\t2023-01 \t2023-02 \n"
                 "M,EXP,TRD_VAL,US,DE\t12.5 \t13.5 p\n"
                 "M,IMP,TRD_VAL,US,DE\t7.5 \t8.5 \n"
                 "M,EXP,TRD_VAL_SCA,US,DE\t12.1 \t13.1 \n"
                 "M,EXP,IVOL_SA,US,DE\t101.0 \t102.0 \n");
    cr_expect_eq(dataset->measure_count, 2);
    cr_expect_eq(figure(dataset, "exports", NULL, NULL, "2023-02"), 13500000);
    cr_expect_eq(figure(dataset, "imports", NULL, NULL, "2023-01"), 7500000);
    cr_expect_str_eq(dataset->measure[0].unit.code, "EUR");
    loaded_close(&loaded);
}

Test(publishers, us_census)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(
        &loaded,
        "CTY_CODE,CTY_NAME,GEN_VAL_MO,GEN_VAL_YR,time\n"
        "-,TOTAL FOR ALL COUNTRIES,300,900,2024-03\n5700,CHINA,200,500,2024-03\n"
        "3510,BRAZIL,100,400,2024-03\n");
    cr_expect_eq(figure(dataset, "imports", "partner", "5700", "2024-03"), 200);
    cr_expect_eq(dataset->measure_count, 1);
    cr_expect_eq(dataset->measure[0].valuation, VALUATION_CUSTOMS);
    cr_expect_eq(dimension_whole(&dataset->dimension[0]),
                 dict_find(&dataset->dimension[0].codes, "-", 1));
    loaded_close(&loaded);
    load_and_back(
        &loaded,
        "[[\"CTY_CODE\",\"CTY_NAME\",\"ALL_VAL_MO\",\"E_COMMODITY\",\"time\"],\n"
        "[\"5700\",\"CHINA\",\"70\",\"12\",\"2024-01\"],\n"
        "[\"5700\",\"CHINA\",\"60\",\"1201\",\"2024-01\"]]\n");
    cr_expect_eq(figure(dataset, "exports", "product", "1201", "2024-01"), 60);
    cr_expect_str_eq(
        dataset->dimension[dataset_dimension(dataset, "product")].members[1].code,
        "1201");
    loaded_close(&loaded);
}

Test(publishers, bts_transborder)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(
        &loaded, "TRDTYPE,USASTATE,DEPE,DISAGMOT,MEXSTATE,CANPROV,COUNTRY,VALUE,SHIPWT,"
                 "FREIGHT_CHARGES,DF,CONTCODE,MONTH,YEAR\r\n"
                 "1,AK,0901,5,,XO,1220,500,10,1,1,X,01,2024\r\n"
                 "2,TX,2304,5,NL,,2010,700,10,1,,X,01,2024\r\n");
    cr_expect_eq(figure(dataset, "exports", "partner", "1220", "2024-01"), 500);
    cr_expect_eq(figure(dataset, "imports", "partner", "2010", "2024-01"), 700);
    cr_expect_str_eq(code_of(dataset, "mexican_state", 0), "_Z");
    cr_expect_str_eq(code_of(dataset, "port", 0), "0901");
    loaded_close(&loaded);
}

Test(publishers, comex_stat_of_brazil)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;
    static const char exports[] =
        "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";"
        "\"SG_UF_NCM\";\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";"
        "\"VL_FOB\"\n"
        "\"2024\";\"05\";\"02013000\";\"10\";\"160\";\"SP\";\"01\";"
        "\"0817800\";5;5;1000\n"
        "\"2024\";\"05\";\"12019000\";\"10\";\"160\";\"MT\";\"01\";"
        "\"0817800\";7;7;3000\n";

    loaded_bytes(&loaded, "x/EXP_2024.csv", exports, sizeof(exports) - 1,
                 &load_limits_default);
    cr_expect_eq(figure(dataset, "exports", "product", "02013000", "2024-05"), 1000);
    cr_expect_eq(figure(dataset, "exports", "state", "MT", "2024-05"), 3000);
    cr_expect_eq(dataset->measure[0].valuation, VALUATION_FOB);
    loaded_close(&loaded);
    load_and_back(&loaded,
                  "CO_ANO;CO_MES;CO_NCM;CO_PAIS;VL_FOB;VL_FRETE;VL_SEGURO\n"
                  "2024;05;02013000;160;10;1;1\n2024;06;02013000;160;20;1;1\n");
    cr_expect_eq(figure(dataset, "imports", NULL, NULL, "2024-06"), 20);
    cr_expect_eq(dataset->measure[0].valuation, VALUATION_FOB);
    loaded_close(&loaded);
}

Test(publishers, stats_nz_keeps_re_exports_apart)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded,
                  "month,hs,hs_desc,uom,country,Export_FOB,Export_Qty,Re_export_FOB,"
                  "Re_export_Qty,Total_export_FOB,Total_export_Qty,status\n"
                  "202401,0201,Beef,KGM,Japan,90,1,10,1,100,2,F\n"
                  "202401,0202,Beef frozen,KGM,Japan,50,1,0,0,50,1,P\n");
    cr_expect_eq(figure(dataset, "exports", "product", "0201", "2024-01"), 100);
    cr_expect_eq(figure(dataset, "domestic_exports", "product", "0201", "2024-01"), 90);
    cr_expect_eq(figure(dataset, "re_exports", "product", "0201", "2024-01"), 10);
    cr_expect_str_eq(
        dataset->texts[ATTRIBUTE_FLAG]
            .text[codes_get_sparse(&dataset->attribute[ATTRIBUTE_FLAG], 1)],
        "P");
    loaded_close(&loaded);
}

Test(publishers, headings_of_customs_in_chinese)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load_and_back(&loaded,
                  "年份,国别（地区）,商品编码,商品名称,出口（万元）,进口（千美元）\n"
                  "2024,日本,0101,马,5,6\n2024,越南,0102,牛,7,8\n");
    cr_expect_eq(figure(dataset, "exports", "partner", "越南", "2024"), 70000);
    cr_expect_eq(figure(dataset, "imports", "partner", "日本", "2024"), 6000);
    cr_expect_str_eq(dataset->measure[dataset_measure(dataset, "imports")].unit.code,
                     "USD");
    cr_expect_str_eq(code_of(dataset, "product", 0), "0101");
    cr_expect_str_eq(member_name(&dataset->dimension[1], 0, "zh"), "马");
    loaded_close(&loaded);
}

/* SITC has one digit a level: nothing below a section may stand beside it. */
Test(publishers, un_comtrade_by_sitc)
{
    struct loaded loaded;
    const struct dimension *product;

    load_and_back(
        &loaded, "typeCode,freqCode,refPeriodId,period,reporterISO,flowCode,partnerISO,"
                 "classificationCode,cmdCode,primaryValue\n"
                 "C,A,1,2022,CHN,X,W00,S4,TOTAL,110\n"
                 "C,A,1,2022,CHN,X,W00,S4,0,60\n"
                 "C,A,1,2022,CHN,X,W00,S4,1,50\n"
                 "C,A,1,2022,CHN,X,W00,S4,01,40\n"
                 "C,A,1,2022,CHN,X,W00,S4,011,30\n"
                 "C,A,1,2022,CHN,X,W00,S4,0111,20\n"
                 "C,A,1,2022,CHN,X,W00,S4,01111,10\n");
    product = &loaded.dataset.dimension[dataset_dimension(&loaded.dataset, "product")];
    cr_expect_eq(product->level_count, 6);
    cr_expect_eq(product->members[1].parent, 0);
    cr_expect_eq(product->members[2].parent, 0);
    for (uint32_t i = 3; i < 7; i++) {
        cr_expect_eq(product->members[i].parent, i == 3 ? 1 : i - 1, "%u", i);
        cr_expect_eq(product->members[i].level, i - 1, "%u", i);
    }
    for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
        cr_expect_not(strstr(diag->message, "zero"), "%s", diag->message);
    loaded_close(&loaded);
}
