#include "core/model/label.h"

#include <criterion/criterion.h>

Test(label, picks_the_language_then_any_then_english_then_the_first)
{
    struct arena arena = {0};
    struct label label = {NULL};

    cr_expect(label_is_empty(&label));
    cr_expect_null(label_pick(&label, "en"));
    label_add(&label, &arena, "fr", "Monde");
    cr_expect_str_eq(label_pick(&label, "zh"), "Monde");
    label_add(&label, &arena, "en", "World");
    cr_expect_str_eq(label_pick(&label, "zh"), "World");
    label_add(&label, &arena, "", "TOTAL");
    cr_expect_str_eq(label_pick(&label, "zh"), "TOTAL");
    cr_expect_str_eq(label_pick(&label, "fr"), "Monde");
    cr_expect_not(label_is_empty(&label));
    arena_clear(&arena);
}

Test(label, in_is_exact_and_order_is_kept)
{
    struct arena arena = {0};
    struct label label = {NULL};

    label_add(&label, &arena, "en", "a");
    label_add(&label, &arena, "zh", "b");
    cr_expect_null(label_in(&label, "fr"));
    cr_expect_str_eq(label_in(&label, "zh"), "b");
    cr_expect_str_eq(label.first->text, "a");
    cr_expect_str_eq(label.first->next->text, "b");
    arena_clear(&arena);
}
