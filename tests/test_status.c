/*
 * Figures that are not there: why, by the status that each publisher gives, and other
 * quirks that stand in the rows of their tables.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <string.h>

static void load(struct loaded *loaded, const char *name, const char *text)
{
    loaded_bytes(loaded, name, text, strlen(text), &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s: %s", name, loaded_error(loaded));
    expect_round_trip(&loaded->dataset, name);
}

static void expect_absence(const struct loaded *loaded, const char *measure,
                           const char *code, const char *period, enum absence absence)
{
    cr_expect_eq(loaded_figure(&loaded->dataset, measure, code, period).absence,
                 absence, "%s, %s", code, period);
}

static const char *flag_of(const struct dataset *dataset, size_t observation)
{
    uint32_t flag = dataset_attribute(dataset, ATTRIBUTE_FLAG,
                                      dataset_measure(dataset, "exports"), observation);
    const char *text = dataset_attribute_text(dataset, ATTRIBUTE_FLAG, flag);

    return text ? text : "";
}

Test(status, of_sdmx_says_why_there_is_no_figure)
{
    struct loaded loaded;

    load(&loaded, "labels.csv",
         "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,"
         "COUNTERPART_AREA,Counterpart area,TRADE_FLOW,Trade flow,TIME_PERIOD,Time "
         "period,OBS_VALUE,Observation value,OBS_STATUS,Observation status\n"
         "DATAFLOW,O:X(1.0),N,I,FRA,France,W,World,X,Exports,2022,,12.5,,A,Normal\n"
         "DATAFLOW,O:X(1.0),N,I,FRA,France,DEU,Germany,X,Exports,2022,,,,Q,Kept back\n"
         "DATAFLOW,O:X(1.0),N,I,FRA,France,ITA,Italy,X,Exports,2022,,,,M,None\n"
         "DATAFLOW,O:X(1.0),N,I,FRA,France,ESP,Spain,X,Exports,2022,,NaN,,L,Lacks\n"
         "DATAFLOW,O:X(1.0),N,I,FRA,France,PRT,,X,Exports,2022,,7,,P,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "W", "2022").number, 12.5);
    expect_absence(&loaded, "exports", "DEU", "2022", ABSENCE_CONFIDENTIAL);
    expect_absence(&loaded, "exports", "ITA", "2022", ABSENCE_NOT_APPLICABLE);
    expect_absence(&loaded, "exports", "ESP", "2022", ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "PRT", "2022").number, 7);
    /* A is the status of a normal value, P of a provisional one. */
    cr_expect_str_eq(flag_of(&loaded.dataset, 0), "");
    cr_expect_str_eq(flag_of(&loaded.dataset, 4), "P");
    /* The names that follow each column are no columns of their own. */
    cr_assert_eq(loaded.dataset.dimension_count, 1);
    cr_expect_str_eq(member_name(&loaded.dataset.dimension[0], 1, "en"), "Germany");
    cr_expect_str_eq(member_name(&loaded.dataset.dimension[0], 4, "en"), "PRT");
    cr_expect_str_eq(label_pick(&loaded.dataset.reporter, "en"), "France");
    loaded_close(&loaded);
}

Test(status, confidentiality_may_have_a_column_of_its_own)
{
    struct loaded loaded;

    load(&loaded, "conf.csv",
         "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,"
         "TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
         "ESTAT:DS(1.0),06/06/21 23:00:00,A,DE,US,TOTAL,2,V,2019,4709.5,,F\n"
         "ESTAT:DS(1.0),06/06/21 23:00:00,A,DE,CN,TOTAL,2,V,2019,,,C\n"
         "ESTAT:DS(1.0),06/06/21 23:00:00,A,DE,FR,TOTAL,2,V,2019,,,F\n"
         "ESTAT:DS(1.0),06/06/21 23:00:00,A,DE,IT,TOTAL,2,V,2019,0,n,\n"
         "ESTAT:DS(1.0),06/06/21 23:00:00,A,DE,ES,TOTAL,2,V,2019,5,bep,\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "US", "2019").number,
                 4709.5);
    expect_absence(&loaded, "exports", "CN", "2019", ABSENCE_CONFIDENTIAL);
    expect_absence(&loaded, "exports", "FR", "2019", ABSENCE_NOT_AVAILABLE);
    expect_absence(&loaded, "exports", "IT", "2019", ABSENCE_ROUNDED);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "ES", "2019").number, 5);
    loaded_close(&loaded);
}

