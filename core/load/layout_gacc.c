/*
 * China's customs (GACC), tables saved as CSV: figures of the month and of the year to
 * date side by side, of trade, exports and imports, with a total, continents, countries
 * and blocs in one list, China among them as an origin of imports. The unit (10,000
 * yuan, 1,000 US dollars, 100 million yuan) is told by each row, by a line before the
 * head or by the headings; where it is not, nobody knows it. Those of the month are
 * read, and what is stated of the year to date is compared with them; of a table that
 * has none, or none in its first row, those of the year to date are.
 */
#include "core/load/layout.h"

#include <string.h>

/* How headings of exports, imports and both together go on. */
static const char *const of_month[] = {
    "month", "thismonth", "currentmonth", "当月", "本月", "本期", "jan",
    "feb",   "mar",       "apr",          "may",  "jun",  "jul",  "aug",
    "sep",   "oct",       "nov",          "dec",  NULL,
};
static const char *const of_year[] = {
    "ytd", "yeartodate", "cumulative", "累计", "本年累计", "1至", "1to", NULL,
};

static bool goes_on(const char *rest, const char *const *ways)
{
    for (size_t i = 0; ways[i]; i++)
        if (strncmp(rest, ways[i], strlen(ways[i])) == 0)
            return true;
    return false;
}

/* The first column that is one of the words and goes on in one of the ways. */
static size_t find(const struct headings *headings, const char *const *words,
                   const char *const *ways)
{
    for (size_t i = 0; i < headings->count; i++)
        for (size_t w = 0; words[w]; w++) {
            const char *heading = headings->folded[i];
            size_t length = strlen(words[w]);
            if (strncmp(heading, words[w], length) == 0 &&
                goes_on(heading + length, ways))
                return i;
        }
    return SIZE_MAX;
}

static bool has(const struct headings *headings, const char *const *words,
                const char *const *ways)
{
    return find(headings, words, ways) != SIZE_MAX;
}

static const char *const exports_words[] = {"exports", "export", "出口", NULL};
static const char *const imports_words[] = {"imports", "import", "进口", NULL};

static const char *const chinese_words[] = {"出口", "进口", NULL};
static const char *const total_words[] = {"total", NULL};

/* Other customs have exports of the year to date too. */
static bool is_of_china(const struct headings *headings)
{
    return headings_have(headings, "partnerzh") ||
           has(headings, chinese_words, of_year) || has(headings, total_words, of_year);
}

static bool recognises_ytd(const struct headings *headings)
{
    return is_of_china(headings) && has(headings, exports_words, of_year) &&
           has(headings, imports_words, of_year);
}

static bool recognises(const struct headings *headings)
{
    return recognises_ytd(headings) && has(headings, exports_words, of_month) &&
           has(headings, imports_words, of_month);
}

static bool says_nothing(struct builder_text field)
{
    return !field.length || (field.length == 1 && *field.text == '-');
}

/* January and February are released as one: the first row has no month, and what it has
 * of the year to date would be lost. */
static bool begins_without_month(const struct headings *headings,
                                 const struct builder_text *fields, size_t count)
{
    size_t month = find(headings, exports_words, of_month);
    size_t year = find(headings, exports_words, of_year);

    return month < count && year < count && says_nothing(fields[month]) &&
           !says_nothing(fields[year]);
}

#define PARTNERS                                                                   \
    {.heading = "partneren", ROLE_CODE, .of = "partner"},                          \
        {.heading = "partner", ROLE_CODE, .of = "partner"},                        \
        {.heading = "country", ROLE_CODE, .of = "partner"},                        \
        {.heading = "countryregion", ROLE_CODE, .of = "partner"},                  \
        {.heading = "countryorregion", ROLE_CODE, .of = "partner"},                \
        {.heading = "region", ROLE_CODE, .of = "partner"},                         \
        {.heading = "importsandexportsby*", ROLE_CODE, .of = "partner"},           \
        {.heading = "国别（地区）", ROLE_CODE, .of = "partner"},                   \
        {.heading = "国别地区", ROLE_CODE, .of = "partner"},                       \
        {.heading = "国家（地区）", ROLE_CODE, .of = "partner"},                   \
        {.heading = "国家地区", ROLE_CODE, .of = "partner"},                       \
        {.heading = "国别", ROLE_CODE, .of = "partner"},                           \
        {.heading = "国家", ROLE_CODE, .of = "partner"},                           \
        {.heading = "贸易伙伴", ROLE_CODE, .of = "partner"},                       \
        {.heading = "进口原产国（地区）出口最终目的国（地区）",                    \
         ROLE_CODE,                                                                \
         .of = "partner"},                                                         \
        {.heading = "partnerzh", ROLE_NAME, .of = "partner", .language = "zh"},    \
        {.heading = "partnerzh", ROLE_CODE, .of = "partner"},                      \
        {.heading = "类章", ROLE_CODE, .of = "product"},                           \
        {.heading = "商品类章", ROLE_CODE, .of = "product"},                       \
        {.heading = "hssection", ROLE_CODE, .of = "product"},                      \
        {.heading = "hschapter", ROLE_CODE, .of = "product"},                      \
        {.heading = "商品名称", ROLE_CODE, .of = "product"},                       \
        {.heading = "commodity", ROLE_CODE, .of = "product"},                      \
        {.heading = "level", ROLE_LEVEL}, {.heading = "continent", ROLE_PARENT},   \
        {.heading = "yearmonth", ROLE_PERIOD}, {.heading = "period", ROLE_PERIOD}, \
        {.heading = "date", ROLE_PERIOD}, {.heading = "时间", ROLE_PERIOD},        \
        {.heading = "年月", ROLE_PERIOD}, {.heading = "日期", ROLE_PERIOD},        \
        {.heading = "year", ROLE_YEAR}, {.heading = "年份", ROLE_YEAR},            \
        {.heading = "年", ROLE_YEAR}, {.heading = "month", ROLE_MONTH},            \
        {.heading = "月份", ROLE_MONTH}, {.heading = "月", ROLE_MONTH},            \
        {.heading = "unit", ROLE_UNIT}, {.heading = "单位", ROLE_UNIT},

