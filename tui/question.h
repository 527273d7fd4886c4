/*
 * Questions: what a table leaves open, asked on the screen.
 *
 * Each is a list of answers, with the first rows of the table as they would be read
 * under the chosen one below it. What is answered goes the way of the options --unit,
 * --decimal, --encoding, --dates, --periods, --repeats and
 * --map.
 */
#ifndef TUI_QUESTION_H
#define TUI_QUESTION_H

#include "core/load/load.h"
#include "tui/command.h"

#include <stdbool.h>
#include <stddef.h>

/* constant, name of the ops table question_NAME; in the order in which they are asked
 */
#define QUESTIONS(X)      \
    X(OVERLAP, overlap)   \
    X(ENCODING, encoding) \
    X(COLUMNS, columns)   \
    X(DATES, dates)       \
    X(PERIODS, periods)   \
    X(REPEATS, repeats)   \
    X(DECIMAL, decimal)   \
    X(UNIT, unit)

enum question_kind {
#define X(constant, name) QUESTION_##constant,
    QUESTIONS(X)
#undef X
        QUESTION_COUNT
};

struct question_row {
    const char *text;
    const char *detail; /* "" for none */
    const char *found;  /* what it was taken for without an answer; NULL: nothing */
    size_t number;      /* for the question's own use */
};

struct question_state {
    struct load_open open; /* of the last load */
    enum question_kind kind;
    size_t chosen;
    size_t scale;       /* of the unit: which of the scales */
    struct arena arena; /* of what follows: made when a question is opened */
    struct question_row *rows;
    size_t count;
    struct arena preview_arena; /* of what follows: made anew by every key */
    const char **lines;         /* of the file */
    size_t line_count;
    const char **preview; /* the rows as they would be read; a head first */
    size_t preview_count;
    const char *problem; /* why there is no such preview; NULL */
};

struct app;

struct question_ops {
    const char *title; /* what is asked */
    const char *hint;  /* what the keys besides Up, Down and Enter do; "" for nothing */
    bool (*is_open)(const struct load_open *open);
    /* Fills the rows of the question, and chooses one. */
    void (*list)(struct app *app, struct arena *arena);
    /* A step to the left (-1) or right; NULL where there is nothing. */
    void (*turn)(struct app *app, int step);
    /* Puts the answer that is chosen into the draft. */
    void (*answer)(const struct app *app, struct load_answers *draft,
                   struct arena *arena);
    /* What stands behind the text of a row, in the arena; "" for nothing. NULL: no row
     * has such. */
    const char *(*choice)(const struct app *app, size_t row, struct arena *arena);
    /* What is still to be said before there is anything to read, as a sentence, in the
     * arena; NULL: nothing. May be NULL itself. */
    const char *(*lacks)(const struct app *app, struct arena *arena);
    /* What is told instead of a preview, in the arena; NULL: there is a preview. */
    const char *(*explain)(const struct app *app, struct arena *arena);
    /* What leaving it open comes to besides; NULL: nothing. */
    void (*leave)(struct app *app);
};

#define X(constant, name) extern const struct question_ops question_##name;
QUESTIONS(X)
#undef X

const struct question_ops *question_ops(enum question_kind kind);

/* Whether the file has periods of several frequencies (question_periods.c). */
bool question_has_periods(const struct app *app);
/* Says that it has, unless somebody has chosen already. */
void question_say_periods(struct app *app);

/* Whether the last load left any open. */
bool question_is_open(const struct app *app);

/* Asks the first question that is open; false when none is. */
bool question_ask(struct app *app);
/* The same by a key: where nothing is open, what was taken for granted may be answered
 * otherwise. False where there is no table to ask about. */
bool question_open(struct app *app);
bool question_command(struct app *app, enum command command);
/* The answers that hold for the app's file, and after those that are chosen. */
const struct load_answers *question_answers(const struct app *app);
/* The chosen answer in words. */
const char *question_sentence(const struct app *app, struct arena *arena);
/* Makes the preview of what is chosen (question_preview.c). */
void question_look(struct app *app);
void question_close(struct app *app);

#endif
