/*
 * JSON: records wherever they are in the document, the same figures as the table of the
 * same publisher, and what is no JSON.
 */
#include "core/load/load.h"
#include "tests/loaded.h"

#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void load(struct loaded *loaded, const char *text, size_t size)
{
    loaded_bytes(loaded, "t.json", text, size, &load_limits_default);
    if (loaded->result == LOAD_OK)
        expect_round_trip(&loaded->dataset, text);
}

/* The figure of the member of the first dimension. */
static double figure(const struct loaded *loaded, const char *measure, const char *code,
                     const char *period)
{
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
    return loaded_figure(&loaded->dataset, measure, code, period).number;
}

/* The answer of UN Comtrade's programming interface: months, two flows, null. */
static const char comtrade[] =
    "{\"elapsedTime\": \"0.04 secs\", \"count\": 4,\n"
    " \"data\": [\n"
    "  {\"typeCode\": \"C\", \"refPeriodId\": 20230101, \"refMonth\": 1,\n"
    "   \"period\": \"202301\", \"reporterCode\": 999, \"reporterISO\": \"RUR\",\n"
    "   \"reporterDesc\": \"Ruritania\", \"flowCode\": \"X\", \"partnerCode\": 0,\n"
    "   \"partnerISO\": \"W00\", \"partnerDesc\": \"World\", \"cmdCode\": \"TOTAL\",\n"
    "   \"qty\": null, \"isReported\": true, \"primaryValue\": 30.25},\n"
    "  {\"typeCode\": \"C\", \"refPeriodId\": 20230101, \"refMonth\": 1,\n"
    "   \"period\": \"202301\", \"reporterCode\": 999, \"reporterISO\": \"RUR\",\n"
    "   \"reporterDesc\": \"Ruritania\", \"flowCode\": \"X\", \"partnerCode\": 384,\n"
    "   \"partnerISO\": \"CIV\", \"partnerDesc\": \"C\\u00f4te d'Ivoire\",\n"
    "   \"cmdCode\": \"TOTAL\", \"primaryValue\": 6804128143.0},\n"
    "  {\"flowCode\": \"M\", \"period\": \"202301\", \"reporterISO\": \"RUR\",\n"
    "   \"reporterDesc\": \"Ruritania\", \"partnerISO\": \"CIV\",\n"
    "   \"primaryValue\": 1.5e3, \"cmdCode\": \"TOTAL\", \"late\": [1, {\"a\": 2}]},\n"
    "  {\"flowCode\": \"M\", \"period\": \"202302\", \"reporterISO\": \"RUR\",\n"
    "   \"partnerISO\": \"CIV\", \"primaryValue\": null, \"cmdCode\": \"TOTAL\"}],\n"
    " \"error\": \"\"}\n";

Test(json, comtrade_answers_have_the_columns_of_its_tables)
{
    struct loaded loaded;
    const struct dataset *dataset = &loaded.dataset;

    load(&loaded, comtrade, strlen(comtrade));
    cr_expect_eq(figure(&loaded, "exports", "W00", "2023-01"), 30.25);
    cr_expect_eq(figure(&loaded, "exports", "CIV", "2023-01"), 6804128143.0);
    cr_expect_eq(figure(&loaded, "imports", "CIV", "2023-01"), 1500);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                 loaded_message(&loaded));
    cr_expect_eq(dataset->observation_count, 3);
    cr_expect_eq(dataset_value(dataset, dataset_measure(dataset, "imports"), 2).absence,
                 ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(dataset->measure[0].unit.kind, UNIT_CURRENCY);
    cr_expect_str_eq(dataset->measure[0].unit.code, "USD");
    cr_expect_str_eq(dataset->reporter_code, "RUR");
    cr_expect_str_eq(label_pick(&dataset->dimension[0].members[1].name, "en"),
                     "C\u00f4te d'Ivoire");
    cr_expect_eq(sequence_get(&dataset->line, 0), 3);
    cr_expect_eq(sequence_get(&dataset->line, 2), 16);
    loaded_close(&loaded);
}

Test(json, the_first_list_of_lists_is_the_head)
{
    static const char text[] = "[[\"period\", \"partner\", \"exports_usd\"],\n"
                               " [\"2024\", \"FRA\", 12], [\"2024\", \"DEU\", \"7\"]]";
    struct loaded loaded;

    load(&loaded, text, strlen(text));
    cr_expect_eq(figure(&loaded, "exports", "FRA", "2024"), 12);
    cr_expect_eq(figure(&loaded, "exports", "DEU", "2024"), 7);
    loaded_close(&loaded);
}

/* The World Bank puts an object before its list; what is nested is named by the way
 * to it. */
Test(json, the_list_of_records_is_found)
{
    static const char text[] =
        "[{\"page\":1,\"total\":2},[{\"partner\":{\"id\":\"FRA\",\"value\":\"France\"},"
        "\"year\":\"2024\",\"exports\":5,\"imports\":2,\"unit\":\"EUR million\"},"
        "{\"partner\":{\"id\":\"DEU\",\"value\":\"Germany\"},\"year\":\"2024\","
        "\"exports\":6,\"imports\":3,\"unit\":\"EUR million\"}]]";
    struct loaded loaded;

    load(&loaded, text, strlen(text));
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_str_eq(loaded.dataset.dimension[0].id, "partner_id");
    cr_expect_eq(figure(&loaded, "imports", "DEU", "2024"), 3e6);
    loaded_close(&loaded);
}

