#include "core/load/roles.h"

#include "core/load/load.h"

#include <string.h>

const struct role_word role_words[] = {
#define X(word, role, of, help) {word, role, of, help},
    ROLE_WORDS(X)
#undef X
};

const size_t role_word_count = sizeof(role_words) / sizeof(role_words[0]);

static const char *const repeats_words[] = {
    [REPEATS_OPEN] = "", [REPEATS_ONCE] = "once", [REPEATS_ADD] = "add"};

bool repeats_read(const char *word, enum repeats *repeats)
{
    for (int i = REPEATS_ONCE; i <= REPEATS_ADD; i++)
        if (strcmp(word, repeats_words[i]) == 0) {
            *repeats = (enum repeats)i;
            return true;
        }
    return false;
}

const char *repeats_word(enum repeats repeats)
{
    return repeats_words[repeats];
}

bool periods_read(const char *word, enum frequency *frequency)
{
    for (int i = 0; *word && i < FREQUENCY_UNDATED; i++)
        if (strncmp(frequency_noun((enum frequency)i), word, strlen(word)) == 0) {
            *frequency = (enum frequency)i;
            return true;
        }
    return false;
}

static const char *const dates_words[] = {
    [DATES_OPEN] = "", [DATES_DAY_FIRST] = "dmy", [DATES_MONTH_FIRST] = "mdy"};

bool dates_read(const char *word, enum date_order *order)
{
    for (int i = DATES_DAY_FIRST; i <= DATES_MONTH_FIRST; i++)
        if (strcmp(word, dates_words[i]) == 0) {
            *order = (enum date_order)i;
            return true;
        }
    return false;
}

const char *dates_word(enum date_order order)
{
    return dates_words[order];
}

const struct role_word *role_find(const char *word, size_t length)
{
    for (size_t i = 0; i < role_word_count; i++)
        if (strlen(role_words[i].word) == length &&
            memcmp(role_words[i].word, word, length) == 0)
            return &role_words[i];
    return NULL;
}
