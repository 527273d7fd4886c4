/*
 * Styles: what a cell means. What it looks like is the theme's affair (theme.h).
 */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

/* name, letter in golden screens */
#define STYLES(X)                                                \
    X(PLAIN, '.')                                                \
    X(TITLE, 'T')   /* headings, the name of the dataset */      \
    X(MUTED, 'm')   /* units, what is missing, less important */ \
    X(FRAME, 'f')   /* borders */                                \
    X(FOCUS, 'F')   /* border and title of the focused pane */   \
    X(HEAD, 'h')    /* column heads */                           \
    X(EXPORTS, 'x') /* bars and lines of exports */              \
    X(IMPORTS, 'i')                                              \
    X(SURPLUS, '+')      /* positive balances */                 \
    X(DEFICIT, '-')      /* negative balances */                 \
    X(DEFICIT_FLIP, '_') /* the same, ink and paper exchanged */ \
    X(SELECTED, 'S')     /* the row with the cursor */           \
    X(TOTAL, 't')        /* sums and totals */                   \
    X(KEY, 'k')          /* a key in a hint */                   \
    X(TAB, 'a')          /* the active view's tab */             \
    X(MATCH, 'M')        /* what the search found */             \
    X(GRID, 'g')         /* chart grid */                        \
    X(AXIS, 'A')         /* zero line and axes */                \
    X(PROMPT, 'p')       /* what is being typed */               \
    X(WARNING, 'w')                                              \
    X(ERROR, 'E')

enum style {
#define X(name, letter) STYLE_##name,
    STYLES(X)
#undef X
        STYLE_COUNT
};

/* The letter of a style in a golden screen. */
char style_letter(enum style style);

#endif
