/*
 * Straight rows (core/load/straight.h): the fast ways and the plain ones agree, and a
 * table read in bulk is the table read row by row.
 */
#include "core/base/number.h"
#include "core/load/load.h"
#include "core/load/straight.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

Test(straight, finds_the_end_of_a_field_as_byte_by_byte)
{
    static const char bytes[] = {'a', '0', ',', '"', '\n', '\r', '\0', ';', '\x80'};
    uint64_t state = 1;

    for (int round = 0; round < 20000; round++) {
        char text[64 + STRAIGHT_SLACK];
        memset(text, 'x', sizeof(text));
        for (int i = 0; i < 4; i++)
            text[random_next(&state) % 60] = bytes[random_next(&state) % sizeof(bytes)];
        text[63] = '\n';
        cr_assert_eq(straight_scan(text, ','), straight_scan_bytes(text, ','));
        cr_assert_eq(straight_scan(text, '"'), straight_scan_bytes(text, '"'));
    }
}

/* The three readers of a number: by words, by bytes, and the one for every number. */
static void check_number(const char *text)
{
    double fast = 0;
    double plain = 0;
    int fast_decimals = 0;
    int plain_decimals = 0;
    struct number number;
    const char *end = straight_number(text, &fast, &fast_decimals);

    cr_assert_eq(end, straight_number_bytes(text, &plain, &plain_decimals), "%s", text);
    if (!end)
        return;
    cr_assert_eq(memcmp(&fast, &plain, sizeof(fast)), 0, "%s", text);
    cr_assert_eq(fast_decimals, plain_decimals, "%s", text);
    if (number_read(text, (size_t)(end - text), &number)) {
        cr_assert_eq(memcmp(&fast, &number.value, sizeof(fast)), 0, "%s", text);
        cr_assert_eq(fast_decimals, number.decimals, "%s", text);
    } else {
        cr_assert_fail("'%s' is a number", text);
    }
}

Test(straight, reads_numbers_as_the_exact_reader_does)
{
    static const char bytes[] = "0123456789012345678901234567890123456789..-,e ";
    static const char *const some[] = {"0,",
                                       "-0,",
                                       "-0.00,",
                                       "12345678,",
                                       "123456789012345,",
                                       "1234567890123456,",
                                       "0.1,",
                                       "0.000000000000001,",
                                       "99999999999999999999999999999999,",
                                       "1.,",
                                       ".5,",
                                       "-,",
                                       "1e5,"};
    uint64_t state = 2;

    for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++) {
        char text[40 + STRAIGHT_SLACK] = "";
        snprintf(text, sizeof(text), "%s", some[i]);
        check_number(text);
    }
    for (int round = 0; round < 200000; round++) {
        char text[40 + STRAIGHT_SLACK] = "";
        size_t length = 1 + random_next(&state) % 20;
        for (size_t i = 0; i < length; i++)
            text[i] = bytes[random_next(&state) % (sizeof(bytes) - 1)];
        text[length] = ',';
        check_number(text);
    }
}

struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
    enum load_result result;
};

/* So many threads share the lines; 0: as many as are worth it. */
static void load_text(struct loaded *loaded, const char *text, size_t size,
                      size_t threads)
{
    struct load_limits limits = load_limits_default;

    limits.threads = threads;
    *loaded = (struct loaded){.diags = {.arena = &loaded->arena}};
    loaded->result =
        load_bytes("t.csv", text, size, &limits, &loaded->dataset, &loaded->diags);
}

static void unload(struct loaded *loaded)
{
    dataset_close(&loaded->dataset);
    arena_clear(&loaded->arena);
}

/* Of the 5000 pairs of 100 periods and 50 partners the i-th: first those that name each
 * of them once, so that nothing is new in the others. */
static void pair_of(int i, int *period, int *partner)
{
    *period = i < 50 ? 0 : i < 149 ? i - 49 : 1 + (i - 149) / 49;
    *partner = i < 50 ? i : i < 149 ? 0 : 1 + (i - 149) % 49;
}

/* Row i of the table. */
static void print_row(char *out, size_t size, int i)
{
    int period;
    int partner;

    pair_of(i, &period, &partner);
    snprintf(out, size, "%d,P%02d,%d.%d,%s\n", 1900 + period, partner, i, i % 10,
             i % 7 == 3 ? "" : "5");
}

