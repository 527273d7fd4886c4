/*
 * The state of a table that is being read, shared by table_*.c only.
 *
 * table_format.c finds headings and layout, table_columns.c decides what each column
 * is, table_rows.c gives the rows to the builder, table_members.c puts the members in
 * order at the end.
 */
#ifndef CORE_LOAD_TABLE_READER_H
#define CORE_LOAD_TABLE_READER_H

#include "core/load/decimal_sign.h"
#include "core/load/layout.h"
#include "core/load/load.h"
#include "core/load/table_dates.h"
#include "core/load/table_wide.h"
#include "core/model/places.h"

enum { COLUMN_NONE = -1 };
/* What a column is read as. */
struct column_use {
    enum role role;
    bool is_own; /* see struct load_map */
    size_t dimension;
    /* Of ROLE_FIGURE, when rows do not tell their unit; of flags, remarks and vintages
     * of one measure, else MEASURE_NONE. */
    size_t measure;
    const char *id;     /* of that measure */
    struct unit unit;   /* that the heading tells of; UNIT_NONE */
    struct unit stated; /* the same without an answer; a power of ten at least */
    struct builder_text period; /* of ROLE_AT_PERIOD */
    struct builder_text mark;   /* behind it: "p" of "2023 (p)" */
    size_t first_row; /* of ROLE_AT_PERIOD: that has a figure there; 0: none */
};

/* A dimension of the table, while rows are read. */
struct table_dimension {
    const struct layout_rule *rule;
    int name_column;  /* COLUMN_NONE: there is none */
    int other_column; /* of names in another language; COLUMN_NONE */
    const char *other_language;
    struct table_names {
        const char **text; /* by member; NULL: none was seen */
        uint32_t capacity;
    } names, others;
};

/* What a partner is by its row in a list with continents (table_places.c). */
struct table_place {
    bool is_seen;
    bool is_total;
    bool is_continent;
    bool is_bloc;
    bool is_residual;
    const char *parent; /* code of its continent; NULL: none is known */
};

struct table_places {
    bool is_open;
    size_t dimension;
    struct table_place *of; /* by member */
    uint32_t capacity;
    const char *continent; /* whose countries the rows are; NULL: none */
    struct places words;
};

/* The first rows, which columns are decided by. */
enum { SAMPLE_ROWS = 64, SAMPLE_BYTES = 64 * 1024 };
struct table_samples {
    struct table_row *rows;
    size_t count;
};

/* Lines before the head that a publisher may put there. */
enum { TABLE_PREAMBLE_MAX = 12 };

/* Lines that are below the figures if no row follows (table_foot.c). */
enum { FOOT_LINES_MAX = 16 };
struct table_foot {
    struct table_row line[FOOT_LINES_MAX];
    size_t count;
};

/* What the first rows say of a table that says little by its headings (table_bare.c).
 */
struct bare {
    bool has_time;
    bool may_have_time; /* a column that no rule knows could be the period */
    bool has_members;
    bool has_figures; /* by a heading */
    size_t figure; /* the only column of numbers that can be nothing else; SIZE_MAX */
};

