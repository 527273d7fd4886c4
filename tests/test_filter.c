/*
 * Filters: the grammar, and what they keep, counted a second time from the file.
 */
#include "core/query/filter.h"

#include "tests/raw.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

struct bench {
    struct dataset dataset;
    struct arena arena;
    struct query query;
    struct frame *frame;
};

static void open_partners(struct bench *bench)
{
    *bench = (struct bench){0};
    sample_bundled(&bench->dataset, "china-partners-2024.yaml");
    bench->query = query_new(&bench->dataset);
}

static void close_bench(struct bench *bench)
{
    arena_clear(&bench->arena);
    dataset_close(&bench->dataset);
}

static size_t kept(struct bench *bench, const char *filter)
{
    bench->query.filter = filter;
    bench->frame = frame_new(&bench->dataset, &bench->query, &bench->arena);
    return bench->frame->row_count;
}

/* "exports > 100|-asia|?foo > 1|~x >": ? is mistaken, ~ unfinished. */
static const char *summary(struct bench *bench, const char *text)
{
    struct filter filter =
        filter_read(&bench->dataset, bench->query.rows, text, &bench->arena);
    const char *out = "";

    for (size_t i = 0; i < filter.count; i++)
        out = arena_printf(&bench->arena, "%s%s%s%s", out, i ? "|" : "",
                           filter.terms[i].state == FILTER_MISTAKEN     ? "?"
                           : filter.terms[i].state == FILTER_UNFINISHED ? "~"
                                                                        : "",
                           filter.terms[i].shown);
    return out;
}

Test(filter, terms_are_words_fields_and_comparisons)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"   ", ""},
        {"asia", "asia"},
        {"  asia   exports > 100 ", "asia|exports > 100"},
        {"exports>100 region:Asia", "exports > 100|region:Asia"},
        {"x>100 m<=5 b!=0 t>=1", "exports > 100|imports <= 5|balance != 0|total >= 1"},
        {"EXPORTS≥1,000.5 balance < −2", "exports >= 1000.5|balance < -2"},
        {"expo > 1 imports-g < 5%", "exports > 1|imports-growth < 5%"},
        {"balance < -2bn", "balance < -2 bn"},
        {"balance < -2 bn asia", "balance < -2 bn|asia"},
        {"x > 3亿", "exports > 3 亿"},
        {"-asia -region:\"Latin America\" -x>1",
         "-asia|-region:\"Latin America\"|-exports > 1"},
        {"\"new zealand\" viet", "\"new zealand\"|viet"},
        {"\"new zea", "\"new zea"},
        {"exports >", "~exports >"},
        {"exports > -", "~exports > -"},
        {"exports > 1e", "~exports > 1e"},
        {"exports > 1m", "~exports > 1m"},
        {"region:", "~region:"},
        {"-", "~-"},
        {"expots > 5", "?expots > 5"},
        {"e > 5", "exports > 5"},
        {"growth > 5", "?growth > 5"},
        {"exports > many", "?exports > many"},
        {"g > 15", "?g > 15"},
        {"x>m exports-g<=imports-g",
         "exports > imports|exports-growth <= imports-growth"},
        {"-x>m|b<t asia", "-exports > imports | balance < total|asia"},
        {"exports > exp", "~exports > exp"},
        {"x > 1 000 asia", "exports > 1000|asia"},
        {"x>−1 000 000.5bn", "exports > -1000000.5 bn"},
        {"x > 10 000 mn 000", "exports > 10000 mn|000"},
        {"x > 1  000", "exports > 1|000"},
        {"x > 1000 000", "exports > 1000|000"},
        {"x > 1 00", "exports > 1|00"},
        {"x>5|x>1 000|asia", "exports > 5 | exports > 1000 | asia"},
        {"x>5 bn|asia", "exports > 5 bn | asia"},
        {"exports > 1,5", "?exports > 1,5"},
        {"share > 5 bn", "?share > 5 bn"},
        {"exports > 5%", "?exports > 5%"},
        {"> 5 asia", "?> 5|asia"},
        {"<<<<", "?<<<<"},
        {"foo:bar", "?foo:bar"},
        {"asia|europe x>1", "asia | europe|exports > 1"},
        {" -asia | x > 2 |\"a|b\"  m>1", "-asia | exports > 2 | \"a|b\"|imports > 1"},
        {"asia |", "asia | "},
        {"|", "~ | "},
        {"foo:bar|asia expots>1|x>", "foo:bar | asia|~expots>1 | x>"},
    };
    struct bench bench;

    open_partners(&bench);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        cr_expect_str_eq(summary(&bench, cases[i][0]), cases[i][1], "'%s' is %s",
                         cases[i][0], summary(&bench, cases[i][0]));
    close_bench(&bench);
}

