/*
 * Names and codes that publishers give to blocs, each beside a country that is in it.
 */
#include "core/model/aggregates.h"
#include "tests/asked.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define PARTNERS "year,partner,exports (USD)\n"

/* By name, and a country that is always in it. */
static const char *const names[][2] = {
    {"Africa Eastern and Southern", "Kenya"},
    {"Africa Western and Central", "Nigeria"},
    {"Caribbean small states", "Jamaica"},
    {"Central Europe and the Baltics", "Poland"},
    {"East Asia & Pacific", "Japan"},
    {"East Asia & Pacific (IDA & IBRD countries)", "China"},
    {"Euro area", "Spain"},
    {"Europe & Central Asia", "Germany"},
    {"Fragile and conflict affected situations", "Yemen, Rep."},
    {"Heavily indebted poor countries (HIPC)", "Ethiopia"},
    {"IBRD only", "India"},
    {"IDA & IBRD total", "China"},
    {"IDA only", "Uganda"},
    {"Late-demographic dividend", "China"},
    {"Latin America & Caribbean", "Mexico"},
    {"Least developed countries: UN classification", "Nepal"},
    {"Lower middle income", "India"},
    {"Middle East, North Africa, Afghanistan & Pakistan", "Morocco"},
    {"OECD members", "Norway"},
    {"Other small states", "Iceland"},
    {"Pacific island small states", "Fiji"},
    {"Post-demographic dividend", "Japan"},
    {"Small states", "Malta"},
    {"South Asia", "Sri Lanka"},
    {"Sub-Saharan Africa", "South Africa"},
    {"Upper middle income", "Brazil"},
    /* IMF, OECD, WTO, UNCTAD, FAO, Eurostat, China */
    {"Advanced Economies", "Korea, Rep. of"},
    {"Emerging and Developing Economies", "China"},
    {"Emerging and Developing Asia", "India"},
    {"Middle East and Central Asia", "Kazakhstan"},
    {"Western Hemisphere", "Chile"},
    {"Export earnings: fuel", "Kuwait"},
    {"OECD - Europe", "France"},
    {"Non-OECD", "China"},
    {"Extra-EU trade", "Japan"},
    {"South and Central America and the Caribbean", "Peru"},
    {"Landlocked developing countries", "Nepal"},
    {"Developing economies", "Brazil"},
    {"Economies in transition", "Georgia"},
    {"Small island developing states", "Mauritius"},
    {"Western Africa", "Ghana"},
    {"European Union - 27 countries (from 2020)", "Italy"},
    {"Euro area – 20 countries (from 2023)", "Croatia"},
    {"Extra-EU27 (from 2020)", "Norway"},
    {"ASEAN (Association of Southeast Asian Nations)", "Thailand"},
    {"Gulf Cooperation Council (GCC)", "Oman"},
    {"欧盟(27国)", "法国"},
    {"东南亚国家联盟（东盟）", "泰国"},
};

Test(bloc_names, names_of_publishers_are_known)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct asked asked;
        char text[256];
        snprintf(text, sizeof(text),
                 PARTNERS "2023,\"%s\",40\n2023,\"%s\",40\n"
                          "2023,Nowhere,5\n",
                 names[i][0], names[i][1]);
        asked_open(&asked, text);
        cr_expect_eq(asked_member(&asked, names[i][0])->taken, TAKEN_AS_GROUP, "%s",
                     names[i][0]);
        cr_expect_eq(asked_total(&asked), 45, "%s", names[i][0]);
        asked_close(&asked);
    }
}

/* By code, in a file without names. */
static const char *const codes[][2] = {
    {"AFE", "KEN"},     {"AFW", "NGA"},          {"ARB", "EGY"},
    {"CEB", "POL"},     {"CSS", "JAM"},          {"EAP", "CHN"},
    {"EAR", "IND"},     {"EAS", "JPN"},          {"ECA", "TUR"},
    {"ECS", "DEU"},     {"EMU", "ESP"},          {"EUU", "ITA"},
    {"FCS", "YEM"},     {"HIC", "USA"},          {"HPC", "ETH"},
    {"IBD", "IND"},     {"IBT", "CHN"},          {"IDA", "UGA"},
    {"IDB", "NGA"},     {"IDX", "UGA"},          {"LAC", "BRA"},
    {"LCN", "MEX"},     {"LDC", "NPL"},          {"LIC", "UGA"},
    {"LMC", "IND"},     {"LMY", "CHN"},          {"LTE", "CHN"},
    {"MEA", "MAR"},     {"MIC", "BRA"},          {"MNA", "EGY"},
    {"NAC", "CAN"},     {"OED", "NOR"},          {"OSS", "ISL"},
    {"PRE", "NGA"},     {"PSS", "FJI"},          {"PST", "JPN"},
    {"SAS", "LKA"},     {"SSA", "GHA"},          {"SSF", "ZAF"},
    {"SST", "MLT"},     {"TEA", "CHN"},          {"TEC", "TUR"},
    {"TLA", "BRA"},     {"TMN", "MAR"},          {"TSA", "IND"},
    {"TSS", "KEN"},     {"UMC", "BRA"},          {"EU27_2020", "IT"},
    {"EA20", "ES"},     {"EXT_EU27_2020", "CN"}, {"INT_EU27_2020", "FR"},
    {"EXT_EA20", "PL"}, {"G20", "CN"},           {"OECDE", "FRA"},
    {"EU2", "FRA"},     {"ASEAN", "VNM"},        {"1C_080", "KWT"},
};

Test(bloc_names, codes_of_publishers_are_known)
{
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        struct asked asked;
        char text[128];
        snprintf(text, sizeof(text), PARTNERS "2023,%s,40\n2023,%s,40\n2023,XXX,5\n",
                 codes[i][0], codes[i][1]);
        asked_open(&asked, text);
        cr_expect_eq(asked_member(&asked, codes[i][0])->taken, TAKEN_AS_GROUP, "%s",
                     codes[i][0]);
        cr_expect_eq(asked_total(&asked), 45, "%s", codes[i][0]);
        asked_close(&asked);
    }
}
