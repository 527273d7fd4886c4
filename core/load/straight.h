/*
 * Straight rows: lines in one shape to the letter, read into columns without a detour.
 *
 * A shape is what stands before each field of a line and behind the last; a field goes
 * up to the first byte of what stands next. A row is read only when nothing about it
 * can be wrong or new: each code and each spelling of a period was met before, each
 * number is a plain decimal below 10^15. The first line that is not so stops the
 * reading and goes the ordinary way, which reads everything and knows what to say; so
 * both ways give the same dataset. Nothing here is changed but the run and its block.
 */
#ifndef CORE_LOAD_STRAIGHT_H
#define CORE_LOAD_STRAIGHT_H

#include "core/model/builder_block.h"

enum {
    STRAIGHT_FIELD_MAX = 64,
    STRAIGHT_TEXT_MAX = 48,  /* before a field */
    STRAIGHT_GUESS_MAX = 64, /* bytes of a text that is not known yet */
    STRAIGHT_GUESSES = 15,   /* such texts in what is read at once */
    STRAIGHT_SLACK = 64      /* readable bytes behind the lines, of any value */
};

enum straight_kind {
    STRAIGHT_SKIP,     /* whatever it is */
    STRAIGHT_EMPTY,    /* nothing; something would have to be read */
    STRAIGHT_PERIOD,   /* a spelling */
    STRAIGHT_CODE,     /* of a member of dimension `number` */
    STRAIGHT_FIGURE,   /* of measure `number` */
    STRAIGHT_FLOW,     /* a word: the measure that the value of the row is of */
    STRAIGHT_VALUE,    /* a figure, with a flow in the same row */
    STRAIGHT_ATTRIBUTE /* a text or nothing: attribute `number` of the row */
};

struct straight_field {
    enum straight_kind kind;
    size_t number;
    size_t before_length;
    char before[STRAIGHT_TEXT_MAX];
};

struct straight_shape {
    size_t count;
    struct straight_field field[STRAIGHT_FIELD_MAX];
    char after[STRAIGHT_TEXT_MAX]; /* with the line's end */
    size_t after_length;
    const char *absent; /* what stands for a figure that is not available */
    bool is_plain;      /* codes are letters, digits, '_', '.', '-', as YAML's words */
};

/* A text to compare with, its first eight bytes at once. */
struct straight_text {
    uint64_t word; /* nothing but what the mask has */
    uint64_t mask;
    const char *text;
    size_t length;
};

/* A text that was met in a field. */
struct straight_known {
    uint64_t word; /* it, and the first byte behind if there is room */
    uint64_t mask; /* no bytes are like a word that is not within its mask: not met */
    uint32_t length;
    uint32_t number; /* of the period or of the member */
    uint32_t next;   /* what came after it last time */
};

/* A text that a dictionary does not have yet, and the number that rows have for it. */
struct straight_guess {
    size_t field;
    uint32_t number;
    size_t length;
    char text[STRAIGHT_GUESS_MAX];
};

/* A field of the rows that are read: where it goes, and what was met in it. */
struct straight_lane {
    enum straight_kind kind;
    char stop;     /* the first byte behind */
    uint32_t last; /* of `known`: the row before */
    struct straight_known *known;
    uint32_t capacity;
    const struct dict *dict; /* of periods and codes */
    uint32_t base;           /* how many it has: guesses follow */
    uint32_t guess_count;
    const char *guess[STRAIGHT_GUESSES];
    uint32_t *code; /* the block's column of one or of the other */
    double *number;
    struct straight_text behind;
};

/* One reader of rows; several may read the same shape at once, each its own lines. */
struct straight_run {
    const struct straight_shape *shape;
    struct builder_block *block;
    const uint32_t *period;      /* by spelling */
    const uint32_t *flow;        /* by word: the measure */
    struct straight_text before; /* the first field */
    struct straight_lane *lane;  /* by field of the shape */
    size_t lane_count;           /* there is room for */
    uint32_t period_count;
    struct straight_lane *unknown; /* that has stopped the reading; NULL: none has */
    const char *unknown_text;
    size_t unknown_length;
    int value_decimals; /* of the value of the row that is read */
    size_t raised_row;  /* from 1: the row that has raised block->decimals_max */
    int decimals_before[MEASURE_MAX];
    struct arena *arena;
};

/* Makes ready for lines: dictionaries may have grown since. */
void straight_begin(struct straight_run *run, const struct builder *builder,
                    const struct dataset *dataset);

/* Rows go to this block from now on, which is empty. */
void straight_aim(struct straight_run *run, struct builder_block *block);

/* Whether what stands around the fields is the same, and what they are. */
bool straight_is_same(const struct straight_shape *a, const struct straight_shape *b);

/* Of another shape from now on; the memory stays. */
void straight_forget(struct straight_run *run);

/* What rows of the shape have. */
struct builder_block_form straight_form(const struct straight_shape *shape);

/* Whether the period, each dimension and each measure has one field, or there is one
 * flow and one value in place of measures. */
bool straight_is_complete(const struct straight_shape *shape,
                          const struct dataset *dataset);

/* Reads rows from text[0..size), which ends with a line, until one does not fit or the
 * block is full. Returns how many bytes they were. */
size_t straight_read(struct straight_run *run, const char *text, size_t size);

/* If a row was not read for a text alone that is not known: takes it for what its
 * dictionary will have next, so that rows behind can be read. False: there is none, or
 * there were too many. What it turns out to be once that row has been read the ordinary
 * way is for the caller to find out. */
bool straight_guess(struct straight_run *run, struct straight_guess *guess);

/* How many bytes there are before the first `stop`, quote, line end or NUL (straight_
 * scan.c). Reads up to STRAIGHT_SLACK bytes past that. The second is the portable way
 * of the first. */
size_t straight_scan(const char *text, char stop);
size_t straight_scan_bytes(const char *text, char stop);

/* A number of at most 15 digits: where it ends, or NULL. The value is that of
 * number_read(). The second is the first without its short way, the third the portable
 * one. */
const char *straight_number(const char *text, double *value, int *decimals);
const char *straight_number_long(const char *text, double *value, int *decimals);
const char *straight_number_bytes(const char *text, double *value, int *decimals);

#endif