Test(filter, mistakes_say_what_would_be_right)
{
    static const char *const cases[][2] = {
        {"expots > 5", "unknown column 'expots'; did you mean 'exports'?"},
        {"exports >", "'exports >' lacks a number"},
        {"growth > 5",
         "that may be 'exports-growth' or 'imports-growth': write more of it"},
        {"contnent:Asia", "unknown field 'contnent:'; did you mean 'continent:'?"},
        {"g > 15",
         "that may be 'exports-growth' or 'imports-growth': write more of it"},
        {"exports > ten", "'ten' is neither a number nor a column"},
        {"exports > imprts", "unknown column 'imprts'; did you mean 'imports'?"},
        {"exports > growth",
         "that may be 'exports-growth' or 'imports-growth': write more of it"},
        {"exports > x", "'x' is compared with itself"},
        {"exports > 5x", "unknown suffix 'x'; say k, mn, bn, tn, 万, 亿 or %"},
        {"share > 5bn", "this column counts no 'bn': write the number alone"},
        {"exports > 5%", "this column is no percentage"},
        {"< 5", "'<' needs a column before it: exports < 100"},
    };
    struct bench bench;

    open_partners(&bench);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct filter filter =
            filter_read(&bench.dataset, bench.query.rows, cases[i][0], &bench.arena);
        cr_assert_not_null(filter_problem(&filter), "%s", cases[i][0]);
        cr_expect_str_eq(filter_problem(&filter)->mistake, cases[i][1]);
    }
    close_bench(&bench);
}

/* Each line of the file, counted with C's own arithmetic. 1 bn is 1e5 units of it. */
static bool wants(const struct raw_row *row, int which)
{
    double balance = row->exports - row->imports;
    bool is_asia = strcmp(row->parent, "ASIA") == 0;

    switch (which) {
    case 0:
        return row->exports > 100e5;
    case 1:
        return is_asia && row->exports > 100e5;
    case 2:
        return is_asia && balance < 0;
    case 3:
        return raw_is_in(row, "ASEAN") && balance <= -10e5;
    case 4:
        return strstr(row->member, "land") && !is_asia; /* in names alone */
    case 5:
        return row->exports_growth >= 50;
    case 6:
        return row->imports == 0;
    case 7:
        return !isnan(row->exports) && !(row->exports > 1e5);
    case 8:
        return round(row->exports / 1e4) / 10 == 3733.7;
    case 9:
        return row->exports < 100;
    case 10:
        return is_asia || strcmp(row->parent, "EUROPE") == 0;
    case 11:
        return (is_asia || balance > 100e5) && row->imports > 50e5;
    case 12:
        return !is_asia || row->exports > 1000e5;
    case 13:
        return row->exports > row->imports;
    case 14:
        return row->exports <= row->imports;
    case 15:
        return is_asia && row->exports > 1000e5;
    default:
        return raw_is_in(row, "EU") || strcmp(row->parent, "OCEANIA") != 0;
    }
}

