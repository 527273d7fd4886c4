#include "core/model/places.h"

#define EU27                                                                           \
    "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD " \
    "POL PRT ROU SVK SVN ESP SWE"
#define EURO20 \
    "AUT BEL HRV CYP EST FIN FRA DEU GRC IRL ITA LVA LTU LUX MLT NLD PRT SVK SVN ESP"
#define ASEAN "BRN KHM IDN LAO MYS MMR PHL SGP THA VNM"
#define G7 "CAN FRA DEU ITA JPN GBR USA"
#define GULF "BHR KWT OMN QAT SAU ARE"
#define OECD                                                                           \
    "AUS AUT BEL CAN CHL COL CRI CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ISR ITA JPN " \
    "KOR LVA LTU LUX MEX NLD NZL NOR POL PRT SVK SVN ESP SWE CHE TUR GBR USA"

const struct bloc_words bloc_words[] = {
    {"Africa", "africa|002", "africa|afrika|afrique|非洲", "F", ""},
    {"Asia", "asia|142", "asia|asien|asie|亚洲", "A", ""},
    {"Europe", "europe|eur|150", "europe|europa|欧洲", "E", ""},
    {"Latin America", "latam|lac|lcn|419",
     "latinamerica|latinamericaandthecaribbean|latinamericacaribbean|"
     "latinamericaandcaribbean|southandcentralamerica|lateinamerika|拉丁美洲",
     "L", ""},
    {"North America", "namerica|nac|021",
     "northamerica|northernamerica|nordamerika|北美洲", "N", "MEX"},
    {"Americas", "americas|019", "americas|america|theamericas|amerika|美洲", "LN", ""},
    {"Oceania", "oceania|009", "oceania|ozeanien|大洋洲", "O", ""},
    {"Asia and Oceania", "", "asiaandoceania|asiapacific|亚太地区", "AO", ""},
    {"South America", "005", "southamerica|sudamerika|南美洲", "",
     "ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN"},
    {"Middle East", "", "middleeast|中东", "",
     GULF " IRN IRQ ISR JOR LBN SYR YEM PSE EGY TUR"},
    {"Sub-Saharan Africa", "ssf|202", "subsaharanafrica|撒哈拉以南非洲", "",
     "AGO NGA ZAF KEN GHA ETH TZA COD COG CIV CMR SEN UGA ZMB ZWE MOZ GIN GAB GNQ MDG"},
    {"North Africa", "015", "northafrica|northernafrica|北非", "",
     "DZA EGY LBY MAR SDN TUN"},
    {"Eastern Asia", "030", "easternasia|eastasia|东亚", "",
     "CHN HKG MAC JPN KOR PRK MNG TWN"},
    {"South-Eastern Asia", "035", "southeasternasia|southeastasia|东南亚", "",
     ASEAN " TLS"},
    {"Central Asia", "143", "centralasia|中亚", "", "KAZ KGZ TJK TKM UZB"},
    {"Southern Asia", "034|sas", "southernasia|southasia|南亚", "",
     "AFG BGD BTN IND IRN MDV NPL PAK LKA"},
    {"Western Asia", "145", "westernasia|westasia|西亚", "",
     GULF " ARM AZE CYP GEO IRQ ISR JOR LBN PSE SYR TUR YEM"},
    {"European Union",
     "eu|eu27|eu272020|eu28|eu25|eu15|euu|intraeu|inteu|inteu27|inteu272020|"
     "intraeu27|intraeu272020|97",
     "europeanunion|eu|eu27|eu28|eu15|europeanunion27|europeanunion28|theeuropeanunion|"
     "intraeu|intraeu27|intraeu28|europaischeunion|unioneuropeenne|欧盟|欧洲联盟",
     "", EU27},
    {"countries outside the European Union",
     "extraeu|exteu|exteu27|exteu272020|exteu28|extraeu27|extraeu272020",
     "extraeu|extraeu27|extraeu28|noneucountries|欧盟以外", "", "!" EU27},
    {"euro area", "ea|ea19|ea20|emu|intea20",
     "euroarea|euroarea19|euroarea20|eurozone|eurozone20|euroraum|欧元区", "", EURO20},
    {"ASEAN", "asean",
     "asean|associationofsoutheastasiannations|aseancountries|东盟|东南亚国家联盟", "",
     ASEAN},
    {"APEC", "apec",
     "apec|asiapacificeconomiccooperation|亚太经合组织|亚太经济合作组织", "",
     "AUS BRN CAN CHL CHN HKG IDN JPN KOR MYS MEX NZL PNG PER PHL RUS SGP TWN THA USA "
     "VNM"},
    {"OECD", "oecd|oed",
     "oecd|oecdmembers|oecdcountries|oecdtotal|"
     "organisationforeconomiccooperationanddevelopment|经合组织",
     "", OECD},
    {"G7", "g7", "g7|groupofseven|七国集团", "", G7},
    {"G20", "g20", "g20|groupoftwenty|二十国集团", "",
     G7 " ARG AUS BRA CHN IND IDN MEX RUS SAU ZAF KOR TUR"},
    {"BRICS", "brics", "brics|bric|金砖国家", "",
     "BRA RUS IND CHN ZAF EGY ETH IRN ARE IDN"},
    {"EFTA", "efta", "efta|europeanfreetradeassociation|欧洲自由贸易联盟", "",
     "ISL LIE NOR CHE"},
    {"USMCA", "usmca|nafta", "usmca|nafta|usmcanafta|北美自由贸易区|美墨加", "",
     "CAN MEX USA"},
    {"Mercosur", "mercosur", "mercosur|mercosul|南方共同市场|南共市", "",
     "ARG BRA PRY URY BOL"},
    {"RCEP", "rcep",
     "rcep|regionalcomprehensiveeconomicpartnership|区域全面经济伙伴关系协定", "",
     ASEAN " AUS CHN JPN KOR NZL"},
    {"CPTPP", "cptpp", "cptpp|tpp", "",
     "AUS BRN CAN CHL JPN MYS MEX NZL PER SGP VNM GBR"},
    {"Gulf Cooperation Council", "gcc",
     "gcc|gulfcooperationcouncil|海湾合作委员会|海合会", "", GULF},
    {"OPEC", "opec", "opec|欧佩克|石油输出国组织", "",
     "DZA COG GNQ GAB IRN IRQ KWT LBY NGA SAU ARE VEN"},
    {"CIS", "cis", "cis|commonwealthofindependentstates|独联体", "",
     "ARM AZE BLR KAZ KGZ MDA RUS TJK UZB"},
    {"Eurasian Economic Union", "eaeu", "eaeu|eurasianeconomicunion|欧亚经济联盟", "",
     "ARM BLR KAZ KGZ RUS"},
    {"Shanghai Cooperation Organisation", "sco",
     "sco|shanghaicooperationorganisation|shanghaicooperationorganization|上合组织", "",
     "CHN IND IRN KAZ KGZ PAK RUS TJK UZB BLR"},
};
const size_t bloc_words_count = sizeof(bloc_words) / sizeof(bloc_words[0]);
