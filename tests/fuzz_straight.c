/*
 * Fuzz target: what is read in bulk (core/load/straight.h) is what is read row by row,
 * the dataset and every message, for every file.
 *
 * The first byte chooses a kind of file: YAML, a table with figures as columns, or one
 * of flows and values; each of the others adds a row that is
 * straight, or a piece that may or may not be. An even first byte takes the rest as it
 * is. The length says how many threads share the lines of a table.
 */
#include "core/load/load.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Heads of files; pieces of a kind may stand behind any head of it. */
static const char *const yaml_heads[] = {
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n",
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "  - [2024, USA, 1, 2]\n  - [2023, USA, 1, 2]\n  - [2022, USA, 1, 2]\n",
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\n"
    "dimensions:\n  partner: {members: [{code: USA}, {code: P1}]}\n"
    "columns: [period, partner, exports, imports]\nobservations:\n"
    "  - [2024, USA, 1, 2]\n  - [2023, USA, 1, 2]\n  - [2022, USA, 1, 2]\n",
    "entrepot: 1\ntitle: T\nunit: {currency: USD, scale: 6}\nobservations:\n"
    "- {period: 2024, partner: USA, exports: 1, imports: 2}\n"
    "- {period: 2023, partner: USA, exports: 1, imports: 2}\n"
    "- {period: 2022, partner: USA, exports: 1, imports: 2}\n",
    "entrepot: 1\r\ntitle: T\r\nunit: {currency: USD, scale: 6}\r\n"
    "columns: [period, partner, exports, imports]\r\nobservations:\r\n"
    "  - [2024, USA, 1, 2]\r\n  - [2023, USA, 1, 2]\r\n",
};

static const char *const yaml_pieces[] = {
    "  - [2024, USA, 1, 2]\n",
    "  - [2023, USA, 1.5, 2.25]\n",
    "  - [2022, P1, 100000, -2]\n",
    "  - [2021, P1, 12345678901, 2]\n",
    "  - [2021, USA, ~, 3]\n",
    "  - [2020, USA, 0.1, 123456789012345]\n",
    "  - [2020, P1, 1, 1234567890123456789]\n",
    "  - [2019, P1, 1e3, 2]\n",
    "  - [2019, USA, -, c]\n",
    "  - [2018, 'USA', 1, 2]\n",
    "  - [2018, \"P1\", 1, 2]\n",
    "  - [\"2017\", \"P1\", 1, 2]\n",
    "  - [2017, \"US\\x41\", 1, 2]\n",
    "  - [2016,USA,1,2]\n",
    "  - [ 2016, P1, 1, 2 ]\n",
    "  - [2015, USA, 1, 2] # a comment\n",
    "  - [2015, P1, 1, 2]   \n",
    "  - [2014, USA,\n     1, 2]\n",
    "  - [2014, P1, 1, 2]\r\n",
    "  - [2013, USA, 1, 2]\r",
    "- [2013, P1, 1, 2]\n",
    "    - [2012, USA, 1, 2]\n",
    "  -   [2012, P1, 1, 2]\n",
    "  - [2011, USA, 1]\n",
    "  - [2011, USA, 1, 2, 3]\n",
    "  - [2011, USA, x, 2]\n",
    "  - [soon, USA, 1, 2]\n",
    "  - [2024-07, USA, 1, 2]\n",
    "  - [2024-08, P1, 1, 2]\n  - [2024-09, P1, 1, 2]\n  - [2024-10, USA, 3, 2]\n",
    "  - [2010, &a USA, 1, 2]\n",
    "  - [2010, !!str USA, 1, 2]\n",
    "  - [2010, *a, 1, 2]\n",
    "  - [2009, USA, 1, 2]: x\n",
    "  - [2009, USA, 1, 2] x\n",
    "  - [2009, USA, 1, [2]]\n",
    "  - 2009\n",
    "  - \"[2009,\n  - [2008, USA, 1, 2]\n  \"\n",
    "  - |\n  - [2007, USA, 1, 2]\n",
    "  - |\n    - [2007, USA, 1, 2]\n",
    "  - >\n    text\n",
    "  - [2006, \xc3\x89"
    "U, 1, 2]\n",
    "  - [2006, USA, 1, 2]\xe2\x80\xa8",
    "  - [2006, P1, 1, 2]\xc2\x85",
    "  - [2005, \xff, 1, 2]\n",
    "  - [2005, US\x01, 1, 2]\n",
    "  - [2005, P1, 1, 2",
    "  - {period: 2004, partner: USA, exports: 1, imports: 2}\n",
    "  - {partner: USA, period: 2003, imports: 1.5, exports: 2}\n",
    "  - {period: 2003, partner: P1, exports: 1}\n",
    "  - {period: 2002, partner: USA, exports: 1, exports: 2}\n",
    "  - {period: 2002, partner: P1, product: A, exports: 2, imports: 1}\n",
    "- {period: 2001, partner: USA, exports: 1, imports: 2}\n",
    "- {period: 2000, partner: USA, exports: 10.25, imports: 2}\n",
    "- {period: 1999, partner: P1, exports: ~, imports: 2}\n",
    "- {period: 1998, partner: P1, exports: 1, imports: 2 }\n",
    "- {period: \"1997\", partner: \"P1\", exports: 1, imports: 2}\n",
    "- {period: 1996,\n   partner: P1, exports: 1, imports: 2}\n",
    "- period: 1996\n  partner: USA\n  exports: 1\n  imports: 2\n",
    "\n",
    "  # a comment\n",
    "\t\n",
    "   \n",
    "%\n",
    "...\n",
    "---\n",
    "notes: [x]\n",
    "facts: []\n",
    "columns: [period]\n",
    "observations: []\n",
    "  - [1995, USA, 1, 2]\n  - [1994, USA, 1, 2]\n  - [1993, USA, 1, 2]\n"
    "  - [1992, USA, 1, 2]\n",
    "  - [1995, P1, 1, 2]\n  - [1994, P1, 1.5, 2]\n  - [1993, P1, x, 2]\n"
    "  - [1992, P1, 1, 2]\n",
    "- {period: 1991, partner: USA, exports: 1, imports: 2}\n"
    "- {period: 1990, partner: USA, exports: 1, imports: 2}\n"
    "- {period: 1989, partner: USA, exports: 1, imports: 2}\n",
};

