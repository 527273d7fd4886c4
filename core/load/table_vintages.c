/*
 * Vintages of a classification, as UN Comtrade has them by row: "H4", "H5". Where most
 * rows of products change from one to the next their codes mean other things, so the
 * series of products break there; those of all products do not.
 */
#include "core/load/table_reader.h"

#include <string.h>

enum { VINTAGES_MAX = 64 };

struct vintages {
    struct table_reader *reader;
    size_t product; /* the dimension */
    uint32_t count; /* of the vintages */
    uint32_t *main; /* by period: the vintage of most rows, 0 for none */
};

/* The product dimension of codes of the Harmonized System, or SIZE_MAX. */
static size_t find_product(const struct table_reader *reader)
{
    for (size_t d = 0; d < reader->dataset->dimension_count; d++)
        if (reader->dimension[d].rule && reader->dimension[d].rule->is_hs)
            return d;
    return SIZE_MAX;
}

static bool is_of_all(const struct vintages *vintages, uint32_t member)
{
    const struct table_reader *reader = vintages->reader;
    const char *whole = reader->dimension[vintages->product].rule->whole;

    return whole &&
           strcmp(reader->dataset->dimension[vintages->product].members[member].code,
                  whole) == 0;
}

static void find_main(struct vintages *vintages)
{
    const struct dataset *dataset = vintages->reader->dataset;
    struct arena *arena = vintages->reader->arena;
    size_t *rows =
        ARENA_ARRAY(arena, size_t, (size_t)dataset->period_count * vintages->count);

    vintages->main = ARENA_ARRAY(arena, uint32_t, dataset->period_count);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        uint32_t vintage = codes_get_sparse(&dataset->attribute[ATTRIBUTE_VINTAGE], i);
        uint32_t member = codes_get(&dataset->dimension[vintages->product].column, i);
        size_t period = codes_get(&dataset->period, i);
        size_t *here = &rows[period * vintages->count];
        if (!vintage || is_of_all(vintages, member))
            continue;
        here[vintage]++;
        if (here[vintage] > here[vintages->main[period]])
            vintages->main[period] = vintage;
    }
}

/* The period with products that comes before, or UINT32_MAX. */
static uint32_t period_before(const struct vintages *vintages, uint32_t period)
{
    const struct dataset *dataset = vintages->reader->dataset;
    uint32_t found = UINT32_MAX;

    for (uint32_t p = 0; p < dataset->period_count; p++)
        if (vintages->main[p] &&
            period_compare(dataset->periods[p], dataset->periods[period]) < 0 &&
            (found == UINT32_MAX ||
             period_compare(dataset->periods[p], dataset->periods[found]) > 0))
            found = p;
    return found;
}

static void add_break(const struct vintages *vintages, uint32_t before, uint32_t period)
{
    struct table_reader *reader = vintages->reader;
    const struct dataset *dataset = reader->dataset;
    struct event event = {.period = dataset->periods[period],
                          .is_break = true,
                          .below = dataset->dimension[vintages->product].id};

    label_add(&event.title, reader->arena, "",
              arena_printf(reader->arena, "products by classification %s, before %s",
                           dataset_attribute_text(dataset, ATTRIBUTE_VINTAGE,
                                                  vintages->main[period]),
                           dataset_attribute_text(dataset, ATTRIBUTE_VINTAGE,
                                                  vintages->main[before])));
    builder_event(reader->builder, event, NULL, 0);
}

void table_find_breaks(struct table_reader *reader)
{
    const struct dataset *dataset = reader->dataset;
    struct vintages vintages = {.reader = reader,
                                .product = find_product(reader),
                                .count = dataset->texts[ATTRIBUTE_VINTAGE].count};

    if (!reader->layout->has_classification || vintages.product == SIZE_MAX ||
        vintages.count < 2 || vintages.count > VINTAGES_MAX)
        return;
    find_main(&vintages);
    for (uint32_t p = 0; p < dataset->period_count; p++) {
        uint32_t before = vintages.main[p] ? period_before(&vintages, p) : UINT32_MAX;
        if (before != UINT32_MAX && vintages.main[before] != vintages.main[p])
            add_break(&vintages, before, p);
    }
}
