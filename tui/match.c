#include "tui/match.h"

#include <stddef.h>
#include <string.h>

enum { SCORE_LETTERS = 1, SCORE_INSIDE = 4, SCORE_WORD = 16, SCORE_FIRST = 20 };

static bool is_word_start(const char *text, const char *at)
{
    return at == text || strchr(" -,(/.", at[-1]) != NULL;
}

/* The letters one after the other, with anything between them. */
static bool follow(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        text = strchr(text, word[i]);
        if (!text)
            return false;
        text++;
    }
    return true;
}

static bool has_letters(const char *text, const char *word, size_t length)
{
    for (const char *at = strchr(text, *word); at; at = strchr(at + 1, *word))
        if (is_word_start(text, at))
            return follow(at, word, length);
    return false;
}

static int word_score(const char *text, const char *word, size_t length, bool is_loose)
{
    int best = 0;

    for (const char *at = strchr(text, *word); at; at = strchr(at + 1, *word)) {
        int score = SCORE_INSIDE;
        if (strncmp(at, word, length) != 0)
            continue;
        if (is_word_start(text, at))
            score = at == text ? SCORE_FIRST : SCORE_WORD;
        best = score > best ? score : best;
    }
    if (!best && is_loose && length > 1 && has_letters(text, word, length))
        best = SCORE_LETTERS;
    return best;
}

int match_score(const char *text, const char *typed, bool is_loose)
{
    int sum = 1;

    while (*typed) {
        size_t length = strcspn(typed, " ");
        int score = length ? word_score(text, typed, length, is_loose) : 0;
        if (length && !score)
            return 0;
        sum += score;
        typed += length;
        typed += strspn(typed, " ");
    }
    return sum;
}