static const char *const table_heads[] = {
    "period,partner,exports,imports\n2024,USA,1,2\n",
    "Period;Partner;Exports;Imports\n2024;USA;1;2\n",
    "\"period\",\"partner\",\"exports\",\"imports\"\n\"2024\",\"USA\",\"1\",\"2\"\n",
    "period,partner,partner name,exports,imports,flag\n2024,USA,America,1,2,\n",
    "period\tpartner\texports\n2024\tUSA\t1\n",
    "year,partner,exports,imports\r\n2024,USA,1,2\r\n",
};

static const char *const table_pieces[] = {
    "2014,USA,\"1,5\",2\n",
    "2013,USA,\"1.187,5\",2\n",
    "2013,P1,1.234,2\n",
    "2012;USA;1,5;2\n",
    "2012;P1;1.234;2\n",
    "2011;USA;1.234,5;2\n",
    "2023,USA,1,2\n",
    "2022,USA,1.5,2.25\n",
    "2021,P1,,3\n",
    "2020,P1,1,\n",
    "2020,USA,12345678901234567,1e5\n",
    "2019,USA,..,2\n",
    "2019,P1,\"1,187\",2\n",
    "2018, USA ,1,2\n",
    "2018,P1, 1 ,2\n",
    "2017,USA,1,2,\n",
    "2017,P1,1\n",
    "2016,USA,1,2,3\n",
    "2016,P1,x,2\n",
    "soon,USA,1,2\n",
    ",USA,1,2\n",
    "2015,,1,2\n",
    "2015,\"USA\",1,2\n",
    "\"2014\",\"USA\",\"1\",\"2\"\n",
    "\"2014\",\"P1\",\"1.5\",\"\"\n",
    "\"2013\",\"U\"\"S\",\"1\",\"2\"\n",
    "\"2013\",\"a,b\",\"1\",\"2\"\n",
    "2013,a,b,1\n",
    "2012,\"US\nA\",1,2\n",
    "2012,\"P1,1,2\n",
    "2011,USA,1,2\r\n",
    "2011,P1,1,2\r",
    "2010,\xc3\x89"
    "U,1,2\n",
    "2010,\xff,1,2\n",
    "\n",
    "   \n",
    "\r\n",
    "2009;USA;1;2\n",
    "2009;P1;1,5;2\n",
    "2008;P1;1;2\n2007;P1;1;2\n2006;P1;x;2\n2005;P1;1;2\n",
    "2008,P1,1,2\n2007,P1,1,2\n2006,P1,x,2\n2005,P1,1,2\n",
    "2008,P1,Name,1,2,\n2007,P1,Name,1,2,p\n2006,P1,Other,1,2,\n",
    "2005,P1,\"Na, me\",1,2,\n2004,P1,Na\xff"
    "me,1,2,\n",
    "2004\tUSA\t1\n2003\tUSA\t1.25\n2002\tUSA\t1\n",
    "2024-07,USA,1,2\n",
    "2024-08,P1,1,2\n2024-09,P1,1,2\n2024-10,USA,3,2\n2024Q3,USA,3,2\n",
    "2003,USA,-1,-0\n",
    "2003,P1,+1,1.\n",
    "2002,USA,0.1,0.10\n",
    "2002 ,USA,1,2\n",
    "2001,USA,1,2",
};