static void check_long_table(size_t threads)
{
    enum { ROWS = 5000 };
    static char text[ROWS * 40];
    size_t used = 0;
    struct loaded loaded;

    used += (size_t)snprintf(text, sizeof(text), "period,partner,exports,imports\n");
    for (int i = 0; i < ROWS; i++) {
        print_row(text + used, sizeof(text) - used, i);
        used += strlen(text + used);
    }
    load_text(&loaded, text, used, threads);
    cr_assert_eq(loaded.result, LOAD_OK);
    cr_assert_eq(loaded.dataset.observation_count, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        struct value exports = dataset_value(&loaded.dataset, 0, i);
        struct value imports = dataset_value(&loaded.dataset, 1, i);
        char code[8];
        uint32_t member = codes_get(&loaded.dataset.dimension[0].column, i);
        int period;
        int partner;
        pair_of((int)i, &period, &partner);
        snprintf(code, sizeof(code), "P%02d", partner);
        cr_assert_eq(codes_get(&loaded.dataset.period, i), (uint32_t)period);
        cr_assert_str_eq(loaded.dataset.dimension[0].members[member].code, code);
        cr_assert_float_eq(exports.number, (double)i + (double)(i % 10) / 10, 1e-9);
        cr_assert_eq(isnan(imports.number) || imports.absence != ABSENCE_NONE,
                     i % 7 == 3);
        cr_assert_eq(sequence_get(&loaded.dataset.line, i), i + 2);
    }
    unload(&loaded);
}

Test(straight, gives_every_row_of_a_long_table_to_any_number_of_threads)
{
    for (size_t threads = 0; threads <= 5; threads++)
        check_long_table(threads);
}

/* Lines that are left over may be fewer bytes than there are threads. */
Test(straight, more_threads_than_bytes_are_no_parts)
{
    static const char head[] = "period,partner,exports\n2001,A,1\n2002,A,2\n2003,A,3\n";
    char text[128];
    struct loaded loaded;

    for (size_t blank = 0; blank < 10; blank++) {
        size_t used = (size_t)snprintf(text, sizeof(text), "%s%.*s", head, (int)blank,
                                       "\n\n\n\n\n\n\n\n\n\n");
        for (size_t threads = 1; threads <= 8; threads++) {
            load_text(&loaded, text, used, threads);
            cr_assert_eq(loaded.result, LOAD_OK);
            cr_assert_eq(loaded.dataset.observation_count, 3);
            unload(&loaded);
        }
    }
}

/* What a thread finds in the middle of a quoted field is no row, though it looks so. */
Test(straight, a_quoted_field_with_rows_in_it_stays_one_field)
{
    static char text[100000];
    struct loaded loaded;
    size_t used = (size_t)snprintf(text, sizeof(text),
                                   "period,partner,note,exports\n"
                                   "1899,P01,,1\n1900,P01,\"");

    for (int i = 0; i < 2000; i++)
        used += (size_t)snprintf(text + used, sizeof(text) - used, "1899,P01,,7\n");
    used += (size_t)snprintf(text + used, sizeof(text) - used, "\",2\n1901,P01,,3\n");
    for (size_t threads = 1; threads <= 4; threads++) {
        load_text(&loaded, text, used, threads);
        cr_assert_eq(loaded.result, LOAD_OK);
        cr_assert_eq(loaded.dataset.observation_count, 3, "%zu threads", threads);
        cr_assert_eq(sequence_get(&loaded.dataset.line, 2), 2004);
        unload(&loaded);
    }
}

/* A row that is not straight in the middle: its message names its line. */
Test(straight, a_bad_row_among_good_ones_is_named)
{
    static const struct {
        const char *row;
        const char *words;
        size_t rows; /* of the file that are used */
    } cases[] = {
        {"1950,P01,1\n", "has 3 fields", 2000},
        {"1950,P01,many,1\n", "not a number", 2001},
        {"soon,P01,1,1\n", "no period", 2000},
        {"1950,P01,1,1,1\n", "has 5 fields", 2000},
    };
    static char text[100000];

    for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); c++) {
        struct loaded loaded;
        size_t used =
            (size_t)snprintf(text, sizeof(text), "period,partner,exports,imports\n");
        for (int i = 0; i < 2000; i++) {
            print_row(text + used, sizeof(text) - used, i);
            used += strlen(text + used);
            if (i == 999)
                used += (size_t)snprintf(text + used, sizeof(text) - used, "%s",
                                         cases[c].row);
        }
        bool is_named = false;
        load_text(&loaded, text, used, 1 + c % 3);
        cr_assert_eq(loaded.result, LOAD_OK);
        cr_assert_eq(loaded.dataset.observation_count, cases[c].rows);
        for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
            is_named = is_named ||
                       (diag->at.line == 1002 && strstr(diag->message, cases[c].words));
        cr_assert(is_named, "%s", cases[c].words);
        cr_assert_eq(sequence_get(&loaded.dataset.line, cases[c].rows - 1), 2002);
        unload(&loaded);
    }
}

