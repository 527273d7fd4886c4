/*
 * Currency: the codes of ISO 4217 that are in use, those that trade is told in first.
 */
#ifndef CORE_MODEL_CURRENCY_H
#define CORE_MODEL_CURRENCY_H

#include <stdbool.h>
#include <stddef.h>

extern const char currency_codes[][4];
extern const size_t currency_count;

/* The code that the text begins with, whatever its case, NULL for none. What is a word
 * too ("all", "top") is a code in capitals alone. */
const char *currency_at(const char *text);
/* The code that stands somewhere in a heading as a word of its own. */
const char *currency_in(const char *heading);

#endif
