/*
 * JSON records: the rows of a list of objects, or of a list of lists, as table rows.
 *
 * One object after the other without a list round them (JSON lines) are records too.
 * Else the list is looked for anywhere in the document: {"count": 2, "data": [{...},
 * {...}]} and [["time", "value"], ["2024", "1"]] have one each. The keys of the first
 * records are the headings; what is nested is called by the way to it, "country.id". A
 * list inside a record is no part of the table. Only one record is in memory.
 */
#ifndef CORE_LOAD_JSON_RECORDS_H
#define CORE_LOAD_JSON_RECORDS_H

#include "core/load/load.h"
#include "core/load/table.h"

struct json_records; /* made by json_records_open() */

/* Memory is the arena's, but for what json_records_close() frees. */
struct json_records *json_records_open(struct bytes *bytes,
                                       const struct load_limits *limits,
                                       struct arena *arena, struct diag_list *diags);
void json_records_close(struct json_records *records);

/* The headings first, then the records, in the order of the file. Numbers are as they
 * are written, null is an empty field. */
struct table_source json_records_source(struct json_records *records);

#endif
