/*
 * Codes and names: leading zeros that a spreadsheet dropped, chapters beside their own
 * headings, blanks that cannot be seen, and one name for two codes.
 */
#include "core/base/code.h"
#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_DIGITS_MAX = 11 };

enum { LENGTHS, NESTED, BLANKS, NAMES };

static const struct audit_check checks[] = {
    [LENGTHS] = {"code-zeros", SEVERITY_WARNING,
                 N_("product codes that lost their leading zeros"),
                 N_("take the codes from the source again as text: 0101, not 101; a "
                    "spreadsheet drops the zero when it takes a code for a number")},
    [NESTED] =
        {"codes-nested", SEVERITY_WARNING,
         N_("product codes of several depths on one level"),
         N_("give each depth a level and each code its parent: as it stands a sum "
            "counts a chapter and its headings twice")},
    [BLANKS] = {"code-blanks", SEVERITY_WARNING,
                N_("codes and names with blanks at an end, or with several"),
                N_("remove the blanks: 'FRA ' and 'FRA' are two codes")},
    [NAMES] =
        {"name-twice", SEVERITY_WARNING, N_("one name or code for two members"),
         N_("make the names tell them apart, or give both rows the same code; codes "
            "that differ in capitals only are two codes")},
};

/* Numbers of partners are no classification, and need no zeros. */
static bool is_of_places(const struct dimension *dimension)
{
    static const char *const ids[] = {"partner", "reporter", "region", "destination",
                                      "origin",  "country",  "mode",   "customs"};

    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
        if (strncmp(dimension->id, ids[i], strlen(ids[i])) == 0)
            return true;
    return false;
}

/* What the codes of one level look like. */
struct look {
    uint32_t of_length[CODE_DIGITS_MAX]; /* number of codes */
    uint32_t example[CODE_DIGITS_MAX];   /* a member */
    bool has_other;                      /* a code that is not all digits */
    bool has_zero;                       /* a code that begins with 0 */
};

static void look_at_level(const struct dimension *dimension, size_t level,
                          uint32_t whole, struct look *look)
{
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        size_t length = strlen(member->code);

        if (member->level != level || member->is_group || member->is_residual ||
            i == whole)
            continue;
        if (!code_is_digits(member->code) || length >= CODE_DIGITS_MAX) {
            look->has_other = true;
            continue;
        }
        look->has_zero = look->has_zero || member->code[0] == '0';
        if (!look->of_length[length]++)
            look->example[length] = i;
    }
}

/* Codes of one digit less than an even length, and none that begins with 0: they all
 * lost it. (In SITC, where 0 and 01 are both codes, some begin with 0.) */
static void check_lengths(struct audit *audit, size_t d, size_t level, uint32_t whole)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    struct look look = {.has_other = false};

    look_at_level(dimension, level, whole, &look);
    if (look.has_other || look.has_zero)
        return;
    for (size_t length = 1; length + 1 < CODE_DIGITS_MAX; length += 2) {
        uint32_t example = look.example[length];
        if (!look.of_length[length] || !look.of_length[length + 1])
            continue;
        audit_find_at(audit, LENGTHS, dimension->members[example].at,
                      _("%s: %s with %s beside %u with %zu, and none begins with 0: "
                        "'%s' was '0%s'"),
                      audit_dimension(audit, d),
                      arena_printf(audit->arena,
                                   P_("%u code", "%u codes", look.of_length[length]),
                                   look.of_length[length]),
                      arena_printf(audit->arena, P_("%u digit", "%u digits", length),
                                   (uint32_t)length),
                      look.of_length[length + 1], length + 1,
                      dimension->members[example].code,
                      dimension->members[example].code);
    }
}

struct entry {
    const char *text;
    uint32_t member;
};

static int compare(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    int order = strcmp(left->text, right->text);

    return order ? order
                 : (left->member > right->member) - (left->member < right->member);
}

