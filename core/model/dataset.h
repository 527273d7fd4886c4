/*
 * Dataset: trade figures as they stand in one file, in columns.
 *
 * One observation is one row of the file: a period, a member of each dimension
 * and a figure for each measure. A dimension's members form levels (each level is
 * a partition of the one above), with two kinds kept apart: groups, which overlap
 * and never enter a sum, and residuals ("Areas, nes"), which do and are marked.
 *
 * A dataset is built by a builder (builder.h) and constant afterwards; nothing
 * here can be changed but by dataset_close().
 */
#ifndef CORE_MODEL_DATASET_H
#define CORE_MODEL_DATASET_H

#include "core/base/arena.h"
#include "core/base/column.h"
#include "core/base/diag.h"
#include "core/base/dict.h"
#include "core/base/sequence.h"
#include "core/model/label.h"
#include "core/model/period.h"
#include "core/model/unit.h"
#include "core/model/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIMENSION_MAX = 12, MEASURE_MAX = 64, LEVEL_MAX = 12, RATE_MAX = 2000 };
#define OBSERVATION_MAX 1000000000u

#define MEMBER_NONE UINT32_MAX
/* A group stands outside the levels. */
#define LEVEL_NONE UINT8_MAX
#define MEASURE_NONE SIZE_MAX

/* What a member was taken for by its code or name, where the file says nothing of it
 * (aggregates.h). */
enum member_taken {
    TAKEN_AS_SAID,
    TAKEN_AS_TOTAL, /* of the members without a parent, which are now its children */
    TAKEN_AS_GROUP,
    TAKEN_AS_PARENT,   /* of those of its parts that the list has */
    TAKEN_AS_SUBTOTAL, /* of members before or behind it, by name and figures */
    TAKEN_AS_WITHIN,   /* "of which: Germany": another member holds it */
    TAKEN_AS_TOP,      /* "Top 10" beside the ten */
    TAKEN_ASIDE,       /* the name of a subtotal, and nothing adds up to it */
    TAKEN_NOT /* it has the name of a total or a bloc, but its figures contradict */
};

struct member {
    const char *code; /* as written: 01, NO, 0101 stay what they are */
    struct label name;
    uint32_t parent; /* number of a member, MEMBER_NONE at the top */
    uint8_t level;   /* 0 is the coarsest; LEVEL_NONE for a group */
    bool is_group;
    bool is_residual;
    bool has_rows;          /* some observation is about it */
    bool has_children;      /* some member has it as its parent */
    const uint32_t *groups; /* the groups it belongs to */
    size_t group_count;
    struct source_pos at;
    enum member_taken taken;
    const char *taken_for; /* "European Union"; NULL for TAKEN_AS_SAID */
    bool is_taken_by_name; /* else by its code */
    bool is_taken_short;   /* of a group without a total: the list lacks some of it */
    uint32_t taken_beside; /* a member that is in it, else MEMBER_NONE */
    uint32_t taken_last;   /* of a subtotal: the last of the members from that one on */
};

/* Members are numbered in the order of the file; a parent may come later. */
struct dimension {
    const char *id; /* "partner" */
    struct label title;
    size_t level_count; /* at least 1 */
    const char *level[LEVEL_MAX];
    struct label level_title[LEVEL_MAX]; /* may be empty */
    struct member *members;
    uint32_t member_count;
    struct dict codes;   /* code -> number of the member */
    struct codes column; /* one member number per observation */
    /* Its members answer one question differently (at current prices and at constant
     * ones, by either report): one of them stands for all, and they are never added. */
    bool is_apart;
    bool is_taken_apart; /* because nothing says that they are parts of a whole */
    /* What dimension_settle() has found. */
    bool is_settled;
    bool has_groups;
    bool has_taken; /* members that are not TAKEN_AS_SAID */
    uint32_t whole;
    uint32_t complete; /* bit l: level l holds all of it (levels.h); 0: not known */
};

/* What a publisher says of a figure besides its number. */
enum attribute {
    ATTRIBUTE_FLAG,    /* its status: p, e, b, ... */
    ATTRIBUTE_REMARK,  /* a note on it */
    ATTRIBUTE_VINTAGE, /* the release that it is from */
    ATTRIBUTE_COUNT
};

/*
 * A measure's column holds whole numbers of 10^(unit.scale - decimals) units
 * whenever `is_scaled`: 18.14 with scale 8 is kept as 1814 and decimals 2, so sums
 * are exact. Otherwise it holds the file's figures and decimals is 0. Where an
 * observation has no number the column has a NaN and `absence` says which kind.
 */
