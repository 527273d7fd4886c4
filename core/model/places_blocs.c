#include "core/model/places.h"

#define EU27                                                                           \
    "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD " \
    "POL PRT ROU SVK SVN ESP SWE"
#define EURO20 \
    "AUT BEL HRV CYP EST FIN FRA DEU GRC IRL ITA LVA LTU LUX MLT NLD PRT SVK SVN ESP"
#define ASEAN "BRN KHM IDN LAO MYS MMR PHL SGP THA VNM"
#define G7 "CAN FRA DEU ITA JPN GBR USA"
#define GULF "BHR KWT OMN QAT SAU ARE"
/* Economies by income, World Bank, fiscal year 2025; all others are of high income. */
#define LOW                                                                            \
    "AFG BDI BFA CAF TCD COD ERI ETH GMB GNB PRK LBR MDG MWI MLI MOZ NER RWA SLE SOM " \
    "SSD SDN SYR TGO UGA YEM "
#define LOWER                                                                          \
    "AGO BGD BEN BTN BOL CPV KHM CMR COM COG CIV DJI EGY SWZ GHA GIN HTI HND IND JOR " \
    "KEN KIR KGZ LAO LBN LSO MRT FSM MAR MMR NPL NIC NGA PAK PNG PHL WSM STP SEN SLB " \
    "LKA TZA TJK TLS TUN UZB VUT VNM PSE ZMB ZWE "
#define UPPER                                                                          \
    "ALB DZA ARG ARM AZE BLR BLZ BIH BWA BRA CHN COL CRI CUB DMA DOM ECU SLV GNQ FJI " \
    "GAB GEO GRD GTM IDN IRN IRQ JAM KAZ LBY MYS MDV MHL MUS MEX MDA MNG MNE NAM MKD " \
    "PRY PER SRB ZAF LCA VCT SUR THA TON TUR TKM TUV UKR "
/* Advanced economies, IMF. */
#define ADVANCED                                                                       \
    EURO20 " AND AUS CAN CHE CZE DNK GBR HKG ISL ISR JPN KOR MAC NOR NZL PRI SGP SMR " \
           "SWE TWN USA"
#define LEAST                                                                          \
    "AFG AGO BDI BEN BFA BGD CAF COD COM DJI ERI ETH GIN GMB GNB HTI KHM KIR LAO LBR " \
    "LSO MDG MLI MMR MOZ MRT MWI NER NPL RWA SDN SEN SLB SLE SOM SSD TCD TGO TLS TUV " \
    "TZA UGA YEM ZMB"
#define IDA_ONLY                                                                       \
    "AFG BDI BEN BFA BGD BTN CAF CIV COD COM ERI ETH GHA GIN GMB GNB GUY HND HTI KHM " \
    "KIR KGZ LAO LBR LSO LKA MDG MDV MHL MLI MMR MOZ MRT MWI NER NIC NPL RWA SDN SEN " \
    "SLB SLE SOM SSD STP SYR TCD TGO TJK TON TUV TZA UGA VUT WSM YEM ZMB "
#define IDA_BLEND "CMR COG CPV DMA FJI FSM GRD KEN LCA NGA PAK PNG TLS UZB VCT ZWE "
#define OECD                                                                           \
    "AUS AUT BEL CAN CHL COL CRI CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ISR ITA JPN " \
    "KOR LVA LTU LUX MEX NLD NZL NOR POL PRT SVK SVN ESP SWE CHE TUR GBR USA"

