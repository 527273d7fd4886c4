#include "core/base/number.h"
#include "core/load/yaml_reader.h"

#include <string.h>

#define SCALE_MAX 15
/* "zh-Hans", "en-GB". */
#define LANGUAGE_LENGTH_MAX 12

bool read_text(struct reader *reader, struct builder_text *text)
{
    const struct node *node = stream_node(reader->stream);

    *text = (struct builder_text){.text = NULL, .length = 0, .at = node->text.at};
    if (node->kind != NODE_TEXT)
        return refuse_value(reader, "one value");
    if (is_null(node))
        return false;
    *text = node->text;
    text->text = arena_copy(reader->arena, node->text.text, node->text.length);
    return true;
}

const char *read_string(struct reader *reader)
{
    struct builder_text text;

    return read_text(reader, &text) ? text.text : "";
}

bool read_bool(struct reader *reader, bool *value)
{
    const struct node *node = stream_node(reader->stream);

    *value = false;
    if (node->kind != NODE_TEXT)
        return refuse_value(reader, "true or false");
    *value = strcmp(node->text.text, "true") == 0;
    if (*value || strcmp(node->text.text, "false") == 0)
        return true;
    return refuse_value(reader, "true or false");
}

static bool is_language(const char *text)
{
    size_t length = strlen(text);

    for (size_t i = 0; i < length; i++) {
        char lower = (char)(text[i] | 0x20);

        if ((lower < 'a' || lower > 'z') && text[i] != '-')
            return false;
    }
    return length >= 2 && length <= LANGUAGE_LENGTH_MAX;
}

struct label read_label(struct reader *reader)
{
    static const char wants[] = "a text, or one per language: {en: ..., zh: ...}";
    const struct node *node = stream_node(reader->stream);
    struct label label = {NULL};
    struct builder_text language;
    struct builder_text text;

    if (node->kind == NODE_TEXT) {
        if (read_text(reader, &text))
            label_add(&label, reader->arena, "", text.text);
        return label;
    }
    if (!names_open(reader, wants))
        return label;
    while (names_next(reader, &language)) {
        if (!is_language(language.text))
            diag_error_span(reader->diags, language.at, builder_span(language),
                            "'%.40s' is not a language: en and zh are", language.text);
        else if (label_in(&label, language.text))
            diag_error_span(reader->diags, language.at, builder_span(language),
                            "language '%s' is given twice", language.text);
        if (read_text(reader, &text))
            label_add(&label, reader->arena, language.text, text.text);
    }
    return label;
}

static bool is_currency(const char *text)
{
    size_t length = strlen(text);

    return length == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

/* A unit while its keys are read. */
struct unit_target {
    struct unit unit;
    bool has_scale;
};

static void read_currency(struct reader *reader, void *target)
{
    struct unit_target *to = target;
    struct builder_text text;

    if (!read_text(reader, &text))
        return;
    if (!is_currency(text.text))
        diag_error_span(reader->diags, text.at, builder_span(text),
                        "'%.40s' is not a currency: three capital letters such as USD",
                        text.text);
    if (to->unit.kind != UNIT_NONE)
        diag_error(reader->diags, text.at,
                   "a unit is a currency or a quantity, not both");
    to->unit.kind = UNIT_CURRENCY;
    to->unit.code = text.text;
}

static void read_quantity(struct reader *reader, void *target)
{
    struct unit_target *to = target;
    struct builder_text text;

    if (!read_text(reader, &text))
        return;
    if (to->unit.kind != UNIT_NONE)
        diag_error(reader->diags, text.at,
                   "a unit is a currency or a quantity, not both");
    to->unit.kind = UNIT_QUANTITY;
    to->unit.code = text.text;
}

static void read_scale(struct reader *reader, void *target)
{
    struct unit_target *to = target;
    struct builder_text text;
    struct number number;

    if (!read_text(reader, &text))
        return;
    to->has_scale = true;
    if (!number_read(text.text, text.length, &number) || number.decimals > 0 ||
        number.value < -SCALE_MAX || number.value > SCALE_MAX)
        diag_error_span(reader->diags, text.at, builder_span(text),
                        "'%.40s' is not a power of ten from %d to %d: 4 means that "
                        "figures are in 10^4",
                        text.text, -SCALE_MAX, SCALE_MAX);
    else
        to->unit.scale = (int)number.value;
}

static const struct key unit_keys[] = {
    {"currency", read_currency, false},
    {"quantity", read_quantity, false},
    {"scale", read_scale, false},
};

static bool read_unit_word(struct reader *reader, struct unit *unit)
{
    struct builder_text text;

    if (!read_text(reader, &text))
        return false;
    if (is_currency(text.text))
        return diag_error_span(
            reader->diags, text.at, builder_span(text),
            "a currency needs its scale: say {currency: %s, scale: 0} "
            "for whole units, 6 for millions",
            text.text);
    if (strcmp(text.text, "percent") == 0 || strcmp(text.text, "%") == 0)
        unit->kind = UNIT_PERCENT;
    else
        unit->kind = UNIT_QUANTITY;
    unit->code = text.text;
    return true;
}

bool read_unit(struct reader *reader, struct unit *unit)
{
    const struct node *node = stream_node(reader->stream);
    struct source_pos at = node->text.at;
    struct unit_target target = {.has_scale = false};
    size_t errors = reader->diags->count[SEVERITY_ERROR];

    *unit = (struct unit){.kind = UNIT_NONE};
    if (node->kind == NODE_TEXT)
        return read_unit_word(reader, unit);
    READ_MAPPING(reader, unit_keys, "a unit", &target);
    if (reader->diags->count[SEVERITY_ERROR] != errors)
        return false;
    if (target.unit.kind == UNIT_NONE)
        return diag_error(
            reader->diags, at,
            "a unit needs 'currency' or 'quantity': {currency: CNY, scale: "
            "4}");
    if (target.unit.kind == UNIT_CURRENCY && !target.has_scale)
        return diag_error(
            reader->diags, at,
            "a currency needs its scale: 0 for whole units, 4 for 10^4, 6 "
            "for millions");
    *unit = target.unit;
    return true;
}

bool read_valuation(struct reader *reader, enum valuation *valuation)
{
    struct builder_text text;

    *valuation = VALUATION_NONE;
    if (!read_text(reader, &text))
        return false;
    if (valuation_read(text.text, valuation))
        return true;
    return diag_error_span(reader->diags, text.at, builder_span(text),
                           "'%.40s' is not a valuation: FOB, CIF and customs are",
                           text.text);
}
