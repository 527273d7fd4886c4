/*
 * Places: which codes and names mean a country, a bloc of countries, or all of them.
 *
 *     places_open(&places, &arena);
 *     place = places_find(&places, "EU27_2020", &name);
 *     if (place.kind == PLACE_BLOC) ... place.countries ...
 *
 * A name decides; a code counts where there is no name, or where it has a letter (the
 * numbers of one publisher are other countries with the next). Case, accents, blanks
 * and punctuation make no difference: "EU-27" is "EU27".
 *
 * Sources: ISO 3166-1, UN M49 regions, the partner codes of UN Comtrade, Eurostat's
 * GEO list and the country table of China's customs; members of blocs as of 2025.
 */
#ifndef CORE_MODEL_PLACES_H
#define CORE_MODEL_PLACES_H

#include "core/base/arena.h"
#include "core/model/label.h"
#include "core/model/place_words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PLACE_COUNTRY_MAX = 256 };

enum place_kind { PLACE_UNKNOWN, PLACE_COUNTRY, PLACE_BLOC, PLACE_ALL };

struct place_set {
    uint64_t bits[PLACE_COUNTRY_MAX / 64];
};

struct bloc_words;

struct place {
    enum place_kind kind;
    const char *title;                /* "European Union"; "" for a country */
    struct place_set countries;       /* itself, or those of the bloc; empty for all */
    const struct bloc_words *bloc;    /* NULL: it is none */
    const struct bloc_words *rest_of; /* "Other Asia" is no bloc, but in one; NULL */
    bool is_by_name;                  /* else by its code */
    bool is_region;                   /* of a bloc: of continents as a whole */
    bool is_open;                     /* of a bloc: others may be in it, too */
};

/* The rows of the tables: words are small letters and digits, parted by '|'. */
struct country_words {
    char
        continent; /* A Asia, E Europe, F Africa, L Latin, N North America, O Oceania */
    const char *codes; /* the first is ISO 3166-1 alpha-3 */
    const char *names;
};

struct bloc_words {
    const char *title;
    const char *codes;
    const char *names;
    const char *continents; /* letters of those that belong to it as a whole; ".": it is
                               a region of the earth nevertheless */
    /* Alpha-3, parted by blanks. A '!' first: all others; a '~' first: some of them,
     * for who is in it is not known, or changes. A '-' before one leaves it out, a '<'
     * too: it was in it once. */
    const char *members;
};

extern const struct country_words country_words[];
extern const size_t country_words_count;
extern const struct bloc_words bloc_words[];
extern const size_t bloc_words_count;

struct places {
    struct place_words words; /* number of the country, of the bloc behind them, ... */
    struct arena *arena;
};

void places_open(struct places *places, struct arena *arena);
struct place places_find(const struct places *places, const char *code,
                         const struct label *name);

/* Whether a code or a name means the total of a list of anything: "TOTAL", "合计". */
bool is_word_of_total(const char *code, const struct label *name, struct arena *arena);

/* Those that have left a bloc. */
struct place_set place_formers(const struct place *place);

bool place_set_meets(const struct place_set *a, const struct place_set *b);
size_t place_set_size(const struct place_set *set);
/* How many countries are in both. */
size_t place_set_common(const struct place_set *a, const struct place_set *b);
/* Whether each country of `part` is in `whole`. */
bool place_set_holds(const struct place_set *whole, const struct place_set *part);

#endif
