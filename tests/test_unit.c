#include "core/base/translate.h"
#include "core/model/unit.h"
#include "core/model/value.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct unit yuan = {UNIT_CURRENCY, "CNY", 4};
static const struct unit dollar = {UNIT_CURRENCY, "USD", 6};
static const struct unit percent = {UNIT_PERCENT, "percent", 0};
static const struct unit tonnes = {UNIT_QUANTITY, "tonnes", 3};

Test(unit, is_shown_with_its_scale)
{
    char out[UNIT_SHOWN_MAX];

    cr_expect_str_eq(unit_show(out, yuan, 9), "CNY bn");
    cr_expect_str_eq(unit_show(out, yuan, 4), "CNY 10^4");
    cr_expect_str_eq(unit_show(out, dollar, 6), "USD mn");
    cr_expect_str_eq(unit_show(out, dollar, 0), "USD");
    cr_expect_str_eq(unit_show(out, dollar, 12), "USD tn");
    cr_expect_str_eq(unit_show(out, percent, 0), "%");
    cr_expect_str_eq(unit_show(out, tonnes, 3), "thousand tonnes");
    cr_expect_str_eq(unit_show(out, tonnes, 0), "tonnes");
    cr_expect_str_eq(unit_show(out, (struct unit){UNIT_NONE, NULL, 0}, 0), "");
}

Test(unit, a_long_name_is_cut_between_characters)
{
    char out[UNIT_SHOWN_MAX];
    const char *name = "吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨吨";

    unit_show(out, (struct unit){UNIT_QUANTITY, name, 0}, 3);
    cr_expect_lt(strlen(out), UNIT_SHOWN_MAX);
    cr_expect_eq((strlen(out) - strlen("thousand ")) % 3, 0);
}

Test(unit, words_of_scales)
{
    cr_expect_str_eq(scale_word(0), "");
    cr_expect_str_eq(scale_word(3), "thousand");
    cr_expect_str_eq(scale_word(12), "tn");
    cr_expect_str_eq(scale_word(-15), "10^-15");
    cr_expect_str_eq(scale_word(15), "10^15");
    cr_expect_str_eq(scale_word(16), "?");
}

Test(unit, the_scale_leaves_six_digits_at_most)
{
    cr_expect_eq(unit_scale_for(yuan, 25454537240000), 9);
    cr_expect_eq(unit_scale_for(dollar, 3576765e6), 9);
    cr_expect_eq(unit_scale_for(dollar, 999999e6), 6);
    cr_expect_eq(unit_scale_for(dollar, -1e12), 9);
    cr_expect_eq(unit_scale_for(dollar, 0), 6);
    /* Never finer than the file: a few 10^4 yuan are shown in millions. */
    cr_expect_eq(unit_scale_for(yuan, 50000), 6);
    cr_expect_eq(unit_scale_for(percent, 1e9), 0);
    cr_expect_eq(unit_scale_for(dollar, 1e30), 12);
}

Test(unit, decimals_are_those_that_the_file_has)
{
    cr_expect_eq(unit_decimals_for(yuan, 9, 0, 25454537240000), 1);
    cr_expect_eq(unit_decimals_for(dollar, 6, 0, 5e6), 0);
    cr_expect_eq(unit_decimals_for(dollar, 6, 1, 5e6), 1);
    cr_expect_eq(unit_decimals_for(dollar, 6, 3, 5e6), 2);
    cr_expect_eq(unit_decimals_for(dollar, 6, 3, 500e6), 1);
    cr_expect_eq(unit_decimals_for(percent, 0, 1, 7.1), 1);
    cr_expect_eq(unit_decimals_for(dollar, 3, 0, 5e6), 0);
}

Test(unit, the_scales_of_chinese_have_words_in_both_languages)
{
    char out[UNIT_SHOWN_MAX];

    cr_expect_str_eq(unit_show_words(out, yuan, 4), "CNY 10 thousand");
    cr_expect_str_eq(unit_show_words(out, yuan, 8), "CNY 100 mn");
    cr_expect_str_eq(unit_show_words(out, yuan, 12), "CNY tn");
    translate_use("zh");
    cr_expect_str_eq(unit_show_words(out, yuan, 4), "万元");
    cr_expect_str_eq(unit_show_words(out, dollar, 8), "亿美元");
    cr_expect_str_eq(unit_show_words(out, yuan, 12), "万亿元");
    cr_expect_str_eq(unit_show(out, yuan, 8), "亿元");
    cr_expect_str_eq(unit_show(out, dollar, 6), "百万美元");
    cr_expect_str_eq(unit_show(out, yuan, 0), "元");
    cr_expect_str_eq(unit_show_words(out, (struct unit){UNIT_CURRENCY, "ISK", 0}, 8),
                     "亿ISK");
}

Test(unit, valuations)
{
    enum valuation valuation;

    cr_expect(valuation_read("CIF", &valuation));
    cr_expect_eq(valuation, VALUATION_CIF);
    cr_expect_str_eq(valuation_word(valuation), "CIF");
    cr_expect_not(valuation_read("", &valuation));
    cr_expect_not(valuation_read("cif", &valuation));
    cr_expect_str_eq(valuation_word(VALUATION_NONE), "");
}

Test(value, absences_have_words)
{
    for (int i = 0; i < ABSENCE_COUNT; i++) {
        cr_assert_not_null(absence_words((enum absence)i));
        cr_expect_eq(*absence_words((enum absence)i) == '\0', i == ABSENCE_NONE);
    }
}
