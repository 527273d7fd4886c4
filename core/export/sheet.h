/*
 * Sheet: what is written to a file, as named columns of text and numbers.
 *
 * Of a frame: DIMENSION, name, kind, period, unit, FIGURES..., status. Of a cross
 * table: DIMENSION, name, kind, what the figures are, unit, a column for each period,
 * status. A figure that is missing is an empty field, and `status` says which it is and
 * why.
 */
#ifndef CORE_EXPORT_SHEET_H
#define CORE_EXPORT_SHEET_H

#include "core/query/cross.h"
#include "core/query/frame.h"

#include <stdbool.h>
#include <stddef.h>

struct field {
    const char *name; /* "exports_growth": a name that any tool takes */
    const char *text; /* clean (text.h); "" when it is missing */
    bool is_number;   /* in full precision, '.' in every locale */
};

struct sheet {
    const struct frame *frame; /* or else */
    const struct cross *cross;
    bool is_of_places; /* the places of a cross table instead of its figures */
    size_t first_row;  /* that is written, and how many from there */
    size_t row_count;
    size_t field_count;  /* of each row */
    size_t first_figure; /* the fields from here on are figures, */
    size_t figure_count; /* so many */
};

struct sheet sheet_of_frame(const struct frame *frame);
struct sheet sheet_of_cross(const struct cross *cross, bool is_of_places);

/* Whether the field of this number is a figure, missing or not. */
bool sheet_is_figure(const struct sheet *sheet, size_t field);

/* The names alone, or a row; field_count of them, in the arena. */
const struct field *sheet_head(const struct sheet *sheet, struct arena *arena);
const struct field *sheet_row(const struct sheet *sheet, size_t row,
                              struct arena *arena);

/* What the files of the sheet share. A name as any tool takes it: */
struct field sheet_named(const char *name, struct arena *arena);
/* Code, name and kind of a row that is a member; returns how many fields that are. */
size_t sheet_name_row(const struct frame_row *row, struct field *fields,
                      struct arena *arena);
/* A number, or "" without one. */
void sheet_set_number(struct field *field, struct value value, struct arena *arena);
/* Why there is no figure, or what is said of it; "" for nothing. */
const char *sheet_remark(const struct dataset *dataset, struct value value,
                         struct arena *arena);
/* Rows of a cross table (sheet_cross.c). */
void sheet_cross_head(const struct sheet *sheet, struct field *fields,
                      struct arena *arena);
void sheet_cross_row(const struct sheet *sheet, size_t row, struct field *fields,
                     struct arena *arena);

#endif
