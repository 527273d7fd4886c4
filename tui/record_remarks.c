/*
 * Releases and remarks of single figures, each with its period. Where there are many,
 * as in a table that has the classification of every row, each text once, with how many
 * observations it is of.
 */
#include "core/base/translate.h"
#include "tui/app.h"
#include "tui/record_writer.h"

/* What is said of an observation, or of the figure of a measure; whether there is a
 * heading now. */
static bool write_remark(struct record_writer *writer, const struct codes *attribute,
                         size_t observation, const struct measure *measure,
                         bool has_heading)
{
    const struct dataset *dataset = &writer->app->dataset;
    static const enum attribute order[] = {ATTRIBUTE_VINTAGE, ATTRIBUTE_REMARK};
    uint32_t number[] = {codes_get_sparse(&attribute[order[0]], observation),
                         codes_get_sparse(&attribute[order[1]], observation)};
    char period[PERIOD_SHOWN_MAX];
    const char *text;

    if (!number[0] && !number[1])
        return has_heading;
    if (!has_heading && writer->line)
        record_blank(writer);
    if (!has_heading)
        record_write(writer, 1, STYLE_TITLE, _("On single figures"));
    text = period_words(period,
                        dataset->periods[codes_get(&dataset->period, observation)]);
    if (dataset->dimension_count) {
        const struct dimension *dimension = &dataset->dimension[0];
        text = arena_printf(writer->arena, "%s  %s", text,
                            member_name(dimension,
                                        codes_get(&dimension->column, observation),
                                        writer->app->language));
    }
    if (measure)
        text = arena_printf(writer->arena, "%s  %s", text,
                            measure_word(measure, writer->app->language));
    for (size_t i = 0; i < 2; i++)
        if (number[i])
            text = arena_printf(writer->arena, "%s  %s", text,
                                dataset_attribute_text(dataset, order[i], number[i]));
    record_write(writer, 3, STYLE_PLAIN, text);
    return true;
}

static size_t more(size_t count, const struct codes *attribute)
{
    if (attribute[ATTRIBUTE_VINTAGE].count > count)
        count = attribute[ATTRIBUTE_VINTAGE].count;
    return attribute[ATTRIBUTE_REMARK].count > count ? attribute[ATTRIBUTE_REMARK].count
                                                     : count;
}

/* Behind so many observations nothing is said of any. */
static size_t count_of(const struct dataset *dataset)
{
    size_t count = more(0, dataset->attribute);

    for (size_t m = 0; m < dataset->measure_count; m++)
        count = more(count, dataset->measure[m].attribute);
    return count < dataset->observation_count ? count : dataset->observation_count;
}

enum { SINGLES_MAX = 40, STEP = 1024 };

/* What a text is said of. */
struct said {
    size_t count;
    uint32_t first; /* periods */
    uint32_t last;
};

static void count_some(const struct dataset *dataset, const struct codes *attribute,
                       size_t from, size_t count, struct said *said)
{
    uint32_t number[STEP];
    uint32_t period[STEP];

    codes_unpack(attribute, from, count, number);
    codes_unpack(&dataset->period, from, count, period);
    for (size_t i = 0; i < count; i++) {
        struct said *of = &said[number[i]];
        of->first = !of->count || period[i] < of->first ? period[i] : of->first;
        of->last = !of->count || period[i] > of->last ? period[i] : of->last;
        of->count++;
    }
}

static void count_texts(const struct dataset *dataset, const struct codes *attribute,
                        struct said *said)
{
    for (size_t at = 0; at < attribute->count; at += STEP) {
        size_t left = attribute->count - at;
        count_some(dataset, attribute, at, left < STEP ? left : STEP, said);
    }
}

/* By text of the attribute, whatever figures it is said of. */
static struct said *texts_of(const struct dataset *dataset, enum attribute attribute,
                             struct arena *arena)
{
    struct said *said =
        ARENA_ARRAY(arena, struct said, dataset->texts[attribute].count + 1);

    count_texts(dataset, &dataset->attribute[attribute], said);
    for (size_t m = 0; m < dataset->measure_count; m++)
        count_texts(dataset, &dataset->measure[m].attribute[attribute], said);
    return said;
}

static size_t sum_of(const struct dataset *dataset, enum attribute attribute,
                     const struct said *said)
{
    size_t sum = 0;

    for (uint32_t i = 1; i < dataset->texts[attribute].count; i++)
        sum += said[i].count;
    return sum;
}

static void write_text(struct record_writer *writer, enum attribute attribute,
                       uint32_t number, const struct said *said)
{
    const struct dataset *dataset = &writer->app->dataset;
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];
    const char *text = dataset_attribute_text(dataset, attribute, number);

    period_words(first, dataset->periods[said->first]);
    period_words(last, dataset->periods[said->last]);
    if (said->first == said->last)
        text = arena_printf(
            writer->arena,
            P_("%s  %s, %zu observation", "%s  %s, %zu observations", said->count),
            text, first, said->count);
    else
        text = arena_printf(writer->arena, _("%s  %s to %s, %zu observations"), text,
                            first, last, said->count);
    record_write(writer, 3, STYLE_PLAIN, text);
}

static void write_texts(struct record_writer *writer, enum attribute attribute,
                        const struct said *said)
{
    const struct dataset *dataset = &writer->app->dataset;
    uint32_t left = 0;
    size_t written = 0;

    for (uint32_t i = 1; i < dataset->texts[attribute].count; i++)
        if (said[i].count && written++ < SINGLES_MAX)
            write_text(writer, attribute, i, &said[i]);
        else
            left += said[i].count > 0;
    if (left)
        record_write(writer, 3, STYLE_PLAIN,
                     arena_printf(writer->arena,
                                  P_("and %u more text", "and %u more texts", left),
                                  left));
}

static void write_singles(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    size_t count = count_of(dataset);
    bool has_heading = false;

    for (size_t i = 0; i < count; i++) {
        has_heading = write_remark(writer, dataset->attribute, i, NULL, has_heading);
        for (size_t m = 0; m < dataset->measure_count; m++)
            has_heading = write_remark(writer, dataset->measure[m].attribute, i,
                                       &dataset->measure[m], has_heading);
    }
}

void record_write_remarks(struct record_writer *writer)
{
    const struct dataset *dataset = &writer->app->dataset;
    const struct said *vintages = texts_of(dataset, ATTRIBUTE_VINTAGE, writer->arena);
    const struct said *remarks = texts_of(dataset, ATTRIBUTE_REMARK, writer->arena);
    size_t vintage_sum = sum_of(dataset, ATTRIBUTE_VINTAGE, vintages);
    size_t remark_sum = sum_of(dataset, ATTRIBUTE_REMARK, remarks);

    if (vintage_sum + remark_sum <= SINGLES_MAX) {
        write_singles(writer);
        return;
    }
    if (writer->line)
        record_blank(writer);
    record_write(writer, 1, STYLE_TITLE, _("What is said of figures"));
    write_texts(writer, ATTRIBUTE_VINTAGE, vintages);
    write_texts(writer, ATTRIBUTE_REMARK, remarks);
}
