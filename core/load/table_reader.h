/*
 * The state of a table that is being read, shared by table_*.c only.
 *
 * table_format.c finds headings and layout, table_columns.c decides what each column
 * is, table_rows.c gives the rows to the builder, table_members.c puts the members in
 * order at the end.
 */
#ifndef CORE_LOAD_TABLE_READER_H
#define CORE_LOAD_TABLE_READER_H

#include "core/load/layout.h"
#include "core/load/load.h"

enum { COLUMN_NONE = -1 };

/* What a column is read as. */
struct column_use {
    enum role role;
    size_t dimension;
    size_t measure;   /* of ROLE_FIGURE */
    struct unit unit; /* that the heading tells of; UNIT_NONE */
};

/* A dimension of the table, while rows are read. */
struct table_dimension {
    const struct layout_rule *rule;
    int name_column;    /* COLUMN_NONE: there is none */
    const char **names; /* by member; NULL: none was seen */
    uint32_t name_capacity;
};

struct table_reader {
    const char *name; /* of the file, for messages */
    struct table *table;
    struct builder *builder;
    struct dataset *dataset;
    struct diag_list *diags;
    struct arena *arena; /* the dataset's */
    const struct load_answers *answers;
    const struct layout_ops *layout;
    struct headings headings;
    size_t heading_line;
    struct column_use *uses; /* by column */
    size_t column_count;
    struct table_dimension dimension[DIMENSION_MAX];
    size_t reporter; /* its dimension; SIZE_MAX: none */
    int year_column;
    int month_column;
    int period_column;
    int flow_column;
    int value_column;
    struct unit value_unit;
    char decimal; /* '.' or ',' once a number has settled it; 0 before */
    size_t row_count;
    size_t refused_count;
    char scratch[128]; /* a period or a number, put together */
};

/* Decides what each column is and declares dimensions and measures; false after
 * reporting what lacks. */
bool table_plan_columns(struct table_reader *reader);

/* Reads all rows into the builder. A row that cannot be understood is a warning and is
 * left out. */
void table_read_rows(struct table_reader *reader);

/* Names, parents and levels of the members; dimensions with one member go. */
void table_finish_members(struct table_reader *reader);

/* The measure of this id, declared when it is new; SIZE_MAX after a mistake. */
size_t table_measure(struct table_reader *reader, const char *id, struct unit unit);

/* A number as the builder reads it: thousands separators gone, the decimal sign a
 * point, words of absence as ours. False when it is neither. May use reader->scratch.
 */
bool table_number(struct table_reader *reader, struct builder_text *text);

#endif
