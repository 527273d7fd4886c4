/*
 * Carry: a lens that was made for one dataset, changed to mean the same in a newer
 * edition of it, in which everything may have another number.
 *
 *     struct carry carry = {.from = &old, .to = &new};
 *     carry_lens(&carry, &lens);
 *     carry_close(&carry);
 */
#ifndef TUI_CARRY_H
#define TUI_CARRY_H

#include "tui/app.h"

enum { CARRY_GONE_MAX = 80 };

struct carry {
    const struct dataset *from;
    const struct dataset *to;
    /* Both in the periods of the last lens, when these are not the files' own. */
    bool has_timing;
    struct timing timing;
    struct dataset timed_from;
    struct dataset timed_to;
    char gone[CARRY_GONE_MAX]; /* the first thing that was not found; "": nothing */
};

void carry_lens(struct carry *carry, struct lens *lens);
void carry_close(struct carry *carry);

#endif
