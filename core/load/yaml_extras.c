#include "core/base/number.h"
#include "core/load/yaml_reader.h"

#include <string.h>

static void read_rate_kind(struct reader *reader, enum rate_kind *kind)
{
    struct builder_text text;

    if (!read_text(reader, &text))
        return;
    *kind = strcmp(text.text, "average") == 0 ? RATE_AVERAGE
            : strcmp(text.text, "end") == 0   ? RATE_END
                                              : RATE_NOT_SAID;
    if (*kind == RATE_NOT_SAID)
        diag_error_span(
            reader->diags, text.at, builder_span(text),
            "'%.20s' is not a kind of rate: average (of the period) and end "
            "(of the period) are",
            text.text);
}

/* The rates of one currency, and what is said of all of them. */
static void read_currency_rates(struct reader *reader, struct builder_text currency)
{
    size_t first = reader->dataset->rate_count;
    enum rate_kind kind = RATE_NOT_SAID;
    bool is_inverse = false;
    struct builder_text name;
    struct builder_text units;

    while (names_next(reader, &name)) {
        if (strcmp(name.text, "kind") == 0)
            read_rate_kind(reader, &kind);
        else if (strcmp(name.text, "inverse") == 0)
            read_bool(reader, &is_inverse);
        else if (read_text(reader, &units))
            builder_rate(reader->builder, currency, name, units);
    }
    builder_rate_terms(reader->builder, first, kind, is_inverse);
}

void read_rates(struct reader *reader, void *unused)
{
    static const char wants[] = "a rate per period: {USD: {2024: 7.12}}";
    struct builder_text currency;

    (void)unused;
    if (!names_open(reader, wants))
        return;
    while (names_next(reader, &currency))
        if (names_open(reader, wants))
            read_currency_rates(reader, currency);
}

void read_notes(struct reader *reader, void *unused)
{
    const struct node *node = stream_node(reader->stream);

    (void)unused;
    if (node->kind == NODE_TEXT || node->kind == NODE_MAP) {
        struct label note = read_label(reader);

        if (!label_is_empty(&note))
            builder_note(reader->builder, note);
        return;
    }
    if (!items_open(reader, "a list of texts"))
        return;
    while (items_next(reader)) {
        struct label note = read_label(reader);

        if (!label_is_empty(&note))
            builder_note(reader->builder, note);
    }
}

struct event_target {
    struct event event;
    struct builder_text breaks[MEASURE_MAX];
    size_t break_count;
    bool is_bad;
};

static void read_event_period(struct reader *reader, void *target)
{
    struct event_target *to = target;
    struct builder_text text;

    to->is_bad = true;
    if (!read_text(reader, &text))
        return;
    to->is_bad = !period_read(text.text, text.length, &to->event.period);
    if (to->is_bad)
        diag_error_span(reader->diags, text.at, builder_span(text),
                        "'%.40s' is not a period: 2024, 2024-Q3 and 2024-07 are",
                        text.text);
}

static void read_event_title(struct reader *reader, void *target)
{
    struct event_target *to = target;

    to->event.title = read_label(reader);
}

static void read_event_note(struct reader *reader, void *target)
{
    struct event_target *to = target;

    to->event.note = read_label(reader);
}

static void read_event_break(struct reader *reader, void *target)
{
    struct event_target *to = target;

    if (stream_node(reader->stream)->kind == NODE_TEXT) {
        read_bool(reader, &to->event.is_break);
        return;
    }
    if (!items_open(reader, "true, or a list of measures"))
        return;
    while (items_next(reader)) {
        struct builder_text *text = &to->breaks[to->break_count];

        if (to->break_count == MEASURE_MAX) {
            stream_skip(reader->stream);
            continue;
        }
        to->break_count += read_text(reader, text);
        to->event.is_break = true;
    }
}

static void read_event_below(struct reader *reader, void *target)
{
    struct event_target *to = target;
    struct builder_text text;

    if (read_text(reader, &text))
        to->event.below = arena_copy(&reader->dataset->arena, text.text, text.length);
}

static const struct key event_keys[] = {
    {"period", read_event_period, true}, {"title", read_event_title, true},
    {"note", read_event_note, false},    {"break", read_event_break, false},
    {"below", read_event_below, false},
};

void read_events(struct reader *reader, void *unused)
{
    (void)unused;
    if (!items_open(reader, "a list: - {period: 2018, title: ...}"))
        return;
    while (items_next(reader)) {
        struct event_target target = {.break_count = 0};

        READ_MAPPING(reader, event_keys, "an event", &target);
        if (!target.is_bad)
            builder_event(reader->builder, target.event, target.breaks,
                          target.break_count);
    }
}

static void read_fact_label(struct reader *reader, void *target)
{
    struct fact *fact = target;

    if (!fact->measure)
        fact->at = stream_node(reader->stream)->text.at;
    fact->label = read_label(reader);
}

static void read_fact_note(struct reader *reader, void *target)
{
    struct fact *fact = target;

    fact->note = read_label(reader);
}

static void read_fact_value(struct reader *reader, void *target)
{
    struct fact *fact = target;
    struct builder_text text;
    struct number number;

    if (!read_text(reader, &text))
        return;
    fact->has_value = number_read(text.text, text.length, &number);
    if (fact->has_value) {
        fact->value = number.value;
        fact->decimals = number.decimals;
        return;
    }
    diag_error_span(reader->diags, text.at, builder_span(text),
                    "'%.60s' is not a number: %s", text.text,
                    number_hint(text.text, text.length));
}

static void read_fact_unit(struct reader *reader, void *target)
{
    struct fact *fact = target;

    read_unit(reader, &fact->unit);
}

static void read_fact_period(struct reader *reader, void *target)
{
    struct fact *fact = target;

    fact->period = read_string(reader);
}

static void read_fact_qualifier(struct reader *reader, void *target)
{
    struct fact *fact = target;

    fact->qualifier = read_string(reader);
}

static void read_fact_measure(struct reader *reader, void *target)
{
    struct fact *fact = target;
    struct builder_text text;

    if (!read_text(reader, &text))
        return;
    fact->measure = text.text;
    fact->at = text.at;
}

static const struct key fact_keys[] = {
    {"label", read_fact_label, true},          {"value", read_fact_value, false},
    {"unit", read_fact_unit, false},           {"period", read_fact_period, false},
    {"qualifier", read_fact_qualifier, false}, {"note", read_fact_note, false},
    {"measure", read_fact_measure, false},
};

void read_facts(struct reader *reader, void *unused)
{
    (void)unused;
    if (!items_open(reader, "a list: - {label: ..., value: 1}"))
        return;
    while (items_next(reader)) {
        struct fact fact = {.qualifier = "", .period = ""};

        READ_MAPPING(reader, fact_keys, "a fact", &fact);
        builder_fact(reader->builder, fact);
    }
}
