/*
 * Targets: what a click on a place means.
 *
 * Whoever draws something that can be chosen says so while it draws: a place and a
 * number. So the places are those of the drawing at every size. Nothing is kept unless
 * somebody asks (cells->targets is NULL in an ordinary redraw). What is drawn later
 * lies above.
 */
#ifndef TUI_TARGETS_H
#define TUI_TARGETS_H

#include "tui/cells.h"

#include <stddef.h>

enum target_kind {
    TARGET_NONE,      /* nothing, and nothing of what lies below */
    TARGET_CLOSE,     /* beside what lies over the screen */
    TARGET_COMMAND,   /* number: enum command */
    TARGET_ROW,       /* of the app's frame */
    TARGET_RANKED,    /* of its ranking */
    TARGET_PERIOD,    /* point of its chart over time */
    TARGET_CROSSED,   /* cell of its cross table */
    TARGET_DRILLED,   /* column and row of the drill view */
    TARGET_SORT,      /* column of the frame */
    TARGET_SORT_NAME, /* the column of names */
    TARGET_PANE,      /* of the overview */
    TARGET_ENTRY,     /* of the gallery */
    TARGET_PROBLEM,   /* on the errors page */
    TARGET_FINDING,   /* of the audit */
    TARGET_REVISION,
    TARGET_ANSWER,   /* of a question */
    TARGET_CHOICE,   /* number: its letter */
    TARGET_PICK,     /* what a picker shows */
    TARGET_COLUMN,   /* of the list of columns */
    TARGET_PARAMETER /* of the path to balance */
};

struct target {
    struct target *below;
    struct rect place; /* on the screen */
    enum target_kind kind;
    size_t number;
};

/* Zero but for the arena, it is empty. */
struct targets {
    struct arena *arena;
    struct target *top;
};

/* The part of `part` (relative to `area`) that is inside it is such a target. */
void targets_add(struct cells *cells, struct rect area, struct rect part,
                 enum target_kind kind, size_t number);
/* The same for a whole row of the area, or some. */
void targets_add_rows(struct cells *cells, struct rect area, int row, int rows,
                      enum target_kind kind, size_t number);
/* Something is drawn over the screen in `box`. */
void targets_cover(struct cells *cells, struct rect box);

/* What lies on top there, or NULL. */
const struct target *targets_at(const struct targets *targets, int row, int col);

#endif