/* Sorted, the codes that another begins stand right behind it. */
static void check_nested(struct audit *audit, size_t d, uint32_t whole)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    struct entry *entries =
        ARENA_ARRAY(audit->scratch, struct entry, dimension->member_count);
    size_t count = 0;
    size_t pairs = 0;
    struct entry first = {NULL, 0};
    struct entry second = {NULL, 0};

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        if (member->is_group || member->is_residual || i == whole || !member->has_rows)
            continue;
        if (!code_is_digits(member->code) || strlen(member->code) % 2)
            return;
        entries[count++] = (struct entry){member->code, i};
    }
    if (count)
        qsort(entries, count, sizeof(*entries), compare);
    for (size_t i = 1; i < count; i++) {
        const struct entry *chapter = &entries[i - 1];
        if (strncmp(chapter->text, entries[i].text, strlen(chapter->text)) != 0 ||
            dimension->members[chapter->member].level !=
                dimension->members[entries[i].member].level)
            continue;
        if (!pairs++) {
            first = *chapter;
            second = entries[i];
        }
    }
    if (pairs)
        audit_find_at(audit, NESTED, dimension->members[first.member].at,
                      "%s: '%s' and its part '%s' are on one level%s",
                      audit_dimension(audit, d), first.text, second.text,
                      audit_more(audit, pairs - 1));
}

/* Blanks at an end, or two together; a no-break space (C2 A0) counts as one. */
static bool has_loose_blanks(const char *text)
{
    bool was_blank = true;

    for (size_t i = 0; text[i]; i++) {
        bool is_nbsp = strncmp(text + i, "\xC2\xA0", 2) == 0;
        bool is_blank = text[i] == ' ' || text[i] == '\t' || is_nbsp;
        if (is_blank && was_blank)
            return true;
        was_blank = is_blank;
        i += is_nbsp;
    }
    return *text && was_blank;
}

static void check_blanks(struct audit *audit, size_t d)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];
        const char *name = member_name(dimension, i, "en");
        bool is_code = has_loose_blanks(member->code);

        if ((is_code || has_loose_blanks(name)) && !audit_count_only(audit, BLANKS))
            audit_find_at(audit, BLANKS, member->at,
                          is_code
                              ? _("%s: the code '%s' has blanks at an end, or several "
                                  "together")
                              : _("%s: the name '%s' has blanks at an end, or several "
                                  "together"),
                          audit_dimension(audit, d),
                          audit_text(audit, is_code ? member->code : name));
    }
}

/* The code, or the name where there is one, without blanks and capitals. */
static char *folded(struct audit *audit, const char *text)
{
    char *fold = text_fold(audit->scratch, text);
    size_t length = 0;

    for (const char *at = fold; *at; at++)
        if (*at != ' ')
            fold[length++] = *at;
    fold[length] = '\0';
    return fold;
}

static void check_names(struct audit *audit, size_t d)
{
    const struct dimension *dimension = &audit->dataset->dimension[d];
    struct entry *entries =
        ARENA_ARRAY(audit->scratch, struct entry, dimension->member_count);

    for (uint32_t i = 0; i < dimension->member_count; i++)
        entries[i] = (struct entry){folded(audit, member_name(dimension, i, "en")), i};
    if (dimension->member_count)
        qsort(entries, dimension->member_count, sizeof(*entries), compare);
    for (uint32_t i = 1; i < dimension->member_count; i++) {
        const struct member *first = &dimension->members[entries[i - 1].member];
        const struct member *second = &dimension->members[entries[i].member];

        if (strcmp(entries[i - 1].text, entries[i].text) != 0 ||
            first->level != second->level || audit_count_only(audit, NAMES))
            continue;
        audit_find_at(
            audit, NAMES, second->at, "%s: '%s' and '%s' have one name, '%s'",
            audit_dimension(audit, d), audit_text(audit, first->code),
            audit_text(audit, second->code),
            audit_text(audit, member_name(dimension, entries[i].member, "en")));
    }
}

static void run(struct audit *audit)
{
    for (size_t d = 0; d < audit->dataset->dimension_count; d++) {
        const struct dimension *dimension = &audit->dataset->dimension[d];
        uint32_t whole = dimension_whole(dimension);

        check_blanks(audit, d);
        check_names(audit, d);
        if (is_of_places(dimension))
            continue;
        for (size_t level = 0; level < dimension->level_count; level++)
            check_lengths(audit, d, level, whole);
        check_nested(audit, d, whole);
    }
}

const struct audit_ops audit_codes = {
    .checks = checks,
    .check_count = sizeof(checks) / sizeof(checks[0]),
    .run = run,
};
