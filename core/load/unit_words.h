/*
 * Unit words: what a heading, a line above a table or a cell says of the unit, word by
 * word. "Exports (US$'000)" has the words exports, (, us, $, ', 000 and ).
 *
 * Powers of ten are whole words or numbers, never a part of one: "partner" has no
 * trillion in it, and 10,000 no thousand.
 */
#ifndef CORE_LOAD_UNIT_WORDS_H
#define CORE_LOAD_UNIT_WORDS_H

#include "core/base/arena.h"

enum { UNIT_WORD_MAX = 64 }; /* a longer text is looked at up to there */

enum word_power {
    POWER_NONE,
    POWER_SMALL,  /* ten, hundred: only in front of a larger one */
    POWER_LARGE,  /* 1000, million, 亿 */
    POWER_LETTER, /* m, k: only beside a currency, or behind a number */
    POWER_UNCLEAR /* "mil": thousand in Spanish, million in English */
};

struct unit_word {
    const char *at;     /* as written */
    const char *folded; /* in lower case, without accents */
    size_t length;      /* as written, in bytes */
    enum word_power kind;
    int power;      /* of ten */
    bool is_joined; /* nothing stands between it and the word before */
};

struct unit_words {
    struct unit_word word[UNIT_WORD_MAX];
    size_t count;
};

/* The words go on living in the text and the arena. */
void unit_words_read(struct unit_words *words, const char *text, struct arena *arena);

/* A currency that is told of: the words from `begin` to before `end`. */
struct unit_currency {
    const char *code;
    size_t begin;
    size_t end;
    int power; /* that its word has in itself: 6 of "musd" */
};

/* False when none is told of, or more than one. */
bool unit_currency_find(const struct unit_words *words, struct unit_currency *found);

/* What the letters say that stand for a power of ten beside a currency; 0: nothing. */
int unit_letters_power(const char *letters, size_t length);

#endif
