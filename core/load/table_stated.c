/*
 * What a table of months states of the year to date beside them: figures of the whole
 * become facts, one for the last month of each year and measure, which the audit
 * compares with the sum of the months.
 */
#include "core/base/number.h"
#include "core/load/table_figures.h"

#include <string.h>

struct table_stated {
    size_t measure;
    struct period period; /* the last that it covers */
    struct fact fact;
};

/* Whether every column of a dimension has its total there. */
static bool is_of_whole(const struct table_reader *reader, const struct table_row *row)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        const struct column_use *use = &reader->uses[i];
        const struct table_place *place;
        struct builder_text code;
        if (use->role != ROLE_CODE)
            continue;
        code = row->fields[i];
        place =
            table_place_of(reader, use->dimension,
                           dict_find(&reader->dataset->dimension[use->dimension].codes,
                                     code.text, code.length));
        if (!place || !place->is_total)
            return false;
    }
    return true;
}

static struct table_stated *place_for(struct table_reader *reader, size_t measure,
                                      struct period period)
{
    struct table_stated *all = reader->stated;
    size_t count = reader->stated_count;

    for (size_t i = 0; i < count; i++)
        if (all[i].measure == measure &&
            period_year(all[i].period) == period_year(period))
            return &all[i];
    /* Grows whenever the count is a power of two. */
    if ((count & (count - 1)) == 0) {
        reader->stated =
            ARENA_ARRAY(reader->arena, struct table_stated, count ? 2 * count : 1);
        if (count)
            memcpy(reader->stated, all, count * sizeof(*all));
    }
    all = &reader->stated[reader->stated_count++];
    *all = (struct table_stated){.measure = measure, .period = period};
    return all;
}

static void name_fact(const struct table_reader *reader, struct label *label,
                      const char *id)
{
    bool is_exports = strcmp(id, "exports") == 0;

    label_add(label, reader->arena, "en",
              is_exports ? "Exports of the year to date, as stated"
                         : "Imports of the year to date, as stated");
    label_add(label, reader->arena, "zh",
              is_exports ? "出口本年累计（公布数）" : "进口本年累计（公布数）");
}

static void keep(struct table_reader *reader, const struct column_use *use,
                 struct builder_text text, struct period period)
{
    size_t number = reader->unit_column == COLUMN_NONE
                        ? use->measure
                        : table_row_measure(reader, use->id, use->unit);
    struct source_pos at = text.at;
    struct table_stated *stated;
    const struct measure *measure;
    struct number value;

    if (number == SIZE_MAX || !table_number(reader, &text) ||
        !table_shift(reader, &text, reader->row_scale + reader->unit_shift) ||
        !number_read(text.text, text.length, &value))
        return;
    stated = place_for(reader, number, period);
    if (stated->fact.has_value && period_begins_after(stated->period, period))
        return;
    measure = &reader->dataset->measure[number];
    stated->period = period;
    stated->fact = (struct fact){.has_value = true,
                                 .value = value.value,
                                 .decimals = value.decimals,
                                 .qualifier = "",
                                 .unit = measure->unit,
                                 .measure = measure->id,
                                 .at = at};
    stated->fact.at.file = arena_copy(reader->arena, at.file, strlen(at.file));
    name_fact(reader, &stated->fact.label, use->id);
}

/* Without a unit of each row the measure is that of the months. */
static size_t measure_of(const struct table_reader *reader, const char *id)
{
    return dataset_measure(reader->dataset, id);
}

void table_keep_stated(struct table_reader *reader, const struct table_row *row,
                       struct builder_text text)
{
    struct period period;

    if (!period_read(text.text, text.length, &period) || !is_of_whole(reader, row))
        return;
    for (size_t i = 0; i < reader->column_count; i++) {
        struct column_use *use = &reader->uses[i];
        if (use->role != ROLE_YTD)
            continue;
        use->measure = measure_of(reader, use->id);
        keep(reader, use, row->fields[i], period);
    }
}

/* From the first period of the year up to this one. */
static struct period to_date(struct period period)
{
    struct period first = period;
    struct period before = {period.frequency, period.index - 1, 0};

    while (period_year(before) == period_year(period)) {
        first = before;
        before.index--;
    }
    return period_join(first, period);
}

void table_give_stated(struct table_reader *reader)
{
    for (size_t i = 0; i < reader->stated_count; i++) {
        struct table_stated *stated = &reader->stated[i];
        struct period span = to_date(stated->period);
        char shown[PERIOD_SHOWN_MAX];
        if (!span.more)
            continue;
        period_show(shown, span);
        stated->fact.period = arena_copy(reader->arena, shown, strlen(shown));
        builder_fact(reader->builder, stated->fact);
    }
}
