/*
 * Values: a number, or the kind of its absence, and where it comes from.
 */
#ifndef CORE_MODEL_VALUE_H
#define CORE_MODEL_VALUE_H

#include <stdbool.h>
#include <stdint.h>

/* PRESENT comes first so that zeroed memory is a present zero only where a number
 * is written too; frames start out as ABSENCE_NO_ROW. */
enum absence {
    ABSENCE_NONE,           /* there is a number */
    ABSENCE_ROUNDED,        /* too small for the unit: counts as zero in sums */
    ABSENCE_NOT_APPLICABLE, /* '-': no such flow exists */
    ABSENCE_CONFIDENTIAL,   /* 'c': suppressed */
    ABSENCE_NOT_AVAILABLE,  /* '~': not reported */
    ABSENCE_UNREADABLE,     /* '?': something is written there that is no number */
    ABSENCE_NO_ROW,         /* the file says nothing of it */
    ABSENCE_UNDEFINED,      /* a derived value without meaning: growth on zero */
    ABSENCE_NO_RATE,        /* shown in another currency without a rate */
    ABSENCE_UNREAD,         /* a total while the file is still being read */
    ABSENCE_COUNT
};

enum origin {
    ORIGIN_NONE,
    ORIGIN_PUBLISHED, /* a figure of the file */
    ORIGIN_SUMMED,    /* the sum of the children's figures */
    ORIGIN_DERIVED,   /* computed from others: balance, growth, share */
    ORIGIN_COMPARED   /* the same, from sums of the members that all periods have */
};

enum {
    VALUE_FLAG_BITS = 25,
    VALUE_FLAG_MOST = (1 << VALUE_FLAG_BITS) - 1 /* builder_attribute() keeps to it */
};

/* Two machine words, since cubes and columns have one for each member and period. */
struct value {
    double number; /* in base units (yuan, not 10^4 yuan); percents as percents */
    /* Number in dataset.texts[ATTRIBUTE_FLAG], 0 for none. */
    uint32_t flag : VALUE_FLAG_BITS;
    enum absence absence : 4;
    enum origin origin : 3;
    uint16_t covered; /* finer periods in an incomplete figure; 0: it is whole */
    /* What was added up for it, 0 where it is as the file has it: what was found in
     * different ways need not be of the same whole, and does not compare. With
     * ORIGIN_COMPARED the number of those members. */
    uint16_t basis;
};

_Static_assert(sizeof(struct value) == 16, "a value is two words");
_Static_assert(ABSENCE_COUNT <= 16, "an absence has four bits");

static inline bool value_is_number(struct value value)
{
    return value.absence == ABSENCE_NONE;
}

static inline struct value value_missing(enum absence absence)
{
    return (struct value){.absence = absence};
}

static inline struct value value_derived(double number)
{
    return (struct value){.number = number, .origin = ORIGIN_DERIVED};
}

/* How many members a derived value compares: those that all of its periods have, where
 * others come and go. 0: there are no others. */
static inline uint16_t value_compared(struct value value)
{
    return value.origin == ORIGIN_COMPARED ? value.basis : 0;
}

/* Whether it is of a part of what it seems to be of: of its period, or of the members
 * of a sum. It has a mark on the screen. */
static inline bool value_is_of_part(struct value value)
{
    return value.covered || value_compared(value);
}

/* In a sum, what is rounded away or does not apply adds nothing, but something that is
 * missing makes the whole missing. */
bool absence_spreads(enum absence absence);
/* The absence of a sum that had the first so far. */
enum absence absence_joined(enum absence before, enum absence added);

/* "not available", "confidential", ...; "" for a number. To be shown, by way of _(). */
const char *absence_words(enum absence absence);

#endif