/* Tables of flows and values, and how their rows go on. */
static const struct long_head {
    const char *text;
    char separator;
    const char *quote;
    const char *end; /* behind the value */
} long_heads[] = {
    {"period,partner,flow,value\n2024,USA,exports,1\n2024,USA,imports,2\n", ',', "",
     "\n"},
    {"period,partner,flow,value\n2024,USA,exports,1\n", ',', "", "\n"},
    {"period;partner;flow;value;vintage\n2024;USA;exports;1;H5\n", ';', "", ";H5\n"},
    {"\"period\",\"partner\",\"flow\",\"value\"\n\"2024\",\"USA\",\"Import\",\"1\"\n",
     ',', "\"", "\n"},
    {"period,partner,flow,value,vintage,\r\n2024,USA,imports,1,,\r\n", ',', "",
     ",H6,\r\n"},
    {"Period,PartnerISO,FlowCode,PrimaryValue,ReporterISO,CmdCode,ClassificationCode,\n"
     "2024,USA,X,1,CHN,TOTAL,H6,\n",
     ',', "", ",CHN,TOTAL,H6,\n"},
};

static const char *const long_pieces[] = {
    "2023,USA,exports,1\n",
    "2023,USA,imports,1.5\n",
    "2023,USA,imports,2\n",
    "2022,P1,Export,1\n2022,P1,Import,2\n2021,P1,Export,3\n2021,P1,Import,\n",
    "2022,P1,re-exports,7\n",
    "2021,P1,balance,7\n",
    "2021,P1,,7\n",
    "2020,P1,exports,\n",
    "2020,P1,exports,x\n",
    "2020,P1,imports,..\n",
    "2020,P1,imports,12345678901234567\n",
    "2019,P1,imports,-1.25\n",
    "2019,P1,imports,1,H4\n",
    "2019,P1,exports,1,H4,\n",
    "2019,P1,exports,1,,\r\n2018,P1,exports,2,H6,\r\n",
    "2018,P1,exports,1,N/A,\r\n",
    "2018,P1,imports,1,H6,,\n",
    "2018;P1;exports;1;H5\n2018;P1;imports;1;H4\n2017;P1;imports;1;\n",
    "2017;P1;exports;1,5;H5\n",
    "\"2017\",\"P1\",\"Export\",\"1\"\n\"2017\",\"P1\",\"Import\",\"\"\n",
    "\"2016\",\"P1\",\"Ex\"\"port\",\"1\"\n",
    "2016,P1,M,1,CHN,TOTAL,H6,\n2016,P1,X,2,CHN,TOTAL,H5,\n",
    "2016,P1,RX,1,CHN,01,H6,\n",
    "2016,USA,X,1,USA,TOTAL,,\n",
    "2015,USA,X\n",
    "\n",
};

