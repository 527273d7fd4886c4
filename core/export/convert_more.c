/*
 * What stands beside the observations of a file of ours: rates, events, facts, and
 * figures that were revised.
 */
#include "core/export/convert_text.h"

#include <string.h>

static void write_currency(FILE *out, const struct dataset *dataset, size_t first)
{
    const struct rate *rate = &dataset->rates[first];
    const char *before = "";

    fprintf(out, "  %s: {", rate->currency);
    if (rate->kind != RATE_NOT_SAID) {
        fprintf(out, "kind: %s", rate->kind == RATE_AVERAGE ? "average" : "end");
        before = ", ";
    }
    if (rate->is_inverse) {
        fprintf(out, "%sinverse: true", before);
        before = ", ";
    }
    for (size_t i = first; i < dataset->rate_count; i++) {
        char period[PERIOD_SHOWN_MAX];
        char number[CONVERT_SHOWN_MAX];
        if (strcmp(dataset->rates[i].currency, rate->currency) != 0)
            continue;
        convert_number(number, dataset->rates[i].stated);
        fprintf(out, "%s%s: %s", before, period_show(period, dataset->rates[i].period),
                number);
        before = ", ";
    }
    fputs("}\n", out);
}

void convert_rates(FILE *out, const struct dataset *dataset)
{
    if (dataset->rate_count)
        fputs("rates:\n", out);
    for (size_t i = 0; i < dataset->rate_count; i++) {
        size_t first = 0;
        while (strcmp(dataset->rates[first].currency, dataset->rates[i].currency) != 0)
            first++;
        if (first == i)
            write_currency(out, dataset, i);
    }
}

static bool breaks(const struct event *event, size_t measure)
{
    return event->breaks >> measure & 1;
}

/* All of them, or a list. */
static void write_breaks(FILE *out, const struct dataset *dataset,
                         const struct event *event)
{
    const char *before = ", break: [";
    size_t count = 0;

    for (size_t m = 0; m < dataset->measure_count; m++)
        count += breaks(event, m);
    if (count == dataset->measure_count) {
        fputs(", break: true", out);
        return;
    }
    for (size_t m = 0; m < dataset->measure_count; m++) {
        if (!breaks(event, m))
            continue;
        fputs(before, out);
        convert_word(out, dataset->measure[m].id);
        before = ", ";
    }
    if (count)
        fputc(']', out);
}

void convert_events(FILE *out, const struct dataset *dataset)
{
    if (dataset->event_count)
        fputs("events:\n", out);
    for (size_t i = 0; i < dataset->event_count; i++) {
        const struct event *event = &dataset->events[i];
        char period[PERIOD_SHOWN_MAX];
        fprintf(out, "  - {period: %s, title: ", period_show(period, event->period));
        convert_label(out, &event->title);
        if (!label_is_empty(&event->note)) {
            fputs(", note: ", out);
            convert_label(out, &event->note);
        }
        if (event->is_break)
            write_breaks(out, dataset, event);
        if (event->below) {
            fputs(", below: ", out);
            convert_word(out, event->below);
        }
        fputs("}\n", out);
    }
}

static void write_word(FILE *out, const char *key, const char *text)
{
    if (!text || !*text)
        return;
    fprintf(out, ", %s: ", key);
    convert_quoted(out, text);
}

static void write_fact(FILE *out, const struct fact *fact)
{
    fputs("  - {label: ", out);
    convert_label(out, &fact->label);
    if (fact->has_value)
        fprintf(out, ", value: %.*f", fact->decimals, fact->value);
    if (fact->unit.kind != UNIT_NONE) {
        fputs(", unit: ", out);
        convert_unit(out, fact->unit);
    }
    write_word(out, "period", fact->period);
    write_word(out, "qualifier", fact->qualifier);
    if (!label_is_empty(&fact->note)) {
        fputs(", note: ", out);
        convert_label(out, &fact->note);
    }
    write_word(out, "measure", fact->measure);
    fputs("}\n", out);
}

void convert_facts(FILE *out, const struct dataset *dataset)
{
    if (dataset->fact_count)
        fputs("facts:\n", out);
    for (size_t i = 0; i < dataset->fact_count; i++)
        write_fact(out, &dataset->facts[i]);
}

static void write_revised(FILE *out, const struct dataset *dataset,
                          const struct superseded *one)
{
    const char *release = dataset_release(dataset, one->file);
    const char *word = convert_absence(one->absence);
    char period[PERIOD_SHOWN_MAX];
    char number[CONVERT_SHOWN_MAX];

    fprintf(
        out, "  - {period: %s",
        period_show(period,
                    dataset->periods[codes_get(&dataset->period, one->observation)]));
    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        fputs(", ", out);
        convert_word(out, dimension->id);
        fputs(": ", out);
        convert_quoted(
            out,
            dimension->members[codes_get(&dimension->column, one->observation)].code);
    }
    convert_number(number, one->stated);
    fputs(", measure: ", out);
    convert_word(out, dataset->measure[one->measure].id);
    fputs(", figure: ", out);
    convert_quoted(out, one->absence == ABSENCE_NONE ? number : word ? word : "~");
    write_word(out, "file", dataset->files[one->file]);
    if (one->line)
        fprintf(out, ", line: %u", one->line);
    write_word(out, "release", release);
    fputs("}\n", out);
}

void convert_revised(FILE *out, const struct dataset *dataset)
{
    if (dataset->superseded_count)
        fputs("revised:\n", out);
    for (size_t i = 0; i < dataset->superseded_count; i++)
        write_revised(out, dataset, &dataset->superseded[i]);
}
