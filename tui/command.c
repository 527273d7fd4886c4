#include "tui/command.h"

#include "core/base/translate.h"
#include "tui/input.h"

#include <string.h>

static const struct command_info infos[] = {
#define X(constant, word, hint, help, group) {word, hint, help, GROUP_##group},
    COMMANDS(X)
#undef X
};

/* key, command; the same key means the same thing in every view */
const struct binding keymap[] = {
    {INPUT_UP, COMMAND_UP},
    {'k', COMMAND_UP},
    {INPUT_DOWN, COMMAND_DOWN},
    {'j', COMMAND_DOWN},
    {INPUT_CTRL('N'), COMMAND_DOWN},
    {INPUT_LEFT, COMMAND_LEFT},
    {'h', COMMAND_LEFT},
    {INPUT_RIGHT, COMMAND_RIGHT},
    {'l', COMMAND_RIGHT},
    {INPUT_PAGE_UP, COMMAND_PAGE_UP},
    {INPUT_CTRL('B'), COMMAND_PAGE_UP},
    {INPUT_CTRL('U'), COMMAND_PAGE_UP},
    {INPUT_PAGE_DOWN, COMMAND_PAGE_DOWN},
    {INPUT_CTRL('F'), COMMAND_PAGE_DOWN},
    {INPUT_CTRL('D'), COMMAND_PAGE_DOWN},
    {INPUT_HOME, COMMAND_HOME},
    {'g', COMMAND_HOME},
    {INPUT_END, COMMAND_END},
    {'G', COMMAND_END},
    {INPUT_TAB, COMMAND_PANE_NEXT},
    {INPUT_BACKTAB, COMMAND_PANE_PREVIOUS},
    {'1', COMMAND_VIEW_OVERVIEW},
    {'2', COMMAND_VIEW_TABLE},
    {'3', COMMAND_VIEW_BARS},
    {'4', COMMAND_VIEW_TREND},
    {'5', COMMAND_VIEW_SURPLUS},
    {'6', COMMAND_VIEW_NOTES},
    {'7', COMMAND_VIEW_PATH},
    {'8', COMMAND_VIEW_COMPARE},
    {'9', COMMAND_VIEW_MIRROR},
    {'0', COMMAND_VIEW_DRILL},
    {'P', COMMAND_VIEW_HEAT},
    {'R', COMMAND_VIEW_RANKING},
    {INPUT_F1 + 1, COMMAND_VIEW_NEXT},
    {INPUT_ENTER, COMMAND_OPEN},
    {INPUT_BACKSPACE, COMMAND_BACK},
    {'[', COMMAND_PERIOD_PREVIOUS},
    {']', COMMAND_PERIOD_NEXT},
    {'{', COMMAND_RANGE_BACK},
    {'}', COMMAND_RANGE_FORWARD},
    {'v', COMMAND_LEVEL},
    {'p', COMMAND_ROWS},
    {'i', COMMAND_RECORD},
    {'d', COMMAND_AUDIT},
    {'V', COMMAND_REVISIONS},
    {'A', COMMAND_ANSWER},
    {'s', COMMAND_SORT},
    {'S', COMMAND_SORT_THEN},
    {'x', COMMAND_FLOW},
    {'%', COMMAND_PERCENT},
    {'z', COMMAND_ZOOM_FROM},
    {'Z', COMMAND_ZOOM_TO},
    {'L', COMMAND_LOG},
    {'m', COMMAND_MEASURE},
    {'=', COMMAND_COMPARE},
    {'K', COMMAND_ONE_SCALE},
    {'t', COMMAND_FREQUENCY},
    {'C', COMMAND_COLUMNS},
    {'<', COMMAND_NARROWER},
    {'>', COMMAND_WIDER},
    {'H', COMMAND_HIDE},
    {'c', COMMAND_UNIT},
    {'a', COMMAND_LANGUAGE},
    {'u', COMMAND_UNDO},
    {'U', COMMAND_REDO},
    {INPUT_CTRL('R'), COMMAND_REDO},
    {'/', COMMAND_SEARCH},
    {'n', COMMAND_SEARCH_NEXT},
    {'N', COMMAND_SEARCH_PREVIOUS},
    {'f', COMMAND_FILTER},
    {'F', COMMAND_FILTER_CLEAR},
    {'\\', COMMAND_JUMP},
    {':', COMMAND_PALETTE},
    {INPUT_F1 + 8, COMMAND_PALETTE},
    {INPUT_CTRL('P'), COMMAND_PALETTE},
    {'X', COMMAND_FILTER_DROP},
    {'*', COMMAND_FILTER_SAME},
    {' ', COMMAND_MARK},
    {'B', COMMAND_UNMARK},
    {'y', COMMAND_COPY},
    {'Y', COMMAND_COPY_COMMAND},
    {'e', COMMAND_EXPORT},
    {'w', COMMAND_WORKSPACE},
    {'W', COMMAND_SAVE_AS},
    {'o', COMMAND_GALLERY},
    {',', COMMAND_TAB_PREVIOUS},
    {'.', COMMAND_TAB_NEXT},
    {INPUT_CTRL('W'), COMMAND_TAB_CLOSE},
    {'r', COMMAND_RELOAD},
    {INPUT_F1 + 4, COMMAND_RELOAD},
    {'T', COMMAND_THEME},
    {'M', COMMAND_MOUSE},
    {'?', COMMAND_HELP},
    {INPUT_F1, COMMAND_HELP},
    {INPUT_CTRL('L'), COMMAND_REDRAW},
    {INPUT_CTRL('Z'), COMMAND_SUSPEND},
    {INPUT_ESCAPE, COMMAND_CANCEL},
    {'q', COMMAND_QUIT},
    {INPUT_F1 + 9, COMMAND_QUIT},
};
const size_t keymap_length = sizeof(keymap) / sizeof(keymap[0]);

