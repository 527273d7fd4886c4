/*
 * `revised:` what figures were before they were revised: a list of the period, the
 * members, the measure, the figure and where it stood.
 */
#include "core/base/number.h"
#include "core/load/yaml_reader.h"

#include <string.h>

/* The text of the value, and its place; empty when it is none. */
static struct builder_text read_value(struct reader *reader)
{
    struct builder_text text = {"", 0, stream_node(reader->stream)->text.at};

    read_text(reader, &text);
    return text;
}

static void read_line(struct reader *reader, struct revised_spec *spec)
{
    struct builder_text text = read_value(reader);
    struct number number;

    if (number_read(text.text, text.length, &number) && number.value >= 0 &&
        number.value < (double)UINT32_MAX && !number.decimals)
        spec->line = (uint32_t)number.value;
    else
        diag_error_span(reader->diags, text.at, builder_span(text),
                        "'line' needs a whole number");
}

static void read_member(struct reader *reader, const struct builder_text *name,
                        struct revised_spec *spec)
{
    size_t dimension = dataset_dimension(reader->dataset, name->text);
    struct builder_text code = read_value(reader);

    if (dimension == SIZE_MAX)
        diag_error_span(reader->diags, name->at, builder_span(*name),
                        "'%.60s' is no key of a revised figure, and no dimension that "
                        "is declared before",
                        name->text);
    else
        spec->code[dimension] = code.text;
}

static void read_one(struct reader *reader)
{
    static const struct {
        const char *key;
        size_t offset;
    } texts[] = {
        {"period", offsetof(struct revised_spec, period)},
        {"measure", offsetof(struct revised_spec, measure)},
        {"figure", offsetof(struct revised_spec, figure)},
        {"file", offsetof(struct revised_spec, file)},
        {"release", offsetof(struct revised_spec, release)},
    };
    struct revised_spec spec = {.at = stream_node(reader->stream)->text.at};
    struct builder_text name;

    reader->key = "revised";
    if (!names_open(reader, "figures: {period: 2023, measure: exports, figure: 5}"))
        return;
    while (names_next(reader, &name)) {
        size_t i = 0;
        while (i < sizeof(texts) / sizeof(texts[0]) &&
               strcmp(texts[i].key, name.text) != 0)
            i++;
        if (i < sizeof(texts) / sizeof(texts[0]))
            *(struct builder_text *)((char *)&spec + texts[i].offset) =
                read_value(reader);
        else if (strcmp(name.text, "line") == 0)
            read_line(reader, &spec);
        else
            read_member(reader, &name, &spec);
    }
    builder_revised(reader->builder, &spec);
}

void read_revised(struct reader *reader, void *unused)
{
    (void)unused;
    if (!items_open(reader,
                    "a list: - {period: 2023, measure: exports, figure: 5, file: ...}"))
        return;
    while (items_next(reader))
        read_one(reader);
}
