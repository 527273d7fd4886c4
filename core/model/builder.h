/*
 * Builder: the one way to make a dataset, the same for every reader.
 *
 *     builder = builder_open(&dataset, &diags);
 *     ... set title, publisher, unit on builder_dataset(builder) ...
 *     d = builder_dimension(builder, "partner");
 *     builder_level(), builder_member(), builder_measure() ...
 *     for each row of the file:
 *         builder_row(builder, at);
 *         builder_period(), builder_code(), builder_figure(), builder_attribute() ...
 *         builder_row_end(builder);
 *     ok = builder_finish(builder);
 *     builder_close(builder);
 *
 * Texts are pointer and length, as readers have them, and are copied. Every mistake
 * goes to the list of diagnostics with its place; the builder carries on, and
 * builder_finish() then fails. A mistake in a row drops that row alone.
 */
#ifndef CORE_MODEL_BUILDER_H
#define CORE_MODEL_BUILDER_H

#include "core/base/diag.h"
#include "core/model/dataset.h"

struct crew;    /* see threads.h */
struct builder; /* see builder_internal.h; made by builder_open() */

struct builder_text {
    const char *text;
    size_t length;
    struct source_pos at;
};

/* What a file says of one member. Parent and groups are codes and may come later. */
struct member_spec {
    struct builder_text code;
    struct label name;
    struct builder_text parent; /* text NULL: none */
    struct builder_text level;  /* text NULL: one below its parent, else the first */
    const struct builder_text *groups;
    size_t group_count;
    bool is_residual;
    bool is_group;
    /* Its parent is the whole as that of any other: what it is called may tell more. */
    bool is_open;
};

struct measure_spec {
    struct builder_text id;
    struct label title;
    bool has_unit;
    struct unit unit;
    enum valuation valuation;
    struct builder_text growth_of; /* id of a measure; text NULL: none */
};

/* `dataset` must be zeroed; it is closed by the caller whatever happens. Memory that
 * runs out raises dataset->arena's failure; builder_close() is then still due. */
struct builder *builder_open(struct dataset *dataset, struct diag_list *diags);
void builder_close(struct builder *builder);

/* Characters in a text, for diag_error_span(). */
size_t builder_span(struct builder_text text);

struct dataset *builder_dataset(struct builder *builder);
struct diag_list *builder_diags(struct builder *builder);
/* So many more observations are likely to come. */
void builder_expect(struct builder *builder, size_t count);
/* Threads for what makes the dataset, until it is closed. */
struct crew *builder_crew(struct builder *builder);

/* Each returns the number of the thing; SIZE_MAX after reporting a mistake (a limit of
 * dataset.h, a name that is taken). */
size_t builder_dimension(struct builder *builder, struct builder_text id);
size_t builder_level(struct builder *builder, size_t dimension, struct builder_text id,
                     struct label title);
uint32_t builder_member(struct builder *builder, size_t dimension,
                        const struct member_spec *spec);
/* What the file says of aggregates (aggregates.h): this code is the total of all that
 * have no parent; this one is a member like any other whatever it is called. */
void builder_total(struct builder *builder, size_t dimension, struct builder_text code);
void builder_part(struct builder *builder, size_t dimension, struct builder_text code);
/* The members are never added (see struct dimension): the file says so, or nothing says
 * that they are parts of a whole; the latter holds unless there is a whole. */
void builder_set_apart(struct builder *builder, size_t dimension);
void builder_take_apart(struct builder *builder, size_t dimension);
/* Members that are not declared are then mistakes instead of new members. */
void builder_seal_members(struct builder *builder, size_t dimension);
size_t builder_measure(struct builder *builder, const struct measure_spec *spec);

/* The rows from here on are of this file, of several that make the dataset; the name is
 * copied. */
void builder_file(struct builder *builder, const char *name);
/* When this file was released, as text that sorts by time ("2024-05-01T11:00"). Where
 * two files have a figure of the same key, the newer one's counts, and the older one's
 * is kept (struct superseded); without a known order it is a mistake. */
void builder_release(struct builder *builder, const char *release);
/* The order of the files is that of their releases. */
void builder_revise_in_order(struct builder *builder);
void builder_row(struct builder *builder, struct source_pos at);
void builder_period(struct builder *builder, struct builder_text period);
/* The same where the reader knows what it is by others, whatever the spelling. */
void builder_period_as(struct builder *builder, struct builder_text spelling,
                       struct period period);
