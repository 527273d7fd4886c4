/*
 * A load that is stopped: whatever it stops at, what is left are the first rows of the
 * file, each as it is in the whole, and nothing is blamed on the file.
 */
#include "core/load/load.h"
#include "tests/files.h"
#include "tests/loaded.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MAX_BYTES = 16 * 1024, ROWS = 24, ROWS_MAX = 64 };

/* A file of `count` rows; row i is whole with `end[i]` bytes of it. */
struct text {
    char bytes[TEXT_MAX_BYTES];
    size_t size;
    size_t end[ROWS_MAX];
    size_t count;
};

static void say(struct text *text, const char *words)
{
    size_t length = strlen(words);

    cr_assert_lt(text->size + length, TEXT_MAX_BYTES);
    memcpy(text->bytes + text->size, words, length + 1);
    text->size += length;
}

/* Writes rows by a format of a year, a partner and two figures; `cut` of its last bytes
 * are not needed for the row to be whole. */
static void say_rows(struct text *text, const char *format, size_t cut)
    __attribute__((format(printf, 2, 0)));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void say_rows(struct text *text, const char *format, size_t cut)
{
    for (int i = 0; i < ROWS; i++) {
        char row[256];
        snprintf(row, sizeof(row), format, 2001 + i / 4, 'A' + i % 4, 1000 + 7 * i,
                 123456 + i);
        say(text, row);
        text->end[text->count++] = text->size - cut;
    }
}
#pragma GCC diagnostic pop

static void csv(struct text *text)
{
    say(text, "year,partner,exports (million USD),imports (million USD)\n");
    say_rows(text, "%d,P%c,%d,%d\n", 0);
}

static void csv_crlf_quoted(struct text *text)
{
    say(text,
        "\"year\",\"partner\",\"exports (million USD)\",imports (million USD)\r\n");
    say_rows(text, "%d,\"P\n\"\"%c\",%d,%d\r\n", 1);
}

static void yaml_head(struct text *text)
{
    say(text, "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
              "columns: [period, partner, exports, imports]\nobservations:\n");
}

static void yaml_lists(struct text *text)
{
    yaml_head(text);
    say_rows(text, "  - [%d, P%c, %d, %d]\n", 0);
}

static void yaml_flow(struct text *text)
{
    yaml_head(text);
    say_rows(text, "  - {period: %d, partner: P%c, exports: %d, imports: %d}\n", 0);
    say(text, "events:\n  - {period: 2001, title: Something}\n");
}

static void yaml_blocks(struct text *text)
{
    yaml_head(text);
    say_rows(text,
             "  - period: %d\n    partner: P%c\n    exports: %d\n    imports: %d\n", 0);
}

static void json(struct text *text)
{
    say(text, "{\"data\": [");
    say_rows(text,
             "{\"year\": %d, \"partner\": \"P%c\", \"exports\": %d, \"imports\": %d},",
             1);
    say(text, "{\"year\": 2020, \"partner\": \"PX\", \"exports\": 1, \"imports\": 2}");
    text->end[text->count++] = text->size;
    say(text, "]}\n");
}

static void utf16(struct text *text)
{
    struct text plain = {0};

    csv(&plain);
    text->bytes[0] = '\xff';
    text->bytes[1] = '\xfe';
    for (size_t i = 0; i < plain.size; i++) {
        text->bytes[2 + 2 * i] = plain.bytes[i];
        text->bytes[3 + 2 * i] = '\0';
    }
    text->size = 2 + 2 * plain.size;
    text->count = plain.count;
    /* The mark at the beginning becomes three bytes of text, which are read away. */
    for (size_t i = 0; i < plain.count; i++)
        text->end[i] = plain.end[i] + 3;
}

/* maker, rows that the reader may hold back at the stop */
static const struct {
    const char *name;
    void (*make)(struct text *text);
    size_t held;
} forms[] = {
    {"csv", csv, 0},
    {"csv, CRLF and quotes", csv_crlf_quoted, 0},
    {"yaml lists", yaml_lists, 1},
    {"yaml flow", yaml_flow, 1},
    {"yaml blocks", yaml_blocks, 1},
    {"json", json, 0},
    {"utf-16", utf16, 0},
};

static const struct load_answers million = {.unit = {UNIT_CURRENCY, "USD", 6}};

static struct load_limits limits_of(struct load_progress *progress)
{
    struct load_limits limits = load_limits_default;

    limits.answers = &million;
    limits.progress = progress;
    return limits;
}

static const char *code_of(const struct dataset *dataset, size_t row)
{
    const struct dimension *dimension = &dataset->dimension[0];

    return dimension->members[codes_get(&dimension->column, row)].code;
}

