/*
 * What publishers say of figures besides their numbers: flags, remarks, vintages. What
 * holds of a whole row is kept by row. Where rows of one key that are of different
 * measures become one observation, each figure keeps what its own row said of it.
 */
#include "core/model/builder_internal.h"

#include <string.h>

/* SDMX letters, several at once where a publisher combines them. */
#define FLAG_LENGTH_MAX 8

static bool is_flag(struct builder_text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char lower = (char)(text.text[i] | 0x20);

        if (lower < 'a' || lower > 'z')
            return false;
    }
    return text.length <= FLAG_LENGTH_MAX;
}

struct builder_text attribute_of_measure(struct builder_text text,
                                         enum attribute *attribute)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        const char *word = attribute_word((enum attribute)i);
        size_t length = strlen(word);
        if (text.length <= length + 4 || memcmp(text.text, word, length) != 0 ||
            memcmp(text.text + length, " of ", 4) != 0)
            continue;
        *attribute = (enum attribute)i;
        text.text += length + 4;
        text.length -= length + 4;
        return text;
    }
    return (struct builder_text){"", 0, text.at};
}

void builder_attribute(struct builder *builder, enum attribute attribute,
                       size_t measure, struct builder_text text)
{
    struct dataset *dataset = builder->dataset;
    struct row *row = &builder->row;
    enum absence none;
    uint32_t number = 0;

    if (builder_read_absence(text, &none) && none == ABSENCE_NOT_AVAILABLE)
        number = 0;
    else if (attribute == ATTRIBUTE_FLAG && !is_flag(text))
        diag_error_span(builder->diags, text.at, builder_span(text),
                        "'%s' is not a flag: at most %d letters such as p or be",
                        builder_quote(builder, text), FLAG_LENGTH_MAX);
    else if (attribute == ATTRIBUTE_FLAG &&
             dataset->texts[attribute].count > VALUE_FLAG_MOST)
        diag_error_span(builder->diags, text.at, builder_span(text),
                        "there are more than %d different flags", VALUE_FLAG_MOST);
    else
        number = dict_add(&dataset->texts[attribute], &dataset->arena, text.text,
                          text.length);
    if (measure == MEASURE_NONE) {
        row->attribute[attribute] = number ? number : row->attribute[attribute];
        return;
    }
    if (number)
        row->own[attribute] |= (uint64_t)1 << measure;
    row->own_attribute[attribute][measure] = number;
}

/* Whether all figures of the row have the same of their own. */
static bool are_alike(const struct row *row, enum attribute attribute, uint32_t *number)
{
    bool is_first = true;

    if (row->measures & ~row->own[attribute])
        return false;
    for (size_t m = 0; m < MEASURE_MAX; m++) {
        if (!(row->measures >> m & 1))
            continue;
        if (!is_first && row->own_attribute[attribute][m] != *number)
            return false;
        *number = row->own_attribute[attribute][m];
        is_first = false;
    }
    return true;
}

static void add_own(struct builder *builder, enum attribute attribute, size_t index)
{
    struct dataset *dataset = builder->dataset;
    const struct row *row = &builder->row;

    for (size_t m = 0; m < dataset->measure_count; m++)
        if (row->measures >> m & 1)
            codes_add_sparse(
                &dataset->measure[m].attribute[attribute], &dataset->arena, index,
                row->own[attribute] >> m & 1 ? row->own_attribute[attribute][m]
                                             : row->attribute[attribute]);
}

void builder_add_attributes(struct builder *builder, size_t index)
{
    struct dataset *dataset = builder->dataset;
    const struct row *row = &builder->row;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        enum attribute attribute = (enum attribute)i;
        uint32_t number = row->attribute[i];
        if ((row->own[i] & row->measures) && !are_alike(row, attribute, &number))
            add_own(builder, attribute, index);
        else
            codes_add_sparse(&dataset->attribute[i], &dataset->arena, index, number);
    }
}

/* What is said of a row is from now on said of each of its figures. */
static void spread(struct dataset *dataset, enum attribute attribute, size_t row)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        codes_add_sparse(&dataset->measure[m].attribute[attribute], &dataset->arena,
                         row, dataset_attribute(dataset, attribute, m, row));
    codes_add_sparse(&dataset->attribute[attribute], &dataset->arena, row, 0);
}

void builder_take_attributes(struct builder *builder, size_t measure, size_t into,
                             size_t from)
{
    struct dataset *dataset = builder->dataset;
    struct measure *of = &dataset->measure[measure];

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        enum attribute attribute = (enum attribute)i;
        uint32_t number = dataset_attribute(dataset, attribute, measure, from);
        uint32_t shared = codes_get_sparse(&dataset->attribute[i], into);
        if (shared == number && !codes_get_sparse(&of->attribute[i], into))
            continue;
        if (shared)
            spread(dataset, attribute, into);
        codes_add_sparse(&of->attribute[i], &dataset->arena, into, number);
    }
}
