/*
 * Fields: a frame as named columns of text and numbers, what every format of a table
 * writes: DIMENSION, name, kind, period, unit, FIGURES..., status.
 *
 * A figure that is missing is an empty field, and `status` says which it is and why.
 */
#ifndef CORE_EXPORT_FIELDS_H
#define CORE_EXPORT_FIELDS_H

#include "core/query/frame.h"

#include <stdbool.h>
#include <stdio.h>

enum { FIELDS_MAX = FRAME_COLUMN_MAX + 8 };

struct field {
    const char *name; /* "exports_growth": a name that any tool takes */
    const char *text; /* clean (text.h); "" when it is missing */
    bool is_number;   /* in full precision, '.' in every locale */
};

/* The names alone; returns how many fields a row has. */
size_t fields_of_head(const struct frame *frame, struct field fields[FIELDS_MAX],
                      struct arena *arena);
size_t fields_of_row(const struct frame *frame, const struct frame_row *row,
                     struct field fields[FIELDS_MAX], struct arena *arena);

/* A spreadsheet runs text that begins so as a formula (CWE-1236). */
bool field_is_formula(const char *text);

/* In quotes as CSV has them, `before` in front of the text within; quotes in the text
 * are doubled (RFC 4180). */
void field_write_quoted(const char *before, const char *text, FILE *out);

/* What writes one line of a format. */
typedef void fields_writer(const struct field *fields, size_t count, bool is_head,
                           struct arena *arena, FILE *out);

/* The head and every row; returns whether all was written. */
bool fields_write(const struct frame *frame, fields_writer *write, FILE *out);

#endif
