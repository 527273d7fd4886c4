/*
 * Each limit of the loader at limit - 1, limit and limit + 1, and the hostile inputs
 * that they are for.
 */
#include "core/load/load.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Loads the text and returns the first message, "" when there is none. */
static const char *load_text(struct arena *arena, const char *text, size_t size,
                             const struct load_limits *limits)
{
    struct diag_list diags = {.arena = arena};
    struct dataset dataset = {0};
    enum load_result result =
        load_bytes("t.yaml", text, size, limits, &dataset, &diags);

    cr_expect_eq(result == LOAD_OK, !diag_has_errors(&diags));
    dataset_close(&dataset);
    return diags.last ? diags.last->message : "";
}

/* `text` with `count` times `unit` between `head` and `tail`. */
static char *repeated(struct arena *arena, const char *head, const char *unit,
                      size_t count, const char *tail)
{
    size_t step = strlen(unit);
    char *text = arena_alloc(arena, strlen(head) + count * step + strlen(tail) + 1);
    char *at = text;

    memcpy(at, head, strlen(head));
    at += strlen(head);
    for (size_t i = 0; i < count; i++, at += step)
        memcpy(at, unit, step);
    memcpy(at, tail, strlen(tail));
    return text;
}

static void expect(const char *head, const char *unit, size_t count, const char *tail,
                   const char *message)
{
    struct arena arena = {0};
    char *text = repeated(&arena, head, unit, count, tail);
    const char *said = load_text(&arena, text, strlen(text), &load_limits_default);

    cr_expect_str_eq(said, message, "%zu times '%s': %s", count, unit, said);
    arena_clear(&arena);
}

Test(limits, nesting_is_64_deep)
{
    struct arena arena = {0};
    /* One level is the file's own mapping. */
    for (size_t depth = 63; depth <= 65; depth++) {
        char *open =
            repeated(&arena, "title: T\nnotes: x\nextra: ", "[", depth - 1, "");
        char *text = repeated(&arena, open, "]", depth - 1, "\n");
        const char *said = load_text(&arena, text, strlen(text), &load_limits_default);

        cr_expect_str_eq(said, depth <= 64 ? "unknown key 'extra' in a data file"
                                           : "nested more than 64 deep");
    }
    arena_clear(&arena);
}

Test(limits, eight_directive_lines)
{
    const char *more = "more than 8 lines begin with '%'";
    const char *eight = "this '%' directive is not known";

    expect("", "%X\n", 7, "---\ntitle: T\nnotes: x\n", eight);
    expect("", "%X\n", 8, "---\ntitle: T\nnotes: x\n", eight);
    expect("", "%X\n", 9, "---\ntitle: T\nnotes: x\n", more);
    expect("", "%X\r", 9, "---\ntitle: T\nnotes: x\n", more);
    expect("", "%X\xE2\x80\xA8", 9, "---\ntitle: T\nnotes: x\n", more);
    expect("title: T\nnotes: ", "5% ", 50, "\n", "");
    expect("title: T\nnotes: ", "\xE4\xB8\x85% ", 50, "\n", "");
}

Test(limits, a_text_has_a_mebibyte)
{
    const size_t mebibyte = 1024 * 1024;

    expect("title: T\nnotes: ", "x", mebibyte - 1, "\n", "");
    expect("title: T\nnotes: ", "x", mebibyte, "\n", "");
    expect("title: T\nnotes: ", "x", mebibyte + 1, "\n",
           "a text is longer than 1048576 bytes");
    expect("title: T\nnotes: \"", "\\x41", mebibyte, "\"\n", "");
}

Test(limits, eight_mebibytes_go_by_without_a_value)
{
    const size_t mebibyte = 1024 * 1024;

    expect("title: T\n", "#", 7 * mebibyte, "\nnotes: x\n", "");
    expect("title: T\n", " ", 9 * mebibyte, "\nnotes: x\n",
           "more than 8388608 bytes without a single value");
}

