/*
 * Every format against the same small dataset, with text that means something to it.
 */
#include "core/export/export.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char yaml[] =
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
    "dimensions:\n  partner:\n    members:\n"
    "      - {code: A, name: '=1+1'}\n"
    "      - {code: B, name: 'Say \"a, b\" | c\\d'}\n"
    "observations:\n"
    "  - {partner: A, period: 2024, exports: 2.5, imports: 1}\n"
    "  - {partner: B, period: 2024, exports: 1, imports: \"-\"}\n";

static char *write_as(const char *name)
{
    struct arena arena = {0};
    struct dataset dataset;
    const struct column_spec columns[] = {{INDICATOR_FIGURE, 0}, {INDICATOR_FIGURE, 1}};
    struct query query;
    struct sheet sheet;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    sample_load(&dataset, yaml);
    query = query_new(&dataset);
    query.sort = (struct sort_key){.kind = SORT_FILE};
    query.columns = columns;
    query.column_count = 2;
    sheet = sheet_of_frame(frame_new(&dataset, &query, &arena));
    cr_assert(export_find(name)->write(&sheet, out));
    fclose(out);
    dataset_close(&dataset);
    arena_clear(&arena);
    return text;
}

static void expect(const char *name, const char *wanted)
{
    char *text = write_as(name);

    cr_expect_str_eq(text, wanted, "%s:\n%s", name, text);
    free(text);
}

Test(exports, csv_quotes_and_defuses_formulas)
{
    expect("csv", "partner,name,kind,period,unit,exports,imports,status\n"
                  "A,\"'=1+1\",member,2024,USD,2500000,1000000,\n"
                  "B,\"Say \"\"a, b\"\" | c\\d\",member,2024,USD,1000000,,"
                  "imports not applicable\n");
}

Test(exports, tsv_needs_no_quotes)
{
    expect("tsv", "partner\tname\tkind\tperiod\tunit\texports\timports\tstatus\n"
                  "A\t'=1+1\tmember\t2024\tUSD\t2500000\t1000000\t\n"
                  "B\tSay \"a, b\" | c\\d\tmember\t2024\tUSD\t1000000\t\t"
                  "imports not applicable\n");
}

Test(exports, json_escapes_and_has_null_for_what_is_missing)
{
    expect("json", "[\n"
                   "  {\"partner\": \"A\", \"name\": \"=1+1\", \"kind\": \"member\", "
                   "\"period\": \"2024\", \"unit\": \"USD\", \"exports\": 2500000, "
                   "\"imports\": 1000000, \"status\": \"\"},\n"
                   "  {\"partner\": \"B\", \"name\": \"Say \\\"a, b\\\" | c\\\\d\", "
                   "\"kind\": \"member\", \"period\": \"2024\", \"unit\": \"USD\", "
                   "\"exports\": 1000000, \"imports\": null, "
                   "\"status\": \"imports not applicable\"}\n"
                   "]\n");
}

Test(exports, markdown_escapes_what_is_markup)
{
    expect("md", "| partner | name | kind | period | unit | exports | imports | status "
                 "|\n"
                 "|---|---|---|---|---|--:|--:|---|\n"
                 "| A | =1+1 | member | 2024 | USD | 2500000 | 1000000 |  |\n"
                 "| B | Say \"a, b\" \\| c\\\\d | member | 2024 | USD | 1000000 |  | "
                 "imports not applicable |\n");
}
