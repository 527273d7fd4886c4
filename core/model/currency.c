#include "core/model/currency.h"

#include <ctype.h>
#include <string.h>

const char currency_codes[][4] = {
    "USD", "CNY", "EUR", "JPY", "GBP", "KRW", "INR", "BRL", "CAD", "AUD", "CHF", "MXN",
    "HKD", "SGD", "TWD", "VND", "RUB", "TRY", "PLN", "NZD", "SEK", "NOK", "DKK", "CZK",
    "HUF", "THB", "IDR", "MYR", "PHP", "ZAR", "SAR", "AED", "ILS", "CLP", "ARS", "AFN",
    "ALL", "AMD", "AOA", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD",
    "BND", "BOB", "BSD", "BTN", "BWP", "BYN", "BZD", "CDF", "COP", "CRC", "CUP", "CVE",
    "DJF", "DOP", "DZD", "EGP", "ERN", "ETB", "FJD", "FKP", "GEL", "GHS", "GIP", "GMD",
    "GNF", "GTQ", "GYD", "HNL", "HTG", "IQD", "IRR", "ISK", "JMD", "JOD", "KES", "KGS",
    "KHR", "KMF", "KPW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
    "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MZN",
    "NAD", "NGN", "NIO", "NPR", "OMR", "PAB", "PEN", "PGK", "PKR", "PYG", "QAR", "RON",
    "RSD", "RWF", "SBD", "SCR", "SDG", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC",
    "SYP", "SZL", "TJS", "TMT", "TND", "TOP", "TTD", "TZS", "UAH", "UGX", "UYU", "UZS",
    "VES", "VUV", "WST", "XAF", "XCD", "XDR", "XOF", "XPF", "YER", "ZMW",
};
const size_t currency_count = sizeof(currency_codes) / sizeof(currency_codes[0]);

/* Codes that are words of headings too. */
static const char words[][4] = {"ALL", "CUP", "GEL", "MAD", "PEN", "SOS", "TOP", "TRY"};

static bool is_word(const char *code)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i], code) == 0)
            return true;
    return false;
}

const char *currency_at(const char *text)
{
    char code[4] = "";
    bool is_capital = true;

    for (size_t i = 0; i < 3; i++) {
        if (!isalpha((unsigned char)text[i]))
            return NULL;
        code[i] = (char)toupper((unsigned char)text[i]);
        is_capital = is_capital && code[i] == text[i];
    }
    if (!is_capital && is_word(code))
        return NULL;
    for (size_t i = 0; i < currency_count; i++)
        if (strcmp(currency_codes[i], code) == 0)
            return currency_codes[i];
    return NULL;
}

const char *currency_in(const char *heading)
{
    for (const char *at = heading; *at; at++) {
        const char *code =
            at == heading || !isalnum((unsigned char)at[-1]) ? currency_at(at) : NULL;
        if (code && !isalpha((unsigned char)at[3]))
            return code;
    }
    return NULL;
}
