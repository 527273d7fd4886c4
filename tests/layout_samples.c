#include "tests/layout_samples.h"

#define SAMPLE(format, head, rows, is_counted)             \
    {                                                      \
        format, head rows, sizeof(head) - 1, 1, is_counted \
    }

const struct layout_sample layout_samples[] = {
    SAMPLE("UN Comtrade",
           "typeCode,refPeriodId,period,reporterISO,flowCode,partnerISO,"
           "classificationCode,cmdCode,primaryValue\n",
           "C,1,2022,CHN,X,W00,H5,TOTAL,110\n"
           "C,1,2022,CHN,M,DEU,H5,01,12\n",
           true),
    SAMPLE("UN Comtrade (before 2022)",
           "Classification,Year,Period,Trade Flow,Reporter ISO,Partner ISO,Commodity "
           "Code,Trade Value (US$)\n",
           "H4,2008,2008,Import,AFG,WLD,TOTAL,309\n"
           "H4,2008,2008,Export,AFG,DEU,01,5\n",
           true),
    SAMPLE("CEPII BACI", "t,i,j,k,v,q\n",
           "2022,156,842,010121,5,1\n"
           "2022,156,124,010121,6,NA\n",
           true),
    SAMPLE("SDMX-CSV",
           "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_"
           "MEASURE\n",
           "dataflow,X:Y(1.0),I,DE,X,2014-01,12,EUR\n"
           "dataflow,X:Y(1.0),I,FR,M,2014-01,10,EUR\n",
           true),
    SAMPLE("SDMX-CSV",
           "DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,"
           "FREQUENCY,SCALE,TIME_PERIOD,OBS_VALUE\n",
           "IMF.STA:IMTS(1.0.0),A,OBS_VALUE,CHN,XG_FOB_USD,USA,A,Millions,2022,5\n"
           "IMF.STA:IMTS(1.0.0),B,OBS_VALUE,CHN,MG_CIF_USD,USA,A,Millions,2022,6\n",
           true),
    SAMPLE(
        "SDMX-CSV",
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,Area,MEASURE,Measure,TIME_PERIOD,Time "
        "period,OBS_VALUE,Observation value,UNIT_MEASURE,Unit\n",
        "DATAFLOW,A:B(1.0),I,JPN,Japan,X,Exports,2022,,5,,USD,US dollar\n"
        "DATAFLOW,A:B(1.0),I,JPN,Japan,M,Imports,2022,,6,,USD,US dollar\n",
        true),
    SAMPLE(
        "Eurostat Comext",
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR\n",
        "AT,AD,E,35069190,2,1,202402,65\n"
        "AT,CH,E,35069190,1,1,202402,7\n",
        true),
    SAMPLE("Eurostat Comext (before 2022)",
           "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,"
           "STAT_REGIME,PERIOD,VALUE_IN_EUROS\n",
           "001,FR,0003,NL,I,01012100,1,1,200101,2580\n"
           "001,FR,0004,DE,I,01012100,2,1,200101,99\n",
           true),
    SAMPLE("WTO Stats",
           "Indicator Code,Indicator,Reporting Economy Code,Reporting Economy,Partner "
           "Economy Code,Partner Economy,Year,Unit,Value\n",
           "ITS_MTV_AX,Exports,156,China,000,World,2022,Million US dollar,5\n"
           "ITS_MTV_AM,Imports,156,China,000,World,2022,Million US dollar,4\n",
           true),
    SAMPLE("World Development Indicators",
           "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\n",
           "China,CHN,Exports,TX.VAL.MRCH.CD.WT,5,6\n"
           "China,CHN,Imports,TM.VAL.MRCH.CD.WT,4,\n",
           true),
    SAMPLE("World Bank DataBank",
           "Time,Time Code,Country Name,Country Code,X [TX.VAL.MRCH.CD.WT],M "
           "[TM.VAL.MRCH.CD.WT]\n",
           "2010,YR2010,China,CHN,5,4\n"
           "2011,YR2011,China,CHN,..,5\n",
           true),
    SAMPLE("WITS",
           "ReporterISO3,PartnerISO3,ProductCode,Year,TradeFlowName,TradeValue in 1000 "
           "USD\n",
           "CHN,WLD,Total,2022,Export,5\n"
           "CHN,DEU,01,2022,Import,4\n",
           true),
    SAMPLE("US Census Bureau", "CTY_CODE,CTY_NAME,GEN_VAL_MO,GEN_VAL_YR,time\n",
           "-,TOTAL,300,900,2024-03\n"
           "5700,CHINA,200,500,2024-03\n",
           true),
    SAMPLE("US Census Bureau, web table", "Month;Exports;Imports;Balance\n",
           "January 2001;1,187.5;8,427.5;-7,240.0\n"
           "February 2001;1,200.5;8,400.5;-7,200.0\n",
           true),
    SAMPLE("BTS TransBorder", "TRDTYPE,USASTATE,DISAGMOT,COUNTRY,VALUE,DF,MONTH,YEAR\n",
           "1,AK,5,1220,500,1,01,2024\n"
           "2,TX,5,2010,700,,01,2024\n",
           true),
    SAMPLE("Comex Stat", "CO_ANO;CO_MES;CO_NCM;CO_PAIS;VL_FOB;VL_FRETE;VL_SEGURO\n",
           "2024;05;02013000;160;10;1;1\n"
           "2024;06;02013000;160;20;1;1\n",
           true),
    SAMPLE("Comex Stat", "CO_ANO;CO_MES;CO_NCM;CO_PAIS;VL_FOB\n",
           "2024;05;02013000;160;10\n"
           "2024;06;02013000;160;20\n",
           true),
    SAMPLE("Stats NZ",
           "month,hs,hs_desc,uom,country,Export_FOB,Total_export_FOB,status\n",
           "202401,0201,Meat,kg,China,5,6,F\n"
           "202401,0202,Meat,kg,China,7,8,P\n",
           true),
    SAMPLE("China Customs",
           "year,month,unit,partner_en,partner_zh,exports_month,exports_ytd,imports_"
           "month,imports_ytd\n",
           "2024,8,cny_10000,Asia,亚洲,30,300,15,150\n"
           "2024,8,cny_10000,Vietnam,越南,29,290,10,100\n",
           true),
    SAMPLE("China Customs, year to date", "时间,国家（地区）,出口累计,进口累计\n",
           "2024-03,总值,20,10\n"
           "2024-03,越南,20,10\n",
           true),
    SAMPLE("China Customs, year to date",
           "year,month,unit,partner_en,partner_zh,exports_month,exports_ytd,imports_"
           "month,imports_ytd\n",
           "2024,2,cny_10000,Vietnam,越南,,290,,100\n"
           "2024,3,cny_10000,Vietnam,越南,30,320,10,110\n",
           true),
    SAMPLE("Comex Stat",
           "CO_ANO;CO_MES;SH4;CO_PAIS;SG_UF_MUN;CO_MUN;KG_LIQUIDO;VL_FOB\n",
           "2024;05;0201;160;SP;3550308;1;10\n"
           "2024;06;0201;160;SP;3550308;1;20\n",
           true),
    SAMPLE("KOSIS", "Country,Date,Exports,Imports\n",
           "Japan,2001.01,5,6\n"
           "China,2001.01,7,8\n",
           true),
    SAMPLE("Trade Statistics of Japan", "Date;Exports;Imports\n",
           "2001/01;5;6\n"
           "2001/02;7;8\n",
           true),
    SAMPLE("Atlas of Economic Complexity",
           "year,location_code,hs_product_code,export_value\n",
           "1995,aut,0101,4\n"
           "1995,bel,0101,100\n",
           true),
    SAMPLE("ITPD-E",
           "exporter_iso3,importer_iso3,year,industry_id,trade,flag_mirror,flag_zero\n",
           "CHN,USA,2016,1,5.5,0,p\n"
           "CHN,FRA,2016,1,0,0,u\n",
           true),
    SAMPLE("IMF Direction of Trade Statistics",
           "Country Name,Country Code,Indicator Code,Counterpart Country Code,Time "
           "Period,Value,Status\n",
           "China,924,TXG_FOB_USD,001,2020,2590,\n"
           "China,924,TMG_CIF_USD,111,2020,206,E\n",
           true),
    SAMPLE("IMF Direction of Trade Statistics, a column for each indicator",
           "Country Name,Country Code,Counterpart Country Code,Time Period,\"Goods, "
           "Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)\"\n",
           "China,924,001,2020,2590\n"
           "China,924,111,2020,206\n",
           true),
    SAMPLE("IMF Direction of Trade Statistics, a column for each period",
           "Country Name,Country Code,Indicator Code,Counterpart Country "
           "Code,Attribute,2020,2021\n",
           "China,924,TXG_FOB_USD,001,Value,2590,3362\n"
           "China,924,TXG_FOB_USD,001,Status,,E\n",
           true),
    SAMPLE("UNdata",
           "Country or Area,Year,Comm. Code,Commodity,Flow,Trade (USD),Weight (kg)\n",
           "Albania,2016,010290,Bovine animals,Import,24,11\n"
           "Albania,2016,TOTAL,All commodities,Import,94,\n",
           true),
    SAMPLE("UNCTADstat",
           "Year,Economy,Economy Label,Flow,Flow Label,US$ at current prices in "
           "millions\n",
           "2022,156,China,01,Imports,27\n"
           "2022,276,Germany,01,Imports,15\n",
           true),
    SAMPLE("WITS, summary of a country",
           "Reporter,Partner,Product categories,Indicator Type,Indicator,2021,2022\n",
           "China,World,Fuels,Export,Export(US$ Mil),5,6\n"
           "China,World,Fuels,Import,Import(US$ Mil),50,60\n",
           true),
    SAMPLE("UK overseas trade statistics",
           "MonthId,FlowTypeId,Cn8Code,CountryCodeAlpha,Value\n",
           "202401,3,01012100,US,5\n"
           "202401,2,01012100,DE,6\n",
           true),
    SAMPLE("Statistics Canada",
           "REF_DATE,GEO,Trade,Principal trading "
           "partners,UOM,SCALAR_FACTOR,VECTOR,VALUE\n",
           "2024-01,Canada,Import,China,Dollars,millions,v1,5\n"
           "2024-01,Canada,Export,China,Dollars,millions,v2,6\n",
           true),
    SAMPLE("FAOSTAT, trade matrix",
           "Reporter Countries,Partner Countries,Item Code,Item,Element,Year,Unit,"
           "Value\n",
           "Brazil,China,236,Soya beans,Export value,2022,1000 USD,5\n"
           "Brazil,Japan,236,Soya beans,Export value,2022,1000 USD,6\n",
           true),
    SAMPLE("FAOSTAT, crops and livestock products",
           "Area,Item Code (CPC),Item,Element,Year,Unit,Value\n",
           "Brazil,'0141,Soya beans,Export value,2022,1000 USD,5\n"
           "Brazil,'0141,Soya beans,Import value,2022,1000 USD,6\n",
           true),
    SAMPLE("Our World in Data", "Entity,Code,Year,Exports of goods\n",
           "China,CHN,2022,5\n"
           "Japan,JPN,2022,6\n",
           true),
    SAMPLE("table", "year,partner,exports_usd,imports_usd\n",
           "2023,China,5,6\n"
           "2023,Japan,7,8\n",
           true),
    SAMPLE("table, a column for each period", "country,flow,2022,2023\n",
           "China,exports,5,6\n"
           "Japan,imports,4,\n",
           true),
    SAMPLE("table, a column for each part of a year", "Year,Flow,Jan,Feb,Mar\n",
           "2022,exports,5,6,7\n"
           "2022,imports,4,,5\n",
           true),
    SAMPLE("Trade Map, exports",
           "Importers,Exported value in 2022,Exported value in 2023\n",
           "World,5,6\n"
           "Japan,4,5\n",
           true),
    SAMPLE("Trade Map, imports",
           "Product code,Product label,Imported value in 2022,Imported value in 2023\n",
           "TOTAL,All products,5,6\n"
           "01,Live animals,4,5\n",
           true),
    SAMPLE("Trade Map, indicators of exports",
           "Importers,Value exported in 2022 (USD thousand),Share (%)\n",
           "World,5,100\n"
           "Japan,4,80\n",
           true),
    SAMPLE("Trade Map, indicators of imports",
           "Exporters,Value imported in 2022 (USD thousand),Share (%)\n",
           "World,5,100\n"
           "Japan,4,80\n",
           true),
    SAMPLE("Trade Map, two countries",
           "Product code,Product label,China's exports to Peru Value in 2022,China's "
           "exports to world Value in 2022\n",
           "TOTAL,All products,5,6\n"
           "01,Live animals,4,5\n",
           true),
    SAMPLE("table, a column for each flow and period",
           "Country,Exports 2022,Imports 2022\n",
           "China,5,6\n"
           "Japan,4,5\n",
           true),
    SAMPLE("table, a row for each series", "Indicator,2022,2023\n",
           "Exports (USD bn),5,6\n"
           "Imports (USD bn),4,5\n",
           true),
    SAMPLE("table", "country,product,value\n",
           "China,0101,5\n"
           "Japan,0101,6\n",
           true),
    SAMPLE("table", "year,origin,hs92,rca\n",
           "1995,aut,1704,.57\n"
           "1995,che,1704,1.05\n",
           true),
    SAMPLE("Eurostat", "freq,unit,indic_et,partner,geo\\TIME_PERIOD\t2022 \t2023 \n",
           "A,MIO_EUR,MIO_EXP_VAL,WORLD,DE\t5 \t6 e\n"
           "A,MIO_EUR,MIO_IMP_VAL,WORLD,DE\t4 \t: c\n",
           false),
};
const size_t layout_sample_count = sizeof(layout_samples) / sizeof(layout_samples[0]);
