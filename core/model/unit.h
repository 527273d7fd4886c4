/*
 * Units: what a figure counts, and in which power of ten.
 */
#ifndef CORE_MODEL_UNIT_H
#define CORE_MODEL_UNIT_H

#include <stdbool.h>
#include <stddef.h>

enum unit_kind {
    UNIT_NONE,     /* nothing was said */
    UNIT_CURRENCY, /* code is ISO 4217 */
    UNIT_PERCENT,  /* growth, shares; scale is 0 */
    UNIT_QUANTITY  /* code is the name: tonnes, years, countries */
};

/* A figure of `scale` 4 and code CNY counts 10^4 yuan. */
struct unit {
    enum unit_kind kind;
    const char *code;
    int scale; /* -15 .. 15 */
};

enum valuation { VALUATION_NONE, VALUATION_FOB, VALUATION_CIF, VALUATION_CUSTOMS };

/* "FOB", "CIF", "customs"; "" for none. */
const char *valuation_word(enum valuation valuation);
bool valuation_read(const char *text, enum valuation *valuation);

/* "", "thousand", "mn", "bn", "tn" for 0, 3, 6, 9, 12; "10^4" for others. */
const char *scale_word(int scale);

enum { UNIT_SHOWN_MAX = 64 };

/* How a figure of this unit is headed when it is shown in 10^scale: "CNY bn",
 * "USD mn", "%", "thousand tonnes". Raw: it may quote the file. Returns `out`. */
char *unit_show(char out[UNIT_SHOWN_MAX], struct unit unit, int scale);

/* The same in words that stand above figures: "CNY 100 mn" instead of "CNY 10^8". */
char *unit_show_words(char out[UNIT_SHOWN_MAX], struct unit unit, int scale);

/* The power of ten to show figures in, so that the largest (in base units: yuan)
 * has at most six digits before the point; never finer than the file's own figures. */
int unit_scale_for(struct unit unit, double largest);
/* The same in the steps of a language: 10^4 in Chinese. */
int unit_scale_in(struct unit unit, double largest, const char *language);

/* How many decimals such figures deserve in 10^scale: 2 below 100, else 1, 0 where
 * the file's figures (with `decimals` of their own) have nothing there. */
int unit_decimals_for(struct unit unit, int scale, int decimals, double largest);

#endif