Test(filter, what_is_kept_is_what_the_file_has)
{
    static const char *const filters[] = {
        "exports > 100",
        "region:Asia exports > 100",
        "asia balance < 0",
        "group:ASEAN balance <= -10bn",
        "name:land -continent:ASIA",
        "exports-growth >= 50",
        "imports = 0.00000000",
        "-exports > 1",
        "exports = 3733.7",
        "exports < 1mn",
        "region:Asia|region:Europe",
        "region:Asia | b > 100 imports > 50",
        "-continent:Asia|exports>1000",
        "exports > imports",
        "-x>m",
        "asia x>1 000",
        "-continent:Oceania",
    };
    struct bench bench;
    struct raw raw;

    open_partners(&bench);
    raw_read(&raw);
    for (size_t f = 0; f < sizeof(filters) / sizeof(filters[0]); f++) {
        size_t count = 0;
        for (size_t i = 0; i < raw.count; i++) {
            bool is_wanted = wants(&raw.row[i], (int)f);
            count += is_wanted;
        }
        cr_expect_eq(kept(&bench, filters[f]), count,
                     "'%s' keeps %zu, the file has %zu", filters[f],
                     bench.frame->row_count, count);
        cr_expect(!filter_problem(&bench.frame->filter));
        for (size_t i = 0; i < bench.frame->row_count; i++)
            cr_expect(wants(raw_find(&raw, bench.frame->rows[i].code), (int)f));
    }
    /* M3 of the figures that are known: 21 partners, 45.0 % of all trade. */
    cr_expect_eq(kept(&bench, "region:Asia exports > 100"), 21);
    cr_expect_float_eq(sample_value(bench.frame, &bench.frame->shown, "share").number,
                       45.0, 0.05);
    close_bench(&bench);
}

/* China has no exports to itself ('-'), Tokelau's are not reported ('~'). */
Test(filter, what_is_missing_satisfies_no_comparison)
{
    static const char *const filters[] = {"exports < 1e9",    "exports >= 0",
                                          "exports != 99999", "-exports > 1e9",
                                          "-exports = 99999", "balance < 1e9"};
    struct bench bench;

    open_partners(&bench);
    for (size_t f = 0; f < sizeof(filters) / sizeof(filters[0]); f++) {
        cr_expect_eq(kept(&bench, filters[f]), 250, "%s", filters[f]);
        cr_expect_eq(frame_find(bench.frame, 0, 0), SIZE_MAX);
        for (size_t i = 0; i < bench.frame->row_count; i++) {
            cr_expect_str_neq(bench.frame->rows[i].code, "CHN");
            cr_expect_str_neq(bench.frame->rows[i].code, "TKL");
        }
    }
    close_bench(&bench);
}

Test(filter, two_columns_are_compared_in_one_unit_alone)
{
    static const char *const cases[][2] = {
        {"exports > share", "'exports' and 'share' are not in one unit"},
        {"cover > exports", "'cover' and 'exports' are not in one unit"},
        {"exports > cover", "'exports' and 'cover' are not in one unit"},
    };
    struct bench bench;

    open_partners(&bench);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        cr_expect_eq(kept(&bench, cases[i][0]), 253);
        cr_assert_not_null(filter_problem(&bench.frame->filter), "%s", cases[i][0]);
        cr_expect_str_eq(filter_problem(&bench.frame->filter)->mistake, cases[i][1]);
    }
    kept(&bench, "exports-growth >= share");
    cr_expect_null(filter_problem(&bench.frame->filter));
    close_bench(&bench);
}

Test(filter, what_is_unfinished_or_wrong_hides_nothing)
{
    static const char *const filters[] = {"exports >", "expots > 5",    "region:", "-",
                                          "foo:bar",   "exports > 1 b", "\""};
    struct bench bench;

    open_partners(&bench);
    cr_expect_eq(kept(&bench, "asia"), 52);
    for (size_t f = 0; f + 2 < sizeof(filters) / sizeof(filters[0]); f++) {
        const char *text = arena_printf(&bench.arena, "asia %s", filters[f]);
        cr_expect_eq(kept(&bench, text), 52, "%s", text);
        cr_expect_not_null(filter_problem(&bench.frame->filter));
    }
    cr_expect_eq(kept(&bench, "asia | foo:bar"), 52);
    cr_expect_eq(kept(&bench, "|"), 253);
    cr_expect_eq(kept(&bench, "\""), 253);
    cr_expect_not(bench.frame->has_shown);
    /* 252 partners and what is not allocated to any. */
    cr_expect_eq(bench.frame->matched_count, 252);
    close_bench(&bench);
}

