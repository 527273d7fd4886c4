/*
 * YAML reader: from nodes to the builder, by tables of keys.
 *
 * Each kind of mapping in a data file has one const table of its keys; each key has the
 * function that reads its value. A function that reads a value finds the value's first
 * node as the current one and leaves its last as the current one, whatever is wrong
 * with it. Nothing here calls itself: how deep it goes is given by the format, not by
 * the file.
 */
#ifndef CORE_LOAD_YAML_READER_H
#define CORE_LOAD_YAML_READER_H

#include "core/load/yaml_stream.h"

enum {
    COLUMN_MAX =
        1 + DIMENSION_MAX + ATTRIBUTE_COUNT + MEASURE_MAX * (1 + ATTRIBUTE_COUNT),
    KEY_MAX = 32
};

enum column_kind {
    COLUMN_PERIOD,
    COLUMN_ATTRIBUTE,
    COLUMN_DIMENSION,
    COLUMN_MEASURE,
    COLUMN_BAD /* was reported; its values are ignored */
};

enum { COLUMNS_MET = 16 };

struct column {
    enum column_kind kind;
    size_t number; /* of the dimension or measure; MEASURE_NONE: of the whole row */
    const char *name;
    enum attribute attribute;
};

struct reader {
    struct yaml_stream *stream;
    struct builder *builder;
    struct dataset *dataset;
    struct diag_list *diags;
    struct arena *arena; /* the dataset's */
    const char *key;     /* that is being read, for messages */
    struct column column[COLUMN_MAX];
    size_t column_count;
    /* By its place in the row: the column that a key was, as the next row has it too.
     */
    struct column met[COLUMNS_MET];
    bool has_columns;
    bool has_observations;
    bool has_bad_column; /* the row that is read has one */
    bool lacks_columns;  /* and that was reported */
    const struct load_limits *limits;
    struct yaml_data *data; /* files beside it (yaml_data.h) */
};

struct key {
    const char *name;
    void (*read)(struct reader *reader, void *target);
    bool is_required;
};

/* A mapping while it is read. */
struct mapping {
    struct source_pos at;
    const char *what; /* "a member", for messages */
    const struct key *keys;
    size_t count;
    size_t line[KEY_MAX];     /* where each key was given, 0 for not */
    bool is_excused[KEY_MAX]; /* not given, but for a slip of the finger */
    bool is_open;
};

/* The current node must be a mapping; if not, that is reported and it has no keys. */
void mapping_open(struct reader *reader, struct mapping *mapping,
                  const struct key *keys, size_t count, const char *what);
/* The next key that is in the table; the current node is its value's first. NULL at
 * the end, after reporting the required keys that are missing. */
const struct key *mapping_next(struct reader *reader, struct mapping *mapping);
/* Reads all of a mapping by its table. */
#define READ_MAPPING(reader, table, what, target)                                      \
    do {                                                                               \
        struct mapping mapping_;                                                       \
        const struct key *key_;                                                        \
        mapping_open((reader), &mapping_, (table), sizeof(table) / sizeof((table)[0]), \
                     (what));                                                          \
        while ((key_ = mapping_next((reader), &mapping_)))                             \
            key_->read((reader), (target));                                            \
    } while (0)

/* A mapping whose keys are the user's: the same, with the key's text (kept). */
bool names_open(struct reader *reader, const char *what);
bool names_next(struct reader *reader, struct builder_text *name);

/* A list: `wants` says what it should hold. items_next() leads to each item. */
bool items_open(struct reader *reader, const char *wants);
bool items_next(struct reader *reader);

/* Reports that the current value should have been something else, and skips it. */
bool refuse_value(struct reader *reader, const char *wants);

/* One text. Kept in the dataset's arena. False when it is none (which is reported)
 * or when it is null. */
bool read_text(struct reader *reader, struct builder_text *text);
/* The same as a plain string; "" when there is none. */
const char *read_string(struct reader *reader);
/* One text, or one per language. */
struct label read_label(struct reader *reader);
bool read_bool(struct reader *reader, bool *value);
bool is_null(const struct node *node);
bool read_unit(struct reader *reader, struct unit *unit);
bool read_valuation(struct reader *reader, enum valuation *valuation);

/* One top-level key each, in yaml_schema.c, yaml_rows.c and yaml_extras.c. */
void read_dimensions(struct reader *reader, void *unused);
void read_measures(struct reader *reader, void *unused);
void read_valuations(struct reader *reader, void *unused);
void read_columns(struct reader *reader, void *unused);
void read_observations(struct reader *reader, void *unused);
void read_rates(struct reader *reader, void *unused);
void read_events(struct reader *reader, void *unused);
void read_facts(struct reader *reader, void *unused);
void read_notes(struct reader *reader, void *unused);
void read_revised(struct reader *reader, void *unused); /* yaml_revised.c */

/* Whether some line begins with a key of a data file (yaml.c). */
bool yaml_has_own_key(const char *head, size_t size);

#endif
