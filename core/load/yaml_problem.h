/*
 * What libyaml says, in the user's words.
 */
#ifndef CORE_LOAD_YAML_PROBLEM_H
#define CORE_LOAD_YAML_PROBLEM_H

#include "core/base/diag.h"

#include <stddef.h>

/* The message for one of libyaml's; its own text when it has no better one. `next` is
 * the character that its scanner stopped at. */
const char *yaml_problem_words(const char *problem, const unsigned char *next);

/* Moves a position over text that is UTF-8, as libyaml counts lines and columns. */
void yaml_problem_walk(struct source_pos *at, const unsigned char *text, size_t length);

enum { YAML_BYTE_WORDS_MAX = 96 };

/* "byte 1b (ESC) is not allowed", "byte e9 is not UTF-8", ... for the bytes that
 * libyaml stopped at and the value that it names. Returns `out`. */
const char *yaml_problem_byte(char out[YAML_BYTE_WORDS_MAX], const char *problem,
                              int first_byte, int value);

#endif
