/*
 * The builder's own state, shared by builder_*.c only.
 *
 * builder.c keeps what is declared, builder_rows.c takes the observations,
 * builder_members.c and builder_finish.c put together what could only be known at the
 * end of the file.
 */
#ifndef CORE_MODEL_BUILDER_INTERNAL_H
#define CORE_MODEL_BUILDER_INTERNAL_H

#include "core/model/builder.h"
#include "core/model/places.h"

/* What a file said of a member, to be resolved at the end. */
struct pending_member {
    bool is_declared; /* otherwise only seen in an observation */
    bool is_open;     /* see struct member_spec */
    struct builder_text parent;
    struct builder_text level;
    const struct builder_text *groups;
    size_t group_count;
};

struct pending_dimension {
    struct source_pos at;
    bool is_sealed;
    struct pending_member *members; /* as many as the dimension's */
    uint32_t capacity;
    /* What the file says against the tables of aggregates.h. */
    struct builder_text total; /* text NULL: not said */
    struct builder_text *parts;
    size_t part_count;
    size_t part_capacity;
};

struct pending_measure {
    struct source_pos at;
    bool has_unit;
    bool is_percent; /* as stated; else its unit is the dataset's */
    struct builder_text growth_of;
    /* Over the file's figures, to find out whether whole numbers can hold them. */
    double largest;
    int decimals_max;
};

struct pending_valuation {
    struct builder_text measure;
    enum valuation valuation;
};

struct pending_event {
    const struct builder_text *breaks;
    size_t break_count;
};

/* The observation that is being read. */
struct row {
    struct source_pos at;
    size_t errors_before;
    bool has_period;
    uint32_t period;
    uint32_t spelling;   /* of the last period that was known */
    uint64_t dimensions; /* bit d set: dimension d was given */
    uint64_t measures;   /* bit m set: measure m was given */
    uint32_t code[DIMENSION_MAX];
    double number[MEASURE_MAX];
    enum absence absence[MEASURE_MAX];
    uint32_t attribute[ATTRIBUTE_COUNT];
    uint64_t own[ATTRIBUTE_COUNT]; /* bit m set: measure m has one of its own */
    uint32_t own_attribute[ATTRIBUTE_COUNT][MEASURE_MAX];
    enum row_action action;
};

enum { BUILDER_FLOWS_MAX = 64 }; /* words of flows that are kept */

/* How rows of one key lie: two blocks of rows, or two kinds by a remark, may be
 * exports and imports. */
struct repeat_blocks {
    size_t count;                      /* pairs of rows */
    size_t last_first;                 /* the last row that is there again later */
    size_t first_again;                /* the first that was there before */
    uint32_t kind[ATTRIBUTE_COUNT][2]; /* what is said of the first two */
    bool is_other[ATTRIBUTE_COUNT];    /* another pair has something else */
};

struct builder {
    struct dataset *dataset;
    struct diag_list *diags;
    struct arena scratch; /* what is not needed once the dataset is made */
    struct crew *crew;
    size_t errors_before;

    struct pending_dimension dimension[DIMENSION_MAX];
    struct pending_measure measure[MEASURE_MAX];
    size_t file_capacity;
    struct pending_valuation *valuations;
    size_t valuation_count;
    struct pending_event *events; /* as many as the dataset's */
    size_t rate_capacity;
    size_t event_capacity;
    size_t fact_capacity;
    size_t note_capacity;
    size_t valuation_capacity;

    struct row row;
    bool merges_rows;                /* see builder_merge_rows() */
    bool has_overlap;                /* see builder_has_overlap() */
    bool revises_in_order;           /* see builder_revise_in_order() */
    enum repeats repeats;            /* what is answered, see builder_repeats() */
    enum repeats open_repeats;       /* see builder_open_repeats() */
    const char *hidden;              /* see builder_hides(); NULL: nothing is */
    struct repeat_blocks blocks;     /* of rows that are there again */
    size_t repeat_count;             /* rows that count once, or were added */
    struct source_pos first_repeat;  /* of those that count once */
    size_t first_repeated;           /* the line that it repeats */
    struct pending_revised *revised; /* builder_formers.c */
    size_t revised_count;
    size_t revised_capacity;
    size_t superseded_capacity;
    bool has_late_dimension;    /* rows before it have no member of it: reported */
    size_t replaced_rows;       /* that a later row of their key replaced, and */
    size_t deleted_rows;        /* deleted */
    struct codes action;        /* sparse: enum row_action of each observation */
    struct sequence row_column; /* where each observation begins in its line */

