/*
 * Diagnostics: what is wrong with an input, and where.
 *
 * A reader reports every mistake it finds and goes on to the next one; the
 * list is printed or shown at the end, in the order of the file. Messages are
 * in the user's words: lower case, no full stop, the user's text in 'single
 * quotes', and what would be right when it is known.
 */
#ifndef CORE_BASE_DIAG_H
#define CORE_BASE_DIAG_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* At most so many are kept and shown; the rest is counted. */
#define DIAG_LIMIT 1000

/* Lines and columns count from 1 (columns in characters, not bytes); line 0
 * means the file as a whole. */
struct source_pos {
    const char *file;
    size_t line;
    size_t column;
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_COUNT };

struct diag {
    struct diag *next;
    enum severity severity;
    struct source_pos at;
    size_t length;       /* characters under the caret, 0 when not known */
    const char *message; /* raw: it may quote the file; see diag_print() */
};

/* Give it an arena that outlives it and it is ready: {.arena = &arena}. Messages and
 * names of files are copied to it. */
struct diag_list {
    struct arena *arena;
    struct diag *first;
    struct diag *last;
    size_t count[SEVERITY_COUNT]; /* all that were reported, kept or not */
    size_t kept;
};

/* Adds an error; always returns false, so `return diag_error(...)` reads well. */
bool diag_error(struct diag_list *diags, struct source_pos at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same with the number of characters that the caret should underline. */
bool diag_error_span(struct diag_list *diags, struct source_pos at, size_t length,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_warning(struct diag_list *diags, struct source_pos at, const char *format,
                  ...) __attribute__((format(printf, 3, 4)));
void diag_note(struct diag_list *diags, struct source_pos at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds what another list of the same arena has. */
void diag_take(struct diag_list *diags, const struct diag_list *others);

bool diag_has_errors(const struct diag_list *diags);

/* Sorts by position in the file, keeping the order of equal positions. */
void diag_sort(struct diag_list *diags);

/* Prints `file:line:column: error: message` lines, without a place that is 0.
 * Whatever the message or the file's name contains, only clean text goes out
 * (text.h). */
void diag_print(const struct diag_list *diags, FILE *out);
/* The same of messages that are at least as grave. */
void diag_print_from(const struct diag_list *diags, enum severity least, FILE *out);

/* "error", "warning", "note". */
const char *severity_word(enum severity severity);
/* "2 warnings". */
const char *severity_count(enum severity severity, size_t count, struct arena *arena);

#endif
