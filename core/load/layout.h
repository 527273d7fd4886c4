/*
 * Layouts: what the columns of a publisher's table mean, one file and one line each.
 *
 * A layout is mostly a table of headings: this one is the period, that one the
 * partner's code. The row driver (table_rows.c) does the rest, the same for all.
 */
#ifndef CORE_LOAD_LAYOUT_H
#define CORE_LOAD_LAYOUT_H

#include "core/load/table.h"
#include "core/model/builder.h"

/* name of the ops table layout_NAME, in the order in which they are asked */
/* clang-format off */
#define LAYOUTS(X) \
    X(comtrade) \
    X(comtrade_legacy) \
    X(undata) \
    X(baci) \
    X(sdmx) \
    X(comext) \
    X(comext_old) \
    X(wto) \
    X(imf) \
    X(imf_panel) \
    X(imf_wide) \
    X(itpde) \
    X(wdi) \
    X(databank) \
    X(trademap_exports) \
    X(trademap_imports) \
    X(trademap_exports_indicators) \
    X(trademap_imports_indicators) \
    X(trademap_bilateral) \
    X(wits) \
    X(wits_summary) \
    X(eurostat) \
    X(census) \
    X(census_web) \
    X(transborder) \
    X(comexstat) \
    X(hmrc) \
    X(statcan) \
    X(unctad) \
    X(faostat) \
    X(faostat_total) \
    X(statsnz) \
    X(gacc_first) \
    X(gacc) \
    X(gacc_ytd) \
    X(kosis) \
    X(japan) \
    X(atlas) \
    X(owid) \
    X(plain) \
    X(wide) \
    X(year_parts) \
    X(series) \
    X(flow_periods) \
    X(bare)
/* clang-format on */

enum role {
    ROLE_NONE,     /* no rule knows it */
    ROLE_SKIP,     /* known, and not read */
    ROLE_ONLY,     /* a word: rows with another than the rule's are left out */
    ROLE_PERIOD,   /* any spelling of period.h */
    ROLE_YEAR,     /* with ROLE_MONTH beside it */
    ROLE_MONTH,    /* 1 to 12, or the name; 52 and empty: the whole year */
    ROLE_QUARTER,  /* in place of a month: 1 to 4, Q1 to Q4; empty: the whole year */
    ROLE_FLOW,     /* says which measure ROLE_VALUE is of */
    ROLE_VALUE,    /* the figure, with ROLE_FLOW beside it */
    ROLE_FIGURE,   /* the figure of the measure that the rule names */
    ROLE_YTD,      /* the same of the year up to the period: stated, and not added up */
    ROLE_CODE,     /* of a member of the dimension that the rule names */
    ROLE_NAME,     /* its name, in the language that the rule names */
    ROLE_REPORTER, /* code of the reporter: a dimension when there are several */
    ROLE_REPORTER_NAME,
    ROLE_LEVEL,  /* what a partner is: total, continent, bloc, residual, ... */
    ROLE_PARENT, /* the continent of a partner */
    ROLE_ACTION, /* of SDMX: rows of D delete what was sent before, and say nothing */
    ROLE_UNIT,   /* a currency, perhaps with a power of ten, of each row */
    ROLE_SCALE,  /* the power of ten of each row: UNIT_MULT of SDMX */
    ROLE_AT_PERIOD, /* the figure of the period that the heading names */
    ROLE_FLAG,
    ROLE_CONFIDENTIALITY, /* of SDMX: why there is no figure; F is free */
    ROLE_REMARK,
    ROLE_VINTAGE
};

/* One heading. Rules are asked in their order; the first whose heading is the column's
 * takes it, and no other rule gives the same thing again. */
