/* The words of --scale. */
#include "core/query/query.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct scale_case {
    char word[16];
    bool has_scale;
    int scale;
};

ParameterizedTestParameters(scale, words)
{
    static struct scale_case cases[] = {
        {"auto", false, 0}, {"one", true, 0}, {"thousand", true, 3},
        {"mn", true, 6},    {"bn", true, 9},  {"tn", true, 12},
        {"wan", true, 4},   {"yi", true, 8},  {"wanyi", true, 12},
        {"万", true, 4},    {"亿", true, 8},  {"万亿", true, 12},
    };

    return cr_make_param_array(struct scale_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct scale_case *c, scale, words)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct query query = {.has_scale = !c->has_scale, .scale = 7};

    cr_expect(query_read_scale(&query, c->word, &diags), "%s", c->word);
    cr_expect_eq(query.has_scale, c->has_scale, "%s", c->word);
    cr_expect_eq(query.scale, c->scale, "%s", c->word);
    arena_clear(&arena);
}

Test(scale, an_unknown_word_is_told_what_would_do)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct query query = {.has_scale = false};

    cr_expect_not(query_read_scale(&query, "wann", &diags));
    cr_expect_not(query.has_scale);
    arena_clear(&arena);
}
