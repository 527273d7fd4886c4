/*
 * YAML directives: how many lines of a file begin with '%'.
 *
 * libyaml compares each %TAG with all others before the first node, so a file may have
 * few of them only. They are counted in what goes by, window after window.
 */
#ifndef CORE_LOAD_YAML_DIRECTIVES_H
#define CORE_LOAD_YAML_DIRECTIVES_H

#include <stddef.h>

enum { YAML_BREAK_MAX = 3 /* bytes in the longest line break */ };

struct yaml_directives {
    size_t count;
    unsigned char last[YAML_BREAK_MAX]; /* bytes that went by */
};

/* Before the first byte, where a line begins. */
struct yaml_directives yaml_directives_new(void);

/* Counts those of the next bytes of the file. */
void yaml_directives_count(struct yaml_directives *directives,
                           const unsigned char *bytes, size_t size);

#endif
