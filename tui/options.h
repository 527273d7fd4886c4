/*
 * Options: the command line.
 *
 * One table makes the parser, --help and the manual page.
 */
#ifndef TUI_OPTIONS_H
#define TUI_OPTIONS_H

#include "core/base/diag.h"
#include "core/base/translate.h"
#include "core/load/load.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum {
    EXIT_FINE = 0,
    EXIT_BAD_DATA = 1,
    EXIT_USAGE = 2,
    EXIT_NO_TERMINAL = 3,
    EXIT_IO = 4
};

/* constant, letter (or 0), long name, argument (in [] when optional), help */
#define OPTIONS(X)                                                                     \
    X(VIEW, 'v', "view", "NAME",                                                       \
      N_("start with this view: overview, table, bars, trend, surplus, notes, "        \
         "path, compare, mirror, drill, heat or ranking"))                             \
    X(BY, 'b', "by", "DIMENSION",                                                      \
      N_("rows by this dimension of the file, or by period"))                          \
    X(LEVEL, 'l', "level", "LEVEL",                                                    \
      N_("rows at this level of the dimension; 'groups' for blocs, 'finest' for "      \
         "leaves"))                                                                    \
    X(PERIOD, 'p', "period", "PERIOD",                                                 \
      N_("show this period: 2024, 2024-Q3, 2024-07; FIRST..LAST for several as "       \
         "one, or, with --by=period, for rows from one to the other"))                 \
    X(SAME_MONTHS, 0, "same-months", NULL,                                             \
      N_("show --period, which may be FIRST..LAST, beside the same months of "         \
         "other years; with --by=period they are the rows"))                           \
    X(WITHIN, 0, "within", "CODES",                                                    \
      N_("narrow to these members: ASIA, or partner:ASIA,product:01"))                 \
    X(FREQUENCY, 0, "frequency", "WORD", N_("add periods up: year, half or quarter"))  \
    X(FILTER, 'f', "filter", "TEXT",                                                   \
      N_("keep the rows that fit all terms: words, continent:Asia, 'exports > 100'"))  \
    X(COLUMNS, 0, "columns", "IDS",                                                    \
      N_("these columns, apart by commas: exports,exports-rolling:+3,balance; :+3 "    \
         "makes one wider"))                                                           \
    X(FREEZE, 0, "freeze", "N", N_("the first N columns stay when the others scroll")) \
    X(MEASURE, 0, "measure", "ID",                                                     \
      N_("bars and trend show this column instead of exports and imports"))            \
    X(RANGE, 0, "range", "FIRST..LAST",                                                \
      N_("of the trend, and of rows by period, only this part of the time: "           \
         "2000..2010; average growth and index of other rows begin there"))            \
    X(FORM, 0, "form", "FORM",                                                         \
      N_("how the trend shows figures: level, growth, index or share"))                \
    X(LOG, 0, "log", NULL, N_("show the trend on a log scale"))                        \
    X(SORT, 's', "sort", "KEYS",                                                       \
      N_("sort by a column (exports, balance, exports-growth, ...), name, code or "    \
         "file; -KEY turns the order round; several apart by commas: balance,-name"))  \
    X(TOP, 't', "top", "N", N_("keep the first N rows after sorting"))                 \
    X(SELECT, 0, "select", "CODE",                                                     \
      N_("the row to begin on; '' for what is not allocated"))                         \
    X(AGAINST, 0, "against", "CODE",                                                   \
      N_("the row that view 'compare' keeps on the left"))                             \
    X(AT, 0, "at", "PERIOD", N_("the point of the trend to begin on"))                 \
    X(ONE_SCALE, 0, "one-scale", NULL, N_("one scale for all small charts"))           \
    X(ROW_SCALE, 0, "row-scale", NULL, N_("the heat table shades each row by itself")) \
    X(MARK, 0, "mark", "LIST",                                                         \
      N_("mark these rows: partner:USA,period:2024 or codes of the rows"))             \
    X(ASSUME, 0, "assume", "LIST",                                                     \
      N_("of the path to balance: exports:2.5,imports:4,target:2040,back:1"))          \
    X(SCROLL, 0, "scroll", "LIST",                                                     \
      N_("where the screen is scrolled to: row:20,column:2,pane:1,notes:10"))          \
    X(LANG, 0, "lang", "LANGUAGE",                                                     \
      N_("names and the screen in this language: en, zh, ..."))                        \
    X(COMPARE, 0, "compare", "OLD",                                                    \
      N_("show what FILE revises in OLD, an earlier release of it"))                   \
    X(CURRENCY, 0, "currency", "CODE",                                                 \
      N_("show figures in this currency, with rates that the file states"))            \
    X(RATES, 0, "rates", "FILE", N_("take rates of exchange from this file too"))      \
    X(SCALE, 0, "scale", "SCALE",                                                      \
      N_("show figures in one, thousand, mn, bn, tn, wan, yi or wanyi; auto by "       \
         "default"))                                                                   \
    X(UNIT, 0, "unit", "CODE:SCALE",                                                   \
      N_("the unit of a table that does not say it: USD:6 is million US dollars"))     \
    X(DECIMAL, 0, "decimal", "WORD",                                                   \
      N_("what 1,187 means in a table: comma (1.187) or point (1187)"))                \
    X(APART, 0, "apart", NULL,                                                         \
      N_("open every file by itself, also tables that could be one dataset"))          \
    X(REVISE, 0, "revise", NULL,                                                       \
      N_("where tables overlap with other figures, those given later count"))          \
    X(DATES, 0, "dates", "WORD",                                                       \
      N_("what dates such as 1/2/2023 begin with: dmy is the day, mdy the month"))     \
    X(REPEATS, 0, "repeats", "WORD",                                                   \
      N_("rows of a table with the same key: once counts those alike once, add adds "  \
         "them up"))                                                                   \
    X(PERIODS, 0, "periods", "WORD",                                                   \
      N_("of a file with months beside years, and the like: keep the rows of each "    \
         "year, half, quarter, month, week or day"))                                   \
    X(MAP, 0, "map", "ROLE=COLUMN",                                                    \
      N_("what a column of a table is: exports=Value,period=Jahr; roles: period, "     \
         "year, month, reporter, partner, product, exports, imports, flow, value, "    \
         "unit, flag, note, skip, ...; period==2024: all of it is of 2024; "           \
         "flow==exports: all values are exports"))                                     \
    X(ENCODING, 0, "encoding", "NAME",                                                 \
      N_("what a file is written in that is not UTF-8: GB18030, windows-1252, ..."))   \
    X(HEAD, 0, "head", "SIZE",                                                         \
      N_("read the first SIZE of the data only, 64M for instance; what is left out "   \
         "is missing in all sums"))                                                    \
    X(MEMORY, 0, "memory", "SIZE",                                                     \
      N_("refuse a file whose data take more memory than this: 512k, 64M, 2G"))        \
    X(ASCII, 0, "ascii", NULL, N_("use no character outside ASCII"))                   \
    X(COLOR, 0, "color", "WHEN", N_("auto, always or never"))                          \
    X(THEME, 0, "theme", "NAME",                                                       \
      N_("dark, light, contrast, mono or sixteen; by the terminal's background if "    \
         "not given"))                                                                 \
    X(MOUSE, 0, "mouse", NULL, N_("use the mouse (off by default)"))                   \
    X(CONFIG, 0, "config", "FILE",                                                     \
      N_("read settings from FILE instead of the user's config.yaml"))                 \
    X(NO_CONFIG, 0, "no-config", NULL, N_("read no settings"))                         \
    X(CHECK_CONFIG, 0, "check-config", NULL,                                           \
      N_("read the settings, report every mistake, show nothing"))                     \
    X(KEYS, 'k', "keys", "KEYS",                                                       \
      N_("press these keys before anything is shown, for example '5' or "              \
         "'/jap<Enter>'"))                                                             \
    X(PRINT, 0, "print", "[FORMAT]",                                                   \
      N_("print the view and leave: text (default), csv, tsv, json or md"))            \
    X(PLAIN, 0, "plain", NULL,                                                         \
      N_("print one fact a line and leave: for screen readers and logs"))              \
    X(OUTPUT, 0, "output", "FILE",                                                     \
      N_("print into this file, which is replaced when all is written"))               \
    X(PRINT_COMMAND, 0, "print-command", NULL,                                         \
      N_("print the command that shows this screen again, and leave"))                 \
    X(SIZE, 0, "size", "COLSxROWS",                                                    \
      N_("the size of a printed view, 80x24 by default"))                              \
    X(PATH, 0, "path", NULL, N_("print the path to balance as text and leave"))        \
    X(WATCH, 'w', "watch", NULL, N_("read FILE again by itself whenever it changes"))  \
    X(CONVERT, 0, "convert", "NEW.yaml",                                               \
      N_("write the dataset as a file of entrepot's own, and leave; many rows go "     \
         "into a CSV file beside it"))                                                 \
    X(SAVE_AS, 0, "save-as", "NEW.yaml",                                               \
      N_("write a dataset that names the tables and keeps --unit, --map and the "      \
         "like, and leave"))                                                           \
    X(CHECK, 'c', "check", NULL,                                                       \
      N_("read the files, report every mistake, show nothing"))                        \
    X(LIST, 0, "list", NULL, N_("list the bundled datasets"))                          \
    X(HELP, 'h', "help", NULL, N_("display this help and exit"))                       \
    X(VERSION, 'V', "version", NULL, N_("output version information and exit"))

