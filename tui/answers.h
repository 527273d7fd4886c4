/*
 * Answers: options that say what a file leaves open, for the reader of tables.
 */
#ifndef TUI_ANSWERS_H
#define TUI_ANSWERS_H

#include "tui/options.h"

/* Each reads the word of one option; a mistake goes to diags, and then it returns
 * false. Words stay where they are. */
bool answers_read_unit(struct options *options, const char *word,
                       struct diag_list *diags);
bool answers_read_decimal(struct options *options, const char *word,
                          struct diag_list *diags);
bool answers_read_repeats(struct options *options, const char *word,
                          struct diag_list *diags);
bool answers_read_periods(struct options *options, const char *word,
                          struct diag_list *diags);
bool answers_read_dates(struct options *options, const char *word,
                        struct diag_list *diags);
bool answers_read_encoding(struct options *options, const char *word,
                           struct diag_list *diags);
/* "exports=Value,period=Jahr"; columns may have commas in their headings. Several of
 * them add up. */
bool answers_read_map(struct options *options, const char *word,
                      struct diag_list *diags);

/* Whether it is one of these options. */
bool answers_are_of(enum option_number option);

/* A copy with all its texts in the arena. */
const struct load_answers *answers_copy(const struct load_answers *answers,
                                        struct arena *arena);

/* What stands behind the option on a command line that gives these answers again; NULL:
 * nothing was answered, or the option is none of these. */
const char *answers_words(const struct load_answers *answers, enum option_number option,
                          struct arena *arena);

#endif
