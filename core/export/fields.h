/*
 * Fields: what the formats of a table share when they write the lines of a sheet.
 */
#ifndef CORE_EXPORT_FIELDS_H
#define CORE_EXPORT_FIELDS_H

#include "core/export/sheet.h"

#include <stdbool.h>
#include <stdio.h>

/* A spreadsheet runs text that begins so as a formula (CWE-1236). */
bool field_is_formula(const char *text);

/* In quotes as CSV has them, `before` in front of the text within; quotes in the text
 * are doubled (RFC 4180). */
void field_write_quoted(const char *before, const char *text, FILE *out);

/* What writes one line of a format. */
typedef void fields_writer(const struct field *fields, size_t count, bool is_head,
                           struct arena *arena, FILE *out);

/* The head and every row; returns whether all was written. */
bool fields_write(const struct sheet *sheet, fields_writer *write, FILE *out);

#endif
