/*
 * What the records of different things share: lines in a box that scrolls.
 */
#ifndef TUI_RECORD_WRITER_H
#define TUI_RECORD_WRITER_H

#include "tui/app.h"

struct record_writer {
    struct cells *cells; /* NULL: only count the lines */
    struct rect area;
    size_t first;
    size_t line;
    const struct app *app;
    const struct glyphs *glyphs;
    struct arena *arena;
};

/* One thing that has a record: a row, a total, a fact. One file may hold several. */
struct record_source {
    /* Whether the screen shows such a thing now. */
    bool (*is_there)(const struct app *app);
    /* "United States, 2024" */
    const char *(*title)(const struct record_writer *writer);
    void (*write)(struct record_writer *writer);
    /* The view or page that is of this thing in the first place; VIEW_COUNT: none. */
    enum view view;
};

/* name of the table record_NAME, in the order in which Tab goes through them */
#define RECORDS(X) \
    X(row)         \
    X(left)        \
    X(total)       \
    X(shown)       \
    X(sets)        \
    X(path)        \
    X(facts)       \
    X(revision)    \
    X(finding)     \
    X(entry)       \
    X(dataset)

#define X(name) extern const struct record_source record_##name;
RECORDS(X)
#undef X

/* A text over as many lines as it takes, from a column on; the file's texts as they
 * are. */
void record_write(struct record_writer *writer, int col, enum style style,
                  const char *text);
/* "name            value": the name in a column of its own. */
void record_pair(struct record_writer *writer, const char *name, const char *value);
void record_blank(struct record_writer *writer);

/* A figure in base units, in full: 3,733,722,280,000; or why there is none. */
const char *record_in_full(const struct record_writer *writer, struct value value);
/* A number as it was published, or with four decimals. */
const char *record_number(const struct record_writer *writer, double number,
                          int decimals);
/* "china.yaml:123": the file by its name, so that a long path breaks no line; where it
 * lies is told with the dataset and with the two files of a revision. */
const char *record_place(const struct record_writer *writer,
                         const struct dataset *dataset, size_t line);

/* Releases and remarks of single figures, under a heading; nothing where there are none
 * (record_remarks.c). */
void record_write_remarks(struct record_writer *writer);

#endif
