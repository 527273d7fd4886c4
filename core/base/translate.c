#include "core/base/translate.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CONTEXT_END = 4, /* between a context and its text, as gettext has it */
    KEY_MAX = 512
};

/* Atomic, since a thread may be putting a message together. */
static _Atomic(const struct catalogue *) in_force;

/* The whole of a .mo file is words of four bytes and texts that end in a NUL. */
static size_t word_at(const struct catalogue *catalogue, size_t place)
{
    const unsigned char *byte = catalogue->bytes + place;

    return (size_t)byte[0] | (size_t)byte[1] << 8 | (size_t)byte[2] << 16 |
           (size_t)byte[3] << 24;
}

/* Number `i` of the texts whose list begins at the place that is said at `list`. */
static const char *text_at(const struct catalogue *catalogue, size_t list, size_t i)
{
    size_t entry = word_at(catalogue, list) + 8 * i;

    return (const char *)catalogue->bytes + word_at(catalogue, entry + 4);
}

/* The texts are in the order of their bytes; NULL when it is not among them. */
static const char *look_up(const struct catalogue *catalogue, const char *key)
{
    enum { COUNT = 8, ORIGINALS = 12, TRANSLATIONS = 16 };
    size_t begin = 0;
    size_t end = word_at(catalogue, COUNT);

    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        int order = strcmp(key, text_at(catalogue, ORIGINALS, middle));
        if (order == 0)
            return text_at(catalogue, TRANSLATIONS, middle);
        if (order < 0)
            end = middle;
        else
            begin = middle + 1;
    }
    return NULL;
}

/* zh is zh_CN for want of a better one. */
static bool is_in(const char *catalogue, const char *language)
{
    size_t length = strcspn(language, "_-.@:");

    return length && strncmp(catalogue, language, length) == 0 &&
           (catalogue[length] == '\0' || catalogue[length] == '_');
}

static const struct catalogue *catalogue_of(const char *language)
{
    const struct catalogue *similar = NULL;

    if (!language)
        return NULL;
    for (const struct catalogue *one = catalogues; one->language; one++) {
        if (strncmp(one->language, language, strcspn(language, ".@:")) == 0 &&
            strlen(one->language) == strcspn(language, ".@:"))
            return one;
        if (!similar && is_in(one->language, language))
            similar = one;
    }
    return similar;
}

void translate_use(const char *language)
{
    atomic_store(&in_force, catalogue_of(language));
}

bool translate_has(const char *language)
{
    return catalogue_of(language) != NULL;
}

const char *translate_after(const char *language)
{
    const struct catalogue *now = catalogue_of(language);

    if (now)
        return now[1].language ? now[1].primary : "en";
    return catalogues[0].language ? catalogues[0].primary : "en";
}

const char *translate(const char *text)
{
    const struct catalogue *catalogue = atomic_load(&in_force);
    const char *found = catalogue && text && *text ? look_up(catalogue, text) : NULL;

    return found ? found : text;
}

const char *translate_in(const char *context, const char *text)
{
    const struct catalogue *catalogue = atomic_load(&in_force);
    char key[KEY_MAX];
    const char *found = NULL;

    if (catalogue && snprintf(key, sizeof(key), "%s%c%s", context, CONTEXT_END, text) <
                         (int)sizeof(key))
        found = look_up(catalogue, key);
    return found ? found : text;
}

/* What the head of the catalogue says after plural=, or "0". */
static const char *plural_expression(const struct catalogue *catalogue)
{
    static const char name[] = "plural=";
    const char *head = look_up(catalogue, "");
    const char *found = head ? strstr(head, "nplurals=") : NULL;

    found = found ? strstr(found + sizeof("nplurals=") - 1, name) : NULL;
    return found ? found + sizeof(name) - 1 : "0";
}

const char *translate_plural(const char *one, const char *many, unsigned long count)
{
    const struct catalogue *catalogue = atomic_load(&in_force);
    const char *form = catalogue ? look_up(catalogue, one) : NULL;

    if (!form)
        return count == 1 ? one : many;
    for (unsigned long i = plural_form(plural_expression(catalogue), count); i > 0; i--)
        form += strlen(form) + 1;
    return form;
}
