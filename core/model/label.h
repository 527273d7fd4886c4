/*
 * Labels: one text, or one per language.
 *
 * A label is a list of (language, text) pairs in the order of the file. Text
 * without a language (`title: Trade`) has the language "". All memory is the
 * dataset's. Text is as written in the file: clean it on the way out (text.h).
 */
#ifndef CORE_MODEL_LABEL_H
#define CORE_MODEL_LABEL_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct label_text {
    struct label_text *next;
    const char *language; /* "en", "zh", ...; "" for any */
    const char *text;
};

/* {NULL} is the empty label. */
struct label {
    struct label_text *first;
};

void label_add(struct label *label, struct arena *arena, const char *language,
               const char *text);

/* The text in `language`, else the one for any language, else English, else the
 * first; NULL only when the label is empty. */
const char *label_pick(const struct label *label, const char *language);

/* The text in `language`, which may be more exact than the file ("zh_CN" for "zh"), or
 * NULL. */
const char *label_in(const struct label *label, const char *language);

bool label_is_empty(const struct label *label);

#endif
