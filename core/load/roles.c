#include "core/load/roles.h"

#include <string.h>

const struct role_word role_words[] = {
#define X(word, role, of, help) {word, role, of, help},
    ROLE_WORDS(X)
#undef X
};

const size_t role_word_count = sizeof(role_words) / sizeof(role_words[0]);

const struct role_word *role_find(const char *word, size_t length)
{
    for (size_t i = 0; i < role_word_count; i++)
        if (strlen(role_words[i].word) == length &&
            memcmp(role_words[i].word, word, length) == 0)
            return &role_words[i];
    return NULL;
}
