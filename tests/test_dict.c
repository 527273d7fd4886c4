#include "core/base/dict.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static uint32_t add(struct dict *dict, struct arena *arena, const char *text)
{
    return dict_add(dict, arena, text, strlen(text));
}

Test(dict, numbers_are_in_order_of_first_sight)
{
    struct arena arena = {0};
    struct dict dict = {0};

    cr_expect_eq(add(&dict, &arena, "NO"), 0);
    cr_expect_eq(add(&dict, &arena, "01"), 1);
    cr_expect_eq(add(&dict, &arena, "1"), 2);
    cr_expect_eq(add(&dict, &arena, "NO"), 0);
    cr_expect_eq(add(&dict, &arena, ""), 3);
    cr_expect_eq(add(&dict, &arena, ""), 3);
    cr_expect_eq(dict.count, 4);
    cr_expect_str_eq(dict.text[1], "01");
    dict_close(&dict);
    arena_clear(&arena);
}

Test(dict, finds_each_of_many)
{
    struct arena arena = {0};
    struct dict dict = {0};
    char code[16];

    for (uint32_t i = 0; i < 50000; i++) {
        snprintf(code, sizeof(code), "%u", i);
        cr_assert_eq(add(&dict, &arena, code), i);
    }
    for (uint32_t i = 0; i < 50000; i++) {
        snprintf(code, sizeof(code), "%u", i);
        cr_assert_eq(dict_find(&dict, code, strlen(code)), i);
    }
    cr_assert_eq(dict_find(&dict, "50000", 5), DICT_NONE);
    dict_close(&dict);
    arena_clear(&arena);
}

Test(dict, length_counts_and_a_nul_is_a_byte_like_any_other)
{
    struct arena arena = {0};
    struct dict dict = {0};

    cr_expect_eq(dict_add(&dict, &arena, "ab", 2), 0);
    cr_expect_eq(dict_add(&dict, &arena, "ab\0c", 4), 1);
    cr_expect_eq(dict_add(&dict, &arena, "ab", 3), 2);
    cr_expect_eq(dict_add(&dict, &arena, "abcd", 2), 0);
    dict_close(&dict);
    arena_clear(&arena);
}

Test(dict, strings_stay_after_close)
{
    struct arena arena = {0};
    struct dict dict = {0};

    dict_close(&dict);
    cr_expect_eq(dict_find(&dict, "x", 1), DICT_NONE);
    add(&dict, &arena, "VNM");
    dict_close(&dict);
    cr_expect_str_eq(dict.text[0], "VNM");
    cr_expect_eq(dict_find(&dict, "VNM", 3), DICT_NONE);
    arena_clear(&arena);
}
