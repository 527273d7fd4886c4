#include "core/base/code.h"
#include "core/base/number.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <float.h>
#include <ftw.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct read_case {
    char text[48];
    double value;
    int decimals;
};

ParameterizedTestParameters(number, read)
{
    static struct read_case cases[] = {
        {"0", 0, 0},
        {"-0", 0, 0},
        {"007", 7, 0},
        {"1.50", 1.5, 2},
        {"1.5e3", 1500, 0},
        {"1.5E+3", 1500, 0},
        {"15e-1", 1.5, 1},
        {"-1234.5", -1234.5, 1},
        {"702799.4", 702799.4, 1},
        {"2545453724", 2545453724.0, 0},
        {"0.1", 0.1, 1},
        {"9007199254740992", 9007199254740992.0, 0},
        {"9007199254740993", 9007199254740992.0, 0},
        {"9007199254740995", 9007199254740996.0, 0},
        {"123456789012345678901234567890", 123456789012345678901234567890.0, 0},
        {"1e23", 1e23, 0},
        {"8.5e22", 8.5e22, 0},
        {"1.7976931348623157e308", DBL_MAX, 0},
        {"2.2250738585072011e-308", 2.2250738585072011e-308, 324},
        {"4.9e-324", 4.9406564584124654e-324, 325},
        {"0e999999999999999999999", 0, 0},
        {"0.000000000000000000000000000001", 1e-30, 30},
        {"1.00000000000000000000000000000000001", 1, 35},
        {"100000000000000000000000e-23", 1, 23},
    };

    return cr_make_param_array(struct read_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct read_case *c, number, read)
{
    struct number number = {.value = NAN};

    cr_assert(number_read(c->text, strlen(c->text), &number), "%s", c->text);
    cr_expect_eq(number.value, c->value, "%s: %.17g", c->text, number.value);
    cr_expect_not(signbit(number.value) && number.value == 0, "%s: minus zero",
                  c->text);
    cr_expect_eq(number.decimals, c->decimals, "%s: %d", c->text, number.decimals);
}

struct refuse_case {
    char text[32];
    char hint[32]; /* some words of it */
};

ParameterizedTestParameters(number, refuse)
{
    static struct refuse_case cases[] = {
        {"", "nothing is written"},
        {" 1", "spaces"},
        {"1 ", "spaces"},
        {"1 234", "spaces"},
        {"1\xC2\xA0"
         "234",
         "spaces"},
        {"+1", "'+'"},
        {"--1", "as in -1234.5"},
        {"-", "not available"},
        {".", "not available"},
        {".5", "before the decimal point"},
        {"-.5", "before the decimal point"},
        {"5.", "after the decimal point"},
        {"5.e3", "after the decimal point"},
        {"1e", "after the 'e'"},
        {"1e+", "after the 'e'"},
        {"e5", "as in -1234.5"},
        {"1.2.3", "as in -1234.5"},
        {"0x1F", "hexadecimal"},
        {"0x1p3", "hexadecimal"},
        {"0o17", "decimal numbers"},
        {"1_000", "underscores"},
        {"1,234", "thousands"},
        {"702,799.4", "thousands"},
        {"-1,234,567", "thousands"},
        {"1.234.567", "thousands"},
        {"1.234,5", "thousands"},
        {"1'234", "thousands"},
        {"1,5", "decimal point"},
        {"12,34", "decimal point"},
        {"5%", "percent"},
        {"$5", "currency"},
        {"(123)", "parentheses"},
        {"123-", "in front"},
        {"\xE2\x88\x92"
         "5",
         "keyboard"},
        {"inf", "infinity"},
        {"-.INF", "infinity"},
        {"nan", "not available"},
        {".NaN", "not available"},
        {"n/a", "not available"},
        {"2024-01-01", "date"},
        {"12:30:45", "date"},
        {"12k", "scale"},
        {"12\xE4\xB8\x87", "scale"},
        {"\xD9\xA1\xD9\xA2", "0 to 9"},
        {"\xEF\xBC\x91", "0 to 9"},
        {"1e309", "beyond"},
        {"-1e99999999999999999999", "beyond"},
        {"1e-400", "beyond"},
        {"one", "as in -1234.5"},
        {"\xFF", "as in -1234.5"},
    };

    return cr_make_param_array(struct refuse_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct refuse_case *c, number, refuse)
{
    struct number number;
    const char *hint = number_hint(c->text, strlen(c->text));

    cr_expect_not(number_read(c->text, strlen(c->text), &number), "%s", c->text);
    cr_expect_not_null(strstr(hint, c->hint), "'%s': %s", c->text, hint);
}

Test(number, reads_no_further_than_the_length)
{
    static const char text[] = {'1', '2', '3', '4'};
    struct number number;

    cr_assert(number_read(text, 2, &number));
    cr_expect_eq(number.value, 12);
    cr_expect_not(number_read("1\0002", 3, &number));
    cr_expect_not(number_read("12\n", 3, &number));
    cr_expect_not(number_read("", 0, &number));
    cr_expect_not_null(number_hint("1\0002", 3));
}

Test(number, a_digit_far_behind_still_decides_the_rounding)
{
    char text[5000];
    struct number number;

    /* Half way between 2^53 and the next double, and a trifle more. */
    memset(text, '0', sizeof(text));
    memcpy(text, "9007199254740993.", 17);
    cr_assert(number_read(text, sizeof(text), &number));
    cr_expect_eq(number.value, 9007199254740992.0);
    text[sizeof(text) - 1] = '1';
    cr_assert(number_read(text, sizeof(text), &number));
    cr_expect_eq(number.value, 9007199254740994.0);
}

Test(number, every_double_comes_back)
{
    uint64_t state = 88172645463325252u;

    for (int i = 0; i < 20000; i++) {
        double value;
        struct number number;
        char text[40];

        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        memcpy(&value, &state, sizeof(value));
        if (!isfinite(value) || value == 0)
            continue;
        snprintf(text, sizeof(text), "%.17g", value);
        cr_assert(number_read(text, strlen(text), &number), "%s", text);
        cr_assert_eq(number.value, value, "%s", text);
    }
}

struct show_case {
    double value;
    int decimals;
    int sign;
    int is_ascii;
    int is_grouped;
    char shown[64];
};

ParameterizedTestParameters(number, show)
{
    static struct show_case cases[] = {
        {0, 0, NUMBER_SIGN_MINUS, 1, 1, "0"},
        {0, 2, NUMBER_SIGN_BOTH, 1, 1, "0.00"},
        {-0.0, 1, NUMBER_SIGN_BOTH, 1, 1, "0.0"},
        {-0.04, 1, NUMBER_SIGN_MINUS, 1, 1, "0.0"},
        {0.04, 1, NUMBER_SIGN_BOTH, 1, 1, "0.0"},
        {0.05, 1, NUMBER_SIGN_BOTH, 1, 1, "+0.1"},
        {7.1, 1, NUMBER_SIGN_BOTH, 1, 1, "+7.1"},
        {-7.1, 1, NUMBER_SIGN_BOTH, 1, 1, "-7.1"},
        {-7.1, 1, NUMBER_SIGN_BOTH, 0, 1,
         "\xE2\x88\x92"
         "7.1"},
        {0.15, 1, NUMBER_SIGN_MINUS, 1, 0, "0.2"},
        {0.25, 1, NUMBER_SIGN_MINUS, 1, 0, "0.3"},
        {-2.675, 2, NUMBER_SIGN_MINUS, 1, 0, "-2.68"},
        {1.005 * 100, 0, NUMBER_SIGN_MINUS, 1, 0, "101"},
        {2.5, 0, NUMBER_SIGN_MINUS, 1, 0, "3"},
        {0.5, 0, NUMBER_SIGN_MINUS, 1, 0, "1"},
        {0.49, 0, NUMBER_SIGN_MINUS, 1, 0, "0"},
        {9.99, 1, NUMBER_SIGN_MINUS, 1, 0, "10.0"},
        {999.95, 1, NUMBER_SIGN_MINUS, 1, 1, "1,000.0"},
        {999, 0, NUMBER_SIGN_MINUS, 1, 1, "999"},
        {1000, 0, NUMBER_SIGN_MINUS, 1, 1, "1,000"},
        {1234567.85, 1, NUMBER_SIGN_MINUS, 1, 1, "1,234,567.9"},
        {1234567.85, 1, NUMBER_SIGN_MINUS, 1, 0, "1234567.9"},
        {3733722280000, 0, NUMBER_SIGN_MINUS, 1, 1, "3,733,722,280,000"},
        {123456789012344.5, 0, NUMBER_SIGN_MINUS, 1, 0, "123456789012345"},
        {999999999999999, 0, NUMBER_SIGN_MINUS, 1, 0, "999999999999999"},
        {1e15, 2, NUMBER_SIGN_MINUS, 1, 1, "1.000e+15"},
        {-1.2345e18, 2, NUMBER_SIGN_MINUS, 1, 1, "-1.235e+18"},
        {9.9999e20, 0, NUMBER_SIGN_BOTH, 1, 1, "+1.000e+21"},
        {DBL_MAX, 0, NUMBER_SIGN_MINUS, 1, 1, "1.798e+308"},
        {DBL_MIN, 3, NUMBER_SIGN_MINUS, 1, 1, "0.000"},
        {1.5, -3, NUMBER_SIGN_MINUS, 1, 1, "2"},
        {INFINITY, 1, NUMBER_SIGN_MINUS, 1, 1, "n/a"},
        {NAN, 1, NUMBER_SIGN_MINUS, 1, 1, "n/a"},
    };

    return cr_make_param_array(struct show_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct show_case *c, number, show)
{
    char shown[NUMBER_SHOWN_MAX];
    struct number_style style = {.decimals = c->decimals,
                                 .sign = (enum number_sign)c->sign,
                                 .is_ascii = c->is_ascii != 0,
                                 .is_grouped = c->is_grouped != 0};

    cr_expect_str_eq(number_show(shown, c->value, style), c->shown);
}

Test(number, show_never_exceeds_its_buffer)
{
    char shown[NUMBER_SHOWN_MAX];
    struct number_style style = {1000, NUMBER_SIGN_BOTH, false, true};

    cr_assert_lt(strlen(number_show(shown, -999999999999999.9, style)),
                 NUMBER_SHOWN_MAX);
    cr_assert_lt(strlen(number_show(shown, -DBL_MAX, style)), NUMBER_SHOWN_MAX);
}

struct print_case {
    double value;
    char printed[64];
};

ParameterizedTestParameters(number, print)
{
    static struct print_case cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {1.5, "1.5"},
        {-1.5, "-1.5"},
        {0.1 + 0.2, "0.3"},
        {0.00001234, "0.00001234"},
        {100, "100"},
        {2569661400000, "2569661400000"},
        {9007199254740991, "9007199254740991"},
        {-9007199254740992, "-9007199254740992"},
        {1e20, "100000000000000000000"},
        {1e22, "1e22"},
        {-1.25e300, "-1.25e300"},
        {1e-9, "1e-9"},
        {123456.789, "123456.789"},
        {INFINITY, ""},
    };

    return cr_make_param_array(struct print_case, cases,
                               sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct print_case *c, number, print)
{
    char printed[NUMBER_SHOWN_MAX];
    struct number number;

    cr_expect_str_eq(number_print(printed, c->value), c->printed);
    if (*printed)
        cr_expect(number_read(printed, strlen(printed), &number), "it reads its own");
}

Test(number, scaling_by_exact_powers_is_rounded_once)
{
    cr_expect_eq(number_scale(254545.3724, 4), 2545453724.0);
    cr_expect_eq(number_scale(3, -1), 0.3);
    cr_expect_eq(number_scale(1, 22), 1e22);
    cr_expect_eq(number_pow10(0), 1);
    cr_expect_eq(number_pow10(22), 1e22);
    cr_expect_float_eq(number_pow10(-2), 0.01, 1e-17);
}

/* Makes a locale with a decimal comma in `folder`; false when that cannot be. */
static bool make_german(const char *folder)
{
    char target[256];
    FILE *probe = fopen("/usr/share/i18n/locales/de_DE", "r");

    if (!probe)
        return false;
    fclose(probe);
    snprintf(target, sizeof(target), "%s/de_DE.UTF-8", folder);
    pid_t child = fork();
    if (child == 0) {
        execlp("localedef", "localedef", "-i", "de_DE", "-f", "UTF-8", target,
               (char *)NULL);
        _exit(127);
    }
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static int remove_entry(const char *path, const struct stat *info, int type,
                        struct FTW *walk)
{
    (void)info, (void)type, (void)walk;
    return remove(path);
}

/* Against the C library, where it writes no exponent: 15 digits, without zeros behind
 * the last one. */
static void expect_as_printed(double value)
{
    char wanted[64];
    char text[NUMBER_SHOWN_MAX];

    if (value != 0 && (value < 1e-4 || value >= 9e14))
        return;
    snprintf(wanted, sizeof(wanted), "%.15g", value);
    cr_assert_str_eq(number_print(text, value), wanted, "%.17g: %s, not %s", value,
                     text, wanted);
}

Test(number, fifteen_digits_are_those_of_the_c_library)
{
    enum { COUNT = 200000 };
    uint64_t state = 88172645463325252u;

    for (int i = 0; i < COUNT; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        const double whole = (double)(state >> 11);
        const double power = pow(10, (double)(state % 20));
        expect_as_printed(whole / power);
        expect_as_printed(floor(whole / 1e4) / pow(10, (double)(state % 7)));
    }
}

/* Halves of the last digit, and numbers that become a power of ten. */
Test(number, what_lies_between_two_numbers_of_fifteen_digits_is_rounded_alike)
{
    static const double values[] = {0,
                                    0.5,
                                    0.25,
                                    0.001,
                                    0.0015,
                                    1,
                                    9.5,
                                    10,
                                    99.5,
                                    999999999999999,
                                    99999999999999.95,
                                    0.1 + 0.2,
                                    1e14,
                                    1e14 + 0.5,
                                    1e14 + 1.5,
                                    123456789012345.5,
                                    12345678901234.25,
                                    2.5,
                                    1.0 / 3,
                                    2.0 / 3,
                                    0.99999999999999994};

    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        expect_as_printed(values[i]);
        expect_as_printed(nextafter(values[i], 1e15));
        if (values[i] > 0.001)
            expect_as_printed(nextafter(values[i], 0));
    }
}

Test(number, the_locale_changes_nothing)
{
    char folder[] = "/tmp/entrepot-locale-XXXXXX";
    char text[NUMBER_SHOWN_MAX];
    struct number number;

    cr_assert_not_null(mkdtemp(folder));
    bool has_locale = make_german(folder);
    setenv("LOCPATH", folder, 1);
    has_locale = has_locale && setlocale(LC_ALL, "de_DE.UTF-8");

    if (has_locale) {
        snprintf(text, sizeof(text), "%.1f", 0.5);
        cr_assert_str_eq(text, "0,5");
        cr_expect(number_read("1234.5", 6, &number) && number.value == 1234.5);
        cr_expect(number_read("12345678901234567890.5", 22, &number));
        cr_expect_eq(number.value, 12345678901234567890.5);
        cr_expect_not(number_read("1,5", 3, &number));
        cr_expect_str_eq(number_print(text, 1234.5), "1234.5");
        struct number_style style = {1, NUMBER_SIGN_MINUS, true, true};
        cr_expect_str_eq(number_show(text, 1234.56, style), "1,234.6");
        snprintf(text, sizeof(text), "%.1f", 0.5);
        cr_expect_str_eq(text, "0,5", "and the locale is as it was");
    }
    nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    if (!has_locale)
        cr_skip_test("no localedef or no de_DE to be made by it");
}

Test(number, codes_of_digits_are_no_other_text)
{
    cr_expect(code_is_digits("0"));
    cr_expect(code_is_digits("0101"));
    cr_expect_not(code_is_digits(""));
    cr_expect_not(code_is_digits("A01"));
    cr_expect_not(code_is_digits("01A"));
    cr_expect_not(code_is_digits("0.1"));
    cr_expect_not(code_is_digits("-1"));
}
