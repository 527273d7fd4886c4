/*
 * Every layout of tables against everything that can be wrong with one: it is read or
 * refused with a reason, and each row is used, refused or of something else.
 */
#include "core/load/layout.h"
#include "tests/layout_samples.h"
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* What reading promises whatever the bytes: it succeeds, or it says why not; and the
 * rows of a dataset are those of the file. */
static void expect_promise(const char *name, const char *text, size_t size, size_t rows)
{
    struct loaded loaded;
    const struct row_fates *fates = &loaded.dataset.fates;

    loaded_bytes(&loaded, name, text, size, &load_limits_default);
    cr_expect_eq(loaded.result == LOAD_OK, !diag_has_errors(&loaded.diags), "%s", name);
    if (loaded.result == LOAD_OK && rows != SIZE_MAX)
        cr_expect_eq(fates->used + fates->refused + fates->other, rows,
                     "%s: %zu used, %zu refused, %zu other, of %zu\n%.*s", name,
                     fates->used, fates->refused, fates->other, rows, (int)size, text);
    loaded_close(&loaded);
}

static size_t lines_of(const char *text, size_t size)
{
    size_t count = 0;
    size_t from = 0;

    for (size_t i = 0; i < size; i++) {
        if (text[i] != '\n')
            continue;
        count += i > from;
        from = i + 1;
    }
    return count + (from < size);
}

static bool has_sample(const char *format)
{
    for (size_t i = 0; i < layout_sample_count; i++)
        if (strcmp(layout_samples[i].format, format) == 0)
            return true;
    return false;
}

Test(bad_input, every_layout_is_among_the_samples)
{
    static const struct layout_ops *const layouts[] = {
#define X(name) &layout_##name,
        LAYOUTS(X)
#undef X
    };

    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        cr_expect(has_sample(layouts[i]->name), "%s", layouts[i]->name);
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        struct loaded loaded;
        loaded_bytes(&loaded, sample->format, sample->text, strlen(sample->text),
                     &load_limits_default);
        cr_expect_eq(loaded.result, LOAD_OK, "%s: %s", sample->format,
                     loaded_message(&loaded));
        if (loaded.result == LOAD_OK)
            cr_expect_str_eq(loaded.dataset.format, sample->format);
        loaded_close(&loaded);
    }
}

Test(bad_input, tables_may_end_anywhere)
{
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        size_t size = strlen(sample->text);
        for (size_t cut = 0; cut <= size; cut++)
            expect_promise(sample->format, sample->text, cut,
                           sample->is_counted && cut > sample->head
                               ? lines_of(sample->text, cut) - sample->lines_before
                               : SIZE_MAX);
    }
}

/* The text with `extra` behind its last row, which has `size` bytes. */
static void expect_with(const struct layout_sample *sample, const char *extra,
                        size_t extra_size, size_t rows)
{
    size_t size = strlen(sample->text);
    char *text = malloc(size + extra_size + 1);

    cr_assert(text);
    memcpy(text, sample->text, size);
    memcpy(text + size, extra, extra_size);
    expect_promise(sample->format, text, size + extra_size,
                   sample->is_counted
                       ? lines_of(sample->text, size) - sample->lines_before + rows
                       : SIZE_MAX);
    free(text);
}

Test(bad_input, rows_that_are_wrong_are_counted)
{
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        expect_with(sample, "x\n", 2, 1);
        expect_with(sample, "x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x\n", 48, 1);
        expect_with(sample, "\"x\n", 3, SIZE_MAX);
        expect_with(sample, "a\0b\n", 4, SIZE_MAX);
        expect_with(sample, "\xff\xfe\xfd\n", 4, SIZE_MAX);
    }
}

/* Each field in its turn is none that fits. */
Test(bad_input, fields_that_are_wrong_are_counted)
{
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        size_t size = strlen(sample->text);
        size_t rows = lines_of(sample->text, size) - sample->lines_before;
        for (size_t at = sample->head; at < size; at++) {
            char text[2048];
            if (!strchr(",;\t", sample->text[at]))
                continue;
            cr_assert_lt(size + 4, sizeof(text));
            memcpy(text, sample->text, at + 1);
            memcpy(text + at + 1, "!?", 2);
            memcpy(text + at + 3, sample->text + at + 1, size - at - 1);
            expect_promise(sample->format, text, size + 2,
                           sample->is_counted ? rows : SIZE_MAX);
        }
    }
}

Test(bad_input, heads_alone_and_nothing_are_refused)
{
    for (size_t i = 0; i < layout_sample_count; i++) {
        struct loaded loaded;
        loaded_bytes(&loaded, layout_samples[i].format, layout_samples[i].text,
                     layout_samples[i].head, &load_limits_default);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", layout_samples[i].format);
        loaded_close(&loaded);
    }
    expect_promise("empty", "", 0, SIZE_MAX);
}

/* A line of 10 MB, and 100,000 columns: refused, with memory that is bounded by the
 * limit of a row and not by the file. */
Test(bad_input, lines_and_heads_without_an_end)
{
    enum { LARGE = 10 << 20, COLUMNS = 100000 };
    char *text = malloc(LARGE);

    cr_assert(text);
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        memset(text, 'x', LARGE);
        memcpy(text, sample->text, sample->head);
        expect_promise(sample->format, text, LARGE, SIZE_MAX);
    }
    for (size_t i = 0; i < COLUMNS; i++)
        memcpy(text + 2 * i, "a,", 2);
    text[2 * COLUMNS - 1] = '\n';
    expect_promise("columns", text, (size_t)2 * COLUMNS, SIZE_MAX);
    free(text);
}

/* Whatever the layout, what is converted is read again as the same dataset. */
Test(bad_input, the_sample_of_every_layout_is_converted)
{
    for (size_t i = 0; i < layout_sample_count; i++) {
        const struct layout_sample *sample = &layout_samples[i];
        struct loaded loaded;
        loaded_bytes(&loaded, sample->format, sample->text, strlen(sample->text),
                     &load_limits_default);
        cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", sample->format,
                     loaded_message(&loaded));
        cr_expect_str_eq(loaded.dataset.format, sample->format);
        expect_round_trip(&loaded.dataset, sample->format);
        loaded_close(&loaded);
    }
}