/* Rows of months that come one after the other, as publishers' tables have them, with
 * partners that come and go; every so often one that is not straight. */
static size_t print_months(char *text, size_t size, uint64_t seed)
{
    enum { ROWS = 6000 };
    static const char *const odd[] = {
        "%d-%02d,\"Q\n%d\",1,2\n",
        "%d-%02d,P1,\"1,5\",2 # %d\n",
        "\n",
        "%d-%02d,P2,many,%d\n",
        "soon,P3,1,2\n",
    };
    uint64_t state = seed;
    size_t used = (size_t)snprintf(text, size, "period,partner,exports,imports\n");

    for (int i = 0; i < ROWS; i++) {
        int month = i / 40;
        unsigned chance = (unsigned)random_next(&state) % 400;
        const char *form = "%d-%02d,P%d,%d.5,7\n";
        int partner = i % 40;
        if (chance < 3)
            partner = 100 + (int)(random_next(&state) % 1000);
        else if (chance == 3)
            form = odd[random_next(&state) % 5];
        else if (chance == 4)
            form = "%d-%02d,A partner with a long name %d,%d,7\n";
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        used += (size_t)snprintf(text + used, size - used, form, 1990 + month / 12,
                                 month % 12 + 1, partner, i);
#pragma GCC diagnostic pop
    }
    return used;
}

static void check_same_members(const struct dimension *a, const struct dimension *b)
{
    cr_assert_eq(a->member_count, b->member_count);
    for (uint32_t i = 0; i < a->member_count; i++) {
        cr_assert_str_eq(a->members[i].code, b->members[i].code);
        cr_assert_eq(a->members[i].has_rows, b->members[i].has_rows);
        cr_assert_eq(a->members[i].at.line, b->members[i].at.line);
    }
}

static void check_same(const struct loaded *a, const struct loaded *b)
{
    const struct dataset *left = &a->dataset;
    const struct dataset *right = &b->dataset;
    const struct diag *other = b->diags.first;

    cr_assert_eq(a->result, b->result);
    for (const struct diag *diag = a->diags.first; diag; diag = diag->next) {
        cr_assert_eq(diag->at.line, other->at.line);
        cr_assert_str_eq(diag->message, other->message);
        other = other->next;
    }
    cr_assert_null(other);
    cr_assert_eq(left->observation_count, right->observation_count);
    cr_assert_eq(left->period_count, right->period_count);
    cr_assert_eq(left->dimension_count, right->dimension_count);
    for (size_t d = 0; d < left->dimension_count; d++)
        check_same_members(&left->dimension[d], &right->dimension[d]);
    for (size_t i = 0; i < left->observation_count; i++) {
        cr_assert_eq(codes_get(&left->period, i), codes_get(&right->period, i));
        cr_assert_eq(sequence_get(&left->line, i), sequence_get(&right->line, i));
        for (size_t d = 0; d < left->dimension_count; d++)
            cr_assert_eq(codes_get(&left->dimension[d].column, i),
                         codes_get(&right->dimension[d].column, i));
        for (size_t m = 0; m < left->measure_count; m++)
            cr_assert_eq(left->measure[m].column.data[i],
                         right->measure[m].column.data[i]);
    }
}

/* What is new comes in the middle of what the threads share, and in several of their
 * parts at once. */
Test(straight, new_members_and_periods_are_found_by_any_number_of_threads)
{
    static char text[400000];

    for (uint64_t seed = 1; seed <= 12; seed++) {
        size_t size = print_months(text, sizeof(text), seed);
        struct load_limits limits = load_limits_default;
        struct loaded single = {.diags = {.arena = &single.arena}};
        limits.is_row_by_row = true;
        single.result =
            load_bytes("t.csv", text, size, &limits, &single.dataset, &single.diags);
        for (size_t threads = 1; threads <= 4; threads++) {
            struct loaded bulk;
            load_text(&bulk, text, size, threads);
            check_same(&bulk, &single);
            unload(&bulk);
        }
        unload(&single);
    }
}