struct table_reader {
    const char *name;       /* of the file, for messages */
    const char *first_name; /* of the first of several files */
    bool is_first;
    size_t
        declared_count; /* dimensions that there were before, which stay as they are */
    struct table *table;
    struct builder *builder;
    struct dataset *dataset;
    struct diag_list *diags;
    struct arena *arena; /* the dataset's */
    const struct load_answers *answers;
    const struct load_progress *progress; /* NULL: none */
    struct load_open *open;               /* never NULL */
    struct code_lists *lists;             /* among the files; NULL: none */
    struct load_open unasked;
    const struct layout_ops *layout;
    struct headings headings;
    size_t heading_line;
    struct table_samples samples;
    const struct builder_text *sample; /* the fields of the first row, NULL: no row */
    size_t sample_count;
    size_t bare_figure;      /* see struct bare */
    bool is_undated;         /* nothing tells the period */
    struct column_use *uses; /* by column */
    size_t column_count;
    struct table_dimension dimension[DIMENSION_MAX];
    size_t reporter; /* its dimension; SIZE_MAX: none */
    int year_column;
    int month_column;
    int period_column;
    int flow_column;
    int flag_column;
    int confidentiality_column;
    int value_column;
    int action_column;
    int unit_column;
    int scale_column;
    int level_column;
    int parent_column;
    int only_column;
    const char *only;                  /* the word there of the rows that are read */
    struct builder_text stated_period; /* before the head; length 0: none */
    const char *flow;       /* the measure of values without a column of flows */
    const char *named_flow; /* of all files so far, by their names; NULL: none */
    bool has_named_flows;   /* they tell which file has exports, and which imports */
    size_t wide_count;      /* columns of ROLE_AT_PERIOD */
    struct table_wide wide;
    struct table_foot foot;
    struct unit row_unit;    /* of the row that is read; UNIT_NONE: the measure's */
    int row_scale;           /* power of ten on top of the measure's */
    size_t other_flow_count; /* rows of flows that nobody asked for */
    struct unit value_unit;
    struct unit first_value_unit; /* of the first of several files */
    struct decimal_signs *signs;  /* what points and commas mean, in all files */
    struct decimal_signs own_signs;
    bool points_may_part; /* thousands, where nothing says that they are decimal */
    bool has_open_points; /* the first rows have such, and nothing says it */
    bool has_unsaid_unit;
    bool is_at_notes;   /* behind the row that they begin at */
    bool is_own;        /* some column is called so by a file of ours */
    bool is_row_by_row; /* see struct load_limits */
    size_t threads;     /* likewise */
    size_t row_count;
    size_t observations_before;   /* of other files */
    bool has_room;                /* for as many as are likely to come */
    size_t row_line;              /* of the row that is read */
    const struct table_row *row;  /* that */
    struct builder_text cut_flag; /* behind the figure that is read */
    struct builder_text mark;     /* behind the period of the row */
    size_t refused_count;
    size_t unreadable_count; /* figures of rows that were not refused */
    size_t given_count;      /* observations that the builder was given */
    size_t deleted_count;    /* rows of SDMX that delete */
    size_t attribute_count;  /* rows of SDMX without figures */
    struct table_dates dates;
    struct table_places places;
    struct table_stated *stated; /* of the year to date, for the whole */
    size_t stated_count;
    bool has_stated;            /* some column has it */
    bool is_fiscal;             /* the years of its rows end in the next */
    bool has_fiscal;            /* and that was said */
    const char *last_unit_text; /* of the row before */
    struct unit last_unit;
    int unit_shift;    /* tens from the row's unit to the measure's */
    char scratch[128]; /* a period or a number, put together */
    char written[128]; /* a number without what people write around it */
    char shifted[160]; /* a number with its power of ten */
};

/* Reads a whole table into the builder, whatever its rows come from; false after
 * reporting why it cannot (table_format.c). *state is NULL for the first of several
 * files; table_finish() is due after the last. */
bool table_read_from(struct table *table, const char *name,
                     const struct load_limits *limits, struct builder *builder,
                     struct table_reader **state);

/* Tells the dataset what its columns were taken for, the same once the first file's
 * values have turned out to be of a flow, and the builder which columns are not read
 * and may tell rows apart (table_understood.c). */
void table_say_understood(struct table_reader *reader);
void table_say_renamed(struct table_reader *reader, const char *flow);
void table_say_hidden(struct table_reader *reader);

/* What formats of tables keep from file to file begins with the reader. */
struct table_files {
    struct table_reader *reader;
};

/* Tells the builder when the file was released, if that is said (table_release.c). */
void table_take_release(struct table_reader *reader);
void table_take_release_of(struct table_reader *reader, const char *footer);

/* Of SDMX (table_sdmx.c): whether a column that no rule knows is a dimension. */
bool table_sdmx_is_dimension(const struct table_reader *reader, size_t column);
/* With labels by name each column of a component is followed by one of its names, which
 * is no column of its own. */
void table_sdmx_skip_labels(struct table_reader *reader);
bool table_sdmx_has_label(const struct table_reader *reader, size_t column);
/* What the row does; ROW_ADDS where no column says it. */
enum row_action table_action_of(const struct table_reader *reader,
                                const struct table_row *row);
/* Gives the builder what the row deletes of the rows before it, if there is any. */
void table_delete(struct table_reader *reader, const struct table_row *row);
/* Report why there is nothing to show, and return false. */
bool table_sdmx_say_deleted(struct table_reader *reader);
bool table_sdmx_say_lacking(struct table_reader *reader);
/* Says how many rows had no figures, and why. */
void table_sdmx_say_left(const struct table_reader *reader);

/* Product codes (table_codes.c): the level of a code, "chapter" of "01", or NULL; the
 * levels by number, then NULL; the member that a code is below, or DICT_NONE. */
