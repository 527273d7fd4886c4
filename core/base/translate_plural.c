/* The expression that says which form of a plural a number takes: C of unsigned
 * numbers, as in "n%10==1 && n%100!=11 ? 0 : 1". */
#include "core/base/translate.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    const char *rest;
    unsigned long count;
    int depth;
};

enum { LEVELS = 6, DEPTH_MAX = 64 };

static unsigned long read_choice(struct reading *reading);

/* Takes `word` when it comes next. */
static bool takes(struct reading *reading, const char *word)
{
    reading->rest += strspn(reading->rest, " \t");
    if (strncmp(reading->rest, word, strlen(word)) != 0)
        return false;
    reading->rest += strlen(word);
    return true;
}

static unsigned long read_value(struct reading *reading)
{
    unsigned long value = 0;
    char *end;

    if (takes(reading, "!"))
        return !read_value(reading);
    if (takes(reading, "n"))
        return reading->count;
    if (takes(reading, "(")) {
        if (++reading->depth < DEPTH_MAX)
            value = read_choice(reading);
        reading->depth--;
        takes(reading, ")");
        return value;
    }
    if (!isdigit((unsigned char)*reading->rest))
        return 0;
    value = strtoul(reading->rest, &end, 10);
    reading->rest = end;
    return value;
}

static unsigned long apply(const char *sign, unsigned long a, unsigned long b)
{
    switch (sign[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return sign[1] ? a <= b : a < b;
    case '>':
        return sign[1] ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return b ? a / b : 0;
    default:
        return b ? a % b : 0;
    }
}

/* Signs that bind the same, the loosest first; at each level the longest first. */
static unsigned long read_level(struct reading *reading, int level)
{
    static const char *const signs[LEVELS][5] = {{"||"},       {"&&"},
                                                 {"==", "!="}, {"<=", ">=", "<", ">"},
                                                 {"+", "-"},   {"*", "/", "%"}};
    unsigned long value;
    const char *const *sign;

    if (level == LEVELS)
        return read_value(reading);
    value = read_level(reading, level + 1);
    do {
        for (sign = signs[level]; *sign && !takes(reading, *sign); sign++)
            ;
        if (*sign)
            value = apply(*sign, value, read_level(reading, level + 1));
    } while (*sign);
    return value;
}

static unsigned long read_choice(struct reading *reading)
{
    unsigned long condition = read_level(reading, 0);
    unsigned long first;
    unsigned long second;

    if (!takes(reading, "?"))
        return condition;
    first = read_choice(reading);
    takes(reading, ":");
    second = read_choice(reading);
    return condition ? first : second;
}

unsigned long plural_form(const char *expression, unsigned long count)
{
    struct reading reading = {.rest = expression, .count = count};

    return read_choice(&reading);
}