    struct dict spellings;     /* of periods */
    uint32_t *spelling_period; /* spelling -> number of the period, or NO_PERIOD */
    uint32_t spelling_capacity;
    struct dict flows; /* words, see builder_keep_flow() */
    uint32_t flow_measure[BUILDER_FLOWS_MAX];
    struct dict period_numbers; /* frequency and index -> number of the period */
    uint32_t period_capacity;
    unsigned frequencies; /* bit f set: of periods that were read */
    struct source_pos frequency_at[FREQUENCY_COUNT]; /* the first of each */
    bool has_wanted;                                 /* one is to be kept, */
    enum frequency wanted; /* this: builder_keep_frequency() */
    struct places places;  /* opened when a dimension of places is met */
};

#define NO_PERIOD UINT32_MAX

/* Makes room for one more element in an array that lives in the arena. */
void *builder_grow(struct arena *arena, void *array, size_t count, size_t *capacity,
                   size_t size);

/* The text as it may be quoted in a message: cut when it is long. */
const char *builder_quote(struct builder *builder, struct builder_text text);
/* " (did you mean 'X'?)", or "" when nothing is close. */
const char *builder_suggest(struct builder *builder, struct builder_text text,
                            const char *const *candidates, size_t count);

/* A member by its code, new when it was never seen. */
uint32_t builder_intern(struct builder *builder, size_t dimension,
                        struct builder_text code);

/* Resolves parents, levels and groups of all dimensions. */
void builder_finish_members(struct builder *builder);

/* Whether a period of the frequency may stand beside those before it; false after
 * reporting why not (builder_frequencies.c). */
bool builder_take_frequency(struct builder *builder, struct builder_text text,
                            enum frequency frequency);
/* Whether the periods are of the frequency that is wanted. */
bool builder_check_frequency(struct builder *builder);
/* Whether the text is a period of a frequency whose rows were left out. */
bool builder_leaves_out(const struct builder *builder, struct builder_text text);
/* The rows that are marked go; `gone` is how many (builder_tables.c). */
void builder_leave_rows(struct builder *builder, const uint8_t *is_gone, size_t gone);

/* Adds the attributes of the row that is read, which is to be observation `index`
 * (builder_attributes.c). */
void builder_add_attributes(struct builder *builder, size_t index);
/* The figure of a row becomes that of another: so does what is said of it. */
void builder_take_attributes(struct builder *builder, size_t measure, size_t into,
                             size_t from);
/* Whether no two rows have the same period and members; false also when that would take
 * too much memory to find out. */
bool builder_keys_differ(struct builder *builder);
/* Does what the second row of a key is for; false where it only adds to the first
 * (builder_actions.c). */
bool builder_act(struct builder *builder, size_t first, size_t second);
/* Whether the row deletes others. */
bool builder_deletes(const struct builder *builder, size_t row);
/* Marks the rows that have nothing left to say; how many they are. */
size_t builder_leave_deleted(const struct builder *builder, uint8_t *is_gone,
                             size_t count);
/* A row that deletes says nothing itself. */
void builder_drop_deletions(struct builder *builder, size_t row);
/* Says how many rows did. */
void builder_tell_actions(struct builder *builder);
/* Keeps what the figure of a row was, beside the row that has a newer one. */
void builder_keep_superseded(struct builder *builder, size_t kept, size_t measure,
                             size_t row);
/* Finds the observations of builder_revised(). */
void builder_finish_revised(struct builder *builder);
/* One of the words of absence. */
bool builder_read_absence(struct builder_text text, enum absence *absence);
/* Joins rows of one key that say different measures; whether no two rows have the same
 * key then (builder_join.c). */
bool builder_join_rows(struct builder *builder);
/* Rows of one key in one file (builder_repeats.c): takes the second for done, if that
 * is what it is; whether it is as the first; says what was done. */
bool builder_repeat(struct builder *builder, size_t first, size_t second);
bool builder_is_repeat(const struct builder *builder, size_t first, size_t second);
void builder_tell_repeats(struct builder *builder);
/* Reports one that is left, and the columns that may tell them apart. `key` is in
 * words. */
void builder_report_repeat(struct builder *builder, struct source_pos at,
                           const char *key, size_t first, size_t again);
void builder_tell_hidden(struct builder *builder);
/* Whether two rows say different things of a measure (builder_revised.c). */
bool builder_differ(const struct dataset *dataset, size_t measure, size_t a, size_t b);
/* Takes the figures of the newer of two rows with one key into the first; false when
 * nobody knows which one is newer (builder_revised.c). */
bool builder_supersede(struct builder *builder, size_t first, size_t second);
/* Rows are about to go: the kept figures follow those that stay. */
void builder_move_superseded(struct builder *builder, const uint8_t *is_gone,
                             size_t count);
void builder_tell_superseded(struct builder *builder);
/* Parents are known, levels are not yet: finds the total and the blocs that stand in a
 * level like any other member (aggregates.h). Whether a level was put on top. */
bool builder_take_aggregates(struct builder *builder, size_t dimension);
/* Reports observations that are given twice. */
void builder_find_duplicates(struct builder *builder);

#endif
