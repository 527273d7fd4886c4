/*
 * What headings and words for flows mean in a table that is no publisher's.
 */
#ifndef CORE_LOAD_LAYOUT_PLAIN_RULES_H
#define CORE_LOAD_LAYOUT_PLAIN_RULES_H

#include "core/load/layout.h"

extern const struct layout_rule layout_plain_rules[];
extern const struct layout_flow layout_plain_flows[];

#endif
