/*
 * Layout: which rows of the screen are what, a pure function of the size.
 */
#ifndef TUI_LAYOUT_H
#define TUI_LAYOUT_H

#include "tui/app.h"
#include "tui/rect.h"

struct layout {
    struct rect header;   /* where am I: 1 row */
    struct rect chips;    /* the filter, when there is one: 1 row */
    struct rect body;     /* the view */
    struct rect progress; /* of what is being read, while it takes long: 2 rows */
    struct rect sentence; /* the selection in words: 1 row */
    struct rect hints;    /* keys: 1 row */
    bool is_tiny;         /* only the sentence is shown, in the body */
};

struct layout layout_new(const struct app *app);

/* Entries of the gallery on screen at once. */
size_t layout_gallery_capacity(const struct layout *layout);
/* How far the help can be scrolled. */
size_t layout_help_scroll(const struct app *app);

#endif
