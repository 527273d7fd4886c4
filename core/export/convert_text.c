#include "core/export/convert_text.h"

#include "core/export/fields.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void convert_quoted(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else if (byte < ' ' || byte == 0x7f)
            fprintf(out, "\\x%02x", byte);
        else
            fputc(byte, out);
    }
    fputc('"', out);
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* What YAML takes for something else than a text when it stands alone. */
static bool is_reserved(const char *text)
{
    static const char *const words[] = {"null", "Null", "NULL", "true", "false", "c"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i], text) == 0)
            return true;
    return false;
}

void convert_word(FILE *out, const char *text)
{
    bool is_plain = is_letter(*text) && !is_reserved(text);

    for (const char *at = text; is_plain && *at; at++)
        is_plain = is_letter(*at) || *at == '_' || (*at >= '0' && *at <= '9');
    if (is_plain)
        fputs(text, out);
    else
        convert_quoted(out, text);
}

/* The text for any language has no key of its own: what is picked is the same when it
 * is the English one. */
void convert_label(FILE *out, const struct label *label)
{
    const struct label_text *text = label->first;
    const char *before = "{";

    if (text && !text->next && !*text->language) {
        convert_quoted(out, text->text);
        return;
    }
    for (; text; text = text->next) {
        if (!*text->language && label_in(label, "en"))
            continue;
        fprintf(out, "%s%s: ", before, *text->language ? text->language : "en");
        convert_quoted(out, text->text);
        before = ", ";
    }
    fputc('}', out);
}

void convert_label_line(FILE *out, const char *key, const struct label *label)
{
    if (label_is_empty(label))
        return;
    fprintf(out, "%s: ", key);
    convert_label(out, label);
    fputc('\n', out);
}

void convert_unit(FILE *out, struct unit unit)
{
    if (unit.kind == UNIT_PERCENT) {
        fputs("percent", out);
        return;
    }
    fputs(unit.kind == UNIT_CURRENCY ? "{currency: " : "{quantity: ", out);
    convert_word(out, unit.code ? unit.code : "");
    fprintf(out, ", scale: %d}", unit.scale);
}

/* A whole number of the last decimal, with its point: 1814 and 2 are 18.14. */
static void show_scaled(char out[CONVERT_SHOWN_MAX], double value, int decimals)
{
    char digits[40];
    size_t length;
    bool is_negative = value < 0;

    snprintf(digits, sizeof(digits), "%0*.0f", decimals + 1, fabs(value));
    length = strlen(digits);
    if (decimals > 0)
        snprintf(out, CONVERT_SHOWN_MAX, "%s%.*s.%s", is_negative ? "-" : "",
                 (int)length - decimals, digits, digits + length - (size_t)decimals);
    else
        snprintf(out, CONVERT_SHOWN_MAX, "%s%s", is_negative ? "-" : "", digits);
}

void convert_number(char out[CONVERT_SHOWN_MAX], double value)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(out, CONVERT_SHOWN_MAX, "%.*g", digits, value);
        if (strtod(out, NULL) == value)
            return;
    }
}

const char *convert_absence(enum absence absence)
{
    static const char *const words[ABSENCE_COUNT] = {
        [ABSENCE_ROUNDED] = "<",      [ABSENCE_NOT_APPLICABLE] = "-",
        [ABSENCE_CONFIDENTIAL] = "c", [ABSENCE_NOT_AVAILABLE] = "~",
        [ABSENCE_UNREADABLE] = "?",
    };

    return words[absence];
}

const char *convert_figure(const struct measure *measure, size_t observation,
                           char out[CONVERT_SHOWN_MAX])
{
    enum absence absence =
        (enum absence)codes_get_sparse(&measure->absence, observation);
    double value = measure->column.data[observation];

    if (absence != ABSENCE_NONE)
        return convert_absence(absence);
    if (measure->is_scaled)
        show_scaled(out, value, measure->decimals);
    else
        convert_number(out, value);
    return out;
}

size_t convert_extras(const struct dataset *dataset,
                      struct convert_extra extras[CONVERT_EXTRA_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        enum attribute attribute = (enum attribute)i;
        if (dataset->attribute[i].count)
            extras[count++] =
                (struct convert_extra){attribute, NULL, &dataset->attribute[i]};
        for (size_t m = 0; m < dataset->measure_count; m++) {
            const struct measure *measure = &dataset->measure[m];
            if (measure->attribute[i].count)
                extras[count++] = (struct convert_extra){attribute, measure->id,
                                                         &measure->attribute[i]};
        }
    }
    return count;
}

const char *convert_extra_name(const struct convert_extra *extra, struct arena *arena)
{
    const char *word = attribute_word(extra->attribute);

    return extra->of ? arena_printf(arena, "%s of %s", word, extra->of) : word;
}

static void write_field(FILE *out, const char *text)
{
    if (!strpbrk(text, ",\"\r\n") && *text != ' ') {
        fputs(text, out);
        return;
    }
    field_write_quoted("", text, out);
}

static void write_next(FILE *out, const char *text)
{
    fputc(',', out);
    write_field(out, text);
}

static void write_head(FILE *out, const struct dataset *dataset,
                       const struct convert_extra *extras, size_t extra_count)
{
    struct arena scratch = {0};

    fputs("period", out);
    for (size_t d = 0; d < dataset->dimension_count; d++)
        write_next(out, dataset->dimension[d].id);
    for (size_t m = 0; m < dataset->measure_count; m++)
        write_next(out, dataset->measure[m].id);
    for (size_t i = 0; i < extra_count; i++)
        write_next(out, convert_extra_name(&extras[i], &scratch));
    fputc('\n', out);
    arena_clear(&scratch);
}

static void write_row(FILE *out, const struct dataset *dataset, size_t observation,
                      const struct convert_extra *extras, size_t extra_count)
{
    char text[CONVERT_SHOWN_MAX];

    fputs(period_show(text, dataset->periods[codes_get(&dataset->period, observation)]),
          out);
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        write_next(out,
                   dimension->members[codes_get(&dimension->column, observation)].code);
    }
    for (size_t m = 0; m < dataset->measure_count; m++) {
        const char *figure = convert_figure(&dataset->measure[m], observation, text);
        fprintf(out, ",%s", figure ? figure : "");
    }
    for (size_t i = 0; i < extra_count; i++)
        write_next(out, dataset_attribute_text(
                            dataset, extras[i].attribute,
                            codes_get_sparse(extras[i].column, observation)));
    fputc('\n', out);
}

void convert_csv(FILE *out, const struct dataset *dataset)
{
    struct convert_extra extras[CONVERT_EXTRA_MAX];
    size_t extra_count = convert_extras(dataset, extras);

    write_head(out, dataset, extras, extra_count);
    for (size_t i = 0; i < dataset->observation_count && !ferror(out); i++)
        write_row(out, dataset, i, extras, extra_count);
}
