/*
 * Codes: what members of a classification are called in files.
 */
#ifndef CORE_BASE_CODE_H
#define CORE_BASE_CODE_H

#include <stdbool.h>

/* Whether it is of the digits 0 to 9 alone, one at least: "0101", and no "A01". */
bool code_is_digits(const char *code);

#endif
