/*
 * Subtotal words: names that say that a row holds others of its list, or is part of
 * one.
 *
 *     subtotal_read("Sub-total Asia")       SUBTOTAL_SURE, rest "Asia"
 *     subtotal_read("of which: Germany")    SUBTOTAL_OF_WHICH, rest "Germany"
 *     subtotal_read("Top 10 partners")      SUBTOTAL_TOP, 10
 *
 * A name alone proves nothing but for these: "Total" is the word of places.h, and
 * "Rest of world" or "Others" are parts like any other.
 */
#ifndef CORE_MODEL_SUBTOTAL_WORDS_H
#define CORE_MODEL_SUBTOTAL_WORDS_H

#include <stddef.h>

enum subtotal_kind {
    SUBTOTAL_NONE,
    SUBTOTAL_SURE,     /* "Sub-total", "小计": it says so */
    SUBTOTAL_MAYBE,    /* "Total Asia": where its figures agree */
    SUBTOTAL_OF_WHICH, /* "of which: Germany", "其中：德国": part of another row */
    SUBTOTAL_TOP       /* "Top 10" */
};

/* What a name says; `rest` lies in it, without blanks and signs around. */
struct subtotal {
    enum subtotal_kind kind;
    const char *rest;
    size_t length;
    unsigned top; /* how many the largest are */
};

/* Case makes no difference. */
struct subtotal subtotal_read(const char *name);

#endif
