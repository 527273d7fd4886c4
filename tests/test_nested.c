/*
 * Archives in archives, as deep as is read; and bytes that only look like something.
 */
#include "core/export/convert.h"
#include "tests/files.h"
#include "tests/loaded.h"
#include "tests/packing.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PACKED_MAX = 64 * 1024 };

struct packed {
    char bytes[PACKED_MAX];
    size_t size;
};

static const char first[] = "year,partner,exports_usd,imports_usd\n2023,Japan,5,6\n"
                            "2023,China,7,8\n";
static const char second[] = "year,partner,exports_usd,imports_usd\n2024,Japan,9,6\n";

/* One file by this name, packed in the format and through the filter. */
static void pack(struct packed *packed, const char *format, const char *filter,
                 const char *name, const struct packed *file)
{
    struct packing_file one = {name, file->bytes, file->size};

    packed->size = pack_files(format, filter, &one, 1, packed->bytes, PACKED_MAX);
}

static void put(struct packed *packed, const char *text)
{
    packed->size = strlen(text);
    memcpy(packed->bytes, text, packed->size);
}

static void load(struct loaded *loaded, const struct packed *packed, size_t limit)
{
    struct load_limits limits = load_limits_default;

    if (limit)
        limits.file_bytes = limit;
    loaded_bytes(loaded, "t.zip", packed->bytes, packed->size, &limits);
}

Test(nested, a_packed_file_in_an_archive_is_unpacked)
{
    static struct packed plain;
    static struct packed inner;
    static struct packed outer;
    struct loaded loaded;
    static const char *const kinds[][2] = {{"raw", "gzip"}, {"zip", NULL}};

    put(&plain, first);
    for (size_t i = 0; i < 2; i++) {
        pack(&inner, kinds[i][0], kinds[i][1], "a.csv", &plain);
        pack(&outer, "zip", NULL, i ? "a.zip" : "a.csv.gz", &inner);
        load(&loaded, &outer, 0);
        cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.observation_count, 2);
        cr_expect_str_eq(loaded.dataset.files[0],
                         i ? "t.zip/a.zip/a.csv" : "t.zip/a.csv.gz");
        loaded_close(&loaded);
    }
}

Test(nested, what_lies_deeper_stays_packed_and_is_told)
{
    static struct packed plain;
    static struct packed inner;
    static struct packed outer;
    struct loaded loaded;

    put(&plain, second);
    pack(&inner, "zip", NULL, "a.csv", &plain);
    pack(&outer, "zip", NULL, "b.zip", &inner);
    pack(&inner, "zip", NULL, "c.zip", &outer);
    load(&loaded, &inner, 0);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(strstr(loaded_message(&loaded), "nothing in it is data"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

/* The limit is for all that comes out, whichever layer it is packed in. */
Test(nested, an_inner_archive_is_limited_too)
{
    static struct packed plain;
    static struct packed inner;
    static struct packed outer;
    struct loaded loaded;

    put(&plain, first);
    memset(plain.bytes + plain.size, '\n', 60000);
    plain.size += 60000;
    pack(&inner, "zip", NULL, "a.csv", &plain);
    pack(&outer, "zip", NULL, "b.zip", &inner);
    load(&loaded, &outer, 30000);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect(strstr(loaded_message(&loaded), "more than 30000 bytes"), "%s",
              loaded_message(&loaded));
    loaded_close(&loaded);
}

Test(nested, zeros_in_every_other_byte_are_not_always_utf_16)
{
    struct loaded loaded;
    char bytes[400];

    for (size_t i = 0; i < sizeof(bytes); i += 2) {
        bytes[i] = (char)(i % 8);
        bytes[i + 1] = '\0';
    }
    loaded_bytes(&loaded, "t", bytes, sizeof(bytes), &load_limits_default);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_null(strstr(loaded_message(&loaded), "UTF-16"), "%s",
                   loaded_message(&loaded));
    loaded_close(&loaded);
}

/* A table would lose them, so the rows stand in the YAML, however many they are. */
Test(nested, codes_with_blanks_at_their_ends_survive_a_conversion)
{
    static const char yaml[] =
        "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 0}\n"
        "columns: [period, partner, exports, imports]\n"
        "observations:\n  - [2023, \"X1 \", 5, 6]\n  - [2023, \" Y\", 7, 8]\n";
    char folder[] = "/tmp/entrepot-blanks-XXXXXX";
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct dataset dataset;
    struct dataset again = {0};

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    sample_load(&dataset, yaml);
    cr_assert(convert_dataset(&dataset, "out.yaml", 0, &diags));
    cr_assert_eq(load_file("out.yaml", &load_limits_default, &again, &diags), LOAD_OK);
    cr_expect_str_eq(again.dimension[0].members[0].code, "X1 ");
    cr_expect_str_eq(again.dimension[0].members[1].code, " Y");
    dataset_close(&dataset);
    dataset_close(&again);
    arena_clear(&arena);
}

Test(nested, columns_of_a_further_file_are_told_where_they_differ)
{
    static const char other[] =
        "year,partner,imports_usd,exports_usd,99\n2024,Japan,5,6,1\n";
    struct loaded loaded;
    char folder[] = "/tmp/entrepot-columns-XXXXXX";

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    files_write("a.csv", first, strlen(first));
    files_write("b.csv", other, strlen(other));
    loaded_open(&loaded);
    loaded.result =
        load_file(".", &load_limits_default, &loaded.dataset, &loaded.diags);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect(strstr(loaded_message(&loaded), "'99': not read"), "%s",
              loaded_message(&loaded));
    cr_expect_eq(loaded_figure(&loaded.dataset, "exports", "Japan", "2024").number, 6);
    loaded_close(&loaded);
}
