/*
 * Asked: a table that a test reads, and the first picture of it.
 */
#ifndef TESTS_ASKED_H
#define TESTS_ASKED_H

#include "core/query/frame.h"
#include "tests/loaded.h"

struct asked {
    struct loaded loaded;
    struct arena arena;
    struct frame *frame; /* what reading begins with */
};

/* Reads the text, by way of --convert too (round_trip.h), and asks for its frame. */
void asked_open(struct asked *asked, const char *text);
void asked_close(struct asked *asked);

/* The member of the first dimension; fails the test when there is none. */
const struct member *asked_member(const struct asked *asked, const char *code);
/* The exports of the total, in base units. */
double asked_total(const struct asked *asked);

#endif