struct layout_rule {
    const char *heading; /* letters and digits alone count, in lower case and without
                            accents; '*' ends what goes on in any way */
    enum role role;
    const char *of;       /* dimension or measure; NULL for other roles */
    const char *whole;    /* of a dimension: the code of its total; NULL: none */
    bool is_hs;           /* of a dimension: the parent of "0101" is "01" */
    bool is_nested;       /* of a dimension: the parent of "AGFO" is "AG" */
    const char *language; /* of a name: "zh"; NULL: none in particular */
    const char *beside;   /* only where a heading begins so, too; NULL: anywhere */
    bool may_be_empty;    /* of a dimension: no code means the whole */
    /* Of a dimension: whether a member is a group, which overlaps with others, by its
     * code. NULL: what members are called says so. */
    bool (*is_group)(const struct dimension *dimension, const char *code);
    const char *only; /* of ROLE_ONLY: the word; case makes no difference */
    /* Of a name: only where, in the first rows, each code has one and each has one
     * code.
     */
    bool is_doubtful;
    bool is_by_rows; /* only where the first rows have a flow, or a unit, that is known
                      */
};

/* What a status says of a figure that is not there, or of a zero. */
struct layout_status {
    char letter; /* among those of the flag; '\0': of no more */
    bool is_of_zero;
    const char
        *absence; /* the word for it that the builder knows: "c", "-", "<", "~" */
};

struct headings;

/* Whether a heading is the rule's; figures may tell their unit behind. */
bool rule_fits(const struct layout_rule *rule, const struct headings *headings,
               size_t column);

/* What a flow is called in the file, and the measure that it is. */
struct layout_flow {
    const char *word;
    const char *measure;
};

/* A file's headings, as the layouts are asked about them. */
struct headings {
    const struct builder_text *text;
    const char **folded; /* letters and digits alone, lower case */
    const char **bare;   /* the same without the words of a unit: "exports" */
    size_t count;
    const char *preamble; /* the rows before them, a line each; NULL: none */
    const char *title;    /* the first of these that is a text alone; NULL: none */
};

struct layout_ops {
    const char *name;  /* "UN Comtrade" */
    const char *title; /* of the dataset */
    const char *publisher;
    const char *note; /* what must be known of columns as the rules take them; NULL */
    /* Whether these are the headings of such a table. */
    bool (*recognises)(const struct headings *headings);
    /* For headings that any table may have: whether the first row is of such a table
     * too; NULL: the headings say enough. */
    bool (*fits_row)(const struct headings *headings, const struct builder_text *fields,
                     size_t count);
    const struct layout_rule *rules; /* ended by a heading of NULL */
    const struct layout_flow *flows; /* ended by a word of NULL; NULL: none */
    /* How the names of lists of codes begin that lie beside a table; ended by NULL. */
    const char *const *lists;
    const struct layout_status *statuses; /* ended by a letter of '\0'; NULL: none */
    bool has_normal_status;               /* A is said of figures like any other */
    struct unit unit;                     /* UNIT_NONE: the headings say it */
    /* The file does not say that unit: the publisher's tables are in it. */
    bool has_usual_unit;
    /* How the last rows begin, which are remarks and no figures; ended by NULL. */
    const char *const *footers;
    /* The first field of the row behind which numbers and notes stand; NULL: none. */
    const char *notes_head;
    bool names_tell_flow;    /* the names of the publisher's files say their flow */
    bool is_ytd;             /* figures are of the year up to the end of their period */
    bool has_classification; /* the vintage is that of product codes: "H4" */
    bool has_period_before;  /* the rows before the head may tell the only period */
    /* The partners are the total, continents, each before its countries, and blocs. */
    bool has_continents;
    /* Headings that no rule knows: periods ("1960", "2010 [YR2010]"), dimensions, or
     * measures, each with its heading as title. */
    bool has_wide_periods;
    bool others_are_dimensions; /* those of text that stand before the first figure */
    bool finds_dimensions;      /* those of text: what would make keys double */
    bool others_are_measures;
    /* Rows of a flow or indicator that `flows` does not know are left out in silence
     * but for their number: a file of many indicators. */
    bool skips_other_flows;
    /* What stands before the period in a heading, and the flow that it says. */
    const char *period_prefix;
    const char *prefix_flow;
    /* Headings of periods say the flow too: by layout_flow_of(), or in a way of its
     * own. */
    bool has_flow_periods;
    const char *(*flow_of)(struct builder_text heading, struct builder_text *period,
                           struct arena *arena);
    /* They are parts of the year of each row (layout_year_part()). */
    bool has_year_parts;
    /* The first column has names of series, of which some are of a flow. */
    bool has_series;
    /* A code that is empty means that the dimension does not apply: "_Z". */
    bool has_empty_codes;
    /* "A: Value A" is the code A with its name, in rows and headings. */
    bool splits_labels;
    enum valuation exports_valuation;
    enum valuation imports_valuation;
};