Test(limits, a_file_has_so_many_bytes)
{
    const char text[] = "title: T\nnotes: x\n";
    struct arena arena = {0};
    struct load_limits limits = load_limits_default;

    for (size_t extra = 0; extra < 3; extra++) {
        limits.file_bytes = sizeof(text) - 2 + extra;
        cr_expect_str_eq(load_text(&arena, text, sizeof(text) - 1, &limits),
                         extra ? "" : "cannot read: it is larger than 17 bytes");
    }
    arena_clear(&arena);
}

Test(limits, a_file_has_so_many_events)
{
    /* Stream, document, mapping, four texts, and an end for each: 10. */
    const char text[] = "title: T\nnotes: x\n";
    struct arena arena = {0};
    struct load_limits limits = load_limits_default;

    for (limits.events = 9; limits.events <= 11; limits.events++)
        cr_expect_str_eq(load_text(&arena, text, sizeof(text) - 1, &limits),
                         limits.events < 10 ? "more than 9 values, lists and keys"
                                            : "");
    arena_clear(&arena);
}

Test(limits, hostile_inputs_are_refused_at_once)
{
    static const struct {
        const char *head;
        const char *unit;
        size_t count;
        const char *message;
    } cases[] = {
        {"", "[", 25000, "nested more than 64 deep"},
        {"", "[\n", 25000, "nested more than 64 deep"},
        {"", "{", 25000, "nested more than 64 deep"},
        {"", "{a: ", 25000, "nested more than 64 deep"},
        {"", "- ", 100000, "nested more than 64 deep"},
        {"", "? ", 100000, "nested more than 64 deep"},
        {"", "%TAG !a! tag:x\n", 100000, "more than 8 lines begin with '%'"},
        {"a: &a [*a]", "", 0,
         "anchors and aliases (&name, *name) are not allowed in a data file: write the "
         "value out"},
        {"a: &a [x,x]\n", "b: &b [*a,*a,*a,*a]\n", 20,
         "anchors and aliases (&name, *name) are not allowed in a data file: write the "
         "value out"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        expect(cases[i].head, cases[i].unit, cases[i].count, "", cases[i].message);
}

Test(limits, a_nul_does_not_cut_a_text)
{
    static const char text[] = "title: \"a\\0b\"\nnotes: x\n";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};

    cr_assert_eq(
        load_bytes("t", text, sizeof(text) - 1, &load_limits_default, &dataset, &diags),
        LOAD_OK);
    cr_expect_str_eq(label_pick(&dataset.title, "en"), "a\xEF\xBF\xBD"
                                                       "b");
    dataset_close(&dataset);
    arena_clear(&arena);
}

Test(limits, a_thousand_mistakes_are_kept_and_all_are_counted)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset = {0};
    char *text = repeated(&arena,
                          "title: T\nunit: percent\ncolumns: [period, exports]\n"
                          "observations:\n",
                          "  - [2024, x]\n", 5000, "");

    cr_expect_eq(
        load_bytes("t", text, strlen(text), &load_limits_default, &dataset, &diags),
        LOAD_BAD_DATA);
    cr_expect_eq(diags.count[SEVERITY_ERROR], 5000);
    cr_expect_eq(diags.kept, DIAG_LIMIT);
    arena_clear(&arena);
}

/* "FORMAT with 1, FORMAT with 2, ..." */
static char *numbered(struct arena *arena, const char *before, const char *after,
                      size_t count)
{
    char *list = arena_copy(arena, "", 0);

    for (size_t i = 1; i <= count; i++)
        list = arena_printf(arena, "%s%s%s%zu%s", list, i > 1 ? ", " : "", before, i,
                            after);
    return list;
}

