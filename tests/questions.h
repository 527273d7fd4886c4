/*
 * Questions: what an analyst asks, the file that has the answer, the keys, and what is
 * on the screen then. README.md has the same table.
 *
 * The answers come from the published figures, computed apart from the program.
 */
#ifndef TESTS_QUESTIONS_H
#define TESTS_QUESTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum { QUESTION_ANSWERS = 6 };

struct question {
    const char *asked; /* as README.md has it */
    const char *file;  /* from the top of the project */
    const char *keys;  /* as --keys takes them */
    size_t most;       /* keys after the start */
    bool is_of_ten;    /* of those that every release is measured by */
    const char *answer[QUESTION_ANSWERS]; /* each in a row of the 80x24 screen */
};

extern const struct question questions[];
extern const size_t question_count;

#endif
