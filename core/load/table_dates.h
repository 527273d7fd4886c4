/*
 * Dates of tables: which of day and month comes first in 1/2/2023, as far as the column
 * shows it; and first days that stand for longer periods.
 */
#ifndef CORE_LOAD_TABLE_DATES_H
#define CORE_LOAD_TABLE_DATES_H

#include "core/load/load.h"

struct table_reader;

/* Dates whose parts are apart by slashes (table_dates.c). */
struct table_dates {
    enum date_order order; /* that was answered, or that some date shows */
    bool is_answered;
    bool has_others;         /* dates that are written otherwise */
    bool is_contradicted;    /* and that was said */
    const char *shown;       /* the date that shows the order */
    const char *open;        /* the first that does not; NULL: none */
    struct source_pos where; /* of that */
};

/* Dates that are all the first of a month are months, and likewise quarters and years.
 * False after reporting that nothing tells whether they begin with the day. */
bool table_settle_dates(struct table_reader *reader);
/* "13/01/2023", "1/31/2023": false where it is no date, or none in the order of others.
 */
bool table_read_date(struct table_reader *reader, struct builder_text text,
                     struct period *period);
#endif
