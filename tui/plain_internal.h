/*
 * What the files of the plain print share: facts, one in a line, for those who have the
 * screen read to them.
 */
#ifndef TUI_PLAIN_INTERNAL_H
#define TUI_PLAIN_INTERNAL_H

#include "tui/app.h"
#include "tui/show.h"

#include <stdio.h>

struct plain {
    const struct app *app;
    struct show show;
    struct arena *arena;
    FILE *out;
};

/* Whatever the file says, only clean text goes out. */
void plain_text(const struct plain *plain, const char *text);
/* One fact, "of: text"; nothing without a text. */
void plain_put(const struct plain *plain, const char *of, const char *text);

/* The pages that are no view of data (plain_pages.c). */
void plain_gallery(const struct plain *plain);
void plain_findings(const struct plain *plain);
void plain_revisions(const struct plain *plain);
void plain_question(const struct plain *plain);

#endif
