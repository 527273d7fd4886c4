/*
 * Pages: the screens that are no view of a dataset.
 */
#ifndef TUI_PAGES_H
#define TUI_PAGES_H

#include "tui/app.h"

/* The list of datasets to choose from. */
void page_gallery_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena);

/* A file of which nothing can be shown yet (progress.c). */
void page_loading_draw(const struct app *app, struct cells *cells, struct rect area,
                       struct arena *arena);

/* What is wrong with a file: the place, the line with a caret, all the mistakes. */
void page_errors_draw(const struct app *app, struct cells *cells, struct rect area,
                      struct arena *arena);

/* What a newer release changed of an older one. */
void page_revisions_draw(const struct app *app, struct cells *cells, struct rect area,
                         struct arena *arena);

/* What a table leaves open: answers, and how its first rows read under one. */
void page_question_draw(const struct app *app, struct cells *cells, struct rect area,
                        struct arena *arena);

/* What the audits found: the list, and the selected finding with what to do. */
void page_audit_draw(const struct app *app, struct cells *cells, struct rect area,
                     struct arena *arena);
/* "2 warnings, 3 notes". */
const char *page_audit_summary(const struct app *app, struct arena *arena);

#endif
