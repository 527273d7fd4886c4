/*
 * Data files of a dataset: `data: trade.csv` in a file of ours, with what the table
 * leaves open beside it (map, decimal, encoding). What the YAML declares holds: columns
 * called like its dimensions and measures are those.
 */
#ifndef CORE_LOAD_YAML_DATA_H
#define CORE_LOAD_YAML_DATA_H

#include "core/load/format.h"
#include "core/load/paths.h"
#include "core/load/source.h"
#include "core/load/yaml_reader.h"

/* What is read beside the YAML; it outlives a jump when memory runs out. */
struct yaml_data {
    struct paths names; /* of the files, in the order of the YAML */
    struct load_answers answers;
    struct load_limits limits; /* with those */
    struct source *source;
    const struct format_ops *format;
    void *state; /* the format's */
};

/* Reads the files, if there are any, once all of the YAML is read; false after
 * reporting what is wrong with them. */
bool yaml_data_read(struct reader *reader, const char *yaml_name);
void yaml_data_close(struct yaml_data *data);

/* One top-level key each. */
void read_data(struct reader *reader, void *unused);
void read_map(struct reader *reader, void *unused);
void read_decimal(struct reader *reader, void *unused);
void read_repeats(struct reader *reader, void *unused);
void read_periods(struct reader *reader, void *unused);
void read_dates(struct reader *reader, void *unused);
void read_encoding(struct reader *reader, void *unused);

#endif