#define YEARS_TO_DATE(role)                                      \
    {.heading = "exportsytd", role, .of = "exports"},            \
        {.heading = "exportytd", role, .of = "exports"},         \
        {.heading = "exportsyeartodate", role, .of = "exports"}, \
        {.heading = "exportscumulative", role, .of = "exports"}, \
        {.heading = "出口累计", role, .of = "exports"},          \
        {.heading = "出口本年累计", role, .of = "exports"},      \
        {.heading = "出口1至当月累计", role, .of = "exports"},   \
        {.heading = "exports1to*", role, .of = "exports"},       \
        {.heading = "imports1to*", role, .of = "imports"},       \
        {.heading = "importsytd", role, .of = "imports"},        \
        {.heading = "importytd", role, .of = "imports"},         \
        {.heading = "importsyeartodate", role, .of = "imports"}, \
        {.heading = "importscumulative", role, .of = "imports"}, \
        {.heading = "进口累计", role, .of = "imports"},          \
        {.heading = "进口本年累计", role, .of = "imports"},      \
        {.heading = "进口1至当月累计", role, .of = "imports"},

/* By its name: "Exports Mar". */
#define OF_MONTH(month)                                              \
    {.heading = "exports" month "*", ROLE_FIGURE, .of = "exports"},  \
    {                                                                \
        .heading = "imports" month "*", ROLE_FIGURE, .of = "imports" \
    }

static const struct layout_rule rules[] = {
    PARTNERS{.heading = "exportsmonth", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportmonth", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportsthismonth", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportscurrentmonth", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口当月", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口本月", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口本期", ROLE_FIGURE, .of = "exports"},
    {.heading = "importsmonth", ROLE_FIGURE, .of = "imports"},
    {.heading = "importmonth", ROLE_FIGURE, .of = "imports"},
    {.heading = "importsthismonth", ROLE_FIGURE, .of = "imports"},
    {.heading = "importscurrentmonth", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口当月", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口本月", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口本期", ROLE_FIGURE, .of = "imports"},
    OF_MONTH("jan"),
    OF_MONTH("feb"),
    OF_MONTH("mar"),
    OF_MONTH("apr"),
    OF_MONTH("may"),
    OF_MONTH("jun"),
    OF_MONTH("jul"),
    OF_MONTH("aug"),
    OF_MONTH("sep"),
    OF_MONTH("oct"),
    OF_MONTH("nov"),
    OF_MONTH("dec"),
    YEARS_TO_DATE(ROLE_YTD){0},
};

static const struct layout_rule ytd_rules[] = {PARTNERS YEARS_TO_DATE(ROLE_FIGURE){0}};

static const char *const footers[] = {"注", "Note", "NOTE", "资料来源", "Source", NULL};

const struct layout_ops layout_gacc = {
    .name = "China Customs",
    .recognises = recognises,
    .rules = rules,
    .title = "Goods trade of China",
    .publisher = "General Administration of Customs of China",
    .footers = footers,
    .has_period_before = true,
    .has_continents = true,
    .exports_valuation = VALUATION_FOB,
    .imports_valuation = VALUATION_CIF,
};

/* What both tables of the year to date have alike. */
#define YTD_TABLE                                                                  \
    .name = "China Customs, year to date", .rules = ytd_rules,                     \
    .title = "Goods trade of China, year to date",                                 \
    .publisher = "General Administration of Customs of China", .footers = footers, \
    .is_ytd = true, .has_period_before = true, .has_continents = true,             \
    .exports_valuation = VALUATION_FOB, .imports_valuation = VALUATION_CIF

const struct layout_ops layout_gacc_ytd = {
    .recognises = recognises_ytd,
    YTD_TABLE,
};

const struct layout_ops layout_gacc_first = {
    .recognises = recognises,
    .fits_row = begins_without_month,
    YTD_TABLE,
};