/* The rows are the first of the whole, each with the same figures. */
static void expect_beginning(const struct dataset *part, const struct dataset *whole,
                             const char *name, size_t at)
{
    for (size_t i = 0; i < part->observation_count; i++) {
        struct period a = part->periods[codes_get(&part->period, i)];
        struct period b = whole->periods[codes_get(&whole->period, i)];
        cr_expect(period_equal(a, b), "%s at %zu: period of row %zu", name, at, i);
        cr_expect_eq(part->measure_count, whole->measure_count);
        for (size_t m = 0; m < part->measure_count; m++)
            cr_expect_eq(dataset_value(part, m, i).number,
                         dataset_value(whole, m, i).number, "%s at %zu: row %zu", name,
                         at, i);
        /* One member alone is no dimension. */
        if (part->dimension_count)
            cr_expect_str_eq(code_of(part, i), code_of(whole, i), "%s at %zu: row %zu",
                             name, at, i);
    }
}

static size_t whole_rows(const struct text *text, size_t size)
{
    size_t count = 0;

    while (count < text->count && text->end[count] <= size)
        count++;
    return count;
}

static void expect_part(const struct loaded *part, const struct dataset *whole,
                        size_t rows, size_t held, const char *name, size_t at)
{
    const struct dataset *dataset = &part->dataset;

    if (part->result != LOAD_OK) {
        cr_expect_leq(rows, held, "%s at %zu: %s", name, at, loaded_message(part));
        cr_expect_str_eq(loaded_message(part), "stopped before there was a row",
                         "%s at %zu", name, at);
        cr_expect_eq(part->diags.kept, 1, "%s at %zu", name, at);
        return;
    }
    cr_expect(dataset->is_partial, "%s at %zu", name, at);
    cr_expect_leq(dataset->observation_count, rows, "%s at %zu", name, at);
    cr_expect_geq(dataset->observation_count + held, rows, "%s at %zu", name, at);
    cr_expect_eq(part->diags.count[SEVERITY_WARNING], 0, "%s at %zu: %s", name, at,
                 loaded_message(part));
    expect_beginning(dataset, whole, name, at);
}

static void try_form(size_t form, bool is_row_by_row)
{
    struct text text = {0};
    struct loaded whole;
    struct load_limits plain = limits_of(NULL);

    forms[form].make(&text);
    loaded_bytes(&whole, "t", text.bytes, text.size, &plain);
    cr_assert_eq(whole.result, LOAD_OK, "%s: %s", forms[form].name,
                 loaded_message(&whole));
    cr_assert_eq(whole.dataset.observation_count, text.count);
    cr_expect_not(whole.dataset.is_partial);
    for (size_t head = 1; head < whole.dataset.text_bytes; head++) {
        struct load_progress progress = {.wake_fd = -1, .head = head};
        struct load_limits limits = limits_of(&progress);
        struct loaded part;
        limits.is_row_by_row = is_row_by_row;
        loaded_bytes(&part, "t", text.bytes, text.size, &limits);
        expect_part(&part, &whole.dataset, whole_rows(&text, head), forms[form].held,
                    forms[form].name, head);
        loaded_close(&part);
    }
    loaded_close(&whole);
}

Test(progress, a_stop_at_any_byte_leaves_the_first_rows)
{
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        try_form(i, false);
}

Test(progress, a_stop_leaves_the_same_row_by_row)
{
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        try_form(i, true);
}

Test(progress, the_beginning_of_something_longer_is_read_as_far_as_it_goes)
{
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct text text = {0};
        struct loaded whole;
        struct load_limits plain = limits_of(NULL);
        forms[i].make(&text);
        loaded_bytes(&whole, "t", text.bytes, text.size, &plain);
        for (size_t size = 1; size < text.size; size += 3) {
            struct load_progress progress = {.wake_fd = -1, .is_begin = true};
            struct load_limits limits = limits_of(&progress);
            struct loaded part;
            loaded_bytes(&part, "t", text.bytes, size, &limits);
            if (part.result == LOAD_OK)
                expect_beginning(&part.dataset, &whole.dataset, forms[i].name, size);
            else
                cr_expect_str_eq(loaded_message(&part),
                                 "stopped before there was a row", "%s at %zu",
                                 forms[i].name, size);
            loaded_close(&part);
        }
        loaded_close(&whole);
    }
}

/* Long enough for several windows of every layer. */
static char *long_table(struct arena *arena, size_t rows, size_t *size)
{
    char *bytes = arena_alloc(arena, rows * 40 + 100);

    *size = (size_t)sprintf(bytes, "year,partner,exports (million USD)\n");
    for (size_t i = 0; i < rows; i++)
        *size += (size_t)snprintf(bytes + *size, 40, "%zu,P%zu,%zu\n", 1900 + i / 1000,
                                  i % 1000, i);
    return bytes;
}

/* Stops the load after some reads. */
struct stopper {
    struct load_progress *progress;
    size_t reads;
    size_t rows; /* that were told at the last read */
};

