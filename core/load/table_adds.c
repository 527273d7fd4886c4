/*
 * Which columns hold parts of a whole: only their members are ever added up.
 *
 * What a layout knows does. Of a column that no rule knows, the words of its heading
 * decide: products, places and ways of transport are parts of all trade; reports,
 * prices and adjustments are different answers to one question, whose sum is no figure
 * at all. A word that is in neither list says nothing, so nothing is added. Nor is it
 * where the figures themselves could be of anything (table_bare.c).
 */
#include "core/load/table_reader.h"

#include <ctype.h>
#include <string.h>

/* Such a heading is of alternatives whatever else it says: "unit of product". */
static const char *const alternatives[] = {
    "basis",          "valuation", "price",          "prices", "unit",   "units",
    "measure",        "indicator", "indic",          "adj",    "adjust", "adjustment",
    "seasonal",       "currency",  "method",         "source", "series", "status",
    "transformation", "version",   "classification",
};

static const char *const parts[] = {
    "activity",    "agency",         "area",      "article",     "bec",
    "border",      "carrier",        "chapter",   "city",        "commodity",
    "commodities", "company",        "container", "continent",   "counterpart",
    "countries",   "country",        "county",    "cpa",         "customs",
    "department",  "destination",    "district",  "division",    "enterprise",
    "firm",        "good",           "goods",     "heading",     "hs",
    "industries",  "industry",       "isic",      "kreis",       "land",
    "mode",        "nace",           "naics",     "office",      "origin",
    "ownership",   "partner",        "pays",      "port",        "procedure",
    "product",     "producto",       "produit",   "province",    "provincia",
    "regime",      "region",         "section",   "sector",      "service",
    "services",    "sitc",           "state",     "subheading",  "territory",
    "transport",   "transportation", "ware",      "warengruppe", "zone",
    "贸易方式",    "运输方式",       "企业性质",  "商品",        "产品",
    "国家",        "地区",           "省",        "海关",        "口岸",
    "行业",        "部门",
};

static bool ends_word(char byte)
{
    return !byte || byte == '_' || isdigit((unsigned char)byte);
}

/* A word of an id such as trade_modes or nace_r2; other scripts know no blanks. */
static bool has_word(const char *id, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = strstr(id, word); at; at = strstr(at + 1, word)) {
        if ((unsigned char)*word >= 0x80)
            return true;
        if ((at == id || at[-1] == '_') &&
            (ends_word(at[length]) || (at[length] == 's' && ends_word(at[length + 1]))))
            return true;
    }
    return false;
}

static bool has_any(const char *id, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_word(id, words[i]))
            return true;
    return false;
}

/* Percentages are never added anyway, so their members need not be alternatives. */
static bool has_indices_alone(const struct table_reader *reader)
{
    bool has_indices = false;

    for (size_t i = 0; i < reader->column_count; i++) {
        enum heading_kind kind;
        if (reader->uses[i].role != ROLE_FIGURE)
            continue;
        kind = heading_kind(reader->headings.text[i]);
        has_indices = has_indices || kind == HEADING_INDEX;
        if (kind != HEADING_PERCENT && kind != HEADING_INDEX)
            return false;
    }
    return has_indices;
}

bool table_adds(const struct table_reader *reader, size_t dimension)
{
    const char *id = reader->dataset->dimension[dimension].id;

    if (reader->bare_figure != SIZE_MAX || has_indices_alone(reader))
        return false;
    if (reader->dimension[dimension].rule->heading)
        return true;
    return !has_any(id, alternatives, sizeof(alternatives) / sizeof(alternatives[0])) &&
           has_any(id, parts, sizeof(parts) / sizeof(parts[0]));
}
