/*
 * Decimal sign: what points and commas in the numbers of a table mean, by all of them.
 *
 * Most numbers tell nothing: "92,000" is one of two. Another of the table, "1,234,567"
 * or "12,5", leaves one reading for all, wherever it stands. When it comes behind
 * numbers that were left out, or read in another way, the files are read once more
 * (load.c), so that the order of rows changes nothing.
 */
#ifndef CORE_LOAD_DECIMAL_SIGN_H
#define CORE_LOAD_DECIMAL_SIGN_H

#include "core/load/number_shape.h"

#include <stdbool.h>

/* Numbers contradict each other: those that commas stand in are asked. */
#define DECIMAL_OPEN 'o'

/* Of one pass over the files, and what those before it found. Zeroed, it is ready. */
struct decimal_signs {
    char sign;          /* '.', ',' or DECIMAL_OPEN; 0: not known yet */
    bool is_answered;   /* a person said it: no number says more */
    bool is_late;       /* some number that could be two came before it */
    bool has_commas;    /* some number has a decimal comma and no other reading */
    bool has_points;    /* likewise a decimal point, or commas between thousands */
    bool has_left;      /* a number was left out, for it could be two */
    bool has_either;    /* one was read that could be two */
    bool has_unseen;    /* rows in bulk have points, which may tell it or be open */
    bool has_open;      /* and those could be two */
    bool is_row_by_row; /* so that they are looked at */
};

/* Where it is not known yet, that is it from here on. */
void decimal_signs_settle(struct decimal_signs *signs, char sign);
/* What a number of a figure of that shape says, before it is read. */
void decimal_signs_note(struct decimal_signs *signs, enum number_shape shape);
/* The same of rows in bulk, whose numbers have so many decimals at most; whether points
 * may part thousands in them. */
void decimal_signs_note_bulk(struct decimal_signs *signs, int decimals,
                             bool may_be_groups);

/* Behind a pass: whether another is due, with what this one found. */
bool decimal_signs_again(struct decimal_signs *signs);

#endif