struct text {
    char *bytes;
    size_t size;
    size_t capacity;
};

static void add(struct text *text, const void *bytes, size_t size)
{
    if (text->size + size > text->capacity) {
        text->capacity = (text->size + size) * 2;
        text->bytes = realloc(text->bytes, text->capacity);
        if (!text->bytes)
            abort();
    }
    if (size)
        memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A row that is straight and like no other, in the form that the head has; some are of
 * partners that only a few others name. */
static void add_row(struct text *text, const char *begin, bool is_table, size_t number,
                    bool is_other)
{
    char row[100];
    char partner[30] = "USA";
    size_t year = 1000 + number / 2;

    if (is_other)
        snprintf(partner, sizeof(partner), number % 8 ? "Q%zu" : "Partner number %zu",
                 number / 4);
    else
        year = 1100 + number;
    if (is_table)
        snprintf(row, sizeof(row), "%zu%c%s%c%zu.%zu%c2\n", year, begin[6], partner,
                 begin[6], number, number % 10, begin[6]);
    else if (strstr(begin, "{period"))
        snprintf(row, sizeof(row),
                 "- {period: %zu, partner: %s, exports: %zu.%zu, imports: 2}\n", year,
                 partner, number, number % 10);
    else
        snprintf(row, sizeof(row), "  - [%zu, %s, %zu.%zu, 2]\n", year, partner, number,
                 number % 10);
    add(text, row, strlen(row));
}

static void add_field(struct text *text, const struct long_head *head,
                      const char *field, bool is_last)
{
    add(text, head->quote, strlen(head->quote));
    add(text, field, strlen(field));
    add(text, head->quote, strlen(head->quote));
    if (!is_last)
        add(text, &head->separator, 1);
}

/* A row of one flow; the next is of the other flow and the same key. */
static void add_long_row(struct text *text, const struct long_head *head, size_t number,
                         bool is_other)
{
    bool is_code = strstr(head->text, "FlowCode") != NULL;
    const char *flow =
        number % 2 ? (is_code ? "X" : "exports") : (is_code ? "M" : "imports");
    char field[32];

    snprintf(field, sizeof(field), "%zu", 1000 + number / 2 % 40);
    add_field(text, head, field, false);
    if (is_other)
        snprintf(field, sizeof(field), "Q%zu", number / 4);
    else
        snprintf(field, sizeof(field), "USA");
    add_field(text, head, field, false);
    add_field(text, head, flow, false);
    snprintf(field, sizeof(field), "%zu.%zu", number, number % 10);
    add_field(text, head, field, true);
    add(text, head->end, strlen(head->end));
}

static struct text make_long_file(const uint8_t *data, size_t size)
{
    const struct long_head *head = &long_heads[*data / 4 % COUNT(long_heads)];
    struct text text = {0};

    add(&text, head->text, strlen(head->text));
    for (size_t i = 1; i < size; i++) {
        const char *piece = long_pieces[data[i] % COUNT(long_pieces)];
        if (data[i] >= 96)
            add_long_row(&text, head, i, data[i] >= 192);
        else
            add(&text, piece, strlen(piece));
    }
    return text;
}

static struct text make_file(const uint8_t *data, size_t size)
{
    struct text text = {0};
    bool is_table = *data / 2 % 2;
    size_t head = *data / 4;
    const char *const *pieces = is_table ? table_pieces : yaml_pieces;
    size_t count = is_table ? COUNT(table_pieces) : COUNT(yaml_pieces);
    const char *begin = is_table ? table_heads[head % COUNT(table_heads)]
                                 : yaml_heads[head % COUNT(yaml_heads)];

    add(&text, begin, strlen(begin));
    for (size_t i = 1; i < size; i++)
        if (data[i] >= 128)
            add_row(&text, begin, is_table, i, data[i] >= 192);
        else
            add(&text, pieces[data[i] % count], strlen(pieces[data[i] % count]));
    return text;
}

struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
    enum load_result result;
};

static void load(struct loaded *loaded, const struct text *text, bool is_row_by_row,
                 size_t threads)
{
    struct load_limits limits = load_limits_default;

    limits.is_row_by_row = is_row_by_row;
    limits.threads = threads;
    *loaded = (struct loaded){.diags = {.arena = &loaded->arena}};
    loaded->result = load_bytes("fuzz", text->bytes, text->size, &limits,
                                &loaded->dataset, &loaded->diags);
}