/* Whole names go before parts of names: Niger is not Nigeria. */
Test(filter, a_field_that_names_something_wholly_means_it_alone)
{
    struct bench bench;

    open_partners(&bench);
    cr_expect_eq(kept(&bench, "niger"), 2);
    cr_expect_eq(kept(&bench, "partner:Niger"), 1);
    cr_expect_eq(kept(&bench, "country:nig"), 2);
    cr_expect_eq(kept(&bench, "code:USA"), 1);
    cr_expect_eq(kept(&bench, "name:usa"), 0);
    /* Two continents have America in their name. */
    cr_expect_eq(kept(&bench, "continent:america"),
                 kept(&bench, "continent:\"Latin America\"") +
                     kept(&bench, "continent:\"North America\""));
    cr_expect_gt(bench.frame->row_count, 0);
    close_bench(&bench);
}

/* Years whose figures are a million times apart: no total, so the largest row decides
 * the scale, and the filter must not drop it before. */
static const char apart[] = "entrepot: 1\n"
                            "title: Apart\n"
                            "unit: {currency: USD, scale: 6}\n"
                            "observations:\n"
                            "  - {period: 2000, exports: 4, imports: 1}\n"
                            "  - {period: 2001, exports: 20000, imports: 1}\n"
                            "  - {period: 2002, exports: 5000000, imports: 1}\n";

Test(filter, the_scale_of_a_number_is_that_of_all_rows)
{
    struct bench bench = {0};
    int scale;

    sample_load(&bench.dataset, apart);
    bench.query = query_new(&bench.dataset);
    cr_expect_eq(kept(&bench, ""), 3);
    scale = frame_scale(bench.frame, "en");
    cr_assert_eq(scale, 9);
    /* In billions: 0.004, 20 and 5000. */
    cr_expect_eq(kept(&bench, "exports < 10"), 1);
    cr_expect_eq(frame_scale(bench.frame, "en"), scale);
    cr_expect_eq(kept(&bench, "exports < 100"), 2);
    cr_expect_eq(kept(&bench, "exports < 10mn"), 1);
    cr_expect_eq(kept(&bench, "exports > 10mn"), 2);
    /* A column for the filter alone does not count. */
    cr_expect_eq(kept(&bench, "exports-index > 1000"), 2);
    cr_expect_eq(frame_scale(bench.frame, "en"), scale);
    bench.query.has_scale = true;
    bench.query.scale = 6;
    cr_expect_eq(kept(&bench, "exports < 10"), 1);
    cr_expect_eq(kept(&bench, "exports < 30000"), 2);
    close_bench(&bench);
}

Test(filter, bare_amounts_can_be_fixed_in_a_scale)
{
    static const struct {
        int scale;
        const char *text, *fixed;
    } cases[] = {
        {9, "exports > 500", "exports > 500 bn"},
        {8, "b<-5.5|x>1 asia share>5", "b<-5.5 亿|x>1 亿 asia share>5"},
        {9, "x>5mn -m>3 x>m \"a > 5\"", "x>5mn -m>3 bn x>m \"a > 5\""},
        {0, "x>5", "x>0.005 k"},
        {5, "x>5.5", "x>55 万"},
        {9, "asia x>", "asia x>"},
    };
    struct bench bench;

    open_partners(&bench);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct filter filter =
            filter_read(&bench.dataset, bench.query.rows, cases[i].text, &bench.arena);
        cr_expect_str_eq(filter_fixed(&filter, cases[i].scale, &bench.arena),
                         cases[i].fixed, "%s",
                         filter_fixed(&filter, cases[i].scale, &bench.arena));
    }
    close_bench(&bench);
}

