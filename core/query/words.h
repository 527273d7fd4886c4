/*
 * Words: what each part of a total that is no ordinary row is called, everywhere.
 */
#ifndef CORE_QUERY_WORDS_H
#define CORE_QUERY_WORDS_H

/* The published total less the figures of the rows: a row of its own. */
#define WORD_NOT_ALLOCATED "not allocated"
/* Rows that are parts of the total and have no rank: residuals ("Other Asia"), goods
 * that come back to the reporter, and what is not allocated. */
#define WORD_NOT_RANKED "not ranked"
/* Rows of which one flow is missing. */
#define WORD_WITHOUT_BALANCE "without balance"

#endif
