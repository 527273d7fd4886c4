/*
 * Loading: a path in, a dataset out.
 *
 * The file's kind is refused by name when it is none that can be read (a folder, a
 * FIFO, a device); the format is recognised by content, one entry per format in
 * FORMATS (format.h). All or nothing: a dataset comes back only when the whole file
 * is good, and every mistake found is in the list.
 */
#ifndef CORE_LOAD_LOAD_H
#define CORE_LOAD_LOAD_H

#include "core/base/diag.h"
#include "core/load/progress.h"
#include "core/model/builder.h"
#include "core/model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

enum load_result {
    LOAD_OK,
    LOAD_BAD_DATA,  /* the file has mistakes */
    LOAD_UNREADABLE /* it could not be opened or read, or memory ran out */
};

/* Enough for every dimension, measure and role. */
enum { LOAD_MAP_MAX = 128 };

/* "exports=Value (USD)": what a column of a table is said to be. */
struct load_map {
    const struct role_word *role; /* roles.h */
    const char *column;           /* its heading; not ended by a NUL */
    size_t length;
    bool is_own; /* called so by a file of ours: it need not be there, and an empty
                    figure in it is none */
};

/* What dates such as 1/2/2023 begin with. */
enum date_order { DATES_OPEN, DATES_DAY_FIRST, DATES_MONTH_FIRST };

/* What a file leaves open and a person answered: --unit, --decimal, --encoding, --map.
 */
struct load_answers {
    struct unit unit;     /* of figures whose unit is not said; UNIT_NONE: no answer */
    bool has_own_unit;    /* a file of ours says it, and it holds against the table */
    char decimal;         /* '.' or ','; 0: no answer */
    bool revises;         /* where files overlap, a later one is the newer one */
    enum repeats repeats; /* what rows of one key in one file are */
    enum date_order dates;
    bool has_periods; /* of several frequencies, those of this one are kept: */
    enum frequency periods;
    const char *encoding; /* of the file, by a name of encoding_is_known(); NULL */
    struct load_map map[LOAD_MAP_MAX];
    size_t map_count;
};

struct code_lists;    /* code_lists.h */
struct decimal_signs; /* decimal_sign.h */

/* What reading left open, which a person can answer. */
struct load_open {
    bool encoding;        /* some bytes are in no encoding that is certain */
    bool columns;         /* no column is known to be the period, or the figures */
    bool dates;           /* whether they begin with the day or the month */
    bool decimal;         /* what commas or points in some numbers mean */
    bool unit;            /* no currency is said */
    enum repeats repeats; /* rows of one key in a file: see builder_open_repeats() */
    bool overlap; /* two files have other figures for the same, and none is newer */
};

/* "once" and "add", "dmy" and "mdy". */
bool dates_read(const char *word, enum date_order *order);
const char *dates_word(enum date_order order);
/* "year", "half", "quarter", "month", "week" and "day". */
bool periods_read(const char *word, enum frequency *frequency);
bool repeats_read(const char *word, enum repeats *repeats);
const char *repeats_word(enum repeats repeats);

/* Each limit has a test at limit - 1, limit and limit + 1. */
struct load_limits {
    size_t file_bytes;   /* 1 GiB, packed and unpacked */
    size_t depth;        /* 64 levels of nesting */
    size_t directives;   /* 8 lines that begin with '%' */
    size_t string_bytes; /* 1 MiB in one text */
    size_t events;       /* what a file may unfold to: 256 million */
    size_t head_bytes;   /* of text that are read, for a part of the data; 0: all */
    size_t memory_bytes; /* that the data may take while they are read; 0: no limit */
    const struct load_answers *answers; /* NULL: none */
    struct load_progress *progress;     /* of one load at a time; NULL: nobody looks */
    struct load_open *open;             /* to be filled; NULL: nobody asks */
    struct code_lists *lists;    /* for the formats: of codes, among the files; NULL */
    struct decimal_signs *signs; /* likewise: what commas mean in all of them; NULL */
    bool has_cut_gzip; /* one was found to end too early: all of it is wanted */
    size_t threads;    /* that share the lines of a table; 0: as many as are worth it */
    bool is_row_by_row; /* nothing in bulk (straight.h): for few rows, and tests */
};

extern const struct load_limits load_limits_default;

/* `dataset` must be zeroed; close it whatever comes back. `path` "-" reads standard
 * input; it may be of several files (paths.h) and name folders and archives, whose
 * tables are one dataset when they are of one layout. Messages name the file as `path`,
 * "standard input" for "-". */
enum load_result load_file(const char *path, const struct load_limits *limits,
                           struct dataset *dataset, struct diag_list *diags);

/* The same with the rates of another file, NULL for none: a dataset without a currency
 * needs none. */
enum load_result load_with_rates(const char *path, const char *rates_path,
                                 const struct load_limits *limits,
                                 struct dataset *dataset, struct diag_list *diags);

/* load_file() from memory, under the given name: for tests, fuzz targets and looks. */
enum load_result load_bytes(const char *name, const void *bytes, size_t size,
                            const struct load_limits *limits, struct dataset *dataset,
                            struct diag_list *diags);

#endif
