/*
 * Files that are packed, in other encodings than UTF-8, or several: what comes out is
 * what the plain file gives.
 */
#include "core/load/encoding.h"
#include "core/load/load.h"
#include "tests/loaded.h"
#include "tests/packing.h"

#include <criterion/criterion.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PACKED_MAX = 256 * 1024 };

static const char year_2023[] =
    "year,partner,exports (million USD),imports (million USD)\n"
    "2023,Japan,100,90\n2023,Brazil,50,60\n";
static const char year_2024[] =
    "year,partner,exports (million USD),imports (million USD)\n"
    "2024,Japan,110,95\n2024,Brazil,55,70\n";

struct packed {
    char bytes[PACKED_MAX];
    size_t size;
};

/* Files of an archive: name and text by turns, ended by NULL. */
typedef const char *const *members;

/* Packs with libarchive's names: format "zip", filter "gzip". */
static void pack(struct packed *packed, const char *format, const char *filter,
                 members files)
{
    packed->size = pack_texts(format, filter, files, packed->bytes, PACKED_MAX);
}

static void load_with(struct loaded *loaded, const char *bytes, size_t size,
                      const struct load_limits *limits)
{
    loaded_bytes(loaded, "t", bytes, size, limits);
}

static void load(struct loaded *loaded, const char *bytes, size_t size)
{
    load_with(loaded, bytes, size, &load_limits_default);
}

/* The sum of a measure over all observations, in million USD. */
static double total(const struct dataset *dataset, const char *measure)
{
    size_t number = dataset_measure(dataset, measure);
    double sum = 0;

    cr_assert_neq(number, SIZE_MAX);
    for (size_t i = 0; i < dataset->observation_count; i++)
        sum += dataset_value(dataset, number, i).number / 1e6;
    return sum;
}

Test(source, one_compressed_file_is_that_file)
{
    static const char *const filters[] = {"gzip", "bzip2", "xz", "zstd"};
    static const char *const files[] = {"data", year_2024, NULL};

    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++) {
        struct packed packed;
        struct loaded loaded;
        pack(&packed, "raw", filters[i], files);
        load(&loaded, packed.bytes, packed.size);
        cr_expect_eq(loaded.result, LOAD_OK, "%s: %s", filters[i],
                     loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.observation_count, 2, "%s", filters[i]);
        cr_expect_eq(total(&loaded.dataset, "exports"), 165, "%s", filters[i]);
        loaded_close(&loaded);
    }
}

Test(source, an_archive_of_yearly_tables_is_one_dataset)
{
    static const char *const files[] = {
        "a/2023.csv",          year_2023, "a/2024.csv", year_2024, "a/README.txt",
        "Figures of trade.\n", ".hidden", "x",          NULL};
    static const char *const formats[][2] = {
        {"zip", NULL}, {"gnutar", NULL}, {"pax", "gzip"}, {"ustar", "zstd"}};

    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        struct packed packed;
        struct loaded loaded;
        pack(&packed, formats[i][0], formats[i][1], files);
        load(&loaded, packed.bytes, packed.size);
        cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.observation_count, 4);
        cr_expect_eq(loaded.dataset.period_count, 2);
        cr_expect_eq(total(&loaded.dataset, "exports"), 315);
        cr_expect_eq(total(&loaded.dataset, "imports"), 315);
        cr_expect_str_eq(dataset_place(&loaded.dataset, 3).file, "t/a/2024.csv");
        cr_expect_eq(dataset_place(&loaded.dataset, 3).line, 3);
        cr_expect_str_eq(loaded_message(&loaded),
                         "1 file is left out, no data: README.txt");
        loaded_close(&loaded);
    }
}

Test(source, files_that_overlap_count_once)
{
    static const char *const files[] = {
        "1.csv", year_2023, "2.csv",
        "year,partner,exports (million USD),imports (million USD)\n"
        "2023,Brazil,50,60\n2024,Japan,110,95\n",
        NULL};
    struct packed packed;
    struct loaded loaded;

    pack(&packed, "zip", NULL, files);
    load(&loaded, packed.bytes, packed.size);
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_eq(total(&loaded.dataset, "exports"), 260);
    cr_expect_str_eq(loaded_message(&loaded),
                     "1 row is in more than one of the 2 files with the same figures, "
                     "and counted once");
    loaded_close(&loaded);
}

/* What cannot be one dataset, and how that is said. */
static void expect_refused(members files, const char *message)
{
    struct packed packed;
    struct loaded loaded;

    pack(&packed, "zip", NULL, files);
    load(&loaded, packed.bytes, packed.size);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded_error(&loaded), message);
    loaded_close(&loaded);
}