enum code_system { CODES_HS, CODES_HS_CUT, CODES_SITC };
enum code_system table_code_system(const struct table_reader *reader);
/* CODES_HS_CUT where codes of the Harmonized System, which have an even number of
 * digits, lost the zero in front of some, and none has kept it; else CODES_HS. */
enum code_system table_codes_without_zeros(const struct dimension *dimension);
const char *table_code_level(enum code_system system, const char *code);
const char *table_code_level_at(enum code_system system, size_t number);
uint32_t table_code_parent(enum code_system system, const struct dimension *dimension,
                           const char *code);
/* Whether the codes of a dimension, of which nothing says that they are of that system,
 * tell their hierarchy too. Where figures contradict, they are taken apart. */
bool table_find_digits(struct table_reader *reader, size_t number);

/* Marks where products change classification (table_vintages.c). */
void table_find_breaks(struct table_reader *reader);

bool table_finish(void *files);

/* Names of members (table_naming.c): whether a rule is of them, whether a column can be
 * the name that its rule says, and that it is. */
bool table_is_name(enum role role);
bool table_may_name(const struct table_reader *reader, const struct layout_rule *rule,
                    size_t column);
void table_take_name(struct table_reader *reader, size_t column,
                     const struct layout_rule *rule);
/* Codes that have no other name, and are names by their heading, are their own. */
void table_name_by_codes(struct table_reader *reader);
/* Whether the first rows must be seen to tell a name from something else. */
bool table_names_are_doubtful(const struct table_reader *reader);

/* Up to so many of the next rows, copied. */
struct table_samples table_samples_read(struct table *table, size_t max,
                                        struct arena *arena);
struct bare table_bare_look(const struct headings *headings,
                            const struct table_samples *samples);
/* Whether a point in its numbers may part thousands, so that samples are wanted
 * (table_points.c); looks at those of columns of figures, and settles or leaves open
 * what points mean. */
bool table_points_are_doubtful(const struct table_reader *reader);
void table_look_at_points(struct table_reader *reader);
/* Whether it can be read at all. */
bool table_bare_is_good(const struct bare *bare);
/* Whether the reader's table may be such a one. */
bool table_bare_is_likely(const struct table_reader *reader);
/* Both, for a table that stands behind its head. */
bool table_bare_fits(const struct headings *headings, struct table *table,
                     struct arena *arena);
/* The same for the reader's; false after reporting which columns lack. */
bool table_bare_settle(struct table_reader *reader);
/* Whether the answer is "period==2024" or "flow==exports": no column, but what all rows
 * are of. */
bool table_is_stated(const struct headings *headings, const struct load_map *map);
/* Such an answer; NULL: there is none. */
const struct load_map *table_find_stated(const struct table_reader *reader,
                                         enum role role);
/* The flow of values that no column tells (table_flow.c), "value" when nothing does;
 * false after reporting that the answer cannot be, or that some files say it only. */
bool table_settle_flow(struct table_reader *reader);
/* The only flow that a title names; NULL: none. */
const char *table_flow_of_title(const char *preamble);
/* What all rows are of, where no column tells it: the answer, or a period that is not
 * said. False after reporting that the answer cannot be. */
bool table_settle_undated(struct table_reader *reader);
/* Whether a column of such a table has codes that are whole numbers. */
bool table_bare_is_code(const struct table_reader *reader, size_t column);
/* Says what was taken for granted. */
void table_say_bare(struct table_reader *reader);

/* The head among the first rows, behind which the table then stands, and its layout;
 * what was answered may make a plain table of one that no layout knows. NULL where none
 * is: the headings are then those of the first of the widest rows (table_head.c). */
const struct layout_ops *table_find_head(struct table *table, struct headings *headings,
                                         size_t *line,
                                         const struct load_answers *answers,
                                         struct arena *arena);

/* The row behind, which stays to be read; false when there is none at hand. */
bool table_peek(struct table *table, struct headings *next, struct arena *arena);
/* Reads the next row if it has the units of columns, which *here has then, too
 * (table_unit_row.c). */
void table_take_unit_row(struct table *table, const struct layout_ops *layout,
                         struct headings *here, struct arena *arena);

/* Without a byte order mark, and quotes that stood behind it. */
struct builder_text table_without_mark(struct builder_text text);
/* The row as headings, in the arena. */
struct headings table_headings(const struct table_row *row, struct arena *arena);

