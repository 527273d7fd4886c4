/* The names of months in the languages that offices of trade publish in. */
#include "core/model/period_internal.h"

#include <string.h>

enum { NAME_MAX_LENGTH = 12 };

/* In lower case and without accents, in the order of their letters: full names and what
 * is usual for short, of English, German, French, Spanish, Italian and Portuguese. No
 * spelling means two months. */
static const struct {
    char name[NAME_MAX_LENGTH];
    int month;
} names[] = {{"abr", 4},        {"abril", 4},      {"ago", 8},        {"agosto", 8},
             {"aout", 8},       {"apr", 4},        {"april", 4},      {"aprile", 4},
             {"aug", 8},        {"august", 8},     {"avr", 4},        {"avril", 4},
             {"dec", 12},       {"december", 12},  {"decembre", 12},  {"dez", 12},
             {"dezember", 12},  {"dezembro", 12},  {"dic", 12},       {"dicembre", 12},
             {"diciembre", 12}, {"ene", 1},        {"enero", 1},      {"feb", 2},
             {"febb", 2},       {"febbraio", 2},   {"febrero", 2},    {"februar", 2},
             {"february", 2},   {"fev", 2},        {"fevereiro", 2},  {"fevr", 2},
             {"fevrier", 2},    {"gen", 1},        {"gennaio", 1},    {"giu", 6},
             {"giugno", 6},     {"jan", 1},        {"janeiro", 1},    {"janner", 1},
             {"januar", 1},     {"january", 1},    {"janv", 1},       {"janvier", 1},
             {"juil", 7},       {"juill", 7},      {"juillet", 7},    {"juin", 6},
             {"jul", 7},        {"julho", 7},      {"juli", 7},       {"julio", 7},
             {"july", 7},       {"jun", 6},        {"june", 6},       {"junho", 6},
             {"juni", 6},       {"junio", 6},      {"lug", 7},        {"luglio", 7},
             {"maerz", 3},      {"mag", 5},        {"maggio", 5},     {"mai", 5},
             {"maio", 5},       {"mar", 3},        {"march", 3},      {"marco", 3},
             {"mars", 3},       {"marz", 3},       {"marzo", 3},      {"may", 5},
             {"mayo", 5},       {"mrz", 3},        {"nov", 11},       {"november", 11},
             {"novembre", 11},  {"novembro", 11},  {"noviembre", 11}, {"oct", 10},
             {"october", 10},   {"octobre", 10},   {"octubre", 10},   {"okt", 10},
             {"oktober", 10},   {"ott", 10},       {"ottobre", 10},   {"out", 10},
             {"outubro", 10},   {"sep", 9},        {"sept", 9},       {"september", 9},
             {"septembre", 9},  {"septiembre", 9}, {"set", 9},        {"setembro", 9},
             {"setiembre", 9},  {"sett", 9},       {"settembre", 9}};

/* The letter below the accent of U+00C0 to U+00FF, by its second byte; '\0': none that
 * months have. */
static char without_accent(unsigned char second)
{
    static const struct {
        unsigned char first;
        unsigned char last;
        char letter;
    } letters[] = {
        {0xa0, 0xa4, 'a'},
        {0xa7, 0xa7, 'c'},
        {0xa8, 0xab, 'e'},
        {0xb9, 0xbc, 'u'},
    };
    unsigned char lower = second | 0x20;

    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
        if (lower >= letters[i].first && lower <= letters[i].last)
            return letters[i].letter;
    return '\0';
}

/* How many bytes the letter at `at` has; 0: there is none. */
static size_t letter_at(const char *at, const char *end, char *letter)
{
    if (end - at > 1 && (unsigned char)at[0] == 0xc3) {
        *letter = without_accent((unsigned char)at[1]);
        return *letter ? 2 : 0;
    }
    *letter = at < end && *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a')
              : at < end                           ? *at
                                                   : '\0';
    return *letter >= 'a' && *letter <= 'z' ? 1 : 0;
}

static int month_of(const char *folded)
{
    size_t first = 0;
    size_t end = sizeof(names) / sizeof(names[0]);

    while (first < end) {
        size_t middle = (first + end) / 2;
        int order = strcmp(folded, names[middle].name);
        if (order == 0)
            return names[middle].month;
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return 0;
}

size_t period_month_name(const char *at, const char *end, int *month)
{
    char folded[NAME_MAX_LENGTH];
    const char *begin = at;
    size_t used = 0;
    size_t step;

    while (used + 1 < sizeof(folded) &&
           (step = letter_at(at, end, &folded[used])) > 0) {
        at += step;
        used++;
    }
    folded[used] = '\0';
    *month = used > 2 ? month_of(folded) : 0;
    if (!*month)
        return 0;
    at += at < end && *at == '.';
    return (size_t)(at - begin);
}