/* More records than the headings are settled by, over several windows. */
Test(json, long_files_are_read_record_by_record)
{
    enum { COUNT = 20000 };
    struct loaded loaded;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    fputs("{\"data\": [", out);
    for (int i = 0; i < COUNT; i++)
        fprintf(out,
                "%s{\"year\": 2024, \"partner\": \"P%05d\", \"exports_usd\": %d%s}",
                i ? ",\n" : "", i, i, i == 100 ? ", \"new\": 1" : "");
    fputs("]}", out);
    fclose(out);
    load(&loaded, text, size);
    cr_expect_eq(loaded.dataset.observation_count, COUNT);
    cr_expect_eq(figure(&loaded, "exports", "P19999", "2024"), 19999);
    cr_expect(strstr(loaded_message(&loaded), "the key 'new' is left out"), "%s",
              loaded_message(&loaded));
    cr_expect_eq(loaded.diags.first->at.line, 101);
    loaded_close(&loaded);
    free(text);
}

static void expect_refused(const char *text, size_t size, const char *expected)
{
    struct loaded loaded;
    char *printed = NULL;
    size_t printed_size = 0;
    FILE *out = open_memstream(&printed, &printed_size);

    load(&loaded, text, size);
    diag_print(&loaded.diags, out);
    fclose(out);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%.60s", text);
    cr_expect(strstr(printed, expected), "%.60s says\n%s", text, printed);
    loaded_close(&loaded);
    free(printed);
}

/* One object a line: the same as a list of them, wherever the file is cut into lines.
 */
Test(json, one_object_a_line_is_a_record)
{
    static const char *const texts[] = {
        "{\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5}\n"
        "{\"period\":\"2024\",\"partner\":\"U}S\",\"exports_usd\":7}\n",
        "\xef\xbb\xbf {\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5}"
        "{\"period\":\"2024\",\"partner\":\"U}S\",\"exports_usd\":7}",
        "{\"value\":[{\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5},\n"
        "{\"period\":\"2024\",\"partner\":\"U}S\",\"exports_usd\":7}]}",
    };

    for (size_t i = 0; i < 3; i++) {
        struct loaded loaded;
        load(&loaded, texts[i], strlen(texts[i]));
        cr_expect_eq(figure(&loaded, "exports", "CN", "2024"), 5);
        cr_expect_eq(figure(&loaded, "exports", "U}S", "2024"), 7);
        cr_expect_eq(loaded.dataset.observation_count, 2);
        loaded_close(&loaded);
    }
}

Test(json, a_line_that_is_cut_is_a_mistake)
{
    static const char *const texts[] = {
        "{\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5}\n{\"per",
        ("{\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5}\n"
         "{\"period\":\"2024\",\"partner\":\"US\",\"exports_usd\":6}\nx\n"),
        "{\"period\":\"2024\",\"partner\":\"CN\",\"exports_usd\":5}\n]{\"a\":1}",
    };

    for (size_t i = 0; i < 3; i++) {
        struct loaded loaded;
        load(&loaded, texts[i], strlen(texts[i]));
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", texts[i]);
        loaded_close(&loaded);
    }
}

Test(json, mistakes_are_said_with_their_place)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"{\"data\": []}", "t.json: error: there is no list of records in it"},
        {"{\"data\": {\"a\": 1}}", "t.json: error: there is no list of records in it"},
        {"[\n{\"year\": 2024, \"exports\": 1},\n{\"year\": 2024 \"exports\": 1}]",
         "t.json:3:16: error: this is no JSON: after key and value, inside map"},
        {"[{\"year\": 2024, \"exports\": 1},", "error: the JSON ends before"},
        {"[{\"year\": 2024, \"exp", "error: the JSON ends before"},
        {"[{\"year\": 2024, \"exports\": 1}] 2", "trailing garbage"},
        {"[{\"year\": 2024, \"exports\": NaN}]", "t.json:1:28: error: this is no JSON"},
        {"[{\"year\": 2024, \"exports\": \"\\u0000\"}]",
         "error: there is a NUL in this text"},
        {"[{\"year\": 2024, \"exports\": \"\xff\"}]", "invalid bytes in UTF8"},
        {"{\"more\": false, \"results\": [{\"id\": \"01\", \"text\": \"01 - Animals\","
         " \"parent\": \"TOTAL\"}]}",
         "t.json:1:1: error: this is a list of products and their codes"},
        {"[{\"year\": 2024, \"people\": \"x\"}]",
         "no layout fits the columns year, people; what lacks is the figures: "
         "--map="},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        expect_refused(cases[i].text, strlen(cases[i].text), cases[i].expected);
}

/* One record of so many keys. */
static size_t write_keys(char *text, size_t size, int count)
{
    size_t used = (size_t)snprintf(text, size, "[{\"year\":1");

    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(text + used, size - used, ",\"k%d\":1", i);
    return used + (size_t)snprintf(text + used, size - used, "}]");
}

/* Nesting, texts, keys and columns without end, and a file that is cut anywhere. */
Test(json, nothing_is_without_bounds)
{
    enum { SIZE = 12 * 1024 * 1024 };
    char *text = malloc(SIZE);
    struct loaded loaded;
    size_t used;

    memset(text, '[', SIZE);
    expect_refused(text, SIZE, "nested more than 64 deep");
    memset(text, 'x', SIZE);
    memcpy(text, "[{\"year\":\"", 10);
    expect_refused(text, SIZE, "the text is too long");
    used = write_keys(text, SIZE, 100000);
    expect_refused(text, used, "too many keys for a table");
    for (size_t cut = 0; cut + 1 < strlen(comtrade); cut++) {
        load(&loaded, comtrade, cut);
        cr_expect_neq(loaded.result, LOAD_OK, "%zu", cut);
        loaded_close(&loaded);
    }
    free(text);
}
