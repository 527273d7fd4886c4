/*
 * Packed files that end too early, as downloads that broke off do: the rows that came
 * out are kept and marked, a line that is cut is none. What is damaged is refused.
 */
#include "core/load/load.h"
#include "core/load/unpack_check.h"
#include "tests/loaded.h"
#include "tests/packing.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { ROWS = 40000, PACKED_MAX = 2 * 1024 * 1024 };

/* Row i has the figure i, of partner i % 500 in year 1900 + i / 500; free it. */
static char *make_text(int rows)
{
    size_t size;
    char *text = NULL;
    FILE *out = open_memstream(&text, &size);

    fputs("year,partner,exports (USD)\n", out);
    for (int i = 0; i < rows; i++)
        fprintf(out, "%d,P%d,%d\n", 1900 + i / 500, i % 500, i);
    fclose(out);
    return text;
}

struct packed {
    char *bytes;
    size_t size;
};

static struct packed pack(const char *format, const char *filter,
                          const char *const *files)
{
    struct packed packed = {malloc(PACKED_MAX), 0};

    packed.size = pack_texts(format, filter, files, packed.bytes, PACKED_MAX);
    return packed;
}

/* The first rows, each whole. */
static void expect_beginning(const struct dataset *dataset)
{
    for (size_t i = 0; i < dataset->observation_count; i++)
        cr_assert_eq(dataset_value(dataset, 0, i).number, (double)i);
}

static const struct {
    const char *format;
    const char *filter;
} kinds[] = {{"raw", "gzip"}, {"raw", "bzip2"}, {"raw", "xz"},
             {"raw", "zstd"}, {"zip", NULL},    {"pax", "gzip"}};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

Test(cut, what_came_out_is_kept_and_marked)
{
    char *text = make_text(ROWS);
    const char *files[] = {"t.csv", text, NULL};
    size_t kept = 0;

    for (size_t k = 0; k < KINDS; k++) {
        struct packed packed = pack(kinds[k].format, kinds[k].filter, files);
        for (size_t i = 1; i < 8; i++) {
            struct loaded loaded;
            loaded_bytes(&loaded, "t", packed.bytes, packed.size * i / 8,
                         &load_limits_default);
            if (loaded.result == LOAD_OK) {
                cr_expect(loaded.dataset.is_partial && loaded.dataset.is_cut);
                cr_expect_gt(loaded.dataset.observation_count, 0);
                cr_expect_lt(loaded.dataset.observation_count, ROWS);
                expect_beginning(&loaded.dataset);
                cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 1);
                cr_expect(strstr(loaded_message(&loaded), "the packed file ends here"));
                cr_expect_eq(loaded.diags.first->at.line,
                             loaded.dataset.observation_count + 2);
                kept++;
            } else {
                cr_expect(strstr(loaded_error(&loaded), "damaged or cut short"), "%s",
                          loaded_error(&loaded));
            }
            /* A block of bzip2 holds more than the text. */
            if (i > 5 && k != 1)
                cr_expect_eq(loaded.result, LOAD_OK, "%s %s %zu: %s", kinds[k].format,
                             kinds[k].filter, i, loaded_message(&loaded));
            loaded_close(&loaded);
        }
        free(packed.bytes);
    }
    cr_expect_geq(kept, 4 * (KINDS - 1));
    free(text);
}

/* The same rows once more, and nothing is blamed. */
Test(cut, the_size_that_came_out_reads_the_same_part)
{
    struct load_limits limits = load_limits_default;
    char *text = make_text(ROWS);
    const char *files[] = {"t.csv", text, NULL};
    struct packed packed = pack("raw", "gzip", files);
    struct loaded cut;
    struct loaded head;

    loaded_bytes(&cut, "t", packed.bytes, packed.size / 2, &load_limits_default);
    cr_assert_eq(cut.result, LOAD_OK, "%s", loaded_message(&cut));
    limits.head_bytes = cut.dataset.text_bytes;
    loaded_bytes(&head, "t", packed.bytes, packed.size / 2, &limits);
    cr_assert_eq(head.result, LOAD_OK, "%s", loaded_message(&head));
    cr_expect(head.dataset.is_partial && !head.dataset.is_cut);
    cr_expect_eq(head.dataset.observation_count, cut.dataset.observation_count);
    loaded_close(&head);

    /* Of a packed file that is whole, too. */
    limits.head_bytes = 1000;
    loaded_bytes(&head, "t", packed.bytes, packed.size, &limits);
    cr_assert_eq(head.result, LOAD_OK, "%s", loaded_message(&head));
    cr_expect(head.dataset.is_partial);
    cr_expect_lt(head.dataset.observation_count, 100);
    cr_expect_eq(head.dataset.text_bytes, 1000);
    loaded_close(&head);
    loaded_close(&cut);
    free(packed.bytes);
    free(text);
}

/* Bytes that are another text when they are unpacked, or none. (zstd need not have a
 * check sum, and libarchive writes none.) */
Test(cut, damage_in_the_middle_is_refused)
{
    char *text = make_text(6000);
    const char *files[] = {"t.csv", text, NULL};
    size_t told = 0;

    for (size_t k = 0; k < 5; k++) {
        struct packed packed = pack(kinds[k].format, kinds[k].filter, files);
        for (size_t i = 1; i < 16 && k != 3; i++) {
            struct loaded loaded;
            packed.bytes[packed.size * i / 16] ^= 0x04;
            loaded_bytes(&loaded, "t", packed.bytes, packed.size, &load_limits_default);
            packed.bytes[packed.size * i / 16] ^= 0x04;
            cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s %s", kinds[k].format,
                         kinds[k].filter);
            told += strstr(loaded_error(&loaded), "damaged") != NULL;
            loaded_close(&loaded);
        }
        free(packed.bytes);
    }
    /* Some is no text any more, which is told before the end is reached. */
    cr_expect_gt(told, 45);
    free(text);
}