struct measure {
    const char *id; /* "exports" */
    struct label title;
    struct unit unit;
    enum valuation valuation;
    size_t
        growth_of; /* the measure whose published growth this is, else MEASURE_NONE */
    bool is_scaled;
    int decimals;
    int shown_decimals; /* the most that the file writes */
    struct numbers column;
    double largest;       /* no number of the column is greater; 0: not known */
    struct codes absence; /* sparse: enum absence per observation */
    /* Sparse, of its figures alone: see dataset_attribute(). */
    struct codes attribute[ATTRIBUTE_COUNT];
    /* Sparse, in a dataset of other periods than its file's: how many finer periods an
     * incomplete figure has. */
    struct codes covered;
};

/* Its title in the language, else "Exports", "Imports" or its id. */
const char *measure_title(const struct measure *measure, const char *language);
/* What it is called within a sentence: "exports", "imports", its title in a language
 * other than English, else its id. */
const char *measure_word(const struct measure *measure, const char *language);

enum rate_kind { RATE_NOT_SAID, RATE_AVERAGE, RATE_END };

struct rate {
    const char *currency; /* "USD" */
    struct period period;
    double stated;       /* units of the dataset's currency for one of `currency`; */
    bool is_inverse;     /* or of `currency` for one of the dataset's */
    enum rate_kind kind; /* average of the period, or at its end */
};

struct event {
    struct period period;
    struct label title;
    struct label note;
    /* The figures before and from here on do not compare: growth across is n/a. */
    bool is_break;
    uint64_t breaks; /* bit m set: measure m breaks; all bits when none is named */
    /* A dimension: only series of members below its whole break; NULL: all do. */
    const char *below;
};

struct fact {
    struct label label;
    struct label note;
    bool has_value;
    double value;
    int decimals;
    const char *qualifier; /* "", "at least", "about", ... */
    struct unit unit;
    const char *period; /* as written, may be a range; "" when not said */
    /* The id of the measure whose figure for the whole this is; NULL for none. */
    const char *measure;
    struct source_pos at; /* of the measure's name, or of the label */
};

/* A figure that a newer one of several files revises. */
struct superseded {
    size_t observation; /* that has the newer figure */
    size_t measure;
    double stated; /* in the measure's unit, as the older file has it */
    enum absence absence;
    uint32_t file; /* the older one, index into `files` */
    uint32_t line;
};

/* What could not be read: a figure, or a whole row. */
struct unreadable {
    struct source_pos at;
    const char *message; /* what is wrong, in the language of then */
};
enum { UNREADABLE_MAX = 20 };

/* What became of the rows of tables: each is in one of the three. */
struct row_fates {
    size_t used;    /* some figure of it, or that there is none, is in the dataset */
    size_t refused; /* it could not be understood, and that was said */
    size_t other;   /* of other flows, or without figures */
    size_t figures; /* of rows that are used: written so that they cannot be read */
};

/* What a column of a table was taken for. */
struct understood {
    const char *heading;
    const char *meaning; /* "exports, in USD mn"; NULL: it is not read */
};

struct dataset {
    struct arena arena;
    const char *path;     /* as it was opened, "-" for standard input */
    const char *encoding; /* that it was converted from; NULL: it is in UTF-8 */
    const char
        *format; /* of a table: whose layout it has; NULL: it is a file of ours */
    const struct understood *understood; /* the table's columns, in their order */
    size_t understood_count;
    struct row_fates fates;                       /* of all files together */
    struct unreadable unreadable[UNREADABLE_MAX]; /* the first */
    size_t unreadable_count;
    struct label title;
    struct label publisher;
    struct label reporter;     /* name, or the code when there is no name */
    const char *reporter_code; /* "" when not said */
    struct label source;       /* table or page of the publisher */
    const char *retrieved;     /* date as written, "" when not said */
    struct label *notes;
    size_t note_count;

    struct unit unit; /* of the measures that do not state their own */
    bool is_ytd;      /* each figure is of the year up to its period's end */

    size_t dimension_count; /* period not among them */
    struct dimension dimension[DIMENSION_MAX];
    size_t measure_count;
    struct measure *measure; /* room for MEASURE_MAX in the arena; NULL: not begun */

    struct period *periods; /* sorted, each once; all of one frequency */
    uint32_t period_count;
    /* Of a file with periods of several frequencies: how many observations it has of
     * each; only those of one are here. All 0: it has but one. */
    size_t rows_of[FREQUENCY_COUNT];
    struct codes period; /* one index into `periods` per observation */

    bool is_partial; /* reading was stopped: these are its first observations */
    bool is_cut;     /* since the packed file ends too early */
    /* Its rows go from period to period, and more of the last one may be among those
     * that were not read. */
    bool is_last_begun;
    uint32_t empty_count; /* of the last periods: no figure of theirs is there yet */
    bool is_unread;    /* the others are on their way: totals are not to be had yet */
    size_t text_bytes; /* that were read, unpacked and in UTF-8 */

