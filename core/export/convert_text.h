/*
 * Texts of a file of ours: what convert_*.c share, and how any YAML quotes.
 */
#ifndef CORE_EXPORT_CONVERT_TEXT_H
#define CORE_EXPORT_CONVERT_TEXT_H

#include "core/model/dataset.h"

#include <stdio.h>

/* A text in quotes, whatever is in it. */
void convert_quoted(FILE *out, const char *text);
/* The same, without quotes where none are needed: a letter and letters, digits, '_'. */
void convert_word(FILE *out, const char *text);
/* One text, or one for each language. */
void convert_label(FILE *out, const struct label *label);
void convert_unit(FILE *out, struct unit unit);
/* "key: " and the label on a line of its own; nothing when it is empty. */
void convert_label_line(FILE *out, const char *key, const struct label *label);

enum { CONVERT_SHOWN_MAX = 64 };
/* The shortest text that is read as the same number. */
void convert_number(char out[CONVERT_SHOWN_MAX], double value);

/* The figure as the file that it comes from has it, in the measure's unit, or the word
 * for its absence: "18.14", "~". NULL when the file says nothing. */
const char *convert_figure(const struct measure *measure, size_t observation,
                           char out[CONVERT_SHOWN_MAX]);

/* The word for what is missing, NULL where the file says nothing. */
const char *convert_absence(enum absence absence);

/* The columns of rows, in their order: period, dimensions, measures, and flag, note and
 * vintage where some observation has one; "flag of exports" where some figure has its
 * own. */
struct convert_extra {
    enum attribute attribute;
    const char *of; /* id of a measure; NULL: of the whole row */
    const struct codes *column;
};
enum { CONVERT_EXTRA_MAX = ATTRIBUTE_COUNT * (1 + MEASURE_MAX) };
size_t convert_extras(const struct dataset *dataset,
                      struct convert_extra extras[CONVERT_EXTRA_MAX]);

/* "flag", "flag of exports". */
const char *convert_extra_name(const struct convert_extra *extra, struct arena *arena);

/* Rates, events and facts, each under its key; nothing where there are none. */
void convert_rates(FILE *out, const struct dataset *dataset);
void convert_events(FILE *out, const struct dataset *dataset);
void convert_facts(FILE *out, const struct dataset *dataset);
/* Figures that a newer file revised. */
void convert_revised(FILE *out, const struct dataset *dataset);

/* The observations as CSV, with the columns' names on top. */
void convert_csv(FILE *out, const struct dataset *dataset);

#endif