/* Figures of three years and flags of four, of the United States and China; what is
 * told is the figure in China's third cell and why there is none in its last. */
static void expect_eurostat(const char *rows, double third, enum absence last)
{
    struct arena arena = {0};
    struct loaded loaded;

    load(&loaded, "t.tsv",
         arena_printf(&arena,
                      "unit,indic_et,partner,geo\\time\t2022 \t2021 \t2020 \t2019 \n%s",
                      rows));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "US", "2022").number, 628e6);
    expect_absence(&loaded, "exports", "US", "2021", ABSENCE_NOT_AVAILABLE);
    expect_absence(&loaded, "exports", "US", "2020", ABSENCE_CONFIDENTIAL);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "US", "2019").number, 0);
    expect_absence(&loaded, "exports", "CN", "2022", ABSENCE_ROUNDED);
    expect_absence(&loaded, "exports", "CN", "2021", ABSENCE_NOT_APPLICABLE);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CN", "2020").number, third);
    expect_absence(&loaded, "exports", "CN", "2019", last);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(status, of_eurostat_stands_behind_the_figure)
{
    expect_eurostat("MIO_EUR,MIO_EXP_VAL,US,DE\t628 e\t: \t: c\t0 \n"
                    "MIO_EUR,MIO_EXP_VAL,CN,DE\t0 n\t: z\t5 bep\t- \n",
                    5e6, ABSENCE_NOT_APPLICABLE);
}

/* The blank before a flag is left out in some files. */
Test(status, of_eurostat_may_be_glued_to_the_figure)
{
    expect_eurostat("MIO_EUR,MIO_EXP_VAL,US,DE\t628e\t:\t:c\t0s\n"
                    "MIO_EUR,MIO_EXP_VAL,CN,DE\t0n\t:z\t5.5bep\t2x\n",
                    5.5e6, ABSENCE_UNREADABLE);
}

Test(status, a_zero_may_be_an_unknown_one)
{
    struct loaded loaded;

    load(&loaded, "itpd.csv",
         "exporter_iso3,exporter_name,importer_iso3,importer_name,year,industry_id,"
         "industry_descr,trade,flag_mirror,flag_zero\n"
         "CHN,China,USA,United States,2016,1,Wheat,5.5,0,p\n"
         "CHN,China,FRA,France,2016,1,Wheat,0,0,r\n"
         "CHN,China,DEU,Germany,2016,1,Wheat,0,0,u\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "USA", "2016").number,
                 5.5e6);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "FRA", "2016").number, 0);
    expect_absence(&loaded, "exports", "DEU", "2016", ABSENCE_NOT_AVAILABLE);
    loaded_close(&loaded);
}

Test(status, comtrade_before_2022_leaves_second_partners_empty)
{
    struct loaded loaded;

    load(&loaded, "legacy.csv",
         "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade "
         "Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,"
         "Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs "
         "Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,"
         "Commodity,Trade Value (US$),Flag\n"
         "HS,2014,201402,February 2014,0,0,1,Imports,842,USA,USA,0,World,WLD,,,,,,,,"
         "TOTAL,All,500,0\n"
         "HS,2014,201402,February 2014,0,0,2,Exports,842,USA,USA,156,China,CHN,,,,,,,,"
         "TOTAL,All,40,0\n");
    cr_assert_eq(loaded.dataset.dimension_count, 1);
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "WLD", "2014-02").number,
                 500);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CHN", "2014-02").number,
                 40);
    cr_expect_eq(loaded.dataset.note_count, 0);
    loaded_close(&loaded);
}