    size_t observation_count;
    struct dict texts[ATTRIBUTE_COUNT]; /* of each attribute; number 0 is "" */
    /* Sparse, per observation: numbers of texts that hold of all its figures. */
    struct codes attribute[ATTRIBUTE_COUNT];
    const char **files; /* that the observations are from; [0] may be the path */
    uint32_t file_count;
    const char **releases;  /* by file, as text that sorts by time; NULL: not known */
    uint32_t release_count; /* that `releases` has: those behind are not known */
    struct superseded *superseded; /* in the order of the files */
    size_t superseded_count;
    struct codes file;    /* sparse: index into `files` per observation */
    struct sequence line; /* of each observation in its file, from 1 */
    struct dataset *gaps; /* sums where a total lacks (gaps.h); NULL: none lacks */
    /* Below: of a dataset in other periods than its file's (spans.h); 0 and NULL for
     * every other. */
    bool is_coarse;
    struct codes origin; /* sparse: enum origin of a figure that the file has not */
    int32_t step;        /* from one period to the next, where it is not 1 */
    const struct period *like;  /* by period: the part of it that the file has */
    const struct dataset *fine; /* the file's own figures, which these were made of */
    struct dataset *same;       /* what `like` compares with */

    struct rate *rates;
    size_t rate_count;
    struct event *events; /* by period */
    size_t event_count;
    struct fact *facts;
    size_t fact_count;
};

/* Frees everything; harmless on a zeroed dataset. */
void dataset_close(struct dataset *dataset);

/* The measure or dimension with this id, or SIZE_MAX. */
size_t dataset_measure(const struct dataset *dataset, const char *id);
size_t dataset_dimension(const struct dataset *dataset, const char *id);

/* Whether a series breaks there that is of a part in the dimensions whose bits are set
 * (bit d: it is of members below the whole of dimension d). */
bool event_breaks(const struct dataset *dataset, const struct event *event,
                  size_t measure, uint64_t parts);

/* The headings of the columns that are not read, apart by commas. */
const char *understood_unread(const struct dataset *dataset, struct arena *arena);

/* The number, among its texts, of what is said of a figure: of it alone, else of its
 * whole observation; 0 when nothing is, or when there is no such figure. */
uint32_t dataset_attribute(const struct dataset *dataset, enum attribute attribute,
                           size_t measure, size_t observation);
const char *dataset_attribute_text(const struct dataset *dataset,
                                   enum attribute attribute, uint32_t number);
/* Whether some figure has it alone. */
bool dataset_has_own(const struct dataset *dataset, enum attribute attribute);
/* "flag", "note", "vintage": the column of a file of ours. */
const char *attribute_word(enum attribute attribute);

/* Whether an observation has a figure of a measure, else why not. */
enum absence dataset_absence(const struct dataset *dataset, size_t measure,
                             size_t observation);

/* Where an observation stands: its file, by its number and by its name, and line. */
uint32_t dataset_file(const struct dataset *dataset, size_t observation);
struct source_pos dataset_place(const struct dataset *dataset, size_t observation);

/* When a file was released, NULL when nobody knows. */
const char *dataset_release(const struct dataset *dataset, uint32_t file);

/* What the older file has, in base units. */
struct value dataset_superseded(const struct dataset *dataset,
                                const struct superseded *superseded);

/* The figure of one observation in base units (see struct value). */
struct value dataset_value(const struct dataset *dataset, size_t measure,
                           size_t observation);

/* Finds what is asked of the members often, once they are those of the file: from here
 * on levels, parents and kinds stay. */
void dimension_settle(struct dimension *dimension);

/* Whether some members are groups. */
bool dimension_has_groups(const struct dimension *dimension);

/* The member that stands for the whole dimension: the only member of the coarsest
 * level that is no residual and has no parent; MEMBER_NONE when there are several. */
uint32_t dimension_whole(const struct dimension *dimension);

/* The member that stands for the dimension where none is chosen: the whole, or the
 * first with figures where members are never added; MEMBER_NONE: the sum of those
 * without a parent. */
uint32_t dimension_standing(const struct dimension *dimension);

/* The number of the level, or SIZE_MAX. */
size_t dimension_level(const struct dimension *dimension, const char *id);

/* Its title in a language other than English, else its id. */
const char *dimension_word(const struct dimension *dimension, const char *language);

/* The name in the language, the code when it has none. */
const char *member_name(const struct dimension *dimension, uint32_t member,
                        const char *language);

/* Whether `member` is below `ancestor` in the hierarchy, or in that group (itself or
 * through a parent); a member is not within itself. */
bool member_is_within(const struct dimension *dimension, uint32_t member,
                      uint32_t ancestor);

#endif