const struct command_info *command_info(enum command command)
{
    return &infos[command];
}

const char *command_also(enum command command)
{
    static const char *const words[COMMAND_COUNT] = {
        [COMMAND_VIEW_BARS] = "chart graph",
        [COMMAND_VIEW_TREND] = "line chart graph history time series",
        [COMMAND_VIEW_SURPLUS] = "deficit balance top largest",
        [COMMAND_VIEW_NOTES] = "hhi gini concentration source metadata events",
        [COMMAND_VIEW_PATH] = "forecast projection equal",
        [COMMAND_VIEW_COMPARE] = "against versus",
        [COMMAND_VIEW_MIRROR] = "asymmetry partner reports",
        [COMMAND_OPEN] = "drill down enter",
        [COMMAND_BACK] = "drill up parent",
        [COMMAND_LEVEL] = "continent region country chapter heading bloc",
        [COMMAND_ROWS] = "pivot dimension group by",
        [COMMAND_RECORD] = "formula origin where from",
        [COMMAND_AUDIT] = "check warnings doubtful quality",
        [COMMAND_SORT] = "order rank",
        [COMMAND_FREQUENCY] = "year quarter month aggregate",
        [COMMAND_UNIT] = "dollar usd yuan cny euro million billion trillion convert",
        [COMMAND_SEARCH] = "search",
        [COMMAND_FILTER] = "select where only",
        [COMMAND_JUMP] = "go to",
        [COMMAND_MARK] = "select tag",
        [COMMAND_COPY] = "clipboard yank",
        [COMMAND_COPY_COMMAND] = "print share script",
        [COMMAND_EXPORT] = "csv json tsv markdown print save download",
        [COMMAND_WORKSPACE] = "session state",
        [COMMAND_GALLERY] = "open file load",
        [COMMAND_THEME] = "color colour dark light contrast",
        [COMMAND_QUIT] = "exit",
    };

    return words[command] ? words[command] : "";
}

const char *command_group_title(enum command_group group)
{
    static const char *const titles[GROUP_COUNT] = {
        [GROUP_MOVE] = N_("Move"),       [GROUP_SEE] = N_("See"),
        [GROUP_CHANGE] = N_("Change"),   [GROUP_FIND] = N_("Find"),
        [GROUP_PROGRAM] = N_("Program"),
    };

    return titles[group];
}

enum command command_find(const char *word)
{
    for (size_t c = 1; c < COMMAND_COUNT; c++)
        if (strcmp(infos[c].word, word) == 0)
            return (enum command)c;
    return COMMAND_NONE;
}
