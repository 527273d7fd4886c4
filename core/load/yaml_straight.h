/*
 * Straight rows of YAML (straight.h): rows of `observations` that stand on one line
 * each, as the row before them does.
 *
 * libyaml has the line after the row that was just read, and no more. When that line
 * is straight, those behind it that are too never reach libyaml: they are read into a
 * block at once, which is added as soon as libyaml's row is done. The first line that
 * is not straight is the next one that libyaml gets.
 */
#ifndef CORE_LOAD_YAML_STRAIGHT_H
#define CORE_LOAD_YAML_STRAIGHT_H

#include "core/load/yaml_reader.h"

struct yaml_straight;

/* Before the first row; NULL when the limits leave no room for this. */
struct yaml_straight *yaml_straight_open(struct reader *reader,
                                         const struct load_limits *limits);
/* After a row that began at `at`, on libyaml's line `line`, and whose last node is the
 * current one. NULL is harmless. */
void yaml_straight_after(struct yaml_straight *straight, struct source_pos at,
                         size_t line);

#endif
