/*
 * The figures of a table's rows: from the text of a field to what the builder is given.
 * For table_*.c only.
 */
#ifndef CORE_LOAD_TABLE_FIGURES_H
#define CORE_LOAD_TABLE_FIGURES_H

#include "core/load/table_reader.h"

/* A number as the builder reads it: thousands separators gone, the decimal sign a
 * point, words of absence as ours. False when it is neither, with the text then as far
 * as it got. May use reader->scratch.
 */
bool table_number(struct table_reader *reader, struct builder_text *text);

/* Whether the text is a number that nothing has settled the meaning of: 1,187 is 1187
 * in some tables and 1.187 in others. */
bool table_is_open_number(const struct table_reader *reader, struct builder_text text);

/* Why there is no figure, or what a zero means, by the status of the row; the text
 * stays where nothing says it. */
void table_apply_status(const struct table_reader *reader, struct builder_text *text);

/* "628 e": the letters behind a number are its flags, which the row then has. */
struct builder_text table_cut_flags(struct table_reader *reader, size_t measure,
                                    struct builder_text text);
/* Whether letters behind a blank are flags, and neither a unit nor a multiple of one.
 */
bool table_has_flag_behind(struct builder_text text);
/* "12 (p)", "12*": the number with its mark, which the figure then has. False when
 * there is none, or what is left is no number. */
bool table_read_marked(struct table_reader *reader, size_t measure,
                       struct builder_text *text);
/* Gives the builder the figure, or that there is one which cannot be read; false after
 * refusing the row (table_figures.c). */
bool table_give_figure(struct table_reader *reader, size_t measure,
                       struct builder_text text);
/* Whether the observations from `first` on say anything: some has a number, or none has
 * a figure that could not be read. */
bool table_has_figures(const struct table_reader *reader, size_t first);
void table_say_unreadable(const struct table_reader *reader);
/* Says what was left out, and keeps it for the dataset. */
void table_keep_unreadable(struct table_reader *reader, struct source_pos at,
                           const char *message);
/* What people write in numbers goes: signs of currencies, brackets for minus, a plus,
 * groups apart by apostrophes (table_written.c). False when nothing of that is there.
 * May use reader->written. */
bool table_plain_number(struct table_reader *reader, struct builder_text *text);

/* A number times ten to the power of `tens`; false when it is too long. */
bool table_shift(struct table_reader *reader, struct builder_text *text, int tens);

#endif