Test(filter, a_column_that_the_rows_cannot_have_is_a_mistake)
{
    struct bench bench = {0};

    sample_load(&bench.dataset, apart);
    bench.query = query_new(&bench.dataset);
    cr_expect_eq(kept(&bench, "share > 5"), 3);
    cr_assert_not_null(filter_problem(&bench.frame->filter));
    cr_expect_eq(filter_problem(&bench.frame->filter)->state, FILTER_MISTAKEN);
    cr_expect_eq(kept(&bench, "period:2001"), 1);
    cr_expect_eq(kept(&bench, "200 -2001"), 2);
    close_bench(&bench);
}

/* The second way is to leave each term out and to look. */
Test(filter, each_term_knows_what_it_alone_keeps_out)
{
    static const char text[] = "continent:Oceania exports > 1000 \"new zea\"";
    struct bench bench;

    open_partners(&bench);
    cr_assert_eq(kept(&bench, text), 0);
    for (size_t i = 0; i < 3; i++) {
        struct filter filter = bench.frame->filter;
        size_t regained = filter.terms[i].regained;
        cr_expect_eq(kept(&bench, filter_without(&filter, i, &bench.arena)), regained);
        if (regained)
            cr_expect_str_eq(filter.terms[i].regained_name, bench.frame->rows[0].name);
        kept(&bench, text);
    }
    cr_expect_eq(bench.frame->filter.terms[1].regained, 1);
    close_bench(&bench);
}

Test(filter, a_term_is_taken_out_with_its_blanks)
{
    static const char *const left[] = {"exports  > 1  viet", "asia viet",
                                       "asia exports  > 1"};
    struct bench bench;
    struct filter filter;

    open_partners(&bench);
    filter = filter_read(&bench.dataset, 0, "asia exports  > 1  viet", &bench.arena);
    cr_assert_eq(filter.count, 3);
    for (size_t i = 0; i < 3; i++)
        cr_expect_str_eq(filter_without(&filter, i, &bench.arena), left[i]);
    close_bench(&bench);
}

/* Pieces of filters in any order: read without a crash, every term within the text, in
 * order; a frame of it has no more rows than without. */
Test(filter, any_text_at_all_is_read)
{
    static const char *const pieces[] = {
        "asia",    " ",       "\"",          "-",  ":",  "<",    "=",      "!",  ">=",
        "exports", "x",       "1",           "e",  ".",  ",",    "%",      "bn", "万",
        "−",       "region:", "名",          "\t", "é",  "\xff", "\xe4",   "≥",  "k",
        "group:",  "b",       "99999999999", "''", "\\", "%s",   "balance"};
    enum { PIECES = sizeof(pieces) / sizeof(pieces[0]) };
    struct bench bench;
    unsigned seed = 4711;

    open_partners(&bench);
    for (int round = 0; round < 4000; round++) {
        char text[128] = "";
        size_t end = 0;
        struct arena arena = {0};
        struct filter filter;
        for (int i = 0; i < 12; i++) {
            seed = seed * 1103515245u + 12345u;
            snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s",
                     pieces[(seed >> 16) % PIECES]);
        }
        filter = filter_read(&bench.dataset, 0, text, &arena);
        for (size_t i = 0; i < filter.count; i++) {
            cr_assert_geq(filter.terms[i].start, end, "'%s'", text);
            cr_assert_gt(filter.terms[i].length, 0, "'%s'", text);
            end = filter.terms[i].start + filter.terms[i].length;
            cr_assert_leq(end, strlen(text), "'%s'", text);
            filter_without(&filter, i, &arena);
        }
        arena_clear(&arena);
        if (round % 100)
            continue;
        cr_assert_leq(kept(&bench, text), 253);
        arena_clear(&bench.arena);
    }
    close_bench(&bench);
}
