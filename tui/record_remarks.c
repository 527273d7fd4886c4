/*
 * Releases and remarks of single figures, each with its period.
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

void record_write_remarks(struct record_writer *writer)
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