static void stop_later(void *state)
{
    struct stopper *stopper = (struct stopper *)state;

    stopper->rows = atomic_load(&stopper->progress->rows);
    if (stopper->reads-- == 0)
        atomic_store(&stopper->progress->wants_stop, true);
}

Test(progress, a_wish_to_stop_is_heard_at_the_next_window_of_a_file)
{
    enum { ROWS_LONG = 120000 };
    struct arena arena = {0};
    size_t size;
    char *bytes = long_table(&arena, ROWS_LONG, &size);
    size_t before = 0;

    files_write("progress.csv", bytes, size);
    for (size_t reads = 0; reads < 40; reads++) {
        struct load_progress progress = {.wake_fd = -1, .on_read = stop_later};
        struct stopper stopper = {&progress, reads, 0};
        struct load_limits limits = limits_of(&progress);
        struct loaded part;
        progress.on_read_state = &stopper;
        loaded_open(&part);
        part.result = load_file("progress.csv", &limits, &part.dataset, &part.diags);
        cr_expect_eq(atomic_load(&progress.total), size);
        if (part.result == LOAD_OK) {
            const struct dataset *dataset = &part.dataset;
            size_t last = dataset->observation_count - 1;
            cr_expect(dataset->observation_count >= before);
            cr_expect(dataset->is_partial == (last + 1 < ROWS_LONG));
            before = dataset->observation_count;
            cr_expect_eq(dataset_value(dataset, 0, last).number, (double)last * 1e6);
        }
        loaded_close(&part);
    }
    cr_expect_eq(before, ROWS_LONG, "%zu", before);
    remove("progress.csv");
    arena_clear(&arena);
}

Test(progress, what_is_read_is_counted)
{
    struct text text = {0};
    struct load_progress progress = {.wake_fd = -1};
    struct load_limits limits = limits_of(&progress);
    struct loaded loaded;

    csv(&text);
    loaded_bytes(&loaded, "t", text.bytes, text.size, &limits);
    cr_expect_eq(atomic_load(&progress.bytes), text.size);
    cr_expect_eq(atomic_load(&progress.total), text.size);
    cr_expect_eq(atomic_load(&progress.rows), (size_t)ROWS);
    cr_expect_eq(atomic_load(&progress.phase), LOAD_PHASE_ARRANGING);
    loaded_close(&loaded);
}

Test(progress, a_stop_does_not_hide_what_is_wrong_before_it)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
        "columns: [period, exports]\nobservations:\n"
        "  - [2001, one]\n  - [2002, 2]\n  - [2003, 3]\n";
    struct load_progress progress = {.wake_fd = -1, .head = sizeof(yaml) - 4};
    struct load_limits limits = limits_of(&progress);
    struct loaded loaded;

    loaded_bytes(&loaded, "t.yaml", yaml, sizeof(yaml) - 1, &limits);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_eq(loaded.diags.first->at.line, 6);
    loaded_close(&loaded);
}

Test(progress, memory_is_limited_to_what_was_said)
{
    struct arena arena = {0};
    size_t size;
    char *bytes = long_table(&arena, 20000, &size);
    struct load_limits limits = limits_of(NULL);
    struct loaded loaded;

    limits.memory_bytes = 256 * 1024;
    loaded_bytes(&loaded, "t.csv", bytes, size, &limits);
    cr_expect_eq(loaded.result, LOAD_UNREADABLE);
    cr_expect_str_eq(loaded_message(&loaded),
                     "cannot read: it takes more memory than --memory allows; "
                     "--head=SIZE reads the beginning");
    cr_expect_eq(loaded.dataset.observation_count, 0);
    loaded_close(&loaded);

    limits.memory_bytes = 64 * 1024 * 1024;
    loaded_bytes(&loaded, "t.csv", bytes, size, &limits);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 20000);
    loaded_close(&loaded);
    arena_clear(&arena);
}

Test(progress, a_head_is_what_a_stop_there_leaves)
{
    struct text text = {0};
    struct load_limits limits = limits_of(NULL);
    struct loaded loaded;

    csv(&text);
    limits.head_bytes = text.end[9] + 3;
    loaded_bytes(&loaded, "t.csv", text.bytes, text.size, &limits);
    cr_expect_eq(loaded.dataset.observation_count, 10);
    cr_expect(loaded.dataset.is_partial);
    cr_expect_eq(loaded.dataset.text_bytes, limits.head_bytes);
    loaded_close(&loaded);

    limits.head_bytes = text.size + 1;
    loaded_bytes(&loaded, "t.csv", text.bytes, text.size, &limits);
    cr_expect_eq(loaded.dataset.observation_count, (size_t)ROWS);
    cr_expect_not(loaded.dataset.is_partial);
    loaded_close(&loaded);
}
