/*
 * Commands: everything a key can do, and the keys that do it.
 *
 * One table each. The help, the hint line and the manual page are made from them, so
 * they cannot disagree.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include "core/base/translate.h"

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
#define COMMANDS(X)                                                                   \
    X(NONE, "", "", "", PROGRAM)                                                      \
    X(UP, "up", N_("move"), N_("row up"), MOVE)                                       \
    X(DOWN, "down", N_("move"), N_("row down"), MOVE)                                 \
    X(LEFT, "left", N_("column"), N_("column or period left"), MOVE)                  \
    X(RIGHT, "right", N_("column"), N_("column or period right"), MOVE)               \
    X(PAGE_UP, "page-up", N_("page"), N_("page up"), MOVE)                            \
    X(PAGE_DOWN, "page-down", N_("page"), N_("page down"), MOVE)                      \
    X(HOME, "home", N_("first"), N_("first row"), MOVE)                               \
    X(END, "end", N_("last"), N_("last row"), MOVE)                                   \
    X(PANE_NEXT, "pane-next", N_("pane"), N_("next pane"), MOVE)                      \
    X(PANE_PREVIOUS, "pane-previous", N_("pane"), N_("previous pane"), MOVE)          \
    X(VIEW_OVERVIEW, "view-overview", N_("overview"), N_("overview"), SEE)            \
    X(VIEW_TABLE, "view-table", N_("table"), N_("table"), SEE)                        \
    X(VIEW_BARS, "view-bars", N_("bars"), N_("paired bars"), SEE)                     \
    X(VIEW_TREND, "view-trend", N_("trend"), N_("trend over time"), SEE)              \
    X(VIEW_SURPLUS, "view-surplus", N_("surplus"), N_("surplus ranking"), SEE)        \
    X(VIEW_NOTES, "view-notes", N_("notes"), N_("notes and facts"), SEE)              \
    X(VIEW_PATH, "view-path", N_("path"), N_("path to balance"), SEE)                 \
    X(VIEW_COMPARE, "view-compare", N_("compare"), N_("two side by side"), SEE)       \
    X(VIEW_MIRROR, "view-mirror", N_("mirror"), N_("as both ends report"), SEE)       \
    X(VIEW_DRILL, "view-drill", N_("drill"), N_("levels side by side"), SEE)          \
    X(VIEW_HEAT, "view-heat", N_("heat"), N_("rows by periods, shaded"), SEE)         \
    X(VIEW_RANKING, "view-ranking", N_("ranking"), N_("places over time"), SEE)       \
    X(VIEW_NEXT, "view-next", N_("view"), N_("next view"), SEE)                       \
    X(OPEN, "open", N_("open"), N_("go down into the row"), CHANGE)                   \
    X(BACK, "back", N_("back"), N_("back up again"), CHANGE)                          \
    X(PERIOD_PREVIOUS, "period-previous", N_("period"), N_("period before"), CHANGE)  \
    X(PERIOD_NEXT, "period-next", N_("period"), N_("period after"), CHANGE)           \
    X(LEVEL, "level", N_("level"), N_("next level or groups"), CHANGE)                \
    X(ROWS, "rows", N_("rows"), N_("rows: other dimension"), CHANGE)                  \
    X(RECORD, "record", N_("record"), N_("record and source"), SEE)                   \
    X(AUDIT, "audit", N_("audit"), N_("data audit"), SEE)                             \
    X(REVISIONS, "revisions", N_("revisions"), N_("what newer files revise"), SEE)    \
    X(ANSWER, "answer", N_("answer"), N_("unit, decimals, columns"), SEE)             \
    X(SORT, "sort", N_("sort"), N_("sort: choose a column"), CHANGE)                  \
    X(SORT_THEN, "sort-then", N_("then by"), N_("sort: a further key"), CHANGE)       \
    X(FLOW, "flow", N_("flow"), N_("charts: X, M, balance"), CHANGE)                  \
    X(PERCENT, "percent", N_("growth"), N_("charts: growth, index"), CHANGE)          \
    X(ZOOM_FROM, "zoom-from", N_("zoom"), N_("trend: from here on"), CHANGE)          \
    X(ZOOM_TO, "zoom-to", N_("zoom"), N_("trend: up to here"), CHANGE)                \
    X(LOG, "log", N_("log"), N_("trend: log scale"), CHANGE)                          \
    X(MEASURE, "measure", N_("measure"), N_("charts: any indicator"), CHANGE)         \
    X(COMPARE, "compare", N_("set A, swap"), N_("compare: row as A, swap"), CHANGE)   \
    X(ONE_SCALE, "one-scale", N_("scale"), N_("scale: one, or of each"), CHANGE)      \
    X(FREQUENCY, "frequency", N_("periods"), N_("quarters; same months"), CHANGE)     \
    X(RANGE_BACK, "range-back", N_("range"), N_("add the period before"), CHANGE)     \
    X(RANGE_FORWARD, "range-forward", N_("range"), N_("add period after"), CHANGE)    \
    X(COLUMNS, "columns", N_("columns"), N_("choose columns"), CHANGE)                \
    X(NARROWER, "narrower", N_("narrower"), N_("column narrower"), CHANGE)            \
    X(WIDER, "wider", N_("wider"), N_("column wider"), CHANGE)                        \
    X(HIDE, "hide", N_("hide"), N_("hide the column"), CHANGE)                        \
    X(UNIT, "unit", N_("unit"), N_("currency and scale"), CHANGE)                     \
    X(LANGUAGE, "language", N_("language"), N_("language: en or zh"), CHANGE)         \
    X(UNDO, "undo", N_("undo"), N_("undo last change"), CHANGE)                       \
    X(REDO, "redo", N_("redo"), N_("do it again"), CHANGE)                            \
    X(SEARCH, "search", N_("find"), N_("find as you type"), FIND)                     \
    X(SEARCH_NEXT, "search-next", N_("next"), N_("next match"), FIND)                 \
    X(SEARCH_PREVIOUS, "search-previous", N_("previous"), N_("previous match"), FIND) \
    X(FILTER, "filter", N_("filter"), N_("filter as you type"), FIND)                 \
    X(FILTER_CLEAR, "filter-clear", N_("all rows"), N_("drop the filter"), FIND)      \
    X(JUMP, "jump", N_("jump"), N_("jump: name, period, row"), FIND)                  \
    X(PALETTE, "palette", N_("any action"), N_("find any action"), FIND)              \
    X(FILTER_DROP, "filter-drop", N_("drop last"), N_("drop its last term"), FIND)    \
    X(FILTER_SAME, "filter-same", N_("same"), N_("same continent, group"), FIND)      \
    X(MARK, "mark", N_("mark"), N_("mark row; sum, share"), FIND)                     \
    X(UNMARK, "unmark", N_("unmark"), N_("take all marks away"), FIND)                \
    X(COPY, "copy", N_("copy"), N_("copy figure, row, view"), PROGRAM)                \
    X(COPY_COMMAND, "copy-command", N_("command"), N_("copy command line"), PROGRAM)  \
    X(EXPORT, "export", N_("export"), N_("export to a file"), PROGRAM)                \
    X(WORKSPACE, "workspace", N_("save"), N_("save the workspace"), PROGRAM)          \
    X(SAVE_AS, "save-as", N_("save as"), N_("save table as dataset"), PROGRAM)        \
    X(GALLERY, "gallery", N_("datasets"), N_("other datasets"), PROGRAM)              \
    X(TAB_PREVIOUS, "tab-previous", N_("dataset"), N_("dataset before"), PROGRAM)     \
    X(TAB_NEXT, "tab-next", N_("dataset"), N_("next open dataset"), PROGRAM)          \
    X(TAB_CLOSE, "tab-close", N_("close"), N_("close this dataset"), PROGRAM)         \
    X(RELOAD, "reload", N_("reload"), N_("read file again"), PROGRAM)                 \
    X(MOUSE, "mouse", N_("mouse"), N_("mouse on or off"), PROGRAM)                    \
    X(THEME, "theme", N_("theme"), N_("next theme of colours"), PROGRAM)              \
    X(HELP, "help", N_("help"), N_("this help"), PROGRAM)                             \
    X(REDRAW, "redraw", N_("redraw"), N_("redraw the screen"), PROGRAM)               \
    X(SUSPEND, "suspend", N_("suspend"), N_("suspend; fg returns"), PROGRAM)          \
    X(CANCEL, "cancel", N_("close"), N_("close what is open"), PROGRAM)               \
    X(QUIT, "quit", N_("quit"), N_("leave entrepot"), PROGRAM)

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
/* Other words that a person may look for it by, or "". */
const char *command_also(enum command command);
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
