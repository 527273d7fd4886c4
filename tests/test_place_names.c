/*
 * Names that are no totals, no blocs and no subtotals, whatever words they have in
 * them.
 */
#include "core/model/places.h"
#include "core/model/subtotal_words.h"

#include <criterion/criterion.h>
#include <string.h>

/* ISO 3166-1, parted by '|'. */
static const char countries[] =
    "Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Anguilla|Antarctica|"
    "Antigua and Barbuda|Argentina|Armenia|Aruba|Australia|Austria|Azerbaijan|"
    "Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|"
    "Bhutan|Bolivia|Bolivia, Plurinational State of|"
    "Bonaire, Sint Eustatius and Saba|Bosnia and Herzegovina|Botswana|"
    "Bouvet Island|Brazil|British Indian Ocean Territory|Brunei Darussalam|"
    "Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|"
    "Cayman Islands|Central African Republic|Chad|Chile|China|Christmas Island|"
    "Cocos (Keeling) Islands|Colombia|Comoros|Congo|"
    "Congo, The Democratic Republic of the|Cook Islands|Costa Rica|Croatia|Cuba|"
    "Curaçao|Cyprus|Czechia|Côte d'Ivoire|Denmark|Djibouti|Dominica|"
    "Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|"
    "Estonia|Eswatini|Ethiopia|Falkland Islands (Malvinas)|Faroe Islands|Fiji|"
    "Finland|France|French Guiana|French Polynesia|French Southern Territories|"
    "Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|"
    "Guadeloupe|Guam|Guatemala|Guernsey|Guinea|Guinea-Bissau|Guyana|Haiti|"
    "Heard Island and McDonald Islands|Holy See (Vatican City State)|Honduras|"
    "Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iran, Islamic Republic of|Iraq|"
    "Ireland|Isle of Man|Israel|Italy|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kenya|"
    "Kiribati|Korea, Democratic People's Republic of|Korea, Republic of|Kuwait|"
    "Kyrgyzstan|Lao People's Democratic Republic|Laos|Latvia|Lebanon|Lesotho|"
    "Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macao|Madagascar|Malawi|"
    "Malaysia|Maldives|Mali|Malta|Marshall Islands|Martinique|Mauritania|Mauritius|"
    "Mayotte|Mexico|Micronesia, Federated States of|Moldova|Moldova, Republic of|"
    "Monaco|Mongolia|Montenegro|Montserrat|Morocco|Mozambique|Myanmar|Namibia|"
    "Nauru|Nepal|Netherlands|New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|"
    "Niue|Norfolk Island|North Korea|North Macedonia|Northern Mariana Islands|"
    "Norway|Oman|Pakistan|Palau|Palestine, State of|Panama|Papua New Guinea|"
    "Paraguay|Peru|Philippines|Pitcairn|Poland|Portugal|Puerto Rico|Qatar|Romania|"
    "Russian Federation|Rwanda|Réunion|Saint Barthélemy|"
    "Saint Helena, Ascension and Tristan da Cunha|Saint Kitts and Nevis|"
    "Saint Lucia|Saint Martin (French part)|Saint Pierre and Miquelon|"
    "Saint Vincent and the Grenadines|Samoa|San Marino|Sao Tome and Principe|"
    "Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|"
    "Sint Maarten (Dutch part)|Slovakia|Slovenia|Solomon Islands|Somalia|"
    "South Africa|South Georgia and the South Sandwich Islands|South Korea|"
    "South Sudan|Spain|Sri Lanka|Sudan|Suriname|Svalbard and Jan Mayen|Sweden|"
    "Switzerland|Syria|Syrian Arab Republic|Taiwan|Taiwan, Province of China|"
    "Tajikistan|Tanzania|Tanzania, United Republic of|Thailand|Timor-Leste|Togo|"
    "Tokelau|Tonga|Trinidad and Tobago|Tunisia|Turkmenistan|"
    "Turks and Caicos Islands|Tuvalu|Türkiye|Uganda|Ukraine|United Arab Emirates|"
    "United Kingdom|United States|United States Minor Outlying Islands|Uruguay|"
    "Uzbekistan|Vanuatu|Venezuela|Venezuela, Bolivarian Republic of|Viet Nam|"
    "Vietnam|Virgin Islands, British|Virgin Islands, U.S.|Wallis and Futuna|"
    "Western Sahara|Yemen|Zambia|Zimbabwe|Åland Islands";

/* Headings of goods that begin or end with such a word, or nearly so. */
static const char *const goods[] = {
    "Works of art, collectors' pieces and antiques",
    "Other base metals; cermets; articles thereof",
    "Other vegetable textile fibres",
    "Other made up textile articles; sets",
    "Miscellaneous manufactured articles",
    "Commodities not specified according to kind",
    "Worldwide licences",
    "Totara wood",
    "Tops of wool",
    "Products of animal origin, n.e.s.",
    "All-terrain vehicles",
    "Summer clothing",
};

/* Rows for what is left are parts. */
static const char *const rests[] = {
    "Rest of world",
    "All others",
    "Other countries",
    "Others",
    "Areas, nes",
    "Bunkers",
    "Other Asia, nes",
    "Europe EU, nes",
    "Special Categories",
    "Free Zones",
    "Africa CAMEU region, nes",
    "Other Europe",
    "Rest of Asia",
    "Not specified",
    "Unspecified",
    "其他国家",
    "世界其他地区",
    "国别不详",
    "Asia (other)",
    "Africa, other than ECOWAS",
};

static void expect_plain(const struct places *places, const char *text,
                         struct arena *arena)
{
    struct label name = {0};
    struct place place;

    label_add(&name, arena, "", text);
    place = places_find(places, "", &name);
    cr_expect(place.kind == PLACE_COUNTRY || place.kind == PLACE_UNKNOWN, "%s", text);
    cr_expect_eq(subtotal_read(text).kind, SUBTOTAL_NONE, "%s", text);
    cr_expect_not(is_word_of_total("", &name, arena), "%s", text);
}

Test(place_names, no_country_good_or_rest_is_taken_for_a_group)
{
    struct arena arena = {0};
    struct places places;
    char *list;

    places_open(&places, &arena);
    list = arena_copy(&arena, countries, strlen(countries));
    for (char *at = list; *at;) {
        size_t length = strcspn(at, "|");
        bool is_last = !at[length];
        at[length] = '\0';
        expect_plain(&places, at, &arena);
        at += length + !is_last;
    }
    for (size_t i = 0; i < sizeof(goods) / sizeof(goods[0]); i++)
        expect_plain(&places, goods[i], &arena);
    for (size_t i = 0; i < sizeof(rests) / sizeof(rests[0]); i++)
        expect_plain(&places, rests[i], &arena);
    arena_clear(&arena);
}