#define X(name) extern const struct layout_ops layout_##name;
LAYOUTS(X)
#undef X

/* The first column with a heading of these (folded) letters, SIZE_MAX: none. */
size_t headings_find(const struct headings *headings, const char *folded);
bool headings_have(const struct headings *headings, const char *folded);
/* Whether some heading begins with these letters. */
bool headings_begin(const struct headings *headings, const char *folded);

/* The layout that the headings are of, or NULL; those that want to see the first row
 * are not asked. */
const struct layout_ops *layout_of(const struct headings *headings);
/* Which of those it is after all; else `layout` itself. */
const struct layout_ops *layout_of_row(const struct layout_ops *layout,
                                       const struct headings *headings,
                                       const struct builder_text *fields, size_t count);

/* The measure that a text without a period is of, "Total exports (USD bn)"; NULL: none
 * that is known. */
const char *layout_flow_name(struct builder_text name, struct arena *arena);
/* The same of a heading that has one period among its words, and that period. */
const char *layout_flow_of(struct builder_text heading, struct builder_text *period,
                           struct arena *arena);
/* What the column's part of a year is behind the year, "-01" of "Jan"; NULL: it is none
 * of those that are read. */
const char *layout_year_part(const struct headings *headings, size_t column,
                             struct arena *arena);

/* Whether two headings and more are such. */
bool layout_has_flow_periods(const struct headings *headings);

/* Whether two headings and more are periods, of one frequency at least two. */
bool layout_is_wide(const struct headings *headings);

/* Whether a text that nothing calls a period is one: of the years 1800 to 2100. */
bool layout_is_dated(struct builder_text text, struct period *period);
/* Whether a field is a month with that between year and month: "2001.01". */
bool layout_is_month(struct builder_text field, char between);

/* The unit that a heading tells of, as "Exports (million USD)" or "exports_cny_100m";
 * false when it tells none. `code` is stored in the arena. */
bool layout_unit(const char *heading, struct unit *unit, struct arena *arena);
/* Whether the text is a unit and nothing else, but for "in": of money, as layout_unit()
 * has it, or of weight, pieces or percent, for which `unit` says UNIT_NONE. */
bool layout_is_unit(const char *text, struct unit *unit, struct arena *arena);
/* The power of ten alone, as "Exports (million)" tells it; 0: none, or not one. */
int layout_power(const char *heading, struct arena *arena);
/* The heading with blanks where it tells of a currency and a power of ten. */
const char *layout_without_unit(const char *heading, struct arena *arena);

/* What stands below a heading (heading_kind.c). */
enum heading_kind {
    HEADING_AMOUNT,   /* or what else nothing is known of */
    HEADING_PERCENT,  /* shares and growth: never added up */
    HEADING_INDEX,    /* nor these: indices, ratios, figures per head */
    HEADING_COMPUTED, /* from other columns: a balance, a rank */
    HEADING_QUANTITY, /* of weight, or pieces: beside amounts no flow, nor a dimension
                       */
    HEADING_REMARK    /* free text */
};
enum heading_kind heading_kind(struct builder_text heading);

#endif