Test(source, files_that_contradict_each_other_are_refused)
{
    static const char *const other_figure[] = {
        "1.csv", year_2023, "2.csv",
        "year,partner,exports (million USD),imports (million USD)\n2023,Brazil,51,60\n",
        NULL};
    static const char *const other_unit[] = {
        "1.csv", year_2023, "2.csv",
        "year,partner,exports (thousand USD),imports (million USD)\n2024,Brazil,5,6\n",
        NULL};
    static const char *const fewer_columns[] = {
        "1.csv", year_2023, "2.csv",
        "year,exports (million USD),imports (million USD)\n2024,5,6\n", NULL};
    static const char *const more_columns[] = {
        "1.csv", year_2023, "2.csv",
        "year,partner,product,exports (million USD),imports (million USD)\n"
        "2024,Brazil,01,5,6\n",
        NULL};

    expect_refused(other_figure,
                   "partner Brazil, period 2023: other figures than at line 3 of "
                   "t/1.csv; if files "
                   "are given from old to new, --revise lets the newer ones count");
    expect_refused(other_unit,
                   "cannot be one dataset with t/1.csv: the figures are in another "
                   "unit: exports");
    expect_refused(fewer_columns,
                   "cannot be one dataset with t/1.csv: this one has no column of "
                   "partner");
    expect_refused(more_columns,
                   "'product' is given here but not in the observations before, from "
                   "line 2 on; every one needs it");
}

Test(source, an_archive_without_data_says_what_is_in_it)
{
    static const char *const texts[] = {"a.txt", "Hello.\n", "b.txt", "World.\n", NULL};
    static const char *const workbook[] = {"[Content_Types].xml", "<Types/>", NULL};

    expect_refused(texts, "nothing in it is data that can be read: a.txt, b.txt");
    expect_refused(workbook,
                   "cannot unpack: it is a workbook of a spreadsheet program; "
                   "save its sheet as CSV");
}

/* Of a short one whole rows come out of gzip at most, and are marked. */
Test(source, a_packed_file_that_is_cut_anywhere_is_refused_or_marked)
{
    static const char *const one[] = {"data", year_2024, NULL};
    static const char *const two[] = {"1.csv", year_2023, "2.csv", year_2024, NULL};
    static const struct {
        const char *format;
        const char *filter;
        members files;
    } kinds[] = {{"raw", "gzip", one}, {"raw", "xz", one}, {"pax", "zstd", two}};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct packed packed;
        pack(&packed, kinds[i].format, kinds[i].filter, kinds[i].files);
        for (size_t size = 0; size < packed.size; size++) {
            struct loaded loaded;
            load(&loaded, packed.bytes, size);
            if (i == 0 && loaded.result == LOAD_OK)
                cr_expect(loaded.dataset.is_partial && loaded.dataset.is_cut,
                          "%zu of %zu bytes", size, packed.size);
            else
                cr_expect_eq(loaded.result, LOAD_BAD_DATA, "%s, %zu of %zu bytes",
                             kinds[i].filter, size, packed.size);
            loaded_close(&loaded);
        }
    }
}

enum { ROWS = 20000 };

/* The head and many rows, each of the name with its number; free it. */
static char *many_rows(const char *head, const char *name, size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);

    fputs(head, out);
    for (int i = 0; i < ROWS; i++)
        fprintf(out, "2024,%s%d,1,1\n", name, i);
    fclose(out);
    return text;
}

Test(source, a_bomb_stops_at_the_limit)
{
    struct load_limits limits = load_limits_default;
    struct packed packed;
    struct loaded loaded;
    size_t size;
    char *text = many_rows(year_2024, "P", &size);
    const char *files[] = {"data", text, NULL};

    pack(&packed, "raw", "zstd", files);
    free(text);
    for (size_t extra = 0; extra < 3; extra++) {
        limits.file_bytes = size - 1 + extra;
        load_with(&loaded, packed.bytes, packed.size, &limits);
        cr_expect_eq(loaded.result, extra ? LOAD_OK : LOAD_BAD_DATA);
        if (!extra)
            cr_expect_str_eq(loaded_message(&loaded),
                             arena_printf(&loaded.arena,
                                          "cannot unpack: more than %zu bytes come out "
                                          "of it",
                                          limits.file_bytes));
        loaded_close(&loaded);
    }
}

/* Text in another encoding, by the system's own conversion. */
static size_t encode(const char *name, const char *text, char *out, size_t room)
{
    iconv_t to = iconv_open(name, "UTF-8");
    char copy[4096];
    char *in = copy;
    char *end = out;
    size_t left = strlen(text);

    memcpy(copy, text, left + 1);
    cr_assert_neq(iconv(to, &in, &left, &end, &room), (size_t)-1, "%s", name);
    iconv_close(to);
    return (size_t)(end - out);
}

