#include "core/base/translate.h"

#include <criterion/criterion.h>

Test(translate, english_is_what_the_source_says)
{
    translate_use("en");
    cr_assert_str_eq(_("row up"), "row up");
    cr_assert_str_eq(C_("no such context", "row up"), "row up");
    cr_assert_str_eq(P_("%d row", "%d rows", 1), "%d row");
    cr_assert_str_eq(P_("%d row", "%d rows", 0), "%d rows");
    cr_assert_str_eq(P_("%d row", "%d rows", 2), "%d rows");
}

Test(translate, a_language_is_found_by_its_tag_or_the_beginning_of_it)
{
    cr_assert(translate_has("zh"));
    cr_assert(translate_has("zh_CN"));
    cr_assert(translate_has("zh_CN.UTF-8"));
    cr_assert(translate_has("zh-Hans"));
    cr_assert_not(translate_has("en"));
    cr_assert_not(translate_has("z"));
    cr_assert_not(translate_has("zhx"));
    cr_assert_not(translate_has(""));
    cr_assert_not(translate_has(NULL));
}

Test(translate, what_has_no_translation_stays_as_it_is)
{
    translate_use("zh");
    cr_assert_str_eq(translate("no text of entrepot"), "no text of entrepot");
    cr_assert_str_eq(translate(""), "");
}

/* Expressions and forms as the manual of GNU gettext has them (11.2.6). */
Test(translate, forms_of_plurals_follow_the_expression_of_the_language)
{
    static const char french[] = "n>1;\n";
    static const char latvian[] = "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;\n";
    static const char polish[] = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
                                 "n%100>=20) ? 1 : 2;";
    static const struct {
        const char *expression;
        unsigned long count;
        unsigned long form;
    } cases[] = {
        {"0", 7, 0},      {"n != 1", 1, 0},  {"n != 1", 0, 1}, {french, 0, 0},
        {french, 1, 0},   {french, 2, 1},    {latvian, 1, 0},  {latvian, 11, 1},
        {latvian, 21, 0}, {latvian, 0, 2},   {latvian, 12, 1}, {polish, 1, 0},
        {polish, 2, 1},   {polish, 5, 2},    {polish, 12, 2},  {polish, 22, 1},
        {polish, 112, 2}, {"n/0", 3, 0},     {"!n", 0, 1},     {"n-1 < 2*3", 6, 1},
        {"(((", 1, 0},    {"n+1 <= 3", 3, 0}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_assert_eq(plural_form(cases[i].expression, cases[i].count), cases[i].form,
                     "%s of %lu", cases[i].expression, cases[i].count);
}