enum option_number {
#define X(constant, letter, name, argument, help) OPTION_##constant,
    OPTIONS(X)
#undef X
        OPTION_COUNT
};

struct options {
    const char
        *text[OPTION_COUNT]; /* the argument, "" for one without; NULL: not given */
    size_t top;
    enum color_when color;
    char unit_code[4];           /* of the unit below */
    struct load_answers answers; /* --unit, --decimal, --encoding */
    struct load_limits limits;   /* with these answers: of every file that is opened */
    int cols;                    /* 0: not given */
    int rows;
    bool wants_manual;
    const char *const *files;
    size_t file_count;
};

/* Reads the command line; mistakes go to diags, and then it returns false. */
bool options_read(struct options *options, int argc, char **argv,
                  struct diag_list *diags);

/* One option as if it stood there; mistakes go to diags, and then it returns false. */
bool options_set(struct options *options, enum option_number option, const char *word,
                 struct diag_list *diags);

/* Says what is wrong with the command line and where help is; returns the exit status.
 */
int options_usage_error(struct diag_list *diags);

/* A whole number of at most `limit` at the beginning of the text; *end is behind it. */
bool options_read_count(const char *text, size_t limit, size_t *count,
                        const char **end);

void options_print_help(FILE *out);
void options_print_version(FILE *out);
/* The manual page entrepot(1), from the tables of options and commands, in roff. */
void options_print_manual(FILE *out);

/* For the three above: one row of the table. */
struct option_info {
    char letter;
    const char *name;
    const char *argument; /* NULL for none; "[FORMAT]" when optional */
    const char *help;
};

const struct option_info *option_info(enum option_number option);

#endif
