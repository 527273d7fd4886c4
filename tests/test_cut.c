/*
 * Packed files that end too early, as downloads that broke off do: the rows that came
 * out are kept and marked, a line that is cut is none. What is damaged is refused.
 */
#include "core/load/load.h"
#include "tests/loaded.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 40000, PACKED_MAX = 2 * 1024 * 1024 };

/* Row i has the figure i, of partner i % 500 in year 1900 + i / 500; free it. */
static char *make_text(size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);

    fputs("year,partner,exports (USD)\n", out);
    for (int i = 0; i < ROWS; i++)
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
    struct archive *archive = archive_write_new();

    cr_assert_eq(archive_write_set_format_by_name(archive, format), ARCHIVE_OK);
    if (filter)
        cr_assert_eq(archive_write_add_filter_by_name(archive, filter), ARCHIVE_OK);
    archive_write_set_bytes_in_last_block(archive, 1);
    cr_assert_eq(
        archive_write_open_memory(archive, packed.bytes, PACKED_MAX, &packed.size),
        ARCHIVE_OK);
    for (; files[0]; files += 2) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, files[0]);
        archive_entry_set_size(entry, (la_int64_t)strlen(files[1]));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        cr_assert_eq(archive_write_header(archive, entry), ARCHIVE_OK);
        archive_write_data(archive, files[1], strlen(files[1]));
        archive_entry_free(entry);
    }
    cr_assert_eq(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
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
    size_t size;
    char *text = make_text(&size);
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
    size_t size;
    char *text = make_text(&size);
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

Test(cut, damage_in_the_middle_is_refused)
{
    size_t size;
    char *text = make_text(&size);
    const char *files[] = {"t.csv", text, NULL};

    for (size_t k = 1; k < 4; k++) {
        struct packed packed = pack(kinds[k].format, kinds[k].filter, files);
        struct loaded loaded;
        packed.bytes[packed.size / 2] ^= 0x55;
        loaded_bytes(&loaded, "t", packed.bytes, packed.size, &load_limits_default);
        cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s", kinds[k].filter);
        loaded_close(&loaded);
        free(packed.bytes);
    }
    free(text);
}