const struct bloc_words bloc_words[] = {
    {"Africa", "africa|002|afr", "africa|afrika|afrique|非洲|africatotal|アフリカ", "F",
     ""},
    {"Asia", "asia|142", "asia|asien|asie|亚洲", "A", ""},
    {"Europe", "europe|eur|150", "europe|europa|欧洲|欧州", "E", ""},
    {"Latin America", "latam|lac|lcn|tla|419",
     "latinamerica|latinamericaandthecaribbean|"
     "latinamericacaribbeanexcludinghighincome|"
     "thelatinamericaandthecaribbeanregionidaibrdcountries|latinamericacaribbean|"
     "latinamericaandcaribbean|southandcentralamerica|lateinamerika|拉丁美洲|"
     "southandcentralamericaandthecaribbean|americalatina|ameriquelatine|"
     "americalatinaycaribe|中南米",
     "L", ""},
    {"North America", "namerica|nac|021",
     "northamerica|northernamerica|nordamerika|北美洲|ameriquedunord|americadelnorte|"
     "americadonorte|北米",
     "N", "MEX"},
    {"Americas", "americas|019|ame|amr",
     "americas|america|theamericas|amerika|美洲|americatotal", "LN", ""},
    {"Oceania", "oceania|009",
     "oceania|ozeanien|大洋洲|大洋州|オセアニア|australiaandoceania|"
     "oceaniaandaustralia|australiaoceania|australienundozeanien|australieetoceanie|"
     "oceanie",
     "O", ""},
    {"Asia and Oceania", "", "asiaandoceania|asiapacific|亚太地区", "AO", ""},
    {"South America", "005",
     "southamerica|sudamerika|南美洲|ameriquedusud|americadelsur|americadosul|南米",
     ".", "ARG BOL BRA CHL COL ECU FLK GUF GUY PER PRY SUR URY VEN"},
    {"Middle East", "", "middleeast|中东|naherosten|moyenorient|proximeorient|中東",
     ".", GULF " IRN IRQ ISR JOR LBN SYR YEM PSE EGY TUR"},
    {"Sub-Saharan Africa", "ssf|ssa|tss|202",
     "subsaharanafrica|subsaharanafricaexcludinghighincome|"
     "subsaharanafricaidaibrdcountries|撒哈拉以南非洲",
     "F", "-DZA -EGY -LBY -MAR -TUN -ESH -DJI"},
    {"North Africa", "015", "northafrica|northernafrica|北非", ".",
     "DZA EGY LBY MAR SDN TUN ESH"},
    {"Eastern Asia", "030", "easternasia|eastasia|东亚", ".",
     "CHN HKG MAC JPN KOR PRK MNG TWN"},
    {"South-Eastern Asia", "035", "southeasternasia|southeastasia|东南亚", ".",
     ASEAN " TLS"},
    {"Central Asia", "143", "centralasia|中亚", ".", "KAZ KGZ TJK TKM UZB"},
    {"South Asia", "sas|tsa", "southasia|southasiaidaibrd|南亚", ".",
     "AFG BGD BTN IND MDV NPL PAK LKA"},
    {"Southern Asia", "034", "southernasia", ".",
     "AFG BGD BTN IND IRN MDV NPL PAK LKA"},
    {"Western Asia", "145", "westernasia|westasia|西亚", ".",
     GULF " ARM AZE CYP GEO IRQ ISR JOR LBN PSE SYR TUR YEM"},
    {"European Union",
     "eu|eu27|eu272020|eu28|eu25|eu15|euu|intraeu|inteu|inteu27|inteu272020|"
     "intraeu27|intraeu272020|eu272020intra|eu27intra|eu28intra|euintra|97|eu2",
     "europeanunion|eu|eu27|eu28|eu15|europeanunion27|europeanunion28|theeuropeanunion|"
     "intraeu|intraeu27|intraeu28|europaischeunion|unioneuropeenne|unioneuropea|"
     "uniaoeuropeia|eulander|欧盟|欧洲联盟|europeanunion27countriesfrom2020|"
     "europeanunion28countries20132020|europeanunion27countries20072013|"
     "europeanunion25countries20042006|europeanunion15countries19952004|"
     "intraeu27from2020|intraeu2820132020|intraeutrade|ue|ue27|ue28|欧洲联盟欧盟|"
     "欧盟注|欧盟27国|欧盟28国|欧州連合",
     "", EU27 " <GBR"},
    {"countries outside the European Union",
     "extraeu|exteu|exteu27|exteu272020|exteu28|extraeu27|extraeu272020|eu272020extra|"
     "eu27extra|eu28extra|euextra",
     "extraeu|extraeu27|extraeu28|noneucountries|noneu|drittlander|nichteulander|"
     "欧盟以外|extraeutrade|extraeuropeanunion|extraeu27trade|extraeu28trade|"
     "extraeu27from2020|extraeu2820132020|horsue|extraue|restofworldextraeu|"
     "thirdcountries",
     "", "!" EU27},
    {"euro area",
     "ea|ea19|ea20|emu|intea20|ea11|ea12|ea17|ea18|ea21|intea19|intea21|intea|u2",
     "euroarea|euroarea19|euroarea20|eurozone|eurozone20|euroraum|欧元区|"
     "euroarea20countriesfrom2023|euroarea19countries20152022|euroarea18countries2014|"
     "euroarea21|euroarea21countriesfrom2026|zoneeuro|zonaeuro|zonadoeuro|zonadeleuro",
     "", EURO20},
    {"ASEAN", "asean",
     "asean|associationofsoutheastasiannations|aseancountries|东盟|东南亚国家联盟|"
     "asean10|aseanmembers|asean6|东盟10国|东盟十国|东南亚国家联盟东盟",
     "", ASEAN},
    {"APEC", "apec",
     "apec|asiapacificeconomiccooperation|亚太经合组织|亚太经济合作组织", "",
     "AUS BRN CAN CHL CHN HKG IDN JPN KOR MYS MEX NZL PNG PER PHL RUS SGP TWN THA USA "
     "VNM"},
    {"OECD", "oecd|oed",
     "oecd|oecdmembers|oecdcountries|oecdtotal|"
     "organisationforeconomiccooperationanddevelopment|经合组织|oecdmembercountries|"
     "ocde",
     "", OECD},
    {"G7", "g7|g7m", "g7|groupofseven|七国集团|g7countries", "", G7},
    {"G20", "g20", "g20|groupoftwenty|二十国集团|g20countries|groupof20", "",
     G7 " ARG AUS BRA CHN IND IDN MEX RUS SAU ZAF KOR TUR"},
    {"BRICS", "brics",
     "brics|bric|金砖国家|bricscountries|bricsmembers|brics5|bricsplus|金砖五国", "",
     "BRA RUS IND CHN ZAF EGY ETH IRN ARE IDN"},
    {"EFTA", "efta", "efta|europeanfreetradeassociation|欧洲自由贸易联盟", "",
     "ISL LIE NOR CHE"},
    {"USMCA", "usmca|nafta",
     "usmca|nafta|usmcanafta|北美自由贸易区|美墨加|usmcawithcanadaandmexico", "",
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
    {"OPEC", "opec",
     "opec|欧佩克|石油输出国组织|opeccountries|opecmembers|"
     "organizationofthepetroleumexportingcountries",
     "", "COG DZA GAB GNQ IRN IRQ KWT LBY NGA SAU ARE VEN"},
    {"CIS", "cis",
     "cis|commonwealthofindependentstates|独联体|cistotal|ciscountries|"
     "commonwealthofindependentstatescisincludingassociateandformermemberstates",
     "", "ARM AZE BLR KAZ KGZ MDA RUS TJK UZB"},
    {"Eurasian Economic Union", "eaeu", "eaeu|eurasianeconomicunion|欧亚经济联盟", "",
     "ARM BLR KAZ KGZ RUS"},
    {"Shanghai Cooperation Organisation", "sco",
     "sco|shanghaicooperationorganisation|shanghaicooperationorganization|上合组织", "",
     "CHN IND IRN KAZ KGZ PAK RUS TJK UZB BLR"},
    {"African Union", "", "africanunion|非洲联盟|非盟", "F", ""},
    {"COMESA", "comesa", "comesa|commonmarketforeasternandsouthernafrica", "",
     "BDI COD COM DJI EGY ERI ETH KEN LBY MDG MUS MWI RWA SDN SOM SWZ SYC TUN UGA ZMB "
     "ZWE"},
    {"SADC", "sadc", "sadc|southernafricandevelopmentcommunity", "",
     "AGO BWA COD COM LSO MDG MOZ MUS MWI NAM SWZ SYC TZA ZAF ZMB ZWE"},
    {"ECOWAS", "ecowas|cedeao", "ecowas|cedeao|economiccommunityofwestafricanstates",
     "", "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI NER NGA SEN SLE TGO"},
    {"East African Community", "eac", "eac|eastafricancommunity", "",
     "BDI COD KEN RWA SOM SSD TZA UGA"},
    {"SAARC", "saarc", "saarc|southasianassociationforregionalcooperation", "",
     "AFG BGD BTN IND LKA MDV NPL PAK"},
    {"Visegrad Group", "", "visegrad|visegradgroup|v4", "", "CZE HUN POL SVK"},
    {"LAIA", "aladi|laia", "aladi|laia|latinamericanintegrationassociation", "",
     "ARG BOL BRA CHL COL CUB ECU MEX PAN PER PRY URY VEN"},
    {"Andean Community", "", "andeancommunity|comunidadandina", "", "BOL COL ECU PER"},
    {"Pacific Alliance", "", "pacificalliance|alianzadelpacifico", "",
     "CHL COL MEX PER"},
    {"CARICOM", "caricom", "caricom|caribbeancommunity", "",
     "ATG BHS BLZ BRB DMA GRD GUY HTI JAM KNA LCA MSR SUR TTO VCT"},
    {"Caribbean", "", "caribbean|thecaribbean|karibik|caraibes|加勒比", ".",
     "ABW AIA ATG BHS BLM BRB CUB CUW CYM DMA DOM GLP GRD HTI JAM KNA LCA MSR MTQ PRI "
     "SXM TCA TTO VCT VGB VIR"},
    {"Central America", "", "centralamerica|zentralamerika|中美洲", ".",
     "BLZ CRI GTM HND NIC PAN SLV"},
    {"Eastern Europe", "", "easterneurope|osteuropa|东欧", ".",
     "BGR BLR CZE HUN MDA POL ROU RUS SVK UKR"},
    {"Western Europe", "", "westerneurope|westeuropa|西欧", ".",
     "AUT BEL CHE DEU FRA LIE LUX MCO NLD"},
    {"Northern Europe", "", "northerneurope|nordeuropa|北欧", ".",
     "DNK EST FIN FRO GBR IRL ISL LTU LVA NOR SWE"},
    {"Southern Europe", "", "southerneurope|sudeuropa|南欧", ".",
     "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN"},
    {"Australia and New Zealand", "", "australiaandnewzealand", ".", "AUS NZL"},
    {"Belt and Road", "",
     "beltandroad|beltandroadcountries|beltandroadinitiative|一带一路|一带一路沿线国家|"
     "共建一带一路国家",
     "", "~ EGY IDN KAZ LAO MYS PAK RUS SAU SGP THA TUR VNM"},
    /* Aggregates of the World Bank, and of the IMF below: some that are always in them,
     * for who is in them changes by the year. */
    {"Arab World", "arb", "arabworld", "",
     GULF " COM DJI DZA EGY IRQ JOR LBN LBY MAR MRT PSE SDN SOM SYR TUN YEM"},
    {"Central Europe and the Baltics", "ceb", "centraleuropeandthebaltics", ".",
     "BGR CZE EST HRV HUN LTU LVA POL ROU SVK SVN"},
    {"East Asia and Pacific", "eas|eap|tea",
     "eastasiapacific|eastasiaandpacific|eastasiapacificexcludinghighincome|"
     "eastasiapacificidaibrdcountries",
     "O", ASEAN " CHN HKG JPN KOR MAC MNG PRK TLS TWN"},
    {"Europe and Central Asia", "ecs|eca|tec",
     "europecentralasia|europeandcentralasia|europecentralasiaexcludinghighincome|"
     "europecentralasiaidaibrdcountries",
     "E", "ARM AZE CYP GEO KAZ KGZ TJK TKM TUR UZB"},
    {"Middle East and North Africa", "mea|mna|tmn",
     "middleeastnorthafrica|middleeastandnorthafrica|mena|"
     "middleeastnorthafricaexcludinghighincome|"
     "middleeastnorthafricaidaibrdcountries|middleeastnorthafricaafghanistanpakistan",
     ".", GULF " DJI DZA EGY IRN IRQ ISR JOR LBN LBY MAR MLT PSE SYR TUN YEM"},
    {"small states", "sst", "smallstates", "",
     "ATG BHR BHS BLZ BRB BRN BTN BWA COM CPV CYP DJI DMA EST FJI FSM GAB GMB GNB GNQ "
     "GRD GUY ISL JAM KIR KNA LCA LSO MDV MHL MLT MNE MUS NAM NRU PLW QAT SLB SMR STP "
     "SUR SWZ SYC TLS TON TTO TUV VCT VUT WSM"},
    {"Caribbean small states", "css", "caribbeansmallstates", "",
     "ATG BHS BLZ BRB DMA GRD GUY JAM KNA LCA SUR TTO VCT"},
    {"Pacific island small states", "pss", "pacificislandsmallstates", "",
     "FJI FSM KIR MHL NRU PLW SLB TON TUV VUT WSM"},
    {"other small states", "oss", "othersmallstates", "",
     "BHR BRN BTN BWA COM CPV CYP DJI EST GAB GMB GNB GNQ ISL LSO MDV MLT MNE MUS NAM "
     "QAT SMR STP SWZ SYC TLS"},
    {"Africa Eastern and Southern", "afe", "africaeasternandsouthern", ".",
     "AGO BDI BWA COD COM ERI ETH KEN LSO MDG MOZ MUS MWI NAM RWA SDN SOM SSD STP SWZ "
     "SYC TZA UGA ZAF ZMB ZWE"},
    {"Africa Western and Central", "afw", "africawesternandcentral", ".",
     "BEN BFA CAF CIV CMR COG CPV GAB GHA GIN GMB GNB GNQ LBR MLI MRT NER NGA SEN SLE "
     "TCD TGO"},
    {"fragile and conflict affected situations", "fcs",
     "fragileandconflictaffectedsituations", "",
     "AFG BDI BFA CAF CMR COD COG COM ERI ETH FSM GNB HTI IRQ KIR LBN LBY MHL MLI MMR "
     "MOZ NER NGA PNG PSE SDN SLB SOM SSD STP SYR TCD TLS TUV UKR VEN YEM ZWE"},
    {"heavily indebted poor countries", "hpc", "heavilyindebtedpoorcountrieshipc", "",
     "AFG BDI BEN BFA BOL CAF CIV CMR COD COG COM ERI ETH GHA GIN GMB GNB GUY HND HTI "
     "LBR MDG MLI MOZ MRT MWI NER NIC RWA SDN SEN SLE SOM STP TCD TGO TZA UGA ZMB"},
    {"least developed countries", "ldc",
     "leastdevelopedcountries|leastdevelopedcountriesunclassification|ldc|ldcs|"
     "最不发达国家",
     "", LEAST},
    {"high income", "hic",
     "highincome|highincomecountries|高收入国家|highincomeeconomies", "",
     "!VEN " LOW LOWER UPPER},
    {"upper middle income", "umc",
     "uppermiddleincome|uppermiddleincomecountries|uppermiddleincomeeconomies", "",
     UPPER},
    {"lower middle income", "lmc",
     "lowermiddleincome|lowermiddleincomecountries|lowermiddleincomeeconomies", "",
     LOWER},
    {"middle income", "mic", "middleincome|middleincomecountries|middleincomeeconomies",
     "", LOWER UPPER},
    {"low and middle income", "lmy",
     "lowmiddleincome|lowandmiddleincome|lowandmiddleincomecountries|"
     "lowandmiddleincomeeconomies",
     "", LOW LOWER UPPER "VEN"},
    {"low income", "lic", "lowincome|lowincomecountries|lowincomeeconomies|低收入国家",
     "", LOW},
    {"IBRD only", "ibd", "ibrdonly", "",
     "~ BRA CHN COL EGY IDN IND MEX PER PHL THA TUR VNM ZAF"},
    {"IDA and IBRD", "ibt", "idaibrdtotal", "",
     "~ BRA CHN COL EGY IDN IND MEX PER PHL THA TUR VNM ZAF " IDA_ONLY IDA_BLEND},
    {"IDA total", "ida", "idatotal", "", IDA_ONLY IDA_BLEND},
    {"IDA only", "idx", "idaonly", "", IDA_ONLY},
    {"IDA blend", "idb", "idablend", "", IDA_BLEND},
    {"early-demographic dividend", "ear", "earlydemographicdividend", "", "~ IDN IND"},
    {"late-demographic dividend", "lte", "latedemographicdividend", "", "~ BRA CHN"},
    {"pre-demographic dividend", "pre", "predemographicdividend", "", "~ COD ETH NGA"},
    {"post-demographic dividend", "pst", "postdemographicdividend", "",
     "~ DEU JPN USA"},
    {"advanced economies", "",
     "advancedeconomies|advancedcountries|"
     "industrialcountries",
     "", ADVANCED},
    {"emerging and developing economies", "",
     "emerginganddevelopingeconomies|emergingmarketanddevelopingeconomies|"
     "emergingmarkets",
     "", "!" ADVANCED},
    /* UNCTAD: with those in transition they are all. */
    {"developed economies", "",
     "developedeconomies|developedcountries|发达国家|发达经济体", "",
     ADVANCED " BGR BMU FRO GIB GRL HUN POL ROU SPM"},
    {"developing economies", "",
     "developingeconomies|developingcountries|发展中经济体|发展中国家", "",
     "!" ADVANCED
     " BGR BMU FRO GIB GRL HUN POL ROU SPM ALB ARM AZE BIH BLR GEO KAZ KGZ "
     "MDA MKD MNE RUS SRB TJK TKM UKR UZB"},
    /* Of OECD, IMF, UNCTAD, WTO, FAO. */
    {"countries outside the euro area", "extea|extea19|extea20|extea21",
     "extraeuroarea|extraeuroarea19|extraeuroarea20|extraeuroarea21", "", "!" EURO20},
    {"European Union outside the euro area", "",
     "noneuroareaeu|noneurozoneeu|eunoneuroarea|eunoneurozone", "",
     "BGR CZE DNK HUN POL ROU SWE"},
    {"OECD Europe", "oecde", "oecdeurope", "",
     "AUT BEL CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ITA LVA LTU LUX NLD NOR POL PRT "
     "SVK SVN ESP SWE CHE TUR GBR"},
    {"countries outside the OECD", "nonoecd|wxoecd",
     "nonoecd|nonoecdcountries|nonoecdeconomies|nonoecdmembers", "", "!" OECD},
    {"emerging and developing Asia", "", "emerginganddevelopingasia|developingasia",
     ".", "~ BGD CHN IDN IND KHM LAO LKA MMR MNG MYS NPL PHL THA VNM"},
    {"emerging and developing Europe", "", "emerginganddevelopingeurope", ".",
     "ALB BIH BGR BLR HUN MDA MKD MNE POL ROU RUS SRB TUR UKR"},
    {"Middle East and Central Asia", "", "middleeastandcentralasia", ".",
     GULF " AFG ARM AZE DJI DZA EGY GEO IRN IRQ JOR KAZ KGZ LBN LBY MAR MRT PAK PSE "
          "SDN SOM SYR TJK TKM TUN UZB YEM"},
    {"Middle East, North Africa, Afghanistan and Pakistan", "",
     "middleeastnorthafricaafghanistanandpakistan|middleeastandnorthafricaafghanistan"
     "andpakistan",
     ".",
     GULF " AFG DJI DZA EGY IRN IRQ JOR LBN LBY MAR MRT PAK PSE SDN SOM SYR TUN YEM"},
    {"Western Hemisphere", "", "westernhemisphere", "LN", ""},
    {"fuel exporters", "1c080", "exportearningsfuel|fuelexporters|exportersoffuel", "",
     "~ DZA AGO IRN IRQ KWT NGA QAT SAU ARE"},
    {"nonfuel exporters", "1c092", "exportearningsnonfuel|nonfuelexporters", "",
     "~ ARG BRA CHN IND MEX THA TUR VNM ZAF"},
    {"major Asian economies", "a5m|dae", "dynamicasianeconomies|asean5", "",
     "~ CHN HKG IDN IND KOR MYS PHL SGP THA TWN"},
    {"economies in transition", "", "transitioneconomies|economiesintransition", "",
     "ALB ARM AZE BIH BLR GEO KAZ KGZ MDA MKD MNE RUS SRB TJK TKM UKR UZB"},
    {"landlocked developing countries", "lldc",
     "landlockeddevelopingcountries|lldcs|lldc|landlockeddevelopingcountrieslldcs", "",
     "~ AFG BOL ETH KAZ LAO MNG NPL PRY UGA UZB ZMB"},
    {"small island developing states", "sids",
     "smallislanddevelopingstates|sids|smallislanddevelopingstatessids", "",
     "~ BHS BRB CUB DOM FJI HTI JAM MDV MUS SGP TTO"},
    {"food importers", "",
     "lowincomefooddeficitcountries|netfoodimportingdevelopingcountries", "",
     "~ BGD EGY ETH KEN SEN"},
    {"ACP", "acp", "acp|africancaribbeanandpacificstates", "",
     "~ CIV CMR DOM ETH FJI GHA JAM KEN NGA SEN TTO TZA ZAF"},
    {"SACU", "sacu", "sacu|southernafricancustomsunion", "", "BWA LSO NAM SWZ ZAF"},
    {"WAEMU", "waemu|uemoa", "waemu|uemoa|westafricaneconomicandmonetaryunion", "",
     "BEN BFA CIV GNB MLI NER SEN TGO"},
    {"CEMAC", "cemac", "cemac|economicandmonetarycommunityofcentralafrica", "",
     "CAF CMR COG GAB GNQ TCD"},
    {"ECCAS", "eccas|ceeac", "eccas|ceeac|economiccommunityofcentralafricanstates", "",
     "AGO BDI CAF CMR COD COG GAB GNQ RWA STP TCD"},
    {"CEFTA", "cefta", "cefta|centraleuropeanfreetradeagreement", "",
     "ALB BIH MDA MKD MNE SRB"},
    {"Arab Maghreb Union", "uma", "maghreb|arabmaghrebunion", "",
     "DZA LBY MAR MRT TUN"},
    {"Arab League", "", "arableague|leagueofarabstates|阿拉伯国家联盟", "",
     GULF " COM DJI DZA EGY IRQ JOR LBN LBY MAR MRT PSE SDN SOM SYR TUN YEM"},
    {"six East Asian traders", "", "sixeastasiantraders", "",
     "HKG KOR MYS SGP THA TWN"},
    /* Of the US Census. */
    {"NATO", "nato", "nato|northatlantictreatyorganization", "",
     "ALB BEL BGR CAN HRV CZE DNK EST FIN FRA DEU GRC HUN ISL ITA LVA LTU LUX MNE NLD "
     "MKD NOR POL PRT ROU SVK SVN ESP SWE TUR GBR USA"},
    {"Pacific rim", "", "pacificrimcountries|pacificrim", "",
     "~ AUS BRN CHN HKG IDN JPN KOR MAC MYS NZL PHL PNG SGP TWN"},
    {"Latin American republics", "", "twentylatinamericanrepublics", "",
     "ARG BOL BRA CHL COL CRI CUB DOM ECU SLV GTM HTI HND MEX NIC PAN PRY PER URY VEN"},
    {"LAFTA", "lafta", "lafta|latinamericanfreetradeassociation", "",
     "ARG BOL BRA CHL COL ECU MEX PRY PER URY VEN"},
    {"CACM", "cacm", "cacm|centralamericancommonmarket", "", "CRI SLV GTM HND NIC"},
    {"CAFTA-DR", "", "caftadr|drcafta|cafta", "", "CRI DOM SLV GTM HND NIC"},
    {"Benelux", "", "benelux", "", "BEL LUX NLD"},
    {"Nordic countries", "", "nordiccountries|nordics", "", "DNK FIN ISL NOR SWE"},
    {"Baltic states", "", "balticstates|baltics", "", "EST LTU LVA"},
    {"Greater China", "", "greaterchina|大中华区", "", "CHN HKG MAC TWN"},
    {"Western Africa", "", "westernafrica|westafrica", ".",
     "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SHN SLE TGO"},
    {"Eastern Africa", "", "easternafrica|eastafrica", ".",
     "BDI COM DJI ERI ETH KEN MDG MOZ MUS MWI MYT REU RWA SOM SSD SYC TZA UGA ZMB ZWE"},
    {"Middle Africa", "", "middleafrica|centralafrica", ".",
     "AGO CAF CMR COD COG GAB GNQ STP TCD"},
    {"Southern Africa", "", "southernafrica", ".", "BWA LSO NAM SWZ ZAF"},
    {"Melanesia", "", "melanesia", ".", "FJI NCL PNG SLB VUT"},
    {"Polynesia", "", "polynesia", ".", "ASM COK NIU PCN PYF TKL TON TUV WLF WSM"},
};
const size_t bloc_words_count = sizeof(bloc_words) / sizeof(bloc_words[0]);
