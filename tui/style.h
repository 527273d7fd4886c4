/*
 * Styles: what a cell means. What it looks like is the theme's affair (theme.h).
 */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

/* constant, letter in golden screens, name in a configuration */
#define STYLES(X)                                                            \
    X(PLAIN, '.', "plain")                                                   \
    X(TITLE, 'T', "title")     /* headings, the name of the dataset */       \
    X(MUTED, 'm', "muted")     /* units, what is missing, less important */  \
    X(FRAME, 'f', "frame")     /* borders */                                 \
    X(FOCUS, 'F', "focus")     /* border and title of the focused pane */    \
    X(HEAD, 'h', "head")       /* column heads */                            \
    X(EXPORTS, 'x', "exports") /* bars and lines of exports */               \
    X(IMPORTS, 'i', "imports")                                               \
    X(SURPLUS, '+', "surplus")           /* positive balances */             \
    X(DEFICIT, '-', "deficit")           /* negative balances */             \
    X(DEFICIT_FLIP, '_', "deficit-flip") /* ink and paper exchanged */       \
    X(SELECTED, 'S', "selected")         /* the row with the cursor */       \
    X(TOTAL, 't', "total")               /* sums and totals */               \
    X(KEY, 'k', "key")                   /* a key in a hint */               \
    X(TAB, 'a', "tab")                   /* the active view's tab */         \
    X(MATCH, 'M', "match")               /* what the search found */         \
    X(GRID, 'g', "grid")                 /* chart grid */                    \
    X(AXIS, 'A', "axis")                 /* zero line and axes */            \
    X(PROMPT, 'p', "prompt")             /* what is being typed */           \
    X(WARNING, 'w', "warning")                                               \
    X(ERROR, 'E', "error")                                                   \
    X(BLUE_1, '1', "blue-1") /* shades of the heat table, faint to strong */ \
    X(BLUE_2, '2', "blue-2")                                                 \
    X(BLUE_3, '3', "blue-3")                                                 \
    X(BLUE_4, '4', "blue-4")                                                 \
    X(BLUE_5, '5', "blue-5")                                                 \
    X(ORANGE_1, 'b', "orange-1")                                             \
    X(ORANGE_2, 'c', "orange-2")                                             \
    X(ORANGE_3, 'd', "orange-3")                                             \
    X(ORANGE_4, 'e', "orange-4")                                             \
    X(ORANGE_5, 'o', "orange-5")

enum style {
#define X(constant, letter, name) STYLE_##constant,
    STYLES(X)
#undef X
        STYLE_COUNT
};

/* The letter of a style in a golden screen. */
char style_letter(enum style style);

/* The name of a style in a configuration: "deficit-flip". */
const char *style_name(enum style style);

#endif
