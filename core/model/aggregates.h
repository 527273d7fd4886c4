/*
 * Aggregates: totals and blocs that stand in a list like any other member.
 *
 * Most downloads put "World" and "European Union" among the countries. Where the file
 * says nothing of such a member (no level, parent or group, no `parts:` nor `total:`)
 * the builder takes it for what its name or code says (places.h):
 *
 * - a total becomes the parent of all members that have none, on a level of its own on
 *   top, so it is the published total and never a part;
 * - a bloc becomes a group, which overlaps and enters no sum, when a country that
 *   belongs to it stands beside it, or their parent where the list has no total and
 *   lacks some of it; alone it is a part like others, and of blocs that overlap those
 *   that hold most together are parts (aggregates_blocs.c);
 * - a subtotal, "of which" or "Top 10" becomes a group (aggregates_subtotals.c).
 *
 * The figures may contradict: where a total or a bloc is smaller than the largest of
 * what it should hold in as many cases as not, it stays a part, and the audit says so;
 * but for blocs among reporters, which may leave out the trade among their members.
 * Compared are exports and imports, else the first measure that is no percentage.
 *
 * Which totals are looked for in dimensions of places and in others, and which
 * dimensions are of places, is told by dimension_is_of_places() and places.h.
 */
#ifndef CORE_MODEL_AGGREGATES_H
#define CORE_MODEL_AGGREGATES_H

#include "core/model/dataset.h"

/* Whether the dimension's id says that its members are countries: partner, reporter,
 * origin, destination, country, region. */
bool dimension_is_of_places(const struct dimension *dimension);

/* In a sentence, what the member was taken for and by what, and what to write into the
 * file to have it otherwise; NULL for TAKEN_AS_SAID. */
const char *aggregate_words(const struct dimension *dimension, uint32_t member,
                            const char *language, struct arena *arena);
const char *aggregate_advice(const struct dimension *dimension, uint32_t member,
                             struct arena *arena);

#endif
