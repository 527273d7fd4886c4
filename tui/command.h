/*
 * Commands: everything a key can do, and the keys that do it.
 *
 * One table each. The help, the hint line and the manual page are made from them, so
 * they cannot disagree.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include <stddef.h>

enum command_group {
    GROUP_MOVE,
    GROUP_SEE,
    GROUP_CHANGE,
    GROUP_FIND,
    GROUP_PROGRAM,
    GROUP_COUNT
};

/* constant, word for scripts, hint (short, for the last line), help, group */
#define COMMANDS(X)                                                           \
    X(NONE, "", "", "", PROGRAM)                                              \
    X(UP, "up", "move", "row up", MOVE)                                       \
    X(DOWN, "down", "move", "row down", MOVE)                                 \
    X(LEFT, "left", "column", "column or period left", MOVE)                  \
    X(RIGHT, "right", "column", "column or period right", MOVE)               \
    X(PAGE_UP, "page-up", "page", "page up", MOVE)                            \
    X(PAGE_DOWN, "page-down", "page", "page down", MOVE)                      \
    X(HOME, "home", "first", "first row", MOVE)                               \
    X(END, "end", "last", "last row", MOVE)                                   \
    X(PANE_NEXT, "pane-next", "pane", "next pane", MOVE)                      \
    X(PANE_PREVIOUS, "pane-previous", "pane", "previous pane", MOVE)          \
    X(VIEW_OVERVIEW, "view-overview", "overview", "overview", SEE)            \
    X(VIEW_TABLE, "view-table", "table", "table", SEE)                        \
    X(VIEW_BARS, "view-bars", "bars", "paired bars", SEE)                     \
    X(VIEW_TREND, "view-trend", "trend", "trend over time", SEE)              \
    X(VIEW_SURPLUS, "view-surplus", "surplus", "surplus ranking", SEE)        \
    X(VIEW_NOTES, "view-notes", "notes", "notes and facts", SEE)              \
    X(VIEW_PATH, "view-path", "path", "path to balance", SEE)                 \
    X(VIEW_COMPARE, "view-compare", "compare", "two side by side", SEE)       \
    X(VIEW_MIRROR, "view-mirror", "mirror", "as both ends report", SEE)       \
    X(VIEW_NEXT, "view-next", "view", "next view", SEE)                       \
    X(OPEN, "open", "open", "go down into the row", CHANGE)                   \
    X(BACK, "back", "back", "back up again", CHANGE)                          \
    X(PERIOD_PREVIOUS, "period-previous", "period", "period before", CHANGE)  \
    X(PERIOD_NEXT, "period-next", "period", "period after", CHANGE)           \
    X(LEVEL, "level", "level", "next level or groups", CHANGE)                \
    X(ROWS, "rows", "rows", "rows: other dimension", CHANGE)                  \
    X(RECORD, "record", "record", "record and source", SEE)                   \
    X(AUDIT, "audit", "audit", "data audit", SEE)                             \
    X(ANSWER, "answer", "answer", "unit, decimals, columns", SEE)             \
    X(SORT, "sort", "sort", "sort: choose a column", CHANGE)                  \
    X(SORT_THEN, "sort-then", "then by", "sort: a further key", CHANGE)       \
    X(FLOW, "flow", "X M", "charts: X, M, balance", CHANGE)                   \
    X(PERCENT, "percent", "growth", "charts: growth, index", CHANGE)          \
    X(ZOOM_FROM, "zoom-from", "zoom", "trend: from here on", CHANGE)          \
    X(ZOOM_TO, "zoom-to", "zoom", "trend: up to here", CHANGE)                \
    X(LOG, "log", "log", "trend: log scale", CHANGE)                          \
    X(MEASURE, "measure", "measure", "charts: any indicator", CHANGE)         \
    X(COMPARE, "compare", "set A, swap", "compare: row as A, swap", CHANGE)   \
    X(ONE_SCALE, "one-scale", "scale", "small charts: one scale", CHANGE)     \
    X(FREQUENCY, "frequency", "periods", "quarters; same months", CHANGE)     \
    X(RANGE_BACK, "range-back", "range", "add the period before", CHANGE)     \
    X(RANGE_FORWARD, "range-forward", "range", "add period after", CHANGE)    \
    X(COLUMNS, "columns", "columns", "choose columns", CHANGE)                \
    X(NARROWER, "narrower", "narrower", "column narrower", CHANGE)            \
    X(WIDER, "wider", "wider", "column wider", CHANGE)                        \
    X(HIDE, "hide", "hide", "hide the column", CHANGE)                        \
    X(UNIT, "unit", "unit", "currency and scale", CHANGE)                     \
    X(LANGUAGE, "language", "names", "names: en or zh", CHANGE)               \
    X(UNDO, "undo", "undo", "undo last change", CHANGE)                       \
    X(REDO, "redo", "redo", "do it again", CHANGE)                            \
    X(SEARCH, "search", "find", "find as you type", FIND)                     \
    X(SEARCH_NEXT, "search-next", "next", "next match", FIND)                 \
    X(SEARCH_PREVIOUS, "search-previous", "previous", "previous match", FIND) \
    X(FILTER, "filter", "filter", "filter as you type", FIND)                 \
    X(FILTER_CLEAR, "filter-clear", "all rows", "drop the filter", FIND)      \
    X(JUMP, "jump", "jump", "jump: name, period, row", FIND)                  \
    X(PALETTE, "palette", "any action", "find any action", FIND)              \
    X(FILTER_DROP, "filter-drop", "drop last", "drop its last term", FIND)    \
    X(FILTER_SAME, "filter-same", "same", "same continent, group", FIND)      \
    X(MARK, "mark", "mark", "mark row; sum, share", FIND)                     \
    X(UNMARK, "unmark", "unmark", "take all marks away", FIND)                \
    X(COPY, "copy", "copy", "copy figure, row, view", PROGRAM)                \
    X(COPY_COMMAND, "copy-command", "command", "copy command line", PROGRAM)  \
    X(EXPORT, "export", "export", "write to a file", PROGRAM)                 \
    X(WORKSPACE, "workspace", "save", "save the workspace", PROGRAM)          \
    X(SAVE_AS, "save-as", "save as", "save table as dataset", PROGRAM)        \
    X(GALLERY, "gallery", "datasets", "other datasets", PROGRAM)              \
    X(TAB_PREVIOUS, "tab-previous", "dataset", "dataset before", PROGRAM)     \
    X(TAB_NEXT, "tab-next", "dataset", "next open dataset", PROGRAM)          \
    X(TAB_CLOSE, "tab-close", "close", "close this dataset", PROGRAM)         \
    X(RELOAD, "reload", "reload", "read file again", PROGRAM)                 \
    X(MOUSE, "mouse", "mouse", "mouse on or off", PROGRAM)                    \
    X(THEME, "theme", "theme", "next theme of colours", PROGRAM)              \
    X(HELP, "help", "help", "this help", PROGRAM)                             \
    X(REDRAW, "redraw", "redraw", "redraw the screen", PROGRAM)               \
    X(SUSPEND, "suspend", "suspend", "suspend; fg returns", PROGRAM)          \
    X(CANCEL, "cancel", "close", "close what is open", PROGRAM)               \
    X(QUIT, "quit", "quit", "leave entrepot", PROGRAM)

enum command {
#define X(constant, word, hint, help, group) COMMAND_##constant,
    COMMANDS(X)
#undef X
        COMMAND_COUNT
};

struct command_info {
    const char *word;
    const char *hint;
    const char *help;
    enum command_group group;
};

const struct command_info *command_info(enum command command);
/* The command of this word, or COMMAND_NONE. */
enum command command_find(const char *word);
const char *command_group_title(enum command_group group);

/* One key of one command; the first of a command is the one that hints name. */
struct binding {
    int key;
    enum command command;
};

/* The usual keys; those in force are in a struct keymap (keymap.h). */
extern const struct binding keymap[];
extern const size_t keymap_length;

#endif