/* A list of limit - 1 and of limit items loads, one of limit + 1 does not. */
static void expect_at_most(const char *head, const char *before, const char *after,
                           const char *tail, size_t limit, const char *message)
{
    struct arena arena = {0};

    for (size_t count = limit - 1; count <= limit + 1; count++) {
        char *list = numbered(&arena, before, after, count);
        char *text = arena_printf(&arena, "title: T\nunit: percent\nnotes: x\n%s%s%s\n",
                                  head, list, tail);

        cr_expect_str_eq(load_text(&arena, text, strlen(text), &load_limits_default),
                         count > limit ? message : "", "%zu", count);
    }
    arena_clear(&arena);
}

Test(limits, of_what_a_dataset_holds)
{
    expect_at_most("dimensions: {", "d", ": {title: a}", "}", DIMENSION_MAX,
                   "a dataset has at most 12 dimensions");
    expect_at_most("measures: {", "m", ": {title: a}", "}", MEASURE_MAX,
                   "a dataset has at most 64 measures");
    expect_at_most("dimensions: {d: {levels: [", "l", "", "]}}", LEVEL_MAX,
                   "a dimension has at most 12 levels");
}

Test(limits, of_the_groups_of_a_member)
{
    struct arena arena = {0};
    char *groups = numbered(&arena, "G", "", 65);
    const char *head = arena_printf(
        &arena, "dimensions: {d: {groups: [%s], members: [{code: A, groups: [", groups);

    expect_at_most(head, "G", "", "]}]}}", 64, "a member is in at most 64 groups");
    arena_clear(&arena);
}

/* Each currency has the 2000 years that a period can be. */
Test(limits, two_thousand_rates)
{
    static const char *const more[] = {"2001: 1", "2001: 1, 2002: 1",
                                       "2001: 1, 2002: 1, 2003: 1"};
    struct arena arena = {0};
    char *years = arena_printf(&arena, "1000: 1");

    for (int year = 1001; year < 2998; year++)
        years = arena_printf(&arena, "%s, %d: 1", years, year);
    for (size_t i = 0; i < 3; i++) {
        char *text = arena_printf(&arena, "title: T\nrates: {USD: {%s}, EUR: {%s}}\n",
                                  years, more[i]);
        const char *said = load_text(&arena, text, strlen(text), &load_limits_default);

        cr_expect_str_eq(said, i > 1 ? "a dataset has at most 2000 rates" : "");
    }
    arena_clear(&arena);
}

Test(limits, a_flag_has_eight_letters)
{
    const char *head = "title: T\nunit: percent\nobservations:\n"
                       "  - {period: 2024, exports: 1, flag: ";

    expect(head, "a", 7, "}\n", "");
    expect(head, "a", 8, "}\n", "");
    expect(head, "a", 9, "}\n",
           "'aaaaaaaaa' is not a flag: at most 8 letters such as p or be");
}

/* Rows that wait for a code are many where codes are many; what was met before stays
 * met, and in the same memory. */
Test(limits, many_codes_take_no_more_memory_than_their_rows)
{
    enum { CODES = 20000, ROW_MAX = 48 };
    struct load_limits limits = load_limits_default;
    struct loaded loaded;
    struct arena arena = {0};
    size_t room = (size_t)2 * CODES * ROW_MAX;
    char *text = arena_alloc(&arena, room);
    size_t size = (size_t)snprintf(text, room, "period,product,exports,imports\n");

    for (int i = 0; i < 2 * CODES; i++)
        size += (size_t)snprintf(text + size, room - size, "2024-%02d,%06d,%d,%d\n",
                                 1 + i / CODES, i % CODES * 7919 % 1000000, i, 2 * i);
    limits.memory_bytes = (size_t)64 << 20;
    limits.answers =
        &(struct load_answers){.unit = {.kind = UNIT_CURRENCY, .code = "USD"}};
    loaded_open(&loaded);
    loaded_bytes(&loaded, "t.csv", text, size, &limits);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 2 * CODES);
    cr_expect_eq(loaded.dataset.dimension[0].member_count, CODES);
    loaded_close(&loaded);
    arena_clear(&arena);
}