/* Days were months and months were days, in all dates so far; none is above 12. */
void builder_swap_days(struct builder *builder);
void builder_code(struct builder *builder, size_t dimension, struct builder_text code);
/* A number as text (number.h), or one of the words of absence: "~", "null" and the
 * empty text not available, "-" not applicable, "c" confidential, "<" rounded to
 * nothing, "?" written so that it cannot be read. */
void builder_figure(struct builder *builder, size_t measure,
                    struct builder_text figure);
/* Of the row's figures, or of the one of a measure; MEASURE_NONE: of all. */
/* The id of the measure in "flag of exports", and the attribute; else of length 0. */
struct builder_text attribute_of_measure(struct builder_text text,
                                         enum attribute *attribute);
void builder_attribute(struct builder *builder, enum attribute attribute,
                       size_t measure, struct builder_text text);
/* What the row does to those of the same key before it; without that it is one of them,
 * and a mistake where it says something else. */
enum row_action {
    ROW_ADDS,
    ROW_REPLACES, /* its figures count, missing ones too */
    ROW_UPDATES,  /* its figures count, but for missing ones */
    ROW_DELETES   /* the measures that it names are gone */
};
void builder_row_action(struct builder *builder, enum row_action action);
void builder_row_end(struct builder *builder);

/* Rows of one period and the same members that say different measures are one
 * observation: tables have a row for the exports and another for the imports. */
void builder_merge_rows(struct builder *builder);
/* What rows of one key in one file are: what is said twice by mistake, or parts that
 * are to be added up. */
enum repeats { REPEATS_OPEN, REPEATS_ONCE, REPEATS_ADD };
void builder_repeats(struct builder *builder, enum repeats how);
/* Columns that are not read, in words for a message, which may tell rows apart; the
 * text stays with the caller. */
void builder_hides(struct builder *builder, const char *columns);
/* Of periods of several frequencies, keep those of this one (builder_frequencies.c). */
void builder_keep_frequency(struct builder *builder, enum frequency frequency);
bool builder_wants_frequency(const struct builder *builder);
/* Once all rows are there: those of other frequencies than one are left out. Readers
 * that look at what they have read call it before that; builder_finish() does. */
void builder_settle_frequency(struct builder *builder);
/* Takes a dimension away, with its members; those behind it move up by one. */
void builder_drop_dimension(struct builder *builder, size_t dimension);

void builder_rate(struct builder *builder, struct builder_text currency,
                  struct builder_text period, struct builder_text units);
/* What is said of the rates from number `first` on: struct rate. */
void builder_rate_terms(struct builder *builder, size_t first, enum rate_kind kind,
                        bool is_inverse);
/* `breaks` are ids of measures, copied; with is_break and none, every measure breaks.
 */
void builder_event(struct builder *builder, struct event event,
                   const struct builder_text *breaks, size_t break_count);
/* How a measure is valued; it may be declared later. */
void builder_valuation(struct builder *builder, struct builder_text measure,
                       enum valuation valuation);
/* What a figure was before it was revised. Texts stay with the caller, as long as the
 * builder. */
struct revised_spec {
    struct source_pos at;
    struct builder_text period;
    const char *code[DIMENSION_MAX]; /* of the member, by dimension */
    struct builder_text measure;
    struct builder_text figure; /* as builder_figure() has it */
    struct builder_text file;
    struct builder_text release;
    uint32_t line;
};
void builder_revised(struct builder *builder, const struct revised_spec *spec);
void builder_fact(struct builder *builder, struct fact fact);
void builder_note(struct builder *builder, struct label note);

/* Resolves parents and groups, sorts periods, finds duplicates (both places named),
 * cycles, levels that contradict the parents; makes columns exact. Returns whether the
 * dataset is good. */
bool builder_finish(struct builder *builder);
/* Whether that failed since files overlap with other figures, and none is known to be
 * the newer one. */
bool builder_has_overlap(const struct builder *builder);
/* Whether it failed since rows of one file have the same key: REPEATS_ONCE where all
 * are alike, REPEATS_ADD where some have other figures. */
enum repeats builder_open_repeats(const struct builder *builder);

#endif
