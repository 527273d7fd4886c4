#include "core/model/label.h"

#include <string.h>

void label_add(struct label *label, struct arena *arena, const char *language,
               const char *text)
{
    struct label_text *added = ARENA_NEW(arena, struct label_text);
    struct label_text **place = &label->first;

    added->language = language;
    added->text = text;
    while (*place)
        place = &(*place)->next;
    *place = added;
}

/* A text in "zh" will do for "zh_CN" and "zh-Hans". */
static bool is_of(const char *language, const char *wanted)
{
    size_t length = strlen(language);

    return strcmp(language, wanted) == 0 ||
           (length && strncmp(language, wanted, length) == 0 &&
            strchr("_-.@:", wanted[length]));
}

const char *label_in(const struct label *label, const char *language)
{
    for (const struct label_text *one = label->first; one; one = one->next)
        if (is_of(one->language, language))
            return one->text;
    return NULL;
}

const char *label_pick(const struct label *label, const char *language)
{
    const char *const wanted[] = {language, "", "en"};

    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        const char *text = label_in(label, wanted[i]);

        if (text)
            return text;
    }
    return label->first ? label->first->text : NULL;
}

bool label_is_empty(const struct label *label)
{
    return !label->first;
}
