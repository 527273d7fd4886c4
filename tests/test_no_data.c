/*
 * Files that are no data: what is downloaded instead of a table, and what to take then.
 */
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
    const char *name;
    const char *bytes;
    const char *words;
} cases[] = {
    {"report.pdf", "%PDF-1.7\n%\n1 0 obj: x\n", "this is a PDF document"},
    {"table.xls",
     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
     "workbook",
     "this is a workbook of a spreadsheet program or another document of its kind; "
     "save its sheet as CSV"},
    {"table.xls", "<html><table><tr><td>2020</td></tr></table></html>",
     "this is a web page, whatever its name says"},
    {"table.csv",
     "\xEF\xBB\xBF\r\n<!DOCTYPE html>\n<title>503: not available</title>\n",
     "this is a web page, whatever its name says"},
    {"data.csv", "<?xml version=\"1.0\"?>\n<message:GenericData xmlns:x=\"sdmx\">\n",
     "this is XML; where the publisher has SDMX-CSV or CSV, take that"},
    {"data.parquet", "PAR1 and more", "this is a Parquet file"},
    {"data.dta", "<stata_dta><header><release>118</release>",
     "this is a file of Stata; write it as CSV"},
    {"dataset.json",
     "{\"version\": \"2.0\", \"class\" : \"dataset\", \"id\": [\"time\"], "
     "\"size\": [2], \"value\": [1, 2]}",
     "this is JSON-stat; where the publisher has SDMX-CSV or CSV, take that"},
    {"answer.json", "{\"statusCode\": 401, \"message\": \"Access denied\"}",
     "there is no list of records in it; it says: 'Access denied'"},
    {"answer.json", "{\"error\" :\n\"No \\\"key\\\" given\\nAsk for one\"}",
     "it says: 'No \"key\" given Ask for one'"},
    {"answer.json", "{\"error\": \"\", \"count\": 0}",
     "there is no list of records in it"},
};

Test(no_data, says_what_it_is_and_what_to_take_instead)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct loaded loaded;

        loaded_bytes(&loaded, cases[i].name, cases[i].bytes, strlen(cases[i].bytes),
                     &load_limits_default);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA);
        cr_expect_eq(loaded.diags.count[SEVERITY_ERROR], 1);
        cr_expect_not_null(strstr(loaded_error(&loaded), cases[i].words), "%s: %s",
                           cases[i].words, loaded_error(&loaded));
        loaded_close(&loaded);
    }
}