Test(status, comtrade_before_2022_had_json_too)
{
    struct loaded loaded;

    load(&loaded, "legacy.json",
         "{\"validation\":{\"status\":{\"name\":\"Ok\"}},\"dataset\":["
         "{\"pfCode\":\"H4\",\"yr\":2014,\"period\":2014,\"periodDesc\":\"2014\","
         "\"rgCode\":1,\"rgDesc\":\"Import\",\"rtCode\":842,\"rtTitle\":\"USA\","
         "\"rt3ISO\":\"USA\",\"ptCode\":0,\"ptTitle\":\"World\",\"pt3ISO\":\"WLD\","
         "\"cmdCode\":\"TOTAL\",\"cmdDescE\":\"All\",\"TradeValue\":240},"
         "{\"pfCode\":\"H4\",\"yr\":2014,\"period\":2014,\"periodDesc\":\"2014\","
         "\"rgCode\":2,\"rgDesc\":\"Export\",\"rtCode\":842,\"rtTitle\":\"USA\","
         "\"rt3ISO\":\"USA\",\"ptCode\":156,\"ptTitle\":\"China\",\"pt3ISO\":\"CHN\","
         "\"cmdCode\":\"TOTAL\",\"cmdDescE\":\"All\",\"TradeValue\":24}]}");
    cr_expect_str_eq(loaded.dataset.format, "UN Comtrade (before 2022)");
    cr_expect_eq(loaded_figure(&loaded.dataset, "imports", "WLD", "2014").number, 240);
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CHN", "2014").number, 24);
    cr_expect_str_eq(label_pick(&loaded.dataset.reporter, "en"), "USA");
    loaded_close(&loaded);
}

#define COMEXT \
    "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR\n"

Test(status, month_52_is_the_year_and_no_part_of_a_file_of_months)
{
    struct loaded loaded;

    load(&loaded, "year.csv",
         COMEXT "AT,AD,E,35069190,2,1,202352,65\nAT,CH,E,35069190,2,1,202352,7\n");
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "CH", "2023").number, 7);
    loaded_close(&loaded);
    load(&loaded, "months.csv",
         COMEXT "AT,AD,E,35069190,2,1,202301,65\nAT,CH,E,35069190,2,1,202301,7\n"
                "AT,AD,E,35069190,2,1,202302,66\nAT,CH,E,35069190,2,1,202302,8\n"
                "AT,AD,E,35069190,2,1,202352,650\n");
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_eq(loaded.dataset.fates.used, 4);
    cr_expect_eq(loaded.dataset.fates.other, 1);
    loaded_close(&loaded);
}

Test(status, a_percentage_by_its_heading_is_no_sum)
{
    struct loaded loaded;

    load(&loaded, "owid.csv",
         "Entity,Code,Year,Exports of goods (% of GDP)\nChina,CHN,2022,20.5\n"
         "Japan,JPN,2022,18\n");
    cr_expect_eq(loaded.dataset.measure[0].unit.kind, UNIT_PERCENT);
    loaded_close(&loaded);
}

/* The canonical spelling of each period. */
static void expect_periods(const char *text, const char *const *periods, size_t count)
{
    struct loaded loaded;

    load(&loaded, "dates.csv", text);
    cr_assert_eq(loaded.dataset.period_count, count, "%s", text);
    for (size_t i = 0; i < count; i++) {
        char shown[PERIOD_SHOWN_MAX];
        cr_expect_str_eq(period_show(shown, loaded.dataset.periods[i]), periods[i]);
    }
    loaded_close(&loaded);
}

Test(status, the_first_days_of_months_quarters_and_years_are_those)
{
    expect_periods("date,exports_usd\n2024-02-01,5\n2024-03-01,6\n20240401,7\n",
                   (const char *const[]){"2024-02", "2024-03", "2024-04"}, 3);
    expect_periods("date,exports_usd\n2023-10-01,5\n2024-01-01,6\n2024-04-01,7\n",
                   (const char *const[]){"2023-Q4", "2024-Q1", "2024-Q2"}, 3);
    expect_periods("date,exports_usd\n2023-01-01,5\n2024-01-01,6\n",
                   (const char *const[]){"2023", "2024"}, 2);
    expect_periods("date,exports_usd\n2024-01-01,5\n02-Jan-2024,6\n",
                   (const char *const[]){"2024-01-01", "2024-01-02"}, 2);
    expect_periods("date,exports_usd\n2024-01-01,5\n",
                   (const char *const[]){"2024-01-01"}, 1);
}

