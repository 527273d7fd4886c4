/*
 * Words of a filter: the field that one names, and whether a member has them.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/filter_internal.h"
#include "core/query/query.h"

#include <string.h>

/* Fields that every dimension has; then what they are short for. */
static const struct {
    const char *word;
    enum filter_field field;
    bool is_of_periods; /* whether periods have it, too */
} fields[] = {
    {"name", FIELD_NAME, true},      {"code", FIELD_CODE, true},
    {"group", FIELD_GROUP, false},   {"region", FIELD_WITHIN, false},
    {"within", FIELD_WITHIN, false}, {"in", FIELD_WITHIN, false},
};

enum { FIELDS = sizeof(fields) / sizeof(fields[0]) };

bool filter_has(const char *text, const char *word, bool is_anywhere)
{
    for (const char *at = strstr(text, word); at && *word; at = strstr(at + 1, word))
        if (is_anywhere || at == text || at[-1] == ' ' || at[-1] == '-')
            return true;
    return false;
}

size_t filter_fields(const struct dimension *dimension,
                     const char *words[FILTER_FIELD_MAX])
{
    size_t count = 0;

    for (size_t i = 0; dimension && i < dimension->level_count; i++)
        words[count++] = dimension->level[i];
    words[count++] = dimension ? dimension->id : "period";
    for (size_t i = 0; i < FIELDS; i++)
        if (dimension || fields[i].is_of_periods)
            words[count++] = fields[i].word;
    return count;
}

static bool fail_unknown(const struct filter_reading *reading, const char *word,
                         struct filter_test *test)
{
    const char *words[FILTER_FIELD_MAX];
    const char *list = "";
    size_t count = filter_fields(reading->dimension, words);
    const char *closest = text_closest(word, words, count);

    for (size_t i = 0; i < count; i++)
        list = arena_printf(reading->arena, "%s%s%s:", list, i ? ", " : "", words[i]);
    if (dataset_dimension(reading->dataset, word) != SIZE_MAX)
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("the rows are not of '%s'; here there are %s"), word, list);
    else if (closest)
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("unknown field '%s:'; did you mean '%s:'?"), word, closest);
    else
        filter_test_fail(reading, test, FILTER_MISTAKEN,
                         _("unknown field '%s:'; there are %s"), word, list);
    return false;
}

/* The file's own levels and dimensions go before the words of every file. */
bool filter_read_field(const struct filter_reading *reading, const char *word,
                       struct filter_test *test)
{
    const struct dimension *dimension = reading->dimension;
    const char *folded = text_fold(reading->arena, word);

    test->field = FIELD_SELF;
    if (!dimension && strcmp(folded, "period") == 0)
        return true;
    if (dimension && strcmp(dimension->id, folded) == 0)
        return true;
    for (size_t i = 0; dimension && i < dimension->level_count; i++) {
        if (strcmp(dimension->level[i], folded) != 0)
            continue;
        test->field = FIELD_LEVEL;
        test->level = i;
        return true;
    }
    for (size_t i = 0; i < FIELDS; i++) {
        if (strcmp(fields[i].word, folded) != 0 ||
            (!dimension && !fields[i].is_of_periods))
            continue;
        test->field = fields[i].field;
        return true;
    }
    return fail_unknown(reading, word, test);
}

/* How the texts of a member are compared, by field. */
static const struct {
    bool has_names, has_codes;
    bool is_anywhere; /* else at the start of a word */
} manners[FIELD_COUNT] = {
    [FIELD_LEVEL] = {true, true, false}, [FIELD_SELF] = {true, true, true},
    [FIELD_NAME] = {true, false, true},  [FIELD_CODE] = {false, true, false},
    [FIELD_GROUP] = {true, true, false}, [FIELD_WITHIN] = {true, true, false},
};

static bool is_called(struct folded *folded, uint32_t member,
                      const struct filter_test *test)
{
    if (manners[test->field].has_codes &&
        strcmp(folded_code(folded, member), test->text) == 0)
        return true;
    if (!manners[test->field].has_names)
        return false;
    for (const char *const *name = folded_names(folded, member); *name; name++)
        if (strcmp(*name, test->text) == 0)
            return true;
    return false;
}

bool filter_fits(struct folded *folded, uint32_t member, const struct filter_test *test)
{
    bool is_anywhere = manners[test->field].is_anywhere;

    if (test->is_exact)
        return is_called(folded, member, test);
    if (manners[test->field].has_codes &&
        strncmp(folded_code(folded, member), test->text, strlen(test->text)) == 0)
        return true;
    if (!manners[test->field].has_names)
        return false;
    for (const char *const *name = folded_names(folded, member); *name; name++)
        if (filter_has(*name, test->text, is_anywhere))
            return true;
    return false;
}

/* Whether a test of this field may be about the member at all. */
static bool concerns(const struct filter_test *test, const struct member *member)
{
    switch (test->field) {
    case FIELD_LEVEL:
        return !member->is_group && member->level == test->level;
    case FIELD_GROUP:
        return member->is_group;
    default:
        return true;
    }
}

void filter_find_exact(const struct filter_reading *reading, struct filter_test *test)
{
    const struct dimension *dimension = reading->dimension;

    for (uint32_t i = 0; dimension && i < dimension->member_count; i++)
        test->is_exact = test->is_exact || (concerns(test, &dimension->members[i]) &&
                                            is_called(reading->folded, i, test));
}

/* Many members have the same ones above them. */
static bool fits(const struct filter_asked *asked, uint32_t member)
{
    enum { UNKNOWN, NOT, IS };
    uint8_t *known = &asked->known[member];

    if (*known == UNKNOWN)
        *known = filter_fits(asked->folded, member, asked->test) ? IS : NOT;
    return *known == IS;
}

static bool has_group(const struct filter_asked *asked, uint32_t member)
{
    const struct member *m = &asked->dimension->members[member];

    for (size_t i = 0; i < m->group_count; i++)
        if (fits(asked, m->groups[i]))
            return true;
    return m->is_group && fits(asked, member);
}

/* From the member up; whoever is asked about must concern the test. */
static bool holds_upwards(const struct filter_asked *asked, uint32_t member)
{
    const struct filter_test *test = asked->test;
    const struct member *members = asked->dimension->members;
    bool has_groups = test->field != FIELD_LEVEL;
    bool has_self = test->field == FIELD_LEVEL;

    for (uint32_t at = member; at != MEMBER_NONE; at = members[at].parent) {
        if (has_groups && has_group(asked, at))
            return true;
        if ((has_self || at != member) && test->field != FIELD_GROUP &&
            concerns(test, &members[at]) && fits(asked, at))
            return true;
    }
    return false;
}

bool filter_holds(const struct filter_asked *asked, uint32_t member)
{
    const enum filter_field field = asked->test->field;

    return field == FIELD_LEVEL || field == FIELD_GROUP || field == FIELD_WITHIN
               ? holds_upwards(asked, member)
               : filter_fits(asked->folded, member, asked->test);
}
