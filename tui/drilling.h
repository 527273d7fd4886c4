/*
 * Drilling: the columns of drill, made after a key and kept while they are the same.
 *
 * Each key is followed by drilling_settle(), which goes the way of the lens again
 * (drill_way.c). A part of a column (drill_part.h) that was there after the key before
 * is used again; what nothing uses any more goes. A part is told by its query and by
 * the figures that it shows, so nothing else can change it but other rows: who takes
 * another dataset, or the same in other periods, calls drilling_clear().
 *
 * Parts are made by drilling_settle() alone and nothing changes them; a picture has
 * them `const`, until the next key.
 */
#ifndef TUI_DRILLING_H
#define TUI_DRILLING_H

#include "core/base/arena.h"
#include "tui/drill.h"

enum { DRILL_PARTS_MAX = 2 * DRILL_MAX + 8 }; /* those of now and of before */

struct drilling_kept {
    struct arena arena;
    const struct drill_part *part; /* NULL: the place is free */
    size_t used;                   /* by which settling last */
};

/* What the app has of it, beside the part of its own frame (charting.h). */
struct drilling {
    struct arena arena; /* of itself */
    struct drill drill; /* as of the last key */
    struct drilling_kept kept[DRILL_PARTS_MAX];
    size_t settled; /* how often */
};

/* Makes the columns of the app's lens when the view on the screen has any. Where it is
 * stopped, columns lack until the next key. */
void drilling_settle(struct app *app);

/* Before the app's own frame goes: what was found of it is kept, for it may be a step
 * of the way now. */
void drilling_keep(struct app *app);

/* The columns as of the last key; none before drill is looked at. */
const struct drill *drilling_drill(const struct app *app);

/* The rows of a query as the way wants them; what is there already is used again. */
const struct drill_part *drilling_part(struct app *app, const struct query *query,
                                       const struct drill_figures *figures,
                                       const struct drill_around *around);

/* Drops all of it. */
void drilling_clear(struct app *app);

#endif