/* The first name of a member stays. */
void table_keep_name(struct table_reader *reader, struct table_names *names,
                     uint32_t member, struct builder_text name);
const char *table_name_of(const struct table_names *names, uint32_t member);

/* Keeps what the row says of a partner among continents (table_places.c). `level` and
 * `parent` are the row's, empty where it says neither. */
void table_place_member(struct table_reader *reader, size_t dimension, uint32_t member,
                        struct builder_text level, struct builder_text parent);
/* NULL: the dimension has no such list. */
const struct table_place *table_place_of(const struct table_reader *reader,
                                         size_t dimension, uint32_t member);
void table_places_forget(struct table_reader *reader);
/* Keeps what the row, in that period, states of the year to date, if it is of the whole
 * (table_stated.c). */
void table_keep_stated(struct table_reader *reader, const struct table_row *row,
                       struct builder_text period);
/* Gives the builder the last of every year, each a fact. */
void table_give_stated(struct table_reader *reader);
/* The period and the unit that the rows before the head tell of. */
bool table_period_before(const struct headings *headings, struct builder_text *period,
                         struct arena *arena);
bool table_unit_before(const struct headings *headings, struct unit *unit,
                       struct arena *arena);
/* Takes names from the lists of codes among the files, after the rows; where there are
 * none, from those that the layout has beside its tables. */
void table_take_names(struct table_reader *reader);
enum { NAMES_BYTES_MAX = 16 << 20 };

/* The column that was named in answer, or COLUMN_NONE. */
int table_mapped_column(const struct headings *headings, const struct load_map *map);

/* Whether the first lines have a head that some layout knows. */
bool table_is_certain(const char *head, size_t size);
/* The same, or are a table that none knows, which must be told of as a table. */
bool table_recognises(const char *head, size_t size);
/* What files have alike that may be one dataset; NULL: no layout fits. */
const char *table_key(const char *head, size_t size, struct arena *arena);
/* The same of a head that was found (table_key.c). */
const char *table_key_of(const struct layout_ops *layout,
                         const struct headings *headings, struct arena *arena);

/* Reports what the table is, or what lacks among its columns; returns false. */
bool table_say_unknown(const struct table_reader *reader);
/* The same of a column that --map names and the table has not. */
bool table_say_no_column(const struct table_reader *reader, const struct load_map *map);

/* Decides what each column is and declares dimensions and measures; false after
 * reporting what lacks. */
bool table_plan_columns(struct table_reader *reader);

/* Whether a further file's columns are of the same dimensions and units as the first
 * one's; false after reporting what differs. */
bool table_fits_first(struct table_reader *reader);
/* What figures of no known unit are said to be in. */
extern const struct unit table_unit_unsaid;

bool table_rule_fits(struct table_reader *reader, const struct layout_rule *rule,
                     size_t column);
/* Decides what the columns are that no rule knows (table_others.c). */
void table_take_others(struct table_reader *reader);

/* The dimension whose names stand in the column, SIZE_MAX: none. */
size_t table_named_by(const struct table_reader *reader, size_t column);

/* The unit of a column's figures: as answered, the layout's, the heading's; UNIT_NONE.
 */
struct unit table_unit_of(const struct table_reader *reader, size_t column);
/* The same without the answer. */
struct unit table_stated_unit(const struct table_reader *reader, size_t column);
/* Whether figures stand in the column (table_units.c). */
bool table_is_of_figures(const struct table_reader *reader, size_t column);
bool table_same_unit(struct unit a, struct unit b);
/* Whether the answer goes with what the table states; false after reporting that it
 * does not (table_units.c). */
bool table_check_unit(const struct table_reader *reader);
/* The unit of the dataset; none is guessed: figures without one are shown so. */
void table_settle_units(struct table_reader *reader);
/* The values are in what the flow of the first rows says, where nothing else does. */
void table_settle_flow_unit(struct table_reader *reader);

/* The dimension of this id, declared when it is new; SIZE_MAX after a mistake. */
size_t table_dimension(struct table_reader *reader, const char *id, size_t column);

/* A period as tables write it, without what stands behind: "2010 [YR2010]" is 2010. */
struct builder_text table_period_text(struct builder_text text);
/* The same, and what is said of it behind: "2023 (p)". */
struct builder_text table_marked_period(struct builder_text text,
                                        struct builder_text *mark);

/* "A: Value A" as the code and what follows it, when the layout has such labels. */
struct builder_text table_label_code(const struct table_reader *reader,
                                     struct builder_text text);
