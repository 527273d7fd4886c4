/*
 * No data: files that no format knows and that cannot be YAML either, which is what is
 * left. A parser's words for them would be about bytes and keys.
 */
#ifndef CORE_LOAD_NO_DATA_H
#define CORE_LOAD_NO_DATA_H

#include "core/base/arena.h"

#include <stddef.h>

/* Why a file of this name that begins so is no data, for a message; NULL when it may be
 * YAML. A constant, translated. */
const char *no_data_reason(const char *name, const char *head, size_t size);
/* Likewise of JSON that has no records; NULL when it may have some. */
const char *no_data_json_reason(const char *head, size_t size);
/* What a publisher's answer without a list of records says for itself, as its
 * "message"; NULL: nothing. */
const char *no_data_json_message(const char *head, size_t size, struct arena *arena);

#endif