/* As pigz, cat and tools for tapes make them. */
Test(cut, parts_and_zeros_behind_a_packed_text_are_no_damage)
{
    static const char head[] = "year,partner,exports (USD)\n2023,CN,1\n";
    static const char more[] = "2024,CN,2\n";
    const char *first[] = {"t", head, NULL};
    const char *second[] = {"t", more, NULL};
    struct packed a = pack("raw", "gzip", first);
    struct packed b = pack("raw", "gzip", second);
    struct loaded loaded;

    memcpy(a.bytes + a.size, b.bytes, b.size);
    loaded_bytes(&loaded, "t", a.bytes, a.size + b.size, &load_limits_default);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 2);
    loaded_close(&loaded);
    memset(a.bytes + a.size, 0, 100);
    loaded_bytes(&loaded, "t", a.bytes, a.size + 100, &load_limits_default);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(loaded.dataset.observation_count, 1);
    loaded_close(&loaded);
    free(a.bytes);
    free(b.bytes);
}

/* The sum of "123456789" that every description of CRC-32 has. */
Test(cut, the_check_sum_is_that_of_gzip)
{
    static const unsigned char end[] = {0x26, 0x39, 0xf4, 0xcb, 9, 0, 0, 0};
    struct unpack_check check;

    unpack_check_begin(&check);
    unpack_check_packed(&check, "\x1f\x8b\x08", 3);
    unpack_check_text(&check, "1234", 4);
    unpack_check_text(&check, "56789", 5);
    unpack_check_packed(&check, end, sizeof(end));
    cr_expect_eq(check.sum, 0xcbf43926u);
    cr_expect_not(unpack_check_differs(&check));
    unpack_check_text(&check, "0", 1);
    cr_expect(unpack_check_differs(&check));
}

/* The text of whole lines that a decompressor gets out of it, counted by zlib itself:
 * all of them, and not those of whole blocks alone. */
static size_t rows_in(const char *bytes, size_t size)
{
    static char text[2 * 1024 * 1024];
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)bytes,
                       .avail_in = (uInt)size,
                       .next_out = (Bytef *)text,
                       .avail_out = sizeof(text)};
    size_t lines = 0;

    cr_assert_eq(inflateInit2(&stream, 15 + 16), Z_OK);
    cr_assert_eq(inflate(&stream, Z_SYNC_FLUSH), Z_OK);
    for (size_t i = 0; i < stream.total_out; i++)
        lines += text[i] == '\n';
    inflateEnd(&stream);
    return lines ? lines - 1 : 0; /* the head is none */
}

Test(cut, all_that_gzip_gives_is_kept)
{
    static const int rows[] = {40, 4000, ROWS};

    for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++) {
        char *text = make_text(rows[r]);
        const char *files[] = {"t.csv", text, NULL};
        struct packed packed = pack("raw", "gzip", files);
        for (size_t i = 5; i < 16; i++) {
            size_t size = packed.size * i / 16;
            size_t whole = rows_in(packed.bytes, size);
            struct loaded loaded;
            loaded_bytes(&loaded, "t", packed.bytes, size, &load_limits_default);
            if (whole) {
                cr_assert_eq(loaded.result, LOAD_OK, "%d rows, %zu: %s", rows[r], i,
                             loaded_message(&loaded));
                cr_expect_eq(loaded.dataset.observation_count, whole, "%zu of %zu",
                             loaded.dataset.observation_count, whole);
                cr_expect(loaded.dataset.is_partial && loaded.dataset.is_cut);
                expect_beginning(&loaded.dataset);
            }
            loaded_close(&loaded);
        }
        free(packed.bytes);
        free(text);
    }
}

/* Files in an archive go by libarchive, packed once more or not. */
Test(cut, an_archive_that_is_packed_is_no_text)
{
    char *text = make_text(ROWS);
    const char *files[] = {"t.csv", text, NULL};
    struct packed inner = pack("raw", "gzip", files);
    const struct packing_file file = {"t.csv.gz", inner.bytes, inner.size};
    struct packed outer = {malloc(PACKED_MAX), 0};

    outer.size = pack_files("pax", "gzip", &file, 1, outer.bytes, PACKED_MAX);
    for (size_t i = 1; i < 12; i++) {
        struct loaded loaded;
        size_t size = i < 4 ? 40 * i : outer.size * i / 12;
        loaded_bytes(&loaded, "t", outer.bytes, size, &load_limits_default);
        if (loaded.result == LOAD_OK) {
            cr_expect(loaded.dataset.is_partial && loaded.dataset.is_cut);
            expect_beginning(&loaded.dataset);
        } else {
            cr_expect(strstr(loaded_error(&loaded), "damaged or cut short"), "%zu: %s",
                      size, loaded_error(&loaded));
        }
        if (i > 8)
            cr_expect_eq(loaded.result, LOAD_OK, "%zu: %s", size,
                         loaded_message(&loaded));
        loaded_close(&loaded);
    }
    free(outer.bytes);
    free(inner.bytes);
    free(text);
}