static void unload(struct loaded *loaded)
{
    dataset_close(&loaded->dataset);
    arena_clear(&loaded->arena);
}

static void demand(bool is_so)
{
    if (!is_so)
        abort();
}

static void compare_diags(const struct diag_list *a, const struct diag_list *b)
{
    const struct diag *left = a->first;
    const struct diag *right = b->first;

    for (; left && right; left = left->next, right = right->next)
        demand(left->severity == right->severity && left->at.line == right->at.line &&
               left->at.column == right->at.column && left->length == right->length &&
               strcmp(left->message, right->message) == 0);
    demand(!left && !right);
    demand(memcmp(a->count, b->count, sizeof(a->count)) == 0);
}

static void compare_codes(const struct codes *a, const struct codes *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        demand(codes_get_sparse(a, i) == codes_get_sparse(b, i));
}

static void compare_dimension(const struct dimension *a, const struct dimension *b,
                              size_t count)
{
    demand(strcmp(a->id, b->id) == 0 && a->member_count == b->member_count);
    for (uint32_t i = 0; i < a->member_count; i++)
        demand(strcmp(a->members[i].code, b->members[i].code) == 0 &&
               a->members[i].has_rows == b->members[i].has_rows &&
               a->members[i].parent == b->members[i].parent &&
               a->members[i].at.line == b->members[i].at.line &&
               a->members[i].at.column == b->members[i].at.column);
    compare_codes(&a->column, &b->column, count);
}

static void compare_measure(const struct measure *a, const struct measure *b,
                            size_t count)
{
    demand(strcmp(a->id, b->id) == 0 && a->is_scaled == b->is_scaled &&
           a->decimals == b->decimals && a->shown_decimals == b->shown_decimals);
    demand(a->column.count == b->column.count);
    for (size_t i = 0; i < count; i++)
        demand(memcmp(&a->column.data[i], &b->column.data[i], sizeof(double)) == 0 ||
               (a->column.data[i] != a->column.data[i] &&
                b->column.data[i] != b->column.data[i]));
    compare_codes(&a->absence, &b->absence, count);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        compare_codes(&a->attribute[i], &b->attribute[i], count);
}

static void compare_datasets(const struct dataset *a, const struct dataset *b)
{
    size_t count = a->observation_count;

    demand(count == b->observation_count && a->period_count == b->period_count &&
           a->dimension_count == b->dimension_count &&
           a->measure_count == b->measure_count);
    demand(a->fates.used == b->fates.used && a->fates.refused == b->fates.refused &&
           a->fates.other == b->fates.other && a->fates.figures == b->fates.figures &&
           a->unreadable_count == b->unreadable_count);
    for (uint32_t i = 0; i < a->period_count; i++)
        demand(period_compare(a->periods[i], b->periods[i]) == 0);
    compare_codes(&a->period, &b->period, count);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        compare_codes(&a->attribute[i], &b->attribute[i], count);
    for (size_t i = 0; i < count; i++)
        demand(sequence_get(&a->line, i) == sequence_get(&b->line, i));
    for (size_t i = 0; i < a->dimension_count; i++)
        compare_dimension(&a->dimension[i], &b->dimension[i], count);
    for (size_t i = 0; i < a->measure_count; i++)
        compare_measure(&a->measure[i], &b->measure[i], count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text = {0};
    struct loaded bulk;
    struct loaded single;

    if (size && *data % 2 && *data / 2 % 2 && *data >= 128)
        text = make_long_file(data, size);
    else if (size && *data % 2)
        text = make_file(data, size);
    else if (size)
        add(&text, data + 1, size - 1);
    load(&bulk, &text, false, 1 + size % 3);
    load(&single, &text, true, 1);
    demand(bulk.result == single.result);
    compare_diags(&bulk.diags, &single.diags);
    compare_datasets(&bulk.dataset, &single.dataset);
    unload(&bulk);
    unload(&single);
    free(text.bytes);
    return 0;
}