struct builder_text table_label_name(const struct table_reader *reader,
                                     struct builder_text text);

/* Whether the row is a remark that the layout knows, which the dataset keeps. */
bool table_is_footer(struct table_reader *reader, const struct table_row *row);
/* A copy, since the fields of a row are gone with the next one (table_wide.c). */
struct table_row table_keep_row(const struct table_row *row, struct arena *arena);
/* Whether some row that was read has a figure in that period (table_sdmx.c). */
bool table_is_known_period(const struct table_reader *reader, struct builder_text text);
/* Whether the row may be a line below the figures; it is kept then until a row follows,
 * or none does and it is a note of the dataset. */
bool table_foot_waits(struct table_reader *reader, const struct table_row *row);
void table_foot_end(struct table_reader *reader);

/* Reads all rows into the builder; one that cannot be understood is left out. */
void table_read_rows(struct table_reader *reader);
/* After a row: makes room for those that are still to come, once there are some. */
void table_make_room(struct table_reader *reader);
void table_say_cut(struct table_reader *reader, size_t rows_before);

/* Reads as many of the next rows as are straight (straight.h); the others are
 * table_next()'s. Opened once the columns are planned. */
struct table_straight *table_straight_open(struct table_reader *reader);
void table_straight_rows(struct table_straight *straight);
/* Due behind the last row, before the dataset is looked at. */
void table_straight_end(struct table_straight *straight);

/* Names, parents and levels of the members; dimensions with one member go. */
void table_finish_members(struct table_reader *reader);

/* Whether a dimension's members are parts of a whole, by what is known of its column
 * (table_adds.c). */
bool table_adds(const struct table_reader *reader, size_t dimension);

/* The measure of this id, declared when it is new; SIZE_MAX after a mistake. */
size_t table_measure(struct table_reader *reader, const char *id, struct unit unit);

/* The measure that a word for a flow means; NULL: none. */
const char *table_flow_id(const struct table_reader *reader, struct builder_text word);
const struct layout_flow *table_flow_of(const struct table_reader *reader,
                                        struct builder_text word);
/* In letters; what is no flag is a remark (table_status.c). */
void table_give_flag(struct table_reader *reader, size_t measure,
                     struct builder_text text);

/* Counts the row as left out and says why; false. */
bool table_refuse(struct table_reader *reader, struct source_pos at, const char *words,
                  struct builder_text text);
/* The field in the column, empty where there is none. */
struct builder_text table_field(const struct table_row *row, int column);
/* The period of the row; it may be in reader->scratch. */
struct builder_text table_row_period(struct table_reader *reader,
                                     const struct table_row *row);

/* Whether a year is written with the one that it ends in, "2008-09" or "2008/2009"; of
 * a column of years the first rows decide, since one such may be a month. */
bool table_is_fiscal(struct builder_text text);
bool table_has_fiscal_years(const struct table_reader *reader);
/* Whether the first row has one, so that more must be seen. */
bool table_years_are_doubtful(const struct table_reader *reader);
/* Says, once, by which of its years one is shown. */
void table_note_fiscal(struct table_reader *reader, struct builder_text year);
/* Whether all headings that are periods are such years, and there are several: as
 * months they would be thirteen months apart. */
bool table_has_fiscal_headings(const struct headings *headings);

/* Names of series (table_series.c): the measure that one is of, NULL for others, and
 * the unit that all of the first rows' tell; UNIT_NONE: none, or not one. */
const char *table_series_flow(struct builder_text name);
struct unit table_series_unit(struct table_reader *reader);

/* Whether the row is of a unit that is left out, or of words on the figures of another
 * row (table_row_units.c). */
bool table_is_of_others(const struct table_reader *reader, const struct table_row *row);

/* The unit and the power of ten that the row tells of (table_row_units.c); false after
 * reporting that they are not known. */
bool table_read_row_unit(struct table_reader *reader, const struct table_row *row);
/* Whether it is a power of a thousand: in a table of any kind 1 may be a factor. */
bool table_is_scale(struct builder_text text);
/* Whether a power of ten of each row is one of its figures; else the column says
 * nothing. */
void table_settle_scale(struct table_reader *reader);
/* Whether it is a table that is no publisher's. */
bool table_is_plain(const struct table_reader *reader);
/* The measure of this id in the row's unit; another currency has one of its own. */
size_t table_row_measure(struct table_reader *reader, const char *id, struct unit unit);

#endif
