/*
 * Systems of product codes whose digits tell the hierarchy: the Harmonized System, two
 * digits a level, and the Standard International Trade Classification, one a level.
 */
#include "core/base/code.h"
#include "core/load/table_reader.h"

#include <string.h>

enum { LEVELS_MAX = 5 };

static const struct {
    size_t step;      /* digits of a level */
    bool lacks_zeros; /* 101 is 0101: as numbers they lost a zero in front */
    const char *level[LEVELS_MAX];
} systems[] = {
    [CODES_HS] = {2, false, {"chapter", "heading", "subheading", "line", "line10"}},
    [CODES_HS_CUT] = {2, true, {"chapter", "heading", "subheading", "line", "line10"}},
    [CODES_SITC] = {1, false, {"section", "division", "group", "subgroup", "item"}},
};

const char *table_code_level(enum code_system system, const char *code)
{
    size_t length = strlen(code);
    size_t step = systems[system].step;

    if (systems[system].lacks_zeros)
        length += length % step;
    if (!code_is_digits(code) || length % step || length / step > LEVELS_MAX)
        return NULL;
    return systems[system].level[length / step - 1];
}

const char *table_code_level_at(enum code_system system, size_t number)
{
    return number < LEVELS_MAX ? systems[system].level[number] : NULL;
}

uint32_t table_code_parent(enum code_system system, const struct dimension *dimension,
                           const char *code)
{
    size_t step = systems[system].step;
    uint32_t parent = DICT_NONE;

    if (!table_code_level(system, code))
        return DICT_NONE;
    for (size_t length = strlen(code); length > step && parent == DICT_NONE;) {
        length -= step;
        parent = dict_find(&dimension->codes, code, length);
    }
    return parent;
}

enum code_system table_codes_without_zeros(const struct dimension *dimension)
{
    bool has_odd = false;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const char *code = dimension->members[i].code;
        /* With one that has its zero, the others did not lose theirs. */
        if (*code == '0')
            return CODES_HS;
        has_odd = has_odd || (code_is_digits(code) && strlen(code) % 2);
    }
    return has_odd ? CODES_HS_CUT : CODES_HS;
}

/* "S3", "ST" of UN Comtrade, in every row that tells its classification. */
enum code_system table_code_system(const struct table_reader *reader)
{
    const struct dict *vintages = &reader->dataset->texts[ATTRIBUTE_VINTAGE];
    uint32_t count = 0;

    if (!reader->layout->has_classification)
        return CODES_HS;
    for (uint32_t i = 0; i < vintages->count; i++) {
        const char *text = vintages->text[i];
        if (!*text)
            continue;
        if (*text != 'S' || strlen(text) != 2)
            return CODES_HS;
        count++;
    }
    return count ? CODES_SITC : CODES_HS;
}
