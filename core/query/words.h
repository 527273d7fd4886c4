/*
 * Words: what each part of a total that is no ordinary row is called, everywhere. To be
 * shown they go through _(); files have them in English.
 */
#ifndef CORE_QUERY_WORDS_H
#define CORE_QUERY_WORDS_H

#include "core/base/translate.h"

/* The published total less the figures of the rows: a row of its own. */
#define WORD_NOT_ALLOCATED N_("not allocated")
/* Rows that are parts of the total and have no rank: residuals ("Other Asia"), goods
 * that come back to the reporter, and what is not allocated. */
#define WORD_NOT_RANKED N_("not ranked")
/* Rows of which one flow is missing. */
#define WORD_WITHOUT_BALANCE N_("without balance")

#endif
