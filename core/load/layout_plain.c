/*
 * Any other table: a period, perhaps partners and products, and either exports and
 * imports as columns or a flow and a value. Headings in English, Chinese, German,
 * French, Spanish or Portuguese, with the unit in them: "Exports (million USD)".
 *
 * A wide one has a column for each period. A bare one says less: no period, or its
 * figures under a heading that could be of anything. Its rows decide whether it can be
 * read (table_bare.c).
 */
#include "core/load/layout.h"
#include "core/load/mark.h"

#include <string.h>

static const struct layout_rule rules[] = {
    {.heading = "period", ROLE_PERIOD},
    {.heading = "timeperiod", ROLE_PERIOD},
    {.heading = "date", ROLE_PERIOD},
    {.heading = "time", ROLE_PERIOD},
    {.heading = "yearmonth", ROLE_PERIOD},
    {.heading = "时间", ROLE_PERIOD},
    {.heading = "日期", ROLE_PERIOD},
    {.heading = "年月", ROLE_PERIOD},
    {.heading = "zeitraum", ROLE_PERIOD},
    {.heading = "periode", ROLE_PERIOD},
    {.heading = "datum", ROLE_PERIOD},
    {.heading = "fecha", ROLE_PERIOD},
    {.heading = "periodo", ROLE_PERIOD},
    {.heading = "refperiod", ROLE_PERIOD},
    {.heading = "year", ROLE_YEAR},
    {.heading = "jahr", ROLE_YEAR},
    {.heading = "annee", ROLE_YEAR},
    {.heading = "ano", ROLE_YEAR},
    {.heading = "anio", ROLE_YEAR},
    {.heading = "refyear", ROLE_YEAR},
    {.heading = "年份", ROLE_YEAR},
    {.heading = "年", ROLE_YEAR},
    {.heading = "month", ROLE_MONTH},
    {.heading = "monat", ROLE_MONTH},
    {.heading = "mois", ROLE_MONTH},
    {.heading = "mes", ROLE_MONTH},
    {.heading = "月份", ROLE_MONTH},
    {.heading = "月", ROLE_MONTH},
    {.heading = "quarter", ROLE_SKIP, .beside = "month"},
    {.heading = "quarter", ROLE_QUARTER},
    {.heading = "qtr", ROLE_QUARTER},
    {.heading = "quartal", ROLE_QUARTER},
    {.heading = "trimestre", ROLE_QUARTER},
    {.heading = "季度", ROLE_QUARTER},
    {.heading = "flow", ROLE_FLOW},
    {.heading = "tradeflow", ROLE_FLOW},
    {.heading = "flowtype", ROLE_FLOW},
    {.heading = "direction", ROLE_FLOW},
    {.heading = "flowdesc", ROLE_FLOW},
    {.heading = "flowname", ROLE_FLOW},
    {.heading = "tradedirection", ROLE_FLOW},
    {.heading = "warenstrom", ROLE_FLOW},
    {.heading = "richtung", ROLE_FLOW},
    {.heading = "handelsrichtung", ROLE_FLOW},
    {.heading = "verkehrsrichtung", ROLE_FLOW},
    {.heading = "flux", ROLE_FLOW},
    {.heading = "sens", ROLE_FLOW},
    {.heading = "flujo", ROLE_FLOW},
    {.heading = "flujocomercial", ROLE_FLOW},
    {.heading = "fluxo", ROLE_FLOW},
    {.heading = "fluxocomercial", ROLE_FLOW},
    {.heading = "进出口", ROLE_FLOW},
    {.heading = "value", ROLE_VALUE},
    {.heading = "amount", ROLE_VALUE},
    {.heading = "tradevalue", ROLE_VALUE},
    {.heading = "fobvalue", ROLE_VALUE},
    {.heading = "cifvalue", ROLE_VALUE},
    {.heading = "customsvalue", ROLE_VALUE},
    {.heading = "wert", ROLE_VALUE},
    {.heading = "warenwert", ROLE_VALUE},
    {.heading = "handelswert", ROLE_VALUE},
    {.heading = "betrag", ROLE_VALUE},
    {.heading = "valeur", ROLE_VALUE},
    {.heading = "montant", ROLE_VALUE},
    {.heading = "valor", ROLE_VALUE},
    {.heading = "monto", ROLE_VALUE},
    {.heading = "金额", ROLE_VALUE},
    {.heading = "exporter", ROLE_REPORTER},
    {.heading = "importer", ROLE_CODE, .of = "partner", .beside = "exporter"},
    {.heading = "exports", ROLE_FIGURE, .of = "exports"},
    {.heading = "export", ROLE_FIGURE, .of = "exports"},
    {.heading = "ausfuhren", ROLE_FIGURE, .of = "exports"},
    {.heading = "ausfuhr", ROLE_FIGURE, .of = "exports"},
    {.heading = "exporte", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportations", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportation", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportaciones", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportacion", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportacoes", ROLE_FIGURE, .of = "exports"},
    {.heading = "exportacao", ROLE_FIGURE, .of = "exports"},
    {.heading = "importe", ROLE_VALUE, .beside = "flujo"},
    {.heading = "出口", ROLE_FIGURE, .of = "exports"},
    {.heading = "出口额", ROLE_FIGURE, .of = "exports"},
    {.heading = "imports", ROLE_FIGURE, .of = "imports"},
    {.heading = "import", ROLE_FIGURE, .of = "imports"},
    {.heading = "einfuhren", ROLE_FIGURE, .of = "imports"},
    {.heading = "einfuhr", ROLE_FIGURE, .of = "imports"},
    {.heading = "importations", ROLE_FIGURE, .of = "imports"},
    {.heading = "importation", ROLE_FIGURE, .of = "imports"},
    {.heading = "importaciones", ROLE_FIGURE, .of = "imports"},
    {.heading = "importacion", ROLE_FIGURE, .of = "imports"},
    {.heading = "importacoes", ROLE_FIGURE, .of = "imports"},
    {.heading = "importacao", ROLE_FIGURE, .of = "imports"},
    /* In German; in Spanish it is an amount of either flow. */
    {.heading = "importe", ROLE_FIGURE, .of = "imports", .beside = "exporte"},
    {.heading = "进口", ROLE_FIGURE, .of = "imports"},
    {.heading = "进口额", ROLE_FIGURE, .of = "imports"},
    {.heading = "reporter", ROLE_REPORTER},
    {.heading = "reporteriso3", ROLE_REPORTER},
    {.heading = "geo", ROLE_REPORTER},
    {.heading = "reportercode", ROLE_REPORTER},
    {.heading = "reportingcountry", ROLE_REPORTER},
    {.heading = "meldeland", ROLE_REPORTER},
    {.heading = "paysdeclarant", ROLE_REPORTER},
    {.heading = "paisdeclarante", ROLE_REPORTER},
    {.heading = "paisinformante", ROLE_REPORTER},
    {.heading = "origin", ROLE_REPORTER},
    {.heading = "partnercode", ROLE_CODE, .of = "partner"},
    {.heading = "partneriso3", ROLE_CODE, .of = "partner"},
    {.heading = "partner", ROLE_CODE, .of = "partner"},
    {.heading = "country", ROLE_CODE, .of = "partner"},
    {.heading = "countrycode", ROLE_CODE, .of = "partner"},
    {.heading = "partnercountry", ROLE_CODE, .of = "partner"},
    {.heading = "tradingpartner", ROLE_CODE, .of = "partner"},
    {.heading = "tradepartner", ROLE_CODE, .of = "partner"},
    {.heading = "countryname", ROLE_CODE, .of = "partner"},
    {.heading = "partnerland", ROLE_CODE, .of = "partner"},
    {.heading = "handelspartner", ROLE_CODE, .of = "partner"},
    {.heading = "landercode", ROLE_CODE, .of = "partner"},
    {.heading = "land", ROLE_CODE, .of = "partner"},
    {.heading = "payspartenaire", ROLE_CODE, .of = "partner"},
    {.heading = "partenaire", ROLE_CODE, .of = "partner"},
    {.heading = "pays", ROLE_CODE, .of = "partner"},
    {.heading = "paissocio", ROLE_CODE, .of = "partner"},
    {.heading = "socio", ROLE_CODE, .of = "partner"},
    {.heading = "paisparceiro", ROLE_CODE, .of = "partner"},
    {.heading = "parceiro", ROLE_CODE, .of = "partner"},
    {.heading = "pais", ROLE_CODE, .of = "partner"},
    {.heading = "贸易伙伴", ROLE_CODE, .of = "partner"},
    {.heading = "国家", ROLE_CODE, .of = "partner"},
    {.heading = "国别", ROLE_CODE, .of = "partner"},
    {.heading = "国家（地区）", ROLE_CODE, .of = "partner"},
    {.heading = "国别（地区）", ROLE_CODE, .of = "partner"},
    {.heading = "国别地区", ROLE_CODE, .of = "partner"},
    {.heading = "贸易伙伴名称", ROLE_CODE, .of = "partner"},
    {.heading = "partnername", ROLE_CODE, .of = "partner"},
    {.heading = "partner", ROLE_NAME, .of = "partner"},
    {.heading = "partnername", ROLE_NAME, .of = "partner"},
    {.heading = "country", ROLE_NAME, .of = "partner", .is_doubtful = true},
    {.heading = "countryname", ROLE_NAME, .of = "partner", .is_doubtful = true},
    {.heading = "land", ROLE_NAME, .of = "partner", .is_doubtful = true},
    {.heading = "pays", ROLE_NAME, .of = "partner", .is_doubtful = true},
    {.heading = "pais", ROLE_NAME, .of = "partner", .is_doubtful = true},
    /* Beside a partner whose name it is not. */
    {.heading = "countrycode", ROLE_REPORTER},
    {.heading = "country", ROLE_REPORTER_NAME, .beside = "countrycode"},
    {.heading = "countryname", ROLE_REPORTER_NAME, .beside = "countrycode"},
    {.heading = "country", ROLE_REPORTER},
    {.heading = "countryname", ROLE_REPORTER},
    {.heading = "land", ROLE_REPORTER},
    {.heading = "pays", ROLE_REPORTER},
    {.heading = "pais", ROLE_REPORTER},
    {.heading = "productcode", ROLE_CODE, .of = "product"},
    {.heading = "commoditycode", ROLE_CODE, .of = "product"},
    {.heading = "sitccode", ROLE_CODE, .of = "product"},
    {.heading = "sitc", ROLE_CODE, .of = "product"},
    {.heading = "nace", ROLE_CODE, .of = "product"},
    {.heading = "isic", ROLE_CODE, .of = "product"},
    {.heading = "cn8", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hscode", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs92", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs96", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs02", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs07", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs12", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs17", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs22", ROLE_CODE, .of = "product", .is_hs = true},
    /* The finest of several. */
    {.heading = "hs10", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs8", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs6", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs4", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "hs2", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "product", ROLE_CODE, .of = "product"},
    {.heading = "productcode", ROLE_CODE, .of = "product"},
    {.heading = "commodity", ROLE_CODE, .of = "product"},
    {.heading = "commoditycode", ROLE_CODE, .of = "product"},
    {.heading = "warengruppe", ROLE_CODE, .of = "product"},
    {.heading = "ware", ROLE_CODE, .of = "product"},
    {.heading = "produkt", ROLE_CODE, .of = "product"},
    {.heading = "produit", ROLE_CODE, .of = "product"},
    {.heading = "producto", ROLE_CODE, .of = "product"},
    {.heading = "mercancia", ROLE_CODE, .of = "product"},
    {.heading = "produto", ROLE_CODE, .of = "product"},
    {.heading = "mercadoria", ROLE_CODE, .of = "product"},
    {.heading = "product", ROLE_NAME, .of = "product", .is_doubtful = true},
    {.heading = "commodity", ROLE_NAME, .of = "product", .is_doubtful = true},
    {.heading = "description", ROLE_NAME, .of = "product", .is_doubtful = true},
    {.heading = "commodity", ROLE_NAME, .of = "product", .beside = "hs"},
    {.heading = "product", ROLE_NAME, .of = "product", .beside = "hs"},
    {.heading = "commodityname", ROLE_NAME, .of = "product", .beside = "hs"},
    {.heading = "description", ROLE_NAME, .of = "product", .beside = "hs"},
    {.heading = "desc", ROLE_NAME, .of = "product", .beside = "hs"},
    {.heading = "hsdesc", ROLE_NAME, .of = "product"},
    {.heading = "unit", ROLE_UNIT},
    {.heading = "单位", ROLE_UNIT},
    {.heading = "partneren", ROLE_CODE, .of = "partner"},
    {.heading = "商品编码", ROLE_CODE, .of = "product", .is_hs = true},
    {.heading = "商品", ROLE_CODE, .of = "product"},
    {.heading = "商品名称", ROLE_CODE, .of = "product"},
    {.heading = "商品名称", ROLE_NAME, .of = "product"},
    {.heading = "productname", ROLE_NAME, .of = "product"},
    {.heading = "flag", ROLE_FLAG},
    {.heading = "obsstatus", ROLE_FLAG},
    {.heading = "note", ROLE_REMARK},
    {.heading = "vintage", ROLE_VINTAGE},
    {.heading = "flagofexports", ROLE_FLAG, .of = "exports"},
    {.heading = "flagofimports", ROLE_FLAG, .of = "imports"},
    {.heading = "noteofexports", ROLE_REMARK, .of = "exports"},
    {.heading = "noteofimports", ROLE_REMARK, .of = "imports"},
    {.heading = "vintageofexports", ROLE_VINTAGE, .of = "exports"},
    {.heading = "vintageofimports", ROLE_VINTAGE, .of = "imports"},
    {0},
};

static const struct layout_flow flows[] = {
    {"exports", "exports"},
    {"export", "exports"},
    {"x", "exports"},
    {"exp", "exports"},
    {"出口", "exports"},
    {"ausfuhr", "exports"},
    {"ausfuhren", "exports"},
    {"exporte", "exports"},
    {"exportation", "exports"},
    {"exportations", "exports"},
    {"exportacion", "exports"},
    {"exportaciones", "exports"},
    {"exportacao", "exports"},
    {"exportacoes", "exports"},
    /* Of HM Revenue and Customs, for countries within and without. */
    {"eu exports", "exports"},
    {"non-eu exports", "exports"},
    {"eu imports", "imports"},
    {"non-eu imports", "imports"},
    {"imports", "imports"},
    {"einfuhr", "imports"},
    {"einfuhren", "imports"},
    {"importe", "imports"},
    {"importation", "imports"},
    {"importations", "imports"},
    {"importacion", "imports"},
    {"importaciones", "imports"},
    {"importacao", "imports"},
    {"importacoes", "imports"},
    {"import", "imports"},
    {"m", "imports"},
    {"imp", "imports"},
    {"进口", "imports"},
    {"re-export", "re_exports"},
    {"re-exports", "re_exports"},
    {"reexport", "re_exports"},
    {"reexports", "re_exports"},
    {"rx", "re_exports"},
    {"re-import", "re_imports"},
    {"re-imports", "re_imports"},
    {"reimport", "re_imports"},
    {"reimports", "re_imports"},
    {"rm", "re_imports"},
    {0},
};

/* "Exports (% of GDP)" is a figure that is never added. */
static bool is_amount(struct builder_text heading)
{
    enum heading_kind kind = heading_kind(heading);

    return kind != HEADING_PERCENT && kind != HEADING_INDEX;
}

static bool is_end_of_trade(const char *folded)
{
    return strncmp(folded, "exporter", 8) == 0 || strncmp(folded, "importer", 8) == 0;
}

/* A heading may go on with its unit: "exports (million usd)" folds to
 * "exportsmillionusd". */
static bool begins_as(const struct headings *headings, enum role role)
{
    for (const struct layout_rule *rule = rules; rule->heading; rule++)
        for (size_t i = 0; i < headings->count; i++)
            if (rule->role == role && !rule->beside &&
                strncmp(headings->folded[i], rule->heading, strlen(rule->heading)) ==
                    0 &&
                !is_end_of_trade(headings->folded[i]) && is_amount(headings->text[i]))
                return true;
    return false;
}

static bool has_role(const struct headings *headings, enum role role)
{
    for (const struct layout_rule *rule = rules; rule->heading; rule++)
        if (rule->role == role && headings_have(headings, rule->heading))
            return true;
    return false;
}

/* A value that is of trade by its heading needs no flow beside it. */
static bool has_trade_value(const struct headings *headings)
{
    return headings_begin(headings, "tradevalue") ||
           headings_begin(headings, "fobvalue") || headings_begin(headings, "cifvalue");
}

static bool recognises(const struct headings *headings)
{
    /* A month without a year beside it may tell both: "January 2001". */
    bool has_time = has_role(headings, ROLE_PERIOD) || has_role(headings, ROLE_YEAR) ||
                    has_role(headings, ROLE_MONTH);
    bool is_long = has_role(headings, ROLE_FLOW) && begins_as(headings, ROLE_VALUE);

    return has_time &&
           (begins_as(headings, ROLE_FIGURE) || is_long || has_trade_value(headings));
}

const struct layout_ops layout_plain = {
    .name = "table",
    .title = NULL,
    .publisher = NULL,
    .recognises = recognises,
    .rules = rules,
    .flows = flows,
    .finds_dimensions = true,
};

/* Whether some heading is that of such a rule. */
static bool fits(const struct headings *headings, enum role role)
{
    for (size_t i = 0; i < headings->count; i++)
        for (const struct layout_rule *rule = rules; rule->heading; rule++)
            if (rule->role == role && rule_fits(rule, headings, i))
                return true;
    return false;
}

static bool is_known(const struct headings *headings, size_t column)
{
    for (const struct layout_rule *rule = rules; rule->heading; rule++)
        if (rule_fits(rule, headings, column))
            return true;
    return false;
}

static bool has_unknown(const struct headings *headings)
{
    for (size_t i = 0; i < headings->count; i++)
        if (*headings->folded[i] && !is_known(headings, i))
            return true;
    return false;
}

static bool is_bare(const struct headings *headings)
{
    bool has_time = fits(headings, ROLE_PERIOD) || fits(headings, ROLE_YEAR) ||
                    fits(headings, ROLE_MONTH);
    bool has_members = fits(headings, ROLE_CODE) || fits(headings, ROLE_REPORTER);

    if (has_time)
        return has_members && (fits(headings, ROLE_VALUE) || has_unknown(headings));
    return headings->count > 1 &&
           (fits(headings, ROLE_FIGURE) || (has_members && fits(headings, ROLE_VALUE)));
}

bool layout_is_wide(const struct headings *headings)
{
    size_t count[FREQUENCY_COUNT] = {0};
    size_t most = 0;

    for (size_t i = 0; i < headings->count; i++) {
        struct builder_text text = headings->text[i];
        struct builder_text mark;
        struct period period;
        mark_cut_period(&text, &mark);
        if (!period_read(text.text, text.length, &period))
            continue;
        if (!layout_is_dated(text, &period))
            return false;
        if (++count[period.frequency] > most)
            most = count[period.frequency];
    }
    return most > 1;
}

static bool is_wide(const struct headings *headings)
{
    return layout_is_wide(headings) &&
           (fits(headings, ROLE_CODE) || fits(headings, ROLE_REPORTER) ||
            fits(headings, ROLE_FLOW));
}

const struct layout_ops layout_wide = {
    .name = "table, a column for each period",
    .recognises = is_wide,
    .rules = rules,
    .flows = flows,
    .has_wide_periods = true,
    .finds_dimensions = true,
};

const struct layout_ops layout_flow_periods = {
    .name = "table, a column for each flow and period",
    .recognises = layout_has_flow_periods,
    .rules = rules,
    .has_wide_periods = true,
    .has_flow_periods = true,
    .finds_dimensions = true,
};

const struct layout_ops layout_bare = {
    .name = "table",
    .recognises = is_bare,
    .rules = rules,
    .flows = flows,
    .finds_dimensions = true,
};