/* As statistics of stocks and banks date their months; 2024 has a 29 February. */
Test(status, so_are_the_last_days)
{
    expect_periods("date,exports_usd\n2022-01-31,5\n2022-02-28,6\n2022-03-31,7\n",
                   (const char *const[]){"2022-01", "2022-02", "2022-03"}, 3);
    expect_periods("date,exports_usd\n31/01/2024,5\n29/02/2024,6\n30/04/2024,7\n",
                   (const char *const[]){"2024-01", "2024-02", "2024-04"}, 3);
    expect_periods("date,exports_usd\n2023-12-31,5\n2024-03-31,6\n2024-06-30,7\n",
                   (const char *const[]){"2023-Q4", "2024-Q1", "2024-Q2"}, 3);
    expect_periods("date,exports_usd\n31.12.2022,5\n31.12.2023,6\n",
                   (const char *const[]){"2022", "2023"}, 2);
    /* Days: one is the last of no month, or both ends of one are there. */
    expect_periods("date,exports_usd\n2024-01-31,5\n2024-02-28,6\n",
                   (const char *const[]){"2024-01-31", "2024-02-28"}, 2);
    expect_periods("date,exports_usd\n2024-01-01,5\n2024-01-31,6\n",
                   (const char *const[]){"2024-01-01", "2024-01-31"}, 2);
}

Test(status, blanks_may_part_thousands)
{
    struct loaded loaded;

    load(&loaded, "blanks.csv",
         "year;exports (USD);imports (USD)\n2022;1 234 567;-12 345,5\n"
         "2023;1\xc2\xa0"
         "234;12\xe2\x80\xaf"
         "345,25\n");
    cr_assert_eq(loaded.dataset.observation_count, 2, "%s", loaded_message(&loaded));
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 0).number, 1234567);
    cr_expect_eq(dataset_value(&loaded.dataset, 1, 0).number, -12345.5);
    cr_expect_eq(dataset_value(&loaded.dataset, 0, 1).number, 1234);
    cr_expect_eq(dataset_value(&loaded.dataset, 1, 1).number, 12345.25);
    loaded_close(&loaded);
    load(&loaded, "none.csv",
         "year;exports (USD)\n2022;5\n2023;12 34\n2024;1234 567\n2025;1 2345\n");
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_eq(loaded.dataset.fates.figures, 3);
    loaded_close(&loaded);
}

static bool warns(const char *text)
{
    struct loaded loaded;
    bool is_said = false;

    load(&loaded, "codes.csv", text);
    for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
        is_said = is_said || strstr(diag->message, "was a zero in front lost?");
    loaded_close(&loaded);
    return is_said;
}

Test(status, codes_of_goods_that_lost_a_zero_are_told)
{
    cr_expect(warns("year,hs,exports_usd\n2023,1,5\n2023,101,6\n2023,10121,7\n"));
    cr_expect(warns("year,hs,exports_usd\n2023,10121,5\n2023,851712,6\n"));
    cr_expect_not(warns("year,hs,exports_usd\n2023,010121,5\n2023,851712,6\n"));
    cr_expect_not(warns("year,product,exports_usd\n2023,1,5\n2023,101,6\n"));
}

Test(status, a_word_for_nothing_in_the_first_row_is_no_member)
{
    struct loaded loaded;

    load(&loaded, "other.csv",
         "year,country,exports_usd,imports_usd,balance\n2023,A,5,..,:\n2024,A,6,5,1\n");
    cr_expect_eq(dataset_dimension(&loaded.dataset, "balance"), SIZE_MAX);
    loaded_close(&loaded);
}