static const char chinese[] = "年份,国别,出口（亿元）,进口（亿元）\n"
                              "2024,日本,10861,11130\n2024,越南,11509,7035\n";
static const char french[] =
    "year,partner,exports (million EUR),imports (million EUR)\n"
    "2024,Côte d'Ivoire,1,2\n2024,Corée,3,4\n";
static const char portuguese[] =
    "year,partner,exports (million USD),imports (million USD)\n"
    "2024,São Tomé e Príncipe,1,2\n2024,Japão,3,4\n";

static const char dashed[] =
    "year,partner,exports (million USD),imports (million USD)\n"
    "2024,Goods – annual,1,2\n2024,Türkiye,3,4\n";

Test(source, an_encoding_that_is_certain_is_read)
{
    static const struct {
        const char *encoding;
        const char *text;
        const char *second; /* partner */
        const char *name;   /* as it is reported */
    } cases[] = {
        {"UTF-8", chinese, "越南", NULL},
        {"UTF-16", chinese, "越南", "UTF-16LE"},
        {"UTF-16LE", french, "Corée", "UTF-16LE"},
        {"UTF-16BE", french, "Corée", "UTF-16BE"},
        {"GB18030", chinese, "越南", "GB18030"},
        {"GBK", chinese, "越南", "GB18030"},
        {"CP1252", french, "Corée", "CP1252"},
        {"CP1252", dashed, "Türkiye", "CP1252"},
        {"ISO-8859-1", portuguese, "Japão", "CP1252"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[4096];
        struct loaded loaded;
        load(&loaded, text,
             encode(cases[i].encoding, cases[i].text, text, sizeof(text)));
        cr_assert_eq(loaded.result, LOAD_OK, "%s: %s", cases[i].encoding,
                     loaded_message(&loaded));
        cr_expect_str_eq(loaded.dataset.dimension[0].members[1].code, cases[i].second);
        if (cases[i].name)
            cr_expect_str_eq(loaded.dataset.encoding, cases[i].name);
        else
            cr_expect_null(loaded.dataset.encoding);
        loaded_close(&loaded);
    }
}

Test(source, an_encoding_that_is_not_certain_must_be_said)
{
    /* Polish: what is n with an accent there is n with a tilde in Windows-1252. */
    static const char polish[] =
        "year,partner,exports (million EUR),imports (million EUR)\n"
        "2024,Hiszpania i Gdańsk,1,2\n2024,Łotwa,3,4\n";
    struct load_answers answers = {.encoding = "CP1250"};
    struct load_limits limits = load_limits_default;
    char text[4096];
    size_t size = encode("CP1250", polish, text, sizeof(text));
    struct loaded loaded;

    load(&loaded, text, size);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(loaded_message(&loaded),
                     "this row is not in UTF-8, and what it is in is not certain; "
                     "--encoding=NAME says it");
    cr_expect_eq(loaded.diags.first->at.line, 2);
    loaded_close(&loaded);
    limits.answers = &answers;
    load_with(&loaded, text, size, &limits);
    cr_assert_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_expect_str_eq(loaded.dataset.dimension[0].members[1].code, "Łotwa");
    loaded_close(&loaded);
}

Test(source, what_is_no_text_of_its_encoding_is_told_by_its_byte)
{
    struct load_answers answers = {.encoding = "GB18030"};
    struct load_limits limits = load_limits_default;
    struct loaded loaded;

    limits.answers = &answers;
    load_with(&loaded, "year,exports\n2024,\xff\n", 20, &limits);
    cr_expect_eq(loaded.result, LOAD_BAD_DATA);
    cr_expect_str_eq(
        loaded_message(&loaded),
        "byte 19 of the file is no GB18030; --encoding=NAME says what it is");
    loaded_close(&loaded);
}

/* Whatever the place of the first character that is not ASCII: windows end somewhere.
 */
Test(source, a_long_text_is_the_same_in_every_encoding)
{
    size_t size;
    char *text = many_rows("年份,国别,出口（亿元）,进口（亿元）\n", "国", &size);
    char *other = malloc(size);
    struct loaded loaded;
    char *in = text;
    char *out = other;
    size_t room = size;
    iconv_t to = iconv_open("GB18030", "UTF-8");

    cr_assert_neq(iconv(to, &in, &size, &out, &room), (size_t)-1);
    iconv_close(to);
    load(&loaded, other, (size_t)(out - other));
    cr_expect_eq(loaded.result, LOAD_OK, "%s", loaded_message(&loaded));
    cr_assert_eq(loaded.dataset.observation_count, ROWS);
    cr_expect_str_eq(loaded.dataset.dimension[0].members[ROWS - 1].code, "国19999");
    loaded_close(&loaded);
    free(text);
    free(other);
}
